"""A calendar file that a coach sends: said back, and kept after a yes. The same event is the same session."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot import calendars
from bot.calendars import CalendarEvent, Met
from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import Change, Repeat, expand
from bot.core.talk.exchange import Dialogue
from bot.core.understand import names
from bot.i18n import Texts, texts
from bot.people import dialogue, diary, roster, understood
from bot.people.coach import series, undoing
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import inbox, sessions, steps
from bot.store.people import Client, Coach
from bot.store.sessions import CoachingSession
from bot.telegram import Message, escape

ASKED = 3
"""So many events that name nobody are asked about; a whole diary has many that are nobody's business here."""

NOBODY = "0"


@dataclass(frozen=True, slots=True)
class Coming:
    """What one event comes to: ``kind`` new, moved, off or same, of the row that it was before."""

    kind: str
    client: Client
    row: CoachingSession | None = None
    met: Met | None = None
    on: date | None = None  # one date of a series, where only that is off


# ---- the file ----------------------------------------------------------------------------------


def sent(turn: Turn, coach: Coach, message: Message) -> bool:
    """A calendar file came: it is fetched aside. False where the file is something else."""
    document, t = message.document, texts(coach.language)
    if document is None or not calendars.is_calendar(document.name):
        return False
    if document.size > calendars.LARGEST:
        text = t.t(
            "That file is larger than is read here ({n} kB). A single event works, too.",
            n=calendars.LARGEST // 1000,
        )
        send(turn, coach.id, text)
        return True
    body = {"file_id": document.file_id, "as": "calendar"}
    inbox.add(turn.tx, f"fetch:{turn.row}", coach.id, "fetch", body, turn.now)
    return True


def received(turn: Turn, coach: Coach, content: str | None) -> None:
    """The text of the file."""
    t = texts(coach.language)
    try:
        events = calendars.read(content, coach.zone, turn.now) if content else ()
    except calendars.TooMuch:
        text = t.t("That file has more dates than are read at once. A single event works, too.")
        return send(turn, coach.id, text)
    except ValueError:
        events = ()
    if not events:
        return send(turn, coach.id, t.t("That file holds no event with a time that can be read."))
    return _go_on(turn, coach, content or "", events, {})


def _events(turn: Turn, coach: Coach, content: str | None) -> tuple[CalendarEvent, ...]:
    try:
        return calendars.read(content, coach.zone, turn.now) if content else ()
    except ValueError:
        return ()


def _go_on(
    turn: Turn, coach: Coach, content: str, events: Sequence[CalendarEvent], whose: Mapping[str, int]
) -> None:
    """Ask whose an event is, or say back what all of them come to."""
    t = texts(coach.language)
    unknown = [one for one in events if _client(turn, coach, one, whose) is None and one.uid not in whose]
    draft = {"content": content, "whose": dict(whose)}
    if unknown and len(unknown) <= ASKED and roster.own(turn, coach):
        rows: Rows = tuple(
            ((roster.called(turn, t, one), str(one.id)),) for one in roster.own(turn, coach)[:90]
        )
        rows += (((t.t("Nobody: leave it out"), NOBODY),),)
        text = t.t("With whom is “{title}”?", title=escape(names.in_a_line(unknown[0].title)[:200]))
        return dialogue.ask(
            turn, coach.id, "coach", "whose", text, rows, draft={**draft, "uid": unknown[0].uid}
        )
    return _say_back(turn, coach, events, whose, draft)


def _say_back(
    turn: Turn,
    coach: Coach,
    events: Sequence[CalendarEvent],
    whose: Mapping[str, int],
    draft: Mapping[str, object],
) -> None:
    """What all events come to, with a yes where anything would change."""
    t = texts(coach.language)
    entries = list(_entries(turn, coach, events, whose))
    todo = [one for one in entries if one.kind != "same"]
    lines = [_in_words(turn, coach, t, one) for one in todo]
    if same := len(entries) - len(todo):
        lines.append(t.n("{n} is logged already.", "{n} are logged already.", same))
    if left := sum(_client(turn, coach, one, whose) is None for one in events):
        lines.append(
            t.n(
                "{n} event names no client and is left out.",
                "{n} events name no client and are left out.",
                left,
            )
        )
    if not todo:
        return send(turn, coach.id, "\n".join([t.t("Nothing changes by this file."), *lines]))
    asked = t.t("Is that right?")
    return dialogue.ask(
        turn,
        coach.id,
        "coach",
        "calendar",
        "\n".join([*lines, asked]),
        (((t.t("Yes"), "yes"),),),
        draft=draft,
    )


# ---- what it comes to --------------------------------------------------------------------------


