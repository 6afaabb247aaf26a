"""Erasing with a day's grace: nothing is sent or shown until then, and it can be undone."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.store import people
from bot.store.people import Client

WORDS = "the river was high and I stayed"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client who shares, and has written something."""
    with whole_bot(tmp_path, practice=sharing) as made:
        made.say(CLIENT, WORDS)
        made.pause(60)
        yield made


def me(whole: Whole) -> Client | None:
    return whole.tx(partial(people.client, client_id=CLIENT))  # type: ignore[no-any-return]


def tomorrow(whole: Whole) -> str:
    whole.say(CLIENT, "/erase")
    return whole.tap(CLIENT, "Tomorrow at this time")[-1]


def test_tomorrow_erases_a_day_later_and_nothing_is_sent_or_shown_meanwhile(whole: Whole) -> None:
    """By when is said; the coach sees none of it and is told nothing until the hour, at which all of it is gone."""
    assert tomorrow(whole).startswith("All that is kept of you here is erased on Sun 22 Nov, 12:0")
    here, there = len(whole.sim.texts(CLIENT)), len(whole.sim.texts(COACH))
    whole.say(COACH, "/digest")
    assert WORDS not in "\n".join(whole.sim.texts(COACH))
    whole.until(whole.clock.now() + timedelta(hours=23))
    assert me(whole) is not None and len(whole.sim.texts(CLIENT)) == here
    assert not any("has left" in text for text in whole.sim.texts(COACH)[there:])
    whole.until(whole.clock.now() + timedelta(hours=2))
    assert me(whole) is None
    assert whole.sim.texts(CLIENT)[-1].startswith("Erased.")
    assert any("has left Interlude" in text for text in whole.sim.texts(COACH)[there:])
    assert WORDS not in "\n".join(whole.sim.texts(COACH))


@pytest.mark.parametrize("way", ["/start", "Keep everything"])
def test_it_is_undone_and_all_is_as_it_was(whole: Whole, way: str) -> None:
    """A command or a tap keeps everything: what was shared is so again, and nothing is erased later."""
    tomorrow(whole)
    assert "is erased on" in whole.say(CLIENT, "/menu")[-1]
    whole.say(CLIENT, "/erase")
    said = whole.say(CLIENT, way)[-1] if way.startswith("/") else whole.tap(CLIENT, way)[-1]
    assert said == "Nothing is erased. What you shared before is shared again."
    assert [one.visibility for one in whole.responses()] == ["session"]
    whole.until(whole.clock.now() + timedelta(days=2))
    found = me(whole)
    assert found is not None and found.state == "active"
    assert WORDS in "\n".join(whole.say(COACH, "/digest"))


def test_in_that_day_erase_asks_whether_now_already(whole: Whole) -> None:
    """Whoever asks once more can have it at once."""
    tomorrow(whole)
    assert whole.say(CLIENT, "/erase")[-1].startswith("All of it is erased on Sun 22 Nov")
    assert whole.tap(CLIENT, "Erase everything")[-1].startswith("Erased.")
    assert me(whole) is None


def test_a_pause_or_a_stop_of_before_goes_on(whole: Whole) -> None:
    """Who had stopped, or paused, before they asked for it has that again after it is undone."""
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "One month")
    whole.say(CLIENT, "/erase")
    whole.say(CLIENT, "tomorrow please")
    assert whole.tap(CLIENT, "Keep everything")[-1].endswith("Your pause goes on.")
    found = me(whole)
    assert found is not None and found.state == "paused" and found.paused_until is not None
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    tomorrow(whole)
    assert whole.say(CLIENT, "/start")[-1].endswith("It stays stopped; /start takes it up again.")
    found = me(whole)
    assert found is not None and found.state == "stopped"
