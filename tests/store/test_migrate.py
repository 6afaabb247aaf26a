"""Migrations: one transaction each, with their record."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from opening import ring

from bot.faults import StoreFault
from bot.store import migrate
from bot.store.db import Store
from bot.store.migrate import Migration

ONE = Migration(1, "one", "CREATE TABLE a (id INTEGER PRIMARY KEY);\nINSERT INTO a VALUES (1); -- done")
TWO = Migration(2, "two", "CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id));")


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def tables(db: sqlite3.Connection) -> set[str]:
    return {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_each_is_applied_once(db: sqlite3.Connection) -> None:
    """Migrations are applied in order, recorded, and not applied again."""
    assert migrate.apply(db, [ONE], 5) == 1
    assert migrate.apply(db, [ONE, TWO], 6) == 1
    assert migrate.apply(db, [ONE, TWO], 7) == 0
    rows = db.execute("SELECT number, name, at FROM migrations").fetchall()
    assert rows == [(1, "one", 5), (2, "two", 6)]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE b (id INTEGER); INSERT INTO nowhere VALUES (1);",
        "CREATE TABLE b (id INTEGER); CREATE TABLE c (",
        "CREATE TABLE b (id INTEGER REFERENCES a (id)); INSERT INTO b VALUES (99);",
    ],
)
def test_a_failing_one_leaves_nothing(db: sqlite3.Connection, sql: str) -> None:
    """A migration that fails anywhere leaves neither its tables nor its record, and can be mended."""
    migrate.apply(db, [ONE], 5)
    with pytest.raises(sqlite3.Error):
        migrate.apply(db, [ONE, Migration(2, "two", sql)], 6)
    assert tables(db) == {"a", "migrations"}
    assert not db.in_transaction
    assert migrate.apply(db, [ONE, TWO], 7) == 1
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_changed_file_is_noticed(db: sqlite3.Connection) -> None:
    """A file edited after it was applied is refused by name; other line ends are no edit."""
    migrate.apply(db, [ONE], 5)
    migrate.apply(db, [Migration(1, "one", ONE.sql.replace("\n", "\r\n"))], 6)
    with pytest.raises(StoreFault, match=r"Migration 1 \(one\) was changed"):
        migrate.apply(db, [Migration(1, "one", ONE.sql + ";")], 6)


def test_a_newer_database_is_refused(db: sqlite3.Connection) -> None:
    """A database made by a newer program is refused clearly and left alone."""
    migrate.apply(db, [ONE, TWO], 5)
    with pytest.raises(StoreFault, match="newer version") as fault:
        migrate.apply(db, [ONE], 6)
    assert fault.value.kind == "newer"


def test_another_programs_database_is_refused(db: sqlite3.Connection) -> None:
    """A database of some other program is not touched."""
    db.execute("CREATE TABLE theirs (id INTEGER)")
    with pytest.raises(StoreFault, match="other program"):
        migrate.apply(db, [ONE], 5)
    assert tables(db) == {"theirs"}


def test_the_files_are_numbered_without_gaps() -> None:
    """The program's own migrations are numbered 1, 2, 3 ... and none commits by itself."""
    files = migrate.files()
    assert [migration.number for migration in files] == list(range(1, len(files) + 1))
    assert all("COMMIT" not in migration.sql.upper() for migration in files)


async def test_reading_an_older_database_is_refused(path: Path) -> None:
    """A reading store does not bring a database up to date; it says how."""
    path.parent.mkdir()
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(migrate.RECORD)
    db.close()
    with pytest.raises(StoreFault, match="Start the bot once"):
        async with Store.read_only(path, ring()):
            pass


def test_who_is_joining_goes_on_where_they_were(db: sqlite3.Connection) -> None:
    """What stood with a person who is joining becomes a dialogue; a setting that was left open has ended."""
    db.row_factory = sqlite3.Row
    own = migrate.files()
    before = [one for one in own if one.number < 7]
    migrate.apply(db, before, 5)
    db.execute("INSERT INTO coaches (id, practice_id, state, joined_at) VALUES (1, 1, 'active', 5)")
    for number, state, step in ((7, "joining", "zone"), (8, "active", "name"), (9, "joining", "agree")):
        db.execute(
            "INSERT INTO clients (id, practice_id, coach_id, state, step, joined_at) VALUES (?, 1, 1, ?, ?, 5)",
            (number, state, step),
        )
    migrate.apply(db, own, 6)
    rows = db.execute("SELECT chat_id, role, step, until_at FROM dialogues ORDER BY chat_id")
    assert [tuple(row) for row in rows] == [(7, "client", "zone", None), (9, "client", "agree", None)]
    assert "step" not in {row["name"] for row in db.execute("PRAGMA table_info(clients)")}
