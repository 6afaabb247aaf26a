"""Updates pushed to a webhook: in order within a chat, again until taken."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from serving import Moved, refusal, standing
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator import Simulator
from bot.simulator.push import patience


@dataclass
class Bot:
    """A bot's side of a webhook: what it got, and what it says to each."""

    got: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answer: Callable[[dict[str, Any]], Response] = field(default=lambda update: Response())
    url: str = ""

    async def __call__(self, request: Request) -> Response:
        update = await request.json()
        self.got.append(update)
        self.secrets.append(request.headers.get("x-telegram-bot-api-secret-token"))
        return self.answer(update)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]


@asynccontextmanager
async def listening(sim: Simulator, patience_of: float = 0.0) -> AsyncIterator[Bot]:
    """A bot that listens, and a simulator that pushes with a short patience."""
    bot = Bot()

    async def hook(request: Request) -> Response:
        return await bot(request)

    app = Starlette(routes=[Route("/hook", hook, methods=["POST"])])
    server = Simulator(limits=False)
    server.app = lambda: app  # type: ignore[method-assign, assignment, return-value]
    sim.push.patience = lambda attempt: patience_of
    async with sim, server:
        bot.url = f"{server.api_url}/hook"
        yield bot


async def until(true: Callable[[], bool]) -> None:
    """Give way until something is so."""
    for _ in range(5000):
        if true():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it did not happen")


async def test_updates_are_pushed_in_order() -> None:
    """Each chat's messages arrive in order with the secret; what was taken is forgotten."""
    sim, _ = standing()
    async with listening(sim) as bot:
        people = [sim.person(name) for name in ("Ada", "Ben")]
        for person in people:
            sim.say(person.id, f"{person.first_name} 0")
        sim.call("setWebhook", url=bot.url, secret_token="a-secret")
        for number in range(1, 10):
            for person in people:
                sim.say(person.id, f"{person.first_name} {number}")
        await until(lambda: not sim.pending())
        for person in people:
            name = person.first_name
            assert [text for text in bot.texts() if text.startswith(name)] == [
                f"{name} {n}" for n in range(10)
            ]
        assert set(bot.secrets) == {"a-secret"}


async def test_a_refused_update_holds_its_chat_only() -> None:
    """An update that is not taken comes again and again; its chat waits, others go on; the error is told."""
    sim, _ = standing()
    async with listening(sim) as bot:
        ada, ben = sim.person("Ada"), sim.person("Ben")
        down = {"Ada 1": 3}

        def answer(update: dict[str, Any]) -> Response:
            text = update["message"]["text"]
            down[text] = down.get(text, 0) - 1
            return Response(status_code=500 if down[text] >= 0 else 200)

        bot.answer = answer
        sim.call("setWebhook", url=bot.url)
        for text in ("Ada 1", "Ada 2"):
            sim.say(ada.id, text)
        sim.say(ben.id, "Ben 1")
        await until(lambda: not sim.pending())
        assert [text for text in bot.texts() if "Ada" in text] == ["Ada 1"] * 4 + ["Ada 2"]
        assert bot.texts().index("Ben 1") < len(bot.texts()) - 1
        info = sim.call("getWebhookInfo")
        assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
        assert (info["url"], info["pending_update_count"], info["max_connections"]) == (bot.url, 0, 40)
        assert sim.answer("getUpdates").status == 409


async def test_an_answer_may_carry_a_method() -> None:
    """What the bot answers is done as a call of its own."""
    sim, _ = standing()
    async with listening(sim) as bot:
        ada = sim.person("Ada")
        bot.answer = lambda update: JSONResponse(
            {"method": "sendMessage", "chat_id": update["message"]["chat"]["id"], "text": "by return"}
        )
        sim.call("setWebhook", url=bot.url)
        sim.say(ada.id, "hello")
        await until(lambda: not sim.pending())
        assert sim.texts(ada.id) == ["by return"]


