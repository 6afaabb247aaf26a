"""Every way through a script: where each step can lead, what cannot be reached, how long it gets.

A script has no way back: each arrow leads on, so every reflection ends, after a known number of turns.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.base.issue import Issue
from bot.core.script import sample, template
from bot.core.script.kinds import WAITING
from bot.core.script.script import END, Script, Step, StepWording
from bot.core.script.source import fault, near
from bot.core.script.step_parser import BUILT_IN

MOST_STEPS = 24
MOST_SHOWN = 3000
SLACK = 1
"""How far the declared length may be from the real one."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a step. ``answered``: whoever takes it has answered the step, not passed it."""

    to: str
    line: int
    answered: bool
    written: bool = True  # by an arrow, not by the order of the file


@dataclass(frozen=True, slots=True)
class Foreign:
    """An arrow that leads out of the script: ``to`` is another script's name."""

    to: str
    step: str
    line: int


def ways(steps: Sequence[Step], place: int) -> tuple[Way, ...]:
    """All ways out of the step at this place in the file, in the order in which they are tried."""
    step = steps[place]
    own = [Way(choice.to, choice.line, True) for choice in step.choices if choice.to]
    led, ends, asks = _led(step)
    after = steps[place + 1].name if place + 1 < len(steps) else END
    rest = [] if ends else [Way(after, step.line, asks, written=False)]
    return (*own, *led, *rest)


def _led(step: Step) -> tuple[list[Way], bool, bool]:
    """The ways of the arrow lines, whether they take every case, and whether what is left has answered."""
    taken: set[str] = set()
    made: list[Way] = []
    for branch in step.branches:
        if not _open(branch.condition.kind, taken):
            continue
        kind = branch.condition.kind
        answered = kind in {"answered", "rated"} or (kind != "passed" and "passed" in taken)
        made.append(Way(branch.to, branch.line, answered))
        taken.add(kind)
    asks = step.kind in WAITING and "passed" in taken
    return made, "always" in taken or taken >= {"passed", "answered"}, asks


def _open(kind: str, taken: set[str]) -> bool:
    """Whether an arrow of this kind can still be taken after those before it."""
    if "always" in taken or taken >= {"passed", "answered"} or (kind == "rated" and "answered" in taken):
        return False
    return kind not in {"passed", "answered"} or kind not in taken


def foreign_targets(script: Script) -> tuple[Foreign, ...]:
    """Every arrow to another script, in file order; the library check looks for scripts of these names."""
    own = {step.name for step in script.steps} | {END}
    return tuple(
        Foreign(to, step.name, line) for step in script.steps for to, line in _targets(step) if to not in own
    )


def _targets(step: Step) -> Iterator[tuple[str, int]]:
    for choice in step.choices:
        if choice.to:
            yield choice.to, choice.line
    for branch in step.branches:
        yield branch.to, branch.line


def turns(steps: Sequence[Step]) -> tuple[int, int]:
    """Fewest and most turns that wait for the client, over all ways; the steps have no loop."""
    low: dict[str, int] = {}
    high: dict[str, int] = {}
    for place in reversed(_order(steps)):
        step = steps[place]
        own = int(step.kind in WAITING)
        nexts = [way.to for way in ways(steps, place)]
        low[step.name] = own + min(low.get(to, 0) for to in nexts)
        high[step.name] = own + max(high.get(to, 0) for to in nexts)
    return (low[steps[0].name], high[steps[0].name]) if steps else (0, 0)


# ---- checks ------------------------------------------------------------------------------------


