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


def found(said: str, among: Iterable[Stemmed]) -> bool:
    """Whether folded words hold one of the patterns."""
    for one in among:  # plain loops: this is asked of all that anybody writes
        for stem in one.stems:
            if stem in said:
                if one.pattern.search(said):
                    return True
                break
    return False
