"""A value in an answer's words: the number, the time of day or the date that was asked for, where there is one."""

import re
import unicodedata
from datetime import date

from bot.core.base.language import base
from bot.core.understand import dates, times
from bot.core.understand.lexer import tokens

_HALF_YEAR = 183
_NUMBER = re.compile(r"(?<![\w.,:/])[-−]?\d+(?:[.,]\d+)*(?![.,:/]?\d)")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SPELT = re.compile(r"(?P<tens>[2-9]0) (?P<one>[1-9])|(?P<whole>\d+)(?P<half> half(?:past)?)?")
_NOUGHT = frozenset(
    {
        "zero",
        "none",
        "nothing",
        "null",
        "keine",
        "keiner",
        "keins",
        "nichts",
        "cero",
        "ninguno",
        "ninguna",
        "nada",
        "صفر",
        "لا شيء",
    }
)


def value(kind: str, words: str, language: str, today: date) -> str | None:
    """``7.5``, ``07:30``, ``2026-12-24``; None where the words hold no such thing, or may mean two.

    Of a date without a year the one that is nearer to today is meant.
    """
    match kind:
        case "number":
            return number(words, language)
        case "time":
            clock = times.clock(words, language).only
            return None if clock is None else f"{clock:%H:%M}"
        case "date":
            day = dates.when(words, today, language, _HALF_YEAR).only
            return None if day is None else day.isoformat()
        case _:
            return None


def number(words: str, language: str) -> str | None:
    """The one number in the words, with a point for its decimals; None where there is none, or are several."""
    plain = _western(words)
    found = set(_NUMBER.findall(plain))
    if len(found) == 1 and not re.search(r"\d", _NUMBER.sub("", plain)):
        return _decimal(found.pop(), language)
    if found or re.search(r"\d", plain):
        return None
    return _spelt(plain, language)


def _western(words: str) -> str:
    """The words with digits of any script as 0 to 9."""
    digits = (str(unicodedata.decimal(sign, "")) or sign for sign in words)
    return "".join(digits).replace("٫", ".").replace("−", "-")


def _decimal(digits: str, language: str) -> str | None:
    """Digits as written in this language; None where their points and commas are no number's."""
    if base(language) == "en" and _THOUSANDS.fullmatch(digits):
        plain = digits.replace(",", "")
    elif base(language) != "en" and _GROUPED.fullmatch(digits):
        plain = digits.replace(".", "").replace(",", ".")
    else:
        plain = digits.replace(",", ".")
    return plain if plain.count(".") < 2 else None


def _spelt(words: str, language: str) -> str | None:
    """A number in letters: "seven and a half", "zweiundzwanzig"."""
    if words.strip(" .!").casefold() in _NOUGHT:
        return "0"
    found = [*_SPELT.finditer(tokens(words, language))]
    idle = len(words.split()) > 3 and found and found[0]["whole"] == "1"  # "one of those nights"
    if len(found) != 1 or idle:
        return None
    if found[0]["tens"]:
        return str(int(found[0]["tens"]) + int(found[0]["one"]))
    return found[0]["whole"] + (".5" if found[0]["half"] else "")
