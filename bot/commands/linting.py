"""``interlude scripts lint``: scripts, or a bare list of prompts, against the rules."""

from collections.abc import Sequence
from pathlib import Path

import typer

from bot.commands import shelf
from bot.commands.house import UNUSABLE, complain
from bot.core.lint import lint_list, parity
from bot.core.lint.show import as_github, as_json, as_text
from bot.core.model import Issue
from bot.core.script import Script
from bot.people import publishing
from bot.people.opening import File

SHOWN = {"text": as_text, "json": as_json, "github": as_github}


def lint(paths: Sequence[Path], prompts: Path | None, form: str, language: str) -> None:
    """Say every issue; exit code 0 clean or warnings only, 1 errors, 2 unusable."""
    if form not in SHOWN:
        complain(f"--format can be {', '.join(SHOWN)}")
    if prompts is None and not paths:
        complain("name a script, a folder of scripts, or --prompts FILE")
    issues = (
        list_issues(prompts, language or "en") if prompts else script_issues(shelf.found(paths, language))
    )
    said = SHOWN[form](issues)
    if said:
        typer.echo(said)
    errors = sum(issue.level == "error" for issue in issues)
    if form == "text":
        typer.echo(f"{errors} errors, {len(issues) - errors} warnings", err=True)
    if errors:
        raise typer.Exit(1)


def list_issues(prompts: Path, language: str) -> list[Issue]:
    """The issues of a list of prompts, one a line."""
    if str(prompts) != "-" and not prompts.is_file():
        complain(f"there is no file {prompts}", UNUSABLE)
    return list(lint_list(shelf.text_of(prompts), str(prompts), language))


def script_issues(files: Sequence[File]) -> list[Issue]:
    """The issues of scripts, and where a language does not go the same ways as English."""
    issues: list[Issue] = []
    read: dict[tuple[str, str], tuple[Script, File]] = {}
    for file in files:
        checked = publishing.check_file(str(file.path), file.language, file.source)
        issues += checked.issues
        if checked.script:
            read[file.name, file.language] = (checked.script, file)
    for (name, language), (script, file) in read.items():
        original = read.get((name, "en"))
        if language != "en" and original is not None:
            issues += parity(original[0], script, str(file.path))
    return sorted(issues, key=lambda issue: (issue.file, issue.line, issue.column))
