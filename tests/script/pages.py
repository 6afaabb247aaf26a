"""Pages for the tests of the script language, with the issues they must give written at the line's end."""

import re

from bot.core.base.issue import Issue
from bot.core.script.parser import parse
from bot.core.script.script import Script, Step

_MARK = re.compile(r"‹([A-Z ]+)›")

FRONT = {
    "title": "A test",
    "author": "A. Name, coach",
    "reviewed": "2026-11-21 by B. Name",
    "basis": "what is tested stays",
    "when": "on demand",
}


def page(body: str, length: str = "1", **keys: str) -> str:
    """A whole file: a good header, with ``keys`` on top of it, then the body."""
    front = FRONT | {"length": length} | {key.rstrip("_"): value for key, value in keys.items()}
    return "\n".join(["---", *(f"{key}: {value}" for key, value in front.items()), "---", body])


def unmarked(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text without its marks ‹RULE›, and (line, rule) for each of them."""
    wanted = [
        (number, rule)
        for number, line in enumerate(text.split("\n"), 1)
        for marks in _MARK.findall(line)
        for rule in marks.split()
    ]
    return re.sub(rf" ?{_MARK.pattern}", "", text), wanted


def places(issues: tuple[Issue, ...]) -> list[tuple[int, str]]:
    return [(issue.line, issue.rule) for issue in issues]


def script(text: str | bytes, language: str = "en") -> Script:
    """The script of a text that has no issue."""
    made, issues = parse(text, f"prompts/{language}/sample.md", language)
    assert made is not None and not issues, issues
    return made


def first(body: str, language: str = "en", length: str = "1") -> Step:
    """The first step of a body that has no issue."""
    return script(page(body, length), language).steps[0]


def issues_of(text: str | bytes, language: str = "en") -> tuple[Issue, ...]:
    return parse(text, f"prompts/{language}/sample.md", language)[1]
