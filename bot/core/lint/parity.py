"""The same script in two languages: the same steps, choices, scales and ways for everybody."""

from collections.abc import Iterator

from bot.core.base.issue import Issue
from bot.core.lint.finding import RULES
from bot.core.script.script import Script, Step


def parity(a: Script, b: Script, file: str) -> tuple[Issue, ...]:
    """What script ``b``, in ``file``, has otherwise than its model ``a``; lines are those of ``b``. Pure."""
    return tuple(
        Issue(file, line, 1, step, "PARITY", "error", message, RULES["PARITY"].remedy)
        for line, step, message in _differences(a, b)
    )


Difference = tuple[int, str, str]


def _differences(a: Script, b: Script) -> Iterator[Difference]:
    last = b.steps[-1].line if b.steps else 1
    for step in a.steps:
        other = b.step(step.name)
        if other is None:
            yield last, step.name, f"The step {step.name} of the {a.header.language} script is missing"
        else:
            yield from _step(step, other)
    for step in b.steps:
        if a.step(step.name) is None:
            yield step.line, step.name, f"The step {step.name} is not in the {a.header.language} script"
    if not _alone(a, b) and [one.name for one in a.steps] != [one.name for one in b.steps]:
        yield b.steps[0].line, b.steps[0].name, "The steps stand in another order"
    if a.header.when != b.header.when or a.header.length != b.header.length:
        yield 1, "", "The header says another time (when) or length"


def _alone(a: Script, b: Script) -> bool:
    """Whether a step stands in one of them only: then the order says nothing more."""
    return {one.name for one in a.steps} != {one.name for one in b.steps}


def _step(a: Step, b: Step) -> Iterator[Difference]:
    if a.kind != b.kind:
        yield b.line, b.name, f"{b.name} is of the kind {b.kind}, not {a.kind}"
        return
    if a.save != b.save:
        yield b.line, b.name, f"{b.name} is saved as {b.save}, not {a.save}"
    if a.optional != b.optional:
        yield b.line, b.name, f"{b.name} is optional in one language only"
    if a.use != b.use or [one.audience for one in a.choices] != [one.audience for one in b.choices]:
        yield b.line, b.name, f"{b.name} says otherwise who sees the answers, or what its answer is for"
    if [choice.to for choice in a.choices] != [choice.to for choice in b.choices]:
        yield b.line, b.name, f"{b.name} has other choices, or they lead elsewhere"
    if [(way.condition, way.to) for way in a.branches] != [(way.condition, way.to) for way in b.branches]:
        yield b.line, b.name, f"{b.name} leads elsewhere"
    if _ends(a) != _ends(b) or a.minutes != b.minutes or len(a.parts) != len(b.parts):
        yield b.line, b.name, f"{b.name} has another scale, other minutes or other parts"


def _ends(step: Step) -> tuple[int, int] | None:
    return (step.scale.low, step.scale.high) if step.scale else None
