"""Tick: what has fallen due goes into the inbox; a log on disk that an erase could not empty is emptied."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import count

from bot.faults import StoreFault
from bot.people import opening, reconcile, retaining
from bot.people.turn import Turn
from bot.runtime.house import House, log
from bot.runtime.work import where
from bot.store import backup, due, inbox, maintenance
from bot.store.db import Tx
from bot.store.expiry import Expiring

BATCH = 100
"""Rows that may wait in the inbox before more is moved there: behind an hour's backlog nobody's words wait long."""

LEAST = 10
"""Rows that a tick moves all the same, so that a full inbox never stops the clock."""


async def tick(house: House) -> int:
    """Move what is due into the inbox, as much as it has room for; how many rows. The next tick goes on."""
    moved = 0
    try:
        moved = await house.store.run(partial(_move, now=house.clock.now()))
        if moved:
            house.work.set()
        await house.store.empty_log()
        await house.store.write_ledger()
    except StoreFault as fault:
        log.warning("tick failed, trying again", fault=fault.kind)
    except Exception as fault:  # its caller would swallow it without a word
        log.error("tick failed, trying again", fault=where(fault))
    return moved


def _move(tx: Tx, now: datetime) -> int:
    return due.tick(tx, now, max(BATCH - inbox.waiting(tx, BATCH), LEAST))


async def save(house: House) -> None:
    """The night's backup, and the end of those that are too old; a disk that is full costs only the backup."""
    settings = house.config.backup
    if not settings.keep_days:
        return
    try:
        await house.store.back_up(settings.folder, house.clock.now())
        backup.rotate(settings.folder, house.clock.now(), timedelta(days=settings.keep_days))
    except (StoreFault, OSError) as fault:
        log.error("the nightly backup was not made; `interlude backup` says why", fault=type(fault).__name__)


async def night(house: House, kept: timedelta) -> None:
    """The nightly round: what is due is looked at for everybody, old rows go, the log is emptied, a backup made."""
    try:
        await house.store.run(partial(reconcile.everybody, now=house.clock.now()))
        await house.store.run(partial(_old_lines, house=house))
        await _retain(house)
        await maintenance.nightly(house.store, house.clock.now(), kept)
    except StoreFault as fault:
        log.warning("the nightly clean-up failed", fault=fault.kind)
    await save(house)


async def _retain(house: House) -> None:
    """Whose words are close to the end of their time, each in a turn of their own: one cannot stop the others."""
    numbers = count()
    for one in await house.store.run(partial(retaining.close, now=house.clock.now())):
        try:
            await house.store.run(partial(_look, one=one, house=house, numbers=numbers))
        except StoreFault:
            raise
        except Exception as fault:
            log.error("how long words are kept could not be looked at for one", fault=where(fault))


def _look(tx: Tx, one: Expiring, house: House, numbers: Iterator[int]) -> None:
    now = house.clock.now()
    night = -now.date().toordinal()  # so that the keys of no two nights are the same
    retaining.look(Turn(tx, now, night, house.config, house.username, numbers), one)


def _old_lines(tx: Tx, house: House) -> None:
    opening.old_lines(Turn(tx, house.clock.now(), 0, house.config, house.username, count()))
