"""The sentences of a message, with their places and the mark that ends each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.lint.lexicon import WordLists
from bot.core.lint.plain import Plain

QUESTION = "?؟？"
_END = re.compile(
    r"[.!?؟？。！…]+[\"”»')\]]{0,3}(?=\s|$)|[?؟？。！]+|\n\s*\n|\n(?=\s*(?:[-*•]\s|\d+[.)]\s|/\w))"
)
_LAST_WORD = re.compile(r"([\w.]+)\.$")
_DOTS = re.compile(r"\.\.+|…")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` is in small letters; ``start`` and ``end`` count in the plain text.

    ``mark``: "?" question, "…" completion, "." any other end, "" none (the text or paragraph just stops).
    """

    text: str
    shown: str
    start: int
    end: int
    mark: str

    @property
    def questioned(self) -> bool:
        """Whether a question mark ends it."""
        return self.mark == "?"


def sentences(plain: Plain, words: WordLists) -> tuple[Sentence, ...]:
    """The sentences in order, without blank ones. Pure; works on any text."""
    return tuple(
        _cut(plain, start, end) for start, end in _spans(plain, words) if plain.lower[start:end].strip()
    )


def _spans(plain: Plain, words: WordLists) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(plain.shown):
        if _goes_on(plain.shown, start, end, words):
            continue
        yield start, end.end()
        start = end.end()
    yield start, len(plain.shown)


def _goes_on(shown: str, start: int, end: re.Match[str], words: WordLists) -> bool:
    """Whether the mark is not an end: an abbreviation's dot, or dots of hesitation before a small letter."""
    after = shown[end.end() : end.end() + 40].lstrip()
    if _DOTS.match(end[0]) and not set(end[0]) & set(QUESTION):
        return after[:1].islower() or after[:1] in tuple(QUESTION)
    word = _LAST_WORD.search(shown[max(start, end.start() - 20) : end.end()])
    return end[0] == "." and word is not None and word[1].lower() in words.abbreviations


def _cut(plain: Plain, start: int, end: int) -> Sentence:
    shown = plain.shown[start:end]
    start += len(shown) - len(shown.lstrip())
    end -= len(shown) - len(shown.rstrip())
    shown = plain.shown[start:end]
    return Sentence(plain.lower[start:end], shown, start, end, _mark(shown))


def _mark(shown: str) -> str:
    tail = re.search(r"[.!?؟？。！…_]*[\"”»')\]]*$", shown)
    ending = tail[0] if tail else ""
    if set(ending) & set(QUESTION):
        return "?"
    if "…" in ending or ".." in ending or "__" in ending:
        return "…"
    return "." if ending else ""
