"""Until when something is put off in words, lengths of a part of an hour, and pauses whose end is not said."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.core.understand import spans
from bot.core.understand.delay import delay
from bot.core.understand.lexer import tokens

MONDAY_NOON = datetime.fromisoformat("2026-11-30 12:00")
NINE = (time(9),) * 7

LENGTHS = {
    15: (
        *(
            "quarter of an hour",
            "a quarter of an hour",
            "eine Viertelstunde",
            "in einer Viertelstunde",
            "ربع ساعة",
        ),
        "quarter-hour",
    ),
    30: ("half an hour", "in half an hour", "eine halbe Stunde", "in einer halben Stunde", "نصف ساعة"),
    45: ("three quarters of an hour", "eine Dreiviertelstunde", "ثلاثة أرباع ساعة"),
    75: ("ساعة وربع",),
    90: (
        "an hour and a half",
        "one and a half hours",
        "1.5 hours",
        "anderthalb Stunden",
        "eineinhalb Stunden",
    ),
    150: ("two and a half hours", "zweieinhalb Stunden", "2,5 Stunden", "ساعتين ونصف"),
    120: ("a couple of hours", "zwei Stunden", "ساعتين"),
}


@pytest.mark.parametrize(("minutes", "words"), [(n, one) for n, those in LENGTHS.items() for one in those])
def test_parts_of_an_hour_are_read_whole(minutes: int, words: str) -> None:
    """A quarter of an hour is fifteen minutes and never one, in letters and in figures."""
    language = "ar" if words[0] > "\u0600" else "de" if "tund" in words else "en"
    length = spans.long(tokens(words, language).removeprefix("in "))
    assert length is not None
    assert length.number * {"min": 1, "hour": 60}[length.unit] == minutes


def test_what_is_no_number_is_no_length() -> None:
    """Half a word is not made a number."""
    assert spans.long(tokens("some and a half hours", "en")) is None


@pytest.mark.parametrize(
    ("words", "language", "until"),
    [
        ("eightish", "en", datetime.fromisoformat("2026-11-30 20:00")),
        ("around eight", "en", datetime.fromisoformat("2026-11-30 20:00")),
        ("tonight around eight", "en", datetime.fromisoformat("2026-11-30 20:00")),
        ("gegen acht", "de", datetime.fromisoformat("2026-11-30 20:00")),
        ("heute Abend gegen acht", "de", datetime.fromisoformat("2026-11-30 20:00")),
        ("sobre las ocho", "es", datetime.fromisoformat("2026-11-30 20:00")),
        ("esta noche a las 8", "es", datetime.fromisoformat("2026-11-30 20:00")),
        ("en tres días", "es", datetime.fromisoformat("2026-12-03 09:00")),
        ("el lunes", "es", datetime.fromisoformat("2026-12-07 09:00")),
        ("en media hora", "es", timedelta(minutes=30)),
        ("dentro de dos horas, por favor", "es", timedelta(hours=2)),
        ("un rato en el lago", "es", None),
        ("حوالي الثامنة", "ar", datetime.fromisoformat("2026-11-30 20:00")),
        ("at nine tomorrow", "en", datetime.fromisoformat("2026-12-01 09:00")),
        ("Tuesday evening", "en", datetime.fromisoformat("2026-12-01 19:00")),
        ("on Monday", "en", datetime.fromisoformat("2026-12-07 09:00")),
        ("in drei Tagen", "de", datetime.fromisoformat("2026-12-03 09:00")),
        ("in half an hour", "en", timedelta(minutes=30)),
        ("in two hours please", "en", timedelta(hours=2)),
        ("eine Viertelstunde", "de", timedelta(minutes=15)),
        ("in a year", "en", None),
        ("the lake", "en", None),
        ("", "en", None),
        ("around eight I went to the lake with my brother", "en", None),
    ],
)
def test_until_when_is_read_as_it_is_said(
    words: str, language: str, until: datetime | timedelta | None
) -> None:
    """The first instant ahead that the words mean; what tells something, or lies far off, is none."""
    assert delay(words, language, MONDAY_NOON, NINE) == until


@pytest.mark.parametrize(
    ("words", "language"),
    [
        *(("Pause ab nächster Woche", "de"), ("ab nächster Woche brauche ich eine Pause", "de")),
        *(
            ("pause from next week", "en"),
            ("I need a break from next week", "en"),
            ("pause me from next week", "en"),
        ),
        ("pausa a partir de la próxima semana", "es"),
        ("desde la semana que viene necesito una pausa", "es"),
        ("توقف من الأسبوع القادم", "ar"),
    ],
)
def test_a_pause_from_a_day_on_offers_lengths(words: str, language: str) -> None:
    """No end was said: a week, two, or a month from that day, of which one can be chosen."""
    meant = spans.pause(words, date(2026, 11, 30), language).options
    assert [(one.first, one.last) for one in meant] == [
        (date(2026, 12, 7), date(2026, 12, 13)),
        (date(2026, 12, 7), date(2026, 12, 20)),
        (date(2026, 12, 7), date(2027, 1, 6)),
    ]


def test_a_pause_from_next_week_for_two_weeks_is_that() -> None:
    """Where the length is said there is one meaning."""
    meant = spans.days("ab nächster Woche für zwei Wochen", date(2026, 11, 30), "de").options
    assert [(one.first, one.last) for one in meant] == [(date(2026, 12, 7), date(2026, 12, 20))]
