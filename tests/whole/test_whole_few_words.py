"""Sentences that are said seldom: each is true when it is read, and what it offers is there."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import me
from whole import ADMIN, CLIENT, COACH, Whole, sharing, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def test_a_coach_who_leaves_the_joining_goes_on_by_start(whole: Whole) -> None:
    """What was being asked is asked again, and nothing of it is lost."""
    whole.person("Tom", 2001)
    whole.say(ADMIN, "/coach")
    whole.start(2001, whole.link(ADMIN))
    assert whole.say(2001, "/cancel")[-1] == "Left here. /start goes on, whenever you like."
    assert whole.say(2001, "/start")
    whole.say(2001, "Tom")
    whole.tap(2001, "Yes")
    whole.say(2001, "Berlin")
    if "Which of these" in whole.sim.texts(2001)[-1]:
        whole.tap(2001, whole.sim.buttons(2001)[0])
    assert "/invite" in "".join(whole.sim.texts(2001)[-3:])


def test_cancel_of_a_coach_where_nothing_is_asked(whole: Whole) -> None:
    """It says so, and a question of a moment later stands all the same."""
    assert whole.say(COACH, "/cancel") == ["Nothing is being asked."]


def test_the_coachs_place_can_be_taken_by_a_tap(whole: Whole) -> None:
    """The button that names the coach's zone sets it."""
    whole.say(CLIENT, "/place")
    label = next(one for one in whole.sim.buttons(CLIENT) if one.startswith("The same as Dana"))
    whole.tap(CLIENT, label)
    assert me(whole).zone == "Europe/Berlin"


def test_a_question_offered_right_now_comes(whole: Whole) -> None:
    """Who has just chosen days and hours, and taps the offer, has a question."""
    whole.say(CLIENT, "/days")
    whole.say(CLIENT, "mon thu 18:00")
    if "Yes" in whole.sim.buttons(CLIENT):
        whole.tap(CLIENT, "Yes")
    assert "If you like, one can come right now." in whole.sim.texts(CLIENT)[-1]
    whole.tap(CLIENT, "A question now")
    begun = whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM reflections").fetchone()[0])
    assert begun == 1 or len(whole.sim.buttons(CLIENT)) > 1


def test_what_shared_does_not_show_is_in_the_export(whole: Whole) -> None:
    """Of more than eight it says how many more there are; the file has them all."""
    for number in range(11):
        whole.say(CLIENT, f"note number {number}")
    assert "And 3 more; /export has all of it." in whole.say(CLIENT, "/shared")[-1]
    whole.say(CLIENT, "/export")
    words = json.dumps(json.loads(whole.sim.document(CLIENT)))
    assert all(f"note number {number}" in words for number in range(11))


def test_who_gets_no_questions_is_said_to_the_coach(whole: Whole) -> None:
    """In a pause and after a stop the plan of a client is empty, and that is what is said."""
    for command, label in (("/pause", "One week"), ("/stop", "Yes, stop everything")):
        whole.say(CLIENT, command)
        whole.tap(CLIENT, label)
        assert "Ada gets no questions now." in whole.say(COACH, "/plan")[-1]
        whole.say(CLIENT, "/start")


def test_a_question_that_was_put_away_leaves_others_to_begin(whole: Whole) -> None:
    """The fourth "later" puts it away, and /now has questions to choose from."""
    whole.begin("mid-week")
    for _ in range(3):
        whole.tap(CLIENT, "Later")
        whole.tap(CLIENT, "In an hour")
        whole.pause(3700)
    whole.tap(CLIENT, "Later")
    assert whole.sim.texts(CLIENT)[-1] == "Put away for now. /now has questions, whenever you like."
    whole.say(CLIENT, "/now")
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    assert "Pass" in whole.sim.buttons(CLIENT)
