"""Which of several names somebody typed: without case, blanks, accents and the shape of apostrophes."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.core.understand.folding import same


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
        _way(words, size, [n for n, name in known if name == same(" ".join(words[:size]))])
        for size in _sizes(words)
    ]
    found = tuple(way for way in whole if way.ids)
    if found or not words:
        return found
    begun = [n for n, name in known if name.startswith(same(words[0]))] if len(same(words[0])) > 1 else []
    alike = begun or [n for n, name in known if _alike(name, same(words[0]))]
    return (Named(tuple(alike), " ".join(words[1:]), whole=False),) if alike else ()


def _sizes(words: list[str]) -> range:
    return range(min(len(words), 8), 0, -1)


def _way(words: list[str], size: int, ids: list[int]) -> Named:
    return Named(tuple(ids), " ".join(words[size:]))


def _alike(one: str, two: str) -> bool:
    return len(two) > 3 and SequenceMatcher(None, one, two).ratio() > 0.75
