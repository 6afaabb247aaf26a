"""Health: a local port that says whether the bot lives and is ready, and what Prometheus asks for."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.faults import StoreFault
from bot.runtime import listening, metrics
from bot.runtime.house import House, log
from bot.store import gauges

STUCK = timedelta(minutes=10)
"""A row that nobody dealt with for so long, tries and pauses included, means that the worker is stuck."""

PATIENCE = 5.0
"""Seconds in which the store answers."""


def age(since: datetime | None, now: datetime) -> float | None:
    """Seconds since then; None where there is nothing."""
    return None if since is None else max(0.0, round((now - since).total_seconds(), 3))


async def standing(house: House) -> dict[str, Any]:
    """How the bot stands. Raises StoreFault or TimeoutError where its database does not answer."""
    now = house.clock.now()
    counted = await asyncio.wait_for(house.store.run(partial(gauges.read, now=now)), PATIENCE)
    unserved = age(counted.inbox.oldest, now)
    return {
        "live": unserved is None or unserved < STUCK.total_seconds(),
        "ready": house.tally.ready and not house.stop.is_set(),
        "oldest_unserved_seconds": unserved,
        "oldest_unsent_reply_seconds": age(counted.unsent, now),
        "last_update_seconds": age(house.tally.last_update, now),
        "telegram_away_seconds": age(house.tally.away, now),
    }


def application(house: House) -> ASGIApp:
    """GET /healthz and GET /metrics; nothing else."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await (await _answer(house, scope["method"], scope["path"]))(scope, receive, send)

    return app


async def _answer(house: House, method: str, path: str) -> Response:
    if method not in ("GET", "HEAD"):
        return Response(status_code=405)
    try:
        match path:
            case "/healthz":
                found = await standing(house)
                well = found["live"] and found["ready"]
                return Response(json.dumps(found), 200 if well else 503, media_type="application/json")
            case "/metrics":
                now = house.clock.now()
                counted = await asyncio.wait_for(house.store.run(partial(gauges.read, now=now)), PATIENCE)
                return Response(metrics.text(house, counted, now), media_type=metrics.KIND)
    except (StoreFault, TimeoutError):
        dead = {"live": False, "ready": False}
        return Response(json.dumps(dead), 503, media_type="application/json")
    return Response(status_code=404)


@contextlib.asynccontextmanager
async def open_port(house: House) -> AsyncIterator[int]:
    """The port of [health], as long as the bot runs; a port that is taken costs only this."""
    settings = house.config.health
    async with contextlib.AsyncExitStack() as stack:
        try:
            served = listening.serve(application(house), settings.listen, settings.port)
            yield await stack.enter_async_context(served)
        except listening.PortTaken as fault:
            log.error("there is no health and there are no metrics", fault=str(fault))
            yield 0
