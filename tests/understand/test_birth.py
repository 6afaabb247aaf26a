"""An age that somebody says of themself, and what is none."""

import pytest

from bot.core.understand.birth import BORN, MINOR, Grown, grown, minor
from bot.core.understand.folding import fold

YEAR = 2026
UNDER_AGE = (
    "tengo 15",
    "Tengo solo 16 años",
    "hola, tengo quince años",
    "soy menor de edad",
    "todavía no tengo 18",
    "nací en 2012",
    "I'm 15",
    "I’m 15",
    "im 15",
    "i am fifteen",
    "I'm only 16 years old",
    "hi, I'm 15",
    "Actually I'm 17 now",
    "I am 9 years old",
    "I'm 15 and I live with my mum",
    "My coach is great. I'm 15.",
    "15yo",
    "my age is 14",
    "I'm under 18",
    "im a minor",
    "I'm not 18 yet",
    "I was born in 2012",
    "ich bin 15",
    "Ich bin erst 16 Jahre alt",
    "bin fünfzehn",
    "ich bin noch keine 18",
    "ich bin minderjährig",
    "Jahrgang 2011",
    "ich wurde 2011 geboren",
    "عمري 15",
    "عمري ١٥ سنة",
    "أنا ١٥ سنة",
    "أنا عمري خمسة عشر",
    "أنا قاصر",
    "من مواليد 2011",
)
NOT = (
    "tengo 15 minutos",
    "mi hijo tiene 15 años",
    "cuando tenía 15 años",
    "tengo 7",
    "I'm 15 minutes late",
    "I am 15 pages in",
    "when I was 15",
    "I'm 10",
    "I'm 7",
    "my son is 15",
    "Sometimes I'm 15 again.",
    "I'm 45",
    "I'm 15 years into this job",
    "I'm 16 years sober",
    "I'm 17 years older than him",
    "I am 11 weeks pregnant",
    "She said: I'm 15",
    "I was born in 1985",
    "I turned 15 in 2003",
    "I'm a minor character in it",
    "I'm 15%",
    "ich bin 15 Minuten zu spät",
    "ich bin 12 Jahre dabei",
    "ich bin 15 Jahre älter als er",
    "im 12. Stock",
    "geboren 1985",
    "عندي 15 سنة خبرة",
    "عمري 35",
)


@pytest.mark.parametrize("words", UNDER_AGE)
def test_who_says_that_they_are_under_age_is_understood(words: str) -> None:
    """An age below 18 that somebody says of themself is read, in three languages."""
    assert minor(words, YEAR)


@pytest.mark.parametrize("words", NOT)
def test_what_is_no_age_of_the_writer_is_none(words: str) -> None:
    """Lengths, others' ages, the past and figures out of ten are no age of who writes."""
    assert not minor(words, YEAR)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("1985", "adult"),
        ("١٩٨٥", "adult"),
        ("12.3.1990", "adult"),
        ("I was born in 1990", "adult"),
        ("34", "adult"),
        ("85", "adult"),
        ("18", "adult"),
        ("eighteen", "adult"),
        ("34 years old", "adult"),
        ("عمري 40", "adult"),
        ("over 18", "adult"),
        ("2008", "edge"),
        ("March 2012", "young"),
        ("15", "young"),
        ("fünfzehn", "young"),
        ("under 18", "young"),
        ("I'm 15", "young"),
        ("1850", None),
        ("2030", None),
        ("300", None),
        ("1985 or 1986", None),
        ("what for?", None),
    ],
)
def test_the_year_of_birth_is_read_as_people_write_it(words: str, meant: Grown | None) -> None:
    """A year, a date, an age in figures or words; anything else is asked again."""
    assert grown(words, YEAR) == meant


def test_stems_are_written_as_folded_words_are() -> None:
    """A stem that folding changes would never be found, however it is spelt in a message."""
    assert not [
        stem for one in (*MINOR, *BORN) for stem in one.stems if stem.strip() not in fold(f"a {stem} a")
    ]
