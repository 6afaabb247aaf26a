"""Words for a question that is not there: what is true is said, and nothing is kept that was not meant to be."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import kept, me, small_bot
from whole import CLIENT, Whole, sharing, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client to whom nothing was asked."""
    with small_bot(tmp_path, start=MONDAY) as made:
        yield made


OFF = (
    "not today",
    "Later.",
    "pass",
    "skip",
    "not now",
    "nicht heute",
    "später",
    "ليس اليوم",
    "لاحقا",
    "tomorrow",
)


@pytest.mark.parametrize("words", OFF)
def test_what_puts_off_nothing_is_told_so(whole: Whole, words: str) -> None:
    """No note is made of it, and it is kept where that was meant."""
    said = whole.say(CLIENT, words)[-1]
    assert said == "No question is open. Nothing was kept."
    assert kept(whole) == []
    whole.tap(CLIENT, "Keep it as I wrote it")
    assert kept(whole) == [words]


def test_a_question_now_is_one_tap_away(whole: Whole) -> None:
    """What can be done instead stands under it."""
    whole.say(CLIENT, "later")
    assert whole.sim.buttons(CLIENT)[:2] == ["A question now", "Pause"]
    assert "Which one, if any?" in whole.tap(CLIENT, "A question now")[-1]
    assert kept(whole) == []


BACK = (
    "I am back",
    "bin wieder da",
    "when does the pause end?",
    "Wann endet die Pause?",
    "متى تنتهي الاستراحة؟",
)


@pytest.mark.parametrize("words", BACK)
def test_inside_a_pause_its_end_is_said_and_offered(whole: Whole, words: str) -> None:
    """The date, and a button that takes it up again."""
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "One week")
    assert "Paused until Mon 30 Nov" in whole.say(CLIENT, words)[-1].replace("\u2068", "")
    assert kept(whole) == []
    whole.tap(CLIENT, "Take up again")
    assert me(whole).state == "active"
    assert kept(whole) == []


def test_when_the_next_question_comes_is_said(tmp_path: Path) -> None:
    """Whether it is put off, or asked after a pause that there is not."""
    with whole_bot(tmp_path, practice=sharing, start=MONDAY) as full:
        for words, said in (
            ("not today", "No question is open."),
            ("when does the pause end?", "No pause is set."),
        ):
            assert f"{said} As things stand, the next question comes on " in full.say(CLIENT, words)[-1]
        assert kept(full) == []


FOR_A_TIME = ("stop for a week", "no questions this week", "pause for a week", "keine Fragen bis Freitag")


@pytest.mark.parametrize("words", FOR_A_TIME)
def test_a_stop_for_a_time_is_a_pause_that_is_shown_back(whole: Whole, words: str) -> None:
    """Its days are named; a yes sets it."""
    whole.say(CLIENT, words)
    assert whole.sim.buttons(CLIENT)[-1] == "It was not meant as a pause"
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    assert "Paused" in whole.sim.texts(CLIENT)[-1]
    assert kept(whole) == []


@pytest.mark.parametrize("words", ["call me Regi", "Please call me Regi.", "Nenn mich Regi"])
def test_a_name_that_was_not_asked_for_is_offered(whole: Whole, words: str) -> None:
    """As after /cancel: it is shown back, and counts with a yes."""
    whole.say(CLIENT, "/name")
    whole.say(CLIENT, "/cancel")
    assert "Regi" in whole.say(CLIENT, words)[-1]
    whole.tap(CLIENT, "Yes")
    assert (me(whole).name, kept(whole)) == ("Regi", [])


@pytest.mark.parametrize("words", ["call me tomorrow", "call me", "please call me"])
def test_a_wish_for_a_call_is_no_name(whole: Whole, words: str) -> None:
    """It is for the coach."""
    whole.say(CLIENT, words)
    assert kept(whole) == [words]


def test_an_open_question_is_put_off_as_before(whole: Whole) -> None:
    """There it is a way out of the question."""
    whole.begin("week")
    assert "Put off until" in whole.say(CLIENT, "not today")[-1]
