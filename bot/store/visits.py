"""Visits: the one-time links to a coach's pages, and the browsers that came in by one. Only hashes are kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

VisitState = Literal["waits", "open"]
"""It waits for a yes in the chat; it was let in, and sees pages as long as it asks for some."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to the pages of one coach."""

    coach_id: int
    until: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Visit:
    """One browser of one coach's. ``seen_at``: when it last asked for a page."""

    id: int
    coach_id: int
    state: VisitState
    made_at: datetime
    seen_at: datetime


def add_link(tx: Tx, token_hash: bytes, coach_id: int, until: datetime) -> None:
    """A fresh link; those of before that nobody used are over."""
    tx.db.execute("DELETE FROM page_links WHERE coach_id = :id AND used_at IS NULL", {"id": coach_id})
    tx.db.execute(
        "INSERT INTO page_links (token_hash, coach_id, until_at) VALUES (:hash, :id, :until)",
        {"hash": token_hash, "id": coach_id, "until": to_micros(until)},
    )


def link(tx: Tx, token_hash: bytes) -> PageLink | None:
    """The link of a token's hash, used or not."""
    row = tx.db.execute("SELECT * FROM page_links WHERE token_hash = :hash", {"hash": token_hash}).fetchone()
    if row is None:
        return None
    return PageLink(row["coach_id"], from_micros(row["until_at"]), from_micros_or_none(row["used_at"]))


def use_link(tx: Tx, token_hash: bytes, now: datetime) -> bool:
    """Use a link up; False when it is unknown, used or past its time. Only one use ever gets True."""
    used = tx.db.execute(
        "UPDATE page_links SET used_at = :now WHERE token_hash = :hash AND used_at IS NULL AND until_at > :now",
        {"hash": token_hash, "now": to_micros(now)},
    )
    return used.rowcount > 0


def used_once(tx: Tx, token_hash: bytes, coach_id: int, until: datetime, now: datetime) -> bool:
    """Something that lets a coach in and is no link of ours is used: True the first time alone."""
    added = tx.db.execute(
        "INSERT INTO page_links (token_hash, coach_id, until_at, used_at) VALUES (:hash, :id, :until, :now) "
        "ON CONFLICT DO NOTHING",
        {"hash": token_hash, "id": coach_id, "until": to_micros(until), "now": to_micros(now)},
    )
    return added.rowcount > 0


def add(tx: Tx, coach_id: int, token_hash: bytes, now: datetime) -> int:
    """A browser that was not here before: it waits for a yes. Its number."""
    added = tx.db.execute(
        "INSERT INTO page_visits (coach_id, token_hash, state, made_at, seen_at) "
        "VALUES (:id, :hash, 'waits', :now, :now)",
        {"id": coach_id, "hash": token_hash, "now": to_micros(now)},
    )
    return added.lastrowid or 0


def of_token(tx: Tx, token_hash: bytes) -> Visit | None:
    """The browser whose token has this hash."""
    row = tx.db.execute("SELECT * FROM page_visits WHERE token_hash = :hash", {"hash": token_hash}).fetchone()
    return None if row is None else _visit(row)


def get(tx: Tx, number: int) -> Visit | None:
    """A browser by its number."""
    row = tx.db.execute("SELECT * FROM page_visits WHERE id = :id", {"id": number}).fetchone()
    return None if row is None else _visit(row)


def of_coach(tx: Tx, coach_id: int) -> tuple[Visit, ...]:
    """Every browser of a coach's, the oldest first."""
    rows = tx.db.execute("SELECT * FROM page_visits WHERE coach_id = :id ORDER BY id", {"id": coach_id})
    return tuple(map(_visit, rows))


def let_in(tx: Tx, number: int, now: datetime, token_hash: bytes | None = None) -> None:
    """It sees the pages from now on; with a hash, by that token instead of the one of before."""
    tx.db.execute(
        "UPDATE page_visits SET state = 'open', seen_at = :now, token_hash = coalesce(:hash, token_hash) "
        "WHERE id = :id",
        {"id": number, "now": to_micros(now), "hash": token_hash},
    )


def seen(tx: Tx, number: int, now: datetime) -> None:
    """It asked for a page."""
    tx.db.execute(
        "UPDATE page_visits SET seen_at = :now WHERE id = :id", {"id": number, "now": to_micros(now)}
    )


def forget(tx: Tx, number: int) -> None:
    """It is as one that was never here."""
    tx.db.execute("DELETE FROM page_visits WHERE id = :id", {"id": number})


def forget_all(tx: Tx, coach_id: int) -> int:
    """No browser of a coach's is known any more, and no link is open; how many there were."""
    tx.db.execute("DELETE FROM page_links WHERE coach_id = :id", {"id": coach_id})
    return tx.db.execute("DELETE FROM page_visits WHERE coach_id = :id", {"id": coach_id}).rowcount


def forget_everybodys(tx: Tx) -> None:
    """No browser of anybody's is known any more, and no link is open."""
    tx.db.execute("DELETE FROM page_links")
    tx.db.execute("DELETE FROM page_visits")


def clean(tx: Tx, links_before: datetime, visits_before: datetime) -> None:
    """Delete links whose time was over, and browsers that asked for no page, since then."""
    tx.db.execute("DELETE FROM page_links WHERE until_at < :at", {"at": to_micros(links_before)})
    tx.db.execute("DELETE FROM page_visits WHERE seen_at < :at", {"at": to_micros(visits_before)})


def _visit(row: Any) -> Visit:
    return Visit(
        row["id"], row["coach_id"], row["state"], from_micros(row["made_at"]), from_micros(row["seen_at"])
    )
