"""A coach logs a coaching session: with whom, when, how often."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import Repeat, parse_session
from bot.core.talk.exchange import Dialogue
from bot.core.understand import names
from bot.core.understand.session_line import Meeting
from bot.core.understand.session_line import meeting as meeting_in
from bot.core.understand.session_line import repeat as repeat_in
from bot.i18n import N_, texts
from bot.people import dated, dialogue, roster, understood
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import people, sessions
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

BY = re.compile(r" by (video|phone|room)$")
"""How people meet, behind the form that ``parse_session`` reads."""

REPEATS = (("once", N_("Once")), ("weekly", N_("Every week")), ("fortnightly", N_("Every two weeks")))


def _ask(turn: Turn, coach: Coach, step: str, text: str, rows: Rows = (), **draft: object) -> None:
    dialogue.ask(turn, coach.id, "coach", step, text, rows, draft=draft)


def log(turn: Turn, coach: Coach, rest: str) -> None:
    """Log a coaching session: with whom, when, how often."""
    t = texts(coach.language)
    if not roster.own(turn, coach):
        return send(turn, coach.id, t.t("No client yet. /invite makes a link."))
    meant = roster.named(turn, coach, rest, lambda words: bool(_meant(turn, coach, words)))
    if roster.sure(turn, coach, rest, meant):
        return _ask_when(turn, coach, *meant[0])
    rows: Rows = tuple(((roster.called(t, one), str(one.id)),) for one, _ in meant[:90])
    behind = {str(one.id): said for one, said in meant}
    return _ask(turn, coach, "whom", t.t("With whom?"), rows, behind=behind)


def _whom_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    ways = names.named(words, ((one.id, one.name) for one in roster.own(turn, coach)))
    exact = [way.ids[0] for way in ways if way.whole and not way.rest and len(way.ids) == 1]
    return str(exact[0]) if exact else None


def _whom_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = people.client(turn.tx, number(value))
    if client is not None and client.coach_id == coach.id:
        _ask_when(turn, coach, client, asked.draft.get("behind", {}).get(value, ""))


def _ask_when(turn: Turn, coach: Coach, client: Client, when: str) -> None:
    """When it is; what was written already is taken up, or said not to be understood."""
    t = texts(coach.language)
    if repeat := _exact(coach, when):
        return _said(turn, coach, client, repeat, when)
    if when and _offer_meant(turn, coach, client, when):
        return None
    text = t.t(
        "With {name}: when is it, by your clock? Like tue 15:00, tomorrow 9:30, or 2026-12-01 15:00 weekly. "
        "Past ones count too.",
        name=escape(roster.called(t, client)),
    )
    before = t.t("“{words}” is no day and time that is understood here.", words=escape(when)) if when else ""
    return _ask(turn, coach, "session", "\n".join(filter(None, (before, text))), client=client.id)


def _exact(coach: Coach, words: str) -> Repeat | None:
    """What words in the form of docs/time.md say: a date, an hour and a repetition by the coach's clock."""
    try:
        return parse_session(BY.sub("", words), coach.zone)
    except ValueError:
        return None


def _meant(turn: Turn, coach: Coach, words: str) -> tuple[Meeting, ...]:
    now = wall.local(turn.now, coach.zone).replace(tzinfo=None, microsecond=0)
    return meeting_in(words, now, coach.language).options


def _offer_meant(turn: Turn, coach: Coach, client: Client, words: str) -> bool:
    """Say back what the words may mean; False where they mean nothing."""
    t, options = texts(coach.language), _meant(turn, coach, words)
    shown = [(understood.meeting(t, one, turn.now, coach.zone), as_text(one)) for one in options]
    if shown:
        understood.offer(t, shown, partial(_asking, turn, coach), {"client": client.id})
    return bool(shown)


def _asking(turn: Turn, coach: Coach, text: str, rows: Rows, draft: Mapping[str, Any]) -> None:
    _ask(turn, coach, "session", text, rows, **draft)


def _session_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    if _exact(coach, words):
        return words
    return understood.TYPED if _meant(turn, coach, words) else None


def _session_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = _drafted(turn, coach, asked)
    if client is None:
        return None
    if value == understood.CHANGE:
        return _ask_when(turn, coach, client, "")
    if value == understood.TYPED and message is not None:
        _offer_meant(turn, coach, client, message.text)
        return None
    value = understood.chosen(asked, value)
    if (repeat := _exact(coach, value)) is not None:
        _said(turn, coach, client, repeat, value)
    return None


