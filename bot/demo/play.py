"""Play the demo: a world, a stage, so many weeks, and what it leaves."""

import contextlib
import random
import shutil
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import world
from bot.clock import MovedClock
from bot.config import Config
from bot.config_file import SHIPPED
from bot.demo import leave
from bot.demo.stage import Stage
from bot.simulator import Simulator
from bot.store import figures
from bot.store.figures import Figures

START = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
"""A Monday morning; the clock of the demo begins here."""

ADMIN = 1000
MARK = ".interlude-demo"
"""A folder that holds this file was made by a demo, and may be replaced by one."""

Show = Callable[[str], None]


class NotOurs(Exception):
    """The folder to write into holds something else."""


@dataclass(frozen=True, slots=True)
class Played:
    """What a play came to: figures as the database has them, the real seconds it took, and its stage.

    ``bot``: closing it stops the bot.
    """

    figures: Figures
    seconds: float
    stage: Stage
    config: Config
    bot: contextlib.AsyncExitStack


async def play(seed: int, weeks: int, folder: Path, show: Show) -> tuple[Figures, float]:
    """Play so many weeks; the figures as the database has them, and the real seconds it took."""
    async with played(seed, weeks, folder, show) as found:
        return found.figures, found.seconds


@contextlib.asynccontextmanager
async def played(seed: int, weeks: int, folder: Path, show: Show) -> AsyncIterator[Played]:
    """Play so many weeks; what came of it, with everybody still there."""
    began = time.monotonic()
    _clear(folder)
    clock = MovedClock(START)
    async with Simulator(clock.now) as sim, contextlib.AsyncExitStack() as bot:
        config = world.settings(folder, sim, [ADMIN], SHIPPED)
        opened = await bot.enter_async_context(world.opened(config, sim, clock))
        stage = Stage(opened, random.Random(seed), START, admin=ADMIN)  # noqa: S311 - a play, not a secret
        teller = leave.Teller(stage, show)
        await stage.gather()
        await _weeks(stage, weeks, teller)
        await leave.files(stage, folder)
        found = await opened.house.store.run(figures.figures)
        yield Played(found, time.monotonic() - began, stage, config, bot)


async def _weeks(stage: Stage, weeks: int, teller: leave.Teller) -> None:
    for day in range(1, weeks * 7 + 1):
        await stage.go_on(START + timedelta(days=day))
        teller.tell()


def _clear(folder: Path) -> None:
    """An earlier demo makes room; anything else is left alone."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).exists():
            raise NotOurs(f"{folder} holds something that no demo made; choose another --out")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()
