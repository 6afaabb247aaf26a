"""Backups: sealed, read back, rotated; a restore brings back everything but those who were erased since."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from opening import LATER, NOW, join, ring
from test_erase import live_a_life, settle

from bot.faults import StoreFault
from bot.store import backup, erase, ledger, migrate, people, response_writes, visits
from bot.store.db import Store, Tx
from bot.store.restore import restore
from bot.vault import Vault

DAY = timedelta(days=1)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "x.db"


async def filled(database: Path) -> None:
    """A coach 100, clients 7 and 8 with something in every table."""
    async with Store.open(database, ring(), lambda: NOW) as store:
        await store.run(settle)
        await store.run(lambda tx: live_a_life(tx, 8, "other"))


async def names(database: Path, vault: Vault | None = None) -> list[str | None]:
    """The clients of a database by name, each opened."""
    async with Store.open(database, vault or ring(), lambda: LATER) as store:
        return await store.run(lambda tx: [one.name for id in (7, 8) if (one := people.client(tx, id))])


def erased(client: int):  # type: ignore[no-untyped-def]
    return lambda tx: erase.client(tx, client, LATER)


async def test_a_backup_brings_everything_back(database: Path, tmp_path: Path) -> None:
    """Made while the bot writes, sealed; restored after the database was lost, every word is there again."""
    async with Store.open(database, ring(), lambda: NOW) as store:
        await store.run(settle)
        made = await store.back_up(tmp_path / "safe", NOW)
        await store.run(lambda tx: live_a_life(tx, 8, "other"))
    assert (made.clients, made.responses) == (1, 2)
    sealed = made.path.read_bytes()
    assert [b"planted" in sealed, b"SQLite" in sealed, made.path.stat().st_mode & 0o777] == [
        False,
        False,
        0o600,
    ]
    done = restore(made.path, database, ring(), LATER)
    assert (done.clients, done.erased) == (1, 0)
    assert await names(database) == ["planted"]
    assert done.aside is not None
    assert await names(done.aside) == ["planted", "other"]


async def test_no_backup_lets_a_browser_in_again(database: Path, tmp_path: Path) -> None:
    """Whoever was signed out since stays so: of a backup no browser and no link to a coach's pages comes back."""
    async with Store.open(database, ring(), lambda: NOW) as store:
        await store.run(settle)
        await store.run(lambda tx: visits.let_in(tx, visits.add(tx, 100, b"c" * 32, NOW), NOW))
        await store.run(lambda tx: visits.add_link(tx, b"l" * 32, 100, LATER + DAY))
    made = backup.make(database, ring(), tmp_path / "safe", NOW)
    restore(made.path, database, ring(), LATER)
    async with Store.open(database, ring(), lambda: LATER) as store:
        assert await store.run(lambda tx: visits.of_coach(tx, 100)) == ()
        assert await store.run(lambda tx: visits.link(tx, b"l" * 32)) is None


async def test_no_backup_brings_an_erased_client_back(database: Path, tmp_path: Path) -> None:
    """Whoever was erased since is erased again: also when the database and its ledger were lost."""
    await filled(database)
    safe = tmp_path / "safe"
    made = backup.make(database, ring(), safe, NOW)
    async with Store.open(database, ring(), lambda: LATER, safe) as store:
        await store.run(erased(7))
    for lost in ((), (database,), (database, ledger.beside(database))):
        remove(*lost)
        done = restore(made.path, database, ring(), LATER)
        assert (done.clients, done.erased) == (1, 1), lost
        assert await names(database) == ["other"]
        assert not holds(database, b"planted")
        assert await rows(database, 7) == 0


def holds(file: Path, words: bytes) -> bool:
    """Whether a file has the words somewhere."""
    return words in file.read_bytes()


def spoil(file: Path) -> None:
    """As a disk that wrote zeros."""
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\0" * 40960)


def left_over(folder: Path) -> list[str]:
    """Drafts that nobody took away."""
    return [one.name for one in folder.iterdir() if one.name.startswith(".")]


def remove(*files: Path) -> None:
    """As a disk that is gone."""
    for file in files:
        file.unlink()


async def rows(database: Path, client: int) -> int:
    """How many rows a client has in the tables of words."""
    sql = "SELECT count(*) FROM {} WHERE client_id = :id"
    tables = ("responses", "response_texts", "response_edits", "reflections", "digests", "told")
    async with Store.open(database, ring(), lambda: LATER) as store:
        return await store.run(
            lambda tx: sum(tx.db.execute(sql.format(one), {"id": client}).fetchone()[0] for one in tables)
        )


