"""What Telegram refuses or leaves open, and what the bot does about it (docs/telegram.md)."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from small import calls, counts, here, me, rows, seconds, small_bot
from telegram.error import TelegramError
from whole import ADMIN, CLIENT, COACH, Whole

from bot.simulator import Simulator
from bot.store import inbox
from bot.telegram import TOGETHER, Api
from bot.telegram.outcome import Again, Outcome, Sent, Unsure, of_somebody_else

QUESTION = "How has the week been, in a few words?"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path, wire=True) as made:
        yield made


# ---- 429 ---------------------------------------------------------------------------------------


def test_a_chat_that_must_rest_rests_as_long_as_told_and_nothing_overtakes(whole: Whole) -> None:
    """After a 429 the chat gets nothing for retry_after seconds, then everything in its order; others go on."""
    whole.sim.fail("sendMessage", code=429, retry_after=7, chat_id=CLIENT)
    mark, told = here(whole), whole.clock.now()
    whole.sim.say(CLIENT, "/week")
    whole.sim.say(CLIENT, "/help")
    assert whole.say(COACH, "/clients") == ["Ada · active"]
    seconds(whole, 10)
    refused, *after = calls(whole, CLIENT, mark)
    assert refused.status == 429
    assert after[0].at >= told + timedelta(seconds=7)
    assert [one.args["text"].startswith(QUESTION) for one in after] == [True, False]


def test_two_chats_told_to_rest_within_a_second_mean_the_whole_token(whole: Whole) -> None:
    """Nothing goes to anybody until the longer of the two rests is over."""
    whole.person("Ben", 4000)
    for chat in (CLIENT, COACH):
        whole.sim.fail("sendMessage", code=429, retry_after=30, chat_id=chat)
        whole.sim.say(chat, "/help")
    mark, told = here(whole), whole.clock.now()
    seconds(whole, 1)
    assert whole.say(4000, "hello") == []
    seconds(whole, 30)
    assert all(one.at >= told + timedelta(seconds=30) for one in calls(whole, 4000, mark))
    assert len(calls(whole, 4000, mark)) == 1
    assert len(whole.sim.texts(4000)) == 1


def test_a_rest_outlives_a_restart(whole: Whole) -> None:
    """A bot that is started anew during a rest keeps it, and then sends what waits, once."""
    whole.sim.fail("sendMessage", code=429, retry_after=60, chat_id=CLIENT)
    told, mark = whole.clock.now(), here(whole)
    whole.say(CLIENT, "/week")
    whole.restart()
    seconds(whole, 30)
    assert len(calls(whole, CLIENT, mark)) == 1
    seconds(whole, 40)
    _, sent = calls(whole, CLIENT, mark)
    assert sent.ok
    assert sent.at >= told + timedelta(seconds=60)


def test_an_answer_that_waits_for_a_prompt_is_taken_while_its_chat_rests(whole: Whole) -> None:
    """A restart in the middle of a send to a chat that rests keeps no answer waiting until the rest is over."""
    whole.say(CLIENT, "/week")
    whole.tx(lambda tx: tx.db.execute("UPDATE outbox SET state = 1 WHERE purpose = 'prompt'"))
    whole.tx(lambda tx: tx.db.execute("UPDATE rests SET until = 4000000000000000"))
    whole.sim.say(CLIENT, "quiet")
    seconds(whole, 1)
    assert whole.responses() == ()
    whole.restart()
    assert [one.texts[0].words for one in whole.responses()] == ["quiet"]


# ---- 403 ---------------------------------------------------------------------------------------


def test_a_refused_chat_is_left_in_peace(whole: Whole) -> None:
    """403: everything unsent is closed, nothing is planned, the coach reads one neutral line, once.

    Only the open reflection still has its end before it.
    """
    whole.sim.fail("sendMessage", -1, code=403, chat_id=CLIENT)
    whole.sim.say(CLIENT, "/week")
    whole.sim.say(CLIENT, "/help")
    before = len(whole.sim.texts(COACH))
    seconds(whole, 60)
    assert whole.sim.texts(COACH)[before:] == ["Ada cannot be reached by the bot at the moment."]
    assert me(whole).away
    assert counts(whole).waiting == 0
    assert rows(whole, "SELECT DISTINCT kind FROM due WHERE chat_id = :chat", chat=CLIENT) == [("wake",)]


def test_a_person_who_blocks_and_comes_back_is_met_as_before(whole: Whole) -> None:
    """my_chat_member parks the client and closes what waits; on the unblocking the plan stands again."""
    whole.sim.fail("sendMessage", code=429, retry_after=600, chat_id=CLIENT)
    whole.say(CLIENT, "/week")
    planned = rows(whole, "SELECT count(*) FROM due WHERE kind = 'replan'")
    before, mark = len(whole.sim.texts(COACH)), here(whole)
    whole.sim.block(CLIENT)
    seconds(whole, 3)
    assert (me(whole).away, counts(whole).waiting) == (True, 0)
    whole.sim.unblock(CLIENT)
    seconds(whole, 700)
    assert not me(whole).away
    assert rows(whole, "SELECT count(*) FROM due WHERE kind = 'replan'") == planned
    assert calls(whole, CLIENT, mark) == []  # nothing stale comes after it
    assert whole.sim.texts(COACH)[before:] == ["Ada cannot be reached by the bot at the moment."]


def test_any_word_brings_a_client_back(whole: Whole) -> None:
    """Somebody who was out of reach and writes is there again, and their words are kept."""
    whole.sim.fail("sendMessage", code=403, chat_id=CLIENT)
    whole.say(CLIENT, "/week")
    assert me(whole).away
    whole.say(CLIENT, "the garden")
    assert not me(whole).away
    assert [one.texts[0].words for one in whole.responses()] == ["the garden"]


# ---- 400 ---------------------------------------------------------------------------------------


def test_what_telegram_refuses_is_never_repeated(whole: Whole) -> None:
    """A bad request is tried once and closed; who asked reads that it ends, and the next message goes."""
    whole.sim.fail("sendMessage", code=400, text="Bad Request: reply markup is too long", chat_id=CLIENT)
    mark = here(whole)
    whole.say(CLIENT, "/week")
    whole.say(CLIENT, "/help")
    seconds(whole, 3600)
    refused, line, helped = calls(whole, CLIENT, mark)
    assert (refused.status, line.status, helped.status) == (400, 200, 200)
    assert line.args["text"].startswith("This reflection ends here")
    assert counts(whole).refused == 1


def test_what_was_never_shown_is_told_to_the_admin_and_never_nudged(whole: Whole) -> None:
    """A refused prompt leaves no talk that waits: the admin reads which one, and no line points to it later."""
    whole.sim.fail("sendMessage", code=400, text="Bad Request: reply markup is too long", chat_id=CLIENT)
    before = len(whole.sim.texts(CLIENT))
    whole.say(CLIENT, "/week")
    seconds(whole, 30 * 3600)
    assert not [text for text in whole.sim.texts(CLIENT)[before:] if "still here" in text]
    told = whole.sim.texts(ADMIN)[-1]
    assert "Script week" in told
    assert QUESTION not in told
    assert rows(whole, "SELECT state FROM reflections") == [("broken",)]


# ---- faults of the program, and of the clock ---------------------------------------------------


def test_a_clock_set_back_stops_nothing(whole: Whole) -> None:
    """After the clock was set back an hour, the pause after a message and a rest last as long as they would."""
    whole.say(CLIENT, "/help")
    whole.clock.set(whole.clock.now() - timedelta(hours=1))
    mark = here(whole)
    whole.say(CLIENT, "/help")
    whole.sim.fail("sendMessage", code=502, chat_id=CLIENT)
    whole.say(CLIENT, "/help")
    whole.clock.set(whole.clock.now() - timedelta(hours=1))
    seconds(whole, 5)
    assert [one.status for one in calls(whole, CLIENT, mark)] == [200, 502, 200]


def test_a_fault_over_one_row_ends_nothing(whole: Whole) -> None:
    """A call that the program itself cannot make is tried, then set aside and told; the bot and the chat go on."""
    sound = whole.house.api.call

    async def broken(method: str, params: dict[str, Any], file: bytes | None = None) -> Any:
        if QUESTION in params.get("text", ""):
            raise KeyError("a fault of ours")
        return await sound(method, params, file)

    whole.house.api.call = broken  # type: ignore[method-assign]
    whole.say(CLIENT, "/week")
    seconds(whole, 120)
    assert not whole.house.fault
    assert counts(whole).aside == 1
    assert "could not be sent (KeyError" in whole.sim.texts(ADMIN)[-1]
    assert whole.say(CLIENT, "/help")


def test_what_was_set_aside_is_tried_again(whole: Whole) -> None:
    """A tap under /aside sends what could not be sent, and deals with what could not be dealt with."""
    sound = whole.house.api.call

    async def broken(method: str, params: dict[str, Any], file: bytes | None = None) -> Any:
        if QUESTION in params.get("text", ""):
            raise KeyError("a fault of ours")
        return await sound(method, params, file)

    whole.house.api.call = broken  # type: ignore[method-assign]
    whole.say(CLIENT, "/week")
    seconds(whole, 120)
    whole.tx(lambda tx: inbox.add(tx, "odd:1", CLIENT, "odd", {}, whole.clock.now()))
    whole.house.ring()
    seconds(whole, 120)
    whole.house.api.call = sound  # type: ignore[method-assign]
    assert whole.say(ADMIN, "/aside")[-1].startswith("2 set aside")
    listed = whole.sim.buttons(ADMIN)
    assert len(listed) == 2
    message = whole.sim.messages(ADMIN)[-1].id
    before = len(whole.sim.texts(CLIENT))
    whole.sim.tap(ADMIN, listed[1], message)
    seconds(whole, 5)
    assert whole.sim.texts(CLIENT)[before:] == [QUESTION]
    whole.sim.tap(ADMIN, listed[1], message)
    seconds(whole, 5)
    assert whole.sim.texts(ADMIN)[-1].startswith("It cannot be tried again")
    whole.sim.tap(ADMIN, listed[0], message)
    seconds(whole, 5)
    assert whole.sim.texts(ADMIN)[-1].startswith("It is tried again")


def test_an_outcome_that_cannot_be_noted_ends_nothing(whole: Whole) -> None:
    """Telegram's answer holds what no database can: the row is set aside, told, never sent twice; all goes on."""
    sound = whole.house.api.call

    async def strange(method: str, params: dict[str, Any], file: bytes | None = None) -> Any:
        outcome = await sound(method, params, file)
        return Sent(2**70) if QUESTION in params.get("text", "") else outcome

    whole.house.api.call = strange  # type: ignore[method-assign]
    mark = here(whole)
    whole.say(CLIENT, "/week")
    seconds(whole, 120)
    assert not whole.house.fault
    assert len(calls(whole, CLIENT, mark)) == 1
    assert counts(whole).aside == 1
    assert "could not be noted" in whole.sim.texts(ADMIN)[-1]
    assert whole.say(CLIENT, "/help")


