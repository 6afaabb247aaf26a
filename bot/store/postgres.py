"""PostgreSQL as the engine: what differs from SQLite, so that no sentence of the store needs to know which it is.

The sentences stay as they are: what they say by SQLite's words, postgres.sql gives PostgreSQL as functions, and the
rest is put into its words here. A connection looks to the store as SQLite's does, down to its rows and its faults.
"""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, cast

import psycopg
from psycopg import pq
from psycopg.adapt import Loader
from psycopg.types.numeric import Int8Dumper
from psycopg.types.string import StrDumper, TextLoader

from bot.faults import StoreFault
from bot.store import memo
from bot.store.address import place

WRITER = 0x696E7465
"""The number of the lock that the one writing process of a database holds, for as long as it is connected."""

DOUBT = 60.0
"""For so many seconds it is asked whether a commit was made whose answer never came."""

_PARTS = re.compile(r"'(?:[^']|'')*'|::|:(\w+)|\?|%|\bjson_array\(|\bIS (?=:)|\bCROSS (?=JOIN)")

_INTO = re.compile(r"\s*INSERT INTO (\w+)")
_NUMBERED = """
SELECT table_name FROM information_schema.columns
WHERE table_schema = current_schema() AND column_name = 'id' AND (is_identity = 'YES' OR column_default IS NOT NULL)
"""
_ITS = {"?": "%s", "json_array(": "json_build_array(", "IS ": "IS NOT DISTINCT FROM ", "CROSS ": ""}


