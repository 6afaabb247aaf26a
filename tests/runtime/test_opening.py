"""The start of the bot: what is read beside the first calls, and what is there before the first message."""

import asyncio
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import safety_lists, world
from bot.clock import MovedClock
from bot.runtime import process
from bot.simulator import Simulator

ADMIN, NOW = 1, datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


async def opened(folder: Path) -> None:
    """A bot is started on a new database, and stopped."""
    clock = MovedClock(NOW)
    sim = Simulator(clock.now)
    async with world.opened(
        world.settings(folder, sim, [ADMIN], safety_lists.SHIPPED), sim, clock, wire=False
    ):
        pass


async def test_the_safety_lists_are_read_beside_everything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the lists are read the loop does what it is asked for, and the start waits for it."""
    loop, ends = asyncio.get_running_loop(), []

    def warm(folder: Path) -> None:
        went_on = threading.Event()
        loop.call_soon_threadsafe(went_on.set)
        ends.append((folder, went_on.wait(5)))

    monkeypatch.setattr(safety_lists, "warm", warm)
    await opened(tmp_path)
    assert ends == [(safety_lists.SHIPPED, True)]


async def test_the_first_message_finds_the_lists_read(tmp_path: Path) -> None:
    """When the start is over no list is read any more for a message: every one is there."""
    safety_lists._all.cache_clear()
    safety_lists._sieve.cache_clear()
    safety_lists.of.cache_clear()
    await opened(tmp_path)
    read = safety_lists.of.cache_info().misses
    assert read >= len(safety_lists.languages())
    assert safety_lists.find("I want to kill myself", "en") is not None
    assert safety_lists.of.cache_info().misses == read


async def test_a_start_that_fails_leaves_no_reading_behind(tmp_path: Path) -> None:
    """Without a script the start ends with its sentence, and not before the lists are read: nothing runs on."""
    clock = MovedClock(NOW)
    sim = Simulator(clock.now)
    (tmp_path / "empty").mkdir()
    with pytest.raises(process.Unusable, match="no script"):
        async with world.opened(
            world.settings(tmp_path, sim, [ADMIN], tmp_path / "empty"), sim, clock, wire=False
        ):
            raise AssertionError("it started")
    assert asyncio.all_tasks() == {asyncio.current_task()}
