"""A rush: three hundred questions due at one instant, and people who write meanwhile."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from small import calls, here, small_bot
from whole import CLIENT, COACH, Whole

from bot.people import reconcile
from bot.runtime import tick
from bot.runtime.send import KEPT
from bot.simulator.calls import LoggedCall
from bot.store import people, scripts
from bot.store.db import Tx
from bot.store.instants import from_micros
from bot.telegram import TOGETHER

pytestmark = pytest.mark.unmeasured

MANY, RATE = 300, 30
FIRST = 10_000
QUESTION = "How has the week been, in a few words?"

DAILY = f"""---
title: The rhythm
author: The testers, makers of this bot
reviewed: 2026-11-21 by a tester
basis: none, it is for tests
when: weekly
length: 2
---

# word
{QUESTION}
"""


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path, wire=True) as made:
        yield made


def _fill(tx: Tx, now: datetime) -> None:
    """So many clients who want a question every evening."""
    scripts.publish(tx, "rhythm", "en", DAILY, author="a test", now=now)
    wish = {"rhythm": "daily 19:00", "weekly": 7}
    for number in range(FIRST, FIRST + MANY):
        people.add_client(tx, number, COACH, now=now, state="active")
        people.change_client(tx, number, zone="Europe/Lisbon", sessions_before=9, rhythm=wish)
    reconcile.everybody(tx, now)


def _at_one_instant(tx: Tx) -> datetime:
    """Everybody's first question is due when the earliest is."""
    at = tx.db.execute("SELECT min(at) FROM due WHERE kind = 'plan'").fetchone()[0]
    tx.db.execute(
        "UPDATE due SET at = :at WHERE kind = 'plan' AND chat_id >= :first "
        "AND at = (SELECT min(at) FROM due d WHERE d.chat_id = due.chat_id AND d.kind = 'plan')",
        {"at": at, "first": FIRST},
    )
    return from_micros(at)


def rush(whole: Whole) -> datetime:
    """The instant, a second from now, at which so many questions are due."""
    whole.tx(partial(_fill, now=whole.clock.now()))
    for number in range(FIRST, FIRST + MANY):
        whole.person("Ada", number)
    whole.pause()
    at: datetime = whole.tx(_at_one_instant)
    whole.until(at - timedelta(seconds=1))
    return at


def messages(whole: Whole, since: int) -> list[LoggedCall]:
    """What the bot tried to send to those people, in its order."""
    found = whole.sim.core.log[since:]
    return [one for one in found if one.method == "sendMessage" and one.chat_id >= FIRST]


def asks(one: LoggedCall) -> bool:
    """Whether a message is the question."""
    return bool(one.args["text"].endswith(QUESTION))


def test_three_hundred_at_one_instant_and_people_who_write_meanwhile(whole: Whole) -> None:
    """At least 98 % of what is permitted, no 429, every question once; who writes waits 0.3 s at most, 95 of 100.

    Some who write have their question already, for others it waits still; the simulator holds Telegram's limits.
    """
    at = rush(whole)
    mark, wrote = here(whole), dict[int, datetime]()
    for number in range(20):
        whole.until(at + timedelta(seconds=0.1 + 0.47 * number))
        for chat in (FIRST + 7 * number, FIRST + MANY - 1 - number):
            wrote[chat] = whole.clock.now()
            whole.sim.say(chat, "/help")
    whole.until(at + timedelta(seconds=30))
    sent = messages(whole, mark)
    assert {one.status for one in sent} == {200}
    assert sorted(one.chat_id for one in sent if asks(one)) == list(range(FIRST, FIRST + MANY))
    assert len(sent) >= 0.98 * RATE * (sent[-1].at - at).total_seconds()
    waits = sorted(
        min(one.at for one in sent if one.chat_id == chat and not asks(one) and one.at >= when) - when
        for chat, when in wrote.items()
    )
    assert waits[int(0.95 * len(waits))] <= timedelta(seconds=0.3)


def test_who_taps_at_once_is_answered_at_once(whole: Whole) -> None:
    """What follows a tap does not wait for a second after the question; several at once come within the limits."""
    rates = whole.sim.core.state.limits.rates
    assert rates is not None
    assert rates.chat_burst >= 3
    whole.say(CLIENT, "/week")
    mark, now = here(whole), whole.clock.now()
    for command in ("/help", "/why", "/limits", "/menu", "/about", "/answers", "/shared"):
        whole.sim.say(CLIENT, command)
    whole.run(whole.world.settle())
    assert [one.at - now for one in calls(whole, CLIENT, mark)] == [timedelta(0)] * 3
    whole.pause(30)
    assert {one.status for one in calls(whole, CLIENT, mark)} == {200}
    assert len(calls(whole, CLIENT, mark)) >= 7


def test_where_a_burst_was_too_much_one_comes_after_the_other(whole: Whole) -> None:
    """After a 429 in a chat its messages come a second apart for a while; others still have theirs at once."""
    whole.sim.fail("sendMessage", code=429, retry_after=5, chat_id=CLIENT)
    whole.say(CLIENT, "/help")
    whole.pause(60)
    mark = here(whole)
    for _ in range(3):
        whole.sim.say(CLIENT, "/help")
        whole.sim.say(COACH, "/help")
    whole.pause(20)
    mine, others = ([one.at for one in calls(whole, chat, mark)] for chat in (CLIENT, COACH))
    assert all(later - one > timedelta(seconds=1) for one, later in pairwise(mine))
    assert max(others) - min(others) < timedelta(seconds=0.3)


def test_questions_that_hang_keep_no_answer_waiting(whole: Whole) -> None:
    """While every question hangs at Telegram, as many as may at once, who writes is answered."""
    at = rush(whole)
    sound, hanging = whole.house.api.call, asyncio.Event()

    async def slow(method: str, params: dict[str, Any], file: bytes | None = None) -> Any:
        if QUESTION in params.get("text", ""):
            held.append(params["chat_id"])
            await hanging.wait()
        return await sound(method, params, file)

    held: list[int] = []
    whole.house.api.call = slow  # type: ignore[method-assign]
    mark = here(whole)

    async def meanwhile() -> None:
        whole.clock.move(at)
        await tick.tick(whole.house)
        while len(held) < TOGETHER - KEPT:
            await asyncio.sleep(0.01)
            whole.clock.move(whole.clock.now() + timedelta(seconds=0.1))
        whole.sim.say(CLIENT, "/help")
        while not calls(whole, CLIENT, mark):
            await asyncio.sleep(0.01)
            whole.clock.move(whole.clock.now() + timedelta(seconds=0.1))
        hanging.set()

    whole.run(asyncio.wait_for(meanwhile(), 60))
    assert calls(whole, CLIENT, mark)[0].ok
    assert len(held) == TOGETHER - KEPT
