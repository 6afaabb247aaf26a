"""Due: one row for each next thing. When its instant has come it moves into the inbox, in one transaction."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.plan.agenda import Due as Due
from bot.store import inbox
from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

KIND = "due"
"""The kind of the inbox rows that come from here; their body is ``{"key", "kind", "at", "body"}``."""


_TALKS = """
SELECT * FROM due WHERE kind NOT IN ('plan', 'replan') AND at <= :now ORDER BY at, id LIMIT :limit
"""
_PLANNED = """
SELECT * FROM due WHERE kind IN ('plan', 'replan') AND at <= :now ORDER BY at, id LIMIT :limit
"""

_UNASKED = """
NOT EXISTS (SELECT 1 FROM inbox i WHERE i.key = 'due:lapse:' || d.chat_id || ':' || d.until_at)
"""
_ASKED = f"""
SELECT 'lapse:' || d.chat_id AS key, d.chat_id, 'lapse' AS kind, d.until_at AS at FROM dialogues d
WHERE d.until_at <= :now AND {_UNASKED} ORDER BY d.until_at LIMIT :limit
"""  # noqa: S608 - no values
_NEXT = f"""
SELECT min(at) FROM (SELECT min(at) AS at FROM due
UNION ALL SELECT min(d.until_at) FROM dialogues d WHERE {_UNASKED}) AS coming
"""  # noqa: S608 - no values


def put(
    tx: Tx, key: str, chat_id: int, kind: str, at: datetime, body: Mapping[str, Any] | None = None
) -> None:
    """Set when a thing is due; it replaces an earlier row of the same key. ``body`` is JSON without words."""
    change(tx, (), (Due(key, chat_id, kind, at, body or {}),))


def cancel(tx: Tx, key: str) -> bool:
    """Take a thing off; False when it was not there."""
    return tx.db.execute("DELETE FROM due WHERE key = :key", {"key": key}).rowcount > 0


def change(tx: Tx, remove: Sequence[str], put: Sequence[Due]) -> None:
    """Take things off and set others, all of them or none: what cannot be written is found before anything is.

    Only ``people/reconcile.py`` does this: what is due is worked out, not set by hand.
    """
    rows = [
        {"key": one.key, "chat_id": one.chat_id, "kind": one.kind}
        | {"at": to_micros(one.at), "body": json.dumps(one.body)}
        for one in put
    ]
    for key in remove:
        cancel(tx, key)
    if rows:
        tx.db.execute(
            "INSERT INTO due (key, chat_id, kind, at, body) SELECT json_extract(value, '$.key'), "
            "CAST(json_extract(value, '$.chat_id') AS BIGINT), json_extract(value, '$.kind'), "
            "CAST(json_extract(value, '$.at') AS BIGINT), json_extract(value, '$.body') "
            "FROM json_each(:rows) WHERE true "
            "ON CONFLICT (key) DO UPDATE SET chat_id = excluded.chat_id, kind = excluded.kind, "
            "at = excluded.at, body = excluded.body",
            {"rows": json.dumps(rows)},
        )


def all_again(tx: Tx, now: datetime) -> None:
    """Everybody is looked at anew, one by one, as soon as there is room."""
    tx.db.execute(
        "INSERT INTO due (key, chat_id, kind, at) "
        "SELECT 'replan:' || id, id, 'replan', :now FROM "
        "(SELECT id FROM clients WHERE state <> 'joining' UNION SELECT id FROM coaches) AS people WHERE true "
        "ON CONFLICT (key) DO UPDATE SET at = min(due.at, excluded.at)",
        {"now": to_micros(now)},
    )


def get(tx: Tx, key: str) -> Due | None:
    """One thing by its key."""
    row = tx.db.execute("SELECT * FROM due WHERE key = :key", {"key": key}).fetchone()
    return None if row is None else _due(row)


def of_chat(tx: Tx, chat_id: int, kind: str | None = None) -> tuple[Due, ...]:
    """What is next for a chat, earliest first, of one kind or of all."""
    rows = tx.db.execute(
        "SELECT * FROM due WHERE chat_id = :chat_id AND kind = coalesce(:kind, kind) ORDER BY at, id",
        {"chat_id": chat_id, "kind": kind},
    )
    return tuple(_due(row) for row in rows)


@dataclass(frozen=True, slots=True)
class There:
    """What stands: ``rows`` still to come, ``moved`` into the inbox and not dealt with, ``faults`` set aside."""

    rows: tuple[Due, ...]
    moved: frozenset[tuple[str, datetime]]
    faults: Mapping[str, datetime]


_THERE = """
SELECT id, key, chat_id, kind, at, body, NULL AS state FROM due
WHERE (chat_id = :chat AND kind NOT IN ('digest', 'brief')) OR key IN (:digest, :brief)
UNION ALL
SELECT id, key, chat_id, kind, received_at, NULL, state FROM inbox
WHERE chat_id IN (:chat, :coach) AND state = 0 AND id <> :but AND substr(key, 1, 4) = 'due:'
UNION ALL
SELECT id, key, chat_id, kind, received_at, NULL, state FROM inbox
WHERE chat_id = :chat AND state = 9 AND substr(key, 1, 4) = 'due:'
ORDER BY at, id
"""


def there(tx: Tx, client_id: int, coach_id: int, but: int = 0) -> There:
    """All that stands of a client's, with their digest and brief, which are in the coach's chat.

    ``but``: the inbox row that is being dealt with just now.
    """
    return tx.once("due", (client_id, but), lambda: _there(tx, client_id, coach_id, but))


def _there(tx: Tx, client_id: int, coach_id: int, but: int) -> There:
    asked: dict[str, Any] = {"chat": client_id, "coach": coach_id, "but": but}
    asked |= {"digest": f"digest:{client_id}", "brief": f"brief:{client_id}"}
    rows = tx.db.execute(_THERE, asked).fetchall()
    return There(
        tuple(_due(row) for row in rows if row["state"] is None),
        frozenset(_named(row["key"]) for row in rows if row["state"] == 0),
        {_named(row["key"])[0]: from_micros(row["at"]) for row in rows if row["state"] == 9},
    )


def tick(tx: Tx, now: datetime, limit: int = 500) -> int:
    """Move what has fallen due into the inbox, earliest first, at most ``limit``; how many left.

    After an outage what a talk waits for goes before what is planned: somebody is there. The inbox key names
    the thing and its instant, so that no repeat of a tick does it twice.
    """
    rows = tx.db.execute(_TALKS, {"now": to_micros(now), "limit": limit}).fetchall()
    if len(rows) < limit:
        rows += tx.db.execute(_PLANNED, {"now": to_micros(now), "limit": limit - len(rows)}).fetchall()
    for row in rows:
        thing = {"key": row["key"], "kind": row["kind"], "at": row["at"], "body": json.loads(row["body"])}
        inbox.add(tx, f"due:{row['key']}:{row['at']}", row["chat_id"], KIND, thing, now)
        tx.db.execute("DELETE FROM due WHERE id = :id", {"id": row["id"]})
    return len(rows) + _lapse(tx, now, limit - len(rows))


def _lapse(tx: Tx, now: datetime, limit: int) -> int:
    """A question whose time has passed is due by its own row, which its turn takes away; how many."""
    rows = tx.db.execute(_ASKED, {"now": to_micros(now), "limit": limit}).fetchall()
    for row in rows:
        thing = {"key": row["key"], "kind": row["kind"], "at": row["at"], "body": {}}
        inbox.add(tx, f"due:{row['key']}:{row['at']}", row["chat_id"], KIND, thing, now)
    return len(rows)


def moved(tx: Tx, chat_id: int, prefix: str = "", but: int = 0) -> tuple[tuple[str, datetime], ...]:
    """What was moved into the inbox and is not dealt with yet, of the keys that begin so: key and instant.

    ``but``: the inbox row that is being dealt with just now.
    """
    rows = tx.db.execute(
        "SELECT key FROM inbox WHERE chat_id = :chat_id AND state = 0 AND id <> :but "
        "AND substr(key, 1, length(:begins)) = :begins",
        {"chat_id": chat_id, "but": but, "begins": f"due:{prefix}"},
    )
    return tuple(_named(row["key"]) for row in rows)


def _named(inbox_key: str) -> tuple[str, datetime]:
    name, _, at = inbox_key.removeprefix("due:").rpartition(":")
    return name, from_micros(int(at))


def fallen(body: Mapping[str, Any], chat_id: int) -> Due:
    """The thing that an inbox row of kind ``due`` tells of. Raises KeyError when it is none."""
    known = dict(body["body"])
    if "turn" in known:  # it fell due before 0013, and waited sealed over the update
        known["question"] = known.pop("turn")
    return Due(body["key"], chat_id, body["kind"], from_micros(body["at"]), known)


def next_at(tx: Tx) -> datetime | None:
    """When the next thing is due; None when there is none."""
    return from_micros_or_none(tx.db.execute(_NEXT).fetchone()[0])


def count(tx: Tx) -> int:
    """How many things are to come."""
    return int(tx.db.execute("SELECT count(*) FROM due").fetchone()[0])


def next_of(tx: Tx, kinds: Sequence[str]) -> datetime | None:
    """When the next thing of these kinds is due; None when there is none."""
    sql = "SELECT min(at) FROM due WHERE kind IN (SELECT value FROM json_each(:kinds))"
    return from_micros_or_none(tx.db.execute(sql, {"kinds": json.dumps(list(kinds))}).fetchone()[0])


def _due(row: Any) -> Due:
    return Due(row["key"], row["chat_id"], row["kind"], from_micros(row["at"]), json.loads(row["body"]))
