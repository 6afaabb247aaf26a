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
    """Two answers are needed, half of them in several messages; what came minutes later counts for nothing."""
    assert tempo.own(answers(18, number=1)) is None
    assert tempo.own(answers(18, bubbles=1)) is None
    assert tempo.own(answers(18, 2) + answers(18, 3, 1)) is None
    assert tempo.own(answers(200)) is None
    assert tempo.own([[], []]) is None


def test_who_writes_on_has_not_read_what_came_between() -> None:
    """Within six seconds of a message that was still the answer before, the next one is too."""
    assert tempo.goes_on(AT, after(5))
    assert not tempo.goes_on(AT, after(6))
    assert not tempo.goes_on(None, after(1))


def test_a_pause_within_an_answer_lengthens_the_wait_for_more_of_it() -> None:
    """Twice the longest pause, never less than usual and a minute at most; what came later is another thought."""
    usual = timedelta(seconds=20)
    assert tempo.wait(usual, None) == usual
    assert tempo.wait(usual, timedelta(seconds=5)) == usual
    assert tempo.wait(usual, timedelta(seconds=18)) == timedelta(seconds=36)
    assert tempo.wait(usual, timedelta(seconds=50)) == timedelta(seconds=60)
    assert tempo.longer(None, None, AT) is None
    assert tempo.longer(None, AT, after(18)) == timedelta(seconds=18)
    assert tempo.longer(timedelta(seconds=18), AT, after(3)) == timedelta(seconds=18)
    assert tempo.longer(timedelta(seconds=18), AT, after(61)) == timedelta(seconds=18)
