"""Several messages of one chat that wait share a turn; each is dealt with by itself and in its order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import kept, rows, seconds, small_bot
from whole import CLIENT, Whole

from bot.runtime import work
from bot.store import inbox

MANY = 2 * work.RUN + 3


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


def test_messages_that_wait_are_kept_in_their_order(whole: Whole) -> None:
    """More than share a turn, all waiting at once: each is kept once and in order, with one question after them."""
    whole.say(CLIENT, "/week")
    for number in range(MANY):
        whole.sim.say(CLIENT, f"word {number}")
    seconds(whole, 60)
    (answer,) = [one for one in whole.responses() if one.texts]
    assert [text.words for text in answer.texts] == [f"word {number}" for number in range(MANY)]
    assert whole.sim.texts(CLIENT).count("What else is there to say of it?") == 1
    assert rows(whole, "SELECT count(*) FROM inbox WHERE state = 0") == [(0,)]


def test_several_share_one_turn(whole: Whole) -> None:
    """What is due is put right once for them, which is what they share a turn for."""
    whole.say(CLIENT, "/week")
    for number in range(work.RUN):
        whole.sim.say(CLIENT, f"word {number}")
    told: list[str] = []
    whole.house.store._connection._conn.set_trace_callback(told.append)
    seconds(whole, 3)
    whole.house.store._connection._conn.set_trace_callback(None)
    assert sum("INSERT INTO response_texts" in sql for sql in told) == work.RUN
    assert sum("INSERT INTO basis" in sql for sql in told) == 1


def test_one_that_cannot_be_read_takes_no_other_with_it(whole: Whole) -> None:
    """In the middle of others it alone becomes a dead letter; those before and behind it are kept."""
    whole.say(CLIENT, "/week")
    whole.sim.say(CLIENT, "before")
    chat = {"id": CLIENT, "type": "private"}
    whole.sim.raw({"message": {"message_id": 1, "date": "never", "chat": chat, "from": chat, "text": "odd"}})
    whole.sim.say(CLIENT, "behind")
    seconds(whole, 60)
    assert kept(whole) == ["before", "behind"]
    assert len(whole.tx(inbox.dead_letters)) == 1


def test_what_waits_behind_an_erase_is_no_fault(whole: Whole) -> None:
    """A message written right behind the last yes to an erase is gone with the rest, and is no dead letter."""
    whole.say(CLIENT, "something of mine")
    whole.say(CLIENT, "/erase")
    label = next(text for text in whole.sim.buttons(CLIENT) if "rase" in text)
    whole.sim.tap(CLIENT, label)
    whole.sim.say(CLIENT, "one more word")
    seconds(whole, 60)
    assert rows(whole, "SELECT count(*) FROM response_texts") == [(0,)]
    assert whole.tx(inbox.dead_letters) == ()
