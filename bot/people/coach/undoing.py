"""What a coach arranged is said with a button that takes it back, for some days; the latest by a command."""

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from bot.core.base.line import line
from bot.core.plan.recurrence import expand
from bot.core.talk.exchange import Dialogue
from bot.i18n import Texts, texts
from bot.people import announcing, arranging, dated, dialogue, planning, roster, understood
from bot.people.coach import assigning, card, goalsetting, granting, holiday, noting, retracting
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.people.undoable import Undoable
from bot.store import people, sessions, steps
from bot.store.people import Client, Coach
from bot.store.sessions import CoachingSession
from bot.store.steps import SessionStep
from bot.telegram import Message, escape

SOON = timedelta(minutes=15)
"""What is older is taken back after a yes."""

AHEAD = timedelta(days=400)

KINDS: dict[str, Undoable] = {
    **assigning.UNDO,
    **granting.UNDO,
    **goalsetting.UNDO,
    **card.UNDO,
    **retracting.UNDO,
    **noting.UNDO,
}
"""What else can be taken back, by the name that stands in the step."""


def done(turn: Turn, coach: Coach, client: Client, before: str, text: str) -> None:
    """Something was done with one client: say it, and how to take it back. ``before``: ``steps.snapshot``."""
    number = steps.add(turn.tx, coach.id, client.id, before, turn.now)
    rows: Rows = (((texts(coach.language).t("Undo"), f"k:undo:{number}"),),)
    turn.about.add(client.id)
    told = announcing.changed(turn, coach, client, sessions.in_snapshot(before))
    send(turn, coach.id, "\n".join(filter(None, (text, told))), rows)


def undo(turn: Turn, coach: Coach, number: int) -> None:
    """Take one step back, where nothing else was done since; an old one after a yes."""
    step, t = steps.get(turn.tx, number), texts(coach.language)
    if step is None or step.undone or not own(turn, coach, number) or _over(turn, coach, step):
        return send(turn, coach.id, t.t("There is nothing to take back."))
    if not _stands(turn, coach, step):
        return send(turn, coach.id, _blocked(turn, coach, step))
    return _ask(turn, coach, step) if turn.now - step.at > SOON else _back(turn, coach, step)


def latest(turn: Turn, coach: Coach, rest: str, in_words: bool = False) -> None:
    """/takeback: the latest change of any kind that can be; those that cannot are said before it.

    ``in_words``: no command; then a note, which would be gone for good, is asked about first.
    """
    lines: list[str] = []
    for step in steps.open_of(turn.tx, coach.id):
        if not own(turn, coach, step.id) or _over(turn, coach, step):
            continue
        if _stands(turn, coach, step):
            if lines:
                send(turn, coach.id, "\n".join(dict.fromkeys(lines)))
            return _ask(turn, coach, step) if in_words and _is_note(step) else undo(turn, coach, step.id)
        lines += [_blocked(turn, coach, step)] if step.client_id else []
    lines.append(texts(coach.language).t("There is nothing to take back."))
    return send(turn, coach.id, "\n".join(dict.fromkeys(lines)))


def _is_note(step: SessionStep) -> bool:
    """Whether it kept the coach's own words, which would be gone for good."""
    after = json.loads(step.after)
    return isinstance(after, dict) and after.get("of") == "noted"


def own(turn: Turn, coach: Coach, number: int) -> bool:
    """Whether a step is this coach's, with a client who is still theirs."""
    step = steps.get(turn.tx, number)
    if step is None or step.coach_id != coach.id:
        return False
    client = people.client(turn.tx, step.client_id)
    return not step.client_id or (client is not None and client.coach_id == coach.id)


def _stands(turn: Turn, coach: Coach, step: SessionStep) -> bool:
    """Whether matters are as the step left them."""
    after, client = json.loads(step.after), people.client(turn.tx, step.client_id)
    if isinstance(after, list):
        return steps.snapshot(turn.tx, step.client_id) == step.after
    if (kind := KINDS.get(after.get("of", ""))) is not None:
        return client is not None and kind.stands(turn, coach, client, after)
    if "holiday" in after:
        return holiday.own(turn, coach, str(after["holiday"])) is not None
    return client is not None and client.ending == _day(after)


def _over(turn: Turn, coach: Coach, step: SessionStep) -> bool:
    """Whether it was taken back in another way."""
    after, client = json.loads(step.after), people.client(turn.tx, step.client_id)
    kind = KINDS.get(after.get("of", "")) if isinstance(after, dict) else None
    return kind is not None and client is not None and kind.over(turn, coach, client, after)


def _day(kept: dict[str, Any]) -> date | None:
    return date.fromisoformat(kept["ending"]) if kept["ending"] else None


def _blocked(turn: Turn, coach: Coach, step: SessionStep) -> str:
    t, client = texts(coach.language), people.client(turn.tx, step.client_id)
    if client is None:
        return t.t("There is nothing to take back.")
    name = escape(roster.called(turn, t, client))
    if "of" in json.loads(step.after):
        return t.t("{what} That cannot be taken back any more.", what=_what(turn, coach, step))
    if not step.after.startswith("["):
        return t.t("That cannot be taken back: the last day with {name} was changed since.", name=name)
    return t.t("That cannot be taken back: the coaching sessions with {name} were changed since.", name=name)


