"""The folder on disk as an editor: a file that changed is published, or it is said why not.

The database holds every version; the folder is a working copy. Whatever cannot be known (which version a text
was made from) is said, never guessed.
"""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.core.base.issue import Issue
from bot.core.lint.show import as_text
from bot.people.admin import checking, comparing, outlook, publishing
from bot.people.admin.folder import File
from bot.people.admin.publishing import Conflict, Outcome, Published, Rejected, Same, Shelved
from bot.people.turn import Rows, Turn, send, tell_admins
from bot.store import copies, drafts, inbox, scripts
from bot.store.copies import Copy, digest
from bot.store.db import Tx
from bot.store.scripts import ScriptVersion
from bot.telegram import escape

FOLDER = "the folder"
"""The author of a version that came from the folder by itself."""

ROOM = 3600
"""Characters of a message, which may have 4,096."""

NOBODY = 0
"""The chat of an inbox row that belongs to nobody's chat."""


# ---- where a file stands ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class InStep:
    """The file holds the live version."""

    live: int


@dataclass(frozen=True, slots=True)
class Edited:
    """The file holds a text of its own, made from the live version (0: none is live yet)."""

    live: int


@dataclass(frozen=True, slots=True)
class Behind:
    """The file holds an older version as it was, and somebody published since."""

    version: int
    live: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Both changed: the file holds a text of its own, made from ``base`` (0: unknown), and ``live`` is newer."""

    base: int
    live: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The file holds only the beginning of the live version: half-written, or its end taken away on purpose."""

    live: int


@dataclass(frozen=True, slots=True)
class Aside:
    """No script takes the text: it is retired, or has another name (``called``). ``own``: the text is new."""

    called: str
    own: bool


Standing = InStep | Edited | Behind | Clash | Cut | Aside


def standing(text: str, versions: Sequence[ScriptVersion], copy: Copy | None) -> Standing:
    """How a file stands to the published versions (newest first). Pure.

    A file nobody looked at before is taken as made from the live version only where the folder published that.
    """
    if not versions:
        return Edited(0)
    live = versions[0]
    if live.source == text:
        return InStep(live.version)
    if live.source.startswith(text) and live.source[len(text) :].strip():
        return Cut(live.version)
    base = copies.made_from(copy, versions)
    if base == live.version or (base is None and live.author == FOLDER):
        return Edited(live.version)
    held = next((one.version for one in versions if one.source == text), None)
    return Behind(held, live.version) if held else Clash(base or 0, live.version)


def standing_of(tx: Tx, file: File) -> Standing:
    """How a file stands to what is published."""
    if (shelf := publishing.shelved(tx, file.name, file.language)) is not None:
        last = scripts.latest(tx, file.name, file.language)
        return Aside(shelf.called, own=last is None or not publishing.alike(last.source, file.source))
    versions = scripts.history(tx, file.name, file.language)
    return standing(file.source, versions, copies.get(tx, file.place))


def marked_up(text: str) -> str:
    """A text for an editor in Telegram's HTML: what stands between backticks can be copied by a tap."""
    return comparing.in_html(re.sub("`([^`\n]+)`", r"<code>\1</code>", escape(text)))


def say(turn: Turn, chat: int, head: str, *parts: str, rows: Rows = ()) -> None:
    """A message to an editor, of several parts; what is too long for one is cut at a line, and says so."""
    text = "\n\n".join(part for part in (head, *parts) if part)
    send(turn, chat, marked_up(_fitting(text)), rows)


def _fitting(text: str) -> str:
    return text if len(text) <= ROOM else text[:ROOM].rpartition("\n")[0] + "\n… and more."


# ---- a change comes in --------------------------------------------------------------------------


def note_changes(tx: Tx, found: Sequence[File], now: datetime) -> int:
    """Put each file that is not as it was last looked at into the inbox, as it is now; how many.

    Scripts that others lead into come first, so that a new one and the arrow to it can be saved together.
    """
    changed = [file for file in found if not _looked_at(tx, file)]
    return sum(_note(tx, file, now) for file in checking.in_order(changed))


def _looked_at(tx: Tx, file: File) -> bool:
    known = copies.get(tx, file.place)
    return known is not None and known.seen == digest(file.content)


def _note(tx: Tx, file: File, now: datetime) -> bool:
    body = {
        "path": file.place,
        "name": file.name,
        "language": file.language,
        "content": base64.b64encode(file.content).decode(),
    }
    return inbox.add(
        tx, f"file:{file.place}:{digest(file.content)}:{now.timestamp()}", NOBODY, "file", body, now
    )


def changed(turn: Turn, body: dict[str, Any]) -> None:
    """A file of the folder changed: publish it, or tell the admins what is in the way."""
    content = base64.b64decode(body["content"])
    file = File(Path(body["path"]), body["name"], body["language"], content)
    if _looked_at(turn.tx, file):
        return
    base = _taken(turn, file, standing_of(turn.tx, file))
    copies.put(turn.tx, file.place, file.name, file.language, base=base, seen=digest(content))


def _taken(turn: Turn, file: File, stands: Standing) -> int:
    """Do what the file's standing asks for; the version that the file is made from now."""
    match stands:
        case InStep(live):
            return live
        case Behind(version):
            return version
        case Aside(own=own):
            if own:
                _tell(turn, file, publishing.in_words(Shelved(file.name, file.language, stands.called)))
            known = copies.get(turn.tx, file.place)
            return known.base if known else 0
        case Cut(live):
            _ask(turn, file, live, half(file, live))
            return live
        case Edited(base) | Clash(base):
            return _looked_through(turn, file, base)


