"""The audit is only added to, and what was changed from outside is found."""

import sqlite3
from pathlib import Path

import pytest
from opening import NOW, join, ring

from bot.store import audit, erase
from bot.store.db import Store, Tx


def _three(tx: Tx) -> None:
    join(tx)
    for action in ("digest sent", "digest read", "digest opened"):
        audit.add(tx, 100, action, NOW, 7)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM audit WHERE id = 2",
        "UPDATE audit SET action = 'nothing' WHERE id = 2",
        "UPDATE audit SET at = at + 1 WHERE id = 2",
        "UPDATE audit SET subject = 8 WHERE id = 2",
        "UPDATE audit SET actor = 5 WHERE id = 2",
        "UPDATE audit SET link = 'x' WHERE id = 2",
    ],
)
async def test_the_database_refuses_to_change_the_audit(tmp_path: Path, sql: str) -> None:
    """No row is deleted or rewritten, whoever asks."""
    async with Store.open(tmp_path / "a.db", ring()) as store:
        await store.run(_three)
        with pytest.raises(sqlite3.IntegrityError, match="only added to"):
            await store.run(lambda tx: tx.db.execute(sql))
        assert await store.run(audit.broken) is None


@pytest.mark.parametrize(
    ("sql", "row"),
    [
        ("DELETE FROM audit WHERE id = 2", 3),
        ("DELETE FROM audit WHERE id = 3", 3),
        ("UPDATE audit SET action = 'nothing' WHERE id = 2", 2),
        ("UPDATE audit SET subject = 8 WHERE id = 1", 1),
        ("UPDATE audit SET link = NULL WHERE id = 2", 2),
    ],
)
async def test_what_was_changed_from_outside_is_found(tmp_path: Path, sql: str, row: int) -> None:
    """Whoever takes the triggers away and writes leaves a row that does not follow from those before."""
    async with Store.open(tmp_path / "a.db", ring()) as store:
        await store.run(_three)

        def meddle(tx: Tx) -> None:
            tx.db.execute("DROP TRIGGER audit_stays")
            tx.db.execute("DROP TRIGGER audit_remains")
            tx.db.execute(sql)

        await store.run(meddle)
        assert await store.run(audit.broken) == row


async def test_an_erase_takes_ids_and_breaks_nothing(tmp_path: Path) -> None:
    """After an erase no row names the client, and the audit is still whole."""
    async with Store.open(tmp_path / "a.db", ring()) as store:
        await store.run(_three)
        await store.run(lambda tx: erase.client(tx, 7, NOW))
        assert await store.run(audit.broken) is None
        left = await store.run(lambda tx: tx.db.execute("SELECT subject, nonce FROM audit").fetchall())
        assert [tuple(one) for one in left[:3]] == [(None, None)] * 3


async def test_rows_from_before_are_not_looked_at(tmp_path: Path) -> None:
    """An audit that was begun unchained is chained from its next row on."""
    async with Store.open(tmp_path / "a.db", ring()) as store:
        await store.run(
            lambda tx: tx.db.execute("INSERT INTO audit (at, actor, action) VALUES (1, 2, 'old')")
        )
        assert await store.run(audit.broken) is None
        await store.run(_three)
        assert await store.run(audit.broken) is None
