"""Holidays: stretches of days on which a coach is away."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros


@dataclass(frozen=True, slots=True)
class Holiday:
    """From one day to another, both included, on the coach's calendar."""

    id: int
    coach_id: int
    first: date
    last: date
    made_at: datetime

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day <= self.last


def add(tx: Tx, coach_id: int, first: date, last: date, now: datetime) -> int:
    """The coach is away on these days; the row's number."""
    added = tx.db.execute(
        "INSERT INTO holidays (coach_id, first_day, last_day, made_at) VALUES (:id, :first, :last, :now)",
        {"id": coach_id, "first": f"{first}", "last": f"{last}", "now": to_micros(now)},
    )
    return added.lastrowid or 0


def of(tx: Tx, coach_id: int) -> tuple[Holiday, ...]:
    """All of a coach's, the earliest first."""
    return tx.once("holidays", coach_id, lambda: _of(tx, coach_id))


def _of(tx: Tx, coach_id: int) -> tuple[Holiday, ...]:
    rows = tx.db.execute(
        "SELECT * FROM holidays WHERE coach_id = :id ORDER BY first_day, id", {"id": coach_id}
    )
    return tuple(map(_holiday, rows))


def remove(tx: Tx, number: int, coach_id: int) -> Holiday | None:
    """Take one of the coach's back; what it was, None where it is no such."""
    found = next((one for one in of(tx, coach_id) if one.id == number), None)
    if found is not None:
        tx.db.execute("DELETE FROM holidays WHERE id = :id", {"id": number})
    return found


def _holiday(row: Any) -> Holiday:
    first, last = (date.fromisoformat(row[name]) for name in ("first_day", "last_day"))
    return Holiday(row["id"], row["coach_id"], first, last, from_micros(row["made_at"]))
