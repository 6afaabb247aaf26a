"""The long poll: waiting for an update, one at a time, woken at once."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from bot.simulator.arguments import Call, Json
from bot.simulator.calls import ApiAnswer, Core
from bot.simulator.polling import HOOK_SET, LONGEST_POLL, OTHER_POLL
from bot.simulator.refused import RefusedCall, conflict

THROTTLE_WAIT = 3.0
THROTTLE_LIMIT = 0.5


@dataclass
class Poll:
    """The one getUpdates that may wait. Seconds here are real ones: a poll waits as a socket waits.

    throttle: slow down a bot that asks again and again with the same offset, as Telegram does.
    """

    core: Core
    throttle: bool = False
    waiting: "asyncio.Future[str] | None" = None
    last: tuple[int, float] = (0, -100.0)
    conflict_at: float = -100.0
    loop: asyncio.AbstractEventLoop | None = None

    def listen(self) -> None:
        """Be told of every update and change of the webhook. Once, inside the loop that will wait."""
        self.loop = asyncio.get_running_loop()
        if self._wake not in self.core.state.updates.listeners:
            self.core.state.updates.listeners.append(self._wake)
            self.core.state.webhook.listeners.append(self._hooked)

    def _wake(self) -> None:
        self._tell("update")

    def _hooked(self) -> None:
        if self.core.state.webhook.url:
            self._tell("webhook")

    def _tell(self, news: str) -> None:
        if self.waiting is not None and self.loop is not None:
            # people may act from another thread; the loop's own thread passes through here as well
            self.loop.call_soon_threadsafe(_settle, self.waiting, news)

    async def take(self, args: Json, token: str, gone: Callable[[], Coroutine[Any, Any, None]]) -> ApiAnswer:
        """getUpdates with its wait. gone: returns when the caller has hung up."""
        timeout, args = self._slowed(Call("getUpdates", args))
        answer = self.core.call("getUpdates", args, token=token)
        if not timeout or not answer.ok or answer.body["result"] or answer.manner != "plain":
            return answer
        news = await self._wait(timeout, gone)
        if news in ("other", "webhook"):
            await self._pause()
            return _refusal(conflict(OTHER_POLL if news == "other" else HOOK_SET))
        return self.core.call("getUpdates", args, token=token)

    def _slowed(self, call: Call) -> tuple[float, Json]:
        now, args = asyncio.get_running_loop().time(), dict(call.args)
        timeout: float = call.integer("timeout", 0, 0, LONGEST_POLL)
        offset, since = call.integer("offset"), now - self.last[1]
        if self.throttle and offset == self.last[0]:
            timeout = THROTTLE_WAIT if since < THROTTLE_WAIT and timeout < THROTTLE_WAIT else timeout
            args |= {"limit": 1} if since < THROTTLE_LIMIT else {}
        self.last = (offset, now)
        return timeout, args

    async def _wait(self, seconds: float, gone: Callable[[], Coroutine[Any, Any, None]]) -> str:
        if self.waiting is not None:
            _settle(self.waiting, "other")
        mine: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.waiting = mine
        leaving: asyncio.Future[Any] = asyncio.ensure_future(gone())
        try:
            await asyncio.wait([mine, leaving], timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            return mine.result() if mine.done() else "time"
        finally:
            leaving.cancel()
            if self.waiting is mine:
                self.waiting = None

    async def _pause(self) -> None:
        """Two pollers that chase each other are held back: the second conflict in 3 s comes late."""
        loop = asyncio.get_running_loop()
        if self.throttle and loop.time() - self.conflict_at < THROTTLE_WAIT:
            await asyncio.sleep(THROTTLE_WAIT)
        self.conflict_at = loop.time()


def _settle(future: "asyncio.Future[str]", news: str) -> None:
    if not future.done():
        future.set_result(news)


def _refusal(refused: RefusedCall) -> ApiAnswer:
    return ApiAnswer(
        refused.code, {"ok": False, "error_code": refused.code, "description": refused.description}
    )
