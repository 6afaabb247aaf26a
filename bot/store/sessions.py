"""Coaching sessions as the coach logged them: wall clock and zone, a repeat, and the dates that changed."""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.core.plan.recurrence import Change, Repeat
from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros

MINUTE = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True)
class CoachingSession:
    """A session, or a repeat of it, of one client with one coach."""

    client_id: int
    coach_id: int
    repeat: Repeat
    logged_at: datetime
    mode: str = ""  # video, phone, room; empty where it was not said
    uid: str = ""  # of the event in the coach's calendar that it came from

    @property
    def id(self) -> int:
        """The row's id."""
        return self.repeat.id


def add(
    tx: Tx,
    client_id: int,
    coach_id: int,
    *,
    starts: datetime,
    zone: str,
    now: datetime,
    minutes: int = 60,
    weeks: int = 0,
    until: date | None = None,
    mode: str = "",
    months: int = 0,
    by: str = "",
    uid: str = "",
) -> int:
    """Log a coaching session; its id. ``starts`` is naive, on the clock of ``zone``; no weeks nor months: once."""
    added = tx.db.execute(
        "INSERT INTO coaching_sessions (client_id, coach_id, starts, zone, minutes, repeat_weeks, until, "
        "logged_at, mode, repeat_months, repeat_by, uid) "
        "VALUES (:client, :coach, :starts, :zone, :minutes, :weeks, :until, :now, :mode, :months, :by, :uid)",
        {
            "client": client_id,
            "coach": coach_id,
            "starts": starts.strftime(MINUTE),
            "zone": zone,
            "minutes": minutes,
            "weeks": weeks,
            "until": until and until.isoformat(),
            "now": to_micros(now),
            "mode": mode,
            "months": months,
            "by": by,
            "uid": uid,
        },
    )
    return added.lastrowid or 0


def get(tx: Tx, session_id: int) -> CoachingSession | None:
    """A logged session by its id."""
    row = tx.db.execute("SELECT * FROM coaching_sessions WHERE id = :id", {"id": session_id}).fetchone()
    return None if row is None else _session(row)


def of_client(tx: Tx, client_id: int) -> tuple[CoachingSession, ...]:
    """The sessions logged with a client, in the order of logging."""
    return tx.once("coaching_sessions", client_id, lambda: _of_client(tx, client_id))


def _of_client(tx: Tx, client_id: int) -> tuple[CoachingSession, ...]:
    rows = tx.db.execute(
        "SELECT * FROM coaching_sessions WHERE client_id = :client ORDER BY id", {"client": client_id}
    )
    return tuple(_session(row) for row in rows)


def in_snapshot(said: str) -> tuple[CoachingSession, ...]:
    """The sessions of a snapshot, as ``steps`` keeps it."""
    return tuple(_session(row) for row in json.loads(said))


def zones(tx: Tx) -> tuple[str, ...]:
    """Every zone on whose clock somebody lives or a session was logged."""
    rows = tx.db.execute(
        "SELECT zone FROM clients UNION SELECT zone FROM coaches UNION SELECT zone FROM coaching_sessions"
    )
    return tuple(row["zone"] for row in rows if row["zone"])


def own_uid(number: int) -> str:
    """The name in calendars of a coaching session that came from none."""
    return f"session-{number}@interlude"


def of_event(tx: Tx, coach_id: int, uid: str) -> tuple[CoachingSession, ...]:
    """What a coach has logged of one event of a calendar: the series, or its single dates."""
    rows = tx.db.execute(
        "SELECT * FROM coaching_sessions WHERE coach_id = :coach AND (uid = :uid "
        "OR substr(uid, 1, length(:uid) + 1) = :uid || '#' "
        "OR (uid = '' AND 'session-' || id || '@interlude' = :uid)) ORDER BY id",
        {"coach": coach_id, "uid": uid},
    )
    return tuple(map(_session, rows))


def change(tx: Tx, session_id: int, on: date, to: datetime | None, now: datetime) -> bool:
    """Move one date to another wall-clock time, or cancel it (None); said again, the last word counts.

    False when there is no such session.
    """
    found = get(tx, session_id)
    if found is None:
        return False
    others = tuple(one for one in found.repeat.changes if one.on != on)
    _save(tx, found, replace(found.repeat, changes=(*others, Change(on, to, now))))
    return True


def remove(tx: Tx, session_id: int) -> bool:
    """Take back a session that was logged by mistake; False when it is gone already."""
    return tx.db.execute("DELETE FROM coaching_sessions WHERE id = :id", {"id": session_id}).rowcount > 0


def put(tx: Tx, session: CoachingSession) -> None:
    """Write a logged session's row as this value says; id, client and coach stay."""
    one = session.repeat
    changes = [
        {"on": each.on.isoformat(), "to": each.to and each.to.strftime(MINUTE), "at": to_micros(each.at)}
        for each in sorted(one.changes, key=lambda each: each.on)
    ]
    tx.db.execute(
        "UPDATE coaching_sessions SET starts = :starts, zone = :zone, minutes = :minutes, "
        "repeat_weeks = :weeks, until = :until, changes = :changes, mode = :mode, repeat_months = :months, "
        "repeat_by = :by, uid = :uid WHERE id = :id",
        {
            "id": session.id,
            "starts": one.starts.strftime(MINUTE),
            "zone": one.zone,
            "minutes": one.minutes,
            "weeks": one.weeks,
            "until": one.until and one.until.isoformat(),
            "changes": json.dumps(changes),
            "mode": session.mode,
            "months": one.months,
            "by": one.by,
            "uid": session.uid,
        },
    )


def copy(tx: Tx, session: CoachingSession, now: datetime) -> int:
    """Log one more like this one; its id. The calendar's event stays with the first."""
    one = session.repeat
    return add(
        tx,
        session.client_id,
        session.coach_id,
        starts=one.starts,
        zone=one.zone,
        now=now,
        minutes=one.minutes,
        weeks=one.weeks,
        until=one.until,
        mode=session.mode,
        months=one.months,
        by=one.by,
    )


def end(tx: Tx, session_id: int, until: date) -> bool:
    """Let a repeat end with this date; False when there is no such session."""
    found = get(tx, session_id)
    if found is None:
        return False
    _save(tx, found, replace(found.repeat, until=until))
    return True


def _save(tx: Tx, session: CoachingSession, repeat: Repeat) -> None:
    put(tx, replace(session, repeat=repeat))


def _session(row: Any) -> CoachingSession:
    repeat = Repeat(
        id=row["id"],
        starts=datetime.strptime(row["starts"], MINUTE),  # noqa: DTZ007 - wall clock, its zone beside it
        zone=row["zone"],
        minutes=row["minutes"],
        weeks=row["repeat_weeks"],
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        changes=tuple(_change(one) for one in json.loads(row["changes"])),
        months=row["repeat_months"],
        by=row["repeat_by"],
    )
    return CoachingSession(
        row["client_id"], row["coach_id"], repeat, from_micros(row["logged_at"]), row["mode"], row["uid"]
    )


def _change(said: dict[str, Any]) -> Change:
    to = datetime.strptime(said["to"], MINUTE) if said["to"] else None  # noqa: DTZ007 - as above
    return Change(date.fromisoformat(said["on"]), to, from_micros(said["at"]))
