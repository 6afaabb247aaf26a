"""What a coach arranges with one client: when the work together ends, and asking where they are."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import parse_date
from bot.core.talk.exchange import Dialogue
from bot.core.understand.dates import when
from bot.i18n import texts
from bot.people import choosing, dialogue, library, planning, roster, understood
from bot.people.choosing import WithWhom
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import people, steps
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

NONE = ("none", "no", "keiner", "keine", "keinen", "ninguno", "ninguna", "nada", "لا شيء", "لا يوجد")
"""Words that take the last day back."""


def ending(turn: Turn, coach: Coach, rest: str) -> None:
    """/ending NAME DATE: prompts fade towards the day and stop there; "none" takes it back."""
    choosing.client(turn, coach, ENDING, rest)


def _is_day(turn: Turn, coach: Coach, said: str) -> bool:
    return said.casefold() in NONE or bool(_days(turn, coach, said))


def _days(turn: Turn, coach: Coach, words: str) -> tuple[date, ...]:
    return when(words, wall.local(turn.now, coach.zone).date(), coach.language).options


def _last_day(turn: Turn, coach: Coach, client: Client, said: str) -> None:
    """The last day, as it was written with the name, or asked for."""
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    draft = {"client": client.id}
    if said.casefold() in NONE:
        return _end(turn, coach, client, "none")
    if days := _days(turn, coach, said):
        shown = [(t.dated(day), str(day)) for day in days]
        before = t.t("The last day with {name}:", name=name) + "\n" + _follows(turn, coach, client, days)
        return understood.offer(t, shown, partial(_asking, turn, coach), draft, before)
    text = t.t("Which is the last day with {name}? Like 31 January, or 2027-01-31.", name=name)
    rows: Rows = (((t.t("There is none"), "none"),),)
    return _asking(turn, coach, text, rows, draft)


def _follows(turn: Turn, coach: Coach, client: Client, days: tuple[date, ...]) -> str:
    """What a yes does: the client is told, and sessions go."""
    t = texts(coach.language)
    name, gone = escape(roster.called(turn, t, client)), _after(turn, client, days[0])
    told = t.t("{name} is told at once; sessions after that day go.", name=name)
    if len(days) > 1 or not gone:
        return told
    return told + " " + t.n("That is {n} session.", "That is {n} sessions.", gone)


def _asking(turn: Turn, coach: Coach, text: str, rows: Rows, draft: Mapping[str, Any]) -> None:
    dialogue.ask(turn, coach.id, "coach", "ending", text, rows, draft=draft)


def _ending_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is None:
        return None
    said = roster.beside(turn, coach, client, words)[1]
    return understood.TYPED if _is_day(turn, coach, said) else None


def _ending_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is None:
        return None
    if value == understood.CHANGE:
        return _last_day(turn, coach, client, "")
    if value == understood.TYPED and message is not None:
        return _last_day(turn, coach, *roster.beside(turn, coach, client, message.text))
    return _end(turn, coach, client, understood.chosen(asked, value))


def _end(turn: Turn, coach: Coach, client: Client, value: str) -> None:
    t = texts(coach.language)
    dialogue.end(turn, coach.id)
    day = None if value == "none" else parse_date(value)
    before, after = (json.dumps({"ending": str(one) if one else None}) for one in (client.ending, day))
    gone = _after(turn, client, day) if day else 0
    stands = put_back(turn, coach, client, day)
    if client.ending == day:
        return send(turn, coach.id, stands)
    step = steps.note(turn.tx, coach.id, client.id, before, after, turn.now)
    rows: Rows = (((t.t("Undo"), f"k:undo:{step}"),),)
    if gone:
        stands += "\n" + t.n("{n} session after it goes.", "{n} sessions after it go.", gone)
    return send(turn, coach.id, stands, rows)


def put_back(turn: Turn, coach: Coach, client: Client, day: date | None) -> str:
    """Set or take back the last day, and tell the client; how things stand, for the coach."""
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    if day is None:
        _tell_taken_back(turn, coach, client)
        _set(turn, client, None)
        return t.t("There is no last day with {name} any more.", name=name)
    _set(turn, client, day)
    _ask_follow_up(turn, coach, client, day)
    return t.t("Noted: the last day with {name} is {day}.", name=name, day=t.dated(day))


def _after(turn: Turn, client: Client, day: date) -> int:
    """How many coaching sessions within a year lie after that day."""
    until = turn.now + timedelta(days=365)
    found = planning.sessions_of(turn, replace(client, ending=None), until)
    first = wall.days(day, day, client.zone or "UTC")[1]
    return sum(one.starts >= max(first, turn.now) and not one.cancelled for one in found)


def _set(turn: Turn, client: Client, day: date | None) -> None:
    people.change_client(turn.tx, client.id, ending=day, changed_at=turn.now)
    turn.about.add(client.id)


def _tell_taken_back(turn: Turn, coach: Coach, client: Client) -> None:
    """The client knew of the last day, and reads that there is none any more."""
    if client.ending is None:
        return
    text = texts(client.language).t(
        "{coach} took the last day back ({day}): there is none now, and questions come as before it.",
        coach=escape(coach.name),
        day=texts(client.language).dated(client.ending),
    )
    send(turn, client.id, text)


def _ask_follow_up(turn: Turn, coach: Coach, client: Client, day: date) -> None:
    """The client reads it, and says whether they would like to be written to afterwards, where something is to."""
    t = texts(client.language)
    if not any(one.script.header.when.kind == "ending" for one in library.all_live(turn.tx, client.language)):
        text = t.t(
            "{coach} noted {day} as the last day of your work together, and can change it. Questions come less "
            "often until then, and stop there.",
            coach=escape(coach.name),
            day=t.dated(day),
        )
        return send(turn, client.id, text)
    text = t.t(
        "{coach} noted {day} as the last day of your work together, and can change it. Questions come less "
        "often until then, and stop there. Would you like one four weeks afterwards, and one after twelve?",
        coach=escape(coach.name),
        day=t.dated(day),
    )
    rows: Rows = (((t.t("Yes, please"), "m:followup:yes"), (t.t("Rather not"), "m:followup:no")),)
    return send(turn, client.id, text, rows)


def follow_up(turn: Turn, client: Client, value: str) -> None:
    """The client's answer; it can be changed by the same buttons."""
    people.set_rhythm(turn.tx, client.id, follow_up=value == "yes")
    people.change_client(turn.tx, client.id, changed_at=turn.now)
    send(turn, client.id, texts(client.language).t("Noted."))


