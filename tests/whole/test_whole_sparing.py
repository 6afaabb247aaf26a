"""Topics that a coach leaves out for a client: the client reads it, and can let them in again."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.people import planning
from bot.store import people
from bot.store.people import Client


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach, and a client who shares."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


def me(whole: Whole) -> Client:
    found: Client | None = whole.tx(partial(people.client, client_id=CLIENT))
    assert found is not None
    return found


def test_a_coach_leaves_a_topic_out_and_the_client_is_told(whole: Whole) -> None:
    """One tap; the client reads it without a sound, the plan leaves it out, each is told apart."""
    whole.say(CLIENT, "/topics")
    whole.tap(CLIENT, "✓ Goals")
    said = whole.say(COACH, "/spare Ada")[-1]
    assert said.startswith("You left out no topic for Ada.")
    assert "✓ Goals" in whole.sim.buttons(COACH)  # what the client left out themself is not shown
    said = whole.tap(COACH, "✓ Gratitude")[-1]
    assert said.startswith("Left out by you for Ada: Gratitude.")
    told = whole.sim.texts(CLIENT)[-1]
    assert (
        told == "Dana left this out of what comes by itself: Gratitude. /now has every script all the same."
    )
    assert planning.left_out(me(whole)) == {"goals", "gratitude"}
    said = whole.say(CLIENT, "/topics")[-1]
    assert "Left out of what comes by itself: Goals." in said
    assert "Dana left out of what comes by itself: Gratitude. A tap lets it in again." in said


def test_the_client_lets_it_in_again(whole: Whole) -> None:
    """The client's tap is the last word; the coach's own tap does it too, and is told."""
    whole.say(COACH, "/spare Ada")
    whole.tap(COACH, "✓ Gratitude")
    whole.tap(CLIENT, "Let it in again")
    assert planning.left_out(me(whole)) == frozenset()
    assert whole.say(COACH, "/spare Ada")[-1].startswith("You left out no topic for Ada.")
    whole.tap(COACH, "✓ Gratitude")
    whole.tap(COACH, "✕ Gratitude")
    assert whole.sim.texts(CLIENT)[-1] == "Dana lets this in again, in what comes by itself: Gratitude."
    assert planning.left_out(me(whole)) == frozenset()


def test_where_the_client_cannot_read_it_nothing_is_changed(whole: Whole) -> None:
    """In quiet hours, a pause or after a stop nothing is set behind a client's back."""
    whole.until(whole.clock.now() + timedelta(hours=12))
    whole.say(COACH, "/spare Ada")
    before = len(whole.sim.texts(CLIENT))
    assert whole.tap(COACH, "✓ Gratitude")[-1].startswith("Ada could not read that now")
    assert planning.left_out(me(whole)) == frozenset() and len(whole.sim.texts(CLIENT)) == before
