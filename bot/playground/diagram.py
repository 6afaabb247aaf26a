"""A script as a picture: its steps from top to bottom, and every way from one to another, drawn as SVG."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.script.script import END, Branch, Script, Step
from bot.core.script.ways import ways

WIDE, HIGH, GAP, LEFT, TOP = 200, 40, 30, 12, 12
"""Pixels: a box, the room between two, the margins."""

LINE, WORDS, LANE = 17, 175, 12
"""Pixels: from one way out of a box to the next, the room for what stands on it, and between two lanes."""

LONGEST = 30


@dataclass(frozen=True, slots=True)
class StepBox:
    """A step, the end, or another script that is led into."""

    name: str
    what: str
    y: int
    high: int
    kind: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way: ``words`` say when it is taken, ``path`` how it is drawn; ``written``: by an arrow of the page."""

    source: str
    to: str
    words: str
    path: str
    written: bool
    y: int


@dataclass(frozen=True, slots=True)
class Diagram:
    """All of it, in pixels."""

    boxes: tuple[StepBox, ...]
    arrows: tuple[Arrow, ...]
    width: int
    height: int


def diagram(script: Script) -> Diagram:
    """Where everything stands: steps in the order of the file, other scripts and the end below them."""
    boxes = tuple(_boxes(script))
    places = {one.name: one for one in boxes}
    arrows = tuple(_arrows(script, places))
    lanes = sum(one.written for one in arrows)
    return Diagram(
        boxes, arrows, LEFT + WIDE + WORDS + lanes * LANE + TOP, boxes[-1].y + boxes[-1].high + TOP
    )


def _boxes(script: Script) -> Iterator[StepBox]:
    y = TOP
    for place, step in enumerate(script.steps):
        out = sum(way.written for way in ways(script.steps, place))
        high = max(HIGH, 12 + LINE * out)
        yield StepBox(step.name, step.kind.replace("_", " "), y, high, "step")
        y += high + GAP
    for name in sorted(_foreign(script)):
        yield StepBox(name, "another script", y, HIGH, "script")
        y += HIGH + GAP
    yield StepBox(END, "the closing", y, HIGH, "end")


def _foreign(script: Script) -> set[str]:
    own = {step.name for step in script.steps} | {END}
    led = ({way.to for way in ways(script.steps, place)} for place in range(len(script.steps)))
    return set().union(*led) - own if script.steps else set()


def _arrows(script: Script, places: dict[str, StepBox]) -> Iterator[Arrow]:
    lane = 0
    for place, step in enumerate(script.steps):
        out = 0
        for way in ways(script.steps, place):
            if way.written:
                lane, out = lane + 1, out + 1
                yield _around(places[step.name], places[way.to], _words(step, way.to, way.line), lane, out)
            else:
                yield _down(places[step.name], places[way.to])


def _down(one: StepBox, to: StepBox) -> Arrow:
    """To what follows in the file; where other boxes stand between, on the left of them."""
    if to.y - one.y - one.high <= GAP:
        x = LEFT + WIDE // 2
        return Arrow(one.name, to.name, "", f"M{x} {one.y + one.high}V{to.y - 4}", False, one.y)
    x, y = LEFT - 7, to.y + to.high // 2
    path = f"M{LEFT} {one.y + one.high - 10}H{x}V{y}H{LEFT - 2}"
    return Arrow(one.name, to.name, "", path, False, one.y)


def _around(one: StepBox, to: StepBox, words: str, lane: int, out: int) -> Arrow:
    """To the right, down a lane of its own, and back; the words stand on its first stretch."""
    right, beside = LEFT + WIDE, LEFT + WIDE + WORDS + lane * LANE
    y, end = one.y + LINE * out, to.y + 6
    path = f"M{right} {y}H{beside - 6}q6 0 6 6V{end - 6}q0 6 -6 6H{right + 5}"
    return Arrow(one.name, to.name, words, path, True, y)


def _words(step: Step, to: str, line: int) -> str:
    """When the way is taken: the label of a button, or the condition of an arrow."""
    for choice in step.choices:
        if choice.to == to and choice.line == line:
            return _short(choice.label)
    for branch in step.branches:
        if branch.to == to and branch.line == line:
            return _condition(branch)
    return ""


def _condition(branch: Branch) -> str:
    one = branch.condition
    match one.kind:
        case "always":
            return "always"
        case "passed" | "answered" | "marked":
            return f"if {one.kind}"
        case "rated":
            return f"if rated {_range(one.low, one.high)}"
        case _:
            return f"if {one.kind} {_range(one.low, one.high)}"


def _range(low: int, high: int | None) -> str:
    return f"{low} or more" if high is None else f"{low}" if low == high else f"{low} to {high}"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
