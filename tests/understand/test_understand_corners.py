"""Corners of what people write: odd clocks, other weeks, exceptions; said back as meant, or not guessed."""

from datetime import date, datetime, time

import pytest

from bot.core.understand import dates, desk, session_line, spans, times, weekdays
from bot.core.understand.lexer import tokens


def on(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """What a wall clock of 2026 shows."""
    return datetime.combine(date(2026, month, day), time(hour, minute))


WEDNESDAY = on(11, 25, 10)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("am", ()),
        ("7 am pm", ()),
        ("7:75", ()),
        ("25:00", ()),
        ("24:30", ()),
        ("24:00", (time(0),)),
        ("0 am", (time(0),)),
        ("13 am", ()),
        ("20 in the evening", (time(20),)),
        ("15 in the morning", ()),
        ("12 at night", (time(0),)),
        ("11 at noon", (time(11),)),
        ("half past 7", (time(7, 30), time(19, 30))),
        ("10 past 8", (time(8, 10), time(20, 10))),
        ("7 in the morning in the evening", ()),
        ("morning 7 evening", ()),
    ],
)
def test_an_odd_time_is_one_thing_or_none(words: str, meant: tuple[time, ...]) -> None:
    """A time that no clock shows is no time; one that a clock shows keeps its meaning."""
    assert times.clock(words, "en").options == meant


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("next weekend", date(2026, 12, 5), date(2026, 12, 6)),
        ("this month", date(2026, 11, 25), date(2026, 11, 30)),
        ("next month", date(2026, 12, 1), date(2026, 12, 31)),
        ("this week", date(2026, 11, 25), date(2026, 11, 29)),
        ("december 2027", date(2027, 12, 1), date(2027, 12, 31)),
        ("december 24 to 28", date(2026, 12, 24), date(2026, 12, 28)),
        ("24 to 28 december", date(2026, 12, 24), date(2026, 12, 28)),
        ("this friday", date(2026, 11, 27), date(2026, 11, 27)),
        ("3 days ago", date(2026, 11, 22), date(2026, 11, 22)),
        ("from monday for three weeks", date(2026, 11, 30), date(2026, 12, 20)),
    ],
)
def test_a_stretch_begins_today_at_the_earliest(words: str, first: date, last: date) -> None:
    """The likeliest stretch comes first, and has the days that its words name."""
    found = spans.days(words, WEDNESDAY.date(), "en").options[0]
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        "for 0 weeks",
        "for 3 hours",
        "the 40th",
        "the 40th of May",
        "31 to 5 february",
        "24 december to 24 december",
        "31 february",
    ],
)
def test_no_stretch_is_no_stretch(words: str) -> None:
    """Nothing of a day's length is understood where none was said."""
    assert spans.days(words, WEDNESDAY.date(), "en").options == ()


def test_a_length_alone() -> None:
    """How long something is, with or without a number; none where the words say no length."""
    assert spans.long(tokens("3 weeks", "en")) == spans.Length(3, "week")
    assert spans.long(tokens("an hour", "en")) == spans.Length(1, "hour")
    assert spans.long(tokens("0 weeks", "en")) is None


def test_a_stretch_over_hours_from_a_day_is_none() -> None:
    """Hours from a day on are no days."""
    assert spans.days("from monday for 3 hours", WEDNESDAY.date(), "en").options == ()


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("in 2 hours", on(11, 25, 12)),
        ("in 30 minutes", on(11, 25, 10, 30)),
        ("last tuesday 9:00", on(11, 24, 9)),
        ("last wednesday 9:00", on(11, 18, 9)),
        ("tuesday last week 15:00", on(11, 17, 15)),
    ],
)
def test_a_moment_by_the_hour_or_of_another_week(words: str, at: datetime) -> None:
    """Counted from now, or in the week that is named."""
    assert session_line.moment(words, WEDNESDAY, "en").options == (at,)


def test_a_day_in_two_weeks_is_asked() -> None:
    """Counted from this week, or from the coming Tuesday: both are offered."""
    found = session_line.moment("tuesday in two weeks 15:00", WEDNESDAY, "en").options
    assert found == (on(12, 8, 15), on(12, 15, 15))


def test_a_session_of_a_whole_day_is_not_guessed() -> None:
    """Two times of one day are its ends where they are hours apart, not fourteen."""
    found = session_line.meeting("tomorrow 15:00 to 16:30", WEDNESDAY, "en").only
    assert found is not None and found.minutes == 90
    assert session_line.meeting("tomorrow 8:00 to 22:00", WEDNESDAY, "en").options == ()


def test_an_exception_that_is_no_date_is_not_dropped() -> None:
    """ "Not on Monday, perhaps" is not read as "not on Monday": the whole line is not understood."""
    assert session_line.meeting("weekly mon 15:00 not monday perhaps", WEDNESDAY, "en").options == ()


@pytest.mark.parametrize("words", ["every 15 weeks", "weekly on the moon"])
def test_a_repeat_that_is_none(words: str) -> None:
    """What is too rare to plan, or has other words beside it, is not taken for a repeat."""
    assert session_line.repeat(words, "en").options == ()


def test_days_and_their_exceptions() -> None:
    """What is left out is left out; a week of which nothing is left is none."""
    assert weekdays.week("daily not mon", "en").only == (weekdays.Part((1, 2, 3, 4, 5, 6)),)
    assert weekdays.week("mon not mon", "en").options == ()
    assert weekdays.week("mon 19:00 tue 20:00 wed", "en").options == ()
    assert weekdays.week("mon 19:00 tue 20:00 wed 21:00 thu 22:00 fri 20:00", "en").options == ()
    assert times.clocks("mon", "en").options == ()
    assert weekdays.week("19:00", "en").only == (weekdays.Part(times=(time(19),)),)


@pytest.mark.parametrize("words", ["2026-02-31", "31.6.2026", "1.1.0000"])
def test_a_day_that_no_calendar_has_is_none(words: str) -> None:
    """Nothing raises, and nothing near it is taken for it."""
    assert dates.when(words, WEDNESDAY.date(), "en").options == ()


@pytest.mark.parametrize(
    ("words", "whom", "what"),
    [
        ("ask Regula: what helped?", "Regula: what helped?", ""),
        ("please Ask Regula what helped?", "Regula what helped?", ""),
        ("frag Regula: Was half?", "Regula: Was half?", ""),
        ("give Regula stuck", "", "Regula stuck"),
        ("asked a lot today", "", ""),
        ("given that", "", ""),
    ],
)
def test_what_is_to_be_asked_or_given_stays_as_it_was_written(words: str, whom: str, what: str) -> None:
    """ "Ask" and "give" at the beginning are read, and what follows keeps its letters."""
    assert (desk.to_ask(words), desk.to_give(words)) == (whom, what)


@pytest.mark.parametrize(
    ("words", "n"),
    [
        ("two a week", 2), ("twice a week", 2), ("1", 1), ("3 times per week", 3), ("zweimal die Woche", 2),
        ("vier Fragen pro Woche", 4), ("مرتين في الاسبوع", 2), ("four", 4), ("5 a week", 0), ("two a day", 0),
        ("to two a week", 2), ("two a week for", 2), ("", 0),
    ],
)  # fmt: skip
def test_how_many_a_week_words_mean(words: str, n: int) -> None:
    """One to four a week, in three languages; anything else means none."""
    assert desk.often(words) == n
    assert desk.to_suggest(f"suggest {words or 'x'} to Regula").endswith("Regula")
    assert desk.to_suggest("schlag Regula zwei pro Woche vor") == "Regula zwei pro Woche"
    assert desk.to_suggest("nothing") == ""
