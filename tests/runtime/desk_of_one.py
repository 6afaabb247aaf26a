"""A loop by itself: a real store, a clock moved by hand, and a Telegram that answers what it is told to."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from bot.clock import MovedClock
from bot.config import Config
from bot.faults import StoreFault
from bot.runtime.house import House
from bot.store import outbox, people
from bot.store.db import Store, Tx
from bot.telegram import Api
from bot.telegram.outcome import Outcome, Sent
from bot.vault import Vault

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
ADMIN, COACH, CLIENT = 1, 100, 7
SECOND = timedelta(seconds=1)
KEYS = Vault({1: b"k" * 32})


@dataclass
class Made:
    """A call as it reached Telegram."""

    at: timedelta
    chat_id: int
    method: str
    params: dict[str, Any]
    file: bytes | None


@dataclass
class Telegram:
    """Answers each call with what stands next for its chat, else with a new message's number."""

    clock: MovedClock
    calls: list[Made] = field(default_factory=list)
    answers: dict[int, list[Outcome | Exception]] = field(default_factory=dict)
    hangs: dict[int, asyncio.Event] = field(default_factory=dict)
    files: dict[str, bytes | Exception] = field(default_factory=dict)
    fetching: asyncio.Event | None = None

    async def call(self, method: str, params: dict[str, Any], file: bytes | None = None) -> Outcome:
        chat = params["chat_id"]
        self.calls.append(Made(self.clock.steady() - NOW, chat, method, params, file))
        if hang := self.hangs.get(chat):
            await hang.wait()
        answer = (self.answers.get(chat) or [Sent(len(self.calls))]).pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def fetch(self, file_id: str, largest: int) -> bytes:
        if self.fetching is not None:
            await self.fetching.wait()
        content = self.files[file_id]
        if isinstance(content, Exception):
            raise content
        return content

    def texts(self, chat: int) -> list[str]:
        """The words of what was tried into a chat."""
        return [one.params.get("text", "") for one in self.calls if one.chat_id == chat]

    def times(self, chat: int) -> list[float]:
        """When something was tried into a chat, in seconds from the beginning."""
        return [one.at.total_seconds() for one in self.calls if one.chat_id == chat]


@dataclass
class Unsteady:
    """A store whose next runs of one function fail with what is put down here: before it, or behind it.

    What fails behind has run, and nothing of it is kept.
    """

    store: Store
    faults: dict[str, list[Exception]] = field(default_factory=dict)
    behind: dict[str, list[Exception]] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)

    async def run(self, fn: Callable[[Tx], Any]) -> Any:
        name = getattr(getattr(fn, "func", fn), "__name__", "")
        self.ran.append(name)
        if waiting := self.faults.get(name):
            raise waiting.pop(0)
        if waiting := self.behind.get(name):
            return await self.store.run(partial(_then, fn=fn, fault=waiting.pop(0)))
        return await self.store.run(fn)


def _then(tx: Tx, fn: Callable[[Tx], Any], fault: Exception) -> None:
    fn(tx)
    raise fault


@dataclass
class Desk:
    """What a test holds: the house, its Telegram, and time."""

    house: House
    telegram: Telegram
    store: Unsteady
    clock: MovedClock
    loops: list[asyncio.Task[None]] = field(default_factory=list)

    async def tx(self, fn: Callable[[Tx], Any]) -> Any:
        """Read or write in one transaction, whatever the loop's store does."""
        return await self.store.store.run(fn)

    async def add(self, key: str, chat: int = CLIENT, lane: int = outbox.REPLY, **more: Any) -> None:
        """A row of the outbox: a message with its key as its words."""
        method = more.pop("method", "sendMessage")
        params = {"chat_id": chat, "text": key} | more.pop("params", {})
        await self.tx(lambda tx: outbox.add(tx, key, chat, lane, method, params, self.clock.now(), **more))

    async def row(self, key: str, table: str = "outbox") -> dict[str, Any]:
        """A row as it stands."""
        sql = f"SELECT * FROM {table} WHERE key = :key"  # noqa: S608 - one of two names
        found = await self.tx(lambda tx: tx.db.execute(sql, {"key": key}).fetchone())
        return dict(found)

    async def begin(self, loop: Callable[[House], Coroutine[Any, Any, None]]) -> None:
        """Let the loop run until it rests."""
        self.loops.append(asyncio.create_task(loop(self.house)))
        await self.settle()

    async def settle(self) -> None:
        """Let the loop do all that it can do now; nothing here takes time but the store's own thread."""
        calm = 0
        for _ in range(3000):
            busy = self.store.store._drain is not None
            await asyncio.sleep(0.001 if busy else 0)
            calm = 0 if busy else calm + 1
            if calm > 20:
                return
        raise AssertionError("the loop does not come to rest")

    async def ring(self) -> None:
        """There is news."""
        self.house.ring()
        await self.settle()

    async def passes(self, seconds: float) -> None:
        """Time passes, from one instant that is waited for to the next."""
        end = self.clock.now() + seconds * SECOND
        for _ in range(3000):
            coming = self.clock.next_end()
            if coming is None or coming > end:
                break
            self.clock.move(coming)
            await self.settle()
        else:
            raise AssertionError("the loop waits for what is over")
        self.clock.move(end)
        await self.settle()

    async def stop(self) -> None:
        """Stop the house; the loops have ended."""
        self.house.stop.set()
        self.house.ring()
        await asyncio.wait_for(asyncio.gather(*self.loops), 20)


def _people(tx: Tx) -> None:
    people.add_coach(tx, COACH, now=NOW, state="active")
    people.add_client(tx, CLIENT, COACH, now=NOW, state="active")
    people.change_client(tx, CLIENT, name="Ada", zone="Europe/Lisbon", heard_at=NOW, changed_at=NOW)


@cache
def _begun() -> bytes:
    """The file of a database with those people in it; made once."""

    async def made(path: Path) -> None:
        async with Store.open(path, KEYS, lambda: NOW) as opened:
            await opened.run(_people)

    with TemporaryDirectory() as folder, ThreadPoolExecutor() as other:  # a loop runs in this thread already
        other.submit(lambda: asyncio.run(made(Path(folder) / "a.db"))).result()
        return (Path(folder) / "a.db").read_bytes()


@asynccontextmanager
async def desk_in(folder: Path) -> AsyncIterator[Desk]:
    """A desk with one admin, a coach and a client; stopped in the end."""
    clock = MovedClock(NOW)
    (folder / "a.db").write_bytes(_begun())
    config = Config.model_validate(
        {"people": {"admins": [ADMIN]}, "database": {"path": str(folder / "a.db")}}
    )
    async with Store.open(folder / "a.db", KEYS, clock.now) as opened:
        telegram, store = Telegram(clock), Unsteady(opened)
        house = House(cast(Store, store), cast(Api, telegram), clock, config, "bot")
        made = Desk(house, telegram, store, clock)
        try:
            yield made
        finally:
            if any(not one.done() for one in made.loops):
                await made.stop()


def disk(kind: Any = "full") -> StoreFault:
    """A fault of the disk."""
    return StoreFault(kind, "the disk")
