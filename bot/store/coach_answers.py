"""What coaches answered to the scripts for coaches: their own, sealed with their key, and nobody else's."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros

_PROMPT, _WORDS = "coach_answers|prompt|{}", "coach_answers|words|{}"


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """One answer, under the question as it was shown."""

    script: str
    prompt: str = field(repr=False)
    words: str = field(repr=False)
    at: datetime


def add(tx: Tx, coach_id: int, script: str, language: str, prompt: str, words: str, now: datetime) -> None:
    """Keep an answer."""
    number = tx.next_id("coach_answers")
    tx.db.execute(
        "INSERT INTO coach_answers (id, coach_id, script, language, prompt, words, at) "
        "VALUES (:id, :coach, :script, :language, :prompt, :words, :now)",
        {
            "id": number,
            "coach": coach_id,
            "script": script,
            "language": language,
            "prompt": tx.seal(coach_id, _PROMPT.format(number), prompt),
            "words": tx.seal(coach_id, _WORDS.format(number), words),
            "now": to_micros(now),
        },
    )


def of(tx: Tx, coach_id: int) -> tuple[OwnAnswer, ...]:
    """All of a coach's, the oldest first."""
    rows = tx.db.execute("SELECT * FROM coach_answers WHERE coach_id = :id ORDER BY id", {"id": coach_id})
    return tuple(
        OwnAnswer(
            row["script"],
            tx.open_text(coach_id, _PROMPT.format(row["id"]), row["prompt"]) or "",
            tx.open_text(coach_id, _WORDS.format(row["id"]), row["words"]) or "",
            from_micros(row["at"]),
        )
        for row in rows
    )


def erase(tx: Tx, coach_id: int) -> int:
    """All of them go; how many there were."""
    return tx.db.execute("DELETE FROM coach_answers WHERE coach_id = :id", {"id": coach_id}).rowcount
