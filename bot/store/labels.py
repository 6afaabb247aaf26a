"""Labels: what the buttons of the bot's messages say, and what each does, so that they may be typed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.talk.beside import label
from bot.store.db import Tx
from bot.store.memo import UNREAD
from bot.vault import VaultFault

OWN = "r:"
"""What the buttons of an open question begin with: a talk reads its own labels."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The message of the bot's that has buttons, and what each label does."""

    message_id: int
    does: Mapping[str, str]


LATEST_LABELS = """
SELECT s.key, s.chat_id, s.about, s.message_id, s.labels FROM (
    SELECT * FROM outbox WHERE chat_id = :chat AND message_id BETWEEN :least AND :most
    ORDER BY message_id DESC, id DESC LIMIT 40) s
WHERE s.labels IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox e
    WHERE e.chat_id = s.chat_id AND e.message_id = s.message_id AND e.id > s.id)
ORDER BY s.message_id DESC LIMIT 1
"""
"""An edit is a row of its own, with the number of the message that it changed: the last of them counts."""

NEWEST = 2**53


def sealed(tx: Tx, owner: int, key: str, params: Mapping[str, Any]) -> bytes | None:
    """The labels of a call as its row keeps them; empty where a talk reads its own, None without any."""
    rows = (params.get("reply_markup") or {}).get("inline_keyboard") or ()
    buttons = [(one["text"], one.get("callback_data", "")) for row in rows for one in row]
    if not buttons:
        return None
    does = dict[str, str]()
    for text, data in buttons:
        if not data.startswith(OWN):
            for said in (exactly(text), label(text)):
                does[said] = "" if said in does else data  # two of one label: which is meant, nobody knows
    return tx.seal(owner, _place(key), json.dumps(does)) if does else b""


def exactly(text: str) -> str:
    """A label as it stands, by which one is known that differs from another in a sign alone."""
    return f"={text.strip()}"


def known(tx: Tx, chat_id: int, row: Any) -> None:
    """The newest labels of a chat, as they were just read with something else."""
    tx.know("outbox", ("labels", chat_id), row if row["message_id"] else None)


def stood(tx: Tx, chat_id: int, message_id: int, reply_to: int | None) -> Labels | None:
    """The labels that were in sight: of the message replied to, else of the latest with buttons before this one."""
    row: Any = UNREAD if reply_to is not None else tx.known("outbox", ("labels", chat_id))
    if row is UNREAD or (row is not None and row["message_id"] >= message_id):
        most = message_id - 1 if reply_to is None else reply_to
        asked = {"chat": chat_id, "least": reply_to or 1, "most": most}
        row = tx.db.execute(LATEST_LABELS, asked).fetchone()
    return None if row is None else _opened(tx, row)


def _opened(tx: Tx, row: Any) -> Labels:
    owner = row["chat_id"] if row["about"] is None else row["about"]
    try:
        does = json.loads(tx.open(owner, _place(row["key"]), row["labels"])) if row["labels"] else {}
    except (VaultFault, ValueError):  # whose key is gone has no labels left
        does = {}
    return Labels(row["message_id"], does)


def _place(key: str) -> str:
    return f"outbox|labels|{key}"
