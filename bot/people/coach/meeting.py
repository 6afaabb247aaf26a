"""Coaching sessions after they were logged: show the coming ones, move one, cancel one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import Session, expand
from bot.core.talk.exchange import Dialogue
from bot.core.understand import amending
from bot.core.understand.dates import when as day_in
from bot.core.understand.desk import days_alone
from bot.core.understand.lexer import tokens
from bot.core.understand.session_line import Meeting, moment, shifted
from bot.core.understand.times import clock
from bot.i18n import Texts, texts
from bot.people import dated, dialogue, planning, roster, understood
from bot.people.coach import clash, correction, series, undoing
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import people, sessions, steps
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

AHEAD = timedelta(days=365)
SHOWN = 8
MOST, NEXT = 8, 3
"""So many coaching sessions are offered; so many coming ones where none is on the day that was named."""


# ---- shown -------------------------------------------------------------------------------------


def show(turn: Turn, coach: Coach, rest: str) -> None:
    """The coming coaching sessions, of all or of who is named, each with a button to move and one to cancel it."""
    t = texts(coach.language)
    if rest and not roster.names_anyone(turn, coach, rest):
        return send(turn, coach.id, t.t("No client of that name. /clients shows who is with you."))
    meant = [one for one, _ in roster.named(turn, coach, rest, lambda said: not said)] if rest else []
    return show_of(turn, coach, meant)


def show_of(
    turn: Turn, coach: Coach, clients: Sequence[Client], days: frozenset[object] = frozenset()
) -> None:
    """The coming ones of these clients; of all where none is given. ``days``: of these, where one is on them."""
    t, found = texts(coach.language), coming(turn, coach)
    whose = {one.id for one in clients}
    mine = [pair for pair in found if not whose or pair[0].id in whose]
    over = begun_on(turn, coach, clients or roster.own(turn, coach), days) if days else ""
    if not mine:
        return send(turn, coach.id, "\n".join(filter(None, (over, none_ahead(turn, coach, clients)))))
    there = [pair for pair in mine if wall.local(pair[1].starts, coach.zone or "UTC").date() in days]
    if over or (days and not there):
        send(turn, coach.id, "\n".join(filter(None, (over, "" if there else _none_on(t, days, over)))))
    mine = there or (mine[:NEXT] if days else mine)
    return _list(turn, coach, mine, 0, clients[0].id if len(clients) == 1 else 0)


def _none_on(t: Texts, days: frozenset[object], over: str) -> str:
    """That no session, or no other, is on some days."""
    if over:
        return t.t("No other coaching session is logged for then. The next ones:")
    if len(days) > 1:
        return t.t("No coaching session is logged for those days. The next ones:")
    return t.t("No coaching session is logged for that day. The next ones:")


def show_past(turn: Turn, coach: Coach, clients: Sequence[Client]) -> None:
    """When the last session with each of them began, and when the next one does."""
    t, lines = texts(coach.language), []
    for client in clients:
        name = escape(roster.called(turn, t, client))
        last = planning.session_at(turn, client, ahead=False)
        coming = planning.session_at(turn, client, ahead=True)
        said = (
            t.t(
                "{name}: the last session logged here was on {when}, number {n}.",
                name=name,
                when=dated.shown(t, last, coach.where),
                n=planning.session_number(turn, client),
            )
            if last
            else t.t("{name}: no session logged here has begun yet.", name=name)
        )
        then = (
            t.t("Next session: {when}", when=dated.shown(t, coming, coach.where))
            if coming
            else t.t("No session is logged ahead.")
        )
        lines.append(f"{said} {then}")
    send(turn, coach.id, "\n".join(lines) or t.t("No client yet. /invite makes a link."))


def none_ahead(turn: Turn, coach: Coach, clients: Sequence[Client]) -> str:
    """That nothing is logged: with these clients, where others can have something."""
    t = texts(coach.language)
    if not clients:
        return t.t("No coaching session is logged ahead. /session logs one.")
    names = t.list(escape(roster.called(turn, t, client)) for client in clients)
    return t.t("No coaching session with {name} is logged ahead. /session logs one.", name=names)


def begun_on(turn: Turn, coach: Coach, clients: Sequence[Client], days: frozenset[object]) -> str:
    """Which of these clients' sessions on these days have begun, so that nothing changes them any more; else ""."""
    t, lines = texts(coach.language), []
    for client in clients:
        for session in planning.sessions_of(turn, client, turn.now):
            day = wall.local(session.starts, coach.zone).date()
            if session.starts <= turn.now and not session.cancelled and day in days:
                name, when = named(turn, coach, (client, session))
                lines.append(t.t("{name}, {when}, has begun; it stays as it is.", name=name, when=when))
    return "\n".join(lines)


