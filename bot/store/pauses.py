"""Pauses: when nothing is begun with a client, for a while, on days off or until they say so."""

from datetime import date, datetime
from typing import Any

from bot.core.base import wall
from bot.store import people
from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros, to_micros_or_none


def begin(tx: Tx, client_id: int, now: datetime, until: datetime | None) -> None:
    """Nothing is begun until then (None: until the client says); an earlier pause ends here."""
    _end_pauses(tx, client_id, now)
    tx.db.execute(
        "INSERT INTO pauses (client_id, from_at, until_at) VALUES (:id, :now, :until)",
        {"id": client_id, "now": to_micros(now), "until": to_micros_or_none(until)},
    )
    people.change_client(tx, client_id, state="paused", paused_until=until, changed_at=now)


def days_off(tx: Tx, client_id: int, first: date, last: date, *, now: datetime) -> None:
    """Days off, ``first`` and ``last`` among them, on the client's own calendar wherever they are by then."""
    starts, ends = wall.days(first, last, people.must(people.client(tx, client_id)).zone or "UTC")
    tx.db.execute(
        "INSERT INTO pauses (client_id, from_at, until_at, first_day, last_day) "
        "VALUES (:id, :starts, :ends, :first, :last)",
        {"id": client_id, "starts": to_micros(starts), "ends": to_micros(ends)}
        | {"first": f"{first}", "last": f"{last}"},
    )
    people.touch(tx, client_id, now)


def by_the_clock_of(tx: Tx, client_id: int, before: str, zone: str, now: datetime) -> None:
    """A client is elsewhere: the pause that runs ends when the clock there shows what it was to end at."""
    client = people.must(people.client(tx, client_id))
    if client.state != "paused" or client.paused_until is None or before == zone:
        return
    until = wall.instant(wall.local(client.paused_until, before), zone)
    tx.db.execute(
        "UPDATE pauses SET until_at = :until WHERE client_id = :id AND first_day IS NULL AND until_at = :was",
        {"until": to_micros(until), "id": client_id, "was": to_micros(client.paused_until)},
    )
    people.change_client(tx, client_id, paused_until=until, changed_at=now)


def no_days_off(tx: Tx, client_id: int, now: datetime) -> None:
    """Days off that lie ahead are not to be."""
    tx.db.execute(
        "DELETE FROM pauses WHERE client_id = :id AND from_at > :now",
        {"id": client_id, "now": to_micros(now)},
    )
    people.touch(tx, client_id, now)


def resume(tx: Tx, client_id: int, now: datetime) -> None:
    """A pause or a stop is over."""
    _end_pauses(tx, client_id, now)
    people.change_client(tx, client_id, state="active", paused_until=None, ended_at=None, changed_at=now)


def stop(tx: Tx, client_id: int, now: datetime) -> None:
    """The client wants nothing more; what was written stays."""
    _end_pauses(tx, client_id, now)
    people.change_client(tx, client_id, state="stopped", paused_until=None, ended_at=now, changed_at=now)


def of_client(tx: Tx, client_id: int) -> tuple[tuple[datetime, datetime | None], ...]:
    """The client's pauses, oldest first: from, up to (None: open end). Days off by the client's clock of now."""
    if tx.known("pauses", ("none", client_id)) is True:
        return ()
    rows = tx.db.execute(
        "SELECT p.*, c.zone AS zone FROM pauses p LEFT JOIN clients c ON c.id = p.client_id "
        "WHERE p.client_id = :id ORDER BY p.from_at, p.id",
        {"id": client_id},
    )
    return tuple(_pause(row) for row in rows)


def _pause(row: Any) -> tuple[datetime, datetime | None]:
    if row["first_day"]:
        first, last = (date.fromisoformat(row[day]) for day in ("first_day", "last_day"))
        return wall.days(first, last, row["zone"] or "UTC")
    return from_micros(row["from_at"]), from_micros_or_none(row["until_at"])


def _end_pauses(tx: Tx, client_id: int, now: datetime) -> None:
    tx.db.execute(
        "UPDATE pauses SET until_at = :now, first_day = NULL, last_day = NULL WHERE client_id = :id "
        "AND from_at <= :now AND (until_at IS NULL OR until_at > :now)",
        {"id": client_id, "now": to_micros(now)},
    )
