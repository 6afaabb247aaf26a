"""Digests as they were sent to a coach, sealed with the client's key, so that an erase reaches them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros, to_micros_or_none


@dataclass(frozen=True, slots=True)
class DigestRow:
    """A digest of one client for one coach, or a brief before one session. ``body``: what was sent, as text.

    ``session``, ``session_at``: which coaching session a brief was for, and when that was to begin.
    """

    id: int
    coach_id: int
    client_id: int
    start: datetime
    end: datetime
    made_at: datetime
    read_at: datetime | None
    body: str = field(repr=False)
    kind: str = "digest"
    session: str = ""
    session_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest digest or brief of a client, without its words."""

    id: int
    made_at: datetime
    read_at: datetime | None
    opened: bool = False
    kind: str = "digest"


def add(
    tx: Tx,
    coach_id: int,
    client_id: int,
    *,
    start: datetime,
    end: datetime,
    now: datetime,
    body: str,
    carrier: str = "",
    brief_for: tuple[str, datetime | None] | None = None,
) -> int:
    """Keep a digest whose figures are of start <= t < end, or a brief for a session (key and beginning); its id.

    ``carrier``: the key of the outbox row with its words.
    """
    session, session_at = brief_for or ("", None)
    added = tx.db.execute(
        "INSERT INTO digests (coach_id, client_id, from_at, to_at, made_at, body, kind, session, session_at, "
        "carrier) VALUES (:coach, :client, :start, :end, :now, :body, :kind, :session, :session_at, :carrier)",
        {
            "kind": "digest" if brief_for is None else "brief",
            "session": session,
            "session_at": to_micros_or_none(session_at),
            "carrier": carrier,
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


def latest(tx: Tx, coach_id: int, client_id: int) -> Latest | None:
    """What this coach got last of this client; nothing is opened."""
    return next(iter(_latest(tx, coach_id, client_id, "ORDER BY id DESC LIMIT 1")), None)


def unread(tx: Tx, coach_id: int, client_id: int) -> tuple[Latest, ...]:
    """What told this coach something of this client and is not marked as read, oldest first; nothing is opened."""
    told = "AND read_at IS NULL AND EXISTS (SELECT 1 FROM told WHERE digest_id = d.id) ORDER BY id"
    return _latest(tx, coach_id, client_id, told)


def since(tx: Tx, coach_id: int, client_id: int, start: datetime) -> tuple[Latest, ...]:
    """What told this coach something of this client from an instant on, oldest first; nothing is opened."""
    told = "AND made_at >= :start AND EXISTS (SELECT 1 FROM told WHERE digest_id = d.id) ORDER BY id"
    return _latest(tx, coach_id, client_id, told, start)


def last(tx: Tx, coach_id: int, client_id: int, most: int) -> tuple[Latest, ...]:
    """The last that told this coach something of this client, newest first; nothing is opened."""
    told = "AND EXISTS (SELECT 1 FROM told WHERE digest_id = d.id) ORDER BY id DESC"
    return _latest(tx, coach_id, client_id, told)[:most]


def _latest(
    tx: Tx, coach_id: int, client_id: int, which: str, start: datetime | None = None
) -> tuple[Latest, ...]:
    rows = tx.db.execute(
        "SELECT id, made_at, read_at, opened_at, kind FROM digests d WHERE coach_id = :coach "  # noqa: S608
        f"AND client_id = :client AND {_ARRIVES} {which}",
        {"coach": coach_id, "client": client_id, "start": to_micros_or_none(start)},
    )
    return tuple(
        Latest(
            row["id"],
            from_micros(row["made_at"]),
            from_micros_or_none(row["read_at"]),
            row["opened_at"] is not None,
            row["kind"],
        )
        for row in rows.fetchall()
    )


_OVERDUE = """
SELECT id, client_id, made_at FROM digests d WHERE coach_id = :coach AND read_at IS NULL AND reminded_at IS NULL
AND EXISTS (SELECT 1 FROM told WHERE digest_id = d.id)
AND NOT EXISTS (SELECT 1 FROM replies a WHERE a.digest_id = d.id AND a.coach_id = d.coach_id
    AND a.kind IN ('thank', 'reply', 'understood') AND a.undone_at IS NULL)
AND NOT EXISTS (SELECT 1 FROM digests e WHERE e.coach_id = d.coach_id AND e.client_id = d.client_id
    AND e.reminded_at > 0 AND e.id > (SELECT coalesce(max(r.id), 0) FROM digests r
        WHERE r.coach_id = d.coach_id AND r.client_id = d.client_id AND r.read_at IS NOT NULL))
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Overdue:
    """What told something, is not marked as read, and brought no reminder yet."""

    id: int
    client_id: int
    made_at: datetime


def overdue(tx: Tx, coach_id: int) -> tuple[Overdue, ...]:
    """What a coach may be reminded of, oldest first, unanswered; a client once until one was read since."""
    rows = tx.db.execute(_OVERDUE, {"coach": coach_id})
    return tuple(Overdue(row["id"], row["client_id"], from_micros(row["made_at"])) for row in rows.fetchall())


def remind(tx: Tx, digest_id: int, now: datetime) -> None:
    """The coach is reminded of it."""
    tx.db.execute(
        "UPDATE digests SET reminded_at = :now WHERE id = :id", {"id": digest_id, "now": to_micros(now)}
    )


_ARRIVES = "NOT EXISTS (SELECT 1 FROM outbox o WHERE o.key = d.carrier AND o.state IN (5, 7, 8, 9))"


def arrived(tx: Tx, digest_id: int) -> bool:
    """Whether a digest came, or is on its way: it was neither refused nor given up."""
    sql = f"SELECT 1 FROM digests d WHERE id = :id AND {_ARRIVES}"  # noqa: S608
    return tx.db.execute(sql, {"id": digest_id}).fetchone() is not None


def briefs(tx: Tx, coach_id: int, client_id: int, since: datetime) -> dict[str, datetime]:
    """When the last brief of each session was made that was not refused, of those since an instant."""
    rows = tx.db.execute(
        f"SELECT session, made_at FROM digests d WHERE coach_id = :coach AND client_id = :client "  # noqa: S608
        f"AND kind = 'brief' AND made_at >= :since AND {_ARRIVES} ORDER BY id",
        {"coach": coach_id, "client": client_id, "since": to_micros(since)},
    )
    return {row["session"]: from_micros(row["made_at"]) for row in rows.fetchall()}


def of_client(tx: Tx, client_id: int) -> tuple[DigestRow, ...]:
    """Every digest that was ever sent of a client, oldest first."""
    rows = tx.db.execute("SELECT * FROM digests WHERE client_id = :client ORDER BY id", {"client": client_id})
    return tuple(_digest(tx, row) for row in rows.fetchall())


def was_opened(tx: Tx, digest_id: int) -> bool:
    """Whether somebody opened it by a tap."""
    row = tx.db.execute("SELECT opened_at FROM digests WHERE id = :id", {"id": digest_id}).fetchone()
    return row is not None and row["opened_at"] is not None


def opened(tx: Tx, digest_id: int, now: datetime) -> None:
    """The coach opened it; the first instant stays."""
    tx.db.execute(
        "UPDATE digests SET opened_at = :now WHERE id = :id AND opened_at IS NULL",
        {"id": digest_id, "now": to_micros(now)},
    )


def mark_read(tx: Tx, digest_id: int, now: datetime) -> bool:
    """The coach read a digest, and with it all that came before of this client; False when that was known before.

    The first instant stays.
    """
    one = tx.db.execute(
        "SELECT coach_id, client_id FROM digests WHERE id = :id AND read_at IS NULL", {"id": digest_id}
    ).fetchone()
    if one is None:
        return False
    tx.db.execute(
        "UPDATE digests SET read_at = :now WHERE coach_id = :coach AND client_id = :client AND id <= :id "
        "AND read_at IS NULL",
        {"id": digest_id, "now": to_micros(now), "coach": one["coach_id"], "client": one["client_id"]},
    )
    return True


def mark_unread(tx: Tx, digest_id: int) -> None:
    """It waits to be read again, and with it what was marked by the same tap."""
    tx.db.execute(
        "UPDATE digests SET read_at = NULL "
        "WHERE (coach_id, client_id, read_at) = (SELECT coach_id, client_id, read_at FROM digests WHERE id = :id)",
        {"id": digest_id},
    )


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
        row["kind"],
        row["session"],
        from_micros_or_none(row["session_at"]),
    )
