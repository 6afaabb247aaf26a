"""``interlude demo``: a practice on a moved clock."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

from bot.cli import playground
from bot.cli.run import silence
from bot.cli.voice import complain, say
from bot.demo import play
from bot.demo.play import Played
from bot.playground.sandbox import Sandbox, going


def demo(seed: int, weeks: int, folder: Path, quiet: bool, port: int | None) -> None:
    """Play, show the conversation as it goes, say in the end what is where; ``port``: then serve it there."""
    silence()
    heard = None if port is None else playground.listening("127.0.0.1", port)
    show = (lambda line: None) if quiet else (lambda line: say(line, markup=False))
    try:
        asyncio.run(_demo(seed, weeks, folder, show, heard))
    except play.NotOurs as fault:
        complain(str(fault))


async def _demo(
    seed: int, weeks: int, folder: Path, show: Callable[[str], None], heard: socket.socket | None
) -> None:
    async with play.played(seed, weeks, folder, show) as found:
        _left(found, weeks, folder)
        if heard is not None:
            async with going(Sandbox(found.config, found.stage, found.bot)) as sandbox:
                await playground.serve(sandbox, heard, show=True)


def _left(found: Played, weeks: int, folder: Path) -> None:
    say(f"\nLeft in {folder}/: chats/ (every conversation), digests/ (text, page, picture), interlude.db")
    long = f"{weeks} {'week' if weeks == 1 else 'weeks'}"
    say(f"{long} in {found.seconds:.0f} s: {found.figures}.", markup=False)
