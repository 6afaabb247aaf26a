"""``interlude scripts import``: a list of prompts becomes scripts, double asks split."""

import re
from datetime import UTC, datetime
from pathlib import Path

from bot.commands import shelf
from bot.commands.house import complain, out
from bot.core.lint import lint_list
from bot.core.lint.show import as_text
from bot.core.lint.split import split

THANKS = "{{ thanks }}\n\n"

HEADER = """---
title: {title}
author: {author}
reviewed: {reviewed}
basis: {basis}
when: on demand
length: {length}
language: {language}
---
"""


def import_list(source: Path, to: Path, each: int, language: str, author: str) -> None:
    """Write scripts of so many prompts each; what the linter says of the rest is said here."""
    prompts = [
        piece for line in _prompts(shelf.text_of(source)) for piece in split(line, language) or (line,)
    ]
    if not prompts:
        complain(f"{source} holds no prompts; write one a line")
    to.mkdir(parents=True, exist_ok=True)
    for number, start in enumerate(range(0, len(prompts), each), 1):
        file = to / f"imported-{number:02}.md"
        if file.exists():
            complain(f"{file} exists already; choose another folder")
        file.write_text(_script(number, prompts[start : start + each], language, author), "utf-8")
        out.print(f"{file}: {len(prompts[start : start + each])} prompts")
    issues = lint_list("\n".join(prompts), str(source), language)
    if issues:
        out.print(as_text(issues), markup=False)


def _prompts(text: str) -> list[str]:
    lines = (re.sub(r"^\s*(?:[-*•]|\d+[.)])\s+", "", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def _script(number: int, prompts: list[str], language: str, author: str) -> str:
    head = HEADER.format(
        title=f"Imported {number}",
        author=author,
        reviewed=f"{datetime.now(UTC):%Y-%m-%d} by nobody yet",
        basis="imported from a list; say here what it rests on",
        length=len(prompts),
        language=language,
    )
    steps = [f"# prompt-{n}\n{THANKS if n > 1 else ''}{one}" for n, one in enumerate(prompts, 1)]
    return "\n\n".join((head.rstrip(), *steps, f"# close\n{THANKS}That is all for now.")) + "\n"
