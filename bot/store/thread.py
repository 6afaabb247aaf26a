"""The database's thread: all that is relied on of aiosqlite, which is more than it promises.

It opens a connection on a thread of its own and does there what it is given, one after the other. It has no
public way to run a whole function in one hop; ``tests/store/test_thread.py`` says what is taken for granted.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from typing import TypeVar, cast

import aiosqlite

T = TypeVar("T")


async def begin(connector: Callable[[], sqlite3.Connection]) -> aiosqlite.Connection:
    """A thread with the connection that ``connector`` opens on it; where that fails, the thread has ended."""
    connection = aiosqlite.Connection(connector, iter_chunk_size=64)
    try:
        return await connection
    except BaseException:
        # aiosqlite stops its thread without waiting; a loop that closes meanwhile would make that thread fail
        await asyncio.to_thread(connection._thread.join)
        raise


async def hop(connection: aiosqlite.Connection, fn: Callable[[sqlite3.Connection], T]) -> T:
    """Run a function on the thread, with the connection; what it returns or raises."""
    return cast(T, await connection._execute(lambda: fn(connection._conn)))  # type: ignore[no-untyped-call]
