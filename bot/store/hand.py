"""Hand: who is there when something comes in, and what is open with them, read by one statement."""

from collections.abc import Iterator
from typing import Any

from bot.store.db import Tx
from bot.store.memo import UNREAD
from bot.store.reflections import LATEST, RECENT

_PARTS = f"""
SELECT c.*, 0 AS "|", k.wrapped, 0 AS "|", mine.*, 0 AS "|", theirs.*, 0 AS "|", t.wrapped, 0 AS "|",
d.*, o.message_id, 0 AS "|", r.*
FROM (SELECT :chat AS id) AS chat
LEFT JOIN clients c ON c.id = chat.id
LEFT JOIN keys k ON k.owner = chat.id
LEFT JOIN coaches mine ON mine.id = chat.id
LEFT JOIN coaches theirs ON theirs.id = c.coach_id
LEFT JOIN keys t ON t.owner = theirs.id
LEFT JOIN dialogues d ON d.chat_id = chat.id
LEFT JOIN outbox o ON o.key = d.question
LEFT JOIN ({LATEST}) r ON true
ORDER BY r.id DESC
"""  # noqa: S608 - no values


def take(tx: Tx, chat_id: int) -> None:
    """Read all at once that most turns of this chat ask for. Nothing is opened before it is asked for."""
    if tx.known("clients", ("row", chat_id)) is not UNREAD:
        return
    found = tx.db.execute(_PARTS, {"chat": chat_id, "recent": RECENT})
    names = [column[0] for column in found.description]
    rows = found.fetchall()
    client, key, mine, theirs, its_key, asked, _ = _parts(names, tuple(rows[0]))
    begins = len(names) - names[::-1].index("|")
    talks = [dict(zip(names[begins:], tuple(row)[begins:], strict=True)) for row in rows]
    tx.know("clients", ("row", chat_id), client if client["id"] else None)
    tx.know("coaches", ("row", chat_id), mine if mine["id"] else None)
    tx.know("dialogues", ("row", chat_id), asked if asked["id"] else None)
    tx.know("reflections", ("latest", chat_id), [talk for talk in talks if talk["id"]])
    tx.unwrapped(chat_id, key["wrapped"])
    if theirs["id"]:
        tx.know("coaches", ("row", theirs["id"]), theirs)
        tx.unwrapped(theirs["id"], its_key["wrapped"])


def _parts(names: list[str], row: tuple[Any, ...]) -> Iterator[dict[str, Any]]:
    """The row of each table, which stand one after the other with a bar between them."""
    begins = 0
    for ends in (*(number for number, name in enumerate(names) if name == "|"), len(names)):
        yield dict(zip(names[begins:ends], row[begins:ends], strict=True))
        begins = ends + 1
