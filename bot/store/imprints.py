"""Imprints: by what an edit of a message that was not kept is known to say the same again. No words are in one."""

from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros


def keep(tx: Tx, chat_id: int, message_id: int, text: str, *, now: datetime) -> None:
    """How a message reads now; when it was first read stays."""
    tx.db.execute(
        "INSERT INTO imprints (chat_id, message_id, mark, at) VALUES (:chat, :message, :mark, :now) "
        "ON CONFLICT (chat_id, message_id) DO UPDATE SET mark = excluded.mark",
        {
            "chat": chat_id,
            "message": message_id,
            "mark": _mark(tx, chat_id, message_id, text),
            "now": to_micros(now),
        },
    )


def same(tx: Tx, chat_id: int, message_id: int, text: str) -> bool:
    """Whether a message is known to read so already."""
    row = tx.db.execute(
        "SELECT mark FROM imprints WHERE chat_id = :chat AND message_id = :message",
        {"chat": chat_id, "message": message_id},
    ).fetchone()
    return row is not None and row["mark"] == _mark(tx, chat_id, message_id, text)


def first(tx: Tx, chat_id: int, message_id: int) -> datetime | None:
    """When a message was first read; None where that is not known."""
    row = tx.db.execute(
        "SELECT at FROM imprints WHERE chat_id = :chat AND message_id = :message",
        {"chat": chat_id, "message": message_id},
    ).fetchone()
    return None if row is None else from_micros(row["at"])


def tell(tx: Tx, chat_id: int, message_id: int) -> None:
    """Its writer read what becomes of a change of the message."""
    tx.db.execute(
        "UPDATE imprints SET told = 1 WHERE chat_id = :chat AND message_id = :message",
        {"chat": chat_id, "message": message_id},
    )


def told(tx: Tx, chat_id: int, message_id: int) -> bool:
    """Whether its writer read what becomes of a change of the message."""
    row = tx.db.execute(
        "SELECT told FROM imprints WHERE chat_id = :chat AND message_id = :message",
        {"chat": chat_id, "message": message_id},
    ).fetchone()
    return row is not None and bool(row["told"])


def clean(tx: Tx, before: datetime) -> int:
    """Delete those of messages that nobody can edit any more; how many."""
    gone = tx.db.execute("DELETE FROM imprints WHERE at < :before", {"before": to_micros(before)})
    return gone.rowcount


def _mark(tx: Tx, chat_id: int, message_id: int, text: str) -> str:
    return tx.fingerprint(f"{chat_id}|{message_id}|{text}".encode("utf-8", "surrogatepass"))
