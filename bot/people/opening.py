"""When the house opens: the folder's scripts are published where the database has none, commands are set.

The database holds every version; the folder is the working copy. A file that differs from what is live is
said, never published by itself.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

from bot import __version__, help_lines, places
from bot.config import Config
from bot.people import greeting, reconcile, waking
from bot.people.admin import checking, missing, publishing, watching
from bot.people.admin.folder import File, files
from bot.people.admin.publishing import Published
from bot.people.admin.watching import FOLDER, Aside, Behind, Clash, Cut, Edited, InStep, marked_up
from bot.people.turn import Turn, tell_admins
from bot.store import copies, memory, people, scripts, sessions
from bot.store.db import Tx


def publish_new(tx: Tx, found: Sequence[File], now: datetime, watch: bool = False) -> list[str]:
    """Publish what is not in the database at all; a line for each file that an admin may want to look at.

    ``watch``: the folder is watched, so a file that differs is looked at right afterwards, not told here.
    """
    told = []
    for file in checking.in_order(found):
        if scripts.latest(tx, file.name, file.language) is None:
            told += _first(tx, file, now, watch)
        else:
            told += _compared(tx, file, watch)
    return told


def _first(tx: Tx, file: File, now: datetime, watch: bool) -> list[str]:
    """Publish a file's text as the first version of its script, unless there is something to mend."""
    if twin := watching.twin_of(tx, file):
        return [] if watch else [f"{file.language}/{file.name}.md: {watching.same_text(file, twin)}"]
    checked = publishing.check_live(tx, file.name, file.language, file.text)
    if checked.errors:
        what = "has errors and is not published; `interlude scripts lint` says which"
        return [] if watch else [f"{file.language}/{file.name}.md {what}"]
    outcome = publishing.publish(
        tx, file.name, file.language, file.source, author=FOLDER, note="first start", now=now
    )
    if isinstance(outcome, Published):
        _remember(tx, file, outcome.version)
    return [_unchosen(file)] if isinstance(outcome, Published) and publishing.unspoken(file.language) else []


def _unchosen(file: File) -> str:
    what = "is published, and nobody can choose its language: the bot's own messages are not in it"
    return f"{file.language}/{file.name}.md {what} (docs/translating.md)"


def _compared(tx: Tx, file: File, watch: bool) -> list[str]:
    """A file whose script is live: remembered where it is in step, else said."""
    match watching.standing_of(tx, file):
        case InStep(live):
            _remember(tx, file, live)
            return []
        case Aside(own=False, called=""):
            return []
        case Aside(called=called):
            what = (
                f"is called {called} now; rename it"
                if called
                else "is retired, and its file has another text"
            )
        case Behind(version, live):
            what = f"is version {version}, and {live} is live; `interlude scripts pull` writes that"
        case Edited(live) | Cut(live):
            what = f"differs from version {live}, which is live; `interlude scripts publish` publishes it"
        case Clash(_, live):
            what = f"and the live version {live} both changed; `interlude scripts diff` shows how"
    return [] if watch else [f"{file.language}/{file.name}.md {what}"]


def _remember(tx: Tx, file: File, version: int) -> None:
    copies.put(tx, file.place, file.name, file.language, base=version, seen=copies.digest(file.content))


def open_up(tx: Tx, config: Config, username: str, now: datetime) -> list[str]:
    """Everything the house does when it opens; what an admin may want to know, a line each."""
    found, folder = files(Path(config.prompts.path)), Path(config.prompts.path)
    told = publish_new(tx, found, now, config.prompts.watch)
    told += [] if config.prompts.watch else missing.at_the_start(tx, folder, found)
    greeting.set_for_all(tx, now)
    for coach in people.coaches(tx):
        greeting.set_for(tx, coach.id, coach.id in config.people.admins, now)
    for admin in config.people.admins:
        greeting.set_for(tx, admin, True, now)
    turn = Turn(tx, now, 0, config, username, count())
    if told:
        more = [f"… and {len(told) - 20} more"] if len(told) > 20 else []
        text = "\n".join(["At the start, in the folder:", *told[:20], *more])
        tell_admins(turn, marked_up(text), f"opening:{now:%Y-%m-%d}:{len(told)}")
    old_lines(turn)
    waking.take_back(turn)
    tx.rewrap_keys()  # a new master key counts from the next start on
    _note_edition(turn)
    reconcile.everybody(tx, now)
    return told


def old_lines(turn: Turn) -> None:
    """Once a month, that help lines wait to be looked at: in two years nobody is shown them any more."""
    if old := help_lines.old(turn.now.date(), Path(turn.config.prompts.path)):
        text = (
            f"{len(old)} help lines were last verified a year ago or more. After two years they are not shown "
            "any more. `interlude safety lines` lists them."
        )
        tell_admins(turn, text, f"help lines:{turn.now:%Y-%m}")


def _note_edition(turn: Turn) -> None:
    """New zone data, settings or scripts may move what is due: whose plan was made with others is made anew."""
    zones = places.edition(sessions.zones(turn.tx))
    now = f"{__version__} {zones} {turn.config.time} {turn.config.digest} {scripts.newest(turn.tx)}"
    memory.put(turn.tx, "planned-with", now)