def ask_place(turn: Turn, coach: Coach, rest: str) -> None:
    """/where NAME: the client is asked whether they are somewhere else, and answers with a tap."""
    choosing.client(turn, coach, WHERE, rest)


def _ask_where(turn: Turn, coach: Coach, client: Client, said: str) -> None:
    t = texts(coach.language)
    dialogue.end(turn, coach.id)
    if client.state != "active":
        return send(
            turn, coach.id, t.t("{name} gets no questions now.", name=escape(roster.called(turn, t, client)))
        )
    theirs = texts(client.language)
    text = theirs.t(
        "{coach} asks whether your clock has changed. Questions come by the time in {zone} now.",
        coach=escape(coach.name),
        zone=theirs.zone(client.where),
    )
    rows: Rows = (((theirs.t("I am elsewhere"), "m:place"), (theirs.t("Same place"), "m:same")),)
    if dialogue.standing(turn, client.id) is None:
        lasts = timedelta(days=1)
        dialogue.also_in_words(turn, client.id, "client", "where", text, rows, lasts=lasts, silent=True)
    else:  # another question stands open, which this one does not end
        send(turn, client.id, text, rows, silent=True)
    return send(turn, coach.id, t.t("{name} is asked.", name=escape(roster.called(turn, t, client))))


ENDING = WithWhom("endwhom", line("The last day"), "ending", _last_day, _is_day)
WHERE = WithWhom("wherewhom", line("The question where a client is"), "where", _ask_where, lambda *_: False)

STEPS: dict[str, Question[Coach]] = {
    "endwhom": choosing.question(ENDING),
    "ending": Question(
        line("The last day"), _ending_said, _ending_read, line("A day like 2027-01-31 works."), "ending"
    ),
    "wherewhom": choosing.question(WHERE),
}
