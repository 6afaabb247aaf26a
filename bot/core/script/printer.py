"""A Script back to its page, in the plainest form: what ``parse`` reads as the same value."""

from collections.abc import Iterator

from bot.core.base import language as tongue
from bot.core.script.header import to_lines
from bot.core.script.script import Branch, Choice, Scale, Script, Step
from bot.core.script.step_parser import KINDS, infer

_KIND_WORDS = {kind: word for word, kind in KINDS.items()}


def to_text(script: Script) -> str:
    """The whole file; ``parse(to_text(script), script.name + ".md", language)`` gives the script again."""
    pages = (_page(step, script.header.language) for step in script.steps)
    return "\n".join((*to_lines(script.header), *(line for page in pages for line in page), ""))


def _page(step: Step, language: str) -> Iterator[str]:
    items = _items(step, language)
    notes = [] if infer(step.text, items, language) == step.kind else [_KIND_WORDS[step.kind]]
    if step.save != step.name.replace("-", "_"):
        notes.append(f"saved as: {step.save}")
    yield ""
    yield f"# {step.name} ({', '.join(notes)})" if notes else f"# {step.name}"
    yield step.text
    if items:
        yield from ("", *(f"- {item}" for item in items))
    if step.branches:
        yield from ("", *(_arrow(branch) for branch in step.branches))


def _items(step: Step, language: str) -> list[str]:
    match step.kind:
        case "choose":
            return [_choice(choice) for choice in step.choices]
        case "two_parts":
            return list(step.parts)
        case "hold":
            return [tongue.minutes(number, language) for number in step.minutes]
        case "rate" if step.scale:
            return _scale(step.scale)
        case _:
            return []


def _choice(choice: Choice) -> str:
    return f"{choice.label} → {choice.to}" if choice.to else choice.label


def _scale(scale: Scale) -> list[str]:
    if scale.labels:
        return [f"{number}: {word}" for number, word in enumerate(scale.labels, scale.low)]
    ends = f": {scale.low_label} … {scale.high_label}" if scale.low_label or scale.high_label else ""
    return [f"{scale.low} to {scale.high}{ends}".rstrip()]


def _arrow(branch: Branch) -> str:
    condition = branch.condition
    match condition.kind:
        case "always":
            return f"→ {branch.to}"
        case "marked":
            return f"→ {branch.to} if after a mark"
        case "rated" | "session":
            return f"→ {branch.to} if {condition.kind} {_span(condition.low, condition.high)}"
        case kind:
            return f"→ {branch.to} if {kind}"


def _span(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} or later"
    return f"{low}" if low == high else f"{low} to {high}"
