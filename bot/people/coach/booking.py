"""A coach logs a coaching session: with whom, when, how often."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import Repeat, expand, parse_session
from bot.core.talk.exchange import Dialogue
from bot.core.understand.session_line import Meeting, Repeats
from bot.core.understand.session_line import meeting as meeting_in
from bot.core.understand.session_line import repeat as repeat_in
from bot.i18n import N_, texts
from bot.people import choosing, dated, dialogue, roster, understood
from bot.people.choosing import WithWhom
from bot.people.coach import clash, undoing
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import sessions, steps
from bot.store.people import Client, Coach
from bot.store.sessions import CoachingSession
from bot.telegram import Message, escape

BY = re.compile(r" by (video|phone|room)$")
"""How people meet, behind the form that ``parse_session`` reads."""

AND = "; "
"""Between several of that form: one coaching session on each of several days of a week."""

REPEATS = (
    ("once", N_("Once")),
    ("weekly", N_("Every week")),
    ("fortnightly", N_("Every two weeks")),
    ("monthly", N_("Every month, on the same day")),
    ("monthly by weekday", N_("Every month, on the same weekday")),
)


def _ask(turn: Turn, coach: Coach, step: str, text: str, rows: Rows = (), **draft: object) -> None:
    dialogue.ask(turn, coach.id, "coach", step, text, rows, draft=draft)


def log(turn: Turn, coach: Coach, rest: str) -> None:
    """Log a coaching session: with whom, when, how often."""
    choosing.client(turn, coach, WHOM, rest)


def fits(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether words may be a coaching session's day and hour."""
    return bool(_meant(turn, coach, words))


