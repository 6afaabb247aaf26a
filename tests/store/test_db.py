"""The store: transactions, group commit, faults."""

# ruff: noqa: ASYNC240 - a test may block on its own small files

import asyncio
import json
import os
import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from opening import NOW, ring

from bot.store import keys, lock
from bot.store.db import Store, Tx
from bot.store.faults import PASSING, StoreFault, of_sqlite
from bot.vault import Vault, VaultFault


def put(key: str, value: str = "") -> Callable[[Tx], str]:
    """A transaction that writes one setting."""

    def fn(tx: Tx) -> str:
        tx.db.execute("INSERT INTO settings (key, value) VALUES (:k, :v)", {"k": key, "v": value})
        return key

    return fn


def settings_of(tx: Tx) -> set[str]:
    return {row["key"] for row in tx.db.execute("SELECT key FROM settings")}


async def test_what_ran_is_kept(path: Path) -> None:
    """What a transaction wrote is there after closing and opening again."""
    async with Store.open(path, ring()) as store:
        assert await store.run(put("a")) == "a"
    async with Store.open(path, ring()) as store:
        assert await store.run(settings_of) == {"a"}


async def test_what_raised_is_not_kept(store: Store) -> None:
    """A transaction that raises raises at its caller and leaves nothing."""

    def fails(tx: Tx) -> None:
        put("a")(tx)
        raise LookupError("no")

    with pytest.raises(LookupError):
        await store.run(fails)
    assert await store.run(settings_of) == set()


async def test_one_failing_undoes_only_itself(store: Store) -> None:
    """Of many transactions that share a commit the failing ones leave nothing, the others everything."""

    def either(number: int) -> Callable[[Tx], None]:
        def fn(tx: Tx) -> None:
            put(str(number))(tx)
            if number % 3 == 0:
                raise LookupError(number)

        return fn

    results = await asyncio.gather(*(store.run(either(n)) for n in range(30)), return_exceptions=True)
    assert [type(r) for r in results] == [LookupError if n % 3 == 0 else type(None) for n in range(30)]
    assert await store.run(settings_of) == {str(n) for n in range(30) if n % 3}


async def test_waiting_ones_share_a_commit_in_order(store: Store) -> None:
    """Transactions that wait together run in the order of their calls, in fewer commits than calls."""
    order: list[int] = []
    commits: list[str] = []
    await store.aside(
        lambda db: db.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
    )
    await asyncio.gather(*(store.run(lambda tx, n=n: order.append(n)) for n in range(100)))  # type: ignore[misc]
    assert order == list(range(100))
    assert len(commits) < 10


async def test_nobody_is_answered_before_the_commit(store: Store) -> None:
    """A caller gets its answer only when its rows are on disk: another connection sees them."""
    other = sqlite3.connect(store.path)

    async def one(number: int) -> bool:
        await store.run(put(str(number)))
        found = other.execute("SELECT 1 FROM settings WHERE key = ?", (str(number),)).fetchone()
        return found is not None

    assert all(await asyncio.gather(*(one(n) for n in range(20))))
    other.close()


async def test_a_cancelled_caller_harms_nobody(store: Store) -> None:
    """A caller that gives up leaves the others' transactions whole."""
    first = asyncio.create_task(store.run(put("first")))
    second = asyncio.create_task(store.run(put("second")))
    third = asyncio.create_task(store.run(put("third")))
    await asyncio.sleep(0)
    second.cancel()
    assert await first == "first"
    assert await third == "third"
    assert {"first", "third"} <= await store.run(settings_of)


async def test_closing_finishes_what_was_asked(path: Path) -> None:
    """Closing waits for the transactions under way; afterwards asking is a clear fault."""
    async with Store.open(path, ring()) as store:
        tasks = [asyncio.create_task(store.run(put(str(n)))) for n in range(5)]
        await asyncio.sleep(0)
    assert [await task for task in tasks] == ["0", "1", "2", "3", "4"]
    with pytest.raises(StoreFault, match="closed"):
        await store.run(settings_of)


