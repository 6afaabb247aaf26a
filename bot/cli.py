"""The command line: names, options and help; the work is in ``bot.commands``."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from bot import __version__

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    help="A Telegram bot for the time between coaching sessions.",
    pretty_exceptions_enable=False,
)

ConfigOption = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads this form on every version
    typer.Option(
        "--config", "-c", help="The settings; without it, config.toml here and INTERLUDE_* are read."
    ),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"interlude {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """A Telegram bot for the time between coaching sessions."""


@app.command(epilog="Example: interlude run --config config.toml")
def run(config: ConfigOption = None) -> None:
    """Run the bot. Prints the line `ready` once it takes updates; SIGTERM ends it, nothing half done."""
    from bot.commands import run as command

    command.run(config)


@app.command(epilog="Example: interlude doctor --config config.toml")
def doctor(config: ConfigOption = None) -> None:
    """Say what is wrong with an installation, and what to do."""
    from bot.commands import doctor as command

    command.doctor(config)


@app.command(epilog="Example: interlude demo --seed 7 --weeks 2")
def demo(
    seed: Annotated[int, typer.Option(help="Another number, another fortnight.")] = 1,
    weeks: Annotated[int, typer.Option(min=1, max=26, help="How long it plays.")] = 2,
    out: Annotated[Path, typer.Option(help="The folder it leaves.")] = Path("demo"),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only the figures at the end.")] = False,
) -> None:
    """Play a practice on a moved clock: no account, no network. Leaves chats, digests and the database."""
    from bot.commands import demo as command

    command.demo(seed, weeks, out, quiet)


@app.command(epilog="Example: interlude export --config config.toml --client 4711 --out ada.json")
def export(
    client: Annotated[int, typer.Option(help="The client's Telegram id.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    config: ConfigOption = None,
) -> None:
    """Write everything that is kept of one client as JSON; works while the bot runs."""
    from bot.commands import words as command

    command.export_client(config, client, out)


@app.command(epilog="Example: interlude erase --client 4711 --yes")
def erase(
    client: Annotated[int, typer.Option(help="The client's Telegram id.")],
    yes: Annotated[bool, typer.Option("--yes", help="It cannot be undone.")] = False,
    config: ConfigOption = None,
) -> None:
    """Erase one client: every row, and the key to every copy."""
    from bot.commands import words as command

    command.erase_client(config, client, yes)


def main() -> None:
    """The entry point of the command `interlude`."""
    app()
