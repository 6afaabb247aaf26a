"""The store and the world: full disks, wrong keys, damage, crashes at any moment."""


# ruff: noqa: ASYNC240 - a test may block on its own small files

import asyncio
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from opening import ring

from bot.faults import PASSING, StoreFault, of_sqlite
from bot.store.db import Store, Tx
from bot.vault import Vault


def put(key: str, value: str = "") -> Callable[[Tx], str]:
    """A transaction that writes one setting."""

    def fn(tx: Tx) -> str:
        tx.db.execute("INSERT INTO settings (key, value) VALUES (:k, :v)", {"k": key, "v": value})
        return key

    return fn


def settings_of(tx: Tx) -> set[str]:
    return {row["key"] for row in tx.db.execute("SELECT key FROM settings")}


async def test_the_wrong_key_file_is_named(path: Path) -> None:
    """A key file that does not belong to the database is refused before anything is written."""
    async with Store.open(path, ring()):
        pass
    with pytest.raises(StoreFault, match="does not belong") as fault:
        async with Store.open(path, Vault({1: b"w" * 32}, "other.key")):
            pass
    assert fault.value.kind == "key"
    assert "other.key" in str(fault.value)


@pytest.mark.parametrize(
    "content", [b"these bytes are no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000]
)
async def test_a_damaged_file_is_a_clear_fault(path: Path, content: bytes) -> None:
    """A file that is no database, or a damaged one, is refused with what to do."""
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreFault, match="estore a backup") as fault:
        async with Store.open(path, ring()):
            pass
    assert fault.value.kind == "damaged"


async def test_a_place_that_cannot_be_is_a_clear_fault(tmp_path: Path) -> None:
    """A path where no file can be made is refused in one sentence."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFault, match="cannot be made"):
        async with Store.open(tmp_path / "file" / "x.db", ring()):
            pass
    with pytest.raises(StoreFault, match="cannot be made"):
        async with Store.open(tmp_path, ring()):
            pass


async def test_a_full_disk_loses_the_step_and_nothing_else(store: Store) -> None:
    """When the disk is full everyone waiting is told so, nothing is half written, and later it goes on."""
    await store.run(put("before"))
    pages = await store.aside(lambda db: int(db.execute("PRAGMA page_count").fetchone()[0]))
    await store.aside(lambda db: db.execute(f"PRAGMA max_page_count = {pages}").fetchone())
    big = "x" * 100_000
    results = await asyncio.gather(
        store.run(put("one", big)), store.run(put("two", big)), return_exceptions=True
    )
    assert [isinstance(r, StoreFault) and r.kind for r in results] == ["full", "full"]
    assert all("full" in str(r) and "x" * 10 not in str(r) for r in results)
    await store.aside(lambda db: db.execute("PRAGMA max_page_count = 100000").fetchone())
    assert await store.run(settings_of) == {"before"}
    assert await store.run(put("after", big)) == "after"


async def test_a_lost_commit_is_told_to_everyone(store: Store) -> None:
    """When the whole commit is rolled back by the disk, those that had run are told too; none is half there."""

    def rolls_back(tx: Tx) -> None:
        tx.db.execute("ROLLBACK")
        raise sqlite3.OperationalError("gone")

    await store.run(put("first"))
    results = await asyncio.gather(
        store.run(put("one")),
        store.run(rolls_back),
        store.run(put("two")),
        return_exceptions=True,
    )
    assert all(isinstance(result, sqlite3.OperationalError) for result in results)
    assert await store.run(settings_of) == {"first"}


async def test_a_lock_held_elsewhere_is_a_passing_fault(store: Store) -> None:
    """When another program holds the file locked the fault says so and may pass by itself."""
    await store.aside(lambda db: db.execute("PRAGMA busy_timeout = 10").fetchone())
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreFault, match="locked") as fault:
        await store.run(put("a"))
    assert fault.value.kind in PASSING
    other.execute("ROLLBACK")
    other.close()
    assert await store.run(put("a")) == "a"


def test_a_bug_stays_a_bug(path: Path) -> None:
    """An error that is no fault of the disk is raised as it is."""
    error = sqlite3.IntegrityError("UNIQUE constraint failed")
    assert of_sqlite(error, path) is error
    other = KeyError("x")
    assert of_sqlite(other, path) is other


async def test_reading_nothing_is_a_clear_fault(path: Path) -> None:
    """Reading a database that is not there names the path and makes nothing."""
    with pytest.raises(StoreFault, match="no database"):
        async with Store.read_only(path, ring()):
            pass
    assert not path.exists()


async def test_a_copy_in_the_middle_is_whole(store: Store, tmp_path: Path) -> None:
    """A crash at any moment (here: the files as they lie on disk) leaves whole transactions only."""

    def pair(number: int) -> Callable[[Tx], None]:
        def fn(tx: Tx) -> None:
            put(f"a{number}")(tx)
            put(f"b{number}")(tx)

        return fn

    for number in range(20):
        await store.run(pair(number))
        copy = tmp_path / f"crash{number}" / "interlude.db"
        copy.parent.mkdir()
        for side in ("", "-wal"):
            Path(f"{copy}{side}").write_bytes(Path(f"{store.path}{side}").read_bytes())
        async with Store.open(copy, ring()) as again:
            found = await again.run(settings_of)
        assert found == {f"{letter}{n}" for letter in "ab" for n in range(number + 1)}


async def test_a_torn_log_leaves_whole_transactions(store: Store, tmp_path: Path) -> None:
    """A log cut off at any byte (power lost while writing) leaves a state between transactions."""
    for number in range(5):
        await store.run(lambda tx, n=number: (put(f"a{n}")(tx), put(f"b{n}")(tx)))  # type: ignore[misc]
    log = Path(f"{store.path}-wal").read_bytes()
    for cut in range(0, len(log), len(log) // 12):
        copy = tmp_path / f"cut{cut}" / "interlude.db"
        copy.parent.mkdir()
        copy.write_bytes(store.path.read_bytes())
        Path(f"{copy}-wal").write_bytes(log[:cut])
        async with Store.open(copy, ring()) as again:
            found = await again.run(settings_of)
        assert {name[1:] for name in found if name[0] == "a"} == {
            name[1:] for name in found if name[0] == "b"
        }


async def test_errors_carry_no_words(store: Store) -> None:
    """A transaction that breaks a rule of the schema shows no value in its error."""
    with pytest.raises(sqlite3.IntegrityError) as fault:
        await asyncio.gather(store.run(put("same", "planted")), store.run(put("same", "planted")))
    assert "planted" not in json.dumps(str(fault.value))


async def test_damage_met_later_is_a_clear_fault(path: Path) -> None:
    """A page that was damaged after the start is a fault of that transaction, with what to do."""
    async with Store.open(path, ring()) as store:
        await store.run(put("a", "x" * 50_000))
    content = bytearray(path.read_bytes())
    content[-40_000:-100] = b"\xff" * 39_900
    path.write_bytes(bytes(content))
    async with Store.open(path, ring()) as store:
        with pytest.raises(StoreFault, match="damaged"):
            await store.run(lambda tx: [tuple(row) for row in tx.db.execute("SELECT * FROM settings")])
