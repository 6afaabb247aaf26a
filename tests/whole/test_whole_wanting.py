"""A client asks for something different; the coach answers in a tap, the client reads what changed."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from clocked import MONDAY, client, plans, said, timed_bot
from whole import CLIENT, COACH, Whole

from bot.store import assignments, change_requests, export

EVENING = MONDAY.replace(hour=19, minute=15)
WORDS = "fewer words about sessions, and not so late"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Ada has a question of Monday evening in front of her; Dana coaches from Berlin."""
    with timed_bot(tmp_path) as made:
        made.say(COACH, "/session Ada 2026-11-24 15:00 weekly")
        made.until(EVENING)
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def ask(whole: Whole, words: str = WORDS) -> str:
    whole.say(CLIENT, "/change")
    whole.say(CLIENT, words)
    return whole.tap(CLIENT, "Yes, send it")[-1]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("ok, one a week less", "Ada: It is 2 a week at most now."),
        ("Ada: less often", "Ada: It is 2 a week at most now."),
        ("another hour", "Which hour would you suggest to Ada?"),
        ("let's talk about it at our session", "Ada: It is something for the next session."),
        ("bleibt erst mal so", "Ada: It stays as it is for now."),
    ],
)
def test_a_change_is_answered_in_words(whole: Whole, words: str, answer: str) -> None:
    """Words that say what a button says do it, where one wish waits; without one they do nothing."""
    assert not whole.say(COACH, words)[-1].startswith(answer)
    whole.say(COACH, "/cancel")
    ask(whole)
    assert whole.say(COACH, words)[-1].startswith(answer)


def test_a_change_is_asked_for_answered_in_a_tap_and_told(whole: Whole) -> None:
    """The words reach the coach whole with answers to tap; what changed comes at an hour, and in the log."""
    whole.say(CLIENT, "change this")
    assert "What would you like to be different" in last(whole, CLIENT)
    assert whole.say(CLIENT, WORDS)[-1].startswith("Shall this go to Dana?")
    assert WORDS not in "\n".join(whole.sim.texts(COACH))
    assert whole.tap(CLIENT, "Yes, send it")[-1].startswith("Dana can read it now.")
    assert "Ada would like something changed." in last(whole) and WORDS in last(whole)
    assert "Not answered yet." in whole.say(CLIENT, "/change")[-1]
    before = len(whole.sim.texts(CLIENT))
    assert whole.tap(COACH, "One a week less")[-1].startswith("Ada: It is 2 a week at most now.\nIt comes at")
    assert client(whole).rhythm["weekly"] == 2 and len(whole.sim.texts(CLIENT)) == before
    whole.until(MONDAY + timedelta(days=13))
    came = [one for one in said(whole) if one.text.startswith("You asked for a change")]
    assert (
        came[0].text == f"You asked for a change: “{WORDS}”\nThe answer of Dana: It is 2 a week at most now."
    )
    assert f"{came[0].local:%H}" == "19" and came[0].silent and len(came) == 1
    assert f"“{WORDS}” It is 2 a week at most now." in whole.say(CLIENT, "/change")[-1]


def test_a_script_goes_off_and_the_answer_is_taken_back(whole: Whole) -> None:
    """Off takes off the script that was asked about; undo puts it on, and the request waits again."""
    script = whole.sim.texts(CLIENT) and plans(whole)
    assert script is not None
    whole.say(CLIENT, "/look_back")
    ask(whole)
    label = next(one for one in whole.sim.buttons(COACH) if one.endswith("off for them"))
    assert "no longer comes by itself." in whole.tap(COACH, label)[-1]
    assert whole.tx(partial(assignments.off, client_id=CLIENT)) == {"look-back"}
    assert "that is answered." in whole.tap(COACH, "As it is for now")[-1]
    whole.tap(COACH, "Undo")
    assert last(whole).endswith("What Ada asked for waits for an answer again.")
    assert whole.tx(partial(assignments.off, client_id=CLIENT)) == frozenset()
    whole.until(MONDAY + timedelta(days=6))
    assert not any("You asked for a change" in one for one in whole.sim.texts(CLIENT))
    whole.say(COACH, "/client Ada")
    whole.tap(COACH, f"Asks for a change: {WORDS}"[:60])
    assert WORDS in last(whole)
    assert "It stays as it is for now." in whole.tap(COACH, "As it is for now")[-1]


def test_it_is_taken_back_by_the_client(whole: Whole) -> None:
    """A request is taken back before its answer; afterwards the coach's tap says so, and nothing changes."""
    ask(whole)
    assert whole.tap(CLIENT, "Take it back")[-1].startswith("Taken back.")
    assert "that is answered. Taken back." in whole.tap(COACH, "One a week less")[-1]
    assert "weekly" not in client(whole).rhythm
    assert "That has its answer" in whole.tap(CLIENT, "Take it back")[-1]


