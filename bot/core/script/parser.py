"""A script's file to a Script, or to everything that is wrong with it, at once."""

import re
from dataclasses import replace
from pathlib import PurePath

from bot.core.base.issue import Issue
from bot.core.script import frontmatter, header, outline, source, step_parser, tags, ways
from bot.core.script.draft import is_name
from bot.core.script.kinds import WAITING
from bot.core.script.printer import to_text
from bot.core.script.script import Header, Script, Step, When
from bot.core.script.source import RULES, fault
from bot.core.script.upgrade import FIRST, FOR, WHO
from bot.core.script.ways import Foreign, foreign_targets

_QUOTED = re.compile("“([^“”]+)”")

__all__ = ["RULES", "Foreign", "foreign_targets", "parse", "to_text"]


def parse(text: str | bytes, file: str, language: str = "en") -> tuple[Script | None, tuple[Issue, ...]]:
    """The script in a file's text, and all issues by line; None when one of them is an error.

    ``file`` is its path, whose last part names the script; ``language`` is that of its folder. Never raises.
    """
    script, issues = draft(text, file, language)
    good = (
        script is not None and bool(script.header.author) and not any(one.level == "error" for one in issues)
    )
    return script if good else None, issues


def draft(text: str | bytes, file: str, language: str = "en") -> tuple[Script | None, tuple[Issue, ...]]:
    """As ``parse``, with a script also where there are errors, so that its words can be judged all the same.

    A header that cannot be read is an empty one.
    """
    lines, issues = source.read(text)
    name, script = PurePath(file).stem, None
    issues += _file_name(name)
    if lines is not None:
        head, steps, found = _read(lines, name, language)
        issues += found
        script = Script(
            name, head or Header("", "", "", "", When("demand"), (1, 1), language=language), steps
        )
    placed = [replace(issue, file=file, column=_column(issue, lines or [])) for issue in issues]
    return script, tuple(sorted(placed, key=lambda issue: (issue.line, issue.column)))


def _column(issue: Issue, lines: list[str]) -> int:
    """The column the issue names, else that of the words it quotes, else where its line begins."""
    if issue.column > 1 or issue.line > len(lines):
        return issue.column
    line = lines[issue.line - 1]
    places = [line.find(word.rstrip("…")) for word in _QUOTED.findall(issue.message)]
    start = len(line) - len(line.lstrip())
    return next((place for place in places if place > 0), start if start < len(line) else 0) + 1


def _file_name(name: str) -> list[Issue]:
    if is_name(name):
        return []
    remedy = "Small letters a to z, digits and hyphens, for instance after-session.md"
    return [fault("NAME", 1, f"“{source.shown(name)}” cannot be a script's name.", remedy)]


def _read(lines: list[str], name: str, language: str) -> tuple[Header | None, tuple[Step, ...], list[Issue]]:
    top = frontmatter.split(lines)
    taken = top.taken if top else 0
    head, issues = header.read(top, language)
    found, more = outline.sections(lines[taken:], taken + 1)
    issues += more
    made = [
        step_parser.step(section, number, language)
        for number, section in enumerate(found[: ways.MOST_STEPS + 1], 1)
    ]
    steps = tuple(step for step, _ in made)
    issues += [issue for _, wrong in made for issue in wrong]
    if not steps:
        line = min(taken + 1, len(lines))
        issues.append(fault("STEP", line, "The script has no step.", "Write a heading: # opening"))
    issues += _of_before(steps, lines[:taken])
    issues += _never_sent(head, lines[:taken]) if head else []
    issues += tags.strange(head.tags, head.avoid, lines[:taken]) if head else ()
    issues += ways.check(name, steps, head.length if head else None, _line_of("length", lines[:taken]))
    return head, steps, issues


MOST_SENT = 8
"""A longer script is never begun by the bot ([time] turns_most can only be lower): it would be no small thing."""


def _never_sent(head: Header, lines: list[str]) -> list[Issue]:
    """A time that will never come: whoever wrote the page would wait for it."""
    if head.when.kind == "demand" or head.length[1] <= MOST_SENT:
        return []
    asks = f"it asks up to {head.length[1]}, and more than {MOST_SENT} are not begun"
    remedy = "Make two scripts of it, or write when: on demand."
    return [fault("WHEN", _line_of("when", lines), f"Never sent by itself: {asks}.", remedy, warn=True)]


def _of_before(steps: tuple[Step, ...], head: list[str]) -> list[Issue]:
    """What reads like a page of before format 2, when names of steps said who sees an answer; none is silent."""
    if any(line.startswith("format:") for line in head):
        return []
    found = []
    for step in steps:
        for choice in step.choices:
            if choice.to in WHO and not choice.audience:
                message = f"“{choice.label}” leads to {choice.to}, and does not say who sees the answers."
                found.append(_unsaid(step, choice.line, message, WHO[choice.to]))
        if step.name in FIRST and not step.use and step.kind in WAITING:
            message = f"The name “{step.name}” says nothing to a digest any more."
            found.append(replace(_unsaid(step, step.line, message, FOR[step.name]), level="warning"))
    return found


def _unsaid(step: Step, line: int, message: str, word: str) -> Issue:
    remedy = f"Write ({word}) behind it, by hand or with `interlude scripts upgrade --from 1`."
    return fault(
        "FORMAT", line, message, f"{remedy} Else format: {header.FORMAT} in the header.", step=step.name
    )


def _line_of(key: str, lines: list[str]) -> int:
    """The line on which a header's key stands, for an issue about it."""
    return next((number for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