def test_a_call_that_hangs_stops_nobody_else(whole: Whole) -> None:
    """One call gets no answer for ever, a backlog waits behind it: every other chat is served."""
    sound, for_ever = whole.house.api.call, asyncio.Event()

    async def hanging(method: str, params: dict[str, Any], file: bytes | None = None) -> Any:
        if params.get("chat_id") == CLIENT:
            await for_ever.wait()
        return await sound(method, params, file)

    whole.house.api.call = hanging  # type: ignore[method-assign]
    before = len(whole.sim.texts(COACH))
    for _ in range(3):
        whole.sim.say(CLIENT, "/help")
        whole.sim.say(COACH, "/clients")
    whole.run(moved(whole, 12))
    assert whole.sim.texts(COACH)[before:] == ["Ada · active"] * 3
    for_ever.set()
    seconds(whole, 5)


async def moved(whole: Whole, times: int) -> None:
    """Let time pass where a call never comes to rest."""
    for _ in range(times):
        for _ in range(40):
            await asyncio.sleep(0.001)
        whole.clock.move(whole.clock.now() + timedelta(seconds=1))


def test_refused_markup_goes_once_without_it(whole: Whole) -> None:
    """Where Telegram cannot read the markup, the same text goes once more as plain text, and no third time."""
    unreadable = 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 3'
    whole.sim.fail("sendMessage", 1, code=400, text=unreadable, chat_id=CLIENT)
    mark = here(whole)
    whole.say(CLIENT, "/week")
    first, second = calls(whole, CLIENT, mark)
    assert (first.status, second.status) == (400, 200)
    assert "parse_mode" in first.args
    assert "parse_mode" not in second.args
    whole.sim.fail("sendMessage", -1, code=400, text=unreadable, chat_id=CLIENT)
    mark = here(whole)
    whole.say(CLIENT, "/now")
    seconds(whole, 3600)
    assert len(calls(whole, CLIENT, mark)) == 2


