"""The store: one SQLite file, one writing connection, whole transactions as plain functions.

``await store.run(fn)`` runs ``fn(tx)`` on the connection's own thread in one hop. Calls that wait at the
same time share one commit, each in a savepoint of its own: one that raises undoes only itself, and nobody
is answered before the commit is on disk.
"""

import asyncio
import contextlib
import hashlib
import hmac
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Container
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar, cast

import aiosqlite

from bot import lock
from bot.faults import StoreFault, of_sqlite
from bot.store import backup, connection, keys, ledger, log, memo, thread
from bot.store.instants import to_micros
from bot.vault import DataKey, Vault

T = TypeVar("T")
Clock = Callable[[], datetime]

MOST_TOGETHER, LONGEST_TOGETHER = 200, 0.05
"""How many transactions share one commit at most, and for how many seconds they gather: none waits long."""


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


class Tx:
    """One transaction: the connection, and sealing without ever handling a key.

    Keys are read once a transaction and never outlive it, so that neither a rollback nor an erase can leave
    a stale one behind.
    """

    def __init__(self, db: sqlite3.Connection, vault: Vault, at: int) -> None:
        self.db = db
        self.forgot = False
        self._vault = vault
        self._at = at
        self._keys: dict[int, DataKey] = {}
        self._wrapped: dict[int, bytes] = {}
        self._memo = db if isinstance(db, memo.Memo) else None
        if self._memo is not None:
            self._memo.begin()

    def once(self, table: str, key: object, read: Callable[[], T]) -> T:
        """What is read of a table, read once in this transaction unless the table is written to in between."""
        return read() if self._memo is None else self._memo.once(table, key, read)

    def known(self, table: str, key: object) -> Any:
        """What ``once`` would not read again; else UNREAD."""
        return memo.UNREAD if self._memo is None else self._memo.known(table, key)

    def know(self, table: str, key: object, value: object) -> None:
        """What ``once`` would read."""
        if self._memo is not None:
            self._memo.know(table, key, value)

    def later(self, table: str, key: object, write: Callable[[], None]) -> None:
        """Write to a table once, at the end, or before anything else looks there."""
        if self._memo is None:
            write()
        else:
            self._memo.later(table, key, write)

    def unwrapped(self, owner: int, wrapped: bytes | None) -> None:
        """The owner's key, as it was just read."""
        if wrapped is not None and owner not in self._keys:
            self._keys[owner] = self._vault.unwrap(owner, wrapped)

    def came_with(self, owner: int, wrapped: bytes | None) -> None:
        """The owner's key, read beside something else: it is unwrapped when something is opened."""
        if wrapped is not None:
            self._wrapped[owner] = wrapped

    def seal(self, owner: int, place: str, words: str | bytes) -> bytes:
        """Words sealed with the owner's key (made at first use), for this place only."""
        key = self._key(owner) or self._make(owner)
        return key.seal(_bind(owner, place), _bytes(words))

    def open(self, owner: int, place: str, blob: bytes) -> bytes:
        """What was sealed. Raises VaultFault when the key is gone or the blob belongs elsewhere."""
        key = self._key(owner)
        if key is None:
            raise keys.missing(owner, place)
        return key.open(_bind(owner, place), blob)

    def seal_or_none(self, owner: int, place: str, words: str | None) -> bytes | None:
        """As seal; None stays NULL."""
        return None if words is None else self.seal(owner, place, words)

    def open_text(self, owner: int, place: str, blob: bytes | None) -> str | None:
        """As open, decoded; NULL stays None."""
        return None if blob is None else self.open(owner, place, blob).decode("utf-8", "surrogatepass")

    def fingerprint(self, words: bytes) -> str:
        """A keyed hash: the same words give the same text, which tells nothing without the house's key."""
        pepper = self.once("settings", "pepper", self._house_pepper)
        return hmac.new(pepper, words, hashlib.sha256).hexdigest()[:32]

    def next_id(self, table: str) -> int:
        """The number that the next row of a table gets: what is sealed in it is sealed for that row."""
        if not isinstance(self.db, sqlite3.Connection):
            return int(self.db.next_id(table))
        row = self.db.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = :table", {"table": table}
        ).fetchone()
        return 1 if row is None else int(row[0]) + 1

    def forget(self, owner: int) -> None:
        """Destroy the owner's key, in this transaction; the log is emptied after the commit (``empty_log``)."""
        keys.forget(self.db, owner)
        log.note(self.db, self._at)
        self._keys.pop(owner, None)
        self._wrapped.pop(owner, None)
        self.forgot = True

    def bury(self, owner: int, words: str) -> None:
        """Note in the erase ledger that what the owner's key sealed under these words is erased."""
        mark = keys.mark(self.db, self._vault, owner, words)
        if mark is not None:
            ledger.note(self.db, mark, self._at)
            self.forgot = True

    def buried(self, owner: int, words: str, marks: Container[str]) -> bool:
        """Whether the ledger's marks hold this."""
        return keys.mark(self.db, self._vault, owner, words) in marks

    def rewrap_keys(self) -> int:
        """Wrap every data key by the newest master key; how many changed."""
        return keys.rewrap_all(self.db, self._vault)

    def damaged_keys(self) -> int:
        """How many data keys no longer open."""
        return keys.damaged(self.db, self._vault)

    def _key(self, owner: int) -> DataKey | None:
        if owner not in self._keys and owner in self._wrapped:
            self._keys[owner] = self._vault.unwrap(owner, self._wrapped[owner])
        if owner not in self._keys and (key := keys.read(self.db, self._vault, owner)):
            self._keys[owner] = key
        return self._keys.get(owner)

    def _make(self, owner: int) -> DataKey:
        self._keys[owner] = keys.make(self.db, self._vault, owner, self._at)
        return self._keys[owner]

    def _house_pepper(self) -> bytes:
        row = self.db.execute("SELECT value FROM settings WHERE key = 'pepper'").fetchone()
        if row is not None:
            return self.open(keys.HOUSE, "settings|pepper", bytes.fromhex(row[0]))
        pepper = os.urandom(32)
        sealed = self.seal(keys.HOUSE, "settings|pepper", pepper).hex()
        self.db.execute("INSERT INTO settings (key, value) VALUES ('pepper', :value)", {"value": sealed})
        return pepper


