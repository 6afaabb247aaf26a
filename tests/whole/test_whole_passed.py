"""Words that come after a pass are offered a place under the question that was passed."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from clocked import timed_bot
from small import kept, seconds
from whole import CLIENT, COACH, Whole

from bot.store import people, response_writes, responses


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


def test_a_private_note_under_a_passed_question_stays_private_whatever_becomes_of_its_talk(
    whole: Whole,
) -> None:
    """The talk shared as a whole later does not take it along."""
    whole.tx(partial(people.change_client, client_id=CLIENT, visibility="private"))
    whole.say(CLIENT, "the quiet of it")
    whole.tap(CLIENT, "Yes, under that question")
    (one,) = [one for one in whole.responses() if one.texts and one.texts[0].words == "the quiet of it"]
    assert one.visibility == "private" and one.reflection_id is not None
    whole.tx(
        partial(
            response_writes.set_reflection_visibility, reflection_id=one.reflection_id, visibility="session"
        )
    )
    again = whole.tx(partial(responses.get, response_id=one.id))
    assert again.visibility == "private"


def test_what_reached_the_coach_as_a_note_is_not_told_again_under_a_question(whole: Whole) -> None:
    """Between the offer and the yes it went with a digest: it stays the note that was read."""
    whole.say(CLIENT, "the quiet of it")
    whole.say(COACH, "/digest Ada")
    whole.pause(30)
    assert whole.tap(CLIENT, "Yes, under that question")[-1] == "It stays a note of your own."
    (one,) = [one for one in whole.responses() if one.texts and one.texts[0].words == "the quiet of it"]
    assert one.reflection_id is None
