"""Which of several names somebody typed: without case, blanks, accents and the shape of apostrophes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import category

from bot.core.understand.folding import fold, same

ALIKE = 0.75
"""What is more alike than this is nearly the same name."""


@dataclass(frozen=True, slots=True)
class Named:
    """``ids``: whom the words may name. ``rest``: what stands behind. ``whole``: the name stands there whole."""

    ids: tuple[int, ...]
    rest: str
    whole: bool = True


def named(text: str, people: Iterable[tuple[int, str]]) -> tuple[Named, ...]:
    """Every way to take a name from the beginning of the text, the longest name first; nothing is dropped.

    "Anna" and "Anna Lena" give two ways to read "Anna Lena tue 15:00"; two people of one name are one way
    with two ids. Where no whole name stands there, one whose name begins so, or is nearly so, is offered.
    """
    known = [(number, same(name)) for number, name in people if same(name)]
    words = text.split()
    whole = [
        _way(words, size, dict.fromkeys(n for n, name in known if name == same(" ".join(words[:size]))))
        for size in _sizes(words)
    ]
    found = tuple(way for way in whole if way.ids)
    if found or not words:
        return found
    begun = [n for n, name in known if name.startswith(same(words[0]))] if len(same(words[0])) > 1 else []
    size, nearly = _nearest(words, known)
    if begun and size < 2:
        size, nearly = 1, begun
    ids = tuple(dict.fromkeys(nearly))
    return (Named(ids, " ".join(words[size:]), whole=False),) if ids else ()


def _nearest(words: list[str], known: list[tuple[int, str]]) -> tuple[int, list[int]]:
    """How many of the first words are nearly a name, and whose: the likest of all."""
    each = [
        (_likeness(name, same(" ".join(words[:size]))), size, n)
        for size in _sizes(words)
        for n, name in known
    ]
    best = max((likeness for likeness, _, _ in each), default=0.0)
    if best <= ALIKE:
        return 0, []
    size = next(size for likeness, size, _ in each if likeness == best)
    return size, [n for likeness, its, n in each if likeness == best and its == size]


def misspelt(text: str, people: Iterable[tuple[int, str]]) -> tuple[Named, ...]:
    """As ``named``, for a name that is misspelt at the beginning."""
    words = text.split()
    size, ids = _nearest(words, [(number, same(name)) for number, name in people if same(name)])
    return (Named(tuple(dict.fromkeys(ids)), " ".join(words[size:]), whole=False),) if ids else ()


def nearly(text: str, people: Iterable[tuple[int, str]]) -> tuple[Named, ...]:
    """As ``within``, for a name that is misspelt: the way that is likest, or none."""
    known, words = [(number, same(name)) for number, name in people if same(name)], text.split()
    ways = [(at, *_nearest(words[at:], known)) for at in range(len(words))]
    cuts = [_cut(words, at, size, tuple(dict.fromkeys(ids)), whole=False) for at, size, ids in ways if ids]
    return tuple(cuts[:1])


def within(text: str, people: Iterable[tuple[int, str]]) -> tuple[Named, ...]:
    """Every way to find a name anywhere in the text, the longest first; a word like "with" before it goes too.

    One word of a name of several finds it as well, and is then not whole.
    """
    known = [(number, name) for number, name in people if same(name)]
    words = text.split()
    spans = [(at, size) for size in _sizes(words) for at in range(len(words) - size + 1)]
    whole = [_cut(words, at, size, _those(words[at : at + size], known)) for at, size in spans]
    found = tuple(way for way in whole if way.ids)
    if found:
        return found
    parts = [(number, part) for number, name in known for part in name.split() if len(same(part)) > 1]
    ways = (_cut(words, at, 1, _those([word], parts), whole=False) for at, word in enumerate(words))
    return tuple(way for way in ways if way.ids)


def several(text: str) -> tuple[str, ...]:
    """The names in a list: "Miro, Regula and Tom"; "Miro and Regula" alone may be one name."""
    parts = re.split(r"[,;،]+", text)
    if len(parts) > 1:
        *first, last = [part for part in parts if part.strip()] or [""]
        parts = [*first, *re.split(r"\s(?:and|und|y|و|&)\s+|^\s*(?:and|und|y|&)\s+", last)]
    return tuple(filter(None, map(in_a_line, parts)))


def in_a_line(name: str) -> str:
    """A name as it is shown: one line whatever is in it, nothing that turns the writing around it."""
    shown = "".join(sign for sign in name if category(sign) not in ("Cc", "Cf", "Zl", "Zp") or sign.isspace())
    return " ".join(shown.split())


def _those(words: list[str], known: list[tuple[int, str]]) -> tuple[int, ...]:
    """Whom these words name: also "Regula's" and "Regulas", and with a sign behind."""
    said = " ".join(words).strip("?!.,;:؟،")
    forms = {same(said), same(re.sub(r"['’]s$", "", said))} - {""}
    found = tuple(dict.fromkeys(number for number, name in known if same(name) in forms))
    bare = same(said).removesuffix("s") if len(said) > 3 else ""
    return found or tuple(dict.fromkeys(number for number, name in known if bare and same(name) == bare))


def _cut(words: list[str], at: int, size: int, ids: tuple[int, ...], whole: bool = True) -> Named:
    before, behind = words[:at], words[at + size :]
    if before and fold(before[-1]) in _BEFORE:
        before = before[:-1]
    return Named(ids, " ".join(before + behind), whole)


_BEFORE = ("with", "for", "of", "to", "mit", "für", "fur", "von", "bei", "con", "para", "de", "a", "مع", "ل")


def _sizes(words: list[str]) -> range:
    return range(min(len(words), 8), 0, -1)


def _way(words: list[str], size: int, ids: Iterable[int]) -> Named:
    return Named(tuple(ids), " ".join(words[size:]))


def _likeness(one: str, two: str) -> float:
    return SequenceMatcher(None, one, two).ratio() if len(two) > 3 else 0.0
