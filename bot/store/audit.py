"""The audit: who did what to whom and when, without a word of anybody's."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. ``actor`` 0: the bot itself, or somebody erased; ``subject`` None: somebody erased, or nobody."""

    at: datetime
    actor: int
    action: str
    subject: int | None


def add(tx: Tx, actor: int, action: str, now: datetime, subject: int | None = None) -> None:
    """Note an act: a short name for it, never words."""
    tx.db.execute(
        "INSERT INTO audit (at, actor, action, subject) VALUES (:now, :actor, :action, :subject)",
        {"now": to_micros(now), "actor": actor, "action": action, "subject": subject},
    )


def of_subject(tx: Tx, subject: int) -> tuple[Entry, ...]:
    """What was done to a person, oldest first; the person may see it."""
    rows = tx.db.execute("SELECT * FROM audit WHERE subject = :subject ORDER BY id", {"subject": subject})
    return tuple(_entry(row) for row in rows)


def _entry(row: Any) -> Entry:
    return Entry(from_micros(row["at"]), row["actor"], row["action"], row["subject"])
