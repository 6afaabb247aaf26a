"""A series of coaching sessions: shown, moved as a whole, ended."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import expand
from bot.core.talk.exchange import Dialogue
from bot.core.understand.dates import when
from bot.core.understand.session_line import meeting, moment, shifted
from bot.i18n import texts
from bot.people import dated, dialogue, roster, understood
from bot.people.coach import clash, undoing
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import sessions, steps
from bot.store.people import Client, Coach
from bot.store.sessions import CoachingSession
from bot.telegram import Message, escape

AHEAD = timedelta(days=400)


def buttons(turn: Turn, coach: Coach, shown: Iterable[tuple[str, str]]) -> Rows:
    """A button for each series among dates that are shown: (how the client is called, key of a date)."""
    t = texts(coach.language)
    found = {key.partition(":")[0]: name for name, key in shown}
    rows = []
    for which, name in found.items():
        row = own(turn, coach, which)
        if row is not None and row.repeat.repeats:
            how = understood.repeats(t, understood.how_often(row.repeat), row.repeat.starts.date())
            rows.append(((t.t("All with {name}, {how}", name=name, how=how)[:60], f"k:series:{which}"),))
    return tuple(rows)


def own(turn: Turn, coach: Coach, value: str) -> CoachingSession | None:
    """The coach's own logged row of that number, with a client who is theirs."""
    row = sessions.get(turn.tx, number(value))
    mine = row is not None and row.coach_id == coach.id and roster.one(turn, coach, row.client_id) is not None
    return row if mine else None


def _its(turn: Turn, coach: Coach, row: CoachingSession) -> tuple[Client, str]:
    client = roster.one(turn, coach, row.client_id)
    if client is None:
        raise LookupError("a series without its client")
    return client, escape(roster.called(turn, texts(coach.language), client))


def show(turn: Turn, coach: Coach, value: str) -> None:
    """One series, with buttons to move all that lie ahead and to end it."""
    row, t = own(turn, coach, value), texts(coach.language)
    if row is None:
        return send(turn, coach.id, t.t("That one is no longer there; /sessions shows the coming ones."))
    what = understood.logged(t, row.repeat, row.mode, turn.now, coach.zone)
    rows: Rows = (
        ((t.t("Move them all"), f"k:smove:{row.id}"),),
        ((t.t("End them"), f"k:send:{row.id}"),),
    )
    text = t.t("{name}: {what}.", name=_its(turn, coach, row)[1], what=escape(what))
    return send(turn, coach.id, text, rows)


def ahead(turn: Turn, row: CoachingSession) -> date | None:
    """The first date of the series that lies ahead; None where all are over."""
    found = expand(row.repeat, (turn.now + AHEAD).date())
    coming = (one.key for one in found if one.starts > turn.now and not one.cancelled)
    return next((date.fromisoformat(key.partition(":")[2]) for key in coming), None)


# ---- moved -------------------------------------------------------------------------------------


def tapped(turn: Turn, coach: Coach, word: str, value: str) -> None:
    """Show a series, or begin to move or end it."""
    if word == "series" or (row := own(turn, coach, value)) is None:
        return show(turn, coach, value)
    return _ask_move(turn, coach, row) if word == "smove" else _ask_end(turn, coach, row)


def _ask_move(turn: Turn, coach: Coach, row: CoachingSession, before: str = "") -> None:
    t, (client, name) = texts(coach.language), _its(turn, coach, row)
    text = t.t(
        "{name}: when is the first of them at the new time? Like thu 16:00. Those before it stay as they were.",
        name=name,
    )
    draft = {"client": client.id, "series": row.id}
    return _asking("smove", turn, coach, "\n".join(filter(None, (before, text))), (), draft)


def _asking(step: str, turn: Turn, coach: Coach, text: str, rows: Rows, draft: Mapping[str, Any]) -> None:
    dialogue.ask(turn, coach.id, "coach", step, text, rows, draft=draft)


