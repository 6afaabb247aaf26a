"""Help cards: that one was shown, and what its client answered; nothing of why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros


@dataclass(frozen=True, slots=True)
class HelpCard:
    """``answer``: danger, safe, talk, other, someone; "" as long as nobody said. ``key``: of the row shown."""

    id: int
    client: int
    made_at: datetime
    key: str
    answer: str
    answered_at: datetime | None


def add(tx: Tx, client_id: int, key: str, now: datetime) -> HelpCard:
    """A card is shown."""
    added = tx.db.execute(
        "INSERT INTO help_cards (client_id, made_at, key) VALUES (:client, :now, :key)",
        {"client": client_id, "now": to_micros(now), "key": key},
    )
    return HelpCard(int(added.lastrowid or 0), client_id, now, key, "", None)


def answer(tx: Tx, card_id: int, said: str, now: datetime) -> None:
    """What was answered; a later answer counts instead."""
    tx.db.execute(
        "UPDATE help_cards SET answer = :said, answered_at = :now WHERE id = :id",
        {"id": card_id, "said": said, "now": to_micros(now)},
    )


def get(tx: Tx, card_id: int) -> HelpCard | None:
    """A card by its number."""
    row = tx.db.execute("SELECT * FROM help_cards WHERE id = :id", {"id": card_id}).fetchone()
    return None if row is None else _card(row)


def latest(tx: Tx, client_id: int) -> HelpCard | None:
    """The card that a client was shown last."""
    row = tx.db.execute(
        "SELECT * FROM help_cards WHERE client_id = :id ORDER BY id DESC LIMIT 1", {"id": client_id}
    ).fetchone()
    return None if row is None else _card(row)


def of_client(tx: Tx, client_id: int) -> tuple[HelpCard, ...]:
    """All that a client was shown, oldest first."""
    rows = tx.db.execute("SELECT * FROM help_cards WHERE client_id = :id ORDER BY id", {"id": client_id})
    return tuple(map(_card, rows.fetchall()))


def clean(tx: Tx, before: datetime) -> None:
    """Forget what was shown before an instant, with its alerts."""
    tx.db.execute("DELETE FROM alerts WHERE made_at < :before", {"before": to_micros(before)})
    tx.db.execute("DELETE FROM help_cards WHERE made_at < :before", {"before": to_micros(before)})


def _card(row: Any) -> HelpCard:
    made, answered = from_micros(row["made_at"]), from_micros_or_none(row["answered_at"])
    return HelpCard(row["id"], row["client_id"], made, row["key"], row["answer"], answered)
