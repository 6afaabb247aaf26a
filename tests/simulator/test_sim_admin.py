"""The admin API, the program that serves by itself, and what the documentation must name."""

import asyncio
import base64
import contextlib
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
import telegram
from serving import Served, served

from bot.simulator import Simulator
from bot.simulator.calls import METHODS
from bot.simulator.steering import ROUTES

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "simulator.md").read_text(encoding="utf-8")


async def show(on: Served, name: str, /, **query: object) -> object:
    """What a GET of the admin API shows."""
    answer = (
        await on.http.get(f"/_sim/{name}", params={key: str(value) for key, value in query.items()})
    ).json()
    assert answer["ok"], answer
    return answer["result"]


async def test_a_talk_by_admin_api_alone() -> None:
    """People are made, write, tap, edit, block and come back over HTTP, and the talk can be read."""
    async with served() as on:
        person = await on.admin("people", name="Ada", id=42, username="ada", language="de")
        assert person == {
            "id": 42,
            "is_bot": False,
            "first_name": "Ada",
            "username": "ada",
            "language_code": "de",
        }
        await on.admin("start", chat_id=42, payload="invite-7")
        button = telegram.InlineKeyboardButton("Pass", callback_data="p")
        sent = await on.bot.send_message(
            42, "How was it?", reply_markup=telegram.InlineKeyboardMarkup([[button]])
        )
        assert await show(on, "buttons", chat_id=42) == ["Pass"]
        said = (await on.admin("say", chat_id=42, text="godo", reply_to=sent.message_id))["message_id"]
        await on.admin("edit", chat_id=42, message_id=said, text="good")
        await on.admin("tap", chat_id=42, button="Pass")
        await on.admin("tap", chat_id=42, message_id=sent.message_id, data="old")
        await on.admin("react", chat_id=42, message_id=sent.message_id, emoji="❤")
        await on.admin("block", chat_id=42)
        await on.admin("unblock", chat_id=42)
        await on.admin("delete", chat_id=42, message_id=said)
        assert await show(on, "transcript", chat_id=42) == [
            "client: /start invite-7",
            "bot: How was it?",
            "    [Pass]",
            "client: godo",
            "client edits #3: good",
            "client: [Pass]",
            "client: [old]",
            "client reacts to #2: ❤",
            "client blocks the bot",
            "client unblocks the bot",
            "client deletes #3: good",
        ]
        events = await show(on, "transcript", chat_id=42, format="json")
        assert isinstance(events, list) and events[1]["buttons"] == [["Pass"]]
        kinds = [list(update)[1] for update in (await on.call("getUpdates"))["result"]]
        assert kinds == [
            "message",
            "message",
            "edited_message",
            "callback_query",
            "callback_query",
            "my_chat_member",
            "my_chat_member",
        ]


async def test_files_by_admin_api() -> None:
    """say sends voice notes, photos, stickers and documents, with bytes in base64 or any."""
    async with served() as on:
        await on.admin("people", name="Ada", id=42)
        script = base64.b64encode(b"# evening").decode()
        await on.admin("say", chat_id=42, document=script, name="evening.md", caption="new")
        for kind in ("voice", "photo", "sticker"):
            await on.admin("say", chat_id=42, **{kind: True})
        updates = await on.bot.get_updates()
        document = updates[0].message and updates[0].message.document
        assert document and document.file_name == "evening.md"
        fetched = await (await on.bot.get_file(document.file_id)).download_as_bytearray()
        assert bytes(fetched) == b"# evening"
        messages = await show(on, "messages", chat_id=42)
        assert isinstance(messages, list) and [one["out"] for one in messages] == [False] * 4


async def test_groups_by_admin_api() -> None:
    """Groups are made and migrate over HTTP."""
    async with served() as on:
        await on.admin("people", name="Ada", id=42)
        group = (await on.admin("groups", title="Practice", members=[42]))["id"]
        await on.admin("say", chat_id=group, text="hello", by=42)
        new = (await on.admin("migrate", chat_id=group))["id"]
        refused = await on.call("sendMessage", chat_id=group, text="x")
        assert refused["parameters"] == {"migrate_to_chat_id": new}
        chats = await show(on, "chats")
        assert isinstance(chats, list) and [chat["type"] for chat in chats] == [
            "private",
            "group",
            "supergroup",
        ]