# ---- nobody knows, and later -------------------------------------------------------------------


def test_a_send_of_which_nobody_knows_is_repeated_once(whole: Whole) -> None:
    """Taken by Telegram, but the answer never came: it goes once more, and not a third time."""
    whole.sim.fail("sendMessage", 2, how="lose", seconds=0, chat_id=CLIENT)
    before = len(whole.sim.texts(CLIENT))
    whole.say(CLIENT, "/week")
    seconds(whole, 3600)
    assert whole.sim.texts(CLIENT)[before:] == [QUESTION, QUESTION]
    assert counts(whole).unknown == 1


def test_an_answer_to_either_copy_is_the_answer(whole: Whole) -> None:
    """After a repeated prompt, words and a tap under the first copy are taken for that prompt."""
    whole.sim.fail("sendMessage", 1, how="lose", seconds=0, chat_id=CLIENT)
    whole.say(CLIENT, "/week")
    first, _ = (one.id for one in whole.sim.messages(CLIENT) if one.body.get("text", "").startswith(QUESTION))
    whole.sim.tap(CLIENT, "Pass", first)
    seconds(whole, 3)
    assert [one.state for one in whole.responses()] == ["passed"]
    assert whole.sim.texts(CLIENT)[-1].endswith("What else is there to say of it?")


