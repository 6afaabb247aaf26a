"""A case note without names, handles, dates and places that are known; and which of a client's words it quotes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.understand.folding import fold

LEAST = 5
"""So many words in a row that are also the client's are a quotation."""

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "januar|februar|märz|mai|juni|juli|oktober|dezember|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sept?iembre|octubre|noviembre|diciembre|ene|abr|ago|dic|"
    "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
_DATES = re.compile(
    rf"(?<!\w)(?:\d{{4}}-\d\d?-\d\d?|\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d\d)?|"
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?:{_MONTHS})\.?(?:\s+(?:del?\s+)?\d{{4}})?|"
    rf"(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|(?:19|20)\d\d)(?!\w)",
    re.IGNORECASE,
)
_HANDLES = re.compile(
    r"(?:https?://\S+|(?<![\w@])@\w{2,}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)\+?\d[\d ()/-]{6,}\d(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Stripped:
    """The text without them; ``taken``: each that was taken out as it stood, and what stands in its place."""

    text: str
    taken: tuple[tuple[str, str], ...]


def strip(text: str, known: Mapping[str, str], date: str, handle: str) -> Stripped:
    """Take out what is known: ``known`` says what stands for a name or place; ``date``, ``handle``: for those."""
    taken: dict[str, str] = {}

    def instead(found: re.Match[str], sign: str) -> str:
        taken.setdefault(found[0].strip(), sign)
        return sign

    for pattern, sign in ((_DATES, date), (_HANDLES, handle)):
        text = pattern.sub(lambda found, sign=sign: instead(found, sign), text)  # type: ignore[misc]
    for name in sorted((one for one in known if one.strip()), key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        text = pattern.sub(lambda found, name=name: instead(found, known[name]), text)  # type: ignore[misc]
    return Stripped(text, tuple(taken.items()))


def parts(name: str, sign: str) -> dict[str, str]:
    """A name whole and each of its words that is long enough to be one, with what stands for it."""
    return {one: sign for one in (name, *name.split()) if len(one) > 2 or one == name}


def quoted(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The longest runs of words in the text that stand so in a source too, in order; none shorter than LEAST."""
    words, runs = _words(text), [f" {' '.join(_words(source))} " for source in sources]
    found, at = [], 0
    while at + LEAST <= len(words):
        size = next(
            (n for n in range(len(words) - at, LEAST - 1, -1) if _stands(words[at : at + n], runs)), 0
        )
        if size:
            found.append(" ".join(words[at : at + size]))
        at += size or 1
    return tuple(found)


def _words(text: str) -> list[str]:
    return re.sub(r"[^\w\s]", " ", fold(text)).split()


def _stands(words: list[str], runs: list[str]) -> bool:
    return any(f" {' '.join(words)} " in run for run in runs)
