"""What the loops share: the store, the connection, the clock, the settings and the bells between them."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.clock import Clock
from bot.config import Config
from bot.core.digest.digest import Digest
from bot.faults import PASSING, StoreFault
from bot.i18n import Texts
from bot.render import picture
from bot.runtime.tally import Tally, kind_of
from bot.store.db import Store
from bot.telegram import Api

log = structlog.get_logger()

Draw = Callable[[Digest, Texts], Awaitable[bytes | None]]

FAULT_PAUSE = timedelta(seconds=2)
"""How long a loop rests when the store cannot be written."""

TOLD_AGAIN = timedelta(hours=1)
"""How long the admins are not told again of the same fault."""


async def drawn(digest: Digest, say: Texts) -> bytes | None:
    """A digest as a picture. It takes a moment: on a thread of its own, so that nobody's answer waits for it."""
    return await asyncio.to_thread(picture.picture, digest, say)


@dataclass(slots=True)
class House:
    """One running bot. ``work`` rings when the inbox has news, ``send`` when the outbox, ``post`` when a letter."""

    store: Store
    api: Api
    clock: Clock
    config: Config
    username: str = ""
    draw: Draw = drawn  # a life, which looks at no picture, leaves it out
    work: asyncio.Event = field(default_factory=asyncio.Event)
    send: asyncio.Event = field(default_factory=asyncio.Event)
    post: asyncio.Event = field(default_factory=asyncio.Event)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    fault: str = ""  # why it stops, where it was not asked to
    tally: Tally = field(default_factory=Tally)
    busy: set[int] = field(default_factory=set)  # chats with slow work under way
    calling: int = 0  # calls to Telegram under way
    told: dict[str, datetime] = field(
        default_factory=dict
    )  # when the admins read of which fault of the store
    rested: list[tuple[int, datetime]] = field(default_factory=list)  # chats that Telegram let rest just now

    def kept(self, raws: Sequence[Mapping[str, Any]]) -> None:
        """Updates are on disk: counted, and a line each where hops are wanted."""
        self.tally.took(raws, self.clock.now())
        for raw in raws if self.config.logs.hops else ():
            log.debug("update kept", update=f"u:{raw.get('update_id')}", kind=kind_of(raw))
        self.work.set()

    def ring(self) -> None:
        """Wake the loops, after anything that may have given them work."""
        self.work.set()
        self.send.set()
        self.post.set()

    def end(self) -> None:
        """Finish the turns under way and stop."""
        self.stop.set()
        self.ring()

    def give_up(self, fault: str) -> None:
        """Stop everything for a reason that only a person can mend."""
        self.fault = self.fault or fault
        self.end()

    async def endure(self, fault: StoreFault) -> None:
        """The store refuses: say so and rest; where waiting cannot help, stop and leave it to a person."""
        log.error("the store cannot be written", fault=fault.kind)
        await self._tell(fault)
        if fault.kind not in PASSING and not self.stop.is_set():
            self.give_up(str(fault))
        await self.clock.rest(self.stop, self.clock.steady() + FAULT_PAUSE)

    async def _tell(self, fault: StoreFault) -> None:
        """The admins read of it once in a while, by a call that no row stands behind: no row can be written."""
        now = self.clock.steady()
        if fault.kind in self.told and now - self.told[fault.kind] < TOLD_AGAIN:
            return
        self.told[fault.kind] = now
        what = "The bot tries again by itself." if fault.kind in PASSING else "The bot stops now."
        text = f"{fault} What people write meanwhile is not confirmed to Telegram, which keeps it for a day. {what}"
        for admin in self.config.people.admins:
            await self.api.call("sendMessage", {"chat_id": admin, "text": text})
