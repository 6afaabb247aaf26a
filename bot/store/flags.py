"""Flags as digests said them, what the coach made of each, and which a client has switched off."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.digest.flag import DISMISSED, Flag
from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A flag in one digest: when, on which responses, whether it was dismissed, and found useful."""

    id: int
    client_id: int
    coach_id: int
    digest: int
    name: str
    responses: tuple[int, ...]
    raised_at: datetime
    dismissed_at: datetime | None
    useful: bool | None


def add(tx: Tx, client_id: int, coach_id: int, found: Iterable[Flag], *, digest: int, now: datetime) -> None:
    """Keep what a digest said might be worth asking, with what it rests on."""
    if each := [{"name": one.name, "on": one.responses} for one in found]:
        tx.db.execute(
            "INSERT INTO flags (client_id, coach_id, digest_id, name, responses, raised_at) "
            "SELECT :client, :coach, :digest, json_extract(value, '$.name'), json_extract(value, '$.on'), :now "
            "FROM json_each(:each) ORDER BY key",
            {
                "client": client_id,
                "coach": coach_id,
                "digest": digest,
                "each": json.dumps(each),
                "now": to_micros(now),
            },
        )


def get(tx: Tx, number: int) -> RaisedFlag | None:
    """One by its id."""
    row = tx.db.execute("SELECT * FROM flags WHERE id = :id", {"id": number}).fetchone()
    return None if row is None else _flag(row)


def of_digest(tx: Tx, digest: int) -> tuple[RaisedFlag, ...]:
    """Those of one digest, in order."""
    rows = tx.db.execute("SELECT * FROM flags WHERE digest_id = :id ORDER BY id", {"id": digest})
    return tuple(map(_flag, rows))


def of_client(tx: Tx, client_id: int) -> tuple[RaisedFlag, ...]:
    """All that were ever said of a client, oldest first."""
    rows = tx.db.execute("SELECT * FROM flags WHERE client_id = :id ORDER BY id", {"id": client_id})
    return tuple(map(_flag, rows))


def dismiss(tx: Tx, number: int, now: datetime) -> None:
    """The coach does not want it for a while."""
    tx.db.execute(
        "UPDATE flags SET dismissed_at = :now WHERE id = :id", {"id": number, "now": to_micros(now)}
    )


def recall(tx: Tx, number: int) -> None:
    """The coach wants it again."""
    tx.db.execute("UPDATE flags SET dismissed_at = NULL WHERE id = :id", {"id": number})


def judge(tx: Tx, number: int, useful: bool) -> None:
    """The coach found it useful, or not."""
    tx.db.execute("UPDATE flags SET useful = :useful WHERE id = :id", {"id": number, "useful": int(useful)})


def unsaid(tx: Tx, client_id: int, coach_id: int, now: datetime) -> frozenset[str]:
    """Those that are not to be said now: switched off by the client, or dismissed by this coach lately."""
    rows = tx.db.execute(
        "SELECT name FROM flags_off WHERE client_id = :client UNION SELECT name FROM flags "
        "WHERE client_id = :client AND coach_id = :coach AND dismissed_at > :since AND raised_at < :now",
        {
            "client": client_id,
            "coach": coach_id,
            "since": to_micros(now - DISMISSED),
            "now": to_micros(now),
        },
    )
    return frozenset(row["name"] for row in rows)


def off(tx: Tx, client_id: int) -> frozenset[str]:
    """Those that the client has switched off."""
    rows = tx.db.execute("SELECT name FROM flags_off WHERE client_id = :id", {"id": client_id})
    return frozenset(row["name"] for row in rows)


def switch(tx: Tx, client_id: int, name: str, on: bool, now: datetime) -> None:
    """The client switches one off, or on again."""
    values = {"id": client_id, "name": name}
    tx.db.execute("DELETE FROM flags_off WHERE client_id = :id AND name = :name", values)
    if not on:
        tx.db.execute(
            "INSERT INTO flags_off (client_id, name, at) VALUES (:id, :name, :now)",
            {**values, "now": to_micros(now)},
        )


def _flag(row: Any) -> RaisedFlag:
    return RaisedFlag(
        row["id"],
        row["client_id"],
        row["coach_id"],
        row["digest_id"],
        row["name"],
        tuple(json.loads(row["responses"])),
        from_micros(row["raised_at"]),
        from_micros_or_none(row["dismissed_at"]),
        None if row["useful"] is None else bool(row["useful"]),
    )
