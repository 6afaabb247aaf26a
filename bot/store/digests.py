"""Digests as they were sent to a coach, sealed with the client's key, so that an erase reaches them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros


@dataclass(frozen=True, slots=True)
class DigestRow:
    """A digest of one client for one coach. ``body``: what was sent, as text."""

    id: int
    coach_id: int
    client_id: int
    start: datetime
    end: datetime
    made_at: datetime
    read_at: datetime | None
    body: str = field(repr=False)


def add(
    tx: Tx, coach_id: int, client_id: int, *, start: datetime, end: datetime, now: datetime, body: str
) -> int:
    """Keep a digest of the time start <= t < end; its id."""
    added = tx.db.execute(
        "INSERT INTO digests (coach_id, client_id, from_at, to_at, made_at, body) "
        "VALUES (:coach, :client, :start, :end, :now, :body)",
        {
            "coach": coach_id,
            "client": client_id,
            "start": to_micros(start),
            "end": to_micros(end),
            "now": to_micros(now),
            "body": tx.seal(client_id, _place(coach_id, to_micros(now)), body),
        },
    )
    return added.lastrowid or 0


def get(tx: Tx, digest_id: int) -> DigestRow | None:
    """A digest by its id."""
    row = tx.db.execute("SELECT * FROM digests WHERE id = :id", {"id": digest_id}).fetchone()
    return None if row is None else _digest(tx, row)


def of_client(tx: Tx, client_id: int) -> tuple[DigestRow, ...]:
    """Every digest that was ever sent of a client, oldest first."""
    rows = tx.db.execute("SELECT * FROM digests WHERE client_id = :client ORDER BY id", {"client": client_id})
    return tuple(_digest(tx, row) for row in rows.fetchall())


def mark_read(tx: Tx, digest_id: int, now: datetime) -> bool:
    """The coach read a digest; False when that was known before. The first instant stays."""
    read = tx.db.execute(
        "UPDATE digests SET read_at = :now WHERE id = :id AND read_at IS NULL",
        {"id": digest_id, "now": to_micros(now)},
    )
    return read.rowcount > 0


def _place(coach_id: int, made_at: int) -> str:
    return f"digests|body|{coach_id}:{made_at}"


def _digest(tx: Tx, row: Any) -> DigestRow:
    place = _place(row["coach_id"], row["made_at"])
    return DigestRow(
        row["id"],
        row["coach_id"],
        row["client_id"],
        from_micros(row["from_at"]),
        from_micros(row["to_at"]),
        from_micros(row["made_at"]),
        from_micros_or_none(row["read_at"]),
        tx.open_text(row["client_id"], place, row["body"]) or "",
    )