def _list(turn: Turn, coach: Coach, mine: list[tuple[Client, Session]], first: int, of: int) -> None:
    """Some of them, numbered on; a button where there are more, and one for each series."""
    t = texts(coach.language)
    shown = list(enumerate(mine, 1))[first : first + SHOWN]
    names = {client.id: roster.called(turn, t, client) for _, (client, _) in shown}
    starts = [dated.shown(t, session.starts, coach.where) for _, (_, session) in shown]
    lines = [
        f"{number}. {escape(names[client.id])} · {at}{_mode(turn, coach, session.key)}"
        for at, (number, (client, session)) in zip(starts, shown, strict=True)
    ]
    rows: Rows = tuple(
        (
            (t.t("Move {number}", number=number), f"k:move:{session.key}"),
            (t.t("Cancel {number}", number=number), f"k:off:{session.key}"),
        )
        for number, (_, session) in shown
    )
    rows += series.buttons(turn, coach, [(names[client.id], one.key) for _, (client, one) in shown])
    if (left := len(mine) - first - len(shown)) > 0:
        lines.append(t.n("{n} more within a year.", "{n} more within a year.", left))
        rows += (((t.t("Show more"), f"k:more:{first + SHOWN}:{of}"),),)
    return send(turn, coach.id, "\n".join(lines), rows)


def _mode(turn: Turn, coach: Coach, key: str) -> str:
    row = own(turn, coach, key)
    return f" · {understood.mode(texts(coach.language), row.mode)}" if row and row.mode else ""


def coming(turn: Turn, coach: Coach) -> list[tuple[Client, Session]]:
    """The coaching sessions of a coach that lie ahead, with whom."""
    found = [
        (client, session)
        for client in people.clients_of(turn.tx, coach.id)
        if client.archived_at is None
        for session in planning.sessions_of(turn, client, turn.now + AHEAD)
        if session.starts > turn.now and not session.cancelled
    ]
    return sorted(found, key=lambda pair: pair[1].starts)


def own(turn: Turn, coach: Coach, key: str) -> sessions.CoachingSession | None:
    """The coach's own coaching session of that key; None where it is no longer there."""
    row = sessions.get(turn.tx, number(key.partition(":")[0]))
    return row if row is not None and row.coach_id == coach.id else None


def acts(turn: Turn, coach: Coach, key: str) -> bool:
    """Whether a button is about one of the coach's, or about one that is gone, which is said."""
    gone = sessions.get(turn.tx, number(key.partition(":")[0])) is None
    return gone or own(turn, coach, key) is not None


def one(turn: Turn, coach: Coach, key: str) -> tuple[Client, Session] | None:
    """With whom a date is, and when as it stands now; None where it is not the coach's, or gone."""
    row = own(turn, coach, key)
    client = roster.one(turn, coach, row.client_id) if row else None
    day = key.partition(":")[2]
    if row is None or client is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return None
    found = (one for one in expand(row.repeat, date.fromisoformat(day)) if one.key == key)
    return next(((client, one) for one in found), None)


