"""Whoever answers late, or comes back after a long silence, is met where their words belong."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from small import kept, me, rows, seconds
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.people import reconcile, waking
from bot.people.turn import Turn
from bot.store import begun, maintenance, pauses, people
from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ASKED = "Is this still of use to you"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares, to whom nothing comes by itself but what a test begins."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        made.tx(partial(_nothing_by_itself))
        yield made


def _nothing_by_itself(tx: Tx) -> None:
    pauses.days_off(
        tx, CLIENT, MONDAY.date(), (MONDAY + timedelta(days=300)).date(), now=MONDAY + timedelta(minutes=1)
    )


def later(whole: Whole, **time: float) -> None:
    """So much time passes, and the nightly round runs."""
    whole.until(whole.clock.now() + timedelta(**time))
    whole.tx(lambda tx: maintenance.clean(tx, whole.clock.now()))


# ---- late answers ------------------------------------------------------------------------------


@pytest.mark.parametrize("hours", [51, 12 * 24])
def test_a_late_answer_is_kept_under_its_question_and_goes_on(whole: Whole, hours: float) -> None:
    """The nudge says "still here": after 51 hours or 12 days an answer finds its question, and the next comes."""
    whole.begin("look-back")
    question = whole.sim.texts(CLIENT)[-1]
    later(whole, hours=hours)
    assert rows(whole, "SELECT state FROM reflections") == [("lapsed",)]
    whole.say(CLIENT, "The lake, mostly")
    seconds(whole, 30)
    (answer,) = whole.responses()
    assert (answer.step, answer.texts[0].words) == ("stands-out", "The lake, mostly")
    assert answer.prompt in question.replace("\n\n", "\n") or answer.prompt == question
    assert "What stayed steady" in whole.sim.texts(CLIENT)[-1]
    whole.say(CLIENT, "The mornings")
    seconds(whole, 30)
    assert "next week" in whole.sim.texts(CLIENT)[-1]


def test_a_late_answer_to_an_older_question_is_kept_and_thanked(whole: Whole) -> None:
    """When something newer was begun, a reply to the older question is filed there and acknowledged once."""
    whole.begin("look-back", "demand:one")
    old = max(one.id for one in whole.sim.messages(CLIENT) if one.out)
    later(whole, hours=51)
    whole.begin("spark", "demand:two")
    before = len(whole.sim.texts(CLIENT))
    whole.sim.say(CLIENT, "The lake", old)
    whole.pause()
    whole.sim.say(CLIENT, "and the rain", old)
    whole.pause(30)
    (answer,) = whole.responses()
    assert (answer.step, [one.words for one in answer.texts]) == ("stands-out", ["The lake", "and the rain"])
    assert whole.sim.texts(CLIENT)[before:] == [
        "Thank you. It is kept under “What stands out from the week, if anything?”."
    ]


def before_a_session(whole: Whole) -> int:
    """The question before Tuesday's session is open, the next one is on Friday; the question's message."""
    for day in ("2026-11-24", "2026-11-27"):
        whole.say(COACH, f"/session Ada {day} 15:00")
        whole.tap(COACH, "Once")
    whole.begin("before-session", "session:1:before")
    return max(one.id for one in whole.sim.messages(CLIENT) if one.out)


def test_words_after_the_session_are_no_answer_to_the_question_before_it(whole: Whole) -> None:
    """It closes as the session begins: what is written then is a note after the session, with its own line."""
    before_a_session(whole)
    later(whole, hours=60)
    said = whole.say(CLIENT, "The budget is done")
    seconds(whole, 30)
    (one,) = whole.responses()
    assert (one.step, one.prompt, kept(whole)) == ("", "After the session", ["The budget is done"])
    assert said[-1].startswith("Kept, as a note of yours.")


def test_an_open_question_before_the_session_takes_no_words_once_it_began(whole: Whole) -> None:
    """Also where a first answer keeps the talk open past that hour: it is put away, and asks nothing more."""
    before_a_session(whole)
    begins = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    whole.until(begins - timedelta(seconds=20))
    whole.say(CLIENT, "The budget")
    whole.until(begins + timedelta(seconds=20))
    whole.say(CLIENT, "and it went well with her")
    seconds(whole, 300)
    found = [(one.step, one.texts[0].words) for one in whole.responses() if one.texts]
    assert sorted(found) == [("", "and it went well with her"), ("bring", "The budget")]


def test_what_is_written_after_a_session_is_no_wish_for_the_next(whole: Whole) -> None:
    """A reply to the question stands under it, and the coach does not read it as what the client might bring."""
    question = before_a_session(whole)
    later(whole, hours=60)
    whole.sim.say(CLIENT, "The budget is done", question)
    seconds(whole, 60)
    assert [one.step for one in whole.responses()] == ["bring"]
    page = "\n".join(whole.say(COACH, "/digest Ada"))
    assert "The budget is done" in page
    assert "might bring" not in page


# ---- is this still of use? ---------------------------------------------------------------------


def asked(whole: Whole) -> None:
    """The question after a long silence is put."""

    def ask(tx: Tx) -> None:
        client = people.client(tx, CLIENT)
        assert client is not None
        turn = Turn(tx, whole.clock.now(), -2, whole.house.config, "bot")
        begun.add(tx, CLIENT, "ask:x", script="ask-rhythm", at=whole.clock.now(), outcome=begun.SENT, why="")
        waking.ask_rhythm(turn, client, "ask:x")
        reconcile.after(turn, CLIENT)

    whole.tx(ask)
    whole.house.ring()
    whole.pause()


@pytest.mark.parametrize("days", [0.1, 5])
def test_words_after_the_question_about_the_rhythm_answer_it(whole: Whole, days: float) -> None:
    """They are kept with that question, acknowledged, and the choices stand there again; no script is begun."""
    asked(whole)
    later(whole, days=days)
    said = whole.say(CLIENT, "Yes, but less in December")
    (answer,) = whole.responses()
    assert ASKED in answer.prompt
    assert kept(whole) == ["Yes, but less in December"]
    assert said == ["Thank you. That is kept. Nothing changes unless you choose it here."]
    assert {"As it is", "Lighter", "Pause", "Stop"} <= set(whole.sim.buttons(CLIENT))
    whole.say(CLIENT, "And another thing")
    assert kept(whole)[-1] == "And another thing"
    whole.tap(CLIENT, "Lighter")
    assert me(whole).rhythm["weekly"] == 1


# ---- what it says of a session -----------------------------------------------------------------


def test_openings_name_the_session_itself(whole: Whole) -> None:
    """Before and after a session the opening names its day and hour, also once it was put off; no distance."""
    whole.say(COACH, "/session Ada 2026-11-24 15:00")
    whole.tap(COACH, "Once")
    whole.begin("before-session", "session:1:before")
    opening = whole.sim.texts(CLIENT)[-1]
    assert "About your session with Dana on Tue 24 Nov, 14:00 (Lisbon)." in opening
    whole.tap(CLIENT, "Later")
    whole.tap(CLIENT, "In an hour")
    later(whole, hours=1.1)
    assert whole.sim.texts(CLIENT)[-1] == opening
    later(whole, hours=90)
    whole.begin("after-session", "session:1:after")
    assert "About your session with Dana on Tue 24 Nov, 14:00 (Lisbon)." in whole.sim.texts(CLIENT)[-1]


def test_without_a_session_no_opening_speaks_of_its_time(whole: Whole) -> None:
    """Where no session is logged, nothing is said of when it was."""
    whole.begin("after-session")
    assert "About your session with Dana. Up to four" in whole.sim.texts(CLIENT)[-1]
