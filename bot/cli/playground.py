"""``interlude playground``: a practice in a browser, until somebody stops it."""

import asyncio
import socket
import sys
import tempfile
import webbrowser
from pathlib import Path

import uvicorn

from bot.cli.run import silence
from bot.cli.voice import complain, say
from bot.playground.sandbox import Sandbox, opened
from bot.playground.site import site
from bot.runtime import guard

LOOPBACK = ("127.0.0.1", "::1")


def playground(host: str, port: int, weeks: int, seed: int, show: bool) -> None:
    """Serve a fresh practice that is gone when it ends; where nobody can listen, one line and exit code 2."""
    silence()
    heard = listening(host, port)
    with tempfile.TemporaryDirectory(prefix="interlude-playground-") as folder:
        asyncio.run(_serve(Path(folder), heard, weeks, seed, show))


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; where it cannot, one line and exit code 2."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError:
        complain(f"nothing can listen on {host}:{port}; choose another with --port.")


async def _serve(folder: Path, heard: socket.socket, weeks: int, seed: int, show: bool) -> None:
    async with opened(folder, seed) as sandbox:
        filling = asyncio.create_task(sandbox.fill(weeks))
        try:
            await serve(sandbox, heard, show)
        finally:
            filling.cancel()
            await asyncio.wait([filling])


async def serve(sandbox: Sandbox, heard: socket.socket, show: bool) -> None:
    """Serve a sandbox until Ctrl-C; ``show``: open it in the browser of this machine."""
    host, port = heard.getsockname()[:2]
    hosts = guard.LOCAL if host in LOOPBACK else ("*",)
    made = uvicorn.Config(
        site(sandbox, hosts), log_level="critical", access_log=False, ws="none", timeout_graceful_shutdown=1
    )
    _tell(host, port, show)
    await uvicorn.Server(made).serve([heard])


def _tell(host: str, port: int, show: bool) -> None:
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{port}/"
    say(f"The playground is at {address} (Ctrl-C ends it, and nothing of it is kept).", markup=False)
    if host not in LOOPBACK:
        say("Whoever reaches this machine can see it and write in it.")
    if show and sys.stdout.isatty():
        webbrowser.open(address)
