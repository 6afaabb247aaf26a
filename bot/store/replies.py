"""Replies: what a coach gave back to a client, sealed with the client's key, and what the client said to it."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

ReplyKind = Literal["draft", "read", "thank", "reply", "understood", "ask", "repair", "moments"]


@dataclass(frozen=True, slots=True)
class Reply:
    """``response``: the answer that it is about, None: all of ``digest``. ``gone``: when it went.

    ``fit``: what the client tapped, "" for nothing; ``notes``: the responses that answer it.
    """

    id: int
    client: int
    coach: int
    kind: ReplyKind
    digest: int | None
    response: int | None
    words: str = field(repr=False)
    made_at: datetime
    after: datetime
    gone: datetime | None
    carrier: str
    undone: bool
    fit: str = field(repr=False)
    fit_at: datetime | None
    notes: tuple[int, ...]

    @property
    def waits(self) -> bool:
        """Whether it has neither gone nor was taken back."""
        return self.gone is None and not self.undone


_OPEN = """client_id = :client AND kind <> 'ask' AND undone_at IS NULL AND (gone_at IS NULL
OR EXISTS (SELECT 1 FROM outbox o WHERE o.key = replies.carrier AND o.state = 8))"""
_ASKED = """client_id = :client AND coach_id = :coach AND kind = 'ask' AND undone_at IS NULL AND (gone_at IS NULL
OR EXISTS (SELECT 1 FROM digests d JOIN outbox o ON o.key = d.carrier
    WHERE d.id = digest_id AND o.state IN (5, 7, 8, 9)))"""
_FIT = """client_id = :client AND coach_id = :coach AND fit IS NOT NULL AND undone_at IS NULL AND (told_in IS NULL
OR EXISTS (SELECT 1 FROM digests d JOIN outbox o ON o.key = d.carrier
    WHERE d.id = told_in AND o.state IN (5, 7, 8, 9)))"""
"""What waits to go, to be asked, to be told: again where the message that carried it did not arrive."""


def add(
    tx: Tx,
    kind: ReplyKind,
    client_id: int,
    coach_id: int,
    *,
    digest: int | None,
    response: int | None = None,
    words: str = "",
    now: datetime,
    after: datetime,
) -> int:
    """Keep one; its number."""
    added = tx.db.execute(
        "INSERT INTO replies (client_id, coach_id, kind, digest_id, response_id, words, made_at, after_at) "
        "VALUES (:client, :coach, :kind, :digest, :response, :words, :now, :after)",
        {
            "client": client_id,
            "coach": coach_id,
            "kind": kind,
            "digest": digest,
            "response": response,
            "words": tx.seal_or_none(client_id, _place("words", coach_id, now), words or None),
            "now": to_micros(now),
            "after": to_micros(after),
        },
    )
    return added.lastrowid or 0


def get(tx: Tx, number: int) -> Reply | None:
    """The one of that number."""
    return next(iter(_found(tx, "id = :id", id=number)), None)


def of_client(tx: Tx, client_id: int) -> tuple[Reply, ...]:
    """All that were ever given to a client, oldest first."""
    return _found(tx, "client_id = :client", client=client_id)


def waiting(tx: Tx, client_id: int) -> tuple[Reply, ...]:
    """What is still to go to a client, oldest first; what waited while they had blocked the bot among it."""
    return _found(tx, _OPEN, client=client_id)


def wanted(tx: Tx, client_id: int) -> tuple[tuple[str, datetime], ...]:
    """The same without opening anything: of which kind each is, and the instant before which it does not go."""
    rows = tx.db.execute(
        f"SELECT kind, after_at FROM replies WHERE {_OPEN} ORDER BY id",  # noqa: S608 - ours
        {"client": client_id},
    )
    return tuple((row["kind"], from_micros(row["after_at"])) for row in rows)


def given(tx: Tx, kind: ReplyKind, digest: int | None, response: int | None = None) -> Reply | None:
    """The one of that kind that stands for a digest, or for a response, and was not taken back."""
    there = "kind = :kind AND undone_at IS NULL AND digest_id IS :digest AND response_id IS :response"
    return next(iter(_found(tx, there, kind=kind, digest=digest, response=response)), None)


def asks(tx: Tx, client_id: int, coach_id: int) -> tuple[Reply, ...]:
    """What a coach put down to ask at the next session, and no brief that arrived has held yet."""
    return tuple(one for one in for_coach(tx, client_id, coach_id) if one.kind == "ask")


def for_coach(tx: Tx, client_id: int, coach_id: int) -> tuple[Reply, ...]:
    """What is still to stand in a digest or brief: what a client tapped, what the coach put down to ask."""
    return _found(tx, f"({_ASKED}) OR ({_FIT})", client=client_id, coach=coach_id)


def asked_in(tx: Tx, digest: int) -> tuple[Reply, ...]:
    """What stood in a brief as to be asked."""
    return _found(tx, "kind = 'ask' AND digest_id = :digest AND gone_at IS NOT NULL", digest=digest)


def fits(tx: Tx, client_id: int, coach_id: int) -> tuple[Reply, ...]:
    """What a client tapped and the coach has not read yet."""
    return tuple(one for one in for_coach(tx, client_id, coach_id) if one.fit)


def fits_in(tx: Tx, digest: int) -> tuple[Reply, ...]:
    """What a client had tapped, as it stood in a digest or brief."""
    return _found(tx, "told_in = :digest", digest=digest)


# ---- what becomes of one -----------------------------------------------------------------------


def go(tx: Tx, number: int, now: datetime, carrier: str = "", digest: int | None = None) -> None:
    """It goes: in the outbox row of that key, or in that brief."""
    tx.db.execute(
        "UPDATE replies SET gone_at = :now, carrier = :carrier, digest_id = coalesce(:digest, digest_id) "
        "WHERE id = :id",
        {"id": number, "now": to_micros(now), "carrier": carrier, "digest": digest},
    )


def keep_draft(
    tx: Tx, client_id: int, coach_id: int, digest: int | None, response: int | None, words: str, now: datetime
) -> int:
    """Words that a coach wrote and did not send: nobody else ever reads them; those before them go."""
    tx.db.execute(
        "DELETE FROM replies WHERE client_id = :client AND coach_id = :coach AND kind = 'draft'",
        {"client": client_id, "coach": coach_id},
    )
    kept = add(
        tx, "draft", client_id, coach_id, digest=digest, response=response, words=words, now=now, after=now
    )
    undo(tx, kept, now)
    return kept


def undo(tx: Tx, number: int, now: datetime) -> bool:
    """It is taken back; False when it was before."""
    done = tx.db.execute(
        "UPDATE replies SET undone_at = :now WHERE id = :id AND undone_at IS NULL",
        {"id": number, "now": to_micros(now)},
    )
    return done.rowcount > 0


def answer(tx: Tx, one: Reply, fit: str, now: datetime) -> None:
    """What the client taps; the coach reads it anew where it is another than before."""
    if fit != one.fit:
        tx.db.execute(
            "UPDATE replies SET fit = :fit, fit_at = :now, told_in = NULL WHERE id = :id",
            {"id": one.id, "fit": tx.seal(one.client, f"replies|fit|{one.id}", fit), "now": to_micros(now)},
        )


def tell(tx: Tx, found: tuple[Reply, ...], digest: int) -> None:
    """What was tapped stands in that digest or brief."""
    if found:
        ids = json.dumps([one.id for one in found])
        tx.db.execute(
            "UPDATE replies SET told_in = :digest WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each(:ids))",
            {"digest": digest, "ids": ids},
        )


def note(tx: Tx, one: Reply, response: int) -> None:
    """The client wrote that response to it."""
    kept = json.dumps([*one.notes, response])
    tx.db.execute("UPDATE replies SET notes = :notes WHERE id = :id", {"notes": kept, "id": one.id})


# ---- rows --------------------------------------------------------------------------------------


def _place(column: str, coach_id: int, at: datetime) -> str:
    return f"replies|{column}|{coach_id}:{to_micros(at)}"


def _found(tx: Tx, wanted: str, **values: Any) -> tuple[Reply, ...]:
    rows = tx.db.execute(f"SELECT * FROM replies WHERE {wanted} ORDER BY id", values)  # noqa: S608 - ours
    return tuple(_reply(tx, row) for row in rows.fetchall())


def _reply(tx: Tx, row: Any) -> Reply:
    made = from_micros(row["made_at"])
    place, owner = _place("words", row["coach_id"], made), row["client_id"]
    return Reply(
        row["id"],
        owner,
        row["coach_id"],
        row["kind"],
        row["digest_id"],
        row["response_id"],
        tx.open_text(owner, place, row["words"]) or "",
        made,
        from_micros(row["after_at"]),
        from_micros_or_none(row["gone_at"]),
        row["carrier"],
        row["undone_at"] is not None,
        tx.open_text(owner, f"replies|fit|{row['id']}", row["fit"]) or "",
        from_micros_or_none(row["fit_at"]),
        tuple(json.loads(row["notes"])),
    )
