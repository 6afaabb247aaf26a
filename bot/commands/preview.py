"""``interlude scripts preview``: a script in the terminal, as a client would meet it."""

import re
from datetime import UTC, datetime
from pathlib import Path

import typer

from bot.commands import shelf
from bot.commands.house import out
from bot.core import talk as talks
from bot.core.lint.show import as_text
from bot.core.model import Context, Reflection
from bot.core.stage import Stage
from bot.core.talk import Line, Talk, TalkFault
from bot.i18n import phrases
from bot.people import publishing

HELP = "Write an answer, [Label] for a button, “later 22h” to let time pass, an empty line to end."


def preview(path: Path, to: Path | None, session: int, coach: str) -> None:
    """Play it until it ends; ``to`` takes what was said as a talk file."""
    (file,) = shelf.found([path])[:1]
    checked = publishing.check_file(str(path), file.language, file.source)
    if checked.script is None:
        typer.echo(as_text(checked.issues), err=True)
        raise typer.Exit(1)
    context = Context(coach=coach, session=session)
    stage = Stage(
        checked.script,
        Reflection(file.name, file.language, 1, context),
        datetime.now(UTC),
        phrases=phrases(file.language),
    )
    out.print(f"[dim]{HELP}[/]")
    lines = [*_shown(stage.begin()), *_talked(stage)]
    if to is not None:
        header = (
            ("script", file.name),
            ("language", file.language),
            ("coach", coach),
            ("session", str(session)),
        )
        to.write_text(talks.show(Talk(header, tuple(lines))), "utf-8")
        out.print(f"Written to {to}.")


def _talked(stage: Stage) -> list[Line]:
    """Everything from the first answer on, as the lines of a talk."""
    lines: list[Line] = []
    while not any(line.key == "end" for line in lines):
        try:
            said = input("> ").strip()
        except (EOFError, KeyboardInterrupt):
            break
        if not said:
            break
        line = _line(said)
        try:
            lines += [line, *_shown(_done(stage, line))]
        except TalkFault as fault:
            out.print(f"[dim]{fault}[/]")
    return lines


def _line(said: str) -> Line:
    if found := re.fullmatch(r"later (.+)", said):
        return Line("later", found[1])
    return Line("client", said)


def _done(stage: Stage, line: Line) -> tuple[Line, ...]:
    if line.key == "later":
        return stage.wait(talks.duration(line.text))
    if found := re.fullmatch(r"\[(.+)\]", line.text):
        return stage.tap(found[1])
    return (*stage.write(line.text), *stage.wait(talks.SETTLE))


def _shown(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    for line in lines:
        if line.key in ("bot", "trouble", "end"):
            out.print(f"\n{line.key}: {line.text}" if line.text else "\nend", markup=False)
    return lines
