"""``interlude scripts publish``: the difference, the issues and the effect are shown, then it is done."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import typer

from bot.cli import shelf
from bot.cli.running import ask, complain, fresh, read, settings
from bot.cli.versions import echo_difference, say_issues
from bot.cli.voice import shown
from bot.config import Config
from bot.core.base.issue import Issue
from bot.people.admin import checking, coming_month, comparing, folder, missing, outlook, publishing, watching
from bot.people.admin.folder import File
from bot.people.admin.publishing import Conflict, MidWay, Same, Shelved
from bot.people.admin.watching import Aside
from bot.people.turn import Turn
from bot.store import scripts, uses
from bot.store.db import Tx
from bot.store.scripts import ScriptVersion

TOGETHER = 25
"""Scripts in one request."""


Known = tuple[ScriptVersion | None, MidWay, str, Shelved | Same | Conflict | None, str]
"""Of a file: what is live, who is mid-way, what is foreseen, what keeps it from being published, and its twin."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that differs from what is live, with what is wrong with it and who is mid-way."""

    file: File
    live: ScriptVersion | None
    mid_way: MidWay
    foreseen: str
    refusal: Shelved | Same | Conflict | None
    twin: str
    issues: tuple[Issue, ...]

    @property
    def broken(self) -> bool:
        """Whether it cannot be published as it is."""
        return isinstance(self.refusal, Shelved | Conflict) or any(
            issue.level == "error" for issue in self.issues
        )

    @property
    def name(self) -> str:
        return f"{self.file.language}/{self.file.name}"


def publish(
    path: Path | None,
    paths: list[Path],
    *,
    note: str,
    author: str,
    base: int | None,
    brief: bool,
    dry: bool,
    sure: bool,
) -> None:
    """Publish files that differ from what is live; one with errors is said by line and left out."""
    config = settings(path)
    files = _files(config, paths, base)
    changes, beside = _changes(config, files, base, whole=not paths)
    for line in beside:
        typer.echo(line)
    if not changes:
        typer.echo("Nothing to publish: what is live is the same.")
        return
    for change in changes:
        _show(change, brief)
    clean = [change for change in changes if not change.broken]
    if clean and not dry:
        if sys.stdin.isatty() and not sure:
            typer.confirm(f"Publish {len(clean)} script{'' if len(clean) == 1 else 's'}?", abort=True)
        done = _published(config, clean, note, author, base)
    if len(clean) < len(changes) or (not dry and not all(done)):
        raise typer.Exit(1)


def _files(config: Config, paths: list[Path], base: int | None) -> Sequence[File]:
    files = shelf.found(paths) if paths else folder.files(config.prompts.path)
    if not files:
        complain(f"there are no scripts in {config.prompts.path}; put them there as en/after-session.md")
    if base is not None and len(files) != 1:
        complain("--base says what one file was made from; name that file")
    return checking.in_order(files)


def _changes(
    config: Config, files: Sequence[File], base: int | None, whole: bool
) -> tuple[list[FileChange], list[str]]:
    """The files that are not live as they are, in an order in which they can be published; what else to know."""
    if fresh(config):
        issues = checking.check_files(files, whole)
        return [_changed(file, issues, (None, (), "", None, "")) for file in files], []
    return read(config, partial(_looked_at, config=config, files=files, base=base, whole=whole))


def _looked_at(
    tx: Tx, config: Config, files: Sequence[File], base: int | None, whole: bool
) -> tuple[list[FileChange], list[str]]:
    """What would be published, with all that publishing itself would find, and the files that are gone."""
    gone = missing.before_publishing(tx, config.prompts.path, files) if whole else []
    if whole:  # what rests unchanged is nothing to publish
        resting = _resting(tx, files)
        files = [file for file in files if file.path not in resting]
    found = outlook.issues(tx, files, config.practice, datetime.now(UTC))
    made = [_changed(file, found, _known(tx, file, base, config)) for file in files]
    made = [one for one in made if one.live is None or one.live.source.encode() != one.file.content]
    clean = [one.file for one in made if not one.broken]
    return made, [*gone, *outlook.displaced(tx, clean)]


