"""Responses: what clients said, every message whole and in order, with its edits.

Whatever a coach may see goes through ``shared``: its query names the visibilities, so that a private answer
is never even read there.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from bot.core.base.words import own
from bot.core.talk.model import Visibility
from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros


@dataclass(frozen=True, slots=True)
class Edit:
    """What a text was before it was edited, and when it was edited."""

    words: str = field(repr=False)
    at: datetime
    id: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """One message of a response as it reads now. ``file``: kind and Telegram id of a voice note or photo.

    ``origin``: forwarded, or bot where another bot wrote it.
    """

    id: int
    message_id: int
    words: str = field(repr=False)
    file: str = field(repr=False)
    at: datetime
    edits: tuple[Edit, ...]
    origin: str = ""

    @property
    def own(self) -> str:
        """What the client said in words of their own."""
        return own(self.words, self.file, self.origin)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer as kept. ``reflection_id`` None: a note of its own. ``state``: answered, passed."""

    id: int
    client_id: int
    reflection_id: int | None
    question: int
    script: str
    version: int
    step: str
    prompt: str = field(repr=False)
    state: str
    rating: int | None = field(repr=False)
    choice: str | None = field(repr=False)
    visibility: Visibility
    asked_at: datetime | None
    at: datetime
    texts: tuple[Text, ...]

    @property
    def edited(self) -> bool:
        """Whether any of its messages was edited."""
        return any(text.edits for text in self.texts)


@dataclass(frozen=True, slots=True)
class Last:
    """What a client said last: whether it was a ``note``, when it began and its last message came, who sees it."""

    note: bool
    at: datetime
    said: datetime | None
    visibility: Visibility


def latest_texts(tx: Tx, client_id: int, most: int) -> Iterator[tuple[Response, Text]]:
    """The client's latest messages that are kept, newest first, each with the response it is in."""
    rows = tx.db.execute(
        "SELECT response_id, message_id FROM response_texts WHERE client_id = :client "
        "ORDER BY message_id DESC LIMIT :most",
        {"client": client_id, "most": most},
    ).fetchall()
    for row in rows:
        one = get(tx, row["response_id"])
        for text in one.texts if one else ():
            if one and text.message_id == row["message_id"]:
                yield one, text


def held(tx: Tx, reflection_id: int) -> int:
    """How many responses of a reflection stay private whatever is decided for the whole."""
    row = tx.db.execute(
        "SELECT count(*) FROM responses WHERE reflection_id = :id AND held = 1 AND visibility = 'private'",
        {"id": reflection_id},
    ).fetchone()
    return int(row[0])


def get(tx: Tx, response_id: int) -> Response | None:
    """A response by its id."""
    row = tx.db.execute("SELECT * FROM responses WHERE id = :id", {"id": response_id}).fetchone()
    return None if row is None else _responses(tx, [row])[0]


def of_message(tx: Tx, client_id: int, message_id: int) -> Response | None:
    """The response that a message of the client's is in."""
    row = text_row(tx, client_id, message_id)
    return None if row is None else get(tx, row["response_id"])


def is_kept(tx: Tx, client_id: int, message_id: int) -> bool:
    """Whether a message of the client's is in a response."""
    place = (client_id, message_id)
    return tx.once("response_texts", place, lambda: text_row(tx, *place) is not None)


def words_of(tx: Tx, client_id: int, message_id: int) -> str | None:
    """A message of the client's as it is kept; None where it is not."""
    row = text_row(tx, client_id, message_id)
    return row and tx.open_text(client_id, f"response_texts|words|{message_id}", row["words"])


def spoken_before(tx: Tx, client_id: int, message_id: int) -> datetime | None:
    """When the client wrote the message that was kept before this one; None where there is none."""

    def read() -> int | None:
        row = tx.db.execute(SPOKEN_BEFORE, {"chat": client_id, "message_id": message_id}).fetchone()
        return None if row is None else int(row["at"])

    return from_micros_or_none(tx.once("response_texts", ("before", client_id, message_id), read))


SPOKEN_BEFORE = """
SELECT at FROM response_texts WHERE client_id = :chat AND message_id < :message_id
ORDER BY message_id DESC LIMIT 1
"""


def spoken_since(tx: Tx, client_id: int, since: datetime) -> tuple[Response, ...]:
    """The responses in which a client wrote or changed something since an instant; for the client only."""
    rows = tx.db.execute(
        "SELECT * FROM responses WHERE id IN (SELECT t.response_id FROM response_texts t LEFT JOIN "
        "response_edits e ON e.text_id = t.id WHERE t.client_id = :client AND (t.at >= :since OR e.at >= :since)) "
        "ORDER BY at, id",
        {"client": client_id, "since": to_micros(since)},
    )
    return _responses(tx, rows.fetchall())


