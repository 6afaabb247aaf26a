"""A coach logs a coaching session: with whom, when, how often."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import Repeat, expand
from bot.core.talk.exchange import Dialogue
from bot.core.understand import bookable
from bot.core.understand.session_line import Meeting
from bot.core.understand.session_line import repeat as repeat_in
from bot.i18n import N_, texts
from bot.people import choosing, dated, dialogue, roster, understood
from bot.people.choosing import WithWhom
from bot.people.coach import clash, correction, session_words, undoing
from bot.people.coach.correction import Corrected
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import sessions, steps
from bot.store.people import Client, Coach
from bot.store.sessions import CoachingSession
from bot.telegram import Message, escape

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


def ask_when(turn: Turn, coach: Coach, client: Client, when: str, was: Sequence[str] = ()) -> None:
    """When it is; what was written already is taken up, or said not to be understood.

    ``was``: what was said back and is to be changed: an hour alone is one of that day.
    """
    t = texts(coach.language)
    if repeat := session_words.exact(turn, coach, when):
        return _log(turn, coach, client, repeat, when)
    if when and _offer_meant(turn, coach, client, when):
        return None
    name = escape(roster.called(turn, t, client))
    if session_words.begun(turn, coach, when):
        return ask_rest(turn, coach, client, when)
    text = t.t(
        "With {name}: when is it, by your clock? Like tue 15:00, tomorrow 9:30, or 2026-12-01 15:00 weekly. "
        "Past ones count too.",
        name=name,
    )
    before = t.t("“{words}” is no day and time that is understood here.", words=escape(when)) if when else ""
    whole = "\n".join(filter(None, (before, text)))
    return _ask(turn, coach, "session", whole, client=client.id, was=list(was))


def ask_rest(turn: Turn, coach: Coach, client: Client, words: str, shown: str = "") -> None:
    """What was written is a part: it is kept, ``shown`` like this, and the answer is read as the rest of it."""
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    if not words:
        return ask_when(turn, coach, client, "")
    if not repeat_in(words, coach.language).options:
        text = t.t(
            "With {name}, “{words}”: at what time, by your clock? Like 15:00.",
            name=name,
            words=escape(shown or words),
        )
    else:
        text = t.t(
            "With {name}, “{words}”: when is the first, by your clock? Like tue 15:00.",
            name=name,
            words=escape(shown or words),
        )
    return _ask(turn, coach, "session", text, client=client.id, said=words)


def _whole(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str:
    """An answer with what was written before it, where the two make sense together only."""
    said = asked.draft.get("said", "")
    ways = [f"{said} {words}", f"{words} {said}"] if said else []
    return next((way for way in ways if session_words.fits(turn, coach, way)), words)


def _offer_meant(turn: Turn, coach: Coach, client: Client, words: str, **more: object) -> bool:
    """Say back what the words may mean, and with whom; False where they mean nothing."""
    return offer_these(turn, coach, client, session_words.meant(turn, coach, words), **more)


def offer_these(turn: Turn, coach: Coach, client: Client, options: Sequence[Meeting], **more: object) -> bool:
    """Say back what was meant, and with whom; False where that is nothing."""
    t = texts(coach.language)
    shown = [
        (understood.meeting(t, one, turn.now, coach.zone), session_words.as_text(one)) for one in options
    ]
    if shown:
        before = t.t("With {name}:", name=escape(roster.called(turn, t, client)))
        if len(shown) == 1 and not more.get("undo"):
            there = clash.said(turn, coach, session_words.each_said(coach, shown[0][1]))
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
    if session_words.exact(turn, coach, words):
        return words
    if _corrected(turn, coach, asked, client, words):
        return understood.TYPED
    said = _whole(turn, coach, asked, roster.beside(turn, coach, client, words)[1])
    return (
        understood.TYPED
        if session_words.fits(turn, coach, said) or session_words.begun(turn, coach, said)
        else None
    )


def _corrected(turn: Turn, coach: Coach, asked: Dialogue, client: Client, words: str) -> Corrected | None:
    """What was said back as these words correct it: "no, Wednesday", "with Ben, not Ada"."""
    whom, rest = roster.beside(turn, coach, client, words)
    if whom.id != client.id and session_words.dated(turn, coach, rest):
        return None  # another one, with another client
    was = asked.draft.get("offer") or asked.draft.get("was", ())
    shown = [one for one in (session_words.as_meeting(coach, text) for text in was) if one is not None]
    return correction.of_session(turn, coach, client, shown, words)


def _session_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = drafted(turn, coach, asked)
    if client is None:
        return None
    if value == understood.CHANGE:
        return ask_when(turn, coach, client, "", asked.draft.get("offer", ()))
    if value == understood.TYPED and message is not None:
        if (found := _corrected(turn, coach, asked, client, message.text)) is not None:
            kept = {key: asked.draft[key] for key in ("instead", "undo") if key in asked.draft}
            offer_these(turn, coach, *found, **(kept if found[0].id == client.id else {}))
            return None
        whom, words = roster.beside(turn, coach, client, message.text)
        if whom.id != client.id and asked.draft.get("offer"):
            dialogue.end(turn, coach.id)
            dialogue.unchanged(turn, coach.id, asked, STEPS["session"])
        return ask_when(turn, coach, whom, _whole(turn, coach, asked, words))
    value = understood.chosen(asked, value)
    each = session_words.each_said(coach, value)
    if each and (step := asked.draft.get("undo", 0)):  # it was logged with somebody else a moment ago
        undoing.undo(turn, coach, step)
    if len(each) == 1:
        _log(turn, coach, client, each[0], value, instead=asked.draft.get("instead", (0, 0)))
    elif each:
        _log_all(turn, coach, client, each, value, instead=asked.draft.get("instead", (0, 0)))
    return None


def drafted(turn: Turn, coach: Coach, asked: Dialogue) -> Client | None:
    """The client whom a question is about, where they are this coach's."""
    return roster.one(turn, coach, asked.draft.get("client") or 0)


