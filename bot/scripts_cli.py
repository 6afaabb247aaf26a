"""The command line of the scripts: ``interlude scripts ...``; the work is in ``bot.commands``."""

from pathlib import Path
from typing import Annotated, Optional

import typer

app = typer.Typer(no_args_is_help=True, help="The scripts: look, check, try, publish, undo.")

Config = Annotated[Optional[Path], typer.Option("--config", "-c", help="The settings.")]  # noqa: UP045
Language = Annotated[str, typer.Option("--language", "-l", help="The script's language.")]
Name = Annotated[str, typer.Argument(help="The script's name, like after-session.")]
Paths = Annotated[Optional[list[Path]], typer.Argument(help="Scripts or folders of them.")]  # noqa: UP045


@app.command("list", epilog="Example: interlude scripts list --config config.toml")
def list_scripts(config: Config = None) -> None:
    """Every script, which version is live, and whether the folder differs."""
    from bot.commands import scripts as command

    command.show_list(config)


@app.command(epilog="Example: interlude scripts show after-session --version 2")
def show(
    name: Name,
    language: Language = "en",
    version: Annotated[Optional[int], typer.Option(help="The live one if left out.")] = None,  # noqa: UP045
    config: Config = None,
) -> None:
    """Print the text of a version."""
    from bot.commands import scripts as command

    command.show(config, name, language, version)


@app.command(epilog="Example: interlude scripts diff after-session")
def diff(name: Name, language: Language = "en", config: Config = None) -> None:
    """What the folder's file changes on the live version."""
    from bot.commands import scripts as command

    command.diff(config, name, language)


@app.command(epilog="Example: interlude scripts lint prompts   or: interlude scripts lint --prompts list.txt")
def lint(
    paths: Paths = None,
    prompts: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="A bare list of prompts instead, one a line; - for standard input."),
    ] = None,
    form: Annotated[str, typer.Option("--format", help="text, json or github.")] = "text",
    language: Annotated[str, typer.Option("--language", "-l", help="Else the folder's, else en.")] = "",
) -> None:
    """Check scripts, or a list of prompts, against the rules. Exit code 0 clean, 1 errors, 2 unusable."""
    from bot.commands import linting as command

    command.lint(paths or [], prompts, form, language)


@app.command(epilog="Example: interlude scripts preview prompts/en/mid-week.md --talk mid-week.talk")
def preview(
    file: Annotated[Path, typer.Argument(help="A script.")],
    talk: Annotated[Optional[Path], typer.Option(help="Write what was said as a talk file.")] = None,  # noqa: UP045
    session: Annotated[int, typer.Option(help="The number of the last coaching session.")] = 3,
    coach: Annotated[str, typer.Option(help="The coach's name.")] = "Dana",
) -> None:
    """Play a script here, as a client would meet it."""
    from bot.commands import preview as command

    command.preview(file, talk, session, coach)


@app.command(epilog="Example: interlude scripts publish prompts/en/mid-week.md --note 'shorter opening'")
def publish(
    paths: Paths = None,
    note: Annotated[str, typer.Option(help="Why, for the history.")] = "",
    author: Annotated[str, typer.Option(help="Who, for the history.")] = "the command line",
    brief: Annotated[bool, typer.Option("--brief", help="Without the difference.")] = False,
    config: Config = None,
) -> None:
    """Publish what differs from the live versions; without paths, the whole folder of the settings."""
    from bot.commands import scripts as command

    command.publish(config, paths or [], note, author, brief)


@app.command(epilog="Example: interlude scripts history after-session")
def history(name: Name, language: Language = "en", config: Config = None) -> None:
    """Every version: when, who, why."""
    from bot.commands import scripts as command

    command.history(config, name, language)


@app.command(epilog="Example: interlude scripts rollback after-session --to 2")
def rollback(
    name: Name,
    language: Language = "en",
    to: Annotated[Optional[int], typer.Option(help="The version before if left out.")] = None,  # noqa: UP045
    config: Config = None,
) -> None:
    """Publish an older text again."""
    from bot.commands import scripts as command

    command.rollback(config, name, language, to)


@app.command(epilog="Example: interlude scripts pull")
def pull(
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that differ.")] = False,
    config: Config = None,
) -> None:
    """Write the live versions into the folder."""
    from bot.commands import scripts as command

    command.pull(config, force)


@app.command("import", epilog="Example: interlude scripts import questions.txt --out prompts/en")
def import_list(
    source: Annotated[Path, typer.Argument(help="A list of prompts, one a line; - for standard input.")],
    out: Annotated[Path, typer.Option(help="The folder for the scripts.")],
    each: Annotated[int, typer.Option(min=1, max=8, help="Prompts a script.")] = 4,
    language: Language = "en",
    author: Annotated[str, typer.Option(help="Name and role, for the header.")] = "Unknown, imported from a list",
) -> None:
    """Turn a list of prompts into scripts, splitting double asks."""
    from bot.commands import importing as command

    command.import_list(source, out, each, language, author)


@app.command(epilog="Example: interlude scripts upgrade prompts")
def upgrade(paths: Paths = None) -> None:
    """Bring scripts of an older format to today's."""
    from bot.commands import scripts as command

    command.upgrade(paths or [Path("prompts")])
