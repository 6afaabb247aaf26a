"""A question that was passed: words that come later are offered a place under it, and go there with a yes only."""

from datetime import timedelta

from bot.core.base.words import shorten
from bot.core.digest.measures import question
from bot.core.talk.reflection import over
from bot.i18n import texts
from bot.people import heeding, waking
from bot.people.turn import Rows, Turn, number, send
from bot.store import reflections, response_writes, responses, told
from bot.store.people import Client
from bot.store.responses import Response
from bot.telegram import Message, escape

LATELY = timedelta(days=1)
"""So long after a talk its last question may still be what a note is about."""


def offered(turn: Turn, client: Client, message: Message) -> tuple[str, Rows]:
    """Whether a note answers the last question, which was passed: a line and its yes and no; else nothing."""
    note = responses.of_message(turn.tx, client.id, message.message_id)
    one = _of_latest(turn, client, message)
    if note is None or one is None or heeding.needs_person(turn, client, message.own):
        return "", ()
    t = texts(client.language)
    asked = t.t(
        "You passed “{question}”. Does it answer that?",
        question=escape(shorten(question(one.prompt), waking.NAMED)),
    )
    yes = f"m:passed:{note.id}:{message.message_id}:{one.id}"
    return " " + asked, (
        ((t.t("Yes, under that question"), yes), (t.t("No, a note"), f"m:passed:{note.id}")),
    )


def _of_latest(turn: Turn, client: Client, message: Message) -> Response | None:
    """The last answer of the latest talk, where that is over and the answer was a pass."""
    row = reflections.latest_of(turn.tx, client.id)
    if message.reply_to is not None or row is None or row.ended_at is None or not over(row.reflection):
        return None
    if message.at - row.ended_at > LATELY:
        return None
    last = max(responses.of_reflection(turn.tx, row.id), key=lambda one: one.question, default=None)
    return last if last is not None and last.state == "passed" and not last.texts else None


def chosen(turn: Turn, client: Client, value: str) -> None:
    """A yes puts the note under its question, seen no more widely than it was; a no leaves it a note."""
    which, message, under = (*value.split(":"), "", "")[:3]
    note, one = responses.get(turn.tx, number(which)), responses.get(turn.tx, number(under))
    t = texts(client.language)
    if note is None or note.client_id != client.id or note.reflection_id is not None:
        return None
    mine = one if one is not None and one.client_id == client.id and one.state == "passed" else None
    if mine is None or told.reached(turn.tx, client.id, [note.id]):  # moved, it would be told once more
        return send(turn, client.id, t.t("It stays a note of your own."), silent=True)
    response_writes.put_under(turn.tx, note, number(message), mine)
    response_writes.drop_bare(turn.tx, note.id)
    return send(turn, client.id, waking.kept_under(t, mine.prompt), silent=True)
