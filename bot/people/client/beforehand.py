"""Beforehand: whether a client sees what goes to their coach before it goes, and a line that they add to it."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import advance_copy, dialogue, gathering, reader
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import people, response_writes, responses
from bot.store.people import Client
from bot.telegram import Message, escape


def show(turn: Turn, client: Client, value: str = "") -> None:
    """What holds now, and a button for the other; where nobody reads, that."""
    if reader.of(turn, client) is None:
        return send(turn, client.id, reader.nobody(turn, client))
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    if client.rhythm.get("preview", True):
        text = t.t(
            "Half a day before something new goes to {coach}, you see here what it is. What comes after a "
            "brief you see half an hour before. Where nothing is new, nothing comes. /shared shows it any time.",
            coach=coach,
        )
        rows: Rows = (((t.t("Not before each time"), "m:look:off"),),)
    else:
        text = t.t("What goes to {coach} is not shown to you before. /shared shows it any time.", coach=coach)
        rows = (((t.t("Show it before it goes"), "m:look:on"),),)
    return send(turn, client.id, text, rows)


def choose(turn: Turn, client: Client, value: str) -> None:
    """The tap on one of the two; what then holds is said."""
    if value in ("on", "off"):
        people.set_rhythm(turn.tx, client.id, preview=False if value == "off" else None)
    show(turn, people.client(turn.tx, client.id) or client)


def hold_back(turn: Turn, client: Client, value: str = "") -> None:
    """One tap: all that would go is private from now on, each to be shared again."""
    coach = reader.of(turn, client)
    if coach is None:
        return send(turn, client.id, reader.nobody(turn, client))
    for one in gathering.untold(turn, coach, client):
        response_writes.set_visibility(turn.tx, one.id, "private")
    t = texts(client.language)
    text = t.t(
        "Held back: nothing that you saw here goes to {coach} now. In this list each can be shared again.",
        coach=escape(coach.name),
    )
    rows: Rows = (((t.t("Change or hold back"), "m:going"),),)
    return send(turn, client.id, text, rows)


def add(turn: Turn, client: Client, value: str = "") -> None:
    """Asks for a line that goes along."""
    if reader.of(turn, client) is None:
        return send(turn, client.id, reader.nobody(turn, client))
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    return dialogue.ask(
        turn, client.id, "client", "addline", t.t("What would you like {coach} to read as well?", coach=coach)
    )


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    return "said" if words.strip() else None


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if message is None:
        return None
    dialogue.end(turn, client.id)
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    prompt = t.t("What would you like {coach} to read as well?", coach=coach)
    reads = reader.of(turn, client) is not None
    response_writes.note(
        turn.tx,
        client.id,
        message.message_id,
        message.text,
        visibility="session" if reads else "private",
        now=message.at,
        prompt=prompt,
    )
    one = responses.of_message(turn.tx, client.id, message.message_id)
    if one is None:
        return None
    if not reads:  # the coach left while it was asked
        return send(turn, client.id, reader.nobody(turn, client))
    telling = advance_copy.added(turn, client, one)
    if telling is None:
        text = t.t("Kept, and shared with {coach}. /shared says when it goes.", coach=coach)
    else:
        text = t.t(
            "Kept. It goes along to {coach} on {when}.",
            coach=coach,
            when=t.when(telling, client.where),
        )
    return send(turn, client.id, text)


STEPS: dict[str, Question[Client]] = {
    "addline": Question(
        line("A line for your coach"), _said, _read, line("A few words work."), "shared", goes=True
    ),
}
