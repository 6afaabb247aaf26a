"""A message as the safety lists read it: small words and full stops, each with a blank behind it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

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


Meant = Mapping[str, list[list[str]]]
"""Words, and what each can have been: one or several words."""


def folded(text: str, folds: Mapping[str, str]) -> str:
    """Small letters without accents, one kind of apostrophe, and what a language writes in two ways in one."""
    said = fold(text)
    for two, one in folds.items():
        said = said.replace(two, one)
    return said


@dataclass(frozen=True, slots=True, eq=False)
class MessageTokens:
    """Words, full stops and signs, as they are spelt: in their order, as a set, those with an apostrophe, what
    they can show a phrase, and that with those without it."""

    each: tuple[str, ...]
    there: frozenset[str]
    short: frozenset[str]
    present: frozenset[str]
    spelt: frozenset[str]


def present(words: Iterable[str]) -> frozenset[str]:
    """What a message has to show a phrase: its words, and how they begin."""
    there = frozenset(words)
    return there.union([f"{word[:3]}*" for word in there])


@lru_cache(maxsize=4)  # every language's list asks for the same
def _read(text: str) -> str:
    return fold(text[:LONGEST].replace("\n", ". "))


@lru_cache(maxsize=4)
def _joined(said: str) -> str:
    """What is spelt out letter by letter as the word that it is."""
    return _SPELT.sub(lambda spelt: re.sub(r"[ .\-]", "", spelt[0]), said) if _SPELT.search(said) else said


@lru_cache(maxsize=4)
def _taken(said: str) -> MessageTokens:
    each = tuple(_TOKEN.findall(said))
    there = frozenset(each)
    shown = present((".", *there))
    if "'" not in said:
        return MessageTokens(each, there, frozenset(), shown, shown)
    short = frozenset(token for token in there if "'" in token)
    bare = present(token.replace("'", "") for token in short)
    return MessageTokens(each, there, short, shown, shown | bare)


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
        tokens = self.tokens(text)
        return self.written(tokens, self.meant(tokens, mend))

    def meant(self, tokens: MessageTokens, mend: bool) -> Meant:
        """What each word that does not stand for itself can have been, the likeliest first."""
        strange = (tokens.there - self.spelling.known) if mend else tokens.short
        strange |= tokens.there & self.same.keys()
        return {token: self._meant(token, mend) for token in strange if token[0] not in _STOPS}

    def possible(self, tokens: MessageTokens, meant: Meant) -> frozenset[str]:
        """Every word that stands in some reading of a message, how it begins, and perhaps a few more."""
        more = {word for each in meant.values() for words in each for word in words}
        return tokens.present | present(more) if more else tokens.present

    def written(self, tokens: MessageTokens, meant: Meant) -> list[str]:
        """The readings of a message written out, as ``of`` has them."""
        words, others = ["."], []
        for token in tokens.each:
            if token[0] in _STOPS:
                words.append(".")
            elif token not in meant or (token not in self.same and token in self.spelling.known):
                words.append(token)
            else:
                likeliest, *more = meant[token]
                others += [(len(words), len(words) + len(likeliest), other) for other in more]
                words += likeliest
        words += (".", "")
        return [
            " ".join(words),
            *(" ".join(words[:a] + other + words[b:]) for a, b, other in others[:READINGS]),
        ]

    def tokens(self, text: str) -> MessageTokens:
        """A message taken apart; the languages that spell it alike share what comes out."""
        said = _read(text)
        for two, one in self.folds.items():
            said = said.replace(two, one)
        said = _joined(said)
        return _taken(said.replace("'", " ") if self.elides else said)

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
