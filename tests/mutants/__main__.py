"""python -m tests.mutants: makes every mutant of the sender and the worker, and prints how many the tests notice.

Each mutant runs in a process of its own, forked from one in which everything is imported already: the module is
filled anew with what is wrong, then the direct tests run until the first that fails. One that is still running
after so many seconds of processor time counts as noticed.
"""

# ruff: noqa: T201 - printing is what it is for

import importlib
import os
import resource
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from .changes import Mutant, mutants

ROOT = Path(__file__).parents[2]
TESTS = {
    "bot.runtime.send": ("tests/runtime/test_send.py",),
    "bot.runtime.work": ("tests/runtime/test_work.py",),
}
QUIETLY = (
    "-q",
    "-x",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:cov",
    "-p",
    "no:xdist",
    "-p",
    "no:hypothesispytest",
)
SECONDS = 30
"""Of processor time, for one that goes round and round."""


def unnoticed(name: str, made: Sequence[Mutant | None]) -> list[Mutant | None]:
    """Those on which no test fails, each said as found; None is the module as it is. As many at once as cores."""
    under_way: dict[int, Mutant | None] = {}
    left, found = list(reversed(made)), list[Mutant | None]()
    while left or under_way:
        while left and len(under_way) < (os.cpu_count() or 1):
            mutant = left.pop()
            child = os.fork()
            if child == 0:
                os._exit(_tried(name, mutant, TESTS[name]))
            under_way[child] = mutant
        child, status = os.wait()
        mutant = under_way.pop(child)
        if status == 0:
            found.append(mutant)
            _say(name, mutant)
    return found


def _say(name: str, mutant: Mutant | None) -> None:
    """Where the mutant is, as soon as it is known that nobody notices it."""
    if mutant is not None:
        lines = Path(str(sys.modules[name].__file__)).read_text("utf-8").splitlines()
        text = lines[mutant.line - 1].strip() if mutant.line else ""
        print(f"  {name}:{mutant.line}: {mutant.what}: {text}", flush=True)


def _tried(name: str, mutant: Mutant | None, tests: tuple[str, ...]) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    try:
        module = sys.modules[name]
        if mutant is not None:
            exec(compile(mutant.tree, str(module.__file__), "exec"), module.__dict__)  # noqa: S102
        return int(pytest.main([*QUIETLY, *tests]))
    except BaseException:
        return 1


def examine(name: str) -> tuple[int, int]:
    """How many mutants of a module were noticed, of how many."""
    source = Path(str(sys.modules[name].__file__)).read_text("utf-8")
    if not unnoticed(name, [None]):
        sys.exit(f"{name}: its tests fail on the module as it is")
    made = list(mutants(source))
    found = unnoticed(name, made)
    return len(made) - len(found), len(made)


def main() -> None:
    """Print a line a module, and what was not noticed; exit code 1 below nine in ten."""
    os.chdir(ROOT)
    wanted = [name for name in TESTS if not sys.argv[1:] or name.endswith(tuple(sys.argv[1:]))]
    for name in wanted:
        importlib.import_module(name)
        pytest.main([*QUIETLY, "--collect-only", "-qq", *TESTS[name]])  # once here, not in every child
    low = False
    for name in wanted:
        killed, of = examine(name)
        print(f"{name}: {killed} of {of} noticed ({killed / of:.0%})", flush=True)
        low = low or killed < 0.9 * of
    sys.exit(low)


if __name__ == "__main__":
    main()
