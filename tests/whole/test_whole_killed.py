"""The bot dies between any two hops of a tick: due, inbox, turn, outbox, sent; nothing is lost or begun twice."""

import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import pytest
from clocked import DAY, HOUR, Told, outcomes, place_of, plans, record, replan, said, timed_bot
from whole import CLIENT, Whole

from bot.runtime.house import House
from bot.store import people
from bot.store.db import Tx
from bot.store.instants import to_micros

pytestmark = [
    pytest.mark.usefixtures("intake"),  # asked for, and brought
    pytest.mark.unmeasured,  # each death goes the ways that others cover
]

T = TypeVar("T")


class Killed(Exception):
    """The process ends here: nothing more is written."""


class Dying:
    """The store of a bot that dies right before or right after its n-th transaction from now on."""

    def __init__(self, house: House, nth: int, after: bool) -> None:
        self.house, self.store, self.nth, self.after = house, house.store, nth, after
        self.count, self.dead = 0, False

    async def run(self, fn: Callable[[Tx], T]) -> T:
        self.count += 1
        mine = self.count == self.nth
        if self.dead or (mine and not self.after):
            self._die()
        found = await self.store.run(fn)
        if mine:
            self._die()
        return found

    def _die(self) -> NoReturn:
        """The loops stop with it: one that waits to try again would wait for a clock that nobody moves."""
        self.dead = True
        self.house.give_up("killed")
        raise Killed

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


def dies(whole: Whole, nth: int, after: bool) -> bool:
    """Let the next planned prompt fall due in a bot that dies at its n-th transaction; whether it did."""
    coming = plans(whole)[0].at
    whole.until(coming - timedelta(seconds=1))
    dying = Dying(whole.house, nth, after)
    whole.house.store = dying  # type: ignore[assignment]
    with contextlib.suppress(Killed, RuntimeError):
        whole.until(coming + timedelta(minutes=1))
    with contextlib.suppress(Exception):
        whole.run(whole.bot.aclose())
    whole.run(whole._start())
    whole.until(coming + HOUR)
    return dying.dead


@pytest.mark.parametrize("after", [False, True], ids=["before a commit", "after a commit"])
def test_a_death_between_any_two_hops_loses_nothing_and_begins_nothing_twice(
    tmp_path: Path, after: bool
) -> None:
    """At every commit of a prompt's way the bot dies, once each; every prompt comes, begun once.

    It may be shown twice only where the bot died between Telegram's yes and its own note of it.
    """
    shown: list[int] = []
    with timed_bot(tmp_path, rhythm="daily 19:00", weekly=7, wire=True) as whole:
        whole.tx(partial(_joins, now=whole.clock.now()))  # or some weeks on the rhythm is asked about
        replan(whole)
        nth, died = 1, True
        while died:
            occasion = plans(whole)[0].body["occasion"]
            before, known = place_of(whole), len(record(whole))
            died = dies(whole, nth, after)
            prompts = [one for one in said(whole, since=before) if not one.silent]
            assert outcomes(whole)[occasion] == "sent"
            assert len(record(whole)) == known + 1
            assert reflections_of(whole, occasion) == 1
            assert len({one.text for one in prompts}) == 1
            shown.append(len(prompts))
            answer(whole, prompts)
            nth += 1
        cut_off = whole.tx(
            lambda tx: tx.db.execute("SELECT count(*) FROM outbox WHERE repeats > 0").fetchone()[0]
        )
    assert nth > 5
    assert set(shown) <= {1, 2}
    assert shown.count(2) <= cut_off < nth - 2
    assert shown[-1] == 1


def _joins(tx: Tx, now: datetime) -> None:
    tx.db.execute("UPDATE clients SET joined_at = :now", {"now": to_micros(now)})
    people.set_rhythm(tx, CLIENT, agreement_off=True)  # nor is the agreement offered in between


def reflections_of(whole: Whole, occasion: str) -> int:
    def read(tx: Tx) -> int:
        row = tx.db.execute("SELECT count(*) FROM reflections WHERE occasion = ?", (occasion,)).fetchone()
        return int(row[0])

    found: int = whole.tx(read)
    return found


def answer(whole: Whole, prompts: list[Told]) -> None:
    """The client answers, so that the ladder stays where it is, and a day goes by."""
    assert prompts
    whole.sim.say(CLIENT, "yes")
    whole.until(whole.clock.now() + DAY - 2 * HOUR)
