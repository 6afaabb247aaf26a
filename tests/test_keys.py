"""The master keys: where they come from, and a new one taken into use; a lost one is said at the start."""

import asyncio
import os
import secrets
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot import config, config_file, vault
from bot.cli import main
from bot.runtime import keyring
from bot.store import people
from bot.store.db import Store, Tx
from bot.vault import VaultFault

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
DATABASE, KEY = Path("data/interlude.db"), Path("data/interlude.key")
VARIABLE = "INTERLUDE_SECURITY__KEY"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a key file, and a database with a coach in it."""
    for name in [name for name in os.environ if name.startswith("INTERLUDE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INTERLUDE_TELEGRAM__TOKEN", "1:abc")
    monkeypatch.setenv("INTERLUDE_PEOPLE__ADMINS", "1")
    vault.make(KEY)
    used(vault.load(KEY), _joined)


def _joined(tx: Tx) -> None:
    people.add_coach(tx, 100, now=NOW, state="active")
    people.change_coach(tx, 100, name="Dana")


def used(ring: vault.Vault, do: Callable[[Tx], Any]) -> Any:
    """Something done in the database, opened with these master keys."""

    async def opened() -> Any:
        async with Store.open(DATABASE, ring) as store:
            return await store.run(do)

    return asyncio.run(opened())


def named(tx: Tx) -> str:
    """What the coach is called, if their key opens it."""
    found = people.coach(tx, 100)
    return found.name if found else ""


def versions(tx: Tx) -> set[int]:
    """The master keys by which data keys are wrapped."""
    return {row[0][0] for row in tx.db.execute("SELECT wrapped FROM keys")}


def asked(*words: str) -> tuple[int, str]:
    """What a command answers."""
    result = CliRunner().invoke(main.app, words)
    return result.exit_code, " ".join(result.output.split())


def newest_alone() -> vault.Vault:
    """The ring without its older lines."""
    return vault.parsed("the newest", KEY.read_text().splitlines()[-1])


def test_a_new_master_key_counts_at_once() -> None:
    """One command: a line more in the file, every data key wrapped by it, every text as it was."""
    code, said = asked("keys", "rotate")
    assert (code, "has version 2 now." in said, "Wrapped anew by version 2: 2 keys." in said) == (
        0,
        True,
        True,
    )
    assert used(newest_alone(), versions) == {2}
    assert used(newest_alone(), named) == "Dana"


def test_without_a_key_file_nothing_is_rotated() -> None:
    """A key file that is missing is said, and none is made."""
    KEY.unlink()
    code, said = asked("keys", "rotate")
    assert (code, "is missing" in said, KEY.exists()) == (2, True, False)


def test_the_last_version_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full ring is not rotated, and no line is printed for it."""
    KEY.write_text(f"255 {KEY.read_text().splitlines()[-1].split()[1]}\n")
    assert asked("keys", "rotate")[0] == 1
    code, said = asked("keys", "new")
    assert (code, "which is the last" in said) == (1, True)


def from_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is made."""


def from_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """All lines in one variable."""
    monkeypatch.setenv(VARIABLE, ",".join(lines()))
    KEY.unlink()


def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """The digits alone, as one has them in a secret store."""
    monkeypatch.setenv(VARIABLE, lines()[-1].split()[1])
    KEY.unlink()


def from_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a program prints."""
    KEY.rename("elsewhere")
    Path("config.toml").write_text('[security]\nkey_command = "cat elsewhere"\n')


def lines() -> list[str]:
    return [one for one in KEY.read_text().splitlines() if one[:1].isdigit()]


SOURCES = (from_file, from_environment, bare, from_command)


