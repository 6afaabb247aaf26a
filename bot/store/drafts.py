"""Drafts: what an editor sent and has not published yet."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros


@dataclass(frozen=True, slots=True)
class Draft:
    """A text apart from the live ones; ``base`` is the version it was made from (0: none)."""

    id: int
    script: str
    language: str
    base: int
    source: str
    author: str
    at: datetime
    state: str
    note: str = ""


def add(
    tx: Tx,
    script: str,
    language: str,
    base: int,
    source: str,
    *,
    author: str,
    now: datetime,
    note: str = "",
) -> int:
    """Keep a draft; its number. An earlier open one of the same author and script is put away."""
    tx.db.execute(
        "UPDATE drafts SET state = 'discarded' WHERE state = 'open' AND script = :script "
        "AND language = :language AND author = :author",
        {"script": script, "language": language, "author": author},
    )
    added = tx.db.execute(
        "INSERT INTO drafts (script, language, base, source, author, at, note) "
        "VALUES (:script, :language, :base, :source, :author, :at, :note)",
        {
            "script": script,
            "language": language,
            "base": base,
            "source": source,
            "author": author,
            "at": to_micros(now),
            "note": note,
        },
    )
    return added.lastrowid or 0


def open_by(tx: Tx, script: str, language: str, author: str) -> bool:
    """Whether an author has a draft of that script that is neither published nor put away."""
    row = tx.db.execute(
        "SELECT 1 FROM drafts WHERE state = 'open' AND script = :script AND language = :language "
        "AND author = :author",
        {"script": script, "language": language, "author": author},
    ).fetchone()
    return row is not None


def latest_of(tx: Tx, name: str, language: str, author: str) -> Draft | None:
    """An author's open draft of a script, or None."""
    row = tx.db.execute(
        "SELECT id FROM drafts WHERE state = 'open' AND script = :script AND language = :language "
        "AND author = :author ORDER BY id DESC LIMIT 1",
        {"script": name, "language": language, "author": author},
    ).fetchone()
    return None if row is None else get(tx, row["id"])


def get(tx: Tx, number: int) -> Draft | None:
    """A draft by its number."""
    row = tx.db.execute("SELECT * FROM drafts WHERE id = :id", {"id": number}).fetchone()
    if row is None:
        return None
    return Draft(
        row["id"],
        row["script"],
        row["language"],
        row["base"],
        row["source"],
        row["author"],
        from_micros(row["at"]),
        row["state"],
        row["note"],
    )


def close(tx: Tx, number: int, state: str) -> bool:
    """A draft was published or put away; False when it was closed before."""
    done = tx.db.execute(
        "UPDATE drafts SET state = :state WHERE id = :id AND state = 'open'", {"state": state, "id": number}
    )
    return done.rowcount > 0


def rebase(tx: Tx, number: int, base: int) -> None:
    """The editor has seen the newer version: the draft is now made on top of it."""
    tx.db.execute("UPDATE drafts SET base = :base WHERE id = :id", {"base": base, "id": number})
