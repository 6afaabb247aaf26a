"""parse_mode MarkdownV2 and the older Markdown: text with marks -> plain text and entities."""

import re
from dataclasses import dataclass, field

from bot.simulator.arguments import Json
from bot.simulator.html_mode import link_entity
from bot.simulator.refused import RefusedCall, bad

RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
TYPES = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
}
CODE = ("Code", "Pre", "PreCode")
ENDS = {"Bold": "*", "Underline": "__", "Strikethrough": "~", "Spoiler": "||", "Code": "`", "Pre": "```"}
ENDS |= {"PreCode": "```", "TextUrl": "]", "CustomEmoji": "]"}


@dataclass
class OpenMark:
    """A mark that waits for its end: where it stands in the source and in the plain text."""

    kind: str
    source_at: int
    units: int
    out_at: int
    argument: str = ""


@dataclass
class MarkdownReader:
    """Where the parser stands."""

    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    units: int = 0
    stack: list[OpenMark] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)
    quoting: bool = False
    line_start: bool = True

    def emit(self, character: str) -> None:
        """Add one plain character."""
        self.out.append(character)
        self.units += 2 if ord(character) > 0xFFFF else 1
        if character != "\r":
            self.line_start = character == "\n"

    def starts(self, text: str, ahead: int = 0) -> bool:
        """Does the source go on like this?"""
        return self.source.startswith(text, self.at + ahead)

    def open(self, kind: str, marks: int, argument: str = "") -> None:
        """Begin an entity whose marks take so many characters."""
        self.stack.append(OpenMark(kind, self.at, self.units, len(self.out), argument))
        self.at += marks

    def escaped(self) -> str:
        """The character that a backslash here protects, empty when there is none."""
        after = self.source[self.at + 1 : self.at + 2]
        return after if self.starts("\\") and after and 0 < ord(after) <= 126 else ""

    def bytes_to(self, at: int) -> int:
        """Bytes of UTF-8 before a position."""
        return len(self.source[:at].encode("utf-8", "surrogatepass"))


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities of a MarkdownV2 text. Raises the refusal that Telegram gives."""
    reader = MarkdownReader(source)
    while reader.at < len(source):
        character = source[reader.at]
        if escaped := reader.escaped():
            reader.emit(escaped)
            reader.at += 2
        elif character not in _reserved(reader):
            reader.emit(character)
            reader.at += 1
        elif _ends_here(reader):
            _close(reader)
        else:
            _begin(reader)
    _finish_quote(reader)
    if reader.stack:
        raise _no_end(reader)
    return "".join(reader.out), reader.entities


def _reserved(reader: MarkdownReader) -> frozenset[str]:
    return frozenset("`") if reader.stack and reader.stack[-1].kind in CODE else RESERVED


def _ends_here(reader: MarkdownReader) -> bool:
    if not reader.stack:
        return False
    if reader.quoting and reader.starts("\n") and not reader.starts(">", 1):
        return True
    kind = reader.stack[-1].kind
    if kind == "Italic":
        return reader.starts("_") and not reader.starts("__")
    return kind in ENDS and reader.starts(ENDS[kind])


def _begin(reader: MarkdownReader) -> None:
    match reader.source[reader.at]:
        case "_":
            double = reader.starts("__")
            reader.open("Underline" if double else "Italic", 2 if double else 1)
        case "*":
            reader.open("Bold", 1)
        case "~":
            reader.open("Strikethrough", 1)
        case "|" if reader.starts("||"):
            reader.open("Spoiler", 2)
        case "[":
            reader.open("TextUrl", 1)
        case "`":
            _begin_code(reader)
        case "!" if reader.starts("!["):
            reader.open("CustomEmoji", 2)
        case "\n":
            reader.emit("\n")
            reader.at += 1
        case ">" if reader.line_start:
            _begin_quote(reader)
        case character:
            raise bad(
                f"can't parse entities: Character '{character}' is reserved "
                "and must be escaped with the preceding '\\'"
            )


def _begin_quote(reader: MarkdownReader) -> None:
    if reader.quoting:
        reader.at += 1
        return
    reader.quoting = True
    reader.open("BlockQuote", 1)


def _begin_code(reader: MarkdownReader) -> None:
    if not reader.starts("```"):
        reader.open("Code", 1)
        return
    language = re.compile(r"[^\s`]*").match(reader.source, reader.at + 3)
    name = language[0] if language else ""
    after = reader.at + 3 + len(name)
    if not name or after >= len(reader.source) or reader.source[after] == "`":
        name, after = "", reader.at + 3
    line = re.compile(r"\r\n|\n\r|\n|\r|").match(reader.source, after)
    after += len(line[0]) if line else 0
    reader.open("PreCode" if name else "Pre", after - reader.at, name)


def _close(reader: MarkdownReader) -> None:
    opened = reader.stack[-1]
    if reader.starts("\n") and opened.kind not in ENDS | {"Italic": "_"}:
        _close_quote(reader, "BlockQuote")
        return
    if reader.quoting and reader.starts("\n"):
        _close_spoiler_quote(reader, opened)
        return
    reader.stack.pop()
    entity: Json = {"offset": opened.units, "length": reader.units - opened.units}
    match opened.kind:
        case "TextUrl":
            url = _link(reader, opened, "URL") or "".join(reader.out[opened.out_at :])
            entity = link_entity(url, entity)
        case "CustomEmoji":
            entity |= _emoji(reader, opened)
        case kind:
            reader.at += len(ENDS.get(kind, "_"))
            entity |= {"type": TYPES[kind]} | ({"language": opened.argument} if opened.argument else {})
    if entity and entity["length"]:
        reader.entities.append(entity)


def _close_spoiler_quote(reader: MarkdownReader, opened: OpenMark) -> None:
    """A quote's last line may end in || : then it folds up. Any other open mark is a fault."""
    if opened.kind != "Spoiler" or opened.units != reader.units:
        raise _no_end(reader)
    reader.stack.pop()
    if reader.stack[-1].kind != "BlockQuote":
        raise _no_end(reader)
    _close_quote(reader, "ExpandableBlockQuote")


