"""Limits by the clock, and faults on order."""

import asyncio
import time

import httpx
import pytest
from serving import Moved, refusal, served, standing
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.simulator import Rates, RefusedCall, Simulator


def send(sim: Simulator, chat_id: int, count: int) -> int:
    """Send until refused or done; how many went."""
    for number in range(count):
        if not sim.answer("sendMessage", {"chat_id": chat_id, "text": str(number)}).ok:
            return number
    return count


def wait_of(sim: Simulator, chat_id: int) -> int:
    with pytest.raises(RefusedCall) as refused:
        sim.call("sendMessage", chat_id=chat_id, text="x")
    assert refused.value.code == 429
    seconds = refused.value.parameters["retry_after"]
    assert refused.value.description == f"Too Many Requests: retry after {seconds}"
    return seconds


def test_a_chat_takes_a_burst_then_one_a_second() -> None:
    """A private chat takes 5 at once, then one a second; whoever does not wait is told the time that is left."""
    sim, clock = standing(limits=True)
    ada = sim.person("Ada", started=True).id
    assert send(sim, ada, 10) == 5
    assert wait_of(sim, ada) == 1
    clock.forward(seconds=0.5)
    assert wait_of(sim, ada) == 1
    clock.forward(seconds=0.5)
    assert send(sim, ada, 10) == 1
    clock.forward(seconds=60)
    assert send(sim, ada, 10) == 5


def test_all_chats_share_thirty_a_second() -> None:
    """The whole bot takes 30 at once; the thirty-first chat waits though its own chat is free."""
    sim, clock = standing(limits=True)
    people = [sim.person(f"P{number}", started=True).id for number in range(31)]
    assert [send(sim, one, 1) for one in people] == [1] * 30 + [0]
    clock.forward(seconds=1)
    assert send(sim, people[-1], 1) == 1


def test_a_group_takes_twenty_a_minute() -> None:
    """A group takes 20, then one every three seconds; an album counts each of its messages."""
    sim, clock = standing(limits=True)
    group = sim.group("Practice", sim.person("Ada"))
    assert send(sim, group, 25) == 20
    assert wait_of(sim, group) == 3
    clock.forward(seconds=3)
    assert send(sim, group, 2) == 1


def test_rates_can_be_set_or_lifted() -> None:
    """Other numbers hold instead; with limits off nothing is refused."""
    clock = Moved()
    slow = Simulator(clock, limits=Rates(chat_per_second=0.1, chat_burst=1))
    ada = slow.person("Ada", started=True).id
    assert send(slow, ada, 3) == 1
    assert wait_of(slow, ada) == 10
    free, _ = standing(limits=False)
    assert send(free, free.person("Ada", started=True).id, 500) == 500


def test_what_is_refused_costs_nothing() -> None:
    """A 400 does not use up the chat's allowance."""
    sim, _ = standing(limits=True)
    ada = sim.person("Ada", started=True).id
    for _ in range(50):
        assert refusal(sim, "sendMessage", chat_id=ada, text="<b>", parse_mode="HTML").startswith(
            "Bad Request"
        )
    assert send(sim, ada, 5) == 5


# ---- faults on order ---------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")  # the client's own, about retry_after
async def test_refusals_on_order() -> None:
    """The next N calls of a method are refused with the code asked for; then all is well again."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True).id
        on.sim.fail("sendMessage", 2, code=502)
        on.sim.fail("sendMessage", code=429, retry_after=7)
        on.sim.fail("sendMessage", code=403)
        on.sim.fail("sendMessage", code=400, text="Bad Request: something new")
        for kind, words in (
            (NetworkError, "Bad Gateway"),
            (NetworkError, "Bad Gateway"),
            (RetryAfter, "Retry in "),
            (Forbidden, "bot was blocked by the user"),
            (BadRequest, "[Ss]omething new"),
        ):
            with pytest.raises(kind, match=words):
                await on.bot.send_message(ada, "x")
        assert (await on.bot.send_message(ada, "x")).text == "x"
        assert len(on.sim.messages(ada)) == 1


def test_faults_can_be_narrowed() -> None:
    """A fault may mean one chat, any method, or only come after some calls."""
    sim, _ = standing()
    ada, ben = sim.person("Ada", started=True).id, sim.person("Ben", started=True).id
    sim.fail("*", chat_id=ada, after=1)
    assert send(sim, ada, 1) == 1
    assert send(sim, ben, 2) == 2
    assert refusal(sim, "sendChatAction", chat_id=ada, action="typing") == "Internal Server Error"
    assert send(sim, ada, 1) == 1
    sim.fail("getUpdates", -1, code=500)
    for _ in range(3):
        assert refusal(sim, "getUpdates") == "Internal Server Error"


async def test_accepted_but_never_answered() -> None:
    """lose: the message is there though the bot saw a time-out: the case that doubles messages."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True).id
        on.sim.fail("sendMessage", how="lose", seconds=30)
        with pytest.raises(TimedOut):
            await on.bot.send_message(ada, "once or twice?", read_timeout=0.1)
        await on.bot.send_message(ada, "once or twice?")
        assert on.sim.texts(ada) == ["once or twice?", "once or twice?"]
        assert [entry.manner for entry in on.sim.calls("sendMessage")] == ["lose", "plain"]


async def test_a_connection_that_drops() -> None:
    """drop: nothing was done and the line is cut."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True).id
        on.sim.fail("sendMessage", how="drop")
        with pytest.raises(NetworkError):
            await on.bot.send_message(ada, "lost")
        assert on.sim.messages(ada) == []
        assert (await on.bot.send_message(ada, "kept")).text == "kept"


async def test_a_lost_answer_is_cut_in_the_end() -> None:
    """lose: after the given seconds the line is cut, for clients that would wait for ever."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True).id
        on.sim.fail("sendMessage", how="lose", seconds=0.05)
        with pytest.raises(httpx.RemoteProtocolError):
            await on.call("sendMessage", chat_id=ada, text="x")
        assert on.sim.texts(ada) == ["x"]


async def test_a_slow_answer_arrives_whole() -> None:
    """slow: the answer trickles in over the given seconds and others are served meanwhile."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True).id
        on.sim.fail("sendMessage", how="slow", seconds=0.3)
        begun = time.monotonic()
        slow = asyncio.ensure_future(on.bot.send_message(ada, "slow"))
        await asyncio.sleep(0.05)
        assert (await on.bot.send_message(ada, "quick")).text == "quick"
        assert not slow.done()
        assert (await slow).text == "slow"
        assert time.monotonic() - begun >= 0.25


async def test_a_failing_poll() -> None:
    """getUpdates can fail too, also while it would have waited."""
    async with served() as on:
        on.sim.fail("getUpdates", code=500)
        assert (await on.call("getUpdates", timeout=30))["error_code"] == 500
        on.sim.fail("getUpdates", how="drop")
        with pytest.raises(httpx.RemoteProtocolError):
            await on.call("getUpdates", timeout=30)


async def test_a_server_that_is_not_uvicorn_cuts_too() -> None:
    """Without a transport to abort, an answer is begun and never finished, which any server cuts."""
    sim = Simulator(limits=False)
    sim.fail("getMe", how="drop")
    transport = httpx.ASGITransport(app=sim.app())
    async with httpx.AsyncClient(transport=transport, base_url="http://simulator") as http:
        with pytest.raises(AssertionError):
            await http.get(f"/bot{sim.token}/getMe")
        assert (await http.get(f"/bot{sim.token}/getMe")).json()["ok"]
