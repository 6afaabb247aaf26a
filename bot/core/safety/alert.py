"""An alert: a notice to a coach that a help card was shown, and when it is looked at again until it is seen."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

CHECK = timedelta(seconds=20)
"""So soon it is looked at whether it was delivered."""

RETRY = timedelta(minutes=10)
"""What could not be delivered is looked at again."""

AGAIN = timedelta(hours=2)
"""Unconfirmed so long, it goes once more, and to a second contact."""

LASTS = timedelta(days=7)
"""So long something undelivered is looked at."""

Told = Literal["", "sent", "unsent"]


@dataclass(frozen=True, slots=True)
class Alert:
    """``told``: what its client was told of its delivery. ``second``: who was told besides. No words, no level.

    ``chosen``: its client's own tap sent it.
    """

    id: int
    client: int
    coach: int
    card: int
    made_at: datetime
    key: str = ""
    told: Told = ""
    checked_at: datetime | None = None
    again_at: datetime | None = None
    second: int = 0
    seen_at: datetime | None = None
    closed_at: datetime | None = None
    chosen: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing of it is to be done any more."""
        return self.seen_at is not None or self.closed_at is not None


def again_due(one: Alert, now: datetime) -> bool:
    """Whether it goes once more now: to who was told, and no other."""
    at = _again_at(one)
    return not one.over and at is not None and now >= at


def next_at(one: Alert) -> datetime | None:
    """When it is to be looked at; None where nothing of it waits."""
    if one.over:
        return None
    if not one.told:
        return (one.again_at or one.made_at) + CHECK
    again = _again_at(one)
    look = (one.checked_at or one.made_at) + RETRY if one.told == "unsent" else None
    if look is not None and look >= one.made_at + LASTS:
        look = None
    return min((at for at in (again, look) if at is not None), default=None)


def _again_at(one: Alert) -> datetime | None:
    """When it goes once more; what has not arrived is not unconfirmed, and the time runs from its arrival."""
    if one.told != "sent" or one.again_at is not None:
        return None
    return (one.checked_at or one.made_at) + AGAIN
