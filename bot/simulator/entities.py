"""Texts as Telegram keeps them: parsed, trimmed, with entities counted in UTF-16 units."""

import re
from typing import Any

from bot.simulator.arguments import Call, Json, whole
from bot.simulator.html_mode import date_time, parse_html
from bot.simulator.markdown_mode import parse_markdown, parse_markdown_v2
from bot.simulator.refused import bad

MODES = {"html": parse_html, "markdown": parse_markdown, "markdownv2": parse_markdown_v2}
TYPES = frozenset(
    (
        *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic"),
        *("underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre"),
        *("text_link", "text_mention", "custom_emoji", "date_time"),
    )
)
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>]+)"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z]\w{3,31})"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d]\w*)"
)
LONE = re.compile("[\ud800-\udfff]")


def units(text: str) -> int:
    """Length in UTF-16 units, as offsets of entities are counted."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def marked(call: Call, key: str, entities_key: str) -> tuple[str, list[Json]]:
    """The text of a call with its entities, from parse_mode or as given. Raises what Telegram refuses."""
    source = call.text(key)
    if LONE.search(source):
        raise bad("strings must be encoded in UTF-8")
    mode = call.text("parse_mode").lower()
    if mode not in ("", "none") and mode not in MODES:
        raise bad("unsupported parse_mode")
    if mode in MODES:
        text, entities = MODES[mode](source)
        for entity in entities:
            entity.pop("_language", None)
    else:
        text, entities = source, given(call.json(entities_key, "entities"), source)
    text, entities = trim(text, ordered(entities))
    return text, merge(entities, detect(text))


def ordered(entities: list[Json]) -> list[Json]:
    """Entities by place, the wider first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def given(value: Any, text: str) -> list[Json]:
    """Entities as a bot sends them, checked against the text. Raises Telegram's refusals."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise bad("can't parse entities: expected an Array of MessageEntity")
    entities = []
    for item in value:
        if not isinstance(item, dict):
            raise bad("can't parse MessageEntity: expected an Object")
        entities.append(_checked(item, text))
    return entities


def _checked(item: Json, text: str) -> Json:
    if "offset" not in item or "length" not in item or "type" not in item:
        missing = next(key for key in ("offset", "length", "type") if key not in item)
        raise bad(f"can't parse MessageEntity: Can't find field \"{missing}\"")
    if item["type"] not in TYPES:
        raise bad("can't parse MessageEntity: Unsupported type specified")
    offset, length, total = whole(item["offset"]), whole(item["length"]), units(text)
    if offset < 0 or length < 0:
        raise bad(f"entity has invalid {'offset' if offset < 0 else 'length'}")
    if offset > total:
        raise bad(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if offset + length > total:
        raise bad(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
            f"at UTF-16 offset {offset + length}"
        )
    if item["type"] == "date_time":
        item = item | date_time(item.get("unix_time"), item.get("date_time_format", ""))
    encoded = text.encode("utf-16-le", "surrogatepass")
    for side, at in (("begins", offset), ("ends", offset + length)):
        if 0xDC <= (encoded[at * 2 + 1] if at < total else 0) <= 0xDF:
            raise bad(f"entity {side} in a middle of a UTF-16 symbol at UTF-16 offset {at}")
    return {**item, "offset": offset, "length": length}


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """White space at both ends goes, and entities move along."""
    left = text.lstrip()
    cut = units(text) - units(left)
    kept = left.rstrip()
    end = units(kept)
    moved = []
    for entity in entities:
        begin = max(0, entity["offset"] - cut)
        length = min(end, entity["offset"] + entity["length"] - cut) - begin
        if length > 0:
            moved.append({**entity, "offset": begin, "length": length})
    return kept, moved


def detect(text: str) -> list[Json]:
    """What Telegram finds by itself: commands, addresses, mentions, hashtags."""
    if not any(mark in text for mark in "/@#:"):
        return []
    found = []
    for match in FOUND.finditer(text):
        kind = str(match.lastgroup)
        value = match[0].rstrip(".,;:!?)") if kind == "url" else match[0]
        found.append({"type": kind, "offset": units(text[: match.start()]), "length": units(value)})
    return found


def merge(entities: list[Json], found: list[Json]) -> list[Json]:
    """Entities of the bot first; found ones only where no link or code stands already."""
    solid = ("text_link", "text_mention", "code", "pre", "custom_emoji")
    fixed = [entity for entity in entities if entity["type"] in solid or entity in found]
    free = [one for one in found if not any(_overlap(one, other) for other in fixed)]
    return ordered(entities + free)


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )
