"""Letters: e-mails to coaches that wait or went, and the address of each coach who wants them."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

LetterKind = Literal["code", "overview"]

_ADDRESS, _CODE, _BODY = "mail_addresses|address", "mail_addresses|code", "letters|body|{}"


@dataclass(frozen=True, slots=True)
class MailAddress:
    """Where a coach's letters go; nothing but its code until it is confirmed."""

    coach: int
    address: str = field(repr=False)
    code: str = field(repr=False)
    tries: int
    confirmed_at: datetime | None
    named: bool
    words: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """One e-mail on its way; ``tries`` counts those before."""

    id: int
    coach: int
    kind: LetterKind
    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    tries: int


def address(tx: Tx, coach_id: int) -> MailAddress | None:
    """A coach's address; None where they want no letters."""
    row = tx.db.execute("SELECT * FROM mail_addresses WHERE coach_id = :id", {"id": coach_id}).fetchone()
    if row is None:
        return None
    to, code = (
        tx.open_text(coach_id, place, row[name]) or ""
        for place, name in ((_ADDRESS, "address"), (_CODE, "code"))
    )
    confirmed = from_micros_or_none(row["confirmed_at"])
    return MailAddress(coach_id, to, code, row["tries"], confirmed, bool(row["named"]), bool(row["words"]))


def put(tx: Tx, coach_id: int, to: str, code: str) -> None:
    """This is the address, once its code comes back; what waited for another is dropped."""
    forget(tx, coach_id)
    sealed = {"address": tx.seal(coach_id, _ADDRESS, to), "code": tx.seal(coach_id, _CODE, code)}
    tx.db.execute(
        "INSERT INTO mail_addresses (coach_id, address, code) VALUES (:id, :address, :code)",
        {"id": coach_id, **sealed},
    )


def tried(tx: Tx, coach_id: int) -> None:
    """A code was written that is another."""
    tx.db.execute("UPDATE mail_addresses SET tries = tries + 1 WHERE coach_id = :id", {"id": coach_id})


def confirm(tx: Tx, coach_id: int, now: datetime) -> None:
    """The code came back; it opens nothing more."""
    values = {"id": coach_id, "now": to_micros(now), "code": tx.seal(coach_id, _CODE, "")}
    tx.db.execute("UPDATE mail_addresses SET confirmed_at = :now, code = :code WHERE coach_id = :id", values)


def name(tx: Tx, coach_id: int, named: bool) -> None:
    """Whether the names of clients stand in it."""
    tx.db.execute(
        "UPDATE mail_addresses SET named = :named, words = min(words, :named) WHERE coach_id = :id",
        {"id": coach_id, "named": int(named)},
    )


def with_words(tx: Tx, coach_id: int, words: bool) -> None:
    """Whether shared words of clients who agreed stand in it; with them, names do too."""
    tx.db.execute(
        "UPDATE mail_addresses SET words = :words, named = max(named, :words) WHERE coach_id = :id",
        {"id": coach_id, "words": int(words)},
    )


def forget(tx: Tx, coach_id: int) -> None:
    """The address and all letters are gone."""
    tx.db.execute("DELETE FROM mail_addresses WHERE coach_id = :id", {"id": coach_id})
    tx.db.execute("DELETE FROM letters WHERE coach_id = :id", {"id": coach_id})


def add(tx: Tx, coach_id: int, kind: LetterKind, subject: str, text: str, now: datetime) -> None:
    """It waits to be sent."""
    number = tx.next_id("letters")
    tx.db.execute(
        "INSERT INTO letters (id, coach_id, kind, body, made_at, after_at) "
        "VALUES (:number, :id, :kind, :body, :now, :now)",
        {
            "id": coach_id,
            "kind": kind,
            "number": number,
            "body": tx.seal(coach_id, _BODY.format(number), json.dumps([subject, text])),
            "now": to_micros(now),
        },
    )


def take(tx: Tx, now: datetime) -> Letter | None:
    """The oldest that may go now."""
    row = tx.db.execute(
        "SELECT l.* FROM letters l JOIN mail_addresses USING (coach_id) "
        "WHERE outcome = '' AND after_at <= :now ORDER BY id LIMIT 1",
        {"now": to_micros(now)},
    ).fetchone()
    to = address(tx, row["coach_id"]) if row else None
    if row is None or to is None:
        return None
    subject, text = json.loads(
        tx.open_text(row["coach_id"], _BODY.format(row["id"]), row["body"]) or '["", ""]'
    )
    return Letter(row["id"], row["coach_id"], row["kind"], to.address, subject, text, row["tries"])


def next_at(tx: Tx) -> datetime | None:
    """When the next may go."""
    row = tx.db.execute(
        "SELECT min(after_at) AS at FROM letters JOIN mail_addresses USING (coach_id) WHERE outcome = ''"
    ).fetchone()
    return from_micros(row["at"]) if row["at"] is not None else None


def later(tx: Tx, number: int, after: datetime) -> None:
    """It did not go, and is tried again then."""
    tx.db.execute(
        "UPDATE letters SET tries = tries + 1, after_at = :after WHERE id = :id",
        {"id": number, "after": to_micros(after)},
    )


def done(tx: Tx, number: int, outcome: Literal["sent", "failed"]) -> bool:
    """It went, or never will; its words are dropped. False where it was forgotten meanwhile."""
    ended = tx.db.execute(
        "UPDATE letters SET outcome = :outcome, body = x'' WHERE id = :id", {"id": number, "outcome": outcome}
    )
    return ended.rowcount == 1
