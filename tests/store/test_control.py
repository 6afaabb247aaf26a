"""The control socket: a command asks, the running bot answers."""

import asyncio
import socket
import stat
from pathlib import Path
from typing import Any

import pytest

from bot.faults import StoreFault
from bot.runtime import control_socket


async def echo(request: dict[str, Any]) -> dict[str, Any]:
    """A bot that says what it heard."""
    if request.get("do") == "fail":
        raise LookupError("planted words")
    return {"heard": request}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "x.db"


async def test_a_request_gets_its_reply(database: Path) -> None:
    """What is asked reaches the bot whole, and its reply comes back whole, many times over."""
    request = {"do": "publish", "source": "grüße\n" * 50_000}
    async with control_socket.serve(database, echo):
        assert await control_socket.ask(database, request) == {"heard": request}
        replies = await asyncio.gather(*(control_socket.ask(database, {"n": n}) for n in range(20)))
    assert replies == [{"heard": {"n": n}} for n in range(20)]


async def test_nobody_runs(database: Path) -> None:
    """Without a bot the answer is None, before it starts, after it ended, and when it was killed."""
    assert await control_socket.ask(database, {}) is None
    async with control_socket.serve(database, echo) as path:
        pass
    assert await control_socket.ask(database, {}) is None
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(str(path))
    dead.close()
    assert path.exists()
    assert await control_socket.ask(database, {}) is None
    async with control_socket.serve(database, echo):
        assert await control_socket.ask(database, {"a": 1}) == {"heard": {"a": 1}}


async def test_only_its_owner_can_ask(database: Path) -> None:
    """The socket is the owner's alone."""
    async with control_socket.serve(database, echo) as path:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_fault_is_named_without_its_words(database: Path) -> None:
    """A request that fails is answered with the kind of fault, and the next one is served."""
    async with control_socket.serve(database, echo):
        assert await control_socket.ask(database, {"do": "fail"}) == {"error": "LookupError"}
        assert await control_socket.ask(database, {"a": 1}) == {"heard": {"a": 1}}


@pytest.mark.parametrize("line", [b"no json\n", b"[1]\n", b"\xff\n"])
async def test_nonsense_is_answered(database: Path, line: bytes) -> None:
    """A line that is no request is answered with a fault and harms nobody."""
    async with control_socket.serve(database, echo) as path:
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(line)
        assert b"error" in await reader.readline()
        writer.close()
        await writer.wait_closed()
        assert await control_socket.ask(database, {}) == {"heard": {}}


async def test_too_long_a_line_is_dropped(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request larger than a line may be is broken off, and whoever asked is told."""
    monkeypatch.setattr(control_socket, "LONGEST_LINE", 1000)
    async with control_socket.serve(database, echo):
        with pytest.raises(StoreFault, match="did not reply"):
            await control_socket.ask(database, {"x": "y" * 100_000})
        assert await control_socket.ask(database, {}) == {"heard": {}}


async def test_a_silent_bot_is_not_waited_for(database: Path) -> None:
    """A bot that does not reply in time is a clear fault, not a hanging command."""
    release = asyncio.Event()

    async def silent(request: dict[str, Any]) -> dict[str, Any]:
        await release.wait()
        return {}

    async with control_socket.serve(database, silent):
        with pytest.raises(StoreFault, match="did not reply"):
            await control_socket.ask(database, {}, patience=0.01)
        release.set()


async def test_what_is_under_way_is_finished(database: Path) -> None:
    """A request that came before the end is answered before the socket goes."""
    started, release = asyncio.Event(), asyncio.Event()

    async def slow(request: dict[str, Any]) -> dict[str, Any]:
        started.set()
        await release.wait()
        return {"done": True}

    async with asyncio.TaskGroup() as group, control_socket.serve(database, slow):
        asked = group.create_task(control_socket.ask(database, {}))
        await started.wait()
        group.create_task(_set_soon(release))
    assert asked.result() == {"done": True}


async def _set_soon(event: asyncio.Event) -> None:
    await asyncio.sleep(0)
    event.set()


async def test_a_long_path_has_a_short_socket(tmp_path: Path) -> None:
    """A database whose path is too long for a socket has it under a short name in a folder of its own."""
    folder = tmp_path / ("x" * 100)
    folder.mkdir()
    async with control_socket.serve(folder / "interlude.db", echo) as path:
        assert len(str(path)) <= control_socket.LONGEST_PATH
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert await control_socket.ask(folder / "interlude.db", {"a": 1}) == {"heard": {"a": 1}}


async def test_a_database_in_the_temporary_folder_has_its_socket_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whose folder it is matters only where the socket has a short name in a folder of its own."""
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    folder = tmp_path / "mine"
    folder.mkdir(mode=0o755)
    async with control_socket.serve(folder / "interlude.db", echo) as path:
        assert path.parent == folder
        assert await control_socket.ask(folder / "interlude.db", {"a": 1}) == {"heard": {"a": 1}}


async def test_somebody_elses_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder for the short name that others could use is refused."""
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    long = tmp_path / ("x" * 120) / "interlude.db"
    control_socket.socket_path(long).parent.mkdir(mode=0o777)
    control_socket.socket_path(long).parent.chmod(0o777)
    with pytest.raises(StoreFault, match="somebody else's"):
        async with control_socket.serve(long, echo):
            pass


async def test_a_socket_that_cannot_be_made_is_a_clear_fault(tmp_path: Path) -> None:
    """Where no socket can be made one sentence says so."""
    with pytest.raises(StoreFault, match="cannot be made"):
        async with control_socket.serve(tmp_path / "nowhere" / "x.db", echo):
            pass


async def test_whoever_only_holds_the_line_is_let_go(database: Path) -> None:
    """A connection on which nothing is asked does not hold up the end."""
    async with control_socket.serve(database, echo) as path:
        reader, writer = await asyncio.open_unix_connection(path)
    assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()
