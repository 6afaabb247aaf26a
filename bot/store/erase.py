"""Erasing a person: every row of theirs and their key, in one commit. What stays says nothing of them."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.store import audit, dialogues, people
from bot.store.db import Tx
from bot.vault import VaultFault


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an erase took away: how many rows of which table; no words, no id."""

    at: datetime
    rows: Mapping[str, int]


_CLIENT = {
    "alerts": "DELETE FROM alerts WHERE client_id = :id",
    "help_cards": "DELETE FROM help_cards WHERE client_id = :id",
    "moments": "DELETE FROM moments WHERE client_id = :id",
    "replies": "DELETE FROM replies WHERE client_id = :id",
    "advance_copies": "DELETE FROM advance_copies WHERE client_id = :id",
    "client_words": "DELETE FROM client_words WHERE client_id = :id",
    "what_helps": "DELETE FROM what_helps WHERE client_id = :id",
    "told": "DELETE FROM told WHERE client_id = :id",
    "response_edits": "DELETE FROM response_edits WHERE client_id = :id",
    "response_texts": "DELETE FROM response_texts WHERE client_id = :id",
    "responses": "DELETE FROM responses WHERE client_id = :id",
    "marks": "DELETE FROM marks WHERE client_id = :id",
    "begun": "DELETE FROM begun WHERE client_id = :id",
    "flags": "DELETE FROM flags WHERE client_id = :id",
    "flags_off": "DELETE FROM flags_off WHERE client_id = :id",
    "digests": "DELETE FROM digests WHERE client_id = :id",
    "reflections": "DELETE FROM reflections WHERE client_id = :id",
    "coaching_sessions": "DELETE FROM coaching_sessions WHERE client_id = :id",
    "session_steps": "DELETE FROM session_steps WHERE client_id = :id",
    "agreements": "DELETE FROM agreements WHERE client_id = :id",
    "goals": "DELETE FROM goals WHERE client_id = :id",
    "peer_notes": "DELETE FROM peer_notes WHERE client_id = :id",
    "notes": "DELETE FROM notes WHERE client_id = :id",
    "change_requests": "DELETE FROM change_requests WHERE client_id = :id",
    "assignments": "DELETE FROM assignments WHERE client_id = :id",
    "switched_off": "DELETE FROM switched_off WHERE client_id = :id",
    "basis": "DELETE FROM basis WHERE client_id = :id",
    "handovers": "DELETE FROM handovers WHERE client_id = :id",
    "announcements": "DELETE FROM announcements WHERE client_id = :id",
    "pauses": "DELETE FROM pauses WHERE client_id = :id",
    "consents": "DELETE FROM consents WHERE client_id = :id",
    "dialogues": "DELETE FROM dialogues WHERE chat_id = :id AND role = 'client'",
    "clients": "DELETE FROM clients WHERE id = :id",
}
"""In this order no row refers to one that has gone."""

_CHAT = {
    "due": "DELETE FROM due WHERE chat_id = :id OR key = 'digest:' || :id OR key = 'brief:' || :id",
    "outbox": "DELETE FROM outbox WHERE chat_id = :id OR about = :id",
    "rests": "DELETE FROM rests WHERE chat_id = :id",
    "imprints": "DELETE FROM imprints WHERE chat_id = :id",
    "previews": "DELETE FROM previews WHERE chat_id = :id",
    "invites": "DELETE FROM invites WHERE used_by = :id",
    # emptied and nobody's, but still there: by their keys an update that comes again is known
    "inbox": "UPDATE inbox SET chat_id = 0, about = NULL, body = NULL, error = NULL, state = 1 "
    "WHERE chat_id = :id OR about = :id",
}

_TRACES = (
    "UPDATE audit SET subject = NULL, nonce = NULL WHERE subject = :id",
    "UPDATE audit SET actor = 0, nonce = NULL WHERE actor = :id",
    "UPDATE invites SET label = NULL WHERE used_by = :id",
)


def mark(joined_at: int) -> str:
    """What the erase ledger marks: a client as they joined. Whoever is erased and joins again is another one."""
    return f"client|{joined_at}"


def buried(tx: Tx, marks: Container[str]) -> tuple[int, ...]:
    """The clients who are here although the erase ledger holds them: a backup brought them back."""
    rows = tx.db.execute("SELECT id, joined_at FROM clients ORDER BY id").fetchall()
    return tuple(row["id"] for row in rows if tx.buried(row["id"], mark(row["joined_at"]), marks))


def client(tx: Tx, client_id: int, now: datetime) -> Receipt:
    """Erase a client: rows, what waits to be sent to or about them, and the key. Repeating it is harmless.

    Call it last in a turn; a goodbye put into the outbox afterwards is sealed with a new key, which the
    nightly round takes away. The log on disk is emptied right after the commit, or as
    soon as nobody reads it any more.
    """
    here = tx.db.execute("SELECT joined_at FROM clients WHERE id = :id", {"id": client_id}).fetchone()
    if here is not None:
        tx.bury(client_id, mark(here["joined_at"]))
    # Who is a coach as well has one chat and one key for both: what belongs to the coach's part stays.
    shared_chat = tx.db.execute("SELECT 1 FROM coaches WHERE id = :id", {"id": client_id}).fetchone()
    _leave(tx, client_id)
    sentences = _CLIENT if shared_chat else {**_CLIENT, **_CHAT}
    rows = {table: tx.db.execute(sql, {"id": client_id}).rowcount for table, sql in sentences.items()}
    for sql in _TRACES:
        tx.db.execute(sql, {"id": client_id})
    if not shared_chat:
        tx.forget(client_id)
    audit.add(tx, 0, "client erased", now)
    return Receipt(now, rows)


def _leave(tx: Tx, client_id: int) -> None:
    """What their coach is just being asked about them may quote them: it is over."""
    found = people.client_row(tx, client_id)
    coach = found["coach_id"] if found is not None else 0
    try:
        asked = dialogues.get(tx, coach) if coach != client_id else None
    except VaultFault:  # nobody can read it any more, so nobody can answer it
        dialogues.end(tx, coach)
        return
    if asked is not None and asked.role == "coach" and asked.draft.get("client") == client_id:
        dialogues.end(tx, coach)
