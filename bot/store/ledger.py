"""The erase ledger: who was erased, as marks that tell nobody anything, so that no backup brings them back.

A mark is made with a person's own key just before that key is destroyed. Only a backup that still holds the key can
make the same mark again, and that backup is what the mark is for. Marks stand in the database and, in case that is
lost, in files: one beside the database, one beside the backups.
"""

import os
import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

MARK = re.compile(r"[0-9a-f]{64}")
NAME = "erased"
"""What the file is called, in the folder of the backups; beside the database it is its name's ending."""


def beside(database: Path) -> Path:
    """The ledger's file beside a database."""
    return database.with_name(f"{database.name}.{NAME}")


def note(db: sqlite3.Connection, mark: str, at: int) -> None:
    """Somebody is erased in this transaction. ``at`` is microseconds since 1970."""
    db.execute(
        "INSERT INTO erased (mark, at) VALUES (:mark, :at) ON CONFLICT (mark) DO NOTHING",
        {"mark": mark, "at": at},
    )


def marks(db: sqlite3.Connection) -> frozenset[str]:
    """Everybody's mark that the database knows."""
    return frozenset(row[0] for row in db.execute("SELECT mark FROM erased"))


def read(file: Path) -> frozenset[str]:
    """The marks of a file; none where there is no such file. A line that is no mark is left alone."""
    try:
        lines = file.read_text(encoding="ascii", errors="replace").split()
    except FileNotFoundError:
        return frozenset()
    return frozenset(line for line in lines if MARK.fullmatch(line))


def write(file: Path, known: Iterable[str]) -> None:
    """Add to a file the marks that it lacks, on the disk when this returns; none is ever lost. Raises OSError."""
    lacking = sorted(set(known) - read(file))
    if not lacking:
        return
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        # the first blank line ends what a full disk may have cut off
        os.write(handle, ("\n" + "\n".join(lacking) + "\n").encode("ascii"))
        os.fsync(handle)
    finally:
        os.close(handle)
