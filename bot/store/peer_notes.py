"""Peer notes: case notes without names, of which some wait for the client's leave to quote."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.store.db import Tx
from bot.store.instants import to_micros

_PLACE = "peer_notes|words|{}"

Leave = Literal["asks", "yes", "no", "given"]
"""asks: waits for the client; yes and no: what the client said; given: no word of theirs is quoted."""


@dataclass(frozen=True, slots=True)
class PeerNote:
    """One, without names. Its words go with the client: they are about them, and may be theirs."""

    id: int
    coach_id: int
    client_id: int
    words: str
    state: Leave


def add(tx: Tx, coach_id: int, client_id: int, words: str, state: Leave, now: datetime) -> int:
    """A note; its number."""
    number = tx.next_id("peer_notes")
    added = tx.db.execute(
        "INSERT INTO peer_notes (id, coach_id, client_id, words, state, at) "
        "VALUES (:id, :coach, :client, :words, :state, :now)",
        {
            "id": number,
            "coach": coach_id,
            "client": client_id,
            "words": tx.seal(client_id, _PLACE.format(number), words),
            "state": state,
            "now": to_micros(now),
        },
    )
    return int(added.lastrowid or 0)


def get(tx: Tx, number: int) -> PeerNote | None:
    """The one of that number."""
    row = tx.db.execute("SELECT * FROM peer_notes WHERE id = :id", {"id": number}).fetchone()
    if row is None:
        return None
    words = tx.open_text(row["client_id"], _PLACE.format(row["id"]), row["words"]) or ""
    return PeerNote(row["id"], row["coach_id"], row["client_id"], words, row["state"])


def settle(tx: Tx, number: int, state: Leave) -> None:
    """What the client said."""
    tx.db.execute("UPDATE peer_notes SET state = :state WHERE id = :id", {"id": number, "state": state})
