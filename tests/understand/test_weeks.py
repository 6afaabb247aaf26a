"""Weeks as they are said from today, in four languages."""

from datetime import date

import pytest

from bot.core.understand import dates, desk, shorthand, spans

SATURDAY, THURSDAY = date(2026, 11, 21), date(2026, 11, 26)


def meant(words: str, today: date, language: str) -> tuple[str, str, int]:
    """The first and the last of the days, and how many."""
    days = sorted(desk.days(words, today, language))
    return (f"{days[0]:%m-%d}", f"{days[-1]:%m-%d}", len(days)) if days else ("", "", 0)


THIS = [
    ("this week", "en"),
    ("the whole week", "en"),
    ("this week's session with Ben", "en"),
    ("diese Woche", "de"),
    ("die ganze Woche", "de"),
    ("esta semana", "es"),
    ("هذا الأسبوع", "ar"),
    ("الأسبوع الحالي", "ar"),
]


@pytest.mark.parametrize(("words", "language"), THIS)
def test_this_week_said_at_a_weekend_may_be_the_one_that_comes(words: str, language: str) -> None:
    """On a Thursday it is what is left of the week; on a Saturday the days of the next are meant as well."""
    assert meant(words, THURSDAY, language) == ("11-26", "11-29", 4)
    assert meant(words, SATURDAY, language) == ("11-21", "11-29", 9)


@pytest.mark.parametrize(
    ("words", "language", "first", "last"),
    [
        ("the week after next", "en", "12-07", "12-13"),
        ("in two weeks", "en", "12-07", "12-13"),
        ("the week of 14 december", "en", "12-14", "12-20"),
        ("the coming week", "en", "11-30", "12-06"),
        ("übernächste Woche", "de", "12-07", "12-13"),
        ("in zwei Wochen", "de", "12-07", "12-13"),
        ("la semana que viene", "es", "11-30", "12-06"),
        ("dentro de dos semanas", "es", "12-07", "12-13"),
        ("la semana del 14 de diciembre", "es", "12-14", "12-20"),
        ("الأسبوع القادم", "ar", "11-30", "12-06"),
        ("بعد أسبوعين", "ar", "12-07", "12-13"),
    ],
)
def test_other_weeks_are_whole(words: str, language: str, first: str, last: str) -> None:
    """The next, the one after it, in two weeks, the week of a date: each from Monday to Sunday."""
    assert meant(words, THURSDAY, language) == (first, last, 7)


@pytest.mark.parametrize("words", ["weekly", "every week", "two weeks", "I felt weak"])
def test_no_week_is_named(words: str) -> None:
    """A rhythm or a length is no week."""
    assert meant(words, THURSDAY, "en") == ("", "", 0)


def test_a_stretch_and_a_day_of_this_week_at_a_weekend() -> None:
    """Days away offer both; all of a stretch takes both, each date named; its Tuesday is the one that comes."""
    both = spans.days("this week", SATURDAY, "en").options
    assert [(f"{one.first:%d}", f"{one.last:%d}") for one in both] == [("21", "22"), ("23", "29")]
    for words in ("all this week", "the rest of the week"):
        one = shorthand.stretch(words, SATURDAY, "en")
        assert one is not None and (one.first, one.last) == (SATURDAY, date(2026, 11, 29))
    assert dates.when("tuesday this week", SATURDAY, "en").only == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("el resto de la semana", "es"),
        ("todas las sesiones de esta semana", "es"),
        ("باقي الأسبوع", "ar"),
        ("كل جلسات هذا الأسبوع", "ar"),
        ("rest of the week", "en"),
        ("den Rest der Woche", "de"),
    ],
)
def test_all_of_this_week_in_four_languages(words: str, language: str) -> None:
    """All that is left of it is meant."""
    one = shorthand.stretch(words, THURSDAY, language)
    assert shorthand.every(words) and one is not None
    assert (one.first, one.last) == (THURSDAY, date(2026, 11, 29))
