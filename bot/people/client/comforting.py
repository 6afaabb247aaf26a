"""/whathelps: the client's own list of what helps, to read, to add to and to take from."""

from bot.core.base.line import line
from bot.core.base.words import shorten
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import dialogue
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import people, what_helps
from bot.store.people import Client
from bot.telegram import Message, escape

MOST, LETTERS = 20, 300
"""Lines of a list, and letters of a line."""

BUTTONS = 5
"""Numbers in a row."""


def show(turn: Turn, client: Client, value: str = "") -> None:
    """The list, a number to take each line off, and a way to add one."""
    t, found = texts(client.language), what_helps.of_client(turn.tx, client.id)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    add: Rows = (((t.t("Add what helps"), "m:helpsadd"),),) if len(found) < MOST else ()
    if not found:
        text = t.t(
            "Nothing stands here yet. Lines of your own about what helps you can stand here. On a rough day you "
            "see them as you wrote them. {coach} does not see them.",
            coach=coach,
        )
        return send(turn, client.id, text, add)
    lines = [f"{place}. {escape(one.words)}" for place, one in enumerate(found, 1)]
    text = t.t(
        "What helps you, in your own words. A number takes that line off. {coach} does not see them.",
        coach=coach,
    )
    each = [(f"✕ {place}", f"m:helpsoff:{one.id}") for place, one in enumerate(found, 1)]
    rows: Rows = tuple(tuple(each[at : at + BUTTONS]) for at in range(0, len(each), BUTTONS))
    return send(turn, client.id, "\n".join((text, *lines)), rows + add)


def add(turn: Turn, client: Client, value: str = "") -> None:
    """Asks for a line or more."""
    text = texts(client.language).t(
        "What helps you on a harder day, even a little? Each line stands by itself."
    )
    dialogue.ask(turn, client.id, "client", "helps", text)


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    return "said" if words.strip() else None


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if message is None:
        return None
    dialogue.end(turn, client.id)
    t, room = texts(client.language), MOST - len(what_helps.of_client(turn.tx, client.id))
    lines = [one.strip() for one in message.text.splitlines() if one.strip()]
    if len(lines) > room or any(len(one) > LETTERS for one in lines):
        text = t.t(
            "{n} lines of {letters} letters find room here. Nothing was kept.", n=MOST, letters=LETTERS
        )
        return send(turn, client.id, text)
    for place, one in enumerate(lines):
        what_helps.add(turn.tx, client.id, one, turn.now + place * what_helps.APART)
    return show(turn, client)


def remove(turn: Turn, client: Client, value: str) -> None:
    """A line goes; its words are said once more, so that a slip of the finger costs nothing."""
    gone = next((one for one in what_helps.of_client(turn.tx, client.id) if one.id == number(value)), None)
    if gone is not None:
        what_helps.remove(turn.tx, client.id, gone.id)
        t = texts(client.language)
        words = escape(shorten(gone.words, LETTERS))
        send(
            turn, client.id, t.t("Taken off: {words}", words=f"<blockquote>{words}</blockquote>"), silent=True
        )
    show(turn, client)


STEPS: dict[str, Question[Client]] = {
    "helps": Question(line("What helps you"), _said, _read, line("A few words work."), "whathelps"),
}
