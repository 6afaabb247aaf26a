"""Measures the store on this machine: python -m bench.store_bench [rows]. Prints a table; checks nothing."""

# ruff: noqa: T201 - printing is what it is for

import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot.core.talk.model import Answer, Context, Reflection
from bot.store import due, inbox, outbox, people, reflections, response_writes
from bot.store.db import Store, Tx
from bot.vault import Vault

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
CLIENTS = 1000
TALK = Reflection("after-session", "en", 1, Context("Coach"))


def fill(tx: Tx) -> None:
    """A coach and clients, each with an open reflection."""
    people.add_coach(tx, 1, now=NOW)
    for number in range(CLIENTS):
        people.add_client(tx, 100 + number, 1, now=NOW, state="active")
        reflections.add(tx, 100 + number, TALK, occasion="a", now=NOW)


def fill_due(tx: Tx, rows: int) -> None:
    """So many things far ahead, spread over the clients."""
    for number in range(rows):
        due.put(tx, f"plan:{number}", 100 + number % CLIENTS, "plan", NOW + timedelta(days=1, seconds=number))


def fill_boxes(tx: Tx, rows: int) -> None:
    """So many chats that each have one row in the inbox and one in the outbox."""
    for number in range(rows):
        raw = {"update_id": 10**9 + number, "message": {"chat": {"id": 10_000 + number}, "text": "x"}}
        inbox.add_update(tx, raw, NOW)
        outbox.add(tx, f"wall:{number}", 10_000 + number, outbox.PROMPT, "sendMessage", {}, NOW)


def turn(tx: Tx, chat: int) -> None:
    """What one answer costs: take, read, keep, say, close."""
    oldest = "SELECT id, key FROM inbox WHERE chat_id = ? AND state = 0 ORDER BY id LIMIT 1"
    found = tx.db.execute(oldest, (chat,)).fetchone()
    if found is None:
        return
    item = inbox.Item(found["id"], found["key"], chat, "update", NOW, 0)
    words = json.loads(inbox.read(tx, item))["message"]["text"]
    row = reflections.open_of(tx, chat)
    assert row is not None
    answer = Answer("stayed", item.id, "What stayed?", (words,), (item.id,))
    number = response_writes.keep(
        tx, chat, row.id, answer, script=row.script, version=1, visibility="private", now=NOW
    )
    response_writes.add_text(tx, number, chat, item.id, words, now=NOW)
    reflections.save(tx, row.id, row.reflection, now=NOW, ended=False)
    outbox.add(tx, f"{item.id}:0", chat, outbox.REPLY, "sendMessage", {"text": "Thank you."}, NOW)
    inbox.done(tx, item.id)


def update(number: int) -> dict[str, object]:
    """A raw update with 200 letters."""
    chat = 100 + number % CLIENTS
    return {
        "update_id": number,
        "message": {"message_id": number, "chat": {"id": chat}, "text": "word " * 40},
    }


async def rate(name: str, count: int, one: Callable[[int], object], together: int) -> None:
    """Print how many a second, so many waiting at the same time."""
    began = time.perf_counter()
    waits: list[float] = []

    async def lane(numbers: range) -> None:
        for number in numbers:
            start = time.perf_counter()
            await one(number)  # type: ignore[misc]
            waits.append(time.perf_counter() - start)

    await asyncio.gather(*(lane(range(start, count, together)) for start in range(together)))
    seconds = time.perf_counter() - began
    p50, p99 = statistics.median(waits) * 1000, sorted(waits)[int(len(waits) * 0.99)] * 1000
    print(
        f"{name:<44}{together:>5} at once {count / seconds:>9.0f} /s   p50 {p50:7.2f} ms   p99 {p99:7.2f} ms"
    )


async def times(name: str, store: Store, fn: Callable[[Tx], object], count: int) -> None:
    """Print how long a function takes on the store's thread, without the way there."""
    spent: list[float] = []

    def timed(tx: Tx) -> None:
        start = time.perf_counter()
        fn(tx)
        spent.append(time.perf_counter() - start)

    for _ in range(count):
        await store.run(timed)
    p50, p99 = statistics.median(spent) * 1e6, sorted(spent)[int(len(spent) * 0.99)] * 1e6
    print(f"{name:<54}{p50:>12.0f} us   p99 {p99:10.0f} us")


async def main(rows: int) -> None:
    """The whole table."""
    with tempfile.TemporaryDirectory() as folder:
        async with Store.open(Path(folder) / "bench.db", Vault({1: b"k" * 32})) as store:
            await store.run(fill)
            for together in (1, 20, 100):
                base = together * 1_000_000

                def receive(number: int, base: int = base) -> object:
                    return store.run(partial(inbox.add_update, raw=update(base + number), now=NOW))

                def answer(number: int) -> object:
                    return store.run(partial(turn, chat=100 + number % CLIENTS))

                await rate("an update into the inbox", 3000, receive, together)
                await rate("a turn: read, keep, say, close", 3000, answer, together)
            await store.run(partial(fill_boxes, rows=rows // 10))
            heads = partial(inbox.heads, now=NOW, limit=50)
            await times(f"heads of the inbox, {rows // 10:,} chats wait", store, heads, 20)
            take = partial(outbox.take, now=NOW, limit=8)
            await times(f"take from the outbox, {rows // 10:,} chats wait", store, take, 50)
            await times(
                f"when is the next, {rows // 10:,} chats wait", store, partial(outbox.next_at, now=NOW), 5
            )
            await store.run(partial(fill_due, rows=rows))
            await times(f"idle tick over {rows:,} things", store, partial(due.tick, now=NOW), 200)
            soon = NOW + timedelta(days=1, seconds=4000)
            await times("tick of 500 due", store, partial(due.tick, now=soon, limit=500), 8)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
