"""``interlude scripts retire``, ``restore``, ``rename`` and ``keep``: what is meant is said, then done."""

import sys
from functools import partial
from pathlib import Path
from typing import Any

import typer

from bot.cli.running import ask, complain, fresh, read, settings
from bot.cli.versions import NONE
from bot.config import Config
from bot.config_file import SHIPPED
from bot.people.admin import resting


def retire(path: Path | None, name: str, language: str, author: str, sure: bool) -> None:
    """Say what it means for whom, ask on a terminal, and let the script rest."""
    config = _there(path)
    found = read(config, partial(resting.meaning, name=name, language=language))
    if not found.done:
        complain(found.text, 1)
    typer.echo(found.text)
    if sys.stdin.isatty() and not sure:
        typer.confirm(f"Retire {name}?", abort=True)
    _done(config, {"do": "retire", "script": name, "language": language, "author": author})
    typer.echo(
        "Its file in the folder is left as it is, and is not published while the script rests.", err=True
    )


def restore(path: Path | None, name: str, language: str) -> None:
    """A retired script is live again, as it was."""
    _done(_there(path), {"do": "restore", "script": name, "language": language})


def rename(path: Path | None, old: str, new: str, author: str) -> None:
    """Another name, in all languages, and for the files of the folder."""
    config = _there(path)
    own = () if config.prompts.path == SHIPPED else tuple(sorted(config.prompts.path.glob(f"*/{old}.md")))
    files = [(file, file.with_name(f"{new}.md")) for file in own]
    if taken := next((to for _, to in files if to.exists()), None):
        complain(f"{taken} exists already; take another name", 1)
    moved = [[str(file.resolve()), str(to.resolve())] for file, to in files]
    _done(config, {"do": "rename", "script": old, "to": new, "author": author, "moved": moved})
    for file, to in files:
        try:
            file.rename(to)
        except OSError as fault:
            complain(f"{file} cannot be renamed ({type(fault).__name__}); call it {to.name} by hand", 1)
        typer.echo(f"{file} is {to.name} now")


def without(path: Path | None, name: str, language: str) -> None:
    """A script lives without a file."""
    _done(_there(path), {"do": "without", "script": name, "language": language})


def _there(path: Path | None) -> Config:
    config = settings(path)
    if fresh(config):
        complain(NONE, 1)
    return config


def _done(config: Config, request: dict[str, Any]) -> None:
    reply = ask(config, request)
    if not reply["done"]:
        complain(reply["text"], 1)
    typer.echo(reply["text"])
