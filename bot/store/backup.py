"""Backups: the whole database at one moment, sealed, and read back before it counts.

A file is: one line that says what it is, then the length (4 bytes) and bytes of a fresh key, wrapped by the newest
master key, then blocks of a megabyte, each with its length and sealed by that key for its place; the last says so.
Whoever has only the file reads nothing in it, and a file that was cut, changed or put together anew does not open.
"""

import contextlib
import hashlib
import os
import re
import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from bot.faults import StoreFault, of_sqlite
from bot.store import keys, ledger
from bot.vault import DataKey, Vault, VaultFault

OWNER = -1
"""Whose key a backup's is: nobody's, and not the house's."""

HEADING = b"interlude backup 1\n"
BLOCK = 1024 * 1024
LONGEST = BLOCK + 1024
_FILE = re.compile(r"interlude-(\d{8}T\d{6})Z(?:-\d+)?\.backup")


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and read back: where, how large, of how many people and answers."""

    path: Path
    size: int
    clients: int
    responses: int


def beside(database: Path) -> Path:
    """Where backups go when nobody said: a folder beside the database."""
    return database.with_name("backups")


def make(database: Path, vault: Vault, folder: Path, now: datetime, url: str = "") -> Made:
    """Back up a database, whoever writes it meanwhile; a backup that does not read back is no backup.

    ``url``: it is PostgreSQL's, and the backup holds it as a file of SQLite's all the same.

    Raises StoreFault: the folder or disk does not take it, or the database is damaged. Then nothing is left of it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _copied(database, url) as copy:
            clients, responses = _looked_at(copy, vault, database)
            path = _sealed(copy, vault, _free(folder, now))
            with contextlib.closing(reading(copy if url else database)) as db:
                known = ledger.marks(db) if _has_ledger(db) else frozenset[str]()
        ledger.write(folder / ledger.NAME, known)
    except OSError as fault:
        raise StoreFault(
            "disk", f"No backup could be written to {folder} ({type(fault).__name__}). Is there room?"
        ) from None
    return Made(path, path.stat().st_size, clients, responses)


def unseal(path: Path, vault: Vault, to: BinaryIO) -> None:
    """Write out the database that a backup holds. Raises StoreFault: it is none of ours, cut off or changed.

    What was written by then is not to be used.
    """
    with path.open("rb") as file:
        for block in _blocks(path, file, vault):
            to.write(block)


def made_at(path: Path) -> datetime | None:
    """When a backup was made, by its name; None where it is no backup's name."""
    found = _FILE.fullmatch(path.name)
    return datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) if found else None


def files(folder: Path) -> tuple[Path, ...]:
    """The backups of a folder, oldest first."""
    if not folder.is_dir():
        return ()
    return tuple(
        sorted((one for one in folder.iterdir() if _FILE.fullmatch(one.name)), key=lambda one: one.name)
    )


def rotate(folder: Path, now: datetime, keep: timedelta) -> int:
    """Delete the backups that are older than that, but never the newest; how many."""
    old = [one for one in files(folder)[:-1] if (made_at(one) or now) < now - keep]
    for one in old:
        one.unlink(missing_ok=True)
    return len(old)


def _free(folder: Path, now: datetime) -> Path:
    """A name that is not taken."""
    stem = f"interlude-{now.astimezone(UTC):%Y%m%dT%H%M%S}Z"
    names = (folder / f"{stem}{f'-{n}' if n else ''}.backup" for n in range(1000))
    return next(one for one in names if not one.exists())


# ---- the copy ------------------------------------------------------------------------------------


