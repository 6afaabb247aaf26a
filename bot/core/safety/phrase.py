"""A phrase of a safety list: words, gaps and choices, as one regular expression over a message's normal form."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_PIECE = re.compile(r"!?\(|\)\??|\||&|\.\.|\^|\$|[^\s()|?&]+\??")
_GAP = r"(?:[^ .]+ ){0,3}?"
_NEAR = r"(?:[^ ]+ ){0,12}?"  # the end of a sentence counts as a word
_NAME = re.compile(r"[A-Z][A-Z_]*")

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


class PhraseWords:
    """What the phrases of a list are made of: words, and choices that have a name; each is read once for all."""

    def __init__(self, choices: Mapping[str, str], words: Words) -> None:
        self._choices, self._words = choices, words
        self._known: dict[str, _PhrasePart] = {}
        self._above: list[str] = []  # the choices that are being read

    def part(self, piece: str) -> _PhrasePart:
        """What a word or a choice's name stands for; raises PhraseFault."""
        if piece not in self._known:
            self._known[piece] = self._choice(piece) if _NAME.fullmatch(piece) else _word(piece, self._words)
        return self._known[piece]

    def _choice(self, name: str) -> _PhrasePart:
        if name not in self._choices:
            raise PhraseFault(f"{name} is no choice of [choices]")
        if name in self._above:
            raise PhraseFault(f"{name} leads to itself")
        self._above.append(name)
        try:
            return _PhraseReader(self._choices[name], self).whole()
        finally:
            self._above.pop()


def phrase(source: str, words: PhraseWords) -> Phrase:
    """The phrase that an author wrote; raises PhraseFault.

    ``a b`` one after the other, ``(a|b)`` either, ``a?`` perhaps, ``word*`` any ending, ``..`` up to three words,
    ``a & b`` both in any order with up to twelve words between, ``!(a|b)`` not followed by, ``^`` and ``$`` the
    ends of a sentence, ``#`` a number, ``NAME`` a choice that has a name.
    """
    part = _PhraseReader(source, words).whole()
    if not part.needs:
        raise PhraseFault("every word of it can be left out: one has to stand in each match")
    return Phrase(part.expression, part.words, part.needs)


def _telling(words: frozenset[str]) -> tuple[int, int]:
    """How much it tells that one of these words is there: long ones are rare, and few are rarer than many."""
    return min(map(len, words)), -len(words)


def _rarest(way: _PhrasePart) -> frozenset[str]:
    """What tells the most of all that a way needs."""
    return way.needs[0] if len(way.needs) == 1 else max(way.needs, key=_telling)


class _PhraseReader:
    """Reads one phrase from left to right."""

    def __init__(self, source: str, words: PhraseWords) -> None:
        self.pieces = _PIECE.findall(source)
        if "".join(self.pieces) != re.sub(r"\s+", "", source):
            raise PhraseFault("a question mark stands behind a word or a bracket")
        self.words = words
        self.at = 0

    def whole(self) -> _PhrasePart:
        part = self.either()
        if self.at < len(self.pieces) and self.pieces[self.at] == "&":
            self.at += 1
            part = _near(part, self.either())
        if self.at < len(self.pieces):
            two = self.pieces[self.at] == "&"
            raise PhraseFault("one & is all" if two else "a bracket is closed that was not opened")
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
        return _PhrasePart(expression, words, (frozenset().union(*map(_rarest, ways)),))

    def sequence(self) -> _PhrasePart:
        parts = []
        while self.at < len(self.pieces) and self.pieces[self.at] not in ("|", "&", ")", ")?"):
            parts.append(self.item())
        if not parts:
            raise PhraseFault("there is nothing between two signs")
        if len(parts) == 1:  # most are: a word in a bracket
            return parts[0]
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
        part = self.words.part(piece.rstrip("?"))
        return _PhrasePart(f"(?:{part.expression})?", part.words) if perhaps else part

    def bracket(self, barred: bool) -> _PhrasePart:
        inner = self.either()
        if self.at == len(self.pieces) or self.pieces[self.at] == "&":
            raise PhraseFault("a bracket is not closed; & stands outside of brackets")
        perhaps = self.pieces[self.at] == ")?"
        self.at += 1
        if barred:
            return _PhrasePart(f"(?!{inner.expression})")
        return _PhrasePart(f"(?:{inner.expression})?", inner.words) if perhaps else inner


def _near(one: _PhrasePart, other: _PhrasePart) -> _PhrasePart:
    """Two parts near each other, whichever comes first."""
    ways = (_NEAR.join(part.expression for part in pair) for pair in ((one, other), (other, one)))
    return _PhrasePart(f"(?:{'|'.join(ways)})", one.words | other.words, one.needs + other.needs)


def _word(piece: str, words: Words) -> _PhrasePart:
    stem = piece.endswith("*")
    found = words(piece.removesuffix("*"))
    if not found or (stem and (len(found) > 1 or len(found[0]) < 3)):
        raise PhraseFault(f"{piece} is no word" + (", or too short for an open ending" if stem else ""))
    expression = "".join(f"{re.escape(one)} " for one in found)
    if stem:
        return _PhrasePart(f"{re.escape(found[0])}[^ ]* ", frozenset(), (frozenset((f"{found[0][:3]}*",)),))
    return _PhrasePart(expression, frozenset(found), tuple(frozenset((one,)) for one in found))
