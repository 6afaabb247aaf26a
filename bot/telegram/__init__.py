"""Telegram's words <-> ours; nothing else knows Telegram.

Raw updates come in as dictionaries and are stored before anything here looks at them (docs/telegram.md);
``to_arrival`` reads one. ``Api`` makes calls and turns every answer of Telegram into an outcome to act on
(docs/telegram.md).
"""

import re
import ssl
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from html import escape as escape_html
from types import TracebackType
from typing import Any, Self

import httpx
import telegram
from telegram import error
from telegram.request import BaseRequest
from telegram.warnings import PTBUserWarning

from bot.core.base.direction import stacked
from bot.core.base.words import own
from bot.telegram import content
from bot.telegram.outcome import Outcome, Sent, outcome_of
from bot.telegram.payload import PayloadRequest

# raw calls are our way (updates are kept before they are parsed); the library's hint to do otherwise is noise
warnings.filterwarnings("ignore", message="Please use 'Bot", category=PTBUserWarning)

LARGEST_FILE = 50_000_000
"""Bytes of a file that a bot may send."""

CHOSEN = "• "
"""Before the label of the button that was chosen."""

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"]

# ---- what arrived ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """A file somebody sent, not yet fetched."""

    file_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Message:
    """Somebody wrote, sent or edited something. ``file`` is its kind and file id ("voice:AwAC…"), or "".

    ``origin``: forwarded, or bot where another bot wrote it. ``hidden``: an edit of Telegram's own, as for
    the preview of a link, which nobody made.
    """

    chat_id: int
    message_id: int
    text: str
    at: datetime
    language: str = ""
    file: str = ""
    reply_to: int | None = None
    edited: bool = False
    document: Document | None = None
    origin: str = ""
    hidden: bool = False
    point: tuple[float, float] | None = None  # latitude and longitude of a shared location

    @property
    def own(self) -> str:
        """What its sender said in words of their own."""
        return own(self.text, self.file, self.origin)


@dataclass(frozen=True, slots=True)
class Tap:
    """Somebody tapped a button under ``message_id`` (0: too old, Telegram no longer says which)."""

    chat_id: int
    message_id: int
    callback_id: str
    data: str
    language: str = ""
    chosen: bool = False  # its label says that it is what was chosen


@dataclass(frozen=True, slots=True)
class Membership:
    """Somebody blocked the bot, or unblocked it."""

    chat_id: int
    blocked: bool


@dataclass(frozen=True, slots=True)
class Reaction:
    """Somebody put signs under a message, theirs or the bot's, or took them off: what stands there now."""

    chat_id: int
    message_id: int
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing this bot answers: a group, a channel, a kind of update it did not ask for."""

    reason: str


Arrival = Message | Tap | Membership | Reaction | Ignored


def to_arrival(raw: dict[str, Any]) -> Arrival:
    """Read one raw update; raises on one that cannot be read, and the caller dead-letters it."""
    for kind in ("message", "edited_message"):
        if (sent := raw.get(kind)) is not None:
            return _message(sent, edited=kind == "edited_message")
    if (query := raw.get("callback_query")) is not None:
        return _tap(query)
    if (member := raw.get("my_chat_member")) is not None:
        return _membership(member)
    if (reaction := raw.get("message_reaction")) is not None:
        return _reaction(reaction)
    return Ignored("a kind of update that is not for this bot")


def _message(sent: dict[str, Any], edited: bool) -> Arrival:
    at = _instant((edited and sent.get("edit_date")) or sent["date"])
    if _elsewhere(sent) or not isinstance(sent.get("from"), dict):
        return Ignored("not a private chat")
    found = content.of(sent)
    if found is None:
        return Ignored("a notice of Telegram's, nobody said anything")
    replied = sent.get("reply_to_message")
    return Message(
        chat_id=_id(sent["chat"]["id"]),
        message_id=_id(sent["message_id"]),
        text=whole(found.text),
        at=at,
        language=_language(sent["from"]),
        file=found.file,
        reply_to=replied.get("message_id") if isinstance(replied, dict) else None,
        edited=edited,
        document=_document(sent.get("document")),
        origin=content.origin(sent),
        hidden=edited and not sent.get("edit_date"),
        point=_point(sent.get("location")),
    )


_HALVES = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """The text with half a surrogate pair, which no database can hold, shown as the replacement character."""
    return _HALVES.sub("\ufffd", text)


def _tap(query: dict[str, Any]) -> Arrival:
    under = query.get("message")
    if under is not None and _elsewhere(under):
        return Ignored("not a private chat")
    return Tap(
        chat_id=_id(query["from"]["id"]),
        message_id=_id(under["message_id"]) if under else 0,
        callback_id=str(query["id"]),
        data=query.get("data") or "",
        language=_language(query["from"]),
        chosen=under is not None and _is_chosen(under, query.get("data")),
    )


def _is_chosen(under: dict[str, Any], data: str | None) -> bool:
    rows = under.get("reply_markup", {}).get("inline_keyboard", [])
    return any(
        one.get("callback_data") == data and one["text"].startswith(CHOSEN) for row in rows for one in row
    )


def _membership(member: dict[str, Any]) -> Arrival:
    if _elsewhere(member):
        return Ignored("not a private chat")
    return Membership(_id(member["chat"]["id"]), member["new_chat_member"]["status"] in ("kicked", "left"))


def _reaction(reaction: dict[str, Any]) -> Arrival:
    if _elsewhere(reaction):
        return Ignored("not a private chat")
    signs = (one.get("emoji") for one in reaction.get("new_reaction") or () if one.get("type") == "emoji")
    return Reaction(
        _id(reaction["chat"]["id"]),
        _id(reaction["message_id"]),
        tuple(one for one in signs if isinstance(one, str)),
    )


def _elsewhere(part: dict[str, Any]) -> bool:
    return bool(part["chat"]["type"] != "private")


def _id(value: Any) -> int:
    if not isinstance(value, int):
        raise TypeError("an id that is not a number")
    return value


def _instant(seconds: Any) -> datetime:
    return datetime.fromtimestamp(_id(seconds), UTC)


def _language(person: dict[str, Any]) -> str:
    return str(person.get("language_code") or "")


def _point(sent: Any) -> tuple[float, float] | None:
    return (float(sent["latitude"]), float(sent["longitude"])) if isinstance(sent, dict) and sent else None


def _document(sent: Any) -> Document | None:
    if not isinstance(sent, dict):
        return None
    return Document(str(sent["file_id"]), str(sent.get("file_name") or ""), int(sent.get("file_size") or 0))


# ---- what goes out -----------------------------------------------------------------------------


def escape(text: str) -> str:
    """Text made safe inside Telegram's HTML."""
    return escape_html(text, quote=False)