def begun(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether words are a part of it: a day without an hour, or how often without a day."""
    return (
        bool(words)
        and not fits(turn, coach, words)
        and (fits(turn, coach, f"{words} 15:00") or fits(turn, coach, f"2026-12-01 15:00 {words}"))
    )


def ask_when(turn: Turn, coach: Coach, client: Client, when: str) -> None:
    """When it is; what was written already is taken up, or said not to be understood."""
    t = texts(coach.language)
    if repeat := _exact(turn, coach, when):
        return _log(turn, coach, client, repeat, when)
    if when and _offer_meant(turn, coach, client, when):
        return None
    name = escape(roster.called(turn, t, client))
    if begun(turn, coach, when):
        return _ask_rest(turn, coach, client, when)
    text = t.t(
        "With {name}: when is it, by your clock? Like tue 15:00, tomorrow 9:30, or 2026-12-01 15:00 weekly. "
        "Past ones count too.",
        name=name,
    )
    before = t.t("“{words}” is no day and time that is understood here.", words=escape(when)) if when else ""
    return _ask(turn, coach, "session", "\n".join(filter(None, (before, text))), client=client.id)


def _ask_rest(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """What was written is a part: it is kept, and the answer is read as the rest of it."""
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    if not repeat_in(words, coach.language).options:
        text = t.t(
            "With {name}, “{words}”: at what time, by your clock? Like 15:00.", name=name, words=escape(words)
        )
    else:
        text = t.t(
            "With {name}, “{words}”: when is the first, by your clock? Like tue 15:00.",
            name=name,
            words=escape(words),
        )
    return _ask(turn, coach, "session", text, client=client.id, said=words)


def _whole(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str:
    """An answer with what was written before it, where the two make sense together only."""
    said = asked.draft.get("said", "")
    ways = [f"{said} {words}", f"{words} {said}"] if said else []
    return next((way for way in ways if fits(turn, coach, way)), words)


def _exact(turn: Turn, coach: Coach, words: str) -> Repeat | None:
    """What words in the form of docs/time.md say, where it lies ahead; what is over is said back first."""
    said = _as_said(coach, words)
    return said if said and wall.instant(said.starts, said.zone) > turn.now else None


def _as_said(coach: Coach, words: str) -> Repeat | None:
    try:
        return parse_session(BY.sub("", words), coach.zone)
    except ValueError:
        return None


def _each_said(coach: Coach, words: str) -> tuple[Repeat, ...]:
    """All of them, where every one can be read."""
    found = [_as_said(coach, one) for one in words.split(AND)]
    return tuple(one for one in found if one is not None) if None not in found else ()


def _meant(turn: Turn, coach: Coach, words: str) -> tuple[Meeting, ...]:
    now = wall.local(turn.now, coach.zone).replace(tzinfo=None, microsecond=0)
    return meeting_in(words, now, coach.language).options


def _offer_meant(turn: Turn, coach: Coach, client: Client, words: str, **more: object) -> bool:
    """Say back what the words may mean, and with whom; False where they mean nothing."""
    t, options = texts(coach.language), _meant(turn, coach, words)
    shown = [(understood.meeting(t, one, turn.now, coach.zone), as_text(one)) for one in options]
    if shown:
        before = t.t("With {name}:", name=escape(roster.called(turn, t, client)))
        if len(shown) == 1:
            there = clash.said(turn, coach, _each_said(coach, shown[0][1]))
            before = "\n".join(filter(None, (there, before)))
        understood.offer(t, shown, partial(_asking, turn, coach), {"client": client.id, **more}, before)
    return bool(shown)


def _asking(turn: Turn, coach: Coach, text: str, rows: Rows, draft: Mapping[str, Any]) -> None:
    _ask(turn, coach, "session", text, rows, **draft)


def _session_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    client = drafted(turn, coach, asked)
    if client is None:
        return None
    if said := understood.typed(asked, words):
        return said
    if _exact(turn, coach, words):
        return words
    said = _whole(turn, coach, asked, roster.beside(turn, coach, client, words)[1])
    return understood.TYPED if fits(turn, coach, said) or begun(turn, coach, said) else None


def _session_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = drafted(turn, coach, asked)
    if client is None:
        return None
    if value == understood.CHANGE:
        return ask_when(turn, coach, client, "")
    if value == understood.TYPED and message is not None:
        whom, words = roster.beside(turn, coach, client, message.text)
        return ask_when(turn, coach, whom, _whole(turn, coach, asked, words))
    value = understood.chosen(asked, value)
    each = _each_said(coach, value)
    if len(each) == 1:
        _log(turn, coach, client, each[0], value, instead=asked.draft.get("instead", 0))
    elif each:
        _log_all(turn, coach, client, each, value, instead=asked.draft.get("instead", 0))
    return None


def as_text(one: Meeting) -> str:
    """A coaching session in the form that ``parse_session`` reads; on several days, one behind another."""
    if one.more:
        return AND.join(as_text(replace(one, starts=at, more=())) for at in (one.starts, *one.more))
    parts = [f"{one.starts:%Y-%m-%d %H:%M}"]
    if one.repeats is not None:
        parts.append(_every(one.repeats))
    if one.minutes is not None:
        parts.append(f"{one.minutes} minutes")
    if one.until is not None:
        parts.append(f"until {one.until}")
    if one.off:
        parts.append("not " + " ".join(map(str, one.off)))
    if one.mode:
        parts.append(f"by {one.mode}")
    return " ".join(parts)


def _every(one: Repeats) -> str:
    if one.months:
        return f"every {one.months} months by {one.by or 'day'}"
    return f"every {one.weeks} weeks" if one.weeks else "once"


def drafted(turn: Turn, coach: Coach, asked: Dialogue) -> Client | None:
    """The client whom a question is about, where they are this coach's."""
    return roster.one(turn, coach, asked.draft.get("client") or 0)


# ---- kept --------------------------------------------------------------------------------------


def _log(turn: Turn, coach: Coach, client: Client, repeat: Repeat, words: str, instead: int = 0) -> None:
    """Keep it; whether it repeats is asked after that, so that nothing that was confirmed hangs on the answer."""
    before = _make_room(turn, coach, client, instead)
    if (same := _same(turn, client, repeat)) is not None:
        return _say_same(turn, coach, client, same, repeat, words, before)
    logged = _put(turn, coach, client, repeat, words)
    if repeat.repeats or "once" in words.casefold():
        return _say_logged(turn, coach, client, [logged], before)
    return _ask_repeat(turn, coach, client, logged, before)


def _make_room(turn: Turn, coach: Coach, client: Client, instead: int) -> str:
    """The one that it takes the place of goes; how matters stood before."""
    before = steps.snapshot(turn.tx, client.id)
    if (old := _own(turn, coach, client, instead)) is not None:
        sessions.remove(turn.tx, old.id)
    dialogue.end(turn, coach.id)
    return before


def _log_all(
    turn: Turn, coach: Coach, client: Client, each: tuple[Repeat, ...], words: str, instead: int
) -> None:
    """Keep one on each of several days; those that are logged already are not added."""
    before = _make_room(turn, coach, client, instead)
    new = [
        (one, said) for one, said in zip(each, words.split(AND), strict=True) if not _same(turn, client, one)
    ]
    if not new:
        same = _same(turn, client, each[0])
        return _say_same(turn, coach, client, same, each[0], "", before) if same else None
    logged = [_put(turn, coach, client, one, said) for one, said in new]
    return _say_logged(turn, coach, client, logged, before)


def _put(turn: Turn, coach: Coach, client: Client, repeat: Repeat, words: str) -> int:
    """Its row, with the dates left out."""
    found = BY.search(words)
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
        mode=found[1] if found else "",
        months=repeat.months,
        by=repeat.by,
    )
    for change in repeat.changes:
        sessions.change(turn.tx, logged, change.on, None, now=turn.now)
    _without_doubles(turn, client, logged)
    turn.about.add(client.id)
    return logged


