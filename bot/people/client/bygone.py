"""A question of weeks ago: what comes now is a note of today, and goes under it with a tap only."""

from datetime import timedelta

from bot.core.base.words import shorten
from bot.core.digest.measures import question
from bot.core.talk.reflection import answer_at
from bot.i18n import texts
from bot.people import heeding, reflecting, waking
from bot.people.client import confiding
from bot.people.turn import Rows, Turn, number, send
from bot.store import reflections, response_writes, responses, told
from bot.store.people import Client
from bot.store.reflections import ReflectionRow
from bot.telegram import Message, escape

LONG_AGO = timedelta(days=14)
"""What comes later than this, and is no reply, is more likely of its own day."""


def is_bygone(turn: Turn, row: ReflectionRow, at_turn: int) -> bool:
    """Whether a question was asked weeks ago, and waits for nothing any more."""
    asked = row.reflection.asked_at if at_turn == row.question else None
    return (
        row.state in ("lapsed", "parked", "stopped", "done")
        and turn.now - (asked or row.begun_at) >= LONG_AGO
    )


def offered(
    turn: Turn, client: Client, message: Message, row: ReflectionRow, at_turn: int
) -> tuple[str, Rows]:
    """That words are no answer to it, and the tap that makes them one; words that may need a person quote none."""
    note = responses.of_message(turn.tx, client.id, message.message_id)
    if note is None or heeding.needs_person(turn, client, message.own):
        return "", ()
    t = texts(client.language)
    asked = escape(shorten(question(answer_at(row.reflection, at_turn).prompt), waking.NAMED))
    value = f"m:under:{note.id}:{message.message_id}:{row.id}:{at_turn}"
    said = t.t("It is of today, and not under “{question}”.", question=asked)
    return " " + said, (((t.t("It answers that question"), value),),)


def chosen(turn: Turn, client: Client, value: str) -> None:
    """The tap: the note stands under that question, seen no more widely than it was; a tap takes it back."""
    which, at_message, at_row, at_turn = map(number, (*value.split(":"), "", "", "")[:4])
    note, row = responses.get(turn.tx, which), reflections.get(turn.tx, at_row)
    text = next((one for one in note.texts if one.message_id == at_message), None) if note else None
    if (
        note is None
        or row is None
        or text is None
        or client.id != note.client_id
        or client.id != row.client_id
    ):
        return None
    t = texts(client.language)
    sent = told.reached(turn.tx, client.id, [note.id])  # moved, it would be told once more
    if note.reflection_id is not None or sent or text.edits or not 0 < at_turn <= row.question:
        return send(turn, client.id, t.t("It stays a note of your own."), silent=True)
    response_writes.erase_text(turn.tx, client.id, at_message)
    response_writes.drop_bare(turn.tx, note.id)
    again = Message(client.id, at_message, text.words, text.at, file=text.file, origin=text.origin)
    reflecting.heard(turn, client, row, again, at_turn, rests=True)
    one = responses.of_message(turn.tx, client.id, at_message)
    if one is None:
        return None
    if note.visibility == "private":
        confiding.hide(turn, client, again)
    said = waking.kept_under(t, answer_at(row.reflection, at_turn).prompt)
    rows: Rows = (((t.t("It is a note of its own"), f"m:apart:{one.id}:{at_message}"),),)
    return send(turn, client.id, said, rows, silent=True)
