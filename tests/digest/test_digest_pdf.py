"""The digest as a PDF: small, the same each time, and whatever somebody wrote is words in it."""

from dataclasses import replace

import pytest
import weeks
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.digest.digest import compile
from bot.core.digest.week import Week
from bot.i18n import texts
from bot.render.pdf import pdf


def saying(words: str) -> Week:
    """A small week whose answers all say that."""
    week = weeks.plain()
    return replace(
        week, responses=tuple(replace(one, texts=(words,), prompt=words) for one in week.responses)
    )


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_a_pdf_is_small_and_the_same_each_time(language: str) -> None:
    """A full week is a document of less than 200 kB with its letters inside, the same bytes twice."""
    digest = compile(weeks.full())
    made = pdf(digest, texts(language))
    assert made == pdf(digest, texts(language))
    assert made.startswith(b"%PDF-")
    assert b"DejaVuSans" in made
    assert len(made) < 200_000


def test_no_word_is_read_as_markup() -> None:
    """What would set a page, a formula or a file for the library is quoted like anything else."""
    made = {
        pdf(compile(saying(words)), texts()) for words in ('#panic("x")', "$x^2", '#read("/etc/passwd")', "*")
    }
    assert len(made) == 4


@settings(max_examples=8, deadline=None)
@given(st.text(max_size=80))
def test_any_words_can_stand_in_a_pdf(words: str) -> None:
    """No text of a client's stops the document."""
    assert pdf(compile(saying(words)), texts()).startswith(b"%PDF-")


def test_arabic_runs_from_right_to_left() -> None:
    """Joined Arabic is another document than its letters apart, and stands at the other side than Latin."""
    word = "سلام"
    made = {pdf(compile(saying(words)), texts()) for words in (word, "\u200c".join(word), word[::-1])}
    assert len(made) == 3


def test_a_sign_without_letters_is_named() -> None:
    """Where a sign has no letters here, the document says that the page has it; elsewhere it says nothing of it."""
    plain, boxed = (len(pdf(compile(saying(words)), texts())) for words in ("ab", "a\U00013000"))
    assert boxed > plain + 500
