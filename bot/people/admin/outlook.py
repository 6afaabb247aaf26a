"""Outlook: what would come of publishing some files, beside what is live and each other, before it is done."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from bot.core.base.issue import Issue
from bot.core.plan import foresight
from bot.core.script.links import known_of
from bot.core.script.script import Script
from bot.people import library
from bot.people.admin import checking, circumstances, publishing
from bot.people.admin.folder import File
from bot.store import blanks, people
from bot.store.db import Tx

MOST = 200
"""Clients whose words are looked at."""


def issues(tx: Tx, files: Sequence[File], practice: Mapping[str, str], now: datetime) -> tuple[Issue, ...]:
    """Every issue of these files as if all of them were published: none is found only once it is done."""
    found = list(checking.check_files(files, whole=False))
    for language in sorted({file.language for file in files}):
        found += _in(tx, language, files)
        for file, script in _read(language, files):
            found += odd(tx, script, str(file.path), practice, now)
    return checking.in_lines(dict.fromkeys(found))


def odd(tx: Tx, script: Script, file: str, practice: Mapping[str, str], now: datetime) -> Iterator[Issue]:
    """What is odd about a script here and today: words that are set nowhere, a date that has not come."""
    clients = people.active_in(tx, script.header.language)[:MOST]
    words = {name for one in clients for name in blanks.of_client(tx, one.id)} if _asks(script) else set()
    return circumstances.issues(script, file, practice, now, words)


def _asks(script: Script) -> bool:
    """Whether it shows words that a coach sets for a client."""
    return any("client." in step.text for step in script.steps)


def _in(tx: Tx, language: str, files: Sequence[File]) -> Iterator[Issue]:
    """Of one language: where arrows lead, how other languages go, and what comes to nobody."""
    made, live = _read(language, files), _live(tx, language)
    whole = {**live, **{script.name: script for _, script in made}}
    known = publishing.known_by_all_names(tx, known_of(whole))
    for file, script in made:
        among = [one.language for one in files if one.name == script.name]
        yield from checking.beside(script, str(file.path), known, None)
        yield from publishing.between_languages(tx, script, str(file.path), among)
    yield from foresight.issues([(str(file.path), script) for file, script in made], whole.values())


def displaced(tx: Tx, files: Sequence[File]) -> Iterator[str]:
    """A line for each other script that would no longer come to anybody, once these files are published."""
    for language in sorted({file.language for file in files}):
        live, made = _live(tx, language), {script.name: script for _, script in _read(language, files)}
        for name in foresight.displaced(live.values(), {**live, **made}.values()):
            if name not in made:
                never = f"With this, {name} ({language}) would never be sent by itself any more"
                yield f"{never}: `interlude plan --dropped` shows why."


def _read(language: str, files: Sequence[File]) -> list[tuple[File, Script]]:
    found = (
        (file, checking.read(file.text, file.path.name, language)[0])
        for file in files
        if file.language == language
    )
    return [(file, script) for file, script in found if script is not None]


def _live(tx: Tx, language: str) -> dict[str, Script]:
    return {one.name: one.script for one in library.all_live(tx, language)}
