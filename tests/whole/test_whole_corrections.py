"""A coach corrects in words what is shown back: that one thing changes, and is shown back again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import COACH, Whole, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGULA, MIRO, SARA = 3000, 3001, 3002


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach in Berlin with two clients, and another coach with one of their own."""
    with whole_bot(tmp_path, practice=_two, start=MONDAY) as made:
        yield made


def _two(whole: Whole) -> None:
    whole.until(MONDAY)
    whole.with_coach(2001, "Eva", "Berlin")
    whole.with_client(SARA, "Sara", "Berlin", 2001)
    whole.with_coach()
    whole.with_client(REGULA, "Regula")
    whole.with_client(MIRO, "Miro")


def last(whole: Whole) -> str:
    return whole.sim.texts(COACH)[-1]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("no, thursday", "With Miro:\nUnderstood: Thu 26 Nov, 15:00"),
        ("nein, 16 Uhr", "With Miro:\nUnderstood: Wed 25 Nov, 16:00"),
        ("at 4 not 3", "With Miro:\nUnderstood: Wed 25 Nov, 16:00"),
        ("with Regula, not Miro", "With Regula:\nUnderstood: Wed 25 Nov, 15:00"),
        ("nicht Miro sondern Regula", "With Regula:\nUnderstood: Wed 25 Nov, 15:00"),
        ("no, Regula at 5", "With Regula:\nUnderstood: Wed 25 Nov, 17:00"),
        ("make it every week", "With Miro:\nUnderstood: Wed 25 Nov, 15:00 (Berlin), every week"),
    ],
)
def test_one_thing_of_a_session_that_is_shown_back_is_corrected(whole: Whole, words: str, shown: str) -> None:
    """Day, hour, client or how often changes, nothing is logged, and the rest is shown again."""
    whole.say(COACH, "/session Miro wednesday 3pm")
    assert shown in whole.say(COACH, words)[-1]
    assert "No coaching session is logged ahead" in whole.say(COACH, "/sessions")[-1]


def test_nobody_of_another_coach_comes_in_by_a_correction(whole: Whole) -> None:
    """A name of another coach's client is no name here: what was shown stands."""
    whole.say(COACH, "/session Miro wednesday 3pm")
    assert "With Miro:" in whole.say(COACH, "no, with Sara")[-1]


def test_change_it_keeps_what_is_not_said_anew(whole: Whole) -> None:
    """After *Change it* a day alone keeps the hour that was shown."""
    whole.say(COACH, "/session Miro wednesday 3pm")
    whole.say(COACH, "no")
    assert "Understood: Thu 26 Nov, 15:00" in whole.say(COACH, "thursday")[-1]


def test_what_was_logged_a_moment_ago_is_corrected_too(whole: Whole) -> None:
    """While it is asked whether it repeats, another day or another client takes the place of what was logged."""
    whole.say(COACH, "/session Miro wednesday 3pm")
    whole.say(COACH, "yes")
    assert "Thu 26 Nov, 15:00" in whole.say(COACH, "no, thursday")[-1]
    whole.say(COACH, "yes")
    assert "With Regula:" in whole.say(COACH, "sorry, with Regula")[-1]
    whole.say(COACH, "yes")
    whole.say(COACH, "once")
    listed = whole.say(COACH, "/sessions")[-1]
    assert "Regula · Thu 26 Nov, 15:00" in listed
    assert "Miro" not in listed


def test_what_was_logged_and_repeats_is_taken_back_once(whole: Whole) -> None:
    """Logging and its repeat are one step: behind it nothing is said to have been changed since."""
    whole.say(COACH, "/session Miro wednesday 3pm")
    for words in ("yes", "weekly"):
        whole.say(COACH, words)
    assert "Taken back" in whole.say(COACH, "/takeback")[-1]
    assert whole.say(COACH, "/takeback")[-1] == "There is nothing to take back."


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("no, friday", "Miro, Wed 25 Nov, 15:00 (Berlin), moved:\nUnderstood: Fri 27 Nov, 16:00"),
        ("at 5, not 4", "Miro, Wed 25 Nov, 15:00 (Berlin), moved:\nUnderstood: Thu 26 Nov, 17:00"),
        ("no, Regula's", "Regula, Tue 24 Nov, 10:00 (Berlin), moved:\nUnderstood: Thu 26 Nov, 16:00"),
    ],
)
def test_where_a_session_is_moved_is_corrected(whole: Whole, words: str, shown: str) -> None:
    """The new day keeps the new hour, and another client's session can be meant."""
    whole.say(COACH, "/session Miro 2026-11-25 15:00 once")
    whole.say(COACH, "/session Regula 2026-11-24 10:00 once")
    whole.say(COACH, "move Miro to thursday 4pm")
    assert shown in whole.say(COACH, words)[-1]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("no, the one on 2 december", "Cancel Miro, Wed 2 Dec, 15:00"),
        ("no, Regula", "Cancel Regula, Tue 24 Nov, 10:00"),
        ("nein, die von Regula", "Cancel Regula, Tue 24 Nov, 10:00"),
        ("friday", "None is logged for that day"),
    ],
)
def test_which_session_is_cancelled_is_corrected(whole: Whole, words: str, shown: str) -> None:
    """Another day or another client is offered instead; nothing is cancelled by it."""
    whole.say(COACH, "/session Miro 2026-11-25 15:00 weekly")
    whole.say(COACH, "/session Regula 2026-11-24 10:00 once")
    whole.say(COACH, "cancel Miro")
    assert shown in whole.say(COACH, words)[-1]
    assert "Regula · Tue 24 Nov" in whole.say(COACH, "/sessions")[-1]


def test_one_of_several_is_chosen_by_its_place(whole: Whole) -> None:
    """The first and the last of what is offered can be said."""
    whole.say(COACH, "/session Miro 2026-11-24 15:00 once")
    whole.say(COACH, "/session Regula 2026-11-24 10:00 once")
    whole.say(COACH, "cancel tuesday")
    assert "Cancelled: Miro" in " ".join(whole.say(COACH, "the last one"))


def test_days_away_have_one_end_corrected(whole: Whole) -> None:
    """Another last day leaves the first."""
    whole.say(COACH, "/holiday 24 December to 6 January")
    assert "from Thu, 24 Dec 2026 to Mon, 4 Jan 2027" in whole.say(COACH, "no, until 4 January")[-1]
