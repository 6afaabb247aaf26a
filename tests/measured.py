"""Which tests coverage looks at: those that may still find a line or a branch that is new.

Counting lines doubles what a test takes. What is not counted runs all the same, and has to hold.
"""

import functools
import gc
import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

import coverage
import pytest

import bot

ENOUGH = 12
"""So many examples of one test, one after another, that find nothing new: its further ones go uncounted."""

PLENTY = 40
"""The same for what a library makes up within one test."""

_dull: Counter[str] = Counter()  # by test: how many examples in a row found nothing new


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """While tests are collected nothing is counted but what the program does when it is loaded.

    Nor is garbage looked for: all that is made stays, and once it is there it is not looked at again.
    """
    if coverage.Coverage.current() is not None:
        for one in pkgutil.walk_packages(bot.__path__, "bot."):
            if not one.name.endswith("__main__"):
                importlib.import_module(one.name)
    gc.disable()
    try:
        with uncounted():
            return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """What repeats what others cover goes uncounted, from its fixtures to its end.

    What is marked so, each further example of a test of whole bots, and the examples of a test that has
    found nothing new for some time.
    """
    name = item.nodeid.partition("[")[0]
    again = name in _dull and item.path.parent.name == "whole"
    if again or _dull[name] >= ENOUGH or item.get_closest_marker("unmeasured"):
        with uncounted():
            return (yield)
    before = _found()
    _fewer(item, name)
    try:
        return (yield)
    finally:
        _dull[name] = 0 if _found() > before else _dull[name] + 1


def _fewer(item: pytest.Item, name: str) -> None:
    """Of what a library makes up, too, only so much is counted."""
    made_up = getattr(getattr(item, "obj", None), "hypothesis", None)
    if made_up is None or name in _dull:
        return
    if not inspect.iscoroutinefunction(made_up.inner_test):
        made_up.inner_test = _counted(made_up.inner_test)


def _counted(test: Callable[..., Any]) -> Callable[..., Any]:
    dull = 0

    @functools.wraps(test)
    def inner(*args: Any, **kwargs: Any) -> Any:
        nonlocal dull
        if dull >= PLENTY:
            with uncounted():
                return test(*args, **kwargs)
        before = _found()
        try:
            return test(*args, **kwargs)
        finally:
            dull = 0 if _found() > before else dull + 1

    return inner


@contextmanager
def uncounted() -> Iterator[None]:
    """Where lines are counted, they are not counted within."""
    measuring = coverage.Coverage.current()
    if measuring is None or not measuring._started:
        yield
        return
    measuring.stop()
    try:
        yield
    finally:
        measuring.start()


def _found() -> int:
    """How many lines and branches were gone through up to now; 0 where nothing is counted."""
    measuring = coverage.Coverage.current()
    collector = measuring and measuring._collector
    return sum(map(len, collector.data.values())) if collector else 0
