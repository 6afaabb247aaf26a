"""How long nothing has come from clients: who has ended or been quiet for so long that their words go by age."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

WARNED = "erasing by age announced"
"""In the audit: that a client was told that all of theirs is erased soon."""


@dataclass(frozen=True, slots=True)
class Expiring:
    """A client of whom nothing has come since ``last``; ``warned``: when they were told so, after that."""

    client_id: int
    last: datetime
    warned: datetime | None


def since(tx: Tx, ended: datetime, day: date, idle: datetime) -> tuple[Expiring, ...]:
    """Who stopped, or whose work ended before ``day``, and is silent since ``ended``; others since ``idle``."""
    rows = tx.db.execute(
        "SELECT c.id, c.last, (SELECT max(a.at) FROM audit a WHERE a.subject = c.id AND a.action = :warned "
        "AND a.at > c.last) FROM (SELECT id, state, ending, "
        "max(coalesce(heard_at, 0), coalesce(ended_at, 0), joined_at) AS last FROM clients) c "
        "WHERE c.last <= :idle OR (c.last <= :ended AND (c.state = 'stopped' OR c.ending < :day)) ORDER BY c.id",
        {"warned": WARNED, "ended": to_micros(ended), "idle": to_micros(idle), "day": day.isoformat()},
    )
    return tuple(Expiring(one[0], from_micros(one[1]), from_micros_or_none(one[2])) for one in rows)
