"""Standing: what can be known of a person with nothing opened, so that nothing that does not open is in the way."""

from typing import Any

from bot.store import people
from bot.store.db import Tx
from bot.store.memo import UNREAD
from bot.store.people import Client, Coach


def client(tx: Tx, client_id: int) -> Client | None:
    """The client of this Telegram id, with nothing opened that was not before."""
    if (known := tx.known("clients", client_id)) is not UNREAD:
        return known  # type: ignore[no-any-return]
    row = people.client_row(tx, client_id)
    return None if row is None else people.as_client(tx, _closed(row))


def coach(tx: Tx, coach_id: int) -> Coach | None:
    """The coach of this Telegram id, with nothing opened that was not before."""
    if (known := tx.known("coaches", coach_id)) is not UNREAD:
        return known  # type: ignore[no-any-return]
    row = people.coach_row(tx, coach_id)
    return None if row is None else people.as_coach(tx, _closed(row))


def readable(tx: Tx, coach_id: int) -> tuple[int, ...]:
    """The ids of the coach's clients who agreed, in the order of joining: a digest tells of each."""
    return tx.once("clients", ("readable", coach_id), lambda: _readable(tx, coach_id))


def _readable(tx: Tx, coach_id: int) -> tuple[int, ...]:
    rows = tx.db.execute(
        "SELECT id FROM clients WHERE coach_id = :coach AND state NOT IN ('joining', 'refused') "
        "ORDER BY joined_at, id",
        {"coach": coach_id},
    )
    return tuple(row["id"] for row in rows)


def agreed(client: Client, coach_id: int) -> bool:
    """Whether one is among them."""
    return client.coach_id == coach_id and client.state not in ("joining", "refused")


def _closed(row: Any) -> dict[str, Any]:
    return {**dict(row), "name": None, "label": None, "town": None}
