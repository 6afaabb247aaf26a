"""Confidences: words that say they are private are kept so, whatever is shared; a short question asks back."""

from collections.abc import Iterable
from datetime import timedelta

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand.confidence import chooses, confides, nothing_else
from bot.i18n import texts
from bot.people import closing, dialogue, reader, reflecting
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import people, reflections, response_writes, responses
from bot.store.people import Client
from bot.store.responses import Response
from bot.telegram import Message, escape

TOGETHER = timedelta(minutes=10)
"""A few words like "that was private" are about what was written within this time too."""


def said(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a message asks that the coach does not get it; what says no more than a button is no such thing."""
    if not confides(message.own, people.coach_name(turn.tx, client.coach_id)):
        return False
    row = reflections.open_of(turn.tx, client.id)
    return row is None or not reflecting.presses(turn, row, message.own)


def hide(turn: Turn, client: Client, message: Message) -> bool:
    """Make a message private, and nothing beside it; False where it was so, or is not kept."""
    one = responses.of_message(turn.tx, client.id, message.message_id)
    if one is None or one.visibility == "private":
        return False
    _hide(turn, one, message.message_id, alone=True)
    return True


def hold(turn: Turn, client: Client, message: Message) -> None:
    """What says that it is private stays so when all of its talk is shared, with whoever is private anyway."""
    one = responses.of_message(turn.tx, client.id, message.message_id)
    if one is not None and one.visibility == "private":
        response_writes.set_visibility(turn.tx, one.id, "private")


def _hide(turn: Turn, one: Response, message_id: int, alone: bool = False) -> int:
    """The response as private; that message ``alone`` where others are with it, or it was told at once."""
    if one.visibility == "now" or (alone and len(one.texts) > 1):
        return response_writes.set_apart(turn.tx, one, message_id, "private")
    response_writes.set_visibility(turn.tx, one.id, "private")
    return one.id


def hidden(turn: Turn, client: Client, message: Message, also: str = "") -> None:
    """What the message is in, and what it is about, is private from now on; that is said, and asked about.

    ``also``: what else is to be said with it.
    """
    one = responses.of_message(turn.tx, client.id, message.message_id)
    before = (
        responses.spoken_since(turn.tx, client.id, message.at - TOGETHER)
        if _bare(turn, client, message)
        else ()
    )
    about = {each.id: each for each in (*before, *((one,) if one else ()))}
    shared = [each for each in about.values() if each.visibility == "session"]
    told_now = [one] if one is not None and one.visibility == "now" else []
    ids = [_hide(turn, each, message.message_id) for each in (*shared, *told_now)]
    if one is not None and not ids:
        response_writes.set_visibility(
            turn.tx, one.id, "private"
        )  # held, also where all of the talk is private so far
    ids = ids or ([one.id] if one else [])
    if any(each in before and (one is None or each.id != one.id) for each in shared):
        also = " ".join(filter(None, (texts(client.language).t("So is what you wrote just before."), also)))
    _ask(turn, client, ids, shared, also)


def _bare(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a message says nothing but that something is private: then it is about what came just before."""
    return nothing_else(message.own, people.coach_name(turn.tx, client.coach_id))


def _ask(turn: Turn, client: Client, ids: list[int], shared: Iterable[Response], also: str) -> None:
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    reached = any(closing.told_of(turn, client, one) for one in shared)
    text = (
        closing.taken_back(turn, client, shared)
        if reached
        else t.t("That is kept, and it is private: {coach} does not get it.", coach=coach)
    )
    text = " ".join(filter(None, (text, also, t.t("Keep it private, or share it?"))))
    rows: Rows = (((t.t("Keep it private"), "private"), (t.t("Share it"), "share")),)
    dialogue.ask(turn, client.id, "client", "confided", text, rows, draft={"ids": ids}, leave="-")


def read(words: str) -> str | None:
    """What is typed for one of the two buttons; a bare yes or no leaves it private."""
    return chooses(words) or ("private" if dialogue.yes_or_no(words) else None)


def _chosen(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value not in ("private", "share"):
        return
    dialogue.end(turn, client.id)
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    if value == "share":
        for number in asked.draft.get("ids", ()):
            response_writes.set_visibility(turn.tx, number, "session")
    text = (
        reader.nobody(turn, client)
        if value == "share" and reader.of(turn, client) is None
        else t.t("It is shared: {coach} gets it by the next digest. /answers changes that.", coach=coach)
        if value == "share"
        else t.t("It stays private. /answers changes that.")
    )
    send(turn, client.id, text, silent=True)
    reflecting.unrest(turn, client)


def left(turn: Turn, client: Client, asked: Dialogue) -> None:
    """Something else is chosen: it stays private, and the talk goes on. By time alone it does not."""
    reflecting.unrest(turn, client)


STEPS: dict[str, Question[Client]] = {
    "confided": Question(
        line("Who sees it"),
        _chosen,
        lambda _turn, _client, _asked, words: read(words),
        again="answers",
        wordless=True,
    )
}
