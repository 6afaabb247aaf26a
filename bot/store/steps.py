"""Steps: what a coach arranged, kept for some days so that it can be taken back."""

import json
from dataclasses import dataclass
from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros


@dataclass(frozen=True, slots=True)
class SessionStep:
    """Before and after: all coaching sessions with a client, the last day with one, or days away (no client: 0)."""

    id: int
    coach_id: int
    client_id: int
    before: str
    after: str
    undone: bool
    at: datetime


def snapshot(tx: Tx, client_id: int) -> str:
    """All coaching sessions with a client as they stand."""
    rows = tx.db.execute(
        "SELECT * FROM coaching_sessions WHERE client_id = :id ORDER BY id", {"id": client_id}
    )
    return json.dumps([dict(row) for row in rows])


def add(tx: Tx, coach_id: int, client_id: int, before: str, now: datetime) -> int:
    """Something was done: how matters stood before it, and how they stand now; its number."""
    return note(tx, coach_id, client_id, before, snapshot(tx, client_id), now)


def note(tx: Tx, coach_id: int, client_id: int, before: str, after: str, now: datetime) -> int:
    """As ``add``, for what is no coaching session: ``{"ending": day}`` or ``{"holiday": number}``."""
    added = tx.db.execute(
        "INSERT INTO session_steps (coach_id, client_id, before, after, at) "
        "VALUES (:coach, :client, :before, :after, :now)",
        {
            "coach": coach_id,
            "client": client_id,
            "before": before,
            "after": after,
            "now": to_micros(now),
        },
    )
    return added.lastrowid or 0


def get(tx: Tx, number: int) -> SessionStep | None:
    """The step of that number."""
    row = tx.db.execute("SELECT * FROM session_steps WHERE id = :id", {"id": number}).fetchone()
    if row is None:
        return None
    return SessionStep(
        row["id"],
        row["coach_id"],
        row["client_id"],
        row["before"],
        row["after"],
        row["undone_at"] is not None,
        from_micros(row["at"]),
    )


def open_of(tx: Tx, coach_id: int) -> tuple[SessionStep, ...]:
    """The steps of a coach that were not taken back, the latest first."""
    rows = tx.db.execute(
        "SELECT id FROM session_steps WHERE coach_id = :id AND undone_at IS NULL ORDER BY id DESC",
        {"id": coach_id},
    ).fetchall()
    return tuple(step for row in rows if (step := get(tx, row[0])))


def undo(tx: Tx, step: SessionStep, now: datetime) -> bool:
    """Put everything back as it was; False when it was taken back already, or something was done since."""
    if step.undone or snapshot(tx, step.client_id) != step.after:
        return False
    tx.db.execute("DELETE FROM coaching_sessions WHERE client_id = :id", {"id": step.client_id})
    for row in json.loads(step.before):
        names = ", ".join(row)
        blanks = ", ".join(f":{name}" for name in row)
        tx.db.execute(f"INSERT INTO coaching_sessions ({names}) VALUES ({blanks})", row)  # noqa: S608 - column names
    close(tx, step.id, now)
    return True


def close(tx: Tx, number: int, now: datetime) -> None:
    """It was taken back."""
    tx.db.execute(
        "UPDATE session_steps SET undone_at = :now WHERE id = :id", {"id": number, "now": to_micros(now)}
    )


def clean(tx: Tx, before: datetime) -> int:
    """Delete steps from before an instant; how many."""
    gone = tx.db.execute("DELETE FROM session_steps WHERE at < :before", {"before": to_micros(before)})
    return gone.rowcount
