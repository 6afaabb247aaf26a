"""``interlude scripts``: what is live, what the folder has, and how one became the other."""

from functools import partial
from pathlib import Path
from typing import TypeVar

import typer

from bot.cli import shelf
from bot.cli.running import ask, complain, fresh, read, settings
from bot.config import Config
from bot.config_file import SHIPPED
from bot.core.base.issue import Issue
from bot.core.lint.show import as_text
from bot.core.script import source
from bot.core.script.header import FORMAT
from bot.core.script.upgrade import upgrade as upgraded
from bot.people.admin import checking, comparing, counting, folder, watching
from bot.people.admin.folder import File
from bot.people.admin.history import version_lines
from bot.people.admin.resting import still
from bot.people.admin.watching import Aside, Behind, Clash, Cut, Edited, InStep, Standing
from bot.store import copies, renamed, retired, scripts, uses
from bot.store.db import Tx
from bot.store.scripts import ScriptVersion

T = TypeVar("T")

NONE = (
    "nothing is published here yet; `interlude init` makes a database, `interlude scripts publish` fills it"
)
OURS = (
    f"the folder of scripts is the program's own, {SHIPPED}, and its next release would write over yours; "
    'put path = "prompts" into [prompts] of the settings, and it writes there'
)
"""Nothing of a person's is kept inside an installed package."""


# ---- looking -----------------------------------------------------------------------------------


def show_list(path: Path | None, language: str) -> None:
    """Every live script, with how the folder's file stands to it."""
    config = settings(path)
    files = {(file.language, file.name): file for file in folder.files(config.prompts.path)}
    live, stands, rests, bare = (
        read(config, partial(_standings, files=tuple(files.values()))) if not fresh(config) else NOTHING
    )
    rows = [
        (
            key[1],
            key[0],
            f"v{live[key].version}" if key in live else "–",
            _state(key in live, stands.get(key), key in rests, key in bare),
        )
        for key in sorted({*live, *files, *rests}, key=lambda one: (one[1], one[0]))
        if language in ("", key[0])
    ]
    if not rows:
        typer.echo(f"There are no scripts, live or in {config.prompts.path}.")
    for name, code, version, state in [("script", "language", "live", "folder"), *rows] if rows else ():
        typer.echo(f"{name:<{max(len(row[0]) for row in rows) + 2}}{code:<10}{version:<6}{state}")


Key = tuple[str, str]
"""A language, and the name of a script."""

NOTHING: tuple[dict[Key, ScriptVersion], dict[Key, Standing], frozenset[Key], frozenset[Key]] = (
    {},
    {},
    frozenset(),
    frozenset(),
)


def _standings(
    tx: Tx, files: tuple[File, ...]
) -> tuple[dict[Key, ScriptVersion], dict[Key, Standing], frozenset[Key], frozenset[Key]]:
    """What is live, how its files stand to it, what is retired, and what lives without a file."""
    live = {(one.language, one.script): one for one in scripts.all_live(tx)}
    stands = {(file.language, file.name): watching.standing_of(tx, file) for file in files}
    rests = frozenset((one.language, one.script) for one in retired.every(tx))
    bare = frozenset(
        key for key in live if any(one.gone == "without" for one in copies.of_script(tx, key[1], key[0]))
    )
    return live, stands, rests, bare


def _state(live: bool, stands: Standing | None, rests: bool, bare: bool) -> str:
    match stands:
        case Aside(called=called) if called:
            return f"called {called} now; rename the file"
        case _ if rests:
            return "retired; `scripts restore` brings it back"
        case _ if not live:
            return "not published; `scripts publish` does it"
        case None:
            return "lives without a file" if bare else "no file; `scripts pull` writes it"
        case InStep():
            return "the same"
        case Edited() | Cut():
            return "edited; `scripts diff`, then `scripts publish`"
        case Behind(version):
            return f"still version {version}; `scripts pull` brings it up to date"
        case Clash() | Aside():
            return "both changed; `scripts diff` shows how"