def _client(turn: Turn, coach: Coach, event: CalendarEvent, whose: Mapping[str, int]) -> Client | None:
    """With whom an event is: as it was before, as the coach said, or who alone is named in it."""
    for row in sessions.of_event(turn.tx, coach.id, event.uid):
        return roster.one(turn, coach, row.client_id)
    if event.uid in whose:
        return roster.one(turn, coach, whose[event.uid])
    known = roster.known(roster.own(turn, coach))
    found = {
        one
        for text in (event.title, *event.people)
        for way in names.within(text, known)[:1]
        for one in way.ids
    }
    return roster.one(turn, coach, found.pop()) if len(found) == 1 else None


def _entries(
    turn: Turn, coach: Coach, events: Sequence[CalendarEvent], whose: Mapping[str, int]
) -> Iterator[Coming]:
    for event in events:
        client = _client(turn, coach, event, whose)
        if client is not None:
            yield from _of_event(turn, client, sessions.of_event(turn.tx, coach.id, event.uid), event)


def _of_event(
    turn: Turn, client: Client, rows: Sequence[CoachingSession], event: CalendarEvent
) -> Iterator[Coming]:
    by_uid = {diary.uid(row): row for row in rows}
    if event.off:
        yield from (Coming("off", client, row) for row in rows if not _is_off(turn, row))
    for at in event.off_on:
        yield from (Coming("off", client, row, on=on) for row in rows if (on := _date_at(row, at)))
    for met in event.met:
        row = by_uid.pop(met.uid, None)
        if row is None and _lately(turn, met.repeat):
            yield Coming("new", client, None, met)
        elif row is not None:
            yield Coming("same" if _same(row, met) else "moved", client, row, met)
    if event.met:  # dates of an event that are no longer in it
        yield from (Coming("off", client, row) for row in by_uid.values() if not _is_off(turn, row))


def _lately(turn: Turn, repeat: Repeat) -> bool:
    found = expand(repeat, (turn.now + calendars.AHEAD).date())
    return any(one.starts > turn.now - calendars.BACK and not one.cancelled for one in found)


def _is_off(turn: Turn, row: CoachingSession) -> bool:
    """Whether there is nothing of it ahead any more."""
    found = expand(row.repeat, (turn.now + calendars.AHEAD).date())
    return all(one.cancelled or one.starts <= turn.now for one in found)


def _date_at(row: CoachingSession, at: datetime) -> date | None:
    day = wall.local(at, row.repeat.zone).date()
    dates = {diary.day_of(one): one for one in expand(row.repeat, day)}
    return day if day in dates and not dates[day].cancelled else None


def _same(row: CoachingSession, met: Met) -> bool:
    return _bare(row.repeat) == _bare(met.repeat) and row.mode in (met.mode, row.mode if not met.mode else "")


def _bare(repeat: Repeat) -> tuple[object, ...]:
    """What of it can differ: a single one is where it was moved to, and changes have no time of their own."""
    if not repeat.repeats:
        starts = next((one.to for one in repeat.changes if one.to), repeat.starts)
        off = any(one.to is None for one in repeat.changes)
        return (wall.instant(starts, repeat.zone), repeat.minutes, off)
    changes = frozenset((one.on, one.to) for one in repeat.changes)
    last = max(map(diary.day_of, expand(repeat, repeat.until)), default=None) if repeat.until else None
    return (*_begins(repeat), repeat.minutes, last, changes)


def _in_words(turn: Turn, coach: Coach, t: Texts, one: Coming) -> str:
    name = escape(roster.called(turn, t, one.client))
    was = escape(_logged(turn, coach, t, one.row)) if one.row else ""
    if one.kind == "off":
        if one.on and one.row:
            at = wall.instant(datetime.combine(one.on, one.row.repeat.starts.time()), one.row.repeat.zone)
            was = t.when(at, coach.where)
        return t.t("Off: {name}, {what}", name=name, what=was)
    what = escape(understood.logged(t, one.met.repeat, one.met.mode, turn.now, coach.zone)) if one.met else ""
    if one.kind == "moved":
        return t.t("Changed: {name}, {what}. Before: {was}", name=name, what=what, was=was)
    return t.t("New: {name}, {what}", name=name, what=what)


def _logged(turn: Turn, coach: Coach, t: Texts, row: CoachingSession) -> str:
    return understood.logged(t, row.repeat, row.mode, turn.now, coach.zone)


# ---- kept --------------------------------------------------------------------------------------


def _whose_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    chosen = 0 if value == NOBODY else number(value)
    if chosen and roster.one(turn, coach, chosen) is None:
        return None
    content = str(asked.draft.get("content", ""))
    whose = {**asked.draft.get("whose", {}), str(asked.draft.get("uid", "")): chosen}
    dialogue.end(turn, coach.id)
    return _go_on(turn, coach, content, _events(turn, coach, content), whose)


