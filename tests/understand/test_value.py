"""A number, a time or a date in an answer's words."""

from datetime import date

import pytest

from bot.core.understand.value import value

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("language", "words", "meant"),
    [
        ("en", "7.5", "7.5"),
        ("en", "about seven and a half", "7.5"),
        ("en", "7,5 hours", "7.5"),
        ("en", "1,200 steps", "1200"),
        ("en", "minus? no: -3", "-3"),
        ("en", "twenty two", "22"),
        ("en", "none", "0"),
        ("en", "80kg", "80"),
        ("en", "one", "1"),
        ("de", "1.200,50", "1200.50"),
        ("de", "7,5", "7.5"),
        ("de", "zweiundzwanzig", "22"),
        ("es", "7,5 horas", "7.5"),
        ("es", "unas siete y media", "7.5"),
        ("es", "treinta y cinco", "35"),
        ("es", "1.200 pasos", "1200"),
        ("es", "ninguna", "0"),
        ("ar", "٧٫٥", "7.5"),
        ("ar", "سبعة ونصف", "7.5"),
    ],
)
def test_a_number_is_read_as_people_write_it(language: str, words: str, meant: str) -> None:
    """In digits of any script, with a point or a comma, or in letters."""
    assert value("number", words, language, TODAY) == meant


@pytest.mark.parametrize(
    "words", ["six or seven", "6 to 7", "lots", "7:30", "3/4", "1.2.3", "it was one of those nights", ""]
)
def test_what_may_be_two_numbers_or_none_is_no_number(words: str) -> None:
    """Nothing is guessed: such an answer has its words alone."""
    assert value("number", words, "en", TODAY) is None


@pytest.mark.parametrize(
    ("kind", "words", "meant"),
    [
        ("time", "half past six in the morning", "06:30"),
        ("time", "19.15", "19:15"),
        ("time", "7", None),
        ("time", "before the birds", None),
        ("date", "24 Dec", "2026-12-24"),
        ("date", "last Tuesday", "2026-11-24"),
        ("date", "12/05/2020", None),
        ("date", "soon", None),
        ("ask", "7", None),
    ],
)
def test_a_time_or_a_date_is_read_where_it_is_one_only(kind: str, words: str, meant: str | None) -> None:
    """What can be in the morning or in the evening, in May or in December, is kept as words."""
    assert value(kind, words, "en", TODAY) == meant
