"""Files of the folder that are gone: their scripts stay live, and somebody says whether that is meant."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.people.admin import resting
from bot.people.admin.folder import File
from bot.people.admin.resting import Deed
from bot.people.admin.watching import NOBODY, marked_up
from bot.people.turn import Rows, Turn, tell_admins
from bot.store import copies, inbox, scripts
from bot.store.copies import Copy
from bot.store.db import Tx

NAMED = 12
"""Scripts that are named in a message; of more, how many."""


def note(tx: Tx, folder: Path, found: Sequence[File], now: datetime) -> int:
    """Put into the inbox that files are gone, once all of them were missed at two looks; how many rows."""
    gone = _gone(tx, folder, found)
    for one in gone:
        if one.gone == "":
            copies.set_gone(tx, one.path, "missed")
    missed = [one.path for one in gone if one.gone == "missed"]
    if not missed:
        return 0
    key = f"gone:{copies.digest(' '.join(missed).encode())}:{now.timestamp()}"
    return inbox.add(tx, key, NOBODY, "gone", {"files": missed, "all": not found}, now)


def at_the_start(tx: Tx, folder: Path, found: Sequence[File]) -> list[str]:
    """A line for each file that is gone and was not told, where nobody watches the folder."""
    gone = [one for one in _gone(tx, folder, found) if one.gone in ("", "missed")]
    for one in gone:
        copies.set_gone(tx, one.path, "told")
    return [_line(one) for one in gone]


def before_publishing(tx: Tx, folder: Path, found: Sequence[File]) -> list[str]:
    """A line for each file that is gone, unless somebody said that its script lives without; nothing is noted."""
    return [_line(one) for one in _lacking(tx, folder, found) if one.gone != "without"]


def _line(one: Copy) -> str:
    return f"{_name(one)}.md is gone, and the script is live as before. {_ways(one)}"


def _gone(tx: Tx, folder: Path, found: Sequence[File]) -> list[Copy]:
    """The files that are gone; of those that are there again it is no longer noted."""
    there = {file.place for file in found}
    for one in copies.below(tx, str(folder.resolve())):
        if one.path in there and one.gone:
            copies.set_gone(tx, one.path, "")
    return _lacking(tx, folder, found)


def _lacking(tx: Tx, folder: Path, found: Sequence[File]) -> list[Copy]:
    """The files below the folder that are known and not there, of scripts that are live under their name."""
    there = {file.place for file in found}
    known = copies.below(tx, str(folder.resolve()))
    return [one for one in known if one.path not in there and _live(tx, one)]


def _live(tx: Tx, one: Copy) -> bool:
    """Whether a script is live that has no other file; one that was renamed has its file elsewhere."""
    live = scripts.live(tx, one.script, one.language)
    return live is not None and Path(one.path).stem == one.script


def told(turn: Turn, body: dict[str, Any]) -> None:
    """Tell the admins which files are gone, with the ways; nothing is done by itself."""
    rows = [one for path in body["files"] if (one := copies.get(turn.tx, path)) and one.gone == "missed"]
    for one in rows:
        copies.set_gone(turn.tx, one.path, "told")
    if not rows:
        return
    tell_admins(turn, marked_up(_text(rows, body["all"])), f"gone:{turn.row}", _keys(turn, rows))


def _text(rows: Sequence[Copy], everything: bool) -> str:
    if len(rows) == 1:
        return f"{_name(rows[0])}.md is gone from the folder. The script is live as before. {_ways(rows[0])}"
    head = "The folder of scripts is empty or gone." if everything else f"{len(rows)} files are gone."
    more = [f"… and {len(rows) - NAMED} more"] if rows[NAMED:] else []
    shown = "\n".join((*map(_name, rows[:NAMED]), *more))
    return (
        f"{head} These scripts are live as before:\n{shown}\nThey can live without files, or be retired one "
        "by one: `/retire` in the chat, or `interlude scripts retire`. `interlude scripts pull` writes the files "
        "again."
    )


def _name(one: Copy) -> str:
    return f"{one.language}/{one.script}"


def _ways(one: Copy) -> str:
    spoken = f"{one.script} --language {one.language}" if one.language != "en" else one.script
    return (
        f"It can be retired (`interlude scripts retire {spoken}`), or live without a file "
        f"(`interlude scripts keep {spoken}`); `interlude scripts pull {spoken}` writes the file again."
    )


def _keys(turn: Turn, rows: Sequence[Copy]) -> Rows:
    if len(rows) > 1:
        return ((("All live without files", "a:without-all"),),)
    named = f"{rows[0].script}:{rows[0].language}"
    return ((("Retire it", f"a:retire:{named}"),), (("Live without a file", f"a:without:{named}"),))


def without(tx: Tx, name: str, language: str) -> Deed:
    """A script lives without a file, and nobody is told of it again."""
    if scripts.live(tx, name, language) is None:
        return Deed(False, resting.not_live(tx, name, language))
    for one in copies.of_script(tx, name, language):
        copies.set_gone(tx, one.path, "without")
    said = f"{name} ({language}) lives without a file. /scripts gives its text; `interlude scripts pull` writes it."
    return Deed(True, said)


def all_without(tx: Tx) -> str:
    """So do all whose files were told to be gone."""
    count = copies.keep_gone(tx)
    return f"{count} script{' lives' if count == 1 else 's live'} without a file; /scripts gives their texts."
