"""What the messages of a chat show: which prompt, when it arrived, and which question words behind it belong to."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import from_micros_or_none, to_micros


@dataclass(frozen=True, slots=True)
class Shown:
    """A prompt as it went out: which question of which reflection, and its message when that is known."""

    reflection_id: int
    question: int
    message_id: int | None


def prompt_at(tx: Tx, chat_id: int, message_id: int) -> Shown | None:
    """Which prompt a message of the bot's shows (a reply to it, a tap under it); None: none."""
    row = tx.db.execute(
        "SELECT reflection_id, question, message_id FROM outbox WHERE chat_id = :chat_id "
        "AND message_id = :message_id AND reflection_id IS NOT NULL AND question IS NOT NULL "
        "ORDER BY id DESC LIMIT 1",
        {"chat_id": chat_id, "message_id": message_id},
    ).fetchone()
    return None if row is None else Shown(row["reflection_id"], row["question"], row["message_id"])


def prompt_of(tx: Tx, reflection_id: int, question: int) -> Shown | None:
    """The message that showed the prompt of a question; None when it has no row. ``message_id`` None: unsent."""

    def read() -> Shown | None:
        row = tx.db.execute(PROMPT_OF, {"reflection_id": reflection_id, "question": question}).fetchone()
        return None if row is None else Shown(reflection_id, question, row["message_id"])

    return tx.once("outbox", ("prompt", reflection_id, question), read)


PROMPT_OF = """
SELECT message_id FROM outbox WHERE reflection_id = :reflection_id AND question = :question
AND purpose = 'prompt' ORDER BY message_id IS NULL, id DESC LIMIT 1
"""


def arrived(tx: Tx, reflection_id: int, question: int, purpose: str) -> datetime | None:
    """When the prompt of a question, or the closing line behind it, is known to have arrived first."""
    asked = {"reflection_id": reflection_id, "question": question, "purpose": purpose}
    found = tx.once(
        "outbox",
        ("arrived", reflection_id, question, purpose),
        lambda: tx.db.execute(ARRIVED, asked).fetchone()[0],
    )
    return from_micros_or_none(found)


ARRIVED = """
SELECT min(sent_at) FROM outbox WHERE reflection_id = :reflection_id AND question = :question
AND purpose = :purpose AND repeats = 0
"""


def seen_closing(tx: Tx, reflection_id: int, message_id: int) -> bool:
    """Whether the closing line of a reflection stood in the chat before a client's message."""
    row = tx.db.execute(
        "SELECT 1 FROM outbox WHERE reflection_id = :reflection_id AND purpose = 'closing' "
        "AND message_id < :message_id",
        {"reflection_id": reflection_id, "message_id": message_id},
    ).fetchone()
    return row is not None


def last_shown(tx: Tx, client_id: int, message_id: int) -> dict[int, int]:
    """By reflection, its newest message that stood in the chat before a client's message: a prompt or its close."""
    found = tx.db.execute(
        "SELECT reflection_id, max(message_id) AS newest FROM outbox WHERE chat_id = :chat "
        "AND purpose IN ('prompt', 'closing') AND message_id < :message_id GROUP BY reflection_id",
        {"chat": client_id, "message_id": message_id},
    )
    return {row["reflection_id"]: row["newest"] for row in found}


def question_of(tx: Tx, reflection_id: int, message_id: int, said_at: datetime) -> int | None:
    """Which question a client's message belongs to: the latest prompt that the client surely saw; None: none.

    Exact in a private chat, where message ids grow: a prompt with a greater id came later. One whose send got no
    answer, or an error after it was taken, counts as seen a second after its first attempt: its repeat, if there
    is one, has another id. One whose send a crash cut off counts from its repeat on: for all that is known
    nobody has seen it, maybe for hours, and a note is better than an answer to what was not seen.
    """
    asked = {"reflection_id": reflection_id, "message_id": message_id, "said_at": to_micros(said_at)}
    found = tx.once(
        "outbox",
        ("question", reflection_id, message_id, asked["said_at"]),
        lambda: tx.db.execute(QUESTION_OF, asked).fetchone()[0],
    )
    return None if found is None else int(found)


QUESTION_OF = """
SELECT max(question) FROM outbox WHERE reflection_id = :reflection_id AND purpose = 'prompt'
AND (message_id < :message_id OR ((state = 6 OR (repeats > 0 AND attempts > 0))
AND tried_at + 1000000 <= :said_at))
"""
