"""Whoever takes back in their own words what they wrote, shared or agreed to is asked; the words are not kept."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import kept
from whole import CLIENT, Whole, sharing, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def test_what_is_taken_back_in_words_is_asked_and_never_kept_as_shared(whole: Whole) -> None:
    """A day, consent, sharing and one answer: each is asked or done, and no such word goes to the coach."""
    assert whole.say(CLIENT, "delete everything from today") == [
        "Nothing is kept of that day. Nothing was kept or changed."
    ]
    whole.say(CLIENT, "the lake")
    whole.pause(1200)
    whole.say(CLIENT, "the rain")
    assert whole.say(CLIENT, "I withdraw my consent")[-1] == (
        "Which is meant: to share no more, to stop everything, or to erase it all? Each is asked once more."
    )
    assert whole.sim.buttons(CLIENT) == ["Share no more", "Stop everything", "Erase everything"]
    assert "Who sees what you write" in whole.say(CLIENT, "stop sharing with Dana")[-1]
    whole.say(CLIENT, "/cancel")
    assert "from that day" in whole.say(CLIENT, "delete everything I wrote today")[-1]
    assert "Deleted here." in whole.tap(CLIENT, "All 2 of them")[-1]
    assert kept(whole) == []
    whole.say(CLIENT, "the hill")
    whole.say(CLIENT, "please tell Dana nothing of this")
    assert {one.visibility for one in whole.responses()} == {"private"}
