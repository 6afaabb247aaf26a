"""What suits a client: topics left out, questions that come sealed, and whether more may be asked of them."""

from bot.core.base.line import line
from bot.core.talk import prompt
from bot.i18n import Texts, phrases, texts
from bot.people import keeping, library, marked, planning, reflecting
from bot.people.topics import TOPICS, there_are
from bot.people.turn import Rows, Shows, Turn, number, send
from bot.store import marks, people, reflections, showing
from bot.store.people import Client
from bot.telegram import escape

TONES = {"plain": line("As written"), "warm": line("Warm"), "brief": line("Brief")}
LENGTHS = {"whole": line("All of it"), "one": line("One answer")}
"""How a script is said, and how far it goes, by its name in a button."""

HARD = 3
"""The level of scripts that come only to who asked for them."""


def _hard(turn: Turn, client: Client) -> bool:
    """Whether there is a script that asks more."""
    heads = (one.script.header for one in library.all_live(turn.tx, client.language))
    return any(head.for_ == "client" and head.intensity >= HARD for head in heads)


def show(turn: Turn, client: Client, value: str = "") -> None:
    """What holds now, and a button for each of it."""
    t, off = texts(client.language), planning.own_left_out(client)
    hard, by_coach = _hard(turn, client), planning.spared(client) - off
    named = [t.line(said) for tag, said in TOPICS.items() if tag in off]
    lines = [
        t.t("Left out of what comes by itself: {topics}.", topics=escape(t.list(named)))
        if named
        else t.t("What comes by itself may touch any topic.")
        if not by_coach
        else "",
        t.t(
            "{coach} left out of what comes by itself: {topics}. A tap lets it in again.",
            coach=escape(people.coach_name(turn.tx, client.coach_id)),
            topics=escape(t.list(t.line(said) for tag, said in TOPICS.items() if tag in by_coach)),
        )
        if by_coach
        else "",
        t.t("A question comes sealed: the message says only that there is one.")
        if client.rhythm.get("sealed")
        else t.t("A question comes open, as its own message."),
        *form(t, client),
    ]
    if hard:
        wants = bool(client.rhythm.get("challenge"))
        lines.append(
            t.t("Questions that ask more of you may come, later in the work.")
            if wants
            else t.t("Questions that ask more of you do not come.")
        )
    if named:
        lines.append(
            t.t(
                "What your coach gives you of that is not sent either. Your coach reads only that a topic was left "
                "out."
            )
        )
    lines.append(t.t("A tap changes one. /now has every script, whatever is left out here."))
    send(turn, client.id, "\n".join(filter(None, lines)), _rows(turn, client, hard))


def form(t: Texts, client: Client) -> tuple[str, str]:
    """The tone and the length that hold now."""
    tones = {
        "warm": t.t("Questions are said warmly: with your name at the beginning."),
        "brief": t.t("Questions are said briefly: a title, and the question alone."),
    }
    return (
        tones.get(client.rhythm.get("tone", ""), t.t("Questions are said as they are written.")),
        t.t("What comes by itself ends after one answer in your own words.")
        if client.rhythm.get("length") == "one"
        else t.t("What comes by itself goes through all its questions, unless you end it."),
    )


def _rows(turn: Turn, client: Client, hard: bool) -> Rows:
    t, off = texts(client.language), planning.left_out(client)
    there = there_are(turn, client)
    each = [
        (f"{'✕' if tag in off else '✓'} {t.line(said)}"[:60], f"m:suit:{tag}:{'on' if tag in off else 'off'}")
        for tag, said in TOPICS.items()
        if tag in there or tag in off
    ]
    rows: Rows = tuple(tuple(each[at : at + 2]) for at in range(0, len(each), 2))
    sealed, more = bool(client.rhythm.get("sealed")), bool(client.rhythm.get("challenge"))
    rows += (
        ((t.t("Let them come open") if sealed else t.t("Let them come sealed"), _switch("sealed", sealed)),),
    )
    tone, length = client.rhythm.get("tone") or "plain", client.rhythm.get("length") or "whole"
    rows += (
        tuple((_marked(t.line(said), one == tone), f"m:suit:tone:{one}") for one, said in TONES.items()),
        tuple(
            (_marked(t.line(said), one == length), f"m:suit:length:{one}") for one, said in LENGTHS.items()
        ),
    )
    if hard:
        rows += (
            ((t.t("Rather not more") if more else t.t("More may be asked"), _switch("challenge", more)),),
        )
    return rows


