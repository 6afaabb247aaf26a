"""Chats: who is there, who may be written to, and what the bot hears when somebody comes or goes."""

from typing import Literal

from bot.simulator.arguments import Call, Json, whole
from bot.simulator.entities import marked
from bot.simulator.refused import RefusedCall, bad, forbidden
from bot.simulator.state import Chat, ChatKind, Event, Person, State

FIRST_PERSON = 10_001
FIRST_GROUP = -50_001
SUPERGROUP_BASE = -1_002_000_000_000


def add_person(
    state: State,
    name: str,
    person_id: int | None = None,
    username: str = "",
    last_name: str = "",
    language: str = "en",
) -> Person:
    """Somebody with an account and an empty private chat, closed to the bot as yet. Raises ValueError."""
    new_id = person_id if person_id is not None else _next_person(state)
    if new_id <= 0 or new_id in state.chats:
        raise ValueError(f"chat {new_id} exists already or is no person's id: choose another id")
    person = Person(new_id, name, last_name, username, language)
    state.chats[new_id] = Chat(new_id, "private", person)
    return person


def add_group(state: State, title: str, members: list[Person], kind: ChatKind = "group") -> Chat:
    """A group that the bot is a member of."""
    below = [chat_id for chat_id in state.chats if chat_id < 0]
    base = FIRST_GROUP if kind == "group" else SUPERGROUP_BASE
    chat = Chat(base - len(below), kind, None, title, {p.id: p for p in members}, started=True)
    state.chats[chat.id] = chat
    return chat


def _next_person(state: State) -> int:
    taken = [chat_id for chat_id in state.chats if chat_id >= FIRST_PERSON]
    return max(taken, default=FIRST_PERSON - 1) + 1


def known(state: State, chat_id: int) -> Chat:
    """A chat by its id, for the human side. Raises KeyError that names it."""
    if chat_id not in state.chats:
        raise KeyError(f"no chat {chat_id} here: make a person or a group first")
    return state.chats[chat_id]


def addressed(state: State, value: object) -> Chat:
    """The chat a call means, by id or @username. Raises what Telegram answers."""
    if value in (None, ""):
        raise bad("chat_id is empty")
    chat = _lookup(state, value)
    if chat is None or not chat.started:
        raise bad("chat not found")
    if chat.migrated_to:
        text = "Bad Request: group chat was upgraded to a supergroup chat"
        raise RefusedCall(400, text, {"migrate_to_chat_id": chat.migrated_to})
    return chat


def _lookup(state: State, value: object) -> Chat | None:
    if isinstance(value, str) and value.startswith("@"):
        name = value[1:].lower()
        people = (chat for chat in state.chats.values() if chat.kind == "supergroup")
        return next((chat for chat in people if chat.title.lower() == name), None)
    return state.chats.get(whole(value, 0))


def read_chat(state: State, call: Call) -> Chat:
    """The chat of a call that only asks."""
    return addressed(state, call.args.get("chat_id"))


def write_chat(state: State, call: Call) -> Chat:
    """The chat of a call that says something there."""
    return read_chat(state, call)


def let_in(chat: Chat) -> None:
    """Raises the 403 when the other side does not take messages."""
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        private = chat.kind == "private"
        raise forbidden(
            "bot was blocked by the user" if private else f"bot was kicked from the {chat.kind} chat"
        )


def set_blocked(state: State, chat: Chat, blocked: bool, by: Person | None = None) -> int | None:
    """The person blocks or unblocks the bot (in a group: puts it out or back).

    Gives the id of the update, None when nothing changed or the bot does not want to hear of it.
    """
    if chat.blocked == blocked:
        return None
    chat.blocked = blocked
    if not blocked:
        chat.started = True
    who = by or chat.person or next(iter(chat.members.values()))
    kind: Literal["blocked", "unblocked"] = "blocked" if blocked else "unblocked"
    state.record(chat, Event(state.now(), kind, who.first_name))
    return state.updates.add("my_chat_member", _membership(state, chat, who, blocked), lane_of(chat))


def _membership(state: State, chat: Chat, who: Person, blocked: bool) -> Json:
    member: Json = {"user": state.bot, "status": "member"}
    kicked: Json = {"user": state.bot, "status": "kicked", "until_date": 0}
    return {
        "chat": chat.json(),
        "from": who.json(),
        "date": state.unix(),
        "old_chat_member": member if blocked else kicked,
        "new_chat_member": kicked if blocked else member,
    }


def lane_of(chat: Chat) -> str:
    """What keeps a chat's updates in order when they are pushed."""
    return f"chat:{chat.id}"


def migrate(state: State, chat: Chat) -> Chat:
    """A group becomes a supergroup with a new id; both chats tell it, the old id is refused from now on."""
    new = add_group(state, chat.title, list(chat.members.values()), "supergroup")
    chat.migrated_to = new.id
    who = next(iter(chat.members.values()))
    for place, field, other in ((chat, "migrate_to_chat_id", new), (new, "migrate_from_chat_id", chat)):
        place.last_id += 1
        notice = {
            "message_id": place.last_id,
            "from": who.json(),
            "chat": place.json(),
            "date": state.unix(),
            field: other.id,
        }
        state.updates.add("message", notice, lane_of(place))
    return new


# ---- methods -----------------------------------------------------------------------------------


def get_chat(state: State, call: Call) -> Json:
    """getChat: the chat in full."""
    chat = read_chat(state, call)
    body = {**chat.json(), "accent_color_id": 0, "max_reaction_count": 11}
    if chat.pinned:
        body["pinned_message"] = chat.messages[chat.pinned[-1]].body
    return body


def send_chat_action(state: State, call: Call) -> bool:
    """sendChatAction: remembered in the chat until the next message."""
    action = call.text("action").lower()
    if f" {action} " not in f" {ACTIONS} ":
        raise bad("wrong parameter action in request")
    chat = write_chat(state, call)
    let_in(chat)
    chat.action = action
    state.record(chat, Event(state.now(), "action", "bot", text=action))
    return True


ACTIONS = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note record_audio upload_audio"
)


def send_message_draft(state: State, call: Call) -> bool:
    """sendMessageDraft: a text still being written, shown for 30 seconds; never one of the messages."""
    text, _ = marked(call, "text", "entities")
    if len(text) > 4096:
        raise bad("message is too long")
    chat = write_chat(state, call)
    if chat.kind != "private":
        raise bad("PEER_ID_INVALID")
    if call.integer("draft_id") == 0:
        raise bad("RANDOM_ID_INVALID")
    let_in(chat)
    chat.draft = text
    return True