def test_what_did_not_arrive_is_tried_with_growing_pauses(whole: Whole) -> None:
    """Telegram's own faults and a broken line are waited out, longer each time, and it arrives once."""
    whole.sim.fail("sendMessage", 5, code=502, chat_id=CLIENT)
    before, mark = len(whole.sim.texts(CLIENT)), here(whole)
    whole.say(CLIENT, "/week")
    seconds(whole, 60)
    at = [one.at for one in calls(whole, CLIENT, mark)]
    pauses = [(after - one).total_seconds() for one, after in pairwise(at)]
    assert pauses == [1, 2, 4, 8, 16]
    assert whole.sim.texts(CLIENT)[before:] == [QUESTION]


def test_updates_are_asked_for_again_when_telegram_fails(whole: Whole) -> None:
    """A getUpdates that fails is repeated after a pause; what was written meanwhile is kept."""
    whole.sim.fail("getUpdates", 3, code=500)
    whole.sim.say(CLIENT, "first")
    whole.sim.say(CLIENT, "second")
    seconds(whole, 30)
    assert [text.words for one in whole.responses() for text in one.texts] == ["first", "second"]
    assert whole.sim.pending() == []


def test_updates_that_are_numbered_anew_are_taken(whole: Whole) -> None:
    """After a quiet week Telegram may begin with other numbers, lower ones too: nothing is passed over."""
    whole.sim.renumber(1000)
    whole.sim.say(CLIENT, "low numbers")
    seconds(whole, 40)
    assert [text.words for one in whole.responses() for text in one.texts] == ["low numbers"]


async def test_a_time_out_after_the_request_is_not_taken_for_a_failure() -> None:
    """No answer in time is unsure, no connection is a failure, an answer is an answer."""
    async with Simulator() as sim:
        sim.person("Ada", CLIENT, started=True)
        async with Api(sim.token, sim.api_url, read_timeout=0.05) as api:
            sim.fail("sendMessage", how="lose", seconds=5)
            assert await api.call("sendMessage", {"chat_id": CLIENT, "text": "one"}) == Unsure()
            assert await api.call("sendMessage", {"chat_id": CLIENT, "text": "two"}) == Sent(2)
    async with Api(sim.token, sim.api_url) as api:
        assert isinstance(await api.call("sendMessage", {"chat_id": CLIENT, "text": "three"}), Again)


async def test_every_call_at_once_has_a_connection_of_its_own() -> None:
    """With as many calls under way as there may be, and none answered, each has reached Telegram."""
    reached, enough = list[int](), asyncio.Event()

    async def keep(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        reached.append(1)
        if len(reached) > TOGETHER:
            enough.set()
        await enough.wait()
        writer.close()

    server = await asyncio.start_server(keep, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, Api("1:x", f"http://127.0.0.1:{port}") as api:
        outcomes = await asyncio.gather(*(until_connected(api) for _ in range(TOGETHER + 1)))
    assert Again("PoolTimeout") not in outcomes
    assert enough.is_set()


async def until_connected(api: Api) -> Outcome:
    """What becomes of a call; a machine that was too busy to connect in time is asked once more."""
    while (outcome := await api.call("sendMessage", {"chat_id": 1})) == Again("ConnectTimeout"):
        pass
    return outcome


@pytest.mark.parametrize("code", [403, 404, 409, 500, 503])
async def test_a_page_from_a_machine_on_the_way_is_waited_out(code: int) -> None:
    """Only Telegram itself can say that somebody has blocked the bot, or that the token is refused."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        page = b"<html>no</html>"
        head = f"HTTP/1.1 {code} No\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n"
        writer.write(head.encode() + page)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, Api("1:x", f"http://127.0.0.1:{port}") as api:
        assert isinstance(await api.call("sendMessage", {"chat_id": 1, "text": "?"}), Again)
        with pytest.raises(TelegramError) as caught:
            await api.updates(0, 0)
        assert of_somebody_else(caught.value)


def test_the_admin_is_not_troubled_by_any_of_this(whole: Whole) -> None:
    """Faults of the network are waited out in silence."""
    before = len(whole.sim.texts(ADMIN))
    whole.sim.fail("*", 6, code=502)
    whole.say(CLIENT, "/week")
    seconds(whole, 120)
    assert whole.sim.texts(ADMIN)[before:] == []
