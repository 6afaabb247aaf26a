"""python-telegram-bot with a commit a handler: python -m bench.ptb URL KIND COUNT CHATS FOLDER."""

import asyncio
import sys
from pathlib import Path

import aiosqlite
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bench.meter import Task, measure
from bench.peer import KEEP, PRAGMAS, TABLE


async def main(url: str, kind: str, count: str, chats: str, folder: str) -> None:
    """One handler: keep the words, commit, reply where replies are measured."""
    done = 0
    async with aiosqlite.connect(Path(folder) / "ptb.db") as db:
        for sentence in (*PRAGMAS, TABLE):
            await db.execute(sentence)

        async def handle(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
            nonlocal done
            message = update.message
            if message is None:
                return
            await db.execute(KEEP, (message.chat_id, message.message_id, message.text))
            await db.commit()
            done += 1
            if kind == "ask":
                await message.reply_text("How is it now?")

        bot = Application.builder().token("1:bench").base_url(f"{url}/bot").build()
        bot.add_handler(MessageHandler(filters.TEXT, handle))
        async with bot:
            await bot.start()
            if bot.updater is not None:
                await bot.updater.start_polling()
                await measure(Task(url, kind, int(count), int(chats)), lambda: done)
                await bot.updater.stop()
            await bot.stop()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
