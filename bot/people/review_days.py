"""Review days: from when on the working agreement is offered to a client by itself."""

from datetime import date, timedelta

from bot.core.base import wall
from bot.people import reader
from bot.people.turn import Turn
from bot.store import agreements, people
from bot.store.people import Client

LATER = timedelta(days=5)
"""So long after joining the rest of it is offered, once."""


def of(turn: Turn, client: Client) -> tuple[date, ...]:
    """Some days after joining, while the client has not confirmed it; then the day both wanted to look at it again.

    None for who wants no such offer, nor where nobody reads.
    """
    if client.rhythm.get("agreement_off") or reader.of(turn, client) is None:
        return ()
    one = agreements.latest(turn.tx, client.id, client.coach_id)
    if one is None or one.client_at is None:
        return (wall.local(client.joined_at, client.zone or "UTC").date() + LATER,)
    return (one.terms.review,) if one.terms.review is not None else ()


def never(turn: Turn, client: Client) -> None:
    """It is not offered by itself any more."""
    people.set_rhythm(turn.tx, client.id, agreement_off=True)
    people.touch(turn.tx, client.id, turn.now)
