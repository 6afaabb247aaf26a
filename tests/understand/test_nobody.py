"""A name in a coach's order, whoever is called so."""

import pytest

from bot.core.understand.nobody import named


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("how is Regula?", "en"),
        ("is Regula ok?", "en"),
        ("What did Regula say about Graz?", "en"),
        ("cancel Tuesday with Regula", "en"),
        ("session Regula tuesday 15:00", "en"),
        ("ask Regula: what helped?", "en"),
        ("show Regula's goals", "en"),
        ("wie geht es Regula?", "de"),
        ("Termin mit Regula am Montag", "de"),
        ("¿Cómo está Regula?", "es"),
        ("pregúntale a Regula: ¿qué ayudó?", "es"),
    ],
)
def test_a_name_stands_behind_what_is_to_be_done(words: str, language: str) -> None:
    """It is found as it was written, in questions and orders."""
    assert named(words, language) == "Regula"


def test_small_letters_and_arabic_have_no_capitals() -> None:
    """Behind "with" a small word is a name too; in Arabic a word that is no other."""
    assert named("cancel tuesday with regula", "en") == "regula"
    assert named("كيف حال ريغولا؟", "ar") == named("ألغ الجلسة مع ريغولا", "ar") == "ريغولا"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("how is everyone?", "en"),
        ("How are you?", "en"),
        ("is Monday free?", "en"),
        ("move Tuesday to 4", "en"),
        ("find Graz", "en"),
        ("what did anyone say about Graz?", "en"),
        ("Cancel the session with love", "en"),
        ("Wie geht es weiter?", "de"),
        ("Sitzung Dienstag 15 Uhr", "de"),
        ("¿Cómo va todo?", "es"),
        ("كيف الحال", "ar"),
        ("كيف حالك؟", "ar"),
        ("how is it\nRegula said", "en"),
    ],
)
def test_other_words_are_no_name(words: str, language: str) -> None:
    """Days, everybody, a place, small words behind a verb."""
    assert named(words, language) == ""
