"""A word with one letter wrong, missing, doubled or swapped, and the word it was to be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

SHORTEST = 2
"""Letters from which on a word is mended."""

MOST = 4
"""Words that one misspelling may have been."""

_RUN = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class Misspelling:
    """The words a list looks for, by how many phrases have each; ordinary words are left alone."""

    weight: Mapping[str, int] = field(default_factory=dict)
    ordinary: str = ""  # one text: thousands of words by themselves take five times the memory

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The words that others are mended towards."""
        return frozenset(self.weight)

    @cached_property
    def known(self) -> frozenset[str]:
        """The words that are never mended, taken apart when a word is first to be mended."""
        return self.wanted.union(self.ordinary.split())

    @cached_property
    def _shortened(self) -> dict[str, str]:
        """The wanted words, with blanks between them, by what is left of them without a letter.

        Worked out when a word is first mended: a practice writes in one language or two.
        """
        found: dict[str, str] = {}
        for word in self._by_weight():
            for one in {word, *_without_one(word)} if len(word) >= SHORTEST else ():
                found[one] = f"{found[one]} {word}" if one in found else word
        return found

    @cached_property
    def _squeezed(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for word in self._by_weight():
            found.setdefault(_RUN.sub(r"\1", word), word)
        return found

    def _by_weight(self) -> list[str]:
        return sorted(self.weight, key=lambda word: (-self.weight[word], word))

    def nearest(self, word: str) -> list[str]:
        """The wanted words that are one slip away, the likeliest first."""
        if len(word) < SHORTEST:
            return []
        shortened = self._shortened
        left = (one for one in (word, *_without_one(word)) if one in shortened)
        near = [one for each in left for one in shortened[each].split()]
        found = {one for one in near if one_slip(word, one)}
        return sorted(found, key=lambda one: self._likely(word, one))[:MOST] if found else []

    def _likely(self, word: str, meant: str) -> tuple[bool, bool, int, str]:
        """Swapped letters first, then the same beginning, then what stands in more phrases."""
        return sorted(meant) != sorted(word), meant[0] != word[0], -self.weight.get(meant, 0), meant

    def stretched(self, word: str) -> str | None:
        """The wanted word of which letters were drawn out."""
        return self._squeezed.get(_RUN.sub(r"\1", word))

    def parts(self, word: str) -> list[str]:
        """The two wanted words that were run together; none where there are not two."""
        wanted = self.wanted
        for cut in range(2, len(word) - 1) if len(word) >= 6 else ():
            if word[:cut] in wanted and word[cut:] in wanted:
                return [word[:cut], word[cut:]]
        return []


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
