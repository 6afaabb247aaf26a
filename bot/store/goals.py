"""Goals: the card of at most three that a client and their coach agree on, in versions that each confirms."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

_PLACE = "goals|words|{}"

Goal = tuple[str, str]
"""A goal, and how it is worked on."""


@dataclass(frozen=True, slots=True)
class GoalsVersion:
    """One version of a card; ``session``: the number of the last coaching session then."""

    id: int
    client_id: int
    coach_id: int
    version: int
    goals: tuple[Goal, ...]
    made_at: datetime
    coach_at: datetime | None
    client_at: datetime | None
    session: int

    @property
    def agreed(self) -> bool:
        """Whether both confirmed it."""
        return self.coach_at is not None and self.client_at is not None


def add(
    tx: Tx,
    client_id: int,
    coach_id: int,
    goals: Sequence[Goal],
    now: datetime,
    *,
    by_coach: bool,
    session: int,
) -> int:
    """A new version, confirmed by who wrote it; its number."""
    at, number = to_micros(now), tx.next_id("goals")
    added = tx.db.execute(
        "INSERT INTO goals (id, client_id, coach_id, version, words, made_at, coach_at, client_at, session) VALUES "
        "(:id, :client, :coach, 1 + (SELECT coalesce(max(version), 0) FROM goals WHERE client_id = :client "
        "AND coach_id = :coach), :words, :at, :by_coach, :by_client, :session)",
        {
            "id": number,
            "client": client_id,
            "coach": coach_id,
            "words": tx.seal(client_id, _PLACE.format(number), json.dumps(list(goals))),
            "at": at,
            "by_coach": at if by_coach else None,
            "by_client": None if by_coach else at,
            "session": session,
        },
    )
    return int(added.lastrowid or 0)


def confirm(tx: Tx, number: int, now: datetime, *, by_coach: bool, session: int) -> None:
    """The other one agrees."""
    column = "coach_at" if by_coach else "client_at"
    tx.db.execute(
        f"UPDATE goals SET {column} = :now, session = :session WHERE id = :id",  # noqa: S608 - one of two names
        {"now": to_micros(now), "session": session, "id": number},
    )


def unconfirm(tx: Tx, number: int) -> None:
    """The coach takes their yes back."""
    tx.db.execute("UPDATE goals SET coach_at = NULL WHERE id = :id", {"id": number})


def delete(tx: Tx, number: int) -> None:
    """A version that nobody else saw is taken back."""
    tx.db.execute("DELETE FROM goals WHERE id = :id", {"id": number})


def of_client(tx: Tx, client_id: int) -> tuple[GoalsVersion, ...]:
    """Every version, the oldest first."""
    rows = tx.db.execute("SELECT * FROM goals WHERE client_id = :client ORDER BY id", {"client": client_id})
    return tuple(_version(tx, row) for row in rows)


def latest(tx: Tx, client_id: int, coach_id: int) -> GoalsVersion | None:
    """The version that counts between the two; None where there is none."""
    row = tx.db.execute(
        "SELECT * FROM goals WHERE client_id = :client AND coach_id = :coach ORDER BY id DESC LIMIT 1",
        {"client": client_id, "coach": coach_id},
    ).fetchone()
    return None if row is None else _version(tx, row)


def _version(tx: Tx, row: Any) -> GoalsVersion:
    words = json.loads(tx.open_text(row["client_id"], _PLACE.format(row["id"]), row["words"]) or "[]")
    return GoalsVersion(
        row["id"],
        row["client_id"],
        row["coach_id"],
        row["version"],
        tuple((goal, way) for goal, way in words),
        from_micros(row["made_at"]),
        from_micros_or_none(row["coach_at"]),
        from_micros_or_none(row["client_at"]),
        row["session"],
    )
