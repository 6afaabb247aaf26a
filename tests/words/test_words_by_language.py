"""A client's language: chosen from those with scripts and an interface, and whole in each."""

import gettext
from datetime import date

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from bot.core.plan.rhythm import DAYS, parse_rhythm
from bot.i18n import LOCALE, Texts, languages, texts
from bot.people.client.joining import spoken

PROMPTS = LOCALE.parent.parent / "prompts"
SCRIPTED = {folder.name for folder in PROMPTS.iterdir() if any(folder.glob("*.md"))}


@pytest.mark.parametrize(
    ("app", "language"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("ar", "ar"),
        ("ar-EG", "ar"),
        ("es-MX", "es"),
        ("en-US", "en"),
        ("fr", "en"),
        ("", "en"),
    ],
)
def test_client_joins_in_the_language_of_the_app(app: str, language: str) -> None:
    """Telegram's language, with or without a region, where scripts and interface are there; else English."""
    assert spoken(app, SCRIPTED) == language


def test_scripts_without_an_interface_are_not_offered() -> None:
    """A language with only one of the two is not chosen: scripts and buttons would be in two languages."""
    assert spoken("fr", {"en", "fr"}) == "en"
    assert spoken("de", {"en"}) == "en"


@given(st.text(max_size=8), st.sets(st.sampled_from(["en", "de", "ar", "fr", "xx"])))
def test_any_app_gets_a_language_that_is_whole(app: str, scripted: set[str]) -> None:
    """Whatever the app says: the language chosen has an interface, and scripts unless it is English."""
    chosen = spoken(app, scripted)
    assert chosen in languages()
    assert chosen == "en" or chosen in scripted


def test_every_language_of_the_library_has_an_interface() -> None:
    """A folder of scripts that is shipped can be offered to clients."""
    assert set(languages()) >= SCRIPTED


ARABIC = [(0, "لا أيام راحة"), (1, "يوم راحة واحد"), (2, "يوما راحة"), (3, "3 أيام راحة"), (10, "10 أيام راحة"),
          (11, "11 يوم راحة"), (99, "99 يوم راحة"), (100, "100 يوم راحة"), (103, "103 أيام راحة")]  # fmt: skip


@pytest.mark.parametrize(("n", "words"), ARABIC)
def test_arabic_counts_in_six_forms(n: int, words: str) -> None:
    """None, one, two, a few, many, and hundreds each have their own form, in the digits of dates."""
    assert texts("ar").n("{n} paused day", "{n} paused days", n) == words


@pytest.mark.parametrize("language", languages())
def test_weekdays_can_be_written_as_they_are_called(language: str) -> None:
    """Each weekday's own name, as a message shows it, is understood where days are asked for."""
    say = texts(language)
    for number, code in enumerate(DAYS):
        assert say.day_codes(say.weekday(date(2026, 1, 5 + number))) == code


def test_days_are_read_in_the_manner_of_the_language() -> None:
    """Several days, ranges, commas and points of the language; what is English stays as it is."""
    assert texts("de").day_codes("Mo, Do.") == "mon,thu"
    assert texts("de").day_codes("mo–fr") == "mon-fri"
    assert texts("ar").day_codes("الاثنين، الاربعاء") == "mon,wed"
    assert texts("ar").day_codes("الإثنين والخميس") != "mon,thu"  # written together it is not known
    for language in languages():
        assert texts(language).day_codes("mon thu") == "mon,thu"
        assert texts(language).day_codes("daily") == "daily"


@given(st.text(max_size=30))
def test_any_days_are_read_or_refused(words: str) -> None:
    """Whatever is written as days comes out as days, or is refused as English words would be."""
    for language in ("en", "de", "ar"):
        try:
            parse_rhythm(f"{texts(language).day_codes(words)} 12:00")
        except ValueError as fault:
            assert str(fault)


def test_numbers_are_in_digits_that_can_be_written_back() -> None:
    """Also where a language has digits of its own, numbers stand in those of dates and hours."""
    persian = Texts("fa", Locale.parse("fa"), gettext.NullTranslations())
    assert persian.number(12) == "12"
