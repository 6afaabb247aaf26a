"""The write-ahead log on disk: what was deleted from the file lies there until it is emptied."""

import sqlite3


def empty(db: sqlite3.Connection) -> bool:
    """Empty the log into the file; False while somebody reads what stands in it. It waits for nobody.

    Waiting would hold the only thread of the database, and everybody with it, for as long as a reader reads.
    """
    (patience,) = db.execute("PRAGMA busy_timeout").fetchone()
    db.execute("PRAGMA busy_timeout = 0")
    try:
        busy, _, _ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    except sqlite3.Error:  # a disk that is full or away: as if it were read
        return False
    finally:
        db.execute(f"PRAGMA busy_timeout = {patience}")
