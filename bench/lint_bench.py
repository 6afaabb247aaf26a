"""How right the linter is on sentences it was not written for: python -m bench.lint_bench. Prints two tables.

The sentences are those of tests/lint/measured.csv; its README says who wrote them and when. ``fresh`` ones were
written, and judged once, after the last change of a rule; ``seen`` ones have shown what to mend.
"""

# ruff: noqa: T201 - printing is what it is for

import csv
from collections.abc import Sequence
from pathlib import Path

from bot.core.lint import lint_prompt

ROWS = Path(__file__).parents[1] / "tests" / "lint" / "measured.csv"
COUNTS = {
    "lead": {"LEAD", "WHY", "CLOSED", "PRESS"},
    "press": {"PRESS", "ADVICE"},
    "double": {"DOUBLE", "Q2"},
    "advice": {"ADVICE", "PRESS"},
    "why": {"WHY"},
    "praise": {"PRAISE"},
    "claim": {"CLAIM", "INTERP", "LEAD"},
}
"""By kind: the rules of which any one counts as found."""

NOT_OF_ONE = {"PERM", "ACK"}
"""What a single prompt, taken out of its script, is not judged by."""

Row = tuple[str, str]


def rows(half: str) -> list[Row]:
    """Sentences with what they are."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["label"]) for row in csv.DictReader(file) if row["half"] == half]


def rules(text: str) -> set[str]:
    """The rules that a prompt breaks."""
    return {issue.rule for issue in lint_prompt(text)} - NOT_OF_ONE


def f1(label: str, found: Sequence[Row]) -> float:
    """Of one answer to "open or closed?"."""
    pairs = [(real, "closed" if "CLOSED" in rules(text) else "open") for text, real in found]
    hits = sum(real == said == label for real, said in pairs)
    return 2 * hits / (2 * hits + sum((real == label) != (said == label) for real, said in pairs))


def table(half: str) -> list[str]:
    """The figures of one half, as lines of a table."""
    all_of = rows(half)
    spoken = [row for row in all_of if row[1] in ("open", "closed")]
    made = [
        f"| spoken, {label}: F1 | {sum(real == label for _, real in spoken)} | {f1(label, spoken):.2f} |"
        for label in ("closed", "open")
    ]
    for label, counts in COUNTS.items():
        texts = [text for text, real in all_of if real == label]
        made.append(f"| {label}: found | {len(texts)} | {sum(bool(rules(one) & counts) for one in texts)} |")
    good = [text for text, real in all_of if real == "good"]
    made.append(f"| good: wrongly told of | {len(good)} | {sum(bool(rules(one)) for one in good)} |")
    return made


def tables() -> str:
    """Both, fresh ones first."""
    parts = ["| what | of how many | result |", "|---|---|---|"]
    return "\n\n".join(
        "\n".join((f"{title}:", "", *parts, *table(half)))
        for title, half in (("Fresh sentences", "fresh"), ("Sentences that showed what to mend", "seen"))
    )


if __name__ == "__main__":
    print(tables())
