"""``python -m bench digest``: a year of many clients as files; writes docs/benchmarks.md (CLIENTS=1000)."""

# ruff: noqa: T201 - printing is what it is for

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bench import meter, practice
from bot.cli import digest_files
from bot.core.digest import digest as core_digest
from bot.core.digest.week import Week
from bot.i18n import texts
from bot.people import gathering
from bot.people.turn import Turn
from bot.render import page, pdf, picture, text
from bot.store import people, responses, told
from bot.store.db import Store, Tx
from bot.vault import load

CLIENTS = int(os.environ.get("CLIENTS", "1000"))
TALKS, APART = 104, 3  # two a week and a little more, in a year
PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
BEGIN, END = "<!-- written by python -m bench digest -->", "<!-- to here: digest -->"


async def parts(folder: Path) -> dict[str, list[float]]:
    """Milliseconds of processor of each part, of two hundred clients at most, in the order of making."""
    settings, took = practice.config(folder, "http://127.0.0.1:1"), dict[str, list[float]]()
    say = texts("en")

    def timed(name: str, deed: Callable[[], Any]) -> Any:
        began = time.process_time()
        made = deed()
        took.setdefault(name, []).append(1000 * (time.process_time() - began))
        return made

    def gathered(tx: Tx, client_id: int) -> Week:
        coach, client = people.coach(tx, 1), people.client(tx, client_id)
        if coach is None or client is None:
            raise LookupError("no such client")
        turn = Turn(tx, datetime.now(UTC), 0, settings, "")
        found: gathering.Gathered = timed("gather", lambda: gathering.week(turn, coach, client, turn.now))
        return found.week

    async with Store.read_only(settings.database.path, load(settings.security.key_file)) as store:
        for number in range(min(CLIENTS, 200)):
            week = await store.run(partial(gathered, client_id=100 + number))
            digest = timed("compile", partial(core_digest.compile, week))
            timed("text", partial(text.text, digest, say))
            timed("page", partial(page.page, digest, say))
            timed("picture", partial(picture.picture, digest, say))
            timed("PDF", partial(pdf.pdf, digest, say))
    return took


def files(folder: Path) -> None:
    """What ``interlude digest`` takes for all, in a process that does nothing else; printed as JSON."""
    settings, held = practice.config(folder, "http://127.0.0.1:1"), list[float]()
    written, out = folder / "config.toml", folder / "out"
    database, key = settings.database.path, settings.security.key_file
    written.write_text(f'[database]\npath = "{database}"\n[security]\nkey_file = "{key}"\n')
    put = digest_files._put

    def noted(file: Path, content: bytes) -> None:
        put(file, content)
        if file.suffix == ".txt":
            held.append(meter.resident())

    digest_files._put = noted
    began, used = time.perf_counter(), time.process_time()
    digest_files.write(written, 1, "", None, None, out)
    took = {"seconds": time.perf_counter() - began, "cpu": time.process_time() - used, "held": held}
    size = sum(file.stat().st_size for file in out.iterdir()) / 2**20
    print(json.dumps({**took, "size": size}))


def tell(tx: Tx) -> None:
    """All but the last week was told to the coach."""
    now = datetime.now(UTC)
    for number in range(CLIENTS):
        known = responses.shared(tx, 100 + number, now - timedelta(days=400), 1)
        before = [one for one in known if one.at < now - timedelta(days=7)]
        for some in range(0, len(before), 200):
            told.add(tx, 100 + number, 1, before[some : some + 200], digest=None, carrier="", now=now)


async def fill(folder: Path) -> None:
    """The practice after its year."""
    await practice.make(folder, CLIENTS, TALKS, "open", APART)
    settings = practice.config(folder, "http://127.0.0.1:1")
    async with Store.open(settings.database.path, load(settings.security.key_file)) as store:
        await store.run(tell)


def main() -> None:
    """Measure, print and write."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        asyncio.run(fill(folder))
        command = [sys.executable, "-m", "bench.digest_bench", place]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=PAGE.parents[1])
        whole = json.loads(done.stdout.splitlines()[-1])
        took = asyncio.run(parts(folder))
    held = whole["held"]
    lines = [
        "| part of a digest | p50 ms of processor | p95 |",
        "|---|---|---|",
        *(
            f"| {name} | {statistics.median(ms):.1f} | {sorted(ms)[len(ms) * 95 // 100]:.1f} |"
            for name, ms in took.items()
        ),
        "",
        "| `interlude digest` | |",
        "|---|---|",
        f"| clients, each with {TALKS} talks of three answers in a year | {CLIENTS} |",
        f"| seconds; of processor | {whole['seconds']:.0f}; {whole['cpu']:.0f} |",
        f"| ms of processor a client | {1000 * whole['cpu'] / CLIENTS:.0f} |",
        f"| MiB of files | {whole['size']:.0f} |",
        f"| MiB resident after a tenth of the clients, at the end, at most | "
        f"{held[len(held) // 10]:.0f}, {held[-1]:.0f}, {max(held):.0f} |",
    ]
    print("\n".join(lines))
    before, rest = PAGE.read_text("utf-8").split(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n\n" + "\n".join(lines) + f"\n\n{END}" + rest.split(END)[1], "utf-8")


if __name__ == "__main__":
    files(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
