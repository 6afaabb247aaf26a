"""Wordings of days, hours, pauses and questions, on the functions alone."""

from datetime import date, time

import pytest

from bot.core.understand import spans, times
from bot.core.understand.query import asks_session
from bot.core.understand.spans import Days
from bot.core.understand.weekdays import week

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "language", "ends", "at"),
    [
        ("not before nine", "en", True, time(9)),
        ("nicht vor 9 Uhr", "de", True, time(9)),
        ("not after 22:00", "en", False, time(22)),
        ("nicht nach 22 Uhr", "de", False, time(22)),
    ],
)
def test_one_end_of_quiet_hours(words: str, language: str, ends: bool, at: time) -> None:
    """A bound names one end of the hours in which nothing comes."""
    assert (ends, at) in times.edges(words, language).options


def test_no_end_of_quiet_hours() -> None:
    """Other words name none."""
    assert not times.edges("on Monday", "en")


def test_every_second_day_is_a_choice_of_days() -> None:
    """A week has no second days: what it can be is offered."""
    found = week("every second day", "en").options
    assert [part.days for (part,) in found] == [(0, 2, 4), (1, 3, 5), (0, 2, 4, 6)]
    assert [part.days for (part,) in week("every second day except Monday", "en").options] == [
        (2, 4),
        (1, 3, 5),
        (2, 4, 6),
    ]


def test_a_pause_names_itself_once() -> None:
    """Days with a word for a pause are one; days alone, or a pause alone, are none."""
    assert spans.pause("pause until 12 December", MONDAY, "en").only == Days(MONDAY, date(2026, 12, 12))
    assert spans.pause("pausa hasta el 12 de diciembre", MONDAY, "es").only == Days(
        MONDAY, date(2026, 12, 12)
    )
    assert spans.pause("estoy de vacaciones hasta el 12 de diciembre", MONDAY, "es").only == Days(
        MONDAY, date(2026, 12, 12)
    )
    assert (
        spans.pause("pausa dos semanas", MONDAY, "es").only
        == spans.pause("pause two weeks", MONDAY, "en").only
    )
    assert spans.pause("until yesterday, a break", MONDAY, "en").past
    assert not spans.pause("until 12 December", MONDAY, "en")
    assert not spans.pause("pause", MONDAY, "en")


def test_a_question_after_the_session() -> None:
    """It names the session and asks when; with a mark it may be short."""
    assert asks_session("When is my next session")
    assert asks_session("Session when?")
    assert not asks_session("When?")
    assert not asks_session("my session was good?")
