"""What keeps a page to itself: names it answers to, no word from other sites, and a policy for the browser."""

import asyncio
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = ("127.0.0.1", "localhost", "[::1]")
"""The names that a page on this machine has."""

PAGE = (
    "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
FILE = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Content security policies: of our own pages, and of files that people sent."""

SAFE = ("GET", "HEAD", "OPTIONS")

PATIENCE = 10.0
"""Seconds that a form may take to come in."""

LEAVES = {"Connection": "close"}
"""Said with a refusal of what was not read to its end: nobody waits for the rest of it."""


class Walls:
    """Refuses what another site sends, and says to the browser what a page may do."""

    def __init__(self, app: ASGIApp, largest: int = 0) -> None:
        """``largest``: bytes that a form may have, where nothing else is sent; 0: whatever the pages take."""
        self.app, self.largest = app, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        if scope["method"] not in SAFE and not own(Headers(scope=scope)):
            refusal = PlainTextResponse("This was sent from another site, and is not taken.", 403)
            return await refusal(scope, receive, send)
        if scope["method"] not in SAFE and self.largest and not small(Headers(scope=scope), self.largest):
            return await PlainTextResponse("Too large.", 413, LEAVES)(scope, receive, send)

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", PAGE)
                headers["X-Content-Type-Options"] = "nosniff"
                if self.largest:
                    headers["Cache-Control"] = "no-store"
                headers["Referrer-Policy"] = "same-origin"  # with less, older browsers send forms from "null"
            await send(message)

        return await self.app(scope, bounded(receive, self.largest) if self.largest else receive, said)


def bounded(receive: Receive, largest: int, patience: float = PATIENCE) -> Receive:
    """What is sent, as long as it is as small as it may be, whatever it says of itself, and soon here."""
    left, until = largest, asyncio.get_running_loop().time() + patience

    async def received() -> Message:
        nonlocal left
        try:
            async with asyncio.timeout_at(until):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, headers=LEAVES) from None
        left -= len(message.get("body", b""))
        if left < 0:
            raise HTTPException(413, headers=LEAVES)
        return message

    return received


def own(headers: Headers) -> bool:
    """Whether a request comes from a page of ours: by what the browser says of it, or from no browser."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    if (
        origin == "null"
    ):  # a page that tells nobody whence it comes sends no more; no other site writes the first
        return site == "same-origin"
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def small(headers: Headers, largest: int) -> bool:
    """Whether a form says of itself how large it is, and is not larger than that."""
    said = headers.get("content-length", "")
    return said.isdecimal() and int(said) <= largest


def middleware(hosts: tuple[str, ...], largest: int = 0) -> list[Middleware]:
    """In the order in which a request meets them."""
    return [Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)), Middleware(Walls, largest=largest)]
