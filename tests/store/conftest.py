"""A store on a fresh file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from opening import NOW, ring

from bot.store.db import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database of this test lies."""
    return tmp_path / "data" / "interlude.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[Store]:
    """An open store with the schema of today."""
    async with Store.open(path, ring(), clock=lambda: NOW) as opened:
        yield opened
