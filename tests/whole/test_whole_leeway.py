"""Days and hours that are left open are shown back, or an hour is asked for with the reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from clocked import timed_bot
from whole import CLIENT, Whole

NEEDED = "A question comes at an hour of the clock, so one is needed, like 7:30."


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a client on Monday and Thursday at 19:00."""
    with timed_bot(tmp_path, rhythm="mon,thu 19:00") as made:
        yield made


def test_an_open_hour_is_asked_for_and_nothing_is_guessed(whole: Whole) -> None:
    """Of "any time" every day is shown back and its hour asked for; an hour of no clock is asked for, and why."""
    whole.say(CLIENT, "/days")
    assert whole.say(CLIENT, "when I wake up")[-1].startswith(NEEDED)
    shown = whole.say(CLIENT, "whenever")[-1]
    assert shown.startswith(NEEDED) and "Is that right?" in shown
    assert "At what time?" in whole.tap(CLIENT, "Yes")[-1]
    assert whole.say(CLIENT, "any time")[-1].startswith(NEEDED)
    assert "Is that right?" in whole.say(CLIENT, "mwf, whenever")[-1]
    whole.tap(CLIENT, "Yes")
    assert "Which of these do you mean?" in whole.say(CLIENT, "eightish")[-1]
    whole.tap(CLIENT, "Mon, Wed and Fri at 20:00")
    assert whole.say(CLIENT, "/export") is not None


def test_limits_say_what_comes_while_nothing_is_answered(whole: Whole) -> None:
    """Fewer, one question, none: said where the limits are."""
    assert "While nothing is answered, fewer come" in whole.say(CLIENT, "/limits")[-1]


def test_with_a_question_open_a_feeling_is_no_name(whole: Whole) -> None:
    """Asked for a name while a question is open, a feeling or a sentence is its answer; a name is shown back."""
    whole.say(CLIENT, "/spark")
    whole.say(CLIENT, "/name")
    assert not any("Shall your name" in one for one in whole.say(CLIENT, "tired"))
    whole.say(CLIENT, "/name")
    assert not any("Shall your name" in one for one in whole.say(CLIENT, "a bit better"))
    whole.say(CLIENT, "/name")
    assert "“Anna Weiss”" in whole.say(CLIENT, "Anna Weiss")[-1]
