"""Scripts that rest: published once, every version kept, and not live until somebody restores them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros


@dataclass(frozen=True, slots=True)
class Retired:
    """Which script rests in which language, by whom, since when."""

    script: str
    language: str
    author: str
    at: datetime


def add(tx: Tx, script: str, language: str, *, author: str, now: datetime) -> None:
    """A script rests from now on."""
    tx.db.execute(
        "INSERT INTO retired (script, language, author, at) VALUES (:script, :language, :author, :now) "
        "ON CONFLICT DO NOTHING",
        {"script": script, "language": language, "author": author, "now": to_micros(now)},
    )


def remove(tx: Tx, script: str, language: str) -> bool:
    """It rests no longer; False where it did not."""
    asked = {"script": script, "language": language}
    sql = "DELETE FROM retired WHERE script = :script AND language = :language"
    return tx.db.execute(sql, asked).rowcount > 0


def get(tx: Tx, script: str, language: str) -> Retired | None:
    """That a script rests, and by whom; None where it does not."""
    row = tx.db.execute(
        "SELECT * FROM retired WHERE script = :script AND language = :language",
        {"script": script, "language": language},
    ).fetchone()
    return None if row is None else _retired(row)


def every(tx: Tx) -> tuple[Retired, ...]:
    """All that rest, by language and name."""
    return tuple(map(_retired, tx.db.execute("SELECT * FROM retired ORDER BY language, script")))


def _retired(row: Any) -> Retired:
    return Retired(row["script"], row["language"], row["author"], from_micros(row["at"]))
