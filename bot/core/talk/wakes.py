"""Wakes: what a reflection waits for and when that is over, read off its state alone."""

from datetime import datetime, timedelta
from typing import get_args

from bot.core.base import wall
from bot.core.talk.model import Manners, Reflection, Wake, WakeKind
from bot.core.talk.reflection import over
from bot.core.talk.tempo import wait

KINDS: tuple[WakeKind, ...] = get_args(WakeKind)


def wakes(reflection: Reflection, manners: Manners, now: datetime, zone: str = "UTC") -> tuple[Wake, ...]:
    """Every wake that a reflection needs as it stands; one that is over needs none.

    What was put off comes in waking hours, whatever these are by then.
    """
    found = ((kind, wanted(reflection, manners, kind)) for kind in KINDS)
    return tuple(
        Wake(kind, _awake(at, now, manners, zone) if kind == "snooze" else at, reflection.question)
        for kind, at in found
        if at is not None
    )


def wanted(reflection: Reflection, manners: Manners, kind: WakeKind) -> datetime | None:
    """When this wake is to come, or None when nothing waits for it (any more)."""
    if reflection.halt:  # what "stop" meant is still to be said: nothing goes on by itself
        since = reflection.until or reflection.asked_at
        return _plus(since, manners.window) if kind == "lapse" and not over(reflection) else None
    is_open = reflection.state == "open"
    waits = is_open and reflection.heard_at is None
    match kind:
        case "settle":
            grows = is_open and not reflection.rests
            return _plus(reflection.heard_at, wait(manners.settle, reflection.pause)) if grows else None
        case "nudge":
            return _plus(reflection.asked_at, manners.nudge) if waits and not reflection.nudged else None
        case "lapse":
            return (
                _plus(reflection.asked_at, manners.window)
                if waits or (is_open and reflection.rests)
                else None
            )
        case "snooze":
            return reflection.until if reflection.state == "snoozed" else None
        case _:  # hold
            return reflection.until if reflection.state == "holding" else None


def _awake(at: datetime, now: datetime, manners: Manners, zone: str) -> datetime:
    return wall.awake(max(at, now), zone, manners.quiet) if manners.quiet else at


def _plus(at: datetime | None, span: timedelta | None) -> datetime | None:
    return None if at is None or span is None else at + span
