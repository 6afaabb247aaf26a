"""The working agreement of a client and their coach, in versions that each of them confirms."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

_PLACE = "agreements|terms|{}"


@dataclass(frozen=True, slots=True)
class Terms:
    """What is settled: minutes a week (None: as it comes), the day on which both look at it again, the reading day.

    ``reads``: the weekday and hour at which the coach usually reads; None: not noted.
    """

    minutes: int | None = None
    review: date | None = None
    reads: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class AgreementVersion:
    """One version. ``text``: the version of the notice that was read."""

    id: int
    client_id: int
    coach_id: int
    version: int
    terms: Terms
    text: str
    made_at: datetime
    client_at: datetime | None
    coach_at: datetime | None

    @property
    def agreed(self) -> bool:
        """Whether both confirmed it."""
        return self.client_at is not None and self.coach_at is not None


def add(
    tx: Tx,
    client_id: int,
    coach_id: int,
    terms: Terms,
    text: str,
    now: datetime,
    *,
    client_at: datetime | None = None,
    coach_at: datetime | None = None,
) -> AgreementVersion:
    """A new version, confirmed by nobody yet but who did so at an instant that is given."""
    number = tx.next_id("agreements")
    tx.db.execute(
        "INSERT INTO agreements (id, client_id, coach_id, version, terms, text, made_at, client_at, coach_at) "
        "VALUES (:id, :client, :coach, "
        "1 + (SELECT coalesce(max(version), 0) FROM agreements WHERE client_id = :client), "
        ":terms, :text, :now, :client_at, :coach_at)",
        {
            "id": number,
            "client": client_id,
            "coach": coach_id,
            "terms": _sealed(tx, number, client_id, terms),
            "text": text,
            "now": to_micros(now),
            "client_at": to_micros(client_at) if client_at else None,
            "coach_at": to_micros(coach_at) if coach_at else None,
        },
    )
    return of_client(tx, client_id)[-1]


def confirm(tx: Tx, number: int, now: datetime, *, by_coach: bool) -> None:
    """One of the two confirms a version; what was confirmed before stays as it was."""
    column = "coach_at" if by_coach else "client_at"
    tx.db.execute(
        f"UPDATE agreements SET {column} = :now WHERE id = :id AND {column} IS NULL",  # noqa: S608 - one of two names
        {"now": to_micros(now), "id": number},
    )


def latest(tx: Tx, client_id: int, coach_id: int) -> AgreementVersion | None:
    """The newest version with this coach; None where there is none."""
    return newest(of_client(tx, client_id), coach_id)


def newest(
    found: tuple[AgreementVersion, ...], coach_id: int, *, agreed: bool = False
) -> AgreementVersion | None:
    """The newest of some versions with a coach; ``agreed``: the one that both confirmed, and so holds."""
    its = (one for one in reversed(found) if one.coach_id == coach_id)
    return next((one for one in its if one.agreed or not agreed), None)


def of_client(tx: Tx, client_id: int) -> tuple[AgreementVersion, ...]:
    """Every version, oldest first."""
    rows = tx.db.execute("SELECT * FROM agreements WHERE client_id = :id ORDER BY id", {"id": client_id})
    return tuple(_version(tx, row) for row in rows)


def _version(tx: Tx, row: Any) -> AgreementVersion:
    said = json.loads(tx.open_text(row["client_id"], _PLACE.format(row["id"]), row["terms"]) or "{}")
    review, reads = said.get("review"), said.get("reads")
    return AgreementVersion(
        row["id"],
        row["client_id"],
        row["coach_id"],
        row["version"],
        Terms(
            said.get("minutes"),
            date.fromisoformat(review) if review else None,
            (reads[0], reads[1]) if reads else None,
        ),
        row["text"],
        from_micros(row["made_at"]),
        from_micros_or_none(row["client_at"]),
        from_micros_or_none(row["coach_at"]),
    )


def change(tx: Tx, number: int, client_id: int, terms: Terms) -> None:
    """Other terms in a version that nobody has confirmed yet."""
    tx.db.execute(
        "UPDATE agreements SET terms = :terms WHERE id = :id AND client_at IS NULL AND coach_at IS NULL",
        {"terms": _sealed(tx, number, client_id, terms), "id": number},
    )


def _sealed(tx: Tx, number: int, client_id: int, terms: Terms) -> bytes:
    said = {
        "minutes": terms.minutes,
        "review": terms.review.isoformat() if terms.review else None,
        "reads": terms.reads,
    }
    return tx.seal(client_id, _PLACE.format(number), json.dumps(said))
