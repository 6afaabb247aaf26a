"""The crash test, small: the big one is `python -m tests.crash.crash` (docs/crash.md)."""

from pathlib import Path

import pytest

from bot.telegram import to_arrival

from .crash import Wanted, crash
from .traffic import unreadable


@pytest.mark.slow
async def test_a_few_kills_lose_nothing(tmp_path: Path) -> None:
    """Killed five times among 240 updates: each word once, in order, under a prompt that had been seen."""
    figures = await crash(Wanted(kills=5, updates=240, chats=4, seed=7), tmp_path)
    assert figures.wrong() == {}, figures.line()
    assert figures.words > 100
    assert figures.set_aside > 0


@pytest.mark.parametrize("update", unreadable(7), ids=str)
def test_what_is_called_unreadable_is(update: dict[str, object]) -> None:
    """Each of the objects that the crash test counts as unreadable cannot be read."""
    with pytest.raises((AttributeError, KeyError, TypeError, ValueError)):
        to_arrival({"update_id": 1, **update})
