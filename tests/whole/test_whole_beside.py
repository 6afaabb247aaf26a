"""Moments of a session, kept by each side and set side by side: through Telegram, the loops and the database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

AFTER = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach and a client who met two hours ago."""
    with whole_bot(tmp_path, sharing) as made:
        made.say(COACH, "/session Ada 2026-11-24 15:00")
        made.until(AFTER)
        yield made


def test_neither_side_sees_the_others_before_their_own(whole: Whole) -> None:
    """Each is told that there are some, and none of them; when both have kept theirs, both read both."""
    assert "up to three moments" in whole.say(CLIENT, "/ourmoments")[-1]
    assert whole.say(CLIENT, "when you laughed\nwhen it was quiet")[-1] == "Kept."
    said = whole.sim.texts(COACH)[-1]
    assert said == "Ada kept moments of your session on Tue 24 Nov. Yours, if you like? Then both show."
    assert "laughed" not in "".join(whole.sim.texts(COACH))
    whole.tap(COACH, "Keep mine")
    whole.say(COACH, "when she breathed out")
    beside = "Moments of your session on Tue 24 Nov\n"
    assert (
        beside + "You\n• when she breathed out\nAda\n• when you laughed\n• when it was quiet"
        in whole.sim.texts(COACH)
    )
    theirs = "You\n• when you laughed\n• when it was quiet\nDana\n• when she breathed out"
    assert beside + theirs in whole.sim.texts(CLIENT)
    assert "moments that you kept of a session were shown" in whole.say(CLIENT, "/opened")[-1]
    assert "done that" not in whole.say(COACH, "/moments Ada")[-1]


def test_who_leaves_theirs_may_see_the_others(whole: Whole) -> None:
    """Left by a tap: what the other side kept comes, and nothing of one's own."""
    whole.say(COACH, "/moments Ada")
    whole.say(COACH, "when she breathed out")
    assert "Dana kept moments of your session on Tue 24 Nov." in "".join(whole.sim.texts(CLIENT))
    assert "breathed" not in "".join(whole.sim.texts(CLIENT))
    whole.say(CLIENT, "/ourmoments")
    assert "Left." in whole.tap(CLIENT, "None this time")
    assert "Dana\n• when she breathed out" in "".join(whole.sim.texts(CLIENT))


def test_more_than_three_are_asked_for_again(whole: Whole) -> None:
    """Four lines are not taken, and none is cut; a second time nothing is kept twice."""
    whole.say(CLIENT, "/ourmoments")
    whole.say(CLIENT, "one\ntwo\nthree\nfour")
    assert "kept moments" not in "".join(whole.sim.texts(COACH))
    whole.say(CLIENT, "/ourmoments")
    whole.say(CLIENT, "one")
    assert "You have done that for your session on" in whole.say(CLIENT, "/ourmoments")[-1]


def test_moments_go_with_the_client(whole: Whole) -> None:
    """After an erase nothing of either side is left; without a session there is nothing to keep."""
    whole.say(COACH, "/moments Ada")
    whole.say(COACH, "planted pomegranate")
    whole.say(CLIENT, "/erase")
    whole.tap(CLIENT, "Erase everything")
    assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM moments").fetchone()[0]) == 0


def test_without_a_session_there_are_no_moments(tmp_path: Path) -> None:
    """It is said that none is logged, on both sides."""
    with whole_bot(tmp_path, sharing) as whole:
        assert "No session with Ada is logged" in whole.say(COACH, "/moments Ada")[-1]
        assert "No session is logged" in whole.say(CLIENT, "/ourmoments")[-1]


def test_kept_twice_is_kept_once(whole: Whole) -> None:
    """A coach who has kept theirs is told so, and asked nothing."""
    whole.say(COACH, "/moments Ada")
    whole.say(COACH, "when she breathed out")
    assert (
        "You have done that for your session with Ada on Tue 24 Nov." in whole.say(COACH, "/moments Ada")[-1]
    )
