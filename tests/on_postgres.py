"""The same tests on PostgreSQL: ``pytest --postgres tests/store tests/whole``.

A test names a file for its database, as ever; here each of these names stands for a database of a server that this
process starts. What looks into the file itself is marked ``of_sqlite`` and left out.
"""

import atexit
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from postgres_server import Server, reason

from bot.store import connection

URLS: dict[Path, str] = {}
"""Which database stands for which file."""

TABLES = """
SELECT CASE WHEN table_type = 'VIEW' THEN 'view' ELSE 'table' END AS type, table_name AS name, '' AS sql
FROM information_schema.tables WHERE table_schema = 'public'
AND table_name NOT IN ('sqlite_master', 'sqlite_sequence', 'audit_count')
"""
"""What tests ask SQLite's own table for."""


@cache
def server() -> Server:
    """The one of this process; it goes with it."""
    made = Server()
    atexit.register(made.end)
    return made


def url_of(path: Path | str) -> str:
    """The database that stands for a file: a new and empty one at its first mention."""
    path = Path(path).absolute()
    if path not in URLS:
        URLS[path] = server().database()
    return URLS[path]


def copied(path: Path | str, of: str) -> None:
    """A file's database is a copy of another."""
    URLS[Path(path).absolute()] = server().database(of)


def another(path: Path | str) -> str:
    """A copy of a file's database, which nobody may be using."""
    return server().database(url_of(path))


def begin() -> None:
    """From now on whatever opens a database in this process has it on PostgreSQL."""
    connection.open_writing = partial(_opened, connection.open_writing)
    connection.open_reading = partial(_opened, connection.open_reading)


def _opened(opening: Callable[..., Any], path: Path, *rest: Any, **more: Any) -> Any:
    return opening(path, *rest, **{**more, "url": url_of(path)})


def left_out(items: list[pytest.Item]) -> None:
    """What cannot run here says why."""
    missing = reason()
    for item in items:
        if missing or item.get_closest_marker("of_sqlite"):
            item.add_marker(pytest.mark.skip(reason=missing or "it looks into SQLite's own file"))
