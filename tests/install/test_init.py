"""``interlude init`` against a simulated Telegram: what it makes, what it learns, that it overwrites nothing."""

import asyncio
import os
import re
import stat
import sys
import tomllib
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import config_file
from bot.cli.main import app
from bot.simulator import Simulator

ADMIN, OTHER = 42, 77
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("INTERLUDE_")}


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory with nothing in it, and no settings in the environment."""
    for name in set(os.environ) - set(ENVIRONMENT):
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


async def command(*words: str) -> Process:
    """Start `interlude` here, as a process of its own."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=ENVIRONMENT
    )


async def done(*words: str) -> tuple[int, str, str]:
    process = await command(*words)
    out, err = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode or 0, out.decode(), err.decode()


def told(sim: Simulator, *more: str) -> list[str]:
    """The words of a command that is told everything but the admin."""
    write("token.txt", f"{sim.token}\n")
    return ["init", "--token-file", "token.txt", "--api-url", sim.api_url, *more]


def content(path: str) -> bytes:
    return Path(path).read_bytes()


def write(path: str, text: str) -> None:
    Path(path).write_text(text)


def there(path: str) -> bool:
    return Path(path).exists()


def mode(path: str) -> int:
    return stat.S_IMODE(os.stat(path).st_mode)


async def test_everything_that_a_first_start_needs_is_made() -> None:
    """Settings, key and database are there afterwards, for their owner alone; bot and doctor take them."""
    async with Simulator() as sim:
        sim.person("Ruth", ADMIN, started=True)
        code, said, _ = await done(*told(sim, "--admin", str(ADMIN)))
        assert code == 0
        here = os.getcwd()
        for made in ("config.toml", "data/interlude.db", "data/interlude.key"):
            assert f"{here}/{made}" in said
            assert mode(made) == 0o600
        assert "Copy" in said
        assert sim.token not in said
        settings = config_file.load()
        assert settings.people.admins == (ADMIN,)
        assert settings.telegram.api_url == sim.api_url
        assert (await done("doctor"))[0] == 0
        bot = await command("run")
        assert bot.stdout is not None
        assert await asyncio.wait_for(bot.stdout.readline(), 60) == b"ready\n"
        bot.terminate()
        await bot.communicate()
        assert bot.returncode == 0


async def test_the_admin_is_who_sends_the_code() -> None:
    """Other people's words do not make an admin, and are not taken from the bot that will answer them."""
    async with Simulator() as sim:
        for number in (OTHER, ADMIN):
            sim.person(f"P{number}", number, started=True)
        sim.say(OTHER, "hello?")
        process = await command(*told(sim))
        code = await shown_code(process)
        sim.say(OTHER, "0")
        sim.say(ADMIN, f"/start {code}")
        await asyncio.wait_for(process.communicate(), 60)
        assert process.returncode == 0
        assert config_file.load().people.admins == (ADMIN,)
        assert "bot reacts to #1: 👌" in "\n".join(sim.transcript(ADMIN))
        assert len(sim.pending()) == 3


async def test_a_code_that_only_the_admin_waited_with_is_taken_away() -> None:
    """On a new bot the code is not answered once more when the bot starts."""
    async with Simulator() as sim:
        sim.person("Ruth", ADMIN, started=True)
        process = await command(*told(sim))
        sim.say(ADMIN, await shown_code(process))
        await asyncio.wait_for(process.communicate(), 60)
        assert (process.returncode, list(sim.pending())) == (0, [])


async def shown_code(process: Process) -> str:
    assert process.stdout is not None
    while line := await asyncio.wait_for(process.stdout.readline(), 60):
        if found := re.search(rb": +(\d{6})$", line.strip()):
            return found[1].decode()
    raise AssertionError("no code was shown")


async def test_it_overwrites_nothing() -> None:
    """A second time everything stays byte for byte, and it says so; a lost key is not replaced."""
    async with Simulator() as sim:
        words = told(sim, "--admin", str(ADMIN))
        await done(*words)
        kept = {name: content(name) for name in ("config.toml", "data/interlude.key")}
        code, said, _ = await done(*words)
        assert (code, "stays as it is" in said) == (0, True)
        assert {name: content(name) for name in kept} == kept
        os.remove("data/interlude.key")
        code, _, wrong = await done(*words)
        assert (code, "Put it back" in wrong) == (2, True)
        assert not there("data/interlude.key")


async def test_what_was_begun_is_finished() -> None:
    """Killed after the settings or after the key, it goes on from there."""
    async with Simulator() as sim:
        words = told(sim, "--admin", str(ADMIN))
        await done(*words)
        key = content("data/interlude.key")
        os.remove("data/interlude.db")
        assert (await done("init"))[0] == 0
        assert content("data/interlude.key") == key
        assert there("data/interlude.db")


async def test_a_token_that_telegram_does_not_know_makes_nothing() -> None:
    """A wrong token, a thing that is none and a server that is away are one line each, and nothing is written."""
    async with Simulator() as sim:
        for token in ("1:wrong", "not a token", ""):
            words = told(sim, "--admin", "1")
            write("token.txt", token)
            code, _, wrong = await done(*words)
            assert code == 2
            assert wrong.count("\n") == 1
        gone = [*told(sim, "--admin", "1")[:-3], "http://127.0.0.1:9", "--admin", "1"]
    code, _, wrong = await done(*gone)
    assert (code, wrong.count("\n")) == (1, 1)
    assert os.listdir() == ["token.txt"]


async def test_what_the_environment_says_stays_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token from the environment is in no file."""
    async with Simulator() as sim:
        for name, value in {"TELEGRAM__TOKEN": sim.token, "TELEGRAM__API_URL": sim.api_url}.items():
            monkeypatch.setitem(ENVIRONMENT, f"INTERLUDE_{name}", value)
        code, _, wrong = await done("init", "--admin", "5")
        assert (code, wrong) == (0, "")
    assert sim.token not in content("config.toml").decode()
    assert tomllib.loads(content("config.toml").decode())["people"]["admins"] == [5]


# ---- what never begins anew -----------------------------------------------------------------------


@contextmanager
def settings(text: str = "") -> Iterator[None]:
    write("config.toml", f'[telegram]\ntoken = "1:a"\n[people]\nadmins = [1]\n{text}')
    os.chmod("config.toml", 0o600)
    yield


def ran(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.mark.parametrize(
    "words",
    ["run", "erase --client 1 --yes", "export --client 1 --out a.json", "scripts publish"],
)
def test_only_init_begins_a_house(words: str) -> None:
    """Every command that needs a database says that there is none and what makes one, and makes nothing."""
    with settings():
        result = ran(*words.split())
    assert result.exit_code == 2
    assert "There is no database" in result.stderr
    assert "`interlude init`" in result.stderr
    assert os.listdir() == ["config.toml"]


async def test_without_scripts_the_bot_does_not_start() -> None:
    """An empty folder of scripts is one clear line and exit code 2, not `ready`."""
    async with Simulator() as sim:
        await done(*told(sim, "--admin", str(ADMIN)))
        os.mkdir("empty")
        text = content("config.toml").decode()
        write("config.toml", text.replace('# path = "prompts"', 'path = "empty"'))
        code, said, wrong = await done("run")
        assert (code, said) == (2, "")
        assert "there is no script to ask from" in wrong.splitlines()[-1]
        assert f"{os.getcwd()}/empty" in wrong.splitlines()[-1]
