"""A receipt: the quiet sign under a message that was kept, or a line once where its writer wants no signs."""

from datetime import timedelta

from bot.i18n import texts
from bot.people.turn import Rows, Turn, react, send
from bot.store import people, responses
from bot.store.people import Client
from bot.telegram import Message

KEPT, SEEN = "✍", "👌"
"""Under what is kept as it now reads; under what was taken in and is not kept."""

MARKED, UNMARKED = "marked", "unmarked"
"""What a sign says beside: its answer is a marked moment, or is none any more."""

TOGETHER = timedelta(minutes=1)
"""Bubbles that follow one another so closely are one to their writer: a line says once that they are kept."""


def after(turn: Turn, message: Message, kept: bool) -> None:
    """At the end of a message's turn: a sign, where nothing was said to its writer. Is it ``kept``, or taken in?"""
    if message.chat_id in turn.said:
        return None
    client = people.client(turn.tx, message.chat_id) if kept else None
    if client is None:
        return react(turn, message.chat_id, message.message_id, SEEN)
    if client.reactions:
        return react(turn, client.id, message.message_id, KEPT)
    return None if _said_lately(turn, client, message) else in_words(turn, client)


def in_words(turn: Turn, client: Client) -> None:
    """The same as a line, where a sign is not wanted or cannot be given."""
    send(turn, client.id, texts(client.language).t("Kept."), silent=True)


def of_mark(turn: Turn, client: Client, what: str) -> None:
    """What a sign under a marked answer says, as a line."""
    t = texts(client.language)
    said = t.t("Marked. /answers has it.") if what == MARKED else t.t("Not marked any more.")
    send(turn, client.id, said, silent=True)


def refused(turn: Turn, chat_id: int, what: str, gone: bool) -> None:
    """Telegram gives no sign under a message of this chat: it is said in words, or needs none where it is gone."""
    if (client := people.client(turn.tx, chat_id)) is None:
        return None
    if what in (MARKED, UNMARKED):
        return of_mark(turn, client, what)
    return None if gone else in_words(turn, client)


def choose(turn: Turn, client: Client, value: str = "") -> None:
    """Signs or words: the other of both from now on, or the one ``value`` says; a tap takes it back."""
    wanted = value == "on" if value else not client.reactions
    people.change_client(turn.tx, client.id, reactions=wanted)
    t = texts(client.language)
    said = (
        t.t("From now on ✍ under a message says that it is kept. /signs changes it back.")
        if wanted
        else t.t("From now on a line says once that what you write is kept. /signs brings ✍ back.")
    )
    back: Rows = (((t.t("As it was before"), f"m:signs:{'off' if wanted else 'on'}"),),)
    send(turn, client.id, said, back)


def _said_lately(turn: Turn, client: Client, message: Message) -> bool:
    before = responses.spoken_before(turn.tx, client.id, message.message_id)
    return not message.edited and before is not None and message.at - before < TOGETHER
