"""Another question was chosen: the one that was asked is put away without a word, and the chosen one begins."""

from bot.people import alternatives, library, reflecting
from bot.people.client import menu
from bot.people.turn import Turn, number
from bot.store import reflections
from bot.store.people import Client


def chosen(turn: Turn, client: Client, value: str) -> None:
    """Begin what was chosen; a button of an earlier offer asks for its question as /now does."""
    which, _, name = value.partition(":")
    row = reflections.get(turn.tx, number(which))
    its = row is not None and row.client_id == client.id and row.ended_at is None
    known = library.on_demand(turn.tx, client.language)
    there = any(one.name == name and alternatives.may_ask(turn, client, one) for one in known)
    if row is not None and its and there and client.state != "stopped" and row.state in ("open", "snoozed"):
        reflecting.put_away(turn, client, row, "parked")
    return menu.now(turn, client, name)
