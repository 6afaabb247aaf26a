"""Talks that are overtaken: the coach in whose name they ask has left, or the session they ask before is off."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.people import planning, reflecting
from bot.people.turn import Turn
from bot.store import reflections
from bot.store.people import Client

NEAR = timedelta(days=1)
"""A session that is moved by less than this is still what its questions are about."""


def by_coach(turn: Turn, client: Client) -> bool:
    """The coach is another, or none: every open talk ends; whether there was one."""
    rows = reflections.under_way(turn.tx, client.id)
    for row in rows:
        reflecting.put_away(turn, client, row, "stopped")
    return bool(rows)


def by_session(turn: Turn, client: Client, known: Collection[datetime], lost: Collection[datetime]) -> bool:
    """A talk before a session that is not at its hour any more, nor near it, ends; whether there was one."""
    ended = False
    coming = planning.session_at(turn, client, ahead=True)
    for row in reflections.under_way(turn.tx, client.id):
        about = min((at for at in known if at > row.begun_at), default=None)
        if about not in lost or about is None or reflecting.kind(turn, row) != "before":
            continue
        if coming is None or coming > about + NEAR:
            reflecting.put_away(turn, client, row, "stopped")
            ended = True
    return ended
