"""Questions and requests in the middle of a talk are met as what they are; a setting keeps its words for itself."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import kept
from whole import CLIENT, Whole, sharing, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def test_questions_and_requests_are_no_answers(whole: Whole) -> None:
    """A plain question is answered and not kept; a request is a note with a way to tell it now, no answer."""
    whole.begin("look-back")
    assert "When it is read is up to Dana." in whole.say(CLIENT, "when does Dana read this?")[-1]
    assert "/unsay erases" in whole.say(CLIENT, "how do I delete a message?")[-1]
    assert kept(whole) == []
    assert "Dana does not read here in between" in whole.say(CLIENT, "I have to cancel tuesday")[-1]
    assert whole.sim.buttons(CLIENT) == ["Tell Dana now"]
    assert [one.reflection_id for one in whole.responses()] == [None]


def test_the_next_question_waits_for_the_setting(whole: Whole) -> None:
    """A setting that was opened behind an answer stays until it is set, and after one word that is none."""
    whole.begin("look-back")
    whole.say(CLIENT, "the lake")
    whole.say(CLIENT, "/quiet")
    before = len(whole.sim.texts(CLIENT))
    whole.pause(120)
    assert len(whole.sim.texts(CLIENT)) == before
    assert "Still open: Your quiet hours." in whole.say(CLIENT, "hm, the evenings")[-1]
    whole.say(CLIENT, "22:00-07:00")
    whole.pause(60)
    assert any("Noted: no question comes at 22:00" in one for one in whole.sim.texts(CLIENT)[before:])
    assert "What stayed steady" in whole.sim.texts(CLIENT)[-1]


def test_a_goal_without_its_how_is_taken_and_no_word_to_it_is_a_note(whole: Whole) -> None:
    """The goal stands alone; what is no goal is told what is missing; a stop is a stop."""
    whole.say(CLIENT, "/ourgoals")
    assert whole.say(CLIENT, "a\nb\nc\nd")[-1].startswith("Still open: Your goals.")
    assert whole.say(CLIENT, "I want to sleep better")[-1].startswith("1. I want to sleep better\nKept.")
    assert kept(whole) == []
