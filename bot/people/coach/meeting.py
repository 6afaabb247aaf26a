"""Coaching sessions after they were logged: show the coming ones, move one, cancel one."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import Session
from bot.core.talk.exchange import Dialogue
from bot.core.understand.session_line import moment
from bot.i18n import texts
from bot.people import dated, dialogue, planning, understood
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import people, sessions
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

AHEAD = timedelta(days=28)
SHOWN = 8


def show(turn: Turn, coach: Coach, rest: str) -> None:
    """The coming coaching sessions, each with a button to move and one to cancel it."""
    t = texts(coach.language)
    coming = _coming(turn, coach)
    if not coming:
        return send(turn, coach.id, t.t("No coaching session is logged ahead. /session logs one."))
    names = [client.name or t.t("Client {number}", number=client.id % 10000) for client, _ in coming]
    starts = [dated.shown(t, session.starts, coach.zone) for _, session in coming]
    modes = [_mode(turn, coach, session.key) for _, session in coming]
    lines = [
        f"{number}. {escape(name)} · {at}{mode}"
        for number, (name, at, mode) in enumerate(zip(names, starts, modes, strict=True), 1)
    ]
    rows: Rows = tuple(
        (
            (t.t("Move {number}", number=number), f"k:move:{session.key}"),
            (t.t("Cancel {number}", number=number), f"k:off:{session.key}"),
        )
        for number, (_, session) in enumerate(coming, 1)
    )
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
    return sorted(found, key=lambda pair: pair[1].starts)[:SHOWN]


def tapped(turn: Turn, coach: Coach, word: str, key: str) -> None:
    """Move or cancel one date."""
    row = own(turn, coach, key)
    if row is None:
        return None
    if word == "off":
        return _change(turn, coach, key, None)
    return _ask_when(turn, coach, key)


def _ask_when(turn: Turn, coach: Coach, key: str) -> None:
    text = texts(coach.language).t("To when, by your clock? Like 2026-12-01 15:00, or tue 15:00.")
    dialogue.ask(turn, coach.id, "coach", "move", text, draft={"key": key})


def own(turn: Turn, coach: Coach, key: str) -> sessions.CoachingSession | None:
    """The coach's own coaching session of that key; None where it is no longer there."""
    row = sessions.get(turn.tx, number(key.partition(":")[0]))
    return row if row is not None and row.coach_id == coach.id else None


def _move_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    if re.fullmatch(r"\d{4}-\d\d-\d\d \d{1,2}:\d\d", words.strip()) and len(_meant(turn, coach, words)) == 1:
        return _meant(turn, coach, words)[0].isoformat()
    return understood.TYPED if _meant(turn, coach, words) else None


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
            for at in _meant(turn, coach, message.text)
        ]
        return understood.offer(t, shown, partial(_asking, turn, coach), {"key": key})
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
    client = people.client(turn.tx, row.client_id) if row else None
    if row is None or client is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return None
    sessions.change(turn.tx, row.id, date.fromisoformat(day), to, now=turn.now)
    turn.about.add(client.id)
    t = texts(coach.language)
    if to is None:
        return send(turn, coach.id, t.t("Cancelled. What hung off it is planned anew."))
    when = dated.shown(t, wall.instant(to, row.repeat.zone), coach.zone)
    return send(turn, coach.id, t.t("Moved to {when}. What hangs off it is planned anew.", when=when))