def _whose_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    ways = names.named(words, roster.known(roster.own(turn, coach)))
    exact = [way.ids[0] for way in ways if way.whole and not way.rest and len(way.ids) == 1]
    return str(exact[0]) if exact else None


def _kept(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """A yes: everything is kept, and said client by client, each to be taken back."""
    t, content = texts(coach.language), str(asked.draft.get("content", ""))
    dialogue.end(turn, coach.id)
    if value != "yes":
        return send(turn, coach.id, t.t("Left as it was."))
    entries = list(_entries(turn, coach, _events(turn, coach, content), asked.draft.get("whose", {})))
    todo = [one for one in entries if one.kind != "same"]
    for client in {one.client.id: one.client for one in todo}.values():
        before = steps.snapshot(turn.tx, client.id)
        mine = [one for one in todo if one.client.id == client.id]
        lines = [_in_words(turn, coach, t, one) for one in mine]
        for one in mine:
            _keep(turn, coach, one)
        name = escape(roster.called(turn, t, client))
        undoing.done(turn, coach, client, before, "\n".join([t.t("Kept, with {name}:", name=name), *lines]))
    return None


def _keep(turn: Turn, coach: Coach, one: Coming) -> None:
    match one.kind:
        case "new" if one.met is not None:
            _add(turn, coach, one.client, one.met)
        case "moved" if one.met is not None and one.row is not None:
            _move(turn, coach, one.client, one.row, one.met)
        case "off" if one.row is not None and one.on is not None:
            sessions.change(turn.tx, one.row.id, one.on, None, now=turn.now)
        case "off" if one.row is not None:
            _off(turn, one.row)


def _add(turn: Turn, coach: Coach, client: Client, met: Met) -> None:
    its = CoachingSession(client.id, coach.id, met.repeat, turn.now, met.mode, met.uid)
    logged = sessions.copy(turn.tx, its, turn.now)
    sessions.put(turn.tx, replace(its, repeat=replace(met.repeat, id=logged)))


def _move(turn: Turn, coach: Coach, client: Client, row: CoachingSession, met: Met) -> None:
    """A single one keeps its name and moves; what of a series is over stays as it was."""
    mode, old, new = met.mode or row.mode, row.repeat, met.repeat
    if not old.repeats and not new.repeats:
        there = wall.local(wall.instant(new.starts, new.zone), old.zone)
        moved = Change(old.starts.date(), there, turn.now)
        kept = replace(old, minutes=new.minutes, changes=(moved,))
        return sessions.put(turn.tx, replace(row, repeat=kept, mode=mode))
    first = series.ahead(turn, row)
    if _begins(old) == _begins(new) or first in (None, old.starts.date()):
        return sessions.put(turn.tx, replace(row, repeat=replace(new, id=row.id), mode=mode))
    sessions.put(turn.tx, replace(row, uid="", repeat=replace(old, until=first - timedelta(days=1))))
    return _add(turn, coach, client, replace(met, mode=mode))


def _begins(repeat: Repeat) -> tuple[object, ...]:
    return (wall.instant(repeat.starts, repeat.zone), repeat.weeks, repeat.months, repeat.by)


def _off(turn: Turn, row: CoachingSession) -> None:
    """A single one is cancelled; of a series what lies ahead."""
    first = series.ahead(turn, row)
    if not row.repeat.repeats:
        sessions.change(turn.tx, row.id, row.repeat.starts.date(), None, now=turn.now)
    elif first is None or first == row.repeat.starts.date():
        sessions.remove(turn.tx, row.id)
    else:
        sessions.end(turn.tx, row.id, first - timedelta(days=1))


def give(turn: Turn, coach: Coach, rest: str) -> None:
    """/calendar: the coaching sessions with all clients, as a file for any calendar."""
    t = texts(coach.language)
    diary.give(
        turn,
        coach.id,
        t,
        [
            (one, t.t("Coaching session with {name}", name=roster.called(turn, t, one)))
            for one in roster.own(turn, coach)
        ],
        t.t("The coaching sessions as a file for any calendar. One that is sent here is taken in."),
    )


def _yes(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    said = dialogue.yes_or_no(words)
    return dialogue.LEAVE if said == "no" else said


STEPS: dict[str, Question[Coach]] = {
    "whose": Question(
        line("The calendar file"), _whose_said, _whose_read, line("A name or a tap works."), "calendar"
    ),
    "calendar": Question(line("The calendar file"), _kept, _yes, again="calendar"),
}
"""What is asked about a file."""
