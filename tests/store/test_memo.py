"""What a transaction has read is known until its table is written to."""

import ast
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from bot import store as package
from bot.core.talk.model import Context, Reflection
from bot.store import people, reflections, scripts
from bot.store.db import Store, Tx
from bot.store.memo import UNREAD, Connection, written

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
TALK = Reflection(script="open", language="en", version=1, context=Context("Bo"))


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


def test_a_write_that_waits_is_done_once_and_before_anything_could_tell() -> None:
    """Of several writes of one row the last is done: at the end, or before its table is read or any row goes."""
    db = sqlite3.connect(":memory:", isolation_level=None, factory=Connection)
    db.execute("CREATE TABLE one (a)")
    db.execute("CREATE TABLE two (a)")
    done: list[str] = []
    db.later("one", 1, lambda: done.append("first"))
    db.later("one", 1, lambda: done.append("last"))
    db.execute("SELECT * FROM two")
    db.execute("INSERT INTO two VALUES (1)")
    assert done == []
    db.execute("SELECT * FROM one")
    assert done == ["last"]
    db.later("one", 1, lambda: done.append("before a row goes"))
    db.execute("DELETE FROM two")
    db.later("one", 1, lambda: done.append("before the end"))
    db.begin()
    db.later("one", 1, lambda: done.append("undone"))
    db.undo()
    db.settle()
    assert done == ["last", "before a row goes", "before the end"]


async def test_a_talk_is_written_once_a_transaction_and_not_where_it_fails(store: Store) -> None:
    """However often a talk is saved in a transaction, it is written once; one that fails leaves it as it was."""

    def begin(tx: Tx) -> None:
        people.add_coach(tx, 1, now=NOW, state="active")
        people.add_client(tx, 7, 1, now=NOW)
        reflections.add(tx, 7, TALK, occasion="one", now=NOW)

    def go_on(tx: Tx, fail: bool = False) -> int:
        row = reflections.latest_of(tx, 7)
        assert row is not None
        told: list[str] = []
        tx.db.set_trace_callback(told.append)
        for question in (row.question + 1, row.question + 2):
            talk = replace(row.reflection, question=question)
            reflections.save(tx, row.id, talk, now=NOW, ended=False)
            assert reflections.latest_of(tx, 7) == replace(row, question=question, reflection=talk)
        tx.db.set_trace_callback(None)
        if fail:
            raise ValueError
        return len(told)

    def question(tx: Tx) -> int:
        row = reflections.latest_of(tx, 7)
        assert row is not None and row.question == row.reflection.question
        return row.question

    await store.run(begin)
    before = await store.run(question)
    assert await store.run(go_on) == 0
    assert await store.run(question) == before + 2
    with pytest.raises(ValueError):
        await store.run(partial(go_on, fail=True))
    assert await store.run(question) == before + 2


async def test_no_view_hides_a_table_of_which_a_write_can_wait(store: Store) -> None:
    """A statement that reads a table by a view would not name it, so no view reads one that is written late."""
    views = await store.run(
        lambda tx: tx.db.execute("SELECT sql FROM sqlite_master WHERE type != 'table'").fetchall()
    )
    of_views = [row[0] for row in views if row[0] and row[0].startswith(("CREATE VIEW", "CREATE TRIGGER"))]
    assert len(of_views) > 2
    assert not [sql for sql in of_views if "reflections" in sql]
