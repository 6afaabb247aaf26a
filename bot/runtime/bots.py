"""Bots: several of them in one process, each with its own account, database, keys, loops and pace.

They share nothing but the process, its port of health and a master key that is named for all: what one keeps, no
other can reach by any route.
"""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot import vault
from bot.config import Config, HealthSettings
from bot.faults import StoreFault
from bot.runtime import process, work
from bot.runtime.house import House, log

AGAIN = 60.0
"""Seconds after which a bot that stopped while others go on is begun anew."""


@dataclass(slots=True)
class Together:
    """The bots that run, by name, and why all of them end where one could not even begin."""

    names: tuple[str, ...]
    ready: Callable[[], None]
    again: float = AGAIN
    houses: dict[str, House] = field(default_factory=dict)
    up: set[str] = field(default_factory=set)
    ending: asyncio.Event = field(default_factory=asyncio.Event)
    fault: str = ""

    def begun(self, name: str, house: House) -> None:
        """A bot's house stands; whoever came too late to be told that all end is told here."""
        self.houses[name] = house
        if self.ending.is_set():
            house.end()

    def came_up(self, name: str) -> None:
        """A bot takes updates; the last of them makes the process ready."""
        first = set(self.names) - self.up == {name}
        self.up.add(name)
        if first:
            self.ready()

    def end(self, fault: str = "") -> None:
        """All finish the turns under way and stop."""
        self.fault = self.fault or fault
        self.ending.set()
        for house in self.houses.values():
            house.end()


async def run(
    bots: Mapping[str, Config], ready: Callable[[], None] = process.say_ready, again: float = AGAIN
) -> None:
    """Run every bot until SIGTERM or SIGINT.

    Raises process.Unusable when one cannot begin. Once all take updates, one that stops is begun anew after
    ``again`` seconds, and the others go on.
    """
    if list(bots) == [""]:
        await process.run(bots[""], ready)
        return
    together = Together(tuple(bots), ready, again)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, together.end)
    async with _watched(together, next(iter(bots.values()))), asyncio.TaskGroup() as tasks:
        for name, config in bots.items():
            tasks.create_task(_kept(together, name, config))
    if together.fault:
        raise process.Unusable(together.fault)


async def _kept(together: Together, name: str, config: Config) -> None:
    """One bot, as long as the process is to run."""
    structlog.contextvars.bind_contextvars(bot=name)  # each of its lines in the log names it
    while not together.ending.is_set():
        if not (fault := await _lived(together, name, config)):
            return
        if len(together.up) < len(together.names):
            together.end(f"bot {name}: {fault}")
            return
        log.error("a bot stopped; it is begun anew in a while", fault=fault)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(together.ending.wait(), together.again)


async def _lived(together: Together, name: str, config: Config) -> str:
    """One bot until it stops; why, where it was not asked to."""
    try:
        await process.run(
            config.model_copy(update={"health": HealthSettings()}),  # one port for all is open already
            lambda: together.came_up(name),
            begun=lambda house: together.begun(name, house),
        )
    except (process.Unusable, StoreFault, vault.VaultFault) as fault:
        return str(fault)
    except Exception as fault:  # a defect that one bot meets ends no other
        return f"the program met a fault of its own ({work.where(fault)}); please report it"
    return ""


def _watched(together: Together, config: Config) -> Any:
    """The port of [health]: one for all bots."""
    if not config.health.port:
        return contextlib.nullcontext()
    from bot.runtime import health  # only here: where nobody asks, no server is carried

    return health.open_port(
        config.health, lambda: {name: together.houses.get(name) for name in together.names}
    )
