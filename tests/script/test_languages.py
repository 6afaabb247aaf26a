"""What a language does to a script."""

import pytest

from bot.core.base.language import asks, base, is_minutes, minutes, question_marks, unquoted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What now?"),
        ("ar", "ماذا الآن؟"),
        ("fa", "چه خبر؟"),
        ("el", "Και τώρα;"),
        ("el", "Και τώρα\u037e"),
        ("zh", "现在呢？"),
        ("hy", "Ի՞նչ հիմա։"),
        ("en", "Lately …"),
        ("en", "Lately ... ”"),
    ],
)
def test_a_text_asks(language: str, text: str) -> None:
    """A question mark of the language, or an end left open."""
    assert asks(text, language)


@pytest.mark.parametrize(
    "text", ["So; it goes.", "You said “What now?”.", "„Was nun?“", "«Quoi ?»", '"What?" it is.']
)
def test_a_text_does_not_ask(text: str) -> None:
    """Another language's mark, or a question that is only quoted."""
    assert not asks(text, "en")


def test_what_is_quoted_can_be_left_out() -> None:
    """All double marks count, single ones do not: they are apostrophes, too."""
    assert unquoted("a “b” c „d“ e «f» g 'h'").split() == ["a", "c", "e", "g", "'h'"]


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        (2, "en", "2 minutes"),
        (3, "ru", "3 минуты"),
        (5, "ru", "5 минут"),
        (2, "ar", "2 دقيقتان"),
        (10, "ar", "10 دقائق"),
        (3, "xx", "3 minutes"),
        (4, "pl-PL", "4 minuty"),
    ],
)
def test_minutes_are_said_by_the_plural_of_the_language(number: int, language: str, words: str) -> None:
    """From 2 to 10, as a speaker would say it; and the word is known again."""
    assert minutes(number, language) == words
    assert is_minutes(words.split()[1], language)


@pytest.mark.parametrize(
    ("word", "language", "good"),
    [
        ("min.", "de", True),
        ("Minute", "de", True),
        ("hours", "en", False),
        ("anything", "xx", True),
        ("2", "xx", False),
    ],
)
def test_the_word_for_minutes(word: str, language: str, good: bool) -> None:
    """The language's own and the English one; in an unknown language any word."""
    assert is_minutes(word, language) == good


def test_every_language_has_a_question_mark() -> None:
    """The Latin one is understood everywhere, for keyboards that have no other."""
    assert all("?" in question_marks(language) for language in ("en", "ar", "el", "ja", "xx"))
    assert base("PT-br") == "pt"