def _same(turn: Turn, client: Client, repeat: Repeat) -> CoachingSession | None:
    """What is logged already at the time of each of the next dates; None where some date is new."""
    mine = sessions.of_client(turn.tx, client.id)
    wanted = _starts(turn, repeat)
    there = {at: row for row in mine for at in _starts(turn, row.repeat)}
    return there[min(wanted)] if wanted and wanted <= there.keys() else None


def _starts(turn: Turn, repeat: Repeat) -> set[datetime]:
    """When it begins, within a year."""
    last = max(turn.now.date(), repeat.starts.date()) + timedelta(days=365)
    return {one.starts for one in expand(repeat, last) if not one.cancelled}


def _without_doubles(turn: Turn, client: Client, logged: int) -> None:
    """A single one at a date of the new series is the same coaching session: it goes into the series."""
    row = sessions.get(turn.tx, logged)
    if row is None or not row.repeat.repeats:
        return
    taken = _starts(turn, row.repeat)
    for one in sessions.of_client(turn.tx, client.id):
        if one.id != logged and not one.repeat.repeats and _starts(turn, one.repeat) <= taken:
            sessions.remove(turn.tx, one.id)


def _say_same(
    turn: Turn, coach: Coach, client: Client, row: CoachingSession, said: Repeat, words: str, before: str
) -> None:
    """It is there already: nothing is added; how people meet, and how long, is taken over where it was said."""
    t, by = texts(coach.language), BY.search(words)
    alike = understood.how_often(said) == understood.how_often(row.repeat)
    minutes = said.minutes if " minutes" in words else row.repeat.minutes
    new = replace(row, mode=by[1] if by else row.mode, repeat=replace(row.repeat, minutes=minutes))
    if alike and new != row:
        sessions.put(turn.tx, new)
    what = understood.logged(
        t, (new if alike else row).repeat, (new if alike else row).mode, turn.now, coach.zone
    )
    name = escape(roster.called(turn, t, client))
    if alike and new != row:
        text = t.t("That was logged already; changed: {name}, {what}.", name=name, what=escape(what))
        return undoing.done(turn, coach, client, before, text)
    return send(
        turn,
        coach.id,
        t.t("That is logged already: {name}, {what}. Nothing is added.", name=name, what=escape(what)),
    )


def _own(turn: Turn, coach: Coach, client: Client, number: int) -> CoachingSession | None:
    found = sessions.get(turn.tx, number)
    return found if found and (found.coach_id, found.client_id) == (coach.id, client.id) else None


def _what(turn: Turn, coach: Coach, number: int) -> str:
    row = sessions.get(turn.tx, number)
    t = texts(coach.language)
    return understood.logged(t, row.repeat, row.mode, turn.now, coach.zone) if row else ""


def _say_logged(turn: Turn, coach: Coach, client: Client, numbers: list[int], before: str) -> None:
    t = texts(coach.language)
    text = t.t(
        "Logged: {name}, {what}. /sessions moves or cancels it.",
        name=escape(roster.called(turn, t, client)),
        what=t.list(_what(turn, coach, number) for number in numbers),
    )
    for number in numbers:
        text = _marked(turn, coach, number, text)
    there = "\n".join(filter(None, (_there(turn, coach, number) for number in numbers)))
    undoing.done(turn, coach, client, before, "\n".join(filter(None, (text, there))))


def _there(turn: Turn, coach: Coach, number: int) -> str:
    """What else is at its time."""
    row = sessions.get(turn.tx, number)
    return clash.said(turn, coach, [row.repeat], row.id) if row else ""


