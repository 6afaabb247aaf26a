"""The playground over HTTP: what a browser asks, and what it gets."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from playground_pages import HOME, home

from bot.playground.sandbox import Sandbox, opened
from bot.playground.site import site

ADMIN = 1000


@pytest.fixture
async def sandbox(tmp_path: Path) -> AsyncIterator[Sandbox]:
    """A bot with an admin to whom nothing was said yet, and a clock that stands."""
    async with opened(tmp_path) as made:
        made.speed = 0
        made.sim.person("Ruth", ADMIN, started=True)
        yield made


@pytest.fixture
async def browser(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who asks for pages, as from a page of this site."""
    async with home(sandbox) as made:
        yield made


async def test_an_admin_a_coach_and_a_client_are_played_by_hand(
    sandbox: Sandbox, browser: httpx.AsyncClient
) -> None:
    """A link of the admin's lets a coach in, theirs a client; each chat answers, and the plan has what comes."""
    said = await browser.post(f"/chats/{ADMIN}/say", data={"words": "/coach"})
    payload = said.text.partition("start=")[2].partition("<")[0].partition('"')[0]
    joined = await browser.post("/people", data={"name": "Dana", "payload": payload})
    assert (joined.status_code, joined.headers["HX-Refresh"]) == (204, "true")
    page = (await browser.get("/")).text
    assert "Write as Dana" in page and "coach, joining" in page
    plan = (await browser.get("/plan", params={"client": 0})).text
    assert "Nothing is planned for them yet." in plan


async def test_time_goes_where_one_sends_it_and_never_back(
    sandbox: Sandbox, browser: httpx.AsyncClient
) -> None:
    """An hour, a day, a date; an earlier date is refused with a sentence."""
    began = sandbox.now()
    await browser.post("/clock", data={"to": "hour"})
    assert sandbox.now() == began + timedelta(hours=1)
    back = await browser.post("/clock", data={"to": "2020-01-01T10:00"})
    assert (back.status_code, back.text) == (422, "Time goes forward only: choose a later day.")
    far = await browser.post("/clock", data={"to": "2031-01-01T10:00"})
    assert (far.status_code, far.text) == (422, "One jump is 400 days at most: choose an earlier day first.")
    none = await browser.post("/clock", data={"to": "brief"})
    assert (none.status_code, none.text) == (422, "No brief is planned.")
    odd = await browser.post("/clock", data={"to": "soon"})
    assert (odd.status_code, odd.text) == (422, "Write the day like 2026-12-24T19:00.")


async def test_a_life_is_watched_step_by_step(tmp_path: Path) -> None:
    """Its chat and its coach's are named to the page, the people act, and a step ends with the next thing said."""
    async with opened(tmp_path) as sandbox, home(sandbox) as browser:
        await _watched(sandbox, browser)


async def _watched(sandbox: Sandbox, browser: httpx.AsyncClient) -> None:
    unknown = await browser.post("/clock", data={"watch": "Ada"})
    assert unknown.status_code == 422 and "not here" in unknown.text
    await sandbox.fill(0)
    watched = await browser.post("/clock", data={"watch": "Ada"})
    sandbox.speed = 0
    ada, dana = (chat for chat in json.loads(watched.headers["HX-Trigger"])["watch"]["chats"])
    assert "Chat of Ada" in (await browser.get("/")).text and ada != dana
    assert sandbox.acting
    began, before = sandbox.now(), texts(sandbox)
    await browser.post("/clock", data={"to": "thing"})
    assert began < sandbox.now() < began + timedelta(hours=12) and texts(sandbox) > before
    sandbox.leaves(int(ada.partition("-")[2]))
    by_hand = await browser.post("/clock", data={"watch": "Ada"})
    assert by_hand.status_code == 422 and "played by hand" in by_hand.text


def texts(sandbox: Sandbox) -> int:
    return sum(len(chat.messages) for chat in sandbox.sim.core.state.chats.values())


async def test_the_clock_runs_as_fast_as_one_says(sandbox: Sandbox, browser: httpx.AsyncClient) -> None:
    """At 600 times its speed minutes pass while somebody looks; standing, none do."""
    began = sandbox.now()
    await browser.post("/clock", data={"speed": "600"})
    async with asyncio.timeout(20):
        while sandbox.now() < began + timedelta(minutes=5):
            await anext(sandbox.changes())
    await browser.post("/clock", data={"speed": "0"})
    async with sandbox.still():
        stands = sandbox.now()
    await anext(sandbox.changes())
    await anext(sandbox.changes())
    assert sandbox.now() == stands


async def test_news_comes_to_who_looks_on(sandbox: Sandbox, browser: httpx.AsyncClient) -> None:
    """What is written in a chat is announced under that chat's name."""
    pages = site(sandbox)
    told: list[str] = []
    began = asyncio.Event()

    async def receive() -> dict[str, object]:
        await asyncio.Event().wait()
        return {}

    async def send(message: dict[str, Any]) -> None:
        told.append(message.get("body", b"").decode())
        if "retry" in told[-1]:
            began.set()

    scope = {
        "type": "http", "method": "GET", "path": "/news", "query_string": b"",
        "headers": [(b"host", b"127.0.0.1:8077")], "http_version": "1.1", "scheme": "http",
    }  # fmt: skip
    looking = asyncio.create_task(pages(scope, receive, send))  # type: ignore[arg-type]
    async with asyncio.timeout(20):
        await began.wait()
        await browser.post(f"/chats/{ADMIN}/say", data={"words": "/help"})
        while not any(f"event: chat-{ADMIN}" in one for one in told):
            await anext(sandbox.changes())
    looking.cancel()