async def test_a_deaf_webhook_is_told_and_kept() -> None:
    """Nobody listening: the error is Connection refused, the update waits, and expires after a day."""
    clock = Moved()
    sim = Simulator(clock, limits=False)
    async with listening(sim, 0.001) as bot:
        ada = sim.person("Ada")
        sim.call("setWebhook", url=bot.url.replace("/hook", "0/hook").replace("127.0.0.1", "localhost"))
        sim.call("setWebhook", url="http://127.0.0.1:9/hook")
        sim.say(ada.id, "hello")
        await until(lambda: "last_error_message" in sim.call("getWebhookInfo"))
        assert sim.call("getWebhookInfo")["last_error_message"] == "Connection refused"
        assert len(sim.pending()) == 1
        clock.forward(hours=25)
        await until(lambda: not sim.push.tasks)
        assert sim.pending() == []


async def test_a_webhook_that_is_gone_is_dropped() -> None:
    """410 for 23 hours deletes the webhook; the update waits for a poll."""
    clock = Moved()
    sim = Simulator(clock, limits=False)
    async with listening(sim, 0.001) as bot:
        ada = sim.person("Ada")
        bot.answer = lambda update: Response(status_code=410)
        sim.call("setWebhook", url=bot.url)
        sim.say(ada.id, "hello")
        await until(lambda: len(bot.got) > 1)
        clock.forward(hours=23)
        await until(lambda: not sim.call("getWebhookInfo")["url"])
        assert len(sim.call("getUpdates")) == 1


async def test_retry_after_is_obeyed() -> None:
    """A bot that asks for time gets it."""
    sim, _ = standing()
    async with listening(sim) as bot:
        ada = sim.person("Ada")
        bot.answer = lambda update: Response(status_code=503, headers={"Retry-After": "3600"})
        sim.call("setWebhook", url=bot.url)
        sim.say(ada.id, "hello")
        await until(lambda: len(bot.got) == 1)
        await asyncio.sleep(0.05)
        assert len(bot.got) == 1


def test_patience_grows() -> None:
    """The first retry comes at once, later ones after 1, 2, 4 … seconds, up to a minute or two."""
    assert [patience(attempt) for attempt in range(1, 6)] == [0.0, 1.0, 2.0, 4.0, 8.0]
    assert 60 <= patience(30) <= 120


@pytest.mark.parametrize(
    ("args", "description"),
    [
        ({"url": "nonsense"}, "invalid webhook URL specified"),
        ({"url": "http://example.org/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org", "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": "https://example.org", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
def test_webhooks_that_are_refused(args: dict[str, str], description: str) -> None:
    """A webhook needs a good address and a plain secret."""
    sim, _ = standing()
    assert refusal(sim, "setWebhook", **args) == f"Bad Request: {description}"


def test_settings_of_a_webhook() -> None:
    """getWebhookInfo shows what was set; an empty url deletes; pending updates may be dropped."""
    sim, _ = standing()
    sim.say(sim.person("Ada").id, "waits")
    sim.call("setWebhook", url="https://example.org/h", max_connections=500, allowed_updates=["message"])
    info = sim.call("getWebhookInfo")
    assert (info["max_connections"], info["allowed_updates"], info["pending_update_count"]) == (
        100,
        ["message"],
        1,
    )
    again = sim.answer("setWebhook", {"url": "https://example.org/h", "ip_address": "203.0.113.7"})
    assert again.body["description"] == "Webhook is already set"
    assert sim.call("getWebhookInfo")["ip_address"] == "203.0.113.7"
    assert sim.answer("setWebhook", {"url": ""}).body["description"] == "Webhook was deleted"
    gone = sim.answer("deleteWebhook", {"drop_pending_updates": True})
    assert gone.body["description"] == "Webhook is already deleted"
    assert sim.call("getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "allowed_updates": ["message"],
    }