def _marked(turn: Turn, coach: Coach, number: int, text: str) -> str:
    """The same with its instant beneath the words for it."""
    row, t = sessions.get(turn.tx, number), texts(coach.language)
    if row is None:
        return text
    at = wall.instant(row.repeat.starts, row.repeat.zone)
    here = wall.local(at, coach.zone).replace(tzinfo=None)
    return dated.marked(text, [(understood.moment(t, here, turn.now, coach.zone), at)])


def _ask_repeat(turn: Turn, coach: Coach, client: Client, number: int, before: str) -> None:
    t = texts(coach.language)
    text = t.t(
        "Logged: {name}, {what}. Does it repeat?",
        name=escape(roster.called(turn, t, client)),
        what=_what(turn, coach, number),
    )
    rows: Rows = tuple(((t.t(label), value),) for value, label in REPEATS)
    step = steps.add(turn.tx, coach.id, client.id, before, turn.now)
    rows += (((t.t("Undo"), f"undo:{step}"),),)
    draft = {"client": client.id, "session": number, "step": step}
    text = "\n".join(filter(None, (_there(turn, coach, number), _marked(turn, coach, number, text))))
    dialogue.ask(turn, coach.id, "coach", "repeat", text, rows, draft=draft, leave="-")


def _repeat_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    said, t = words.strip().casefold(), texts(coach.language)
    labelled = next((value for value, label in REPEATS if said in (value, t.t(label).casefold())), None)
    if labelled or dialogue.yes_or_no(words) == "no":
        return labelled or "once"
    client, row = _asked_of(turn, coach, asked)
    if client is None or row is None:
        return None
    _, said = roster.beside(turn, coach, client, words)
    if fits(turn, coach, said):
        return understood.TYPED
    more = [as_text(one) for one in _completed(turn, coach, row, said)]
    return more[0] if len(more) == 1 else None


def _asked_of(turn: Turn, coach: Coach, asked: Dialogue) -> tuple[Client | None, CoachingSession | None]:
    """With whom and which coaching session it is of which it is asked whether it repeats."""
    client = drafted(turn, coach, asked)
    return client, _own(turn, coach, client, asked.draft.get("session", 0)) if client else None


def _completed(turn: Turn, coach: Coach, row: CoachingSession, words: str) -> list[Meeting]:
    """What words add to a logged one: how often, how long, until when, how people meet."""
    found = _meant(turn, coach, f"{row.repeat.starts:%Y-%m-%d %H:%M} {words}")
    return [one for one in found if one.starts == row.repeat.starts]


def _repeat_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client, row = _asked_of(turn, coach, asked)
    if client is None or row is None:
        return None
    if value == understood.TYPED and message is not None:
        whom, words = roster.beside(turn, coach, client, message.text)
        instead = {"instead": row.id} if whom.id == client.id else {}
        _offer_meant(turn, coach, whom, words, **instead)
        return None
    if value == f"undo:{asked.draft.get('step', 0)}":
        dialogue.end(turn, coach.id)
        return undoing.undo(turn, coach, asked.draft["step"])
    full = value if value[:1].isdigit() else f"{row.repeat.starts:%Y-%m-%d %H:%M} {value}"
    said = _as_said(coach, full)
    if said is None:
        return None
    by = BY.search(full)
    length = said.minutes if " minutes" in full else row.repeat.minutes
    kept = replace(said, id=row.id, zone=row.repeat.zone, starts=row.repeat.starts, minutes=length)
    before = _before(turn, asked, client)
    sessions.put(turn.tx, replace(row, repeat=kept, mode=by[1] if by else row.mode))
    _without_doubles(turn, client, row.id)
    turn.about.add(client.id)
    dialogue.end(turn, coach.id)
    return _say_logged(turn, coach, client, [row.id], before)


def _before(turn: Turn, asked: Dialogue, client: Client) -> str:
    """How matters stood before it was logged: one tap takes back both."""
    step = steps.get(turn.tx, asked.draft.get("step", 0))
    return step.before if step is not None else steps.snapshot(turn.tx, client.id)


WHOM = WithWhom("whom", line("The coaching session"), "session", ask_when, fits)

STEPS: dict[str, Question[Coach]] = {
    "whom": choosing.question(WHOM),
    "session": Question(
        line("The coaching session"),
        _session_said,
        _session_read,
        line("A date and time like 2026-12-01 15:00 works, with weekly behind it if it repeats."),
        "session",
    ),
    "repeat": Question(
        line("The coaching session"),
        _repeat_said,
        _repeat_read,
        again="session",
        wordless=True,
        closed=line("Closed: it stays as it is logged. /sessions shows it."),
    ),
}