async def test_who_joins_again_after_an_erase_is_somebody_new(database: Path, tmp_path: Path) -> None:
    """A backup made after somebody erased and joined again brings them back as they are now."""
    await filled(database)
    async with Store.open(database, ring(), lambda: LATER) as store:
        await store.run(erased(7))
        await store.run(lambda tx: people.add_client(tx, 7, 100, now=LATER, state="active"))
        await store.run(lambda tx: people.change_client(tx, 7, name="anew"))
    made = backup.make(database, ring(), tmp_path / "safe", LATER)
    assert restore(made.path, database, ring(), LATER + DAY).erased == 0
    assert await names(database) == ["anew", "other"]


async def test_who_is_coach_as_well_is_erased_again_as_a_client(database: Path, tmp_path: Path) -> None:
    """The key stays for the coach's chat; the client's part of a backup is erased all the same."""
    async with Store.open(database, ring(), lambda: NOW) as store:
        await store.run(settle)
        await store.run(lambda tx: people.add_coach(tx, 7, now=NOW, state="active"))
    made = backup.make(database, ring(), tmp_path / "safe", NOW)
    async with Store.open(database, ring(), lambda: LATER) as store:
        await store.run(erased(7))
    assert restore(made.path, database, ring(), LATER).erased == 1
    async with Store.open(database, ring(), lambda: LATER) as store:
        assert await store.run(lambda tx: (people.client(tx, 7), people.coach(tx, 7) is None)) == (
            None,
            False,
        )


async def test_a_mark_says_nothing_without_the_key(database: Path) -> None:
    """The ledger's file holds no id, and the same client erased twice is two marks."""
    for _ in range(2):
        async with Store.open(database, ring(), lambda: NOW) as store:
            await store.run(lambda tx: join(tx))
            await store.run(lambda tx: people.change_client(tx, 7, name="planted"))
            await store.run(erased(7))
    marks = ledger.read(ledger.beside(database))
    assert len(marks) == 2
    assert ledger.beside(database).stat().st_mode & 0o777 == 0o600


async def test_a_ledger_that_a_full_disk_cut_is_made_whole(database: Path) -> None:
    """Half a line is no mark; the next start writes what the file lacks."""
    await filled(database)
    async with Store.open(database, ring(), lambda: LATER) as store:
        await store.run(erased(7))
    file = ledger.beside(database)
    whole = ledger.read(file)
    file.write_text(file.read_text()[:30])
    async with Store.open(database, ring(), lambda: LATER) as store:
        assert await store.write_ledger()
    assert ledger.read(file) == whole != frozenset()


@pytest.mark.parametrize("harm", ["cut", "one bit", "swapped", "longer", "empty", "no backup"])
async def test_a_file_that_is_not_whole_restores_nothing(harm: str, database: Path, tmp_path: Path) -> None:
    """Cut, changed, its blocks in another order, or anything else: a sentence, and the database stays."""
    await filled(database)
    made = backup.make(database, ring(), tmp_path / "safe", NOW)
    content = made.path.read_bytes()
    harmed = {
        "cut": content[:-1],
        "one bit": content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
        "swapped": content[: len(backup.HEADING)] + content[len(backup.HEADING) :][::-1],
        "longer": content + b"\xff\xff\xff\xff",
        "empty": b"",
        "no backup": b"SQLite format 3\0" + content,
    }[harm]
    made.path.write_bytes(harmed)
    with pytest.raises(StoreFault):
        restore(made.path, database, ring(), LATER)
    assert await names(database) == ["planted", "other"]
    assert left_over(tmp_path) == []


async def test_another_key_file_restores_nothing(database: Path, tmp_path: Path) -> None:
    """A backup of another installation, or after the key was lost: it says which file is to be put back."""
    await filled(database)
    made = backup.make(database, ring(), tmp_path / "safe", NOW)
    with pytest.raises(StoreFault, match="did not seal"):
        restore(made.path, database, Vault({1: b"x" * 32}), LATER)
    assert await names(database) == ["planted", "other"]


async def test_a_backup_from_before_a_new_master_key_restores(database: Path, tmp_path: Path) -> None:
    """The older lines of the key file open older backups."""
    await filled(database)
    made = backup.make(database, ring(), tmp_path / "safe", NOW)
    both = Vault({1: b"k" * 32, 2: b"n" * 32})
    restore(made.path, database, both, LATER)
    assert await names(database, both) == ["planted", "other"]