def named(turn: Turn, coach: Coach, its: tuple[Client, Session]) -> tuple[str, str]:
    """Whom and when, as a message names them."""
    t = texts(coach.language)
    return escape(roster.called(turn, t, its[0])), dated.shown(t, its[1].starts, coach.where)


# ---- a tap, or what was meant ------------------------------------------------------------------


def tapped(turn: Turn, coach: Coach, word: str, key: str) -> None:
    """Move or cancel one date; show more of them."""
    if word == "more":
        first, _, of = key.partition(":")
        mine = [pair for pair in coming(turn, coach) if not number(of) or pair[0].id == number(of)]
        return _list(turn, coach, mine, number(first), number(of))
    if own(turn, coach, key) is None:
        if sessions.get(turn.tx, number(key.partition(":")[0])) is None:  # its client has gone since
            send(
                turn,
                coach.id,
                texts(coach.language).t("That one is no longer there; /sessions shows the coming ones."),
            )
        return None
    return _change(turn, coach, key, None) if word == "off" else _ask_when(turn, coach, key)


def offer(
    turn: Turn,
    coach: Coach,
    verb: str,
    keys: Sequence[str],
    to: str = "",
    missed: bool = False,
    over: str = "",
) -> None:
    """The coaching session that words may mean, to be cancelled with a yes or moved; several as buttons.

    ``missed``: none is on the day that was named; ``over``: what has begun on it.
    """
    t = texts(coach.language)
    them = [(key, its) for key in keys if (its := one(turn, coach, key))]
    if verb == "move" and len(them) == 1 and not missed:
        return _to(turn, coach, them[0][0], to)
    if len(them) == 1 and not missed:
        name, when = named(turn, coach, them[0][1])
        text = t.t("Cancel {name}, {when}?", name=name, when=when)
        rows: Rows = (((t.t("Yes"), "=0"),),)
    else:
        text = _which(t, verb, missed, over)
        rows = tuple(((_label(turn, coach, t, its), f"={at}"),) for at, (_, its) in enumerate(them))
    draft = {
        "offer": [key for key, _ in them],
        "verb": verb,
        "to": to,
        "client": them[0][1][0].id if len(them) == 1 else 0,
    }
    return dialogue.ask(turn, coach.id, "coach", "which", text, rows, draft=draft)


def _which(t: Texts, verb: str, missed: bool, over: str) -> str:
    before = (
        over + "\n" + t.t("The next ones:") if over else t.t("None is logged for that day. The next ones:")
    )
    asked = t.t("Which one is moved?") if verb == "move" else t.t("Which one is cancelled?")
    return "\n".join(filter(None, (before if missed else "", asked)))


def _label(turn: Turn, coach: Coach, t: Texts, its: tuple[Client, Session]) -> str:
    return f"{roster.called(turn, t, its[0])} · {t.when(its[1].starts, coach.where)}"[:60]


def _which_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    """A typed yes or no; where there are several, what is on a button."""
    if found := understood.typed(asked, words):
        return dialogue.LEAVE if found == understood.CHANGE else found
    if _other(turn, coach, asked, words):
        return understood.TYPED
    labels = asked.draft.get(dialogue.SHOWN, {}).get("rows", ())
    return next((value for row in labels for label, value in row if label == words.strip()), None)


def _which_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    key, verb = understood.chosen(asked, value), str(asked.draft.get("verb"))
    if value == understood.TYPED and message is not None:
        keys, missed = _other(turn, coach, asked, message.text) or ([], False)
        return offer(turn, coach, verb, keys, to=asked.draft.get("to", ""), missed=missed)
    dialogue.end(turn, coach.id)
    if own(turn, coach, key) is None:
        return None
    if verb == "cancel":
        return _change(turn, coach, key, None)
    return _to(turn, coach, key, str(asked.draft.get("to", "")))


