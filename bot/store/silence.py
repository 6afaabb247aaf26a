"""Silence: until when nothing may come into a chat, because its client chose to be left in peace just now."""

from datetime import datetime, timedelta

from bot.store import reflections
from bot.store.db import Tx

AFTER = timedelta(minutes=15)
"""What waited comes so long after it: the question that follows it has the first word."""


def until(tx: Tx, chat_id: int, now: datetime) -> datetime | None:
    """When something may come again; None where no silence lasts."""
    ends = (one.reflection.until for one in reflections.under_way(tx, chat_id) if one.state == "holding")
    return max((one + AFTER for one in ends if one is not None and one > now), default=None)
