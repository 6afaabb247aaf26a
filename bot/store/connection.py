"""The connection to a database file: made, opened for writing or reading, brought up to date, its key tried."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import cast

import aiosqlite

from bot.faults import StoreFault, of_sqlite
from bot.store import backup, keys, memo, migrate, resealing, thread
from bot.store.instants import to_micros
from bot.vault import Vault, VaultFault

PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",  # sorted words never reach a temporary file
)


async def connect(connector: Callable[[], sqlite3.Connection], path: Path) -> aiosqlite.Connection:
    """A connection on a thread of its own; raises StoreFault."""
    try:
        return await thread.begin(connector)
    except BaseException as error:
        raise of_sqlite(error, path) from None


@contextlib.contextmanager
def made(path: Path, url: str = "") -> Iterator[None]:
    """The folder and a file that only its owner can read; SQLite gives its side files the same mode."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not url:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        yield
    except OSError as error:
        raise StoreFault(
            "readonly", f"{path} cannot be made or opened for writing ({type(error).__name__})."
        ) from None


def open_writing(
    path: Path, vault: Vault, now: datetime, backups: Path | None = None, *, kept: bool = True, url: str = ""
) -> memo.Connection:
    """The writing connection of a database whose lock is held; a schema that changes is backed up before.

    ``kept``: False where it is a backup's own database that is brought up to date. ``url``: see
    ``Store.open``.
    """
    save = partial(backup.make, path, vault, backups or backup.beside(path), now, url)
    if url:
        return cast(memo.Connection, _elsewhere().open_writing(url, vault, now, save))
    db = sqlite3.connect(
        path,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
        factory=memo.Connection,
    )
    try:
        db.row_factory = sqlite3.Row
        for pragma in PRAGMAS:
            db.execute(pragma)
        if kept and _outgrown(db):
            _check_key(db, vault, path)
            save()
        migrate.apply(db, migrate.files(), to_micros(now))
        _check_key(db, vault, path)
        keys.check(db, vault)
        resealing.apply(db, vault)
        if keys.read(db, vault, keys.HOUSE) is None:
            keys.make(db, vault, keys.HOUSE, to_micros(now))
    except BaseException:
        db.close()
        raise
    return db


def exists(path: Path, url: str = "") -> bool:
    """Whether there is a database; raises StoreFault where the server does not answer."""
    if not url:
        return path.exists()
    with contextlib.closing(_elsewhere().postgres.Postgres(url, writes=False)) as db:
        return bool(_elsewhere().is_there(db))


def _elsewhere() -> ModuleType:
    """PostgreSQL's part, loaded only where it is asked for; raises StoreFault where it is not installed."""
    try:
        return import_module("bot.store.postgres_schema")
    except ModuleNotFoundError as missing:
        raise StoreFault(
            "closed", f"[database] url needs {missing.name}: pip install 'interlude[postgres]'."
        ) from None


def _outgrown(db: sqlite3.Connection) -> bool:
    """Whether this is a database of ours in which the schema is about to change."""
    known = migrate.files()
    return 0 < len(migrate.pending(db, known)) < len(known)


def open_reading(path: Path, vault: Vault, url: str = "") -> memo.Connection:
    """A connection that can only read; raises StoreFault where there is no database or an older one."""
    if url:
        return cast(memo.Connection, _elsewhere().open_reading(url, vault))
    if not path.exists():
        raise StoreFault("readonly", f"There is no database at {path}.")
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=memo.Connection,
    )
    try:
        db.row_factory = sqlite3.Row
        db.execute("PRAGMA busy_timeout = 5000")
        db.execute("PRAGMA query_only = ON")
        db.execute("PRAGMA temp_store = MEMORY")
        if migrate.pending(db, migrate.files()):
            raise StoreFault(
                "older", f"{path} is older than this program. Start the bot once to bring it up to date."
            )
        _check_key(db, vault, path)
    except BaseException:
        db.close()
        raise
    return db


def _check_key(db: sqlite3.Connection, vault: Vault, path: Path) -> None:
    try:
        keys.read(db, vault, keys.HOUSE)
    except VaultFault:
        raise StoreFault(
            "key",
            f"{vault.name} does not belong to {path}: it opens no key of it. Put back the right one.",
        ) from None