def check(
    name: str, steps: Sequence[Step], declared: tuple[int, int] | None, length_line: int = 1
) -> list[Issue]:
    """What is wrong with the steps of this script together; ``declared`` is its length, None if unreadable."""
    if over := steps[MOST_STEPS:]:
        message = f"More than {MOST_STEPS} steps."
        return [fault("STEP", over[0].line, message, "Make two scripts of it.", step=over[0].name)]
    issues = [*_names(steps), *_targeted(name, steps), *_shadowed(steps)]
    if any(issue.rule == "NAME" for issue in issues) or not steps:
        return issues
    if loop := _loop(steps):
        return [*issues, loop]
    reached = set(_order(steps))
    if not any(issue.rule == "TARGET" for issue in issues):  # a slip in an arrow is not told twice
        issues += [_unreached(step) for place, step in enumerate(steps) if place not in reached]
    issues += _variables(steps)
    return issues + (_length(steps, declared, length_line) if declared else [])


def _names(steps: Sequence[Step]) -> Iterator[Issue]:
    """Names that two steps share."""
    seen: dict[str, Step] = {}
    saves: dict[str, Step] = {}
    for step in steps:
        if first := seen.get(step.name):
            message = f"Line {first.line} has a step “{step.name}” already."
            yield fault("NAME", step.line, message, "Give each step its own name.", step=step.name)
        elif (first := saves.get(step.save)) and step.kind in WAITING and first.kind in WAITING:
            message = f"“{step.save}” is what “{first.name}” is saved as."
            yield fault("NAME", step.line, message, "Save it under its own name.", step=step.name)
        seen.setdefault(step.name, step)
        if step.kind in WAITING:
            saves.setdefault(step.save, step)


def _targeted(name: str, steps: Sequence[Step]) -> Iterator[Issue]:
    """Targets that begin the same script anew, or look like a slip in a step's name; others are scripts."""
    names = [step.name for step in steps]
    for step in steps:
        for to, line in _targets(step):
            if to in (*names, END):
                continue
            if to == name:
                remedy = "Lead to a step, to “end” or to another script."
                yield fault("LOOP", line, f"“{to}” is this very script.", remedy, step=step.name)
            elif closest := near(to, [*names, END], 0.8):
                remedy = f"Did you mean “{closest}”? If you mean a script “{to}”, rename the step."
                yield fault("TARGET", line, f"No step is called “{to}”.", remedy, step=step.name)


def _shadowed(steps: Sequence[Step]) -> Iterator[Issue]:
    """Arrows that come too late, after one that always holds."""
    for place, step in enumerate(steps):
        taken = [way.line for way in ways(steps, place)]
        for branch in step.branches:
            if branch.line not in taken:
                remedy = "Put it above the arrow that takes every case, or delete it."
                yield fault("REACH", branch.line, "This arrow is never taken.", remedy, step=step.name)


def _unreached(step: Step) -> Issue:
    remedy = "Let an arrow lead here, or delete the step."
    return fault("REACH", step.line, f"Nothing leads to “{step.name}”.", remedy, step=step.name)


def _places(steps: Sequence[Step]) -> Mapping[str, int]:
    return {step.name: place for place, step in enumerate(steps)}


def _loop(steps: Sequence[Step]) -> Issue | None:
    """The first arrow that leads back to a step under way."""
    places = _places(steps)
    done: set[int] = set()
    under_way: list[int] = []

    def follow(place: int) -> Issue | None:
        under_way.append(place)
        for way in ways(steps, place):
            to = places.get(way.to)
            if to in under_way:
                return _goes_round(steps, under_way[under_way.index(to) :], way)
            if to is not None and to not in done and (found := follow(to)):
                return found
        done.add(under_way.pop())
        return None

    found = (follow(place) for place in range(len(steps)) if place not in done)
    return next((issue for issue in found if issue), None)


def _goes_round(steps: Sequence[Step], circle: Sequence[int], way: Way) -> Issue:
    around = " → ".join([*(steps[place].name for place in circle), way.to])
    remedy = "Let every arrow lead on: to a later step, to “end”, or to another script."
    return fault("LOOP", way.line, f"This goes round: {around}.", remedy, step=steps[circle[-1]].name)


