"""``interlude scripts lint``: scripts, or a bare list of prompts, against the rules."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import typer

from bot.cli import shelf
from bot.cli.voice import complain, shown
from bot.core.base.issue import Issue
from bot.core.lint import lint_list
from bot.core.lint.show import as_github, as_json, as_text
from bot.people.admin import checking, circumstances
from bot.people.admin.folder import File

SHOWN = {"text": as_text, "json": as_json, "github": as_github}

TOGETHER = 20
"""Prompts of a list that are looked at between two steps of the bar."""


def lint(
    paths: Sequence[Path], prompts: Path | None, form: str, language: str, config: Path | None = None
) -> None:
    """Say every issue; exit code 0 clean or warnings only, 1 errors, 2 unusable."""
    if form not in SHOWN:
        complain(f"--format can be {', '.join(SHOWN)}")
    if prompts is not None and paths:
        complain("name scripts or --prompts FILE, not both")
    if prompts is not None:
        issues = list_issues(prompts, language or "en")
    else:
        practice = _practice(config) if config or not paths else None
        paths = paths or [_folder(config)]
        files = shelf.found(paths, language)
        issues = script_issues(files, any(path.is_dir() for path in paths)) + _odd(files, practice)
    said = SHOWN[form](issues)
    if said:
        typer.echo(said)
    errors = sum(issue.level == "error" for issue in issues)
    if form == "text":
        typer.echo(_counted(errors, len(issues) - errors), err=True)
    if errors:
        raise typer.Exit(1)


def _odd(files: Sequence[File], practice: Mapping[str, str] | None) -> list[Issue]:
    """What is odd today, and in this practice, where its settings are known."""
    made = ((file, checking.check_file(str(file.path), file.language, file.text).script) for file in files)
    return [
        issue
        for file, script in made
        if script is not None
        for issue in circumstances.issues(script, str(file.path), practice, datetime.now(UTC))
    ]


def _practice(config: Path | None) -> Mapping[str, str]:
    from bot.cli.running import settings

    return settings(config).practice


def _folder(config: Path | None) -> Path:
    from bot.cli.running import settings  # with paths, an editor's linter needs none of it, and starts faster

    return settings(config).prompts.path


def _counted(errors: int, warnings: int) -> str:
    return f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}"


def list_issues(prompts: Path, language: str) -> list[Issue]:
    """The issues of a list of prompts, one a line."""
    lines = shelf.text_of(prompts).splitlines()
    return [
        replace(issue, line=issue.line + start)
        for start in shown(range(0, len(lines), TOGETHER), "Prompts")
        for issue in lint_list("\n".join(lines[start : start + TOGETHER]), str(prompts), language)
    ]


def script_issues(files: Sequence[File], whole: bool) -> list[Issue]:
    """The issues of scripts, and between them: languages that differ; in a ``whole`` library, arrows too."""
    for file in shown(files, "Scripts"):
        checking.check_file(str(file.path), file.language, file.text)  # remembered for the next line
    return list(checking.check_files(files, whole))
