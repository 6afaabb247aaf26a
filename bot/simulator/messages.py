"""Messages that the bot sends: text, copies and forwards, and the parts every kind of sending shares."""

import re

from bot.simulator.arguments import Call, Json, whole
from bot.simulator.chats import addressed, let_in, write_chat
from bot.simulator.entities import marked
from bot.simulator.keyboards import inline, labels, reply_markup
from bot.simulator.refused import bad
from bot.simulator.state import Chat, ChatMessage, Event, State

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
MOST_ENTITIES = 100
INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*")
FLAGS = ("protect_content", "disable_notification", "allow_paid_broadcast")


def send_message(state: State, call: Call) -> Json:
    """sendMessage."""
    content = text_content(call)
    return deliver(state, call, content).body


def text_content(call: Call) -> Json:
    """Text and entities of a call. Raises Telegram's refusals for none, blank or too much."""
    if not call.text("text"):
        raise bad("message text is empty")
    text, entities = marked(call, "text", "entities")
    if INVISIBLE.fullmatch(text):
        raise bad("text must be non-empty")
    if len(text) > TEXT_LENGTH:
        raise bad("message is too long")
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities[:MOST_ENTITIES]
    return content


def caption_content(call: Call) -> Json:
    """Caption and its entities, empty when there is none."""
    caption, entities = marked(call, "caption", "caption_entities")
    if len(caption) > CAPTION_LENGTH:
        raise bad("message caption is too long")
    content: Json = {"caption": caption} if caption else {}
    if caption and entities:
        content["caption_entities"] = entities[:MOST_ENTITIES]
    return content


def deliver(state: State, call: Call, content: Json) -> ChatMessage:
    """Send one content where the call says, with its reply and markup. Raises Telegram's refusals."""
    chat = write_chat(state, call)
    reply = replied_to(state, chat, call)
    markup = reply_markup(call)
    let_in(chat)
    state.limits.spend(chat.id, state.now())
    return place(state, chat, content, call, reply, markup)


def place(
    state: State,
    chat: Chat,
    content: Json,
    call: Call,
    reply: ChatMessage | None = None,
    markup: Json | None = None,
) -> ChatMessage:
    """Put a content into a chat as the bot's newest message."""
    chat.last_id += 1
    body: Json = {"message_id": chat.last_id, "from": state.bot, "chat": chat.json(), "date": state.unix()}
    if reply is not None:
        body["reply_to_message"] = quoted(reply)
    body |= content
    if call.flag("protect_content"):
        body["has_protected_content"] = True
    if call.text("message_effect_id"):
        body["effect_id"] = call.text("message_effect_id")
    if inline(markup):
        body["reply_markup"] = markup
    how = {key: True for key in FLAGS if call.flag(key)}
    message = ChatMessage(chat.id, chat.last_id, True, body, {**how, "markup": markup})
    chat.messages[message.id] = message
    chat.action = chat.draft = ""
    silent = call.flag("disable_notification")
    state.record(chat, Event(state.now(), "said", "bot", message.id, shown(body), labels(markup), silent))
    return message


def quoted(message: ChatMessage) -> Json:
    """A message as it stands inside its reply: without its own reply."""
    return {key: value for key, value in message.body.items() if key != "reply_to_message"}


def shown(body: Json) -> str:
    """A message as a person would read it in one go: its text, or what it carries and its caption."""
    if "text" in body:
        return str(body["text"])
    kinds = ("document", "photo", "voice", "sticker", "audio", "video", "location", "contact")
    kind = next((kind for kind in kinds if kind in body), "message")
    name = body[kind].get("file_name", "") if isinstance(body.get(kind), dict) else ""
    caption = body.get("caption", "")
    return f"<{kind}{' ' + name if name else ''}>" + (f" {caption}" if caption else "")


def replied_to(state: State, chat: Chat, call: Call) -> ChatMessage | None:
    """The message that a call answers. Raises when it is not there, unless the bot said that is fine."""
    wanted = call.json("reply_parameters", "reply parameters") or {}
    if not isinstance(wanted, dict):
        raise bad("can't parse reply parameters: expected an Object")
    message_id = whole(wanted.get("message_id"), call.integer("reply_to_message_id"))
    if message_id <= 0:
        return None
    place_of = addressed(state, wanted["chat_id"]) if wanted.get("chat_id") else chat
    message = place_of.messages.get(message_id)
    if message is not None and not message.deleted:
        return message
    lenient = wanted.get("allow_sending_without_reply", call.flag("allow_sending_without_reply"))
    if lenient in (True, "true", "True", "1"):
        return None
    raise bad("message to be replied not found")


def existing(chat: Chat, call: Call, what: str, key: str = "message_id") -> ChatMessage:
    """The message a call means. what: as in 'message to edit'. Raises when it is not there."""
    message_id = call.integer(key)
    if message_id == 0:
        raise bad("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad(f"{what} not found")
    return message


# ---- copies and forwards -----------------------------------------------------------------------

CONTENT = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "document",
    "photo",
    "voice",
    "sticker",
    "audio",
    "video",
)


def content_of(message: ChatMessage) -> Json:
    """What a message says, without where, when and under which buttons."""
    return {key: message.body[key] for key in CONTENT if key in message.body}


def _source(state: State, call: Call, what: str) -> ChatMessage:
    if not call.text("from_chat_id"):
        raise bad('parameter "from_chat_id" is required')
    source = addressed(state, call.args["from_chat_id"])
    return existing(source, call, what)


def copy_message(state: State, call: Call) -> Json:
    """copyMessage: says the same as the bot's own words; a new caption replaces the old one."""
    message = _source(state, call, "message to copy")
    if message.body.get("has_protected_content"):
        raise bad("the message can't be copied")
    content = content_of(message)
    if "caption" in call.args and "text" not in content:
        content = {key: content[key] for key in content if not key.startswith("caption")} | caption_content(
            call
        )
    return {"message_id": deliver(state, call, content).id}


def forward_message(state: State, call: Call) -> Json:
    """forwardMessage: says the same and where it comes from. A protected message is refused."""
    message = _source(state, call, "message to forward")
    if message.body.get("has_protected_content"):
        raise bad("the message can't be forwarded")
    origin = {"type": "user", "sender_user": message.body["from"], "date": message.body["date"]}
    return deliver(state, call, content_of(message) | {"forward_origin": origin}).body
