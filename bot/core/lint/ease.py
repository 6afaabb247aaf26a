"""How easy a text is to read, by the index that fits its language; higher is harder.

Each index is turned so that the same two limits of docs/evidence.md can be written beside it.
Formulas: Kincaid 1975 (en), Björnsson 1968 (LIX: de), Fernández Huerta 1959 (es), Kandel and Moles
1958 (fr), Oborneva 2006 (ru); Arabic has our own rough one: long words and long sentences.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class EaseLimit:
    """``warn`` and ``block``: harder than this; ``slack``: how much a text of one word may stray.

    A short text says little: the limit is loosened by ``slack`` divided by the number of words.
    """

    warn: float
    block: float
    slack: float


LIMITS: Mapping[str, EaseLimit] = {
    "flesch-kincaid": EaseLimit(6, 8, 60),
    "lix": EaseLimit(35, 45, 250),
    "fernandez-huerta": EaseLimit(-70, -55, 250),
    "kandel-moles": EaseLimit(-70, -55, 300),
    "oborneva": EaseLimit(-60, -40, 300),
    "long-words": EaseLimit(14, 18, 60),
}


def count(text: str) -> int:
    """The number of words."""
    return len(_WORD.findall(text))


def hardness(lengths: tuple[int, ...], text: str, index: str) -> float:
    """The index of a text whose sentences have ``lengths`` words; 0 for an unknown index or no words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    mean = len(words) / max(len(lengths), 1)
    match index:
        case "flesch-kincaid":
            return 0.39 * mean + 11.8 * _syllables(words, "en") / len(words) - 15.59
        case "lix":
            return mean + 100 * sum(len(word) > 6 for word in words) / len(words)
        case "fernandez-huerta":
            return 60 * _syllables(words, "es") / len(words) + 1.02 * mean - 206.84
        case "kandel-moles":
            return 73.6 * _syllables(words, "fr") / len(words) + 1.015 * mean - 207
        case "oborneva":
            return 60.1 * _syllables(words, "ru") / len(words) + 1.3 * mean - 206.835
        case "long-words":
            return 0.5 * mean + 30 * sum(len(word) > 7 for word in words) / len(words)
    return 0.0


def _syllables(words: list[str], language: str) -> int:
    count = {"en": _english, "es": _spanish, "fr": _french, "ru": _russian}[language]
    return sum(count(word.lower()) for word in words)


def _english(word: str) -> int:
    """Groups of vowels, less the silent e's; near enough for a limit with slack."""
    groups = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouy]e[sd]?$", word) and not re.search(
        r"[^aeiouy]le[sd]?$|[td]ed$|[sxz]es$|[cs]hes$|[cg]es$", word
    ):
        groups -= 1
    groups += len(re.findall(r"i[ao](?!u)|[aeiou]ing$|eo(?!u)|ua", word)) - len(
        re.findall(r"[tcs]io|[tc]ia", word)
    )
    return max(groups, 1)


def _spanish(word: str) -> int:
    """Vowel groups, cut between strong vowels and at an accented í or ú."""
    marked = re.sub(r"[íú]", "-o-", word)
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", marked) if not unicodedata.combining(letter)
    )
    return max(len(re.findall(r"[iuy]?[aeo](?:[iuy](?![aeo]))?|[iuy]+", plain)), 1)


def _french(word: str) -> int:
    """Vowel groups, less a mute ending."""
    groups = len(re.findall(r"[aeiouyàâäéèêëîïôöùûüœæ]+", word))
    return max(groups - len(re.findall(r"[^aeiouyàâäéèêëîïôöùûüœæ](?:e|es|ent)$", word)), 1)


def _russian(word: str) -> int:
    return max(len(re.findall(r"[аеёиоуыэюя]", word)), 1)
