"""Advance copies: what a client last saw of what their coach is about to get, and a look that waits its moment."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.store import told
from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros
from bot.store.responses import Response
from bot.store.told import Told


def seen(tx: Tx, client_id: int, coach_id: int, telling: datetime) -> Mapping[int, Told]:
    """How far each response was seen before that telling to that coach; empty where nothing was."""
    row = tx.db.execute(
        "SELECT held FROM advance_copies WHERE client_id = :id AND coach_id = :coach AND telling = :telling",
        {"id": client_id, "coach": coach_id, "telling": to_micros(telling)},
    ).fetchone()
    held = tx.open_text(client_id, _place(client_id), row["held"]) if row is not None else None
    found = json.loads(held) if held else {}
    return {int(one): Told(0, int(one), None, far[0], far[1], far[2], telling) for one, far in found.items()}


def latest(tx: Tx, client_id: int, coach_id: int, now: datetime) -> datetime | None:
    """The telling that lies ahead of what was seen last; None where there is none."""
    row = tx.db.execute(
        "SELECT telling FROM advance_copies WHERE client_id = :id AND coach_id = :coach AND telling > :now",
        {"id": client_id, "coach": coach_id, "now": to_micros(now)},
    ).fetchone()
    return None if row is None else from_micros(row["telling"])


def last_seen(tx: Tx, client_id: int, coach_id: int) -> Mapping[int, Told]:
    """How far each response was seen before whichever telling was seen last."""
    row = tx.db.execute(
        "SELECT telling FROM advance_copies WHERE client_id = :id AND coach_id = :coach",
        {"id": client_id, "coach": coach_id},
    ).fetchone()
    return (
        {}
        if row is None or row["telling"] is None
        else seen(tx, client_id, coach_id, from_micros(row["telling"]))
    )


def ahead(tx: Tx, client_id: int, coach_id: int, now: datetime) -> datetime | None:
    """The telling that a client was last told of, or is to be told of, where it lies ahead."""
    waits = waiting(tx, client_id, now)
    return waits[0] if waits is not None else latest(tx, client_id, coach_id, now)


def keep(tx: Tx, client_id: int, coach_id: int, telling: datetime, shown: Iterable[Response]) -> None:
    """These were seen as they read now, beside what was seen before the same telling."""
    before = seen(tx, client_id, coach_id, telling)
    held = {one.response: (one.texts_to, one.edits_to, one.given) for one in before.values()}
    held |= {one.id: (*told.up_to(one), told.given(one)) for one in shown}
    tx.db.execute(
        "INSERT INTO advance_copies (client_id, coach_id, telling, held) VALUES (:id, :coach, :telling, :held) "
        "ON CONFLICT (client_id) DO UPDATE SET coach_id = excluded.coach_id, telling = excluded.telling, "
        "held = excluded.held",
        {
            "id": client_id,
            "coach": coach_id,
            "telling": to_micros(telling),
            "held": tx.seal(client_id, _place(client_id), json.dumps(held)),
        },
    )


def forget(tx: Tx, client_id: int, response_id: int) -> None:
    """What was seen of an answer that is erased goes with it, what was tapped in it too."""
    row = tx.db.execute("SELECT held FROM advance_copies WHERE client_id = :id", {"id": client_id}).fetchone()
    words = tx.open_text(client_id, _place(client_id), row["held"]) if row is not None else None
    held = json.loads(words) if words else {}
    if held.pop(str(response_id), None) is not None:
        tx.db.execute(
            "UPDATE advance_copies SET held = :held WHERE client_id = :id",
            {"id": client_id, "held": tx.seal(client_id, _place(client_id), json.dumps(held))},
        )


def unsee(tx: Tx, client_id: int) -> None:
    """Nothing counts as seen: the next look shows all of it."""
    tx.db.execute(
        "UPDATE advance_copies SET telling = NULL, held = NULL WHERE client_id = :id", {"id": client_id}
    )


def wait(tx: Tx, client_id: int, telling: datetime, again: bool) -> None:
    """A look could not come at its hour: it waits for the talk to rest."""
    tx.db.execute(
        "INSERT INTO advance_copies (client_id, waits_for, waits_again) VALUES (:id, :telling, :again) "
        "ON CONFLICT (client_id) DO UPDATE SET waits_for = excluded.waits_for, waits_again = excluded.waits_again",
        {"id": client_id, "telling": to_micros(telling), "again": again},
    )


def waiting(tx: Tx, client_id: int, now: datetime) -> tuple[datetime, bool] | None:
    """The telling of the look that waits, as long as it lies ahead, and whether it is one again."""
    row = tx.db.execute(
        "SELECT waits_for, waits_again FROM advance_copies WHERE client_id = :id AND waits_for > :now",
        {"id": client_id, "now": to_micros(now)},
    ).fetchone()
    return None if row is None else (from_micros(row["waits_for"]), bool(row["waits_again"]))


def settle(tx: Tx, client_id: int) -> None:
    """No look waits any more."""
    tx.db.execute("UPDATE advance_copies SET waits_for = NULL WHERE client_id = :id", {"id": client_id})


def _place(client_id: int) -> str:
    return f"advance_copies|held|{client_id}"
