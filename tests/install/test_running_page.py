"""Every `interlude …` of docs/running.md is run here, on one installation from its first day to its restore."""

import asyncio
import json
import os
import re
import sys
from asyncio.subprocess import PIPE, Process
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import vault
from bot.simulator import Simulator
from bot.store import backup, people
from bot.store.db import Store, Tx

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "running.md").read_text("utf-8")
COMMAND = re.compile(r"(?:^ {4}|`|&& |bin/)interlude ([a-z][^\n`]*)", re.MULTILINE)
CLIENT = 4711


def plain(words: str) -> str:
    """A command without what is another one's path or day."""
    words = re.sub(r"\S*\.backup", "BACKUP", words.strip())
    return re.sub(r"\S*config\.toml", "CONFIG", words)


def write(path: str, text: str) -> None:
    Path(path).write_text(text)


async def started(*words: str) -> Process:
    """Start `interlude` here, as a process of its own, with nothing set in the environment."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INTERLUDE_")}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *words,
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        env={**kept, "PYTHONPATH": str(ROOT)},
    )


async def _client() -> None:
    """Somebody about whom there is something to take out and to erase."""

    def fill(tx: Tx) -> None:
        now = datetime.now(UTC)
        people.add_coach(tx, 100, now=now, state="active")
        people.add_client(tx, CLIENT, 100, now=now, state="active")

    async with Store.open(Path("data/interlude.db"), vault.load(Path("data/interlude.key"))) as store:
        await store.run(fill)


async def test_every_command_of_the_page_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Begin, look, run, back up, take out, erase, change the key, stop, restore; and no command is left out."""
    monkeypatch.chdir(tmp_path)
    done: list[str] = []

    async def does(words: str, *more: str) -> str:
        process = await started(*words.split(), *more)
        out, err = await asyncio.wait_for(process.communicate(b""), 60)
        assert process.returncode == 0, f"{words}: {out.decode()[-400:]} {err.decode()[-400:]}"
        done.append(plain(words))
        return out.decode()

    async def running(words: str) -> Process:
        process = await started(*words.split())
        assert process.stdout is not None
        assert await asyncio.wait_for(process.stdout.readline(), 60) == b"ready\n"
        done.append(plain(words))
        return process

    async def ends(process: Process) -> None:
        process.terminate()
        await process.communicate()
        assert process.returncode == 0

    async with Simulator(limits=False) as sim:
        sim.person("Ruth", CLIENT, started=True)
        write("token.txt", sim.token)
        await does(f"init --token-file token.txt --admin {CLIENT}", "--api-url", sim.api_url)
        assert "config.toml" in await does("init")  # it overwrites nothing
        await _client()
        await does("doctor")
        bot = await running(f"run --config {tmp_path}/config.toml")
        await does("doctor")
        assert json.loads(await does("doctor --json"))["well"]
        await does("scripts lint")
        await does("backup")
        (made,) = backup.files(Path("data/backups"))
        await does(f"export --client {CLIENT} --out ada.json")
        assert (tmp_path / "ada.json").exists()
        await does(f"erase --client {CLIENT} --yes")
        await does("keys rotate")
        await ends(bot)
        await does(f"restore {made} --yes")
        await does("doctor")
        bot = await running("run")
        await ends(bot)
    named = {plain(words) for words in COMMAND.findall(PAGE)}
    assert named <= set(done), named - set(done)
