"""The one door for a client's words: what passes it for somebody else leaves a row, and no other way is open."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, coach_and_client, whole_bot

from bot.people.client.opened import ACTS
from bot.people.turn import NAMED, Turn, send
from bot.store import audit

SECRET = "the heron on the frozen pond"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach, and a client who shares."""
    with whole_bot(tmp_path, coach_and_client) as made:
        yield made


def told(whole: Whole, *, about: int | None, what: str = "words shown", chat: int = COACH) -> list[str]:
    """A message with these words goes; what the client's audit says of it."""

    def say(tx: object) -> None:
        turn = Turn(tx, whole.clock.now(), -1, whole.house.config, "bot")  # type: ignore[arg-type]
        send(turn, chat, SECRET, about=about, what=what)
        send(turn, chat, SECRET, about=about, what=what)

    whole.tx(say)
    whole.house.ring()
    whole.pause()
    return [one.action for one in whole.tx(partial(audit.of_subject, subject=CLIENT)) if one.action in ACTS]


def test_words_for_somebody_else_leave_a_row_by_themselves(whole: Whole) -> None:
    """Who says nothing of it leaves one all the same, and one for all of a turn; the client reads it."""
    assert told(whole, about=CLIENT) == ["words shown"]
    assert "words of yours were shown" in whole.say(CLIENT, "/opened")[-1]


def test_a_name_alone_and_ones_own_chat_leave_none(whole: Whole) -> None:
    """Nothing was shown where a message only names a client, or goes to the client."""
    assert told(whole, about=CLIENT, what=NAMED) == []
    assert told(whole, about=CLIENT, chat=CLIENT) == []


def test_a_way_past_the_door_is_found_by_every_test(whole: Whole) -> None:
    """A message with a client's words that is about nobody is named as each test of a whole bot ends."""
    whole.say(CLIENT, SECRET)
    assert whole.unwitnessed() == []
    told(whole, about=None)
    assert [SECRET in one for one in whole.unwitnessed()] == [True, True]
    whole.sim.chat(COACH).messages.clear()  # of its own doing
