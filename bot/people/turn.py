"""One turn: what every person's function has in hand, and how it says something.

Whatever is said becomes an outbox row in the turn's own transaction; its key is made of the inbox row
and a count, so that doing a turn twice adds nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from bot import telegram
from bot.config import Config
from bot.core.safety.concern import Concern
from bot.store import audit, outbox, silence
from bot.store.db import Tx
from bot.telegram.splitting import CAPTION, fits, split_message

ALERT, REPLY, PROMPT, DIGEST, SIGN = range(5)
"""The lanes of the outbox, most pressing first."""

WORDLESS = (
    "answerCallbackQuery",
    "editMessageReplyMarkup",
    "editMessageText",
    "setMessageReaction",
    "deleteMessage",
)
"""Calls by which nothing is said in a chat."""

WORDS, NAMED = "words shown", ""
"""What a message to somebody else holds of the client whom it is about: words, or no more than a name."""

Rows = tuple[tuple[tuple[str, str], ...], ...]
"""Buttons: rows of (label, data)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """An inbox row being thought about, inside its transaction."""

    tx: Tx
    now: datetime
    row: int
    config: Config
    username: str  # the bot's own, for links
    count: Iterator[int] = field(default_factory=count)
    about: set[int] = field(
        default_factory=set
    )  # others whose state it changed: what is due for them is put right
    heard_before: dict[int, datetime] = field(default_factory=dict)  # when somebody was last heard before it
    said: set[int] = field(default_factory=set)  # chats in which it says something
    typed: dict[int, str] = field(
        default_factory=dict
    )  # messages whose label was typed, the key of what is said instead of an edit
    own: set[int] = field(default_factory=set)  # whose chat it came from
    held: dict[int, datetime] = field(
        default_factory=dict
    )  # in whose silence it said something: when that goes
    concerns: dict[str, Concern | None] = field(default_factory=dict)  # what was found in its words
    shown: set[tuple[int, int, str]] = field(default_factory=set)  # to whom whose words went, and as what


@dataclass(frozen=True, slots=True)
class Shows:
    """Which question of which reflection a message shows; of none: what else it is, and the number of that.

    ``purpose``: rhythm; digest (its number) and told (a response) for a coach; coach (a reply) for a client.
    """

    reflection: int | None
    question: int | None
    purpose: str


def send(
    turn: Turn,
    chat_id: int,
    text: str,
    rows: Rows = (),
    *,
    lane: int = REPLY,
    silent: bool = False,
    protect: bool = False,
    shows: Shows | None = None,
    about: int | None = None,
    what: str = WORDS,
    key: str = "",
    reply_to: int = 0,
) -> None:
    """Say something; ``text`` is Telegram HTML, so whatever a person wrote in it is escaped before.

    What is longer than a message goes in several, its buttons under the last of them.
    ``about``: the client whose words are in a message to somebody else, so that they go with them; ``what`` they
    are, for the audit. ``key``: a fresh one that the caller keeps, to know the message again. ``reply_to``: the
    message it is about.
    """
    *before, last = split_message(text)
    for part in before:
        params = telegram.message(chat_id, part, silent=silent, protect=protect)
        parts = shows if shows is not None and shows.reflection is None else None
        _put(turn, chat_id, lane, "sendMessage", params, shows=parts, about=about, what=what)
    params = telegram.message(chat_id, last, rows, silent=silent, protect=protect, reply_to=reply_to)
    _put(turn, chat_id, lane, "sendMessage", params, shows=shows, about=about, what=what, key=key)


def fresh_key(turn: Turn) -> str:
    """A key for one row of the outbox; the same where the turn is done twice."""
    return f"{turn.row}:{next(turn.count)}"


def send_file(
    turn: Turn,
    chat_id: int,
    method: str,
    name: str,
    content: bytes,
    caption: str = "",
    rows: Rows = (),
    *,
    lane: int = REPLY,
    about: int | None = None,
    what: str = WORDS,
    protect: bool = True,
    silent: bool = False,
    key: str = "",
    shows: Shows | None = None,
) -> None:
    """Send a document or photo, its caption in Telegram HTML; not forwardable unless ``protect`` is False.

    A caption that is too long for one comes behind the file, with the buttons.
    """
    below, its_rows = ("", rows) if fits(caption, CAPTION) else (caption, ())
    caption = "" if below else caption
    params = {
        "chat_id": chat_id,
        "filename": name,
        "caption": caption,
        "parse_mode": "HTML",
        "protect_content": protect,
        "disable_notification": silent,
    }
    if its_rows:
        params["reply_markup"] = telegram.keyboard(its_rows)
    _put(turn, chat_id, lane, method, params, file=content, shows=shows, about=about, what=what, key=key)
    if below:
        send(turn, chat_id, below, rows, lane=lane, protect=protect, about=about, what=what)


METHODS = {
    "voice": "sendVoice",
    "audio": "sendAudio",
    "video_note": "sendVideoNote",
    "video": "sendVideo",
    "animation": "sendAnimation",
    "photo": "sendPhoto",
    "document": "sendDocument",
}
"""How Telegram sends again what it has, by kind."""


