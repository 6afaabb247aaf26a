"""Dialogues: the question about a setting that is open with a person, one at most."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.talk.exchange import Dialogue, Role
from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros, to_micros_or_none

_PLACE = "people|draft"  # as it was sealed when it stood with the person


def put(
    tx: Tx,
    chat_id: int,
    role: Role,
    step: str,
    question: str,
    *,
    now: datetime,
    until: datetime | None,
    draft: Mapping[str, Any] | None = None,
) -> int:
    """Open a dialogue in place of any other of this person; its number. ``question``: the outbox key."""
    end(tx, chat_id)
    added = tx.db.execute(
        "INSERT INTO dialogues (chat_id, role, step, draft, question, asked_at, until_at) "
        "VALUES (:chat, :role, :step, :draft, :question, :now, :until)",
        {
            "chat": chat_id,
            "role": role,
            "step": step,
            "draft": tx.seal(chat_id, _PLACE, json.dumps(dict(draft))) if draft else None,
            "question": question,
            "now": to_micros(now),
            "until": to_micros_or_none(until),
        },
    )
    return int(added.lastrowid or 0)


def redraft(tx: Tx, chat_id: int, draft: Mapping[str, Any]) -> None:
    """What was said so far in the open dialogue is this now."""
    sealed = tx.seal(chat_id, _PLACE, json.dumps(dict(draft)))
    tx.db.execute(
        "UPDATE dialogues SET draft = :draft WHERE chat_id = :chat", {"draft": sealed, "chat": chat_id}
    )


def get(tx: Tx, chat_id: int) -> Dialogue | None:
    """The dialogue that is open with a person, lapsed or not."""
    row = tx.once("dialogues", ("row", chat_id), lambda: _row(tx, chat_id))
    return None if row is None else tx.once("dialogues", chat_id, lambda: _dialogue(tx, row))


def _row(tx: Tx, chat_id: int) -> Any:
    return tx.db.execute(
        "SELECT d.*, o.message_id AS message_id FROM dialogues d LEFT JOIN outbox o ON o.key = d.question "
        "WHERE d.chat_id = :chat",
        {"chat": chat_id},
    ).fetchone()


def question_at(tx: Tx, chat_id: int, message_id: int) -> str:
    """The outbox key of one of the bot's messages in a chat; "" where there is none."""
    row = tx.db.execute(
        "SELECT key FROM outbox WHERE chat_id = :chat AND message_id = :message AND method = 'sendMessage'",
        {"chat": chat_id, "message": message_id},
    ).fetchone()
    return str(row["key"]) if row else ""


def end(tx: Tx, chat_id: int) -> bool:
    """It is over; False when there was none."""
    return tx.db.execute("DELETE FROM dialogues WHERE chat_id = :chat", {"chat": chat_id}).rowcount > 0


def shown_before(tx: Tx, chat_id: int, message_id: int) -> int | None:
    """The bot's latest message that stood in a chat before one of the person's; None: there was none."""
    row = tx.db.execute(
        "SELECT max(message_id) FROM outbox WHERE chat_id = :chat_id AND message_id < :message_id",
        {"chat_id": chat_id, "message_id": message_id},
    ).fetchone()
    return None if row[0] is None else int(row[0])


def _dialogue(tx: Tx, row: Any) -> Dialogue:
    return Dialogue(
        row["id"],
        row["role"],
        row["step"],
        json.loads(tx.open_text(row["chat_id"], _PLACE, row["draft"]) or "{}"),
        from_micros(row["asked_at"]),
        from_micros_or_none(row["until_at"]),
        row["message_id"],
    )


@dataclass(frozen=True, slots=True)
class Stands:
    """A message of the bot's in a chat: what it is, of which number, and when it was made."""

    purpose: str
    at: datetime
    number: int | None


def shown(tx: Tx, chat_id: int, message_id: int, reply_to: int | None) -> Stands | None:
    """What the message was for that somebody's message replies to, or came behind, and when it was made."""
    asked = {"chat": chat_id, "least": reply_to or 0, "most": reply_to or message_id - 1}

    def read() -> Any:
        row = tx.db.execute(LATEST_SAID, asked).fetchone()
        return None if row is None else tuple(row)

    found = tx.once("outbox", ("latest", *asked.values()), read)
    return None if found is None else Stands(found[0], from_micros(found[1]), found[2])


LATEST_SAID = """
SELECT purpose, made_at, question FROM outbox WHERE chat_id = :chat AND method IN ('sendMessage', 'sendDocument')
AND message_id IS NOT NULL AND message_id BETWEEN :least AND :most ORDER BY message_id DESC LIMIT 1
"""
"""Between two numbers, not one of two conditions: it is found at once, however many stand before it."""


def rhythm_asked(tx: Tx, chat_id: int, message_id: int, reply_to: int | None) -> datetime | None:
    """When the question about the rhythm was asked that a client's message answers; None: it answers none.

    It answers the one it replies to, else the one that was the latest message in the chat.
    """
    found = shown(tx, chat_id, message_id, reply_to)
    return found.at if found is not None and found.purpose == "rhythm" else None
