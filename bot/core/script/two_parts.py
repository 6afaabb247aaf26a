"""A step in two parts: part of me …, another part …; answered one after the other, kept as one."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.script.draft import StepDraft, label, target
from bot.core.script.kind import Kind
from bot.core.script.label import judge, plain_items
from bot.core.script.script import Step

_OPEN = ("…", "...")


def _looks(items: Sequence[str], language: str) -> bool:
    return len(items) == 2 and all(label(item).endswith(_OPEN) for item in items)


def _read(draft: StepDraft, made: Step) -> Step:
    return replace(made, parts=_parts(draft))


def _parts(draft: StepDraft) -> tuple[str, ...]:
    items = plain_items(draft, "KIND")
    led = any(target(item.text)[1] is not None for item in draft.section.items)
    good = len(items) == 2 and (led or all(item.text.endswith(_OPEN) for item in items))
    if items and not good:
        remedy = "Write two: - Part of me … and - Another part …"
        draft.wrong("KIND", draft.section.heading.number, "Two beginnings that end in … are needed.", remedy)
    words = [item.text.removesuffix("...").removesuffix("…").rstrip() for item in items[:2]]
    for item, beginning in zip(items, words, strict=False):
        judge(draft, beginning, words[:1] if item is items[-1] else (), item.number)
    return tuple(f"{beginning} …" for beginning in words)


def _items(step: Step, language: str) -> list[str]:
    return list(step.parts)


TWO_PARTS = Kind(
    "two_parts",
    "two parts",
    worded=True,
    how="Add two beginnings: - Part of me …",
    looks=_looks,
    read=_read,
    items=_items,
)
