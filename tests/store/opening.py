"""What every test of the store opens with: a frozen instant, a sample vault, a client who has begun to talk."""

from datetime import UTC, datetime, timedelta
from typing import Any

from blank import ring as ring

from bot.core.talk.model import Answer, Context, Reflection
from bot.store import people, reflections, response_writes
from bot.store.db import Store, Tx

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
WEEK = timedelta(days=7)
TALK = Reflection("after-session", "en", 3, Context("Coach Name"))


def join(tx: Tx, client_id: int = 7) -> None:
    """A coach 100 and a client of theirs."""
    people.add_coach(tx, 100, now=NOW, state="active")
    people.add_client(tx, client_id, 100, now=NOW, state="active")


def begin(
    tx: Tx, client_id: int = 7, occasion: str = "after:1", now: datetime = NOW
) -> reflections.ReflectionRow:
    """A reflection that has begun."""
    row = reflections.add(tx, client_id, TALK, occasion=occasion, why="three hours after", now=now)
    assert row is not None
    return row


def answer(turn: int = 1, **more: Any) -> Answer:
    return Answer(f"step-{turn}", turn, f"What stayed, {turn}?", **more)


def keep(
    tx: Tx, row: reflections.ReflectionRow, what: Answer, visibility: str = "private", at: datetime = NOW
) -> int:
    return response_writes.keep(
        tx, row.client_id, row.id, what, script=row.script, version=row.version, visibility=visibility, now=at
    )


async def joined(store: Store) -> reflections.ReflectionRow:
    def fill(tx: Tx) -> reflections.ReflectionRow:
        join(tx)
        return begin(tx)

    return await store.run(fill)
