"""A kind of step, as one value: how its list is read and written, what it offers, how its answer counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.script.draft import StepDraft
from bot.core.script.script import Step, StepKind


@dataclass(frozen=True, slots=True)
class Pick:
    """What may be tapped, or typed, at a step: a label, a point of a scale, or so many minutes of silence.

    ``act`` names it in a button's data; ``to`` is where it leads, None for wherever the step leads.
    """

    act: str
    label: str = ""
    rating: int | None = None
    minutes: int = 0
    to: str | None = None


def no_form(items: Sequence[str], language: str) -> bool:
    """The form of a kind without a list."""
    return False


def unread(draft: StepDraft, made: Step) -> Step:
    """A kind without a list has nothing more to read."""
    return made


def no_items(step: Step, language: str) -> list[str]:
    """A kind without a list has no items to write."""
    return []


def no_offers(step: Step) -> tuple[Pick, ...]:
    """Nothing to tap: the answer is in own words, or there is none."""
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """``word`` may stand in brackets behind a step's name. ``waits``: what is shown waits for an answer.

    ``worded``: the answer is in the client's own words, so it is measured in words and asked openly.
    ``silent``: the answer is a silence. ``how`` is the remedy where the list is missing, "" for a kind without.
    ``looks`` tells the kind by its items, ``read`` and ``items`` are the list's way in and out, ``offers``
    what can be tapped, ``across`` how many of that stand side by side.
    """

    name: StepKind
    word: str
    waits: bool = True
    worded: bool = False
    silent: bool = False
    how: str = ""
    looks: Callable[[Sequence[str], str], bool] = no_form
    read: Callable[[StepDraft, Step], Step] = unread
    items: Callable[[Step, str], list[str]] = no_items
    offers: Callable[[Step], tuple[Pick, ...]] = no_offers
    across: int = 1