async def test_faults_and_limits_by_admin_api() -> None:
    """Faults are ordered, listed and taken back; limits are set and lifted."""
    async with served() as on:
        await on.admin("people", name="Ada", id=42, started=True)
        await on.admin("faults", method="sendMessage", code=429, retry_after=9)
        await on.admin("faults", method="getMe", times=-1, code=500)
        orders = await show(on, "faults")
        assert isinstance(orders, list) and [order["code"] for order in orders] == [429, 500]
        assert (await on.call("sendMessage", chat_id=42, text="x"))["parameters"] == {"retry_after": 9}
        await on.http.delete("/_sim/faults")
        assert (await on.call("getMe"))["ok"]
        await on.admin("limits", chat_burst=1, chat_per_second=0.01)
        assert (await on.call("sendMessage", chat_id=42, text="x"))["ok"]
        assert (await on.call("sendMessage", chat_id=42, text="x"))["error_code"] == 429
        await on.admin("limits", on=False)
        assert (await on.call("sendMessage", chat_id=42, text="x"))["ok"]
        log = await show(on, "calls", method="sendMessage", since=2)
        assert isinstance(log, list) and [line["status"] for line in log] == [429, 200]
        await on.admin("deactivate", chat_id=42)
        assert (await on.call("sendMessage", chat_id=42, text="x"))["error_code"] == 403


async def test_raw_updates_and_counts_by_admin_api() -> None:
    """Raw updates pass through; pending and counts tell what became of them; numbers may begin anew."""
    async with served() as on:
        queued = (await on.admin("raw", update={"message": {"odd": True}}))["update_id"]
        pending = await show(on, "pending")
        assert pending == [{"update_id": queued, "message": {"odd": True}}]
        await on.call("getUpdates", offset=queued + 1)
        assert await show(on, "counts") == {
            "confirmed": 1,
            "expired": 0,
            "waiting": 0,
            "calls": 1,
            "chats": 0,
        }
        await on.admin("renumber", first=5)
        assert (await on.admin("raw", update={"poll": {}}))["update_id"] == 5


async def test_the_clock_by_admin_api() -> None:
    """The clock stands where it is set, moves when told, and runs again when released."""
    async with served() as on:
        shown = await on.admin("clock", set="2026-03-01T10:00:00+01:00")
        assert shown == {"now": "2026-03-01T09:00:00+00:00", "stands": True}
        assert (await on.admin("clock", advance=90))["now"] == "2026-03-01T09:01:30+00:00"
        await on.admin("people", name="Ada", id=42)
        await on.admin("say", chat_id=42, text="early")
        update = (await on.bot.get_updates())[0]
        assert update.message and update.message.date.isoformat() == "2026-03-01T09:01:30+00:00"
        assert (await on.admin("clock", release=True))["stands"] is False
        await on.admin("clock", advance=3600)
        running = await show(on, "clock")
        assert isinstance(running, dict) and running["stands"] is False


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("say", {"text": "x"}, "missing or unknown: chat_id"),
        ("say", {"chat_id": 7, "text": "x"}, "no chat 7 here"),
        ("say", {"chat_id": 42, "text": " "}, "an empty message cannot be sent"),
        ("tap", {"chat_id": 42, "button": "x"}, "no button with this label or data"),
        ("start", {"chat_id": 42, "payload": "a b"}, "a start payload has 1 to 64 characters"),
        ("edit", {"chat_id": 42, "message_id": 9, "text": "x"}, "not this person's"),
        ("people", {"name": "Ben", "id": 42}, "exists already"),
        ("clock", {"set": "2026-03-01T10:00:00"}, "has no zone"),
        ("clock", {"set": "tomorrow"}, "Invalid isoformat"),
        ("limits", {"speed": 3}, "speed"),
        ("reset", [1], "not a JSON object"),
    ],
)
async def test_mistakes_are_named(name: str, body: object, words: str) -> None:
    """A wrong call of the admin API is a 400 that says what is wrong."""
    async with served() as on:
        on.sim.person("Ada", 42)
        answer = await on.http.post(f"/_sim/{name}", json=body)
        assert answer.status_code == 400
        assert words in answer.json()["description"]


