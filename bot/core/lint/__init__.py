"""The rules of a good prompt (docs/rules/): a message, a list of prompts or a whole script in, issues out.

Everything here is a pure function and never raises on what an author can write. A text is judged in the
language it is in; a language without word lists gets the rules of form alone.
"""

import re
from collections.abc import Iterable, Iterator

from bot.core.base.issue import Issue
from bot.core.lint.asking import asking
from bot.core.lint.distance import distances
from bot.core.lint.finding import RULES, Finding
from bot.core.lint.form import form
from bot.core.lint.lexicon import LANGUAGES, WordLists, words
from bot.core.lint.parity import parity
from bot.core.lint.place import Places, places
from bot.core.lint.reading import ReadMessage, Setting, sheet
from bot.core.lint.show import as_github, as_json, as_text
from bot.core.lint.split import split
from bot.core.lint.variants import variants
from bot.core.lint.whole import whole
from bot.core.lint.wording import gendered, wording
from bot.core.script.script import Script, Step, StepKind

__all__ = [
    "LANGUAGES", "RULES", "as_github", "as_json", "as_text", "lint", "lint_list", "lint_prompt", "lint_text",
    "lint_words", "parity", "split",
]  # fmt: skip

_BULLET = re.compile(r"\s*(?:[-*•‣–]\s+|\(?\d{1,3}[.):]\s+)?(?:\[[ xX]?\]\s+)?")


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
    settings = {step.name: _setting(script, step, lists) for step in script.steps}
    said = [
        (step, one, _sheets(one.text, settings[step.name])) for step in script.steps for one in step.wordings
    ]
    found = [(step, wording, one) for step, wording, sheets in said for one in _found(sheets)]
    hard = any(one.rule == "READ" for *_, one in found)
    together = {
        step.name: tuple(sheet for of, _, sheets in said if of is step for sheet in sheets)
        for step in script.steps
    }
    found += [
        (step, step.wordings[0], one)
        for step, one in whole(script, together, lists)
        if not (hard and one.rule == "READ")
    ]
    issues = [
        _issue(one, places(wording.text, source, wording.line), file, step.name)
        for step, wording, one in found
    ]
    issues += [issue for step in script.steps for issue in _labels(step, source, file, lists)]
    issues += _title(script, source, file, lists)
    return tuple(sorted(dict.fromkeys(issues), key=lambda one: (one.line, one.column, one.rule)))


def lint_words(script: Script, source: str, file: str, language: str) -> tuple[Issue, ...]:
    """What the single texts of a script should mend that has errors of its own; as ``lint``, without the whole."""
    lists = words(language)
    issues = [
        _issue(one, places(wording.text, source, wording.line), file, step.name)
        for step in script.steps
        for wording in step.wordings
        for one in _found(_sheets(wording.text, _setting(script, step, lists)))
    ]
    issues += [issue for step in script.steps for issue in _labels(step, source, file, lists)]
    return tuple(sorted(dict.fromkeys(issues), key=lambda one: (one.line, one.column, one.rule)))


def _bare(text: str, setting: Setting) -> tuple[Issue, ...]:
    where = places(text, text, 1)
    return tuple(_issue(found, where, "", "") for found in _found(_sheets(text, setting)))


def _line(line: str, number: int, file: str, setting: Setting) -> Iterator[Issue]:
    start = _BULLET.match(line)
    skipped = start.end() if start else 0
    for issue in _bare(line[skipped:], setting):
        yield Issue(
            file, number, issue.column + skipped, "", issue.rule, issue.level, issue.message, issue.remedy
        )


def _setting(script: Script, step: Step, lists: WordLists) -> Setting:
    tags = frozenset({*script.header.tags, script.name})
    return Setting(lists, step.kind, script.header.for_, tags, strict=True, when=script.header.when)


def _labels(step: Step, source: str, file: str, lists: WordLists) -> Iterator[Issue]:
    """The issues of what a client can tap, and of the two beginnings of a two-part answer."""
    setting = Setting(lists, step.kind, "label", strict=True)
    for text, line in _said(step):
        for found in _found(_sheets(text, setting)):
            yield _issue(found, places(text, source, line), file, step.name)


def _title(script: Script, source: str, file: str, lists: WordLists) -> Iterator[Issue]:
    """The issues of the title, which stands in the client's menu."""
    title = script.header.title
    for found in _found(_sheets(title, Setting(lists, "info", "label", when=script.header.when))):
        yield _issue(found, places(title, source, 1), file, "")


def _said(step: Step) -> Iterator[tuple[str, int]]:
    """Each label with a line from which on it stands."""
    yield from ((choice.label, choice.line) for choice in step.choices)
    yield from ((part, step.text_line) for part in step.parts)
    if step.scale:
        yield from (
            (label, step.text_line) for label in (step.scale.low_label, step.scale.high_label) if label
        )


def _sheets(text: str, setting: Setting) -> tuple[ReadMessage, ...]:
    """Every message that the text can become."""
    return tuple(sheet(variant, setting) for variant in variants(text))


def _found(sheets: tuple[ReadMessage, ...]) -> tuple[Finding, ...]:
    """The findings of all the messages, each once, in order."""
    found = [one for message in sheets for one in _rules(message)]
    first = {(one.rule, one.start): one for one in reversed(found)}
    return tuple(sorted(first.values(), key=lambda one: (one.start, one.rule)))


def _rules(one: ReadMessage) -> Iterable[Finding]:
    yield from asking(one)
    yield from wording(one)
    yield from gendered(one)
    yield from form(one)
    yield from distances(one)


def _issue(found: Finding, where: Places, file: str, step: str) -> Issue:
    line, column = where.at(found.start)
    return Issue(file, line, column, step, found.rule, found.level, found.message, found.remedy)
