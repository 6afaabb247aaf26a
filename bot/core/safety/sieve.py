"""A sieve: which of several safety lists can find anything in a message at all; nearly always none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.safety.concern import Finder
from bot.core.safety.normal_form import MessageTokens


@dataclass(frozen=True, slots=True)
class Sieve:
    """Finders in a row, and for each word the bits of those that look further where it stands."""

    finders: tuple[Finder, ...]
    leads: Mapping[str, int]

    def worth(self, text: str) -> list[Finder]:
        """Those that look further at a message as it is spelt; the others find nothing in it."""
        met: dict[MessageTokens, int] = {}
        found = []
        for place, finder in enumerate(self.finders):
            tokens = finder.form.tokens(text)  # mostly the same ones for every language
            if tokens not in met:
                met[tokens] = self._met(tokens)
            if met[tokens] >> place & 1:
                found.append(finder)
        return found

    def _met(self, tokens: MessageTokens) -> int:
        bits = 0
        for word in self.leads.keys() & tokens.spelt:
            bits |= self.leads[word]
        return bits


def sieve(finders: Iterable[Finder]) -> Sieve:
    """A list is led to by a word that a phrase of it stands under, and by one that it writes out otherwise."""
    each, leads = tuple(finders), dict[str, int]()
    for place, finder in enumerate(each):
        for word in (*finder.rules.phrases, *finder.form.same):
            leads[word] = leads.get(word, 0) | 1 << place
    return Sieve(each, leads)
