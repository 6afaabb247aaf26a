"""What words may mean: every meaning, the likeliest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")
Other = TypeVar("Other")

MOST = 6
"""Meanings that a person is offered; words that may mean more than that are no answer."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """``options`` is empty when the words were not understood; ``past`` says that every meaning is over."""

    options: tuple[Value, ...] = ()
    past: bool = False

    @property
    def only(self) -> Value | None:
        """The meaning, where there is just one."""
        return self.options[0] if len(self.options) == 1 else None

    def __bool__(self) -> bool:
        """Whether anything was understood."""
        return bool(self.options)


def reading(
    options: Iterable[Value | None], over: Callable[[Value], bool] = lambda value: False
) -> Reading[Value]:
    """The options, each once and at most MOST of them; ``over`` says which lie in the past."""
    found = tuple(dict.fromkeys(option for option in options if option is not None))[:MOST]
    return Reading(found, past=bool(found) and all(map(over, found)))
