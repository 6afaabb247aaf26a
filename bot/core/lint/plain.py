"""A text made easy to match: small letters, straight apostrophes, quoted words blanked, places kept."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 2000
"""Characters of one message that are judged; beyond it LEN speaks for itself and nothing can hang."""

_QUOTES = tuple(
    re.compile(pattern)
    for pattern in (
        r"„([^„“”\n]{1,400})[“”]",
        r"“([^“”\n]{1,400})”",
        r"«([^«»\n]{1,400})»",
        r"‹([^‹›\n]{1,400})›",
        r'(?<!\w)"([^"\n]{1,400})"',
        r"‘([^‘’\n]{1,400}(?:’\w[^‘’\n]{0,400}){0,9})’(?!\w)",
    )
)
_MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_DROPPED = re.compile(r"[\u00ad\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CHANGED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "\t": " "})


@dataclass(frozen=True, slots=True)
class Plain:
    """``shown`` keeps the capitals, ``lower`` does not; both have one character for each of ``places``.

    ``places``: where in the original each character stood, and at the end the original's length.
    """

    shown: str
    lower: str
    places: Sequence[int]

    def origin(self, place: int) -> int:
        """Where in the original text the character at ``place`` stands."""
        return self.places[min(place, len(self.places) - 1)]


def plain(text: str) -> Plain:
    """The text as the rules read it. Pure; never raises; judges the first ``LONGEST`` characters."""
    text = unquoted(_MARKUP.sub(lambda tag: " " * len(tag[0]), text[:LONGEST])).translate(_CHANGED)
    if (
        unicodedata.is_normalized("NFC", text)
        and not _DROPPED.search(text)
        and len(text.lower()) == len(text)
    ):
        return Plain(text, text.lower(), range(len(text) + 1))
    letters = _letters(text)
    shown = "".join(letter for _, letter in letters)
    lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in shown)
    return Plain(shown, lower, (*(place for place, _ in letters), len(text)))


def unquoted(text: str) -> str:
    """The text with what stands in quotation marks blanked out, at the same length.

    Quoted words are somebody else's: a client's echo, a name. A text quoted as a whole is not a quote.
    """
    for quote in _QUOTES:
        text = quote.sub(lambda found: found[0] if _whole(found) else _blank(found), text)
    return text


def _whole(found: re.Match[str]) -> bool:
    """Whether the marks hold the whole text, as in a list that puts each prompt in quotation marks."""
    return len(found[0]) == len(found.string.strip())


def _blank(found: re.Match[str]) -> str:
    return found[0][0] + "q" * len(found[1]) + found[0][-1]


def _letters(text: str) -> list[tuple[int, str]]:
    """Each composed letter with its place; marks that only decorate are dropped."""
    kept = [(place, letter) for place, letter in enumerate(text) if not _DROPPED.match(letter)]
    if unicodedata.is_normalized("NFC", "".join(letter for _, letter in kept)):
        return kept
    letters: list[tuple[int, str]] = []
    for place, letter in kept:
        joined = unicodedata.normalize("NFC", letters[-1][1] + letter) if letters else ""
        if unicodedata.combining(letter) and len(joined) == 1:
            letters[-1] = (letters[-1][0], joined)
        else:
            letters.append((place, letter))
    return letters
