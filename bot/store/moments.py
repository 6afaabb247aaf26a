"""Moments of a coaching session, as each side kept or left them; sealed with the client's key."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros

Side = Literal["client", "coach"]


@dataclass(frozen=True, slots=True)
class SessionMoments:
    """What one side keeps of one session; no words: it was left."""

    session: str
    session_at: datetime
    side: Side
    coach: int
    words: tuple[str, ...] = field(repr=False)
    made_at: datetime


def add(
    tx: Tx,
    client_id: int,
    coach_id: int,
    session: str,
    session_at: datetime,
    side: Side,
    words: tuple[str, ...],
    now: datetime,
) -> bool:
    """Keep them; False where this side had kept or left them before."""
    sealed = tx.seal(client_id, _place(coach_id, session, side), json.dumps(words)) if words else None
    added = tx.db.execute(
        "INSERT INTO moments (client_id, coach_id, session, session_at, side, words, made_at) "
        "VALUES (:client, :coach, :session, :at, :side, :words, :now) ON CONFLICT DO NOTHING",
        {
            "client": client_id,
            "coach": coach_id,
            "session": session,
            "at": to_micros(session_at),
            "side": side,
            "words": sealed,
            "now": to_micros(now),
        },
    )
    return added.rowcount > 0


def of_session(tx: Tx, client_id: int, coach_id: int, session: str) -> dict[Side, SessionMoments]:
    """What each side kept or left of one session."""
    rows = tx.db.execute(
        "SELECT * FROM moments WHERE client_id = :client AND coach_id = :coach AND session = :session",
        {"client": client_id, "coach": coach_id, "session": session},
    )
    return {row["side"]: _moments(tx, row) for row in rows.fetchall()}


def of_client(tx: Tx, client_id: int) -> tuple[SessionMoments, ...]:
    """All that was ever kept of a client's sessions, oldest first."""
    rows = tx.db.execute("SELECT * FROM moments WHERE client_id = :client ORDER BY id", {"client": client_id})
    return tuple(_moments(tx, row) for row in rows.fetchall())


def _place(coach_id: int, session: str, side: str) -> str:
    return f"moments|words|{coach_id}:{session}:{side}"


def _moments(tx: Tx, row: Any) -> SessionMoments:
    place = _place(row["coach_id"], row["session"], row["side"])
    words = tx.open_text(row["client_id"], place, row["words"])
    at, made = from_micros(row["session_at"]), from_micros(row["made_at"])
    return SessionMoments(
        row["session"], at, row["side"], row["coach_id"], tuple(json.loads(words or "[]")), made
    )
