"""The outbox: every call to Telegram is a row here before it is made. One sender takes from it.

Of each chat only the oldest unsent row goes, so that nothing overtakes but what is kept back until an hour; across
chats the lower lane goes first, then the older row. A row whose fate nobody knows (a crash or a time-out in the
middle of a call) is sent again: a message may come twice, it is never lost.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.store import labels
from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros
from bot.vault import VaultFault

WAITING, SENDING, SENT, ASIDE, UNKNOWN, DROPPED, BLOCKED, REFUSED = 0, 1, 2, 5, 6, 7, 8, 9
ALERT, REPLY, PROMPT, DIGEST, SIGN = 0, 1, 2, 3, 4
"""Lanes, the lowest first."""

TOKEN = 0
"""The chat id under which a rest of the whole token is kept."""

MOST_REPEATS = 5
"""Starts of the bot that find the same row in the middle of being sent, before it is given up."""

FREE = ("answerCallbackQuery", "setMessageReaction")
"""They make no message and are of use for seconds only: neither they nor their chat wait for each other."""

# Kept back is what was never tried and is not to be before an hour: it does not head its chat.
_NEXT = f"""
SELECT h.*, o.lane AS pressing FROM outbox o
JOIN outbox h ON h.id = CASE WHEN o.method IN {FREE} THEN o.id ELSE (SELECT min(p.id) FROM outbox p
    WHERE p.chat_id = o.chat_id AND p.state < 2 AND p.method NOT IN {FREE}
    AND NOT (p.attempts + p.repeats + p.faults = 0 AND p.not_before > :now)) END
WHERE o.state = 0 AND o.not_before <= :now AND h.state = 0 AND h.not_before <= :now
AND (o.method IN {FREE} OR o.chat_id NOT IN (SELECT CAST(value AS BIGINT) FROM json_each(:paused)))
AND NOT EXISTS (SELECT 1 FROM rests r WHERE r.chat_id IN (o.chat_id, 0) AND r.until > :now)
ORDER BY o.lane, o.id
"""  # noqa: S608 - names of methods, no values


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A row on its way: which method of the Bot API, with which parameters (and upload)."""

    id: int
    key: str
    chat_id: int
    lane: int
    method: str
    params: Mapping[str, Any] = field(repr=False)
    file: bytes | None = field(repr=False)
    reflection_id: int | None
    question: int | None
    purpose: str
    attempts: int
    repeats: int


@dataclass(frozen=True, slots=True)
class OutboxCounts:
    waiting: int
    sending: int
    sent: int
    unknown: int
    dropped: int
    blocked: int
    refused: int
    repeats: int
    aside: int = 0


def latest_key(tx: Tx, prefix: str) -> str | None:
    """The key of the row that was added last among those whose keys begin so; None for none."""
    row = tx.db.execute(
        "SELECT key FROM outbox WHERE key >= :first AND key < :end ORDER BY id DESC LIMIT 1",
        {"first": prefix, "end": prefix + "\U0010ffff"},
    ).fetchone()
    return None if row is None else str(row["key"])


def add(
    tx: Tx,
    key: str,
    chat_id: int,
    lane: int,
    method: str,
    params: Mapping[str, Any],
    now: datetime,
    *,
    file: bytes | None = None,
    reflection_id: int | None = None,
    question: int | None = None,
    purpose: str = "",
    about: int | None = None,
    not_before: datetime | None = None,
) -> bool:
    """Put a call into the outbox, sealed; False when its key is there already.

    ``params`` is JSON. ``reflection_id`` and ``question`` belong to whatever shows or nudges a prompt. ``about``:
    whose words it holds when they are not the chat's own (a digest), so that an erase of theirs reaches it.
    ``not_before``: it is kept back until then, and what comes behind it in the chat goes past it.
    """
    owner = chat_id if about is None else about
    added = tx.db.execute(
        "INSERT INTO outbox (key, chat_id, about, lane, method, body, file, reflection_id, question, purpose, "
        "made_at, labels, not_before) VALUES (:key, :chat_id, :about, :lane, :method, :body, :file, "
        ":reflection_id, :question, :purpose, :now, :labels, :not_before) "
        "ON CONFLICT (key) DO NOTHING",
        {
            "key": key,
            "chat_id": chat_id,
            "about": about,
            "lane": lane,
            "method": method,
            "body": _seal(tx, owner, key, params),
            "file": None if file is None else tx.seal(owner, _place("file", key), file),
            "reflection_id": reflection_id,
            "question": question,
            "purpose": purpose,
            "now": to_micros(now),
            "labels": labels.sealed(tx, owner, key, params),
            "not_before": 0 if not_before is None else to_micros(not_before),
        },
    )
    return added.rowcount > 0


