"""Wall clocks: the table of oddities and properties over every zone of the database."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.base import wall
from bot.core.base.wall import Quiet, Snooze, UnknownZone

ZONES = sorted(available_timezones())

ODDITIES = [
    # zone, what the client's clock is set to, what it shows when the prompt comes, the instant in UTC
    ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T03:30", "2026-03-29T01:30"),  # spring gap, north
    ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T02:30", "2026-10-25T00:30"),  # autumn double, north
    ("America/New_York", "2026-03-08T02:15", "2026-03-08T03:15", "2026-03-08T07:15"),
    ("America/New_York", "2026-11-01T01:15", "2026-11-01T01:15", "2026-11-01T05:15"),
    ("Australia/Sydney", "2026-10-04T02:30", "2026-10-04T03:30", "2026-10-03T16:30"),  # spring gap, south
    ("Australia/Sydney", "2026-04-05T02:30", "2026-04-05T02:30", "2026-04-04T15:30"),  # autumn double, south
    ("America/Santiago", "2026-09-06T00:30", "2026-09-06T01:30", "2026-09-06T04:30"),  # the gap is midnight
    ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:45", "2026-10-03T15:45"),  # half an hour
    ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-05T01:45", "2026-04-04T14:45"),
    ("Asia/Kathmandu", "2026-06-01T19:00", "2026-06-01T19:00", "2026-06-01T13:15"),  # 5 h 45 from UTC
    ("Asia/Katmandu", "2026-06-01T19:00", "2026-06-01T19:00", "2026-06-01T13:15"),  # its older name
    ("Europe/Kiev", "2026-06-01T19:00", "2026-06-01T19:00", "2026-06-01T16:00"),  # renamed
    ("Europe/Kyiv", "2026-06-01T19:00", "2026-06-01T19:00", "2026-06-01T16:00"),
    ("Africa/Casablanca", "2026-02-14T19:00", "2026-02-14T19:00", "2026-02-14T18:00"),  # before Ramadan
    (
        "Africa/Casablanca",
        "2026-02-16T19:00",
        "2026-02-16T19:00",
        "2026-02-16T19:00",
    ),  # clock set back for it
    ("Asia/Gaza", "2024-02-01T19:00", "2024-02-01T19:00", "2024-02-01T17:00"),
    ("Asia/Gaza", "2024-07-01T19:00", "2024-07-01T19:00", "2024-07-01T16:00"),
    ("Pacific/Apia", "2011-12-30T09:00", "2011-12-31T09:00", "2011-12-30T19:00"),  # the day that was left out
    ("America/St_Johns", "2026-06-01T19:00", "2026-06-01T19:00", "2026-06-01T21:30"),
    ("Pacific/Kiritimati", "2026-12-31T19:00", "2026-12-31T19:00", "2026-12-31T05:00"),  # first into the year
    ("Europe/Berlin", "2028-02-29T19:00", "2028-02-29T19:00", "2028-02-29T18:00"),  # leap day
    ("UTC", "2026-12-31T23:59", "2026-12-31T23:59", "2026-12-31T23:59"),
]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(("zone", "chosen", "shown", "at"), ODDITIES)
def test_oddities(zone: str, chosen: str, shown: str, at: str) -> None:
    """A missing hour moves forward, a doubled hour is its first, and odd offsets are exact."""
    found = wall.instant(datetime.fromisoformat(chosen), zone)
    assert found == utc(at)
    assert wall.local(found, zone) == datetime.fromisoformat(shown)


@given(zone=st.sampled_from(ZONES), minute=st.integers(0, 40 * 366 * 1440))
@settings(max_examples=300, deadline=None)
def test_every_zone(zone: str, minute: int) -> None:
    """In every zone a chosen time comes at that time, or later by a gap of at most a day; never before."""
    chosen = datetime(1999, 12, 31) + timedelta(minutes=minute)  # noqa: DTZ001 - a wall clock
    shown = wall.local(wall.instant(chosen, zone), zone)
    assert timedelta(0) <= shown - chosen <= timedelta(days=1)


@given(
    zone=st.sampled_from(ZONES),
    minute=st.integers(0, 5 * 366 * 1440),
    starts=st.integers(0, 1439),
    length=st.integers(0, 1439),
)
@settings(max_examples=300, deadline=None)
def test_awake(zone: str, minute: int, starts: int, length: int) -> None:
    """The first waking instant is not quiet, not before the asked one, and itself when that is not quiet."""
    ends = (starts + length) % 1440
    quiet = Quiet(time(starts // 60, starts % 60), time(ends // 60, ends % 60))
    at = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    found = wall.awake(at, zone, quiet)
    assert found >= at
    assert not wall.is_quiet(found, zone, quiet)
    assert (found == at) == (not wall.is_quiet(at, zone, quiet))
    assert found - at <= timedelta(hours=26)


def test_quiet_length() -> None:
    """Quiet hours over midnight and within a day are measured alike; equal ends mean none."""
    assert Quiet().length == timedelta(hours=11)
    assert Quiet(time(1), time(9, 30)).length == timedelta(hours=8, minutes=30)
    assert Quiet(time(8), time(8)).length == timedelta(0)
    assert not Quiet(time(8), time(8)).holds(time(8))


def test_awake_when_the_end_is_in_a_gap() -> None:
    """A quiet that ends inside a missing hour ends where the clock goes on."""
    at = wall.awake(utc("2026-03-29T00:30"), "Europe/Berlin", Quiet(time(1), time(2, 30)))
    assert at == utc("2026-03-29T01:30")


def test_awake_in_a_doubled_hour() -> None:
    """When the clock goes back into the quiet hours, they end when their end comes the second time."""
    quiet = Quiet(time(18, 30), time(2, 30))
    assert wall.awake(utc("2026-10-25T00:10"), "Europe/Berlin", quiet) == utc("2026-10-25T00:30")
    assert wall.awake(utc("2026-10-25T00:40"), "Europe/Berlin", quiet) == utc("2026-10-25T00:40")
    assert wall.awake(utc("2026-10-25T01:10"), "Europe/Berlin", quiet) == utc("2026-10-25T01:30")


@pytest.mark.parametrize(
    ("kind", "now", "until"),
    [
        ("hour", "2026-03-28T12:00", "2026-03-28T13:00"),
        ("hour", "2026-03-28T19:30", "2026-03-29T06:00"),  # 21:30 in Berlin is quiet: 08:00, after the change
        ("evening", "2026-03-28T12:00", "2026-03-28T18:00"),
        ("evening", "2026-03-28T18:00", "2026-03-29T17:00"),  # exactly the evening: the next one
        ("tomorrow", "2026-03-28T12:00", "2026-03-29T07:00"),
        ("week", "2026-03-28T12:00", "2026-04-04T07:00"),
    ],
)
def test_snooze(kind: Snooze, now: str, until: str) -> None:
    """Each way of putting off means the client's own clock, over a clock change too."""
    assert wall.snooze(kind, utc(now), "Europe/Berlin", quiet=Quiet()) == utc(until)


