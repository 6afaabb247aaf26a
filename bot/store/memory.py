"""What the bot itself remembers from one start to the next; nothing of a person's."""

from bot.store.db import Tx


def put(tx: Tx, key: str, value: str) -> None:
    """Remember a value under a key, in place of the one before."""
    tx.db.execute(
        "INSERT INTO settings (key, value) VALUES (:key, :value) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        {"key": key, "value": value},
    )


def get(tx: Tx, key: str) -> str:
    """What is remembered under a key; "" where nothing is."""
    row = tx.db.execute("SELECT value FROM settings WHERE key = :key", {"key": key}).fetchone()
    return "" if row is None else str(row[0])