async def test_a_running_bot_is_not_restored_over(database: Path, tmp_path: Path) -> None:
    """The lock of the database is taken first: a bot that runs is named."""
    await filled(database)
    made = backup.make(database, ring(), tmp_path / "safe", NOW)
    async with Store.open(database, ring(), lambda: NOW):
        with pytest.raises(StoreFault, match="being written by process"):
            restore(made.path, database, ring(), LATER)


async def test_a_damaged_database_makes_no_backup(database: Path, tmp_path: Path) -> None:
    """What cannot be read is not taken for a backup, and the older ones stay."""
    await filled(database)
    spoil(database)
    with pytest.raises(StoreFault):
        backup.make(database, ring(), tmp_path / "safe", NOW)
    assert backup.files(tmp_path / "safe") == ()


async def test_a_schema_changes_only_after_a_backup(database: Path, tmp_path: Path) -> None:
    """A database of an older program is backed up, sealed, before the first migration; that backup restores."""
    old = sqlite3.connect(database, isolation_level=None)
    migrate.apply(old, migrate.files()[:-2], 0)
    old.close()
    async with Store.open(database, ring(), lambda: NOW, tmp_path / "safe"):
        pass
    (made,) = backup.files(tmp_path / "safe")
    assert restore(made, database, ring(), LATER).clients == 0
    async with Store.open(database, ring(), lambda: NOW, tmp_path / "safe"):
        pass
    assert backup.files(tmp_path / "safe") == (made,)


async def test_the_way_back_from_an_upgrade_is_the_backup_before_it(database: Path, tmp_path: Path) -> None:
    """An older program refuses what a newer one has changed; with the backup from before it takes all that was."""
    older = migrate.files()[:-2]
    db = sqlite3.connect(database, isolation_level=None)
    migrate.apply(db, older, 0)
    db.execute("INSERT INTO settings (key, value) VALUES ('planned-with', 'the older one')")
    db.close()
    async with Store.open(database, ring(), lambda: NOW, tmp_path / "safe") as store:
        await store.run(lambda tx: tx.db.execute("UPDATE settings SET value = 'the newer one'"))
    db = sqlite3.connect(database, isolation_level=None)
    with pytest.raises(StoreFault):
        migrate.apply(db, older, 1)
    db.close()
    (made,) = backup.files(tmp_path / "safe")
    back = tmp_path / "back.db"  # as the older program's restore unseals it
    with back.open("wb") as file:
        backup.unseal(made, ring(), file)
    db = sqlite3.connect(back, isolation_level=None)
    assert migrate.apply(db, older, 1) == 0
    assert (
        db.execute("SELECT value FROM settings WHERE key = 'planned-with'").fetchone()[0] == "the older one"
    )
    db.close()


def test_old_backups_go_and_the_newest_never(tmp_path: Path) -> None:
    """Rotation goes by the name's time; what is no backup is left alone."""
    for day in (1, 2, 3):
        (tmp_path / f"interlude-2026030{day}T031700Z.backup").touch()
    (tmp_path / "letters.backup").touch()
    assert backup.rotate(tmp_path, NOW, DAY) == 1
    assert backup.rotate(tmp_path, NOW + 90 * DAY, DAY) == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "interlude-20260303T031700Z.backup",
        "letters.backup",
    ]
    assert backup.rotate(tmp_path / "none", NOW, DAY) == 0


async def test_two_backups_of_one_second_are_two(database: Path, tmp_path: Path) -> None:
    """None writes over another."""
    await filled(database)
    made = [backup.make(database, ring(), tmp_path, NOW).path for _ in range(2)]
    assert len(set(made)) == 2
    assert set(backup.files(tmp_path)) == set(made)


async def test_a_large_database_is_several_blocks(database: Path, tmp_path: Path) -> None:
    """More than a megabyte is sealed block by block, and each opens only in its place."""
    async with Store.open(database, ring(), lambda: NOW) as store:
        await store.run(settle)
        await store.run(lambda tx: _large(tx))
    made = backup.make(database, ring(), tmp_path / "safe", NOW)
    assert made.size > 3 * backup.BLOCK
    restore(made.path, database, ring(), LATER)
    assert await names(database) == ["planted"]


def _large(tx: Tx) -> None:
    response_writes.note(tx, 7, 99, "w" * 3 * backup.BLOCK, visibility="private", now=NOW)
