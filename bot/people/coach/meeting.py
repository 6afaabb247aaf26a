"""Coaching sessions after they were logged: show the coming ones, move one, cancel one."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import Session, expand
from bot.core.talk.exchange import Dialogue
from bot.core.understand.session_line import moment
from bot.i18n import texts
from bot.people import dated, dialogue, planning, roster, understood
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import people, sessions
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

AHEAD = timedelta(days=365)
SHOWN = 8


def show(turn: Turn, coach: Coach, rest: str) -> None:
    """The coming coaching sessions, each with a button to move and one to cancel it."""
    t = texts(coach.language)
    coming = _coming(turn, coach)
    if not coming:
        return send(turn, coach.id, t.t("No coaching session is logged ahead. /session logs one."))
    return _list(turn, coach, coming, 0)


def _list(turn: Turn, coach: Coach, coming: list[tuple[Client, Session]], first: int) -> None:
    """Some of them, numbered on; a button where there are more."""
    t = texts(coach.language)
    shown = list(enumerate(coming, 1))[first : first + SHOWN]
    names = {client.id: escape(roster.called(turn, t, client)) for _, (client, _) in shown}
    starts = [dated.shown(t, session.starts, coach.zone) for _, (_, session) in shown]
    lines = [
        f"{number}. {names[client.id]} · {at}{_mode(turn, coach, session.key)}"
        for at, (number, (client, session)) in zip(starts, shown, strict=True)
    ]
    rows: Rows = tuple(
        (
            (t.t("Move {number}", number=number), f"k:move:{session.key}"),
            (t.t("Cancel {number}", number=number), f"k:off:{session.key}"),
        )
        for number, (_, session) in shown
    )
    if (left := len(coming) - first - len(shown)) > 0:
        lines.append(t.n("{n} more within a year.", "{n} more within a year.", left))
        rows += (((t.t("Show more"), f"k:more:{first + SHOWN}"),),)
    return send(turn, coach.id, "\n".join(lines), rows)


def _mode(turn: Turn, coach: Coach, key: str) -> str:
    row = own(turn, coach, key)
    return f" · {understood.mode(texts(coach.language), row.mode)}" if row and row.mode else ""


def _coming(turn: Turn, coach: Coach) -> list[tuple[Client, Session]]:
    found = [
        (client, session)
        for client in people.clients_of(turn.tx, coach.id)
        for session in planning.sessions_of(turn, client, turn.now + AHEAD)
        if session.starts > turn.now and not session.cancelled
    ]
    return sorted(found, key=lambda pair: pair[1].starts)


def tapped(turn: Turn, coach: Coach, word: str, key: str) -> None:
    """Move or cancel one date; show more of them."""
    if word == "more":
        return _list(turn, coach, _coming(turn, coach), number(key))
    row = own(turn, coach, key)
    if row is None:
        return None
    if word == "off":
        return _change(turn, coach, key, None)
    return _ask_when(turn, coach, key)


def _ask_when(turn: Turn, coach: Coach, key: str) -> None:
    t, its = texts(coach.language), _one(turn, coach, key)
    if its is None:
        return None
    text = t.t(
        "{name}, {when}: moved to when, by your clock? Like 2026-12-01 15:00, or tue 15:00.",
        name=escape(roster.called(turn, t, its[0])),
        when=dated.shown(t, its[1].starts, coach.zone),
    )
    return dialogue.ask(turn, coach.id, "coach", "move", text, draft={"key": key, "client": its[0].id})


def _one(turn: Turn, coach: Coach, key: str) -> tuple[Client, Session] | None:
    """With whom a date is, and when as it stands now; None where it is not the coach's, or gone."""
    row = own(turn, coach, key)
    client = people.client(turn.tx, row.client_id) if row else None
    if row is None or client is None:
        return None
    day = key.partition(":")[2]
    last = date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else date.min
    found = (one for one in expand(row.repeat, last) if one.key == key)
    return next(((client, one) for one in found), None)


