"""What all tests share: the switch that writes talks anew."""

import logging
import os
import shutil
from collections.abc import AsyncIterator, Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import chosen
import measured
import pytest
import structlog
from blank import blank, ring
from hypothesis import settings

from bot.store.db import Store

MEMORY, ROOM = Path("/dev/shm"), 4 << 30  # noqa: S108
"""Where there is one, a folder that is held in memory; and so much of it free, at least."""


settings.register_profile("house", deadline=None)  # how fast a busy machine is says nothing of the code
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Folders of tests are in memory where there is room: thousands of commits wait for no disk.

    Nothing is shown less by that: no test takes away a machine's power, and a process that is killed leaves
    its file in memory just as it leaves it on a disk.
    """
    config.pluginmanager.register(measured)
    chosen.WORDS.update(word for word in ("postgres", "webhook") if config.getoption(f"--{word}"))
    if config.getoption("--postgres"):
        import on_postgres

        on_postgres.begin()
    runs = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
    if runs and shutil.disk_usage(MEMORY).free >= ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """How a process logs is as it was before, after each test."""
    logs = _logs()
    try:
        return (yield)
    finally:
        _put_back(logs)


def _logs() -> tuple[dict[str, Any] | None, int]:
    """How this process logs: what the command `run` sets is set for all of it."""
    return structlog.get_config() if structlog.is_configured() else None, logging.root.manager.disable


def _put_back(before: tuple[dict[str, Any] | None, int]) -> None:
    """No test logs as one before it wanted."""
    if before[0] is not None:
        structlog.configure(**before[0])
    elif structlog.is_configured():
        structlog.reset_defaults()
    logging.disable(before[1])


def pytest_addoption(parser: pytest.Parser) -> None:
    """--rewrite: talks are written as they really go; --webhook: updates are brought, not asked for."""
    parser.addoption(
        "--postgres", action="store_true", help="databases are PostgreSQL's, on a server of its own"
    )
    parser.addoption("--rewrite", action="store_true", help="write each talk file as it really went")
    parser.addoption(
        "--webhook", action="store_true", help="whole bots have their updates brought, not asked for"
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    """On PostgreSQL what looks into SQLite's file is left out, and all where there is no server."""
    if item.config.getoption("--postgres"):
        import on_postgres

        on_postgres.look(item)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Its databases go with a test."""
    if item.config.getoption("--postgres"):
        import on_postgres

        on_postgres.forget()


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether talk files are written anew instead of compared."""
    return bool(request.config.getoption("--rewrite"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database of this test lies."""
    return tmp_path / "data" / "interlude.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[Store]:
    """An open store with the schema of today, its clock standing still, with a sample key."""
    at = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)  # tests/store/opening.py knows it as NOW
    async with Store.open(blank(path), ring(), clock=lambda: at) as opened:
        yield opened


@pytest.fixture(params=["polling", "webhook"])
def intake(request: pytest.FixtureRequest) -> Iterator[str]:
    """For tests of whole bots that hold both ways: updates are asked for, and brought."""
    from whole import INTAKE

    before, INTAKE["mode"] = dict(INTAKE), request.param
    yield str(request.param)
    INTAKE.clear()
    INTAKE.update(before)
