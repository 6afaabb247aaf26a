"""python-telegram-bot on the core without a socket behaves as it does over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import telegram
from serving import PNG, served
from telegram.error import BadRequest, InvalidToken, NetworkError, TimedOut

from bot.simulator import Simulator


@asynccontextmanager
async def client(sim: Simulator) -> AsyncIterator[telegram.Bot]:
    bot = telegram.Bot(sim.token, request=sim.request(), get_updates_request=sim.request())
    async with bot:
        yield bot


async def talk(sim: Simulator, bot: telegram.Bot) -> list[str]:
    """One talk with text, taps, edits, files and refusals; how it reads."""
    ada = sim.person("Ada")
    sim.start(ada.id, "abc")
    updates = await bot.get_updates()
    markup = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Go", callback_data="g")]])
    sent = await bot.send_message(ada.id, "Well <b>then</b>?", parse_mode="HTML", reply_markup=markup)
    sim.tap(ada.id, "Go")
    tapped = (await bot.get_updates(offset=updates[-1].update_id + 1))[0].callback_query
    assert tapped
    await tapped.answer("Noted")
    await bot.edit_message_text("Well then.", ada.id, sent.message_id)
    page = await bot.send_document(ada.id, b"<p>\xc3\xb6</p>", filename="a.html", caption="Here")
    assert page.document
    fetched = await (await bot.get_file(page.document.file_id)).download_as_bytearray()
    assert bytes(fetched) == b"<p>\xc3\xb6</p>"
    await bot.send_media_group(ada.id, [telegram.InputMediaPhoto(PNG), telegram.InputMediaPhoto(PNG)])
    with pytest.raises(BadRequest, match=r"(?i)can't parse entities: unsupported start tag \"x\""):
        await bot.send_message(ada.id, "<x>", parse_mode="HTML")
    return sim.transcript(ada.id)


async def test_it_is_the_same_as_over_http() -> None:
    """The same talk reads the same with and without a socket, and leaves the same call log."""
    plain = Simulator(limits=False)
    async with client(plain) as bot:
        lines = await talk(plain, bot)
    async with served() as on:
        assert await talk(on.sim, on.bot) == lines
        assert [(one.method, one.status) for one in on.sim.calls()] == [
            (one.method, one.status) for one in plain.calls()
        ]


async def test_it_waits_and_wakes() -> None:
    """A long poll without a socket is woken by the update."""
    sim = Simulator(limits=False)
    async with client(sim) as bot:
        poll = asyncio.ensure_future(bot.get_updates(timeout=30))
        await asyncio.sleep(0.01)
        sim.say(sim.person("Ada").id, "here")
        assert len(await poll) == 1


async def test_faults_come_as_the_client_sees_them() -> None:
    """lose is a TimedOut with the work done, drop a NetworkError with nothing done, slow only takes its time."""
    sim = Simulator(limits=False)
    ada = sim.person("Ada", started=True)
    async with client(sim) as bot:
        sim.fail("sendMessage", how="lose")
        sim.fail("sendMessage", how="drop")
        sim.fail("sendMessage", how="slow", seconds=0.01)
        with pytest.raises(TimedOut):
            await bot.send_message(ada.id, "lost")
        with pytest.raises(NetworkError):
            await bot.send_message(ada.id, "dropped")
        await bot.send_message(ada.id, "slow")
        assert sim.texts(ada.id) == ["lost", "slow"]
        missing = telegram.File("x", "x", file_path=f"https://example.org/file/bot{sim.token}/none")
        missing.set_bot(bot)
        with pytest.raises(InvalidToken, match="Not Found"):
            await missing.download_as_bytearray()