def keyboard(rows: tuple[tuple[tuple[str, str], ...], ...]) -> dict[str, Any]:
    """An inline keyboard from rows of (label, data); no rows take the keyboard away.

    What is an address opens as a Mini App. Where labels run from right to left there is one a row.
    """
    shown = stacked(rows, lambda button: button[0])
    return {
        "inline_keyboard": [[{"text": label, **_does(data)} for label, data in row] for row in shown if row]
    }


def _does(data: str) -> dict[str, Any]:
    return {"web_app": {"url": data}} if data.startswith("https://") else {"callback_data": data}


def message(
    chat_id: int,
    text: str,
    rows: tuple[tuple[tuple[str, str], ...], ...] = (),
    *,
    silent: bool = False,
    protect: bool = False,
    reply_to: int = 0,
) -> dict[str, Any]:
    """Parameters of sendMessage; ``text`` is Telegram HTML. ``reply_to``: the message it is about."""
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
    if reply_to:
        params["reply_parameters"] = {"message_id": reply_to, "allow_sending_without_reply": True}
    return params


# ---- the connection -----------------------------------------------------------------------------

TOGETHER = 60
"""Calls under way at once, each to another chat: many, so that some that hang stop nobody else."""

BESIDE = 4
"""Connections besides: a download, a look at the webhook, while all those calls hang."""


@cache
def _trusted() -> ssl.SSLContext:
    """Whom to trust, read once: it takes a twentieth of a second and a megabyte or two."""
    return httpx.create_ssl_context()


def _requests(pool: int, read_timeout: float) -> tuple[BaseRequest, BaseRequest]:
    """For calls and for polls. They share the list of whom to trust."""
    trust = {"verify": _trusted()}
    return (
        PayloadRequest(
            connection_pool_size=pool, read_timeout=read_timeout, pool_timeout=20, httpx_kwargs=trust
        ),
        PayloadRequest(connection_pool_size=2, read_timeout=20, httpx_kwargs=trust),
    )


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
        self._calls, self._polls = requests or _requests(TOGETHER + BESIDE, read_timeout)
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

    async def push_to(self, url: str, secret: str, connections: int) -> None:
        """Let updates be brought to an address, so many at once at most; what waits is brought too."""
        params = {
            "url": url,
            "secret_token": secret,
            "max_connections": connections,
            "allowed_updates": ALLOWED,
        }
        await self._bot.do_api_request("setWebhook", params)

    async def pull(self) -> None:
        """No address any more: updates are asked for; what waits stays."""
        await self._bot.do_api_request("deleteWebhook")

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

    async def fetch(self, file_id: str, largest: int) -> bytes | None:
        """The bytes of a file that somebody sent, None of a larger one; raises telegram.error.TelegramError."""
        file = await self._bot.get_file(file_id)
        if file.file_size is not None and file.file_size > largest:
            return None
        return bytes(await file.download_as_bytearray())
