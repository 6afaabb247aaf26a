"""Responses: what clients said, every message whole and in order, with its edits; and what they marked.

Whatever a coach may see goes through ``shared``: its query names the visibilities, so that a private answer
is never even read there.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from bot.core.base.words import own
from bot.core.talk.model import Answer, Visibility
from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros
from bot.store.memo import UNREAD


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
    """What a client said last: whether it was a ``note``, when it began, and when its last message came."""

    note: bool
    at: datetime
    said: datetime | None


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A moment that the client marked."""

    id: int
    reflection_id: int
    kind: str
    at: datetime


# ---- keeping -------------------------------------------------------------------------------------


def keep(
    tx: Tx,
    client_id: int,
    reflection_id: int,
    answer: Answer,
    *,
    script: str,
    version: int,
    visibility: str,
    now: datetime,
) -> int:
    """Keep the response to a question, or bring it up to date; its id. Prompt, visibility and instant stay."""
    known = tx.known("responses", ("kept", reflection_id, answer.question))
    if known is not UNREAD and known[1:] == (answer.passed, answer.rating, answer.choice):
        return int(known[0])
    # The place is part of what is sealed: words copied into another row, or another person's, do not open there.
    place = f"{reflection_id}:{answer.question}"
    rating = None if answer.rating is None else str(answer.rating)
    row = tx.db.execute(
        "INSERT INTO responses (client_id, reflection_id, question, script, version, step, prompt, state, "
        "rating, choice, visibility, asked_at, at) VALUES (:client, :reflection, :question, :script, :version, "
        ":step, :prompt, :state, :rating, :choice, :visibility, "
        # Counted from the prompt's arrival, not from its making: a rest of Telegram's is no delay of the client's.
        "(SELECT max(sent_at) FROM outbox WHERE reflection_id = :reflection AND question = :question "
        "AND purpose = 'prompt'), :now) ON CONFLICT (reflection_id, question) DO UPDATE SET "
        "state = excluded.state, rating = excluded.rating, choice = excluded.choice RETURNING id",
        {
            "client": client_id,
            "reflection": reflection_id,
            "question": answer.question,
            "script": script,
            "version": version,
            "step": answer.step,
            "prompt": tx.seal(client_id, f"responses|prompt|{place}", answer.prompt),
            "state": "passed" if answer.passed else "answered",
            "rating": tx.seal_or_none(client_id, f"responses|rating|{place}", rating),
            "choice": tx.seal_or_none(client_id, f"responses|choice|{place}", answer.choice),
            "visibility": visibility,
            "now": to_micros(now),
        },
    ).fetchone()
    kept = (row["id"], answer.passed, answer.rating, answer.choice)
    tx.know("responses", ("kept", reflection_id, answer.question), kept)
    return int(row["id"])


def add_text(
    tx: Tx,
    response_id: int,
    client_id: int,
    message_id: int,
    text: str,
    *,
    now: datetime,
    file: str = "",
    origin: str = "",
) -> bool:
    """Add a message to a response, whole; False when this message was kept before, here or elsewhere."""
    before = tx.known("response_texts", ("before", client_id, message_id))
    added = tx.db.execute(
        "INSERT INTO response_texts (response_id, client_id, message_id, words, file, origin, at) "
        "VALUES (:response, :client, :message, :words, :file, :origin, :now) "
        "ON CONFLICT (client_id, message_id) DO NOTHING",
        {
            "response": response_id,
            "client": client_id,
            "message": message_id,
            "words": tx.seal(client_id, f"response_texts|words|{message_id}", text),
            "file": tx.seal_or_none(client_id, f"response_texts|file|{message_id}", file or None),
            "origin": origin,
            "now": to_micros(now),
        },
    )
    tx.know("response_texts", (client_id, message_id), True)
    if before is not UNREAD:  # what came before it is not changed by it
        tx.know("response_texts", ("before", client_id, message_id), before)
    return added.rowcount > 0


def note(
    tx: Tx,
    client_id: int,
    message_id: int,
    text: str,
    *,
    visibility: str,
    now: datetime,
    file: str = "",
    origin: str = "",
    prompt: str = "",
) -> bool:
    """Keep words outside any reflection; False when this message was kept before.

    ``prompt``: the question that they answer, where the bot asked one outside any script.
    """
    # Telegram gives an update again whose confirmation was lost: the message's number, not its words, tells.
    if _text_row(tx, client_id, message_id) is not None:
        return False
    added = tx.db.execute(
        "INSERT INTO responses (client_id, question, prompt, state, visibility, at) "
        "VALUES (:client, :question, :prompt, 'answered', :visibility, :now)",
        {
            "client": client_id,
            "question": message_id if prompt else 0,  # part of the place where the prompt is sealed
            "prompt": tx.seal_or_none(client_id, f"responses|prompt|None:{message_id}", prompt or None),
            "visibility": visibility,
            "now": to_micros(now),
        },
    )
    number = added.lastrowid or 0
    return add_text(tx, number, client_id, message_id, text, now=now, file=file, origin=origin)


