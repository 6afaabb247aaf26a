"""A step on its way from a section of the page: what all parts of a form need to read and to refuse."""

import re
from dataclasses import dataclass, field

from bot.core.base.issue import Issue
from bot.core.script.outline import ARROW, PageSection
from bot.core.script.script import StepKind, Use
from bot.core.script.source import MARKS, Rule, fault, shown, unmarked

MOST_NAME = 32

_STEP_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(slots=True)
class StepDraft:
    """A step on its way, and the issues met on it."""

    section: PageSection
    language: str
    name: str = ""
    save: str = ""
    kind: StepKind | None = None  # as the heading says
    use: Use = ""
    optional: bool = False
    issues: list[Issue] = field(default_factory=list)

    def wrong(self, rule: Rule, line: int, message: str, remedy: str) -> None:
        self.issues.append(fault(rule, line, message, remedy, step=self.name))


def is_name(word: str) -> bool:
    """Whether the word can name a step or a script: small Latin letters, digits and single hyphens."""
    return _STEP_NAME.fullmatch(word) is not None and len(word) <= MOST_NAME


def slug(name: str) -> str:
    """The name that was probably meant, or an empty text."""
    words = re.findall(r"[a-z0-9]+", name.lower())
    return "-".join(words)[:MOST_NAME].strip("-").lstrip("0123456789-")


def target(words: str) -> tuple[str, str | None]:
    """An item's label and where its last arrow points; None without an arrow."""
    *_, last = [None, *ARROW.finditer(words)]
    if last is None:
        return label(words), None
    return label(words[: last.start()]), unmarked(words[last.end() :])


def label(words: str) -> str:
    """An item's words on one line, without marks of direction at its ends."""
    return " ".join(words.strip(MARKS + " \t").split())


def checked(draft: StepDraft, to: str | None, line: int) -> str | None:
    """The target if it can be one; else an issue and None."""
    if to is None or is_name(to):
        return to
    if " if " in to:
        remedy = "A button leads to one place; put “if” on an arrow line of the step it leads to."
        draft.wrong("CHOICE", line, "The arrow of a button has no condition.", remedy)
    else:
        remedy = f"Write a step's name, “end” or another script's name.{_lowered(to)}"
        draft.wrong("TARGET", line, f"“{shown(to)}” cannot be a target.", remedy)
    return None


def _lowered(to: str) -> str:
    right = slug(to)
    if not right:
        return ""
    short = len(to.split()) <= 3
    return f" Did you mean “{right}”?" if short else f" Such a name is written like “{right}”."
