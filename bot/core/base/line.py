"""A sentence for a person that is not in any language yet: its English message and the values in it.

The core makes lines, ``bot.i18n`` turns them into words. Extraction finds the messages by the names
``line`` and ``lines`` (docs/translating.md), so a message is always written out at the call.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Union
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Brief:
    """A date to be shown without its weekday."""

    day: date


Value = Union[str, int, float, date, datetime, Brief, "Line", tuple["Value", ...]]
"""What a line may hold. A str is shown as it is, a number, date or tuple in the manner of the language.

A datetime is aware and in the zone in which it is to be read.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. With ``many`` it has a plural, and ``n`` chooses the form (and is a value itself)."""

    message: str
    values: tuple[tuple[str, Value], ...] = ()
    many: str = ""
    n: int = 0


def line(message: str, **values: Value) -> Line:
    """A sentence with its values by name."""
    return Line(message, tuple(values.items()))


def lines(one: str, many: str, n: int, **values: Value) -> Line:
    """A sentence that counts ``n`` things; ``{n}`` is in both forms."""
    return Line(one, (("n", n), *values.items()), many, n)


# ---- kept, to be said later --------------------------------------------------------------------


def to_json(said: Line) -> str:
    """The line as text, to be put into words when somebody reads it, in their language then."""
    return json.dumps(_packed(said), ensure_ascii=False)


def from_json(text: str) -> Line:
    """The line out of ``to_json``; any other text is a line that says just that."""
    try:
        return _line(json.loads(text)["line"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return Line("{said}", (("said", text),))


def _packed(value: Value) -> Any:
    match value:
        case Line(message, values, many, n):
            return {"line": [message, {name: _packed(one) for name, one in values}, many, n]}
        case tuple():
            return [_packed(one) for one in value]
        case Brief(day):
            return {"brief": day.isoformat()}
        case datetime():
            return {"at": value.isoformat(), "zone": str(value.tzinfo)}
        case date():
            return {"day": value.isoformat()}
        case _:
            return value


def _unpacked(kept: Any) -> Value:
    match kept:
        case {"line": parts}:
            return _line(parts)
        case [*parts]:
            return tuple(map(_unpacked, parts))
        case {"brief": day}:
            return Brief(date.fromisoformat(day))
        case {"at": at, "zone": zone}:
            return datetime.fromisoformat(at).astimezone(ZoneInfo(zone))
        case {"day": day}:
            return date.fromisoformat(day)
        case str() | int() | float():
            return kept
        case _:
            raise ValueError("not a value of a line")


def _line(parts: Any) -> Line:
    message, values, many, n = parts
    return Line(message, tuple((name, _unpacked(one)) for name, one in values.items()), many, n)
