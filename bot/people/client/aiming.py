"""/ourgoals: the card with their coach, confirmed by a tap or written differently, as a new version."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.talk.spoken import rests, stops
from bot.core.understand.passing import passing
from bot.core.understand.query import command_in
from bot.core.understand.removal import removal
from bot.core.understand.revoking import revoking
from bot.i18n import N_, texts
from bot.people import aims, dialogue, heeding, planning, reader, roster
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import goals, people
from bot.store.people import Client
from bot.telegram import Message, escape


def show(turn: Turn, client: Client, value: str = "") -> None:
    """The card as it stands, with a yes where it waits for one; ``value``: yes and a number, or write."""
    act, _, which = value.partition(":")
    one, t = goals.latest(turn.tx, client.id, client.coach_id), texts(client.language)
    if act == "yes" and one is not None and one.id == number(which) and one.client_at is None:
        return _confirm(turn, client, one.id)
    if act == "write" or one is None:
        return _write(turn, client)
    rows: Rows = (((t.t("Write them differently"), "m:goals:write"),),)
    if one.client_at is None:
        rows = (((t.t("Yes, these are mine"), f"m:goals:yes:{one.id}"),), *rows)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    text = aims.card(turn, t, client, one, coach, escape(client.name) or t.t("you"))
    return send(turn, client.id, text, rows)


def _confirm(turn: Turn, client: Client, which: int) -> None:
    session, t = planning.session_number(turn, client), texts(client.language)
    goals.confirm(turn.tx, which, turn.now, by_coach=False, session=session)
    roster.told(turn, client, N_("{name} confirmed the goals. /goals shows them."))
    return send(
        turn, client.id, t.t("Kept: these are your goals. /ourgoals shows them, and you can change them.")
    )


def _write(turn: Turn, client: Client) -> None:
    t = texts(client.language)
    if reader.of(turn, client) is None:
        return send(turn, client.id, reader.nobody(turn, client))
    text = t.t(
        "Your goals for the work with {coach}, in your words. A line for each, three at most, and behind a dash "
        "how you work on it. Like:\nCalmer evenings – a walk before supper\n{coach} can read and confirm them.",
        coach=escape(people.coach_name(turn.tx, client.coach_id)),
    )
    return dialogue.ask(turn, client.id, "client", "goals", text)


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if _elsewhere(turn, client, words):
        return None
    brief = len(words.split()) < 3 and passing(words)
    bare = not brief and "?" not in words and "؟" not in words
    return dialogue.typed(turn, client.id, asked, words) or ("said" if aims.read(words, bare=bare) else None)


def _elsewhere(turn: Turn, client: Client, words: str) -> bool:
    """Whether words ask for something of the bot, or may need a person: these are no goals, whatever is open."""
    asks = stops(words) or rests(words) or command_in(words) or removal(words)
    taken_back = revoking(words, people.coach_name(turn.tx, client.coach_id))
    return bool(asks or taken_back) or heeding.faint(turn, client, words)


def _refused(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """What is written under the question is never a note: what is missing is said, and it stays open."""
    if _elsewhere(turn, client, words):
        return None
    t, step = texts(client.language), STEPS["goals"]
    return t.t("Still open: {about}. {works}", about=step.about, works=step.works)


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    found = aims.read(message.text, bare=True) if message is not None else ()
    if not found:
        return None
    dialogue.end(turn, client.id)
    if reader.of(turn, client) is None:
        return send(turn, client.id, reader.nobody(turn, client))
    session, t = planning.session_number(turn, client), texts(client.language)
    goals.add(turn.tx, client.id, client.coach_id, found, turn.now, by_coach=False, session=session)
    roster.told(turn, client, N_("{name} wrote the goals in their own words. /goals shows them, to confirm."))
    said = t.t(
        "Kept. They are agreed once {coach} confirms them.",
        coach=escape(people.coach_name(turn.tx, client.coach_id)),
    )
    return send(turn, client.id, f"{aims.listed(t, found)}\n{said}")


STEPS: dict[str, Question[Client]] = {
    "goals": Question(line("Your goals"), _said, _read, aims.WORKS, "ourgoals", refuse=_refused, goes=True)
}
