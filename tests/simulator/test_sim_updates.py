"""getUpdates: what is given, forgotten, remembered and expired."""

import asyncio
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import Served, refusal, served, standing
from telegram.error import Conflict

from bot.simulator import RefusedCall, Simulator


def ids(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


def test_an_offset_forgets_what_it_confirms() -> None:
    """Updates come again until an offset above them; then they are gone for good."""
    sim, _ = standing()
    ada = sim.person("Ada")
    for text in ("one", "two", "three"):
        sim.say(ada.id, text)
    first = sim.call("getUpdates")
    assert ids(sim.call("getUpdates")) == ids(first)
    assert [update["message"]["text"] for update in first] == ["one", "two", "three"]
    assert ids(sim.call("getUpdates", offset=first[1]["update_id"])) == ids(first)[1:]
    assert ids(sim.call("getUpdates", offset=0)) == ids(first)[1:]
    assert len(sim.pending()) == 2


def test_a_negative_offset_keeps_the_newest() -> None:
    """Offset -2 gives the two newest and forgets all before."""
    sim, _ = standing()
    ada = sim.person("Ada")
    for number in range(5):
        sim.say(ada.id, str(number))
    assert [update["message"]["text"] for update in sim.call("getUpdates", offset=-2)] == ["3", "4"]
    assert len(sim.pending()) == 2


def test_an_offset_far_ahead_is_a_mistake() -> None:
    """After the numbers begin anew, an offset from the old ones forgets nothing."""
    sim, _ = standing()
    ada = sim.person("Ada")
    sim.say(ada.id, "before")
    offset = sim.call("getUpdates")[-1]["update_id"] + 1
    assert sim.call("getUpdates", offset=offset) == []
    sim.renumber(1_000)
    sim.say(ada.id, "after the quiet week")
    assert ids(sim.call("getUpdates", offset=offset)) == [1_000]
    with pytest.raises(ValueError, match="updates are waiting"):
        sim.renumber(5)


@pytest.mark.parametrize(("limit", "given_back"), [(1, 1), (100, 100), (500, 100), (0, 1), (-3, 1)])
def test_the_limit_is_held_between_1_and_100(limit: int, given_back: int) -> None:
    """limit is kept within 1 to 100, and is 100 when nothing is said."""
    sim, _ = standing()
    ada = sim.person("Ada")
    for number in range(120):
        sim.say(ada.id, str(number))
    assert len(sim.call("getUpdates", limit=limit)) == given_back
    assert len(sim.call("getUpdates")) == 100


def test_allowed_updates_are_remembered() -> None:
    """A choice of kinds holds until another; other kinds never come; [] is the default."""
    sim, _ = standing()
    ada = sim.person("Ada")
    sim.call("getUpdates", allowed_updates=["callback_query"])
    said = sim.say(ada.id, "not wanted")
    assert sim.call("getUpdates") == []
    sim.call("getUpdates", allowed_updates="[]")
    sim.say(ada.id, "wanted")
    sim.react(ada.id, said, "👍")
    assert [update["message"]["text"] for update in sim.call("getUpdates")] == ["wanted"]
    sim.call("getUpdates", allowed_updates=["message", "message_reaction", "no_such_kind"])
    sim.react(ada.id, said, "👍")
    assert sim.pending()[-1]["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]


def test_updates_expire_by_the_clock() -> None:
    """Messages wait a day, taps 150 seconds."""
    sim, clock = standing()
    ada = sim.person("Ada", started=True)
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sim.call("sendMessage", chat_id=ada.id, text="Well?", reply_markup=keyboard)
    sim.say(ada.id, "words")
    sim.tap(ada.id, "Yes")
    clock.forward(seconds=149)
    assert len(sim.call("getUpdates")) == 2
    clock.forward(seconds=1)
    assert [list(update)[1] for update in sim.call("getUpdates")] == ["message"]
    clock.forward(hours=23, minutes=57, seconds=29)
    assert len(sim.pending()) == 1
    clock.forward(seconds=1)
    assert sim.pending() == []


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 7)), max_size=12), st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_a_bot_that_confirms_after_keeping_loses_nothing(rounds: list[tuple[int, int]], limit: int) -> None:
    """However people write and whenever the bot dies before its next poll: all arrives, in order."""
    sim, _ = standing()
    ada = sim.person("Ada")
    kept: list[int] = []
    offset, said = 0, 0
    for written, died in rounds:
        for _ in range(written):
            said += 1
            sim.say(ada.id, str(said))
        batch = sim.call("getUpdates", offset=offset, limit=limit)
        if died > 5:
            continue
        kept += [int(update["message"]["text"]) for update in batch]
        offset = batch[-1]["update_id"] + 1 if batch else offset
    while batch := sim.call("getUpdates", offset=offset, limit=limit):
        kept += [int(update["message"]["text"]) for update in batch]
        offset = batch[-1]["update_id"] + 1
    assert kept == list(range(1, said + 1))


# ---- the long poll -----------------------------------------------------------------------------


