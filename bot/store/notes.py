"""Notes: a coach's own about a client, sealed with the coach's key; no client's route reads this table."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros

_PLACE = "notes|words|{}"


@dataclass(frozen=True, slots=True)
class Note:
    """One note of a coach's about a client."""

    id: int
    client_id: int
    words: str
    at: datetime


def add(tx: Tx, coach_id: int, client_id: int, words: str, now: datetime) -> int:
    """A note; its number."""
    number = tx.next_id("notes")
    added = tx.db.execute(
        "INSERT INTO notes (id, coach_id, client_id, words, at) VALUES (:id, :coach, :client, :words, :now)",
        {
            "id": number,
            "coach": coach_id,
            "client": client_id,
            "words": tx.seal(coach_id, _PLACE.format(number), words),
            "now": to_micros(now),
        },
    )
    return int(added.lastrowid or 0)


def of(tx: Tx, coach_id: int, client_id: int) -> tuple[Note, ...]:
    """All notes of a coach's about a client, in order."""
    rows = tx.db.execute(
        "SELECT * FROM notes WHERE coach_id = :coach AND client_id = :client ORDER BY id",
        {"coach": coach_id, "client": client_id},
    )
    return tuple(
        Note(
            row["id"],
            row["client_id"],
            tx.open_text(coach_id, _PLACE.format(row["id"]), row["words"]) or "",
            from_micros(row["at"]),
        )
        for row in rows
    )


def delete(tx: Tx, coach_id: int, number: int) -> bool:
    """It is gone; False where there is none of that number of this coach's."""
    gone = tx.db.execute(
        "DELETE FROM notes WHERE id = :id AND coach_id = :coach", {"id": number, "coach": coach_id}
    )
    return gone.rowcount > 0


def owner(tx: Tx, number: int) -> tuple[int, int] | None:
    """The coach and the client of a note; None where there is none of that number."""
    row = tx.db.execute("SELECT coach_id, client_id FROM notes WHERE id = :id", {"id": number}).fetchone()
    return None if row is None else (row["coach_id"], row["client_id"])
