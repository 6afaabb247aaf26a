"""What all tests share: the switch that writes talks anew."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store.db import Store
from bot.vault import Vault


def pytest_addoption(parser: pytest.Parser) -> None:
    """--rewrite: talks are written as they really go, and git shows the difference."""
    parser.addoption("--rewrite", action="store_true", help="write each talk file as it really went")


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
    async with Store.open(path, Vault({1: b"k" * 32}), clock=lambda: at) as opened:
        yield opened
