"""A message as the safety lists read it: small words and full stops, each with a blank behind it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.safety.misspelling import Misspelling
from bot.core.understand.folding import fold

_TOKEN = re.compile(r"\w+(?:['*@$]\w+)*|[.!?؟。…]+|[\u2620\u26b0\u2694\U0001f300-\U0001faff]")
_SPELT = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .\-]){3,}[^\W\d_](?![^\W_])")
_STRETCHED = re.compile(r"(.)\1\1+")
_LEET = str.maketrans("013457@$", "oieastas")
_STOPS = frozenset(".!?؟。…")
LONGEST = 8000
"""Characters of a message that are read: two of Telegram's longest."""


def folded(text: str, folds: Mapping[str, str]) -> str:
    """Small letters without accents, one kind of apostrophe, and what a language writes in two ways in one."""
    said = fold(text)
    for two, one in folds.items():
        said = said.replace(two, one)
    return said


@dataclass(frozen=True, slots=True)
class NormalForm:
    """How a language's words are made alike: its own letters, its short forms, the words its list knows."""

    folds: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    clitics: tuple[str, ...] = ()
    elides: bool = False
    spelling: Misspelling = field(default_factory=Misspelling)

    def of(self, text: str, mend: bool = True) -> str:
        """``. i want to sleep . ``: every word and full stop with a blank behind it, one full stop in front."""
        said = folded(text[:LONGEST].replace("\n", ". "), self.folds)
        if _SPELT.search(said):
            said = _SPELT.sub(lambda spelt: re.sub(r"[ .\-]", "", spelt[0]), said)
        if self.elides:
            said = said.replace("'", " ")
        known, same = self.spelling.known, self.same
        words = ["."]
        for token in _TOKEN.findall(said):
            if token in known and token not in same:
                words.append(token)
            elif token[0] in _STOPS:
                words.append(".")
            else:
                words += self.word(token, mend)
        words += (".", "")
        return " ".join(words)

    def word(self, token: str, mend: bool = False) -> list[str]:
        """The words that one token stands for: a short form written out, a misspelling as it was meant."""
        whole = self.same.get(token)
        if whole is None:
            token = token.replace("'", "")
            whole = self.same.get(token)
        if whole is not None:
            return whole.split()
        if not mend or token in self.spelling.known:
            return [token]
        return [known for one in self._meant(token) for known in self.same.get(one, one).split()]

    def _meant(self, token: str) -> list[str]:
        """What an unknown token was to be: stretched, in digits, run together, with a letter wrong; else itself."""
        spelling = self.spelling
        short = _STRETCHED.sub(r"\1\1", token)
        if short != token:
            if known := spelling.stretched(token):
                return [known]
            if short in spelling.known:
                return [short]
            token = short
        if not token.isalpha():
            plain = token.translate(_LEET)
            if plain in spelling.wanted:
                return [plain]
        for clitic in self.clitics:
            if token.startswith(clitic) and token[len(clitic) :] in spelling.wanted:
                return [token[len(clitic) :]]
        return [meant] if (meant := spelling.nearest(token)) else spelling.parts(token) or [token]
