"""How responses come to be, change and go: kept, edited, shown or hidden, set apart, erased."""

from datetime import datetime

from bot.core.talk.model import Answer
from bot.store import responses
from bot.store.db import Tx
from bot.store.instants import to_micros
from bot.store.memo import UNREAD


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
    if responses.text_row(tx, client_id, message_id) is not None:
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
) -> responses.Response | None:
    """The client edited a message: its words change, and what it said before is kept beside it.

    The response it belongs to; None when the message was never kept. The same ``edit_key`` edits once; an
    edit that changes no word leaves no trace.
    """
    row = responses.text_row(tx, client_id, message_id)
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
    return responses.get(tx, row["response_id"])


def set_apart(tx: Tx, one: responses.Response, message_id: int, visibility: str = "") -> int:
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


def put_under(tx: Tx, note: responses.Response, message_id: int, one: responses.Response) -> None:
    """A message of a note answers what was passed: it stands there, and is seen no more widely than the note.

    What was private stays so where its talk is shared as a whole later.
    """
    moved = tx.db.execute(
        "UPDATE response_texts SET response_id = :under WHERE client_id = :client AND message_id = :message "
        "AND response_id = :note",
        {"under": one.id, "client": note.client_id, "message": message_id, "note": note.id},
    )
    if moved.rowcount:
        tx.db.execute(
            "UPDATE responses SET state = 'answered', visibility = :visibility, "
            "held = CASE WHEN :visibility = 'private' THEN 1 ELSE held END WHERE id = :id",
            {"id": one.id, "visibility": note.visibility},
        )


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
        "UPDATE responses SET visibility = :visibility, held = CASE WHEN :visibility = 'private' THEN 1 ELSE 0 END "
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
        "AND (held = 0 OR :visibility = 'private')",
        {"id": reflection_id, "visibility": visibility},
    )
    return changed.rowcount


def keep_all(tx: Tx, client_id: int) -> None:
    """All that a client wrote is private from now on."""
    tx.db.execute("UPDATE responses SET visibility = 'private' WHERE client_id = :id", {"id": client_id})


WITHHELD = "withheld:"
"""Before a visibility that does not count for now: no query of what is shared names such a one."""


def withhold(tx: Tx, client_id: int) -> None:
    """What a client shares is in nothing that a coach reads, until it is released as it was."""
    tx.db.execute(
        "UPDATE responses SET visibility = :sign || visibility "
        "WHERE client_id = :id AND visibility IN ('session', 'now')",
        {"id": client_id, "sign": WITHHELD},
    )


def release(tx: Tx, client_id: int) -> None:
    """It is seen as it was before; what its writer made private meanwhile stays so."""
    tx.db.execute(
        "UPDATE responses SET visibility = substr(visibility, length(:sign) + 1) "
        "WHERE client_id = :id AND visibility LIKE :sign || '%'",
        {"id": client_id, "sign": WITHHELD},
    )
