"""A respite: for a day after words that sound like danger nothing is asked but what their writer chooses.

Of what was written nothing is kept here but until when it lasts.
"""

from datetime import datetime, timedelta

from bot.people.turn import Turn
from bot.store import people
from bot.store.people import Client

LASTS = timedelta(hours=24)

STILL = timedelta(hours=12)
"""So long nothing is asked by itself after words that only sound like danger."""

SAID = timedelta(hours=1)
"""So long the whole of where help is, once said, is not said again before an answer."""


def begin(turn: Turn, client: Client) -> None:
    """From now on, for a day."""
    people.set_rhythm(turn.tx, client.id, rests_until=(turn.now + LASTS).isoformat())
    people.touch(turn.tx, client.id, turn.now)


def end(turn: Turn, client: Client) -> None:
    """Over at once, by the client's own choice."""
    people.set_rhythm(turn.tx, client.id, rests_until=None, helped_at=None, still_until=None)
    people.touch(turn.tx, client.id, turn.now)


def until(turn: Turn, client: Client) -> datetime | None:
    """When it ends; None where there is none, or it is over."""
    said = client.rhythm.get("rests_until")
    ends = datetime.fromisoformat(said) if said else None
    return ends if ends is not None and ends > turn.now else None


def helped(turn: Turn, client: Client) -> None:
    """The whole of where help is stands in the chat now."""
    people.set_rhythm(turn.tx, client.id, helped_at=turn.now.isoformat())


def help_stands(turn: Turn, client: Client) -> bool:
    """Whether it was said within the hour: a small question is then answered first."""
    said = client.rhythm.get("helped_at")
    return said is not None and turn.now - datetime.fromisoformat(said) < SAID


def be_still(turn: Turn, client: Client) -> None:
    """Words that only sound like danger: nothing is asked by itself for the rest of that evening."""
    people.set_rhythm(turn.tx, client.id, still_until=(turn.now + STILL).isoformat())
    people.touch(turn.tx, client.id, turn.now)


def still_until(turn: Turn, client: Client) -> datetime | None:
    """When that ends; None where there is none, or it is over."""
    said = client.rhythm.get("still_until")
    ends = datetime.fromisoformat(said) if said else None
    return ends if ends is not None and ends > turn.now else None
