"""PostgreSQL: the same store, on a server of Debian's that these tests start; without one they say so."""

# ruff: noqa: ASYNC240 - a test may block on its own small files

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from opening import LATER, NOW, answer, begin, join, keep, ring
from postgres_server import Server, reason
from pydantic import ValidationError

from bot import vault
from bot.cli import moving
from bot.config import Config
from bot.faults import StoreFault
from bot.store import audit, backup, erase, migrate, move, notes, people, postgres, postgres_schema, restore
from bot.store.address import place, shown
from bot.store.connection import open_writing
from bot.store.db import Store, Tx
from bot.vault import Vault

pytestmark = pytest.mark.skipif(bool(reason()), reason=reason())


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.end()


@pytest.fixture
def url(server: Server) -> str:
    return server.database()


def lived(tx: Tx) -> None:
    """A client of a coach who has answered."""
    join(tx)
    keep(tx, begin(tx), answer(rating="4"), "session")
    notes.add(tx, 100, 7, "a note of mine", NOW)
    audit.add(tx, 100, "looked", NOW, 7)


def rows(tx: Tx) -> dict[str, list[tuple[object, ...]]]:
    """Everything that stands in some tables."""
    names = (
        "clients",
        "coaches",
        "reflections",
        "responses",
        "notes",
        "audit",
        "keys",
        "settings",
        "practices",
    )
    return {
        name: sorted(tuple(row) for row in tx.db.execute(f"SELECT * FROM {name}"))  # noqa: S608
        for name in names
    }


async def test_what_ran_is_there_after_another_opening(path: Path, url: str) -> None:
    """What a transaction wrote is there when the database is opened again, and no file was made for it."""
    async with Store.open(path, ring(), url=url) as store:
        await store.run(lived)
        before = await store.run(rows)
    async with Store.read_only(path, ring(), url=url) as store:
        assert await store.run(rows) == before
    assert not path.exists()


async def test_one_failing_undoes_only_itself(path: Path, url: str) -> None:
    """What raises leaves nothing, also where the database itself refused; what ran beside it stays."""

    def refused(tx: Tx) -> None:
        join(tx, 8)
        tx.db.execute("INSERT INTO settings (key, value) VALUES ('a', NULL)")

    async with Store.open(path, ring(), url=url) as store:
        await store.run(lived)
        with pytest.raises(sqlite3.IntegrityError):
            await store.run(refused)
        assert await store.run(lambda tx: [row["id"] for row in tx.db.execute("SELECT id FROM clients")]) == [
            7
        ]


async def test_one_process_writes(path: Path, tmp_path: Path, url: str) -> None:
    """A second process on the same database, also from another folder, is told that one writes already."""
    async with Store.open(path, ring(), url=url):
        with pytest.raises(StoreFault) as fault:
            async with Store.open(tmp_path / "other" / "x.db", ring(), url=url):
                pass
    assert fault.value.kind == "locked"


async def test_another_key_file_is_refused(path: Path, url: str) -> None:
    """A key file that opens no key of the database is named before anything is written."""
    async with Store.open(path, ring(), url=url):
        pass
    with pytest.raises(StoreFault, match="does not belong") as fault:
        async with Store.open(path, Vault({1: b"w" * 32}, "other.key"), url=url):
            pass
    assert fault.value.kind == "key"


async def test_a_fault_says_no_value_of_a_row(path: Path, url: str) -> None:
    """What PostgreSQL says of a row that it refuses is not handed on: it would hold words."""

    def twice(tx: Tx) -> None:
        for _ in range(2):
            tx.db.execute("INSERT INTO settings (key, value) VALUES ('planted', 'planted')")

    async with Store.open(path, ring(), url=url) as store:
        with pytest.raises(sqlite3.IntegrityError) as fault:
            await store.run(twice)
    assert "planted" not in str(fault.value)


async def test_a_number_that_was_asked_for_is_given_to_one_row(path: Path, url: str) -> None:
    """What is sealed for a row's number is in that row, one after the other."""

    def two(tx: Tx) -> list[str]:
        join(tx)
        for words in ("first", "second"):
            notes.add(tx, 100, 7, words, NOW)
        return [one.words for one in notes.of(tx, 100, 7)]

    async with Store.open(path, ring(), url=url) as store:
        assert sorted(await store.run(two)) == ["first", "second"]