def _other(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> tuple[list[str], bool] | None:
    """The sessions that words mean instead of what is offered, "no, Thursday's", "Ben, not Ada"; None: nothing.

    Of several that are offered it is one of them; and whether none is on the day that was named.
    """
    shown = [its for key in asked.draft.get("offer", ()) if (its := one(turn, coach, key))]
    today = wall.local(turn.now, coach.zone or "UTC").date()
    for way in amending.amended(words) if shown else ():
        whom, rest = correction.named(turn, coach, shown[0][0], way.new)
        days: frozenset[object] = frozenset(days_alone(rest, today, coach.language))
        if (rest and not days) or (not rest and whom.id == shown[0][0].id and len(shown) == 1):
            continue
        named_one = rest != way.new
        near = [its for its in shown if _meant_by(coach, its, whom if named_one else None, days)]
        if near and len(shown) > 1:
            return [its[1].key for its in near], False
        day = frozenset([wall.local(shown[0][1].starts, coach.zone).date()])
        return upcoming(turn, coach, [whom], days) if days else _first_of(turn, coach, whom, day)
    return None


def _first_of(turn: Turn, coach: Coach, client: Client, days: frozenset[object]) -> tuple[list[str], bool]:
    """The sessions of one client on the day that was meant of another; else their next."""
    keys, missed = upcoming(turn, coach, [client], days)
    return upcoming(turn, coach, [client], frozenset()) if missed else (keys, missed)


def _meant_by(
    coach: Coach, its: tuple[Client, Session], whom: Client | None, days: frozenset[object]
) -> bool:
    day = wall.local(its[1].starts, coach.zone).date()
    return (whom is None or its[0].id == whom.id) and (not days or day in days)


def to_be_moved(
    turn: Turn, coach: Coach, clients: Sequence[Client], to: frozenset[object], hour: bool
) -> tuple[list[str], bool]:
    """Which session moves to one of these days: the one that is on it, to another hour; else the next.

    ``hour``: an hour is said. Where another lies nearer to that day than the next one, both are offered.
    """
    there, none = upcoming(turn, coach, clients, to)
    if hour and not none:
        return there, False
    whose = {one.id for one in clients}
    mine = [one for client, one in coming(turn, coach) if not whose or client.id in whose]
    days = [day for day in to if isinstance(day, date)]
    near = min(mine, key=lambda one: _apart(coach, one, min(days)), default=None)
    if near is None or not clients or _apart(coach, mine[0], min(days)) < 7:
        return upcoming(turn, coach, clients, frozenset())
    return list(dict.fromkeys((mine[0].key, near.key))), False


def _apart(coach: Coach, one: Session, day: date) -> int:
    return abs((wall.local(one.starts, coach.zone or "UTC").date() - day).days)


def upcoming(
    turn: Turn, coach: Coach, clients: Sequence[Client], on: frozenset[object]
) -> tuple[list[str], bool]:
    """The keys of what is offered of these clients, of all where none is given; whether none is on these days."""
    whose = {one.id for one in clients}
    mine = [pair for pair in coming(turn, coach) if not whose or pair[0].id in whose]
    meant = [pair for pair in mine if not on or wall.local(pair[1].starts, coach.zone).date() in on]
    shown = (meant if on else meant[:1])[:MOST] or mine[:NEXT]
    return [session.key for _, session in shown], not meant


# ---- moved -------------------------------------------------------------------------------------


def _to(turn: Turn, coach: Coach, key: str, words: str) -> None:
    """Say back to when it is to be moved, or ask."""
    its, meant = one(turn, coach, key), _meant(turn, coach, key, words) if words else ()
    if its is None or not meant:
        return _ask_when(turn, coach, key)
    t, (name, when) = texts(coach.language), named(turn, coach, its)
    shown = [(understood.moment(t, at, turn.now, coach.zone), at.isoformat()) for at in meant]
    draft = {"key": key, "client": its[0].id}
    before = t.t("{name}, {when}, moved:", name=name, when=when)
    if len(meant) == 1:
        at = wall.instant(meant[0], coach.zone)
        if at == its[1].starts:
            return _there(turn, coach, name, when)
        there = clash.said_of(turn, coach, replace(its[1], starts=at))
        before = "\n".join(filter(None, (there, before)))
    return understood.offer(t, shown, partial(_asking, turn, coach), draft, before)


def _ask_when(turn: Turn, coach: Coach, key: str, before: str = "") -> None:
    its, t = one(turn, coach, key), texts(coach.language)
    if its is None:
        return send(turn, coach.id, t.t("That one is no longer there; /sessions shows the coming ones."))
    name, when = named(turn, coach, its)
    text = t.t(
        "{name}, {when}: moved to when, by your clock? Like 2026-12-01 15:00, or tue 15:00.",
        name=name,
        when=when,
    )
    draft = {"key": key, "client": its[0].id}
    return _asking(turn, coach, "\n".join(filter(None, (before, text))), (), draft)


def _move_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    if _redirected(turn, coach, asked, words):
        return understood.TYPED
    meant = _meant(turn, coach, asked.draft.get("key", ""), _bare(turn, coach, asked, words))
    if re.fullmatch(r"\d{4}-\d\d-\d\d \d{1,2}:\d\d", words.strip()) and len(meant) == 1:
        return meant[0].isoformat()
    return understood.TYPED if meant else None


def _redirected(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> tuple[str, str] | None:
    """Which session goes where, as words correct what was said back: "no, at 5", "Ben, not Ada"; else None."""
    key, offered = str(asked.draft.get("key", "")), asked.draft.get("offer", ())
    its = one(turn, coach, key)
    was = [Meeting(datetime.fromisoformat(at)) for at in offered]
    found = correction.of_session(turn, coach, its[0], was, words) if its else None
    if its is None or found is None or any(replace(new, starts=was[0].starts) != was[0] for new in found[1]):
        return None
    to = f"{found[1][0].starts:%Y-%m-%d %H:%M}"
    if found[0].id == its[0].id:
        return (key, to) if len(found[1]) == 1 else None
    day = frozenset([wall.local(its[1].starts, coach.zone).date()])
    keys, _ = _first_of(turn, coach, found[0], day)
    return (keys[0], to) if keys else None


def _bare(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str:
    """The new day and hour in a whole line: "Regula to Thursday 4 pm"."""
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is None or _meant(turn, coach, asked.draft.get("key", ""), words):
        return words
    whom, rest = roster.beside(turn, coach, client, words)
    bare = re.sub(
        r"^(?:to|auf|zu|nach|al?|para\s+(?:el|las?)|الى|إلى)\s+", "", rest.strip(), flags=re.IGNORECASE
    )
    return bare if whom.id == client.id else words


def _meant(turn: Turn, coach: Coach, key: str, words: str) -> tuple[datetime, ...]:
    """What the words may mean; "an hour later" counts from the coaching session itself.

    A day alone keeps its hour, an hour alone keeps its day, as long as that lies ahead.
    """
    now = wall.local(turn.now, coach.zone).replace(tzinfo=None, microsecond=0)
    if its := one(turn, coach, key):
        start = wall.local(its[1].starts, coach.zone).replace(tzinfo=None)
        if at := shifted(words, start, coach.language):
            return (at,)
        now = max(now, _from(words, start, now, coach.language))
        days = [
            datetime.combine(day, start.time()) for day in day_in(words, now.date(), coach.language).options
        ]
        if ahead := tuple(at for at in days if at > now):
            return ahead
        if clock(words, coach.language).options:
            found = moment(f"{start:%Y-%m-%d} {words}", now, coach.language).options
            if ahead := tuple(at for at in found if at > now):
                return ahead
    return moment(words, now, coach.language).options


_WEEKDAY, _OTHER_DAY = r"(?<!\S)(?:wd\d|\?do)(?!\S)", r"[a-z]{3}|mo\d|(?<!\S)(?:in|to)(?!\S)"


def _from(words: str, start: datetime, now: datetime, language: str) -> datetime:
    """From when on words are read: a weekday alone means the one nearest to the coaching session that is moved."""
    said = tokens(words, language)
    alone = re.search(_WEEKDAY, said) and not re.search(_OTHER_DAY, said)
    return datetime.combine(start.date() - timedelta(days=3), time()) if alone else now


def _move_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """The new date and time of the coaching session that is being moved."""
    key, t = asked.draft.get("key", ""), texts(coach.language)
    if value == understood.CHANGE:
        return _ask_when(turn, coach, key)
    if value == understood.TYPED and message is not None:
        if (found := _redirected(turn, coach, asked, message.text)) is not None:
            return _to(turn, coach, *found)
        return _to(turn, coach, key, _bare(turn, coach, asked, message.text))
    row = own(turn, coach, key)
    if row is None:
        dialogue.end(turn, coach.id)
        return send(turn, coach.id, t.t("That one is no longer there; /sessions shows the coming ones."))
    try:
        meant = datetime.fromisoformat(understood.chosen(asked, value))
    except ValueError:
        return None
    at = wall.instant(meant, coach.zone)
    if at <= turn.now:
        return _ask_when(turn, coach, key, t.t("{when} is over.", when=dated.shown(t, at, coach.where)))
    dialogue.end(turn, coach.id)
    to = wall.local(at, row.repeat.zone).replace(tzinfo=None)  # the coach may have moved since
    return _change(turn, coach, key, to)


def _asking(turn: Turn, coach: Coach, text: str, rows: Rows, draft: Mapping[str, Any]) -> None:
    dialogue.ask(turn, coach.id, "coach", "move", text, rows, draft=draft)


def _change(turn: Turn, coach: Coach, key: str, to: datetime | None) -> None:
    """Note the change; all that hangs off that coaching session is planned anew."""
    row, its, t = own(turn, coach, key), one(turn, coach, key), texts(coach.language)
    if row is None or its is None:
        return send(turn, coach.id, t.t("That one is no longer there; /sessions shows the coming ones."))
    before, (name, was) = steps.snapshot(turn.tx, its[0].id), named(turn, coach, its)
    if to is not None and wall.instant(to, row.repeat.zone) == its[1].starts:
        return _there(turn, coach, name, was)
    sessions.change(turn.tx, row.id, date.fromisoformat(key.partition(":")[2]), to, now=turn.now)
    if to is None:
        text = t.t("Cancelled: {name}, {when}. What hung off it is planned anew.", name=name, when=was)
    else:
        text = t.t(
            "Moved: {name}, from {was} to {when}. What hangs off it is planned anew.",
            name=name,
            was=was,
            when=dated.shown(t, wall.instant(to, row.repeat.zone), coach.where),
        )
        there = clash.said_of(turn, coach, replace(its[1], starts=wall.instant(to, row.repeat.zone)))
        text = "\n".join(filter(None, (text, there)))
    return undoing.done(turn, coach, its[0], before, text)


def _there(turn: Turn, coach: Coach, name: str, when: str) -> None:
    """It is to be moved to where it is: that is said, and nothing is noted."""
    dialogue.end(turn, coach.id)
    t = texts(coach.language)
    send(turn, coach.id, t.t("{name}: it is on {when} already. Nothing is changed.", name=name, when=when))


STEPS: dict[str, Question[Coach]] = {
    "move": Question(
        line("The coaching session"),
        _move_said,
        _move_read,
        line("A date and time like 2026-12-01 15:00 works."),
        "sessions",
    ),
    "which": Question(line("The coaching session"), _which_said, _which_read, again="sessions"),
}
