"""/assign: a script once at a client's next hour, or on or off for a client; it waits with a way back."""

import re
from datetime import timedelta

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import Texts, texts
from bot.people import choosing, dated, dialogue, library, plan_in_words, planning, roster, undoable
from bot.people.choosing import WithWhom
from bot.people.dialogue import Question
from bot.people.library import Live
from bot.people.turn import Rows, Turn, send
from bot.people.undoable import Kept, Undoable
from bot.store import assignments, uses
from bot.store.assignments import Assignment
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

MOST_GIVEN, WEEK = 3, timedelta(days=7)
"""So many things a coach can give to one client in so long, whether they came or not."""

DEMANDING = 3
"""The level of scripts that no coach gives: only the client's own yes brings them (B5)."""

SHOWN = 80
"""Scripts that are offered as buttons."""

_SWITCH = {
    **dict.fromkeys(("off", "aus", "without", "ohne", "sin", "apagar", "إيقاف", "ايقاف"), "off"),
    **dict.fromkeys(("on", "an", "ein", "con", "encender", "تشغيل"), "on"),
    **dict.fromkeys(("once", "einmal", "مرة"), "once"),
}


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/assign NAME SCRIPT: once; with on or off: whether it may come by itself."""
    choosing.client(turn, coach, ASSIGN, rest)


def _fits(turn: Turn, coach: Coach, said: str) -> bool:
    verb, words = _parted(said)
    return bool(verb or any(library.find(turn.tx, one.language, words) for one in roster.own(turn, coach)))


def _parted(said: str) -> tuple[str, str]:
    """ "off stuck" or "stuck off": whether it is on, off or once, "" where it is not said, and the script."""
    words = said.strip().strip(":").split()
    at = next((place for place in (0, -1) if words and words[place].casefold() in _SWITCH), None)
    verb = _SWITCH[words.pop(at).casefold()] if at is not None else ""
    return verb, " ".join(words)


def named(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """The script that a word names among others, off or on where one says so; else which is asked."""
    there = {
        one.name for one in library.all_live(turn.tx, client.language) if one.script.header.for_ == "client"
    }
    said = re.findall(r"[\w-]+", words.casefold())
    name = next((word for word in said if word in there), "")
    verb = next((_SWITCH[word] for word in said if word in _SWITCH), "")
    which(turn, coach, client, f"{verb} {name}".strip() if name else "")


def which(turn: Turn, coach: Coach, client: Client, said: str) -> None:
    """The script that the words name; where that is not sure, those to choose from."""
    verb, words = _parted(said)
    every = [one for one in library.all_live(turn.tx, client.language) if one.script.header.for_ == "client"]
    each = re.findall(r"[\w-]+", words.casefold())
    found = library.find(turn.tx, client.language, words) or tuple(one for one in every if one.name in each)
    if len(found) == 1:
        return _do(turn, coach, client, found[0], verb or "once")
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    before = t.t("No script of {name}'s language is called “{words}”.", name=name, words=escape(words[:60]))
    text = t.t("Which script, for {name}? It can come once, or be on or off.", name=name)
    off = assignments.off(turn.tx, client.id)
    rows: Rows = tuple(((_label(t, one, off), one.name),) for one in (found or every)[:SHOWN])
    draft = {"client": client.id, "verb": verb}
    lines = [before] * bool(words and not found) + [text]
    return dialogue.ask(turn, coach.id, "coach", "script", "\n".join(lines), rows, draft=draft)


def _label(t: Texts, one: Live, off: frozenset[str]) -> str:
    title = one.script.header.title[:50]
    return t.t("{title} (off)", title=title) if one.name in off else title


def _script_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    found = library.find(turn.tx, client.language, _parted(words)[1]) if client else ()
    return found[0].name if len(found) == 1 else None


def _script_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    live = library.live(turn.tx, value, client.language) if client else None
    if client is None or live is None or live.script.header.for_ != "client":
        return None
    verb = asked.draft.get("verb") or (_parted(message.text)[0] if message else "")
    if verb:
        return _do(turn, coach, client, live, verb)
    t = texts(coach.language)
    name, title = escape(roster.called(turn, t, client)), escape(live.script.header.title)
    off = live.name in assignments.off(turn.tx, client.id)
    switch = (t.t("On again"), "on") if off else (t.t("Off for them"), "off")
    once: Rows = (((t.t("Once, at their next hour"), "once"),),) if _suits(live) else ()
    rows: Rows = (*once, (switch,))
    text = t.t("“{title}”, for {name}:", title=title, name=name)
    draft = {"client": client.id, "script": live.name}
    return dialogue.ask(turn, coach.id, "coach", "give", text, rows, draft=draft)


def _give_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return _SWITCH.get(words.strip().casefold())


def _give_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    live = library.live(turn.tx, str(asked.draft.get("script", "")), client.language) if client else None
    if client is not None and live is not None and value in _SWITCH.values():
        _do(turn, coach, client, live, value)


def _do(turn: Turn, coach: Coach, client: Client, live: Live, verb: str) -> None:
    dialogue.end(turn, coach.id)
    if verb == "once":
        return _once(turn, coach, client, live)
    return _switch(turn, coach, client, live, verb == "on")


TIED = ("moved", "last", "ending", "mark")
"""What a script can hang on so that it says nothing without it."""


def _suits(live: Live) -> bool:
    """Whether a script makes sense at any hour."""
    return live.script.header.when.kind not in TIED


# ---- once --------------------------------------------------------------------------------------


def _once(turn: Turn, coach: Coach, client: Client, live: Live) -> None:
    t = texts(coach.language)
    name, title = escape(roster.called(turn, t, client)), escape(live.script.header.title)
    if not _suits(live):
        text = t.t(
            "“{title}” comes only when there is a reason for it; it can be on or off for {name}.",
            name=name,
            title=title,
        )
        return send(turn, coach.id, text)
    if live.script.header.intensity >= DEMANDING:
        text = t.t("“{title}” asks a lot: it comes only to those who asked for such, later on.", title=title)
        return send(turn, coach.id, text)
    if any(one.script == live.name for one in plan_in_words.given(turn, client, WEEK)):
        text = t.t("{name}: “{title}” was given in these seven days already.", name=name, title=title)
        return send(turn, coach.id, text)
    if live.name in uses.not_for(turn.tx, client.id, shared=True):
        text = t.t(
            "{name} found “{title}” not for them, twice. It comes again once they begin it themselves.",
            name=name,
            title=title,
        )
        return send(turn, coach.id, text)
    if planning.own_left_out(client) & library.touches(turn.tx, live.name, client.language):
        text = t.t(
            "{name} left out a topic of “{title}”, so that it is not sent. They can still begin it themselves.",
            name=name,
            title=title,
        )
        return send(turn, coach.id, text)
    said = t.t("{name}: “{title}” is set, once.", name=name, title=title)
    return give(turn, coach, client, said, "script", script=live.name)


def give(
    turn: Turn,
    coach: Coach,
    client: Client,
    said: str,
    kind: assignments.Gift,
    script: str = "",
    words: str = "",
) -> None:
    """Something comes to a client at their next hour: it is said when, what they read, and how to take it back."""
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    if roster.ended(turn, coach, client):
        return send(turn, coach.id, t.t("The work with {name} has ended; nothing comes any more.", name=name))
    if len(plan_in_words.given(turn, client, WEEK)) >= MOST_GIVEN:
        text = t.t(
            "{name}: you gave {n} things in these seven days already; one can be taken back on their card.",
            name=name,
            n=MOST_GIVEN,
        )
        return send(
            turn,
            coach.id,
            text,
            (((t.t("Open {name}", name=roster.called(turn, t, client)), f"k:card:{client.id}"),),),
        )
    number = assignments.add(turn.tx, client.id, coach.id, kind, turn.now, script, words)
    text = f"{said}\n{comes(turn, coach, client, number)}"
    return undoable.done(turn, coach, client, "assigned", {"id": number}, text)


def comes(turn: Turn, coach: Coach, client: Client, number: int) -> str:
    """When it comes, as things stand; or that it waits, and for what."""
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    if client.away or client.state != "active":
        return t.t("{name} gets no questions now; it waits until they do.", name=name)
    if planning.paused_now(turn, client):
        return t.t("{name} is paused. It waits, and goes to {name} after that.", name=name)
    at = planning.earliest(turn, client, number)
    if at is None:
        return t.t("{name} has no free hour in the next two weeks; it waits for one.", name=name)
    text = (
        t.t("It goes to {name} at an hour that fits them.", name=name)
        if planning.rests_before(turn, client, at)  # a day would say until when they rest
        else t.t(
            "It comes at the next hour of theirs that is free, as it stands now {when} at the earliest.",
            when=dated.shown(t, at, coach.where),
        )
    )
    one = assignments.get(turn.tx, number)
    if one is None or one.kind not in ("script", "question"):
        return text
    return text + " " + t.t("They read that it is from you, and can pass it.")


# ---- on and off --------------------------------------------------------------------------------


def _switch(turn: Turn, coach: Coach, client: Client, live: Live, on: bool) -> None:
    t = texts(coach.language)
    name, title = escape(roster.called(turn, t, client)), escape(live.script.header.title)
    changed = assignments.switch(turn.tx, client.id, live.name, coach.id, on, turn.now)
    if not changed:
        was = t.t("{name}: “{title}” was on already.", name=name, title=title)
        return send(
            turn, coach.id, was if on else t.t("{name}: “{title}” was off already.", name=name, title=title)
        )
    text = _stands(turn, coach, client, live.name, on)
    return undoable.done(turn, coach, client, "switched", {"script": live.name, "on": on}, text)


def _stands(turn: Turn, coach: Coach, client: Client, script: str, on: bool) -> str:
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    title = escape(library.title(turn.tx, script, client.language) or script)
    if not on:
        return t.t(
            "{name}: “{title}” is off. It does not come by itself; they can still begin it.",
            name=name,
            title=title,
        )
    text = t.t("{name}: “{title}” is on again.", name=name, title=title)
    if script in uses.not_for(turn.tx, client.id, shared=True):
        text += " " + t.t("It was twice not for them, and comes once they begin it themselves.")
    return text


# ---- taken back --------------------------------------------------------------------------------


def _one(turn: Turn, client: Client, kept: Kept) -> Assignment | None:
    one = assignments.get(turn.tx, kept["id"])
    return one if one is not None and one.client_id == client.id else None


def _waits(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    one = _one(turn, client, kept)
    return one is not None and one.outcome == ""


def _over(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    one = _one(turn, client, kept)
    return one is None or one.outcome == "taken-back"


def _take_back(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t = texts(coach.language)
    assignments.end(turn.tx, kept["id"], "taken-back", turn.now)
    return t.t("{name} was not told of it.", name=escape(roster.called(turn, t, client)))


def own(turn: Turn, coach: Coach, number: int) -> Assignment | None:
    """What a coach gave to a client who is still theirs."""
    one = assignments.get(turn.tx, number)
    mine = one is not None and one.coach_id == coach.id and roster.one(turn, coach, one.client_id)
    return one if mine else None


def unassign(turn: Turn, coach: Coach, number: int) -> None:
    """Take back what waits, from the client's card."""
    one, t = own(turn, coach, number), texts(coach.language)
    client = roster.one(turn, coach, one.client_id) if one is not None else None
    if one is not None and one.outcome:
        send(turn, coach.id, t.t("That cannot be taken back any more: it came, or was taken back."))
    elif client is not None:
        kept = {"id": number}
        what, stands = _given(turn, coach, client, kept), _take_back(turn, coach, client, kept)
        turn.about.add(client.id)
        send(turn, coach.id, t.t("Taken back: {what}", what=what) + "\n" + stands)


