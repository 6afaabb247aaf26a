"""``interlude scripts``: the library as files, and its versions in the database."""

import difflib
from functools import partial
from pathlib import Path
from typing import Any

import typer
from rich.table import Table

from bot.commands import shelf
from bot.commands.house import ask, complain, out, read, settings
from bot.config import Config
from bot.core.lint.show import as_text
from bot.core.model import Issue
from bot.core.upgrade import upgrade as upgraded
from bot.people import opening
from bot.people.opening import File
from bot.store import scripts
from bot.store.db import Tx
from bot.store.scripts import ScriptVersion


def _folder(config: Config, paths: list[Path]) -> tuple[File, ...]:
    return shelf.found(paths) if paths else opening.files(Path(config.prompts.path))


def show_list(path: Path | None) -> None:
    """Every live script, with the folder's state beside it."""
    config = settings(path)
    live = {(one.script, one.language): one for one in _live(config)}
    files = {(file.name, file.language): file for file in opening.files(Path(config.prompts.path))}
    table = Table("script", "language", "live", "folder", box=None, pad_edge=False)
    for key in sorted({*live, *files}):
        version, file = live.get(key), files.get(key)
        table.add_row(*key, f"v{version.version}" if version else "–", _state(version, file))
    out.print(table)


def _state(version: ScriptVersion | None, file: File | None) -> str:
    if file is None:
        return "no file; `scripts pull` writes it"
    if version is None:
        return "not published"
    return "same" if version.source == file.source else "differs; `scripts diff`, then `scripts publish`"


def _live(config: Config) -> tuple[ScriptVersion, ...]:
    if not Path(config.database.path).exists():
        return ()
    return read(config, scripts.all_live)


def _one(config: Config, name: str, language: str, version: int | None) -> ScriptVersion:
    def wanted(tx: Tx) -> ScriptVersion | None:
        return scripts.version(tx, name, language, version) if version else scripts.live(tx, name, language)

    found = read(config, wanted)
    if found is None:
        complain(f"{name} ({language}) has no such version; `interlude scripts list` shows what there is", 1)
    return found


def show(path: Path | None, name: str, language: str, version: int | None) -> None:
    """The text of a version, the live one if none is named."""
    typer.echo(_one(settings(path), name, language, version).source, nl=False)


def diff(path: Path | None, name: str, language: str) -> None:
    """What the folder's file changes on the live version."""
    config = settings(path)
    live = _one(config, name, language, None)
    file = Path(config.prompts.path) / language / f"{name}.md"
    new = shelf.text_of(file)
    rows = difflib.unified_diff(
        live.source.splitlines(), new.splitlines(), f"version {live.version}", str(file), lineterm=""
    )
    text = "\n".join(rows)
    typer.echo(text or f"{file} is version {live.version}, which is live.")


def history(path: Path | None, name: str, language: str) -> None:
    """Every version of a script, newest first."""
    found = read(settings(path), partial(scripts.history, script=name, language=language))
    if not found:
        complain(f"{name} ({language}) was never published", 1)
    for one in found:
        out.print(f"v{one.version}  {one.at:%Y-%m-%d %H:%M} UTC  {one.author}  {one.note}", markup=False)


def publish(path: Path | None, paths: list[Path], note: str, author: str, yes: bool) -> None:
    """Publish files that differ from what is live; errors by line, and nothing of those is published."""
    config = settings(path)
    live = {(one.script, one.language): one for one in _live(config)}
    files = [file for file in _folder(config, paths) if _differs(live, file)]
    if not files:
        out.print("Nothing to publish: the folder and the live versions are the same.")
        return
    bad = 0
    for file in files:
        before = live.get((file.name, file.language))
        _say_change(file, before, yes)
        reply = ask(config, _request(file, before, note, author))
        _say_reply(file, reply)
        bad += not reply["done"]
    if bad:
        raise typer.Exit(1)


def _differs(live: dict[tuple[str, str], ScriptVersion], file: File) -> bool:
    version = live.get((file.name, file.language))
    return version is None or version.source != file.source


def _say_change(file: File, before: ScriptVersion | None, yes: bool) -> None:
    old = before.source if before else ""
    rows = list(difflib.unified_diff(old.splitlines(), file.source.splitlines(), lineterm="", n=0))[2:]
    if before and not yes:
        typer.echo("\n".join(rows))


def _request(file: File, before: ScriptVersion | None, note: str, author: str) -> dict[str, Any]:
    return {
        "do": "publish",
        "script": file.name,
        "language": file.language,
        "source": file.source,
        "note": note,
        "author": author,
        "base": before.version if before else None,
    }


def _say_reply(file: File, reply: dict[str, Any]) -> None:
    if reply.get("issues"):
        issues = [Issue(**{**row, "file": str(file.path)}) for row in reply["issues"]]
        typer.echo(as_text(issues), err=not reply["done"])
    typer.echo(
        f"{file.language}/{file.name}: {reply.get('text') or reply.get('error')}", err=not reply["done"]
    )


def rollback(path: Path | None, name: str, language: str, to: int | None) -> None:
    """Publish the text of the version before, or of one named, again."""
    request = {"do": "undo", "script": name, "language": language, "to": to}
    reply = ask(settings(path), request)
    if not reply["done"]:
        complain(reply["text"], 1)
    typer.echo(reply["text"])


def pull(path: Path | None, force: bool) -> None:
    """Write the live versions into the folder; a file that differs is left alone unless forced."""
    config = settings(path)
    for one in _live(config):
        file = Path(config.prompts.path) / one.language / f"{one.script}.md"
        if file.exists() and file.read_text("utf-8") == one.source:
            continue
        if file.exists() and not force:
            out.print(f"{file} differs and is left as it is; --force overwrites it")
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.source, "utf-8")
        out.print(f"{file} is version {one.version} now")


def upgrade(paths: list[Path]) -> None:
    """Bring files of an older format to today's, saying what changed."""
    for file in shelf.found(paths):
        text, changes = upgraded(file.source)
        if not changes:
            out.print(f"{file.path}: today's format already", markup=False)
            continue
        file.path.write_text(text, "utf-8")
        for change in changes:
            out.print(f"{file.path}: {change.date}: {change.why}", markup=False)
