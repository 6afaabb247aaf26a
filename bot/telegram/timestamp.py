"""An instant inside a message: Telegram shows it by the reader's own clock, older apps the words beneath."""

import re
from datetime import datetime
from html import escape, unescape

FORMAT = "wDt"
"""How apps show it: the weekday, the date in words, the hour."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def timestamp(words: str, at: datetime) -> str:
    """Plain ``words`` for an aware instant, as Telegram HTML: an entity ``date_time`` over exactly those words.

    Telegram counts its place itself, so that no offset is worked out here.
    """
    return f'<tg-time unix="{int(at.timestamp())}" format="{FORMAT}">{escape(words, quote=False)}</tg-time>'


def bare(text: str) -> str:
    """What a reader sees of Telegram HTML where no markup is taken: the words, without tags or references."""
    return unescape(_TAG.sub("", text))
