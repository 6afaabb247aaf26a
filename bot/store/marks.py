"""Marks: the moments that clients marked in their reflections."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A moment that the client marked."""

    id: int
    reflection_id: int
    kind: str
    at: datetime


def add(tx: Tx, client_id: int, reflection_id: int, kind: str, now: datetime) -> bool:
    """The client marked a moment in a reflection; one mark each, False when it has one."""
    added = tx.db.execute(
        "INSERT INTO marks (client_id, reflection_id, kind, at) VALUES (:client, :reflection, :kind, :now) "
        "ON CONFLICT DO NOTHING",
        {"client": client_id, "reflection": reflection_id, "kind": kind, "now": to_micros(now)},
    )
    return added.rowcount > 0


def of_client(tx: Tx, client_id: int) -> tuple[MarkRow, ...]:
    """The moments that a client marked, oldest first."""
    rows = tx.db.execute(
        "SELECT * FROM marks WHERE client_id = :client ORDER BY at, id", {"client": client_id}
    )
    return tuple(
        MarkRow(row["id"], row["reflection_id"], row["kind"], from_micros(row["at"])) for row in rows
    )