def bubbles(tx: Tx, client_id: int, limit: int) -> tuple[tuple[datetime, ...], ...]:
    """When the messages of a client's latest answers came, answer by answer, newest first; nothing is opened."""
    rows = tx.db.execute(
        "SELECT t.response_id, t.at FROM response_texts t JOIN (SELECT id, at FROM responses WHERE "
        "client_id = :client AND reflection_id IS NOT NULL ORDER BY at DESC, id DESC LIMIT :limit) r "
        "ON t.response_id = r.id ORDER BY r.at DESC, r.id DESC, t.message_id",
        {"client": client_id, "limit": limit},
    )
    found: dict[int, list[datetime]] = {}
    for row in rows:
        found.setdefault(row["response_id"], []).append(from_micros(row["at"]))
    return tuple(tuple(one) for one in found.values())


def last_of(tx: Tx, reflection_id: int, question: int) -> datetime | None:
    """When the latest message of an answer came; nothing is opened."""
    row = tx.db.execute(
        "SELECT max(t.at) AS at FROM responses r JOIN response_texts t ON t.response_id = r.id "
        "WHERE r.reflection_id = :reflection AND r.question = :question",
        {"reflection": reflection_id, "question": question},
    ).fetchone()
    return from_micros_or_none(row["at"])


def by_ids(tx: Tx, ids: list[int]) -> tuple[Response, ...]:
    """The responses of these ids, in that order; for the client only."""
    rows = tx.db.execute(
        "SELECT r.* FROM json_each(:ids) j JOIN responses r ON r.id = CAST(j.value AS BIGINT) ORDER BY j.key",
        {"ids": json.dumps(ids)},
    )
    return _responses(tx, rows.fetchall())


def latest(tx: Tx, client_id: int, limit: int) -> tuple[Response, ...]:
    """A client's own latest responses, newest first; for the client only."""
    rows = tx.db.execute(
        "SELECT * FROM responses WHERE client_id = :client ORDER BY at DESC, id DESC LIMIT :limit",
        {"client": client_id, "limit": limit},
    )
    return _responses(tx, rows.fetchall())


def latest_to(tx: Tx, client_id: int, script: str, step: str) -> tuple[Response, ...]:
    """The latest answers of a client to one step of a script, newest first; for the client only."""
    rows = tx.db.execute(
        "SELECT * FROM responses WHERE client_id = :client AND script = :script AND step = :step "
        "AND state = 'answered' ORDER BY at DESC, id DESC LIMIT 5",
        {"client": client_id, "script": script, "step": step},
    )
    return _responses(tx, rows.fetchall())


def last(tx: Tx, client_id: int) -> Last | None:
    """When and what a client said last, with nothing opened, however many messages it has."""
    row = tx.db.execute(
        "SELECT r.reflection_id, r.at, r.visibility, (SELECT at FROM response_texts WHERE response_id = r.id "
        "ORDER BY message_id DESC LIMIT 1) AS said FROM responses r WHERE r.client_id = :client "
        "ORDER BY r.at DESC, r.id DESC LIMIT 1",
        {"client": client_id},
    ).fetchone()
    if row is None:
        return None
    said = from_micros_or_none(row["said"])
    return Last(row["reflection_id"] is None, from_micros(row["at"]), said, row["visibility"])


def all_of(tx: Tx, client_id: int) -> tuple[Response, ...]:
    """Everything a client said, oldest first; for the client only."""
    rows = tx.db.execute(
        "SELECT * FROM responses WHERE client_id = :client ORDER BY at, id", {"client": client_id}
    )
    return _responses(tx, rows.fetchall())


def of_reflection(tx: Tx, reflection_id: int) -> tuple[Response, ...]:
    """The responses of one reflection by question; for the client only."""
    rows = tx.db.execute(
        "SELECT * FROM responses WHERE reflection_id = :id ORDER BY question", {"id": reflection_id}
    )
    return _responses(tx, rows.fetchall())


