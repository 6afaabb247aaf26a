"""The front matter of a script: YAML between two lines of dashes, read safely, checked, made a Header.

Every value is read as words, so that ``language: no`` stays a language and ``date: 2026-11-21`` a text until
its own field says what it is. ``header.schema.json`` beside this file is ``schema()``, for editors.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails

from bot.core.model import Issue
from bot.core.script import Header, When
from bot.core.source import fault, meant, near, shown, unmarked
from bot.core.when import EXAMPLES, parse_when, print_when

FORMAT = 1
"""Today's format of scripts; ``bot.core.upgrade`` brings older ones here."""

MOST_FRONT = 8_000
MOST_TURNS = 12
_DEPTH = 2
_LISTS = ("tags", "avoid")

_FENCE = re.compile(r"-{3,}[ \t]*")
_LENGTH = re.compile(r"(?:about )?(\d{1,2})(?: ?(?:to|-|–|—) ?(\d{1,2}))?(?: questions?)?")
_REVIEWED = re.compile(r"(\d{4}-\d{2}-\d{2}) by \S.*")
_OLD = {"trigger": "when", "goto": "when", "name": "title", "role": "author", "turns": "length"}


# ---- fields ------------------------------------------------------------------------------------


def _when(value: str) -> When:
    if when := parse_when(value):
        return when
    raise ValueError(f"“{shown(value)}” is no time that scripts know.")


def _length(value: str) -> tuple[int, int]:
    found = _LENGTH.fullmatch(value.lower())
    low, high = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if not low <= high <= MOST_TURNS:
        raise ValueError(f"“{shown(value)}” is no length; up to {MOST_TURNS} questions.")
    return low, high


def _reviewed(value: str) -> str:
    found = _REVIEWED.fullmatch(value)
    if found is None:
        raise ValueError("Who reviewed it, and when, is not readable.")
    _date(found[1])
    return value


def _author(value: str) -> str:
    name, _, role = value.partition(",")
    if not name.strip() or not role.strip():
        raise ValueError("An author has a name and a role.")
    return value


def _date(value: str) -> Date:
    try:
        return Date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"“{shown(value)}” is no date.") from None


def _tags(value: str | list[str]) -> tuple[str, ...]:
    words = value.split(",") if isinstance(value, str) else value
    tags = tuple(dict.fromkeys("_".join(word.split()).lower() for word in words if word.strip()))
    if any(len(tag) > 40 for tag in tags) or len(tags) > 12:
        raise ValueError("Up to 12 tags of up to 40 letters.")
    return tags


def _one_of(*words: str) -> BeforeValidator:
    def known(value: str) -> str:
        if value not in words:
            raise ValueError(f"“{shown(value)}” is not one of: {', '.join(words)}.{meant(value, words)}")
        return value

    return BeforeValidator(known)


def _text(most: int, words: str, example: str) -> Any:
    return Field(min_length=1, max_length=most, description=words, examples=[example])


_Tags = Annotated[
    tuple[str, ...],
    BeforeValidator(_tags),
    WithJsonSchema({"type": ["array", "string"], "items": {"type": "string"}}),
]
_When = Annotated[
    When, BeforeValidator(_when), WithJsonSchema({"type": "string", "examples": list(EXAMPLES)})
]
_Length = Annotated[
    tuple[int, int],
    BeforeValidator(_length),
    WithJsonSchema({"type": ["string", "integer"], "examples": [3, "3 to 4"]}),
]


class FrontMatter(BaseModel):
    """Who stands behind a script, when it is offered, how long it is."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, title="Script header")

    title: str = _text(80, "What the script is called, in a list.", "After our session")
    author: Annotated[str, BeforeValidator(_author)] = _text(
        120, "Who wrote it: name, role.", "A. Name, coach"
    )
    reviewed: Annotated[str, BeforeValidator(_reviewed)] = _text(
        120, "Who read it with care, and when.", "2026-11-21 by B. Name"
    )
    basis: str = _text(400, "What it rests on, in a sentence.", "what stays with a person fades within days")
    when: _When = Field(description="When it is offered.")
    length: _Length = Field(description="How many prompts wait for an answer, fewest to most.")
    format: Annotated[int, WithJsonSchema({"const": FORMAT, "default": FORMAT})] = Field(
        default=FORMAT, description="The format of the script's language."
    )
    date: Annotated[
        Date | None, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})
    ] = Field(default=None, description="When it was written.")
    intensity: int = Field(
        default=1, ge=1, le=3, description="1 light, 2 deeper, 3 challenging (only later on, and by consent)."
    )
    tags: _Tags = Field(default=(), description="What it is about.")
    avoid: _Tags = Field(
        default=(), description="For whom it is left out: body_focus, long_text and the like."
    )
    language: str = Field(
        default="en",
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="The language of its texts; the folder's when left out.",
    )
    address: str = Field(default="", max_length=40, description="Form of address: du, Sie, tu, vous …")
    for_: Annotated[Literal["client", "coach"], _one_of("client", "coach")] = Field(
        default="client", alias="for", description="Who is asked."
    )
    mark: Annotated[
        Literal["breakthrough", "boundary", "repair", "thanks", ""],
        _one_of("breakthrough", "boundary", "repair", "thanks"),
    ] = Field(default="", description="Finishing it stores a mark of this kind.")


def schema() -> dict[str, Any]:
    """The JSON Schema of the front matter, by which an editor completes it."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **FrontMatter.model_json_schema()}


