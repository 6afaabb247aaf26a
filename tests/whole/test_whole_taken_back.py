"""What is said behind a help card: not meant so, safe after all, no longer safe; and what was written before it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import kept
from whole import CLIENT, Whole, sharing, whole_bot

from bot.core.understand.plight import plight, takes_back, withdraws

DANGER = "I want to kill myself"
CARD = "What you wrote may need a person."


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client who is spoken to in English."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


def cards(whole: Whole) -> int:
    return sum(text.startswith(CARD) for text in whole.sim.texts(CLIENT))


@pytest.mark.parametrize("words", ["doch nicht", "actually no", "nein doch nicht", "I'm not"])
def test_who_is_not_safe_after_all_reads_where_help_is(whole: Whole, words: str) -> None:
    """A card of its own comes, as for words of danger; nothing of it is kept."""
    whole.say(CLIENT, DANGER)
    whole.pause(20)
    whole.say(CLIENT, "I am safe")
    whole.say(CLIENT, words)
    assert cards(whole) == 2
    assert kept(whole) == [DANGER]


def test_a_danger_behind_safe_is_answered(whole: Whole) -> None:
    """It is no note: the number of help comes first."""
    whole.say(CLIENT, DANGER)
    whole.pause(20)
    whole.say(CLIENT, "I am safe")
    assert whole.say(CLIENT, "I'm not safe")[0].startswith("In danger, call your emergency number")
    assert kept(whole) == [DANGER]


def test_the_same_words_a_day_later_are_words(whole: Whole) -> None:
    """What takes nothing back is kept."""
    whole.say(CLIENT, "actually no")
    assert kept(whole) == ["actually no"]
    assert cards(whole) == 0


@pytest.mark.parametrize(
    "words",
    ["war nicht so gemeint", "nein alles gut, meinte nur die Fragen", "sorry, all good, I was just joking"],
)
def test_what_was_not_meant_so_answers_the_card(whole: Whole, words: str) -> None:
    """In any of the languages, in clauses too."""
    whole.say(CLIENT, DANGER)
    whole.pause(20)
    assert whole.say(CLIENT, words)[-1].startswith("Noted: it was about something else.")
    assert kept(whole) == [DANGER]


@pytest.mark.parametrize(
    ("words", "which"),
    [
        ("just a figure of speech", "other"),
        ("I meant the deadline", "other"),
        ("war nur so dahingesagt", "other"),
        ("das war ein Scherz", "other"),
        ("كنت أمزح", "other"),
        ("everything is fine", "safe"),
        ("I meant my life", None),
        ("I meant it", None),
        ("it was meant seriously", None),
        ("das war ernst gemeint", None),
        ("all good, I have a knife", None),
        ("alles gut, ich bin bald weg", None),
    ],
)
def test_what_answers_a_card_and_what_does_not(words: str, which: str | None) -> None:
    """Nothing that could be meant is taken for safe."""
    assert plight(words) == which


def test_words_that_take_back_are_whole_messages() -> None:
    """With words of their own they are words."""
    assert withdraws("stimmt nicht")
    assert not withdraws("I'm not at home")
    assert not takes_back("stimmt nicht")  # it calls no notice back


def test_what_was_written_before_is_each_named(whole: Whole) -> None:
    """Asked about what they wrote before, somebody reads of the latest few, not of the last alone."""
    whole.say(CLIENT, "my dog is ill")
    whole.pause(700)
    whole.say(CLIENT, "sunny today")
    said = whole.say(CLIENT, "does Dana see what I wrote earlier?")[-1]
    assert "sunny today" in said
    assert "my dog is ill" in said
