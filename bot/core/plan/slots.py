"""Candidate hours for a prompt: those that the client picked, and the usual hour on other days."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.base.wall import Quiet, awake, zone_of
from bot.core.plan.facts import Facts
from bot.core.plan.rhythm import clock_text


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant and what the client's clock shows then; ``chosen`` is the picked hour, if it is one."""

    at: datetime
    local: datetime
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class ClientClock:
    """A client's clock and week: ``hours`` of each weekday, and whether the day is ``picked``.

    What was worked out is remembered in ``known``: the same hour is asked for many times in one plan.
    """

    zone: ZoneInfo
    name: str
    quiet: Quiet
    hours: tuple[tuple[time, ...], ...]
    picked: tuple[bool, ...]
    known: dict[tuple[date, time], Moment | None] = field(default_factory=dict, compare=False)


def clock_of(facts: Facts) -> ClientClock:
    """The client's clock. Raises UnknownZone."""
    days = facts.rhythm.days
    hours = tuple(facts.rhythm.hours(day) for day in range(7))
    return ClientClock(
        zone_of(facts.zone), facts.zone, facts.quiet, hours, tuple(day in days for day in range(7))
    )


def shown(clock: ClientClock, at: datetime) -> datetime:
    """What the clock shows at an instant (naive)."""
    return at.astimezone(clock.zone).replace(tzinfo=None, fold=0)


def day_of(clock: ClientClock, at: datetime) -> date:
    """The day that the calendar shows at an instant."""
    return at.astimezone(clock.zone).date()


def midnight(clock: ClientClock, day: date) -> datetime:
    """The instant at which the day begins."""
    return datetime.combine(day, time(), clock.zone).astimezone(UTC)


def exact(clock: ClientClock, at: datetime) -> Moment:
    """The moment of that instant, whatever the hour."""
    return Moment(at, shown(clock, at))


def on(clock: ClientClock, day: date, hour: time) -> Moment | None:
    """That hour of that day, moved on to the end of quiet hours; None when that is another day."""
    if (day, hour) not in clock.known:
        clock.known[day, hour] = _on(clock, day, hour)
    return clock.known[day, hour]


def on_day(clock: ClientClock, day: date) -> list[Moment]:
    """The client's hours on a day, in order; on a day that was not picked, the usual ones, which nobody chose."""
    found = [on(clock, day, hour) for hour in clock.hours[day.weekday()]]
    its = [moment for moment in found if moment is not None]
    return its if clock.picked[day.weekday()] else [replace(moment, chosen="") for moment in its]


def picked(clock: ClientClock, first: datetime, last: datetime) -> Iterator[Moment]:
    """The picked hours after ``first``, up to and including ``last``, in order."""
    return _within(clock, first, last, picked_days=True)


def later(clock: ClientClock, first: datetime, hours: float) -> Iterator[Moment]:
    """Where something waits for so many hours: the next picked hours, then the usual ones of other days."""
    last = first + timedelta(hours=hours)
    yield from picked(clock, first, last)
    yield from _within(clock, first, last, picked_days=False)


def _on(clock: ClientClock, day: date, hour: time) -> Moment | None:
    at = datetime.combine(day, hour, clock.zone).astimezone(UTC)
    here = shown(clock, at)
    # A chosen hour may come to lie in the quiet hours when clocks change, or when those are set later.
    if clock.quiet.holds(here.time()):
        at = awake(at, clock.name, clock.quiet)
        here = shown(clock, at)
    if here.date() != day:
        return None  # a day that the calendar left out, or an hour with no waking one after it
    return Moment(at, here, clock_text(hour))


def _within(clock: ClientClock, first: datetime, last: datetime, picked_days: bool) -> Iterator[Moment]:
    day, end = day_of(clock, first), day_of(clock, last)
    while day <= end:
        if clock.picked[day.weekday()] == picked_days:
            yield from (moment for moment in on_day(clock, day) if first < moment.at <= last)
        day += timedelta(days=1)
