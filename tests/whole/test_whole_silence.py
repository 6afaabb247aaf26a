"""In a silence that a client chose nothing arrives, whoever says it; it comes after it, and its coach reads it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client who has just begun ten minutes of silence."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        made.say(CLIENT, "/sitting_with_it")
        made.tap(CLIENT, next(one for one in made.sim.buttons(CLIENT) if "10" in one))
        yield made


def heard(whole: Whole, since: int) -> list[str]:
    return whole.sim.texts(CLIENT)[since:]


def test_a_coachs_message_waits_for_the_end_of_a_silence(whole: Whole) -> None:
    """The question about the clock does not come into the silence, and the coach reads when it does."""
    before = len(whole.sim.texts(CLIENT))
    said = whole.say(COACH, "/where")
    assert any(one.startswith("Ada gets this message on Mon 23 Nov, 10:2") for one in said)
    whole.pause(590)
    assert heard(whole, before) == []
    whole.pause(16 * 60)
    assert any("asks whether your clock has changed" in one for one in heard(whole, before))


def test_own_words_are_answered_past_what_waits(whole: Whole) -> None:
    """Who asks for something in their own silence has it at once; what waits stays where it is."""
    whole.say(COACH, "/where")
    before = len(whole.sim.texts(CLIENT))
    assert any("112" in one for one in whole.say(CLIENT, "/help"))
    whole.pause(60)
    assert not any("clock has changed" in one for one in heard(whole, before))


def test_without_a_silence_nothing_waits(whole: Whole) -> None:
    """Once it is over, what a coach says comes at once, and no line about it."""
    whole.pause(30 * 60)
    before = len(whole.sim.texts(CLIENT))
    assert not any("gets this message" in one for one in whole.say(COACH, "/where"))
    assert any("clock has changed" in one for one in heard(whole, before))


def test_what_becomes_of_a_notice_is_said_into_a_silence(whole: Whole) -> None:
    """Words of danger in a silence: whether the coach has the notice and has seen it does not wait."""
    whole.say(CLIENT, "I want to die")
    whole.pause(30)
    whole.tap(COACH, "I have seen it")
    assert "Dana has seen the notice" in whole.sim.texts(CLIENT)[-1]
