"""A calendar file whose rule would be millions of dates is refused before it is worked out."""

from datetime import UTC, datetime

import pytest

from bot import calendars

NOW = datetime(2026, 11, 30, tzinfo=UTC)


def file(rule: str) -> str:
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:a", "SUMMARY:s")
    times = ("DTSTART:20261201T100000Z", "DTEND:20261201T110000Z", f"RRULE:{rule}")
    return "\r\n".join((*lines, *times, "END:VEVENT", "END:VCALENDAR", ""))


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
