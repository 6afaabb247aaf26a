"""A served simulator with its clients, and a clock that only moves when told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import telegram

from bot.simulator import Rates, RefusedCall, Simulator

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x90\x00\x00\x00\xc8\x08\x02\x00\x00\x00"
    b"a picture of 400 by 200, as far as its head tells"
)


@dataclass
class Moved:
    """A clock for tests: stands until forward() is called."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 21, 8, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass
class Served:
    """A simulator over HTTP with two clients."""

    sim: Simulator
    bot: telegram.Bot
    http: httpx.AsyncClient

    async def call(self, method: str, /, **args: Any) -> dict[str, Any]:
        """A call with a JSON body through raw httpx; the whole answer."""
        response = await self.http.post(f"/bot{self.sim.token}/{method}", json=args)
        answer: dict[str, Any] = response.json()
        assert response.status_code == answer.get("error_code", 200)
        return answer

    async def admin(self, name: str, /, **body: Any) -> Any:
        """A call of the admin API that goes well; its result."""
        answer = (await self.http.post(f"/_sim/{name}", json=body)).json()
        assert answer["ok"], answer
        return answer["result"]


def standing(limits: bool | Rates = False) -> tuple[Simulator, Moved]:
    """A simulator in process with a moved clock."""
    clock = Moved()
    return Simulator(clock, limits=limits), clock


@asynccontextmanager
async def served(sim: Simulator | None = None) -> AsyncIterator[Served]:
    """Serve a simulator (a new one without limits) with python-telegram-bot and httpx as clients."""
    sim = sim or Simulator(limits=False)
    async with sim:
        base = f"{sim.api_url}/bot"
        bot = telegram.Bot(sim.token, base_url=base, base_file_url=f"{sim.api_url}/file/bot")
        async with bot, httpx.AsyncClient(base_url=sim.api_url, timeout=10, trust_env=False) as http:
            yield Served(sim, bot, http)


def refusal(sim: Simulator, method: str, files: Any = None, /, **args: Any) -> str:
    """The description of a call that must be refused."""
    try:
        sim.call(method, files, **args)
    except RefusedCall as refused:
        return refused.description
    raise AssertionError(f"{method} was not refused")
