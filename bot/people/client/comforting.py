"""/whathelps: the client's own list of what helps, to read, to add to and to take from."""

from datetime import timedelta

from bot.core.base.line import line
from bot.core.base.words import shorten
from bot.core.talk.exchange import Dialogue
from bot.core.talk.spoken import stops
from bot.core.understand.query import command_in
from bot.i18n import texts
from bot.people import comforts, dialogue, reflecting
from bot.people.client import filing
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import people, reflections, what_helps
from bot.store.people import Client
from bot.telegram import Message, escape

BUTTONS = 5
"""Numbers in a row."""

STANDS = timedelta(days=30)
"""So long words under the list are lines of it, while nothing newer was shown: it says nobody else sees them."""


def show(turn: Turn, client: Client, value: str = "") -> None:
    """The list, a number to take each line off, and a way to add one."""
    t, found = texts(client.language), what_helps.of_client(turn.tx, client.id)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    add: Rows = (((t.t("Add what helps"), "m:helpsadd"),),) if len(found) < comforts.MOST else ()
    if not found:
        text = t.t(
            "Nothing stands here yet. Lines of your own about what helps you can stand here. On a rough day you "
            "see them as you wrote them. {coach} does not see them.",
            coach=coach,
        )
        return _shown(turn, client, text, add)
    lines = [f"{place}. {escape(one.words)}" for place, one in enumerate(found, 1)]
    text = t.t(
        "What helps you, in your own words. A number takes that line off. {coach} does not see them.",
        coach=coach,
    )
    each = [(f"✕ {place}", f"m:helpsoff:{one.id}") for place, one in enumerate(found, 1)]
    rows: Rows = tuple(tuple(each[at : at + BUTTONS]) for at in range(0, len(each), BUTTONS))
    return _shown(turn, client, "\n".join((text, *lines)), rows + add)


def _shown(turn: Turn, client: Client, text: str, rows: Rows) -> None:
    """What is typed under the list is a line of it, with or without a tap before."""
    dialogue.also_in_words(turn, client.id, "client", "helps", text, rows, lasts=STANDS)


def add(turn: Turn, client: Client, value: str = "") -> None:
    """Asks for a line or more."""
    text = texts(client.language).t(
        "What helps you on a harder day, even a little? Each line stands by itself."
    )
    dialogue.ask(turn, client.id, "client", "helps", text)


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """Any words but a command's, a stop, and what stands on a button of the talk above."""
    row = reflections.open_of(turn.tx, client.id)
    other = command_in(words) or stops(words) or (row is not None and reflecting.presses(turn, row, words))
    return "said" if words.strip() and not other else None


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if message is None:
        return None
    lines = comforts.lines_of(message.text)
    if not comforts.room(turn, client, lines):
        return _too_much(turn, client, message)
    comforts.put(turn, client, lines)
    return show(turn, client)


def _too_much(turn: Turn, client: Client, message: Message) -> None:
    """More than finds room is a note, and private: it was written where nobody else was to see it."""
    filing.note(turn, client, message, private=True, answered=True)
    t = texts(client.language)
    text = t.t(
        "{n} lines of {letters} letters find room here. What you wrote is kept as a private note.",
        n=comforts.MOST,
        letters=comforts.LETTERS,
    )
    dialogue.also_in_words(turn, client.id, "client", "helps", text, (), lasts=STANDS)


def remove(turn: Turn, client: Client, value: str) -> None:
    """A line goes; its words are said once more, so that a slip of the finger costs nothing."""
    gone = next((one for one in what_helps.of_client(turn.tx, client.id) if one.id == number(value)), None)
    if gone is not None:
        what_helps.remove(turn.tx, client.id, gone.id)
        t = texts(client.language)
        words = escape(shorten(gone.words, comforts.LETTERS))
        send(
            turn, client.id, t.t("Taken off: {words}", words=f"<blockquote>{words}</blockquote>"), silent=True
        )
    show(turn, client)


STEPS: dict[str, Question[Client]] = {
    "helps": Question(
        line("What helps you"), _said, _read, line("A few words work."), "whathelps", wordless=True
    ),
}
