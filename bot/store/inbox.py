"""The inbox: whatever happens to a person is a row here first, and leaves when it is thought about.

Rows of one chat are taken strictly in the order they came; a row that waits (a retry) holds back its chat,
never another. A key makes repeats harmless: for an update it is ``u:<update_id>``. Telegram may begin update
ids anew after a quiet week, so keys are kept for days, not for ever.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

WAITING, DONE, DEAD = 0, 1, 9
TRIES = 5
"""After so many failures a row is a dead letter and its chat moves on."""

AHEAD = 500
"""So many older rows does an update overtake across chats: 300 prompts that are due keep nobody waiting who writes.
Not more, so that what is due has its turn however much is written."""

LONGEST_WAIT = timedelta(minutes=1)


_AMONG_ALL = """
SELECT i.* FROM inbox_heads h CROSS JOIN inbox i ON i.id = h.id
WHERE i.not_before <= :now AND i.chat_id NOT IN (SELECT CAST(value AS BIGINT) FROM json_each(:busy))
AND NOT EXISTS (
    SELECT 1 FROM outbox o
    WHERE o.chat_id = i.chat_id AND o.state < 2 AND o.state = 1 AND o.purpose = 'prompt'
)
ORDER BY i.id - iif(i.kind = 'update', :ahead, 0) LIMIT :limit
"""
"""The oldest row of every chat: for when a few chats fill the inbox, or many must wait.

