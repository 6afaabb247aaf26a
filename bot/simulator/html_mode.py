"""parse_mode HTML: text with tags -> plain text and entities, refused in Telegram's words."""

import re
from dataclasses import dataclass, field

from bot.simulator.arguments import Json
from bot.simulator.refused import RefusedCall, bad

PLAIN = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
TAGS = frozenset(PLAIN) | {"a", "tg-emoji", "tg-time"}
SPACE = frozenset(" \t\r\n\0\v")
NEXT = re.compile(r"[&<]")
REFERENCE = re.compile(r"&(?:#([0-9]{1,9})|#[xX]([0-9a-fA-F]{1,8})|([A-Za-z]+));?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")


@dataclass
class OpenTag:
    """A tag that waits for its end. at: where its text begins, in the plain text."""

    tag: str
    argument: str
    at: int


@dataclass
class HtmlReader:
    """Where the parser stands: the source, the position, what has come out so far."""

    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    units: int = 0
    stack: list[OpenTag] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def emit(self, text: str) -> None:
        """Add plain text, counting UTF-16 units."""
        self.out.append(text)
        self.units += len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2

    def fault(self, text: str, at: int) -> RefusedCall:
        """A refusal that ends in a place, counted in bytes of UTF-8."""
        return bad(f"can't parse entities: {text} at byte offset {self.bytes_to(at)}")

    def bytes_to(self, at: int) -> int:
        """Bytes of UTF-8 before a position."""
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def here(self) -> str:
        """The character at the position, empty at the end."""
        return self.source[self.at : self.at + 1]

    def skip_space(self) -> None:
        """Move past white space."""
        while self.here() and self.here() in SPACE:
            self.at += 1

    def until(self, stops: frozenset[str]) -> str:
        """Move to the next of the stops, or to the end; what was passed."""
        start = self.at
        while self.here() and self.here() not in stops:
            self.at += 1
        return self.source[start : self.at]


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities of an HTML text. Raises the refusal that Telegram gives."""
    reader = HtmlReader(source)
    while (found := NEXT.search(source, reader.at)) is not None:
        reader.emit(source[reader.at : found.start()])
        reader.at = found.start()
        if source[reader.at] == "&":
            reader.emit(_reference(reader))
        elif source.startswith("</", reader.at):
            _end(reader)
        else:
            _start(reader)
    reader.emit(source[reader.at :])
    if reader.stack:
        tag = reader.stack[-1].tag
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\"")
    return "".join(reader.out), reader.entities


def _reference(reader: HtmlReader) -> str:
    found = REFERENCE.match(reader.source, reader.at)
    character = _character(found) if found else ""
    reader.at = found.end() if found and character else reader.at + 1
    return character or "&"


def _character(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return NAMED.get(name, "")
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def _start(reader: HtmlReader) -> None:
    begin = reader.at
    reader.at += 1
    name = reader.until(SPACE | {">"})
    if not reader.here():
        raise reader.fault("Unclosed start tag", begin)
    tag = name.lower()
    if tag not in TAGS:
        raise reader.fault(f'Unsupported start tag "{tag}"', begin)
    argument = _attributes(reader, tag, begin)
    if tag == "span" and argument != "spoiler":
        raise reader.fault('Tag "span" must have class "tg-spoiler"', begin)
    reader.at += 1
    reader.stack.append(OpenTag(tag, argument, reader.units))


def _attributes(reader: HtmlReader, tag: str, begin: int) -> str:
    argument = ""
    while reader.here() != ">":
        reader.skip_space()
        if reader.here() == ">":
            break
        name = reader.until(SPACE | frozenset("=>/\"'"))
        if not name:
            raise reader.fault(f'Empty attribute name in the tag "{tag}"', begin)
        reader.skip_space()
        if not reader.here():
            raise reader.fault(f'Unclosed start tag "{tag}"', begin)
        value = ""
        if reader.here() == "=":
            reader.at += 1
            value = _value(reader, tag, begin)
        said = _argument(tag, name, value)
        argument = argument + said if tag == "tg-time" else said or argument
    return argument


def _value(reader: HtmlReader, tag: str, begin: int) -> str:
    reader.skip_space()
    if not reader.here():
        raise reader.fault(f'Unclosed start tag "{tag}"', begin)
    quote = reader.here()
    if quote in "'\"":
        reader.at += 1
        value = REFERENCE.sub(lambda found: _character(found) or found[0], reader.until(frozenset(quote)))
        reader.at += 1
    else:
        found = NAME_TOKEN.match(reader.source, reader.at)
        value = found[0].lower() if found else ""
        start, reader.at = reader.at, reader.at + len(value)
        if reader.here() and reader.here() not in SPACE | {">"}:
            raise reader.fault("Unexpected end of name token", start)
    if not reader.here():
        raise reader.fault("Unclosed start tag", begin)
    return value


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "tg-time", "unix" | "format":
            return f"{name}={value} "
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case "span", "class":
            return value.removeprefix("tg-") if value.startswith("tg-") else ""
        case "blockquote", "expandable":
            return "1"
    return ""


def _end(reader: HtmlReader) -> None:
    begin = reader.at
    if not reader.stack:
        raise reader.fault("Unexpected end tag", begin)
    reader.at += 2
    name = reader.until(SPACE | {">"}).lower()
    reader.skip_space()
    if reader.here() != ">":
        raise reader.fault("Unclosed end tag", begin)
    opened = reader.stack.pop()
    if name and name != opened.tag:
        place = reader.bytes_to(begin)
        raise bad(
            f"can't parse entities: Unmatched end tag at byte offset {place}, "
            f'expected "</{opened.tag}>", found "</{name}>"'
        )
    reader.at += 1
    if reader.units > opened.at:
        _add(reader, opened)


def _add(reader: HtmlReader, opened: OpenTag) -> None:
    entity: Json = {
        "type": PLAIN.get(opened.tag, ""),
        "offset": opened.at,
        "length": reader.units - opened.at,
    }
    match opened.tag:
        case "a":
            entity = link_entity(opened.argument or _text_since(reader, opened.at), entity)
        case "tg-emoji":
            if not opened.argument.lstrip("-").isdigit():
                raise bad("can't parse entities: Invalid custom emoji identifier specified")
            entity |= {"type": "custom_emoji", "custom_emoji_id": opened.argument}
        case "tg-time":
            said = dict(part.split("=", 1) for part in opened.argument.split())
            entity |= {"type": "date_time", **date_time(said.get("unix", ""), said.get("format", ""))}
        case "code" if opened.argument and _same_span(reader, "pre", entity):
            reader.entities[-1]["language"] = opened.argument
            return
        case "code" if opened.argument:
            entity["_language"] = opened.argument
        case "pre" if _same_span(reader, "code", entity) and "_language" in reader.entities[-1]:
            entity["language"] = reader.entities.pop()["_language"]
        case "blockquote" if opened.argument:
            entity["type"] = "expandable_blockquote"
    if entity:
        reader.entities.append(entity)


def _same_span(reader: HtmlReader, kind: str, entity: Json) -> bool:
    if not reader.entities or reader.entities[-1]["type"] != kind:
        return False
    last = reader.entities[-1]
    return (last["offset"], last["length"]) == (entity["offset"], entity["length"])


def _text_since(reader: HtmlReader, units: int) -> str:
    whole = "".join(reader.out).encode("utf-16-le", "surrogatepass")
    return whole[units * 2 :].decode("utf-16-le", "surrogatepass")


def date_time(unix: object, form: object) -> Json:
    """What a date_time entity says beside its place. Raises where the instant or the format is none."""
    if not re.fullmatch(r"[1-9][0-9]{0,9}", str(unix)):
        raise bad("can't parse entities: Invalid Unix time specified")  # our words; Telegram's are not known
    if not re.fullmatch(r"r|w?[dD]?[tT]?", str(form)):
        raise bad("can't parse entities: Invalid date-time format specified")
    return {"unix_time": int(str(unix))} | ({"date_time_format": str(form)} if form else {})


def link_entity(url: str, entity: Json) -> Json:
    """A text_link or text_mention over the entity's span; empty when Telegram would drop the link."""
    mention = re.fullmatch(r"tg://user\?id=(\d+)", url)
    if mention:
        user = {"id": int(mention[1]), "is_bot": False, "first_name": ""}
        return {**entity, "type": "text_mention", "user": user}
    if re.fullmatch(r"(?:https?|tg|ton)://[^\s]+", url, re.IGNORECASE):
        address = url if "/" in url.split("://", 1)[1] or url.startswith("tg:") else url + "/"
        return {**entity, "type": "text_link", "url": address}
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[/?#:][^\s]*)?", url):
        return {**entity, "type": "text_link", "url": "http://" + (url if "/" in url else url + "/")}
    return {}
