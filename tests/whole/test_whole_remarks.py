"""What somebody says of the question itself is no answer to it, and what says that there is none is not quoted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import kept
from whole import CLIENT, Whole, sharing, whole_bot


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client who is asked how the week is."""
    with whole_bot(tmp_path, practice=sharing) as made:
        made.say(CLIENT, "/mid_week")
        made.pause(30)
        yield made


@pytest.mark.parametrize("words", ["what do you mean?", "Ich verstehe die Frage nicht", "ما المقصود؟"])
def test_what_is_said_of_the_question_is_no_answer(whole: Whole, words: str) -> None:
    """What is true is said, another question can be tapped, and the words are kept only where they were meant."""
    said = whole.say(CLIENT, words)
    assert said[-1].startswith("People wrote the questions beforehand; nobody can explain one here.")
    assert kept(whole) == []
    whole.tap(CLIENT, "Another question")
    assert "Which one would you like instead?" in whole.sim.texts(CLIENT)[-1]


def test_it_is_kept_where_it_was_meant(whole: Whole) -> None:
    """The button beside it makes an answer of it."""
    whole.say(CLIENT, "what?")
    whole.tap(CLIENT, "Keep it as I wrote it")
    assert kept(whole) == ["what?"]


@pytest.mark.parametrize("words", ["hmm not this one", "das hast du schon gefragt", "سألتني هذا من قبل"])
def test_a_question_that_is_not_wished_brings_others(whole: Whole, words: str) -> None:
    """As *Another question* does; nothing of it is kept."""
    assert "Which one would you like instead?" in whole.say(CLIENT, words)[-1]
    assert kept(whole) == []


@pytest.mark.parametrize(
    ("words", "when"), [("ask me tomorrow", "Sunday 22 November, 19:00"), ("frag mich um 20 Uhr", "20:00")]
)
def test_it_is_put_off_as_the_words_say(whole: Whole, words: str, when: str) -> None:
    """Without a tap on *Later* before."""
    said = whole.say(CLIENT, words)[-1]
    assert said.startswith("Put off until")
    assert when in said


def test_in_an_answer_such_words_go_on_with_it(whole: Whole) -> None:
    """Until they name a question."""
    whole.say(CLIENT, "my boss shouted at me")
    whole.say(CLIENT, "I don't get it")
    whole.say(CLIENT, "what do you mean?")
    assert kept(whole) == ["my boss shouted at me", "I don't get it"]


def test_why_it_is_asked_is_answered(whole: Whole) -> None:
    """As by /why."""
    assert "Read as /why; the word is not kept." in whole.say(CLIENT, "why do you ask?")
    assert kept(whole) == []


@pytest.mark.parametrize("words", ["keine Ahnung", "I have no idea", "لا أعرف"])
def test_no_answer_is_kept_and_not_given_back(whole: Whole, words: str) -> None:
    """It is thanked for, as "hm" is."""
    whole.say(CLIENT, words)
    whole.pause(40)
    assert kept(whole) == [words]
    assert not any("You wrote" in text for text in whole.sim.texts(CLIENT))


def test_a_setting_that_is_not_understood_says_what_works(whole: Whole) -> None:
    """And keeps nothing of that."""
    whole.say(CLIENT, "/quiet")
    said = whole.say(CLIENT, "what do you mean?")[-1]
    assert "Hours like 21:00-08:00 work" in said
    assert kept(whole) == []


def test_an_hour_that_is_quiet_is_said_to_be(whole: Whole) -> None:
    """It comes when the quiet hours end, with the reason."""
    said = whole.say(CLIENT, "ask me at 10pm")[-1]
    assert said == (
        "Put off until Sunday 22 November, 08:00. 22:00 lies in your quiet hours, which /quiet changes."
    )


def test_a_setting_that_is_tried_once_more_stays_open(whole: Whole) -> None:
    """Words of hours that cannot be read are a try, as often as it takes."""
    whole.tap(CLIENT, "Enough for now")
    whole.say(CLIENT, "/quiet")
    for words in ("evenings", "in the evening", "evenings"):
        assert "Hours like 21:00-08:00 work" in whole.say(CLIENT, words)[-1]
    assert "Understood: 22:00-08:00" in whole.say(CLIENT, "22 to 8")[-1]
    assert kept(whole) == []


@pytest.mark.parametrize("words", ["doch nicht", "changed my mind", "war ein Versehen", "غيرت رأيي"])
def test_who_regrets_a_stop_is_offered_to_take_up_again(whole: Whole, words: str) -> None:
    """It is no note; nothing begins without a tap."""
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    assert whole.say(CLIENT, words)[-1].startswith("Stopped: nothing is sent.")
    assert "Take up again" in whole.sim.buttons(CLIENT)
    assert kept(whole) == []