# ---- reading -----------------------------------------------------------------------------------


def split(lines: Sequence[str]) -> tuple[list[str] | None, int]:
    """The lines between the first two lines of dashes, and how many lines of the file they take with them."""
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if not lines or not _FENCE.fullmatch(lines[start]):
        return None, 0
    for end in range(start + 1, len(lines)):
        if _FENCE.fullmatch(lines[end]) or lines[end].startswith("#"):
            closed = end if lines[end].startswith("#") else end + 1
            return ["", *[""] * start, *lines[start + 1 : end]], closed
    return list(lines[1:]), len(lines)


def read(front: Sequence[str] | None, language: str) -> tuple[Header | None, list[Issue]]:
    """The header in these lines (the first is line 1 of the file), or what is wrong with it."""
    if front is None:
        message = "The file does not begin with a header."
        remedy = f"Begin with a line --- then {', '.join(_required())}, one a line, then --- again."
        return None, [fault("HEADER", 1, message, remedy)]
    fields, places, issues = _fields("\n".join(front))
    if fields is None:
        return None, issues
    fields.setdefault("language", language)
    issues += _format(fields, places)
    try:
        model = FrontMatter.model_validate(fields)
    except ValidationError as error:
        return None, issues + [_explain(detail, places) for detail in error.errors()]
    if model.language != language:
        message = f"The header says “{model.language}”, the folder “{language}”."
        issues.append(
            _at(places, "language", "HEADER", message, "Languages are never mixed: make them agree.")
        )
    return (None if issues else Header(**{name: getattr(model, name) for name in _names()})), issues


def _names() -> list[str]:
    return list(FrontMatter.model_fields)


def keys() -> list[str]:
    """Every key a header may have, as an author writes it, in the order of print."""
    return [field.alias or name for name, field in FrontMatter.model_fields.items()]


def _required() -> list[str]:
    return [f"{name}: …" for name, field in FrontMatter.model_fields.items() if field.is_required()]


def _format(fields: dict[str, Any], places: dict[str, tuple[int, int]]) -> list[Issue]:
    said = fields.get("format", str(FORMAT))
    if said == str(FORMAT):
        return []
    old = isinstance(said, str) and said.isdecimal() and int(said) < FORMAT
    remedy = "Run: interlude scripts upgrade" if old else f"This program reads format {FORMAT}."
    fields["format"] = FORMAT
    return [_at(places, "format", "FORMAT", f"The script is written in format {shown(str(said))}.", remedy)]


# ---- YAML, only as much of it as a header needs -------------------------------------------------

_Places = dict[str, tuple[int, int]]
_Fields = dict[str, Any]


def _fields(text: str) -> tuple[_Fields | None, _Places, list[Issue]]:
    """Words and lists of words by key, with the place of each; None when the YAML cannot be read."""
    try:
        if issue := _forbidden(text):
            return None, {}, [issue]
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        return None, {}, [_unreadable(error)]
    if not isinstance(node, yaml.MappingNode):
        return (
            None,
            {},
            [fault("HEADER", 1, "The header holds no “key: value” lines.", "title: After our session")],
        )
    return _mapping(node)


def _forbidden(text: str) -> Issue | None:
    """Anchors, aliases, tags, deep nesting: refused in the flat stream of events, before any is built."""
    if len(text) > MOST_FRONT:
        return fault(
            "HEADER", 1, f"The header is longer than {MOST_FRONT} letters.", "Say it in fewer words."
        )
    depth = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH or getattr(event, "anchor", None) or getattr(event, "tag", None):
            message = "A header holds plain words: no &, *, ! at a value's beginning, no lists in lists."
            line, column = _place(event.start_mark)
            return fault("HEADER", line, message, "Put the value in quotation marks.", column=column)
    return None


