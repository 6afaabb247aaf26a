"""No more words are wanted from here, for good or for a time."""

import pytest

from bot.core.talk.spoken import stops
from bot.core.understand.left_alone import for_a_while, only_today, refuses_more

FOR_GOOD = """
    no more of this please
    leave me alone
    stop asking me this stuff every morning
    pls stop texting me
    can you just let me be
    hör auf mir zu schreiben
    Hör auf, mich jeden Tag zu fragen.
    lasst mich einfach in ruhe
    schreib mir nicht mehr
    no me escribas más
    ya no me preguntes
    déjame en paz por favor
    وقف الرسائل
    خلاص لا ترسل
    خليني في حالي
    لا ترسلوا لي
"""
FOR_A_TIME = """
    leave me alone for now
    actually can u just leave me alone for now
    dont text me this week
    not this week please
    diese woche bitte nicht
    lass mich erstmal in ruhe
    schreib mir diese woche nicht
    no me escribas esta semana
    déjame en paz unos días
    esta semana no
    لا ترسل لي هذا الاسبوع
    خليني لوحدي كم يوم
"""
ANSWERS = """
    he told me to leave him alone
    stop asking me was what I said to her
    I left my phone alone for a week
    my son wants to be left alone
    not this week's meeting, the next one
    ich hab sie in ruhe gelassen
    sie hört nicht auf mir zu schreiben
    diese woche war nicht so gut
    mi jefe no me escribe más
    esta semana no dormí bien
    هو لا يرسل لي شيئا
    no more of this late work for me
"""


def lines(text: str) -> list[str]:
    return [one.strip() for one in text.strip().splitlines()]


@pytest.mark.parametrize("words", lines(FOR_GOOD))
def test_who_wants_no_more_is_heard(words: str) -> None:
    """In everyday words of four languages it reads as a stop, which asks once."""
    assert refuses_more(words) or stops(words)


@pytest.mark.parametrize("words", lines(FOR_A_TIME))
def test_who_wants_nothing_for_a_time_is_heard(words: str) -> None:
    """A time that is named is never left out."""
    assert for_a_while(words) and not refuses_more(words)


@pytest.mark.parametrize("words", lines(ANSWERS))
def test_an_answer_wants_no_end(words: str) -> None:
    """What tells of it is none."""
    assert not refuses_more(words) and not for_a_while(words)


def test_today_is_no_week() -> None:
    """Who is done for today has not said it of tomorrow."""
    today = ("ok im done for today", "lass mich heute in ruhe", "me basta x hoy", "يكفي اليوم")
    longer = (
        "leave me alone for now",
        "not this week please",
        "déjame en paz unos días",
        "خليني لوحدي هاليومين",
    )
    assert [only_today(one) for one in (*today, *longer)] == [True] * 4 + [False] * 4