def own(turn: Turn, coach: Coach, key: str) -> sessions.CoachingSession | None:
    """The coach's own coaching session of that key; None where it is no longer there."""
    row = sessions.get(turn.tx, number(key.partition(":")[0]))
    return row if row is not None and row.coach_id == coach.id else None


def _move_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    meant = _meant(turn, coach, _bare(turn, coach, asked, words))
    if re.fullmatch(r"\d{4}-\d\d-\d\d \d{1,2}:\d\d", words.strip()) and len(meant) == 1:
        return meant[0].isoformat()
    return understood.TYPED if meant else None


def _bare(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str:
    """The new day and hour in a whole line: "Regula to Thursday 4 pm"."""
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is None or _meant(turn, coach, words):
        return words
    whom, rest = roster.beside(turn, coach, client, words)
    bare = re.sub(r"^(?:to|auf|zu|nach|الى|إلى)\s+", "", rest.strip(), flags=re.IGNORECASE)
    return bare if whom.id == client.id else words


def _meant(turn: Turn, coach: Coach, words: str) -> tuple[datetime, ...]:
    now = wall.local(turn.now, coach.zone).replace(tzinfo=None, microsecond=0)
    return moment(words, now, coach.language).options


def _move_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """The new date and time of the coaching session that is being moved."""
    key, t = asked.draft.get("key", ""), texts(coach.language)
    if value == understood.CHANGE:
        return _ask_when(turn, coach, key)
    if value == understood.TYPED and message is not None:
        shown = [
            (understood.moment(t, at, turn.now, coach.zone), at.isoformat())
            for at in _meant(turn, coach, _bare(turn, coach, asked, message.text))
        ]
        its = _one(turn, coach, key)
        name = escape(roster.called(turn, t, its[0])) if its else ""
        before = (
            t.t("{name}, {when}, moved:", name=name, when=dated.shown(t, its[1].starts, coach.zone))
            if its
            else ""
        )
        draft = {"key": key, "client": its[0].id if its else 0}
        return understood.offer(t, shown, partial(_asking, turn, coach), draft, before)
    dialogue.end(turn, coach.id)
    row = own(turn, coach, key)
    if row is None:
        return send(turn, coach.id, t.t("That one is no longer there; /sessions shows the coming ones."))
    try:
        said = datetime.fromisoformat(understood.chosen(asked, value))
    except ValueError:
        return None
    to = wall.local(wall.instant(said, coach.zone), row.repeat.zone)  # the coach may have moved since
    return _change(turn, coach, key, to)


def _asking(turn: Turn, coach: Coach, text: str, rows: Rows, draft: Mapping[str, Any]) -> None:
    dialogue.ask(turn, coach.id, "coach", "move", text, rows, draft=draft)


STEPS: dict[str, Question[Coach]] = {
    "move": Question(
        line("The coaching session"),
        _move_said,
        _move_read,
        line("A date and time like 2026-12-01 15:00 works."),
        "sessions",
    )
}


def _change(turn: Turn, coach: Coach, key: str, to: datetime | None) -> None:
    """Note the change; all that hangs off that coaching session is planned anew."""
    which, _, day = key.partition(":")
    row = sessions.get(turn.tx, number(which))
    client, before = (people.client(turn.tx, row.client_id) if row else None), _one(turn, coach, key)
    if row is None or client is None or before is None:
        return None
    sessions.change(turn.tx, row.id, date.fromisoformat(day), to, now=turn.now)
    turn.about.add(client.id)
    t = texts(coach.language)
    name, was = escape(roster.called(turn, t, client)), dated.shown(t, before[1].starts, coach.zone)
    if to is None:
        text = t.t("Cancelled: {name}, {when}. What hung off it is planned anew.", name=name, when=was)
        return send(turn, coach.id, text)
    text = t.t(
        "Moved: {name}, from {was} to {when}. What hangs off it is planned anew.",
        name=name,
        was=was,
        when=dated.shown(t, wall.instant(to, row.repeat.zone), coach.zone),
    )
    return send(turn, coach.id, text)
