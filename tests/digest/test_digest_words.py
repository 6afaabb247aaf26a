"""The length of a text to a reader, and showing less of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.base.words import MORE, boundary, count, shorten, shorten_name, trim

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAGS = "\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7"
ZALGO = "z" + "\u0301" * 80


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n ", 0),
        ("one two\nthree", 3),
        ("a" * 24, 1),
        ("a" * 25, 2),
        ("今天我想了很多", 4),
        ("👍", 1),
    ],
)
def test_count(text: str, words: int) -> None:
    """Spaces part words; a long run or wide characters count for what they take to read."""
    assert count(text) == words


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("one two three", 3, "one two three"),
        (" one \t two\r\n\n\n three ", 9, "one two\nthree"),
        ("one two three", 2, "one two …"),
        ("one two three", 0, "…"),
        ("", 0, ""),
        ("a" * 30 + " b", 1, "a" * 24 + "…"),
        ("one " + "a" * 30, 2, "one …"),
        ("ab" * 11 + FAMILY + "cd" * 9, 1, "ab" * 11 + "…"),
    ],
)
def test_trim(text: str, words: int, shown: str) -> None:
    """Whole words and an ellipsis; a first word too long is cut between characters as one sees them."""
    assert trim(text, words) == shown


@given(st.text(max_size=400), st.integers(1, 40))
def test_trim_is_a_beginning_within_the_limit(text: str, words: int) -> None:
    """What is shown is a beginning of the text, space aside, has no more words than asked, or is whole."""
    shown = trim(text, words)
    if count(text) <= words:
        assert shown.split() == text.split()
        return
    assert shown.endswith(MORE)
    assert count(shown[: -len(MORE)]) <= words
    assert "".join(text.split()).startswith("".join(shown[: -len(MORE)].split()))


@pytest.mark.parametrize(
    ("text", "characters", "shown"),
    [
        ("Noa", 24, "Noa"),
        ("A  name\nover lines", 24, "A name over lines"),
        ("How well does our way of working suit you?", 24, "How well does our way…"),
        ("x" * 30, 10, "x" * 9 + "…"),
        ("ab " + "x" * 30, 10, "ab xxxxxx…"),
    ],
)
def test_shorten(text: str, characters: int, shown: str) -> None:
    """A name or title is one line, cut after a whole word where that leaves more than half."""
    assert shorten(text, characters) == shown


@pytest.mark.parametrize(
    ("text", "place", "cut"),
    [
        ("abc", 2, 2),
        ("ae\u0301b", 2, 1),
        (FAMILY + "x", 3, 3),
        ("x" + FAMILY, 3, 1),
        ("x\U0001f44b\U0001f3fdy", 2, 1),
        (FLAGS, 3, 2),
        (FLAGS, 2, 2),
        (ZALGO, 60, 60),
        ("abc", 3, 3),
    ],
)
def test_boundary(text: str, place: int, cut: int) -> None:
    """A cut never parts an accent, joined emoji, skin tone or flag from its character, unless it must."""
    assert boundary(text, place) == cut


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Anna (since 21 Nov, 13:00)", "Anna (since 21 Nov, 13:00)"),
        ("Anna-Maria von der Hohen Linde (since 21 Nov)", "Anna-Maria von der… (since 21 Nov)"),
        ("Anna-Maria von der Hohen Linde", "Anna-Maria von der…"),
        ("Anna (", "Anna ("),
    ],
)
def test_what_tells_two_of_a_name_apart_is_not_cut(name: str, shown: str) -> None:
    """A name is shortened, and never what stands in brackets behind it."""
    assert shorten_name(name, 24) == shown