@dataclass(slots=True)
class _Ask:
    """One caller's function, and what became of it."""

    fn: Callable[[Tx], Any]
    future: asyncio.Future[Any]
    result: Any = field(default=None, repr=False)
    error: BaseException | None = None

    def answer(self) -> None:
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.result)
        elif isinstance(self.error, asyncio.CancelledError):
            self.future.cancel()
        else:
            self.future.set_exception(self.error)


class Store:
    """The database of one bot. Open it with ``async with Store.open(...)`` or ``Store.read_only(...)``."""

    def __init__(
        self,
        path: Path,
        vault: Vault,
        clock: Clock,
        connection: aiosqlite.Connection,
        backups: Path | None = None,
        url: str = "",
    ) -> None:
        self.path, self._url = path, url
        self._backups = backups
        self._vault = vault
        self._clock = clock
        self._connection = connection
        self._waiting: list[_Ask] = []
        self._drain: asyncio.Task[None] | None = None
        self._begin = "BEGIN IMMEDIATE"
        self.longest = LONGEST_TOGETHER  # seconds of the machine's, after which a commit takes no more asks
        self._closed = False
        self.unemptied = True  # whether the log on disk may hold what was erased; at the start nobody knows
        self.unwritten = True  # whether a file of the erase ledger may lack somebody

    @classmethod
    @contextlib.asynccontextmanager
    async def open(
        cls,
        path: Path | str,
        vault: Vault,
        clock: Clock = utc_now,
        backups: Path | None = None,
        url: str = "",
    ) -> "AsyncIterator[Store]":
        """The one writing connection, the schema brought up to date; takes the lock of the database.

        ``url``: a PostgreSQL database, used in the place of the file; what else lies beside that stays there.

        ``backups``: the folder that a backup goes to before the schema changes, and that has its own erase ledger;
        without one they are beside the database. Raises StoreFault: locked by another process, newer than the
        program, not opened by this key file, damaged, not writable.
        """
        path = Path(path)
        with connection.made(path, url):
            held = lock.take(path, clock())
        try:
            opened = await connection.connect(
                lambda: connection.open_writing(path, vault, clock(), backups, url=url), path
            )
            store = cls(path, vault, clock, opened, backups, url)
            try:
                yield store
            finally:
                await store._close(optimize=True)
        finally:
            held.release()

    @classmethod
    @contextlib.asynccontextmanager
    async def read_only(
        cls, path: Path | str, vault: Vault, clock: Clock = utc_now, url: str = ""
    ) -> "AsyncIterator[Store]":
        """A connection that can only read, for an export while the bot runs. Raises StoreFault."""
        path = Path(path)
        opened = await connection.connect(lambda: connection.open_reading(path, vault, url=url), path)
        store = cls(path, vault, clock, opened)
        store._begin = "BEGIN"
        try:
            yield store
        finally:
            await store._close(optimize=False)

    async def run(self, fn: Callable[[Tx], T]) -> T:
        """Run one plain function as one transaction; its result, after the commit.

        What it raises is raised here and nothing of it is kept. StoreFault: the disk, not the function.
        Functions run in the order of the calls, one after the other.
        """
        if self._closed:
            raise StoreFault("closed", f"{self.path} was closed.")
        ask = _Ask(fn, asyncio.get_running_loop().create_future())
        self._waiting.append(ask)
        if self._drain is None:
            self._drain = asyncio.create_task(self._work())
        return cast(T, await ask.future)

    async def aside(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """Run a function on the connection outside any transaction (a checkpoint, a PRAGMA)."""
        return cast(T, await self._hop(lambda db: _translated(lambda: fn(db), self.path)))

    async def renew(self, vault: Vault) -> int:
        """Go on with these master keys, and wrap every data key by the newest; how many were wrapped anew.

        Raises VaultFault where one is missing that a data key needs: then the ones of before stay.
        """
        await self.aside(partial(self._take, vault=vault))
        return await self.run(lambda tx: tx.rewrap_keys())

    def _take(self, db: sqlite3.Connection, vault: Vault) -> None:
        # on the database's thread, between two commits: no transaction sees one vault and then the other
        keys.check(db, vault)
        self._vault = vault

    async def empty_log(self) -> bool:
        """Try once more to empty the log on disk after an erase; False while another process reads it."""
        if self.unemptied:
            self.unemptied = not await self.aside(log.empty)
        return not self.unemptied

    async def write_ledger(self) -> bool:
        """Try once more to write the erase ledger's files; False where a disk does not let it."""
        if self.unwritten:
            self.unwritten = not await self.aside(lambda db: _written(db, self.path, self._backups))
        return not self.unwritten

    async def back_up(self, folder: Path, now: datetime) -> backup.Made:
        """A backup, made aside by a reader of its own; raises StoreFault."""
        return await asyncio.to_thread(backup.make, self.path, self._vault, folder, now, self._url)

    async def tidy(self) -> None:
        """Empty the write-ahead log into the file and refresh the planner's figures, once a night."""
        await self.aside(_tidy)

    async def _work(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
            asks = [ask for ask in batch if not ask.future.done()]
            done = len(asks)
            try:
                done = await self._hop(lambda db, asks=asks: self._together(db, asks))  # type: ignore[misc]
            except BaseException as error:
                for ask in asks:
                    ask.error = ask.error or error
            self._waiting[:0] = asks[done:]
            for ask in asks[:done]:
                ask.answer()
        self._drain = None

    async def _hop(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        return await thread.hop(self._connection, fn)

    def _together(self, db: memo.Connection, asks: list[_Ask]) -> int:
        """Run as many as fit into one short commit, one at least; how many are dealt with."""
        forgot: list[bool] = []
        enough = monotonic() + self.longest
        try:
            db.execute(self._begin)
            for ask in asks:
                forgot.append(self._alone(db, ask))
                if monotonic() > enough:
                    break
            db.execute("COMMIT")
        except BaseException as error:
            fault = of_sqlite(error, self.path)
            db.undo()
            if db.in_transaction:
                db.execute("ROLLBACK")
            for ask in asks:
                ask.result, ask.error = None, fault
            return len(asks)
        if any(forgot):  # committed all the same
            self.unemptied = not log.empty(db)
            self.unwritten = not _written(db, self.path, self._backups)
        return len(forgot)

    def _alone(self, db: memo.Connection, ask: _Ask) -> bool:
        """Run one ask in its savepoint; raises only when the whole commit is lost."""
        tx = Tx(db, self._vault, to_micros(self._clock()))
        db.execute("SAVEPOINT alone")
        try:
            ask.result = ask.fn(tx)
            db.settle()
        except BaseException as error:
            ask.error = of_sqlite(error, self.path)
            if not db.in_transaction:  # a full disk or a damaged file rolls everything back by itself
                raise
            db.undo()
            db.execute("ROLLBACK TO alone")
        db.execute("RELEASE alone")
        return tx.forgot and ask.error is None

    async def _close(self, optimize: bool) -> None:
        self._closed = True
        if self._drain is not None:
            await asyncio.wait([self._drain])
        try:
            if optimize:
                with contextlib.suppress(StoreFault):
                    await self.tidy()
        finally:
            await self._connection.close()


def _bytes(words: str | bytes) -> bytes:
    # half a surrogate pair can arrive in JSON, and is kept as it came
    return words if isinstance(words, bytes) else words.encode("utf-8", "surrogatepass")


def _bind(owner: int, place: str) -> str:
    return f"{owner}|{place}"


def _tidy(db: sqlite3.Connection) -> None:
    if isinstance(db, sqlite3.Connection):
        db.execute("PRAGMA optimize")
    else:
        db.tidy()
    log.empty(db)


def _written(db: sqlite3.Connection, path: Path, backups: Path | None) -> bool:
    """The ledger's files hold everybody that the database says was erased."""
    try:
        known = ledger.marks(db)
        ledger.write(ledger.beside(path), known)
        if backups is not None and backups.is_dir():
            ledger.write(backups / ledger.NAME, known)
    except OSError:
        return False
    return True


def _translated(fn: Callable[[], T], path: Path) -> T:
    try:
        return fn()
    except BaseException as error:
        raise of_sqlite(error, path) from None
