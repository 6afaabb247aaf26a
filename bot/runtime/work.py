"""Work: the oldest inbox row of each chat is thought about and closed, in one transaction.

A row that cannot be dealt with is tried again, then set aside as a dead letter, and its chat moves on.
"""

import asyncio
import traceback
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from itertools import count

from bot.faults import StoreFault
from bot.people import router
from bot.people.turn import Turn, tell_admins
from bot.runtime import background
from bot.runtime.house import House, log
from bot.store import inbox
from bot.store.db import Tx
from bot.store.inbox import Item

TOGETHER = 50
"""Chats whose oldest rows are dealt with at once; they share a commit."""

RUN = 10
"""Rows that one chat wrote one after the other and that share a turn, at most."""

OWN = 8
"""Among them so many that nobody wrote, such as prompts that are due: who writes meanwhile waits for no more."""


async def work(house: House) -> None:
    """Deal with what is in the inbox until the house stops; what is under way is finished."""
    async with asyncio.TaskGroup() as slow:
        while not house.stop.is_set():
            try:
                await _round(house, slow)
            except StoreFault as fault:
                await house.endure(fault)


async def _round(house: House, slow: asyncio.TaskGroup) -> None:
    """Deal with the oldest row of every chat, or rest until there is one."""
    now, busy = house.clock.steady(), tuple(house.busy)
    items = _few(await house.store.run(partial(inbox.heads, now=now, limit=TOGETHER, busy=busy)))
    if not items:
        # asked of the same instant: what could go between the two looks would else be waited for without an end
        until = await house.store.run(partial(inbox.next_at, now=now, busy=busy))
        await house.clock.rest(house.work, until)
        house.work.clear()
        return
    for item in items:
        if item.kind in background.KINDS:
            house.busy.add(item.chat_id)
            slow.create_task(_aside(house, item))
    await asyncio.gather(*(_deal(house, item) for item in items if item.kind not in background.KINDS))
    house.send.set()
    house.post.set()


def _few(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """All that somebody wrote, and a few others."""
    own = [item for item in items if item.kind != "update"][:OWN]
    return tuple(item for item in items if item.kind == "update" or item in own)


async def _aside(house: House, item: Item) -> None:
    try:
        await _dealt_aside(house, item)
    except StoreFault as fault:
        await house.endure(fault)  # before the chat is free again, or it would be tried without a pause
    finally:
        house.busy.discard(item.chat_id)
        house.ring()


async def _dealt_aside(house: House, item: Item) -> None:
    try:
        await background.deal(house, item)
        _dealt(house, item, house.clock.steady())
    except StoreFault:
        raise
    except Exception as fault:
        await _set_back(house, item, fault)


async def _deal(house: House, item: Item) -> None:
    taken, began = list[int](), house.clock.steady()
    try:
        await house.store.run(partial(turn, house=house, item=item, most=RUN, taken=taken))
    except StoreFault:
        raise
    except Exception as fault:
        # nothing of it was kept; which of several it was shows when the first goes alone
        await (_set_back(house, item, fault) if len(taken) < 2 else _alone(house, item))
        return
    _dealt(house, item, began, taken)


def _dealt(house: House, item: Item, began: datetime, taken: Sequence[int] = ()) -> None:
    """Count a turn, and for how long its replies are waited."""
    house.tally.dealt(item.kind, "done", (house.clock.steady() - began).total_seconds())
    for row in taken if item.kind == "update" else ():
        house.tally.waits(row, item.received_at)
    for row in (taken or [item.id]) if house.config.logs.hops else ():
        log.debug("turn done", row=row, kind=item.kind, **origin(house, row))


def origin(house: House, row: int) -> dict[str, str]:
    """The update that a row of the inbox is, for a line of the log; nothing where it is none."""
    key = house.tally.origins.get(row, "")
    return {"update": key} if key else {}


async def _alone(house: House, item: Item) -> None:
    try:
        await house.store.run(partial(turn, house=house, item=item))
    except StoreFault:
        raise
    except Exception as fault:
        return await _set_back(house, item, fault)
    return _dealt(house, item, house.clock.steady(), [item.id])


def turn(tx: Tx, house: House, item: Item, most: int = 1, taken: list[int] | None = None) -> None:
    """One turn: read, think, keep and close the row, all in this transaction.

    With it up to ``most`` rows that its chat wrote right behind it: each is thought about by itself, in order,
    and what is due is put right once. ``taken``: their numbers, as far as it came.
    """
    now, about, this = house.clock.now(), set[int](), None
    taken = [] if taken is None else taken
    for one, body in inbox.together(tx, item, house.clock.steady(), most):
        this = Turn(tx, now, one.id, house.config, house.username, count(), about)
        house.tally.comes(one.id, one.key)
        taken.append(one.id)  # before it is opened: what cannot be is no fault of those before it
        router.think(this, one.kind, one.chat_id, router.body_of(inbox.opened(tx, one, body)))
    if this is not None:
        inbox.all_done(tx, taken)
        router.put_right(this, item.kind, item.chat_id)


async def _set_back(house: House, item: Item, fault: Exception) -> None:
    place = where(fault)
    house.tally.turns[item.kind, "failed"] += 1
    house.tally.comes(item.id, item.key)
    log.warning("inbox row failed", row=item.id, kind=item.kind, fault=place, **origin(house, item.id))
    tries = 1 if isinstance(fault, (ValueError, TypeError, KeyError, AttributeError)) else inbox.TRIES
    await house.store.run(partial(_fail, house=house, item=item, place=place, tries=tries))


def _fail(tx: Tx, house: House, item: Item, place: str, tries: int) -> None:
    now = house.clock.now()
    if not inbox.fail(tx, item.id, place, house.clock.steady(), tries):
        return
    router.set_aside(Turn(tx, now, item.id, house.config, house.username, count()), item.chat_id)
    text = (
        f"Inbox row {item.id} could not be read and is set aside ({place}). "
        "Further ones within the hour are only counted; `interlude doctor` lists them."
    )
    tell_admins(
        Turn(tx, now, item.id, house.config, house.username, count()), text, f"dead:{now:%Y-%m-%dT%H}"
    )


def where(fault: Exception) -> str:
    """The kind of a fault and the line it came from; never its message, which may hold words."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if "/bot/" in frame.filename]
    if not frames:
        return type(fault).__name__
    last = frames[-1]
    return f"{type(fault).__name__} at {last.filename.rpartition('/bot/')[2]}:{last.lineno}"
