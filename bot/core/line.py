"""A sentence for a person that is not in any language yet: its English message and the values in it.

The core makes lines, ``bot.i18n`` turns them into words. Extraction finds the messages by the names
``line`` and ``lines`` (docs/translating.md), so a message is always written out at the call.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Union


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