# ---- an old one, after a yes -------------------------------------------------------------------


def _ask(turn: Turn, coach: Coach, step: SessionStep) -> None:
    t = texts(coach.language)
    text = t.t(
        "Done on {when}: {what}",
        when=dated.shown(t, step.at, coach.where),
        what=_what(turn, coach, step),
    )
    text += "\n" + t.t("Is it to be taken back?")
    rows: Rows = (((t.t("Yes"), "yes"),),)
    draft = {"step": step.id, "client": step.client_id}
    dialogue.ask(turn, coach.id, "coach", "takeback", text, rows, draft=draft)


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if value != "yes":
        return None
    dialogue.end(turn, coach.id)
    step, t = steps.get(turn.tx, asked.draft.get("step", 0)), texts(coach.language)
    if step is None or step.undone or not own(turn, coach, step.id):
        return send(turn, coach.id, t.t("There is nothing to take back."))
    if not _stands(turn, coach, step):
        return send(turn, coach.id, _blocked(turn, coach, step))
    return _back(turn, coach, step)


# ---- taken back, and said ----------------------------------------------------------------------


def _back(turn: Turn, coach: Coach, step: SessionStep) -> None:
    t, what, before = texts(coach.language), _what(turn, coach, step), json.loads(step.before)
    client, after = people.client(turn.tx, step.client_id), json.loads(step.after)
    if isinstance(before, list) and client is not None:
        steps.undo(turn.tx, step, turn.now)
        turn.about.add(client.id)
        told = announcing.changed(turn, coach, client, sessions.in_snapshot(step.after))
        stands = "\n".join(filter(None, (_next(turn, coach, client), told)))
    elif client is not None and "of" in after:
        steps.close(turn.tx, step.id, turn.now)
        turn.about.add(client.id)
        stands = KINDS[after["of"]].back(turn, coach, client, after)
    elif client is not None:
        steps.close(turn.tx, step.id, turn.now)
        stands = arranging.put_back(turn, coach, client, _day(before))
    else:
        steps.close(turn.tx, step.id, turn.now)
        return holiday.tapped(turn, coach, str(after["holiday"]))
    return send(turn, coach.id, t.t("Taken back: {what}", what=what) + "\n" + stands)


def _next(turn: Turn, coach: Coach, client: Client) -> str:
    t, at = texts(coach.language), planning.session_at(turn, client, ahead=True)
    name = escape(roster.called(turn, t, client))
    if at is None:
        return t.t("No coaching session with {name} is logged ahead now.", name=name)
    return t.t("The next one with {name} is now {when}.", name=name, when=dated.shown(t, at, coach.where))


def _what(turn: Turn, coach: Coach, step: SessionStep) -> str:
    """What the step had done, in words."""
    t, before, after = texts(coach.language), json.loads(step.before), json.loads(step.after)
    client = people.client(turn.tx, step.client_id)
    if client is None:
        return holiday.noted(turn, coach, after["holiday"])
    name = escape(roster.called(turn, t, client))
    if "of" in after:
        return KINDS[after["of"]].what(turn, coach, client, after)
    if isinstance(after, list):
        return _of_sessions(turn, coach, name, sessions.in_snapshot(step.before), after=step.after)
    was = _day(before)
    if day := _day(after):
        return t.t("The last day with {name}, {day}, was noted.", name=name, day=t.dated(day))
    return t.t("The last day with {name}, {day}, was taken back.", name=name, day=t.dated(was) if was else "")


def _of_sessions(turn: Turn, coach: Coach, name: str, old: tuple[CoachingSession, ...], after: str) -> str:
    t, new = texts(coach.language), sessions.in_snapshot(after)
    was, now = _starts(turn, old), _starts(turn, new)
    lost, gained = sorted(was - now), sorted(now - was)
    if not lost:
        fresh = [row for row in new if row not in old]
        return "\n".join(_logged(turn, coach, t, name, row) for row in fresh[:8])
    first, more = dated.shown(t, lost[0], coach.where), len(lost) > 1
    if gained:
        to = dated.shown(t, gained[0], coach.where)
        if more:
            text = t.t(
                "{name} was moved from {was} to {when}, with later ones.", name=name, was=first, when=to
            )
        else:
            text = t.t("{name} was moved from {was} to {when}.", name=name, was=first, when=to)
        return text
    if more:
        return t.t("{name}, {when} and later ones were cancelled.", name=name, when=first)
    return t.t("{name}, {when} was cancelled.", name=name, when=first)


def _logged(turn: Turn, coach: Coach, t: Texts, name: str, row: CoachingSession) -> str:
    what = understood.logged(t, row.repeat, row.mode, turn.now, coach.zone)
    return t.t("{name}, {what} was logged.", name=name, what=escape(what))


def _starts(turn: Turn, rows: Iterable[CoachingSession]) -> set[datetime]:
    last = (turn.now + AHEAD).date()
    return {one.starts for row in rows for one in expand(row.repeat, last) if not one.cancelled}


STEPS: dict[str, Question[Coach]] = {
    "takeback": Question(
        line("What is taken back"), _said, dialogue.sure_read, line("A yes is enough."), "takeback"
    )
}
