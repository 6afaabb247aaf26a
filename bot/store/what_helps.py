"""What helps: a client's own list, a line each, sealed with their key. Nothing but the client's chat reads it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros

APART = timedelta(microseconds=1)
"""Lines of one message lie so far apart: the instant is part of where each is sealed."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line as it was written, and when."""

    id: int
    words: str = field(repr=False)
    at: datetime


def add(tx: Tx, client_id: int, words: str, now: datetime) -> None:
    """A line more."""
    at = to_micros(now)
    tx.db.execute(
        "INSERT INTO what_helps (client_id, words, at) VALUES (:client, :words, :at)",
        {"client": client_id, "words": tx.seal(client_id, _place(client_id, at), words), "at": at},
    )


def of_client(tx: Tx, client_id: int) -> tuple[OwnLine, ...]:
    """The list, in the order of writing."""
    rows = tx.db.execute("SELECT * FROM what_helps WHERE client_id = :id ORDER BY id", {"id": client_id})
    return tuple(
        OwnLine(
            row["id"],
            tx.open_text(client_id, _place(client_id, row["at"]), row["words"]) or "",
            from_micros(row["at"]),
        )
        for row in rows.fetchall()
    )


def remove(tx: Tx, client_id: int, line_id: int) -> None:
    """A line of this client's goes; of nobody else's."""
    tx.db.execute(
        "DELETE FROM what_helps WHERE id = :id AND client_id = :client", {"id": line_id, "client": client_id}
    )


def _place(client_id: int, at: int) -> str:
    return f"what_helps|words|{client_id}:{at}"
