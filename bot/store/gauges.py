"""Gauges: how full the boxes are and how old what waits in them is, counted by index. Numbers only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros_or_none, to_micros


@dataclass(frozen=True, slots=True)
class Fill:
    """So many rows wait, the oldest since an instant."""

    rows: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Gauges:
    """The boxes at one moment. ``lanes``: the outbox by lane; ``due`` by kind; ``aside``: dead letters of both."""

    inbox: Fill
    lanes: tuple[Fill, ...]
    due: dict[str, int]
    late: datetime | None
    aside: dict[str, int]

    @property
    def unsent(self) -> datetime | None:
        """Since when the oldest alert or reply waits to be sent."""
        return min((box.oldest for box in self.lanes[:2] if box.oldest), default=None)


LANES = 5


def read(tx: Tx, now: datetime) -> Gauges:
    """Count the boxes. What is kept back for later on purpose does not count as old."""
    at = {"now": to_micros(now)}
    inbox = tx.db.execute("SELECT count(*), min(received_at) FROM inbox WHERE state = 0").fetchone()
    sending = tx.db.execute(
        "SELECT lane, count(*), min(CASE WHEN attempts + repeats + faults = 0 AND not_before > :now THEN NULL "
        "ELSE max(made_at, iif(attempts + repeats + faults = 0, not_before, 0)) END) "
        "FROM outbox WHERE state < 2 GROUP BY lane",
        at,
    ).fetchall()
    lanes: dict[int, Any] = {row[0]: row for row in sending}
    late = tx.db.execute("SELECT min(at) FROM due WHERE at <= :now", at).fetchone()
    due = tx.db.execute("SELECT kind, count(*) FROM due GROUP BY kind").fetchall()
    return Gauges(
        Fill(inbox[0], from_micros_or_none(inbox[1])),
        tuple(
            Fill(lanes[lane][1], from_micros_or_none(lanes[lane][2])) if lane in lanes else Fill(0, None)
            for lane in range(LANES)
        ),
        {row[0]: row[1] for row in due},
        from_micros_or_none(late[0]),
        aside(tx),
    )


def aside(tx: Tx) -> dict[str, int]:
    """How many rows of each box were set aside."""
    letters = tx.db.execute("SELECT count(*) FROM inbox WHERE state = 9").fetchone()
    unsent = tx.db.execute("SELECT count(*) FROM outbox WHERE state = 5").fetchone()
    return {"inbox": int(letters[0]), "outbox": int(unsent[0])}
