"""Migrations: numbered SQL files, each applied in one transaction together with its own record.

A file that was applied is never edited; a database that is ahead of the program is refused.
"""

import hashlib
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from bot.faults import StoreFault

FILE = re.compile(r"(\d{4})_([a-z0-9_]+)\.sql")
RECORD = """
CREATE TABLE IF NOT EXISTS migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    at INTEGER NOT NULL
)"""


@dataclass(frozen=True, slots=True)
class Migration:
    number: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """The hash of the text, line ends made alike."""
        # A checkout with other line ends is the same file.
        return hashlib.sha256(self.sql.replace("\r\n", "\n").encode()).hexdigest()


def files() -> tuple[Migration, ...]:
    """The program's own migrations, in order."""
    folder = resources.files("bot.store") / "migrations"
    found = [(FILE.fullmatch(file.name), file) for file in folder.iterdir()]
    made = [Migration(int(m[1]), m[2], file.read_text(encoding="utf-8")) for m, file in found if m]
    return tuple(sorted(made, key=lambda migration: migration.number))


def pending(db: sqlite3.Connection, known: Sequence[Migration]) -> tuple[Migration, ...]:
    """The migrations that the database still lacks.

    Raises StoreFault when the database is newer than the program, is not one of ours, or a file was changed
    after it was applied.
    """
    names = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "migrations" in names:
        return lacking(db, known)
    if names:
        raise StoreFault("damaged", "This file is a database of some other program. Name another path.")
    return tuple(known)


def lacking(db: sqlite3.Connection, known: Sequence[Migration]) -> tuple[Migration, ...]:
    """The same of a database of ours, whichever engine it is in."""
    applied = {row[0]: (row[1], row[2]) for row in db.execute("SELECT number, name, sha256 FROM migrations")}
    by_number = {migration.number: migration for migration in known}
    for number, (name, sha256) in sorted(applied.items()):
        _check(number, name, sha256, by_number.get(number))
    return tuple(migration for migration in known if migration.number not in applied)


def apply(db: sqlite3.Connection, known: Sequence[Migration], at: int) -> int:
    """Bring the database up to date, one transaction a file; returns how many were applied.

    ``at`` is microseconds since 1970. A file that fails leaves nothing of itself, and its error is raised.
    """
    todo = pending(db, known)
    db.execute(RECORD)
    for migration in todo:
        _apply_one(db, migration, at)
    return len(todo)


def _apply_one(db: sqlite3.Connection, migration: Migration, at: int) -> None:
    db.execute("PRAGMA foreign_keys = OFF")  # it may rebuild a table; checked before its commit
    try:
        # executescript ends a transaction that is open, so the beginning stands inside the script.
        db.executescript(f"BEGIN IMMEDIATE;\n{migration.sql}")
        record(db, migration, at)
        if db.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(f"migration {migration.number} leaves a reference to nothing")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def record(db: sqlite3.Connection, migration: Migration, at: int) -> None:
    """Note that a migration is applied."""
    db.execute(
        "INSERT INTO migrations (number, name, sha256, at) VALUES (:number, :name, :sha256, :at)",
        {"number": migration.number, "name": migration.name, "sha256": migration.sha256, "at": at},
    )


def _check(number: int, name: str, sha256: str, migration: Migration | None) -> None:
    if migration is None:
        raise StoreFault(
            "newer",
            f"The database was made by a newer version of this program (migration {number}, {name}). "
            "Install that version, or restore a backup from before.",
        )
    if migration.sha256 != sha256:
        raise StoreFault(
            "changed",
            f"Migration {number} ({migration.name}) was changed after it was applied. "
            "Put the file back and write a new one.",
        )
