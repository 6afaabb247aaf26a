"""Profiles: what each coach says of themself to clients, sealed with the coach's key."""

import json
from collections.abc import Mapping

from bot.store.db import Tx

_PLACE = "profiles|body"


def of(tx: Tx, coach_id: int) -> dict[str, str]:
    """What a coach says of themself, by field; empty where nothing is said."""
    row = tx.db.execute("SELECT body FROM profiles WHERE coach_id = :id", {"id": coach_id}).fetchone()
    return dict(json.loads(tx.open_text(coach_id, _PLACE, row["body"]) or "{}")) if row else {}


def put(tx: Tx, coach_id: int, said: Mapping[str, str]) -> None:
    """It is this now."""
    tx.db.execute(
        "INSERT INTO profiles (coach_id, body) VALUES (:id, :body) "
        "ON CONFLICT (coach_id) DO UPDATE SET body = excluded.body",
        {"id": coach_id, "body": tx.seal(coach_id, _PLACE, json.dumps(dict(said)))},
    )
