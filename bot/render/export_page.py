"""All that is kept of a client as one HTML page: their own words under their questions, and what became of them.

The page asks for nothing from anywhere, reads on a phone, and prints. Words stand in it as they were written.
"""

from dataclasses import dataclass, field

from markupsafe import Markup

from bot.i18n import Texts
from bot.render.page import templates
from bot.render.text import clean


@dataclass(frozen=True, slots=True)
class ExportedAnswer:
    """One answer: what it is of, the question as it was asked, the words, and what they were before."""

    title: str
    at: str
    prompt: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    before: tuple[str, ...] = field(repr=False)
    state: str = ""


@dataclass(frozen=True, slots=True)
class ExportedDay:
    """The answers of one day, oldest first."""

    day: str
    answers: tuple[ExportedAnswer, ...]


@dataclass(frozen=True, slots=True)
class ExportedList:
    """Anything else that is kept: a heading and a line each."""

    title: str
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExportPage:
    """The page's parts in order; ``days`` newest first. ``foot``: its last line, in place of that of an export."""

    heading: str
    made: str
    days: tuple[ExportedDay, ...]
    lists: tuple[ExportedList, ...]
    foot: str = ""


def export_page(found: ExportPage, say: Texts) -> str:
    """A whole HTML document."""
    kept = templates()
    return kept.get_template("export.html.jinja").render(
        language=say.locale.language,
        rtl=say.rtl,
        style=Markup(kept.get_template("style.css.jinja").render()),  # noqa: S704 - our own file
        heading=clean(found.heading),
        made=clean(found.made),
        days=found.days,
        lists=[one for one in found.lists if one.lines],
        foot=clean(found.foot),
        clean=clean,
        t=say.t,
    )
