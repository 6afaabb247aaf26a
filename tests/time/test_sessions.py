"""Coaching sessions: repeats on a wall clock, moved and cancelled dates, numbers."""

from datetime import date, datetime

import pytest
from someone import utc

from bot.core.plan.recurrence import Change, Repeat, expand, number, parse_session

BERLIN = "Europe/Berlin"


def test_a_repeat_keeps_its_hour_over_a_clock_change() -> None:
    """Weekly at three stays at three, whatever the clock does."""
    repeat = parse_session("2026-10-20 15:00 weekly", BERLIN, 12)
    found = expand(repeat, date(2026, 10, 27))
    assert [(s.key, s.starts) for s in found] == [
        ("12:2026-10-20", utc("2026-10-20T13:00")),
        ("12:2026-10-27", utc("2026-10-27T14:00")),
    ]
    assert found[0].ends == utc("2026-10-20T14:00")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-10-20 15:00", [20]),
        ("2026-10-20T15:00 once", [20]),
        ("2026-10-01 9:00 weekly", [1, 8, 15, 22, 29]),
        ("2026-10-01 9:00 fortnightly", [1, 15, 29]),
        ("2026-10-01 9:00 every 3 weeks", [1, 22]),
        ("2026-10-01 9:00 every 1 week", [1, 8, 15, 22, 29]),
        ("2026-10-01 9:00 weekly 50 minutes until 2026-10-15", [1, 8, 15]),
        ("2026-10-01 9:00 weekly not 2026-10-08, 2026-10-22", [1, 15, 29]),
        ("2026-11-01 9:00 weekly", []),
    ],
)
def test_what_can_be_written(text: str, days: list[int]) -> None:
    """Once, weekly, fortnightly, every so many weeks; with an end, a length, and dates left out."""
    found = expand(parse_session(text, "UTC"), date(2026, 10, 31))
    assert [s.starts.day for s in found if not s.cancelled] == days


def test_a_length_can_be_said() -> None:
    """Fifty minutes are fifty minutes; an hour unless said."""
    assert parse_session("2026-10-20 15:00 50 min", "UTC").minutes == 50
    assert parse_session("2026-10-20 15:00", "UTC").minutes == 60


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("tomorrow", "write it as in “2026-10-20 15:00 weekly”"),
        ("2026-10-20 15:00 yearly", "not readable"),
        ("2026-02-30 15:00", "'2026-02-30' is not a date"),
        ("2026-10-20 25:00", "'25:00' is not a time of day"),
        ("2026-10-20 15:00 weekly until 2026-13-01", "'2026-13-01' is not a date"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(text: str, sentence: str) -> None:
    """Each fault is one sentence with an example."""
    with pytest.raises(ValueError, match=sentence):
        parse_session(text, BERLIN)


def test_a_moved_date_keeps_its_key_and_a_cancelled_one_its_place() -> None:
    """A moved session is the same session at another time; a cancelled one stays known, without a number."""
    said = utc("2026-10-01T00:00")
    repeat = Repeat(
        3,
        datetime(2026, 10, 6, 15),  # noqa: DTZ001 - a wall clock
        BERLIN,
        weeks=1,
        changes=(
            Change(date(2026, 10, 13), datetime(2026, 10, 15, 9, 30), said),  # noqa: DTZ001
            Change(date(2026, 10, 20), None, said),
        ),
    )
    found = number(expand(repeat, date(2026, 10, 27)), held=4)
    assert [(s.key, s.number, s.cancelled, s.moved_at) for s in found] == [
        ("3:2026-10-06", 5, False, None),
        ("3:2026-10-13", 6, False, said),
        ("3:2026-10-20", 0, True, said),
        ("3:2026-10-27", 7, False, None),
    ]
    assert found[1].starts == utc("2026-10-15T07:30")


def test_numbers_follow_time_not_order() -> None:
    """Sessions of two repeats are numbered as they take place."""
    one = expand(parse_session("2026-10-20 15:00", "UTC", 1), date(2026, 12, 1))
    two = expand(parse_session("2026-10-19 15:00", "UTC", 2), date(2026, 12, 1))
    assert [(s.key, s.number) for s in number([*one, *two])] == [("2:2026-10-19", 1), ("1:2026-10-20", 2)]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2026-12-31 15:00 monthly", ["2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"]),
        ("2026-11-27 15:00 monthly by last", ["2026-11-27", "2026-12-25", "2027-01-29", "2027-02-26"]),
        ("2026-11-24 15:00 monthly by weekday", ["2026-11-24", "2026-12-22", "2027-01-26", "2027-02-23"]),
        ("2026-09-29 15:00 monthly by weekday", ["2026-09-29", "2026-10-27", "2026-11-24", "2026-12-29"]),
        ("2026-11-10 15:00 every 2 months", ["2026-11-10", "2027-01-10", "2027-03-10"]),
    ],
)
def test_months_are_months(said: str, days: list[str]) -> None:
    """Monthly is the same day of each month, or its last; or the same weekday, a fifth being the last."""
    repeat = parse_session(said, "Europe/Berlin")
    assert [one.key.partition(":")[2] for one in expand(repeat, date(2027, 3, 31))][: len(days)] == days
