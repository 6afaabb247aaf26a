"""A coach changes what was arranged, changes it back, and reads each time what it was."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import COACH, Whole, two_clients, whole_bot

from bot.store import erase

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGULA, BEN, TOM = 3000, 3001, 3002


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach in Berlin and two clients."""
    with whole_bot(tmp_path, start=MONDAY, practice=two_clients) as made:
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def test_none_ahead_names_with_whom(whole: Whole) -> None:
    """Where others have one, nothing is said of all; what has begun today is named, and stays as it is."""
    whole.say(COACH, "/session Ben 2026-11-27 15:00 once")
    assert last(whole).startswith("Logged: Ben")
    said = whole.say(COACH, "move tuesday's session with Regula to 5pm")[-1]
    assert said == "No coaching session with Regula is logged ahead. /session logs one."
    assert "with Regula is logged" in whole.say(COACH, "when do I see Regula next?")[-1]
    whole.say(COACH, "/session Regula 2026-11-23 11:00 once")
    whole.say(COACH, "move today's session with Regula to 5pm")
    assert "to Mon 23 Nov, 17:00" in whole.tap(COACH, "Yes")[-1]
    whole.until(datetime(2026, 11, 23, 16, 30, tzinfo=UTC))
    begun = "Regula, Mon 23 Nov, 17:00 (Berlin), has begun; it stays as it is."
    for words in ("move today's session with Regula to 7pm", "cancel today's session with Regula"):
        assert whole.say(COACH, words)[-1].startswith(begun)


# ---- cancelled and moved by words --------------------------------------------------------------


def test_cancel_and_a_name_offers_that_session(whole: Whole) -> None:
    """/cancel NAME offers that client's next session with a yes; said again, the question stands again."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 once")
    whole.say(COACH, "/session Ben 2026-11-27 15:00 once")
    assert whole.say(COACH, "/cancel Ben") == ["Cancel Ben, Fri 27 Nov, 15:00 (Berlin)?"]
    said = whole.say(COACH, "/cancel Ben")
    assert len(said) == 1 and said[0].startswith("Still open") and "Cancel Ben, Fri 27 Nov" in said[0]
    assert "Yes" in whole.sim.buttons(COACH)
    assert "Cancel Regula, Thu 26 Nov" in whole.say(COACH, "/cancel the session with Regula")[-1]
    assert whole.tap(COACH, "Yes")[-1].startswith("Cancelled: Regula, Thu 26 Nov")
    whole.say(COACH, "/session")
    assert "Cancel Ben" in whole.say(COACH, "/cancel friday")[-1]
    assert "left as it was" in whole.say(COACH, "/cancel")[-1]
    assert "Ben" in whole.say(COACH, "/sessions")[-1]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("one hour later", "Thu 26 Nov, 16:00"), ("an hour later", "Thu 26 Nov, 16:00"),
        ("30 minutes earlier", "Thu 26 Nov, 14:30"), ("a day later", "Fri 27 Nov, 15:00"),
        ("in 2 hours", "Mon 23 Nov, 12:0"),
    ],
)  # fmt: skip
def test_later_counts_from_the_session(whole: Whole, words: str, at: str) -> None:
    """Words like "an hour later" mean an hour after the session itself; "in two hours" is by the clock."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 once")
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    assert f"Understood: {at}" in whole.say(COACH, words)[-1]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("thursdays 14:00", "Thu 26 Nov, 14:00"), ("every friday 9:30", "Fri 27 Nov, 09:30"),
        ("one hour later", "Tue 24 Nov, 16:00"), ("Regula: mondays 10:00", "Mon 30 Nov, 10:00"),
    ],
)  # fmt: skip
def test_a_series_is_moved_by_the_words_for_it(whole: Whole, words: str, at: str) -> None:
    """A weekday of each week is its next one; "an hour later" counts from the first of them ahead."""
    whole.say(COACH, "/session Regula 2026-11-24 15:00 weekly")
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "All with Regula, every week")
    whole.tap(COACH, "Move them all")
    assert f"Understood: {at}" in whole.say(COACH, words)[-1]
    assert whole.tap(COACH, "Yes")[-1].startswith(f"Moved: Regula, now {at} (Berlin), every week")


