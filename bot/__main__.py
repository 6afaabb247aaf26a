"""``python -m bot`` is the command ``interlude``."""

from bot.cli import main

main()