@pytest.mark.parametrize("source", SOURCES)
def test_a_master_key_comes_from_where_the_settings_say(
    source: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """File, environment, a command: the same database opens, is backed up and comes back; the doctor says which."""
    source(monkeypatch)
    ring = keyring.ring(config_file.load().security)
    assert used(ring, named) == "Dana"
    assert asked("backup")[0] == 0
    DATABASE.unlink()
    (file,) = Path("data/backups").glob("*.backup")
    assert asked("restore", str(file), "--yes")[0] == 0
    assert used(ring, named) == "Dana"
    assert keyring.name(config_file.load().security) in asked("doctor")[1]


@pytest.mark.parametrize("source", [from_environment, from_command])
def test_a_new_line_elsewhere_is_taken_into_use(
    source: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`keys new` prints the next line and changes nothing; once it is put there, `keys rotate` wraps by it."""
    code, line = asked("keys", "new")
    assert (code, line.split()[0], len(bytes.fromhex(line.split()[1]))) == (0, "2", 32)
    source(monkeypatch)
    assert "Version 1 is the newest" in asked("keys", "rotate")[1]
    if source is from_environment:
        monkeypatch.setenv(VARIABLE, f"{os.environ[VARIABLE]},{line}")
    else:
        with Path("elsewhere").open("a") as file:
            file.write(f"{line}\n")
    assert "Wrapped anew by version 2: 2 keys." in asked("keys", "rotate")[1]
    assert used(vault.parsed("the new line", line), named) == "Dana"


def test_without_any_key_the_first_line_is_printed() -> None:
    """For a place that is to have its first key."""
    KEY.unlink()
    assert asked("keys", "new")[1].startswith("1 ")


LOST: dict[str, tuple[Callable[[pytest.MonkeyPatch], Any], str]] = {
    "no file": (lambda _: KEY.unlink(), "is missing"),
    "an empty file": (lambda _: KEY.write_text(""), "There is no key in"),
    "half a line": (lambda _: KEY.write_text("1 ab\n"), "line 1: expected a number from 1 to 255"),
    "another key": (lambda _: KEY.write_text(f"1 {secrets.token_hex(32)}\n"), "does not belong to"),
    "a line that is gone": (lambda _: KEY.write_text(f"2 {secrets.token_hex(32)}\n"), "does not belong to"),
    "readable by others": (lambda _: KEY.chmod(0o644), "can be read by others"),
    "an environment with another": (
        lambda patch: patch.setenv(VARIABLE, secrets.token_hex(32)),
        f"{VARIABLE} does not belong to",
    ),
    "an environment with rubbish": (lambda patch: patch.setenv(VARIABLE, "secret"), f"{VARIABLE}, line 1"),
    "a command that is not there": (lambda _: commanded("no-such-program"), "cannot be run (FileNotFoundError)"),
    "a command that does not end well": (lambda _: commanded("false"), "ended with code 1 and gave no key"),
    "a command that says nothing": (lambda _: commanded("true"), "There is no key in the command"),
    "a command that is no command": (lambda _: commanded("cat '"), "cannot be run (ValueError)"),
    "a command of bytes": (lambda _: commanded(f"{sys.executable} -c 'print(chr(233))'"), "cannot be run"),
}  # fmt: skip


def commanded(command: str) -> None:
    Path("config.toml").write_text(f'[security]\nkey_command = "{command}"\n')


@pytest.mark.parametrize("how", LOST)
def test_a_lost_key_is_said_at_the_start(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot does not start; one sentence says which key is missing or wrong, and shows none; no key is made."""
    lose, sentence = LOST[how]
    before = KEY.read_text()
    lose(monkeypatch)
    code, said = asked("run")
    assert (code, sentence in said, "Traceback" in said) == (2, True, False), said
    assert not any(word in said for word in before.split() if len(word) == 64)
    assert asked("doctor")[0] == 1


def test_a_line_that_some_still_need_is_said_at_the_start() -> None:
    """A ring in which the house's key opens and a person's does not: named at the start, not met later."""
    old = KEY.read_text()
    vault.add_version(KEY)
    wrapped = vault.load(KEY)

    def house_alone(tx: Tx) -> None:
        (key,) = tx.db.execute("SELECT wrapped FROM keys WHERE owner = 0").fetchone()
        tx.db.execute("UPDATE keys SET wrapped = ? WHERE owner = 0", (wrapped.rewrap(0, key),))

    used(vault.load(KEY), house_alone)
    KEY.write_text(KEY.read_text().splitlines()[-1] + "\n")
    assert old not in KEY.read_text()
    code, said = asked("run")
    assert (code, "wrapped by master key version 1, which" in said) == (2, True)


def test_a_ring_that_does_not_open_all_is_not_taken() -> None:
    """A running house keeps its keys where the new ones lack a line; what is sealed next still opens."""
    ring = vault.load(KEY)

    async def tried() -> dict[str, Any]:
        async with Store.open(DATABASE, ring) as store:
            with pytest.raises(VaultFault, match="does not"):
                await store.renew(vault.parsed("another", f"2 {secrets.token_hex(32)}"))
            assert await store.run(named) == "Dana"
            return await keyring.rotated(store, config.Security(key_file=Path("nowhere")))

    reply = asyncio.run(tried())
    assert (reply["done"], "Nothing was changed." in reply["text"]) == (False, True)
    assert used(ring, versions) == {1}


def test_a_key_that_was_damaged_stops_nobody() -> None:
    """A person's data key that opens no more is left as it is: everybody else's is wrapped anew."""
    used(vault.load(KEY), lambda tx: tx.seal(7, "a", "words"))
    used(vault.load(KEY), lambda tx: tx.db.execute("UPDATE keys SET wrapped = x'0102' WHERE owner = 7"))
    assert "Wrapped anew by version 2: 2 keys." in asked("keys", "rotate")[1]
    assert used(vault.load(KEY), named) == "Dana"


def test_a_master_key_in_the_settings_file_is_refused() -> None:
    """It would lie beside the token; the sentence says where it is taken from, and repeats no key."""
    key = secrets.token_hex(32)
    Path("config.toml").write_text(f'[security]\nkey = "{key}"\n')
    code, said = asked("doctor")
    assert (code, VARIABLE in said, "line 2" in said, key in said) == (2, True, True, False)


def test_two_places_for_a_key_are_one_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Environment and command at once: nobody guesses which counts."""
    commanded("cat elsewhere")
    monkeypatch.setenv(VARIABLE, secrets.token_hex(32))
    code, said = asked("doctor")
    assert (code, "are both set" in said) == (2, True)


@pytest.mark.parametrize("source", [from_environment, from_command])
def test_init_makes_no_key_where_one_is_given(
    source: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A new database is sealed by what environment or command give; no key file is made beside it."""
    from bot.cli import init

    source(monkeypatch)
    DATABASE.unlink()
    chosen = config_file.load()
    asyncio.run(init.make_house(chosen))
    assert (DATABASE.exists(), KEY.exists()) == (True, False)
    assert used(keyring.ring(chosen.security), versions) == {1}
