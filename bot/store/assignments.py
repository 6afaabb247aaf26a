"""Assignments: what a coach gives to a client, until it came or was taken back; and scripts taken off for one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

Gift = Literal["script", "question", "rhythm", "answer", "goals", "consent", "mail"]
"""What is given: a script once, a question, a rhythm to agree to, an answer, goals, requests for leave."""

_PLACE = "assignments|words|{}"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One thing. ``outcome``: "" while it waits, then sent, taken-back, unavailable, and yes or no after it."""

    id: int
    client_id: int
    coach_id: int
    kind: Gift
    script: str
    words: str
    made_at: datetime
    outcome: str
    ended_at: datetime | None


def add(
    tx: Tx, client_id: int, coach_id: int, kind: Gift, now: datetime, script: str = "", words: str = ""
) -> int:
    """Something is given; its number."""
    number = tx.next_id("assignments")
    added = tx.db.execute(
        "INSERT INTO assignments (id, client_id, coach_id, kind, script, words, made_at) "
        "VALUES (:id, :client, :coach, :kind, :script, :words, :now)",
        {
            "id": number,
            "client": client_id,
            "coach": coach_id,
            "kind": kind,
            "script": script,
            "words": tx.seal(client_id, _PLACE.format(number), words) if words else None,
            "now": to_micros(now),
        },
    )
    return int(added.lastrowid or 0)


def get(tx: Tx, number: int) -> Assignment | None:
    """The one of that number."""
    row = tx.db.execute("SELECT * FROM assignments WHERE id = :id", {"id": number}).fetchone()
    return None if row is None else _assignment(tx, row)


_NOW = """
SELECT a.* FROM assignments a JOIN clients c ON c.id = a.client_id AND c.coach_id = a.coach_id
WHERE a.client_id = :client AND a.outcome = ''
UNION ALL
SELECT 0, client_id, coach_id, 'off', script, NULL, at, '', NULL FROM switched_off WHERE client_id = :client
ORDER BY id
"""


def now(tx: Tx, client_id: int) -> tuple[tuple[Assignment, ...], frozenset[str]]:
    """What waits, and which scripts are off, as ``waiting`` and ``off`` say it, in one question."""
    rows = tx.db.execute(_NOW, {"client": client_id}).fetchall()
    gifts = tuple(_assignment(tx, row) for row in rows if row["kind"] != "off")
    return gifts, frozenset(row["script"] for row in rows if row["kind"] == "off")


def waiting(tx: Tx, client_id: int) -> tuple[Assignment, ...]:
    """What the client's coach gave and did not come yet, in order; nothing of an earlier coach's."""
    return now(tx, client_id)[0]


def waiting_for(tx: Tx, script: str, language: str) -> int:
    """How many clients of a language were given a script that they have not begun."""
    row = tx.db.execute(
        "SELECT count(DISTINCT a.client_id) FROM assignments a JOIN clients c ON c.id = a.client_id "
        "AND c.coach_id = a.coach_id WHERE a.script = :script AND a.outcome = '' AND c.language = :language",
        {"script": script, "language": language},
    ).fetchone()
    return int(row[0])


def of_client(tx: Tx, client_id: int) -> tuple[Assignment, ...]:
    """Everything that was given to a client, in order."""
    rows = tx.db.execute(
        "SELECT * FROM assignments WHERE client_id = :client ORDER BY id", {"client": client_id}
    )
    return tuple(_assignment(tx, row) for row in rows)


def end(tx: Tx, number: int, outcome: str, now: datetime) -> None:
    """It came, was taken back, or was answered."""
    tx.db.execute(
        "UPDATE assignments SET outcome = :outcome, ended_at = :now WHERE id = :id",
        {"id": number, "outcome": outcome, "now": to_micros(now)},
    )


def again(tx: Tx, number: int, now: datetime) -> int:
    """It could not come at its hour: it waits anew, under another number."""
    one = get(tx, number)
    if one is None or one.outcome not in ("", "sent"):
        return 0
    end(tx, number, "moved", now)
    return add(tx, one.client_id, one.coach_id, one.kind, now, one.script, one.words)


def _assignment(tx: Tx, row: Any) -> Assignment:
    return Assignment(
        row["id"],
        row["client_id"],
        row["coach_id"],
        row["kind"],
        row["script"],
        tx.open_text(row["client_id"], _PLACE.format(row["id"]), row["words"]) or "",
        from_micros(row["made_at"]),
        row["outcome"],
        from_micros_or_none(row["ended_at"]),
    )


# ---- scripts that are off ----------------------------------------------------------------------


def switch(tx: Tx, client_id: int, script: str, coach_id: int, on: bool, now: datetime) -> bool:
    """A script is on or off for a client; False where it was so already."""
    asked = {"client": client_id, "script": script}
    if on:
        sql = "DELETE FROM switched_off WHERE client_id = :client AND script = :script"
        return tx.db.execute(sql, asked).rowcount > 0
    added = tx.db.execute(
        "INSERT INTO switched_off (client_id, script, coach_id, at) VALUES (:client, :script, :coach, :now) "
        "ON CONFLICT DO NOTHING",
        {**asked, "coach": coach_id, "now": to_micros(now)},
    )
    return added.rowcount > 0


def off(tx: Tx, client_id: int) -> frozenset[str]:
    """The scripts that are off for a client by their coach."""
    return now(tx, client_id)[1]


def off_before(tx: Tx, client_id: int, instant: datetime | None) -> frozenset[str]:
    """Those that were off before an instant: by the coach before, where that is when another took over."""
    asked = {"client": client_id, "at": to_micros(instant) if instant else 0}
    rows = tx.db.execute("SELECT script FROM switched_off WHERE client_id = :client AND at < :at", asked)
    return frozenset(row["script"] for row in rows)
