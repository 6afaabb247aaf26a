"""The pages of the rules: each example is a test."""

import re
from pathlib import Path

import pytest

from bot.core.base.issue import Issue
from bot.core.lint import RULES, lint, lint_prompt, lint_text, parity
from bot.core.script.parser import parse
from bot.core.script.script import Script

PAGES = Path(__file__).parents[2] / "docs" / "rules"
BLOCK = re.compile(r"```(prompt|info|script)\n(.*?)\n```", re.DOTALL)
BROKEN, GOOD = "## An example that breaks it", "## The same made good"


def examples(code: str, heading: str) -> list[tuple[str, str]]:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    section = page.split(heading, 1)[1].split("\n## ", 1)[0]
    found = BLOCK.findall(section)
    assert found, f"{code}.md has no example under {heading}"
    return [(kind, text) for kind, text in found]


def script(text: str) -> Script:
    read, issues = parse(text, "example.md")
    assert read is not None, issues
    return read


def judged(kind: str, text: str) -> tuple[Issue, ...]:
    match kind:
        case "prompt":
            return lint_prompt(text)
        case "info":
            return lint_text(text, "en")
    return lint(script(text), text, "example.md", "en")


def paired(heading: str) -> tuple[Issue, ...]:
    ((_, model),) = examples("PARITY", "## The model")
    ((_, other),) = examples("PARITY", heading)
    return parity(script(model), script(other), "example.md")


@pytest.mark.parametrize("code", [code for code in RULES if code != "PARITY"])
def test_the_example_breaks_its_rule_and_no_other(code: str) -> None:
    """The first example of a page gives that rule alone, the second gives nothing."""
    for kind, text in examples(code, BROKEN):
        assert {issue.rule for issue in judged(kind, text)} == {code}
    for kind, text in examples(code, GOOD):
        assert judged(kind, text) == ()


def test_the_example_of_parity() -> None:
    """A step with another name breaks parity; the same names keep it."""
    assert {issue.rule for issue in paired(BROKEN)} == {"PARITY"}
    assert paired(GOOD) == ()


def test_every_rule_has_a_page_and_a_line_in_the_index() -> None:
    """No rule is without a page, no page without a rule, and the index names them all."""
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    assert {page.stem for page in PAGES.glob("*.md")} - {"README"} == set(RULES)
    assert re.findall(r"^\| \[(\w+)\]\(\1\.md\)", index, re.MULTILINE) == list(RULES)