async def test_files_are_for_their_owner_only(store: Store) -> None:
    """The database and its side files cannot be read by others."""
    await store.run(put("a"))
    names = [store.path, Path(f"{store.path}-wal"), Path(f"{store.path}-shm"), lock.file(store.path)]
    assert [stat.S_IMODE(name.stat().st_mode) for name in names] == [0o600] * 4


async def test_settings_of_the_connection(store: Store) -> None:
    """The connection is durable (WAL, FULL), keeps references and overwrites what is deleted."""

    def pragmas(db: sqlite3.Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        return [db.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    assert await store.aside(pragmas) == ["wal", 2, 1, 1, 5000]


async def test_a_second_writer_is_refused(store: Store) -> None:
    """A second process (or store) on the same file is told who writes it."""
    with pytest.raises(StoreFault, match=rf"process {os.getpid()} since 2026-03-02 10:00") as fault:
        async with Store.open(store.path, ring()):
            pass
    assert fault.value.kind == "locked"
    holder = lock.holder(store.path)
    assert holder is not None
    assert holder.since == NOW


async def test_the_lock_goes_with_the_store(path: Path) -> None:
    """After closing nobody holds the lock, also when opening failed."""
    assert lock.holder(path) is None
    async with Store.open(path, ring()):
        pass
    with pytest.raises(StoreFault):
        async with Store.open(path, Vault({1: b"w" * 32})):
            pass
    assert lock.holder(path) is None


async def test_an_unreadable_lock_still_locks(store: Store) -> None:
    """A lock whose note cannot be read says 'another process'."""
    lock.file(store.path).write_text("{")
    with pytest.raises(StoreFault, match="another process"):
        lock.take(store.path, NOW)


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


async def test_words_come_back_whole(store: Store) -> None:
    """Any text, also half a surrogate pair, comes back as it was sealed; NULL stays None."""
    words = "grüße \U0001f333 \ud83d \x00 end"

    def there_and_back(tx: Tx) -> tuple[str | None, str | None, bytes | None]:
        blob = tx.seal(7, "notes|words|1", words)
        return (
            tx.open_text(7, "notes|words|1", blob),
            tx.open_text(7, "x", None),
            tx.seal_or_none(7, "x", None),
        )

    assert await store.run(there_and_back) == (words, None, None)


async def test_a_rolled_back_key_is_not_used_again(store: Store) -> None:
    """A key made in a transaction that fails is forgotten with it: what is sealed later opens later."""

    def fails(tx: Tx) -> None:
        tx.seal(7, "a", "words")
        raise LookupError

    with pytest.raises(LookupError):
        await store.run(fails)
    blob = await store.run(lambda tx: tx.seal(7, "a", "words"))
    assert await store.run(lambda tx: tx.open(7, "a", blob)) == b"words"


async def test_a_forgotten_key_opens_nothing(store: Store) -> None:
    """After forgetting, what was sealed cannot be opened, at once or later, nor by a new key."""
    blob = await store.run(lambda tx: tx.seal(7, "a", "words"))

    def forget_and_try(tx: Tx) -> None:
        tx.open(7, "a", blob)
        tx.forget(7)
        with pytest.raises(VaultFault, match="erased"):
            tx.open(7, "a", blob)
        tx.seal(7, "a", "new words")
        with pytest.raises(VaultFault, match="does not open"):
            tx.open(7, "a", blob)

    await store.run(forget_and_try)
    with pytest.raises(VaultFault):
        await store.run(lambda tx: tx.open(7, "a", blob))


async def test_a_forgetting_that_failed_forgot_nothing(store: Store) -> None:
    """A key forgotten in a transaction that fails still opens."""
    blob = await store.run(lambda tx: tx.seal(7, "a", "words"))

    def fails(tx: Tx) -> None:
        tx.forget(7)
        raise LookupError

    with pytest.raises(LookupError):
        await store.run(fails)
    assert await store.run(lambda tx: tx.open(7, "a", blob)) == b"words"


async def test_a_forgotten_key_leaves_no_trace_on_disk(store: Store) -> None:
    """Right after a key was forgotten neither the file nor its log holds the wrapped key any more."""
    await store.run(lambda tx: tx.seal(7, "a", "words"))
    wrapped = await store.run(
        lambda tx: bytes(tx.db.execute("SELECT wrapped FROM keys WHERE owner = 7").fetchone()[0])
    )
    assert wrapped in Path(f"{store.path}-wal").read_bytes()
    await store.run(lambda tx: tx.forget(7))
    assert wrapped not in store.path.read_bytes()
    assert wrapped not in Path(f"{store.path}-wal").read_bytes()


async def test_keys_are_wrapped_anew(path: Path) -> None:
    """After a new master version every data key is re-wrapped once, and all texts still open."""
    two = Vault({1: b"k" * 32, 2: b"n" * 32})
    async with Store.open(path, ring()) as store:
        blob = await store.run(lambda tx: tx.seal(7, "a", "words"))
    async with Store.open(path, two) as store:
        assert await store.run(lambda tx: tx.rewrap_keys()) == 2
        assert await store.run(lambda tx: tx.rewrap_keys()) == 0
    async with Store.open(path, Vault({2: b"n" * 32})) as store:
        assert await store.run(lambda tx: tx.open(7, "a", blob)) == b"words"


async def test_fingerprints_are_keyed(store: Store, tmp_path: Path) -> None:
    """The same words give the same fingerprint in one house and another in another."""
    first = await store.run(lambda tx: tx.fingerprint(b"words"))
    assert await store.run(lambda tx: tx.fingerprint(b"words")) == first
    assert await store.run(lambda tx: tx.fingerprint(b"word")) != first
    async with Store.open(tmp_path / "other.db", ring()) as other:
        assert await other.run(lambda tx: tx.fingerprint(b"words")) != first


async def test_reading_while_the_bot_runs(store: Store) -> None:
    """A second, reading store sees what was committed, opens sealed words and cannot write."""
    blob = await store.run(lambda tx: tx.seal(7, "a", "words"))
    async with Store.read_only(store.path, ring()) as reader:
        assert await reader.run(lambda tx: tx.open(7, "a", blob)) == b"words"
        await store.run(put("later"))
        assert await reader.run(settings_of) == {"later"}
        with pytest.raises(StoreFault, match="cannot be written"):
            await reader.run(put("never"))
    assert await store.run(settings_of) == {"later"}


async def test_reading_without_the_bot(path: Path) -> None:
    """A reading store opens a database that no bot has open."""
    async with Store.open(path, ring()) as store:
        await store.run(put("a"))
    async with Store.read_only(path, ring()) as reader:
        assert await reader.run(settings_of) == {"a"}


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


async def test_the_house_has_a_key_from_the_start(store: Store) -> None:
    """Owner 0 has a key as soon as the database is made, so that a wrong key file is noticed at once."""
    owners = await store.run(lambda tx: [row["owner"] for row in tx.db.execute("SELECT owner FROM keys")])
    assert owners == [keys.HOUSE]


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


async def test_a_caller_that_gives_up_midway_is_not_answered(store: Store) -> None:
    """A caller cancelled while its transaction runs gets nothing, and the transaction is whole all the same."""
    inside, go = threading.Event(), threading.Event()

    def slow(tx: Tx) -> None:
        inside.set()
        go.wait(5)
        put("slow")(tx)

    task = asyncio.create_task(store.run(slow))
    await asyncio.to_thread(inside.wait, 5)
    task.cancel()
    go.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await store.run(settings_of) == {"slow"}
