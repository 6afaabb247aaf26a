"""The crash test over real processes: python -m tests.crash.crash --kills 30 --updates 3000 --chats 20 --seed 7

The simulator lives in this process and outlives the bot. The bot is `interlude run` with a database file; it is
killed with kill -9 at random moments, while clients write, edit, tap and send what nobody can read. In the end
everything is compared. docs/crash.md says what is promised.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bot.simulator import Simulator

from .examine import Figures, Json, at_rest, examine, read_export
from .ledger import Ledger
from .practice import ADMIN, bring_in
from .process import Bot, command, settings
from .traffic import Traffic

SETTLE = 3
"""Seconds after an answer until the bot goes on: short, so that many prompts are asked while it is killed."""

CYCLE = 3.5
"""About how long the bot lives, with its start: the updates are spread over it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How big a run is."""

    kills: int
    updates: int
    chats: int
    seed: int
    rest: float = 300.0  # seconds for coming to rest at most


async def crash(wanted: Wanted, folder: Path) -> Figures:
    """One run in an empty folder; what came out."""
    began, chance = time.monotonic(), random.Random(wanted.seed)
    async with Simulator(limits=False) as sim:
        bot = Bot(settings(folder, sim, ADMIN, SETTLE))
        first = max(1, wanted.kills // 10)
        for _ in range(first):  # while key and database are made, and while the first scripts are published
            await bot.start("init")
            await asyncio.sleep(chance.uniform(0.5, 2))
            await bot.kill()
        await bot.make()
        for _ in range(first):
            await _live_and_die(bot, chance.uniform(0.5, 3), early=True)
        await bot.start()
        await bot.ready()
        chats = await bring_in(sim, wanted.chats)
        await bot.kill()
        ledger = Ledger()
        traffic = Traffic(sim, chats, chance, ledger)
        for number in range(first, wanted.kills):
            due = wanted.updates * (number + 1 - first) // (wanted.kills - first)
            # mostly some time after it was ready, now and then while it starts
            dying = _live_and_die(bot, chance.uniform(0.3, 2), early=chance.random() < 0.25)
            await asyncio.gather(dying, traffic.up_to(due, _gap(wanted)))
        await bot.start()
        await bot.ready()
        await _rest(sim, bot, wanted.rest)
        two = asyncio.Semaphore(2)
        exports = dict(
            zip(chats, await asyncio.gather(*(_export(bot, one, two) for one in chats)), strict=True)
        )
        code = await bot.stop()
        assert code == 0, f"SIGTERM ended the bot with {code}; {bot.log} may say why"
        figures = Figures(wanted.kills, bot.starts, traffic.sent, len(chats))
        examine(figures, sim, ledger, exports, folder / "interlude.db")
    figures.seconds = time.monotonic() - began
    return figures


def _gap(wanted: Wanted) -> float:
    return CYCLE * wanted.kills / wanted.updates


async def _live_and_die(bot: Bot, seconds: float, early: bool) -> None:
    """Start the bot, and kill it so long after it was ready, or (early) after it was started."""
    await bot.start()
    if not early:
        await bot.ready()
    await asyncio.sleep(seconds)
    await bot.kill()


async def _rest(sim: Simulator, bot: Bot, seconds: float) -> None:
    """Wait until nothing waits any more, neither at Telegram nor in the database."""
    database = bot.config.parent / "interlude.db"
    end = time.monotonic() + seconds
    while sim.pending() or not at_rest(database, time.time()):
        assert time.monotonic() < end, f"no rest within {seconds:.0f} s; {bot.log} may say why"
        assert bot.process is not None
        assert bot.process.returncode is None, f"the bot ended by itself; {bot.log} may say why"
        await asyncio.sleep(0.5)


async def _export(bot: Bot, chat: int, together: asyncio.Semaphore) -> Json:
    """The words of a client as `interlude export` gives them, while the bot runs."""
    file = bot.config.parent / f"export-{chat}.json"
    async with together:
        process = await command("export", "--config", bot.config, "--client", chat, "--out", file)
        await process.communicate()
    assert process.returncode == 0, f"export ended with {process.returncode}"
    return read_export(file)


def main() -> None:
    """Read what is wanted, run, say what came out; exit code 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description="Kill the bot again and again, and see what is lost.")
    for name, usual in (("kills", 30), ("updates", 3000), ("chats", 20), ("seed", 7)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--keep", type=Path, help="a folder for database, log and exports; else they go")
    said = parser.parse_args()
    wanted = Wanted(said.kills, said.updates, said.chats, said.seed)
    with tempfile.TemporaryDirectory() as passing:
        folder = said.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        figures = asyncio.run(crash(wanted, folder))
    print(figures.line())  # noqa: T201 - the line of figures
    sys.exit(1 if figures.wrong() else 0)


if __name__ == "__main__":
    main()
