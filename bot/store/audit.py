"""The audit: who did what to whom and when, without a word of anybody's.

It is only added to: the database itself refuses a change. Each row holds a keyed hash of the one before, so that
a row that was changed, slipped in or taken out from outside is found; not the last ones, where they were cut off
together with the count that SQLite keeps of them. An erase takes ids away, and no link breaks.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. ``actor`` 0: the bot itself, or somebody erased; ``subject`` None: somebody erased, or nobody."""

    at: datetime
    actor: int
    action: str
    subject: int | None


def add(tx: Tx, actor: int, action: str, now: datetime, subject: int | None = None) -> None:
    """Note an act: a short name for it, never words."""
    before = tx.once("audit", "last", lambda: _last(tx))
    at, nonce = to_micros(now), os.urandom(16).hex()
    who = _who(tx, nonce, actor, subject)
    link = _link(tx, before, at, action, who)
    tx.db.execute(
        "INSERT INTO audit (at, actor, action, subject, nonce, who, link) "
        "VALUES (:now, :actor, :action, :subject, :nonce, :who, :link)",
        {
            "now": at,
            "actor": actor,
            "action": action,
            "subject": subject,
            "nonce": nonce,
            "who": who,
            "link": link,
        },
    )
    tx.know("audit", "last", link)


def _last(tx: Tx) -> str | None:
    row = tx.db.execute("SELECT link FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    return row[0] if row else None


def _who(tx: Tx, nonce: str, actor: int, subject: int | None) -> str:
    return tx.fingerprint(f"audit|{nonce}|{actor}|{subject}".encode())


def _link(tx: Tx, before: str | None, at: int, action: str, who: str) -> str:
    return tx.fingerprint(f"audit|{before}|{at}|{action}|{who}".encode())


def broken(tx: Tx) -> int | None:
    """The first row that does not follow from those before it, or that is missing; None where the audit is whole.

    Rows from before the audit was chained are not looked at.
    """
    chained, before, last = False, None, 0
    for row in tx.db.execute("SELECT * FROM audit ORDER BY id"):
        if not chained and row["link"] is None:
            last = row["id"]
            continue
        if not _stands(tx, before, row):
            return int(row["id"])
        chained, before, last = True, row["link"], row["id"]
    most = tx.db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").fetchone()
    return last + 1 if most is not None and most[0] > last else None


def _stands(tx: Tx, before: str | None, row: Any) -> bool:
    """Whether a row is as it was written, behind the one before; whose ids an erase took are not looked at."""
    if row["link"] != _link(tx, before, row["at"], row["action"], row["who"]):
        return False
    erased = row["nonce"] is None
    return erased or row["who"] == _who(tx, row["nonce"], row["actor"], row["subject"])


def of_subject(tx: Tx, subject: int) -> tuple[Entry, ...]:
    """What was done to a person, oldest first; the person may see it."""
    rows = tx.db.execute("SELECT * FROM audit WHERE subject = :subject ORDER BY id", {"subject": subject})
    return tuple(_entry(row) for row in rows)


def _entry(row: Any) -> Entry:
    return Entry(from_micros(row["at"]), row["actor"], row["action"], row["subject"])