def test_by_taps_alone(whole: Whole) -> None:
    """From any message the menu leads to it, and a ready wish needs no words."""
    whole.say(CLIENT, "/menu")
    whole.tap(CLIENT, "Change this")
    whole.tap(CLIENT, "Fewer questions")
    assert "<blockquote>" not in last(whole) and "Fewer questions" in last(whole)
    assert "It is something for the next session." in whole.tap(COACH, "At our session")[-1]


def test_the_log_is_in_the_export_and_goes_with_an_erase(whole: Whole) -> None:
    """Request, answer and instants are in the client's export; an erase leaves nothing of them."""
    ask(whole)
    whole.tap(COACH, "As it is for now")
    kept = whole.tx(partial(export.client, client_id=CLIENT))["change_requests"]
    assert [(one["words"], one["answer"]) for one in kept] == [(WORDS, "stays")] and kept[0]["answered_at"]
    whole.say(CLIENT, "/erase")
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    assert whole.tx(partial(change_requests.of_client, client_id=CLIENT)) == ()


def test_a_wish_taken_back_is_told_to_the_coach(whole: Whole) -> None:
    """The client reads that the coach sees it, and the coach does."""
    ask(whole)
    assert "sees that it was" in whole.tap(CLIENT, "Take it back")[-1]
    assert last(whole) == "Ada has taken that wish back."


@pytest.mark.parametrize("fit", ["So-so", "Not for me"])
def test_what_did_not_fit_has_a_way_to_ask_for_a_change(whole: Whole, fit: str) -> None:
    """Under the last line of what did not fit one tap asks and one more says what; the coach reads it."""
    whole.say(CLIENT, "/spark")
    whole.say(CLIENT, "the first snow")
    whole.tap(CLIENT, "That is all")
    for _ in range(6):
        if "Fitted" not in whole.sim.buttons(CLIENT):
            whole.tap(CLIENT, "Pass")
    assert "Change this" not in whole.sim.buttons(CLIENT)
    whole.tap(CLIENT, fit)
    whole.tap(CLIENT, "Change this")
    whole.tap(CLIENT, "Shorter questions")
    assert "Shorter questions" in last(whole) and "The latest question was" in last(whole)


def test_under_an_open_question_a_change_is_two_taps_away(whole: Whole) -> None:
    """Later, then Change this, beside what puts it off; after the way back it is gone again."""
    whole.begin("spark")
    assert "Change this" not in whole.sim.buttons(CLIENT)
    whole.tap(CLIENT, "Later")
    assert "Change this" in whole.sim.buttons(CLIENT)
    whole.tap(CLIENT, "Back")
    assert "Change this" not in whole.sim.buttons(CLIENT)
    whole.tap(CLIENT, "Later")
    whole.tap(CLIENT, "Change this")
    whole.tap(CLIENT, "Other questions than this one")
    assert "Other questions than this one" in last(whole) and "The latest question was" in last(whole)


def test_where_no_coach_reads_later_offers_no_change(whole: Whole) -> None:
    """A client whose coach is one no more has under Later only what puts the question off."""
    whole.begin("spark")
    whole.tx(lambda tx: tx.db.execute("UPDATE coaches SET state = 'left'"))
    whole.tap(CLIENT, "Later")
    assert "Change this" not in whole.sim.buttons(CLIENT) and "Tomorrow" in str(whole.sim.buttons(CLIENT))


def test_another_hour_is_an_answer_that_counts_with_a_yes(whole: Whole) -> None:
    """The coach taps an hour, or writes one; the client is asked at theirs, and a yes changes it."""
    ask(whole)
    assert "Which hour would you suggest to Ada?" in whole.tap(COACH, "Another hour")[-1]
    said_ = whole.say(COACH, "6 pm")[-1]
    assert said_.startswith("Ada: 18:00 is suggested instead. Nothing changes before a yes.\nIt comes at")
    assert "18:00 is suggested instead." in whole.say(CLIENT, "/change")[-1]
    whole.tap(COACH, "Undo")
    assert "Not answered yet." in whole.say(CLIENT, "/change")[-1]
    whole.say(COACH, "/client Ada")
    whole.tap(COACH, next(one for one in whole.sim.buttons(COACH) if one.startswith("Asks for a change")))
    whole.tap(COACH, "Another hour")
    whole.tap(COACH, "18:00")
    whole.until(MONDAY + timedelta(days=13))
    assert "Yes, at 18:00" in whole.sim.buttons(CLIENT)
    whole.tap(CLIENT, "Yes, at 18:00")
    assert client(whole).rhythm["rhythm"] == "mon,wed,fri 18:00"
