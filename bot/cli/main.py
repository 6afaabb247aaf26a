"""The command line: names, options and help; the work is in ``bot.cli``."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Optional

import typer

from bot import __version__
from bot.cli import bot_option, key_commands, safety_commands, script_commands

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    help="A Telegram bot for the time between coaching sessions.",
    pretty_exceptions_enable=False,
)

app.add_typer(script_commands.app, name="scripts")
app.add_typer(safety_commands.app, name="safety")
app.add_typer(key_commands.app, name="keys")

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
    bot: Annotated[
        str,
        typer.Option(metavar="NAME", help="Which bot, where the settings have several under \\[\\[bots]]."),
    ] = "",
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """A Telegram bot for the time between coaching sessions."""
    bot_option.MEANT.set(bot)


@app.command(epilog="Example: interlude init   or: interlude init --token-file token.txt --admin 4711")
def init(
    config: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--config", "-c", help="The settings to write, config.toml here if not said."),
    ] = None,
    token_file: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="A file with the bot's token; - for standard input. Else it is asked for."),
    ] = None,
    admin: Annotated[
        Optional[list[int]],  # noqa: UP045
        typer.Option(help="An admin's Telegram id; may be given several times. Else it is learned."),
    ] = None,
    api_url: Annotated[str, typer.Option(help="Another Bot API server, like http://127.0.0.1:8081.")] = "",
) -> None:
    """Make a new installation: settings, key and database. Asks for what it needs, and overwrites nothing.

    The token is checked. Who is admin is learned from a message that the admin sends to the bot.
    """
    from bot.cli import init as command

    command.init(config, token_file, admin or [], api_url)


@app.command(epilog="Example: interlude run --config config.toml")
def run(config: ConfigOption = None) -> None:
    """Run the bot. Prints the line `ready` once it takes updates; SIGTERM ends it, nothing half done."""
    from bot.cli import lean

    with lean.without():
        from bot.cli import run as command
    command.run(config)


@app.command(epilog="Example: interlude doctor --config config.toml")
def doctor(
    config: ConfigOption = None,
    machine: Annotated[bool, typer.Option("--json", help="For a program: one JSON object.")] = False,
) -> None:
    """Say what is wrong with an installation, and what to do."""
    from bot.cli import doctor as command

    command.doctor(config, machine)


@app.command(epilog="Example: interlude demo --seed 7 --weeks 2")
def demo(
    seed: Annotated[int, typer.Option(help="Another number, another fortnight.")] = 1,
    weeks: Annotated[int, typer.Option(min=1, max=26, help="How long it plays.")] = 2,
    out: Annotated[Path, typer.Option(help="The folder it leaves.")] = Path("demo"),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only the figures at the end.")] = False,
    serve: Annotated[
        Optional[bool],  # noqa: UP045
        typer.Option("--serve/--no-serve", help="Then in a browser; where nothing is said, on a terminal."),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the browser finds it; a free one if not said.")
    ] = 0,
) -> None:
    """Play a practice on a moved clock: no account, no network. Leaves chats, digests and the database.

    On a terminal it is then served as a playground, until Ctrl-C.
    """
    from bot.cli import demo as command

    command.demo(seed, weeks, out, quiet, port if (sys.stdout.isatty() if serve is None else serve) else None)


@app.command(epilog="Example: interlude playground   or: interlude playground --weeks 2 --port 8077")
def playground(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where it listens; 0 takes a free one.")] = 8077,
    host: Annotated[
        str, typer.Option(help="Only this machine, unless you name another address.")
    ] = "127.0.0.1",
    weeks: Annotated[int, typer.Option(min=0, max=26, help="How long the demo's people lived before.")] = 0,
    seed: Annotated[int, typer.Option(help="Another number, another past.")] = 1,
    browser: Annotated[bool, typer.Option(help="Open it in the browser of this machine.")] = True,
) -> None:
    """Be client, coach and admin at once, in a browser, with a clock you move. No account, no network."""
    from bot.cli import playground as command

    command.playground(host, port, weeks, seed, browser)


@app.command(epilog="Example: interlude digest --config config.toml --coach 2000 --out digests")
def digest(
    coach: Annotated[int, typer.Option(help="The coach's Telegram id.")],
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    client: Annotated[str, typer.Option(help="Only this client, by Telegram id or name.")] = "",
    first: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help="All shared from this day on."),
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="All shared up to this day.")
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Write a coach's digests as text, page, PDF, picture and JSON; it only reads, and nothing counts as told."""
    from bot.cli import digest_files as command

    command.write(config, coach, client, first and first.date(), last and last.date(), out)


