"""Changing what the bot has said: edits, deletions, pins, reactions."""

from datetime import timedelta

from bot.simulator.arguments import Call, Json, whole
from bot.simulator.chats import let_in, read_chat, write_chat
from bot.simulator.entities import marked
from bot.simulator.keyboards import inline, labels, reply_markup
from bot.simulator.messages import CAPTION_LENGTH, INVISIBLE, TEXT_LENGTH, content_of, existing, shown
from bot.simulator.refused import bad
from bot.simulator.state import Chat, ChatMessage, Event, State

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DELETABLE = timedelta(hours=48)
MOST_AT_ONCE = 100
EMOJI = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ "
    "🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 "
    "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)


def edit_message_text(state: State, call: Call) -> Json:
    """editMessageText."""
    if not call.text("text"):
        raise bad("message text is empty")
    text, entities = marked(call, "text", "entities")
    if INVISIBLE.fullmatch(text):
        raise bad("text must be non-empty")
    message = _editable(state, call)
    if len(text) > TEXT_LENGTH:
        raise bad("MESSAGE_TOO_LONG")
    if "text" not in message.body:
        raise bad("there is no text in the message to edit")
    return _change(state, call, message, {"text": text} | ({"entities": entities} if entities else {}))


def edit_message_caption(state: State, call: Call) -> Json:
    """editMessageCaption: of a message that carries a file."""
    caption, entities = marked(call, "caption", "caption_entities")
    message = _editable(state, call)
    if len(caption) > CAPTION_LENGTH:
        raise bad("MEDIA_CAPTION_TOO_LONG")
    content = content_of(message)
    if "text" in content:
        raise bad("there is no caption in the message to edit")
    kept = {key: content[key] for key in content if not key.startswith("caption")}
    fresh: Json = {"caption": caption} if caption else {}
    return _change(state, call, message, kept | fresh | ({"caption_entities": entities} if entities else {}))


def edit_message_reply_markup(state: State, call: Call) -> Json:
    """editMessageReplyMarkup: other buttons, or none."""
    message = _editable(state, call)
    return _change(state, call, message, content_of(message))


def _editable(state: State, call: Call) -> ChatMessage:
    if call.text("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    chat = write_chat(state, call)
    message = existing(chat, call, "message to edit")
    if not message.out:
        raise bad("message can't be edited")
    return message


def _change(state: State, call: Call, message: ChatMessage, content: Json) -> Json:
    chat = state.chats[message.chat_id]
    markup = reply_markup(call)
    if markup and inline(markup) is None:
        raise bad("inline keyboard expected")
    let_in(chat)
    if content == content_of(message) and markup == message.body.get("reply_markup"):
        raise bad(NOT_MODIFIED)
    fixed = {key: value for key, value in message.body.items() if key not in content_of(message)}
    fixed.pop("reply_markup", None)
    message.body = (
        fixed | content | {"edit_date": state.unix()} | ({"reply_markup": markup} if markup else {})
    )
    message.how["markup"] = markup
    event = Event(state.now(), "edited", "bot", message.id, shown(message.body), labels(markup))
    state.record(chat, event)
    return message.body


# ---- deletions ---------------------------------------------------------------------------------


def delete_message(state: State, call: Call) -> bool:
    """deleteMessage: within 48 hours, in a private chat also what the person wrote."""
    chat = read_chat(state, call)
    _delete(state, chat, existing(chat, call, "message to delete"))
    return True


def delete_messages(state: State, call: Call) -> bool:
    """deleteMessages: up to 100; those that are not there are passed over."""
    wanted = _many(call)
    chat = read_chat(state, call)
    found = (chat.messages.get(one) for one in wanted)
    for message in found:
        if message is not None and not message.deleted:
            _delete(state, chat, message)
    return True


def _many(call: Call) -> list[int]:
    wanted = call.json("message_ids", "message_ids")
    if wanted is not None and not isinstance(wanted, list):
        raise bad("expected an Array of message identifiers")
    if not wanted:
        raise bad("message identifiers are not specified")
    if len(wanted) > MOST_AT_ONCE:
        raise bad("too many message identifiers specified")
    ids = [whole(one) for one in wanted]
    if min(ids) <= 0:
        raise bad("invalid message identifier specified")
    return ids


def _delete(state: State, chat: Chat, message: ChatMessage) -> None:
    age = timedelta(seconds=state.unix() - int(message.body["date"]))
    if age > DELETABLE:
        raise bad("message can't be deleted")
    message.deleted = True
    chat.pinned = [one for one in chat.pinned if one != message.id]
    who = "bot" if message.out else str(message.body["from"]["first_name"])
    state.record(chat, Event(state.now(), "deleted", who, message.id, shown(message.body)))


# ---- pins and reactions ------------------------------------------------------------------------


def pin_chat_message(state: State, call: Call) -> bool:
    """pinChatMessage."""
    chat = write_chat(state, call)
    message = existing(chat, call, "message to pin")
    let_in(chat)
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        state.record(chat, Event(state.now(), "pinned", "bot", message.id, shown(message.body)))
    return True


def unpin_chat_message(state: State, call: Call) -> bool:
    """unpinChatMessage: the one named, or the newest."""
    chat = write_chat(state, call)
    message_id = call.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(message_id)
    return True


def unpin_all_chat_messages(state: State, call: Call) -> bool:
    """unpinAllChatMessages."""
    write_chat(state, call).pinned.clear()
    return True


def set_message_reaction(state: State, call: Call) -> bool:
    """setMessageReaction: one of Telegram's emoji, or none."""
    wanted = call.json("reaction", "reaction types") or []
    if not isinstance(wanted, list) or not all(isinstance(one, dict) for one in wanted):
        raise bad("can't parse reaction types: expected an Array of ReactionType")
    chat = write_chat(state, call)
    message = existing(chat, call, "message to react")
    let_in(chat)
    if len(wanted) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if not all(_is_reaction(one) for one in wanted):
        raise bad("REACTION_INVALID")
    message.reactions = wanted
    text = " ".join(str(one["emoji"]) for one in wanted)
    state.record(chat, Event(state.now(), "reacted", "bot", message.id, text))
    return True


def _is_reaction(one: Json) -> bool:
    emoji = str(one.get("emoji", "")).replace("\ufe0f", "")
    return one.get("type") == "emoji" and bool(emoji) and f" {emoji} " in f" {EMOJI} "
