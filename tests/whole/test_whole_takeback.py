"""A coach changes what was arranged, changes it back, and reads each time what it was."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import COACH, Whole, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGULA, BEN, TOM = 3000, 3001, 3002


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach in Berlin and two clients."""
    with whole_bot(tmp_path, start=MONDAY) as made:
        made.with_coach()
        made.with_client(REGULA, "Regula")
        made.with_client(BEN, "Ben")
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


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
    assert "Tom has joined." in last(whole)
