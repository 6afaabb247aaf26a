"""A clash: another coaching session, or a day away, at the time of one that is logged or moved."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.base import wall
from bot.core.plan.recurrence import Repeat, Session, expand
from bot.i18n import texts
from bot.people import dated, planning, roster
from bot.people.turn import Turn
from bot.store import holidays, people
from bot.store.people import Client, Coach
from bot.telegram import escape

AHEAD = timedelta(days=365)


def said(turn: Turn, coach: Coach, new: Sequence[Repeat], row: int = 0) -> str:
    """What else is at these times, in a sentence; "" where nothing is. ``row`` is its own."""
    until = turn.now + AHEAD
    dates = [one for each in new for one in expand(each, until.date()) if not one.cancelled]
    coming = [one for one in dates if one.starts > turn.now]
    away = _away(turn, coach, coming, stays=not any(each.repeats for each in new))
    return "\n".join(filter(None, (_line(turn, coach, coming, f"{row}:"), away)))


def said_of(turn: Turn, coach: Coach, moved: Session) -> str:
    """The same for one date that was moved."""
    away = _away(turn, coach, [moved], stays=True)
    return "\n".join(filter(None, (_line(turn, coach, [moved], moved.key), away)))


def _away(turn: Turn, coach: Coach, mine: list[Session], stays: bool) -> str:
    """That some of it lies in the coach's own days away, and what becomes of that."""
    zone, away = coach.zone or "UTC", holidays.of(turn.tx, coach.id)
    found = [one for one in mine if any(each.holds(wall.local(one.starts, zone).date()) for each in away)]
    if not found:
        return ""
    t, when = texts(coach.language), dated.shown(texts(coach.language), found[0].starts, coach.where)
    if stays:
        return t.t("You are away then, as you noted: {when}. It takes place all the same.", when=when)
    return t.n(
        "On {n} of its dates you are away, as you noted: {when}. That one does not take place.",
        "On {n} of its dates you are away, as you noted, the first {when}. Those do not take place.",
        len(found),
        when=when,
    )


def _line(turn: Turn, coach: Coach, mine: list[Session], but: str) -> str:
    if not mine:
        return ""
    last, first = max(one.ends for one in mine), min(one.starts for one in mine)
    there = [
        (client, one)
        for client in people.clients_of(turn.tx, coach.id)
        if client.archived_at is None
        for one in planning.sessions_of(turn, client, last)
        if not one.cancelled and one.ends > first and not one.key.startswith(but)
    ]
    found = [pair for new in mine if (pair := _met(new, there)) is not None]
    if not found:
        return ""
    t, (client, one) = texts(coach.language), found[0]
    name, when = escape(roster.called(turn, t, client)), dated.shown(t, one.starts, coach.where)
    if len(found) == 1:
        return t.t("At that time there is also {name}, {when}.", name=name, when=when)
    return t.n(
        "On {n} of its dates there is another session; the first is {name}, {when}.",
        "On {n} of its dates there is another session; the first is {name}, {when}.",
        len(found),
        name=name,
        when=when,
    )


def _met(new: Session, there: list[tuple[Client, Session]]) -> tuple[Client, Session] | None:
    return next((pair for pair in there if pair[1].starts < new.ends and new.starts < pair[1].ends), None)
