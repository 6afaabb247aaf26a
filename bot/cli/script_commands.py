"""The command line of the scripts: ``interlude scripts ...``; the work is in ``bot.cli``."""

from pathlib import Path
from typing import Annotated, Optional

import typer

app = typer.Typer(no_args_is_help=True, help="The scripts: look, check, try, publish, undo.")

Config = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads this form on every version
    typer.Option("--config", "-c", help="The settings, like config.toml; read from here if left out."),
]
Language = Annotated[str, typer.Option("--language", "-l", help="The script's language, like de.")]
Name = Annotated[str, typer.Argument(help="The script's name, like after-session.")]
Paths = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Argument(help="Scripts or folders of them, like prompts/en/mid-week.md."),
]
Number = Optional[int]  # noqa: UP045


@app.command("list", epilog="Example: interlude scripts list --language de")
def list_scripts(
    language: Annotated[str, typer.Option("--language", "-l", help="Only one language, like de.")] = "",
    config: Config = None,
) -> None:
    """Every script, which version is live, and how the folder's file stands to it."""
    from bot.cli import versions as command

    command.show_list(config, language)


@app.command(epilog="Example: interlude scripts show after-session --version 2")
def show(
    name: Name,
    language: Language = "en",
    version: Annotated[Number, typer.Option(help="A version, like 2; the live one if left out.")] = None,
    config: Config = None,
) -> None:
    """Print the text of a version."""
    from bot.cli import versions as command

    command.show(config, name, language, version)


@app.command(
    epilog="Example: interlude scripts diff after-session   or: … diff after-session --old 1 --new 3"
)
def diff(
    name: Name,
    language: Language = "en",
    old: Annotated[Number, typer.Option(help="From this version, like 1; the live one if left out.")] = None,
    new: Annotated[
        Number, typer.Option(help="To this version, like 3; the folder's file if left out.")
    ] = None,
    config: Config = None,
) -> None:
    """What the folder's file changes on the live version, or one version on another."""
    from bot.cli import versions as command

    command.diff(config, name, language, old, new)


@app.command(epilog="Example: interlude scripts lint prompts   or: interlude scripts lint --prompts list.txt")
def lint(
    paths: Paths = None,
    prompts: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="A bare list of prompts instead, one a line, like list.txt; - for standard input."),
    ] = None,
    form: Annotated[str, typer.Option("--format", help="text, json or github.")] = "text",
    language: Annotated[
        str, typer.Option("--language", "-l", help="The language, like de; else the folder's, else en.")
    ] = "",
    config: Config = None,
) -> None:
    """Check scripts, or a list of prompts, against the rules. Exit code 0 clean, 1 errors, 2 unusable.

    Without paths, the whole folder of the settings. Of a folder, the arrows between its scripts and the other
    languages are checked too.
    """
    from bot.cli import linting as command

    command.lint(paths or [], prompts, form, language, config)


@app.command(epilog="Example: interlude scripts preview prompts/en/mid-week.md --talk mid-week.talk")
def preview(
    file: Annotated[Path, typer.Argument(help="A script, like prompts/en/mid-week.md.")],
    talk: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Write what was said as a talk file, like mid-week.talk."),
    ] = None,
    session: Annotated[int, typer.Option(help="The number of the last coaching session, like 6.")] = 3,
    coach: Annotated[str, typer.Option(help="The coach's name, like Ana.")] = "Dana",
    name: Annotated[str, typer.Option(help="The client's name, like Ada; none if left out.")] = "",
    marked: Annotated[bool, typer.Option("--marked", help="As if it came after a mark.")] = False,
    times: Annotated[
        int, typer.Option(min=0, max=999, help="How often it came before, like 2: each wording in turn.")
    ] = 0,
) -> None:
    """Play a script here, as a client would meet it."""
    from bot.cli import preview as command

    command.preview(file, talk, session=session, coach=coach, name=name, marked=marked, times=times)


@app.command(epilog="Example: interlude scripts publish prompts/en/mid-week.md --note 'shorter opening'")
def publish(
    paths: Paths = None,
    note: Annotated[str, typer.Option(help="Why, for the history, like 'shorter opening'.")] = "",
    author: Annotated[str, typer.Option(help="Who, for the history, like 'A. Name'.")] = "",
    base: Annotated[
        Number, typer.Option(help="The version that the one file was made from, like 3, if it is not known.")
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="Without the difference.")] = False,
    dry: Annotated[bool, typer.Option("--dry-run", "-n", help="Show everything, publish nothing.")] = False,
    sure: Annotated[
        bool, typer.Option("--yes", "-y", help="On a terminal, without asking once more.")
    ] = False,
    config: Config = None,
) -> None:
    """Publish what differs from the live versions; without paths, the whole folder of the settings.

    First shows the difference, the issues and who is mid-way. Files with errors are left out (exit code 1).
    """
    from bot.cli import publish as command

    command.publish(config, paths or [], note=note, author=author, base=base, brief=brief, dry=dry, sure=sure)


