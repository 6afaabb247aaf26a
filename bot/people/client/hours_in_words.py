"""Other days or hours are wished for in words: they are said back, and set after a yes."""

from bot.core.understand.hours_wished import hours_wished
from bot.people.client import days_hours
from bot.people.turn import Turn
from bot.store import reflections
from bot.store.people import Client
from bot.telegram import Message


def wished(turn: Turn, client: Client, words: str) -> str:
    """The words of the days or hours, where a whole message wishes for some that can be; else ""."""
    if client.state not in ("active", "paused"):
        return ""
    row = reflections.open_of(turn.tx, client.id)
    value = hours_wished(words, open_now=row is not None and row.state == "open")
    return value if value and days_hours.can_be(turn, client, value) else ""


def offer(turn: Turn, client: Client, value: str, message: Message) -> None:
    """What was understood; without a yes the message is kept as what it would have been."""
    days_hours.offered(turn, client, value, message)
