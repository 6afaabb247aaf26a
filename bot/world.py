"""A whole bot and a whole Telegram in one process, on a clock that is moved by hand: for the demo and the talks.

The loops are the real ones, and the database is a real file; the simulator is asked over HTTP or, with no socket,
in this process. Time passes
from one thing that is due to the next, as soon as everything has come to rest.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from bot import vault
from bot.clock import MovedClock
from bot.config import Config
from bot.runtime import post, process, send, tick, work
from bot.runtime.house import House
from bot.simulator import Simulator
from bot.store import due
from bot.store.db import Store
from bot.telegram import Api

NOWHERE = "http://127.0.0.1:9"
"""The address of a Telegram that is not served: nothing listens there."""

PATIENCE = 180
"""Real seconds after which a world that does not come to rest is given up."""

AT_REST = 2
"""Loops that rest when nothing is left to do: work and send. Receive waits at the simulator."""


@dataclass(slots=True)
class World:
    """The parts, and moving time through them."""

    sim: Simulator
    clock: MovedClock
    house: House

    async def settle(self) -> None:
        """Wait until everything that has happened so far has been dealt with and sent.

        Raises TimeoutError where it does not come to rest: then something waits for what never comes.
        """
        calm = 0
        async with asyncio.timeout(PATIENCE):
            while calm < 3:
                calm = calm + 1 if self._quiet() else 0
                await asyncio.sleep(0 if calm else 0.001)
                if self.house.fault:
                    raise RuntimeError(self.house.fault)

    def _quiet(self) -> bool:
        house, resting = self.house, self.clock.waiting()
        coming = (
            self.sim.pending() and resting <= self._at_rest
        )  # after a fault receive rests too, by the clock
        return not (house.calling or house.busy or coming) and resting >= self._at_rest

    @property
    def _at_rest(self) -> int:
        return AT_REST + bool(self.house.config.mail.host)  # post is over at once where nothing is set

    async def until(self, instant: datetime) -> None:
        """Let time pass up to an instant, stopping at everything that is due on the way."""
        while True:
            await self.settle()
            coming = await self._next()
            if coming is None or coming > instant:
                break
            self.clock.move(coming)
            await tick.tick(self.house)
        self.clock.move(instant)
        await tick.tick(self.house)
        await self.settle()

    async def _next(self) -> datetime | None:
        known = (self.clock.next_end(), await self.house.store.run(due.next_at))
        return min((one for one in known if one is not None), default=None)


@contextlib.asynccontextmanager
async def opened(
    config: Config, sim: Simulator, clock: MovedClock, wire: bool = True
) -> AsyncIterator[World]:
    """A bot that runs against a simulator; stopped as by SIGTERM at the end.

    ``wire``: over HTTP, so the simulator is being served; else its calls are handed over without a socket.
    """
    keys = vault.load_or_make(config.security.key_file, fresh=True)
    requests = None if wire else (sim.request(), sim.request())
    async with (
        Store.open(config.database.path, keys, clock.now, url=config.database.address) as store,
        Api(config.telegram.token.get_secret_value(), config.telegram.api_url, requests=requests) as api,
    ):
        house = House(store, api, clock, config)
        await process.open_house(house)
        async with asyncio.TaskGroup() as loops:
            for loop in (
                process.intake(house, lambda: None, None if wire else partial(_handed, sim)),
                work.work(house),
                send.send(house),
                post.post(house),
            ):
                loops.create_task(process.guarded(house, loop))
            world = World(sim, clock, house)
            try:
                await world.settle()
                yield world
            finally:
                house.stop.set()
                house.ring()


@contextlib.asynccontextmanager
async def _handed(sim: Simulator, app: Any, host: str, port: int) -> AsyncIterator[None]:
    """Where updates are brought without a socket: the simulator's pusher is given the application itself."""
    sim.push.listen()
    sim.push.patience = lambda attempt: 0.0
    sim.push.client = httpx.AsyncClient(transport=httpx.ASGITransport(app))
    try:
        yield
    finally:
        await sim.push.stop()


def settings(
    folder: Path,
    sim: Simulator,
    admins: list[int],
    prompts: Path,
    watch: bool = False,
    mode: str = "polling",
    **more: Any,
) -> Config:
    """Settings for a world in a folder of its own."""
    return Config.model_validate(
        {
            "telegram": {"token": sim.token, "api_url": sim.api_url or NOWHERE, "mode": mode},
            "people": {"admins": admins},
            "database": {"path": str(folder / "interlude.db")},
            "security": {"key_file": str(folder / "interlude.key")},
            "backup": {"folder": str(folder / "backups")},
            "prompts": {"path": str(prompts), "watch": watch},
            **more,
        }
    )
