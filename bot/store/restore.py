"""Restoring: a backup takes the place of the database, without those who were erased since it was made."""

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot import lock
from bot.faults import StoreFault, of_sqlite
from bot.store import backup, erase, ledger, log, visits
from bot.store.connection import open_writing
from bot.store.db import Tx
from bot.store.instants import to_micros
from bot.vault import Vault


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place: how many clients, how many were erased again, and where the old database went."""

    clients: int
    erased: int
    aside: Path | None


def restore(
    source: Path, database: Path, vault: Vault, now: datetime, ledgers: tuple[Path, ...] = ()
) -> Restored:
    """Put a backup in the place of a database, which is moved aside; nothing changes where it does not work.

    ``ledgers``: files of the erase ledger besides the one beside the database and the one beside the backup. Raises
    StoreFault: the bot runs, another key file, a newer program's, cut off or changed, no room.
    """
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        held = lock.take(database, now)
        try:
            with _draft(database) as draft:
                _unsealed(source, vault, draft)
                marks = _marks(source, database, ledgers)
                clients, erased = _made_ready(draft, vault, now, marks)
                ledger.write(ledger.beside(database), marks)
                aside = _moved_aside(database, now)
                os.replace(draft, database)
                backup.sync(database.parent)
        finally:
            held.release()
    except OSError as fault:
        raise StoreFault(
            "disk", f"{source} could not be restored ({type(fault).__name__}); nothing was changed."
        ) from None
    return Restored(clients, erased, aside)


@contextlib.contextmanager
def _draft(database: Path) -> Iterator[Path]:
    draft = database.with_name(f".{database.name}.{secrets.token_hex(4)}")
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield draft
    finally:
        for file in draft.parent.glob(f"{draft.name}*"):
            file.unlink(missing_ok=True)


def _unsealed(source: Path, vault: Vault, draft: Path) -> None:
    if not source.is_file():
        raise StoreFault("readonly", f"There is no backup {source}.")
    with draft.open("wb") as file:
        backup.unseal(source, vault, file)
        file.flush()
        os.fsync(file.fileno())


def _marks(source: Path, database: Path, ledgers: tuple[Path, ...]) -> frozenset[str]:
    """Everybody who was erased, by every ledger that can be found; the old database is asked too, if it opens."""
    known = [ledger.read(one) for one in (ledger.beside(database), source.with_name(ledger.NAME), *ledgers)]
    with contextlib.suppress(sqlite3.Error), contextlib.closing(backup.reading(database)) as db:
        known.append(ledger.marks(db))
    return frozenset().union(*known)


def _made_ready(draft: Path, vault: Vault, now: datetime, marks: frozenset[str]) -> tuple[int, int]:
    """The draft brought up to date, without whom the ledger holds; how many clients are left, how many went."""
    try:
        with contextlib.closing(open_writing(draft, vault, now, kept=False)) as db:
            if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                raise StoreFault("damaged", "The database in this backup is damaged. Take another backup.")
            erased = _erased(db, vault, now, marks)
            (clients,) = db.execute("SELECT count(*) FROM clients").fetchone()
            log.empty(db)
            db.execute("PRAGMA journal_mode = DELETE")  # no file of the draft's is left beside it
    except sqlite3.Error as fault:
        raise of_sqlite(fault, draft) from None
    return clients, erased


def _erased(db: sqlite3.Connection, vault: Vault, now: datetime, marks: frozenset[str]) -> int:
    db.execute("BEGIN IMMEDIATE")
    tx = Tx(db, vault, to_micros(now))
    gone = erase.buried(tx, marks)
    for client in gone:
        erase.client(tx, client, now)
    for mark in marks:
        ledger.note(db, mark, to_micros(now))
    visits.forget_everybodys(tx)  # who was signed out since stays signed out
    db.execute("COMMIT")
    return len(gone)


def _moved_aside(database: Path, now: datetime) -> Path | None:
    """The old database under another name, with what belongs to it; None where there was none."""
    if not database.exists():
        return None
    aside = database.with_name(f"{database.name}.before-{now.astimezone(UTC):%Y%m%dT%H%M%S}Z")
    for ending in ("-wal", "-shm", ""):
        if (part := database.with_name(database.name + ending)).exists():
            os.replace(part, aside.with_name(aside.name + ending))
    return aside
