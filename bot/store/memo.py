"""What a transaction has read of people and talks, so that it is read once: no write leaves it stale.

A connection looks at each statement before it is done: whatever writes to a table makes everything forgotten
that was read of it. So nobody has to think of it. What a rollback undoes is forgotten too.
"""

import re
import sqlite3
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, TypeVar

T = TypeVar("T")

LASTING = ("scripts", "settings")
"""What outlives a transaction: only this process writes it, and seldom."""

UNREAD: Final = object()
"""Nobody has read it: not the same as None, that there is none."""

BESIDE = {"inbox": "due"}
"""What is read of two tables is kept under one of them, and forgotten when the other is written to."""

_WRITES = re.compile(
    r"\s*(?:(?:INSERT|REPLACE)(?:\s+OR\s+\w+)?\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+(\w+)", re.I
)
_READS = re.compile(r"\s*(?:SELECT|SAVEPOINT|RELEASE|BEGIN|COMMIT|PRAGMA)\b", re.I)


class Connection(sqlite3.Connection):
    """A connection with a memo, by table and key."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._memo: dict[str, dict[Any, Any]] = {}

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        """As SQLite does it; what it writes to is forgotten."""
        if (table := written(sql)) is None:
            self._memo.clear()
        elif table:
            self._memo.pop(BESIDE.get(table, table), None)
        return super().execute(sql, parameters)

    def once(self, table: str, key: object, read: Callable[[], T]) -> T:
        """What is read of a table, read only if it was not read before."""
        found = self.known(table, key)
        if found is UNREAD:
            found = read()
            self.know(table, key, found)
        return found  # type: ignore[no-any-return]

    def known(self, table: str, key: object) -> Any:
        """What was read, or UNREAD."""
        return self._memo.get(table, {}).get(key, UNREAD)

    def know(self, table: str, key: object, value: object) -> None:
        """This is what would be read."""
        self._memo.setdefault(table, {})[key] = value

    def begin(self) -> None:
        """Another transaction: only what hardly ever changes is still known."""
        self._memo = {table: self._memo[table] for table in LASTING if table in self._memo}

    def forget(self) -> None:
        """All may be otherwise, after a rollback that nobody asked for."""
        self._memo.clear()


@lru_cache(maxsize=1024)
def written(sql: str) -> str | None:
    """The table that a statement writes to, in small letters; "" for none, None where it may be any."""
    if found := _WRITES.match(sql):
        return found[1].lower()
    return "" if _READS.match(sql) else None
