"""Tick: what has fallen due goes into the inbox, the same way in as everything else."""

from datetime import datetime, timedelta
from functools import partial

from bot.loops.house import House, log
from bot.loops.work import where
from bot.store import due, maintenance
from bot.store.faults import StoreFault

BATCH = 500
"""Rows moved in one transaction, so that an hour's backlog never holds the others up for long."""


async def tick(house: House) -> int:
    """Move all that is due into the inbox, batch by batch; how many rows."""
    moved = 0
    try:
        while batch := await house.store.run(partial(due.tick, now=house.clock.now(), limit=BATCH)):
            moved += batch
            house.work.set()
    except StoreFault as fault:
        log.warning("tick failed, trying again", fault=fault.kind)
    except Exception as fault:  # its caller would swallow it without a word
        log.error("tick failed, trying again", fault=where(fault))
    return moved


async def next_due(house: House) -> datetime | None:
    """When the next thing is due."""
    return await house.store.run(due.next_at)


async def night(house: House, kept: timedelta) -> None:
    """The nightly clean-up: rows that are done and older than ``kept`` go, and the log on disk is emptied."""
    try:
        await maintenance.nightly(house.store, house.clock.now(), kept)
    except StoreFault as fault:
        log.warning("the nightly clean-up failed", fault=fault.kind)