def one_of(config: Config, name: str, language: str, version: int | None) -> ScriptVersion:
    """A version of a script, the live one if none is named; a complaint where there is none."""

    def wanted(tx: Tx) -> tuple[ScriptVersion | None, list[str], str, list[str]]:
        of = scripts.version(tx, name, language, version) if version else scripts.live(tx, name, language)
        every = scripts.all_live(tx) if of is None else ()
        live = [one.script for one in every if one.language == language]
        elsewhere = [one.language for one in every if one.script == name and one.language != language]
        return of, live, still(tx, renamed.called(tx, name), language), elsewhere

    if fresh(config):
        complain(NONE, 1)
    found, live, resting, elsewhere = read(config, wanted)
    if found is None:
        complain(_not_there(name, language, version, live, resting, elsewhere), 1)
    return found


def _not_there(
    name: str, language: str, version: int | None, live: list[str], resting: str, elsewhere: list[str]
) -> str:
    """What is not there, and where to look: at its other versions, or at the name that was meant."""
    if version and name in live:
        return f"{name} ({language}) has no version {version}; `interlude scripts history {name}` shows them"
    if resting:
        return resting
    if elsewhere:
        return f"{name} is live in {', '.join(elsewhere)}, not in {language}: add --language {elsewhere[0]}"
    near = f" Did you mean “{closest}”?" if (closest := source.near(name.replace("_", "-"), live)) else ""
    return f"{name} ({language}) is not live; `interlude scripts list` shows what is.{near}"


def show(path: Path | None, name: str, language: str, version: int | None) -> None:
    """The text of a version, the live one if none is named."""
    typer.echo(one_of(settings(path), name, language, version).source, nl=False)


def diff(path: Path | None, name: str, language: str, old: int | None, new: int | None) -> None:
    """What the folder's file changes on the live version; or one version on another."""
    config = settings(path)
    before = one_of(config, name, language, old)
    if new is not None:
        after, what = one_of(config, name, language, new).source, f"version {new}"
    else:
        file = config.prompts.path / language / f"{name}.md"
        (found,) = shelf.found([file], language)
        after, what = found.source, str(file)
    rows = comparing.difference(before.source, after, around=3)
    if not rows:
        typer.echo(f"{what} is the same as version {before.version}.")
        return
    typer.echo(f"--- version {before.version}\n+++ {what}")
    echo_difference(rows)


def echo_difference(rows: list[str]) -> None:
    """Lines of a difference; on a terminal in colours, with the words reversed that changed."""
    for row in rows:
        colour = {"+": "green", "-": "red", "@": "cyan"}.get(row[:1])
        typer.echo("".join(typer.style(part, fg=colour, reverse=new) for part, new in comparing.parts(row)))


def history(path: Path | None, name: str, language: str) -> None:
    """Every version, newest first, each with what became of it; the counts of two are never added up."""
    config = settings(path)
    if fresh(config) or not (lines := read(config, partial(_history, name=name, language=language))):
        one_of(config, name, language, None)
        return
    for line in lines:
        typer.echo(line)


def counts(path: Path | None, name: str, language: str, version: int | None) -> None:
    """What became of one version, the newest if none is named, as a small page."""
    config = settings(path)
    of = partial(counting.named, name=name, language=language, version=version)
    lines = [] if fresh(config) else read(config, of)
    if not lines:
        one_of(config, name, language, version)
    for line in lines:
        typer.echo(line)


def _history(tx: Tx, name: str, language: str) -> list[str]:
    used = uses.of_script(tx, renamed.called(tx, name), language)
    rows = scripts.history(tx, name, language)
    rests = still(tx, renamed.called(tx, name), language)
    return [
        *([rests] if rests else []),
        *(line for row in rows for line in version_lines(row, used.get(row.version))),
    ]


# ---- going back, and taking over ---------------------------------------------------------------


