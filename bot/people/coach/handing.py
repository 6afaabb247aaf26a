"""A coach proposes that another goes on with a client, or leaves; the clients decide."""

from collections.abc import Sequence

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand import names
from bot.i18n import texts
from bot.people import choosing, dialogue, handover, roster
from bot.people.choosing import WithWhom
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import notes, people
from bot.store.people import Client, Coach
from bot.telegram import Message, escape


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/handover NAME: to whom; the client is asked, and decides."""
    choosing.client(turn, coach, WHOM, rest)


def _to_whom(turn: Turn, coach: Coach, client: Client, said: str) -> None:
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    if (to := handover.open_to(turn, client)) is not None:
        text = t.t("{name} is being asked whether {new} goes on with them.", name=name, new=escape(to.name))
        rows: Rows = (((t.t("Take it back"), "back"),),)
    else:
        found = handover.others(turn, coach)
        if not found:
            return send(turn, coach.id, t.t("No other coach is here. An admin lets one in with /coach."))
        text = t.t(
            "To whom? {name} decides: whether, and what becomes of what they wrote.",
            name=name,
        )
        rows = _buttons(found)
    return dialogue.ask(turn, coach.id, "coach", "handto", text, rows, draft={"client": client.id})


def _buttons(found: Sequence[Coach]) -> Rows:
    return tuple(((one.name[:60], str(one.id)),) for one in found[:90])


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    ways = names.named(words, [(one.id, one.name) for one in handover.others(turn, coach)])
    return str(ways[0].ids[0]) if ways and ways[0].whole and len(ways[0].ids) == 1 else None


def _meant(turn: Turn, coach: Coach, value: str) -> Coach | None:
    return next((one for one in handover.others(turn, coach) if one.id == number(value)), None)


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is None:
        return None
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    if value == "back":
        dialogue.end(turn, coach.id)
        handover.withdraw(turn, client, coach)
        return send(turn, coach.id, t.t("Taken back: {name} stays with you, and reads that.", name=name))
    to = _meant(turn, coach, value)
    if to is None:
        return None
    text, draft = "\n".join(_follows(turn, coach, client, to)), {"client": client.id, "to": to.id}
    rows: Rows = (((t.t("Yes, ask {name}", name=roster.called(turn, t, client))[:60], "yes"),),)
    return dialogue.ask(turn, coach.id, "coach", "handsure", text, rows, draft=draft)


def _follows(turn: Turn, coach: Coach, client: Client, to: Coach) -> list[str]:
    """What a yes asks of the client, and what follows where they choose to go on with the other, line by line."""
    t, new = texts(coach.language), escape(to.name)
    name = escape(roster.called(turn, t, client))
    lines = [
        t.t("{name} is asked whether {new} goes on with them. Where they choose that:", name=name, new=new),
        t.t("{new} reads what {name} shared with you, where {name} allows it.", name=name, new=new),
        t.t("Sessions, days and hours go along. From then on nothing of theirs reaches you."),
    ]
    if noted := len(notes.of(turn.tx, coach.id, client.id)):
        lines.append(t.n("{n} note of yours is erased.", "{n} notes of yours are erased.", noted))
    lines += [
        t.t("Erased too: notes for peers about them, and moments that you marked for them."),
        t.t("Goals that {name} has not confirmed do not go along.", name=name),
        t.t("What you gave and has not gone yet does not go."),
    ]
    return [*lines, t.t("Is {name} asked now?", name=name)]


def _hand_sure(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client, to = (
        roster.one(turn, coach, asked.draft.get("client") or 0),
        _meant(turn, coach, str(asked.draft.get("to", 0))),
    )
    if value != "yes" or client is None:
        return None
    dialogue.end(turn, coach.id)
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    if to is None:
        return send(turn, coach.id, t.t("That coach is not here any more; nothing is changed."))
    handover.offer(turn, client, coach, to)
    text = t.t("{name} is asked. Until they choose, all is as before; you read what they chose.", name=name)
    return send(turn, coach.id, text)


def leave(turn: Turn, coach: Coach, rest: str) -> None:
    """/leave: asks once; whoever is named is proposed to the clients."""
    t, found = texts(coach.language), handover.others(turn, coach)
    mine = len(people.clients_of(turn.tx, coach.id))
    text = t.t(
        "You would be no coach here any more, at once, and read nothing from then on. Your clients are asked what "
        "becomes of what they wrote. Who can go on with them?"
    )
    if mine:
        text += "\n" + t.n("{n} client is with you.", "{n} clients are with you.", mine)
    rows = (*_buttons(found), ((t.t("Nobody is named"), "nobody"),))
    return dialogue.ask(turn, coach.id, "coach", "leaving", text, rows, leave=t.t("I stay"))


def _leaving_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """Before it is done, all that goes with it is said."""
    to = _meant(turn, coach, value)
    if to is None and value != "nobody":
        return None
    t = texts(coach.language)
    text = "\n".join(_going(turn, coach, to))
    rows: Rows = (((t.t("Yes, I leave"), "yes"),),)
    draft = {"to": to.id if to is not None else 0}
    return dialogue.ask(turn, coach.id, "coach", "leavesure", text, rows, draft=draft, leave=t.t("I stay"))


def _going(turn: Turn, coach: Coach, to: Coach | None) -> list[str]:
    """What becomes of the clients, and what is erased, line by line."""
    t, all_of = texts(coach.language), people.clients_of(turn.tx, coach.id)
    mine = [one for one in all_of if one.state != "joining"]
    names_of = t.list(escape(roster.called(turn, t, one)) for one in mine)
    lines = [t.t("This is what a yes does, at once:")]
    if mine and to is not None:
        lines.append(t.t("Asked whether {new} goes on: {names}.", new=escape(to.name), names=names_of))
    elif mine:
        lines.append(t.t("Asked what becomes of theirs, with nobody named: {names}.", names=names_of))
    noted = sum(len(notes.of(turn.tx, coach.id, one.id)) for one in mine)
    if noted:
        lines.append(t.n("{n} note of yours is erased.", "{n} notes of yours are erased.", noted))
    lines += [
        t.t(
            "Erased too: notes for peers, what you wrote for yourself, what clients read about you, your e-mail."
        ),
        t.t("Open links let nobody in. What you gave and has not gone yet does not go."),
        t.t("It cannot be undone: an admin can let you in again, and what was erased stays erased."),
    ]
    return lines


def _leave_sure(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "yes":
        handover.leave(turn, coach, _meant(turn, coach, str(asked.draft.get("to", 0))))


WHOM = WithWhom("handwhom", line("The handover"), "handover", _to_whom, lambda *_: False)

STEPS: dict[str, Question[Coach]] = {
    "handwhom": choosing.question(WHOM),
    "handto": Question(line("The handover"), _said, _read, again="handover"),
    "handsure": Question(
        line("The handover"), _hand_sure, dialogue.sure_read, line("A yes does it."), "handover"
    ),
    "leaving": Question(line("Leaving"), _leaving_said, again="leave"),
    "leavesure": Question(line("Leaving"), _leave_sure, dialogue.sure_read, line("A yes does it."), "leave"),
}
