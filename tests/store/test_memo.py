"""What a transaction has read is known until its table is written to."""

import ast
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import store as package
from bot.store import people, scripts
from bot.store.db import Store, Tx
from bot.store.memo import UNREAD, Connection, written

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


def sentences() -> Iterator[str]:
    """Every text in the store's modules that is a statement of SQL."""
    for file in sorted(Path(package.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                word = node.value.split(None, 1)[0] if node.value.strip() else ""
                if word in ("INSERT", "UPDATE", "DELETE", "REPLACE", "WITH") and " " in node.value.strip():
                    yield node.value


def test_every_statement_that_writes_is_known_as_such() -> None:
    """Of each statement that the store has, it is known to which table it writes."""
    found = {written(sql) for sql in sentences()}
    assert {"clients", "coaches", "dialogues", "reflections", "response_texts", "scripts"} <= found
    assert None not in found and "" not in found


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ("UPDATE clients SET away = 1", "clients"),
        ("update OR ignore Clients SET away = 1", "clients"),
        ("INSERT OR REPLACE INTO due (key) VALUES (1)", "due"),
        ("\n  DELETE FROM reflections", "reflections"),
        ("SELECT 1", ""),
        ("SAVEPOINT alone", ""),
        ("ROLLBACK TO alone", None),
        ("WITH x AS (SELECT 1) DELETE FROM clients", None),
    ],
)
def test_what_a_statement_writes_to(sql: str, table: str | None) -> None:
    """A statement of which it is not sure counts as writing to everything."""
    assert written(sql) == table


def test_a_write_makes_its_table_unknown_and_a_rollback_everything() -> None:
    """What was read of another table stays known; after a rollback nothing does."""
    db = sqlite3.connect(":memory:", isolation_level=None, factory=Connection)
    db.execute("CREATE TABLE one (a)")
    db.execute("CREATE TABLE two (a)")
    reads: list[int] = []

    def read() -> int:
        reads.append(1)
        return len(reads)

    assert [db.once("one", 1, read), db.once("one", 1, read), db.once("two", 1, read)] == [1, 1, 2]
    db.execute("INSERT INTO one VALUES (1)")
    assert (db.known("one", 1), db.known("two", 1)) == (UNREAD, 2)
    db.execute("BEGIN")
    db.execute("ROLLBACK")
    assert db.known("two", 1) is UNREAD


async def test_nothing_is_known_from_the_transaction_before(store: Store) -> None:
    """Another transaction reads anew, also where the one before it was in the same commit."""

    def add(tx: Tx) -> None:
        people.add_coach(tx, 1, now=NOW, state="active")
        people.add_client(tx, 7, 1, now=NOW)

    def fail(tx: Tx) -> None:
        people.change_client(tx, 7, zone="Asia/Tokyo")
        assert people.client(tx, 7).zone == "Asia/Tokyo"  # type: ignore[union-attr]
        raise LookupError

    await store.run(add)
    with pytest.raises(LookupError):
        await store.run(fail)
    assert await store.run(lambda tx: people.client(tx, 7).zone) == ""  # type: ignore[union-attr]


async def test_a_version_that_was_taken_back_is_not_remembered(store: Store) -> None:
    """A version of a script is known for good, but not one whose publishing was undone with its transaction."""

    def publish(tx: Tx, text: str, fail: bool = False) -> str:
        number = scripts.publish(tx, "one", "en", text, author="a", now=NOW)
        assert scripts.version(tx, "one", "en", number).source == text  # type: ignore[union-attr]
        if fail:
            raise LookupError
        return text

    with pytest.raises(LookupError):
        await store.run(lambda tx: publish(tx, "first", fail=True))
    await store.run(lambda tx: publish(tx, "second"))
    assert await store.run(lambda tx: scripts.version(tx, "one", "en", 1).source) == "second"  # type: ignore[union-attr]
