"""The webhook: what Telegram brings is on disk before it is answered, and nobody else gets in."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from small import kept, rows, seconds, small, small_bot
from structlog.testing import capture_logs
from test_whole_disk import FullAt, try_on
from whole import CLIENT, Whole

from bot.runtime import webhook

WORDS = "what I would like to keep of this week is this"
PATH = "/interlude"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot to which updates are brought, with a client who shares."""
    with small_bot(tmp_path, mode="webhook") as made:
        yield made


def update(words: str = WORDS, number: int = 77) -> dict[str, Any]:
    who = {"id": CLIENT, "type": "private", "first_name": "Ada"}
    sent = {
        "message_id": 900 + number,
        "date": 1,
        "chat": who,
        "from": {**who, "is_bot": False},
        "text": words,
    }
    return {"update_id": 10_000_000 + number, "message": sent}


def secret(whole: Whole) -> dict[str, str]:
    return {webhook.SECRET_HEADER: whole.sim.core.state.webhook.secret}


def post(
    whole: Whole, content: Any, headers: dict[str, str], path: str = PATH, method: str = "POST"
) -> httpx.Response:
    """A request to the address, from somebody."""

    async def asked() -> httpx.Response:
        app = webhook.application(whole.house)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
            body = content if isinstance(content, bytes) else json.dumps(content).encode()
            return await client.request(
                method, f"http://127.0.0.1{path}", content=body, headers=[*headers.items()]
            )

    return whole.run(asked())


def test_an_update_is_on_disk_before_it_is_answered(whole: Whole) -> None:
    """200 comes after the row; the same update again is answered and kept once; its words open only here."""
    waiting = "SELECT count(*) FROM inbox WHERE key = 'u:10000077'"
    assert rows(whole, waiting) == [(0,)]
    answer = post(whole, update(), secret(whole))
    assert (answer.status_code, answer.content) == (200, b"")
    assert rows(whole, waiting) == [(1,)]
    assert post(whole, update(), secret(whole)).status_code == 200
    assert rows(whole, waiting) == [(1,)]


def test_what_cannot_be_written_is_not_answered_with_200(whole: Whole) -> None:
    """With a full disk Telegram is told to come again, does, and the words are kept once."""
    whole.say(CLIENT, "/week")
    sound = whole.house.store
    met = FullAt(sound, "add_updates", 3)
    whole.house.store = met  # type: ignore[assignment]
    with capture_logs() as logs:
        whole.sim.say(CLIENT, WORDS)
        whole.run(try_on(whole, 8))
    assert met.times == 0
    assert {one["event"] for one in logs} == {"the store cannot be written"}
    whole.house.store = sound
    seconds(whole, 60)
    assert kept(whole) == [WORDS]
    assert whole.sim.pending() == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"headers": {}}, 401),
        ({"headers": {webhook.SECRET_HEADER: ""}}, 401),
        ({"headers": {webhook.SECRET_HEADER: "0" * 64}}, 401),
        ({"headers": {webhook.SECRET_HEADER: "käse"}}, 401),
        ({"path": "/"}, 404),
        ({"path": PATH + "/"}, 404),
        ({"path": "/interludE"}, 404),
        ({"method": "GET"}, 405),
        ({"method": "PUT"}, 405),
        ({"content": b"heliotrope"}, 400),
        ({"content": b'["heliotrope"]'}, 400),
        ({"content": b""}, 400),
        ({"content": b"[" * 100_000}, 400),
        ({"content": b"\xff\xfe"}, 400),
        ({"content": b"heliotrope" * 200_000}, 413),
    ],
)
def test_a_bad_request_leaves_no_trace_of_words(whole: Whole, change: dict[str, Any], status: int) -> None:
    """A number without a body; no row, no line in the log; the bot goes on."""
    before = rows(whole, "SELECT count(*) FROM inbox")
    asked: dict[str, Any] = {"content": update("heliotrope"), "headers": secret(whole), **change}
    headers = {key: value.encode("latin-1") for key, value in asked.pop("headers").items()}
    with capture_logs() as logs:
        answer = post(whole, headers=headers, **asked)
    assert (answer.status_code, answer.content) == (status, b"")
    assert logs == []
    assert rows(whole, "SELECT count(*) FROM inbox") == before
    assert whole.say(CLIENT, "/week")


