"""The figures of docs/rules/README.md are those of its command, and do not fall."""

from pathlib import Path

import pytest

from bench.lint_bench import f1, rows, rules, tables

PAGE = (Path(__file__).parents[2] / "docs" / "rules" / "README.md").read_text(encoding="utf-8")


def test_the_page_has_the_figures_of_its_command() -> None:
    """What the page says of the linter is what `python -m bench lint` prints."""
    written = PAGE.split("<!-- written by python -m bench lint -->\n")[1].split("\n<!-- end -->")[0]
    assert written == tables()


@pytest.mark.parametrize("label", ["open", "closed"])
def test_open_and_closed_are_told_apart_on_fresh_questions(label: str) -> None:
    """F1 of either answer on questions that no rule was mended by."""
    spoken = [row for row in rows("fresh") if row[1] in ("open", "closed")]
    assert len(spoken) >= 150
    assert f1(label, spoken) >= 0.85


def test_hardly_any_good_prompt_is_told_of() -> None:
    """Of good prompts at most one in ten."""
    good = [text for half in ("fresh", "seen") for text, label in rows(half) if label == "good"]
    assert sum(bool(rules(text)) for text in good) <= len(good) / 10
