"""How much one small machine carries, and how it grows: python -m bench.scale_bench; writes docs/scale.md.

The same work twice, the second time with ten times the clients in the database: what is a client's alone must cost
the same, and what is everybody's ten times as much.
"""

# ruff: noqa: T201 - printing is what it is for

import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bench import practice
from bench.peers_bench import ROOT, Took, server
from bot import vault
from bot.config import Config
from bot.people import reconcile
from bot.people.turn import Turn
from bot.store import inbox, outbox
from bot.store.db import Store, Tx

PAGE = ROOT / "docs" / "scale.md"
BEGINS, ENDS = "<!-- written by python -m bench scale -->\n", "<!-- to here -->\n"
SIZES = tuple(int(size) for size in os.environ.get("CLIENTS", "1000 10000").split())
TALKS, CHATS, MESSAGES, ROUNDS, SECONDS = 10, 50, 3000, 3, 20


@dataclass(frozen=True, slots=True)
class Size:
    """What was measured with so many clients."""

    clients: int
    mib: float
    flood: Took
    ask: Took
    rest: Took
    plan: float
    heads: float
    take: float


def ran(folder: Path, kind: str, count: int, chats: int) -> Took:
    """What the bot took for one task on the database of this folder, beside a Bot API of its own process."""
    with server() as url:
        command = [sys.executable, "-m", "bench.ours", url, kind, str(count), str(chats), str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return dict(json.loads(done.stdout.splitlines()[-1]))


def planned(tx: Tx, config: Config, number: int) -> None:
    """A client's fortnight worked out, and the rows that differ put right."""
    reconcile.person(Turn(tx, datetime.now(UTC), -1, config, "bench"), 100 + number, anew=True)


def waiting(tx: Tx, numbers: range) -> None:
    """So many chats more that have a row in the inbox and one in the outbox."""
    now = datetime.now(UTC)
    for number in numbers:
        message = {"chat": {"id": 10_000_000 + number}, "text": "x"}
        inbox.add_update(tx, {"update_id": 10**9 + number, "message": message}, now)
        outbox.add(tx, f"wall:{number}", 10_000_000 + number, outbox.PROMPT, "sendMessage", {}, now)


async def looked(folder: Path, clients: int) -> tuple[float, float, float]:
    """Milliseconds of the store's thread: to plan one client; to find what is next with everybody waiting."""
    config = practice.config(folder, "http://127.0.0.1:1")
    keys = vault.load_or_make(config.security.key_file, fresh=False)
    async with Store.open(config.database.path, keys) as store:
        each = range(0, clients, max(1, clients // 100))
        plan = [await timed(store, partial(planned, config=config, number=number)) for number in each]
        for first in range(0, clients, 500):
            numbers = range(first, min(first + 500, clients))
            await store.run(partial(waiting, numbers=numbers))
        now = datetime.now(UTC) + timedelta(seconds=1)
        heads = [await timed(store, partial(inbox.heads, now=now, limit=50)) for _ in range(20)]
        take = [await timed(store, partial(outbox.take, now=now, limit=8)) for _ in range(20)]
    return statistics.median(plan), statistics.median(heads), statistics.median(take)


async def timed(store: Store, fn: Callable[[Tx], object]) -> float:
    """How many milliseconds a function holds the store's thread."""

    def clocked(tx: Tx) -> float:
        began = time.perf_counter()
        fn(tx)
        return 1000 * (time.perf_counter() - began)

    return await store.run(clocked)


def measured(clients: int) -> Size:
    """All of it, with so many clients of ten talks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(practice.make(folder, clients, TALKS, "open"))
        mib = (folder / "bench.db").stat().st_size / 2**20
        rest = ran(folder, "rest", SECONDS, 0)
        again = folder / "again"  # each Bot API numbers its updates from one: what it brings twice is known
        shutil.copytree(folder, again)
        asyncio.run(practice.anew(again, CHATS, "scales"))
        ask = ran(again, "ask", ROUNDS, CHATS)
        flood = ran(folder, "flood", MESSAGES, CHATS)
        return Size(clients, mib, flood, ask, rest, *asyncio.run(looked(folder, clients)))


ROWS = (
    ("messages a second, thought about and on disk", lambda s: s.flood["messages"] / s.flood["seconds"], "{:.0f}"),
    ("ms of processor a message", lambda s: 1000 * s.flood["cpu"] / s.flood["messages"], "{:.2f}"),
    ("ms until a reply, half of them", lambda s: 1000 * quantile(s.ask["waits"], 0.5), "{:.0f}"),
    ("ms until a reply, 99 of 100", lambda s: 1000 * quantile(s.ask["waits"], 0.99), "{:.0f}"),
    ("% of one core while nobody writes", lambda s: 100 * s.rest["cpu"] / s.rest["seconds"], "{:.1f}"),
    ("MiB in memory at rest", lambda s: s.rest["rest_mib"], "{:.0f}"),
    ("MiB of database", lambda s: s.mib, "{:.0f}"),
    ("KiB of database a talk of three answers", lambda s: 1024 * s.mib / s.clients / TALKS, "{:.1f}"),
    ("ms to plan one client's fortnight anew", lambda s: s.plan, "{:.1f}"),
    ("ms to find 50 chats to serve, all waiting", lambda s: s.heads, "{:.1f}"),
    ("ms to find 8 calls to make, all waiting", lambda s: s.take, "{:.1f}"),
)  # fmt: skip


def quantile(waits: list[float], part: float) -> float:
    """The wait that so large a part of those who were answered did not exceed."""
    came = sorted(one for one in waits if one >= 0)
    return came[min(len(came) - 1, int(len(came) * part))] if came else 0.0


def table(found: list[Size]) -> list[str]:
    """A row a figure, a column a size."""
    lines = [
        "| | " + " | ".join(f"{size.clients:,} clients" for size in found) + " |",
        "|---" * (len(found) + 1) + "|",
    ]
    for name, read, shown in ROWS:
        lines.append(f"| {name} | " + " | ".join(shown.format(read(size)) for size in found) + " |")
    return lines


def write(lines: list[str]) -> None:
    """Put the table into the page, between its marks."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGINS)
    after = rest.partition(ENDS)[2]
    PAGE.write_text(before + BEGINS + "\n" + "\n".join(lines) + "\n\n" + ENDS + after, encoding="utf-8")


def main() -> None:
    """The table, printed and written."""
    lines = table([measured(clients) for clients in SIZES])
    print("\n".join(lines))
    write(lines)


if __name__ == "__main__":
    main()
