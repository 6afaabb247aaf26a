"""Telegram's words <-> ours; nothing else knows Telegram.

Raw updates come in as dictionaries and are stored before anything here looks at them (docs/telegram.md);
``to_arrival`` reads one. ``Api`` makes calls and turns every answer of Telegram into an outcome to act on
(docs/telegram.md).
"""

import warnings
from dataclasses import dataclass
from datetime import datetime
from html import escape as escape_html
from types import TracebackType
from typing import Any, Self

import telegram
from telegram import error
from telegram.request import BaseRequest, HTTPXRequest
from telegram.warnings import PTBUserWarning

from bot.core.base.direction import stacked
from bot.telegram.outcome import Outcome, Sent, outcome_of

# raw calls are our way (updates are kept before they are parsed); the library's hint to do otherwise is noise
warnings.filterwarnings("ignore", message="Please use 'Bot", category=PTBUserWarning)

LARGEST_FILE = 50_000_000
"""Bytes of a file that a bot may send."""

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]

# ---- what arrived ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """A file somebody sent, not yet fetched."""

    file_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Message:
    """Somebody wrote, sent or edited something. ``file`` is its kind and file id ("voice:AwAC…"), or ""."""

    chat_id: int
    message_id: int
    text: str
    at: datetime
    language: str = ""
    file: str = ""
    reply_to: int | None = None
    edited: bool = False
    document: Document | None = None
    point: tuple[float, float] | None = None  # latitude and longitude of a shared location


@dataclass(frozen=True, slots=True)
class Tap:
    """Somebody tapped a button under ``message_id`` (0: too old, Telegram no longer says which)."""

    chat_id: int
    message_id: int
    callback_id: str
    data: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """Somebody blocked the bot, or unblocked it."""

    chat_id: int
    blocked: bool


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing this bot answers: a group, a channel, a kind of update it did not ask for."""

    reason: str


Arrival = Message | Tap | Membership | Ignored


def to_arrival(raw: dict[str, Any]) -> Arrival:
    """Read one raw update; raises on one that cannot be read, and the caller dead-letters it."""
    parts = {kind: _bare(kind, part) for kind, part in raw.items() if kind in ALLOWED}
    update = telegram.Update.de_json({"update_id": raw.get("update_id", 0), **parts}, None)
    if SERVICE.intersection(raw.get("message") or ()):
        return Ignored("a notice of Telegram's, nobody said anything")
    if sent := update.message or update.edited_message:
        return _message(sent, edited=update.edited_message is not None)
    if query := update.callback_query:
        return _tap(query)
    if member := update.my_chat_member:
        return _membership(member)
    return Ignored("a kind of update that is not for this bot")


def _bare(kind: str, part: Any) -> Any:
    """A part of an update with only what is read of it: the library refuses a message for one strange field."""
    if kind == "callback_query" and isinstance(part, dict):
        return part | {"message": _bare("message", part.get("message"))}
    if not isinstance(part, dict) or not kind.endswith("message"):
        return part
    bare = {key: value for key, value in part.items() if key in READ}
    if isinstance(replied := part.get("reply_to_message"), dict):
        bare["reply_to_message"] = {key: replied[key] for key in QUOTED if key in replied}
    if isinstance(poll := part.get("poll"), dict):
        bare["poll_question"] = poll.get("question", "")
    return bare


def _message(message: telegram.Message, edited: bool) -> Arrival:
    if message.chat.type != "private" or message.from_user is None:
        return Ignored("not a private chat")
    kind, file_id = _file(message)
    return Message(
        chat_id=message.chat.id,
        message_id=message.message_id,
        text=whole(_words(message, kind)),
        at=message.edit_date or message.date,
        language=message.from_user.language_code or "",
        file=f"{kind}:{file_id}" if file_id else "",
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
        edited=edited,
        document=_document(message.document),
        point=(message.location.latitude, message.location.longitude) if message.location else None,
    )


def whole(text: str) -> str:
    """The text with half a surrogate pair, which no database can hold, shown as the replacement character."""
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)


def _tap(query: telegram.CallbackQuery) -> Arrival:
    if query.message is not None and query.message.chat.type != "private":
        return Ignored("not a private chat")
    return Tap(
        chat_id=query.from_user.id,
        message_id=query.message.message_id if query.message else 0,
        callback_id=query.id,
        data=query.data or "",
        language=query.from_user.language_code or "",
    )


def _membership(member: telegram.ChatMemberUpdated) -> Arrival:
    if member.chat.type != "private":
        return Ignored("not a private chat")
    return Membership(member.chat.id, member.new_chat_member.status in ("kicked", "left"))


def _document(sent: telegram.Document | None) -> Document | None:
    return Document(sent.file_id, sent.file_name or "", sent.file_size or 0) if sent else None


FILES = ("voice", "audio", "video_note", "video", "animation", "document", "sticker")
QUOTED = ("message_id", "date", "chat")
READ = {*QUOTED, *FILES, "edit_date", "from", "text", "caption", "photo", "dice", "location", "contact"}
SERVICE = {"pinned_message", "message_auto_delete_timer_changed", "chat_background_set"}
"""Messages that tell of something done in a private chat, as when a prompt is pinned."""


def _file(message: telegram.Message) -> tuple[str, str]:
    if message.photo:
        return "photo", message.photo[-1].file_id
    for kind in FILES:
        if content := getattr(message, kind):
            return kind, content.file_id
    return "", ""


def _words(message: telegram.Message, kind: str) -> str:
    """The words whole; where something else was sent, a line that names it, then its caption."""
    if message.text is not None:
        return message.text
    named = _named(message, kind)
    return f"{named} {message.caption}" if message.caption else named


def _named(message: telegram.Message, kind: str) -> str:
    if message.sticker:
        return f"[sticker {message.sticker.emoji or ''}]".replace(" ]", "]")
    if message.dice:
        return f"[{message.dice.emoji} {message.dice.value}]"
    if message.location:
        return "[place]"  # coordinates are not kept (docs/evidence.md)
    if message.contact:
        return "[contact]"  # nor are telephone numbers
    if "poll_question" in message.api_kwargs:
        return f"[poll: {message.api_kwargs['poll_question']}]"
    return f"[{kind.replace('_', ' ') or 'message'}]"


# ---- what goes out -----------------------------------------------------------------------------


def escape(text: str) -> str:
    """Text made safe inside Telegram's HTML."""
    return escape_html(text, quote=False)


