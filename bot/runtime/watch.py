"""Watch: the prompts folder, where the settings ask for it. What changed there comes in like everything else."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bot.faults import StoreFault
from bot.people.admin import folder, missing, watching
from bot.people.admin.folder import File
from bot.runtime.house import House, log
from bot.store.db import Tx

QUIET = 1000
"""Milliseconds without a further change before the folder is looked at: an editor may write in several steps."""

LONGEST = 5_000
"""Milliseconds after which it is looked at although changes go on."""

ANYWAY = timedelta(minutes=1)
"""How often it is looked at in any case: some disks tell nobody about a change."""


async def watch(house: House) -> None:
    """Look at the folder at the start and after each change, until the house stops."""
    while house.config.prompts.watch and not house.stop.is_set():
        try:
            await _until_stop(house)
        except StoreFault as fault:
            log.warning("the prompts folder could not be noted, trying again", fault=fault.kind)
        except (OSError, RuntimeError) as fault:  # the system says no more, or the folder is not there
            log.warning("the prompts folder cannot be watched, trying again", fault=type(fault).__name__)
        await house.clock.rest(house.stop, house.clock.steady() + ANYWAY)


async def _until_stop(house: House) -> None:
    from watchfiles import awatch  # most installations watch no folder

    await look(house)
    changes = awatch(
        house.config.prompts.path,
        step=QUIET,
        debounce=LONGEST,
        stop_event=house.stop,
        rust_timeout=int(ANYWAY.total_seconds() * 1000),
        yield_on_timeout=True,
    )
    async for _ in changes:
        await look(house)


async def look(house: House) -> int:
    """Put each script file that is not as it was last looked at into the inbox; how many."""
    found = await asyncio.to_thread(folder.files, house.config.prompts.path)
    noted = await house.store.run(partial(_noted, house=house, found=found))
    if noted:
        house.work.set()
    return noted


def _noted(tx: Tx, house: House, found: Sequence[File]) -> int:
    now = house.clock.now()
    gone = missing.note(tx, house.config.prompts.path, found, now)
    return watching.note_changes(tx, found, now) + gone