def _line(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    return roster.beside(turn, coach, client, words)[1] if client else words


def _moments(turn: Turn, coach: Coach, row: CoachingSession | None, words: str) -> tuple[datetime, ...]:
    """What the words may mean: later than the first of them, a day and hour, or a weekday of each week."""
    if row is None:
        return ()
    now = wall.local(turn.now, coach.zone).replace(tzinfo=None, microsecond=0)
    if (first := _first(turn, coach, row)) and (at := shifted(words, first, coach.language)):
        return (at,)
    found = moment(words, now, coach.language).options or tuple(
        one.starts
        for one in meeting(words, now, coach.language).options
        if one.repeats and (one.repeats.weeks == 1 or one.repeats == understood.how_often(row.repeat))
    )
    return tuple(at for at in found if at > now)


def _first(turn: Turn, coach: Coach, row: CoachingSession) -> datetime | None:
    """When the first of the series that lies ahead is, by the coach's clock."""
    found = (one.starts for one in expand(row.repeat, (turn.now + AHEAD).date()) if not one.cancelled)
    start = next((at for at in sorted(found) if at > turn.now), None)
    return wall.local(start, coach.zone).replace(tzinfo=None) if start else None


def _move_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    row = own(turn, coach, str(asked.draft.get("series", 0)))
    return understood.TYPED if _moments(turn, coach, row, _line(turn, coach, asked, words)) else None


def _move_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if (row := _meant_by(turn, coach, asked)) is None:
        return None
    if value == understood.CHANGE:
        return _ask_move(turn, coach, row)
    if value == understood.TYPED and message is not None:
        t = texts(coach.language)
        found = _moments(turn, coach, row, _line(turn, coach, asked, message.text))
        shown = [(understood.moment(t, at, turn.now, coach.zone), at.isoformat()) for at in found]
        before = t.t("All with {name}, from then on:", name=_its(turn, coach, row)[1])
        return _offer(turn, coach, "smove", row, shown, before)
    try:
        meant = datetime.fromisoformat(understood.chosen(asked, value))
    except ValueError:
        return None
    return _move(turn, coach, row, meant)


def _meant_by(turn: Turn, coach: Coach, asked: Dialogue) -> CoachingSession | None:
    """The series that a question is about; where it is gone, that is said."""
    row = own(turn, coach, str(asked.draft.get("series", 0)))
    if row is None:
        dialogue.end(turn, coach.id)
        t = texts(coach.language)
        send(turn, coach.id, t.t("That one is no longer there; /sessions shows the coming ones."))
    return row


def _offer(
    turn: Turn, coach: Coach, step: str, row: CoachingSession, shown: list[tuple[str, str]], before: str
) -> None:
    draft = {"client": row.client_id, "series": row.id}
    understood.offer(texts(coach.language), shown, partial(_asking, step, turn, coach), draft, before)


def _move(turn: Turn, coach: Coach, row: CoachingSession, to: datetime) -> None:
    """What is over stays as it was; what lies ahead is a series of its own from the new time on."""
    t, (client, name) = texts(coach.language), _its(turn, coach, row)
    at, before, first = wall.instant(to, coach.zone), steps.snapshot(turn.tx, client.id), ahead(turn, row)
    dialogue.end(turn, coach.id)
    if at <= turn.now:
        return _ask_move(turn, coach, row, t.t("{when} is over.", when=dated.shown(t, at, coach.where)))
    if first is None:
        return send(turn, coach.id, t.t("That one is no longer there; /sessions shows the coming ones."))
    if _first(turn, coach, row) == to and not row.repeat.changes:
        when = dated.shown(t, at, coach.where)
        there = t.t("{name}: it is on {when} already. Nothing is changed.", name=name, when=when)
        return send(turn, coach.id, there)
    late = row.repeat.until and row.repeat.until < to.date()
    new = replace(
        row.repeat, starts=to, zone=coach.zone, changes=(), until=None if late else row.repeat.until
    )
    if first == row.repeat.starts.date():
        sessions.put(turn.tx, replace(row, repeat=new))
    else:
        sessions.end(turn.tx, row.id, first - timedelta(days=1))
        new = replace(new, id=sessions.copy(turn.tx, replace(row, repeat=new), turn.now))
    what = understood.logged(t, new, row.mode, turn.now, coach.zone)
    text = t.t(
        "Moved: {name}, now {what}. What hangs off them is planned anew.", name=name, what=escape(what)
    )
    text = "\n".join(filter(None, (text, clash.said(turn, coach, [new], new.id))))
    return undoing.done(turn, coach, client, before, text)


# ---- ended -------------------------------------------------------------------------------------


def _ask_end(turn: Turn, coach: Coach, row: CoachingSession) -> None:
    t, (client, name) = texts(coach.language), _its(turn, coach, row)
    text = t.t("{name}: after which day are there no more of them? Like 31 January.", name=name)
    rows: Rows = (((t.t("No more from now on"), "now"),),)
    _asking("send", turn, coach, text, rows, {"client": client.id, "series": row.id})


def _days(turn: Turn, coach: Coach, words: str) -> tuple[date, ...]:
    today = wall.local(turn.now, coach.zone).date()
    return tuple(day for day in when(words, today, coach.language).options if day >= today)


def _end_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    return understood.TYPED if _days(turn, coach, _line(turn, coach, asked, words)) else None


def _end_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if (row := _meant_by(turn, coach, asked)) is None:
        return None
    if value == understood.CHANGE:
        return _ask_end(turn, coach, row)
    if value == understood.TYPED and message is not None:
        t = texts(coach.language)
        shown = [
            (t.dated(day), str(day)) for day in _days(turn, coach, _line(turn, coach, asked, message.text))
        ]
        before = t.t("No more with {name} after:", name=_its(turn, coach, row)[1])
        return _offer(turn, coach, "send", row, shown, before)
    if value == "now":
        first = ahead(turn, row)
        return _end(turn, coach, row, first - timedelta(days=1) if first else row.repeat.starts.date())
    try:
        return _end(turn, coach, row, date.fromisoformat(understood.chosen(asked, value)))
    except ValueError:
        return None


def _end(turn: Turn, coach: Coach, row: CoachingSession, last: date) -> None:
    t, (client, name) = texts(coach.language), _its(turn, coach, row)
    before = steps.snapshot(turn.tx, client.id)
    dialogue.end(turn, coach.id)
    if last < row.repeat.starts.date():
        sessions.remove(turn.tx, row.id)
    else:
        sessions.end(turn.tx, row.id, last)
    text = t.t("Ended: {name}, no more of them after {day}.", name=name, day=t.dated(last))
    return undoing.done(turn, coach, client, before, text)


STEPS: dict[str, Question[Coach]] = {
    "smove": Question(
        line("The series"),
        _move_said,
        _move_read,
        line("A date and time like 2026-12-01 15:00 works."),
        "sessions",
    ),
    "send": Question(
        line("The series"), _end_said, _end_read, line("A day like 2027-01-31 works."), "sessions"
    ),
}
