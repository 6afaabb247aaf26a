"""Measures scripts on this machine: python -m bench.scripts_bench. Prints a table; checks nothing.

One function a benchmark: it does the work once and returns how many things that were; its first line is its
name in the table. To add one, write it and put it into BENCHES.
"""

# ruff: noqa: T201 - printing is what it is for

import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bot.core.lint import lint, lint_prompt
from bot.core.lint.lexicon import _words
from bot.core.lint.split import split
from bot.core.script.parser import parse, to_text
from bot.people.admin import checking, folder

ROOT = Path(__file__).parents[1]
FILES = folder.files(ROOT / "prompts")
SCRIPTS = [
    (script, file) for file in FILES if (script := parse(file.content, file.path.name, file.language)[0])
]
PROMPTS = (ROOT / "tests" / "lint" / "clean.txt").read_text(encoding="utf-8").split("\n")
SECONDS = 2.0
"""How long each is repeated, three times at least."""


def parse_the_library() -> int:
    """parse every script of the library"""
    for file in FILES:
        parse(file.content, file.path.name, file.language)
    return len(FILES)


def print_the_library() -> int:
    """print every script back to its page"""
    for script, _ in SCRIPTS:
        to_text(script)
    return len(SCRIPTS)


def lint_the_library() -> int:
    """lint every script of the library, word lists at hand"""
    for script, file in SCRIPTS:
        lint(script, file.source, file.path.name, file.language)
    return len(SCRIPTS)


def check_the_library() -> int:
    """parse, lint and compare the whole library"""
    checking.check_file.cache_clear()
    checking.check_files(FILES)
    return len(FILES)


def compile_the_word_lists() -> int:
    """compile the word lists of the library's languages"""
    _words.cache_clear()
    re.purge()
    languages = {file.language for file in FILES}
    for language in languages:
        _words(language)
    return len(languages)


def lint_prompts() -> int:
    """lint single prompts"""
    for prompt in PROMPTS:
        lint_prompt(prompt)
    return len(PROMPTS)


def split_prompts() -> int:
    """split single prompts"""
    for prompt in PROMPTS:
        split(prompt)
    return len(PROMPTS)


def lint_by_command() -> int:
    """interlude scripts lint prompts, in a process of its own"""
    command = [sys.executable, "-m", "bot", "scripts", "lint", str(ROOT / "prompts")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return len(FILES)


BENCHES: tuple[Callable[[], int], ...] = (
    parse_the_library,
    print_the_library,
    compile_the_word_lists,
    lint_the_library,
    check_the_library,
    lint_prompts,
    split_prompts,
    lint_by_command,
)


def cpu() -> float:
    """Seconds of processor time so far, of this process and of those it waited for."""
    mine, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime


def measured(bench: Callable[[], int]) -> tuple[int, list[float]]:
    """How many things it does, and the processor time of each repetition."""
    spent: list[float] = []
    end = time.perf_counter() + SECONDS
    while len(spent) < 3 or time.perf_counter() < end:
        start = cpu()
        things = bench()
        spent.append(cpu() - start)
    return things, spent


def main() -> None:
    """The whole table."""
    print(f"{'scripts, processor time':<54}{'min':>10}{'median':>10}{'each':>10}")
    for bench in BENCHES:
        things, spent = measured(bench)
        middle = statistics.median(spent)
        name = str(bench.__doc__)
        print(f"{name:<54}{min(spent) * 1e3:>7.0f} ms{middle * 1e3:>7.0f} ms{middle / things * 1e3:>7.2f} ms")


if __name__ == "__main__":
    main()