def on_their_way(tx: Tx, chat_id: int, purpose: str) -> tuple[int, bool]:
    """How many replies wait for a chat, and whether one of a purpose is among them."""
    row = tx.db.execute(
        "SELECT count(*), count(*) FILTER (WHERE purpose = :purpose) FROM outbox "
        "WHERE chat_id = :chat AND state < 2 AND lane = :lane",
        {"chat": chat_id, "lane": REPLY, "purpose": purpose},
    ).fetchone()
    return int(row[0]), bool(row[1])


def made_since(tx: Tx, chat_id: int, since: datetime, purpose: str) -> int:
    """How many messages of a purpose were made for a chat since then, sent or still waiting."""
    row = tx.db.execute(
        "SELECT (SELECT count(*) FROM outbox WHERE chat_id = :chat AND state < 2 AND message_id IS NULL "
        "AND purpose = :purpose AND made_at > :since) + (SELECT count(*) FROM outbox WHERE chat_id = :chat "
        "AND message_id IS NOT NULL AND purpose = :purpose AND made_at > :since)",
        {"chat": chat_id, "since": to_micros(since), "purpose": purpose},
    ).fetchone()
    return int(row[0])


def take(
    tx: Tx,
    now: datetime,
    limit: int,
    paused: Collection[int] = (),
    broken: list[int] | None = None,
    patient: int | None = None,
) -> tuple[Outgoing, ...]:
    """The next calls to make, at most one a chat, marked as being sent; the call comes after the commit.

    Left out: chats that have one on its way, must wait, rest or are ``paused``; all while the token rests.
    ``patient``: how many of them may be prompts and digests. A row that cannot be read is set aside, and named
    in ``broken``.
    """
    asked = {"now": to_micros(now), "paused": json.dumps(list(paused))}
    found: dict[int, Any] = {}
    for row in tx.db.execute(_NEXT, asked):
        if row["id"] in found:
            continue
        if row["pressing"] > REPLY and patient is not None:
            if patient <= 0:
                break
            patient -= 1
        found[row["id"]] = row
        if len(found) >= limit:
            break
    going = {number: _start(tx, row, now) for number, row in found.items()}
    if broken is not None:
        broken += [number for number, one in going.items() if one is None]
    return tuple(one for one in going.values() if one)


def sent(tx: Tx, row_id: int, message_id: int | None, now: datetime) -> bool:
    """Telegram took it: note the message's id and empty the row; False when it is gone or was closed."""
    done = tx.db.execute(
        "UPDATE outbox SET state = 2, message_id = :message_id, sent_at = :now, body = NULL, file = NULL, "
        "error = NULL WHERE id = :id AND state < 2",
        {"id": row_id, "message_id": message_id, "now": to_micros(now)},
    )
    return done.rowcount > 0


def later(tx: Tx, row_id: int, at: datetime, error: str = "") -> bool:
    """It surely did not arrive (429, no connection): try again at an instant; the chat waits for it."""
    put_off = tx.db.execute(
        "UPDATE outbox SET state = 0, attempts = attempts + 1, not_before = :at, error = :error, "
        "tried_at = CASE WHEN repeats = 0 THEN NULL ELSE tried_at END WHERE id = :id AND state < 2",
        {"id": row_id, "at": to_micros(at), "error": error},
    )
    return put_off.rowcount > 0


def ambiguous(tx: Tx, row_id: int, at: datetime, error: str = "", most: int = 1) -> bool:
    """Nobody knows whether it arrived (a time-out after the request): send it again at an instant.

    After ``most`` repeats it counts as arrived and is closed; then False.
    """
    again = tx.db.execute(
        "UPDATE outbox SET state = 0, repeats = repeats + 1, attempts = attempts + 1, not_before = :at, "
        "error = :error WHERE id = :id AND state < 2 AND repeats < :most",
        {"id": row_id, "at": to_micros(at), "error": error, "most": most},
    )
    if again.rowcount == 0:
        _close(tx, row_id, UNKNOWN, error)
    return again.rowcount > 0


def rewrite(tx: Tx, row_id: int, params: Mapping[str, Any]) -> bool:
    """Send it again at once with other parameters (no parse_mode, no reply), keeping its place."""
    row = tx.db.execute(
        "SELECT key, chat_id, about FROM outbox WHERE id = :id AND state < 2", {"id": row_id}
    ).fetchone()
    if row is None:
        return False
    tx.db.execute(
        "UPDATE outbox SET state = 0, attempts = attempts + 1, body = :body WHERE id = :id",
        {"id": row_id, "body": _seal(tx, _owner(row), row["key"], params)},
    )
    return True


