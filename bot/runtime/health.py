"""Health: a local port that says whether a bot lives and is ready, and what Prometheus asks for.

One port serves all bots of a process: each is named where there are several.
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.config import HealthSettings
from bot.faults import StoreFault
from bot.runtime import listening, metrics
from bot.runtime.house import House, log
from bot.store import gauges

STUCK = timedelta(minutes=10)
"""A row that nobody dealt with for so long, tries and pauses included, means that the worker is stuck."""

Houses = Callable[[], Mapping[str, House | None]]
"""The bots as they stand now, by name, "" the only one; None: it is not open."""

DEAD = {"live": False, "ready": False}

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


def application(houses: Houses) -> ASGIApp:
    """GET /healthz and GET /metrics; nothing else."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await (await _answer(houses(), scope["method"], scope["path"]))(scope, receive, send)

    return app


async def _answer(houses: Mapping[str, House | None], method: str, path: str) -> Response:
    if method not in ("GET", "HEAD"):
        return Response(status_code=405)
    match path:
        case "/healthz":
            each = {name: await _stands(house) for name, house in houses.items()}
            found = each[""] if list(each) == [""] else _all(each)
            return _said(found, 200 if found["live"] and found["ready"] else 503)
        case "/metrics":
            open_ones = {name: house for name, house in houses.items() if house is not None}
            try:
                collected = {name: await _collected(house) for name, house in open_ones.items()}
            except (StoreFault, TimeoutError):
                return _said(DEAD, 503)
            return Response(metrics.text(collected), media_type=metrics.KIND)
    return Response(status_code=404)


def _said(found: Mapping[str, Any], status: int) -> Response:
    return Response(json.dumps(found), status, media_type="application/json")


def _all(each: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """The process lives where each bot does, and is ready where each is."""
    well = {what: all(one[what] for one in each.values()) for what in DEAD}
    return {**well, "bots": dict(each)}


async def _stands(house: House | None) -> dict[str, Any]:
    try:
        return dict(DEAD) if house is None else await standing(house)
    except (StoreFault, TimeoutError):
        return dict(DEAD)


async def _collected(house: House) -> metrics.Collected:
    now = house.clock.now()
    counted = await asyncio.wait_for(house.store.run(partial(gauges.read, now=now)), PATIENCE)
    return metrics.Collected(house, counted, now)


@contextlib.asynccontextmanager
async def open_port(settings: HealthSettings, houses: Houses) -> AsyncIterator[int]:
    """The port of [health], as long as the process runs; a port that is taken costs only this."""
    async with contextlib.AsyncExitStack() as stack:
        try:
            served = listening.serve(application(houses), settings.listen, settings.port)
            yield await stack.enter_async_context(served)
        except listening.PortTaken as fault:
            log.error("there is no health and there are no metrics", fault=str(fault))
            yield 0