async def test_trouble_on_order_loses_nothing(sandbox: Sandbox, browser: httpx.AsyncClient) -> None:
    """A broken call, then a restart of the bot: what was written is answered all the same."""
    ordered = await browser.post("/glass", data={"what": "500"})
    assert "last calls" in ordered.text
    await browser.post(f"/chats/{ADMIN}/say", data={"words": "/coach"})
    await browser.post("/glass", data={"what": "restart"})
    await browser.post("/clock", data={"to": "hour"})
    assert any("For one coach" in one for one in sandbox.sim.texts(ADMIN))
    wrong = await browser.post("/glass", data={"what": "fire"})
    assert (wrong.status_code, wrong.text) == (422, "There is no such trouble here.")


async def test_messages_are_edited_deleted_signed_and_files_sent(
    sandbox: Sandbox, browser: httpx.AsyncClient
) -> None:
    """As with a thumb on a message; a file of a page's kind may run nothing when it is opened."""
    await browser.post(f"/chats/{ADMIN}/say", data={"words": "/halp"})
    mine = next(one for one in sandbox.sim.messages(ADMIN) if not one.out)
    edit = {"message": str(mine.id), "what": "edit", "words": "/help"}
    assert "edited" in (await browser.post(f"/chats/{ADMIN}/message", data=edit)).text
    gone = await browser.post(f"/chats/{ADMIN}/message", data={"message": str(mine.id), "what": "delete"})
    assert "/help</div>" not in gone.text
    sent = await browser.post(
        f"/chats/{ADMIN}/file", files={"file": ("a.html", b"<script>1</script>", "text/html")}
    )
    assert "a.html" in sent.text
    number = sent.text.partition("/files/")[2].partition('"')[0]
    page = await browser.get(f"/files/{number}")
    assert page.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    nothing = await browser.post(f"/chats/{ADMIN}/file", data={})
    assert (nothing.status_code, nothing.text) == (422, "Choose a file first.")


async def test_blocking_and_letting_in(sandbox: Sandbox, browser: httpx.AsyncClient) -> None:
    """Who has blocked the bot cannot write to it, and is told so."""
    assert "Ruth blocked the bot" in (await browser.post(f"/chats/{ADMIN}/block")).text
    refused = await browser.post(f"/chats/{ADMIN}/say", data={"words": "hello"})
    assert refused.status_code == 422 and "unblock first" in refused.text
    assert "let the bot in again" in (await browser.post(f"/chats/{ADMIN}/block")).text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Host": "elsewhere.example"}, 400),
    ],
)
async def test_nothing_is_taken_from_other_sites(
    sandbox: Sandbox, headers: dict[str, str], status: int
) -> None:
    """Neither a form of another site, nor a name that only points here."""
    through = httpx.ASGITransport(app=site(sandbox))
    async with httpx.AsyncClient(transport=through, base_url=HOME) as asking:
        got = await asking.post(f"/chats/{ADMIN}/say", data={"words": "/coach"}, headers=headers)
    assert got.status_code == status
    assert sandbox.sim.texts(ADMIN) == []


async def test_a_page_asks_nothing_of_other_hosts(browser: httpx.AsyncClient) -> None:
    """Its policy lets it load from here alone, and what it loads is there."""
    page = await browser.get("/")
    assert page.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    for part in (
        "htmx-2.0.11.min.js",
        "htmx-ext-sse-2.2.4.min.js",
        "playground.js",
        "playground.css",
        "icon.svg",
    ):
        assert part in page.text
        assert (await browser.get(f"/static/{part}")).status_code == 200
    assert (await browser.get("/chats/999999")).status_code == 404


async def test_a_coachs_pages_stand_open(tmp_path: Path) -> None:
    """Under a coach's chat a link leads to the overview, and from there to a card; nobody else has pages."""
    async with opened(tmp_path) as sandbox, home(sandbox) as browser:
        await sandbox.fill(0)
        sandbox.speed = 0
        page = (await browser.get("/")).text
        desk = page.partition('href="/desk/')[2].partition('"')[0]
        overview = await browser.get(f"/desk/{desk}")
        assert overview.status_code == 200
        assert f'href="/desk/{desk}pages.css"' in overview.text
        assert (await browser.get(f"/desk/{desk}pages.css")).headers["content-type"].startswith("text/css")
        card = overview.text.partition(f'href="/desk/{desk}clients/')[2].partition('"')[0]
        for way in ("", "/journal", "/agreement"):
            assert (await browser.get(f"/desk/{desk}clients/{card}{way}")).status_code == 200
        assert (await browser.get(f"/desk/{desk}clients/{ADMIN}")).status_code == 404
        assert (await browser.get(f"/desk/{ADMIN}/")).status_code == 404
