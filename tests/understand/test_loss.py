"""Words of a death: that somebody near has died, and what only sounds like it."""

import pytest

from bot.core.understand.loss import mourns

LOSSES = """
    hey. been a while. dad died
    my grandma passed away on sunday
    my uncle passed last night
    we lost our baby
    mein Vater ist gestern gestorben
    oma ist tot
    hab meinen Bruder verloren
    se murió mi abuela
    mi padre falleció el lunes
    مات ابوي
    توفيت جدتي الاسبوع الماضي
"""

NO_LOSSES = """
    my phone died
    I nearly died laughing with my sister
    the project is dead
    ich hab den Faden verloren
    perdí el tren
    I lost my temper with my son
    my son passed the exam
    my sister just passed her driving test
    mein Vater ist fast gestorben
    mein Mann ist nicht gestorben
"""


def lines(text: str) -> list[str]:
    return [one.strip() for one in text.strip().splitlines()]


@pytest.mark.parametrize("words", lines(LOSSES))
def test_words_of_a_death(words: str) -> None:
    """Somebody near has died."""
    assert mourns(words)


@pytest.mark.parametrize("words", lines(NO_LOSSES))
def test_no_words_of_a_death(words: str) -> None:
    """Things die, and people are lost in other ways."""
    assert not mourns(words)