def _place(mark: Any) -> tuple[int, int]:
    """Line and column of a place that YAML names, from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _unreadable(error: yaml.YAMLError) -> Issue:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = _place(mark)
    said = shown(str(getattr(error, "problem", None) or "it is not YAML"), 100)
    remedy = 'One “key: value” a line; a value with a colon or # in it goes in quotation marks: title: "A: b"'
    return fault("HEADER", max(line, 1), f"The header cannot be read: {said}.", remedy, column=column)


def _mapping(node: yaml.MappingNode) -> tuple[_Fields, _Places, list[Issue]]:
    fields: _Fields = {}
    places: _Places = {}
    issues: list[Issue] = []
    for key_node, value_node in node.value:
        key = unmarked(str(key_node.value))
        place = _place(key_node.start_mark)
        if key in fields:
            issues.append(
                fault("HEADER", place[0], f"“{shown(key)}” stands here twice.", "Keep one of them.")
            )
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
    match node:
        case yaml.ScalarNode():
            return _line(node.value)
        case yaml.SequenceNode() if all(isinstance(part, yaml.ScalarNode) for part in node.value):
            return [_line(part.value) for part in node.value]
        case _:
            return None


def _line(words: str) -> str:
    return " ".join(unmarked(words).split())


# ---- what is wrong -----------------------------------------------------------------------------


def _at(
    places: _Places, key: str, rule: Literal["FORMAT", "HEADER", "WHEN", "LENGTH"], message: str, remedy: str
) -> Issue:
    line, column = places.get(key, (1, 1))
    return fault(rule, line, message, remedy, column=column)


_REMEDIES = {
    "author": "Write: author: A. Name, coach",
    "reviewed": "Write: reviewed: 2026-11-21 by B. Name",
    "length": "Write: length: 3 or length: 3 to 4",
    "date": "Write: date: 2026-11-21",
    "intensity": "Write: intensity: 1, 2 or 3",
    "tags": "Write: tags: [closing, values]",
    "avoid": "Write: avoid: [body_focus]",
    "language": "Write: language: en",
    "for": "Write: for: client or for: coach",
    "mark": "Write: mark: breakthrough, or leave it out",
}


def _explain(detail: ErrorDetails, places: _Places) -> Issue:
    key = str(detail["loc"][0])
    match detail["type"]:
        case "missing":
            return _at(places, key, "HEADER", f"“{key}” is missing.", _remedy(key))
        case "extra_forbidden":
            right = _OLD.get(key) or near(key, keys())
            remedy = f"Did you mean “{right}”?" if right else f"Keys are: {', '.join(keys())}."
            return _at(places, key, "HEADER", f"“{shown(key)}” is no key of a header.", remedy)
        case "value_error":
            message = str(detail["ctx"]["error"])
            return _at(
                places, key, "WHEN" if key == "when" else "HEADER", message, _remedy(key, detail["input"])
            )
        case _:
            message = f"“{key}” has a value that is not used here ({detail['msg'].lower()})."
            return _at(places, key, "HEADER", message, _remedy(key))


def _remedy(key: str, value: object = "") -> str:
    if key == "when":
        closest = near(str(value), EXAMPLES, 0.5)
        return f"Did you mean “{closest}”?" if closest else f"One of: {' · '.join(EXAMPLES)}"
    field = FrontMatter.model_fields.get(key)
    example = (field.examples or [""])[0] if field else ""
    return _REMEDIES.get(key, f"Write: {key}: {example}")


# ---- printing ----------------------------------------------------------------------------------


def to_lines(header: Header) -> Iterator[str]:
    """The header as ``read`` reads it: the required keys, then what differs from the default."""
    yield "---"
    for name, field in FrontMatter.model_fields.items():
        value = getattr(header, name)
        if field.is_required() or value != field.default:
            yield f"{field.alias or name}: {_printed(value)}"
    yield "---"


def _printed(value: object) -> str:
    match value:
        case When():
            return print_when(value)
        case (int() as low, int() as high):
            return str(low) if low == high else f"{low} to {high}"
        case tuple():
            return f"[{', '.join(_quoted(str(part), True) for part in value)}]"
        case _:
            return _quoted(str(value), False)


def _quoted(words: str, inside: bool) -> str:
    """The words as they are if YAML reads them back, else in double quotation marks."""
    line = f"[{words}]" if inside else f"k: {words}"
    try:
        back = yaml.load(line, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes nothing but words
    except yaml.YAMLError:
        back = None
    same = back == ([words] if inside else {"k": words})
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return words if same and words else f'"{escaped}"'
