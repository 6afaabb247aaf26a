"""What a transaction has read of people and talks, so that it is read once: no write leaves it stale.

A connection looks at each statement before it is done: whatever writes to a table makes everything forgotten
that was read of it. So nobody has to think of it. What a rollback undoes is forgotten too.

A write can wait too: what a talk has come to is written once, however many of its messages share a turn. It is
written before any statement that could tell, and before the transaction ends.
"""

import re
import sqlite3
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, TypeVar

T = TypeVar("T")

LASTING = ("scripts", "settings", "audit")
"""What outlives a transaction: only this process writes it; a write or a rollback forgets it."""

UNREAD: Final = object()
"""Nobody has read it: not the same as None, that there is none."""

BESIDE = {"inbox": "due"}
"""What is read of two tables is kept under one of them, and forgotten when the other is written to."""

_WRITES = re.compile(
    r"\s*(?:(?:INSERT|REPLACE)(?:\s+OR\s+\w+)?\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+(\w+)", re.I
)
_DELETES = re.compile(r"\s*DELETE\b", re.I)
_READS = re.compile(r"\s*(?:SELECT|SAVEPOINT|RELEASE|BEGIN|COMMIT|PRAGMA)\b", re.I)


class Memo:
    """What a connection has read, by table and key, and what waits to be written by it."""

    def __init__(self) -> None:
        self._memo: dict[str, dict[Any, Any]] = {}
        self._later: dict[tuple[str, object], Callable[[], None]] = {}

    def notice(self, sql: str) -> None:
        """A statement comes: what it writes to is forgotten, and what waits and it could tell is written before."""
        if self._later and any(tells_of(sql, table) for table, _ in self._later):
            self.settle()
        if (table := written(sql)) is None:
            self._memo.clear()
        elif table:
            self._memo.pop(BESIDE.get(table, table), None)

    def once(self, table: str, key: object, read: Callable[[], T]) -> T:
        """What is read of a table, read only if it was not read before."""
        kept = self._memo.get(table)  # in place: this is asked fifty times a message
        if kept is not None and (found := kept.get(key, UNREAD)) is not UNREAD:
            return found  # type: ignore[no-any-return]
        found = read()
        self.know(table, key, found)
        return found

    def known(self, table: str, key: object) -> Any:
        """What was read, or UNREAD."""
        return self._memo.get(table, {}).get(key, UNREAD)

    def know(self, table: str, key: object, value: object) -> None:
        """This is what would be read."""
        self._memo.setdefault(table, {})[key] = value

    def later(self, table: str, key: object, write: Callable[[], None]) -> None:
        """Write this before anything could tell that it waits; a later one of the same key takes its place."""
        self._later[table, key] = write

    def settle(self) -> None:
        """Write what waits."""
        waiting, self._later = self._later, {}
        for write in waiting.values():
            write()

    def begin(self) -> None:
        """Another transaction: only what hardly ever changes is still known."""
        self.settle()
        self._memo = {table: self._memo[table] for table in LASTING if table in self._memo}

    def undo(self) -> None:
        """A rollback comes, or came: what waits is not written, and all may be otherwise."""
        self._later.clear()
        self._memo.clear()


class Connection(sqlite3.Connection, Memo):
    """A connection to SQLite with a memo."""

    def __init__(self, *args: Any, **more: Any) -> None:
        sqlite3.Connection.__init__(self, *args, **more)
        Memo.__init__(self)

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        """As SQLite does it, after the memo has noticed."""
        self.notice(sql)
        return super().execute(sql, parameters)


@lru_cache(maxsize=1024)
def tells_of(sql: str, table: str) -> bool:
    """Whether a statement may bear on a table: it names it, deletes (what hangs on it too), or may do anything."""
    writes = written(sql)
    return table in sql or writes is None or _DELETES.match(sql) is not None


@lru_cache(maxsize=1024)
def written(sql: str) -> str | None:
    """The table that a statement writes to, in small letters; "" for none, None where it may be any."""
    if found := _WRITES.match(sql):
        return found[1].lower()
    return "" if _READS.match(sql) else None
