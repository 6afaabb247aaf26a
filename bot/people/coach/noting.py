"""/note and /notes: what moved in the coach, for the coach alone; read and deleted by nobody else."""

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import choosing, dialogue, roster, undoable
from bot.people.choosing import WithWhom
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.people.undoable import Kept, Undoable
from bot.store import notes
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

SHOWN = 20
"""So many of the latest notes are shown at once."""


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/note NAME words."""
    choosing.leading(turn, coach, NOTE, rest)


def read(turn: Turn, coach: Coach, rest: str) -> None:
    """/notes NAME: the notes about that client, each with a button that deletes it."""
    choosing.leading(turn, coach, NOTES, rest)


def keep(turn: Turn, coach: Coach, client: Client, said: str) -> None:
    """A note about a client; without words they are asked for."""
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    if not said:
        text = t.t(
            "Your note about {name}, for you alone: in no digest, and {name} reads it nowhere here. The law may "
            "let them ask for it.",
            name=name,
        )
        return dialogue.ask(turn, coach.id, "coach", "note", text, draft={"client": client.id})
    which = notes.add(turn.tx, coach.id, client.id, said, turn.now)
    undoable.note(turn, coach, client, "noted", {"note": which})
    text = t.t("Kept for you alone, about {name}. /notes shows it.", name=name)
    return send(turn, coach.id, text, (((t.t("Undo"), f"k:unnote:{which}"),),))


def _note_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return "said" if words.strip() else None


def _note_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is not None and message is not None:
        dialogue.end(turn, coach.id)
        keep(turn, coach, client, message.text.strip())


def show(turn: Turn, coach: Coach, client: Client, said: str = "") -> None:
    """The latest notes about a client, with the way to each one's end."""
    t, zone = texts(coach.language), coach.zone or "UTC"
    name, mine = escape(roster.called(turn, t, client)), notes.of(turn.tx, coach.id, client.id)
    if not mine:
        return send(turn, coach.id, t.t("No note of yours about {name}. /note keeps one.", name=name))
    text = t.t("Your notes about {name}, for you alone:", name=name)
    found: Rows = ()
    for place, one in enumerate(mine[-SHOWN:], 1):
        day = t.dated(wall.local(one.at, zone).date())
        text += "\n\n" + t.t("{number}. {day}: {words}", number=place, day=day, words=escape(one.words))
        found += (((t.t("Delete {number}", number=place), f"k:strike:{one.id}"),),)
    return send(turn, coach.id, text, found, protect=True)


def own(turn: Turn, coach: Coach, which: int) -> bool:
    """Whether a note is this coach's."""
    found = notes.owner(turn.tx, which)
    return found is not None and found[0] == coach.id


def ask(turn: Turn, coach: Coach, value: str) -> None:
    """Before a note goes for good: whose it is, and of which day."""
    found, t = notes.owner(turn.tx, number(value)), texts(coach.language)
    client = roster.one(turn, coach, found[1]) if found is not None and found[0] == coach.id else None
    kept = notes.of(turn.tx, coach.id, client.id) if client is not None else ()
    one = next((each for each in kept if each.id == number(value)), None)
    if client is None or one is None:
        return None
    name, day = (
        escape(roster.called(turn, t, client)),
        t.dated(wall.local(one.at, coach.zone or "UTC").date()),
    )
    text = t.t("Delete your note about {name} of {day}? It cannot be undone.", name=name, day=day)
    rows: Rows = (((t.t("Yes"), "yes"),),)
    return dialogue.ask(
        turn, coach.id, "coach", "strike", text, rows, draft={"client": client.id, "note": one.id}
    )


def _sure(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "yes":
        dialogue.end(turn, coach.id)
        delete(turn, coach, str(asked.draft.get("note", 0)))


def delete(turn: Turn, coach: Coach, value: str) -> None:
    """A note is gone, and no copy of it stays in the database."""
    found, t = notes.owner(turn.tx, number(value)), texts(coach.language)
    if found is None or not notes.delete(turn.tx, coach.id, number(value)):
        return None
    client = roster.one(turn, coach, found[1])
    name = escape(roster.called(turn, t, client)) if client is not None else ""
    return send(turn, coach.id, t.t("Deleted: a note about {name}.", name=name))


def _any(turn: Turn, coach: Coach, said: str) -> bool:
    return bool(said)


def _is_kept(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    return own(turn, coach, kept["note"])


def _is_gone(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    return not _is_kept(turn, coach, client, kept)


def _unnoted(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    notes.delete(turn.tx, coach.id, kept["note"])
    return texts(coach.language).t("It is deleted, and no copy of it is kept here.")


def _what(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t = texts(coach.language)
    return t.t("{name}: a note of yours.", name=escape(roster.called(turn, t, client)))


UNDO: dict[str, Undoable] = {"noted": Undoable(_is_kept, _unnoted, _what, _is_gone)}
NOTE = WithWhom("aboutwhom", line("A note for you alone"), "note", keep, _any)
NOTES = WithWhom("notesof", line("Your notes"), "notes", show, _any)

STEPS: dict[str, Question[Coach]] = {
    "strike": Question(line("Deleting a note"), _sure, dialogue.sure_read, line("A yes does it."), "notes"),
    "aboutwhom": choosing.question(NOTE),
    "notesof": choosing.question(NOTES),
    "note": Question(
        line("A note for you alone"), _note_said, _note_read, line("Your words, as you like."), "note"
    ),
}
