"""Whoever takes back in their own words what they wrote, shared or agreed to is asked; the words are not kept."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import kept, seconds
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
    assert whole.sim.buttons(CLIENT) == [
        *("Share no more", "Stop everything", "Erase everything", "Leave it as it is")
    ]
    assert "Who sees what you write" in whole.say(CLIENT, "stop sharing with Dana")[-1]
    whole.say(CLIENT, "/cancel")
    assert "from that day" in whole.say(CLIENT, "delete everything I wrote today")[-1]
    assert "Deleted here." in whole.tap(CLIENT, "All 2 of them")[-1]
    assert kept(whole) == []
    whole.say(CLIENT, "the hill")
    whole.say(CLIENT, "please tell Dana nothing of this")
    assert {one.visibility for one in whole.responses()} == {"private"}


@pytest.mark.parametrize(
    "words",
    ("delete everything about me", "erase me", "please stop storing my data", "I no longer agree to this"),
)
def test_who_wants_nothing_kept_is_asked_and_nothing_of_it_is_kept(whole: Whole, words: str) -> None:
    """All of it, or which of three is meant: with a question open or none, the words are no answer."""
    whole.begin("look-back")
    said = whole.say(CLIENT, words)[-1]
    assert "erases all that is kept" in said or "Which is meant" in said
    whole.pause(1200)
    assert kept(whole) == []


def test_who_insists_on_being_erased_is_asked_again(whole: Whole) -> None:
    """While the question stands, the wish once more is no note, and nothing says that all stays."""
    whole.say(CLIENT, "delete all my data")
    for words in ("I want all my data deleted", "forget everything about me", "erase me"):
        assert "erases all that is kept" in whole.say(CLIENT, words)[-1]
    assert kept(whole) == []
    assert "Erased." in whole.say(CLIENT, "yes")[-1]


def test_which_of_three_is_meant_can_be_said_in_words(whole: Whole) -> None:
    """Saying it once more asks once more; each of the three by its words; no question comes meanwhile."""
    whole.begin("look-back")
    whole.say(CLIENT, "I withdraw my consent")
    for words in ("I want to withdraw", "yes"):
        assert "Which is meant" in whole.say(CLIENT, words)[-1]
    assert "Who sees what you write" in whole.say(CLIENT, "share no more")[-1]
    whole.say(CLIENT, "private")
    whole.say(CLIENT, "I withdraw my consent")
    assert "Stop everything?" in whole.say(CLIENT, "stop")[-1]
    whole.say(CLIENT, "no")
    whole.say(CLIENT, "I withdraw my consent")
    assert "erases all that is kept" in whole.say(CLIENT, "erase it all")[-1]
    seconds(whole, 60)
    assert kept(whole) == []
