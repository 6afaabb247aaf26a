"""``interlude scripts preview``: a script in the terminal, as a client would meet it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import typer

from bot.cli import shelf
from bot.cli.voice import complain
from bot.core.lint.show import as_text
from bot.core.script import declared
from bot.core.script.script import Script
from bot.core.script.syntax import said_as
from bot.core.talk import talk_file as talks
from bot.core.talk.reflection import over
from bot.core.talk.rehearsal import Rehearsal, line_of, perform, sampled, stage
from bot.core.talk.talk_file import Talk, TalkFault, TalkLine
from bot.i18n import phrases, texts
from bot.people.admin import checking
from bot.people.admin.folder import File

HELP = "Write an answer, [Label] for a button, “later 22h” to let time pass, an empty line to leave."
SHOWN = ("bot", "buttons", "trouble", "end")


def preview(
    path: Path, to: Path | None, *, session: int, coach: str, name: str, marked: bool, times: int = 0
) -> None:
    """Play it until it ends; ``to`` takes what was said as a talk file."""
    file = shelf.found([path])[0]
    checked = checking.check_file(str(file.path), file.language, file.text)
    if checked.issues:
        typer.echo(as_text(checked.issues), err=True)
    if checked.script is None:
        raise typer.Exit(1)
    for line in declared.in_words(checked.script):
        typer.secho(line, dim=True)
    talk = _talk(file, coach, name, session, marked, times)
    typer.secho(HELP, dim=True)
    if samples := sampled(checked.script):
        typer.secho(
            f"In brackets stand samples of: {', '.join(said_as(name) for name, _ in samples)}.", dim=True
        )
    said = _played(stage(talk, checked.script, phrases=phrases(file.language)))
    if to is not None:
        _write(to, replace(talk, lines=said), checked.script)


def _talk(file: File, coach: str, name: str, session: int, marked: bool, times: int) -> Talk:
    """The talk before anything was said, beginning now; the script is in it, unless it is one of the library."""
    at = datetime.now(UTC)
    now, next_one = f"{at:%Y-%m-%d %H:%M}", at.replace(hour=15, minute=0) + timedelta(days=2)
    header = {"script": file.name, "language": file.language, "coach": coach, "name": name}
    header |= {"session": str(session), "marked": "yes" if marked else "", "at": now}
    header |= {
        "times": str(times) if times else "",
        "when": texts(file.language).when(next_one) if b"session_when" in file.content else "",
    }
    shipped = file.place == str((Path("prompts") / file.language / f"{file.name}.md").resolve())
    source = file.source.removeprefix("\ufeff").replace("\r\n", "\n")
    text = "" if shipped else source.partition("---\n")[2]
    return Talk(tuple((key, value) for key, value in header.items() if value), (), text)


def _played(world: Rehearsal) -> tuple[TalkLine, ...]:
    """Everything the client says, line by line, until the end or an empty line."""
    _show(world.begin())
    lines: list[TalkLine] = []
    while not over(world.reflection):
        try:
            said = input("> ").strip()
        except (EOFError, KeyboardInterrupt):
            break
        if not said:
            break
        line = line_of(said)
        try:
            _show(world.typed(line))
        except TalkFault as fault:
            typer.echo(str(fault), err=True)
            continue
        lines.append(line)
    return tuple(lines)


def _show(lines: tuple[TalkLine, ...]) -> None:
    for line in lines:
        if line.key in SHOWN:
            typer.echo(f"\n{line.text}" if line.key in ("bot", "buttons") else f"\n{line.key} {line.text}")


def _write(to: Path, talk: Talk, script: Script) -> None:
    """Play it once more from its lines, so that the file is what a test will find."""
    really = perform(talk, script, phrases=phrases(talk.get("language", "en")))
    try:
        to.write_text(talks.show(really), "utf-8")
    except OSError as fault:
        complain(f"{to} cannot be written ({type(fault).__name__}); choose another --talk")
    typer.echo(f"Written to {to}.")
