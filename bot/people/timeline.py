"""What one client was asked and will be, in order of time, with what was not begun and why."""

from datetime import datetime, timedelta
from itertools import count

from bot.config import Config
from bot.core.base import wall
from bot.core.base.line import from_json
from bot.core.plan.candidate import kind_of
from bot.core.plan.facts import Kind
from bot.core.plan.schedule import Dropped, Plan, Planned
from bot.core.plan.why import Why, recorded
from bot.people import planning
from bot.people.turn import Turn
from bot.store import begun, people
from bot.store.begun import BegunRow
from bot.store.db import Tx
from bot.store.people import Client


def timeline(
    tx: Tx, config: Config, client: int, now: datetime, start: datetime, days: int, unsent: datetime
) -> Plan | None:
    """What was begun since ``start``, and what will be up to ``days`` after it, on the client's clock.

    ``unsent``: since when what was not begun is told too. None where there is no such client.
    """
    me = people.client(tx, client)
    if me is None:
        return None
    turn = Turn(tx, now, 0, config, "", count())
    ahead = planning.between(turn, me, max(start, now), start + timedelta(days=days))
    rows = [row for row in begun.rows_of(tx, client) if row.at < now]
    sent = tuple(_sent(me, row) for row in rows if row.outcome == begun.SENT and row.at >= start)
    not_sent = tuple(
        _unsent(me, row, config) for row in rows if row.outcome != begun.SENT and row.at >= unsent
    )
    return Plan((*sent, *ahead.prompts), (*not_sent, *ahead.dropped))


def _sent(me: Client, row: BegunRow) -> Planned:
    return Planned(*_place(me, row), Why("sent", from_json(row.why)))


def _unsent(me: Client, row: BegunRow, config: Config) -> Dropped:
    return Dropped(*_place(me, row), Why(row.outcome, recorded(row.outcome, config.time.late_hours)))


def _place(me: Client, row: BegunRow) -> tuple[str, datetime, datetime, str, Kind, str]:
    zone = me.zone or "UTC"
    return row.occasion, row.at, wall.local(row.at, zone), zone, kind_of(row.occasion), row.script
