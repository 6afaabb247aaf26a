"""The rules of a good prompt (docs/rules/): a message, a list of prompts or a whole script in, issues out.

Everything here is a pure function and never raises on what an author can write. A text is judged in the
language it is in; a language without word lists gets the rules of form alone.
"""

import re
from collections.abc import Iterable, Iterator

from bot.core.lint.asking import asking
from bot.core.lint.finding import RULES, Finding
from bot.core.lint.form import form
from bot.core.lint.parity import parity
from bot.core.lint.place import Places, places
from bot.core.lint.sheet import Setting, Sheet, sheet
from bot.core.lint.show import as_github, as_json, as_text
from bot.core.lint.split import split
from bot.core.lint.variants import variants
from bot.core.lint.whole import whole
from bot.core.lint.wording import wording
from bot.core.lint.words import LANGUAGES, Words, words
from bot.core.model import Issue
from bot.core.script import Script, Step, StepKind

__all__ = [
    "LANGUAGES", "RULES", "as_github", "as_json", "as_text", "lint", "lint_list", "lint_prompt", "lint_text",
    "parity", "split",
]  # fmt: skip

_BULLET = re.compile(r"\s*(?:[-*•‣–]\s+|\(?\d{1,3}[.):]\s+)?")
_STILL = Setting(words(""), "info", "label")


def lint_prompt(text: str, language: str = "en", kind: StepKind = "ask") -> tuple[Issue, ...]:
    """What one bare prompt should mend; ``line`` counts in the text, ``step`` and ``file`` are empty."""
    return _bare(text, Setting(words(language), kind))


def lint_text(text: str, language: str, kind: StepKind = "info") -> tuple[Issue, ...]:
    """What a text of the bot itself (interface, help, goodbye) should mend; as ``lint_prompt``."""
    return _bare(text, Setting(words(language), kind))


def lint_list(text: str, file: str, language: str = "en") -> tuple[Issue, ...]:
    """What a list of prompts, one a line, should mend; bullets, numbers and blank lines are fine.

    ``line`` and ``column`` are those of the list.
    """
    setting = Setting(words(language))
    return tuple(
        issue
        for number, line in enumerate(text.splitlines(), 1)
        for issue in _line(line, number, file, setting)
    )


def lint(script: Script, source: str, file: str, language: str) -> tuple[Issue, ...]:
    """What a parsed script should mend, in the order of the file; lines and columns are those of ``source``."""
    lists = words(language)
    issues = [issue for step in script.steps for issue in _step(script, step, source, file, lists)]
    for step, found in whole(script, lists):
        issues.append(_issue(found, _places(step, source), file, step.name))
    return tuple(sorted(dict.fromkeys(issues), key=lambda one: (one.line, one.column, one.rule)))


def _bare(text: str, setting: Setting) -> tuple[Issue, ...]:
    return tuple(_issue(found, places(text, text, 1), "", "") for found in _judged(text, setting))


def _line(line: str, number: int, file: str, setting: Setting) -> Iterator[Issue]:
    start = _BULLET.match(line)
    skipped = start.end() if start else 0
    for issue in _bare(line[skipped:], setting):
        yield Issue(
            file, number, issue.column + skipped, "", issue.rule, issue.level, issue.message, issue.remedy
        )


def _step(script: Script, step: Step, source: str, file: str, lists: Words) -> Iterator[Issue]:
    """The issues of a step's text, then of its labels."""
    setting = _setting(script, step, lists)
    where = _places(step, source)
    for found in _judged(step.text, setting):
        yield _issue(found, where, file, step.name)
    label = Setting(lists, step.kind, "label", setting.tags, strict=True)
    for text, line in _labels(step):
        for found in _judged(text, label):
            yield _issue(found, places(text, source, line), file, step.name)


def _setting(script: Script, step: Step, lists: Words) -> Setting:
    voice = script.header.for_
    return Setting(lists, step.kind, voice, frozenset({*script.header.tags, script.name}), strict=True)


def _labels(step: Step) -> Iterator[tuple[str, int]]:
    """What the client can tap, and the two beginnings of a two-part answer, with a line to look from."""
    yield from ((choice.label, choice.line) for choice in step.choices)
    yield from ((part, step.text_line) for part in step.parts)
    if step.scale:
        yield from (
            (label, step.text_line) for label in (step.scale.low_label, step.scale.high_label) if label
        )


def _places(step: Step, source: str) -> Places:
    return places(step.text, source, step.text_line)


def _judged(text: str, setting: Setting) -> tuple[Finding, ...]:
    """The findings of every message that the text can become, each once, in order."""
    found = [one for variant in variants(text) for one in _rules(sheet(variant, setting))]
    first = {(one.rule, one.start): one for one in reversed(found)}
    return tuple(sorted(first.values(), key=lambda one: (one.start, one.rule)))


def _rules(one: Sheet) -> Iterable[Finding]:
    yield from asking(one)
    yield from wording(one)
    yield from form(one)


def _issue(found: Finding, where: Places, file: str, step: str) -> Issue:
    line, column = where.at(found.start)
    return Issue(file, line, column, step, found.rule, found.level, found.message, found.remedy)
