"""A step with choices: labels to tap, each leading somewhere, with free words welcome beside them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.script.draft import StepDraft, checked, target
from bot.core.script.kind import Kind, Pick
from bot.core.script.label import judge
from bot.core.script.script import Choice, Step

MOST_CHOICES = 8


def _looks(items: Sequence[str], language: str) -> bool:
    return bool(items)  # a list that is no other kind's


def _read(draft: StepDraft, made: Step) -> Step:
    return replace(made, choices=_choices(draft))


def _choices(draft: StepDraft) -> tuple[Choice, ...]:
    made: list[Choice] = []
    for item in draft.section.items[:MOST_CHOICES]:
        words, to = target(item.text)
        judge(draft, words, [choice.label for choice in made], item.number)
        made.append(Choice(words, checked(draft, to, item.number), item.number))
    if over := draft.section.items[MOST_CHOICES:]:
        message = f"More than {MOST_CHOICES} choices do not fit on a phone."
        draft.wrong("CHOICE", over[0].number, message, "Leave some out; free words are always welcome.")
    return tuple(made)


def _items(step: Step, language: str) -> list[str]:
    return [f"{choice.label} → {choice.to}" if choice.to else choice.label for choice in step.choices]


def _offers(step: Step) -> tuple[Pick, ...]:
    return tuple(Pick(f"choice:{at}", one.label, to=one.to) for at, one in enumerate(step.choices))


CHOOSE = Kind(
    "choose",
    "choose",
    how="Add choices: - Label → step",
    looks=_looks,
    read=_read,
    items=_items,
    offers=_offers,
)
