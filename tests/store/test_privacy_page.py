"""docs/privacy.md says of every column whether it is sealed, and is right."""

import re
import sqlite3
from pathlib import Path

import pytest

from bot.store import migrate

PAGE = Path(__file__).parent.parent.parent / "docs" / "privacy.md"


def schema() -> dict[str, dict[str, str]]:
    """Every table with its columns and their types, after all migrations."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate.apply(db, migrate.files(), 0)
    names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    found = {
        name: {row[1]: row[2] for row in db.execute(f"PRAGMA table_info({name})")}
        for (name,) in names.fetchall()
    }
    db.close()
    return found


def page() -> dict[str, tuple[set[str], set[str]]]:
    """Every table of the page with the columns it calls sealed and in clear."""
    rows = re.findall(r"^\| `(\w+)` \|([^|]*)\|([^|]*)\|$", PAGE.read_text(), re.MULTILINE)
    return {table: (_names(sealed), _names(clear)) for table, sealed, clear in rows}


def _names(cell: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", cell))


def test_every_table_is_on_the_page() -> None:
    """The page has a row for each table, and none that there is not."""
    assert set(page()) == set(schema())


@pytest.mark.parametrize("table", sorted(schema()))
def test_the_page_is_right_about_each_column(table: str) -> None:
    """Sealed on the page are exactly the columns that hold sealed bytes; the others are said to be in clear."""
    sealed, clear = page()[table]
    columns = schema()[table]
    assert sealed == {name for name, kind in columns.items() if kind == "BLOB"}
    assert clear == {name for name, kind in columns.items() if kind != "BLOB"}
