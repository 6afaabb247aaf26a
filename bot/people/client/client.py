"""What a client can say and do."""

from datetime import timedelta

from bot.core.talk.engine import over
from bot.i18n import texts
from bot.people import reflecting
from bot.people.client import menu
from bot.people.client.joining import heard as joining_heard
from bot.people.turn import Turn, number, send
from bot.store import outbox, people, reflections, responses
from bot.store.people import Client
from bot.store.reflections import ReflectionRow
from bot.telegram import Message, Tap, escape

TOGETHER = timedelta(minutes=10)
"""Notes that follow one another within this time are one to their writer: the first is answered."""

RECENT = 5
"""Reflections that may have begun before the prompt of the first of them was seen."""


def heard(turn: Turn, client: Client, message: Message, command: str, rest: str) -> None:
    """A message: a command, a step of joining or of a setting, or words to keep."""
    if command and menu.command(turn, client, command, rest):
        return None
    if client.state == "joining":
        return joining_heard(turn, client, message.text)
    if client.step and not message.file:
        return menu.answered(turn, client, message.text)
    return _words(turn, client, message)


def _words(turn: Turn, client: Client, message: Message) -> None:
    """Words are kept in any case: with the prompt they answer, or as a note."""
    place = _place(turn, client, message)
    if place is None:
        return _note(turn, client, message)
    row, at_turn = place
    return reflecting.heard(turn, client, row, message, at_turn)


def _place(turn: Turn, client: Client, message: Message) -> tuple[ReflectionRow, int] | None:
    """To which prompt a message belongs: the one it replies to, else the latest its writer can have seen."""
    if message.reply_to is not None and (shown := outbox.prompt_at(turn.tx, client.id, message.reply_to)):
        row = reflections.get(turn.tx, shown.reflection_id)
        if row is not None and 0 < shown.turn <= row.reflection.turn:
            return row, shown.turn
    for row in reflections.recent(turn.tx, client.id, RECENT):
        if over(row.reflection) and outbox.seen_closing(turn.tx, row.id, message.message_id):
            return None
        if at_turn := outbox.turn_of(turn.tx, row.id, message.message_id, message.at):
            return (
                row,
                at_turn,
            )  # else its first prompt was still on the way: the one before was being answered
    return None


def _note(turn: Turn, client: Client, message: Message) -> None:
    """Words outside any reflection; one quiet line answers the first of several."""
    before = responses.latest(turn.tx, client.id, 1)
    fresh = responses.note(
        turn.tx,
        client.id,
        message.message_id,
        message.text,
        visibility=client.visibility,
        now=message.at,
        file=message.file,
    )
    more = before and before[0].reflection_id is None and message.at - before[0].at < TOGETHER
    if more or not fresh:
        return
    t = texts(client.language).t
    seen = (
        t(
            "Nobody is reading now; {coach} sees it in the next digest. /answers changes that.",
            coach=escape(people.coach_name(turn.tx, client.coach_id)),
        )
        if client.visibility == "session"
        else t("It is private. /answers changes that.")
    )
    send(turn, client.id, t("Kept, as a note of yours.") + " " + seen, silent=True)


def edited(turn: Turn, message: Message) -> None:
    """An edited message updates what was kept, and what it said before is kept beside it."""
    client = people.client(turn.tx, message.chat_id)
    if client is None or client.state == "joining":
        return None
    found = responses.edit(
        turn.tx, client.id, message.message_id, message.text, now=message.at, edit_key=f"in:{turn.row}"
    )
    if found is None:
        return _words(turn, client, message)  # its first form never came: what is here now is kept
    if found.reflection_id and (row := reflections.get(turn.tx, found.reflection_id)):
        reflections.revise(turn.tx, row, message.message_id, message.text)
    return None


def tapped(turn: Turn, client: Client, tap: Tap, room: str, act: str) -> None:
    """A button: of a prompt, of a closing line, of the menu, or of the help card."""
    match room:
        case "r":
            which, _, rest = act.partition(":")
            at_turn, _, what = rest.partition(":")
            row = reflections.get(turn.tx, number(which))
            if row is not None and row.client_id == client.id:
                reflecting.tapped(turn, client, row, what, number(at_turn), tap.message_id)
        case "f":
            which, _, fit = act.partition(":")
            reflecting.fitted(turn, client, number(which), fit, tap.message_id)
        case "v":
            which, _, visibility = act.partition(":")
            reflecting.shared(turn, client, number(which), visibility, tap.message_id)
        case "m":
            menu.tapped(turn, client, act, tap.message_id)


def resumed(turn: Turn, client: Client) -> None:
    """A pause is over: the plan takes up again, and nothing is said about the time between."""
    if client.state == "paused":
        people.change_client(turn.tx, client.id, state="active", paused_until=None)
