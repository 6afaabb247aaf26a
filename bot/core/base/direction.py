"""Which way a text runs, and what keeps a name or an answer from turning the sentence around it."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError

Key = TypeVar("Key")

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"  # the first letter inside says which way the inside runs
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_COMMAND = re.compile(r"(?<![\w/<&])/[a-z_]+(?!\w)")


@lru_cache(maxsize=64)
def right_to_left(language: str) -> bool:
    """Whether a language ("ar", "de-AT") is written from right to left; an unknown one is not."""
    try:
        return Locale.parse(language.replace("_", "-"), sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def turns(text: str) -> bool:
    """Whether any letter of the text runs from right to left."""
    return any(bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)


def isolated(text: str, rtl: bool = False) -> str:
    """Text as it may stand inside a sentence: wrapped in U+2068 and U+2069 where directions can meet.

    ``rtl``: whether the sentence runs from right to left. Empty text stays empty.
    """
    return f"{_ISOLATE}{text}{_END_ISOLATE}" if text and (rtl or turns(text)) else text


def commands_kept(text: str, rtl: bool) -> str:
    """Telegram's HTML with each command wrapped where the text runs from right to left: its slash stays first."""
    return _COMMAND.sub(lambda command: isolated(command[0], rtl), text) if rtl else text


def stacked(rows: tuple[tuple[Key, ...], ...], label: Callable[[Key], str]) -> tuple[tuple[Key, ...], ...]:
    """Buttons, one a row wherever a label runs from right to left: Telegram does not mirror a keyboard.

    Rows of numbers stay rows: they read the same either way.
    """
    return tuple(
        part
        for row in rows
        for part in (tuple((key,) for key in row) if any(turns(label(key)) for key in row) else (row,))
    )