def _given(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    one, t = _one(turn, client, kept), texts(coach.language)
    name = escape(roster.called(turn, t, client))
    what = plan_in_words.assigned_title(turn, t, client, one) if one is not None else ""
    return t.t("{name}: {what}.", name=name, what=escape(what))


def _as_switched(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    return (kept["script"] not in assignments.off(turn.tx, client.id)) is bool(kept["on"])


def _switch_back(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    assignments.switch(turn.tx, client.id, kept["script"], coach.id, not kept["on"], turn.now)
    return _stands(turn, coach, client, kept["script"], not kept["on"])


def _switched(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    title = escape(library.title(turn.tx, kept["script"], client.language) or kept["script"])
    if kept["on"]:
        return t.t("{name}: “{title}” was put on.", name=name, title=title)
    return t.t("{name}: “{title}” was taken off.", name=name, title=title)


UNDO: dict[str, Undoable] = {
    "assigned": Undoable(_waits, _take_back, _given, _over),
    "switched": Undoable(_as_switched, _switch_back, _switched),
}

ASSIGN = WithWhom("assign", line("A script for a client"), "assign", which, _fits)

STEPS: dict[str, Question[Coach]] = {
    "assign": choosing.question(ASSIGN),
    "script": Question(
        line("A script for a client"), _script_said, _script_read, line("A title or a tap works."), "assign"
    ),
    "give": Question(line("A script for a client"), _give_said, _give_read, again="assign"),
}
