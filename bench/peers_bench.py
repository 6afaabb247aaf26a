"""Measures this bot beside two peers, by turns, and writes docs/benchmarks.md: python -m bench.peers_bench.

Times of a shared machine mean little; the ratios of one run mean something, so they come first.
"""

# ruff: noqa: T201 - printing is what it is for

import asyncio
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import practice

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
BEGINS, ENDS = "<!-- written by python -m bench peers -->\n", "<!-- to here -->\n"
MESSAGES, CHATS = 2000, 20
RUNS = int(os.environ.get("RUNS", "3"))
ROUNDS = 3
PASTS, FEW, SOME = (1, 100, 1000), 4, 1000
"""How many talks clients have behind them, how many clients, and how many messages they write."""

NAMES = {"ours": "Interlude", "ptb": "python-telegram-bot", "aio": "aiogram"}
BOTS = (("ours", 10), ("ptb", 0), ("aio", 0))
"""Who is measured, and of how many talks each client has behind them."""

Took = dict[str, Any]


def python(who: str) -> str:
    """The interpreter that has what this bot needs."""
    peers = ROOT / ".venv-bench" / "bin" / "python"
    return sys.executable if who == "ours" else str(peers)


@contextlib.contextmanager
def server() -> Iterator[str]:
    """The Bot API for one measurement; its address."""
    with subprocess.Popen(
        [sys.executable, "-m", "bench.server"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}" if process.stdout else ""
        finally:
            process.terminate()


def measure(who: str, kind: str, count: int, talks: int, chats: int = CHATS) -> Took:
    """What one bot took for one task, on a fresh database."""
    with tempfile.TemporaryDirectory() as name, server() as url:
        if who == "ours":
            script = "open" if kind == "flood" else "scales"
            asyncio.run(practice.make(Path(name), chats, talks, script))
        command = [python(who), "-m", f"bench.{who}", url, kind, str(count), str(chats), name]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{who} failed:\n{done.stderr[-2000:]}")
        return dict(json.loads(done.stdout.splitlines()[-1]))


def flooded() -> dict[tuple[str, int], list[Took]]:
    """Every bot in turn, so many times."""
    found: dict[tuple[str, int], list[Took]] = {bot: [] for bot in BOTS}
    for _ in range(RUNS):
        for who, talks in BOTS:
            found[who, talks].append(measure(who, "flood", MESSAGES, talks))
    return found


def spread(values: list[float], shown: str) -> str:
    """The median, and the least and the most."""
    return f"{statistics.median(values):{shown}} ({min(values):{shown}}–{max(values):{shown}})"


def flood_table(found: dict[tuple[str, int], list[Took]]) -> list[str]:
    """A row a bot; the ratios are to aiogram in the same run."""
    lines = [
        "| bot | messages/s beside aiogram | processor beside aiogram | ms of processor a message | messages/s "
        "| MiB at rest |",
        "|---|---|---|---|---|---|",
    ]
    for (who, talks), took in found.items():
        base = found["aio", 0]
        pairs = list(zip(took, base, strict=True))
        name = NAMES[who] + (f", clients of {talks} talk{'s' * (talks > 1)}" if who == "ours" else "")
        lines.append(
            f"| {name} "
            f"| {spread([b['seconds'] / a['seconds'] for a, b in pairs], '.2f')} "
            f"| {spread([a['cpu'] / b['cpu'] for a, b in pairs], '.2f')} "
            f"| {spread([one['cpu'] * 1000 / one['messages'] for one in took], '.2f')} "
            f"| {spread([one['messages'] / one['seconds'] for one in took], '.0f')} "
            f"| {statistics.median([one['rest_mib'] for one in took]):.0f} |"
        )
    return lines


def past_table() -> list[str]:
    """What the past of a client costs."""
    lines = ["| talks behind each client | ms of processor a message |", "|---|---|"]
    for talks in PASTS:
        took = measure("ours", "flood", SOME, talks, FEW)
        lines.append(f"| {talks} | {took['cpu'] * 1000 / took['messages']:.2f} |")
    return lines


def reply_table() -> list[str]:
    """How long a writer waits for the bot's next message."""
    lines = ["| bot | p50 ms | p99 ms | of | unanswered |", "|---|---|---|---|---|"]
    waits: dict[str, list[float]] = {who: [] for who in NAMES}
    for who in NAMES:
        waits[who] += measure(who, "ask", ROUNDS, 10)["waits"]
    for who, all_of_them in waits.items():
        came = sorted(1000 * one for one in all_of_them if one >= 0)
        p50, p99 = statistics.median(came), came[int(len(came) * 0.99)]
        lines.append(
            f"| {NAMES[who]} | {p50:.1f} | {p99:.1f} | {len(all_of_them)} | {len(all_of_them) - len(came)} |"
        )
    return lines


def write(lines: list[str]) -> None:
    """Put the tables into the page, between its marks."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGINS)
    after = rest.partition(ENDS)[2]
    PAGE.write_text(before + BEGINS + "\n" + "\n".join(lines) + "\n\n" + ENDS + after, encoding="utf-8")


def flood() -> list[str]:
    """The table of the flood, of as many runs as were asked for."""
    return flood_table(flooded())


def main() -> None:
    """Each table printed and written as soon as it is there."""
    lines: list[str] = []
    for table in (flood, past_table, reply_table):
        found = table()
        print("\n".join(found), flush=True)
        lines += ["", *found] if lines else found
        write(lines)


if __name__ == "__main__":
    main()
