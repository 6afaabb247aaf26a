"""A marked moment that is come back to is named in its own words, and left for good; the language is chosen."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, Whole, sharing, whole_bot

from bot.people import planning
from bot.people.turn import Turn
from bot.store import marks, people
from bot.store.db import Tx

WORDS = "that I may say no on a Tuesday"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client who shares."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


def mark(whole: Whole, words: str = WORDS, client: int = CLIENT) -> int:
    """Something became clear, and was marked; its number."""
    whole.say(client, "/spark")
    whole.say(client, words)
    whole.pause(60)
    for _ in range(2):
        whole.tap(client, "Pass")
    (one,) = whole.tx(partial(marks.of_client, client_id=client))
    return int(one.id)


def come_back(whole: Whole, number: int) -> str:
    """The question comes by itself; what the client reads."""
    before = len(whole.sim.texts(CLIENT))
    whole.begin("after-a-mark", f"mark:{number}:+3")
    whole.pause(5)
    return "\n".join(whole.sim.texts(CLIENT)[before:])


def planned_marks(whole: Whole) -> list[int]:
    def read(tx: Tx) -> list[int]:
        me = people.client(tx, CLIENT)
        assert me is not None
        turn = Turn(tx, whole.clock.now(), -1, whole.house.config, "bot")
        return [one.id for one in planning.facts(turn, me, whole.clock.now()).marks]

    return whole.tx(read)  # type: ignore[no-any-return]


def test_a_marked_moment_says_which_and_can_be_left_for_good(whole: Whole) -> None:
    """Its day and words stand over the question; a tap ends it, no other comes of it, and a tap takes that back."""
    number = mark(whole)
    assert planned_marks(whole) == [number]
    assert f"On Sat 21 Nov you marked this: “{WORDS}”" in come_back(whole, number)
    said = whole.tap(CLIENT, "Leave this moment for good")[-1]
    assert said == "That moment is not asked about again. It stays in /answers."
    assert planned_marks(whole) == []
    assert WORDS in whole.say(CLIENT, "/answers")[-1]
    said = whole.tap(CLIENT, "Ask about it again")[-1]
    assert said == "That moment may be asked about again, at an hour of yours."
    assert planned_marks(whole) == [number]


def test_words_that_may_need_a_person_are_not_said_back(whole: Whole) -> None:
    """Of a moment whose words may need a person the day alone is named."""
    faint = "I am only a burden to all of them"
    whole.say(CLIENT, "/spark")
    whole.say(CLIENT, faint)
    whole.pause(60)
    row = whole.responses()[0].reflection_id
    assert row is not None
    whole.tx(lambda tx: marks.add(tx, CLIENT, row, "breakthrough", whole.clock.now()))
    (one,) = whole.tx(partial(marks.of_client, client_id=CLIENT))
    whole.pause(3600)
    whole.tap(CLIENT, "Enough for now")
    whole.pause(60)
    said = come_back(whole, one.id)
    assert "The moment that you marked on Sat 21 Nov." in said
    assert faint not in said


def test_nobody_leaves_anothers_moment(whole: Whole) -> None:
    """A forged number of somebody else's moment changes nothing of theirs."""
    number = mark(whole)
    other = CLIENT + 1
    whole.with_client(other, "Tom")
    latest = max(message.id for message in whole.sim.messages(other) if message.out)
    whole.sim.tap_data(other, latest, f"m:nomark:{number}")
    whole.pause(5)
    assert planned_marks(whole) == [number]


def test_the_language_is_changed_at_any_time(whole: Whole) -> None:
    """Two taps from the menu; it speaks the other language from that message on, and back again."""
    whole.say(CLIENT, "/menu")
    assert "You are spoken to in English." in whole.tap(CLIENT, "Language")[-1]
    assert whole.tap(CLIENT, "Deutsch") == [
        "Von jetzt an auf Deutsch. Eine offene Frage bleibt, wie sie ist."
    ]
    assert "Deutsch" in whole.say(CLIENT, "/language")[-1]
    whole.tap(CLIENT, "English")
    assert "You are spoken to in English." in whole.say(CLIENT, "/language")[-1]
