"""What is relied on of aiosqlite beyond what it promises (bot/store/thread.py); a newer one must keep it."""

import sqlite3
import threading
from pathlib import Path

import pytest

from bot.store import thread


async def test_a_function_runs_on_the_connections_own_thread_in_order(tmp_path: Path) -> None:
    """All that is given runs on one thread, in order, with the connection that was opened there."""
    opened: list[sqlite3.Connection] = []

    def opening() -> sqlite3.Connection:
        opened.append(sqlite3.connect(tmp_path / "one.db"))
        return opened[0]

    connection = await thread.begin(opening)
    try:
        seen = [await thread.hop(connection, lambda db: (db, threading.get_ident())) for _ in range(3)]
    finally:
        await connection.close()
    assert {id(db) for db, _ in seen} == {id(opened[0])}
    assert len({number for _, number in seen}) == 1
    assert seen[0][1] != threading.get_ident()


async def test_what_a_function_raises_is_raised_to_its_caller(tmp_path: Path) -> None:
    """An exception comes back as it is, and the thread goes on."""
    connection = await thread.begin(lambda: sqlite3.connect(tmp_path / "one.db"))

    def fail(db: sqlite3.Connection) -> None:
        raise LookupError("of the function")

    try:
        with pytest.raises(LookupError, match="of the function"):
            await thread.hop(connection, fail)
        assert await thread.hop(connection, lambda db: db.execute("SELECT 1").fetchone()) == (1,)
    finally:
        await connection.close()


async def test_a_connection_that_cannot_be_opened_leaves_no_thread(tmp_path: Path) -> None:
    """The fault of opening is raised, and its thread has ended."""
    before = threading.active_count()
    with pytest.raises(sqlite3.OperationalError):
        await thread.begin(lambda: sqlite3.connect(tmp_path / "nowhere" / "one.db"))
    kinds = [one.name for one in threading.enumerate() if not one.name.startswith("asyncio")]
    assert len(kinds) <= before
