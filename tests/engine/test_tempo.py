"""How soon words can answer what was just shown, and how long an answer of somebody's grows."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.talk import tempo

AT = datetime(2026, 11, 29, 12, tzinfo=UTC)
QUESTION = "Thank you. I have kept that as you wrote it. What else is there to say of it?"


def after(seconds: float) -> datetime:
    return AT + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("said", "seconds", "soon"),
    [
        ("and the rain, all day long, on the tin roof of the old house", 2, True),
        ("and the rain, all day long, on the tin roof of the old house", 20, False),
        ("yes", 1, True),
        ("yes", 3, False),
        ("word " * 500, 4, True),
        ("word " * 500, 6, False),  # it may have been pasted
    ],
)
def test_words_are_too_soon_if_nobody_could_have_read_and_written_them(
    said: str, seconds: float, soon: bool
) -> None:
    """Seventeen words take two and a half seconds to read at best; what is said takes its time too."""
    assert tempo.too_soon(QUESTION, AT, said, after(seconds)) is soon


def answers(gap: float, number: int = 6, bubbles: int = 3) -> list[list[datetime]]:
    return [[after(gap * bubble) for bubble in range(bubbles)] for _ in range(number)]


def test_who_writes_in_many_bubbles_gets_longer_and_a_minute_at_most() -> None:
    """Twice the pause that nine of ten stay below."""
    assert tempo.own(answers(18)) == timedelta(seconds=36)
    assert tempo.own(answers(50)) == timedelta(seconds=60)


def test_who_mostly_writes_in_one_message_or_is_hardly_known_waits_as_anybody() -> None:
    """Five answers are needed, half of them in several messages; what came minutes later counts for nothing."""
    assert tempo.own(answers(18, number=4)) is None
    assert tempo.own(answers(18, bubbles=1)) is None
    assert tempo.own(answers(18, 2) + answers(18, 3, 1)) is None
    assert tempo.own(answers(200)) is None
    assert tempo.own([[], []]) is None
