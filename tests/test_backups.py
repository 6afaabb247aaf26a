"""The commands `interlude backup` and `interlude restore`, and the bot's own nights."""

import asyncio
import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import config, config_file, vault
from bot.cli import main
from bot.clock import Clock, RealClock
from bot.runtime import tick
from bot.runtime.house import House
from bot.store import backup, people
from bot.store.db import Store, Tx

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
DATABASE, KEY = Path("data/interlude.db"), Path("data/interlude.key")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a database and its key, and nothing else."""
    monkeypatch.chdir(tmp_path)
    vault.make(KEY)
    asyncio.run(_written("Ada"))


async def _written(name: str) -> None:
    def fill(tx: Tx) -> None:
        people.add_coach(tx, 100, now=NOW, state="active")
        people.add_client(tx, 7, 100, now=NOW, state="active")
        people.change_client(tx, 7, name=name)

    async with Store.open(DATABASE, vault.load(KEY)) as store:
        await store.run(fill)


def asked(*words: str) -> tuple[int, str]:
    """What a command answers."""
    result = CliRunner().invoke(main.app, words)
    return result.exit_code, " ".join(result.output.split())


def name() -> str | None:
    """What the client in the database is called."""

    async def reading() -> str | None:
        async with Store.read_only(DATABASE, vault.load(KEY)) as store:
            found = await store.run(lambda tx: people.client(tx, 7))
            return found.name if found else None

    return asyncio.run(reading())


def test_a_lost_database_comes_back_by_two_commands() -> None:
    """backup, the disk is gone, restore: the client is there, and each line says what to do next."""
    code, said = asked("backup")
    assert (code, "Written and read back: data/backups/interlude-" in said, "clients: 1" in said) == (
        0,
        True,
        True,
    )
    DATABASE.unlink()
    (file,) = backup.files(Path("data/backups"))
    code, said = asked("restore", str(file), "--yes")
    assert (code, "Next: interlude doctor" in said) == (0, True)
    assert name() == "Ada"


def test_a_restore_is_asked_about_and_names_what_it_lacks() -> None:
    """Without --yes nothing happens; a file that is not there is answered with the newest that is."""
    asked("backup")
    (file,) = backup.files(Path("data/backups"))
    code, said = asked("restore", str(file))
    assert (code, "say --yes" in said) == (2, True)
    code, said = asked("restore", "elsewhere.backup", "--yes")
    assert (code, f"the newest is {file}" in said) == (2, True)
    code, said = asked("restore", str(file), "--yes", "--erased", "nowhere")
    assert (code, "there is no erase ledger nowhere" in said) == (2, True)
    Path("wrong").write_text("not a mark\n")
    code, said = asked("restore", str(file), "--yes", "--erased", "wrong")
    assert (code, "wrong holds no mark of an erase ledger" in said) == (2, True)
    assert [one.name for one in Path("data").glob("*before*")] == []


def test_a_backup_that_cannot_be_written_is_an_error() -> None:
    """A folder that is a file: one line with the remedy, exit code 1."""
    Path("full").touch()
    code, said = asked("backup", "--out", "full")
    assert (code, "No backup could be written to full" in said) == (1, True)


def test_a_folder_that_a_backup_makes_is_said() -> None:
    """A disk that is not mounted would else take each backup onto the disk that it is to outlive."""
    said = asked("backup", "--out", "mnt/elsewhere")[1]
    assert "The folder mnt/elsewhere was not there and was made" in said
    assert "was not there" not in asked("backup", "--out", "mnt/elsewhere")[1]


def test_a_damaged_database_is_called_damaged_by_a_backup() -> None:
    """Not a lack of room: the sentence says to stop and to restore."""
    with DATABASE.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(b"\xff" * 4096 * 30)
    code, said = asked("backup")
    assert (code, "damaged" in said, "room" in said) == (1, True, False)


def test_a_restore_says_whose_rights_are_back() -> None:
    """Who was taken out since the backup reads again: that is said, and the doctor names the file moved aside."""
    asked("backup")
    (file,) = backup.files(Path("data/backups"))
    said = asked("restore", str(file), "--yes")[1]
    assert "A coach who was taken out since is one again" in said
    assert "lies there since a restore" in " ".join(asked("doctor")[1].split())


def test_a_name_where_an_id_belongs_is_one_sentence() -> None:
    """export and erase take the Telegram id; a name is answered with where the id stands."""
    for words in (("export", "--client", "Ada", "--out", "a.json"), ("erase", "--client", "Ada", "--yes")):
        code, said = asked(*words)
        assert (code, "it takes the client's Telegram id" in " ".join(said.split())) == (2, True)


def test_the_erase_command_reaches_the_backups() -> None:
    """interlude erase, then an old backup: the client is erased again, and that is said."""
    asked("backup")
    assert asked("erase", "--client", "7", "--yes")[0] == 0
    (file,) = backup.files(Path("data/backups"))
    code, said = asked("restore", str(file), "--yes")
    assert (code, "Erased again, as they were since the backup: 1." in said) == (0, True)
    assert name() is None


@contextmanager
def a_night(keep_days: int) -> Iterator[tuple[House, Clock]]:
    """A house whose settings say how long backups stay."""
    clock = RealClock()
    settings = config_file.load(None).model_copy(
        update={"backup": config.Backup(folder=Path("b"), keep_days=keep_days)}
    )
    yield House(None, None, clock, settings), clock  # type: ignore[arg-type]


async def _saved(keep_days: int) -> int:
    with a_night(keep_days) as (house, clock):
        async with Store.open(DATABASE, vault.load(KEY), clock.now) as store:
            house.store = store
            await tick.save(house)
    return len(backup.files(Path("b")))


def test_each_night_has_its_backup_and_old_ones_go() -> None:
    """One a night, none where the setting is 0; those that are too old are deleted."""
    assert asyncio.run(_saved(0)) == 0
    old = Path("b")
    old.mkdir()
    for days in (40, 30):
        (old / f"interlude-{datetime.now(UTC) - timedelta(days=days):%Y%m%dT%H%M%S}Z.backup").touch()
    assert asyncio.run(_saved(14)) == 1


def test_a_night_without_room_costs_only_the_backup() -> None:
    """The folder may not be written: the night goes on."""
    Path("b").touch()
    assert asyncio.run(_saved(14)) == 0


def test_the_doctor_speaks_of_the_newest_backup() -> None:
    """None yet is well, a fresh one is well, one of last week is not."""
    assert "no backup yet in data/backups" in asked("doctor")[1]
    asked("backup")
    assert "the newest backup is of " in asked("doctor")[1]
    (file,) = backup.files(Path("data/backups"))
    file.rename(file.with_name(f"interlude-{datetime.now(UTC) - timedelta(days=7):%Y%m%dT%H%M%S}Z.backup"))
    assert "See what `interlude backup` says" in asked("doctor")[1]


def _files(folder: Path) -> dict[str, Path]:
    """What might be brought to a restore in place of a backup, by what it is."""
    asked("backup")
    (good,) = backup.files(Path("data/backups"))
    whole = good.read_bytes()
    ring = vault.load(KEY)
    made = {
        "nothing": b"",
        "a zip bomb": b"PK\x03\x04" + bytes(1000),
        "a tar with a path out of here": b"../../etc/passwd" + bytes(5000),
        "gzip": b"\x1f\x8b\x08" + bytes(100),
        "a bare database": DATABASE.read_bytes(),
        "only the heading": backup.HEADING,
        "a length of four gigabytes": backup.HEADING + b"\xff\xff\xff\xff" + whole[23:],
        "a key of no length": backup.HEADING + bytes(4) + whole[23:],
        "cut off": whole[:-10],
        "cut between two blocks": whole[: len(backup.HEADING) + 4 + 61],
        "more behind it": whole + b"\0\0\0\1x",
        "one bit": whole[:200] + bytes([whole[200] ^ 1]) + whole[201:],
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    for name, content in {
        "sealed by us, and no database": b"words " * 1000,
        "sealed by us, another program's database": _of_another(folder),
        "sealed by us, of a newer version": _newer(folder),
    }.items():
        (folder / "plain").write_bytes(content)
        with (folder / "plain").open("rb") as plain, (folder / name).open("wb") as file:
            backup._write(plain, len(content), ring, file)
    (folder / "a link to elsewhere").symlink_to("/etc/passwd")
    return {one.name: one for one in folder.iterdir() if one.name not in {"plain", "other.db", "newer.db"}}


def _of_another(folder: Path) -> bytes:
    with contextlib.closing(sqlite3.connect(folder / "other.db")) as db:
        db.execute("CREATE TABLE t (x)")
    return (folder / "other.db").read_bytes()


def _newer(folder: Path) -> bytes:
    shutil.copy(DATABASE, folder / "newer.db")
    with contextlib.closing(sqlite3.connect(folder / "newer.db", isolation_level=None)) as db:
        db.execute("INSERT INTO migrations (number, name, sha256, at) VALUES (9999, 'x', 'x', 1)")
        db.execute("PRAGMA journal_mode = DELETE")
    return (folder / "newer.db").read_bytes()


def test_a_hostile_archive_is_one_sentence_and_changes_nothing() -> None:
    """Whatever is brought in place of a backup: one line that says what it is, and the database is as it was."""
    folder = Path("brought")
    folder.mkdir()
    for what, file in _files(folder).items():
        before = {one: one.stat().st_ino for one in Path("data").iterdir()}
        code, said = asked("restore", str(file), "--yes")
        assert (code, said.count("interlude: "), "Traceback" in said) == (1, 1, False), (what, said)
        assert len(said) < 250, (what, said)
        assert {one: one.stat().st_ino for one in Path("data").iterdir()} == before, what
        assert name() == "Ada"


@pytest.mark.parametrize("what", ["a folder", "a device", "a pipe"])
def test_what_is_no_file_is_not_restored(what: str) -> None:
    """A folder, a device without an end, a pipe that nobody writes: said at once."""
    if what == "a folder":
        Path(what).mkdir()
    elif what == "a pipe":
        os.mkfifo(what)
    else:
        Path(what).symlink_to("/dev/zero")
    code, said = asked("restore", what, "--yes")
    assert (code, "there is no backup" in said) == (2, True)
