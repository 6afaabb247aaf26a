"""Days and hours as people write them, and the numbers with their bounds."""

from dataclasses import fields
from datetime import time

import pytest
from hypothesis import given, settings
from someone import rhythms

from bot.core.base.wall import Quiet
from bot.core.plan.rhythm import Rhythm, Slot, check, parse_clock, parse_quiet, parse_rhythm
from bot.core.plan.settings import BOUNDS, DEFAULTS, Settings


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("mon,thu 19:00", "mon,thu 19:00"),
        ("Monday, Thursday 7:05", "mon,thu 07:05"),
        ("mon 12:30, thu 19:00", "mon 12:30; thu 19:00"),
        ("mon 12:30,19:00", "mon 12:30,19:00"),
        ("mon,thu 12:30 19:00; sat 10:00", "mon,thu 12:30,19:00; sat 10:00"),
        ("weekdays 19:00", "mon,tue,wed,thu,fri 19:00"),
        ("weekends 10:00", "sat,sun 10:00"),
        ("daily 9:00", "mon,tue,wed,thu,fri,sat,sun 09:00"),
        ("fri-mon 9:00", "mon,fri,sat,sun 09:00"),
        ("tue-tue 9:00", "tue 09:00"),
    ],
)
def test_a_rhythm_is_read_as_people_write_it(text: str, printed: str) -> None:
    """Days in any usual form, each with its hours; printed, it reads the same again."""
    rhythm = parse_rhythm(text)
    assert str(rhythm) == printed
    assert parse_rhythm(printed) == rhythm


@given(rhythms())
@settings(max_examples=50, deadline=None)
def test_a_printed_rhythm_reads_the_same(rhythm: Rhythm) -> None:
    """Printing a rhythm and reading it again changes nothing."""
    assert parse_rhythm(str(rhythm)) == rhythm


def test_a_day_that_was_not_picked_has_the_usual_hours() -> None:
    """The hours of the first picked day stand in on other days."""
    rhythm = parse_rhythm("tue 12:30; fri 19:00")
    assert rhythm.hours(4) == (time(19),)
    assert rhythm.hours(0) == (time(12, 30),)
    assert rhythm.times == (time(12, 30), time(19))
    assert rhythm.slots[0] == Slot(1, time(12, 30))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "'' is not a day"),
        ("mon", "lacks a day or an hour"),
        ("19:00", "lacks a day or an hour"),
        ("mon 19:00 thu", "lacks a day or an hour"),
        ("mo 19:00", "'mo' is not a day"),
        ("mon-xyz 19:00", "'xyz' is not a day"),
        ("mon 25:00", "'25:00' is not a time of day"),
        ("mon 19:60", "'19:60' is not a time of day"),
        ("mon 19", "'19' is not a time of day"),
    ],
)
def test_a_rhythm_that_cannot_be_read_says_what_to_write(text: str, sentence: str) -> None:
    """Each fault is one sentence with an example."""
    with pytest.raises(ValueError, match=sentence):
        parse_rhythm(text)


def test_quiet_hours_are_read() -> None:
    """From an hour to an hour, over midnight or not."""
    assert parse_quiet("21:00-08:00") == Quiet()
    assert parse_quiet("1:00 – 9:30") == Quiet(time(1), time(9, 30))
    with pytest.raises(ValueError, match="write them as in"):
        parse_quiet("21:00")
    with pytest.raises(ValueError, match="not a time of day"):
        parse_clock("nine")


@pytest.mark.parametrize(
    ("rhythm", "quiet", "sentence"),
    [
        ("mon 19:00", "22:00-05:00", "at least 8 hours; these last 7"),
        ("mon 19:00", "20:00-13:00", "at most 16 hours; these last 17"),
        ("mon 19:00", "08:00-08:00", "at least 8 hours; these last 0"),
        ("mon 22:00", "21:00-08:00", "22:00 lies in the quiet hours 21:00-08:00"),
        ("mon 9:00,12:00,15:00,18:00", "21:00-08:00", "Choose up to 3 hours; these are 4"),
    ],
)
def test_a_choice_that_cannot_be_kept_is_said(rhythm: str, quiet: str, sentence: str) -> None:
    """Too short a night, an hour at night, too many hours: one sentence each."""
    with pytest.raises(ValueError, match=sentence):
        check(parse_rhythm(rhythm), parse_quiet(quiet), DEFAULTS)
    check(parse_rhythm("mon,thu 19:00"), Quiet(), DEFAULTS)


@pytest.mark.parametrize("name", BOUNDS)
def test_every_bound_is_hard(name: str) -> None:
    """A setting out of its bounds is refused by name; the default lies inside, and so do both ends alone."""
    low, high = BOUNDS[name]
    assert low <= getattr(DEFAULTS, name) <= high
    for value in (low - 1, high + 1):
        with pytest.raises(ValueError, match=f"time.{name} is {value}; it can be {low} to {high}"):
            Settings(**{name: value})  # type: ignore[arg-type]


def test_every_number_has_bounds() -> None:
    """No whole number among the settings is without its bounds."""
    assert {f.name for f in fields(Settings) if isinstance(getattr(DEFAULTS, f.name), int)} == set(BOUNDS)


def test_settings_that_contradict_each_other_are_refused() -> None:
    """The ladder goes down in order, and a week's numbers up; a night is long enough."""
    with pytest.raises(ValueError, match=r"time\.weekly_light is more than time\.weekly"):
        Settings(weekly=1)
    with pytest.raises(ValueError, match=r"time\.quiet_second is more than time\.quiet_ask"):
        Settings(quiet_second=5, quiet_ask=4)
    with pytest.raises(ValueError, match="at least 10 hours"):
        Settings(quiet=Quiet(time(22), time(7)), quiet_least_hours=10)
