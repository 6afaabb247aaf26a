"""This bot, as ``interlude run`` runs it: python -m bench.ours URL KIND COUNT CHATS FOLDER."""

import asyncio
import os
import signal
import sqlite3
import sys
from pathlib import Path

from bench.meter import Task, measure
from bot.cli import lean

with lean.without():  # as the command does
    from bench.practice import config
    from bot.cli.run import set_up_logs
    from bot.runtime import process


async def main(url: str, kind: str, count: str, chats: str, folder: str) -> None:
    """The loops, and the meter beside them."""
    settings = config(Path(folder), url)
    set_up_logs(settings.logs)
    look = sqlite3.connect(f"file:{settings.database.path}?mode=ro", uri=True)

    def dealt() -> int:
        return int(look.execute("SELECT coalesce(max(id), 0) FROM response_texts").fetchone()[0])

    ready = asyncio.Event()
    running = asyncio.create_task(process.run(settings, ready.set))
    await (
        ready.wait()
    )  # it reads the safety lists first, which takes a second or more where much else is going on
    await measure(Task(url, kind, int(count), int(chats)), dealt)
    os.kill(os.getpid(), signal.SIGTERM)
    await running


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
