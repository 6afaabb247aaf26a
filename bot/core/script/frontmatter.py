"""The lines between two lines of dashes to words by key: as much of YAML as a header needs, and no more.

Every value is read as words, so that ``language: no`` stays a language and ``date: 2026-11-21`` a text until
its own field says what it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from bot.core.base.issue import Issue
from bot.core.script.source import fault, readable, shown, unmarked

MOST_FRONT = 8_000
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # ten times as fast, where it is built in
_DEPTH = 2
_BRACKETS = 20
_LISTS = ("tags", "avoid")

_PLAIN = re.compile(r"\w[^:#\\\"]*")
_PLAIN_INSIDE = re.compile(r"\w[^:#\\\"\[\]{},?]*")
_FENCE = re.compile(r"-{3,}[ \t]*")

Places = dict[str, tuple[int, int]]
"""The line and column of each key."""
Fields = dict[str, Any]
"""Words, or a list of words, by key."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter's lines, the first being line 1 of the file, and how many of the file's it takes."""

    lines: tuple[str, ...]
    taken: int
    closed: bool = True


def split(lines: Sequence[str]) -> Front | None:
    """What stands between the first two lines of dashes; None when the file does not begin with one.

    Without a second line of dashes it ends where the first heading stands.
    """
    start = next((place for place, line in enumerate(lines) if line.strip()), 0)
    if not lines or not _FENCE.fullmatch(lines[start]):
        return None
    above = ("",) * (start + 1)
    for end in range(start + 1, len(lines)):
        if _FENCE.fullmatch(lines[end]):
            return Front((*above, *lines[start + 1 : end]), end + 1)
    heading = (place for place in range(start + 1, len(lines)) if lines[place].startswith("#"))
    end = next(heading, len(lines))
    return Front((*above, *lines[start + 1 : end]), end, closed=False)


def read_fields(text: str) -> tuple[Fields | None, Places, list[Issue]]:
    """Words and lists of words by key, with the place of each; None when the YAML cannot be read."""
    text = _TYPESET.sub(_straight, text)
    try:
        if issue := _forbidden(text) or _cut(text):
            return None, {}, [issue]
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        return _in_part(text, _unreadable(error))
    if not isinstance(node, yaml.MappingNode):
        message = "The header holds no “key: value” lines."
        return None, {}, [fault("HEADER", 1, message, "Write for instance: title: After our session")]
    return _mapping(node)


_ANY_LINE = re.compile(r"(?m)^(\w+)[ \t]*:[ \t]*(.*)$")


def _in_part(text: str, issue: Issue) -> tuple[Fields | None, Places, list[Issue]]:
    """What can be read of a header that YAML refuses, line by line, so that all its issues come at once."""
    fields: Fields = {}
    places: Places = {}
    for found in _ANY_LINE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        words = _line(found[2].strip().strip("\"'"))
        listed = found[1] in _LISTS and words.startswith("[")
        fields.setdefault(found[1], words.strip("[]").split(",") if listed else words)
        places.setdefault(found[1], (line, 1))
    return (fields or None), places, [issue]


_TYPESET = re.compile(r"(?m)^(\w+[ \t]*:[ \t]*)[“„”«»‘](.*)[”“»«’‘]([ \t]*)$")
"""A value in the quotation marks that a word processor makes of straight ones."""


def _straight(found: re.Match[str]) -> str:
    inner = found[2].replace("\\", "\\\\").replace('"', '\\"')
    return f'{found[1]}"{inner}"{found[3]}'


_HASH = re.compile(r"([^\W\d]\w*[ \t]*:[ \t]+[^\s\"'#][^\"']*?[ \t])(#.*)")


def _forbidden(text: str) -> Issue | None:
    """Anchors, aliases, tags, deep nesting: refused in the flat stream of events, before any is built."""
    if len(text) > MOST_FRONT:
        message = f"The header is longer than {MOST_FRONT} letters."
        return fault("HEADER", 1, message, "Say it in fewer words.")
    if text.count("[") + text.count("{") > _BRACKETS:  # reading nests takes the square of their depth
        return fault("HEADER", 1, "The header is full of brackets.", "Write plain words.")
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH or getattr(event, "anchor", None) or getattr(event, "tag", None):
            message = "A header holds plain words: no &, *, ! at a value's beginning, no lists in lists."
            line, column = _place(event.start_mark)
            return fault("HEADER", line, message, "Put the value in quotation marks.", column=column)
    return None


def _cut(text: str) -> Issue | None:
    """A value that a # cuts off: what stands behind it is read by nobody."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := _HASH.match(line):
            message = f"What stands behind # is not read: “{shown(found[2])}”."
            remedy = "Put the value in quotation marks, or delete the rest."
            return fault("HEADER", number, message, remedy, column=found.start(2) + 1)
    return None


def _place(mark: Any) -> tuple[int, int]:
    """Line and column of a place that YAML names, from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


_PROBLEMS = (
    ("mapping values", "a value holds a colon"),
    ("cannot start any token", "a value begins with a sign that has a meaning of its own"),
    ("tab", "there is a tab where spaces belong"),
    ("expected ',' or", "a bracket is not closed"),
    ("'-' indicator", "a list stands where a value belongs"),
    ("'-'", "a list stands where a value belongs"),
)
"""What the reader of YAML says, and how we say it."""


def _unreadable(error: yaml.YAMLError) -> Issue:
    began = "quoted" in str(getattr(error, "context", None))  # what matters is where the quotation mark is
    line, column = _place(getattr(error, "context_mark" if began else "problem_mark", None))
    problem = str(getattr(error, "problem", ""))
    said = next((ours for theirs, ours in _PROBLEMS if theirs in problem), "this line is no “key: value”")
    said = "a quotation mark is not closed" if began else said
    remedy = 'One “key: value” a line; a value with a colon or # in it goes in quotation marks: title: "A: b"'
    return fault("HEADER", max(line, 1), f"The header cannot be read: {said}.", remedy, column=column)


def _mapping(node: yaml.MappingNode) -> tuple[Fields, Places, list[Issue]]:
    fields: Fields = {}
    places: Places = {}
    issues: list[Issue] = []
    for key_node, value_node in node.value:
        key = unmarked(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        place = _place(key_node.start_mark)
        if key in fields:
            message = f"“{shown(key)}” stands here twice."
            issues.append(fault("HEADER", place[0], message, "Keep one of them."))
        places.setdefault(key, place)
        value = _value(value_node)
        if value is None or (isinstance(value, list) and key not in _LISTS):
            message = f"“{shown(key)}” holds more than words on one line."
            issues.append(fault("HEADER", place[0], message, f"Write: {key}: some words"))
            value = ""
        fields.setdefault(key, value)
    return fields, places, issues


def _value(node: yaml.Node) -> str | list[str] | None:
    """Words on one line, a list of such, or None for what a header has no use for."""
    parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if not all(isinstance(part, yaml.ScalarNode) and readable(part.value) for part in parts):
        return None
    words = [_line(part.value) for part in parts]
    return words if isinstance(node, yaml.SequenceNode) else words[0]


def _line(words: str) -> str:
    return " ".join(unmarked(words).split())


def quoted(words: str, inside: bool) -> str:
    """The words as they are where YAML reads them back, else in double quotation marks."""
    if (_PLAIN_INSIDE if inside else _PLAIN).fullmatch(words):
        return words
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
