"""A setting says what is so now, what follows for the next question, and why a choice changes nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from clocked import WEEKLY, meet, plans, said, timed_bot
from whole import CLIENT, COACH, Whole, whole_bot

from bot.store import people

pytestmark = pytest.mark.unmeasured  # what runs here, others cover

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OTHERS = (
    "A question comes then or a few minutes later. One about a session, or about a moment you marked, can come "
    "at another hour. It says what it is about. One silent reminder of a question can come at a later hour of "
    "yours, or some hours before a session."
)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a client on Monday and Thursday at 19:00."""
    with timed_bot(tmp_path, start=MONDAY, rhythm="mon,thu 19:00") as made:
        yield made


def test_a_number_that_changes_nothing_says_why(whole: Whole) -> None:
    """Seven a week on two days: the number, the days, and that it can be fewer."""
    whole.say(CLIENT, "/more")
    lines = whole.tap(CLIENT, "7")[-1].split("\n")
    assert lines[:3] == [
        "Noted: 7 a week at most.",
        "Questions come on Mon and Thu, so that it can be fewer; /days adds days.",
        "Mon and Thu at 19:00 (Lisbon).",
    ]
    assert lines[3].startswith("As things stand, the next question comes on Mon 23 Nov, 19:0")
    whole.say(CLIENT, "/more")
    assert "fewer" not in whole.tap(CLIENT, "2")[-1]
    whole.until(MONDAY + timedelta(days=7))
    picked = {one.at.weekday() for one in plans(whole) if one.body["kind"] != "ask-rhythm"}
    assert picked <= {0, 3}


def test_quiet_hours_say_what_they_are_now(whole: Whole) -> None:
    """The hours that were chosen stand in the answer, and the next question beside them."""
    whole.say(CLIENT, "/quiet")
    lines = whole.tap(CLIENT, "20:00-09:00")[-1].split("\n")
    assert lines[0] == "Noted: no question comes at 20:00-09:00."
    assert lines[1].startswith("As things stand, the next question comes on Mon 23 Nov, 19:0")


def test_days_and_hours_name_the_exceptions_where_they_are_agreed(whole: Whole) -> None:
    """Days and hours are said back with what comes at other hours, and so are the limits."""
    whole.say(CLIENT, "/days")
    whole.say(CLIENT, "tue fri")
    lines = whole.tap(CLIENT, "12:30")[-1].split("\n")
    assert lines[:2] == ["That is set: Tue and Fri at 12:30 (Lisbon).", OTHERS]
    assert OTHERS in whole.say(CLIENT, "/limits")[-1]


def test_what_is_set_is_when_it_comes(tmp_path: Path) -> None:
    """All comes at the chosen days and hours, but what belongs to a session or to a mark, over some weeks."""
    scripts = (*WEEKLY, "after-a-mark")
    with timed_bot(tmp_path, start=MONDAY, rhythm="mon,thu 19:00", scripts=scripts) as whole:
        meet(whole, "2026-11-25T15:00")
        whole.say(CLIENT, "/spark")
        for _ in range(4):
            whole.say(CLIENT, "It became clear")
            whole.pause(60)
        found = []
        for _ in range(40):
            row = next(iter(plans(whole)), None)
            if row is None:
                break
            found.append((row.body["kind"], row.at, row.body["why"]))
            whole.until(row.at + timedelta(minutes=1))
            whole.say(CLIENT, "yes")
            whole.pause(1200)
        assert {kind for kind, *_ in found} >= {"before", "after", "mark", "midway"}
        for kind, at, why in found:
            picked = (at.weekday(), at.hour) in {(0, 19), (3, 19)} and at.minute <= 6
            assert picked or kind in ("before", "after", "mark"), (kind, at)
            assert picked or "you chose" not in why, (kind, at)


def test_as_it_is_says_what_that_is(whole: Whole) -> None:
    """ "As it was" under the welcome changes nothing, and says what nothing is."""
    whole.until(MONDAY + timedelta(days=20, hours=3))
    whole.say(CLIENT, "Hello")
    lines = whole.tap(CLIENT, "As it was")[-1].split("\n")
    assert lines[0] == "It stays as it is: Mon and Thu at 19:00 (Lisbon)."
    assert lines[1].startswith("As things stand, the next question comes on")


@pytest.mark.parametrize(
    ("how", "opening", "why"),
    [
        (
            "Cancel",
            "Your session with Dana on Wed 25 Nov, 14:00 (Lisbon) was cancelled. One question",
            "was cancelled",
        ),
        ("Move", "Your session with Dana was moved to Fri 27 Nov, 14:00 (Lisbon). One question", "was moved"),
    ],
)
def test_a_moved_and_a_cancelled_session_are_told_apart(
    tmp_path: Path, how: str, opening: str, why: str
) -> None:
    """The question says which it was, and so does the reason under /why."""
    with timed_bot(tmp_path, start=MONDAY, rhythm="mon,tue,thu 19:00") as whole:
        whole.say(COACH, "/session Ada 2026-11-25 15:00")
        whole.tap(COACH, "Once")
        whole.say(COACH, "/sessions")
        whole.tap(COACH, next(label for label in whole.sim.buttons(COACH) if how in label))
        if how == "Move":
            whole.say(COACH, "2026-11-27 15:00")
            if "Yes" in whole.sim.buttons(COACH):
                whole.tap(COACH, "Yes")
        whole.until(MONDAY + timedelta(hours=10, minutes=10))
        assert opening in said(whole)[-1].text
        assert f"your session on Wed 25 Nov {why}" in whole.say(CLIENT, "/why")[-1]


def test_one_nudge_in_a_talk_however_long_it_lasts(tmp_path: Path) -> None:
    """Who answers a question a day is reminded once in that talk, not every day."""
    with whole_bot(tmp_path, start=MONDAY) as whole:
        whole.with_coach()
        whole.with_client()
        whole.tx(partial(people.set_rhythm, client_id=CLIENT, rhythm="daily 08:00", weekly=1))
        whole.begin("look-back")
        for day in range(1, 4):
            whole.until(MONDAY + timedelta(days=day, hours=9))
            whole.say(CLIENT, f"Word {day}")
            whole.pause(30)
        nudges = [text for text in whole.sim.texts(CLIENT) if "still here" in text]
        assert len(nudges) == 1