def send_again(
    turn: Turn, chat_id: int, file: str, caption: str, *, about: int | None = None, what: str = WORDS
) -> None:
    """Have Telegram show a file that it has, by its kind and own id; not forwardable, without a sound."""
    kind, _, file_id = file.partition(":")
    params = {"chat_id": chat_id, kind: file_id, "protect_content": True, "disable_notification": True}
    if kind == "video_note":  # it takes no caption
        send(turn, chat_id, caption, protect=True, about=about, what=what, silent=True)
    else:
        params |= {"caption": caption, "parse_mode": "HTML"}
    _put(turn, chat_id, REPLY, METHODS[kind], params, about=about, what=what)


def answer_tap(turn: Turn, tap: telegram.Tap, text: str = "") -> None:
    """Let the button rest; ``text`` appears for a moment above the chat, or is said to who typed its label."""
    if not tap.callback_id:
        return send(turn, tap.chat_id, telegram.escape(text)) if text else None
    params: dict[str, Any] = {"callback_query_id": tap.callback_id}
    if text:
        params["text"] = text[:200]
    return _put(turn, tap.chat_id, ALERT, "answerCallbackQuery", params)


def react(turn: Turn, chat_id: int, message_id: int, emoji: str, what: str = "") -> None:
    """Put a sign under a message; it holds up nothing that is said. ``what`` it says, beside that it is kept."""
    reaction = [{"type": "emoji", "emoji": emoji}]
    params = {"chat_id": chat_id, "message_id": message_id, "reaction": reaction}
    _put(turn, chat_id, SIGN, "setMessageReaction", params, shows=Shows(None, None, what) if what else None)


def number(text: str) -> int:
    """The number in a button's data; 0 where there is none, as in a forged one. No row has the number 0."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 15 else 0


def set_buttons(turn: Turn, chat_id: int, message_id: int, rows: Rows = ()) -> None:
    """Replace the buttons under a message that was sent."""
    params = {"chat_id": chat_id, "message_id": message_id, "reply_markup": telegram.keyboard(rows)}
    _put(turn, chat_id, REPLY, "editMessageReplyMarkup", params)


def unsay(turn: Turn, chat_id: int, message_id: int) -> None:
    """Take a message of the bot's out of a chat; Telegram lets that be done for 48 hours."""
    _put(turn, chat_id, REPLY, "deleteMessage", {"chat_id": chat_id, "message_id": message_id})


def set_text(turn: Turn, chat_id: int, message_id: int, text: str, rows: Rows = ()) -> None:
    """Replace a message of the bot's own, as when a menu turns a page; one message, so what is longer is cut.

    Who typed a label of it gets a new one, below what they wrote.
    """
    if message_id in turn.typed:
        set_buttons(turn, chat_id, message_id)
        return send(turn, chat_id, split_message(text)[0], rows, key=turn.typed.pop(message_id))
    params = telegram.message(chat_id, split_message(text)[0], rows) | {"message_id": message_id}
    return _put(turn, chat_id, REPLY, "editMessageText", params)


def showed(turn: Turn, reader: int, client_id: int, what: str) -> None:
    """Words of a client's leave for somebody else: their audit gets its row, one a turn for each kind of showing.

    All that is sent comes past here by itself; only what leaves by another way, as by mail, asks for it.
    """
    if (reader, client_id, what) not in turn.shown:
        turn.shown.add((reader, client_id, what))
        audit.add(turn.tx, reader, what, turn.now, client_id)


def tell_admins(turn: Turn, text: str, key: str, rows: Rows = ()) -> None:
    """Tell every admin once per ``key``; never with a client's words."""
    for admin in turn.config.people.admins:
        outbox.add(
            turn.tx,
            key=f"{key}:{admin}",
            chat_id=admin,
            lane=REPLY,
            method="sendMessage",
            params=telegram.message(admin, text, rows),
            now=turn.now,
        )


def _put(
    turn: Turn,
    chat_id: int,
    lane: int,
    method: str,
    params: dict[str, Any],
    *,
    file: bytes | None = None,
    shows: Shows | None = None,
    about: int | None = None,
    what: str = WORDS,
    key: str = "",
) -> None:
    if about is not None and about != chat_id and what:
        showed(turn, chat_id, about, what)
    free = method in WORDLESS or chat_id in turn.own or lane == ALERT
    wait = None if free else silence.until(turn.tx, chat_id, turn.now)
    if method not in WORDLESS:
        turn.said.add(chat_id)
    if wait is not None:
        turn.held[chat_id] = wait
    outbox.add(
        turn.tx,
        key=key or fresh_key(turn),
        chat_id=chat_id,
        lane=lane,
        method=method,
        params=params,
        now=turn.now,
        file=file,
        reflection_id=shows.reflection if shows else None,
        question=shows.question if shows else None,
        purpose=shows.purpose if shows else "",
        about=about,
        not_before=wait,
    )
