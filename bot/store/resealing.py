"""Resealing: what an older program sealed for its table alone is sealed for its row, once, at an opening.

Before, two values of one person in one column could change places and still open.
"""

import sqlite3

from bot.store import keys
from bot.vault import DataKey, Vault, VaultFault

MARK = "unbound"
"""The setting that the migration leaves, until this is done."""

COLUMNS = (
    ("agreements", "terms", "client_id"),
    ("assignments", "words", "client_id"),
    ("change_requests", "words", "client_id"),
    ("coach_answers", "prompt", "coach_id"),
    ("coach_answers", "words", "coach_id"),
    ("goals", "words", "client_id"),
    ("invites", "label", "made_by"),
    ("letters", "body", "coach_id"),
    ("notes", "words", "coach_id"),
    ("peer_notes", "words", "client_id"),
)
"""Table, column, and whose key it is."""


def apply(db: sqlite3.Connection, vault: Vault) -> None:
    """Seal them anew, all in one commit; nothing where it is done. What does not open stays as it is."""
    if db.execute("SELECT 1 FROM settings WHERE key = :key", {"key": MARK}).fetchone() is None:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for table, column, owner in COLUMNS:
            _column(db, vault, table, column, owner)
        db.execute("DELETE FROM settings WHERE key = :key", {"key": MARK})
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _column(db: sqlite3.Connection, vault: Vault, table: str, column: str, owner: str) -> None:
    name = "lower(hex(token_hash))" if table == "invites" else "id"
    rows = db.execute(
        f"SELECT rowid, {name}, {owner}, {column} FROM {table} WHERE length({column}) > 0"  # noqa: S608 - our own names
    ).fetchall()
    for number, row, whose, sealed in rows:
        key, place = keys.read(db, vault, whose), f"{whose}|{table}|{column}"
        if key is not None and (anew := _anew(key, place, f"{place}|{row}", sealed)):
            db.execute(
                f"UPDATE {table} SET {column} = :anew WHERE rowid = :number",  # noqa: S608 - our own names
                {"anew": anew, "number": number},
            )


def _anew(key: DataKey, before: str, after: str, sealed: bytes) -> bytes | None:
    try:
        return key.seal(after, key.open(before, sealed))
    except VaultFault:
        return None
