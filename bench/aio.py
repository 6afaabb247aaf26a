"""aiogram, one update after the other: python -m bench.aio URL KIND COUNT CHATS FOLDER.

``handle_as_tasks=False``: the next updates are asked for, and these so confirmed, when all are handled.
"""

import asyncio
import sys
from pathlib import Path

import aiosqlite
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

from bench.meter import Task, measure
from bench.peer import KEEP, PRAGMAS, TABLE


async def main(url: str, kind: str, count: str, chats: str, folder: str) -> None:
    """One handler: keep the words, commit, reply where replies are measured."""
    done = 0
    async with aiosqlite.connect(Path(folder) / "aio.db") as db:
        for sentence in (*PRAGMAS, TABLE):
            await db.execute(sentence)

        async def handle(message: Message) -> None:
            nonlocal done
            await db.execute(KEEP, (message.chat.id, message.message_id, message.text))
            await db.commit()
            done += 1
            if kind == "ask":
                await message.answer("How is it now?")

        bot = Bot("1:bench", session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
        dispatcher = Dispatcher()
        dispatcher.message.register(handle)
        polling = asyncio.create_task(
            dispatcher.start_polling(bot, handle_as_tasks=False, handle_signals=False, polling_timeout=10)
        )
        await measure(Task(url, kind, int(count), int(chats)), lambda: done)
        await dispatcher.stop_polling()
        await polling


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
