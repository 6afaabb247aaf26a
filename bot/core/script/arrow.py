"""A step's arrow lines: where it leads, and when."""

import re
from dataclasses import replace

from bot.core.script.draft import StepDraft, checked, is_name
from bot.core.script.kinds import WAITING
from bot.core.script.outline import ARROW, PageLine
from bot.core.script.scale import MOST_SCALE
from bot.core.script.script import Branch, Condition, Scale, Step
from bot.core.script.source import meant, shown, unmarked

MOST_ARROWS = 12

_CONDITIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(f"if {pattern}"), kind)
    for pattern, kind in (
        (r"passed", "passed"),
        (r"answered", "answered"),
        (
            r"rated (?P<low>\d{1,2})(?: ?(?:to|-|–) ?(?P<high>\d{1,2})| or (?P<side>more|less))?",
            "rated",
        ),
        (
            r"session (?P<low>\d{1,3})(?: ?(?:to|-|–) ?(?P<high>\d{1,3})| or (?P<side>later|earlier))?",
            "session",
        ),
        (
            r"time (?P<low>\d{1,3})(?: ?(?:to|-|–) ?(?P<high>\d{1,3})| or (?P<side>later|earlier))?",
            "time",
        ),
        (r"after a mark", "marked"),
    )
)
CONDITIONS = (
    *("passed", "answered", "rated 1 to 2", "session 6 or later", "session 1 to 5"),
    *("first time", "time 3 or later", "after a mark"),
)
"""One of each, as a remedy shows them."""

_ORDINALS = {"first": "1", "second": "2", "third": "3"}
_ORDINAL = re.compile(r"\b(first|second|third|\d{1,3}(?=st|nd|rd|th))(?:st|nd|rd|th)? time\b")


def arrows(draft: StepDraft, made: Step) -> Step:
    """The step with the branches of its arrow lines, behind those that its scale has."""
    lines = draft.section.arrows
    if over := lines[MOST_ARROWS:]:
        draft.wrong("ARROW", over[0].number, f"More than {MOST_ARROWS} arrows.", "Split the step in two.")
    branches = [branch for line in lines[:MOST_ARROWS] if (branch := _arrow(draft, made, line))]
    return replace(made, branches=(*made.branches, *branches))


def _arrow(draft: StepDraft, made: Step, line: PageLine) -> Branch | None:
    words = " ".join(unmarked(ARROW.sub("", unmarked(line.text), count=1)).split())
    name, _, rest = words.partition(" ")
    to = checked(draft, name if is_name(name) else words.partition(" if ")[0], line.number)
    if to is None or not rest:
        return Branch(Condition("always"), to, line.number) if to else None
    condition = _condition(rest.lower(), made)
    if condition is None:
        examples = " · ".join(f"if {example}" for example in CONDITIONS)
        remedy = (
            f"After the target, nothing or one of: {examples}.{meant(rest, [f'if {c}' for c in CONDITIONS])}"
        )
        draft.wrong("ARROW", line.number, f"“{shown(rest)}” is no condition.", remedy)
        return None
    return Branch(condition, to, line.number) if _fits(draft, made, condition, line) else None


def _condition(rest: str, made: Step) -> Condition | None:
    rest = _ORDINAL.sub(lambda found: f"time {_ORDINALS.get(found[1], found[1])}", rest)
    for pattern, kind in _CONDITIONS:
        if found := pattern.fullmatch(rest):
            return _numbered(kind, found.groupdict(), made)
    return None


def _numbered(kind: str, groups: dict[str, str | None], made: Step) -> Condition:
    """The condition with its bounds; an open end of a rating is the end of the scale."""
    if "low" not in groups:
        return Condition(kind)  # type: ignore[arg-type]
    low = int(groups["low"] or 0)
    high: int | None = int(groups["high"]) if groups["high"] else low
    scale = made.scale or Scale(0, MOST_SCALE)
    if groups["side"] in {"less", "earlier"}:
        low, high = (scale.low if kind == "rated" else 0), low
    elif groups["side"]:
        high = scale.high if kind == "rated" else None
    return Condition(kind, low, high)  # type: ignore[arg-type]


def _fits(draft: StepDraft, made: Step, condition: Condition, line: PageLine) -> bool:
    """Whether this step can ever meet the condition."""
    remedy = ""
    if condition.kind in {"passed", "answered"} and made.kind not in WAITING:
        remedy = "Only a step that asks something is passed or answered; leave the condition out."
    elif condition.kind == "rated" and made.kind != "rate":
        remedy = "Only a step with a scale is rated; use “if answered” or “if passed”."
    elif condition.kind == "rated" and made.scale and not _on(condition, made.scale):
        remedy = f"The scale goes from {made.scale.low} to {made.scale.high}."
    elif condition.high is not None and condition.high < condition.low:
        remedy = "Write the smaller number first."
    if remedy:
        draft.wrong("ARROW", line.number, "This condition can never hold.", remedy)
    return not remedy


def _on(condition: Condition, scale: Scale) -> bool:
    """Whether both of its numbers stand on the scale, whichever is the smaller one."""
    return all(scale.low <= number <= scale.high for number in (condition.low, condition.high or scale.low))
