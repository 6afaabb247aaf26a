"""Handovers: a client is asked whether another coach goes on with them, and goes, with what is theirs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.store import audit, consents, people, response_writes
from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros
from bot.store.people import Client


@dataclass(frozen=True, slots=True)
class Handover:
    """From whom to whom (0: to nobody). ``held``: the client's questions rest until they have chosen."""

    id: int
    client_id: int
    from_coach: int
    to_coach: int
    held: bool
    at: datetime


MOVED = {
    "coaching_sessions": "UPDATE coaching_sessions SET coach_id = :to WHERE client_id = :id",
    "switched_off": "UPDATE switched_off SET coach_id = :to WHERE client_id = :id",
    "assignments": "UPDATE assignments SET outcome = 'taken-back', ended_at = :now "
    "WHERE client_id = :id AND outcome = ''",
    "goals": "UPDATE goals SET coach_id = :to, coach_at = NULL WHERE client_id = :id AND :shares "
    "AND client_at IS NOT NULL",
    "change_requests": "UPDATE change_requests SET coach_id = CASE WHEN :shares THEN :to ELSE coach_id END, "
    "answer = CASE WHEN :shares THEN answer ELSE 'taken-back' END WHERE client_id = :id AND answer = ''",
    "replies": "UPDATE replies SET undone_at = :now "
    "WHERE client_id = :id AND gone_at IS NULL AND undone_at IS NULL",
    "notes": "DELETE FROM notes WHERE client_id = :id",
    "moments": "DELETE FROM moments WHERE client_id = :id AND side = 'coach'",
    "peer_notes": "DELETE FROM peer_notes WHERE client_id = :id",
    "flags": "DELETE FROM flags WHERE client_id = :id",
    "digests": "DELETE FROM digests WHERE client_id = :id",
    "session_steps": "DELETE FROM session_steps WHERE client_id = :id",
    "advance_copies": "DELETE FROM advance_copies WHERE client_id = :id",
    "announcements": "UPDATE announcements SET coach_id = :to WHERE client_id = :id",
    "alerts": "UPDATE alerts SET closed_at = :now WHERE client_id = :id AND seen_at IS NULL AND closed_at IS NULL",
}
"""What becomes of what stands between a client and their coach: sessions follow, and goals and wishes where the
client hands over what was shared; what was for the eyes of the one coach, or theirs to take back, goes.
A notice that nobody has seen ends, and goes to the new coach as one of its own."""

KEPT = "handed over, private"
"""What stands in the audit of a client who went on with another coach and kept what they wrote."""

STAYS = ("told", "agreements")
"""Records: of what reached whom, and of what was agreed with whom; with another coach that is agreed anew."""


def offer(tx: Tx, client_id: int, old: int, new: int, held: bool, now: datetime) -> Handover:
    """The client is asked; an earlier question of the kind is none any more."""
    withdraw(tx, client_id)
    tx.db.execute(
        "INSERT INTO handovers (client_id, from_coach, to_coach, held, at) VALUES (:id, :old, :new, :held, :now)",
        {"id": client_id, "old": old, "new": new, "held": held, "now": to_micros(now)},
    )
    found = of(tx, client_id)
    if found is None:
        raise LookupError("a handover that was written is not there")
    return found


def of(tx: Tx, client_id: int) -> Handover | None:
    """What a client is being asked."""
    row = tx.db.execute("SELECT * FROM handovers WHERE client_id = :id", {"id": client_id}).fetchone()
    return None if row is None else _handover(row)


def begun_by(tx: Tx, coach_id: int) -> tuple[Handover, ...]:
    """All that stand open from one coach."""
    rows = tx.db.execute("SELECT * FROM handovers WHERE from_coach = :id ORDER BY id", {"id": coach_id})
    return tuple(map(_handover, rows))


def withdraw(tx: Tx, client_id: int) -> None:
    """It is not asked any more."""
    tx.db.execute("DELETE FROM handovers WHERE client_id = :id", {"id": client_id})


def go(tx: Tx, client: Client, to: int, shares: bool, now: datetime) -> None:
    """The client goes to another coach, who has what was shared if they say so; the one before has nothing."""
    values = {"id": client.id, "to": to, "now": to_micros(now), "old": client.coach_id, "shares": shares}
    for sql in MOVED.values():
        tx.db.execute(sql, values)
    if not shares:
        response_writes.keep_all(tx, client.id)
    tx.db.execute("DELETE FROM due WHERE key IN ('digest:' || :id, 'brief:' || :id)", values)
    tx.db.execute(
        "UPDATE outbox SET state = 7, body = NULL, file = NULL "
        "WHERE chat_id = :old AND about = :id AND state = 0",
        values,
    )
    withdraw(tx, client.id)
    for purpose in (consents.MAIL, consents.UNTIL):  # the next coach asks anew
        if consents.given(tx, client.id, purpose):
            consents.add(tx, client.id, purpose, False, KEPT, now)
    people.change_client(tx, client.id, coach_id=to, label="", archived_at=None, changed_at=now)
    audit.add(tx, client.id, "handed over, shared" if shares else KEPT, now, client.id)


def known_from(tx: Tx, client_id: int) -> datetime | None:
    """From when on the coach may know what was: their client kept what was before; None: all of it."""
    found = (one.at for one in audit.of_subject(tx, client_id) if one.action == KEPT)
    return max(found, default=None)


def since(tx: Tx, client_id: int) -> datetime | None:
    """Since when the client is with another coach than before; None: it was always the same."""
    found = (one.at for one in audit.of_subject(tx, client_id) if one.action.startswith("handed over"))
    return max(found, default=None)


def left(tx: Tx, coach_id: int, now: datetime) -> None:
    """A coach is one no more: open links, own answers, what they say of themself and what waits for them go."""
    values = {"id": coach_id, "now": to_micros(now)}
    for sql in (
        "UPDATE invites SET revoked_at = :now WHERE made_by = :id AND role = 'client' AND used_by IS NULL",
        "DELETE FROM coach_answers WHERE coach_id = :id",
        "DELETE FROM notes WHERE coach_id = :id",
        "DELETE FROM peer_notes WHERE coach_id = :id",
        "DELETE FROM profiles WHERE coach_id = :id",
        "DELETE FROM mail_addresses WHERE coach_id = :id",
        "DELETE FROM letters WHERE coach_id = :id",
        "DELETE FROM page_links WHERE coach_id = :id",
        "DELETE FROM page_visits WHERE coach_id = :id",
        "DELETE FROM previews WHERE chat_id = :id AND own = 1",
        "DELETE FROM dialogues WHERE chat_id = :id AND role = 'coach'",
        "UPDATE outbox SET state = 7, body = NULL, file = NULL "
        "WHERE chat_id = :id AND about IS NOT NULL AND about <> :id AND state = 0",
    ):
        tx.db.execute(sql, values)
    people.change_coach(tx, coach_id, state="left")
    audit.add(tx, coach_id, "coach left", now)


def _handover(row: Any) -> Handover:
    return Handover(
        row["id"],
        row["client_id"],
        row["from_coach"],
        row["to_coach"],
        bool(row["held"]),
        from_micros(row["at"]),
    )
