"""A coach suggests a rhythm; the client says yes, says no or leaves it, and nothing changes before a yes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from clocked import MONDAY, client, said, timed_bot
from whole import CLIENT, COACH, Whole

EVENING = MONDAY.replace(hour=19, minute=15)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Ada's hours are Monday, Wednesday and Friday at 19:00 in Lisbon; Dana coaches from Berlin."""
    with timed_bot(tmp_path) as made:
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


@pytest.mark.parametrize(
    "words", ["suggest two a week to Ada", "/suggest Ada twice a week", "/suggest 2 a week for Ada"]
)
def test_a_suggestion_changes_nothing_before_the_yes(whole: Whole, words: str) -> None:
    """It comes at the client's next hour and changes nothing; a yes does, and the coach hears it."""
    assert whole.say(COACH, words)[-1].startswith(
        "Ada is asked whether it can be 2 a week at most. Nothing changes before their yes.\nIt comes at"
    )
    assert whole.sim.texts(CLIENT) == [] and "weekly" not in client(whole).rhythm
    assert "your suggestion of 2 a week" in whole.say(COACH, "/plan Ada")[-1]
    assert "Dana, your coach, suggests a rhythm; you chose 19:00" in whole.say(CLIENT, "/why")[-1]
    whole.until(EVENING)
    assert said(whole)[-1].text.startswith("Dana suggests 2 questions a week at most; now it can be 3.")
    assert said(whole)[-1].silent and "weekly" not in client(whole).rhythm
    told = whole.tap(CLIENT, "Yes, 2 a week at most")[-1]
    assert told.startswith("Noted: 2 a week at most.") and client(whole).rhythm["weekly"] == 2
    assert last(whole) == "Ada said yes to the rhythm that you suggested; it counts from now on."


def test_a_no_leaves_it_and_the_coach_hears_it(whole: Whole) -> None:
    """A no changes nothing, and the coach reads it neutrally; a second tap changes nothing either."""
    whole.say(COACH, "suggest one a week to Ada")
    whole.until(EVENING)
    shown = whole.sim.messages(CLIENT)[-1].id
    assert whole.tap(CLIENT, "As it is")[-1].startswith("It stays as it is:")
    assert (
        last(whole) == "Ada would like to keep the rhythm as it is." and "weekly" not in client(whole).rhythm
    )
    whole.sim.tap_data(CLIENT, shown, "m:suggested:1:yes")
    whole.pause()
    assert last(whole, CLIENT) == "That was answered. /more changes how often it comes."
    assert "weekly" not in client(whole).rhythm


def test_by_buttons_and_taken_back(whole: Whole) -> None:
    """From the card by taps alone; undo takes it back before it comes; what is so already is said."""
    whole.say(COACH, "/client Ada")
    assert "It is 3 at most now: Mon, Wed and Fri" in whole.tap(COACH, "Suggest a rhythm")[-1]
    whole.tap(COACH, "1")
    assert (
        "you suggested a rhythm in these seven days already" in whole.say(COACH, "/suggest Ada 2 a week")[-1]
    )
    whole.say(COACH, "/client Ada")
    whole.tap(COACH, "Take back: your suggestion of 1 a week")
    assert last(whole) == "Taken back: Ada: your suggestion of 1 a week.\nAda was not told of it."
    whole.until(EVENING)
    assert not any("suggests" in one for one in whole.sim.texts(CLIENT))
    assert whole.say(COACH, "/suggest Ada 3 a week")[-1] == "Ada has that already: 3 a week at most."


def test_a_suggestion_of_somebody_else_cannot_be_answered(whole: Whole) -> None:
    """A forged button with another client's suggestion changes nothing."""
    whole.with_client(3001, "Ben")
    whole.say(COACH, "/suggest Ada 1 a week")
    whole.until(EVENING)
    whole.sim.tap_data(3001, whole.sim.messages(3001)[-1].id, "m:suggested:1:yes")
    whole.pause()
    assert "weekly" not in client(whole).rhythm
    assert whole.tap(CLIENT, "Yes, 1 a week at most")
    assert client(whole).rhythm["weekly"] == 1


@pytest.mark.parametrize("words", ["/suggest Ada 18:00", "suggest 6 pm to Ada", "suggest 18:00 to Ada"])
def test_an_hour_is_suggested_and_counts_with_a_yes(whole: Whole, words: str) -> None:
    """It comes at the hour there is, and the days stay; the coach hears the yes."""
    assert last_of(whole, words).startswith("Ada is asked whether it can be at 18:00 (Lisbon).")
    assert "your suggestion of 18:00" in whole.say(COACH, "/plan Ada")[-1]
    whole.until(EVENING)
    assert said(whole)[-1].text.startswith(
        "Dana suggests 18:00 for your questions; now it is: Mon, Wed and Fri"
    )
    assert whole.tap(CLIENT, "Yes, at 18:00")[-1].startswith(
        "That is set: Mon, Wed and Fri at 18:00 (Lisbon)."
    )
    assert client(whole).rhythm["rhythm"] == "mon,wed,fri 18:00"
    assert last(whole) == "Ada said yes to the rhythm that you suggested; it counts from now on."
    assert last_of(whole, "/suggest Ada 18:00") == "Ada has that already: 18:00."


def last_of(whole: Whole, words: str) -> str:
    return whole.say(COACH, words)[-1]


def test_no_hour_is_suggested_at_which_nothing_is_wanted(whole: Whole) -> None:
    """Quiet hours are the client's: they are not among those to tap, and one that is written is not asked for."""
    whole.say(CLIENT, "/quiet")
    whole.say(CLIENT, "20:00-09:00")
    whole.say(COACH, "/suggest Ada")
    assert whole.sim.buttons(COACH)[:6] == ["1", "2", "3", "4", "12:30", "18:00"]
    assert last_of(whole, "20:30") == "Ada wants no question at 20:30."