class Row:
    """A row that is read by name or by place, as SQLite's is."""

    __slots__ = ("_places", "_values")

    def __init__(self, values: Sequence[Any], places: dict[str, int]) -> None:
        self._values, self._places = values, places

    def __getitem__(self, key: str | int | slice) -> Any:
        return self._values[self._places[key] if isinstance(key, str) else key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def keys(self) -> list[str]:
        """The names of its columns."""
        return list(self._places)


def _rows(cursor: psycopg.Cursor[Any]) -> Callable[[Sequence[Any]], Row]:
    places: dict[str, int] = {}
    for number, column in enumerate(cursor.description or ()):
        places.setdefault(column.name, number)
    return lambda values: Row(values, places)


class Cursor(psycopg.Cursor[Row]):
    """What a sentence found; where it found nothing by its kind, nothing is fetched."""

    @property
    def lastrowid(self) -> int:
        """The number of the row that was added (``_numbering``); 0 for none."""
        found = self.fetchone()
        return int(found[0]) if found else 0

    def fetchone(self) -> Row | None:
        """The next row, or None."""
        return super().fetchone() if self.description else None

    def fetchall(self) -> list[Row]:
        """All rows that are left."""
        return super().fetchall() if self.description else []


class _Number(Int8Dumper):
    """Every whole number is one of 64 bits, and yes and no are 1 and 0, as SQLite keeps them."""

    def dump(self, obj: Any) -> bytes:
        return b"%d" % obj


class _Counted(Loader):
    """A sum is a whole number, as SQLite gives it."""

    def load(self, data: Any) -> int | float:
        text = bytes(data).decode()
        return float(text) if "." in text else int(text)


class Postgres(memo.Memo):
    """A connection to a PostgreSQL database; ``writes``: the one that may change it."""

    def __init__(self, url: str, writes: bool) -> None:
        super().__init__()
        self.place = place(url)
        self._url, self._writes = url, writes
        self._told: Callable[[str], object] | None = None
        self._db = self._connected()
        self.look()

    def _connected(self) -> psycopg.Connection[Row]:
        try:
            db = psycopg.connect(self._url, autocommit=True, cursor_factory=Cursor, row_factory=_rows)
        except psycopg.Error as fault:
            raise _fault(fault, self.place) from None
        db.prepare_threshold = 2
        for kind in (int, bool):
            db.adapters.register_dumper(kind, _Number)
        db.adapters.register_dumper(str, StrDumper)
        db.adapters.register_loader("numeric", _Counted)
        db.adapters.register_loader("json", TextLoader)
        db.execute("SET client_min_messages = warning")
        if not self._writes:
            db.execute("SET default_transaction_isolation = 'repeatable read'")
            db.execute("SET default_transaction_read_only = on")
        elif not db.execute(f"SELECT pg_try_advisory_lock({WRITER})").fetchone()[0]:  # type: ignore[index]
            db.close()
            raise StoreFault(
                "locked", f"{self.place} is being written by another process. Stop that one first."
            )
        return db

    def look(self) -> None:
        """See which tables number their rows."""
        self._numbered = frozenset(row[0] for row in self._said(_NUMBERED))

    def execute(self, sql: str, parameters: Any = ()) -> Cursor:
        """As SQLite does it, memo and all."""
        self.notice(sql)
        if sql == "COMMIT":
            return self._commit()
        if sql.startswith("BEGIN") and self._db.closed:
            self._again()
        if self._told is not None:
            self._told(sql)
        return self._said(self._numbering(translated(sql)), parameters)

    def _numbering(self, sql: str) -> str:
        """Who adds a row that gets a number is told it."""
        found = _INTO.match(sql)
        if found is None or "RETURNING" in sql or found[1] not in self._numbered:
            return sql
        return f"{sql} RETURNING id"

    def executemany(self, sql: str, many: Sequence[Any]) -> None:
        """One sentence for many rows."""
        self.notice(sql)
        try:
            with self._db.cursor() as cursor:
                cursor.executemany(translated(sql), many)
        except psycopg.Error as fault:
            raise _fault(fault, self.place) from None

    def number_from(self, table: str, number: int) -> None:
        """The rows of a table are numbered behind this one from now on."""
        if table == "audit":
            self._said("UPDATE audit_count SET seq = %(number)s", {"number": number})
        elif table in self._numbered:
            self._said(
                "SELECT setval(pg_get_serial_sequence(%(table)s, 'id'), %(number)s)",
                {"table": table, "number": number},
            )

    def next_id(self, table: str) -> int:
        """A number for the next row of a table, given to nobody else."""
        found = self._said(
            "SELECT nextval(pg_get_serial_sequence(%(table)s, 'id'))", {"table": table}
        ).fetchone()
        return int(found[0]) if found else 0

    def plainly(self, script: str) -> None:
        """Say sentences of PostgreSQL's own, several perhaps."""
        try:
            self._db.execute(script)
        except psycopg.Error as fault:
            raise _fault(fault, self.place) from None

    def _said(self, sql: str, parameters: Any = ()) -> Cursor:
        try:
            return cast(Cursor, self._db.execute(sql, parameters))
        except psycopg.Error as fault:
            raise _fault(fault, self.place) from None

    def _commit(self) -> Cursor:
        """Commit; where the answer does not come, ask the database until it is known whether it was done."""
        number = self._said("SELECT pg_current_xact_id_if_assigned()::text").fetchone()
        try:
            return self._said("COMMIT")
        except StoreFault as fault:
            if number is None or number[0] is None or not self._db.closed:
                raise
            if self._was_committed(number[0]):
                return self._said("SELECT 1")
            raise fault from None

    def _was_committed(self, number: str) -> bool:
        late = time.monotonic() + DOUBT
        while time.monotonic() < late:
            try:
                self._again()
                found = self._said("SELECT pg_xact_status(%(number)s::xid8)", {"number": number}).fetchone()
                if found is not None and found[0] != "in progress":
                    return bool(found[0] == "committed")
            except StoreFault:
                pass
            time.sleep(0.1)
        raise StoreFault(
            "closed", f"{self.place} went away in the middle of a commit. Start again when it is there."
        )

    def _again(self) -> None:
        """Connect anew; who waits for the lock then has a fault that passes, for it may be our own of before."""
        try:
            self._db = self._connected()
        except StoreFault as fault:
            raise StoreFault("busy", str(fault)) from None

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open, also one that can only be undone."""
        return not self._db.closed and self._db.info.transaction_status is not pq.TransactionStatus.IDLE

    def set_trace_callback(self, told: Callable[[str], object] | None) -> None:
        """Each sentence is told from now on."""
        self._told = told

    def tidy(self) -> None:
        """The planner's figures are refreshed."""
        self._said("ANALYZE")

    def empty(self) -> bool:
        """The keys that were deleted leave their file; False while somebody reads there. It waits for nobody."""
        try:
            self._said("SET lock_timeout = '50ms'")
            self._said("VACUUM FULL keys")
        except (StoreFault, sqlite3.Error):
            return False
        finally:
            if not self._db.closed:
                self._said("SET lock_timeout = 0")
        return True

    def close(self) -> None:
        """End it."""
        self._db.close()


@lru_cache(maxsize=1024)
def translated(sql: str) -> str:
    """A sentence of the store in PostgreSQL's and psycopg's words."""
    return _PARTS.sub(_part, "BEGIN" if sql == "BEGIN IMMEDIATE" else sql)


def _part(found: re.Match[str]) -> str:
    return f"%({found[1]})s" if found[1] else _ITS.get(found[0], found[0].replace("%", "%%"))


_PASSING = ("08", "53", "55P03", "57P")


def _fault(fault: psycopg.Error, where: str) -> Exception:
    """What a fault of PostgreSQL means, in the words that the store knows; never with a value of a row."""
    state = fault.sqlstate or ""
    if state == "53100":
        return StoreFault("full", f"{where} has no room on its disk. Nothing was written; free some space.")
    if state == "25006":
        return StoreFault("readonly", f"{where} can only be read. Is it a replica?")
    if state[:2] in ("28", "3D", "3F") or state == "42501":
        return StoreFault("readonly", f"{where} does not let this role in or write. See its rights.")
    if state.startswith(_PASSING) or (not state and isinstance(fault, psycopg.OperationalError)):
        return StoreFault("busy", f"{where} does not answer. Nothing was written.")
    named = fault.diag.constraint_name or ""
    if state[:2] == "23":
        return sqlite3.IntegrityError(f"{state} {named or fault.diag.table_name or ''}")
    ours = fault.diag.message_primary if state[:2] in ("42", "P0") else ""
    kind = sqlite3.IntegrityError if state == "P0001" else sqlite3.OperationalError
    return kind(f"PostgreSQL {state}: {ours or type(fault).__name__}")
