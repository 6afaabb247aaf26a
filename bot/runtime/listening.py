"""Listening: a port of this machine at which an application of ours answers; nobody listens unless it is set."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.server import ServerState

LEAVE = 10.0
"""Seconds that requests under way have at the end."""


class PortTaken(Exception):
    """The port cannot be listened at; the sentence names it."""


@contextlib.asynccontextmanager
async def serve(app: ASGIApp, host: str, port: int) -> AsyncIterator[int]:
    """Answer requests until the block ends; what is under way then is finished. The port, also where it was 0."""
    settings = uvicorn.Config(
        app, log_config=None, log_level="critical", access_log=False, lifespan="off", ws="none"
    )
    settings.load()
    state, made = ServerState(), settings.http_protocol_class
    # uvicorn's protocol without its Server: signals stay ours
    protocol: Any = partial(made, config=settings, server_state=state, app_state={})  # type: ignore[call-arg]
    try:
        server = await asyncio.get_running_loop().create_server(protocol, host, port, backlog=256)
    except OSError as fault:
        raise PortTaken(f"{host}:{port} cannot be listened at ({type(fault).__name__})") from None
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        if state.tasks:
            await asyncio.wait(state.tasks, timeout=LEAVE)
        for connection in list(state.connections):
            transport = getattr(connection, "transport", None)
            if transport is not None:
                transport.close()
        await server.wait_closed()