def keyboard(rows: tuple[tuple[tuple[str, str], ...], ...]) -> dict[str, Any]:
    """An inline keyboard from rows of (label, data); no rows take the keyboard away.

    Where labels run from right to left there is one a row.
    """
    shown = stacked(rows, lambda button: button[0])
    return {
        "inline_keyboard": [
            [{"text": label, "callback_data": data} for label, data in row] for row in shown if row
        ]
    }


def message(
    chat_id: int,
    text: str,
    rows: tuple[tuple[tuple[str, str], ...], ...] = (),
    *,
    silent: bool = False,
    protect: bool = False,
) -> dict[str, Any]:
    """Parameters of sendMessage; ``text`` is Telegram HTML."""
    params: dict[str, Any] = {
        "chat_id": chat_id,
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    if rows:
        params["reply_markup"] = keyboard(rows)
    if silent:
        params["disable_notification"] = True
    if protect:
        params["protect_content"] = True
    return params


# ---- the connection -----------------------------------------------------------------------------

TOGETHER = 60
"""Calls under way at once, each to another chat: many, so that some that hang stop nobody else."""

BESIDE = 4
"""Connections besides: a download, a look at the webhook, while all those calls hang."""


class Api:
    """The connection to a Bot API: raw updates in, calls out. Use as an async context."""

    def __init__(
        self,
        token: str,
        api_url: str,
        read_timeout: float = 20,
        requests: tuple[BaseRequest, BaseRequest] | None = None,
    ) -> None:
        """``requests``: for calls and for polls, where they do not go over the network."""
        base = api_url.rstrip("/")
        pool = TOGETHER + BESIDE
        self._calls, self._polls = requests or (
            HTTPXRequest(connection_pool_size=pool, read_timeout=read_timeout, pool_timeout=20),
            HTTPXRequest(connection_pool_size=2, read_timeout=20),
        )
        self._bot = telegram.Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self._calls,
            get_updates_request=self._polls,
        )

    async def __aenter__(self) -> Self:
        await self._calls.initialize()
        await self._polls.initialize()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._calls.shutdown()
        await self._polls.shutdown()

    async def username(self) -> str:
        """The bot's own @name, for links; raises telegram.error.InvalidToken on a refused token."""
        return str((await self._bot.do_api_request("getMe"))["username"])

    async def webhook(self) -> str:
        """The address to which updates are pushed; "" when they are polled for."""
        return str((await self._bot.do_api_request("getWebhookInfo")).get("url", ""))

    async def updates(self, offset: int, wait: int) -> list[Any]:
        """Raw updates from ``offset`` on, waiting up to ``wait`` seconds; asking confirms all before it."""
        params = {"offset": offset, "timeout": wait, "allowed_updates": ALLOWED}
        got = await self._bot.do_api_request("getUpdates", params, read_timeout=wait + 15)
        return got if isinstance(got, list) else []

    async def call(self, method: str, params: dict[str, Any], file: bytes | None = None) -> Outcome:
        """Make one call; never raises for anything that Telegram or the network does."""
        if file is not None:
            field = {"sendPhoto": "photo", "sendVoice": "voice"}.get(method, "document")
            params = {**params, field: telegram.InputFile(file, filename=params.get("filename", field))}
            params.pop("filename", None)
        try:
            result = await self._bot.do_api_request(method, params)
        except error.TelegramError as fault:
            return outcome_of(fault)
        return Sent(result.get("message_id", 0) if isinstance(result, dict) else 0)

    async def fetch(self, file_id: str) -> bytes:
        """The bytes of a file that somebody sent; raises telegram.error.TelegramError."""
        return bytes(await (await self._bot.get_file(file_id)).download_as_bytearray())
