"""What people do: write, tap, edit, send files, react, delete."""

import re
from typing import Any

from bot.simulator.arguments import Json
from bot.simulator.chats import lane_of
from bot.simulator.entities import detect, trim
from bot.simulator.files import Kind, mime_of
from bot.simulator.keyboards import labels
from bot.simulator.media import file_json
from bot.simulator.messages import TEXT_LENGTH, quoted, shown
from bot.simulator.state import Chat, ChatMessage, Event, Person, State
from bot.simulator.taps import tap

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
NAMES: dict[Kind, str] = {
    "voice": "voice.oga",
    "photo": "photo.jpg",
    "sticker": "sticker.webp",
    "document": "file",
}
MIMES: dict[Kind, str] = {"voice": "audio/ogg", "photo": "image/jpeg", "sticker": "image/webp"}


def say(state: State, chat: Chat, text: str, reply_to: int | None = None, by: int | None = None) -> int:
    """A person writes a text; the message's id.

    A text beyond 4,096 characters arrives in parts, as Telegram's apps send it; the id is then that of the
    last part. Raises ValueError for what the app would not send.
    """
    if not text.strip():
        raise ValueError("an empty message cannot be sent: give a text")
    parts = [text[i : i + TEXT_LENGTH] for i in range(0, len(text), TEXT_LENGTH)]
    sent = 0
    for part in parts:
        kept, _ = trim(part, [])
        entities = detect(kept)
        content: Json = {"text": kept} | ({"entities": entities} if entities else {})
        sent = _post(state, chat, content, reply_to, by) if kept else sent
    return sent


def start(state: State, chat: Chat, payload: str = "") -> int:
    """A person presses Start, perhaps through a deep link. Raises ValueError for an impossible payload."""
    if payload and not PAYLOAD.fullmatch(payload):
        raise ValueError("a start payload has 1 to 64 characters out of A-Z a-z 0-9 _ -: choose another")
    return say(state, chat, f"/start {payload}".strip())


def send_file(
    state: State,
    chat: Chat,
    kind: Kind,
    data: bytes,
    name: str = "",
    mime: str = "",
    caption: str = "",
    duration: int = 0,
    reply_to: int | None = None,
    by: int | None = None,
) -> int:
    """A person sends a file; the message's id."""
    name = name or NAMES.get(kind, "file")
    file = state.files.keep(kind, data, name, mime or MIMES.get(kind) or mime_of(name, ""))
    content = file_json(file, duration) | ({"caption": caption} if caption else {})
    return _post(state, chat, content, reply_to, by)


def _author(chat: Chat, by: int | None) -> Person:
    if chat.person is not None:
        return chat.person
    if by is not None:
        return chat.members[by]
    return next(iter(chat.members.values()))


def _post(state: State, chat: Chat, content: Json, reply_to: int | None, by: int | None) -> int:
    if chat.blocked:
        raise ValueError(f"chat {chat.id} has blocked the bot: unblock first")
    author = _author(chat, by)
    chat.started = True
    chat.last_id += 1
    body: Json = {
        "message_id": chat.last_id,
        "from": author.json(),
        "chat": chat.json(),
        "date": state.unix(),
    }
    if reply_to is not None:
        body["reply_to_message"] = quoted(chat.messages[reply_to])
    body |= content
    message = ChatMessage(chat.id, chat.last_id, False, body)
    chat.messages[message.id] = message
    state.record(chat, Event(state.now(), "said", author.first_name, message.id, shown(body)))
    state.updates.add("message", body, lane_of(chat))
    return message.id


def edit(state: State, chat: Chat, message_id: int, text: str) -> int:
    """A person edits what they wrote (the caption, if it is a file); the message's id. Raises ValueError."""
    message = chat.messages.get(message_id)
    if message is None or message.out or message.deleted:
        raise ValueError(f"message {message_id} is not this person's: nothing to edit")
    kept, _ = trim(text, [])
    key = "text" if "text" in message.body else "caption"
    entities = detect(kept)
    old = {
        name: value for name, value in message.body.items() if name not in ("entities", "caption_entities")
    }
    message.body = old | {key: kept, "edit_date": state.unix()}
    if entities:
        message.body["entities" if key == "text" else "caption_entities"] = entities
    who = message.body["from"]["first_name"]
    state.record(chat, Event(state.now(), "edited", who, message_id, shown(message.body)))
    state.updates.add("edited_message", message.body, lane_of(chat))
    return message_id


