"""The command line of the master keys: ``interlude keys ...``."""

from pathlib import Path
from typing import Annotated, Optional

import typer

app = typer.Typer(no_args_is_help=True, help="The master keys: take a new one into use.")

Config = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads this form on every version
    typer.Option("--config", "-c", help="The settings, like config.toml; read from here if left out."),
]


@app.command(epilog="Example: interlude keys rotate --config config.toml")
def rotate(config: Config = None) -> None:
    """Add a master key and wrap everybody's key by it at once, also while the bot runs; texts stay as they are."""
    from bot.cli import renewal as command

    command.rotate(config)


@app.command(epilog="Example: interlude keys new | secret-tool store --label=interlude interlude key")
def new(config: Config = None) -> None:
    """Print a fresh master key, for keys that stand in the environment or come from a command."""
    from bot.cli import renewal as command

    command.new(config)
