"""What a coach wants of the digests: day, hour, all clients in one message or not, and whether reading is told."""

from bot.people.turn import Turn
from bot.store import standing
from bot.store.people import Coach

MANY = 4
"""From so many clients on they come in one message, unless the coach chose otherwise."""


def day_and_hour(turn: Turn, coach: Coach) -> tuple[int, int]:
    """The weekday (Monday is 0) and the hour: the coach's own, else those of the settings."""
    day, hour = coach.prefs.get("day"), coach.prefs.get("hour")
    usual = turn.config.digest
    return usual.weekday if day is None else int(day), usual.hour if hour is None else int(hour)


def as_one(turn: Turn, coach: Coach) -> bool:
    """Whether all clients come in one message."""
    form = coach.prefs.get("form")
    return form == "one" if form else len(standing.readable(turn.tx, coach.id)) >= MANY


def reads(coach: Coach) -> bool:
    """Whether clients are told that what they shared was read."""
    return bool(coach.prefs.get("reads", True))
