"""A phrase of a safety list: words, gaps and choices, as one regular expression over a message's normal form."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_PIECE = re.compile(r"!?\(|\)\??|\||\.\.|\^|\$|[^\s()|?]+\??")
_GAP = r"(?:[^ .]+ ){0,3}?"
_NAME = re.compile(r"[A-Z][A-Z_]*")
_DEEPEST = 5

Words = Callable[[str], list[str]]


class PhraseFault(ValueError):
    """A phrase that cannot be read, and why."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: its expression, every word in it, and sets of words; each match has a word of each set."""

    expression: str
    words: frozenset[str]
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _PhrasePart:
    expression: str
    words: frozenset[str] = frozenset()
    needs: tuple[frozenset[str], ...] = ()


def phrase(source: str, choices: Mapping[str, str], words: Words) -> Phrase:
    """The phrase that an author wrote; raises PhraseFault.

    ``a b`` one after the other, ``(a|b)`` either, ``a?`` perhaps, ``word*`` any ending, ``..`` up to three words,
    ``!(a|b)`` not followed by, ``^`` and ``$`` the ends of a sentence, ``#`` a number, ``NAME`` a choice that has
    a name.
    """
    part = _PhraseReader(source, choices, words).whole()
    if not part.needs:
        raise PhraseFault("every word of it can be left out: one has to stand in each match")
    return Phrase(part.expression, part.words, part.needs)


def _telling(words: frozenset[str]) -> tuple[int, int]:
    """How much it tells that one of these words is there: long ones are rare, and few are rarer than many."""
    return min(map(len, words)), -len(words)


class _PhraseReader:
    """Reads one phrase from left to right."""

    def __init__(self, source: str, choices: Mapping[str, str], words: Words, depth: int = 0) -> None:
        self.pieces = _PIECE.findall(source)
        if "".join(self.pieces) != re.sub(r"\s+", "", source):
            raise PhraseFault("a question mark stands behind a word or a bracket")
        self.choices, self.words, self.depth = choices, words, depth
        self.at = 0

    def whole(self) -> _PhrasePart:
        part = self.either()
        if self.at < len(self.pieces):
            raise PhraseFault("a bracket is closed that was not opened")
        return part

    def either(self) -> _PhrasePart:
        ways = [self.sequence()]
        while self.at < len(self.pieces) and self.pieces[self.at] == "|":
            self.at += 1
            ways.append(self.sequence())
        if len(ways) == 1:
            return ways[0]
        expression = "(?:" + "|".join(way.expression for way in ways) + ")"
        words: frozenset[str] = frozenset().union(*(way.words for way in ways))
        if not all(way.needs for way in ways):
            return _PhrasePart(expression, words)
        return _PhrasePart(
            expression, words, (frozenset().union(*(max(way.needs, key=_telling) for way in ways)),)
        )

    def sequence(self) -> _PhrasePart:
        parts = []
        while self.at < len(self.pieces) and self.pieces[self.at] not in ("|", ")", ")?"):
            parts.append(self.item())
        if not parts:
            raise PhraseFault("there is nothing between two signs")
        expression = "".join(part.expression for part in parts)
        words: frozenset[str] = frozenset().union(*(part.words for part in parts))
        return _PhrasePart(expression, words, tuple(one for part in parts for one in part.needs))

    def item(self) -> _PhrasePart:
        piece = self.pieces[self.at]
        self.at += 1
        match piece:
            case "(" | "!(":
                return self.bracket(piece == "!(")
            case "..":
                return _PhrasePart(_GAP)
            case "^":
                return _PhrasePart(r"(?<=\. )")
            case "$":
                return _PhrasePart(r"(?=\. )")
            case "#":
                return _PhrasePart(r"[0-9][^ .]* ")
        perhaps = piece.endswith("?")
        part = self.named(piece.rstrip("?"))
        return _PhrasePart(f"(?:{part.expression})?", part.words) if perhaps else part

    def bracket(self, barred: bool) -> _PhrasePart:
        inner = self.either()
        if self.at == len(self.pieces):
            raise PhraseFault("a bracket is not closed")
        perhaps = self.pieces[self.at] == ")?"
        self.at += 1
        if barred:
            return _PhrasePart(f"(?!{inner.expression})")
        return _PhrasePart(f"(?:{inner.expression})?", inner.words) if perhaps else inner

    def named(self, piece: str) -> _PhrasePart:
        if not _NAME.fullmatch(piece):
            return _word(piece, self.words)
        if piece not in self.choices:
            raise PhraseFault(f"{piece} is no choice of [choices]")
        if self.depth == _DEEPEST:
            raise PhraseFault(f"{piece} leads to itself")
        return _PhraseReader(self.choices[piece], self.choices, self.words, self.depth + 1).whole()


def _word(piece: str, words: Words) -> _PhrasePart:
    stem = piece.endswith("*")
    found = words(piece.removesuffix("*"))
    if not found or (stem and (len(found) > 1 or len(found[0]) < 3)):
        raise PhraseFault(f"{piece} is no word" + (", or too short for an open ending" if stem else ""))
    expression = "".join(f"{re.escape(one)} " for one in found)
    if stem:
        return _PhrasePart(f"{re.escape(found[0])}[^ ]* ", frozenset(), (frozenset((f"{found[0][:3]}*",)),))
    return _PhrasePart(expression, frozenset(found), tuple(frozenset((one,)) for one in found))
