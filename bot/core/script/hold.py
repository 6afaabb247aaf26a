"""A step that is a silence: so many minutes of the client's choice, in which nothing is sent."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.base import language as tongue
from bot.core.script.draft import StepDraft, target
from bot.core.script.kind import Kind, Pick
from bot.core.script.label import plain_items
from bot.core.script.script import Step
from bot.core.script.source import shown

MINUTES = range(2, 11)
MOST_MINUTES = 6
HOUR = 60  # no silence is longer, whatever a stored script says

_MINUTES = re.compile(r"(\d{1,3})\s+(\S+)")


def is_minutes(label: str, language: str) -> bool:
    """Whether an item's words are a number of minutes."""
    found = _MINUTES.fullmatch(label)
    return found is not None and tongue.is_minutes(found[2], language)


def _looks(items: Sequence[str], language: str) -> bool:
    return bool(items) and all(is_minutes(target(item)[0], language) for item in items)


def _read(draft: StepDraft, made: Step) -> Step:
    return replace(made, minutes=_minutes(draft))


def _minutes(draft: StepDraft) -> tuple[int, ...]:
    made: list[int] = []
    for item in plain_items(draft, "MINUTES"):
        found = _MINUTES.fullmatch(item.text)
        number = int(found[1]) if found else 0
        if number not in MINUTES or number in made:
            message = f"“{shown(item.text)}” is no length of a silence, or stands here twice."
            draft.wrong("MINUTES", item.number, message, "From 2 to 10, each once: - 3 minutes")
        made.append(number)
    if len(made) > MOST_MINUTES:
        draft.wrong("MINUTES", draft.section.heading.number, f"{len(made)} lengths.", "Pick up to 6.")
    return tuple(made)


def _items(step: Step, language: str) -> list[str]:
    return [tongue.minutes(number, language) for number in step.minutes]


def _offers(step: Step) -> tuple[Pick, ...]:
    return tuple(Pick(f"hold:{count}", minutes=count) for count in step.minutes if 0 < count <= HOUR)


HOLD = Kind(
    "hold",
    "hold",
    silent=True,
    how="Add what may be chosen: - 3 minutes",
    looks=_looks,
    read=_read,
    items=_items,
    offers=_offers,
    across=3,
)
