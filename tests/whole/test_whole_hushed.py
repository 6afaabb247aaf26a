"""Words that may need a person are quoted nowhere: not back, not in a list, not in a digest or brief."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FAINT = "I am only a burden to all of them"
PLAIN = "The talk with Tom went well"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


@pytest.mark.parametrize("words", [FAINT, "I want to die"])
def test_nothing_of_a_concern_is_quoted_back(whole: Whole, words: str) -> None:
    """Not in the next question, and not in the list of answers, where ordinary words are."""
    whole.say(CLIENT, "/rough_day")
    said = whole.say(CLIENT, words)
    whole.pause(120)
    assert not any(words in one for one in (*said, *whole.sim.texts(CLIENT)))
    listed = whole.say(CLIENT, "/answers")[-1]
    assert words not in listed and "not shown in a list" in listed


def test_no_digest_quotes_it(whole: Whole) -> None:
    """It says that something is not quoted, quotes the ordinary words, and has the page with all of it."""
    whole.say(CLIENT, PLAIN)
    whole.pause(700)
    whole.say(CLIENT, FAINT)
    whole.say(COACH, "/digest Ada")
    whole.pause(30)
    read = " ".join(whole.sim.texts(COACH))
    assert PLAIN in read
    assert FAINT not in read
    assert "Something is not quoted here." in read
    assert whole.sim.calls("sendDocument")
