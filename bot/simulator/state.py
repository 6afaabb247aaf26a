"""What the simulator knows: chats with their messages, updates, files, open taps, the bot's own card."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.simulator.arguments import Json
from bot.simulator.files import Files
from bot.simulator.limits import Limits
from bot.simulator.updates import Updates

ChatKind = Literal["private", "group", "supergroup"]
EventKind = Literal[
    "said", "edited", "deleted", "tapped", "notice", "blocked", "unblocked", "reacted", "pinned", "action"
]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a Telegram account. The private chat with the bot has the same id."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "en"

    def json(self) -> Json:
        """The person as a User object."""
        body: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for key in ("last_name", "username", "language_code"):
            if getattr(self, key):
                body[key] = getattr(self, key)
        return body


@dataclass
class ChatMessage:
    """One message: its Telegram object, whether the bot sent it, and how (protect_content and the like)."""

    chat_id: int
    id: int
    out: bool
    body: Json
    how: Json = field(default_factory=dict)
    deleted: bool = False
    reactions: list[Json] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a chat's history, for the transcript. text and buttons are as they were then."""

    at: datetime
    kind: EventKind
    who: str
    message_id: int = 0
    text: str = ""
    buttons: tuple[tuple[str, ...], ...] = ()
    silent: bool = False


@dataclass
class Chat:
    """A chat and everything said in it. last_id counts the messages of both directions."""

    id: int
    kind: ChatKind
    person: Person | None = None
    title: str = ""
    members: dict[int, Person] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    migrated_to: int = 0
    last_id: int = 0
    messages: dict[int, ChatMessage] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    pinned: list[int] = field(default_factory=list)
    action: str = ""
    draft: str = ""

    def json(self) -> Json:
        """The chat as a Chat object."""
        if self.person is None:
            return {"id": self.id, "title": self.title, "type": self.kind}
        card = self.person.json()
        named: Json = {key: card[key] for key in ("first_name", "last_name", "username") if key in card}
        return {"id": self.id, **named, "type": "private"}


@dataclass
class Query:
    """One tap of a button that waits for answerCallbackQuery, until it expires."""

    id: str
    chat_id: int
    message_id: int
    expires: datetime
    answered: bool = False


@dataclass
class Profile:
    """What the bot says of itself, by language, and its commands by scope and language."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    logged_out: bool = False


@dataclass
class Webhook:
    """Where updates are pushed; an empty url means nowhere."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    certificate: bool = False
    ip_address: str = ""
    generation: int = 0
    last_error: str = ""
    last_error_at: datetime | None = None
    gone_since: datetime | None = None
    listeners: list[Callable[[], None]] = field(default_factory=list)


@dataclass
class State:
    """Everything of one bot."""

    now: Callable[[], datetime]
    token: str
    bot: Json
    updates: Updates
    limits: Limits
    chats: dict[int, Chat] = field(default_factory=dict)
    files: Files = field(default_factory=Files)
    queries: dict[str, Query] = field(default_factory=dict)
    profile: Profile = field(default_factory=Profile)
    webhook: Webhook = field(default_factory=Webhook)
    next_query: int = 1
    next_album: int = 1

    def unix(self) -> int:
        """Now in seconds since 1970, as dates of messages are written."""
        return int(self.now().timestamp())

    def record(self, chat: Chat, event: Event) -> None:
        """Add a line to a chat's history."""
        chat.events.append(event)
