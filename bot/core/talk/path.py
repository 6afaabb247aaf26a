"""Where a step leads: the next step in the file, unless one of its branches holds."""

from bot.core.script.script import Condition, Script, Step
from bot.core.talk.model import Answer, Context


def leads(script: Script, step: Step, context: Context, answer: Answer | None) -> str:
    """Where the step leads: its first branch that holds, else the next step in the file."""
    held = (branch.to for branch in step.branches if _holds(branch.condition, context, answer))
    return next(held, script.after(step.name))


def _holds(condition: Condition, context: Context, answer: Answer | None) -> bool:
    match condition.kind:
        case "always":
            return True
        case "passed":
            return answer is not None and answer.passed
        case "answered":
            return answer is not None and not answer.passed
        case "rated":
            return answer is not None and _within(condition, answer.rating)
        case "session":
            return _within(condition, context.session)
        case "time":
            return _within(condition, context.before + 1)
        case _:  # marked
            return context.marked


def _within(condition: Condition, number: int | None) -> bool:
    if number is None or number < condition.low:
        return False
    return condition.high is None or number <= condition.high
