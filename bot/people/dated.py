"""Instants in what the bot says: words, and beneath them the instant itself, shown by the reader's own clock."""

import re
from collections.abc import Iterable
from datetime import datetime

from bot.i18n import Texts
from bot.telegram import escape
from bot.telegram.timestamp import timestamp


def shown(t: Texts, at: datetime, zone: str) -> str:
    """An instant for a message: ``t.when`` in Telegram's HTML. Not for buttons, which take no markup."""
    return timestamp(t.when(at, zone), at)


def marked(text: str, named: Iterable[tuple[str, datetime]]) -> str:
    """A message whose words for instants are known, each with its instant beneath; what is not in it stays out."""
    for words, at in named:
        said = escape(words)
        found = re.finditer(rf"{re.escape(said)}|&#?\w+;", text) if said else ()
        first = next((one for one in found if one[0] == said), None)  # never within "&amp;"
        if first is not None:
            text = text[: first.start()] + timestamp(words, at) + text[first.end() :]
    return text
