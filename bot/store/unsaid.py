"""What a client takes back: one message, or an answer whole; and what repeated it goes with it."""

from bot.core.talk import reflection as states
from bot.core.talk.model import Reflection
from bot.store import advance_copies, imprints, reflections, response_writes, responses
from bot.store.db import Tx
from bot.store.reflections import ReflectionRow
from bot.store.responses import Response


def message(tx: Tx, one: Response, message_id: int) -> None:
    """A message of an answer is gone, with what it said before; its talk and later prompts forget its words."""
    said = _forms(one, message_id)
    response_writes.erase_text(tx, one.client_id, message_id)
    response_writes.drop_bare(tx, one.id)
    row = reflections.get(tx, one.reflection_id) if one.reflection_id else None
    if row is not None:
        _talk(tx, row, states.unanswered(states.revise(row.reflection, message_id, "")), said)
        _elsewhere(tx, row, said)
    imprints.tell(tx, one.client_id, message_id)


def answer(tx: Tx, one: Response) -> None:
    """An answer is gone: its messages and what they said before, what was tapped, and the digests' copies of it.

    Its talk forgets it. What says that it was told goes with it; what has reached a coach stays in their chat.
    """
    said = _forms(one)
    for text in one.texts:
        response_writes.erase_text(tx, one.client_id, text.message_id)
        imprints.tell(tx, one.client_id, text.message_id)
    _blot(tx, one)
    advance_copies.forget(tx, one.client_id, one.id)
    tx.db.execute("DELETE FROM told WHERE response_id = :id", {"id": one.id})
    tx.db.execute("DELETE FROM responses WHERE id = :id", {"id": one.id})
    row = reflections.get(tx, one.reflection_id) if one.reflection_id else None
    if row is not None:
        _talk(tx, row, states.unanswered(states.without(row.reflection, one.question)), said)
        _elsewhere(tx, row, said)


def _forms(one: Response, message_id: int = 0) -> tuple[str, ...]:
    """What the messages of an answer say, and said before they were edited; of one alone, where it is named."""
    return tuple(
        words
        for text in one.texts
        if message_id in (0, text.message_id)
        for words in (text.words, *(edit.words for edit in text.edits))
        if words.strip()
    )


def _talk(tx: Tx, row: ReflectionRow, left: Reflection, said: tuple[str, ...]) -> None:
    """The talk as it is left, and no prompt of it gives back what was said."""
    ended, forgets = row.ended_at, states.unecho(left, said)
    reflections.save(tx, row.id, forgets, now=ended or row.begun_at, ended=ended is not None)
    _unecho(tx, row.id, said)


def _elsewhere(tx: Tx, row: ReflectionRow, said: tuple[str, ...]) -> None:
    """Later talks that quoted it forget it as well."""
    for one in reflections.of_client(tx, row.client_id):
        if one.id > row.id and one.reflection.context.words:
            _talk(tx, one, one.reflection, said)


def _unecho(tx: Tx, reflection_id: int, said: tuple[str, ...]) -> None:
    """No prompt that is kept beside an answer gives back any longer what was said."""
    for one in responses.of_reflection(tx, reflection_id):
        if (prompt := states.unechoed(one.prompt, said)) != one.prompt:
            sealed = tx.seal(one.client_id, f"responses|prompt|{reflection_id}:{one.question}", prompt)
            tx.db.execute(
                "UPDATE responses SET prompt = :prompt WHERE id = :id", {"id": one.id, "prompt": sealed}
            )


def _blot(tx: Tx, one: Response) -> None:
    """The digests and briefs that told it no longer hold what they said."""
    rows = tx.db.execute(
        "SELECT id, coach_id, made_at FROM digests WHERE client_id = :client AND id IN "
        "(SELECT digest_id FROM told WHERE response_id = :id)",
        {"client": one.client_id, "id": one.id},
    ).fetchall()
    for row in rows:
        empty = tx.seal(one.client_id, f"digests|body|{row['coach_id']}:{row['made_at']}", "")
        tx.db.execute("UPDATE digests SET body = :body WHERE id = :id", {"id": row["id"], "body": empty})
