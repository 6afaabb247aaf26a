"""Figures of a whole database, counted, for the demo and the doctor."""

from dataclasses import dataclass

from bot.store.db import Tx


@dataclass(frozen=True, slots=True)
class Figures:
    """Counted in the database."""

    prompts: int
    answered: int
    passed: int
    digests: int
    words: int
    edits: int

    def __str__(self) -> str:
        return (
            f"{self.prompts} prompts sent, {self.answered} answered, {self.passed} passed, "
            f"{self.edits} edits, {self.digests} digests, {self.words} words kept"
        )


COUNTS = {
    "prompts": (
        "SELECT count(DISTINCT reflection_id || ':' || question) FROM outbox "
        "WHERE purpose = 'prompt' AND state = 2"
    ),
    "answered": "SELECT count(*) FROM responses WHERE state = 'answered'",
    "passed": "SELECT count(*) FROM responses WHERE state = 'passed'",
    "digests": "SELECT count(*) FROM digests",
    "edits": "SELECT count(*) FROM response_edits",
}


def figures(tx: Tx) -> Figures:
    """The figures, counted; words by opening every text that is kept."""
    counted = {name: tx.db.execute(sql).fetchone()[0] for name, sql in COUNTS.items()}
    return Figures(words=_words(tx), **counted)


def _words(tx: Tx) -> int:
    rows = tx.db.execute("SELECT client_id, message_id, words FROM response_texts").fetchall()
    opened = (
        tx.open_text(row["client_id"], f"response_texts|words|{row['message_id']}", row["words"]) or ""
        for row in rows
    )
    return sum(len(text.split()) for text in opened)
