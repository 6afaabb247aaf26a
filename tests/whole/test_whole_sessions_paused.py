"""Coaching sessions and a pause: what the coach hears when one is moved, what the client hears, and when."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import kept, me
from whole import CLIENT, COACH, Whole, private, sharing, whole_bot

from bot.core.understand.query import asks_session

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ASKED = (
    "When is my session?",
    "when is our next meeting",
    "Is my session still on Tuesday?",
    "Wann ist meine nächste Sitzung?",
    "wann sehen wir uns wieder?",
    "متى جلستي القادمة؟",
)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares, and a coaching session on the coming Friday."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        made.say(COACH, "/session Ada 2026-12-18 16:00")
        made.tap(COACH, "Once")
        yield made


def moved(whole: Whole, to: str) -> str:
    """What the coach reads when the session is moved."""
    whole.say(COACH, "/sessions")
    whole.tap(COACH, next(one for one in whole.sim.buttons(COACH) if one.startswith("Move")))
    return whole.say(COACH, to)[-1]


@pytest.mark.parametrize("words", ASKED)
@pytest.mark.parametrize("state", ["active", "paused", "stopped"])
def test_when_the_next_session_is_can_be_asked_at_any_time(whole: Whole, words: str, state: str) -> None:
    """The question is answered with the session as it is noted, in a pause and after a stop too; it is no note."""
    if state == "paused":
        whole.say(CLIENT, "/pause")
        whole.tap(CLIENT, "Until I come back")
    if state == "stopped":
        whole.say(CLIENT, "/stop")
        whole.tap(CLIENT, "Yes, stop everything")
    said = whole.say(CLIENT, words)[-1]
    assert "Your next coaching session, as Dana noted it: Fri 18 Dec, 15:00 (Lisbon)." in said
    assert kept(whole) == []
    assert me(whole).state == state


def test_without_a_session_that_is_said(tmp_path: Path) -> None:
    """Where no session is noted, the answer says so, and who knows."""
    with whole_bot(tmp_path, start=MONDAY, practice=private) as whole:
        said = whole.say(CLIENT, "When is my session?")[-1]
        assert "No coming coaching session is noted here; Dana knows." in said


@pytest.mark.parametrize(
    "words",
    [
        "The next session",
        "When we meet",
        "Time to meet people",
        "noch eine Sitzung",
        "A session was still in me",
    ],
)
def test_what_asks_for_no_session_is_none(words: str) -> None:
    """Words about a session that ask nothing stay what they are."""
    assert not asks_session(words)


def test_a_coach_who_moves_a_session_reads_that_the_client_is_paused(whole: Whole) -> None:
    """The line about the change says that it is told after the pause, and not until when the pause lasts."""
    whole.say(CLIENT, "/pause 2026-11-23 2026-12-06")
    before = len(whole.sim.texts(CLIENT))
    said = moved(whole, "2026-12-17 14:00")
    assert "Ada is paused and reads this after that." in said
    assert "6 Dec" not in said
    whole.until(datetime(2026, 12, 6, 22, tzinfo=UTC))
    assert len(whole.sim.texts(CLIENT)) == before


def test_what_a_coach_reads_of_a_session_with_who_stopped(whole: Whole) -> None:
    """The same with a client who stopped: the coach reads that nothing of it is said there, and nothing is."""
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    before = len(whole.sim.texts(CLIENT))
    said = moved(whole, "2026-12-17 14:00")
    assert "Ada has stopped the questions: the bot says nothing of this there." in said
    whole.until(datetime(2026, 12, 18, 22, tzinfo=UTC))
    assert len(whole.sim.texts(CLIENT)) == before


@pytest.mark.parametrize("ends", ["by itself", "/start"])
def test_a_session_moved_in_a_pause_is_told_after_it(whole: Whole, ends: str) -> None:
    """A change falls into a pause of two weeks: the client reads of it after that, or when they are back."""
    whole.say(CLIENT, "/pause 2026-11-23 2026-12-06")
    whole.until(datetime(2026, 11, 24, 10, tzinfo=UTC))
    moved(whole, "2026-12-17 14:00")
    back = datetime(2026, 12, 7, 0, 5, tzinfo=UTC)
    if ends == "/start":
        back = datetime(2026, 12, 4, 10, tzinfo=UTC)
        whole.until(back)
        whole.say(CLIENT, "/start")
    before = len(whole.sim.texts(CLIENT))
    evening = back.replace(
        hour=19, minute=10
    )  # the first after a return may bring the offer of the agreement
    whole.until(evening if ends == "by itself" else evening + timedelta(days=3))
    read = whole.sim.texts(CLIENT)
    assert [one for one in read if "is moved. It is on Thu 17 Dec, 13:00" in one]
    assert "Thu 17 Dec, 13:00" in " ".join(read[before:])
