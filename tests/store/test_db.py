"""The store: transactions, group commit, faults."""

# ruff: noqa: ASYNC240 - a test may block on its own small files

import asyncio
import os
import sqlite3
import stat
import threading
from collections.abc import Callable
from math import inf
from pathlib import Path
from time import monotonic

import pytest
from opening import NOW, ring

from bot import lock
from bot.faults import StoreFault
from bot.store import keys
from bot.store.db import Store, Tx
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


@pytest.mark.parametrize(("longest", "shared"), [(0.0, False), (inf, True)])
async def test_how_long_a_commit_takes_asks_is_set(store: Store, longest: float, shared: bool) -> None:
    """With no time each transaction is a commit of its own, with endless time all that wait share one."""
    commits: list[str] = []
    await store.aside(
        lambda db: db.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
    )
    store.longest = longest
    await asyncio.gather(*(store.run(lambda tx: None) for _ in range(20)))
    assert len(commits) == (1 if shared else 20)


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


async def test_a_reader_holds_up_nobody_and_the_log_is_emptied_after_it(store: Store) -> None:
    """While another process reads, a forgotten key stays in the log, nobody waits for that, and then it goes."""
    await store.run(lambda tx: tx.seal(7, "a", "words"))
    wrapped = await store.run(
        lambda tx: bytes(tx.db.execute("SELECT wrapped FROM keys WHERE owner = 7").fetchone()[0])
    )
    reader = sqlite3.connect(store.path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM keys").fetchone()
    began = monotonic()
    await store.run(lambda tx: tx.forget(7))
    assert not await store.empty_log()
    assert monotonic() - began < 2
    assert wrapped in Path(f"{store.path}-wal").read_bytes()
    reader.close()
    assert await store.empty_log()
    assert wrapped not in Path(f"{store.path}-wal").read_bytes()
    assert wrapped not in store.path.read_bytes()
    assert await store.aside(lambda db: db.execute("PRAGMA busy_timeout").fetchone()[0]) == 5000


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


async def test_the_house_has_a_key_from_the_start(store: Store) -> None:
    """Owner 0 has a key as soon as the database is made, so that a wrong key file is noticed at once."""
    owners = await store.run(lambda tx: [row["owner"] for row in tx.db.execute("SELECT owner FROM keys")])
    assert owners == [keys.HOUSE]


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
