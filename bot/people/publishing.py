"""Publishing: a text becomes the live version of a script, or it is said line by line why not.

Versions are numbered and never change; publishing an old text again is the undo. New reflections take the
new version, running ones finish on theirs.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bot.core.lint import lint
from bot.core.model import Issue
from bot.core.parse import parse
from bot.core.script import Script
from bot.store import reflections, scripts
from bot.store.db import Tx


@dataclass(frozen=True, slots=True)
class Checked:
    """A text as it was found: the script if it can be read, and every issue of it."""

    script: Script | None
    issues: tuple[Issue, ...]

    @property
    def errors(self) -> tuple[Issue, ...]:
        """What stands in the way of publishing."""
        return tuple(issue for issue in self.issues if issue.level == "error")


@dataclass(frozen=True, slots=True)
class Published:
    """A new live version; ``running`` reflections finish on ``before``."""

    name: str
    language: str
    version: int
    before: int
    running: int


@dataclass(frozen=True, slots=True)
class Same:
    """The text is the live one already."""

    version: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """The text has errors."""

    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else published since this text was begun: ``live`` is theirs, by ``author``."""

    base: int
    live: int
    author: str


Outcome = Published | Same | Rejected | Conflict


def check(name: str, language: str, source: str) -> Checked:
    """Read and lint a text of that script; every issue at once, in the order of the lines."""
    return check_file(f"{name}.md", language, source)


@lru_cache(maxsize=512)
def check_file(file: str, language: str, source: str) -> Checked:
    """The same for a file, by its path."""
    script, issues = parse(source, file, language)
    if script is not None:
        issues = (*issues, *lint(script, source, file, language))
    return Checked(script, tuple(sorted(issues, key=lambda issue: (issue.line, issue.column))))


def publish(
    tx: Tx,
    name: str,
    language: str,
    source: str,
    *,
    author: str,
    note: str,
    now: datetime,
    base: int | None = None,
) -> Outcome:
    """Make a text the live version. ``base`` is the version it was made from, None to not ask."""
    checked = check(name, language, source)
    if checked.script is None or checked.errors:
        return Rejected(checked.issues)
    live = scripts.live(tx, name, language)
    before = live.version if live else 0
    if live and live.source == source:
        return Same(live.version)
    if base is not None and live and base != live.version:
        return Conflict(base, live.version, live.author)
    version = scripts.publish(tx, name, language, source, author=author, note=note, now=now)
    return Published(name, language, version, before, reflections.running(tx, name, language))


def undo(
    tx: Tx, name: str, language: str, *, author: str, now: datetime, to: int | None = None
) -> Outcome | None:
    """Publish the text of the version before (or of version ``to``) again; None when there is none."""
    live = scripts.live(tx, name, language)
    wanted = to if to is not None else (live.version - 1 if live else 0)
    old = scripts.version(tx, name, language, wanted) if wanted else None
    if live is None or old is None:
        return None
    note = f"undo: the text of version {wanted} again"
    return publish(tx, name, language, old.source, author=author, note=note, now=now)


def in_words(outcome: Outcome) -> str:
    """What became of it, in one sentence for an editor."""
    match outcome:
        case Published(name, language, version, before, running):
            effect = f"new reflections take version {version}"
            if running:
                effect = f"{running} under way finish on theirs; {effect}"
            first = "published for the first time" if not before else f"published as version {version}"
            return f"{name} ({language}) {first}: {effect}."
        case Same(version):
            return f"Nothing to do: this text is version {version}, which is live."
        case Conflict(base, live, author):
            return (
                f"Version {live} was published by {author} after the version {base} that this text was made "
                "from. Your text is kept as a draft: look at the difference, then publish on top of it."
            )
        case Rejected(issues):
            return f"Not published: {sum(issue.level == 'error' for issue in issues)} to mend first."
