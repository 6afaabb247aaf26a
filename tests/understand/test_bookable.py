"""A coaching session in a whole sentence, in four languages."""

from datetime import datetime

import pytest

from bot.core.understand import bookable
from bot.core.understand.session_line import meeting

SATURDAY = datetime.fromisoformat("2026-11-21 12:00")


def read(words: str, language: str) -> list[str]:
    found = meeting(bookable.sentence(words), SATURDAY, language).options
    return [f"{one.starts:%m-%d %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("words", "language", "meant"),
    [
        ("new session thursday 17:30, 50min", "en", "11-26 17:30"),
        ("I have a session with tomorrow at 3", "en", "11-22 15:00"),
        ("and monday 11, every 2 weeks, online", "en", "11-23 11:00"),
        ("next wed 4pm and then weekly", "en", "11-25 16:00"),
        ("can you put in for friday at 9:30?", "en", "11-27 09:30"),
        ("Trag bitte eine Sitzung mit ein, am Dienstag um 15 Uhr.", "de", "11-24 15:00"),
        ("habe ich am Mittwoch um 10.", "de", "11-25 10:00"),
        ("Mit ab jetzt jeden Donnerstag um 17 Uhr 30, außer am 10. Dezember.", "de", "11-26 17:30"),
        ("Ich treffe am Freitag um 9 Uhr.", "de", "11-27 09:00"),
        ("tengo sesión el martes a las 15", "es", "11-24 15:00"),
        ("quedamos el jueves a las 5 de la tarde", "es", "11-26 17:00"),
        ("apunta una sesión con mañana a las 15", "es", "11-22 15:00"),
        ("لدي جلسة مع يوم الثلاثاء الساعة 15", "ar", "11-24 15:00"),
        ("سجل جلسة غدا الساعة 3", "ar", "11-22 15:00"),
    ],
)
def test_a_day_and_an_hour_in_a_sentence(words: str, language: str, meant: str) -> None:
    """What says nothing of either is left out; a German particle is no one o'clock."""
    assert read(words, language) == [meant]


@pytest.mark.parametrize(
    "words",
    [
        "is she coming at 3?",
        "she is ill tomorrow at 3",
        "her mother died on monday at 3",
        "I felt awful at 8",
    ],
)
def test_other_sentences_are_no_session(words: str) -> None:
    """A question whether it is so, and words about somebody."""
    assert read(words, "en") == []


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("cant tuesday. wed 3 instead?", ("tuesday", "wed 3")),
        ("wed 4pm instead of tue", ("tue", "wed 4pm")),
        ("cant make it at 9 today, 11 ok?", ("at 9 today", "11")),
        ("Fri 11:00 → Fri 12:30 🙏", ("fri 11:00", "fri 12:30")),
        ("Nein, ist doch erst um 16 Uhr.", ("", "um 16 uhr")),
        ("Hi Dana, can we move thursday to 6pm? Best,", ("dana, move thursday", "6pm")),
        ("no puede el martes, mejor el jueves a las 5", ("martes", "jueves las 5")),
    ],
)
def test_from_when_to_when(words: str, meant: tuple[str, str]) -> None:
    """What moves, and to when, whichever stands first."""
    assert bookable.moves(words)[0] == meant


def test_several_in_one_message() -> None:
    """Each by itself; what belongs to one stays with it."""
    assert bookable.parts("Ada tue 3pm, Ben wed 10 weekly") == ("Ada tue 3pm", "Ben wed 10 weekly")
    assert bookable.parts("Ada monday 11, every 2 weeks, online") == ("Ada monday 11, every 2 weeks, online",)