async def test_the_audit_is_only_added_to(path: Path, url: str) -> None:
    """A row of the audit is neither changed nor taken out, and no rollback leaves a gap that looks like it."""

    def lost(tx: Tx) -> None:
        audit.add(tx, 100, "looked", NOW, 7)
        raise LookupError

    async with Store.open(path, ring(), url=url) as store:
        await store.run(lived)
        for sql in ("DELETE FROM audit", "UPDATE audit SET action = 'nothing'"):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                await store.run(lambda tx, sql=sql: tx.db.execute(sql))  # type: ignore[misc]
        with pytest.raises(LookupError):
            await store.run(lost)
        assert await store.run(audit.broken) is None


def columns(db: object, of: str) -> set[tuple[str, str]]:
    return {(row[0], row[1]) for row in db.execute(of)}  # type: ignore[attr-defined]


def test_both_engines_have_the_same_tables_and_columns(url: str) -> None:
    """A database of PostgreSQL has every table and column of SQLite's, and each index; a migration adds to both."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as ours:
        migrate.apply(ours, migrate.files(), 0)
        expected = {
            (t, c[1]) for t in postgres_schema.tables(ours) for c in ours.execute(f"PRAGMA table_info({t})")
        }
        indexes = {
            row[0]
            for row in ours.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql <> ''")
        }
    db = open_writing(Path("x"), ring(), NOW, url=url)
    with closing(db):
        found = columns(
            db,
            "SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t "
            "ON t.table_name = c.table_name AND t.table_schema = c.table_schema "
            "WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'",
        )
        there = {row[0] for row in db.execute("SELECT indexname FROM pg_indexes WHERE schemaname = 'public'")}
    assert found - {("audit_count", "seq")} == expected
    assert indexes <= there


def test_a_later_migration_is_said_in_its_words() -> None:
    """A migration that adds a table and a column goes into PostgreSQL as it is written for SQLite."""
    sql = (
        "CREATE TABLE x (id INTEGER PRIMARY KEY AUTOINCREMENT, words BLOB); ALTER TABLE y ADD COLUMN z TEXT;"
    )
    said = postgres_schema.of_one(migrate.Migration(9000, "later", sql))
    assert "IDENTITY PRIMARY KEY, words BYTEA" in said
    assert 'z TEXT COLLATE "C"' in said


def test_a_sentence_is_put_into_its_words() -> None:
    """Names of values, a percent sign, and what SQLite alone says; what stands in quotes stays."""
    said = postgres.translated("SELECT ':a', x FROM y CROSS JOIN z ON z.b IS :b WHERE x LIKE 'q%' AND c = ?")
    assert said == (
        "SELECT ':a', x FROM y JOIN z ON z.b IS NOT DISTINCT FROM %(b)s WHERE x LIKE 'q%%' AND c = %s"
    )


async def test_a_server_that_comes_back_is_gone_on_with(path: Path) -> None:
    """While the server is away a transaction says that it passes; once it is back the next one is done."""
    server = Server()
    try:
        async with Store.open(path, ring(), url=server.database()) as store:
            await store.run(lived)
            server.stop("fast")
            for _ in range(2):
                with pytest.raises(StoreFault) as fault:
                    await store.run(rows)
                assert fault.value.kind == "busy"
            server.start()
            assert len((await store.run(rows))["clients"]) == 1
            server.stop("fast")
            server.start()
            with pytest.raises(StoreFault):
                await store.run(partial(another, client_id=8))
            await store.run(partial(another, client_id=8))
            assert len((await store.run(rows))["clients"]) == 2
    finally:
        server.end()


def another(tx: Tx, client_id: int) -> None:
    people.add_client(tx, client_id, 100, now=NOW, state="active")


async def test_a_commit_in_doubt_is_cleared_up(path: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the line breaks after a commit was asked for, the database is asked whether it was done."""
    broken: list[str] = []
    real = postgres.Postgres._said

    def breaks(self: postgres.Postgres, sql: str, parameters: object = ()) -> postgres.Cursor:
        done = real(self, sql, parameters)
        if sql == "COMMIT" and broken == ["now"]:
            broken.append("done")
            self.close()
            raise StoreFault("busy", "the answer never came")
        return done

    async with Store.open(path, ring(), url=url) as store:
        monkeypatch.setattr(postgres.Postgres, "_said", breaks)
        broken.append("now")
        await store.run(lived)
        assert broken == ["now", "done"]
        assert len((await store.run(rows))["clients"]) == 1


