"""``python -m bot`` is the command ``interlude``."""

from bot.cli.main import main

main()
