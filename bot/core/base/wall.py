"""Wall clocks: from a person's own time to UTC and back, quiet hours, and "put it off until".

Naive datetimes are wall-clock times of the zone beside them; aware datetimes are UTC instants.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

Snooze = Literal["hour", "evening", "tomorrow", "week"]

RENAMED = (
    ("Europe/Kyiv", "Europe/Kiev"),
    ("America/Nuuk", "America/Godthab"),
    ("Pacific/Kanton", "Pacific/Enderbury"),
    ("Asia/Yangon", "Asia/Rangoon"),
    ("Asia/Kolkata", "Asia/Calcutta"),
    ("Asia/Ho_Chi_Minh", "Asia/Saigon"),
    ("Asia/Kathmandu", "Asia/Katmandu"),
)
"""New and old name of one zone: whichever the zone data at hand knows will do."""


class UnknownZone(ValueError):
    """The zone data has no such zone; the message names it and what to write instead."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the wall clock in which nothing is begun: from ``starts`` up to, not including, ``ends``.

    It may run over midnight. ``starts == ends`` means no quiet hours at all.
    """

    starts: time = time(21)
    ends: time = time(8)

    @property
    def length(self) -> timedelta:
        """How long the quiet lasts on an ordinary day."""
        return timedelta(seconds=(_seconds(self.ends) - _seconds(self.starts)) % 86400)

    def holds(self, at: time) -> bool:
        """Whether this time of day is quiet."""
        if self.starts <= self.ends:
            return self.starts <= at < self.ends
        return at >= self.starts or at < self.ends


NIGHT = Quiet()
"""The quiet hours of whoever chose none: 21:00 to 08:00."""


@lru_cache(maxsize=1024)
def zone_of(name: str) -> ZoneInfo:
    """The zone of that IANA name, its older or newer name included. Raises UnknownZone."""
    for candidate in (name, *_other_names(name)):
        found = _load(candidate)
        if found is not None:
            return found
    raise UnknownZone(_advice(name))


def instant(local: datetime, zone: str) -> datetime:
    """The UTC instant of a wall-clock time: a missing hour moves forward, a doubled one is its first.

    ``local`` is naive. Raises UnknownZone.
    """
    return local.replace(tzinfo=zone_of(zone), fold=0).astimezone(UTC)


def days(first: date, last: date, zone: str) -> tuple[datetime, datetime]:
    """From the beginning of one day to the end of another, as UTC instants. Raises UnknownZone."""
    after = datetime.combine(last + timedelta(days=1), time())
    return instant(datetime.combine(first, time()), zone), instant(after, zone)


def local(at: datetime, zone: str) -> datetime:
    """The naive wall-clock time that the zone shows at a UTC instant. Raises UnknownZone."""
    return at.astimezone(zone_of(zone)).replace(tzinfo=None, fold=0)


def is_quiet(at: datetime, zone: str, quiet: Quiet) -> bool:
    """Whether the zone's clock is in its quiet hours at this instant."""
    return quiet.holds(local(at, zone).time())


def awake(at: datetime, zone: str, quiet: Quiet) -> datetime:
    """The first instant from ``at`` on that is outside the quiet hours."""
    here = local(at, zone)
    if not quiet.holds(here.time()):
        return at
    end = datetime.combine(here.date(), quiet.ends)
    if end <= here:
        end += timedelta(days=1)
    # In a doubled hour the end comes twice: the one ahead counts. Wherever it is, look again from there.
    ends = (end.replace(tzinfo=zone_of(zone), fold=fold).astimezone(UTC) for fold in (0, 1))
    return awake(next((ahead for ahead in ends if ahead > at), at + timedelta(minutes=1)), zone, quiet)


def ahead(
    off: Iterable[tuple[datetime, datetime | None]], since: datetime | None
) -> tuple[tuple[datetime, datetime | None], ...]:
    """The stretches that had not begun by then: who is in one and wants something there has it there."""
    return tuple((starts, ends) for starts, ends in off if since is None or starts > since)


def beyond(
    at: datetime, off: Iterable[tuple[datetime, datetime | None]], zone: str, quiet: Quiet
) -> datetime:
    """The first waking instant from ``at`` on that is in none of the stretches; one without an end counts not."""
    at = awake(at, zone, quiet)
    for starts, ends in sorted((starts, ends) for starts, ends in off if ends is not None):
        if starts <= at < ends:
            at = awake(ends, zone, quiet)
    return at


def before(
    at: datetime, off: Iterable[tuple[datetime, datetime | None]], zone: str, quiet: Quiet
) -> datetime:
    """The last waking minute up to ``at`` that is in none of the stretches; one without an end goes on."""
    stretches = tuple(off)
    while True:
        here = local(at, zone)
        if quiet.holds(here.time()):
            fell = datetime.combine(here.date(), quiet.starts)
            fell -= timedelta(days=fell > here)
            at = min(instant(fell, zone), at) - timedelta(minutes=1)
        elif (
            began := min((a for a, b in stretches if a <= at and (b is None or at < b)), default=None)
        ) is None:
            return at
        else:
            at = began - timedelta(minutes=1)


def snooze(
    kind: Snooze,
    now: datetime,
    zone: str,
    evening: time = time(19),
    morning: time = time(9),
    quiet: Quiet | None = None,
    hours: Sequence[time] = (),
) -> datetime:
    """The UTC instant until which a prompt is put off, always after ``now``.

    hour: an hour on. evening: the next ``evening``, today's if it lies ahead. tomorrow: the next day's
    ``morning``. week: ``morning`` a week from today. All by the zone's clock, and never inside ``quiet``.
    ``hours``: of each weekday, its own instead of ``morning``.
    """
    today = local(now, zone).date()
    day = today + timedelta(days=1 if kind == "tomorrow" else 7)
    early = hours[day.weekday()] if hours else morning
    match kind:
        case "hour":
            at = now + timedelta(hours=1)
        case "evening":
            at = _next(today, evening, now, zone)
        case _:
            at = _next(day, early, now, zone)
    return awake(at, zone, quiet) if quiet else at


def _next(day: date, at: time, now: datetime, zone: str) -> datetime:
    """The first instant after ``now`` when the clock shows ``at``, on ``day`` or later."""
    found = instant(datetime.combine(day, at), zone)
    return found if found > now else _next(day + timedelta(days=1), at, now, zone)


def _seconds(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second


def _load(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # KeyError: ZoneInfoNotFoundError; OSError: a folder's name
        return None


def _other_names(name: str) -> tuple[str, ...]:
    return tuple(b if name == a else a for a, b in RENAMED if name in (a, b))


def _advice(name: str) -> str:
    known = available_timezones()
    folded = {zone.casefold(): zone for zone in known}
    wanted = name.strip().replace(" ", "_").casefold()
    close = (
        [folded[wanted]] if wanted in folded else [folded[c] for c in get_close_matches(wanted, folded, 3)]
    )
    cities = [zone for zone in sorted(known) if zone.casefold().rpartition("/")[2] == wanted]
    near = list(dict.fromkeys(cities + close))[:3]
    hint = f" Perhaps {' or '.join(near)}." if near else " Write it as in Europe/Berlin or America/Toronto."
    return f"There is no time zone called {name!r}.{hint}"
