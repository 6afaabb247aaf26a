"""Coaching sessions as a calendar file, for the coach and for the client."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot import calendars
from bot.calendars import Written
from bot.core.plan.recurrence import Change, Repeat, Session, expand
from bot.i18n import Texts, texts
from bot.people import planning
from bot.people.turn import Turn, send, send_file
from bot.store import people, sessions
from bot.store.people import Client
from bot.store.sessions import CoachingSession

AHEAD = timedelta(days=366)


def uid(row: CoachingSession) -> str:
    """The name of the calendar's event that a coaching session is: the one it came from, else its own."""
    return row.uid or sessions.own_uid(row.id)


def give(turn: Turn, chat_id: int, t: Texts, clients: Iterable[tuple[Client, str]], caption: str) -> None:
    """The coaching sessions with these clients, each under a title, as a file."""
    found = [
        Written(uid(row), title, _as_it_is(turn, client, row))
        for client, title in clients
        for row in sessions.of_client(turn.tx, client.id)
        if client.ending is None or row.repeat.starts.date() <= client.ending
    ]
    if not found:
        return send(turn, chat_id, t.t("No coaching session is logged."))
    content = calendars.write(found, turn.now)
    return send_file(turn, chat_id, "sendDocument", "coaching-sessions.ics", content, caption, protect=False)


def _as_it_is(turn: Turn, client: Client, row: CoachingSession) -> Repeat:
    """The series with all that bears on it: days on which the coach is away, and the last day of the work."""
    kept = {one.key for one in planning.sessions_of(turn, client, turn.now + AHEAD) if not one.cancelled}
    last = min((turn.now + AHEAD).date(), client.ending or date.max)
    off = {day_of(one) for one in expand(row.repeat, last) if one.key not in kept}
    others = (change for change in row.repeat.changes if change.on not in off)
    changes = (*others, *(Change(day, None, turn.now) for day in sorted(off)))
    ends = [day for day in (row.repeat.until, client.ending) if day is not None]
    return replace(row.repeat, changes=changes, until=min(ends, default=None))


def day_of(one: Session) -> date:
    """The date by which a coaching session is known for good."""
    return date.fromisoformat(one.key.partition(":")[2])


def for_client(turn: Turn, client: Client, rest: str = "") -> None:
    """/dates: their own coaching sessions."""
    t = texts(client.language)
    title = t.t("Coaching session with {name}", name=people.coach_name(turn.tx, client.coach_id))
    give(turn, client.id, t, [(client, title)], t.t("Your coaching sessions as a file for any calendar."))