def _order(steps: Sequence[Step]) -> list[int]:
    """The places that can be reached, each after every one that leads to it; the steps have no loop."""
    places = _places(steps)
    made: list[int] = []

    def follow(place: int) -> None:
        for way in ways(steps, place):
            to = places.get(way.to)
            if to is not None and to not in made:
                follow(to)
        made.append(place)

    if steps:
        follow(0)
    return made[::-1]


def _length(steps: Sequence[Step], declared: tuple[int, int], line: int) -> list[Issue]:
    """The longest way is as long as declared, the shortest not longer; a client may end sooner by choice."""
    fewest, most = turns(steps)
    if abs(declared[1] - most) <= SLACK and fewest - declared[0] <= SLACK:
        return []
    real = f"{fewest} to {most}" if fewest != most else f"{most}"
    low, high = declared
    said = f"{low} to {high} questions" if low != high else f"{high} question{'s' if high > 1 else ''}"
    message = f"The header says {said}; there are {real}."
    return [fault("LENGTH", line, message, f"Write: length: {real}")]


# ---- variables ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Known:
    """Saved names at a step: those that some way here has passed by, and those answered on every way."""

    maybe: frozenset[str]
    sure: frozenset[str]


def known(steps: Sequence[Step]) -> dict[int, Known]:
    """What is known at each step that can be reached; the steps have no loop."""
    places = _places(steps)
    found: dict[int, Known] = {0: Known(frozenset(), frozenset())} if steps else {}
    for place in _order(steps):
        step, here = steps[place], found[place]
        saved = {step.save} if step.kind in WAITING else set()
        for way in ways(steps, place):
            to = places.get(way.to)
            if to is not None:
                there = Known(here.maybe | saved, here.sure | (saved if way.answered else set()))
                found[to] = _met(found.get(to), there)
    return found


def _met(one: Known | None, two: Known) -> Known:
    return Known(one.maybe | two.maybe, one.sure & two.sure) if one else two


def _variables(steps: Sequence[Step]) -> Iterator[Issue]:
    saves = {step.save for step in steps if step.kind in WAITING}
    for place, here in sorted(known(steps).items()):
        step = steps[place]
        names = {*BUILT_IN, *here.maybe} - (set() if here.maybe else {"thanks"})
        unsure = {"name", *(here.maybe - here.sure)}
        later = (saves | {"thanks"}) - names
        for one in step.wordings:
            yield from _moved(step, one, template.check(one.text, names, unsure, saves, later))
            yield from _sized(step, one)
    yield from _name_twice(steps)


def _sized(step: Step, one: StepWording) -> Iterator[Issue]:
    """A text that Telegram would refuse; what reads well is far shorter, and the linter's business."""
    length = len(sample.sample(one.text).encode("utf-16-le")) // 2
    if length > MOST_SHOWN:
        message = f"The text comes to {length} characters; {MOST_SHOWN} is the most."
        remedy = "Split the step; 280 characters read well."
        yield fault("LENGTH", one.line, message, remedy, step=step.name)
    elif length and step.kind in WAITING and not sample.least(one.text):
        message = "Where none of its conditions holds, this step says nothing."
        yield fault("STEP", step.line, message, "Put some words outside {% if %}.", step=step.name)


def _moved(step: Step, wording: StepWording, issues: Iterable[Issue]) -> Iterator[Issue]:
    """Issues of a template at their lines in the file."""
    for issue in issues:
        yield replace(issue, line=issue.line + wording.line - 1, step=step.name)


def _name_twice(steps: Sequence[Step]) -> Iterator[Issue]:
    """The client's name is said once in a script: more often it sounds like a salesman."""
    said = [(step, place) for step in steps for place in _named(step)]
    for step, place in said[1:]:
        remedy = "Keep it where it matters most."
        yield fault("VAR", place, "“name” is said more than once in this script.", remedy, step=step.name)


def _named(step: Step) -> list[int]:
    """The lines on which the wording that says the name most often says it."""
    found = ([line + one.line - 1 for line in template.outputs(one.text, "name")] for one in step.wordings)
    return max(found, key=len)
