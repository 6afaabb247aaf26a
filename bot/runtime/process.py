"""The bot as one process: opens the house, runs the loops until it is told to stop, closes it."""

import asyncio
import gc
import signal
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram.error import InvalidToken, TelegramError

from bot import safety_lists
from bot.clock import RealClock
from bot.config import Config
from bot.faults import StoreFault
from bot.people import opening
from bot.people.admin import folder
from bot.people.turn import Turn
from bot.runtime import control, keyring, post, receive, send, tick, trouble, watch, work
from bot.runtime.house import House, log
from bot.store import scripts
from bot.store.db import Store, Tx
from bot.telegram import Api

NIGHT = timedelta(days=14)
"""How long rows that are done and emptied are kept, for the repeats that their keys refuse."""


class Unusable(Exception):
    """The bot cannot start or go on; the sentence says what to do."""


def say_ready() -> None:
    """The line by which whoever started the bot knows that it takes updates."""
    print("ready", flush=True)  # noqa: T201 - the promised line


def stop_on_signals(house: House) -> None:
    """SIGTERM and SIGINT finish the turns under way; nothing is left half done."""
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, house.end)


async def run(
    config: Config,
    ready: Callable[[], None] = say_ready,
    begun: Callable[[House], None] = stop_on_signals,
) -> None:
    """Run one bot until its house is told to end; raises Unusable when a person must mend something first.

    ``begun`` is handed the house before anything happens in it; by itself it ends at SIGTERM and SIGINT.
    """
    keys = keyring.ring(config.security)
    clock = RealClock()
    place, address = config.database.path, config.database.address
    async with Store.open(place, keys, clock.now, config.backup.folder, address) as store:
        api = Api(config.telegram.token.get_secret_value(), config.telegram.api_url)
        async with api:
            house = House(store, api, clock, config)
            begun(house)
            await open_house(house)
            gc.collect()
            gc.freeze()  # what there is now stays as long as the process: nobody looks through it again
            await live(house, ready)
    if house.fault:
        raise Unusable(house.fault)


async def open_house(house: House) -> None:
    """Learn the bot's own name, publish what the folder has and the database has not, set the commands."""
    # aside, while Telegram and the disk are waited for: it is half a second of nothing but thought
    lists = asyncio.create_task(asyncio.to_thread(safety_lists.warm, Path(house.config.prompts.path)))
    try:
        await _open(house)
    finally:
        await asyncio.wait([lists])
    lists.result()
    house.ring()


async def _open(house: House) -> None:
    house.username = await _username(house)
    now = house.clock.now()
    told = await house.store.run(
        partial(opening.open_up, config=house.config, username=house.username, now=now)
    )
    await house.store.run(partial(_version, house=house))
    for line in told:
        log.warning("scripts", note=line)
    if not folder.files(house.config.prompts.path) or not await house.store.run(scripts.all_live):
        raise Unusable(
            f"there is no script to ask from: {house.config.prompts.path.absolute()} has none that can be "
            "published. Mend [prompts] path, or see what `interlude scripts lint` says"
        )


def _version(tx: Tx, house: House) -> None:
    trouble.version(Turn(tx, house.clock.now(), 0, house.config, house.username, count()))


async def _username(house: House) -> str:
    """The bot's @name; a network that is down is waited for, a refused token is not."""
    tries = 0
    while not house.stop.is_set():
        try:
            return await house.api.username()
        except InvalidToken:
            raise Unusable(receive.REFUSED) from None
        except TelegramError as fault:
            tries += 1
            log.warning("Telegram does not answer, trying again", fault=type(fault).__name__, tries=tries)
            pause = timedelta(seconds=min(30, 2**tries))
            await house.clock.rest(house.stop, house.clock.steady() + pause)
    return ""


async def live(house: House, ready: Callable[[], None]) -> None:
    """Run the loops until the house stops."""
    scheduler = scheduled(house)
    try:
        async with control.open_door(house), watched(house), paged(house), asyncio.TaskGroup() as loops:
            for loop in (
                intake(house, ready),
                work.work(house),
                send.send(house),
                post.post(house),
                watch.watch(house),
            ):
                loops.create_task(guarded(house, loop))
    finally:
        scheduler.shutdown(wait=False)


async def intake(house: House, ready: Callable[[], None], serve: Any = None) -> None:
    """Take updates in the way that is set; ``serve``: where they do not come over a socket."""

    def taking() -> None:
        house.tally.ready = True
        ready()

    if house.config.telegram.mode == "polling":
        return await receive.receive(house, taking)
    # only here: a bot that asks for its updates carries no server
    from bot.runtime import listening, webhook

    try:
        await webhook.receive(house, taking, serve or listening.serve)
    except listening.PortTaken as fault:
        house.give_up(f"{fault}; put another port into [webhook]")


def watched(house: House) -> AbstractAsyncContextManager[Any]:
    """The port of [health], where one is set."""
    if not house.config.health.port:
        return nullcontext()
    from bot.runtime import health  # only here: a bot that nobody asks carries no server

    return health.open_port(house.config.health, lambda: {"": house})


def paged(house: House) -> AbstractAsyncContextManager[Any]:
    """The port of [pages], where coaches have them."""
    if not house.config.pages.enabled:
        return nullcontext()
    from bot.runtime import desk_site  # only here: where nobody has pages, nothing of them is loaded

    return desk_site.open_port(house)


async def guarded(house: House, loop: Coroutine[Any, Any, None]) -> None:
    """A loop that ends by a fault of ours stops the others too, and says where."""
    try:
        await loop
    except asyncio.CancelledError:
        raise
    except StoreFault as fault:
        house.give_up(str(fault))
    except Exception as fault:
        log.error("a loop ended", fault=work.where(fault))
        house.give_up(f"the program met a fault of its own ({work.where(fault)}); please report it")


def scheduled(house: House) -> AsyncIOScheduler:
    """The clockwork: a tick every second, a look for trouble every minute, and the nightly clean-up."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        tick.tick,
        "interval",
        seconds=1,
        args=[house],
        max_instances=1,
        coalesce=True,
        misfire_grace_time=None,
    )
    scheduler.add_job(
        tick.night, "cron", hour=3, minute=17, args=[house, NIGHT], coalesce=True, misfire_grace_time=None
    )
    scheduler.add_job(
        trouble.look,
        "interval",
        minutes=1,
        args=[house],
        max_instances=1,
        coalesce=True,
        misfire_grace_time=None,
    )
    scheduler.start()
    return scheduler
