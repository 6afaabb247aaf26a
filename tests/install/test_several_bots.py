"""Two bots in one process, each against its own simulated Telegram, as whoever runs them meets it."""

import asyncio
import json
import re
import signal
import socket
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.simulator import Simulator

ADMIN, COACH, CLIENT = 1, 2, 3
NORTH, SOUTH = "1:north-has-a-token-of-its-own", "2:south-has-another-token-again"


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory with nothing in it."""
    monkeypatch.chdir(tmp_path)


async def command(*words: str) -> Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", *words, stdout=PIPE, stderr=PIPE)


async def done(*words: str) -> tuple[int, str, str]:
    process = await command(*words)
    out, err = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode or 0, out.decode(), err.decode()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def settings(north: Simulator, south: Simulator, port: int = 0) -> None:
    """One settings file for both, and nothing else."""
    text = f'[health]\nport = {port}\n[logs]\nformat = "json"\n'
    for name, sim in (("north", north), ("south", south)):
        text += f'[[bots]]\nname = "{name}"\ntoken = "{sim.token}"\nadmins = [{ADMIN}]\n'
        text += f'[bots.telegram]\napi_url = "{sim.api_url}"\n'
    Path("config.toml").write_text(text)


def changed(old: str, new: str) -> None:
    """The settings with one word exchanged."""
    file = Path("config.toml")
    file.write_text(file.read_text().replace(old, new))


def backups(name: str) -> list[Path]:
    return list(Path("data/backups", name).glob("*.backup"))


@asynccontextmanager
async def running(port: int = 0) -> AsyncIterator[tuple[Simulator, Simulator, Process]]:
    """Two Telegrams, the house of each made by `interlude init`, and the process that runs both bots."""
    async with Simulator(token=NORTH, username="north_bot") as north, Simulator(token=SOUTH) as south:
        settings(north, south, port)
        code, said, wrong = await done("init")
        assert code == 0, wrong
        assert "interlude-north.db" in said and "interlude-south.key" in said
        process = await command("run")
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), 60)
        assert line == b"ready\n", (await process.communicate())[1]
        try:
            yield north, south, process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
                await asyncio.wait_for(process.communicate(), 30)


async def heard(sim: Simulator, chat: int, doing: Callable[[], object]) -> str:
    """What a chat reads next, after something was done there."""
    before = len(sim.texts(chat))
    doing()
    async with asyncio.timeout(30):
        while len(sim.texts(chat)) == before:  # noqa: ASYNC110 - another process answers
            await asyncio.sleep(0.02)
    await asyncio.sleep(0.3)  # what else belongs to it has come by then
    return "\n".join(sim.texts(chat)[before:])


async def coach(sim: Simulator, name: str) -> str:
    """A coach comes in; the payload of a link for a client."""
    sim.person("Ruth", ADMIN, started=True)
    sim.person(name, COACH, started=True)
    link = _payload(await heard(sim, ADMIN, lambda: sim.say(ADMIN, "/coach")))
    await heard(sim, COACH, lambda: sim.start(COACH, link))
    await heard(sim, COACH, lambda: sim.say(COACH, name))
    await heard(sim, COACH, lambda: sim.tap(COACH, "Yes"))
    await heard(sim, COACH, lambda: sim.say(COACH, "Lisbon"))
    sim.say(COACH, "/invite")
    async with asyncio.timeout(30):
        while not (links := [text for text in sim.texts(COACH) if "?start=" in text]):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    return _payload(links[-1])


def _payload(text: str) -> str:
    return str(re.findall(r"\?start=(\S+)", text)[-1])


def people_in(name: str) -> tuple[int, int]:
    db = sqlite3.connect(f"file:data/interlude-{name}.db?mode=ro", uri=True)
    try:
        rows = db.execute("SELECT (SELECT count(*) FROM coaches), (SELECT count(*) FROM clients)").fetchone()
        return int(rows[0]), int(rows[1])
    finally:
        db.close()


async def test_each_practice_knows_its_own_people_alone() -> None:
    """A coach of one bot is a stranger to the other; a link of one opens nothing at the other."""
    async with running() as (north, south, process):
        link = await coach(north, "Dana")
        south.person("Dana", COACH, started=True)
        assert "Dana" not in await heard(south, COACH, lambda: south.say(COACH, "/clients"))
        south.person("Ada", CLIENT, started=True)
        assert "Dana" not in await heard(south, CLIENT, lambda: south.start(CLIENT, link))
        assert people_in("north")[0] == 1
        assert people_in("south") == (0, 0)
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.communicate(), 30)
        assert process.returncode == 0


async def test_one_port_says_how_each_stands() -> None:
    """/healthz names both and answers 200 where both are ready; each metric has a line a bot."""
    port = free_port()
    async with running(port) as (north, _, _), httpx.AsyncClient(trust_env=False) as asked:
        north.person("Ruth", ADMIN, started=True)
        assert "/coach" in await heard(north, ADMIN, lambda: north.say(ADMIN, "/help"))
        answer = await asked.get(f"http://127.0.0.1:{port}/healthz")
        assert (answer.status_code, list(answer.json()["bots"])) == (200, ["north", "south"])
        text = (await asked.get(f"http://127.0.0.1:{port}/metrics")).text
        assert 'interlude_ready{bot="north"} 1.0' in text
        assert 'interlude_ready{bot="south"} 1.0' in text
        assert text.count("# HELP interlude_ready ") == 1
        assert 'interlude_updates_total{bot="north",kind="message"} 1.0' in text
        assert 'interlude_updates_total{bot="south",kind="message"}' not in text


async def test_commands_are_told_which_bot() -> None:
    """Without --bot a command for one names both; with it, it is about that one; the doctor looks at each."""
    async with running() as (_, _, _):
        code, _, wrong = await done("backup")
        assert (code, "several bots (north, south)" in wrong) == (2, True)
        code, said, wrong = await done("--bot", "south", "backup")
        assert code == 0, wrong
        assert "south" in said
        assert not backups("north")
        _, said, _ = await done("doctor", "--json")
        found = {one["bot"] for one in json.loads(said)["findings"]}
        assert found == {"", "north", "south"}
        assert {
            one["bot"]
            for one in json.loads((await done("--bot", "north", "doctor", "--json"))[1])["findings"]
        } == {
            "",
            "north",
        }


async def test_one_that_stops_leaves_the_others() -> None:
    """A second program takes one bot's updates: that one stops and its log line names it; the other answers on."""
    port = free_port()
    async with running(port) as (north, south, process), httpx.AsyncClient(trust_env=False) as asked:
        south.fail("getUpdates", times=-1, code=409, text="Conflict: terminated by other getUpdates request")
        async with asyncio.timeout(60):
            while (answer := await asked.get(f"http://127.0.0.1:{port}/healthz")).status_code == 200:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        assert (answer.json()["bots"]["north"]["ready"], answer.json()["ready"]) == (True, False)
        north.person("Ruth", ADMIN, started=True)
        assert "/coach" in await heard(north, ADMIN, lambda: north.say(ADMIN, "/help"))
        process.send_signal(signal.SIGTERM)
        _, log = await asyncio.wait_for(process.communicate(), 30)
        lines = [json.loads(line) for line in log.decode().splitlines()]
        assert {line["bot"] for line in lines if "stopped" in line["event"]} == {"south"}


async def test_one_that_cannot_begin_ends_all_with_its_name() -> None:
    """At the start nobody is served by half: a refused token is one line that names the bot, and exit code 2."""
    async with Simulator(token=NORTH) as north, Simulator(token=SOUTH) as south:
        settings(north, south)
        assert (await done("init"))[0] == 0
        changed(SOUTH, "3:a-token-that-telegram-never-gave")
        code, said, wrong = await done("run")
        assert (code, said) == (2, "")
        assert "bot south: " in wrong.splitlines()[-1]