def test_telegram_is_told_address_secret_kinds_and_number(tmp_path: Path) -> None:
    """setWebhook has the address, a secret that follows from the token, the wanted kinds, and how many at once."""
    hook = {"url": "https://bot.example.org/hook", "connections": 7}
    with small_bot(tmp_path, mode="webhook", webhook=hook, practice=lambda whole: None) as whole:
        state = whole.sim.core.state
        assert (state.webhook.url, state.webhook.max_connections) == (hook["url"], 7)
        assert state.webhook.secret == webhook.secret_of(whole.sim.token)
        assert whole.sim.token not in state.webhook.secret
        assert "my_chat_member" in state.updates.allowed


def test_who_changes_the_way_loses_nothing(tmp_path: Path) -> None:
    """From asking to being brought and back: what was written in between comes once; the address is taken away."""
    with small_bot(tmp_path) as whole:
        whole.say(CLIENT, "/week")
        for mode, words in (
            ("webhook", "one"),
            ("polling", "two"),
            ("webhook", "three"),
            ("polling", "four"),
        ):
            whole.run(whole.bot.aclose())
            whole.sim.say(CLIENT, words)
            whole.more["mode"] = mode
            whole.run(whole._start())
            seconds(whole, 60)
            assert bool(whole.sim.core.state.webhook.url) == (mode == "webhook")
            assert whole.sim.pending() == []
        assert [" ".join(kept(whole))] == ["one two three four"]


def test_a_webhook_of_somebody_else_is_not_taken_away(tmp_path: Path) -> None:
    """Who asks for updates and meets an address that this bot has not set ends, and says so."""
    with small_bot(tmp_path) as whole:
        whole.run(whole.bot.aclose())
        whole.sim.call("setWebhook", url="https://other.example.org/hook")
        with pytest.RaisesGroup(pytest.RaisesExc(RuntimeError, match="or a webhook is set")):
            whole.run(starting(whole))
        assert whole.sim.core.state.webhook.url == "https://other.example.org/hook"
        whole.sim.call("deleteWebhook")
        whole.run(whole._start())


async def starting(whole: Whole) -> None:
    """A start that waits for no calm: time goes on until the house has a fault."""
    begun = asyncio.ensure_future(whole._start())
    while not begun.done():
        await asyncio.sleep(0.001)
        if ends := whole.clock.next_end():
            whole.clock.move(ends)
    await begun


def test_an_address_that_telegram_refuses_ends_the_start(tmp_path: Path) -> None:
    """A refusal is one sentence that names the setting; it does not go on without updates."""
    with small_bot(tmp_path) as whole:
        whole.run(whole.bot.aclose())
        whole.more["mode"] = "webhook"
        whole.sim.fail("setWebhook", code=400)
        with pytest.RaisesGroup(pytest.RaisesExc(RuntimeError, match=r"does not take \[webhook\] url")):
            whole.run(whole._start())
        whole.run(whole._start())


def test_a_telegram_that_is_away_at_the_start_is_told_later(tmp_path: Path) -> None:
    """The address is told again until Telegram takes it; what was written meanwhile comes."""
    with small_bot(tmp_path) as whole:
        whole.run(whole.bot.aclose())
        whole.more["mode"] = "webhook"
        whole.sim.fail("setWebhook", 3, code=502)
        whole.run(starting(whole))
        seconds(whole, 60)
        assert whole.sim.core.state.webhook.url
        assert whole.say(CLIENT, "/week")


def test_over_a_socket_many_chats_keep_their_order(tmp_path: Path) -> None:
    """Over HTTP and real ports: three people write at once, each chat's words come whole and in order."""
    with small_bot(tmp_path, mode="webhook", wire=True, practice=small) as whole:
        whole.say(CLIENT, "/week")
        for number in range(20):
            whole.sim.say(CLIENT, f"w{number}")
            for stranger in (71, 72):
                if not number:
                    whole.person("Sam", stranger)
                whole.sim.say(stranger, "hello")
        seconds(whole, 120)
        assert " ".join(kept(whole)) == " ".join(f"w{number}" for number in range(20))
        taken = rows(whole, "SELECT count(*) FROM inbox WHERE chat_id IN (71, 72) AND state = 1")
        assert taken == [(40,)]


def test_one_passing_conflict_does_not_end_the_bot(tmp_path: Path) -> None:
    """A single 409 is waited out, and so is another an hour later; two within a minute end it with one sentence."""
    with small_bot(tmp_path) as whole:
        for _ in range(2):
            whole.sim.fail("getUpdates", code=409)
            whole.sim.say(CLIENT, "/week")
            seconds(whole, 3600)
            assert not whole.house.fault
            assert whole.sim.pending() == []
        whole.sim.fail("getUpdates", 2, code=409)
        whole.sim.say(CLIENT, "/week")
        with pytest.raises(RuntimeError, match="another process takes this bot's updates"):
            seconds(whole, 50)