def press(state: State, chat: Chat, wanted: str, message_id: int | None = None, by: int | None = None) -> str:
    """A person taps the newest button with this label or data (of one message, if named).

    Gives the query's id; for a key of a reply keyboard, which only writes its label, the message's id as
    text; an empty string for a button that the bot does not hear of (a link, copied text).
    Raises ValueError naming the buttons there are.
    """
    for message in reversed(chat.messages.values()):
        if not message.out or message.deleted or message_id not in (None, message.id):
            continue
        for row in _inline_rows(message):
            for button in row:
                if wanted in (button["text"], button.get("callback_data")):
                    return _press(state, message, button, _author(chat, by))
    if message_id is None and wanted in keys(chat):
        return str(say(state, chat, wanted, by=by))
    there = ", ".join(buttons(chat)) or "none"
    raise ValueError(f"no button with this label or data in chat {chat.id}; the newest are: {there}")


def _press(state: State, message: ChatMessage, button: Json, by: Person) -> str:
    if state.chats[message.chat_id].blocked:
        raise ValueError(f"chat {message.chat_id} has blocked the bot: unblock first")
    if "callback_data" not in button:
        return ""
    return tap(state, message, button["callback_data"], button["text"], by)


def press_data(state: State, chat: Chat, message_id: int, data: str) -> str:
    """A tap with any data on a message, even where no such button stands: an old screen, a forged tap."""
    message = chat.messages[message_id]
    return tap(state, message, data, data, _author(chat, None))


def _inline_rows(message: ChatMessage) -> list[list[Json]]:
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return list(rows)


def buttons(chat: Chat) -> list[str]:
    """Labels of the newest of the bot's messages that still has inline buttons, in reading order."""
    for message in reversed(chat.messages.values()):
        if message.out and not message.deleted and _inline_rows(message):
            return [label for row in labels(message.body["reply_markup"]) for label in row]
    return keys(chat)


def keys(chat: Chat) -> list[str]:
    """Labels of the reply keyboard that is open, if one is."""
    for message in reversed(chat.messages.values()):
        markup: Json = (message.how.get("markup") if message.out else None) or {}
        if markup.get("remove_keyboard"):
            return []
        if "keyboard" in markup:
            return [label for row in labels(markup) for label in row]
    return []


def remove(state: State, chat: Chat, message_id: int) -> None:
    """A person deletes a message on both sides. Bots are not told in private chats: no update."""
    message = chat.messages[message_id]
    message.deleted = True
    who = chat.person.first_name if chat.person else "client"
    state.record(chat, Event(state.now(), "deleted", who, message_id, shown(message.body)))


def react(state: State, chat: Chat, message_id: int, emoji: str) -> None:
    """A person puts an emoji under a message; the bot hears of it when it asked for message_reaction."""
    author = _author(chat, None)
    new: list[Json] = [{"type": "emoji", "emoji": emoji}] if emoji else []
    body: Json = {
        "chat": chat.json(),
        "message_id": message_id,
        "user": author.json(),
        "date": state.unix(),
        "old_reaction": [],
        "new_reaction": new,
    }
    state.record(chat, Event(state.now(), "reacted", author.first_name, message_id, emoji))
    state.updates.add("message_reaction", body, lane_of(chat))


def inject(state: State, update: Json) -> int:
    """Any object as an update, unknown fields, wrong types and all; only its update_id is set. The id."""
    rest = {key: value for key, value in update.items() if key != "update_id"}
    kind = next(iter(rest), "raw")
    return state.updates.put(kind, rest, f"chat:{_chat_of(rest)}")


def _chat_of(rest: Any) -> Any:
    for value in rest.values():
        if isinstance(value, dict) and isinstance(value.get("chat"), dict):
            return value["chat"].get("id", 0)
    return 0
