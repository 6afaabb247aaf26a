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
    """What is settled: minutes a week (None: as it comes), and the day on which both look at it again."""

    minutes: int | None = None
    review: date | None = None


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


def add(tx: Tx, client_id: int, coach_id: int, terms: Terms, text: str, now: datetime) -> AgreementVersion:
    """A new version, which nobody has confirmed yet."""
    number = tx.next_id("agreements")
    tx.db.execute(
        "INSERT INTO agreements (id, client_id, coach_id, version, terms, text, made_at) VALUES "
        "(:id, :client, :coach, 1 + (SELECT coalesce(max(version), 0) FROM agreements WHERE client_id = :client), "
        ":terms, :text, :now)",
        {
            "id": number,
            "client": client_id,
            "coach": coach_id,
            "terms": _sealed(tx, number, client_id, terms),
            "text": text,
            "now": to_micros(now),
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
    return next((one for one in reversed(of_client(tx, client_id)) if one.coach_id == coach_id), None)


def of_client(tx: Tx, client_id: int) -> tuple[AgreementVersion, ...]:
    """Every version, oldest first."""
    rows = tx.db.execute("SELECT * FROM agreements WHERE client_id = :id ORDER BY id", {"id": client_id})
    return tuple(_version(tx, row) for row in rows)


def _version(tx: Tx, row: Any) -> AgreementVersion:
    said = json.loads(tx.open_text(row["client_id"], _PLACE.format(row["id"]), row["terms"]) or "{}")
    review = said.get("review")
    return AgreementVersion(
        row["id"],
        row["client_id"],
        row["coach_id"],
        row["version"],
        Terms(said.get("minutes"), date.fromisoformat(review) if review else None),
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
    said = {"minutes": terms.minutes, "review": terms.review.isoformat() if terms.review else None}
    return tx.seal(client_id, _PLACE.format(number), json.dumps(said))
