"""Setbacks: rows of the outbox over which the program itself failed. Tried again, then set aside; never words."""

from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import to_micros
from bot.store.outbox import ASIDE, WAITING


def fail(tx: Tx, row_id: int, error: str, at: datetime, tries: int) -> bool:
    """The program failed over it: try again at an instant; after ``tries`` it is set aside with its body (True)."""
    row = tx.db.execute("SELECT faults FROM outbox WHERE id = :id AND state < 2", {"id": row_id}).fetchone()
    if row is None:
        return False
    aside = bool(row["faults"] + 1 >= tries)
    tx.db.execute(
        "UPDATE outbox SET faults = faults + 1, error = :error, not_before = :at, state = :state "
        "WHERE id = :id",
        {"id": row_id, "error": error, "at": to_micros(at), "state": ASIDE if aside else WAITING},
    )
    return aside


def close(tx: Tx, row_id: int, error: str) -> bool:
    """It was made, but what became of it cannot be noted: close and empty it; the chat moves on."""
    closed = tx.db.execute(
        "UPDATE outbox SET state = 5, body = NULL, file = NULL, error = :error WHERE id = :id AND state < 2",
        {"id": row_id, "error": error},
    )
    return closed.rowcount > 0


def revive(tx: Tx, row_id: int) -> bool:
    """Try once more what was set aside; False when it is not that, or was emptied."""
    revived = tx.db.execute(
        "UPDATE outbox SET state = 0, faults = 0, not_before = 0 "
        "WHERE id = :id AND state = 5 AND body IS NOT NULL",
        {"id": row_id},
    )
    return revived.rowcount > 0


def latest(tx: Tx, limit: int) -> tuple[tuple[int, str, str], ...]:
    """The latest rows that were set aside: id, method, and where the program failed."""
    rows = tx.db.execute(
        "SELECT id, method, error FROM outbox WHERE state = 5 ORDER BY id DESC LIMIT :limit", {"limit": limit}
    )
    return tuple((row["id"], row["method"], row["error"] or "") for row in rows)
