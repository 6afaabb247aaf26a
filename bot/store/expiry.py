"""How long nothing has come from clients: who has ended or been quiet for so long that their words go by age."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

WARNED, TOLD, HELD = "erasing by age announced", "erasing by age told", "erasing by age held back"
"""In the audit: it was to be said that all is erased soon; that arrived; it cannot be said, so nothing goes."""


@dataclass(frozen=True, slots=True)
class Expiring:
    """A client of whom nothing has come since ``last``, and what has been since: ``None`` for what has not.

    ``warned``: it was last to be said to them; ``told``: it arrived; ``held``: their coach read that it cannot.
    """

    client_id: int
    last: datetime
    warned: datetime | None
    told: datetime | None
    held: datetime | None


def since(tx: Tx, ended: datetime, day: date, idle: datetime) -> tuple[Expiring, ...]:
    """Who stopped, or whose work ended before ``day``, and is silent since ``ended``; others since ``idle``."""
    rows = tx.db.execute(
        "SELECT c.id, c.last, max(CASE WHEN a.action = :warned THEN a.at END) AS warned, "
        "max(CASE WHEN a.action = :told THEN a.at END) AS told, "
        "max(CASE WHEN a.action = :held THEN a.at END) AS held "
        "FROM (SELECT id, state, ending, max(coalesce(heard_at, 0), coalesce(ended_at, 0), joined_at) AS last "
        "FROM clients) c LEFT JOIN audit a ON a.subject = c.id AND a.at > c.last "
        "WHERE c.last <= :idle OR (c.last <= :ended AND (c.state = 'stopped' OR c.ending < :day)) "
        "GROUP BY c.id, c.last ORDER BY c.id",
        {
            "warned": WARNED,
            "told": TOLD,
            "held": HELD,
            "ended": to_micros(ended),
            "idle": to_micros(idle),
            "day": day.isoformat(),
        },
    )
    return tuple(
        Expiring(one[0], from_micros(one[1]), *(from_micros_or_none(at) for at in tuple(one)[2:]))
        for one in rows
    )
