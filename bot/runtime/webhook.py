"""Webhook: Telegram brings updates to an address of ours; each is a row on disk before it is answered with 200.

Who does not know the secret gets a number and nothing else, and leaves no line in the log.
"""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from telegram import error

from bot.faults import StoreFault
from bot.runtime import receive as polled
from bot.runtime.house import House, log
from bot.runtime.work import where
from bot.store import inbox, memory

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST = 1024 * 1024
"""Bytes of an update; Telegram's have some thousand."""

Serve = Callable[[ASGIApp, str, int], AbstractAsyncContextManager[Any]]


def secret_of(token: str) -> str:
    """What Telegram shows with each update: follows from the token, so that nothing more is to be kept."""
    return hmac.new(token.encode(), b"interlude webhook", hashlib.sha256).hexdigest()


def application(house: House) -> ASGIApp:
    """What answers at the webhook's address."""
    path = urlsplit(house.config.webhook.url).path
    secret = secret_of(house.config.telegram.token.get_secret_value()).encode()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            status = await _answer(house, Request(scope, receive), path, secret)
            if status != 200:
                house.tally.refused[status] += 1
            await Response(status_code=status)(scope, receive, send)

    return app


async def _answer(house: House, request: Request, path: str, secret: bytes) -> int:
    """Keep the update, and the number that says so; every other number where it was not kept."""
    if not hmac.compare_digest(request.url.path.encode(), path.encode()):
        return 404
    if request.method != "POST":
        return 405
    if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret):
        return 401
    body = await _body(request)
    if body is None:
        return 413
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return 400
    return await _keep(house, raw) if isinstance(raw, dict) else 400


async def _body(request: Request) -> bytes | None:
    """The whole body, b"" where whoever sent it has gone, None where it is too large for an update."""
    parts, size = list[bytes](), 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > LARGEST:
                return None
            parts.append(part)
    except ClientDisconnect:
        return b""
    return b"".join(parts)


async def _keep(house: House, raw: dict[str, Any]) -> int:
    if house.stop.is_set():
        return 503  # Telegram brings it again after the start
    try:
        await house.store.run(partial(inbox.add_updates, raws=[raw], now=house.clock.now()))
    except StoreFault as fault:
        await house.endure(fault)
        return 503
    except Exception as fault:
        log.error("an update could not be kept, Telegram brings it again", fault=where(fault))
        return 500
    house.kept([raw])
    return 200


async def receive(house: House, ready: Callable[[], None], serve: Serve) -> None:
    """Take what Telegram brings until the house stops; ``ready`` is called once it knows the address."""
    hook = house.config.webhook
    async with serve(application(house), hook.listen, hook.port):
        if await _told(house):
            ready()
        await house.stop.wait()


async def _told(house: House) -> bool:
    """Tell Telegram the address, as often as it takes; False where the house stops before."""
    hook, tries = house.config.webhook, 0
    secret = secret_of(house.config.telegram.token.get_secret_value())
    while not house.stop.is_set():
        try:
            await house.store.run(partial(memory.put, key=polled.HOOKED, value=hook.url))
            await asyncio.wait_for(house.api.push_to(hook.url, secret, hook.connections), 60)
        except StoreFault as fault:
            await house.endure(fault)
            continue
        except error.BadRequest as fault:
            reason = str(fault.message)[:120]
            house.give_up(
                f"Telegram does not take [webhook] url ({reason}). docs/running.md says what it needs"
            )
        except error.InvalidToken as fault:
            house.give_up(polled.end_of(fault) or polled.REFUSED)
        except (error.TelegramError, TimeoutError) as fault:
            tries += 1
            log.warning("the webhook could not be set, trying again", fault=type(fault).__name__, tries=tries)
            await polled.pause(house, fault, tries)
            continue
        else:
            return True
    return False
