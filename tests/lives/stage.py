"""The bot and its Telegram in one thread without a socket, on a clock that is moved, and a bot that can die.

The loops, the database file and the simulator are the real ones; only the thread of the store, the sockets and
the drawing of pictures are left out, so that the same acts give the same life to the byte.
"""

import asyncio
import contextlib
import sqlite3
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime, time, timedelta
from math import inf
from pathlib import Path
from typing import Any, TypeVar, cast

import aiosqlite

from bot import vault, world
from bot.clock import MovedClock
from bot.runtime import process, receive, send, tick, work
from bot.runtime.house import House
from bot.simulator import Simulator
from bot.store import connection, due
from bot.store.db import Store
from bot.telegram import Api

T = TypeVar("T")

ADMIN = 1000
PROMPTS = Path(__file__).parents[2] / "bot" / "prompts"
PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
NIGHT = time(3, 17)
"""When the nightly round is, in UTC (docs/architecture.md)."""


class Killed(Exception):
    """The process ends here: nothing more is written."""


class Broken(Exception):
    """The bot stopped by itself, which no life may bring about."""


class Connection:
    """SQLite without a thread of its own, which can die right before or right after a commit."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._conn = db
        self.left, self.after = 0, False
        self.dead = False

    async def _execute(self, fn: Callable[[], T]) -> T:
        if self.dead:
            raise Killed
        self.left -= 1
        if self.left == 0 and not self.after:
            self.dead = True
            raise Killed
        found = fn()
        if self.left == 0:
            self.dead = True
            raise Killed
        return found

    async def close(self) -> None:
        self._conn.close()


async def undrawn(*_: Any) -> bytes:
    """A picture that costs nothing; what is in one is held by tests of its own."""
    return PICTURE


class Stage:
    """The bot, its Telegram and the clock."""

    def __init__(self, folder: Path, start: datetime) -> None:
        self.clock = MovedClock(start)
        self.sim = Simulator(self.clock.now)
        self.sim.poll.throttle = False  # it waits by the machine's clock
        self.sim.api_url = "http://nowhere.invalid"  # calls never leave the process
        config = world.settings(folder, self.sim, [ADMIN], PROMPTS)
        none = config.backup.model_copy(
            update={"keep_days": 0}
        )  # another thread makes it; no oracle looks at it
        self.config = config.model_copy(update={"backup": none})
        self.config.database.path.parent.mkdir(parents=True, exist_ok=True)
        self.tasks: list[asyncio.Task[None]] = []
        self.down_until: datetime | None = None
        self.deaths = 0
        self.opening = False
        self.night = _night_after(start)
        self.outside: sqlite3.Connection = cast(sqlite3.Connection, None)
        self.house: House
        self.connection: Connection

    # ---- the bot lives and dies ----------------------------------------------------------------

    async def wake(self) -> None:
        """Start the bot on its file, as `interlude run` does."""
        path = self.config.database.path
        keys = vault.load_or_make(self.config.security.key_file, fresh=not path.exists())
        db = connection.open_writing(path, keys, self.clock.now())
        db.execute("PRAGMA synchronous = OFF")  # the machine does not lose its power here
        self.connection = Connection(db)
        self.outside = self.outside or _reading(path)
        store = Store(path, keys, self.clock.now, cast(aiosqlite.Connection, self.connection))
        store.longest = inf  # what shares a commit must not hang on how busy the machine is
        api = Api(self.config.telegram.token.get_secret_value(), self.sim.api_url, requests=self._requests())
        await api.__aenter__()
        self.house = House(store, api, self.clock, self.config, draw=undrawn)
        self.opening = True
        self.tasks = [asyncio.create_task(process.guarded(self.house, self._runs(self.house)))]
        self.down_until = None

    async def _runs(self, house: House) -> None:
        """Open the house, which may have to wait for Telegram, and run its loops."""
        await process.open_house(house)
        self.opening = False
        async with asyncio.TaskGroup() as loops:
            for one in (receive.receive(house, lambda: None), work.work(house), send.send(house)):
                loops.create_task(process.guarded(house, one))

    def _requests(self) -> tuple[Any, Any]:
        return self.sim.request(), self.sim.request()

    async def die(self) -> None:
        """The process is gone, as by kill -9; the file stays as the last commit left it."""
        self.connection.dead = True
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.tasks = []
        await self.connection.close()
        self.deaths += 1

    async def sleep(self) -> None:
        """The bot ends in order, as by SIGTERM."""
        self.house.stop.set()
        self.house.ring()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.tasks = []
        await self.connection.close()

    async def close(self) -> None:
        """The life is over."""
        if self.tasks:
            await self.die()
        if self.outside is not None:
            self.outside.close()

    def doom(self, hops: int, after: bool) -> None:
        """Let the bot die at its so many-th commit from now on, right before or right after it."""
        self.connection.left, self.connection.after = hops, after

    # ---- time ----------------------------------------------------------------------------------

    async def settle(self) -> None:
        """Wait until everything that has happened so far has been dealt with and sent."""
        calm = 0
        while calm < 3 and self.down_until is None:
            if self.connection.dead:
                await self.die()
                await self.wake()
            calm = calm + 1 if self._quiet() else 0
            await asyncio.sleep(0)
            if self.house.fault and not self.connection.dead:
                raise Broken(self.house.fault)

    def _quiet(self) -> bool:
        house, resting = self.house, self.clock.waiting()
        if self.opening:
            return resting > 0
        coming = self.sim.pending() and resting <= world.AT_REST
        return not (house.calling or house.busy or coming) and resting >= world.AT_REST

    async def coming(self) -> datetime:
        """When the bot's next thing is, the nightly round at the latest."""
        if self.down_until is not None:
            return self.down_until
        known = (self.clock.next_end(), await self._next_due(), self.night)
        return min(one for one in known if one is not None)

    async def _next_due(self) -> datetime | None:
        try:
            return await self.house.store.run(due.next_at)
        except Killed:
            return None

    async def move(self, to: datetime) -> None:
        """Let it be that instant, which is no later than ``coming``, and what is due fall due."""
        self.clock.move(to)
        if self.down_until is not None:
            if to < self.down_until:
                return
            await self.wake()
        await tick.tick(self.house)
        if to >= self.night:
            self.night = _night_after(to)
            await self.settle()
            with contextlib.suppress(Killed):
                await tick.night(self.house, process.NIGHT)


def _reading(path: Path) -> sqlite3.Connection:
    """The database as a stranger may read it."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    db.row_factory = sqlite3.Row
    return db


def _night_after(now: datetime) -> datetime:
    tonight = datetime.combine(now.date(), NIGHT, now.tzinfo)
    return tonight if tonight > now else tonight + timedelta(days=1)
