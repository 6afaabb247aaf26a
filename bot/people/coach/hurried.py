"""What a coach writes between two doors: a session that was held, all of a month cancelled, being late."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import Session
from bot.core.talk.exchange import Dialogue
from bot.core.understand import desk, shorthand
from bot.core.understand.lexer import tokens
from bot.core.understand.session_line import Meeting
from bot.i18n import texts
from bot.people import dated, dialogue, planning, roster
from bot.people.coach import booking, meeting, series, session_words, undoing
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import sessions, steps
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

LISTED, MOST = 12, 60
"""So many sessions are named before all are cancelled; so many are cancelled at once."""


# ---- a session that was held -------------------------------------------------------------------


def was_held(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether words beside "saw Ben" are a day or an hour that is over, or nothing at all."""
    return not words or bool(_past(turn, coach, words) or _day(turn, coach, words))


def held(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """What is logged already is said; else the session is said back, or its hour asked for."""
    options, day = _past(turn, coach, words), _day(turn, coach, words) if words else _today(turn, coach)
    on: set[date | None] = {one.starts.date() for one in options} or {day}
    there = [one for one in _begun(turn, coach, client) if _local_day(coach, one) in on]
    at = {wall.instant(one.starts, coach.zone) for one in options}
    if any(not at or one.starts in at for one in there):
        t, its = texts(coach.language), next(one for one in there if not at or one.starts in at)
        when = dated.shown(t, its.starts, coach.where)
        name = escape(roster.called(turn, t, client))
        text = t.t("That is logged already: {name}, {what}. Nothing is added.", name=name, what=when)
        return send(turn, coach.id, text)
    if options:
        booking.offer_these(turn, coach, client, options)
        return None
    shown = texts(coach.language).day(day) if day else ""
    return booking.ask_rest(turn, coach, client, f"{day}" if day else "", shown)


def _past(turn: Turn, coach: Coach, words: str) -> tuple[Meeting, ...]:
    """Of what the words mean what has begun; an hour alone is one of today."""
    now = wall.local(turn.now, coach.zone).replace(tzinfo=None)
    found = session_words.meant(turn, coach, words) if words else ()
    today = session_words.meant(turn, coach, f"{now:%Y-%m-%d} {words}") if words else ()
    weekday = "wd" in tokens(words, coach.language)
    back = [replace(one, starts=one.starts - timedelta(days=7)) for one in found if weekday]
    past = [one for one in (*found, *back, *today) if one.starts <= now]
    return (max(past, key=lambda one: one.starts),) if past else ()


def again(turn: Turn, coach: Coach, client: Client, words: str) -> tuple[Meeting, ...]:
    """A session at the usual hour on the day that words name; none where nothing was ever logged."""
    at = planning.session_at(turn, client, ahead=True) or planning.session_at(turn, client, ahead=False)
    was = Meeting(wall.local(at, coach.zone or "UTC").replace(tzinfo=None)) if at else None
    return session_words.altered(turn, coach, [was], words) if was else ()


def _day(turn: Turn, coach: Coach, words: str) -> date | None:
    """The day that the words name, today or before; a weekday alone is the last one."""
    today = _today(turn, coach)
    found = shorthand.last_day(words, today, coach.language)
    return found if found is not None and found <= today else None


def _today(turn: Turn, coach: Coach) -> date:
    return wall.local(turn.now, coach.zone or "UTC").date()


def _local_day(coach: Coach, one: Session) -> date:
    return wall.local(one.starts, coach.zone or "UTC").date()


def _begun(turn: Turn, coach: Coach, client: Client) -> list[Session]:
    its = planning.sessions_of(turn, client, turn.now + timedelta(days=1))
    return [one for one in its if not one.cancelled and one.starts <= turn.now]


def stayed_away(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """What has begun stays logged; that is all there is to it here."""
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    today = _today(turn, coach)
    days = [today - timedelta(days=back) for back in range(8)]
    said = [day for day in days if day in desk.days(words, today, coach.language)] or _back_to(
        words, coach, days
    )
    its = [one for one in _begun(turn, coach, client) if _local_day(coach, one) in (said or days)]
    if not its:
        return meeting.show_past(turn, coach, [client])
    when = dated.shown(t, its[-1].starts, coach.where)
    stays = t.t("{name}, {when}, has begun; it stays as it is.", name=name, when=when)
    own = t.t("That somebody did not come is not kept here; your notes are yours.")
    rows: Rows = (((t.t("My notes"), f"k:notes:{client.id}"),),)
    return send(turn, coach.id, f"{stays}\n{own}", rows)


def _back_to(words: str, coach: Coach, days: Sequence[date]) -> list[date]:
    """The day before today that a weekday in the words names."""
    ahead = desk.days(words, days[0], coach.language)
    return [day for day in days if day + timedelta(days=7) in ahead]


# ---- late --------------------------------------------------------------------------------------


def late(turn: Turn, coach: Coach, clients: Sequence[Client], words: str) -> None:
    """The next session of today can be moved by that much, which its client reads; else what stands is said."""
    t, today = texts(coach.language), _today(turn, coach)
    its = [one for one in meeting.coming(turn, coach) if not clients or one[0] in clients]
    if its and _local_day(coach, its[0][1]) == today:
        name = escape(roster.called(turn, t, its[0][0]))
        said = t.t("This itself does not go to {name}; a moved session does, at once.", name=name)
        send(turn, coach.id, said)
        by = shorthand.how_late(words)
        return meeting.offer(turn, coach, "move", [its[0][1].key], to=f"{by} later" if by else "")
    under_way = [one for one in clients if _now(turn, coach, one)]
    if under_way:
        name = escape(roster.called(turn, t, under_way[0]))
        text = t.t("Nothing here tells {name} of it now: a call of yours does.", name=name)
        send(turn, coach.id, text)
    return meeting.show_of(turn, coach, clients, frozenset((today,)))


def _now(turn: Turn, coach: Coach, client: Client) -> bool:
    return any(one.starts > turn.now - timedelta(hours=2) for one in _begun(turn, coach, client))


# ---- all of them cancelled ---------------------------------------------------------------------


def several(turn: Turn, coach: Coach, clients: Sequence[Client], words: str) -> list[str] | None:
    """Which sessions "all in December" means, by key; None where no stretch is said and not all are meant."""
    days = shorthand.stretch(words, _today(turn, coach), coach.language)
    if days is None and not (clients and shorthand.nothing_beside(words)):
        return None
    whose = {one.id for one in clients}
    return [
        session.key
        for client, session in meeting.coming(turn, coach)
        if not whose or client.id in whose
        if days is None or days.first <= _local_day(coach, session) <= days.last
    ]


def ask_all(turn: Turn, coach: Coach, clients: Sequence[Client], words: str) -> None:
    """All of them are named before they are cancelled with a yes; a series without an end is shown instead."""
    keys, t = several(turn, coach, clients, words) or [], texts(coach.language)
    whole = shorthand.nothing_beside(words)
    rows = dict.fromkeys(key.partition(":")[0] for key in keys)
    logged = [row for which in rows if (row := meeting.own(turn, coach, which)) is not None]
    if whole and any(row.repeat.repeats for row in logged):
        for row in logged:
            series.show(turn, coach, str(row.id))
        return None
    if not keys:
        if not clients or meeting.coming(turn, coach):
            return send(turn, coach.id, t.t("No coaching session is logged for those days."))
        return send(turn, coach.id, meeting.none_ahead(turn, coach, clients))
    return these(turn, coach, keys)


def these(turn: Turn, coach: Coach, keys: Sequence[str]) -> None:
    """Say which sessions are to be cancelled, and ask."""
    if len(keys) == 1:
        return meeting.offer(turn, coach, "cancel", keys)
    t = texts(coach.language)
    found = [its for key in keys[:MOST] if (its := meeting.one(turn, coach, key))]
    lines = [t.n("Cancel this session?", "Cancel these {n} sessions?", len(found))]
    for name, when in (meeting.named(turn, coach, its) for its in found[:LISTED]):
        lines.append(f"{name}, {when}")
    if (left := len(found) - LISTED) > 0:
        lines.append(t.n("{n} more", "{n} more", left))
    rows: Rows = (((t.t("Yes"), "yes"),),)
    draft = {"keys": [its[1].key for its in found]}
    return dialogue.ask(turn, coach.id, "coach", "allof", "\n".join(lines), rows, draft=draft)


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """Each client's at once, and each with a way back."""
    if value != "yes":
        return
    dialogue.end(turn, coach.id)
    found = [its for key in asked.draft.get("keys", ()) if (its := meeting.one(turn, coach, key))]
    for client in {whose.id: whose for whose, _ in found}.values():
        dates = [one for whose, one in found if whose.id == client.id and one.starts > turn.now]
        _cancel(turn, coach, client, dates)


def _cancel(turn: Turn, coach: Coach, client: Client, dates: Sequence[Session]) -> None:
    before, t = steps.snapshot(turn.tx, client.id), texts(coach.language)
    for one in dates:
        row, _, day = one.key.partition(":")
        sessions.change(turn.tx, int(row), date.fromisoformat(day), None, now=turn.now)
    shown = [dated.shown(t, one.starts, coach.where) for one in dates[:LISTED]]
    if (left := len(dates) - LISTED) > 0:
        shown.append(t.n("{n} more", "{n} more", left))
    name = escape(roster.called(turn, t, client))
    text = t.t("Cancelled: {name}, {when}. What hung off it is planned anew.", name=name, when=t.list(shown))
    undoing.done(turn, coach, client, before, text)


STEPS: dict[str, Question[Coach]] = {
    "allof": Question(
        line("The coaching sessions"), _said, dialogue.sure_read, line("A yes is enough."), "sessions"
    )
}