# ---- kept --------------------------------------------------------------------------------------


def _log(
    turn: Turn, coach: Coach, client: Client, repeat: Repeat, words: str, instead: Sequence[int] = (0, 0)
) -> None:
    """Keep it; whether it repeats is asked after that, so that nothing that was confirmed hangs on the answer."""
    before = _make_room(turn, coach, client, instead)
    if (same := _same(turn, client, repeat)) is not None:
        return _say_same(turn, coach, client, same, repeat, words, before)
    logged = _put(turn, coach, client, repeat, words)
    if repeat.repeats or "once" in words.casefold():
        return _say_logged(turn, coach, client, [logged], before)
    return _ask_repeat(turn, coach, client, logged, before)


def _make_room(turn: Turn, coach: Coach, client: Client, instead: Sequence[int]) -> str:
    """The one that it takes the place of goes, with its step; how matters stood before it was logged."""
    before, step = steps.snapshot(turn.tx, client.id), steps.get(turn.tx, instead[1])
    if (old := _own(turn, coach, client, instead[0])) is not None:
        sessions.remove(turn.tx, old.id)
        before = step.before if step is not None and not step.undone else before
        steps.close(turn.tx, instead[1], turn.now)
    dialogue.end(turn, coach.id)
    return before


def _log_all(
    turn: Turn, coach: Coach, client: Client, each: tuple[Repeat, ...], words: str, instead: Sequence[int]
) -> None:
    """Keep one on each of several days; those that are logged already are not added."""
    before = _make_room(turn, coach, client, instead)
    new = [
        (one, said)
        for one, said in zip(each, words.split(session_words.AND), strict=True)
        if not _same(turn, client, one)
    ]
    if not new:
        same = _same(turn, client, each[0])
        return _say_same(turn, coach, client, same, each[0], "", before) if same else None
    logged = [_put(turn, coach, client, one, said) for one, said in new]
    return _say_logged(turn, coach, client, logged, before)


def _put(turn: Turn, coach: Coach, client: Client, repeat: Repeat, words: str) -> int:
    """Its row, with the dates left out."""
    found = session_words.BY.search(words)
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
    t, by = texts(coach.language), session_words.BY.search(words)
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
    if _moved(turn, coach, client, row, words):
        return understood.TYPED
    _, said = roster.beside(turn, coach, client, words)
    if session_words.fits(turn, coach, said):
        return understood.TYPED
    more = [session_words.as_text(one) for one in _completed(turn, coach, row, said)]
    return more[0] if len(more) == 1 else None


