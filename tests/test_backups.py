"""The commands `interlude backup` and `interlude restore`, and the bot's own nights."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import config, vault
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
    settings = config.load(None).model_copy(
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
