"""Hand: who is there when something comes in, and what is open with them, read by one statement;
and what stood in the chat before it, by another."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.store import labels
from bot.store.db import Tx
from bot.store.dialogues import LATEST_SAID
from bot.store.instants import to_micros
from bot.store.labels import LATEST_LABELS
from bot.store.memo import UNREAD
from bot.store.reflections import LATEST, RECENT, ReflectionRow
from bot.store.responses import SPOKEN_BEFORE
from bot.store.showing import ARRIVED, PROMPT_OF, QUESTION_OF, Shown

_PARTS = f"""
SELECT c.*, 0 AS "|", k.wrapped, 0 AS "|", mine.*, 0 AS "|", theirs.*, 0 AS "|", t.wrapped, 0 AS "|",
d.*, o.message_id, 0 AS "|", NOT EXISTS (SELECT 1 FROM pauses WHERE client_id = chat.id) AS unpaused, 0 AS "|",
l.*, 0 AS "|", r.*
FROM (SELECT :chat AS id) AS chat
LEFT JOIN clients c ON c.id = chat.id
LEFT JOIN keys k ON k.owner = chat.id
LEFT JOIN coaches mine ON mine.id = chat.id
LEFT JOIN coaches theirs ON theirs.id = c.coach_id
LEFT JOIN keys t ON t.owner = theirs.id
LEFT JOIN dialogues d ON d.chat_id = chat.id
LEFT JOIN outbox o ON o.key = d.question
LEFT JOIN ({LATEST_LABELS}) l ON true
LEFT JOIN ({LATEST}) r ON true
ORDER BY r.id DESC
"""  # noqa: S608 - no values


def take(tx: Tx, chat_id: int) -> None:
    """Read all at once that most turns of this chat ask for. Nothing is opened before it is asked for."""
    if tx.known("clients", ("row", chat_id)) is not UNREAD:
        return
    found = tx.db.execute(_PARTS, {"chat": chat_id, "recent": RECENT, "least": 1, "most": labels.NEWEST})
    names = [column[0] for column in found.description]
    rows = found.fetchall()
    client, key, mine, theirs, its_key, asked, more, shown, _ = _parts(names, tuple(rows[0]))
    begins = len(names) - names[::-1].index("|")
    talks = [dict(zip(names[begins:], tuple(row)[begins:], strict=True)) for row in rows]
    tx.know("clients", ("row", chat_id), client if client["id"] else None)
    tx.know("coaches", ("row", chat_id), mine if mine["id"] else None)
    tx.know("dialogues", ("row", chat_id), asked if asked["id"] else None)
    tx.know("reflections", ("latest", chat_id), [talk for talk in talks if talk["id"]])
    if more["unpaused"]:
        tx.know("pauses", ("none", chat_id), True)
    labels.known(tx, chat_id, shown)
    tx.unwrapped(chat_id, key["wrapped"])
    if theirs["id"]:
        tx.know("coaches", ("row", theirs["id"]), theirs)
        tx.unwrapped(theirs["id"], its_key["wrapped"])


_STOOD = f"""
SELECT l.purpose, l.made_at, l.question AS stands, ({QUESTION_OF}) AS at_question, p.there, p.message_id,
    ({SPOKEN_BEFORE}) AS spoken, ({ARRIVED}) AS arrived
FROM (SELECT 1) AS one LEFT JOIN ({LATEST_SAID}) l ON true
LEFT JOIN (SELECT 1 AS there, * FROM ({PROMPT_OF}) AS o) p ON true
"""  # noqa: S608 - no values


def stood(tx: Tx, chat_id: int, message_id: int, said_at: datetime, talk: ReflectionRow) -> None:
    """Read at once what stood in the chat before a message of its client's, as far as the latest talk goes."""
    at, number, question = to_micros(said_at), talk.id, talk.question
    if tx.known("outbox", ("question", number, message_id, at)) is not UNREAD:
        return
    asked = {"chat": chat_id, "message_id": message_id, "least": 0, "most": message_id - 1, "said_at": at}
    where = {"reflection_id": number, "question": question, "purpose": "prompt"}
    row = tx.db.execute(_STOOD, {**asked, **where}).fetchone()
    latest = None if row["made_at"] is None else (row["purpose"], row["made_at"], row["stands"])
    tx.know("outbox", ("latest", chat_id, 0, message_id - 1), latest)
    tx.know("outbox", ("question", number, message_id, at), row["at_question"])
    shown = Shown(number, question, row["message_id"]) if row["there"] else None
    tx.know("outbox", ("prompt", number, question), shown)
    tx.know("outbox", ("arrived", number, question, "prompt"), row["arrived"])
    tx.know("response_texts", ("before", chat_id, message_id), row["spoken"])


def _parts(names: list[str], row: tuple[Any, ...]) -> Iterator[dict[str, Any]]:
    """The row of each table, which stand one after the other with a bar between them."""
    begins = 0
    for ends in (*(number for number, name in enumerate(names) if name == "|"), len(names)):
        yield dict(zip(names[begins:ends], row[begins:ends], strict=True))
        begins = ends + 1
