"""A word with one letter wrong, missing, doubled or swapped, and the word it was to be."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SHORTEST = 2
"""Letters from which on a word is mended."""

MOST = 4
"""Words that one misspelling may have been."""

_RUN = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Misspelling:
    """The words a list looks for, by what is left of them without a letter; ordinary words are left alone."""

    wanted: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    shortened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    squeezed: Mapping[str, str] = field(default_factory=dict)
    weight: Mapping[str, int] = field(default_factory=dict)

    def nearest(self, word: str) -> list[str]:
        """The wanted words that are one slip away, the likeliest first."""
        if len(word) < SHORTEST:
            return []
        shortened = self.shortened
        near = [one for left in (word, *_without_one(word)) if left in shortened for one in shortened[left]]
        found = {one for one in near if one_slip(word, one)}
        return sorted(found, key=lambda one: self._likely(word, one))[:MOST] if found else []

    def _likely(self, word: str, meant: str) -> tuple[bool, bool, int, str]:
        """Swapped letters first, then the same beginning, then what stands in more phrases."""
        return sorted(meant) != sorted(word), meant[0] != word[0], -self.weight.get(meant, 0), meant

    def stretched(self, word: str) -> str | None:
        """The wanted word of which letters were drawn out."""
        return self.squeezed.get(_RUN.sub(r"\1", word))

    def parts(self, word: str) -> list[str]:
        """The two wanted words that were run together; none where there are not two."""
        wanted = self.wanted
        for cut in range(2, len(word) - 1) if len(word) >= 6 else ():
            if word[:cut] in wanted and word[cut:] in wanted:
                return [word[:cut], word[cut:]]
        return []


def misspelling(wanted: Mapping[str, int], ordinary: Iterable[str]) -> Misspelling:
    """What mends words towards the ``wanted`` ones, by how many phrases have each; never ``ordinary`` ones."""
    words = frozenset(wanted)
    shortened: dict[str, list[str]] = {}
    squeezed: dict[str, str] = {}
    for word in sorted(words, key=lambda word: (-wanted[word], word)):
        squeezed.setdefault(_RUN.sub(r"\1", word), word)
        if len(word) >= SHORTEST:
            for one in {word, *_without_one(word)}:
                shortened.setdefault(one, []).append(word)
    near = {left: tuple(each) for left, each in shortened.items()}
    return Misspelling(words, words | frozenset(ordinary), near, squeezed, wanted)


def _without_one(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def one_slip(said: str, meant: str) -> bool:
    """Whether one letter added, left out, taken for another or swapped with its neighbour makes one the other."""
    if said == meant or abs(len(said) - len(meant)) > 1:
        return False
    short, long = sorted((said, meant), key=len)
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at + 1 : at + 2] + short[at] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long[at:]
