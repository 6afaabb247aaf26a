"""The same tests on PostgreSQL: ``pytest --postgres tests/store tests/whole``.

A test names a file for its database, as ever; here each of these names stands for a database of a server that this
process starts. What looks into the file itself is named in OF_SQLITE and left out.
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

OF_SQLITE = {
    "test_backup.py",  # files of SQLite's, and what becomes of them
    "test_migrate.py",
    "test_store_faults.py",
    "test_thread.py",
    "test_sealed_places.py",
    "test_inbox.py::test_an_update_lies_sealed",
    "test_inbox.py::test_a_tampered_body_stops_only_itself",
    "test_inbox.py::test_taking_does_not_look_at_every_chat",
    "test_inbox.py::runTest",
    "test_outbox.py::test_words_lie_sealed_and_leave_when_sent",
    "test_outbox.py::test_a_body_that_does_not_open_is_set_aside",
    "test_outbox.py::test_taking_does_not_look_at_every_chat",
    "test_outbox.py::runTest",
    "test_people.py::test_names_and_drafts_lie_sealed",
    "test_people.py::test_a_digest_is_kept_and_read_once",
    "test_responses.py::test_answers_lie_sealed",
    "test_memo.py::test_no_view_hides_a_table_of_which_a_write_can_wait",
    "test_audit.py::test_what_was_changed_from_outside_is_found",
    "test_erase.py::test_an_erase_leaves_nothing",
    "test_erase.py::test_an_erase_touches_nobody_else",
    "test_erase.py::test_the_goodbye_leaves_no_key",
}
"""Files of tests, and tests, that look into SQLite's own file, or do to it what only SQLite lets one do."""

TABLES = """
SELECT CASE WHEN table_type = 'VIEW' THEN 'view' ELSE 'table' END AS type, table_name AS name, '' AS sql
FROM information_schema.tables WHERE table_schema = 'public'
AND table_name NOT IN ('sqlite_master', 'sqlite_sequence', 'audit_count')
"""
"""What tests ask SQLite's own table for."""


MOST = 20
"""So many databases of one test are there at once."""


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
        if len(URLS) >= MOST:  # examples that a library made up, each with a database of its own
            server().drop(URLS.pop(next(iter(URLS))))
        URLS[path] = server().database()
    return URLS[path]


def copied(path: Path | str, of: str) -> None:
    """A file's database is a copy of another."""
    URLS[Path(path).absolute()] = server().database(of)


def forget() -> None:
    """After a test: its databases go; a practice that others begin with stays."""
    for path in list(URLS):
        server().drop(URLS.pop(path))


def another(path: Path | str) -> str:
    """A copy of a file's database, which nobody may be using."""
    return server().database(url_of(path))


def begin() -> None:
    """From now on whatever opens a database in this process has it on PostgreSQL."""
    connection.open_writing = partial(_opened, connection.open_writing)
    connection.open_reading = partial(_opened, connection.open_reading)


def _opened(opening: Callable[..., Any], path: Path, *rest: Any, **more: Any) -> Any:
    return opening(path, *rest, **{**more, "url": url_of(path)})


def look(item: pytest.Item) -> None:
    """Skip what cannot run here: from one place, so that pytest counts them in one line."""
    name = f"{item.path.name}::{getattr(item, 'originalname', item.name)}"
    if missing := reason():
        pytest.skip(missing)
    if item.path.name in OF_SQLITE or name in OF_SQLITE:
        pytest.skip("it looks into SQLite's own file")