def refused(tx: Tx, row_id: int, error: str) -> bool:
    """Telegram will never take it (400): close and empty it. ``error`` holds no words."""
    return _close(tx, row_id, REFUSED, error)


def drop_waiting(tx: Tx, reflection_id: int, purpose: str) -> int:
    """Drop what still waits of a reflection, of one purpose (a nudge that an answer overtook); how many."""
    gone = tx.db.execute(
        "UPDATE outbox SET state = 7, body = NULL, file = NULL "
        "WHERE reflection_id = :reflection_id AND purpose = :purpose AND state = 0 AND repeats = 0",
        {"reflection_id": reflection_id, "purpose": purpose},
    )
    return gone.rowcount


def take_back(tx: Tx, chat_id: int, lane: int) -> bool:
    """Drop what waits in a lane of a chat and surely never arrived; False when there is none such.

    Nothing is taken back where one of them is being sent or may have arrived, or the first part of it did.
    """
    rows = tx.db.execute(
        "SELECT state, repeats, (SELECT count(*) FROM outbox o WHERE o.reflection_id = w.reflection_id "
        "AND o.state = 2) AS arrived FROM outbox w WHERE chat_id = :chat_id AND state < 2 AND lane = :lane",
        {"chat_id": chat_id, "lane": lane},
    ).fetchall()
    if not rows or any(row["state"] or row["repeats"] or row["arrived"] for row in rows):
        return False
    tx.db.execute(
        "UPDATE outbox SET state = 7, body = NULL, file = NULL, error = 'too late' "
        "WHERE chat_id = :chat_id AND state = 0 AND lane = :lane",
        {"chat_id": chat_id, "lane": lane},
    )
    return True


def blocked(tx: Tx, chat_id: int, error: str = "") -> int:
    """The client blocked the bot (403): everything unsent of the chat is closed and emptied; how many."""
    gone = tx.db.execute(
        "UPDATE outbox SET state = 8, body = NULL, file = NULL, error = :error "
        "WHERE chat_id = :chat_id AND state < 2",
        {"chat_id": chat_id, "error": error},
    )
    return gone.rowcount


def rest(tx: Tx, chat_id: int, until: datetime) -> None:
    """Let a chat (TOKEN: everything) rest until an instant, also across a restart; never shortens a rest."""
    tx.db.execute(
        "INSERT INTO rests (chat_id, until) VALUES (:chat_id, :until) "
        "ON CONFLICT (chat_id) DO UPDATE SET until = max(rests.until, excluded.until)",
        {"chat_id": chat_id, "until": to_micros(until)},
    )


def recover(tx: Tx, now: datetime, most: int = MOST_REPEATS) -> int:
    """At start: what was being sent when the bot ended is sent again, and counted; how many rows.

    A row that this has happened to ``most`` times is closed as unknown: it may be what ends the bot.
    """
    tx.db.execute(
        "UPDATE outbox SET state = 6, body = NULL, file = NULL, error = 'repeated too often' "
        "WHERE state = 1 AND repeats >= :most",
        {"most": most},
    )
    again = tx.db.execute(
        "UPDATE outbox SET state = 0, repeats = repeats + 1, not_before = min(not_before, :now) "
        "WHERE state = 1",
        {"now": to_micros(now)},
    )
    return again.rowcount


def next_at(tx: Tx, now: datetime) -> datetime | None:
    """When time alone may let a further call be made, after ``now``; None: never (see ``take``)."""
    row = tx.db.execute(
        "SELECT (SELECT min(not_before) FROM outbox WHERE state = 0 AND not_before > 0 AND not_before > :now), "
        "(SELECT until FROM rests r WHERE until > :now AND (chat_id = 0 OR EXISTS (SELECT 1 FROM outbox "
        "WHERE chat_id = r.chat_id AND state < 2)) ORDER BY until LIMIT 1) "
        "WHERE EXISTS (SELECT 1 FROM outbox WHERE state = 0)",
        {"now": to_micros(now)},
    ).fetchone()
    known = [one for one in row or () if one is not None]
    return from_micros(min(known)) if known else None


def fate(tx: Tx, key: str) -> tuple[int, int | None]:
    """The state of the row of a key, and the message that it became; DROPPED where there is none."""
    row = tx.db.execute("SELECT state, message_id FROM outbox WHERE key = :key", {"key": key}).fetchone()
    return (DROPPED, None) if row is None else (row["state"], row["message_id"])