def rollback(path: Path | None, name: str, language: str, to: int | None, author: str) -> None:
    """Publish the text of the version before, or of one named, again."""
    config = settings(path)
    live = one_of(config, name, language, None)
    earlier = read(config, partial(scripts.before, script=name, language=language))
    if to is None and earlier is None:
        held = "has a single version" if live.version == 1 else "has the text of its first version again"
        later = (
            "" if live.version == 1 else f"; `interlude scripts history {name}` shows the others, for --to"
        )
        complain(f"{name} ({language}) {held}: there is none to go back to{later}", 1)
    wanted = to or (earlier.version if earlier else 0)
    echo_difference(comparing.difference(live.source, one_of(config, name, language, wanted).source))
    reply = ask(config, {"do": "undo", "script": name, "language": language, "to": wanted, "author": author})
    say_issues([Issue(**row) for row in reply["issues"]])
    if not reply["done"]:
        complain(reply["text"], 1)
    typer.echo(reply["text"])
    typer.echo(
        "The file in the folder is as it was; `interlude scripts pull` writes the live text.", err=True
    )


def say_issues(issues: list[Issue]) -> None:
    """Issues by line, on standard error."""
    if issues:
        typer.echo(as_text(issues), err=True)


def pull(path: Path | None, name: str, language: str, force: bool) -> None:
    """Write the live versions into the folder; a file that was edited is left alone unless forced."""
    config = settings(path)
    if fresh(config):
        complain(NONE, 1)
    if config.prompts.path == SHIPPED:
        complain(OURS)
    if name:
        one_of(config, name, language or "en", None)
    taken = []
    for one in read(config, scripts.all_live):
        if name in ("", one.script) and (language or (name and "en")) in ("", one.language):
            file = config.prompts.path / one.language / f"{one.script}.md"
            if _pulled(config, file, one, force):
                taken.append(_copy(file, one))
    if taken:
        ask(config, {"do": "pulled", "files": taken})


def _copy(file: Path, one: ScriptVersion) -> dict[str, object]:
    return {
        "path": str(file.resolve()),
        "script": one.script,
        "language": one.language,
        "version": one.version,
    }


def _pulled(config: Config, file: Path, one: ScriptVersion, force: bool) -> bool:
    """Whether the file holds the live version now; what is done is said, but where it held it before."""
    if file.exists():
        (known,) = shelf.found([file], one.language)
        stands = read(config, partial(watching.standing_of, file=known))
        if isinstance(stands, InStep):
            return True
        if not force and not isinstance(stands, Behind):
            typer.echo(f"{file} was edited and is left as it is; --force overwrites it")
            return False
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(one.source.encode())
    except OSError as fault:
        complain(f"{file} cannot be written ({type(fault).__name__})")
    typer.echo(f"{file} is version {one.version} now")
    return True


def upgrade(paths: list[Path], unsaid: int | None) -> None:
    """Bring files of an older format to today's, saying what changed."""
    bad: list[Path] = []
    for file in shelf.found(paths):
        try:
            text, changes = upgraded(file.content.decode("utf-8"), FORMAT if unsaid is None else unsaid)
        except UnicodeDecodeError:
            typer.echo(f"{file.path} is not UTF-8; save it as UTF-8 first", err=True)
            bad.append(file.path)
            continue
        if not changes or text == file.text:
            typer.echo(f"{file.path}: {_of_today(file)}")
            continue
        file.path.write_bytes(text.encode())
        for change in changes:
            typer.echo(f"{file.path}: {change.date}: {change.why}")
    if bad:
        complain(f"{len(bad)} of these could not be read, and stay as they are; the others are done")


def _of_today(file: File) -> str:
    """What is true of a file that needs no change, or reads like one of before and does not say so."""
    issues = checking.check_file(str(file.path), file.language, file.text).issues
    if any(issue.rule == "FORMAT" for issue in issues):
        return "it names no format, and reads like one of before; --from 1 puts the brackets in"
    return "nothing to change"