def edit(
    tx: Tx, client_id: int, message_id: int, text: str, *, now: datetime, edit_key: str
) -> Response | None:
    """The client edited a message: its words change, and what it said before is kept beside it.

    The response it belongs to; None when the message was never kept. The same ``edit_key`` edits once; an
    edit that changes no word leaves no trace.
    """
    row = _text_row(tx, client_id, message_id)
    if row is None:
        return None
    place = f"response_texts|words|{message_id}"
    before = tx.open_text(client_id, place, row["words"]) or ""
    # Telegram sends "edited" for a link's preview too, and gives updates again: neither is an edit of words.
    known = tx.db.execute("SELECT 1 FROM response_edits WHERE edit_key = :key", {"key": edit_key}).fetchone()
    if before != text and known is None:
        tx.db.execute(
            "INSERT INTO response_edits (text_id, client_id, words, at, edit_key) "
            "VALUES (:text, :client, :words, :now, :key)",
            {
                "text": row["id"],
                "client": client_id,
                "words": tx.seal(client_id, f"response_edits|words|{edit_key}", before),
                "now": to_micros(now),
                "key": edit_key,
            },
        )
        tx.db.execute(
            "UPDATE response_texts SET words = :words WHERE id = :id",
            {"id": row["id"], "words": tx.seal(client_id, place, text)},
        )
    return get(tx, row["response_id"])


def set_apart(tx: Tx, one: Response, message_id: int, visibility: str = "") -> int:
    """One message of a response stands by itself from now on, as a note; the response it is in.

    It is seen as the rest is, or as ``visibility`` says.
    """
    added = tx.db.execute(
        "INSERT INTO responses (client_id, question, state, visibility, at) "
        "SELECT client_id, 0, 'answered', :visibility, at FROM response_texts "
        "WHERE client_id = :client AND message_id = :message AND response_id = :response",
        {
            "client": one.client_id,
            "message": message_id,
            "response": one.id,
            "visibility": visibility or one.visibility,
        },
    )
    if added.rowcount != 1:
        return one.id
    tx.db.execute(
        "UPDATE response_texts SET response_id = :new WHERE client_id = :client AND message_id = :message",
        {"new": added.lastrowid, "client": one.client_id, "message": message_id},
    )
    return added.lastrowid or one.id


def erase_text(tx: Tx, client_id: int, message_id: int) -> None:
    """A message of the client's and all that it said before is gone."""
    place = {"client": client_id, "message": message_id}
    tx.db.execute(
        "DELETE FROM response_edits WHERE text_id IN (SELECT id FROM response_texts "
        "WHERE client_id = :client AND message_id = :message)",
        place,
    )
    tx.db.execute("DELETE FROM response_texts WHERE client_id = :client AND message_id = :message", place)
    tx.know("response_texts", (client_id, message_id), False)


def latest_text(tx: Tx, client_id: int) -> tuple[Response, Text] | None:
    """The client's latest message that is kept, with the response it is in; None where there is none."""
    row = tx.db.execute(
        "SELECT response_id, message_id FROM response_texts WHERE client_id = :client "
        "ORDER BY message_id DESC LIMIT 1",
        {"client": client_id},
    ).fetchone()
    one = get(tx, row["response_id"]) if row else None
    found = [text for text in one.texts if text.message_id == row["message_id"]] if one else []
    return (one, found[0]) if one and found else None


def drop_bare(tx: Tx, response_id: int) -> None:
    """A response of which nothing is left, and of which nobody was told anything, is none."""
    tx.db.execute(
        "DELETE FROM responses WHERE id = :id AND state = 'answered' AND rating IS NULL AND choice IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM response_texts WHERE response_id = :id) "
        "AND NOT EXISTS (SELECT 1 FROM told WHERE response_id = :id)",
        {"id": response_id},
    )


def set_visibility(tx: Tx, response_id: int, visibility: str) -> None:
    """Who may see one response: private, session or now. What was told at once stays told.

    A response that is made private by itself is held: sharing its whole talk later leaves it private.
    """
    tx.db.execute(
        "UPDATE responses SET visibility = :visibility, held = :visibility = 'private' "
        "WHERE id = :id AND visibility <> 'now'",
        {"id": response_id, "visibility": visibility},
    )


def take_up(tx: Tx, response_id: int) -> None:
    """Words that were passed are an answer after all."""
    tx.db.execute(
        "UPDATE responses SET state = 'answered' WHERE id = :id AND EXISTS "
        "(SELECT 1 FROM response_texts WHERE response_id = :id)",
        {"id": response_id},
    )


