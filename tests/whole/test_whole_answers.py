"""Whole answers: a thought that was begun before the next question belongs to the one before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import me, seconds, small_bot
from test_whole_filing import filed
from test_whole_signs import sign
from whole import CLIENT, Whole

pytestmark = pytest.mark.usefixtures("intake")  # asked for, and brought

THOUGHT = "and the rain, all day long, on the tin roof of the old house"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """The first answer has just settled, and the second question stands in the chat."""
    with small_bot(tmp_path) as made:
        made.say(CLIENT, "/week")
        made.sim.say(CLIENT, "It was long.")
        settled(made)
        yield made


def settled(whole: Whole) -> None:
    """Until the next question is shown, and no longer."""
    before = len(whole.sim.texts(CLIENT))
    for _ in range(200):
        if len(whole.sim.texts(CLIENT)) > before:
            return
        seconds(whole, 0.5)
    raise AssertionError("no question came")


def write(whole: Whole, words: str, reply_to: int | None = None) -> int:
    """The client writes a second later."""
    seconds(whole, 1)
    message = whole.sim.say(CLIENT, words, reply_to)
    seconds(whole, 2)
    return message


def test_a_thought_that_came_too_soon_belongs_to_the_answer_before(whole: Whole) -> None:
    """It is filed under the first question and signed; the second waits as it stood."""
    asked = len(whole.sim.texts(CLIENT))
    message = write(whole, THOUGHT)
    assert filed(whole) == [(1, 1, ["It was long.", THOUGHT])]
    assert sign(whole, message) == "✍"
    assert "Pass" in whole.sim.buttons(CLIENT)
    seconds(whole, 60)
    assert len(whole.sim.texts(CLIENT)) == asked
    whole.say(CLIENT, "nothing else")
    assert filed(whole)[1] == (1, 2, ["nothing else"])


def test_a_reply_a_typed_button_and_what_comes_later_are_for_the_question_in_sight(whole: Whole) -> None:
    """Who replies to the question, types what stands on a button, or took the time answers that question."""
    question = whole.sim.messages(CLIENT)[-1].id
    write(whole, THOUGHT, question)
    assert filed(whole)[1] == (1, 2, [THOUGHT])
    write(whole, "and so on")
    assert filed(whole)[1] == (1, 2, [THOUGHT, "and so on"])


def test_pass_typed_at_once_is_a_pass(whole: Whole) -> None:
    """A typed button is no thought."""
    write(whole, "pass")
    assert [one.state for one in whole.responses()] == ["answered", "passed"]


def test_words_in_their_time_answer_the_question(whole: Whole) -> None:
    """After the time that reading and writing takes, words are for the question in sight."""
    seconds(whole, 15)
    write(whole, THOUGHT)
    assert filed(whole)[1] == (1, 2, [THOUGHT])


def test_after_that_is_all_nothing_more_belongs_to_the_answer(whole: Whole) -> None:
    """Who said that it was all has answered the first; what follows at once is for the second."""
    whole.tap(CLIENT, "Enough for now")
    whole.say(CLIENT, "/week")
    whole.say(CLIENT, "short")
    whole.sim.tap(CLIENT, "That is all")
    settled(whole)
    write(whole, THOUGHT)
    assert filed(whole)[1:] == [(2, 1, ["short"]), (2, 2, [THOUGHT])]


def test_a_thought_behind_the_last_line_belongs_to_the_last_answer(whole: Whole) -> None:
    """The talk closes, and within a second more of its last answer comes: it is kept with it, not as a note."""
    seconds(whole, 20)
    whole.sim.say(CLIENT, "nothing")
    settled(whole)
    write(whole, THOUGHT)
    assert filed(whole)[1] == (1, 2, ["nothing", THOUGHT])
    seconds(whole, 20)
    write(whole, "a note")
    assert filed(whole)[2] == (None, 0, ["a note"])


def test_who_writes_in_many_bubbles_is_given_longer(whole: Whole) -> None:
    """After five answers with pauses of 18 seconds the sixth may pause for half a minute."""
    whole.tap(CLIENT, "Enough for now")
    for _ in range(3):
        whole.say(CLIENT, "/week")
        for _ in range(2):
            for words in ("one", "two", "three"):
                whole.sim.say(CLIENT, words)
                seconds(whole, 18)
            settled(whole)
            seconds(whole, 20)
    assert me(whole).pace == 36
    whole.say(CLIENT, "/week")
    asked = len(whole.sim.texts(CLIENT))
    whole.sim.say(CLIENT, "one")
    seconds(whole, 30)
    assert len(whole.sim.texts(CLIENT)) == asked
    seconds(whole, 10)
    assert len(whole.sim.texts(CLIENT)) == asked + 1


def test_each_bubble_of_who_writes_on_joins_the_answer_before(whole: Whole) -> None:
    """Also the third and fourth behind the question join it; the next answer is given longer."""
    for words in ("and I know why", "it is my mother", "always", "has been"):
        whole.sim.say(CLIENT, words)
        seconds(whole, 4)
    seconds(whole, 20)
    for words in ("so now", "that is it"):
        whole.sim.say(CLIENT, words)
        seconds(whole, 25)
    first, second = whole.responses()
    assert [one.words for one in first.texts][1:] == [
        "and I know why",
        "it is my mother",
        "always",
        "has been",
    ]
    assert [one.words for one in second.texts] == ["so now", "that is it"]
