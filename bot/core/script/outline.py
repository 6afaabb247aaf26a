"""A script's page below its front matter: Markdown to headings, text, list items and arrow lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.core.base.issue import Issue
from bot.core.script.source import MARKS, fault, shown

ARROW = re.compile(r"(?:→|[-–—−]+>|=+>|[⇒➔➜►➤⟶⟹➝➞➙➛➨⇨⮕🡒🠖\uf0e0\uf0e8]|➡\ufe0f?|▶\ufe0f?|←|<-)")
"""What an arrow may look like; people who write from right to left draw it to the left."""

_LEAD = re.compile(rf"[ \t{MARKS}]*{ARROW.pattern}")
_BULLET = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)")
_STRANGE = tuple(
    (re.compile(pattern), message, remedy)
    for pattern, message, remedy in (
        (
            r"[ \t]*([-*_=][ \t]*){3,}$",
            "A line of dashes says nothing here.",
            "Delete it; a heading begins a step.",
        ),
        (
            r"[ \t]+([-+*]|\d{1,9}[.)])[ \t]",
            "A list item that is set too far in.",
            "Begin the line with - and no spaces.",
        ),
        (
            r"[ \t]*(?:[-*+]\S.*(→|->)|[-+][^\W\d_])",
            "A space is missing after the dash.",
            "Write: - Label → step",
        ),
        (
            r"[ \t]*[–—][ \t].*(→|->)",
            "A long dash makes no list.",
            "Begin the line with a short one: - Label → step",
        ),
        (r"[ \t]*(>|```|~~~|\|)", "Quotes, code and tables are not shown as such.", "Write plain lines."),
        (
            r".*\]\((https?:|tg:|www)",
            "A link is not shown as such.",
            "Write the address itself, without brackets.",
        ),
        (
            r".*<!--",
            "A comment is shown as it stands, to clients too.",
            "Write {# … #}: a note that only authors see.",
        ),
        (
            r".*(?<!<)</?[A-Za-z][^<>]{0,80}>(?!>)",
            "HTML is shown as it stands.",
            "Write *soft* or **strong**, or nothing.",
        ),
    )
)
"""What authors write by habit, what is wrong with it, and what to write instead."""

_RAW = tuple(
    (re.compile(pattern), message, remedy)
    for pattern, message, remedy in (
        (
            r"(?<!\{)\{ *[^\W\d_][\w .]{0,40}\}(?!\})"
            r"|(?<![{%\w])%%?[^\W\d_]\w*%%?(?![}\w])|\[\[[^\[\]]+\]\]|<<[^<>]+>>"
            r"|(?<![\w\]!])\[[^\W\d_][^\[\]\n]{1,40}\](?![(\[])|\$[^\W\d_]\w*",
            "“{}” looks like a value to fill in, and is shown as it stands.",
            "Values stand in double braces: {{{{ coach }}}}.",
        ),
        (
            r"(?<!\w)__\w[^_]*__(?!\w)|(?<![\w/@])_[^\W_][^_\n]*_(?!\w)|(?<![=!<>])==[^=\s][^=\n]*==(?!=)"
            r"|(?<!\w)\^[^\s^][^^\n]*\^|(?<![\w~])~[^\s~][^~\n]*~(?!~)|\|\|[^|\n]+\|\||\\[A-Za-z]{2,}|~~[^~]+~~|`[^`]+`|\[\^\w+\]|!?\[[^\[\]]*\]\([^()\s]+\)",
            "“{}” is shown as it stands.",
            "Write *soft* or **strong**, or plain words.",
        ),
        (
            r"[☐☑☒□]|(?<!\w):[a-z][a-z_]{2,20}:(?!\w)|(?<=[\w.,;?!])\[\d{1,3}\](?!\w)",
            "“{}” is shown as it stands.",
            "Leave it out; a list makes buttons.",
        ),
        (
            r"\[//\]: ?#|^\[[^\[\]]+\]: \S.*|%%+(?=[ \t])|(?<![\w-])(?:TODO|FIXME|TBD|XXX)(?![\w-])|[Ll]orem ipsum",
            "“{}” looks like a note to yourself, and clients read it.",
            "Write {{# … #}}: a note that only authors see.",
        ),
        (
            r"&(?:[a-z]{2,8}|#x?[\da-fA-F]{2,5});|--+>",
            "“{}” is shown as it stands.",
            "Write the sign itself.",
        ),
    )
)
"""What is no mistake of form, and yet reaches a client raw: told, and not refused."""

_TOLD = re.compile(r"\]\((?:https?:|tg:|www)")
_BOX = re.compile(r"\[[ xX]?\]\s")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line's words and the number of the line in the file."""

    text: str
    number: int


@dataclass(slots=True)
class PageSection:
    """One heading and what stands below it, not yet understood."""

    heading: PageLine
    text: list[PageLine] = field(default_factory=list)
    items: list[PageLine] = field(default_factory=list)
    arrows: list[PageLine] = field(default_factory=list)