def _changed(file: File, issues: Sequence[Issue], known: Known) -> FileChange:
    return FileChange(file, *known, tuple(one for one in issues if one.file == str(file.path)))


def _resting(tx: Tx, files: Sequence[File]) -> frozenset[Path]:
    """The files of retired scripts that hold the text as it rests."""
    found = ((file.path, watching.standing_of(tx, file)) for file in files)
    return frozenset(path for path, stands in found if stands == Aside("", own=False))


def _known(tx: Tx, file: File, base: int | None, config: Config) -> Known:
    """What the database says of a file: the live version, and what publishing it would come to."""
    name, language = file.name, file.language
    live = scripts.live(tx, name, language)
    made_from = publishing.base_of(tx, file.place, name, language) if base is None else base
    return (
        live,
        uses.mid_way(tx, name, language),
        _foreseen(tx, file, live, config),
        publishing.refusal(tx, name, language, file.source, made_from),
        "" if live else watching.twin_of(tx, file),
    )


def _foreseen(tx: Tx, file: File, live: ScriptVersion | None, config: Config) -> str:
    """How often it would come, and what that changes in the coming month; "" for what is live as it is."""
    script = (
        None
        if live and live.source == file.source
        else checking.read(file.text, file.path.name, file.language)[0]
    )
    if script is None:
        return ""
    turn = Turn(tx, datetime.now(UTC), 0, config, "", count())
    return "\n".join(filter(None, (publishing.foreseen(tx, script), coming_month.ahead(turn, script))))


def _show(change: FileChange, brief: bool) -> None:
    """What it changes, what is to be mended, and what it means for clients."""
    live = change.live
    typer.secho(f"{change.name}: " + (f"changes version {live.version}" if live else "new"), bold=True)
    if live and not brief:
        echo_difference(comparing.difference(live.source, change.file.source))
    say_issues(list(change.issues))
    if change.refusal:
        typer.echo(watching.with_ways_out(change.refusal, change.file.place), err=change.broken)
        return
    if change.broken:
        typer.echo(f"{change.name} has errors and is not published.", err=True)
        return
    if live:
        typer.echo(publishing.effect(change.mid_way, live.version + 1))
    if change.foreseen:
        typer.echo(change.foreseen)
    if change.twin:
        typer.echo(watching.same_text(change.file, change.twin))


def _published(
    config: Config, clean: list[FileChange], note: str, author: str, base: int | None
) -> list[bool]:
    """Have them published, some at a time, so that a running bot is not held up by a large library."""
    done: list[bool] = []
    for start in shown(range(0, len(clean), TOGETHER), "Scripts"):
        some = clean[start : start + TOGETHER]
        reply = ask(config, _request(some, note, author, base))
        if "files" not in reply:
            complain(reply["text"], 1)
        done += [_replied(*pair) for pair in zip(some, reply["files"], strict=True)]
    return done


def _request(changes: list[FileChange], note: str, author: str, base: int | None) -> dict[str, Any]:
    files = [
        {
            "script": one.file.name,
            "language": one.file.language,
            "source": one.file.source,
            "path": one.file.place,
            "base": base,
        }
        for one in changes
    ]
    return {"do": "publish", "files": files, "note": note, "author": author}


def _replied(change: FileChange, reply: dict[str, Any]) -> bool:
    """Say what became of a file; issues that were said before are not said again."""
    said = {(one.line, one.rule, one.message) for one in change.issues}
    found = [replace(Issue(**row), file=str(change.file.path)) for row in reply["issues"]]
    say_issues([one for one in found if (one.line, one.rule, one.message) not in said])
    if not isinstance(change.refusal, Same):
        typer.echo(reply["text"], err=not reply["done"])
    return bool(reply["done"])