async def test_a_long_poll_wakes_at_once() -> None:
    """A waiting getUpdates is answered by the update itself, not by its timeout."""
    async with served() as on:
        ada = on.sim.person("Ada")
        poll = asyncio.ensure_future(on.bot.get_updates(timeout=30))
        await _waiting(on)
        begun = time.monotonic()
        on.sim.say(ada.id, "here")
        updates = await poll
        assert [update.message.text for update in updates if update.message] == ["here"]
        assert time.monotonic() - begun < 5


async def test_a_long_poll_ends_empty() -> None:
    """With nothing to give the poll ends after its timeout with an empty list."""
    async with served() as on:
        begun = time.monotonic()
        assert (await on.call("getUpdates", timeout=1))["result"] == []
        assert 0.9 < time.monotonic() - begun < 5


async def test_two_pollers_conflict() -> None:
    """A second waiting poll ends the first with 409."""
    async with served() as on:
        first = asyncio.ensure_future(on.bot.get_updates(timeout=30))
        await _waiting(on)
        second = asyncio.ensure_future(on.call("getUpdates", timeout=30))
        with pytest.raises(Conflict, match="make sure that only one bot instance is running"):
            await first
        await _waiting(on)
        on.sim.say(on.sim.person("Ada").id, "to the second")
        assert len((await second)["result"]) == 1


async def test_a_webhook_ends_a_poll() -> None:
    """setWebhook ends a waiting poll with 409, and polling stays refused until deleteWebhook."""
    async with served() as on:
        poll = asyncio.ensure_future(on.call("getUpdates", timeout=30))
        await _waiting(on)
        await on.call("setWebhook", url="https://example.org/hook")
        assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
        refused = await on.call("getUpdates")
        assert refused["error_code"] == 409
        assert refused["description"].startswith(
            "Conflict: can't use getUpdates method while webhook is active"
        )
        await on.call("deleteWebhook")
        assert (await on.call("getUpdates"))["ok"]


async def test_a_poller_that_hangs_up_leaves_no_conflict() -> None:
    """A killed bot's poll is forgotten: the next one waits undisturbed and nothing is lost."""
    async with served() as on:
        poll = asyncio.ensure_future(on.call("getUpdates", timeout=30))
        await _waiting(on)
        poll.cancel()
        await asyncio.gather(poll, return_exceptions=True)
        await _waiting(on, False)
        on.sim.say(on.sim.person("Ada").id, "while nobody listened")
        assert len((await on.call("getUpdates", timeout=30))["result"]) == 1
        assert [entry.status for entry in on.sim.calls("getUpdates")] == [200]


async def test_a_bot_that_asks_in_circles_is_slowed() -> None:
    """With limits on, the same offset again within half a second gets one update at a time."""
    async with served(Simulator(limits=True)) as on:
        ada = on.sim.person("Ada")
        for text in ("one", "two", "three"):
            on.sim.say(ada.id, text)
        assert len((await on.call("getUpdates", offset=0))["result"]) == 3
        assert len((await on.call("getUpdates", offset=0))["result"]) == 1


async def _waiting(on: Served, wanted: bool = True) -> None:
    """Give way until a poll waits at the simulator, or none does."""
    for _ in range(5000):
        waits = on.sim.poll.waiting is not None and not on.sim.poll.waiting.done()
        if waits == wanted:
            return
        await asyncio.sleep(0.001)
    raise AssertionError("the poll did not come or go")


def test_polling_is_refused_by_words_of_telegram() -> None:
    """allowed_updates must be an array in JSON."""
    sim, _ = standing()
    assert refusal(sim, "getUpdates", allowed_updates="nonsense") == (
        "Bad Request: can't parse allowed_updates JSON object"
    )
    assert refusal(sim, "getUpdates", allowed_updates="{}").endswith("expected an Array of String")


def test_raw_updates_come_as_they_are() -> None:
    """Unknown fields, wrong types and unheard-of kinds are handed on untouched, but for their update_id."""
    sim, _ = standing()
    wrong = {"message": {"message_id": "not a number", "chat": None, "planet": "Mars"}, "tomorrow": [1]}
    sim.raw(wrong)
    sim.raw({"something_new": {"deep": {"er": 1}}})
    first, second = sim.call("getUpdates")
    assert first == {"update_id": first["update_id"], **wrong}
    assert second["something_new"] == {"deep": {"er": 1}}
    assert second["update_id"] == first["update_id"] + 1


def test_calls_are_logged_but_not_empty_polls() -> None:
    """The call log holds each call with its outcome; polls that gave nothing are left out."""
    sim, clock = standing()
    ada = sim.person("Ada", started=True)
    sim.call("getUpdates")
    sim.call("sendMessage", chat_id=ada.id, text="Hello")
    clock.forward(minutes=1)
    with pytest.raises(RefusedCall):
        sim.call("sendMessage", chat_id=ada.id, text="")
    log = sim.calls()
    assert [(entry.method, entry.status, entry.chat_id) for entry in log] == [
        ("sendMessage", 200, ada.id),
        ("sendMessage", 400, ada.id),
    ]
    assert log[1].description == "Bad Request: message text is empty"
    assert (log[1].at - log[0].at).total_seconds() == 60
