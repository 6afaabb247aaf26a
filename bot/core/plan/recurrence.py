"""Coaching sessions in time: one, or a repeat with dates moved or left out, as instants."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count, takewhile

from bot.core.base.wall import instant
from bot.core.plan.rhythm import parse_clock

EVERY = {"once": 0, "weekly": 1, "fortnightly": 2}


@dataclass(frozen=True, slots=True)
class Session:
    """One coaching session. ``starts`` is UTC.

    ``key`` names it for good ("12:2026-10-20": the row and its first date), also when it is moved.
    ``number`` counts those that take place, from 1; 0 for a cancelled one. ``moved_at`` is the instant at
    which it was moved or cancelled.
    """

    key: str
    starts: datetime
    minutes: int = 60
    cancelled: bool = False
    number: int = 0
    moved_at: datetime | None = None

    @property
    def ends(self) -> datetime:
        """The UTC instant at which it ends."""
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Change:
    """A date of a repeat that is not kept: moved ``to`` another wall-clock time, or cancelled (None)."""

    on: date
    to: datetime | None
    at: datetime  # when this was said, UTC


@dataclass(frozen=True, slots=True)
class Repeat:
    """Coaching sessions on one wall clock. ``starts`` is naive, in ``zone``; no ``weeks`` nor ``months``: once.

    ``by``: every so many months on the same ``day`` of the month (its last where it has none), on the same
    ``weekday`` of it (a fifth is its last), or on the ``last`` such weekday.
    """

    id: int
    starts: datetime
    zone: str
    minutes: int = 60
    weeks: int = 0
    until: date | None = None
    changes: tuple[Change, ...] = ()
    months: int = 0
    by: str = ""  # day, weekday, last

    @property
    def repeats(self) -> bool:
        """Whether there is more than one date."""
        return bool(self.weeks or self.months)


def expand(repeat: Repeat, last: date) -> tuple[Session, ...]:
    """Its sessions up to the date ``last`` (of the repeat, on its own clock), cancelled ones included.

    In order of the repeat. Numbers are given by ``number``.
    """
    end = min(last, repeat.until) if repeat.until else last
    changes = {change.on: change for change in repeat.changes}
    days = takewhile(lambda day: day <= end, _days(repeat))
    return tuple(_session(repeat, day, changes.get(day)) for day in days)


def _days(repeat: Repeat) -> Iterator[date]:
    """Its dates, without an end where it repeats."""
    first = repeat.starts.date()
    if not repeat.repeats:
        yield first
        return
    if repeat.weeks:
        yield from (first + timedelta(weeks=times * repeat.weeks) for times in count())
    yield from (_month_on(first, times * repeat.months, repeat.by) for times in count())


def _month_on(first: date, months: int, by: str) -> date:
    """The same day, or weekday, of the month that is so many months on."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    opening, length = monthrange(year, month + 1)
    if by not in ("weekday", "last"):
        return date(year, month + 1, min(first.day, length))
    weeks = 4 if by == "last" else (first.day - 1) // 7
    day = (first.weekday() - opening) % 7 + 1 + weeks * 7
    return date(year, month + 1, day if day <= length else day - 7)


def number(sessions: Iterable[Session], held: int = 0) -> tuple[Session, ...]:
    """The sessions in order of time, those that take place numbered from ``held`` + 1."""
    count = held
    found = []
    for session in sorted(sessions, key=lambda s: (s.starts, s.key)):
        count += not session.cancelled
        found.append(replace(session, number=0 if session.cancelled else count))
    return tuple(found)


def parse_session(text: str, zone: str, id: int = 1) -> Repeat:
    """Read "2026-10-20 15:00", then if wanted "weekly", "fortnightly", "every 3 weeks",
    "monthly" (the same day of the month), "monthly by weekday", "monthly by last", "every 2 months",
    "50 minutes", "until 2027-01-31", "not 2026-11-03 2026-11-10".

    Raises ValueError with one sentence that says what to write.
    """
    found = re.fullmatch(
        r"(?P<day>\d{4}-\d\d-\d\d)[ T](?P<at>\d{1,2}:\d\d)"
        r"(?: (?:(?P<every>once|weekly|fortnightly)|every (?P<weeks>[1-9]) weeks?"
        r"|(?:(?P<monthly>monthly)|every (?P<months>[1-9]) months?)(?: by (?P<by>day|weekday|last))?))?"
        r"(?: (?P<minutes>[1-9]\d{1,2}) min(?:utes)?)?"
        r"(?: until (?P<until>\d{4}-\d\d-\d\d))?"
        r"(?: not (?P<off>\d{4}-\d\d-\d\d(?: \d{4}-\d\d-\d\d)*))?",
        re.sub(r"[\s,]+", " ", text.strip()),
    )
    if found is None:
        raise ValueError(f"The session {text!r} is not readable; write it as in “2026-10-20 15:00 weekly”.")
    starts = datetime.combine(parse_date(found["day"]), parse_clock(found["at"]))
    said = instant(starts, zone)
    return Repeat(
        id,
        starts,
        zone,
        minutes=int(found["minutes"] or 60),
        weeks=int(found["weeks"] or EVERY[found["every"] or "once"]),
        months=1 if found["monthly"] else int(found["months"] or 0),
        by=(found["by"] or "day") if found["monthly"] or found["months"] else "",
        until=parse_date(found["until"]) if found["until"] else None,
        changes=tuple(Change(parse_date(off), None, said) for off in (found["off"] or "").split()),
    )


def parse_date(text: str) -> date:
    """Read "2026-10-20". Raises ValueError with one sentence."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a date; write it as in “2026-10-20”.") from None


def _session(repeat: Repeat, day: date, change: Change | None) -> Session:
    starts = datetime.combine(day, repeat.starts.time())
    if change and change.to:
        starts = change.to
    return Session(
        key=f"{repeat.id}:{day}",
        starts=instant(starts, repeat.zone),
        minutes=repeat.minutes,
        cancelled=change is not None and change.to is None,
        moved_at=change.at if change else None,
    )