@app.command(epilog="Example: interlude scripts history after-session")
def history(name: Name, language: Language = "en", config: Config = None) -> None:
    """Every version: when, who, why, and what became of its reflections."""
    from bot.cli import versions as command

    command.history(config, name, language)


@app.command(epilog="Example: interlude scripts counts after-session --version 2")
def counts(
    name: Name,
    language: Language = "en",
    version: Annotated[Number, typer.Option(help="A version, like 2; the newest if left out.")] = None,
    config: Config = None,
) -> None:
    """What became of one version, as a small page: begun, finished, passed where, fitted."""
    from bot.cli import versions as command

    command.counts(config, name, language, version)


@app.command(epilog="Example: interlude scripts rollback after-session --to 2")
def rollback(
    name: Name,
    language: Language = "en",
    to: Annotated[Number, typer.Option(help="A version, like 2; the one before if left out.")] = None,
    author: Annotated[str, typer.Option(help="Who, for the history, like 'A. Name'.")] = "",
    config: Config = None,
) -> None:
    """Publish an older text again, as a new version."""
    from bot.cli import versions as command

    command.rollback(config, name, language, to, author)


Author = Annotated[str, typer.Option(help="Who, for the history, like 'A. Name'.")]


@app.command(epilog="Example: interlude scripts retire gratitude")
def retire(
    name: Name,
    language: Language = "en",
    author: Author = "",
    sure: Annotated[
        bool, typer.Option("--yes", "-y", help="On a terminal, without asking once more.")
    ] = False,
    config: Config = None,
) -> None:
    """Let a script rest: it comes to nobody any more. What that means for whom is said first."""
    from bot.cli import shelving as command

    command.retire(config, name, language, author, sure)


@app.command(epilog="Example: interlude scripts restore gratitude")
def restore(name: Name, language: Language = "en", config: Config = None) -> None:
    """Bring a retired script back as it was."""
    from bot.cli import shelving as command

    command.restore(config, name, language)


@app.command(epilog="Example: interlude scripts rename mid-week halfway")
def rename(
    name: Name,
    new: Annotated[str, typer.Argument(help="The new name, like halfway.")],
    author: Author = "",
    config: Config = None,
) -> None:
    """Give a script another name in all languages; versions, counts and assignments go with it."""
    from bot.cli import shelving as command

    command.rename(config, name, new, author)


@app.command("keep", epilog="Example: interlude scripts keep gratitude")
def keep(name: Name, language: Language = "en", config: Config = None) -> None:
    """Say that a script lives without a file of the folder; nobody is told of it again."""
    from bot.cli import shelving as command

    command.without(config, name, language)


@app.command(epilog="Example: interlude scripts pull   or: interlude scripts pull after-session --force")
def pull(
    name: Annotated[str, typer.Argument(help="One script, like after-session; all if left out.")] = "",
    language: Annotated[str, typer.Option("--language", "-l", help="Only one language, like de.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that were edited.")] = False,
    config: Config = None,
) -> None:
    """Write the live versions into the folder."""
    from bot.cli import versions as command

    command.pull(config, name, language, force)


@app.command("import", epilog="Example: interlude scripts import questions.txt --out prompts/en")
def import_list(
    source: Annotated[
        Path, typer.Argument(help="A list, table, JSON, YAML or flow, like list.txt; - for standard input.")
    ],
    out: Annotated[Path, typer.Option(help="The folder for the scripts, like prompts/en.")],
    each: Annotated[int, typer.Option(min=1, max=8, help="Prompts a script, like 3.")] = 4,
    language: Language = "en",
    author: Annotated[
        str, typer.Option(help="Name and role for the header, like 'A. Name, coach'.")
    ] = "Unknown, imported from a list",
    name: Annotated[
        str, typer.Option(help="What the files are called, like evening: evening-01.md.")
    ] = "imported",
    reword: Annotated[
        bool, typer.Option("--reword", help="Also make closed questions open, as far as a pattern can.")
    ] = False,
) -> None:
    """Turn a collection of prompts into scripts, splitting double asks. What it took for what is said."""
    from bot.cli import importing as command

    command.import_list(source, out, each, language, author, name=name, reword=reword)


@app.command(
    epilog="Example: interlude scripts upgrade prompts   or: interlude scripts upgrade --from 1 mine.md"
)
def upgrade(
    paths: Paths = None,
    unsaid: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(
            "--from", min=0, max=1, help="The format of files that name none, like 1; today's if not said."
        ),
    ] = None,
) -> None:
    """Bring scripts of an older format to today's; without paths, those in prompts."""
    from bot.cli import versions as command

    command.upgrade(paths or [Path("prompts")], unsaid)
