"""The control socket: how a command asks the running bot, which alone may write its database.

One JSON object each way, a line each, over a Unix socket that only its owner can use. It lies beside the database,
or, where that path is too long for a socket, under a short name in the folder for temporary files.
"""

import asyncio
import contextlib
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.faults import StoreFault

Handler = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]

LONGEST_PATH = 100
"""A socket's path may have 108 bytes on Linux and 104 elsewhere."""

LONGEST_LINE = 4 * 1024 * 1024
"""Bytes of a request or reply: a script and its issues have room."""

PATIENCE = 60.0
"""Seconds that a command waits for its reply."""


def socket_path(database: Path) -> Path:
    """Where the socket of a database is."""
    beside = database.absolute().with_name(database.name + ".sock")
    if len(os.fsencode(beside)) <= LONGEST_PATH:
        return beside
    name = hashlib.sha256(os.fsencode(beside)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"interlude-{os.getuid()}" / f"{name}.sock"


@contextlib.asynccontextmanager
async def serve(database: Path | str, handler: Handler) -> AsyncIterator[Path]:
    """Answer requests until the block ends; what is under way then is finished.

    Call it only while holding the lock of the database. An exception of the handler becomes the reply
    ``{"error": kind}`` without its message, which may hold words.
    """
    path = socket_path(Path(database))
    _make_room(Path(database), path)
    talks: set[asyncio.Task[None]] = set()
    busy: set[asyncio.Future[Any]] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.create_task(_talk(reader, writer, handler, busy))
        talks.add(talk)
        talk.add_done_callback(talks.discard)
        talk.add_done_callback(lambda _: writer.close())  # also of one that was let go before it began

    server = await _listen(path, connected)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)
        for _ in range(3):  # nobody new can come; whoever is at the door comes in before it is closed
            await asyncio.sleep(0)
        server.close()
        await _finish(talks, busy)


async def ask(
    database: Path | str, request: dict[str, Any], patience: float = PATIENCE
) -> dict[str, Any] | None:
    """The running bot's reply; None when no bot runs on this database.

    Raises StoreFault when one runs but gives no reply in time, or breaks off.
    """
    try:
        reader, writer = await asyncio.open_unix_connection(socket_path(Path(database)), limit=LONGEST_LINE)
    except (FileNotFoundError, ConnectionRefusedError):
        return None
    except OSError as fault:
        raise StoreFault(
            "locked", f"The bot cannot be asked ({type(fault).__name__}). Is it another user's?"
        ) from None
    try:
        async with asyncio.timeout(patience):
            writer.write(_line(request))
            await writer.drain()
            return _object(await reader.readline())
    except (OSError, ValueError, TimeoutError):
        raise StoreFault(
            "locked", "The bot runs but did not reply. Look at its log, then try again."
        ) from None
    finally:
        await _close(writer)


async def _listen(path: Path, connected: Callable[[asyncio.StreamReader, asyncio.StreamWriter], None]) -> Any:
    before = os.umask(0o177)  # the socket is made for its owner only, without a moment in between
    try:
        return await asyncio.start_unix_server(connected, path, limit=LONGEST_LINE)
    except OSError as fault:
        raise StoreFault(
            "readonly", f"The control socket {path} cannot be made ({type(fault).__name__})."
        ) from None
    finally:
        os.umask(before)


def _make_room(database: Path, path: Path) -> None:
    """The socket's folder, owned by this user alone when it is a temporary one; a dead socket is taken away."""
    if path.name != database.name + ".sock":
        path.parent.mkdir(mode=0o700, exist_ok=True)
        found = path.parent.lstat()
        if found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) != 0o700:
            raise StoreFault(
                "readonly", f"{path.parent} is somebody else's. Give the database a shorter path."
            )
    with contextlib.suppress(FileNotFoundError):
        path.unlink()


async def _finish(talks: set[asyncio.Task[None]], busy: set[asyncio.Future[Any]]) -> None:
    """Let requests under way be answered; whoever only holds the line is let go."""
    if busy:
        await asyncio.wait(busy, timeout=PATIENCE)
    for talk in talks:
        talk.cancel()
    await asyncio.gather(*talks, return_exceptions=True)


async def _talk(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    handler: Handler,
    busy: set[asyncio.Future[Any]],
) -> None:
    answered: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    try:
        line = await reader.readline()
        busy.add(answered)
        writer.write(_line(await _reply(line, handler)))
        await writer.drain()
    except (OSError, ValueError):
        pass  # whoever asked has gone, or sent more than a line may have
    finally:
        busy.discard(answered)
        if not answered.done():
            answered.set_result(None)
        await _close(writer)


async def _reply(line: bytes, handler: Handler) -> dict[str, Any]:
    try:
        return await handler(_object(line))
    except Exception as fault:
        return {"error": type(fault).__name__}


def _object(line: bytes) -> dict[str, Any]:
    found = json.loads(line)
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def _line(message: dict[str, Any]) -> bytes:
    return json.dumps(message).encode() + b"\n"


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
