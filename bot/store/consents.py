"""Consents: one row each time a client agrees or takes it back; the latest of a purpose counts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros

STORE, SHARE, ALERT = "store", "share", "alert"
MAIL, UNTIL = "mail", "until"
"""That shared words may go to the coach by e-mail; that the coach sees until when a pause lasts."""
FILES = "files"
"""That the coach hears and sees voice notes and pictures, by Telegram's own copy."""
ADULT = "adult"
"""That the client is 18 or over, as they said; refused: they said that they are not."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What was agreed to or refused. ``version``: of the text that was read."""

    purpose: str
    given: bool
    version: str
    at: datetime


def add(tx: Tx, client_id: int, purpose: str, given: bool, version: str, now: datetime) -> None:
    """The client agreed to a purpose, or took it back."""
    tx.db.execute(
        "INSERT INTO consents (client_id, purpose, given, version, at) "
        "VALUES (:id, :purpose, :given, :version, :now)",
        {"id": client_id, "purpose": purpose, "given": given, "version": version, "now": to_micros(now)},
    )


def given(tx: Tx, client_id: int, purpose: str) -> bool:
    """Whether the client agrees to a purpose now."""
    row = tx.db.execute(
        "SELECT given FROM consents WHERE client_id = :id AND purpose = :purpose ORDER BY id DESC LIMIT 1",
        {"id": client_id, "purpose": purpose},
    ).fetchone()
    return row is not None and bool(row["given"])


def asked(tx: Tx, client_id: int, purpose: str) -> bool:
    """Whether the client ever agreed to a purpose or refused it."""
    row = tx.db.execute(
        "SELECT 1 FROM consents WHERE client_id = :id AND purpose = :purpose",
        {"id": client_id, "purpose": purpose},
    ).fetchone()
    return row is not None


def refused_at(tx: Tx, client_id: int, purpose: str) -> datetime | None:
    """When the client took a purpose back, as it stands now; None where it is agreed to, or was never asked."""
    row = tx.db.execute(
        "SELECT given, at FROM consents WHERE client_id = :id AND purpose = :purpose ORDER BY id DESC LIMIT 1",
        {"id": client_id, "purpose": purpose},
    ).fetchone()
    return None if row is None or row["given"] else from_micros(row["at"])


def history(tx: Tx, client_id: int) -> tuple[Consent, ...]:
    """Everything the client agreed to or took back, oldest first."""
    rows = tx.db.execute("SELECT * FROM consents WHERE client_id = :id ORDER BY id", {"id": client_id})
    return tuple(_consent(row) for row in rows)


def _consent(row: Any) -> Consent:
    return Consent(row["purpose"], bool(row["given"]), row["version"], from_micros(row["at"]))