# ---- links -------------------------------------------------------------------------------------


def test_a_coach_does_not_use_up_their_own_link(whole: Whole) -> None:
    """A coach who opens a link of their own reads that it is theirs; it still lets a client in."""
    whole.say(COACH, "/invite Tom")
    link = whole.link(COACH)
    assert whole.start(COACH, link) == ["This is your own link; it stays good for one client."]
    whole.person("Thomas", TOM)
    whole.start(TOM, link)
    whole.tap(TOM, whole.sim.buttons(TOM)[0])
    whole.tap(TOM, whole.sim.buttons(TOM)[0])  # born long ago
    assert "Tom has agreed" in last(whole)


# ---- taken back --------------------------------------------------------------------------------


def test_takeback_takes_back_the_latest_of_any_kind(whole: Whole) -> None:
    """Days away, a last day and a session are taken back one after the other, the latest first, each named."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 once")
    whole.say(COACH, "/holiday 30 November to 7 December")
    whole.tap(COACH, "Yes")
    whole.say(COACH, "/ending Ben 2027-01-31")
    whole.tap(COACH, "Yes")
    assert whole.say(COACH, "/takeback") == [
        "Taken back: The last day with Ben, Sun, 31 Jan 2027, was noted.\nThere is no last day with Ben any more."
    ]
    assert "took the last day back" in last(whole, BEN)
    assert whole.say(COACH, "/takeback")[-1].startswith("Taken back: from Mon 30 Nov to Mon 7 Dec.")
    assert whole.say(COACH, "/takeback") == [
        "Taken back: Regula, Thu 26 Nov, 15:00 (Berlin), once, 60 minutes was logged.\n"
        "No coaching session with Regula is logged ahead now."
    ]
    assert whole.say(COACH, "/takeback") == ["There is nothing to take back."]


def test_takeback_takes_back_a_note_where_it_came_last(whole: Whole) -> None:
    """A note that shows Undo is the latest act: it goes, and what was done before it stays until it is its turn."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 once")
    whole.say(COACH, "/note Ben the garden")
    assert whole.say(COACH, "/takeback") == [
        "Taken back: Ben: a note of yours.\nIt is deleted, and no copy of it is kept here."
    ]
    whole.say(COACH, "/note Ben the gate")
    whole.tap(COACH, "Undo")
    assert whole.say(COACH, "/takeback")[-1].startswith("Taken back: Regula, Thu 26 Nov")


def test_what_is_older_is_taken_back_after_a_yes(whole: Whole) -> None:
    """After a quarter of an hour /takeback and an old Undo ask first, and say what it is about."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 once")
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Cancel 1")
    whole.until(MONDAY + timedelta(hours=1))
    whole.tap(COACH, "Undo")
    assert "Regula, Thu 26 Nov, 15:00 (Berlin) was cancelled.\nIs it to be taken back?" in last(whole)
    assert whole.say(COACH, "/sessions") != []
    whole.say(COACH, "/takeback")
    assert "The next one with Regula is now Thu 26 Nov, 15:00 (Berlin)." in whole.tap(COACH, "Yes")[-1]
    whole.say(COACH, "/holiday 30 November to 7 December")
    whole.tap(COACH, "Yes")
    whole.until(MONDAY + timedelta(hours=2))
    assert "Away from Mon 30 Nov to Mon 7 Dec was noted." in whole.tap(COACH, "Undo")[-1]
    assert "left as it was" in whole.say(COACH, "no")[-1]
    whole.tap(COACH, "Undo")
    assert whole.say(COACH, "yes")[-1].startswith("Taken back: from Mon 30 Nov to Mon 7 Dec.")


def test_what_is_taken_back_is_named(whole: Whole) -> None:
    """A move, a series that was moved and one that was ended are each said as what they were."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 weekly")
    for act, words in (("Move them all", "fridays 10:00"), ("End them", "30 November")):
        whole.say(COACH, "/sessions")
        whole.tap(COACH, "All with Regula, every week")
        whole.tap(COACH, act)
        whole.say(COACH, words)
        whole.tap(COACH, "Yes")
    assert (
        "Regula, Fri 4 Dec, 10:00 (Berlin) and later ones were cancelled."
        in whole.say(COACH, "/takeback")[-1]
    )
    assert (
        "Regula was moved from Thu 26 Nov, 15:00 (Berlin) to Fri 27 Nov, 10:00 (Berlin), with later ones."
        in whole.say(COACH, "/takeback")[-1]
    )
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    whole.say(COACH, "one hour later")
    whole.tap(COACH, "Yes")
    assert (
        "Taken back: Regula was moved from Thu 26 Nov, 15:00 (Berlin) to Thu 26 Nov, 16:00 (Berlin)."
        in whole.say(COACH, "/takeback")[-1]
    )


