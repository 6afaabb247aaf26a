"""What is sealed opens in its own row alone, and a database of before is brought so far when it is opened."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from opening import NOW, join, ring

from bot.store import (
    agreements,
    assignments,
    change_requests,
    coach_answers,
    goals,
    invites,
    keys,
    letters,
    notes,
    peer_notes,
    resealing,
)
from bot.store.agreements import Terms
from bot.store.db import Store, Tx
from bot.vault import VaultFault

HASHES = tuple(bytes([number] * 32) for number in (1, 2))


def _filled(tx: Tx) -> None:
    """Two of each for one client and one coach, at one instant."""
    join(tx)
    letters.put(tx, 100, "a@example.org", "123456")
    for number, hashed in enumerate(HASHES):
        word = f"word{number}"
        agreements.add(tx, 7, 100, Terms(number + 10, date(2026, 5, 1)), "1", NOW)
        assignments.add(tx, 7, 100, "question", NOW, words=word)
        change_requests.add(tx, 7, 100, "s", word, NOW)
        coach_answers.add(tx, 100, "s", "en", f"p{word}", word, NOW)
        goals.add(tx, 7, 100, [(word, "so")], NOW, by_coach=True, session=1)
        invites.add(tx, hashed, "client", 100, NOW, NOW + timedelta(days=1), word)
        letters.add(tx, 100, "overview", word, word, NOW)
        notes.add(tx, 100, 7, word, NOW)
        peer_notes.add(tx, 100, 7, word, "given", NOW)


def _read(tx: Tx) -> list[object]:
    """All of it, opened."""
    return [
        [one.terms for one in agreements.of_client(tx, 7)],
        [assignments.get(tx, 1), assignments.get(tx, 2)],
        change_requests.of_client(tx, 7),
        [(one.prompt, one.words) for one in coach_answers.of(tx, 100)],
        [one.goals for one in goals.of_client(tx, 7)],
        [invites.get(tx, one) for one in HASHES],
        letters.take(tx, NOW + timedelta(days=1)),
        notes.of(tx, 100, 7),
        [peer_notes.get(tx, 1), peer_notes.get(tx, 2)],
    ]


def _swapped(tx: Tx, table: str, column: str) -> None:
    (one, first), (two, second) = tx.db.execute(f"SELECT rowid, {column} FROM {table} LIMIT 2").fetchall()  # noqa: S608
    for number, value in ((one, second), (two, first)):
        tx.db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, number))  # noqa: S608


@pytest.mark.parametrize(("table", "column", "owner"), resealing.COLUMNS)
async def test_what_is_sealed_does_not_open_in_another_row(
    table: str, column: str, owner: str, path: Path
) -> None:
    """The values of two rows of one person, made at one instant, change places: neither opens."""
    async with Store.open(path, ring()) as store:
        await store.run(_filled)
        await store.run(_read)
        await store.run(lambda tx: _swapped(tx, table, column))
        with pytest.raises(VaultFault, match="does not open"):
            await store.run(_read)


async def test_what_is_sealed_does_not_open_in_another_column(path: Path) -> None:
    """The two sealed columns of one row change places: neither opens."""
    async with Store.open(path, ring()) as store:
        await store.run(_filled)
        await store.run(
            lambda tx: tx.db.execute("UPDATE coach_answers SET words = prompt, prompt = words WHERE id = 1")
        )
        with pytest.raises(VaultFault, match="does not open"):
            await store.run(lambda tx: coach_answers.of(tx, 100))


def _as_before(tx: Tx) -> None:
    """Every value sealed for its table alone, as an older program did, and one that opens no more."""
    for table, column, owner in resealing.COLUMNS:
        name = "lower(hex(token_hash))" if table == "invites" else "id"
        for number, row, whose, sealed in tx.db.execute(
            f"SELECT rowid, {name}, {owner}, {column} FROM {table}"  # noqa: S608
        ).fetchall():
            key = keys.read(tx.db, ring(), whose)
            assert key is not None
            words = key.open(f"{whose}|{table}|{column}|{row}", sealed)
            before = key.seal(f"{whose}|{table}|{column}", words)
            tx.db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (before, number))  # noqa: S608
    tx.db.execute("INSERT INTO notes (id, coach_id, client_id, words, at) VALUES (9, 101, 7, x'01', 1)")
    tx.db.execute("INSERT INTO notes (id, coach_id, client_id, words, at) VALUES (8, 100, 7, x'01', 1)")
    tx.db.execute("INSERT INTO settings (key, value) VALUES ('unbound', '1')")


async def test_a_database_of_before_is_sealed_anew_when_it_is_opened(path: Path) -> None:
    """Everything reads as it did, each value for its row; what did not open before is left alone."""
    async with Store.open(path, ring()) as store:
        await store.run(_filled)
        whole = await store.run(_read)
        await store.run(_as_before)
        with pytest.raises(VaultFault, match="does not open"):
            await store.run(_read)
    async with Store.open(path, ring()) as store:
        await store.run(lambda tx: tx.db.execute("DELETE FROM notes WHERE id > 7"))
        assert await store.run(_read) == whole
        assert await store.run(
            lambda tx: tx.db.execute("SELECT 1 FROM settings WHERE key = 'unbound'").fetchone()
        ) is None  # fmt: skip
