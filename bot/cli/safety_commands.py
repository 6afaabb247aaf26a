"""The command line of the safety lists: ``interlude safety ...``."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Optional

import typer

app = typer.Typer(no_args_is_help=True, help="Words that may need a person: look, check the lists, measure.")


@app.command(epilog="Example: interlude safety check messages.txt --lang en --format json")
def check(
    source: Annotated[
        Path, typer.Argument(help="Messages, one a line, like messages.txt; - for standard input.")
    ] = Path("-"),
    lang: Annotated[str, typer.Option("--lang", "-l", help="Whose list, like de.")] = "en",
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Say for each message whether it needs a person: tier 1 (said outright), tier 2 (sounds like it), or none."""
    from bot.cli import safety_check as command

    command.check(source, lang, form)


@app.command(epilog="Example: interlude safety lint prompts/de/safety.txt")
def lint(
    paths: Annotated[
        Optional[list[Path]],  # noqa: UP045 - typer reads this form on every version
        typer.Argument(help="Lists, like prompts/de/safety.txt; all that are shipped if left out."),
    ] = None,
    form: Annotated[str, typer.Option("--format", help="text, json or github.")] = "text",
) -> None:
    """Check the lists: each phrase can be read, each example is found, no trap is. Exit code 1 with errors."""
    from bot.cli import safety_check as command

    command.lint(paths or [], form)


@app.command(epilog="Example: interlude safety measure tests/safety/gold")
def measure(
    folder: Annotated[Path, typer.Argument(help="A folder of gold messages, like tests/safety/gold.")],
) -> None:
    """Print the table of docs/safety.md: recall and false alarms of each list on gold messages."""
    from bot.cli import safety_check as command

    command.measure(folder)


@app.command(epilog="Example: interlude safety lines --country DE")
def lines(
    paths: Annotated[
        Optional[list[Path]],  # noqa: UP045 - typer reads this form on every version
        typer.Argument(
            help="Files of help lines, like prompts/help_lines.toml; the shipped one if left out."
        ),
    ] = None,
    country: Annotated[str, typer.Option("--country", "-c", help="One country alone, like DE.")] = "",
) -> None:
    """List the help lines of each country and check the file. Exit code 1 with errors."""
    from bot.cli import safety_lines as command

    command.lines(paths or [], country, datetime.now(UTC).date())