def _looked_through(turn: Turn, file: File, base: int) -> int:
    """Publish a text, unless it may not be all of it, or is another script's: then somebody is asked."""
    live = scripts.live(turn.tx, file.name, file.language)
    if live and (lost := lost_steps(live.source, file)):
        _ask(turn, file, live.version, lost)
        return base
    if not live and (twin := twin_of(turn.tx, file)):
        _ask(turn, file, 0, same_text(file, twin), twin)
        return 0
    return _published(turn, file, base)


def lost_steps(source: str, file: File) -> str:
    """That a text lacks steps of the live one, in words; "" where it lacks none or cannot be read."""
    old = checking.read(source, f"{file.name}.md", file.language)[0]
    new = checking.read(file.text, f"{file.name}.md", file.language)[0]
    there = {step.name for step in new.steps} if new else set()
    lost = [step.name for step in old.steps if step.name not in there] if old and new else []
    if not lost:
        return ""
    what = "the step" if len(lost) == 1 else "the steps"
    names = ", ".join(f"“{name}”" for name in lost)
    return f"It has not {what} {names}, which the live version has, and may be half-written: it is not published."


def twin_of(tx: Tx, file: File) -> str:
    """The live script of that language that has the very text of a new file; "" for none."""
    live = scripts.all_live(tx, file.language)
    return next((one.script for one in live if publishing.alike(one.source, file.source)), "")


def same_text(file: File, twin: str) -> str:
    """That a new file holds the text of a script that is live, and what may be meant."""
    return (
        f"It is new and has the text of {twin}, which stays live. Should {twin} be called {file.name} from now on: "
        f"`interlude scripts rename {twin} {file.name}`. Should both come: publish it."
    )


def _ask(turn: Turn, file: File, base: int, text: str, twin: str = "") -> None:
    """Nothing is published; the text waits as a draft, with what may be meant as buttons."""
    draft = drafts.add(
        turn.tx,
        file.name,
        file.language,
        base,
        file.source,
        author=FOLDER,
        now=turn.now,
        note="from the folder",
    )
    keys = [("Publish it as it is", f"a:publish:{draft}:{base}")]
    keys += [("It is a new name", f"a:rename:{twin}:{file.name}")] if twin else []
    _tell(turn, file, text, tuple((key,) for key in keys))


def _published(turn: Turn, file: File, base: int) -> int:
    live = scripts.live(turn.tx, file.name, file.language)
    checked = publishing.check_live(turn.tx, file.name, file.language, file.text)
    outcome: Outcome = Rejected(file.name, file.language, checked.issues)
    if not checked.errors:
        name, language, source = file.name, file.language, file.source
        outcome = publishing.publish(
            turn.tx, name, language, source, author=FOLDER, note="", now=turn.now, base=base
        )
    publishing.look_again(turn.tx, [outcome], turn.now)
    _tell_outcome(turn, file, outcome, live.source if live else "")
    return outcome.version if isinstance(outcome, Published) else base


def _tell_outcome(turn: Turn, file: File, outcome: Outcome, before: str) -> None:
    """Tell what became of a file: what it changes on the live text before, its issues by line, the ways out."""
    said = [publishing.in_words(outcome)]
    rows: Rows = ()
    match outcome:
        case Published() if before:
            rows = ((("Undo", f"a:undo:{file.name}:{file.language}:{outcome.version}"),),)
            said.append("\n".join(comparing.shortened(comparing.difference(before, file.source))))
        case Conflict(live=live):
            said.append(ways_out(file.name, file.language, live))
    if issues := () if isinstance(outcome, Same) else (*outcome.issues, *_never(turn, outcome, file)):
        said.append(as_text(checking.errors_first(issues)))
    _tell(turn, file, "\n\n".join(said), rows)


def _never(turn: Turn, outcome: Outcome, file: File) -> tuple[Issue, ...]:
    """That what was published comes to nobody by itself, and what is odd about it here and today."""
    name, script = f"{file.name}.md", checking.read(file.text, f"{file.name}.md", file.language)[0]
    if script is None or not isinstance(outcome, Published):
        return ()
    odd = outlook.odd(turn.tx, script, name, turn.config.practice, turn.now)
    return (*publishing.never_sent(turn.tx, script, name), *odd)


def _tell(turn: Turn, file: File, text: str, rows: Rows = ()) -> None:
    whole = f"{file.language}/{file.name}.md in the folder changed. {text}"
    tell_admins(turn, marked_up(_fitting(whole)), f"file:{turn.row}", rows)


def half(file: File, live: int) -> str:
    """Why a file that only lacks its end is not published by itself."""
    return (
        f"It holds only the beginning of version {live}, which is live, and may be half-written: it is not "
        f"published. Should that be all of it: publish it, or `interlude scripts publish {file.path}`."
    )


def with_ways_out(outcome: Outcome, file: str = "") -> str:
    """What became of a text, or would; of a conflict, with what can be done about it."""
    said = publishing.in_words(outcome)
    if isinstance(outcome, Conflict):
        return f"{said} {ways_out(outcome.name, outcome.language, outcome.live, file)}"
    return said


def ways_out(name: str, language: str, live: int, file: str = "") -> str:
    """What an editor of a file can do about a conflict; nothing of it is done by itself."""
    spoken = f"{name} --language {language}" if language != "en" else name
    return (
        f"Both are kept: yours in the file, theirs as version {live}. `interlude scripts diff {spoken}` shows "
        f"the difference. To go on with yours: `interlude scripts publish {file or 'FILE'} --base {live}`. To go "
        f"on with theirs: `interlude scripts pull {spoken} --force`."
    )
