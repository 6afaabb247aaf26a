"""Receive: raw updates into the inbox, committed, and only then confirmed (docs/telegram.md).

An update is confirmed by asking for the next one. The offset lives in memory alone: update ids may begin
anew after a quiet week, so it is never computed from what is stored; the inbox key makes repeats harmless.
"""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from telegram import error

from bot.faults import StoreFault
from bot.runtime.house import House, log
from bot.store import inbox, memory
from bot.store.db import Tx
from bot.telegram.outcome import of_somebody_else

WAIT = 30
"""Seconds that Telegram holds a request open when nothing happens."""

CONFLICT = (
    "another process takes this bot's updates, or a webhook is set; stop the other one. "
    "`interlude doctor` says more"
)
PATIENCE = timedelta(minutes=1)
"""A second conflict within so long is no accident: a request of ours that was cut off may cause one."""

HOOKED = "webhook"
"""Under this the address is remembered that updates were brought to, as long as Telegram may know it."""

REFUSED = "Telegram refuses the token; put the one that @BotFather shows into [telegram] token"


async def receive(house: House, ready: Callable[[], None]) -> None:
    """Take updates until the house stops; ``ready`` is called once, when the first answer came."""
    offset, wait, tries, met, hooked = 0, 0, 0, Conflicts(), True
    while not house.stop.is_set():
        try:
            if hooked:
                await _unhooked(house)
                hooked = False
            raws = await _until_stop(house, house.api.updates(offset, wait))
            offset = await _keep(house, raws, offset)
        except StoreFault as fault:
            await house.endure(fault)  # nothing was confirmed: Telegram gives it again
            continue
        except error.TelegramError as fault:
            # Another poller or a refused token does not mend itself; going on would share the updates with it.
            if (end := end_of(fault)) and not met.passing(fault, house.clock.steady()):
                return house.give_up(end)
            tries += 1
            house.tally.met(isinstance(fault, error.Conflict), house.clock.now())
            log.warning("receive failed, trying again", fault=type(fault).__name__, tries=tries)
            await pause(house, fault, tries)
            continue
        house.tally.met(True, house.clock.now())
        # The first request does not wait: the bot is ready when Telegram has answered, not when somebody writes.
        if wait == 0:
            ready()
        wait, tries = WAIT, 0
    return None


@dataclass(slots=True)
class Conflicts:
    """When Telegram last said that another takes the updates."""

    last: datetime | None = None

    def passing(self, fault: error.TelegramError, now: datetime) -> bool:
        """Whether it was the first conflict within a minute."""
        if not isinstance(fault, error.Conflict):
            return False
        before, self.last = self.last, now
        return before is None or now - before > PATIENCE


async def _unhooked(house: House) -> None:
    """Take away the webhook that this bot has set itself, in another mode; somebody else's stays."""
    ours = await house.store.run(partial(memory.get, key=HOOKED))
    if ours:
        if await house.api.webhook() == ours:
            await house.api.pull()
        await house.store.run(_forget_hook)


def _forget_hook(tx: Tx) -> None:
    memory.put(tx, HOOKED, "")


def end_of(fault: error.TelegramError) -> str:
    """Why the bot cannot go on, or "" where waiting helps."""
    match fault:
        case _ if of_somebody_else(fault):
            return ""
        case error.Conflict():
            return CONFLICT
        case error.InvalidToken():
            return REFUSED
        case _:
            return ""


async def _until_stop(house: House, asked: Any) -> list[Any]:
    """What Telegram answers, or nothing when the house stops first."""
    asking, stopping = asyncio.ensure_future(asked), asyncio.ensure_future(house.stop.wait())
    try:
        await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return await asking if asking.done() else []
    finally:
        asking.cancel()
        stopping.cancel()


async def _keep(house: House, raws: list[Any], offset: int) -> int:
    """Commit the batch as it came; the offset that confirms it."""
    # Nothing is parsed here: one update that a library cannot read would hold up all that come after it.
    updates = [raw for raw in raws if isinstance(raw, dict)]
    if not updates:
        return offset
    await house.store.run(partial(inbox.add_updates, raws=updates, now=house.clock.now()))
    house.kept(updates)
    ids = [raw["update_id"] for raw in updates if isinstance(raw.get("update_id"), int)]
    return max(ids) + 1 if ids else offset


async def pause(house: House, fault: Exception, tries: int) -> None:
    """Rest longer each time, a minute at most, a little apart from other bots."""
    # A little apart: bots that lost Telegram together would otherwise all come back in the same second.
    seconds = min(60.0, 0.5 * 2 ** min(tries - 1, 8)) * random.uniform(0.8, 1.2)  # noqa: S311 - no secret
    if isinstance(fault, error.RetryAfter) and isinstance(fault.retry_after, timedelta):
        seconds = fault.retry_after.total_seconds()
    await house.clock.rest(house.stop, house.clock.steady() + timedelta(seconds=seconds))
