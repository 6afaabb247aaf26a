"""A coach edits an order that is being shown back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from whole import COACH, Whole, sharing, whole_bot


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client called Ada."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


def edited(whole: Whole, words: str) -> str:
    """The coach edits what they wrote last; the last that the bot says."""
    mine = [one.id for one in whole.sim.messages(COACH) if not one.out][-1]
    whole.sim.edit(COACH, mine, words)
    whole.pause()
    return whole.sim.texts(COACH)[-1]


def test_an_edit_of_an_order_that_is_shown_back_changes_the_order(whole: Whole) -> None:
    """A yes is to what the order reads now, and the one before is not done."""
    whole.say(COACH, "session Ada thursday 10:00")
    assert "Understood: Fri 27 Nov, 10:00" in edited(whole, "session Ada friday 10:00")
    assert whole.say(COACH, "yes")[0].startswith("Logged: Ada, Fri 27 Nov, 10:00")


def test_an_edit_that_orders_nothing_leaves_what_is_shown_back(whole: Whole) -> None:
    """Other words leave the question as it stands, and that the edit does nothing is said."""
    whole.say(COACH, "session Ada thursday 10:00")
    assert edited(whole, "oh well").startswith("A change of that message does nothing here.")
    assert whole.say(COACH, "yes")[0].startswith("Logged: Ada, Thu 26 Nov, 10:00")
