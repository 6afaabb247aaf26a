"""A coach is away for a stretch of days: sessions, what hangs on them, and digests follow."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand import amending
from bot.core.understand.desk import away
from bot.core.understand.spans import Days, altered, days
from bot.i18n import texts
from bot.people import absence, announcing, dated, dialogue, planning, roster, understood
from bot.people.dialogue import Question
from bot.people.gathering import day_of
from bot.people.turn import Rows, Turn, number, send
from bot.store import holidays, people, sessions, steps
from bot.store.holidays import Holiday
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

BEGUN = timedelta(days=21)
"""So long a stretch can have lasted that is said only now."""

SHOWN = 4
"""So many sessions of a client are named; of the rest how many there are."""


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/holiday and a stretch of days: said back with the sessions in them; without one, those that are noted."""
    t = texts(coach.language)
    if rest and _stretches(turn, coach, rest):
        return _offer(turn, coach, _stretches(turn, coach, rest))
    noted = [one for one in holidays.of(turn.tx, coach.id) if one.last >= _today(turn, coach)]
    if noted:
        lines = [f"{place}. {_in_words(turn, coach, one)}" for place, one in enumerate(noted, 1)]
        rows: Rows = tuple(
            ((t.t("Take back {number}", number=place), f"k:home:{one.id}"),)
            for place, one in enumerate(noted[:90], 1)
        )
        send(turn, coach.id, "\n".join((t.t("Away:"), *lines)), rows)
    return _ask(turn, coach, rest)


def _ask(turn: Turn, coach: Coach, words: str = "") -> None:
    t = texts(coach.language)
    before = (
        t.t("“{words}” is no stretch of days that is understood here.", words=escape(words)) if words else ""
    )
    text = t.t("From which day to which is it? Like 24 December to 6 January.")
    return _asking(turn, coach, "\n".join(filter(None, (before, text))), (), {})


def _asking(turn: Turn, coach: Coach, text: str, rows: Rows, draft: Mapping[str, Any]) -> None:
    dialogue.ask(turn, coach.id, "coach", "holiday", text, rows, draft=draft)


def _today(turn: Turn, coach: Coach) -> date:
    return day_of(turn.now, coach.zone)


def _stretches(turn: Turn, coach: Coach, words: str) -> list[Days]:
    """The days ahead that the words may mean, a year at most; rather those that have begun than next year's."""
    today = _today(turn, coach)
    begun = [one for one in _read_days(coach, words, today - BEGUN) if one.first < today <= one.last]
    found = begun or _read_days(coach, words, today)
    return [one for one in found if one.last >= today and (one.last - one.first).days <= 366]


def _read_days(coach: Coach, words: str, today: date) -> tuple[Days, ...]:
    return days(words, today, coach.language).options or days(away(words), today, coach.language).options


