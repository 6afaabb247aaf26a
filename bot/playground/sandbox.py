"""One practice in this process: the real bot, its Telegram over HTTP, and a clock that runs, jumps or stands.

Whoever looks is told when something has changed; nobody moves the time while somebody else does.
"""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from bot import world
from bot.clock import MovedClock
from bot.config import Config
from bot.config_file import SHIPPED
from bot.demo.play import ADMIN, START
from bot.demo.stage import Stage
from bot.simulator import Simulator
from bot.store import due
from bot.store.db import Tx
from bot.world import World

T = TypeVar("T")

BEAT = 0.5
"""Seconds from one look of the running clock to the next."""

MOMENT = timedelta(seconds=2)
"""What passes with whatever somebody does: the bot has read it and said what it says at once."""

SPEEDS = (0, 1, 60, 600, 3600)
"""Seconds of the sandbox that pass in a second; 0: it stands."""

LONGEST = timedelta(days=400)
STEP = timedelta(hours=6)
LOOK = timedelta(minutes=30)
WEEK = timedelta(weeks=1)
WATCHED = 3600
"""How fast the clock goes while somebody watches a life: a week in under three minutes."""

"""A long jump is gone in steps, so that others can look on and act in between."""

NEXT = {"prompt": ("plan",), "brief": ("brief",), "digest": ("digest", "overview")}
"""What one can jump to, and the kinds of due rows that are it."""


@dataclass(slots=True)
class Sandbox:
    """The bot with its people, and who looks on. ``acting``: the invented people answer by themselves."""

    config: Config
    stage: Stage
    bot: contextlib.AsyncExitStack
    speed: int = 1
    acting: bool = False
    version: int = 0
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def world(self) -> World:
        """The bot as it runs now."""
        return self.stage.world

    @property
    def sim(self) -> Simulator:
        """Its Telegram."""
        return self.world.sim

    def now(self) -> datetime:
        """The instant that the sandbox's clock shows."""
        return self.world.clock.now()

    # ---- what people do ------------------------------------------------------------------------

    async def act(self, do: Callable[[Simulator], T]) -> T:
        """Somebody does something, and the bot has its moment. Raises what ``do`` raises."""
        async with self._turn:
            done = do(self.sim)
            await self.world.until(self.now() + MOMENT)
        await self.tell()
        return done

    @contextlib.asynccontextmanager
    async def still(self) -> AsyncIterator[None]:
        """Meanwhile nobody moves the time."""
        async with self._turn:
            yield

    async def read(self, fn: Callable[[Tx], T]) -> T:
        """Look something up in the bot's database."""
        return await self.world.house.store.run(fn)

    def leaves(self, chat: int) -> None:
        """Somebody of the invented people is played by hand from now on."""
        for actor in self.stage.clients:
            actor.gone = actor.gone or actor.chat == chat

    async def fill(self, weeks: int) -> None:
        """The demo's people come in, and live in it for so many weeks; whoever looks on sees them come."""
        async with self._turn:
            await self.stage.gather()
        await self.tell()
        was, self.acting = self.acting, True
        await self.jump(self.now() + timedelta(weeks=weeks))
        self.acting = was

    # ---- time ----------------------------------------------------------------------------------

    async def run(self) -> None:
        """Let the clock run, for ever."""
        while True:
            await asyncio.sleep(BEAT)
            if self.speed and not self._turn.locked():
                async with self._turn:
                    await self._pass(self.now() + timedelta(seconds=BEAT * self.speed))
            await self.tell()  # also of what happens in a turn that takes long

    async def jump(self, to: datetime) -> None:
        """Let time pass up to an instant, with everything that is due on the way; at most 400 days."""
        to = min(to, self.now() + LONGEST)
        while self.now() < to:
            async with self._turn:
                await self._pass(min(to, self.now() + STEP))
            await self.tell()

    async def step(self) -> None:
        """Let time pass until somebody writes or is written to, half an hour at a look; at most a week."""
        before, end = self._said(), self.now() + WEEK
        while self._said() == before and self.now() < end:
            await self.jump(self.now() + LOOK)

    def _said(self) -> int:
        return sum(len(chat.events) for chat in self.sim.core.state.chats.values())

    async def watch(self, name: str) -> tuple[int, ...]:
        """Let one of the demo's lives go by: their chat and their coach's. LookupError: it cannot be watched."""
        actor = next((one for one in self.stage.clients if one.part.name == name), None)
        if actor is None or actor.gone:
            raise LookupError(f"{name} is played by hand, has blocked the bot, or is not here.")
        self.acting, self.speed = True, WATCHED
        coaches = [chat for chat, coach in self.stage.coaches.items() if actor.part in coach.clients]
        return actor.chat, *coaches

    async def _pass(self, to: datetime) -> None:
        if self.acting:
            return await self.stage.go_on(to)
        return await self.world.until(to)

    async def next_of(self, what: str) -> datetime | None:
        """When the next prompt, brief or digest is due; None if none is."""
        kinds = NEXT[what]
        return await self.read(lambda tx: due.next_of(tx, kinds))

    # ---- the bot -------------------------------------------------------------------------------

    async def restart(self) -> None:
        """Stop the bot as by SIGTERM and start it again on its database: nothing is lost by it."""
        async with self._turn:
            await self.bot.aclose()
            again = world.opened(self.config, self.sim, self.world.clock)
            self.stage.world = await self.bot.enter_async_context(again)
        await self.tell()

    async def rang(self) -> None:
        """Something was changed in the database: the bot looks at it."""
        self.world.house.ring()
        await self.tell()

    # ---- who looks on --------------------------------------------------------------------------

    async def tell(self) -> None:
        """Something may have changed."""
        async with self._news:
            self.version += 1
            self._news.notify_all()

    async def changes(self) -> AsyncIterator[int]:
        """A number after each change; several may be one."""
        seen = self.version
        while True:
            async with self._news:
                await self._news.wait_for(lambda: self.version != seen)  # noqa: B023 - asked at once
                seen = self.version
            yield seen


@contextlib.asynccontextmanager
async def opened(folder: Path, seed: int = 1) -> AsyncIterator[Sandbox]:
    """A bot that nobody has written to yet, with the demo's scripts; the clock runs."""
    clock = MovedClock(START)
    async with Simulator(clock.now) as sim, contextlib.AsyncExitStack() as bot:
        config = world.settings(folder, sim, [ADMIN], SHIPPED)
        first = await bot.enter_async_context(world.opened(config, sim, clock))
        stage = Stage(first, random.Random(seed), START, admin=ADMIN)  # noqa: S311 - a play, not a secret
        async with going(Sandbox(config, stage, bot)) as sandbox:
            yield sandbox


@contextlib.asynccontextmanager
async def going(sandbox: Sandbox) -> AsyncIterator[Sandbox]:
    """A sandbox whose clock runs as long as somebody is there."""
    running = asyncio.create_task(sandbox.run())
    try:
        yield sandbox
    finally:
        running.cancel()
        await asyncio.wait([running])