def reading(path: Path) -> sqlite3.Connection:
    """A connection of its own that only reads, whoever writes."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    db.execute("PRAGMA busy_timeout = 5000")
    db.execute("PRAGMA temp_store = MEMORY")
    db.row_factory = sqlite3.Row
    return db


def _uncopied(database: Path, fault: sqlite3.Error) -> StoreFault:
    return StoreFault(
        "disk", f"{database} could not be copied ({type(fault).__name__}). Is there room beside it?"
    )


@contextlib.contextmanager
def _copied(database: Path, url: str) -> Iterator[Path]:
    """A copy of one moment, without what was deleted, readable by its owner only; gone afterwards."""
    copy = database.with_name(f".{database.name}.{secrets.token_hex(4)}")
    os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        if url:
            import_module("bot.store.move").to_file(url, copy)
        else:
            with contextlib.closing(reading(database)) as db:
                db.execute("VACUUM INTO :copy", {"copy": str(copy)})
        yield copy
    except sqlite3.Error as fault:
        known = of_sqlite(fault, database)
        raise known if isinstance(known, StoreFault) else _uncopied(database, fault) from None
    finally:
        for file in copy.parent.glob(f"{copy.name}*"):
            file.unlink(missing_ok=True)


def _looked_at(copy: Path, vault: Vault, database: Path) -> tuple[int, int]:
    """How many clients and answers are in a copy, which is sound and opened by this key file."""
    with contextlib.closing(reading(copy)) as db:
        if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise StoreFault(
                "damaged", f"{database} is damaged; no backup was made of it. Restore an older one."
            )
        keys.read(db, vault, keys.HOUSE)
        (clients,) = db.execute("SELECT count(*) FROM clients").fetchone()
        (responses,) = db.execute("SELECT count(*) FROM responses").fetchone()
    return clients, responses


def _has_ledger(db: sqlite3.Connection) -> bool:
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'erased'").fetchone())


# ---- sealing -------------------------------------------------------------------------------------


def _sealed(copy: Path, vault: Vault, path: Path) -> Path:
    """A copy sealed into a file that is on the disk, and reads back byte for byte, before it has its name."""
    draft = path.with_name(f".{path.name}.part")
    try:
        with copy.open("rb") as plain, _private(draft) as file:
            written = _write(plain, copy.stat().st_size, vault, file)
            file.flush()
            os.fsync(file.fileno())
        with draft.open("rb") as file:
            read = hashlib.sha256()
            for block in _blocks(path, file, vault):
                read.update(block)
        if read.digest() != written:
            raise StoreFault("disk", f"{path} did not read back as it was written. Is the disk well?")
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    sync(path.parent)
    return path


def _write(plain: BinaryIO, size: int, vault: Vault, file: BinaryIO) -> bytes:
    """The blocks of a file, sealed; the hash of what was read."""
    wrapped = vault.new_key(OWNER)
    key, read = vault.unwrap(OWNER, wrapped), hashlib.sha256()
    file.write(HEADING)
    _put(file, wrapped)
    last = max(0, (size - 1) // BLOCK)
    for number in range(last + 1):
        block = plain.read(BLOCK)
        read.update(block)
        _put(file, key.seal(_place(number, number == last), block))
    return read.digest()


def _put(file: BinaryIO, block: bytes) -> None:
    file.write(len(block).to_bytes(4, "big") + block)


def _place(number: int, last: bool) -> str:
    return f"backup|{number}|{'last' if last else 'more'}"


def _blocks(path: Path, file: BinaryIO, vault: Vault) -> Iterator[bytes]:
    """The blocks of a backup, opened, each only where it belongs."""
    if file.readline(len(HEADING)) != HEADING:
        raise StoreFault("damaged", f"{path} is not a backup of Interlude.")
    try:
        key = vault.unwrap(OWNER, _taken(path, file))
    except VaultFault:
        raise StoreFault(
            "key", f"{vault.name} did not seal {path}: put back the key file of its time."
        ) from None
    yield from _opened(path, file, key)


def _opened(path: Path, file: BinaryIO, key: DataKey) -> Iterator[bytes]:
    number, block = 0, _taken(path, file)
    while True:
        following = file.read(4)
        try:
            yield key.open(_place(number, not following), block)
        except VaultFault:
            raise StoreFault("damaged", f"{path} was cut off or changed. Take another backup.") from None
        if not following:
            return
        number, block = number + 1, _body(path, file, following)


def _taken(path: Path, file: BinaryIO) -> bytes:
    return _body(path, file, file.read(4))


def _body(path: Path, file: BinaryIO, length: bytes) -> bytes:
    size = int.from_bytes(length, "big")
    block = file.read(size) if len(length) == 4 and size <= LONGEST else b""
    if not block or len(block) != size:
        raise StoreFault("damaged", f"{path} was cut off or changed. Take another backup.")
    return block


@contextlib.contextmanager
def _private(path: Path) -> Iterator[BinaryIO]:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        yield file


def sync(folder: Path) -> None:
    """A folder's names are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
