"""Hours, days, quiet hours and dates in the words that people chose, four languages."""

from datetime import datetime

import more_phrases
import phrases
import pytest

from bot.core.understand import dates, session_line, spans, times, weekdays

NOW = datetime.fromisoformat("2026-11-29 12:00")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TABLES = (
    more_phrases.CLOCKS,
    more_phrases.WEEKS,
    more_phrases.QUIET,
    more_phrases.DATES,
    more_phrases.MOMENTS,
    more_phrases.STRETCHES,
)

Row = tuple[str, str, tuple[str, ...]]


@pytest.mark.parametrize("row", phrases.rows(more_phrases.CLOCKS), ids=str)
def test_hours_at_which_something_comes(row: Row) -> None:
    """An hour is read in figures and in words; a stretch stands for its beginning, "or" for either."""
    language, words, meant = row
    found = times.clocks(words, language).options
    assert tuple(",".join(f"{at:%H:%M}" for at in one) for one in found) == meant


@pytest.mark.parametrize("row", phrases.rows(more_phrases.WEEKS), ids=str)
def test_days_with_what_stands_around_them(row: Row) -> None:
    """Days are read with "only", "not" and the courtesy around them, and with their hours."""
    language, words, meant = row
    assert tuple(map(_said, weekdays.week(words, language).options)) == meant


def _said(parts: tuple[weekdays.Part, ...]) -> str:
    each = (
        (" ".join(DAYS[day] for day in one.days), ",".join(f"{at:%H:%M}" for at in one.times))
        for one in parts
    )
    return "; ".join(" at ".join(filter(None, one)) for one in each)


@pytest.mark.parametrize("row", phrases.rows(more_phrases.QUIET), ids=str)
def test_quiet_hours_and_their_ends(row: Row) -> None:
    """Quiet hours are read whole or by one end: "nothing before 9" ends them, a bare 7:30 may do either."""
    language, words, meant = row
    whole = [f"{one:%H:%M}-{two:%H:%M}" for one, two in times.hours(words, language).options]
    ends = [f"{'ends' if ends else 'begins'} {at:%H:%M}" for ends, at in times.edges(words, language).options]
    assert (*whole, *ends) == meant


@pytest.mark.parametrize("row", phrases.rows(more_phrases.DATES), ids=str)
def test_more_dates(row: Row) -> None:
    """A date is read with a dot too many, as an ordinal, as the end of a month and as a feast that has its day."""
    language, words, meant = row
    assert tuple(map(str, dates.when(words, NOW.date(), language).options)) == meant


@pytest.mark.parametrize("row", phrases.rows(more_phrases.MOMENTS), ids=str)
def test_more_moments(row: Row) -> None:
    """A date with its time is read in one go."""
    language, words, meant = row
    found = session_line.moment(words, NOW, language).options
    assert tuple(f"{at:%Y-%m-%d %H:%M}" for at in found) == meant


@pytest.mark.parametrize("row", phrases.rows(more_phrases.STRETCHES), ids=str)
def test_more_stretches(row: Row) -> None:
    """A stretch ends where its words say, also with a month, and begins where they say."""
    language, words, meant = row
    found = spans.days(words, NOW.date(), language).options
    assert tuple(f"{one.first} {one.last}" for one in found) == meant


def test_there_are_enough_of_them() -> None:
    """The tables hold at least 60 phrases in English, in German and in Spanish and 30 in Arabic."""
    count = {
        one: sum(row[0] == one for table in TABLES for row in phrases.rows(table))
        for one in ("en", "de", "ar", "es")
    }
    assert count["en"] >= 60
    assert count["de"] >= 60
    assert count["ar"] >= 30
    assert count["es"] >= 60


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("from 9 to 17", "en"),
        ("no, Monday is too much for me", "en"),
        ("the ten of us", "en"),
        ("I would like that", "en"),
        ("me viene bien", "es"),
        ("no, el lunes es demasiado para mí", "es"),
        ("nunca más", "es"),
        ("los diez que somos", "es"),
        ("das passt mir gut", "de"),
        ("nicht", "de"),
        ("nie wieder", "de"),
        ("Ende", "de"),
        ("نهاية", "ar"),
        ("لا", "ar"),
    ],
)
def test_courtesy_alone_is_no_day(words: str, language: str) -> None:
    """What may stand around days and hours is none without them."""
    assert not weekdays.week(words, language)
    assert not times.clocks(words, language)
