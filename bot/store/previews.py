"""Previews: a script being played in the chat of an admin or a coach. Nothing of one outlives its end."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.core.talk import reflection as states
from bot.core.talk.model import Reflection
from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros

HOUSE = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """A text as it is played; ``draft`` is its draft's number, 0 for the live version.

    ``own``: it is a coach's own talk.
    """

    id: int
    chat_id: int
    script: str
    language: str
    source: str
    draft: int
    at: datetime
    reflection: Reflection = field(repr=False)
    own: bool = False


def begin(
    tx: Tx, chat_id: int, source: str, reflection: Reflection, *, draft: int, now: datetime, own: bool = False
) -> Preview | None:
    """A new preview in a chat; one that is there ends."""
    end(tx, chat_id)
    tx.db.execute(
        "INSERT INTO previews (chat_id, script, language, source, draft, data, at, own) "
        "VALUES (:chat, :script, :language, :source, :draft, :data, :now, :own)",
        {
            "chat": chat_id,
            "script": reflection.script,
            "language": reflection.language,
            "source": source,
            "draft": draft,
            "data": _sealed(tx, chat_id, reflection),
            "now": to_micros(now),
            "own": own,
        },
    )
    return get(tx, chat_id)


def get(tx: Tx, chat_id: int) -> Preview | None:
    """The preview that is open in a chat, or None."""
    row = tx.db.execute("SELECT * FROM previews WHERE chat_id = :chat", {"chat": chat_id}).fetchone()
    return None if row is None else _preview(tx, row)


def save(tx: Tx, chat_id: int, reflection: Reflection, now: datetime) -> None:
    """Keep the state after a turn."""
    tx.db.execute(
        "UPDATE previews SET data = :data, at = :now WHERE chat_id = :chat",
        {"chat": chat_id, "data": _sealed(tx, chat_id, reflection), "now": to_micros(now)},
    )


def end(tx: Tx, chat_id: int) -> None:
    """Nothing of the preview is kept."""
    tx.db.execute("DELETE FROM previews WHERE chat_id = :chat", {"chat": chat_id})


def clean(tx: Tx, before: datetime) -> int:
    """Forget previews that nobody went on with since an instant; how many."""
    return tx.db.execute("DELETE FROM previews WHERE at < :before", {"before": to_micros(before)}).rowcount


def _sealed(tx: Tx, chat_id: int, reflection: Reflection) -> bytes:
    return tx.seal(HOUSE, _place(chat_id), states.to_json(reflection))


def _place(chat_id: int) -> str:
    return f"previews|data|{chat_id}"


def _preview(tx: Tx, row: Any) -> Preview:
    return Preview(
        row["id"],
        row["chat_id"],
        row["script"],
        row["language"],
        row["source"],
        row["draft"],
        from_micros(row["at"]),
        states.from_json(tx.open(HOUSE, _place(row["chat_id"]), row["data"])),
        bool(row["own"]),
    )
