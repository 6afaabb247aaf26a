"""``interlude demo``: a practice on a moved clock."""

import asyncio
from pathlib import Path

from bot.cli.run import silence
from bot.cli.voice import complain, say
from bot.demo import play


def demo(seed: int, weeks: int, folder: Path, quiet: bool) -> None:
    """Play, show the conversation as it goes, and say in the end what is where."""
    silence()
    show = (lambda line: None) if quiet else (lambda line: say(line, markup=False))
    try:
        figures, seconds = asyncio.run(play.play(seed, weeks, folder, show))
    except play.NotOurs as fault:
        complain(str(fault))
    say(f"\nLeft in {folder}/: chats/ (every conversation), digests/ (text, page, picture), interlude.db")
    say(f"{weeks} {'week' if weeks == 1 else 'weeks'} in {seconds:.0f} s: {figures}.", markup=False)
