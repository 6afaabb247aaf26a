"""What coaches and clients write about sessions: several days, a place in the month, being away, not coming."""

from datetime import date, datetime

import pytest

from bot.core.understand import desk, names, session_line
from bot.core.understand.request import cannot_come
from bot.core.understand.session_line import Meeting

MONDAY = datetime.fromisoformat("2026-11-23 09:00")


def read(words: str, language: str = "en") -> list[str]:
    """Every meaning, as "day hour, repeat"."""
    return [shown(one) for one in session_line.meeting(words, MONDAY, language).options]


def shown(one: Meeting) -> str:
    starts = "+".join(f"{at:%m-%d %H:%M}" for at in (one.starts, *one.more))
    often = one.repeats
    return f"{starts} {often.weeks}/{often.months}/{often.by}" if often else starts


@pytest.mark.parametrize(
    ("words", "language", "meant"),
    [
        ("mo 14 uhr", "en", ["11-23 14:00", "11-30 14:00"]),
        ("Dienstag 15 Uhr", "en", ["11-24 15:00"]),
        ("Mittwoch um 10 Uhr", "de", ["11-25 10:00"]),
        ("wed 10", "en", ["11-25 10:00"]),
        ("wed 3", "en", ["11-25 15:00"]),
        ("wed 22:30", "en", ["11-25 22:30"]),
        ("wed 9", "en", ["11-25 09:00", "11-25 21:00"]),
        ("tue+thu 15:00", "en", ["11-24 15:00+11-26 15:00 1/0/"]),
        ("mon/thu 15:00", "en", ["11-23 15:00+11-26 15:00 1/0/"]),
        ("mondays and thursdays 8am", "en", ["11-26 08:00+11-30 08:00 1/0/"]),
        ("jeden Mo und Do 15 Uhr", "de", ["11-23 15:00+11-26 15:00 1/0/"]),
        ("tue thu 15:00 once", "en", ["11-24 15:00+11-26 15:00 0/0/"]),
        ("tue thu 15:00, 10 times", "en", []),
        ("every first monday 15:00", "en", ["12-07 15:00 0/1/weekday"]),
        ("jeden 1. Montag 15 Uhr", "de", ["12-07 15:00 0/1/weekday"]),
        ("4th monday of the month 15:00", "en", ["11-23 15:00 0/1/weekday", "12-28 15:00 0/1/weekday"]),
        ("every second tuesday of the month 15:00", "en", ["12-08 15:00 0/1/weekday"]),
        ("every second tuesday 15:00", "en", ["11-24 15:00 2/0/"]),
        ("every 2nd tuesday 15:00", "en", ["11-24 15:00 2/0/"]),
        ("every third tuesday 15:00", "en", ["12-15 15:00 0/1/weekday", "11-24 15:00 3/0/"]),
        ("every last friday 10:00", "en", ["11-27 10:00 0/1/last"]),
        ("last monday of the month 10:00", "en", ["11-30 10:00 0/1/last"]),
        ("miércoles a las 10", "es", ["11-25 10:00"]),
        ("todos los lunes y jueves a las 15", "es", ["11-23 15:00+11-26 15:00 1/0/"]),
        ("el último viernes de cada mes a las 10", "es", ["11-27 10:00 0/1/last"]),
        ("cada dos semanas los martes a las 17", "es", ["11-24 17:00 2/0/"]),
    ],
)
def test_a_session_as_coaches_write_it(words: str, language: str, meant: list[str]) -> None:
    """Several days, a weekday's place in the month and hours said like a clock are what their writer meant."""
    assert read(words, language) == meant


def test_dates_left_out_may_stand_before_the_hour() -> None:
    """Except 21 December stands anywhere in the line."""
    found = session_line.meeting("tuesdays except 22 dec 15:00", MONDAY, "en").only
    assert found is not None and [str(day) for day in found.off] == ["2026-12-22"]


