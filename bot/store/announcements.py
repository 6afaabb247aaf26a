"""Announcements: what changed of a client's coming coaching sessions, until it reached them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros


@dataclass(frozen=True, slots=True)
class Announcement:
    """``known``: when the coming sessions are, as the client knew them; ``said``: as they know them by it.

    ``warned``: the coach has read that it has not arrived. ``look_at``: when it is looked whether it did.
    """

    id: int
    client_id: int
    coach_id: int
    known: frozenset[datetime]
    said: frozenset[datetime]
    changed_at: datetime
    gone_at: datetime | None
    look_at: datetime | None
    carrier: str
    warned: bool


def note(
    tx: Tx, client_id: int, coach_id: int, known: Iterable[datetime], now: datetime, warned: bool
) -> None:
    """Something changed. What waits already waits on, with what the client knew before the first change."""
    waits = waiting(tx, client_id)
    if waits is not None:
        tx.db.execute(
            "UPDATE announcements SET changed_at = :now, warned = :warned WHERE id = :id",
            {"id": waits.id, "now": to_micros(now), "warned": warned},
        )
        return
    tx.db.execute(
        "INSERT INTO announcements (client_id, coach_id, known, changed_at, warned) "
        "VALUES (:client, :coach, :known, :now, :warned)",
        {
            "client": client_id,
            "coach": coach_id,
            "known": _json(known),
            "now": to_micros(now),
            "warned": warned,
        },
    )


def open_of(tx: Tx, client_id: int) -> tuple[Announcement, ...]:
    """What waits to go, or went and is not known to have arrived."""
    rows = tx.db.execute(
        "SELECT * FROM announcements WHERE client_id = :id AND outcome = '' ORDER BY id", {"id": client_id}
    )
    return tuple(map(_news, rows))


def waiting(tx: Tx, client_id: int) -> Announcement | None:
    """What has not gone yet."""
    return next((one for one in open_of(tx, client_id) if one.gone_at is None), None)


def gone(tx: Tx, client_id: int) -> tuple[Announcement, ...]:
    """What went to a client, the latest first."""
    rows = tx.db.execute(
        "SELECT * FROM announcements WHERE client_id = :id AND gone_at IS NOT NULL ORDER BY id DESC",
        {"id": client_id},
    )
    return tuple(map(_news, rows))


def go(
    tx: Tx, one: Announcement, said: Iterable[datetime], carrier: str, now: datetime, look: timedelta
) -> None:
    """It goes in that outbox row, and says when the coming sessions are."""
    tx.db.execute(
        "UPDATE announcements SET said = :said, gone_at = :now, look_at = :look, carrier = :carrier WHERE id = :id",
        {
            "id": one.id,
            "said": _json(said),
            "now": to_micros(now),
            "look": to_micros(now + look),
            "carrier": carrier,
        },
    )


def back(tx: Tx, one: Announcement) -> None:
    """It did not arrive, and the coach has read that: it waits again; behind it nothing else does."""
    waits = waiting(tx, one.client_id)
    tx.db.execute(
        "UPDATE announcements SET said = '[]', gone_at = NULL, look_at = NULL, carrier = '', warned = 1 "
        "WHERE id = :id",
        {"id": one.id},
    )
    if waits is not None:
        end(tx, waits, "nothing")


def look(tx: Tx, one: Announcement, at: datetime, warned: bool) -> None:
    """It is looked again then."""
    tx.db.execute(
        "UPDATE announcements SET look_at = :at, warned = :warned WHERE id = :id",
        {"id": one.id, "at": to_micros(at), "warned": warned},
    )


def warn(tx: Tx, one: Announcement) -> None:
    """The coach has read that it does not arrive as things stand."""
    tx.db.execute("UPDATE announcements SET warned = 1 WHERE id = :id", {"id": one.id})


def end(tx: Tx, one: Announcement, outcome: str) -> None:
    """It is over: told, nothing (there is nothing to tell any more), unreached."""
    tx.db.execute(
        "UPDATE announcements SET outcome = :outcome WHERE id = :id", {"id": one.id, "outcome": outcome}
    )


def clean(tx: Tx, before: datetime) -> None:
    """Delete what was over before an instant."""
    tx.db.execute(
        "DELETE FROM announcements WHERE outcome <> '' AND changed_at < :before",
        {"before": to_micros(before)},
    )


def _json(instants: Iterable[datetime]) -> str:
    return json.dumps(sorted(map(to_micros, instants)))


def _set(kept: str) -> frozenset[datetime]:
    return frozenset(map(from_micros, json.loads(kept)))


def _news(row: Any) -> Announcement:
    return Announcement(
        row["id"],
        row["client_id"],
        row["coach_id"],
        _set(row["known"]),
        _set(row["said"]),
        from_micros(row["changed_at"]),
        from_micros_or_none(row["gone_at"]),
        from_micros_or_none(row["look_at"]),
        row["carrier"],
        bool(row["warned"]),
    )
