"""Pushing updates to a webhook: in order within a chat, at once across chats, again until taken."""

import asyncio
import contextlib
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import httpx

from bot.simulator.arguments import whole
from bot.simulator.calls import Core
from bot.simulator.state import Webhook
from bot.simulator.updates import Update

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LONGEST_WAIT = 3600.0
GONE_FOR = timedelta(hours=23)


def patience(attempt: int) -> float:
    """Seconds before the next try after so many failed ones: none, then doubling up to a minute or two."""
    if attempt <= 1:
        return 0.0
    return min(2.0 ** (attempt - 2), random.uniform(60.0, 120.0))  # noqa: S311 - spreads retries, keeps no secret


@dataclass
class Push:
    """The pusher of one core; idle while no webhook is set. Waits are real seconds, as patience says."""

    core: Core
    patience: Callable[[int], float] = patience
    client: httpx.AsyncClient | None = None
    busy: set[str] = field(default_factory=set)
    tasks: set["asyncio.Task[None]"] = field(default_factory=set)
    loop: asyncio.AbstractEventLoop | None = None

    def listen(self) -> None:
        """Be told of updates and of the webhook. Once, inside the loop that will push."""
        self.loop = asyncio.get_running_loop()
        if self._wake not in self.core.state.updates.listeners:
            self.core.state.updates.listeners.append(self._wake)
            self.core.state.webhook.listeners.append(self._wake)

    def _wake(self) -> None:
        if self.core.state.webhook.url and self.loop is not None:
            self.loop.call_soon_threadsafe(self._begin)

    def _begin(self) -> None:
        """Start pushing the oldest update of every lane that nobody serves."""
        hook = self.core.state.webhook
        if not hook.url or self.loop is None:
            return
        self.core.state.updates.expire()
        seen = set(self.busy)
        for update in self.core.state.updates.waiting:
            if len(self.busy) >= hook.max_connections:
                return
            if update.lane not in seen:
                seen.add(update.lane)
                self._serve(update, hook)

    def _serve(self, update: Update, hook: Webhook) -> None:
        self.busy.add(update.lane)
        task = asyncio.ensure_future(self._until_taken(update, hook))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _until_taken(self, update: Update, hook: Webhook) -> None:
        attempt = 0
        try:
            while self.core.state.webhook is hook and self.core.state.now() < update.expires:
                attempt += 1
                wait = await self._once(update, hook, attempt)
                if wait is None:
                    self.core.state.updates.drop(update.id)
                    return
                await asyncio.sleep(wait)
        finally:
            self.busy.discard(update.lane)
            self._begin()

    async def _once(self, update: Update, hook: Webhook, attempt: int) -> float | None:
        """One try; None when the bot took it, else seconds until the next."""
        headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
        if self.client is None:
            self.client = httpx.AsyncClient(timeout=60, trust_env=False)
        try:
            response = await self.client.post(hook.url, json=update.body, headers=headers)
        except httpx.TimeoutException:
            return self._failed(hook, "Read timeout expired", attempt)
        except httpx.HTTPError as error:
            refused = isinstance(error, httpx.ConnectError)
            return self._failed(hook, "Connection refused" if refused else "Connection closed", attempt)
        if response.is_success:
            self._obey(response)
            return None
        self._gone(hook, response.status_code)
        text = f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
        wait = self._failed(hook, text, attempt)
        asked = whole(response.headers.get("retry-after"), 0)
        return min(float(asked), LONGEST_WAIT) if asked > 0 else wait

    def _failed(self, hook: Webhook, text: str, attempt: int) -> float:
        hook.last_error, hook.last_error_at = text, self.core.state.now()
        return self.patience(attempt)

    def _gone(self, hook: Webhook, status: int) -> None:
        """A webhook that answers 410 for 23 hours is dropped."""
        now = self.core.state.now()
        if status != 410:
            hook.gone_since = None
        elif hook.gone_since is None:
            hook.gone_since = now
        elif now - hook.gone_since >= GONE_FOR:
            self.core.call("deleteWebhook")

    def _obey(self, response: httpx.Response) -> None:
        """An answer may carry one method to do, instead of a call of its own."""
        with contextlib.suppress(ValueError):
            body = json.loads(response.content or b"null")
            if isinstance(body, dict) and isinstance(body.get("method"), str):
                self.core.call(body["method"], {key: body[key] for key in body if key != "method"})

    async def stop(self) -> None:
        """Leave off."""
        tasks, self.loop = list(self.tasks), None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self.client is not None:
            await self.client.aclose()
            self.client = None