def test_takeback_goes_on_behind_what_cannot_be(whole: Whole) -> None:
    """What was changed since is said, and the next older change is taken back, or it is said that there is none."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 once")
    whole.say(COACH, "/session Ben 2026-11-27 15:00 once")
    whole.tx(lambda tx: tx.db.execute("UPDATE coaching_sessions SET minutes = 45 WHERE client_id = 3001"))
    said = whole.say(COACH, "/takeback")
    assert said[0] == "That cannot be taken back: the coaching sessions with Ben were changed since."
    assert said[1].startswith("Taken back: Regula, Thu 26 Nov, 15:00 (Berlin), once, 60 minutes was logged.")
    assert whole.say(COACH, "/takeback") == [said[0] + "\nThere is nothing to take back."]


# ---- the last day ------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2026-12-20", "20.12.2026", "20 December 2026"])
def test_a_last_day_is_asked_before_the_client_is_told(whole: Whole, day: str) -> None:
    """However the day is written, a full date too, it is shown back and asked; change leaves it as it was."""
    before = len(whole.sim.texts(REGULA))
    assert "Understood: Sun, 20 Dec 2026. Is that right?" in whole.say(COACH, f"/ending Regula {day}")[-1]
    assert len(whole.sim.texts(REGULA)) == before
    assert "Which is the last day with Regula?" in whole.tap(COACH, "Change it")[-1]
    assert "Is that right?" in whole.say(COACH, day)[-1]
    assert len(whole.sim.texts(REGULA)) == before
    whole.tap(COACH, "Yes")
    assert "20 Dec" in last(whole, REGULA)


def test_an_ending_says_what_a_yes_does(whole: Whole) -> None:
    """Before the yes it is said that the client is told at once and what goes; Undo tells them too."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 weekly until 2026-12-24")
    before = len(whole.sim.texts(REGULA))
    said = whole.say(COACH, "/ending Regula 10 December")[-1]
    assert "Regula is told at once; sessions after that day go. That is 2 sessions." in said
    assert len(whole.sim.texts(REGULA)) == before
    assert whole.tap(COACH, "Yes")[-1].endswith("\n2 sessions after it go.")
    assert "as the last day" in last(whole, REGULA)
    assert "no last day with Regula any more" in whole.tap(COACH, "Undo")[-1]
    assert "took the last day back" in last(whole, REGULA)
    whole.say(COACH, "/ending Regula 2026-12-17")
    whole.tap(COACH, "Yes")
    whole.say(COACH, "/ending Regula none")
    assert "The last day with Regula, Thu, 17 Dec 2026, was taken back." in whole.say(COACH, "/takeback")[-1]
    assert "as the last day" in last(whole, REGULA)


def test_an_old_button_of_sessions_says_that_it_is_no_longer_there(whole: Whole) -> None:
    """The button of a coaching session with somebody who is gone says where the coming ones are."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 once")
    whole.say(COACH, "/sessions")
    old = whole.sim.messages(COACH)[-1]
    rows = old.body["reply_markup"]["inline_keyboard"]
    (data,) = (one["callback_data"] for row in rows for one in row if one["text"] == "Move 1")
    whole.tx(partial(erase.client, client_id=REGULA, now=whole.clock.now()))
    before = len(whole.sim.texts(COACH))
    whole.sim.tap_data(COACH, old.id, data)
    whole.pause()
    assert whole.sim.texts(COACH)[before:] == [
        "That one is no longer there; /sessions shows the coming ones."
    ]
