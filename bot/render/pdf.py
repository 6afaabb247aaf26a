"""The digest as a PDF: the page's parts in the page's order, for who keeps paper."""

from typing import Any
from unicodedata import bidirectional

from bot.core.digest.digest import Digest
from bot.i18n import Texts
from bot.render import charts, page, typesetter
from bot.render.picture import words

OWN = ("prompt", "asked", "words", "texts")
"""What somebody wrote: it runs by its own first letter."""


def pdf(digest: Digest, say: Texts) -> bytes:
    """A document of a few dozen kilobytes, the same bytes each time. Slow: not for the store's thread."""
    shown = page.view(digest, say)
    data: dict[str, Any] = {name: _own(part) for name, part in shown.items()}
    for chart, view in zip(digest.charts, data["charts"], strict=True):
        view |= {"title": _directed(view["title"]), "svg": charts.alone(chart, words(say))}
    said = shown["said"]
    made = said["made"] if isinstance(said, dict) else ""
    boxes = say.t("A sign for which there were no letters stands as a box here; the page (.html) has it.")
    data["last"] = [made] if typesetter.drawable(str(shown)) else [boxes, made]
    return typesetter.pdf("digest.typ", data, digest.end)


def _own(part: Any) -> Any:
    """The same view, where somebody's words know which way they run."""
    if isinstance(part, list):
        return [_own(one) for one in part]
    if isinstance(part, dict):
        return {name: _words(one) if name in OWN else _own(one) for name, one in part.items()}
    return part


def _words(part: Any) -> Any:
    return [_directed(one) for one in part] if isinstance(part, list) else _directed(part)


def _directed(said: str) -> dict[str, Any]:
    strong = (bidirectional(letter) for letter in said)
    return {
        "said": said,
        "rtl": next((way in ("R", "AL") for way in strong if way in ("L", "R", "AL")), False),
    }
