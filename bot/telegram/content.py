"""What a raw message of Telegram's holds: its words whole, also those that hide, and a name for what is no words.

Content is an allow-list. A message with none of it tells of something done (a chat renamed, an app opened, a
message pinned) and says nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

FILES = ("voice", "audio", "video_note", "video", "animation", "document", "sticker")
VCARD = re.compile(r"^(?:ORG|TITLE|EMAIL|ADR|URL|NOTE)[^:\n]*:(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Content:
    """Of which kind it is ("" for plain words), the file's id, the line that names it, and the words in it."""

    kind: str = ""
    file_id: str = ""
    label: str = ""
    words: str = ""

    @property
    def text(self) -> str:
        """The line that names it, then the words."""
        return f"{self.label} {self.words}".strip() if self.label else self.words

    @property
    def file(self) -> str:
        """Kind and file id, as they are kept; "" for plain words."""
        return f"{self.kind}:{self.file_id}" if self.kind else ""


def of(message: Json) -> Content | None:
    """What somebody said or sent with a message; None where it only tells of something done."""
    if isinstance(text := message.get("text"), str):
        return Content(words=linked(text, message.get("entities")))
    found = _file(message) or _other(message)
    caption = message.get("caption")
    words = linked(caption, message.get("caption_entities")) if isinstance(caption, str) else ""
    if found is None:
        return Content("message", "", "[message]", words) if words else None
    return Content(found.kind, found.file_id, found.label, _lines(found.words, words))


def origin(message: Json) -> str:
    """Whose words they are where they are not the sender's: forwarded, or of another bot (bot); else ""."""
    if message.get("forward_origin") or message.get("forward_date"):
        return "forwarded"
    return "bot" if message.get("via_bot") else ""


def linked(text: str, entities: Any) -> str:
    """The text with the address of each link behind its label; one that shows its address stays as it is."""
    raw = text.encode("utf-16-le", "surrogatepass")
    for end, label, url in sorted(_links(raw, entities), reverse=True):
        if label.strip() != url.strip():
            raw = raw[:end] + f" ({url})".encode("utf-16-le", "surrogatepass") + raw[end:]
    return raw.decode("utf-16-le", "surrogatepass")


def _links(raw: bytes, entities: Any) -> Iterator[tuple[int, str, str]]:
    """Where each link ends, in bytes, with its label and address."""
    for one in entities if isinstance(entities, list) else ():
        match one:
            case {"type": "text_link", "offset": int(offset), "length": int(length), "url": str(url)}:
                start, end = 2 * max(0, offset), 2 * max(0, offset + length)
                yield end, raw[start:end].decode("utf-16-le", "replace"), url


# ---- kinds -------------------------------------------------------------------------------------


def _file(message: Json) -> Content | None:
    if photo := message.get("photo"):
        return Content("photo", str(photo[-1]["file_id"]), "[photo]")
    for kind in FILES:
        if isinstance(sent := message.get(kind), dict):
            return Content(kind, str(sent.get("file_id", "")), _label(kind, sent.get("emoji", "")))
    return None


def _other(message: Json) -> Content | None:
    for kind, words in OTHERS.items():
        if isinstance(sent := message.get(kind), dict):
            shown = f"{sent.get('emoji', '')} {sent.get('value', '')}" if kind == "dice" else ""
            return Content(kind, "", f"[{_plain(shown)}]" if shown else _label(kind), words(sent))
    return None


def _label(kind: str, emoji: str = "") -> str:
    named = "place" if kind == "location" else kind.replace("_", " ")
    return f"[{named} {_plain(emoji)}]".replace(" ]", "]")


def _plain(text: Any) -> str:
    return re.sub(r"[\[\]\s]+", " ", str(text)).strip()


def _nothing(sent: Json) -> str:
    return ""


def _poll(sent: Json) -> str:
    return _lines(sent.get("question"), *_points(sent.get("options")), sent.get("explanation"))


def _checklist(sent: Json) -> str:
    return _lines(sent.get("title"), *_points(sent.get("tasks")))


def _points(rows: Any) -> list[str]:
    """The lines of a list; what is done bears a tick."""
    known = [one for one in rows if isinstance(one, dict)] if isinstance(rows, list) else []
    return [f"{'✓' if one.get('completion_date') else '-'} {one.get('text', '')}" for one in known]


def _contact(sent: Json) -> str:
    name = " ".join(str(sent[part]) for part in ("first_name", "last_name") if sent.get(part))
    return _lines(name, sent.get("phone_number"), *VCARD.findall(str(sent.get("vcard", ""))))


def _venue(sent: Json) -> str:
    return _lines(sent.get("title"), sent.get("address"))


def _titled(sent: Json) -> str:
    return _lines(sent.get("title"), sent.get("description"), sent.get("text"))


def _story(sent: Json) -> str:
    chat = sent.get("chat")
    chat = chat if isinstance(chat, dict) else {}
    name = chat.get("username")
    return _lines(chat.get("title"), f"https://t.me/{name}/s/{sent.get('id', '')}" if name else "")


def _lines(*parts: Any) -> str:
    return "\n".join(str(part) for part in parts if part and str(part).strip())


OTHERS = {
    "checklist": _checklist,
    "poll": _poll,
    "contact": _contact,
    "venue": _venue,  # before the location that stands beside it
    "location": _nothing,  # coordinates are not kept
    "dice": _nothing,
    "paid_media": _nothing,
    "story": _story,
    "game": _titled,
    "invoice": _titled,
}
"""Everything else that counts as said, with the words in it."""