async def test_reset_forgets_everything() -> None:
    """After a reset there are no chats, updates, faults or calls, and polling goes on."""
    async with served() as on:
        ada = on.sim.person("Ada")
        on.sim.say(ada.id, "x")
        on.sim.fail("getMe")
        poll = asyncio.ensure_future(
            on.call("getUpdates", offset=on.sim.pending()[0]["update_id"] + 1, timeout=30)
        )
        await on.admin("reset")
        assert (await on.call("getMe"))["ok"]
        assert await show(on, "chats") == []
        on.sim.say(on.sim.person("Ben").id, "after")
        assert (await poll)["result"][0]["message"]["text"] == "after"


# ---- the program -------------------------------------------------------------------------------


def test_it_serves_by_itself() -> None:
    """python -m bot.simulator prints one line with its address, serves, and ends quietly on SIGTERM."""
    command = [sys.executable, "-m", "bot.simulator", "--port", "0", "--token", "5:secret", "--no-limits"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ}
    ) as process:
        try:
            assert process.stdout is not None
            found = re.fullmatch(r"simulator (http://\S+) token 5:secret\n", process.stdout.readline())
            assert found
            with httpx.Client(base_url=found[1], trust_env=False) as http:
                assert http.get("/bot5:secret/getMe").json()["result"]["id"] == 5
        finally:
            process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


def test_help_has_an_example() -> None:
    """--help shows how to point a bot at it."""
    command = [sys.executable, "-m", "bot.simulator", "--help"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "example:" in shown and "/sendMessage" in shown and "/_sim/transcript" in shown


async def test_serving_twice_and_stopping_early() -> None:
    """stop() may come at any time, with a poll under way, and serve() again after it."""
    sim = Simulator(limits=False)
    for _ in range(2):
        url = await sim.serve()
        async with httpx.AsyncClient(base_url=url, trust_env=False) as http:
            poll = asyncio.ensure_future(http.get(f"/bot{sim.token}/getUpdates", params={"timeout": 30}))
            while sim.poll.waiting is None:  # noqa: ASYNC110 - the simulator has no event for tests
                await asyncio.sleep(0.001)
            await sim.stop()
            with contextlib.suppress(httpx.HTTPError):
                await poll
    await sim.stop()


# ---- documentation -----------------------------------------------------------------------------


@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_documented(method: str) -> None:
    """docs/simulator.md has a row for each method."""
    assert f"| `{method}` |" in DOCS


@pytest.mark.parametrize(("verb", "name"), ROUTES)
def test_every_admin_route_is_documented(verb: str, name: str) -> None:
    """docs/simulator.md has a row for each route of the admin API."""
    assert f"| `{verb} /_sim/{name}` |" in DOCS


def test_nothing_else_is_documented() -> None:
    """The tables of the documentation name no method or route that does not exist."""
    methods = set(re.findall(r"^\| `([a-z]\w+)` \|", DOCS, re.MULTILINE))
    routes = set(re.findall(r"^\| `([A-Z]+ /_sim/\w+)` \|", DOCS, re.MULTILINE))
    assert methods == set(METHODS)
    assert routes == {f"{verb} /_sim/{name}" for verb, name in ROUTES}


def test_every_refusal_is_documented() -> None:
    """Each text that the simulator refuses with stands in the documentation."""
    sources = (ROOT / "bot" / "simulator").glob("*.py")
    texts: set[str] = set()
    for source in sources:
        texts |= set(
            re.findall(
                r'raise (?:bad|forbidden|conflict)\(\s*"([^"{\\]+)', source.read_text(encoding="utf-8")
            )
        )
    assert len(texts) > 40
    flowing = " ".join(DOCS.split())
    told = {text.removeprefix("can't parse entities: ") for text in texts}
    missing = sorted(text for text in told if text not in flowing)
    assert missing == []
