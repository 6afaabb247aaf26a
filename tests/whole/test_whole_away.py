"""Absences, other hours and homecomings in words, through the whole bot."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import kept
from whole import CLIENT, Whole, sharing, whole_bot


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client of whom nothing is asked."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


@pytest.mark.parametrize("words", ["I'm away till the 7th", "bin bis zum 7. weg", "till 7 december"])
def test_an_absence_is_shown_back_and_counts_with_a_yes(whole: Whole, words: str) -> None:
    """Nothing of it is a note."""
    said = whole.say(CLIENT, words)[-1]
    assert "to Mon 7 Dec" in said
    assert "Paused up to and including Mon 7 Dec" in whole.tap(CLIENT, "Yes")[-1]
    assert kept(whole) == []


def test_an_end_alone_is_an_answer_where_something_is_asked(whole: Whole) -> None:
    """It answers the question in sight."""
    whole.say(CLIENT, "/mid_week")
    whole.say(CLIENT, "till 7 december")
    assert kept(whole) == ["till 7 december"]


def test_other_hours_are_said_back_and_set(whole: Whole) -> None:
    """On the days there are; without a yes the words are kept."""
    assert "Mon, Wed and Fri at 20:30" in whole.say(CLIENT, "change my time to 20:30")[-1]
    assert "at 20:30" in whole.tap(CLIENT, "Yes")[-1]
    assert kept(whole) == []
    whole.say(CLIENT, "8pm would be better")
    whole.tap(CLIENT, "Leave it as it is")
    assert kept(whole) == ["8pm would be better"]


def test_hours_that_are_quiet_are_said_to_be(whole: Whole) -> None:
    """By name, with what changes them."""
    assert "21:30 lies in your quiet hours" in whole.say(CLIENT, "stell die Zeit auf 21:30")[-1]


@pytest.mark.parametrize(
    "words", ["I'm back", "sorry for the late reply", "bin wieder da", "آسف على التأخير"]
)
def test_who_is_back_before_an_answer_has_the_question_still(whole: Whole, words: str) -> None:
    """It is said that it stays open, and nothing is quoted."""
    whole.say(CLIENT, "/mid_week")
    whole.pause(30)
    assert whole.say(CLIENT, words)[-1] == "The question above stays open. Nothing was kept."
    assert kept(whole) == []


def test_who_is_back_at_work_answers(whole: Whole) -> None:
    """What tells something is an answer."""
    whole.say(CLIENT, "/mid_week")
    whole.say(CLIENT, "I'm back at work")
    assert kept(whole) == ["I'm back at work"]


def test_who_is_back_where_no_pause_is_reads_that(whole: Whole) -> None:
    """With what comes next."""
    assert whole.say(CLIENT, "I'm back from my holiday")[-1].startswith("No pause is set.")


def test_a_place_until_a_day_says_that_the_day_is_not_kept(whole: Whole) -> None:
    """The place is offered; it counts until it is changed."""
    whole.say(CLIENT, "/place")
    said = whole.say(CLIENT, "I'm in Tokyo until sunday")[-1]
    assert said.startswith("No end is kept of it: it counts until /place changes it.")
    assert "Tokyo" in said
