"""An utterance: what somebody wrote, folded and taken apart once, however many readings look at it."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.core.understand.folding import fold

_SIGNS = re.compile(r"[^\w\s]")


@dataclass(frozen=True)
class Utterance:
    """A message and its forms, each made when a reading first asks for it."""

    text: str

    @cached_property
    def folded(self) -> str:
        """As ``fold`` has it."""
        return fold(self.text)

    @cached_property
    def plain(self) -> str:
        """The folded words without signs, one blank between: "i'm" is two of them."""
        return " ".join(_SIGNS.sub(" ", self.folded).split())

    @cached_property
    def joined(self) -> str:
        """The same with what an apostrophe parts in one: "im"."""
        if "'" not in self.folded:
            return self.plain
        return " ".join(_SIGNS.sub(" ", self.folded.replace("'", "")).split())

    @cached_property
    def bag(self) -> frozenset[str]:
        """The words that stand in it, both ways; what a line below parts is two words as well."""
        found = frozenset(self.plain.split())
        if "'" in self.folded:
            found = found.union(self.joined.split())
        return found.union(self.plain.replace("_", " ").split()) if "_" in self.plain else found

    @cached_property
    def asks(self) -> bool:
        """Whether a question mark stands in it."""
        return "?" in self.text or "؟" in self.text

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of these words stands in it: what a reading asks before it reads."""
        return not self.bag.isdisjoint(words)


@lru_cache(maxsize=32)  # of one message it is asked dozens of times
def heard(text: str) -> Utterance:
    """A message, taken apart once."""
    return Utterance(text)
