"""A step with a scale: one whole range of numbers, or ranges that lead different ways."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.script.draft import StepDraft, checked, label, target
from bot.core.script.kind import Kind, Pick
from bot.core.script.script import Branch, Condition, Scale, Step
from bot.core.script.source import shown

MOST_SCALE = 10
MOST_POINTS = 81  # more than any message can show; cut there, so that no stored script can hang us

_RANGE = re.compile(r"(\d{1,2})(?:\s*(?:to|-|–|—|\.\.|…)\s*(\d{1,2}))?\s*(?::\s*(.*))?")


def is_range(words: str) -> bool:
    """Whether an item's words are a number or a range, with or without a label."""
    return _RANGE.fullmatch(words) is not None


@dataclass(frozen=True, slots=True)
class _Range:
    low: int
    high: int
    words: str
    to: str | None
    line: int


def _looks(items: Sequence[str], language: str) -> bool:
    return bool(items) and all(is_range(target(item)[0]) for item in items)


def _read(draft: StepDraft, made: Step) -> Step:
    """The step with its scale and the branches of its ranges, or without, if the list is no scale."""
    ranges = _ranges(draft)
    if not ranges or not _covers(draft, ranges):
        return made
    low_label, high_label, labels = _labels(draft, ranges)
    scale = Scale(ranges[0].low, ranges[-1].high, low_label, high_label, labels)
    branches = tuple(
        Branch(Condition("rated", one.low, one.high), one.to, one.line)
        for one in ranges
        if one.to is not None
    )
    return replace(made, scale=scale, branches=branches)


def _ranges(draft: StepDraft) -> list[_Range]:
    made = []
    for item in draft.section.items:
        words, to = target(item.text)
        found = _RANGE.fullmatch(words)
        if found is None:
            remedy = "Write: - 1 to 5: hardly … fully"
            draft.wrong("SCALE", item.number, f"“{shown(words)}” is no number or range.", remedy)
            return []
        low, high = int(found[1]), int(found[2] or found[1])
        made.append(_Range(low, high, label(found[3] or ""), checked(draft, to, item.number), item.number))
    return made


def _covers(draft: StepDraft, ranges: Sequence[_Range]) -> bool:
    """Whether the items are one whole scale, upwards, without a gap or an overlap, of 2 to 11 numbers."""
    expected = ranges[0].low
    for one in ranges:
        if one.low != expected or one.high < one.low:
            message = f"The numbers go from {one.low} to {one.high}, where {expected} comes next."
            draft.wrong("SCALE", one.line, message, "Go upwards, each number once: 1 to 2, then 3 to 5.")
            return False
        expected = one.high + 1
    if not 0 < ranges[-1].high - ranges[0].low <= MOST_SCALE or ranges[-1].high > MOST_SCALE:
        message = "A scale has from 2 to 11 numbers, the highest 10."
        draft.wrong("SCALE", ranges[0].line, message, "Write for instance: - 1 to 5: hardly … fully")
        return False
    return True


def _labels(draft: StepDraft, ranges: Sequence[_Range]) -> tuple[str, str, tuple[str, ...]]:
    """The words of the low end and the high end, and a word for each number where there is one."""
    words = [one.words for one in ranges]
    if len(ranges) == 1:
        return (*_ends(draft, words[0], ranges[0].line), ())
    single = all(one.low == one.high for one in ranges)
    if single and all(words):
        return words[0], words[-1], tuple(words) if len(words) > 2 else ()
    for one, word in list(zip(ranges, words, strict=True))[1:-1]:
        if word:
            message = "A word in the middle of a scale, where other numbers have none."
            draft.wrong("SCALE", one.line, message, "Give a word to both ends only, or to every number.")
    return words[0], words[-1], ()


def _ends(draft: StepDraft, words: str, line: int) -> tuple[str, str]:
    if not words:
        return "", ""
    ends = [label(end) for end in words.replace("...", "…").split("…")]
    if len(ends) != 2:
        message = "The words of a scale are those of its two ends."
        draft.wrong("SCALE", line, message, "Put … between them: - 1 to 5: hardly … fully")
        return "", ""
    return ends[0], ends[1]


def _items(step: Step, language: str) -> list[str]:
    scale = step.scale
    if scale is None:
        return []
    if scale.labels:
        return [f"{number}: {word}" for number, word in enumerate(scale.labels, scale.low)]
    ends = f": {scale.low_label} … {scale.high_label}" if scale.low_label or scale.high_label else ""
    return [f"{scale.low} to {scale.high}{ends}".rstrip()]


def _offers(step: Step) -> tuple[Pick, ...]:
    scale = step.scale
    points = range(scale.low, scale.high + 1)[:MOST_POINTS] if scale else range(0)
    return tuple(Pick(f"rate:{point}", str(point), rating=point) for point in points)


RATE = Kind(
    "rate",
    "rate",
    how="Add a scale: - 1 to 5: hardly … fully",
    looks=_looks,
    read=_read,
    items=_items,
    offers=_offers,
    across=8,
)