def _asked_of(turn: Turn, coach: Coach, asked: Dialogue) -> tuple[Client | None, CoachingSession | None]:
    """With whom and which coaching session it is of which it is asked whether it repeats."""
    client = drafted(turn, coach, asked)
    return client, _own(turn, coach, client, asked.draft.get("session", 0)) if client else None


def _moved(turn: Turn, coach: Coach, client: Client, row: CoachingSession, words: str) -> Corrected | None:
    """A logged one with another client, on another day or at another hour, where words say so."""
    was = Meeting(row.repeat.starts, mode=row.mode)
    found = correction.of_session(turn, coach, client, [was], words)
    same = found is None or (found[0].id == client.id and all(one.starts == was.starts for one in found[1]))
    return None if same else found


def _completed(turn: Turn, coach: Coach, row: CoachingSession, words: str) -> list[Meeting]:
    """What words add to a logged one: how often, how long, until when, how people meet."""
    found = session_words.meant(turn, coach, f"{row.repeat.starts:%Y-%m-%d %H:%M} {words}")
    return [one for one in found if one.starts == row.repeat.starts]


def _repeat_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client, row = _asked_of(turn, coach, asked)
    if client is None or row is None:
        return None
    if value == understood.TYPED and message is not None:
        whom, words = roster.beside(turn, coach, client, message.text)
        moved = _moved(turn, coach, client, row, message.text)
        whom, found = moved or (whom, session_words.meant(turn, coach, words))
        other = {"undo": asked.draft.get("step", 0)} if moved else {}
        instead = {"instead": [row.id, asked.draft.get("step", 0)]} if whom.id == client.id else other
        offer_these(turn, coach, whom, found, **instead)
        return None
    if value == f"undo:{asked.draft.get('step', 0)}":
        dialogue.end(turn, coach.id)
        return undoing.undo(turn, coach, asked.draft["step"])
    full = value if value[:1].isdigit() else f"{row.repeat.starts:%Y-%m-%d %H:%M} {value}"
    said = session_words.as_said(coach, full)
    if said is None:
        return None
    by = session_words.BY.search(full)
    length = said.minutes if " minutes" in full else row.repeat.minutes
    kept = replace(said, id=row.id, zone=row.repeat.zone, starts=row.repeat.starts, minutes=length)
    before = _before(turn, asked, client)
    sessions.put(turn.tx, replace(row, repeat=kept, mode=by[1] if by else row.mode))
    _without_doubles(turn, client, row.id)
    steps.close(turn.tx, asked.draft.get("step", 0), turn.now)  # the one that is noted now takes back both
    turn.about.add(client.id)
    dialogue.end(turn, coach.id)
    return _say_logged(turn, coach, client, [row.id], before)


def _before(turn: Turn, asked: Dialogue, client: Client) -> str:
    """How matters stood before it was logged: one tap takes back both."""
    step = steps.get(turn.tx, asked.draft.get("step", 0))
    return step.before if step is not None else steps.snapshot(turn.tx, client.id)


def _once(turn: Turn, coach: Coach, client: Client) -> CoachingSession | None:
    """The only coaching session that lies ahead, where it is logged once."""
    mine = [one for one in sessions.of_client(turn.tx, client.id) if one.coach_id == coach.id]
    ahead = [one for one in mine if any(at > turn.now for at in _starts(turn, one.repeat))]
    return ahead[0] if len(ahead) == 1 and not ahead[0].repeat.repeats else None


def more_often(turn: Turn, coach: Coach, client: Client, words: str) -> str:
    """How often words say that it is, and nothing else, where one is logged once; else ""."""
    said = bookable.sentence(re.sub(r"^\s*(?:make|mach\w*|haz|اجعل)(?!\w)", " ", words))
    fits = (
        bool(said) and not session_words.fits(turn, coach, said) and repeat_in(said, coach.language).options
    )
    return said if fits and _once(turn, coach, client) is not None else ""


def offer_more_often(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """The one that is logged once, said back with how often it is from now on."""
    row = _once(turn, coach, client)
    if row is not None:
        offer_these(turn, coach, client, _completed(turn, coach, row, words), instead=[row.id, 0])


WHOM = WithWhom("whom", line("The coaching session"), "session", ask_when, session_words.fits)

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
