"""Aside: inbox rows whose work is slow (a download, a picture) are done beside the turns, in order a chat.

The result comes back as a row, in the transaction that closes this one; a crash in between does it again.
"""

import json
from functools import partial
from itertools import count
from typing import Any

from bot import calendars
from bot.people.admin import editing
from bot.people.coach import digesting
from bot.people.coach.digesting import SentDigest
from bot.people.turn import Turn
from bot.runtime.house import House
from bot.store import inbox
from bot.store.db import Tx
from bot.store.inbox import Item

LARGEST = max(editing.LARGEST, calendars.LARGEST)
"""Bytes of a file that is fetched; what a phone says of its size may be left out or untrue."""

KINDS = frozenset({"fetch", "picture"})


async def deal(house: House, item: Item) -> None:
    """Do the slow work of a row, then keep its result and close it."""
    raw = await house.store.run(partial(inbox.read, item=item))
    if not raw:
        return  # erased since it was taken
    body = json.loads(raw)
    if item.kind == "fetch":
        content = await house.api.fetch(body["file_id"], LARGEST)
        await house.store.run(partial(_fetched, house=house, item=item, body=body, content=content))
    else:
        number = body["digest"]
        sent = await house.store.run(partial(_digest, house=house, item=item, number=number))
        drawing = await house.draw(sent.digest, sent.say) if sent else None
        await house.store.run(
            partial(_drawn, house=house, item=item, number=number, sent=sent, drawing=drawing)
        )


def _fetched(tx: Tx, house: House, item: Item, body: dict[str, Any], content: bytes | None) -> None:
    try:
        text = content.decode("utf-8") if content is not None and len(content) <= LARGEST else None
    except UnicodeDecodeError:
        text = None
    if not inbox.done(tx, item.id):
        return  # erased meanwhile: nothing of theirs is written any more, and no key is made for it
    # Named after the row it came from: done again after a crash, it is the same row and not a second one.
    kind = body.get("as", "script")  # whose file it is: a script of an admin's, a calendar of a coach's
    inbox.add(tx, f"{kind}:{item.id}", item.chat_id, kind, {**body, "text": text}, house.clock.now())


def _digest(tx: Tx, house: House, item: Item, number: int) -> SentDigest | None:
    return digesting.again(_turn(tx, house, item), number)


def _drawn(
    tx: Tx, house: House, item: Item, number: int, sent: SentDigest | None, drawing: bytes | None
) -> None:
    """The picture goes out if it still shows what is shared; else its row stays, and it is drawn anew."""
    shared = digesting.again(_turn(tx, house, item), number)
    if sent is not None and shared is not None and shared.digest != sent.digest:
        return
    if inbox.done(tx, item.id) and shared is not None and drawing is not None:
        digesting.drawn(_turn(tx, house, item), item.chat_id, shared, drawing, number)


def _turn(tx: Tx, house: House, item: Item) -> Turn:
    return Turn(tx, house.clock.now(), item.id, house.config, house.username, count())
