"""Words for a question that is not there: what is true is said, and nothing is kept that was not meant to be."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import kept, me, small_bot
from whole import CLIENT, COACH, Whole, sharing, whole_bot

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
    assert said.startswith("No question is open. ") and said.endswith("Nothing was kept.")
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
    "I'm back early",
    "hey",
    "bin wieder da",
    "ich bin früher zurück",
    "عدت مبكرا",
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


def test_words_behind_change_are_shown_back_and_go_with_a_yes(whole: Whole) -> None:
    """Nothing goes to the coach before; a no sends nothing."""
    before = len(whole.sim.texts(COACH))
    assert "fewer, please" in whole.say(CLIENT, "/change fewer, please")[-1]
    assert len(whole.sim.texts(COACH)) == before
    whole.say(CLIENT, "no")
    assert len(whole.sim.texts(COACH)) == before
    whole.say(CLIENT, "/change fewer, please")
    assert "can read it now" in whole.tap(CLIENT, "Yes, send it")[-1]
    assert "fewer, please" in whole.sim.texts(COACH)[-1]
    assert kept(whole) == []


def test_an_edit_into_a_pause_asks_for_how_long(whole: Whole) -> None:
    """It is said so, and what was kept stays."""
    number = whole.sim.say(CLIENT, "a long walk")
    whole.pause()
    whole.sim.edit(CLIENT, number, "pause")
    whole.pause()
    *_, said, asked = whole.sim.texts(CLIENT)
    assert "What it said before stays kept." in said
    assert asked.startswith("For how long?")
    assert kept(whole) == ["a long walk"]


def test_why_says_that_everything_is_stopped(whole: Whole) -> None:
    """Nothing is planned then, and that is why."""
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    assert whole.say(CLIENT, "/why")[-1].startswith("Stopped: nothing is sent.")


AMISS = ("that did not sit right", "That didn’t feel right with Dana", "Das hat nicht gepasst")


def test_what_did_not_sit_right_is_offered_its_questions(tmp_path: Path) -> None:
    """It is kept as a note, and the script for it is a tap away; in the middle of a talk it is an answer."""
    with whole_bot(tmp_path, practice=sharing, start=MONDAY) as full:
        for words in AMISS:
            assert "There are questions for that" in full.say(CLIENT, words)[-1]
        assert sorted(kept(full)) == sorted(AMISS)
        assert "What happened, as you saw it?" in full.tap(CLIENT, "Something did not sit right")[-1]
        assert "There are questions for that" not in full.say(CLIENT, AMISS[0])[-1:]


def session(full: Whole, at: datetime) -> None:
    """A coaching session is logged."""
    full.say(COACH, f"/session Ada {at:%Y-%m-%d %H:%M}")
    if "Yes" in full.sim.buttons(COACH):
        full.tap(COACH, "Yes")


def test_a_question_before_a_session_is_never_put_off_behind_it(tmp_path: Path) -> None:
    """Put off until after it, it is put away, and does not come."""
    with whole_bot(tmp_path, practice=sharing, start=MONDAY) as full:
        session(full, datetime(2026, 11, 25, 10, 30, tzinfo=UTC))
        full.until(datetime(2026, 11, 24, 21, 0, tzinfo=UTC))
        assert "What might you want to bring?" in full.sim.texts(CLIENT)[-1]
        full.say(CLIENT, "later")
        assert full.say(CLIENT, "tomorrow")[-1] == "That is after your session, so the question is put away."
        before = sum("want to bring?" in one for one in full.sim.texts(CLIENT))
        full.until(datetime(2026, 11, 27, 21, 0, tzinfo=UTC))
        assert sum("want to bring?" in one for one in full.sim.texts(CLIENT)) == before


def test_an_edit_of_a_moment_is_told_the_truth(tmp_path: Path) -> None:
    """What was kept of a session stays as it was."""
    with whole_bot(tmp_path, practice=sharing, start=MONDAY) as full:
        session(full, datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
        full.until(datetime(2026, 11, 24, 12, 0, tzinfo=UTC))
        full.say(CLIENT, "/ourmoments")
        number = full.sim.say(CLIENT, "the moment we laughed")
        full.pause()
        full.sim.edit(CLIENT, number, "the moment we cried")
        full.pause()
        assert full.sim.texts(CLIENT)[-1] == "That moment stays as it was kept; Dana reads it so."


def test_an_edit_after_a_coach_left_names_nobody_who_reads(tmp_path: Path) -> None:
    """Once the coach left, an edit of a moment stays as it was, and nobody is said to read it."""
    with whole_bot(tmp_path, practice=sharing, start=MONDAY) as full:
        session(full, datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
        full.until(datetime(2026, 11, 24, 12, 0, tzinfo=UTC))
        full.say(CLIENT, "/ourmoments")
        number = full.sim.say(CLIENT, "the moment we laughed")
        full.pause()
        full.say(COACH, "/leave")
        full.tap(COACH, "Nobody is named")
        full.tap(COACH, full.sim.buttons(COACH)[0])
        full.pause()
        full.sim.edit(CLIENT, number, "the moment we cried")
        full.pause()
        said = full.sim.texts(CLIENT)[-1]
        assert said.startswith("That stays as it was kept. Nobody reads what you write now")
