"""A coach's days away, for their clients: that they are away, and what was over by then stays as it was."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot.core.base import wall
from bot.core.plan.recurrence import expand
from bot.core.understand.spans import Days
from bot.i18n import texts
from bot.people import dated, planning, reader, reconcile, understood
from bot.people.turn import Turn
from bot.store import holidays, sessions
from bot.store.holidays import Holiday
from bot.store.people import Client
from bot.telegram import escape

SOON = timedelta(days=14)
"""So long before it a client reads of it wherever it says who reads."""


def said(turn: Turn, client: Client) -> str:
    """That the coach is away, while it lasts and some days before it, and when what is shared goes; else ""."""
    if text := now(turn, client):
        coach = reader.of(turn, client)
        at = reconcile.next_telling(turn, client, coach) if coach is not None else turn.now
        when = dated.shown(texts(client.language), at, client.zone or "UTC")
        return f"{text} " + texts(client.language).t("What you share now goes out on {when}.", when=when)
    return _text(turn, client, SOON)


def now(turn: Turn, client: Client) -> str:
    """That the coach is away, while it lasts; else ""."""
    return _text(turn, client, timedelta())


def _text(turn: Turn, client: Client, ahead: timedelta) -> str:
    coach, t = reader.of(turn, client), texts(client.language)
    if coach is None:
        return ""
    today = wall.local(turn.now, coach.zone or "UTC").date()
    found = (one for one in holidays.of(turn.tx, coach.id) if one.last >= today >= one.first - ahead)
    one = next(found, None)
    if one is None:
        return ""
    days, name = understood.stretch(t, Days(one.first, one.last), today), escape(coach.name)
    if one.first > today:
        return t.t("{coach} is away soon, {days}: no digest comes in those days.", coach=name, days=days)
    return t.t("{coach} is away now, {days}.", coach=name, days=days)


def keep_cancelled(
    turn: Turn, client: Client, away: Iterable[Holiday], before: datetime | None = None
) -> None:
    """What fell into days away stays cancelled without them: all of it, or what began before an instant."""
    stretches = tuple(away)
    last = max((one.last for one in stretches), default=date.min)
    for row in sessions.of_client(turn.tx, client.id) if stretches else ():
        for one in expand(row.repeat, last):
            if one.cancelled or (before is not None and one.starts > before):
                continue
            if planning.unless_away(one, row, stretches).cancelled:
                on = date.fromisoformat(one.key.partition(":")[2])
                sessions.change(turn.tx, row.id, on, None, now=turn.now)
