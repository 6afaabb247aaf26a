"""The record of what the bot began with a client, or did not and why: what the plan is compared with."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.plan.agenda import Prompt
from bot.core.plan.facts import Begun, BegunState
from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros, to_micros_or_none

SENT = "sent"
WAITING = "waiting"
"""Due, and waiting for a talk or a silence to end: not dealt with yet."""


@dataclass(frozen=True, slots=True)
class BegunRow:
    """An occasion as it was recorded, with the reason in words."""

    occasion: str
    script: str
    at: datetime
    outcome: str
    why: str


def add(
    tx: Tx,
    client_id: int,
    occasion: str,
    *,
    script: str,
    at: datetime,
    outcome: str,
    why: str = "",
    latest: datetime | None = None,
) -> bool:
    """Record an occasion as dealt with; False when it was before. ``outcome``: sent, or why it was not.

    ``latest``: by when it must have reached the client.
    """
    added = tx.db.execute(
        "INSERT INTO begun (client_id, occasion, script, at, outcome, why, latest) "
        "VALUES (:client, :occasion, :script, :at, :outcome, :why, :latest) "
        "ON CONFLICT (client_id, occasion) DO UPDATE SET script = excluded.script, at = excluded.at, "
        "outcome = excluded.outcome, why = excluded.why, latest = excluded.latest WHERE begun.outcome = 'waiting'",
        {
            "client": client_id,
            "occasion": occasion,
            "script": script,
            "at": to_micros(at),
            "outcome": outcome,
            "why": why,
            "latest": to_micros_or_none(latest),
        },
    )
    return added.rowcount > 0


def wait(tx: Tx, client_id: int, one: Prompt) -> None:
    """The time of an occasion has come, and it waits; said again, the first time stays."""
    tx.db.execute(
        "INSERT INTO begun (client_id, occasion, script, at, outcome, why, kind) "
        "VALUES (:client, :occasion, :script, :at, 'waiting', :why, :kind) ON CONFLICT DO NOTHING",
        {
            "client": client_id,
            "occasion": one.occasion,
            "script": one.script,
            "at": to_micros(one.at),
            "why": one.why,
            "kind": one.kind,
        },
    )


def waiting(tx: Tx, client_id: int) -> tuple[Prompt, ...]:
    """What waits for a talk or a silence to end, with the instant at which it was due."""
    rows = tx.db.execute(
        "SELECT * FROM begun WHERE client_id = :id AND outcome = 'waiting' ORDER BY at, occasion",
        {"id": client_id},
    )
    return tuple(
        Prompt(row["occasion"], from_micros(row["at"]), row["script"], row["kind"], row["why"])
        for row in rows
    )


def undelivered(tx: Tx, client_id: int) -> tuple[tuple[str, datetime], ...]:
    """Occasions of which it is still to be looked whether they reached the client, and by when they must."""
    rows = tx.db.execute(
        "SELECT occasion, latest FROM begun WHERE client_id = :id AND latest IS NOT NULL ORDER BY latest",
        {"id": client_id},
    )
    return tuple((row["occasion"], from_micros(row["latest"])) for row in rows)


def overdue(tx: Tx, now: datetime) -> tuple[tuple[int, str], ...]:
    """Clients and occasions that must have been delivered by now."""
    rows = tx.db.execute(
        "SELECT client_id, occasion FROM begun WHERE latest IS NOT NULL AND latest <= :now ORDER BY latest",
        {"now": to_micros(now)},
    )
    return tuple((row["client_id"], row["occasion"]) for row in rows)


def looked(tx: Tx, client_id: int, occasion: str) -> None:
    """It was looked whether this one reached the client."""
    tx.db.execute(
        "UPDATE begun SET latest = NULL WHERE client_id = :client AND occasion = :occasion",
        {"client": client_id, "occasion": occasion},
    )


def unsent(tx: Tx, client_id: int, occasion: str, *, at: datetime, outcome: str) -> None:
    """What was recorded as sent never reached the client: it counts as not begun, and why."""
    tx.db.execute(
        "UPDATE begun SET outcome = :outcome, at = :at WHERE client_id = :client AND occasion = :occasion",
        {"client": client_id, "occasion": occasion, "at": to_micros(at), "outcome": outcome},
    )


def known(tx: Tx, client_id: int, occasion: str) -> bool:
    """Whether this occasion was dealt with."""
    row = tx.db.execute(
        "SELECT 1 FROM begun WHERE client_id = :client AND occasion = :occasion AND outcome <> 'waiting'",
        {"client": client_id, "occasion": occasion},
    ).fetchone()
    return row is not None


def rows_of(tx: Tx, client_id: int) -> tuple[BegunRow, ...]:
    """Everything that was recorded of a client, oldest first."""
    rows = tx.db.execute(
        "SELECT * FROM begun WHERE client_id = :id AND outcome <> 'waiting' ORDER BY at, occasion",
        {"id": client_id},
    )
    return tuple(
        BegunRow(row["occasion"], row["script"], from_micros(row["at"]), row["outcome"], row["why"])
        for row in rows
    )


def of_client(tx: Tx, client_id: int, since: datetime) -> tuple[Begun, ...]:
    """What was dealt with since an instant, oldest first, and whether it was answered."""
    rows = tx.db.execute(
        "SELECT b.occasion, b.script, b.at, b.outcome, r.state AS state, r.ended_at AS ended_at, "
        "EXISTS (SELECT 1 FROM responses p WHERE p.reflection_id = r.id) AS answered "
        "FROM begun b LEFT JOIN reflections r ON r.client_id = b.client_id AND r.occasion = b.occasion "
        "WHERE b.client_id = :client AND b.at >= :since ORDER BY b.at, b.occasion",
        {"client": client_id, "since": to_micros(since)},
    )
    return tuple(
        Begun(
            row["occasion"],
            from_micros(row["at"]),
            row["script"],
            _state(row["outcome"], row["state"], bool(row["answered"])),
        )
        for row in rows
    )


def _state(outcome: str, reflection: str | None, answered: bool) -> BegunState:
    if outcome == WAITING:
        return "open"
    if outcome != SENT:
        return "dropped"
    if answered:
        return "answered"
    match reflection:
        case "lapsed":
            return "unanswered"
        case None | "open" | "snoozed" | "holding":
            return "open"
        case _:
            return "answered"