CROSS, so that SQLite reads the few heads first and not the whole inbox; ``state < 2`` names the index.
"""

_AMONG_OLDEST = _AMONG_ALL.replace("inbox_heads", "inbox_oldest")
"""The oldest row of a chat among the oldest rows of all: enough when many chats wait."""


@dataclass(frozen=True, slots=True)
class Item:
    """A waiting row, still sealed: ``read`` opens it. chat_id 0: nobody's chat."""

    id: int
    key: str
    chat_id: int
    kind: str
    received_at: datetime
    attempts: int
    about: int | None = None


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A row that could not be dealt with: what kind of fault and where, never words."""

    id: int
    key: str
    chat_id: int
    kind: str
    received_at: datetime
    attempts: int
    error: str


@dataclass(frozen=True, slots=True)
class InboxCounts:
    waiting: int
    dead: int


def add(
    tx: Tx,
    key: str,
    chat_id: int,
    kind: str,
    body: Mapping[str, Any] | bytes,
    now: datetime,
    about: int | None = None,
) -> bool:
    """Put something that happened into the inbox, sealed; False when its key is there already.

    ``about``: whose words the body holds when they are not the chat's own; an erase of theirs reaches it.
    """
    words = body if isinstance(body, bytes) else json.dumps(body).encode()
    done = tx.db.execute(
        "INSERT INTO inbox (key, chat_id, about, kind, body, received_at) "
        "VALUES (:key, :chat_id, :about, :kind, :body, :now) ON CONFLICT (key) DO NOTHING",
        {
            "key": key,
            "chat_id": chat_id,
            "about": about,
            "kind": kind,
            "body": tx.seal(chat_id if about is None else about, _place(key), words),
            "now": to_micros(now),
        },
    )
    return done.rowcount > 0


def add_update(tx: Tx, raw: Mapping[str, Any] | bytes, now: datetime) -> bool:
    """Put one raw update into the inbox as it came, whatever it holds; False when it is there already."""
    body = raw if isinstance(raw, bytes) else _written(raw)
    update = _mapping(raw)
    number = update.get("update_id")
    key = f"u:{number}" if _whole(number) else f"x:{tx.fingerprint(body)}"
    return add(tx, key, chat_of(update), "update", body, now)


def _written(raw: Mapping[str, Any]) -> bytes:
    """An update as text; one that is nested too deep for that is a row that cannot be read, and is set aside."""
    try:
        return json.dumps(raw).encode()
    except RecursionError:
        return b'"nested too deep"'


def add_updates(tx: Tx, raws: Sequence[Mapping[str, Any] | bytes], now: datetime) -> int:
    """Put a batch of raw updates into the inbox in their order; how many were new."""
    return sum(add_update(tx, raw, now) for raw in raws)


def chat_of(update: Mapping[str, Any]) -> int:
    """The chat that a raw update belongs to: its chat, else the person it came from, else 0."""
    for part in update.values():
        if isinstance(part, Mapping):
            message = part.get("message")
            for place in (
                part.get("chat"),
                _mapping(message).get("chat"),
                part.get("from"),
                part.get("user"),
            ):
                number = _mapping(place).get("id")
                if isinstance(number, int) and _whole(number):
                    return number
    return 0


def heads(tx: Tx, now: datetime, limit: int, busy: Collection[int] = ()) -> tuple[Item, ...]:
    """The oldest waiting row of each chat, oldest first, at most ``limit``; chats in ``busy`` are left out.

    What somebody wrote comes before as much as AHEAD rows of the bot's own that are older.

    A chat whose oldest row must still wait is left out too, and so is one with a prompt just being sent:
    until that is known, nobody can say which prompt an answer belongs to.
    """
    asked = {"now": to_micros(now), "busy": json.dumps(list(busy)), "limit": limit, "ahead": AHEAD}
    rows = tx.db.execute(_AMONG_OLDEST, asked).fetchall()
    if len(rows) < limit:
        rows = tx.db.execute(_AMONG_ALL, asked).fetchall()
    return tuple(_item(row) for row in rows)


def read(tx: Tx, item: Item) -> bytes:
    """The body of a waiting row. Raises VaultFault when it does not open; b"": emptied."""
    row = tx.db.execute("SELECT body FROM inbox WHERE id = :id", {"id": item.id}).fetchone()
    return b"" if row is None else opened(tx, item, row[0])


def opened(tx: Tx, item: Item, body: bytes | None) -> bytes:
    """The body of a row, unsealed; raises where it cannot be."""
    owner = item.chat_id if item.about is None else item.about
    return b"" if body is None else tx.open(owner, _place(item.key), body)


def together(tx: Tx, first: Item, now: datetime, most: int) -> Iterator[tuple[Item, bytes | None]]:
    """A row with its sealed body, and those of its chat right behind it that somebody wrote and need not wait.

    ``most`` in all. After an erase there is none any more.
    """
    rows = tx.db.execute(
        "SELECT * FROM inbox WHERE chat_id = :chat_id AND state = 0 AND id >= :id ORDER BY id LIMIT :most",
        {"chat_id": first.chat_id, "id": first.id, "most": most if first.kind == "update" else 1},
    ).fetchall()
    for row in rows if rows and rows[0]["id"] == first.id else ():
        waits = row["kind"] != "update" or row["not_before"] > to_micros(now) or tx.forgot
        if waits and row["id"] != first.id:
            return
        yield _item(row), row["body"]


def done(tx: Tx, item_id: int) -> bool:
    """Close a row in the transaction that dealt with it, and empty it; False when it was closed before."""
    closed = tx.db.execute(
        "UPDATE inbox SET state = 1, body = NULL, error = NULL WHERE id = :id AND state = 0", {"id": item_id}
    )
    return closed.rowcount > 0


def all_done(tx: Tx, numbers: Collection[int]) -> None:
    """The same for several rows at once."""
    tx.db.execute(
        "UPDATE inbox SET state = 1, body = NULL, error = NULL "
        "WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each(:ids)) AND state = 0",
        {"ids": json.dumps(list(numbers))},
    )


def fail(tx: Tx, item_id: int, error: str, now: datetime, tries: int = TRIES) -> bool:
    """Count a failure: the row waits longer each time, and after ``tries`` is a dead letter (True).

    ``error`` names the kind of fault and its place, never words.
    """
    row = tx.db.execute("SELECT attempts FROM inbox WHERE id = :id AND state = 0", {"id": item_id}).fetchone()
    if row is None:
        return False
    attempts = row["attempts"] + 1
    dead = bool(attempts >= tries)
    tx.db.execute(
        "UPDATE inbox SET attempts = :attempts, not_before = :not_before, state = :state, error = :error "
        "WHERE id = :id",
        {
            "attempts": attempts,
            "not_before": to_micros(now + wait(attempts)),
            "state": DEAD if dead else WAITING,
            "error": error,
            "id": item_id,
        },
    )
    return dead


def wait(attempts: int) -> timedelta:
    """How long a row rests after so many failures: 1, 2, 4 ... seconds, a minute at most."""
    return min(timedelta(seconds=2 ** min(attempts - 1, 10)), LONGEST_WAIT)


def dead_letters(tx: Tx, limit: int = 50) -> tuple[DeadLetter, ...]:
    """The latest dead letters, for the admin."""
    rows = tx.db.execute(
        "SELECT * FROM inbox WHERE state = 9 ORDER BY id DESC LIMIT :limit", {"limit": limit}
    )
    return tuple(
        DeadLetter(
            row["id"],
            row["key"],
            row["chat_id"],
            row["kind"],
            from_micros(row["received_at"]),
            row["attempts"],
            row["error"] or "",
        )
        for row in rows
    )


def revive(tx: Tx, item_id: int) -> bool:
    """Try a dead letter once more, as the next thing of its chat; False when it is none."""
    revived = tx.db.execute(
        "UPDATE inbox SET state = 0, attempts = 0, not_before = 0 WHERE id = :id AND state = 9",
        {"id": item_id},
    )
    return revived.rowcount > 0


def counts(tx: Tx) -> InboxCounts:
    """How many rows wait and how many are dead letters."""
    row = tx.db.execute(
        "SELECT count(*) FILTER (WHERE state = 0), count(*) FILTER (WHERE state = 9) FROM inbox"
    ).fetchone()
    return InboxCounts(row[0], row[1])


def waiting(tx: Tx, most: int) -> int:
    """How many rows wait, counted up to ``most``."""
    row = tx.db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM inbox WHERE state = 0 LIMIT :most) AS counted", {"most": most}
    ).fetchone()
    return int(row[0])


def next_at(tx: Tx, now: datetime, busy: Collection[int] = ()) -> datetime | None:
    """When time alone lets a further row be taken, after ``now``; None: never, only something that happens does.

    It goes with a look by ``heads`` at the same instant: a row that could go by its time at ``now`` and was not
    there waits for its prompt to be sent, and the end of that call is told.
    """
    row = tx.db.execute(
        "SELECT min(not_before) FROM inbox WHERE state = 0 AND not_before > 0 AND not_before > :now "
        "AND chat_id NOT IN (SELECT CAST(value AS BIGINT) FROM json_each(:busy))",
        {"now": to_micros(now), "busy": json.dumps(list(busy))},
    ).fetchone()
    return from_micros_or_none(row[0])


def clean(tx: Tx, before: datetime, dead_before: datetime) -> int:
    """Delete rows that were done before an instant, and dead letters before another; how many."""
    gone = tx.db.execute(
        "DELETE FROM inbox WHERE (state = 1 AND received_at < :before) "
        "OR (state = 9 AND received_at < :dead)",
        {"before": to_micros(before), "dead": to_micros(dead_before)},
    )
    return gone.rowcount


def _place(key: str) -> str:
    return f"inbox|body|{key}"


def _item(row: Any) -> Item:
    return Item(
        row["id"],
        row["key"],
        row["chat_id"],
        row["kind"],
        from_micros(row["received_at"]),
        row["attempts"],
        row["about"],
    )


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63


def _mapping(value: object) -> Mapping[str, Any]:
    if isinstance(value, bytes):
        try:
            value = json.loads(value)
        except ValueError:
            return {}
    return value if isinstance(value, Mapping) else {}