def arrived(tx: Tx, key: str) -> datetime | None:
    """When Telegram took the row of a key; None: it did not, or nobody knows, or the row is gone."""
    row = tx.db.execute("SELECT sent_at FROM outbox WHERE key = :key AND state = 2", {"key": key}).fetchone()
    return None if row is None else from_micros(row["sent_at"])


def drop(tx: Tx, key: str) -> bool:
    """Drop the row of a key that waits and surely never arrived; False when there is none such."""
    gone = tx.db.execute(
        "UPDATE outbox SET state = 7, body = NULL, file = NULL WHERE key = :key AND state = 0 AND repeats = 0",
        {"key": key},
    )
    return gone.rowcount > 0


def counts(tx: Tx) -> OutboxCounts:
    """How many rows are in each state, and how many sends were repeats."""
    states: dict[int, int] = dict.fromkeys((0, 1, 2, 5, 6, 7, 8, 9), 0)
    for row in tx.db.execute("SELECT state, count(*) FROM outbox GROUP BY state"):
        states[row[0]] = row[1]
    repeats = tx.db.execute("SELECT coalesce(sum(repeats), 0) FROM outbox").fetchone()[0]
    waiting, sending, sent_, aside_, unknown, dropped, blocked_, refused_ = states.values()
    return OutboxCounts(waiting, sending, sent_, unknown, dropped, blocked_, refused_, repeats, aside_)


def clean(tx: Tx, before: datetime, shown_before: datetime) -> int:
    """Delete what was closed before an instant, what words can still answer before another; how many."""
    gone = tx.db.execute(
        "DELETE FROM outbox WHERE state >= 2 AND made_at < "
        "CASE WHEN purpose IN ('prompt', 'closing', 'rhythm', 'digest', 'told', 'coach') "
        "THEN :shown_before ELSE :before END AND NOT EXISTS "
        "(SELECT 1 FROM reflections f WHERE f.id = outbox.reflection_id AND f.ended_at IS NULL) "
        "AND key NOT IN (SELECT question FROM dialogues) AND NOT (method LIKE 'edit%' AND EXISTS "
        "(SELECT 1 FROM outbox o WHERE o.chat_id = outbox.chat_id AND o.message_id = outbox.message_id "
        "AND o.id < outbox.id AND o.labels IS NOT NULL AND o.purpose <> ''))",
        {"before": to_micros(before), "shown_before": to_micros(min(before, shown_before))},
    )
    tx.db.execute("DELETE FROM rests WHERE until < :before", {"before": to_micros(before)})
    return gone.rowcount


def wait(attempts: int, longest: timedelta = timedelta(minutes=5)) -> timedelta:
    """How long to wait before the next attempt: 1, 2, 4 ... seconds."""
    return min(timedelta(seconds=2 ** min(attempts, 10)), longest)


def _start(tx: Tx, row: Any, now: datetime) -> Outgoing | None:
    try:
        params = json.loads(tx.open(_owner(row), _place("body", row["key"]), row["body"] or b""))
        file = row["file"] and tx.open(_owner(row), _place("file", row["key"]), row["file"])
    except (VaultFault, ValueError) as fault:
        _close(tx, row["id"], ASIDE, f"{type(fault).__name__}: its body cannot be read")
        return None
    tx.db.execute(
        "UPDATE outbox SET state = 1, tried_at = coalesce(tried_at, :now) WHERE id = :id",
        {"id": row["id"], "now": to_micros(now)},
    )
    return Outgoing(
        row["id"],
        row["key"],
        row["chat_id"],
        row["lane"],
        row["method"],
        params,
        file,
        row["reflection_id"],
        row["question"],
        row["purpose"],
        row["attempts"],
        row["repeats"],
    )


def _close(tx: Tx, row_id: int, state: int, error: str) -> bool:
    closed = tx.db.execute(
        "UPDATE outbox SET state = :state, body = NULL, file = NULL, error = :error "
        "WHERE id = :id AND state < 2",
        {"id": row_id, "state": state, "error": error},
    )
    return closed.rowcount > 0


def _owner(row: Any) -> int:
    return int(row["chat_id"] if row["about"] is None else row["about"])


def _seal(tx: Tx, owner: int, key: str, params: Mapping[str, Any]) -> bytes:
    return tx.seal(owner, _place("body", key), json.dumps(params))


def _place(column: str, key: str) -> str:
    return f"outbox|{column}|{key}"
