"""A calendar file whose rule would be millions of dates is refused before it is worked out."""

from datetime import UTC, datetime

import pytest

from bot import calendars

NOW = datetime(2026, 11, 30, tzinfo=UTC)


def file(rule: str, events: int = 1, start: str = "20261201T100000Z") -> str:
    them = [
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:s\r\nDTSTART:{start}\r\nDURATION:PT1H\r\nRRULE:{rule}\r\nEND:VEVENT"
        for uid in "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:events]
    ]
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *them, "END:VCALENDAR", ""))


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY;COUNT=999999999", "FREQ=DAILY;INTERVAL=0"),
        "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3",
    ],
)
def test_a_rule_of_millions_of_dates_is_refused(rule: str) -> None:
    """More than one date a day, or one that never moves on: it is no calendar that can be read."""
    with pytest.raises(ValueError, match="no calendar that can be read"):
        calendars.read(file(rule), "Europe/Berlin", NOW)


def test_an_ordinary_rule_is_read() -> None:
    """A series of every week is what it was."""
    ((event),) = calendars.read(file("FREQ=WEEKLY"), "UTC", NOW)
    assert (event.uid, event.met[0].repeat.starts.hour) == ("a", 10)


@pytest.mark.parametrize(
    ("rule", "events", "start"),
    [
        ("FREQ=DAILY", 30, "20210101T100000Z"),
        ("FREQ=DAILY;COUNT=999999", 30, "20210101T100000Z"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 30, "20210101T100000Z"),
        ("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR", 30, "20210101T100000Z"),
        ("FREQ=DAILY", 1, "19000101T100000Z"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 5, "20261201T100000Z"),
        ("FREQ=MONTHLY;BYMONTHDAY=15;BYSETPOS=2", 5, "20261201T100000Z"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=SA", 5, "20261201T100000Z"),
    ],
)
def test_more_dates_than_a_turn_may_take_are_refused_unworked(rule: str, events: int, start: str) -> None:
    """Many dates, or rules that never have one, are told before any date is worked out."""
    with pytest.raises(calendars.TooMuch):
        calendars.read(file(rule, events, start), "Europe/Berlin", NOW)


@pytest.mark.parametrize(
    "rule", ["FREQ=WEEKLY", "FREQ=MONTHLY;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2"]
)
def test_the_series_of_a_whole_practice_are_read(rule: str) -> None:
    """Forty series of four years are no flood."""
    assert len(calendars.read(file(rule, 40, "20221201T100000Z"), "Europe/Berlin", NOW)) == 40


def test_an_event_of_many_uids_is_worked_out_once() -> None:
    """Each event is worked out of its own parts: none appears under another's name."""
    found = calendars.read(file("FREQ=WEEKLY", 3), "UTC", NOW)
    assert [(one.uid, len(one.met)) for one in found] == [("a", 1), ("b", 1), ("c", 1)]
