"""Somebody who asks the playground for pages, as from one of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from bot.playground.sandbox import Sandbox
from bot.playground.site import site

HOME = "http://127.0.0.1:8077"


@asynccontextmanager
async def home(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    """A client whose requests say that they come from this site."""
    through = httpx.ASGITransport(app=site(sandbox))
    headers = {"Origin": HOME, "Sec-Fetch-Site": "same-origin"}
    async with httpx.AsyncClient(transport=through, base_url=HOME, headers=headers) as made:
        yield made
