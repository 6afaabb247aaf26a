"""Marks: the moments that clients marked, in a talk or by a single answer."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros
from bot.store.responses import Response

NEW = "breakthrough"
"""The kind of what felt new to a client."""


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A moment that the client marked; of a single answer where ``response_id`` names one."""

    id: int
    reflection_id: int | None
    kind: str
    at: datetime
    response_id: int | None = None

    def of(self, one: Response) -> bool:
        """Whether an answer is what was marked, or a part of it."""
        if self.response_id is not None:
            return self.response_id == one.id
        return self.reflection_id is not None and self.reflection_id == one.reflection_id


def add(tx: Tx, client_id: int, reflection_id: int, kind: str, now: datetime) -> bool:
    """The client marked a moment in a reflection; one mark each, False when it has one."""
    added = tx.db.execute(
        "INSERT INTO marks (client_id, reflection_id, kind, at) VALUES (:client, :reflection, :kind, :now) "
        "ON CONFLICT DO NOTHING",
        {"client": client_id, "reflection": reflection_id, "kind": kind, "now": to_micros(now)},
    )
    return added.rowcount > 0


def add_single(tx: Tx, one: Response, now: datetime) -> None:
    """The client marked one answer as new; once each."""
    tx.db.execute(
        "INSERT INTO marks (client_id, reflection_id, response_id, kind, at) "
        "VALUES (:client, :reflection, :response, :kind, :now) ON CONFLICT DO NOTHING",
        {
            "client": one.client_id,
            "reflection": one.reflection_id,
            "response": one.id,
            "kind": NEW,
            "now": to_micros(now),
        },
    )


def drop(tx: Tx, client_id: int, mark: int) -> None:
    """It is no marked moment any more."""
    tx.db.execute(
        "DELETE FROM marks WHERE id = :id AND client_id = :client", {"id": mark, "client": client_id}
    )


def of_client(tx: Tx, client_id: int) -> tuple[MarkRow, ...]:
    """The moments that a client marked, oldest first."""
    rows = tx.db.execute(
        "SELECT * FROM marks WHERE client_id = :client ORDER BY at, id", {"client": client_id}
    )
    return tuple(
        MarkRow(row["id"], row["reflection_id"], row["kind"], from_micros(row["at"]), row["response_id"])
        for row in rows
    )


def on(tx: Tx, one: Response) -> MarkRow | None:
    """The mark that an answer is or is a part of; its own before that of its talk."""
    found = [mark for mark in of_client(tx, one.client_id) if mark.of(one)]
    return max(found, key=lambda mark: mark.response_id is not None, default=None)