async def test_a_house_moves_and_moves_back(path: Path, tmp_path: Path, url: str) -> None:
    """Every row arrives as it was, opens there, and what is added afterwards is numbered on; likewise back."""
    async with Store.open(path, ring()) as store:
        await store.run(lived)
        before = await store.run(rows)
        assert move.to_postgres(path, url) > 10
    async with Store.open(path, ring(), url=url) as store:
        assert await store.run(rows) == before
        assert [one.words for one in await store.run(lambda tx: notes.of(tx, 100, 7))] == ["a note of mine"]
        await store.run(lambda tx: notes.add(tx, 100, 7, "another", LATER))
        await store.run(lambda tx: audit.add(tx, 100, "looked", LATER, 7))
        assert await store.run(audit.broken) is None
        after = await store.run(rows)
    back = tmp_path / "back.db"
    move.to_file(url, back)
    async with Store.open(back, ring()) as store:
        assert await store.run(rows) == after
        await store.run(lambda tx: audit.add(tx, 100, "looked", LATER, 7))
        assert await store.run(audit.broken) is None


async def test_nothing_moves_into_a_house_that_is_lived_in(path: Path, url: str) -> None:
    """A database that holds an Interlude is not written over."""
    async with Store.open(path, ring(), url=url) as store:
        await store.run(lived)
    async with Store.open(path, ring()):
        pass
    with pytest.raises(StoreFault, match="already"):
        move.to_postgres(path, url)


async def test_a_backup_of_it_restores_without_who_was_erased_since(path: Path, url: str) -> None:
    """A backup is sealed as ever and restores into a file, where who was erased since is erased again."""
    folder = path.parent / "backups"
    async with Store.open(path, ring(), lambda: NOW, folder, url) as store:
        await store.run(lived)
        made = await store.back_up(folder, NOW)
        assert (made.clients, made.responses) == (1, 1)
        await store.run(partial(erase.client, client_id=7, now=LATER))
        assert not store.unwritten
        assert not store.unemptied
    back = restore.restore(made.path, path, ring(), LATER)
    assert (back.clients, back.erased) == (0, 1)
    assert backup.files(folder) == (made.path,)


async def test_the_command_moves_a_house_and_counts_it(path: Path, url: str) -> None:
    """`interlude move` brings everything there and back, and says how much it was."""
    key = path.parent / "x.key"
    path.parent.mkdir(parents=True)
    keys = vault.load_or_make(key, fresh=True)
    async with Store.open(path, keys) as store:
        await store.run(lived)
    said = {"database": {"path": path}, "security": {"key_file": key}, "backup": {"folder": path.parent}}
    rows_there, kept = await moving._moved(Config.model_validate(said), url)
    assert rows_there > 5
    assert "1 answered" in kept
    back = str(path.parent / "back.db")
    there = said | {"database": {"path": path, "url": url}}
    assert await moving._moved(Config.model_validate(there), back) == (rows_there, kept)


def test_another_engine_is_refused() -> None:
    """An address of another engine is no setting."""
    with pytest.raises(ValidationError, match="postgresql://"):
        Config.model_validate({"database": {"url": "mysql://x"}})


def test_no_password_is_shown() -> None:
    """What a database is called to people, and what is to be put into the settings, has no password in it."""
    url = "postgresql://interlude:secret@db.example.org/house"
    assert place(url) == "The PostgreSQL database house at db.example.org"
    assert "secret" not in shown(url)
    behind = "postgresql://host:5432/db?user=a&password=secret&sslmode=require"
    assert shown(behind) == "postgresql://host:5432/db?user=a&password=…&sslmode=require"
