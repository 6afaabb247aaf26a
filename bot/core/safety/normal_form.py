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
READINGS = 6
"""Readings besides the likeliest that are looked at."""

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

    def of(self, text: str, mend: bool = True) -> list[str]:
        """``. i want to sleep . ``: every word and full stop with a blank behind it, one full stop in front.

        Where a misspelt word can have been several, the likeliest comes first, then each other on its own.
        """
        words, others = ["."], []
        known, same = self.spelling.known, self.same
        for token in _TOKEN.findall(self._plain(text)):
            if token in known and token not in same:
                words.append(token)
            elif token[0] in _STOPS:
                words.append(".")
            else:
                meant, *more = self._meant(token, mend)
                others += [(len(words), len(words) + len(meant), other) for other in more]
                words += meant
        words += (".", "")
        return [
            " ".join(words),
            *(" ".join(words[:a] + other + words[b:]) for a, b, other in others[:READINGS]),
        ]

    def _plain(self, text: str) -> str:
        said = folded(text[:LONGEST].replace("\n", ". "), self.folds)
        if _SPELT.search(said):
            said = _SPELT.sub(lambda spelt: re.sub(r"[ .\-]", "", spelt[0]), said)
        return said.replace("'", " ") if self.elides else said

    def word(self, token: str) -> list[str]:
        """The words that one token stands for: a short form is written out."""
        return self._meant(token, False)[0]

    def _meant(self, token: str, mend: bool) -> list[list[str]]:
        """What a token can have been, the likeliest first: a short form written out, a misspelling mended."""
        whole = self.same.get(token)
        if whole is None:
            token = token.replace("'", "")
            whole = self.same.get(token)
        if whole is not None:
            return [whole.split()]
        if not mend or token in self.spelling.known:
            return [[token]]
        return [self._long(one) for one in self._mended(token)] or [self.spelling.parts(token) or [token]]

    def _long(self, word: str) -> list[str]:
        return self.same.get(word, word).split()

    def _mended(self, token: str) -> list[str]:
        """What an unknown token was to be: stretched, in digits, a letter wrong; nothing where none is near."""
        spelling = self.spelling
        short = _STRETCHED.sub(r"\1\1", token)
        if short != token:
            if known := spelling.stretched(token):
                return [known]
            token = short
        if not token.isalpha():
            plain = token.translate(_LEET)
            if plain in spelling.wanted:
                return [plain]
        for clitic in self.clitics:
            if token.startswith(clitic) and token[len(clitic) :] in spelling.wanted:
                return [token[len(clitic) :]]
        return spelling.nearest(token)
