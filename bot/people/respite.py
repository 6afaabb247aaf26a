"""A respite: for a day after words that sound like danger nothing is asked but what their writer chooses.

Of what was written nothing is kept here but until when it lasts.
"""

from datetime import datetime, timedelta

from bot.people.turn import Turn
from bot.store import people
from bot.store.people import Client

LASTS = timedelta(hours=24)


def begin(turn: Turn, client: Client) -> None:
    """From now on, for a day."""
    people.set_rhythm(turn.tx, client.id, rests_until=(turn.now + LASTS).isoformat())
    people.touch(turn.tx, client.id, turn.now)


def end(turn: Turn, client: Client) -> None:
    """Over at once, by the client's own choice."""
    people.set_rhythm(turn.tx, client.id, rests_until=None)
    people.touch(turn.tx, client.id, turn.now)


def until(turn: Turn, client: Client) -> datetime | None:
    """When it ends; None where there is none, or it is over."""
    said = client.rhythm.get("rests_until")
    ends = datetime.fromisoformat(said) if said else None
    return ends if ends is not None and ends > turn.now else None