def _close_quote(reader: MarkdownReader, kind: str) -> None:
    opened = reader.stack.pop()
    reader.quoting = False
    reader.emit("\n")
    reader.at += 1
    span = {"offset": opened.units, "length": reader.units - opened.units}
    reader.entities.append({"type": TYPES[kind], **span})


def _finish_quote(reader: MarkdownReader) -> None:
    if not reader.quoting or not reader.stack:
        return
    kind = "BlockQuote"
    if (
        reader.stack[-1].kind == "Spoiler"
        and reader.stack[-1].units == reader.units
        and len(reader.stack) > 1
    ):
        reader.stack.pop()
        kind = "ExpandableBlockQuote"
    if reader.stack[-1].kind == "BlockQuote":
        opened = reader.stack.pop()
        if reader.units > opened.units:
            span = {"offset": opened.units, "length": reader.units - opened.units}
            reader.entities.append({"type": TYPES[kind], **span})


def _link(reader: MarkdownReader, opened: OpenMark, what: str) -> str:
    """The address in round brackets after a closing square one, empty when there are none."""
    reader.at += 1
    if not reader.starts("("):
        return ""
    reader.at += 1
    begin = reader.at
    url = ""
    while reader.at < len(reader.source) and not reader.starts(")"):
        escaped = reader.escaped()
        url += escaped or reader.source[reader.at]
        reader.at += 2 if escaped else 1
    if not reader.starts(")"):
        raise bad(f"can't parse entities: Can't find end of a {what} at byte offset {reader.bytes_to(begin)}")
    reader.at += 1
    return url


def _emoji(reader: MarkdownReader, opened: OpenMark) -> Json:
    found = re.fullmatch(r"tg://emoji\?id=(\d+)", _link(reader, opened, "custom emoji URL"))
    if not found:
        raise bad("can't parse entities: Custom emoji entity must contain a tg://emoji URL")
    return {"type": "custom_emoji", "custom_emoji_id": found[1]}


def _no_end(reader: MarkdownReader) -> RefusedCall:
    opened = reader.stack[-1]
    place = reader.bytes_to(opened.source_at)
    return bad(f"can't parse entities: Can't find end of {opened.kind} entity at byte offset {place}")


# ---- the older Markdown ------------------------------------------------------------------------

OLD = {"_": ("_", "italic"), "*": ("*", "bold"), "`": ("`", "code"), "[": ("]", "link")}


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities of a text in the older Markdown, which knows no nesting."""
    reader = MarkdownReader(source)
    while reader.at < len(source):
        character = source[reader.at]
        if character == "\\" and source[reader.at + 1 : reader.at + 2] in OLD and reader.at + 1 < len(source):
            reader.emit(source[reader.at + 1])
            reader.at += 2
        elif character in OLD:
            _old_entity(reader)
        else:
            reader.emit(character)
            reader.at += 1
    return "".join(reader.out), reader.entities


def _old_entity(reader: MarkdownReader) -> None:
    begin, units = reader.at, reader.units
    end, kind = OLD[reader.source[begin]]
    if reader.starts("```"):
        end, kind = "```", "pre"
    reader.at += len(end)
    close = reader.source.find(end, reader.at)
    if close < 0:
        place = reader.bytes_to(begin)
        raise bad(f"can't parse entities: Can't find end of the entity starting at byte offset {place}")
    text = reader.source[reader.at : close]
    for character in text:
        reader.emit(character)
    reader.at = close + (0 if kind == "link" else len(end))
    entity: Json = {"type": kind, "offset": units, "length": reader.units - units}
    if kind == "link":
        entity = link_entity(_link(reader, OpenMark("TextUrl", begin, units, 0), "URL") or text, entity)
    if entity and entity["length"]:
        reader.entities.append(entity)