def shared(tx: Tx, client_id: int, start: datetime, coach_id: int) -> tuple[Response, ...]:
    """What the client shares from an instant on, oldest first: all that a coach ever sees.

    What is older is in it too where it, or words added or changed since, never reached this coach.
    """
    # What is shared is named, not what is private: a visibility that is added later stays out until it is named.
    rows = tx.db.execute(
        "SELECT * FROM responses WHERE client_id = :client "
        "AND visibility IN ('session', 'now') AND (at >= :start OR id NOT IN "
        "(SELECT response_id FROM reached WHERE client_id = :client AND coach_id = :coach) "
        "OR id IN (SELECT x.response_id FROM response_texts x WHERE x.client_id = :client AND x.id > "
        "(SELECT max(texts_to) FROM reached WHERE response_id = x.response_id AND coach_id = :coach)) "
        "OR id IN (SELECT x.response_id FROM response_edits e JOIN response_texts x ON x.id = e.text_id "
        "WHERE e.client_id = :client AND e.id > "
        "(SELECT max(edits_to) FROM reached WHERE response_id = x.response_id AND coach_id = :coach)))"
        " ORDER BY at, id",
        {"client": client_id, "start": to_micros(start), "coach": coach_id},
    )
    return _responses(tx, rows.fetchall())


def last_shared(tx: Tx, client_id: int) -> datetime | None:
    """When what is shared now was given last; what is private bears on it nowhere."""
    row = tx.db.execute(
        "SELECT max(at) AS at FROM responses WHERE client_id = :id AND visibility IN ('session', 'now')",
        {"id": client_id},
    ).fetchone()
    return from_micros(row["at"]) if row["at"] is not None else None


def any_shared(tx: Tx, digest: int) -> bool:
    """Whether anything that a digest or brief told is shared as matters stand; nothing is opened."""
    row = tx.db.execute(
        "SELECT 1 FROM told t JOIN responses r ON r.id = t.response_id WHERE t.digest_id = :digest "
        "AND r.visibility IN ('session', 'now') LIMIT 1",
        {"digest": digest},
    ).fetchone()
    return row is not None


def text_row(tx: Tx, client_id: int, message_id: int) -> Any:
    return tx.db.execute(
        "SELECT * FROM response_texts WHERE client_id = :client AND message_id = :message",
        {"client": client_id, "message": message_id},
    ).fetchone()


def _responses(tx: Tx, rows: list[Any]) -> tuple[Response, ...]:
    """The rows as responses, with their messages: three statements, however many they are."""
    texts = _texts(tx, [row["id"] for row in rows])
    return tuple(_response(tx, row, tuple(texts.get(row["id"], ()))) for row in rows)


def _response(tx: Tx, row: Any, texts: tuple[Text, ...]) -> Response:
    client, place = row["client_id"], f"{row['reflection_id']}:{row['question']}"
    rating = tx.open_text(client, f"responses|rating|{place}", row["rating"])
    return Response(
        id=row["id"],
        client_id=client,
        reflection_id=row["reflection_id"],
        question=row["question"],
        script=row["script"],
        version=row["version"],
        step=row["step"],
        prompt=tx.open_text(client, f"responses|prompt|{place}", row["prompt"]) or "",
        state=row["state"],
        rating=None if rating is None else int(rating),
        choice=tx.open_text(client, f"responses|choice|{place}", row["choice"]),
        visibility=row["visibility"],
        asked_at=from_micros_or_none(row["asked_at"]),
        at=from_micros(row["at"]),
        texts=texts,
    )


def _texts(tx: Tx, response_ids: list[int]) -> dict[int, list[Text]]:
    """The messages of responses, by response."""
    # By Telegram's numbers, not by arrival: a crash may bring a later message first.
    rows = tx.db.execute(
        "SELECT t.*, e.id AS edit, e.edit_key, e.words AS edit_words, e.at AS edit_at FROM response_texts t "
        "LEFT JOIN response_edits e ON e.text_id = t.id "
        "WHERE t.response_id IN (SELECT CAST(value AS BIGINT) FROM json_each(:ids)) "
        "ORDER BY t.response_id, t.message_id, e.id",
        {"ids": json.dumps(response_ids)},
    )
    found: dict[int, list[Text]] = {}
    for _, same in groupby(rows, key=lambda row: row["id"]):
        first, *rest = same
        edits = tuple(_edit(tx, row) for row in (first, *rest) if row["edit"] is not None)
        found.setdefault(first["response_id"], []).append(_text(tx, first, edits))
    return found


def _edit(tx: Tx, row: Any) -> Edit:
    words = tx.open_text(row["client_id"], f"response_edits|words|{row['edit_key']}", row["edit_words"])
    return Edit(words or "", from_micros(row["edit_at"]), row["edit"])


def _text(tx: Tx, row: Any, edits: tuple[Edit, ...]) -> Text:
    client, number = row["client_id"], row["message_id"]
    return Text(
        id=row["id"],
        message_id=number,
        words=tx.open_text(client, f"response_texts|words|{number}", row["words"]) or "",
        file=tx.open_text(client, f"response_texts|file|{number}", row["file"]) or "",
        at=from_micros(row["at"]),
        origin=row["origin"],
        edits=edits,
    )
