"""Open or closed, measured on questions as practitioners say them (tests/lint/README.md)."""

import csv
from pathlib import Path

import pytest

from bot.core.lint import lint_prompt

GOLD = Path(__file__).parent / "gold.csv"
FLOOR = 0.9


def gold(half: str) -> list[tuple[str, str]]:
    with GOLD.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["label"]) for row in csv.DictReader(file) if row["half"] == half]


def judged(text: str) -> str:
    return "closed" if any(issue.rule == "CLOSED" for issue in lint_prompt(text)) else "open"


def f1(label: str, rows: list[tuple[str, str]]) -> float:
    pairs = [(real, judged(text)) for text, real in rows]
    hits = sum(real == said == label for real, said in pairs)
    wrong = sum((real == label) != (said == label) for real, said in pairs)
    return 2 * hits / (2 * hits + wrong)


@pytest.mark.parametrize("half", ["tuning", "held-out"])
@pytest.mark.parametrize("label", ["open", "closed"])
def test_open_and_closed_are_told_apart(half: str, label: str) -> None:
    """F1 of either answer stays above the floor, on the half that was tuned on and on the other."""
    rows = gold(half)
    assert len(rows) >= 150
    assert f1(label, rows) >= FLOOR
