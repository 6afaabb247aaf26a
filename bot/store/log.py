"""The write-ahead log on disk: what was deleted from the file lies there until it is emptied."""

import sqlite3

UNEMPTIED = "unemptied"
"""Under this the settings keep since when the log holds what an erase took away; `doctor` reads it there."""


def note(db: sqlite3.Connection, at: int) -> None:
    """From this commit on the log holds what was erased."""
    db.execute(
        "INSERT INTO settings (key, value) VALUES (:key, :at) ON CONFLICT (key) DO NOTHING",
        {"key": UNEMPTIED, "at": str(at)},
    )


def since(db: sqlite3.Connection) -> int | None:
    """Since when (microseconds) the log holds what was erased; None: it does not."""
    row = db.execute("SELECT value FROM settings WHERE key = :key", {"key": UNEMPTIED}).fetchone()
    return None if row is None else int(row[0])


def empty(db: sqlite3.Connection) -> bool:
    """Empty the log into the file; False while somebody reads what stands in it. It waits for nobody.

    Waiting would hold the only thread of the database, and everybody with it, for as long as a reader reads.
    """
    if not isinstance(db, sqlite3.Connection):
        return _emptied(db, db.empty())
    (patience,) = db.execute("PRAGMA busy_timeout").fetchone()
    db.execute("PRAGMA busy_timeout = 0")
    try:
        busy, _, _ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return _emptied(db, not busy)
    except sqlite3.Error:  # a disk that is full or away: as if it were read
        return False
    finally:
        db.execute(f"PRAGMA busy_timeout = {patience}")


def _emptied(db: sqlite3.Connection, done: bool) -> bool:
    if done and since(db) is not None:
        db.execute("DELETE FROM settings WHERE key = :key", {"key": UNEMPTIED})
    return done
