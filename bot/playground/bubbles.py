"""A chat as a messenger shows it: bubbles with their words, buttons, files and signs, and lines in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import telegram
from markupsafe import Markup

from bot.simulator import ChatMessage
from bot.simulator.arguments import Json
from bot.simulator.state import Chat, Event

FILES = ("document", "photo", "voice", "sticker", "audio", "video")
SAID = {"notice": "notice", "blocked": "blocked the bot", "unblocked": "let the bot in again"}
"""What stands between bubbles, beside days."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file under a bubble: what kind, its name, and its id in the simulator."""

    kind: str
    name: str
    id: str


@dataclass(frozen=True, slots=True)
class Key:
    """A button under a bubble: its label, and what a tap sends; or the payload of a link into this bot."""

    label: str
    data: str = ""
    url: str = ""
    payload: str = ""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as it stands now. ``own``: the person's; ``quoted``: what it replies to, shortened."""

    id: int
    own: bool
    words: Markup
    plain: str
    time: str
    quoted: str
    files: tuple[SentFile, ...]
    rows: tuple[tuple[Key, ...], ...]
    links: tuple[str, ...]
    reactions: str
    silent: bool
    edited: bool


@dataclass(frozen=True, slots=True)
class Between:
    """A line in the middle: a day, a notice of Telegram's, a block."""

    words: str


def bubbles(chat: Chat, zone: str, username: str, most: int) -> tuple[int, tuple[Bubble | Between, ...]]:
    """How many messages are not shown, and the newest ``most`` with the days between, on a clock of ``zone``."""
    there = [one for one in chat.messages.values() if not one.deleted]
    shown = there[-most:]
    return len(there) - len(shown), tuple(_lines(chat, shown, ZoneInfo(zone), username))


def _lines(chat: Chat, shown: list[ChatMessage], zone: ZoneInfo, username: str) -> Iterator[Bubble | Between]:
    told = _told(chat.events)
    signs = {one.message_id: one.text for one in chat.events if one.kind == "reacted" and one.who != "bot"}
    last: date | None = None
    yield from map(Between, told.get(0, ()))
    for one in shown:
        at = datetime.fromtimestamp(one.body["date"], zone)
        if at.date() != last:
            last = at.date()
            yield Between(f"{at:%a} {at.day} {at:%b %Y}")
        yield _bubble(one, at, username, signs.get(one.id, ""))
        yield from map(Between, told.get(one.id, ()))


def _told(events: list[Event]) -> dict[int, list[str]]:
    """What Telegram itself showed, by the message after which it did."""
    found: dict[int, list[str]] = {}
    last = 0
    for one in events:
        if one.kind == "said":
            last = one.message_id
        elif one.kind in SAID:
            found.setdefault(last, []).append(
                one.text if one.kind == "notice" else f"{one.who} {SAID[one.kind]}"
            )
    return found


def _bubble(one: ChatMessage, at: datetime, username: str, sign: str) -> Bubble:
    body = one.body
    return Bubble(
        id=one.id,
        own=not one.out,
        words=_words(body),
        plain=str(body.get("text", body.get("caption", ""))),
        time=f"{at:%H:%M}",
        quoted=_short(body.get("reply_to_message")),
        files=tuple(_files(body)),
        rows=tuple(tuple(_key(key, username) for key in row) for row in _rows(body)),
        links=tuple(_links(body, username)),
        reactions="".join(str(bots.get("emoji", "")) for bots in one.reactions) + sign,
        silent=bool(one.how.get("disable_notification")),
        edited="edit_date" in body and not one.out,
    )


def _words(body: Json) -> Markup:
    """The words with what is bold, quoted or linked in them; nothing of them is markup of their own."""
    message = telegram.Message.de_json({**body, "reply_markup": None}, None)
    if message is None:
        return Markup()
    made = message.text_html if message.text else message.caption_html if message.caption else ""
    return Markup(made)  # noqa: S704 - the library escapes what people wrote


def _short(quoted: Any) -> str:
    words = str((quoted or {}).get("text", ""))
    return words if len(words) <= 80 else words[:79].rstrip() + "…"


def _files(body: Json) -> Iterator[SentFile]:
    for kind in FILES:
        if kind in body:
            found = body[kind][-1] if isinstance(body[kind], list) else body[kind]
            yield SentFile(kind, str(found.get("file_name", kind)), str(found["file_id"]))


def _rows(body: Json) -> list[list[Json]]:
    return list(body.get("reply_markup", {}).get("inline_keyboard", []))


def _key(button: Json, username: str) -> Key:
    url = str(button.get("url", ""))
    return Key(str(button["text"]), str(button.get("callback_data", "")), url, _payload(url, username))


def _links(body: Json, username: str) -> Iterator[str]:
    """The payloads of links into this bot that stand in the words: each lets somebody in."""
    text = str(body.get("text", ""))
    for word in text.split():
        if payload := _payload(word.strip("()<>.,"), username):
            yield payload


def _payload(url: str, username: str) -> str:
    parts = urlsplit(url)
    if parts.path.strip("/").casefold() != username.casefold() or parts.netloc not in ("t.me", "telegram.me"):
        return ""
    return "".join(parse_qs(parts.query).get("start", [])[:1])
