"""Patterns that are looked for only where one of their stems stands: nearly all that people write has none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stemmed:
    """A pattern, and what stands in whatever it finds: one stem of these at least."""

    stems: tuple[str, ...]
    pattern: re.Pattern[str]


def stemmed(stems: str, pattern: str) -> Stemmed:
    """A pattern and its stems, which are written with bars between them."""
    return Stemmed(tuple(stems.split("|")), re.compile(pattern))


def near(said: str, among: Iterable[Stemmed]) -> list[Stemmed]:
    """The patterns of which a stem stands in folded words: only these can be in any part of them."""
    there = []
    for one in among:  # plain loops: this is asked of all that anybody writes
        for stem in one.stems:
            if stem in said:
                there.append(one)
                break
    return there


def found(said: str, among: Iterable[Stemmed]) -> bool:
    """Whether folded words hold one of the patterns."""
    return any(one.pattern.search(said) for one in near(said, among))
