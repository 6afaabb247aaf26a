"""When the house opens: the folder's scripts are published where the database has none, commands are set.

The database holds every version; the folder is the working copy. A file that differs from what is live is
said, never published by itself.
"""

from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from itertools import count
from pathlib import Path

from bot import __version__
from bot.config import Config
from bot.people import greeting, publishing
from bot.people.publishing import Rejected
from bot.people.turn import Turn, tell_admins
from bot.store import due, memory, people, scripts
from bot.store.db import Tx
from bot.telegram import escape


@dataclass(frozen=True, slots=True)
class File:
    """A script file of the folder: prompts/<language>/<name>.md."""

    path: Path
    name: str
    language: str
    source: str


def files(folder: Path) -> tuple[File, ...]:
    """The script files of the prompts folder, by language and name."""
    return tuple(
        File(path, path.stem, path.parent.name, path.read_text("utf-8", "replace"))
        for path in sorted(folder.glob("*/*.md"))
        if not path.name.startswith((".", "README"))
    )


def publish_new(tx: Tx, found: tuple[File, ...], now: datetime) -> list[str]:
    """Publish what is not in the database at all; a line for each file that an admin may want to look at."""
    told = []
    for file in found:
        live = scripts.live(tx, file.name, file.language)
        if live is None:
            outcome = publishing.publish(
                tx, file.name, file.language, file.source, author="the folder", note="first start", now=now
            )
            if isinstance(outcome, Rejected):
                told.append(f"{file.language}/{file.name}.md has errors and is not published")
        elif live.source != file.source:
            told.append(f"{file.language}/{file.name}.md differs from version {live.version}, which is live")
    return told


def open_up(tx: Tx, config: Config, username: str, now: datetime) -> list[str]:
    """Everything the house does when it opens; what an admin may want to know, a line each."""
    told = publish_new(tx, files(Path(config.prompts.path)), now)
    greeting.set_for_all(tx, __version__, now)
    for admin in config.people.admins:
        coach = people.coach(tx, admin) is not None
        greeting.set_for(tx, admin, "en", coach=coach, admin=True, key=f"{__version__}:{coach}", now=now)
    turn = Turn(tx, now, 0, config, username, count())
    if told:
        text = (
            "At the start:\n" + "\n".join(told[:20]) + "\n`interlude scripts publish` takes the folder over."
        )
        tell_admins(turn, escape(text), f"opening:{now:%Y-%m-%d}:{len(told)}")
    _replan_all(turn)
    return told


def _replan_all(turn: Turn) -> None:
    """New zone data, settings or scripts may move what is due: every plan is looked at again, in batches.

    Nothing to do where none of them changed since the last start.
    """
    now = f"{__version__} {metadata.version('tzdata')} {turn.config.time} {scripts.newest(turn.tx)}"
    if memory.get(turn.tx, "planned-with") == now:
        return
    memory.put(turn.tx, "planned-with", now)
    for client_id in people.client_ids(turn.tx):
        due.put(turn.tx, f"replan:{client_id}", client_id, "replan", turn.now, {})
