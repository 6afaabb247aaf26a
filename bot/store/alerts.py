"""Alerts as rows: to whom, whether delivered, whether seen; never a word of the client's."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.safety.alert import Alert
from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros, to_micros_or_none


def add(
    tx: Tx, client_id: int, coach_id: int, card_id: int, key: str, now: datetime, chosen: bool = False
) -> Alert:
    """An alert begins; what was open of the same card is over."""
    tx.db.execute(
        "UPDATE alerts SET closed_at = :now WHERE card_id = :card AND seen_at IS NULL AND closed_at IS NULL",
        {"card": card_id, "now": to_micros(now)},
    )
    added = tx.db.execute(
        "INSERT INTO alerts (client_id, coach_id, card_id, made_at, key, chosen) "
        "VALUES (:client, :coach, :card, :now, :key, :chosen)",
        {
            "client": client_id,
            "coach": coach_id,
            "card": card_id,
            "now": to_micros(now),
            "key": key,
            "chosen": chosen,
        },
    )
    return Alert(int(added.lastrowid or 0), client_id, coach_id, card_id, now, key, chosen=chosen)


def change(tx: Tx, one: Alert, **fields: Any) -> Alert:
    """Change some of it, by the names of Alert. Raises TypeError."""
    changed = replace(one, **fields)
    tx.db.execute(
        "UPDATE alerts SET key = :key, told = :told, checked_at = :checked, again_at = :again, "
        "second = :second, seen_at = :seen, closed_at = :closed WHERE id = :id",
        {
            "id": changed.id,
            "key": changed.key,
            "told": changed.told,
            "checked": to_micros_or_none(changed.checked_at),
            "again": to_micros_or_none(changed.again_at),
            "second": changed.second,
            "seen": to_micros_or_none(changed.seen_at),
            "closed": to_micros_or_none(changed.closed_at),
        },
    )
    return changed


def get(tx: Tx, alert_id: int) -> Alert | None:
    """An alert by its number."""
    row = tx.db.execute("SELECT * FROM alerts WHERE id = :id", {"id": alert_id}).fetchone()
    return None if row is None else _alert(row)


def open_of(tx: Tx, coach_id: int) -> tuple[Alert, ...]:
    """A coach's that nobody has confirmed, oldest first."""
    rows = tx.db.execute(
        "SELECT * FROM alerts WHERE coach_id = :coach AND seen_at IS NULL AND closed_at IS NULL ORDER BY id",
        {"coach": coach_id},
    )
    return tuple(map(_alert, rows.fetchall()))


def of_client(tx: Tx, client_id: int) -> tuple[Alert, ...]:
    """All of a client's, oldest first."""
    rows = tx.db.execute("SELECT * FROM alerts WHERE client_id = :id ORDER BY id", {"id": client_id})
    return tuple(map(_alert, rows.fetchall()))


def _alert(row: Any) -> Alert:
    return Alert(
        row["id"],
        row["client_id"],
        row["coach_id"],
        row["card_id"],
        from_micros(row["made_at"]),
        row["key"],
        row["told"],
        from_micros_or_none(row["checked_at"]),
        from_micros_or_none(row["again_at"]),
        row["second"],
        from_micros_or_none(row["seen_at"]),
        from_micros_or_none(row["closed_at"]),
        bool(row["chosen"]),
    )
