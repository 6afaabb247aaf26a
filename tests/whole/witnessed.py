"""What a client's words leave behind in somebody else's chat, looked at as every test of a whole bot ends.

Who reads them there leaves a row in the audit; what may need a person lies under a cover, in no notification.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape

from bot import safety_lists
from bot.people.client.opened import ACTS
from bot.simulator import ChatMessage, Simulator
from bot.store import change_requests, goals, moments, responses
from bot.store.db import Tx
from bot.vault import VaultFault

LONG = 12
"""What is shorter may stand in a message by chance."""


def unwitnessed(tx: Tx, sim: Simulator) -> list[str]:
    """Messages in somebody else's chat that show a client's words without a row of their instant in the audit."""
    return [
        f"client {client} in the chat of {chat}: {said}"
        for client in [row[0] for row in tx.db.execute("SELECT id FROM clients")]
        for chat in sim.core.state.chats
        if chat != client
        for said in _shown(tx, sim, client, chat)
    ]


def _shown(tx: Tx, sim: Simulator, client: int, chat: int) -> Iterator[str]:
    language = str(tx.db.execute("SELECT language FROM clients WHERE id = ?", (client,)).fetchone()[0] or "")
    own = _plain(" ".join(str(one.body.get("text", "")) for one in sim.messages(chat) if not one.out))
    own += "\n" + "\n".join(
        map(_plain, _words(tx, chat))
    )  # a poll, a place, a file: two people may send the same
    words = {one for one in map(_plain, _words(tx, client)) if len(one) >= LONG and one not in own}
    for message in (one for one in sim.messages(chat) if one.out and words):
        said = _all(sim, message)
        if any(one in said for one in words) and not _noted(tx, client, chat, message.id):
            yield said[:200]
        bare = _plain(_uncovered(message))
        if found := [one for one in words if one in bare and safety_lists.find(one, language)]:
            yield f"not covered: {found}"


def _words(tx: Tx, client: int) -> Iterator[str]:
    with suppress(VaultFault):  # a test damaged one
        for one in responses.all_of(tx, client):
            yield from (text.words for text in one.texts)
    for kept in moments.of_client(tx, client):
        yield from kept.words if kept.side == "client" else ()
    for version in goals.of_client(tx, client):
        yield from (goal for goal, _ in version.goals)
    yield from (one.words for one in change_requests.of_client(tx, client))


def _all(sim: Simulator, message: ChatMessage) -> str:
    """All that a message shows: text, caption, labels, and the file where it can be read."""
    page = ""
    if str(message.body.get("document", {}).get("file_name", "")).endswith((".html", ".txt", ".json")):
        page = re.sub("<[^>]*>", " ", sim.document(message.chat_id, message.id).decode("utf-8", "replace"))
    return _plain(" ".join((_text(message), _labels(message), page)))


def _uncovered(message: ChatMessage) -> str:
    """What a notification could show: the text without what is under a cover, and the labels."""
    said = _text(message).encode("utf-16-le")
    for one in message.body.get("entities", []):
        if one["type"] == "spoiler":
            start, end = 2 * one["offset"], 2 * (one["offset"] + one["length"])
            said = said[:start] + "·".encode("utf-16-le") * one["length"] + said[end:]
    return said.decode("utf-16-le") + " " + _labels(message)


def _text(message: ChatMessage) -> str:
    return str(message.body.get("text", message.body.get("caption", "")))


def _labels(message: ChatMessage) -> str:
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return " ".join(str(button["text"]) for row in rows for button in row)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unescape(text)).strip().casefold()


def _noted(tx: Tx, client: int, chat: int, message: int) -> bool:
    """Whether a row stands there, of the instant at which the message was made."""
    found = tx.db.execute(
        "SELECT a.action FROM outbox o JOIN audit a ON a.at = o.made_at AND a.actor = o.chat_id "
        "WHERE o.chat_id = :chat AND o.message_id = :message AND a.subject = :client",
        {"chat": chat, "message": message, "client": client},
    ).fetchall()
    gone = not tx.db.execute(
        "SELECT 1 FROM outbox WHERE chat_id = :chat AND message_id = :message",
        {"chat": chat, "message": message},
    ).fetchone()
    return gone or any(row[0] in ACTS for row in found)