def set_reflection_visibility(tx: Tx, reflection_id: int, visibility: str) -> int:
    """Who may see every response of a reflection so far, but those told at once and those held private by
    themselves; how many that changes.
    """
    changed = tx.db.execute(
        "UPDATE responses SET visibility = :visibility WHERE reflection_id = :id AND visibility <> 'now' "
        "AND (NOT held OR :visibility = 'private')",
        {"id": reflection_id, "visibility": visibility},
    )
    return changed.rowcount


def held(tx: Tx, reflection_id: int) -> int:
    """How many responses of a reflection stay private whatever is decided for the whole."""
    row = tx.db.execute(
        "SELECT count(*) FROM responses WHERE reflection_id = :id AND held AND visibility = 'private'",
        {"id": reflection_id},
    ).fetchone()
    return int(row[0])


# ---- reading -------------------------------------------------------------------------------------


def keep_all(tx: Tx, client_id: int) -> None:
    """All that a client wrote is private from now on."""
    tx.db.execute("UPDATE responses SET visibility = 'private' WHERE client_id = :id", {"id": client_id})


def get(tx: Tx, response_id: int) -> Response | None:
    """A response by its id."""
    row = tx.db.execute("SELECT * FROM responses WHERE id = :id", {"id": response_id}).fetchone()
    return None if row is None else _responses(tx, [row])[0]


def of_message(tx: Tx, client_id: int, message_id: int) -> Response | None:
    """The response that a message of the client's is in."""
    row = _text_row(tx, client_id, message_id)
    return None if row is None else get(tx, row["response_id"])


def is_kept(tx: Tx, client_id: int, message_id: int) -> bool:
    """Whether a message of the client's is in a response."""
    place = (client_id, message_id)
    return tx.once("response_texts", place, lambda: _text_row(tx, *place) is not None)


def words_of(tx: Tx, client_id: int, message_id: int) -> str | None:
    """A message of the client's as it is kept; None where it is not."""
    row = _text_row(tx, client_id, message_id)
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


def by_ids(tx: Tx, ids: list[int]) -> tuple[Response, ...]:
    """The responses of these ids, in that order; for the client only."""
    rows = tx.db.execute(
        "SELECT r.* FROM json_each(:ids) j JOIN responses r ON r.id = j.value ORDER BY j.key",
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


def last(tx: Tx, client_id: int) -> Last | None:
    """When and what a client said last, with nothing opened, however many messages it has."""
    row = tx.db.execute(
        "SELECT r.reflection_id, r.at, (SELECT at FROM response_texts WHERE response_id = r.id "
        "ORDER BY message_id DESC LIMIT 1) AS said FROM responses r WHERE r.client_id = :client "
        "ORDER BY r.at DESC, r.id DESC LIMIT 1",
        {"client": client_id},
    ).fetchone()
    if row is None:
        return None
    return Last(row["reflection_id"] is None, from_micros(row["at"]), from_micros_or_none(row["said"]))


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


def any_shared(tx: Tx, digest: int) -> bool:
    """Whether anything that a digest or brief told is shared as matters stand; nothing is opened."""
    row = tx.db.execute(
        "SELECT 1 FROM told t JOIN responses r ON r.id = t.response_id WHERE t.digest_id = :digest "
        "AND r.visibility IN ('session', 'now') LIMIT 1",
        {"digest": digest},
    ).fetchone()
    return row is not None


# ---- marks ---------------------------------------------------------------------------------------


def add_mark(tx: Tx, client_id: int, reflection_id: int, kind: str, now: datetime) -> bool:
    """The client marked a moment in a reflection; one mark each, False when it has one."""
    added = tx.db.execute(
        "INSERT INTO marks (client_id, reflection_id, kind, at) VALUES (:client, :reflection, :kind, :now) "
        "ON CONFLICT DO NOTHING",
        {"client": client_id, "reflection": reflection_id, "kind": kind, "now": to_micros(now)},
    )
    return added.rowcount > 0


def marks(tx: Tx, client_id: int) -> tuple[MarkRow, ...]:
    """The moments that a client marked, oldest first."""
    rows = tx.db.execute(
        "SELECT * FROM marks WHERE client_id = :client ORDER BY at, id", {"client": client_id}
    )
    return tuple(
        MarkRow(row["id"], row["reflection_id"], row["kind"], from_micros(row["at"])) for row in rows
    )


def _text_row(tx: Tx, client_id: int, message_id: int) -> Any:
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
        "WHERE t.response_id IN (SELECT value FROM json_each(:ids)) ORDER BY t.response_id, t.message_id, e.id",
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
