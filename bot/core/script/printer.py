"""A Script back to its page, in the plainest form: what ``parse`` reads as the same value."""

from collections.abc import Iterator

from bot.core.script.declared import brackets
from bot.core.script.header import to_lines
from bot.core.script.kinds import KINDS, infer
from bot.core.script.script import Branch, Script, Step
from bot.core.script.step_parser import OPTIONAL, spoken


def to_text(script: Script) -> str:
    """The whole file; ``parse(to_text(script), script.name + ".md", language)`` gives the script again."""
    pages = (_page(step, script.header.language) for step in script.steps)
    return "\n".join((*to_lines(script.header), *(line for page in pages for line in page), ""))


def _page(step: Step, language: str) -> Iterator[str]:
    kind = KINDS[step.kind]
    items = kind.items(step, language)
    notes = [] if infer(spoken(step.text), items, language) is kind else [kind.word]
    notes += brackets(step) + [OPTIONAL] * step.optional
    if step.save != step.name.replace("-", "_"):
        notes.append(f"saved as: {step.save}")
    yield ""
    yield f"# {step.name} ({', '.join(notes)})" if notes else f"# {step.name}"
    yield step.text
    if items:
        yield from ("", *(f"- {item}" for item in items))
    if step.branches:
        yield from ("", *(_arrow(branch) for branch in step.branches))


def _arrow(branch: Branch) -> str:
    condition = branch.condition
    match condition.kind:
        case "always":
            return f"→ {branch.to}"
        case "marked":
            return f"→ {branch.to} if after a mark"
        case "rated" | "session" | "time":
            return f"→ {branch.to} if {condition.kind} {_span(condition.low, condition.high)}"
        case kind:
            return f"→ {branch.to} if {kind}"


def _span(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} or later"
    return f"{low}" if low == high else f"{low} to {high}"
