"""Measures reading and linting the shipped scripts: python tests/bench/scripts_bench.py. Checks nothing."""

# ruff: noqa: T201 - printing is what it is for

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bot.core.lint import lint
from bot.core.parse import parse, to_text
from bot.core.script import Script

PROMPTS = Path(__file__).parents[2] / "prompts"


def sources() -> list[tuple[str, str, str]]:
    """Name, language and text of every shipped script."""
    return [(one.stem, one.parent.name, one.read_text("utf-8")) for one in sorted(PROMPTS.glob("*/*.md"))]


def told(name: str, fn: Callable[[], object], count: int = 7) -> None:
    """Run it so often and print the least and the middle time."""
    spent = []
    for _ in range(count):
        began = time.perf_counter()
        fn()
        spent.append(1000 * (time.perf_counter() - began))
    print(f"{name:<44} min {min(spent):8.1f} ms   median {statistics.median(spent):8.1f} ms")


def main() -> None:
    """The whole table."""
    files = sources()
    read = [(parse(text, f"{name}.md", language)[0], name, language, text) for name, language, text in files]
    good: list[tuple[Script, str, str, str]] = [(one, *rest) for one, *rest in read if one is not None]  # type: ignore[misc]
    count = f"{len(files)} scripts"
    told(f"read {count}", lambda: [parse(text, f"{name}.md", language) for name, language, text in files])
    told(f"print {count}", lambda: [to_text(one) for one, *_ in good])
    told(
        f"lint {count}",
        lambda: [lint(one, text, f"{name}.md", language) for one, name, language, text in good],
    )


if __name__ == "__main__":
    main()
