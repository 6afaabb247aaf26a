"""The front matter of a script: YAML between two lines of dashes, read safely, checked, made a Header.

``header.schema.json`` beside this file is ``schema()``, by which editors complete it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails

from bot.core.base.issue import Issue
from bot.core.script.frontmatter import Fields, Front, Places, quoted, read_fields
from bot.core.script.script import Header, When
from bot.core.script.source import Rule, fault, meant, near, shown
from bot.core.script.when import EXAMPLES, HOUR, parse_when, print_when, proposal

FORMAT = 2
"""Today's format of scripts; ``bot.core.script.upgrade`` brings older ones here."""

MOST_TURNS = 12
FEW = 5  # keys that were read, below which a torn header is not told what it lacks

_LENGTH = re.compile(
    r"(?:(?:about|around|roughly|up to|ca\.?|circa|etwa|unos|unas|~) ?)?(\d{1,2})"
    r"(?: ?(?:to|-|–|—) ?(\d{1,2}))?(?: (?:questions?|fragen?|preguntas?))?"
)
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
    avoid: _Tags = Field(default=(), description="Whom it does not suit: body_focus, long_text …")
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


def read(front: Front | None, language: str) -> tuple[Header | None, list[Issue]]:
    """The header in these lines, or what is wrong with it."""
    if front is None:
        message = "The file does not begin with a header."
        remedy = f"Begin with a line --- then {', '.join(_required())}, one a line, then --- again."
        return None, [fault("HEADER", 1, message, remedy)]
    fields, places, issues = read_fields("\n".join(front.lines))
    if not front.closed:
        remedy = "Write --- below the last line of the header."
        issues = [replace(issue, line=min(issue.line, front.taken)) for issue in issues]
        issues.append(fault("HEADER", front.taken, "The header has no end.", remedy))
    if fields is None:
        return None, issues
    fields.setdefault("language", language)
    issues += _format(fields, places)
    try:
        model = FrontMatter.model_validate(fields)
    except ValidationError as error:
        known = {issue.line for issue in issues}
        torn = bool(issues) and len(fields) < FEW  # most of it was not read: what is missing may stand there
        details = [one for one in error.errors() if not (torn and one["type"] == "missing")]
        more = [_explain(detail, places) for detail in details]
        return None, issues + [issue for issue in more if issue.line == 1 or issue.line not in known]
    if model.language != language:
        message = f"The header says “{model.language}”, the folder “{language}”."
        issues.append(_at(places, "language", "HEADER", message, "Languages are never mixed."))
    return (None if issues else Header(**{name: getattr(model, name) for name in _names()})), issues


def _names() -> list[str]:
    return list(FrontMatter.model_fields)


def keys() -> list[str]:
    """Every key a header may have, as an author writes it, in the order of print."""
    return [field.alias or name for name, field in FrontMatter.model_fields.items()]


def _required() -> list[str]:
    return [f"{name}: …" for name, field in FrontMatter.model_fields.items() if field.is_required()]


def _format(fields: Fields, places: Places) -> list[Issue]:
    said = fields.get("format", str(FORMAT))
    if said == str(FORMAT):
        return []
    old = said.isdecimal() and int(said) < FORMAT
    remedy = "Run: interlude scripts upgrade" if old else f"This program reads format {FORMAT}."
    fields["format"] = FORMAT
    return [_at(places, "format", "FORMAT", f"The script is written in format {shown(said)}.", remedy)]


# ---- what is wrong -----------------------------------------------------------------------------


def _at(places: Places, key: str, rule: Rule, message: str, remedy: str) -> Issue:
    line, column = places.get(key, (1, 1))
    return fault(rule, line, message, remedy, column=column)


_REMEDIES = {
    "author": "Write: author: A. Name, coach",
    "reviewed": "Write: reviewed: 2026-11-21 by B. Name",
    "length": "Write: length: 3 or length: 3 to 4",
    "date": "Write: date: 2026-11-21",
    "intensity": "Write: intensity: 1 (light), 2 (deeper) or 3 (challenging)",
    "address": "Write: address: du",
    "tags": "Write: tags: [week, values]",
    "avoid": "Write: avoid: [body_focus]",
    "language": "Write: language: en",
    "for": "Write: for: client or for: coach",
    "mark": "Write: mark: breakthrough, or leave it out",
}


def _explain(detail: ErrorDetails, places: Places) -> Issue:
    key = str(detail["loc"][0])
    match detail["type"]:
        case "missing":
            return _at(places, key, "HEADER", f"“{key}” is missing.", _remedy(key))
        case "extra_forbidden":
            right = _OLD.get(key) or near(key, keys())
            remedy = f"Did you mean “{right}”?" if right else f"Keys are: {', '.join(keys())}."
            return _at(places, key, "HEADER", f"“{shown(key)}” is no key of a header.", remedy)
        case "value_error":
            rule: Rule = "WHEN" if key == "when" else "HEADER"
            return _at(places, key, rule, str(detail["ctx"]["error"]), _remedy(key, detail["input"]))
        case _:
            return _at(places, key, "HEADER", _refused(key, detail), _remedy(key))


def _refused(key: str, detail: ErrorDetails) -> str:
    """What is wrong with a value, as its author would say it."""
    value = str(detail["input"])
    match detail["type"]:
        case "string_too_long":
            most = detail["ctx"]["max_length"]
            return f"“{key}” has {len(value)} letters; {most} is the most. Say it in fewer words."
        case "string_too_short":
            return f"“{key}” is empty."
        case _:
            return f"“{shown(value)}” is no {_CALLED.get(key, key)}."


_CALLED = {"language": "short name of a language", "intensity": "level that there is"}


_SOME_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./ ] ?(\d{1,2})[./ ] ?(\d{4})")


def _dated(value: str) -> str:
    """A date that was written another way, as it stands in a header; of two readings the day comes first."""
    found = _SOME_DATE.search(value)
    if found is None:
        return ""
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        return Date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _review(value: str) -> str:
    """What was probably meant by who reviewed it, and when."""
    day = _dated(value)
    names = _SOME_DATE.sub("", value).strip(" ,;()–-")
    who = re.sub(r"^(?:by|von|durch|por|de|par|من)\b[: ]*", "", names, flags=re.I)
    return f"Write: reviewed: {day} by {who}" if day and who else _REMEDIES["reviewed"]


def _remedy(key: str, value: object = "") -> str:
    if key == "reviewed":
        return _review(str(value))
    if key == "date" and (day := _dated(str(value))):
        return f"Write: date: {day}"
    if key == "when":
        closest = proposal(str(value)) or near(str(value), EXAMPLES, 0.85)
        hour = "The hour is the client's to choose. " if HOUR.search(str(value).lower()) else ""
        english = "The phrase is English in every language. " if not str(value).isascii() else ""
        said = f"Did you mean “{closest}”?" if closest else f"One of: {' · '.join(EXAMPLES)}"
        return hour + english + said
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
            return f"[{', '.join(quoted(str(part), True) for part in value)}]"
        case _:
            return quoted(str(value), False)
