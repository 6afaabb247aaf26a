"""Which step of which script a message asks, as somebody sees it who has only the words."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.config_file import SHIPPED
from bot.core.script.parser import parse

FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
"""What stands in a text for something else."""

Step = tuple[str, str]


@cache
def steps() -> frozenset[Step]:
    """Every step of the shipped English pages, by script and name."""
    return frozenset(step for step, _ in _wordings())


def step_of(words: str) -> Step | None:
    """The step that a message of the bot asks; None for what is no page's question."""
    found = [(len(pattern.pattern), step) for step, pattern in _wordings() if pattern.search(words)]
    return max(found)[1] if found else None


@cache
def _wordings() -> tuple[tuple[Step, re.Pattern[str]], ...]:
    return tuple(_of(SHIPPED / "en"))


def _of(folder: Path) -> Iterator[tuple[Step, re.Pattern[str]]]:
    for file in sorted(folder.glob("*.md")):
        script, _ = parse(file.read_text("utf-8"), file.name)
        for step in script.steps if script else ():
            for wording in step.wordings:
                last = _pattern(wording.text.strip().split("\n\n")[-1])
                yield (script.name if script else "", step.name), re.compile(last + r"\s*$")


def _pattern(paragraph: str) -> str:
    return ".*?".join(map(re.escape, FILLED.split(paragraph.strip())))
