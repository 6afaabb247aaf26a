"""The page for authors says what is true: its examples are read, its tables are complete."""

import re
from pathlib import Path

import pytest
from pages import issues_of, page

from bot.core.script.arrow import CONDITIONS, MOST_ARROWS
from bot.core.script.choices import MOST_CHOICES
from bot.core.script.draft import MOST_NAME
from bot.core.script.header import keys
from bot.core.script.hold import MOST_MINUTES
from bot.core.script.kinds import WORDS
from bot.core.script.label import MOST_LABEL
from bot.core.script.parser import RULES
from bot.core.script.source import MOST_BYTES, MOST_LINES
from bot.core.script.step_parser import BUILT_IN
from bot.core.script.syntax import FILTERS
from bot.core.script.ways import MOST_SHOWN, MOST_STEPS
from bot.core.script.when import EXAMPLES

PAGE = (Path(__file__).parents[2] / "docs" / "script-language.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("text", [text for kind, text in BLOCKS if kind == "script"])
def test_a_whole_script_of_the_tutorial_is_good(text: str) -> None:
    """What an author copies from the page works."""
    assert issues_of(text) == ()


@pytest.mark.parametrize("text", [text for kind, text in BLOCKS if kind == "step"])
def test_a_piece_of_the_tutorial_is_good(text: str) -> None:
    """A few steps from the page, under a header, are a script."""
    assert issues_of(page("\n" + text, "2")) == ()


def _sections() -> dict[str, str]:
    """The text below each rule's heading in the last part."""
    parts = re.split(r"^### ([A-Z]+)$", PAGE.split("## What the program tells you")[1], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_rule_has_a_section() -> None:
    """No issue is without an explanation, and no explanation without a rule."""
    assert sorted(_sections()) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_the_examples_of_a_rule_break_it_and_keep_it(rule: str) -> None:
    """The bad example gives exactly this rule, the good one nothing."""
    blocks = dict(re.findall(r"```(\w+)\n(.*?)```", _sections()[rule], re.DOTALL))
    assert bool(blocks) == (rule not in {"FILE", "HEADER", "WHEN"})
    if blocks:
        assert {issue.rule for issue in issues_of(page("\n" + blocks["bad"], "2"))} == {rule}
        assert issues_of(page("\n" + blocks["good"], "2")) == ()


def test_every_word_of_the_language_is_on_the_page() -> None:
    """Keys, phrases, kinds, conditions, names, filters and limits: nothing is left for guessing."""
    reference = PAGE.split("## Reference")[1]
    words = [*keys(), *EXAMPLES, *FILTERS]
    words += [f"({kind})" for kind in WORDS]
    words += [f"{{{{ {name} }}}}" for name in BUILT_IN]
    assert [word for word in words if f"`{word}`" not in reference] == []
    assert [one for one in CONDITIONS if not re.search(rf"`→ \w+ if {one}`|`{one}`", reference)] == []
    limits = [
        f"{MOST_BYTES // 1024} KB",
        f"{MOST_LINES:,} lines",
        f"{MOST_STEPS}\nsteps",
        f"to {MOST_NAME} of",
    ]
    limits += [f"up to {MOST_CHOICES} of up to {MOST_LABEL}", f"1 to {MOST_MINUTES} lengths"]
    limits += [f"Up to {MOST_ARROWS} a", f"{MOST_SHOWN:,} characters"]
    assert [limit for limit in limits if limit not in reference] == []
