"""Under which prompt words are filed, whatever waits, fails or is said meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import kept, seconds, small_bot
from whole import CLIENT, COACH, Whole

pytestmark = pytest.mark.usefixtures("intake")  # asked for, and brought


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path, wire=True) as made:
        yield made


def filed(whole: Whole) -> list[tuple[int | None, int, list[str]]]:
    """Each response: which reflection, which turn, which words."""
    return [
        (one.reflection_id, one.question, [text.words for text in one.texts]) for one in whole.responses()
    ]


def test_words_before_a_newer_prompt_answer_the_older_one(whole: Whole) -> None:
    """A reflection began, but its prompt is still on the way: what is written answers the prompt in sight."""
    whole.say(CLIENT, "/week")
    seconds(whole, 60)  # asked for again within moments, it would not begin anew
    whole.sim.fail("sendMessage", code=429, retry_after=60, chat_id=CLIENT)
    whole.say(CLIENT, "/week")
    whole.say(CLIENT, "to the first")
    seconds(whole, 90)
    whole.say(CLIENT, "to the second")
    assert filed(whole) == [(1, 1, ["to the first"]), (2, 1, ["to the second"])]


def test_words_before_a_later_turn_answer_the_earlier_one(whole: Whole) -> None:
    """The next prompt waits for its chat's rest: more words still belong to the one before."""
    whole.say(CLIENT, "/week")
    whole.say(CLIENT, "one")
    whole.sim.fail("sendMessage", code=429, retry_after=60, chat_id=CLIENT)
    seconds(whole, 30)  # it has settled, and the second prompt is refused
    whole.say(CLIENT, "two")
    seconds(whole, 60)
    whole.say(CLIENT, "three")
    assert filed(whole) == [(1, 1, ["one", "two"]), (1, 2, ["three"])]


@pytest.mark.parametrize("lost", [1, 2])
def test_words_after_a_prompt_that_came_with_an_error_answer_it(whole: Whole, lost: int) -> None:
    """It arrived, the answer of Telegram's did not, and it comes again later: words in between are its answer."""
    whole.say(CLIENT, "/week")
    whole.say(CLIENT, "one")
    whole.sim.fail("sendMessage", lost, how="lose", seconds=0, chat_id=CLIENT)
    whole.sim.fail("sendMessage", 1, code=429, retry_after=60, chat_id=CLIENT)
    until = len(whole.sim.texts(CLIENT)) + 1
    while len(whole.sim.texts(CLIENT)) < until:
        seconds(whole, 1)
    seconds(whole, 2)
    whole.say(CLIENT, "two")
    seconds(whole, 90)
    assert filed(whole) == [(1, 1, ["one"]), (1, 2, ["two"])]


def test_words_after_a_closing_line_are_a_note(whole: Whole) -> None:
    """What is written after the last line stands by itself, and several notes are answered once."""
    whole.say(CLIENT, "/week")
    whole.sim.tap(CLIENT, "Pass")
    seconds(whole, 5)
    whole.sim.tap(CLIENT, "Pass")
    seconds(whole, 5)
    before = len(whole.sim.texts(CLIENT))
    for words in ("one more thing", "and another", "and a third"):
        whole.say(CLIENT, words)
    assert filed(whole)[2:] == [
        (None, 0, ["one more thing"]),
        (None, 0, ["and another"]),
        (None, 0, ["and a third"]),
    ]
    assert len(whole.sim.texts(CLIENT)[before:]) == 1
    seconds(whole, 3600)
    assert len(whole.say(CLIENT, "an hour later")) == 1


def test_an_edit_keeps_what_was_said_before(whole: Whole) -> None:
    """Every version of a message is kept, in order, wherever the talk stands by then."""
    whole.say(CLIENT, "/week")
    message = whole.sim.say(CLIENT, "first")
    seconds(whole, 60)
    for words in ("second", "third"):
        whole.sim.edit(CLIENT, message, words)
        seconds(whole, 5)
    (one, *_) = whole.responses()
    assert [text.words for text in one.texts] == ["third"]
    assert [edit.words for edit in one.texts[0].edits] == ["first", "second"]


def test_an_edit_of_what_was_never_kept_keeps_nothing(whole: Whole) -> None:
    """What a stranger wrote, or a command, is not kept by editing it, and its writer is told."""
    guest = 3500
    whole.person("Bo", guest)
    before_joining = whole.sim.say(guest, "hello there")
    seconds(whole, 5)
    whole.say(COACH, "/invite")
    whole.start(guest, whole.link(COACH))
    whole.tap(guest, whole.sim.buttons(guest)[0])
    whole.tap(guest, whole.sim.buttons(guest)[0])  # born long ago
    whole.say(guest, "Bo")
    whole.tap(guest, "Yes")
    whole.say(guest, "Lisbon")
    whole.say(guest, "mon wed fri")
    whole.tap(guest, "19:00")
    command = whole.sim.say(guest, "/help")
    seconds(whole, 5)
    for message in (before_joining, command):
        told = len(whole.sim.texts(guest))
        whole.sim.edit(guest, message, "a secret of mine")
        seconds(whole, 5)
        (said,) = whole.sim.texts(guest)[told:]
        assert "not kept" in said
    assert kept(whole, guest) == []
