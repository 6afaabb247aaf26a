"""Measures time on this machine: python -m bench.time_bench [rows]. Prints a table; checks nothing.

What the tick costs when nothing is due, when 500 are, after an hour's outage; what it costs to plan one
client, and to put that plan's rows right.
"""

# ruff: noqa: T201 - printing is what it is for

import asyncio
import gc
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.config import Config
from bot.people import opening, planning, reconcile, waking
from bot.people.turn import Turn
from bot.runtime.tick import BATCH
from bot.store import due, people, sessions
from bot.store.db import Store, Tx
from bot.vault import Vault

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ROWS = 1_000_000
CLIENTS = 20_000
DUE = 500
OUTAGE, NONE = timedelta(hours=1), timedelta(0)
IN_THE_HOUR = 4_341
PROMPTS = Path(__file__).parents[1] / "prompts"


def config(folder: Path) -> Config:
    """Settings as they come, with a database in this folder."""
    return Config.model_validate(
        {"database": {"path": str(folder / "bench.db")}, "prompts": {"path": str(PROMPTS)}}
    )


def fill(tx: Tx, first: int, rows: int) -> None:
    """So many rows ahead, each a prompt of some client, one a second from tomorrow on."""
    body = {"occasion": "week:2026-W48:1", "script": "mid-week", "kind": "weekly", "why": "x" * 90}
    for number in range(first, first + rows):
        at = NOW + timedelta(days=1, seconds=number)
        due.put(tx, f"plan:{number}:week:2026-W48:1", 10_000 + number % CLIENTS, "plan", at, body)


def fill_now(tx: Tx, at: datetime, rows: int, over: timedelta) -> None:
    """So many rows that fall due evenly in the time before ``at``."""
    body = {"occasion": "week:2026-W48:2", "script": "mid-week", "kind": "weekly", "why": "x" * 90}
    for number in range(rows):
        when = at - over * (number / rows)
        due.put(tx, f"plan:{at.timestamp()}:{number}", 10_000 + number % CLIENTS, "plan", when, body)


def one_client(tx: Tx) -> None:
    """A busy client: three days a week, a coaching session every Tuesday for a year."""
    people.add_coach(tx, 1, now=NOW, state="active")
    people.change_coach(tx, 1, zone="Europe/Berlin")
    people.add_client(tx, 2, 1, now=NOW - timedelta(days=90), state="active")
    people.change_client(tx, 2, zone="Europe/Lisbon")
    starts = datetime(2026, 9, 1, 15, 0)  # noqa: DTZ001 - a wall clock, its zone beside it
    sessions.add(tx, 2, 1, starts=starts, zone="Europe/Berlin", now=NOW, weeks=1)


def turn_of(tx: Tx, config: Config) -> Turn:
    """A turn in which nothing is said."""
    return Turn(tx, NOW, -1, config, "bench")


def planned(tx: Tx, config: Config) -> None:
    """A fortnight of the client, from rows to prompts."""
    me = people.client(tx, 2)
    assert me is not None
    planning.plan(turn_of(tx, config), me)


def replanned(tx: Tx, config: Config) -> None:
    """The same, and the rows that differ put right."""
    reconcile.person(turn_of(tx, config), 2, anew=True)


def begun(tx: Tx, config: Config, late: timedelta) -> None:
    """The client's next prompt, its time come so long ago: begun, or recorded as too late; then undone."""
    row = due.of_chat(tx, 2, "plan")[0]
    me = people.client(tx, 2)
    assert me is not None
    tx.db.execute("SAVEPOINT bench")
    waking.fell_due(Turn(tx, row.at + late, -1, config, "bench"), me, row.body, row.at)
    tx.db.execute("ROLLBACK TO bench")
    tx.db.execute("RELEASE bench")


async def times(name: str, store: Store, fn: Callable[[Tx], Any], count: int) -> None:
    """Print how long a function holds the store's thread, without the way there."""
    spent: list[float] = []

    def timed(tx: Tx) -> Any:
        start = time.perf_counter()
        found = fn(tx)
        spent.append(time.perf_counter() - start)
        return found

    for _ in range(count):
        await store.run(timed)
    told(name, spent)


def told(name: str, spent: list[float]) -> None:
    """One line of the table, in milliseconds."""
    ms = sorted(one * 1000 for one in spent)
    p99 = ms[min(len(ms) - 1, int(len(ms) * 0.99))]
    print(f"{name:<52}{ms[0]:>10.3f}{statistics.median(ms):>10.3f}{p99:>10.3f}{ms[-1]:>10.3f}")


async def catch_up(name: str, store: Store, at: datetime, rows: int) -> None:
    """Work off an outage batch by batch as the tick does; the longest single transaction, and all of it."""
    await store.run(partial(fill_now, at=at, rows=rows, over=OUTAGE))
    await store.run(partial(keys, rows=rows))
    spent: list[float] = []
    began = time.perf_counter()
    moved = 1
    while moved:
        start = time.perf_counter()
        moved = await store.run(partial(due.tick, now=at, limit=BATCH))
        spent.append(time.perf_counter() - start)
    told(f"{name}: {rows:,} due, a batch", spent)
    print(f"{'':<52}all of it in {time.perf_counter() - began:.1f} s")


def keys(tx: Tx, rows: int) -> None:
    """Every client has a key already, as one who joined has."""
    for number in range(min(rows, CLIENTS)):
        tx.seal(10_000 + number, "bench", b"x")


def memory() -> float:
    """The most that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def main(rows: int) -> None:
    """The whole table."""
    with tempfile.TemporaryDirectory() as folder:
        house = config(Path(folder))
        async with Store.open(house.database.path, Vault({1: b"k" * 32})) as store:
            print(f"{'milliseconds':<52}{'min':>10}{'median':>10}{'p99':>10}{'most':>10}")
            await store.run(partial(opening.open_up, config=house, username="bench", now=NOW))
            await store.run(one_client)
            await times("plan a fortnight of one client", store, partial(planned, config=house), 100)
            await times("plan it again and compare", store, partial(replanned, config=house), 100)
            await times(
                "begin a prompt whose time has come", store, partial(begun, config=house, late=NONE), 100
            )
            await times(
                "drop one that is too late", store, partial(begun, config=house, late=OUTAGE * 5), 100
            )
            for first in range(0, rows, 50_000):
                await store.run(partial(fill, first=first, rows=min(50_000, rows - first)))
            gc.collect()
            await times(f"idle tick over {rows:,} rows", store, partial(due.tick, now=NOW), 5000)
            for number in range(8):
                at = NOW + timedelta(minutes=number)
                await store.run(partial(fill_now, at=at, rows=DUE, over=timedelta(seconds=50)))
                await store.run(partial(keys, rows=DUE))
            await times("a tick of up to 100 due", store, partial(due.tick, now=at, limit=100), 8)
            await times("a tick of 500 due", store, partial(due.tick, now=at, limit=DUE), 6)
            await catch_up("after an hour's outage", store, NOW + timedelta(hours=2), IN_THE_HOUR)
            for hours in (4, 6):
                await catch_up("after an hour of many", store, NOW + timedelta(hours=hours), 10 * IN_THE_HOUR)
                print(f"{'':<52}{memory():.0f} MB at the most so far")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
