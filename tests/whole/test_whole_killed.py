"""The bot dies between any two hops of a tick: due, inbox, turn, outbox, sent; nothing is lost or begun twice."""

import contextlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from clocked import DAY, HOUR, Told, outcomes, place_of, plans, record, said, timed_bot
from whole import CLIENT, Whole

from bot.store.db import Store, Tx

T = TypeVar("T")


class Killed(Exception):
    """The process ends here: nothing more is written."""


class Dying:
    """The store of a bot that dies right before or right after its n-th transaction from now on."""

    def __init__(self, store: Store, nth: int, after: bool) -> None:
        self.store, self.nth, self.after = store, nth, after
        self.count, self.dead = 0, False

    async def run(self, fn: Callable[[Tx], T]) -> T:
        self.count += 1
        mine = self.count == self.nth
        if self.dead or (mine and not self.after):
            self.dead = True
            raise Killed
        found = await self.store.run(fn)
        if mine:
            self.dead = True
            raise Killed
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


def dies(whole: Whole, nth: int, after: bool) -> bool:
    """Let the next planned prompt fall due in a bot that dies at its n-th transaction; whether it did."""
    coming = plans(whole)[0].at
    whole.until(coming - timedelta(seconds=1))
    dying = Dying(whole.house.store, nth, after)
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
    with timed_bot(tmp_path, rhythm="daily 19:00", weekly=7) as whole:
        nth, died = 1, True
        while died and nth <= 5:  # on the sixth day the rhythm is asked about, which is no reflection
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