@pytest.mark.parametrize("words", ["do it at 7", "die 15:00", "so 15:00"])
def test_short_german_words_are_none_in_english(words: str) -> None:
    """ "do" and "so" are English words in an English chat, no Thursday and no Sunday."""
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Ich bin vom 1. bis 5. Dezember im Urlaub", "vom 1. bis 5. dezember"),
        ("I'm away Friday", "friday"),
        ("out of office next week.", "next week"),
        ("أنا في إجازة من 1 إلى 5 ديسمبر", "من 1 الي 5 ديسمبر"),
        ("estoy de vacaciones del 1 al 5 de diciembre", "del 1 al 5 de diciembre"),
        ("how is Regula?", ""),
    ],
)
def test_days_away_in_a_sentence(words: str, days: str) -> None:
    """The days are what is left of a sentence that says somebody is away; of others nothing is."""
    assert desk.away(words) == days


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Miro", ("Miro",)),
        ("Miro, Regula", ("Miro", "Regula")),
        ("Anna Weiss; Tom\nBea", ("Anna Weiss", "Tom Bea")),
        ("Miro, Regula and Tom", ("Miro", "Regula", "Tom")),
        ("Miro, und Tom", ("Miro", "Tom")),
        ("Miro, Regula y Tom", ("Miro", "Regula", "Tom")),
        ("Miro and Regula", ("Miro and Regula",)),
        (",", ()),
        ("", ()),
    ],
)
def test_several_names(words: str, meant: tuple[str, ...]) -> None:
    """A list of names is its names; "and" alone may stand inside one."""
    assert names.several(words) == meant


@pytest.mark.parametrize(
    "words",
    [
        "please tell Dana I cannot come",
        "I can't make it on Tuesday",
        "We have to move our session",
        "Ich kann am Dienstag leider nicht kommen.",
        "No puedo asistir el martes",
        "No puedo ir a la sesión",
        "¿Podemos cancelar la sesión?",
        "Ich komme morgen nicht",
        "Ich muss leider morgen absagen",
        "لا أستطيع الحضور يوم الثلاثاء",
    ],
)
def test_who_cannot_come_is_heard(words: str) -> None:
    """That a session cannot be as planned is understood in four languages."""
    assert cannot_come(words)


@pytest.mark.parametrize(
    "words",
    [
        "I can't make it stop",
        "I cannot come to terms with it",
        "Ich komme nicht weiter",
        "no puedo ir al trabajo",
        "I come on Tuesday",
    ],
)
def test_other_words_are_no_absence(words: str) -> None:
    """What only sounds alike is a note like any other."""
    assert not cannot_come(words)


@pytest.mark.parametrize(
    ("words", "language", "day"),
    [
        ("today's session", "en", 23),
        ("tuesday’s session", "en", 24),
        ("die heutige Sitzung", "de", 23),
        ("der morgige Termin", "de", 24),
        ("die Mittwochssitzung", "de", 25),
    ],
)
def test_a_session_is_named_by_its_day(words: str, language: str, day: int) -> None:
    """What belongs to a day is of that day."""
    assert desk.days(words, date(2026, 11, 23), language) == {date(2026, 11, day)}


def test_an_order_is_short_and_speaks_to_nobody() -> None:
    """Few words in one line that address nobody can be an order; any others may be a letter."""
    assert all(
        map(desk.order, ("next sessions", "who has not answered?", "move tuesday to 4", "wie geht es Ada?"))
    )
    letters = ("See you on Tuesday", "we move it", "sessions\nand more", "one two three four five six seven")
    assert not any(map(desk.order, letters))


@pytest.mark.parametrize(
    ("words", "verb", "rest"),
    [
        ("cancela la sesión con Ana", "cancel", "ana"),
        ("mueve la sesión de Ana al jueves a las 16", "move", "de ana al jueves 16"),
        ("¿cuándo veo a Ana?", "when", "ana"),
        ("¿cómo está Ana?", "see", "ana"),
        ("¿qué ha escrito Ana?", "read", "ana"),
        ("anota una sesión con Ana mañana a las 15", "log", "ana manana 15"),
        ("¿quién no ha respondido?", "quiet", ""),
        ("sesión con Ana mañana a las 15", "", "ana manana 15"),
    ],
)
def test_an_order_in_spanish_is_its_verb_and_what_is_left(words: str, verb: str, rest: str) -> None:
    """With the question mark in front, an article and a courtesy."""
    assert (desk.errand(words).verb, desk.errand(words).rest) == (verb, rest)


def test_how_often_and_to_whom_in_spanish() -> None:
    """A number a week, what is asked of whom, everybody."""
    assert [
        desk.often(one) for one in ("dos por semana", "3 preguntas a la semana", "una vez por semana")
    ] == [2, 3, 1]
    assert desk.to_ask("pregúntale a Ana: ¿qué ayudó?") == "Ana: ¿qué ayudó?"
    assert desk.everybody("todos") and desk.lately("Ana la semana pasada") == (True, "ana")
    assert desk.split_at_to("martes al jueves a las 16") == ("martes", "jueves a las 16")