def _marked(label: str, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label


def _switch(name: str, holds: bool) -> str:
    return f"m:suit:{name}:{'off' if holds else 'on'}"


def choose(turn: Turn, client: Client, value: str) -> None:
    """One is changed as its button said; what then holds is shown."""
    name, _, wanted = value.partition(":")
    if wanted in ("on", "off") and name in ("sealed", "challenge"):
        people.set_rhythm(turn.tx, client.id, **{name: True if wanted == "on" else None})
    elif name == "tone" and wanted in TONES:
        people.set_rhythm(turn.tx, client.id, tone=None if wanted == "plain" else wanted)
    elif name == "length" and wanted in LENGTHS:
        people.set_rhythm(turn.tx, client.id, length=None if wanted == "whole" else wanted)
    elif wanted in ("on", "off") and name in TOPICS:
        off, by_coach = planning.own_left_out(client), planning.spared(client)
        after = sorted(off - {name} if wanted == "on" else off | {name})
        stays = sorted(by_coach - {name} if wanted == "on" else by_coach)
        people.set_rhythm(turn.tx, client.id, avoid=after or None, spared=stays or None)
    people.touch(turn.tx, client.id, turn.now)
    show(turn, people.client(turn.tx, client.id) or client)


def unseal(turn: Turn, client: Client, value: str) -> None:
    """A sealed question stands here now, with its buttons; opened twice it stays where it is."""
    row, t = reflections.get(turn.tx, number(value)), texts(client.language)
    if row is None or row.client_id != client.id or row.ended_at is not None or row.state != "open":
        return send(
            turn, client.id, t.t("That question is over; /now has one, whenever you like."), silent=True
        )
    talk = row.reflection
    script = library.script_of(turn.tx, row)
    step = script.step(talk.step) if script is not None else None
    if step is None or showing.prompt_of(turn.tx, row.id, talk.question) is not None:
        return send(turn, client.id, t.t("The question above stays open."), silent=True)
    shown = prompt.rows(step, talk, phrases(row.language))
    rows = keeping.buttons(row.id, talk.question, shown)
    rows += keeping.beside(client, row.id, talk, talk.question, shown)
    if talk.question == 1 and (mark := marked.of(turn, client, row)) is not None:
        rows += marked.rows(client, mark)
    text = keeping.worded(turn, client, row, talk.prompt, talk, first=talk.question == 1)
    return send(turn, client.id, text, rows, shows=Shows(row.id, talk.question, "prompt"))


def leave_mark(turn: Turn, client: Client, value: str) -> None:
    """A marked moment is not come back to any more, and the question about it ends; ``back``: it may be again."""
    which, _, back = value.partition(":")
    if any(one.id == number(which) for one in marks.of_client(turn.tx, client.id)):
        (_mark_back if back == "back" else _mark_off)(turn, client, number(which))


def _mark_back(turn: Turn, client: Client, which: int) -> None:
    left = sorted(planning.left_alone(client) - {which})
    people.set_rhythm(turn.tx, client.id, marks_off=left or None)
    people.touch(turn.tx, client.id, turn.now)
    text = texts(client.language).t("That moment may be asked about again, at an hour of yours.")
    send(turn, client.id, text, silent=True)


def _mark_off(turn: Turn, client: Client, which: int) -> None:
    people.set_rhythm(turn.tx, client.id, marks_off=sorted(planning.left_alone(client) | {which}))
    people.touch(turn.tx, client.id, turn.now)
    row = reflections.open_of(turn.tx, client.id)
    if row is not None and row.occasion.startswith(f"{marked.BACK}{which}:"):
        reflecting.put_away(turn, client, row, "stopped")
    t = texts(client.language)
    text = t.t("That moment is not asked about again. It stays in /answers.")
    send(turn, client.id, text, (((t.t("Ask about it again"), f"m:nomark:{which}:back"),),), silent=True)
