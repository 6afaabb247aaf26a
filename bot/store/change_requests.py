"""Change requests: what a client would like to be different, what became of it, and when; the log of both."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

_PLACE = "change_requests|words|{}"


@dataclass(frozen=True, slots=True)
class ChangeRequest:
    """One. ``script``: what it is about, "" for none. ``answer``: off, less:2, session, stays; "" as it waits."""

    id: int
    client_id: int
    coach_id: int
    script: str
    words: str
    made_at: datetime
    answer: str
    answered_at: datetime | None


def add(tx: Tx, client_id: int, coach_id: int, script: str, words: str, now: datetime) -> int:
    """A client would like something changed; its number."""
    number = tx.next_id("change_requests")
    added = tx.db.execute(
        "INSERT INTO change_requests (id, client_id, coach_id, script, words, made_at) "
        "VALUES (:id, :client, :coach, :script, :words, :now)",
        {
            "id": number,
            "client": client_id,
            "coach": coach_id,
            "script": script,
            "words": tx.seal(client_id, _PLACE.format(number), words),
            "now": to_micros(now),
        },
    )
    return int(added.lastrowid or 0)


def get(tx: Tx, number: int) -> ChangeRequest | None:
    """The one of that number."""
    row = tx.db.execute("SELECT * FROM change_requests WHERE id = :id", {"id": number}).fetchone()
    return None if row is None else _request(tx, row)


def of_client(tx: Tx, client_id: int) -> tuple[ChangeRequest, ...]:
    """Every one of a client's, in order."""
    rows = tx.db.execute(
        "SELECT * FROM change_requests WHERE client_id = :client ORDER BY id", {"client": client_id}
    )
    return tuple(_request(tx, row) for row in rows)


def answer(tx: Tx, number: int, said: str, now: datetime) -> None:
    """What becomes of it; "" opens it again."""
    tx.db.execute(
        "UPDATE change_requests SET answer = :said, answered_at = :now WHERE id = :id",
        {"id": number, "said": said, "now": to_micros(now) if said else None},
    )


def _request(tx: Tx, row: Any) -> ChangeRequest:
    return ChangeRequest(
        row["id"],
        row["client_id"],
        row["coach_id"],
        row["script"],
        tx.open_text(row["client_id"], _PLACE.format(row["id"]), row["words"]) or "",
        from_micros(row["made_at"]),
        row["answer"],
        from_micros_or_none(row["answered_at"]),
    )
