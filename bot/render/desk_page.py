"""The coach's pages as HTML: one frame for all of them, and what stands before who is not signed in."""

import re
from functools import lru_cache

from markupsafe import Markup

from bot.core.digest.digest import Digest, SharedTalk
from bot.i18n import Texts
from bot.render import charts, page
from bot.render.page import View, templates
from bot.render.picture import words
from bot.render.sheet import COLOURS

_PAINT = re.compile(r'style="(fill|stroke): var\(--(\w+)\)"')
"""How a chart names its colours; the policy of these pages takes no style but from their own file."""


def shown(
    say: Texts,
    template: str,
    title: str,
    values: View,
    digest: Digest | None = None,
    talks: tuple[SharedTalk, ...] = (),
    *,
    form: str = "",
    base: str = "",
) -> str:
    """A page for who is signed in. ``form``: what its forms show; ``base``: what its addresses begin with."""
    whole: View = {"said": _said(say), "template": template, "form": form, "base": base, "title": title}
    whole |= {"language": say.locale.language, "rtl": say.rtl, **values}
    if digest is not None:
        seen = page.view(digest, say)
        whole |= {**seen, "said": {**_said(say), **_own(seen)}, "drawn": _drawn(digest, say)}
    if template == "journal":
        whole |= {"talks": page.talks(talks, say=say, zone=str(values["zone"]))}
    return templates().get_template(f"pages/{template}.html.jinja").render(whole)


def door(
    say: Texts,
    title: str,
    lines: tuple[str, ...],
    button: str = "",
    token: str = "",
    waits: bool = False,
    app: bool = False,
) -> str:
    """A page for who is not signed in.

    ``token``: what its one button sends; ``waits``: for a yes in the chat; ``app``: for what Telegram says.
    """
    whole: View = {"said": {}, "template": "door", "form": "", "base": "", "title": title, "lines": lines}
    whole |= {
        "language": say.locale.language,
        "rtl": say.rtl,
        "button": button,
        "token": token,
        "waits": waits,
        "app": app,
    }
    return templates().get_template("pages/door.html.jinja").render(whole)


@lru_cache(maxsize=1)
def style() -> str:
    """The pages' one style sheet."""
    return templates().get_template("pages/pages.css.jinja").render(colours=COLOURS)


SCRIPTS = ("waits.js", "app.js")
"""Of the page that waits, and of the one that Telegram opens inside it."""


@lru_cache(maxsize=len(SCRIPTS))
def script(name: str) -> str:
    """One of the scripts."""
    loader = templates().loader
    return loader.get_source(templates(), f"pages/{name}")[0] if loader else ""


def _own(seen: View) -> dict[str, str]:
    said = seen["said"]
    return said if isinstance(said, dict) else {}


def _drawn(digest: Digest, say: Texts) -> list[Markup]:
    drawn = (charts.svg(one, words(say)) for one in digest.charts)
    return [Markup(_PAINT.sub(r'class="\1-\2"', one)) for one in drawn]  # noqa: S704 - letters escaped there


def _said(say: Texts) -> dict[str, str]:
    """What stands on each of them."""
    return {
        "skip": say.t("To the content"),
        "pages": say.t("Pages"),
        "clients": say.t("Clients"),
        "sessions": say.t("Coaching sessions"),
        "out": say.t("Sign out"),
    }