def fits(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether words are a stretch of days ahead."""
    return bool(_stretches(turn, coach, words))


def _offer(turn: Turn, coach: Coach, meant: Sequence[Days]) -> None:
    t, today = texts(coach.language), _today(turn, coach)
    shown = [(understood.stretch(t, one, today), f"{one.first} {one.last}") for one in meant]
    before = "\n".join(_takes(turn, coach, meant[0])) if len(meant) == 1 else ""
    understood.offer(t, shown, partial(_asking, turn, coach), before=before)


def _takes(turn: Turn, coach: Coach, one: Days) -> list[str]:
    """What a yes takes away: each client's sessions in these days; and what clients read of it."""
    t, lines = texts(coach.language), []
    for client, starts in _met(turn, coach, one.first, one.last):
        shown = [dated.shown(t, at, coach.where) for at in starts[:SHOWN]]
        if left := len(starts) - SHOWN:
            shown += [t.n("{n} more", "{n} more", left)] if left > 0 else []
        name = escape(roster.called(turn, t, client))
        lines.append(t.t("{name}, does not take place: {when}.", name=name, when=t.list(shown)))
    lines = lines or [t.t("No session is logged in them.")]
    return [
        *lines,
        t.t(
            "Clients read in /help that you are away, from two weeks before on; whose session goes reads that."
        ),
    ]


def _in_words(turn: Turn, coach: Coach, one: Holiday) -> str:
    return understood.stretch(texts(coach.language), Days(one.first, one.last), _today(turn, coach))


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    return understood.TYPED if _altered(turn, coach, asked, words) or _stretches(turn, coach, words) else None


def _altered(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> tuple[Days, ...]:
    """The days that were said back, as words correct them: "no, until 4 January", "the 23rd, not the 24th"."""
    was = [Days(*map(date.fromisoformat, one.split())) for one in asked.draft.get("offer", ())[:1]]
    today = _today(turn, coach)
    for one in amending.amended(words) if was else ():
        for new, old in ((one.new, one.old), (away(one.new), one.old)):
            found = altered(new, was[0], today, coach.language, old).options if new else ()
            if ahead := [
                days for days in found if days.last >= today and (days.last - days.first).days <= 366
            ]:
                return tuple(ahead)
    return ()


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == understood.CHANGE:
        return _ask(turn, coach)
    if value == understood.TYPED and message is not None:
        found = _altered(turn, coach, asked, message.text)
        return _offer(turn, coach, found or _stretches(turn, coach, message.text))
    try:
        first, last = (date.fromisoformat(day) for day in understood.chosen(asked, value).split())
    except ValueError:
        return None
    dialogue.end(turn, coach.id)
    return _away(turn, coach, first, last)


def _away(turn: Turn, coach: Coach, first: date, last: date) -> None:
    """Keep it, and say what it takes away, and when the clients read of that."""
    met, before = _met(turn, coach, first, last), holidays.of(turn.tx, coach.id)
    noted = holidays.add(turn.tx, coach.id, first, last, turn.now)
    _about(turn, coach)
    t = texts(coach.language)
    stretch = understood.stretch(t, Days(first, last), _today(turn, coach))
    lines = [t.t("Away {stretch}: no digest comes in these days, the next one after them.", stretch=stretch)]
    for client, starts in met:
        name = escape(roster.called(turn, t, client))
        lines.append(
            t.n(
                "{name}: {n} session does not take place.",
                "{name}: {n} sessions do not take place.",
                len(starts),
                name=name,
            )
        )
    if not met:
        lines.append(t.t("No session is logged in them."))
    lines += _told(turn, coach, before)
    step = steps.note(turn.tx, coach.id, 0, "{}", json.dumps({"holiday": noted}), turn.now)
    rows: Rows = (((t.t("Undo"), f"k:undo:{step}"),),)
    send(turn, coach.id, "\n".join(lines), rows)


def _told(turn: Turn, coach: Coach, before: tuple[Holiday, ...]) -> list[str]:
    """Whose sessions changed by it reads that: what becomes of it, client by client."""
    found = (
        announcing.changed(turn, coach, client, sessions.of_client(turn.tx, client.id), before)
        for client in roster.own(turn, coach)
    )
    return [line for line in found if line]


def _met(turn: Turn, coach: Coach, first: date, last: date) -> list[tuple[Client, list[datetime]]]:
    """With whom which sessions that lie ahead would take place in these days."""
    _, end = wall.days(first, last, coach.zone or "UTC")
    found = []
    for client in people.clients_of(turn.tx, coach.id):
        here = [
            one.starts
            for one in planning.sessions_of(turn, client, end)
            if not one.cancelled
            and one.starts > turn.now
            and first <= wall.local(one.starts, coach.zone or "UTC").date() <= last
        ]
        found += [(client, sorted(here))] if here else []
    return found


def _about(turn: Turn, coach: Coach) -> None:
    """What is due for the coach and for each client is put right."""
    turn.about.update((coach.id, *(one.id for one in people.clients_of(turn.tx, coach.id))))


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """Take a stretch back; whose sessions take place again reads that."""
    t, before = texts(coach.language), holidays.of(turn.tx, coach.id)
    for client in people.clients_of(turn.tx, coach.id) if own(turn, coach, value) else ():
        absence.keep_cancelled(turn, client, before, before=turn.now)
    gone = holidays.remove(turn.tx, number(value), coach.id)
    if gone is None:
        return send(turn, coach.id, t.t("There is nothing to take back."))
    _about(turn, coach)
    text = t.t(
        "Taken back: {stretch}. Sessions and digests are as before.", stretch=_in_words(turn, coach, gone)
    )
    return send(turn, coach.id, "\n".join((text, *_told(turn, coach, before))))


def noted(turn: Turn, coach: Coach, which: int) -> str:
    """That this stretch was noted, in words."""
    one, t = own(turn, coach, str(which)), texts(coach.language)
    return t.t("Away {stretch} was noted.", stretch=_in_words(turn, coach, one)) if one else ""


def own(turn: Turn, coach: Coach, value: str) -> Holiday | None:
    """The coach's own stretch of that number."""
    return next((one for one in holidays.of(turn.tx, coach.id) if one.id == number(value)), None)


STEPS: dict[str, Question[Coach]] = {
    "holiday": Question(
        line("The days away"), _said, _read, line("Two days work, like 24 December to 6 January."), "holiday"
    )
}