def as_text(one: Meeting) -> str:
    """A coaching session in the form that ``parse_session`` reads."""
    parts = [f"{one.starts:%Y-%m-%d %H:%M}"]
    if one.repeats is not None:
        parts.append("once" if one.repeats.weeks == 0 else f"every {one.repeats.weeks} weeks")
    if one.minutes is not None:
        parts.append(f"{one.minutes} minutes")
    if one.until is not None:
        parts.append(f"until {one.until}")
    if one.off:
        parts.append("not " + " ".join(map(str, one.off)))
    if one.mode:
        parts.append(f"by {one.mode}")
    return " ".join(parts)


def _said(turn: Turn, coach: Coach, client: Client, repeat: Repeat, words: str) -> None:
    if repeat.weeks or "once" in words.casefold():
        return _log(turn, coach, client, repeat, _mode(words))
    return _ask_repeat(turn, coach, client, repeat, _mode(words))


def _mode(words: str) -> str:
    found = BY.search(words)
    return found[1] if found else ""


def _drafted(turn: Turn, coach: Coach, asked: Dialogue) -> Client | None:
    which = asked.draft.get("client")
    client = people.client(turn.tx, which) if which else None
    return client if client is not None and client.coach_id == coach.id else None


def _ask_repeat(turn: Turn, coach: Coach, client: Client, repeat: Repeat, mode: str) -> None:
    t = texts(coach.language)
    said = f"{repeat.starts:%Y-%m-%d %H:%M} {repeat.minutes} minutes"
    rows: Rows = tuple(((t.t(label), value),) for value, label in REPEATS)
    at = dated.shown(t, wall.instant(repeat.starts, repeat.zone), coach.zone)
    _ask(
        turn,
        coach,
        "repeat",
        t.t("{when}. Does it repeat?", when=at),
        rows,
        client=client.id,
        when=said,
        mode=mode,
    )


def _repeat_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    said, t = words.strip().casefold(), texts(coach.language)
    labelled = next((value for value, label in REPEATS if said in (value, t.t(label).casefold())), None)
    meant = repeat_in(words, coach.language).only
    if labelled or meant is None or meant.monthly:
        return labelled
    return "once" if meant.weeks == 0 else f"every {meant.weeks} weeks"


def _repeat_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = _drafted(turn, coach, asked)
    if client is None or not re.fullmatch(r"once|weekly|fortnightly|every [1-9] weeks", value):
        return
    day, at, *length = asked.draft["when"].split(" ", 2)
    _log(
        turn,
        coach,
        client,
        parse_session(" ".join((day, at, value, *length)), coach.zone),
        asked.draft.get("mode", ""),
    )


def _log(turn: Turn, coach: Coach, client: Client, repeat: Repeat, mode: str) -> None:
    logged = sessions.add(
        turn.tx,
        client.id,
        coach.id,
        starts=repeat.starts,
        zone=repeat.zone,
        now=turn.now,
        minutes=repeat.minutes,
        weeks=repeat.weeks,
        until=repeat.until,
        mode=mode,
    )
    for change in repeat.changes:
        sessions.change(turn.tx, logged, change.on, None, now=turn.now)
    dialogue.end(turn, coach.id)
    turn.about.add(client.id)
    t = texts(coach.language)
    at = wall.instant(repeat.starts, repeat.zone)
    how = {0: t.t("once"), 1: t.t("every week"), 2: t.t("every two weeks")}.get(
        repeat.weeks, t.t("every {n} weeks", n=repeat.weeks)
    )
    text = t.t(
        "Logged: {name}, {when}, {how}. /sessions moves or cancels it.",
        name=escape(roster.called(t, client)),
        when=dated.shown(t, at, coach.zone),
        how=how,
    )
    send(turn, coach.id, text)


STEPS: dict[str, Question[Coach]] = {
    "whom": Question(
        line("The coaching session"), _whom_said, _whom_read, line("A name or a tap works."), "session"
    ),
    "session": Question(
        line("The coaching session"),
        _session_said,
        _session_read,
        line("A date and time like 2026-12-01 15:00 works, with weekly behind it if it repeats."),
        "session",
    ),
    "repeat": Question(line("The coaching session"), _repeat_said, _repeat_read, again="session"),
}