@given(
    kind=st.sampled_from(["hour", "evening", "tomorrow", "week"]),
    zone=st.sampled_from(ZONES),
    minute=st.integers(0, 3 * 366 * 1440),
)
@settings(max_examples=200, deadline=None)
def test_snooze_lies_ahead(kind: Snooze, zone: str, minute: int) -> None:
    """Whatever the zone and hour, a snooze ends after now, soon enough, and outside quiet hours."""
    now = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    until = wall.snooze(kind, now, zone, quiet=Quiet())
    assert now < until <= now + timedelta(days=9)
    assert not wall.is_quiet(until, zone, Quiet())
    assert wall.snooze(kind, now, zone) <= until


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("europe/berlin", "Perhaps Europe/Berlin"),
        ("berlin", "Perhaps Europe/Berlin"),
        ("New York", "Perhaps America/New_York"),
        ("Europe/Berln", "Perhaps Europe/Berlin"),
        ("", "Write it as in"),
        ("../etc/passwd", "Write it as in"),
        ("Europe", "Perhaps Europe/"),
    ],
)
def test_an_unknown_zone_says_what_to_write(name: str, hint: str) -> None:
    """An unknown zone is named, with the nearest known one."""
    with pytest.raises(UnknownZone) as caught:
        wall.zone_of(name)
    assert hint in str(caught.value)
    assert repr(name) in str(caught.value)


def test_tomorrow_and_next_week_take_the_hour_of_their_day() -> None:
    """Where each weekday has an hour of its own, it is that of the day it is put off to."""
    hours = tuple(time(10 + day) for day in range(7))
    monday = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert wall.snooze("tomorrow", monday, "UTC", hours=hours) == datetime(2026, 11, 24, 11, tzinfo=UTC)
    assert wall.snooze("week", monday, "UTC", hours=hours) == datetime(2026, 11, 30, 10, tzinfo=UTC)
