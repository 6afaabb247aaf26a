"""Words that come after a pass are offered a place under the question that was passed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from clocked import timed_bot
from small import kept, seconds
from whole import CLIENT, Whole


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client whose talk ended with a pass at its last question."""
    with timed_bot(tmp_path, scripts=("spark",)) as made:
        made.say(CLIENT, "/spark")
        for word in ("something", "a little"):
            made.say(CLIENT, word)
            made.pause(60)
        made.tap(CLIENT, "Pass")
        seconds(made, 600)
        yield made


def test_words_after_a_pass_stand_under_its_question_with_a_yes(whole: Whole) -> None:
    """A yes puts them there, as an answer; asked is once, and nothing is lost either way."""
    said = whole.say(CLIENT, "the quiet of it")[-1]
    assert said.startswith("Kept, as a note of yours.")
    assert "You passed “What of it would you like to keep close?”. Does it answer that?" in said
    assert whole.tap(CLIENT, "Yes, under that question")[-1].startswith(
        "Thank you. It is kept under “What of it"
    )
    under = [one for one in whole.responses() if one.texts and one.texts[0].words == "the quiet of it"]
    assert [(one.step, one.state, one.reflection_id is None) for one in under] == [
        ("keep", "answered", False)
    ]
    seconds(whole, 700)
    assert "You passed" not in whole.say(CLIENT, "another thought")[-1]
    assert kept(whole)[-1] == "another thought"


def test_words_after_a_pass_stay_a_note_with_a_no(whole: Whole) -> None:
    """A no leaves them a note, and the question passed."""
    whole.say(CLIENT, "the weather")
    assert whole.tap(CLIENT, "No, a note")[-1] == "It stays a note of your own."
    (one,) = [one for one in whole.responses() if one.texts and one.texts[0].words == "the weather"]
    assert one.reflection_id is None
    assert [one.state for one in whole.responses() if one.step == "keep"] == ["passed"]
