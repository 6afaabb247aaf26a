"""Issues as text for people, JSON for programs and annotations for GitHub. Pure: strings out."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from bot.core.base.issue import Issue


def as_text(issues: Iterable[Issue]) -> str:
    """One issue on two lines: place, rule and what is wrong; then what helps. Empty for none."""
    return "\n".join(_text(issue) for issue in issues)


def as_json(issues: Iterable[Issue]) -> str:
    """A list of objects with file, line, column, step, rule, level, message, remedy."""
    return json.dumps([asdict(issue) for issue in issues], ensure_ascii=False, indent=2)


def as_github(issues: Iterable[Issue]) -> str:
    """One workflow command an issue, which GitHub shows beside the line."""
    return "\n".join(_github(issue) for issue in issues)


def _text(issue: Issue) -> str:
    step = f" [{issue.step}]" if issue.step else ""
    head = f"{issue.file}:{issue.line}:{issue.column}: {issue.level} {issue.rule}{step}: {issue.message}"
    return f"{head}\n    {issue.remedy}" if issue.remedy else head


def _github(issue: Issue) -> str:
    place = f"file={_property(issue.file)},line={issue.line},col={issue.column},title={_property(issue.rule)}"
    return f"::{issue.level} {place}::{_data(f'{issue.message}. {issue.remedy}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