def sections(lines: Sequence[str], first: int) -> tuple[list[PageSection], list[Issue]]:
    """The sections of the page whose first line has the number ``first``, and what has no place in them."""
    lines, glued = _spaced(lines, first)
    reader = _Reader(lines, first, issues=glued)
    for kind, start, end in _blocks(lines):
        match kind:
            case "heading":
                reader.heading(start)
            case "item":
                reader.item(start, end)
            case "nested":
                reader.nested(start)
            case _:
                reader.paragraph(start, end)
    return reader.found, reader.issues


_GLUED = re.compile(r"(#{1,6})(?=[^\W\d_])")


def _spaced(lines: Sequence[str], first: int) -> tuple[list[str], list[Issue]]:
    """The lines with the space that a heading lacks, and an issue for each: what stands below it is its own."""
    glued = [n for n, line in enumerate(lines) if _GLUED.match(line)]
    message, remedy = "A space is missing after #.", "Write: # name-of-the-step"
    issues = [fault("STEP", first + n, message, remedy) for n in glued]
    return [_GLUED.sub(r"\1 ", line, count=1) if n in glued else line for n, line in enumerate(lines)], issues


def _blocks(lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Top-level headings, paragraphs and list items as (kind, first line, line after the last)."""
    tokens = MarkdownIt("zero").enable(["heading", "list"]).disable("inline").parse("\n".join(lines))
    for token in tokens:
        start, end = token.map or (0, 0)
        if kind := _kind(token):
            yield kind, start, end


def _kind(token: Token) -> str:
    match token.type, token.level:
        case ("heading_open", 0):
            return "heading"
        case ("paragraph_open", 0):
            return "paragraph"
        case ("list_item_open", 1):
            return "item"
        case ("heading_open" | "list_item_open", _):
            return "nested"
        case _:
            return ""


@dataclass(slots=True)
class _Reader:
    """Files each block under its section; line numbers are those of the whole file."""

    lines: Sequence[str]
    first: int
    found: list[PageSection] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def heading(self, start: int) -> None:
        words = self.lines[start].strip(" \t#")
        self.found.append(PageSection(PageLine(words, self.first + start)))

    def section(self, start: int) -> PageSection:
        """The section under way; words before the first heading get an issue and a place of their own."""
        if not self.found:
            message, remedy = "These words stand above the first heading.", "Write a heading first: # opening"
            self.issues.append(fault("STEP", self.first + start, message, remedy))
            self.found.append(PageSection(PageLine("opening", self.first + start)))
        return self.found[-1]

    def paragraph(self, start: int, end: int) -> None:
        section = self.section(start)
        for place in range(start, end):
            self.line(section, PageLine(self.lines[place].strip(" \t"), self.first + place))

    def line(self, section: PageSection, line: PageLine) -> None:
        if _LEAD.match(line.text):
            section.arrows.append(line)
            return
        if section.items or section.arrows:
            message = f"“{shown(line.text)}” stands below the list or the arrows, where nobody would see it."
            self.wrong(line, message, "Put the text first, then the list, then the arrows.")
        else:
            section.text.append(line)
        self.strange(line)

    def strange(self, line: PageLine) -> None:
        """What looks like Markdown of another kind, and would be shown as it stands."""
        raw = self.lines[line.number - self.first]
        for pattern, message, remedy in _STRANGE:
            if pattern.match(raw):
                self.wrong(line, message, remedy)
                break
        self.raw(line)

    def raw(self, line: PageLine) -> None:
        """What clients would see as it was typed."""
        for pattern, message, remedy in _RAW:
            for found in pattern.finditer(line.text):
                if _TOLD.search(found[0]) or (found[0].endswith(">") and "<!--" in line.text):
                    continue  # a link or a comment, which is an error of its own
                said = message.format(shown(found[0]))
                self.issues.append(fault("STEP", line.number, said, remedy.format(), warn=True))

    def item(self, start: int, end: int) -> None:
        section = self.section(start)
        words = [_BULLET.sub("", self.lines[start], count=1).strip(" \t")]
        for place in range(start + 1, end):
            raw = self.lines[place]
            line = PageLine(raw.strip(" \t"), self.first + place)
            if _LEAD.match(raw) and not raw.startswith((" ", "\t")):
                section.arrows.append(line)
            elif raw.startswith((" ", "\t")):
                words.append(line.text)
            elif line.text:
                message = f"“{shown(line.text)}” hangs on to the list above it."
                self.wrong(line, message, "Put the text above the list; each item begins with -.")
        if section.arrows and section.arrows[0].number <= self.first + start:
            self.wrong(PageLine("", self.first + start), "A list below an arrow.", "Put the list first.")
        made = PageLine(" ".join(filter(None, words)), self.first + start)
        if _BOX.match(made.text):
            self.wrong(made, "A box is shown as it stands.", "Leave it out: each item is a button already.")
        self.raw(PageLine(ARROW.split(made.text)[0], made.number))
        section.items.append(made)

    def nested(self, start: int) -> None:
        line = PageLine("", self.first + start)
        self.wrong(line, "A list or heading within a list.", "One line an item, each beginning with -.")

    def wrong(self, line: PageLine, message: str, remedy: str) -> None:
        self.issues.append(fault("STEP", line.number, message, remedy))