@app.command(epilog="Example: interlude export --config config.toml --client 4711 --out ada.json")
def export(
    client: Annotated[str, typer.Option(metavar="ID", help="The client's Telegram id.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    config: ConfigOption = None,
) -> None:
    """Write everything that is kept of one client as JSON; works while the bot runs."""
    from bot.cli import client_words as command

    command.export_client(config, client, out)


@app.command(epilog="Example: interlude erase --client 4711 --yes")
def erase(
    client: Annotated[str, typer.Option(metavar="ID", help="The client's Telegram id.")],
    yes: Annotated[bool, typer.Option("--yes", help="It cannot be undone.")] = False,
    config: ConfigOption = None,
) -> None:
    """Erase one client: every row, and the key to every copy."""
    from bot.cli import client_words as command

    command.erase_client(config, client, yes)


@app.command(epilog="Example: interlude backup   or: interlude backup --out /mnt/elsewhere")
def backup(
    out: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="The folder to write to; without it, the folder under \\[backup]."),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Write a sealed backup of the database, and read it back; works while the bot runs."""
    from bot.cli import backups as command

    command.backup(config, out)


@app.command(epilog="Example: interlude move --to postgresql://interlude@127.0.0.1/interlude")
def move(
    to: Annotated[str, typer.Option(help="An empty PostgreSQL database, or a file that is not there yet.")],
    config: ConfigOption = None,
) -> None:
    """Copy the database into PostgreSQL, or back into a file, and compare every row; the bot is stopped."""
    from bot.cli import moving as command

    command.move(config, to)


@app.command(epilog="Example: interlude restore data/backups/interlude-20261201T031700Z.backup --yes")
def restore(
    file: Annotated[Path, typer.Argument(help="The backup.")],
    yes: Annotated[bool, typer.Option("--yes", help="The database of now is moved aside.")] = False,
    erased: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="A further erase ledger, where the database and its folder were lost."),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Put a backup in the place of the database, without those who were erased since it was made."""
    from bot.cli import backups as command

    command.restore(config, file, yes, erased)


@app.command(epilog='Example: interlude plan --zone Europe/Lisbon --rhythm "mon,thu 19:00" --from 2026-10-19')
def plan(
    zone: Annotated[str, typer.Option(help="The client's zone, like Europe/Lisbon.")] = "",
    rhythm: Annotated[str, typer.Option(help='Days and hours, like "mon,thu 19:00".')] = "",
    quiet: Annotated[str, typer.Option(help="Hours in which nothing begins.")] = "21:00-08:00",
    session: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(help='A coaching session, like "2026-10-20 15:00 weekly"; may be given several times.'),
    ] = None,
    start: Annotated[
        str, typer.Option("--from", help="The first day, like 2026-10-19; today if left out.")
    ] = "",
    days: Annotated[int, typer.Option(help="How many days.")] = 14,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    dropped: Annotated[bool, typer.Option("--dropped", help="Also what is not planned, and why.")] = False,
    weekly: Annotated[Optional[int], typer.Option(help="The client's own number a week.")] = None,  # noqa: UP045
    held: Annotated[int, typer.Option(help="Coaching sessions held before the first one named.")] = 0,
    client: Annotated[Optional[int], typer.Option(help="A real client's Telegram id instead.")] = None,  # noqa: UP045
    config: ConfigOption = None,
) -> None:
    """Print what a client so set would get and why; with --client, what a real one gets."""
    from bot.cli import planned as command

    shown = command.PlanView(start, days, form, dropped)
    if client is not None:
        return command.of_client(config, client, shown)
    wishes = command.Wishes(zone, rhythm, quiet, session or [], weekly, held)
    return command.imagined(config, wishes, shown)


def main() -> None:
    """The entry point of the command `interlude`."""
    app()
