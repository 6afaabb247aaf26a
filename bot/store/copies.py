"""Working copies: files that scripts are edited in, and which version each was made from."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.store.db import Tx
from bot.store.scripts import ScriptVersion


@dataclass(frozen=True, slots=True)
class Copy:
    """A file by its whole path. ``base``: the version it last held (0: none); ``seen``: its digest since.

    ``gone``: "" while it is there, missed at a look, told to the admins, without: its script lives without one.
    """

    path: str
    script: str
    language: str
    base: int
    seen: str
    gone: str = ""


def digest(content: bytes) -> str:
    """What a file is known by: the SHA-256 of its bytes."""
    return hashlib.sha256(content).hexdigest()


def get(tx: Tx, path: str) -> Copy | None:
    """What is known of a file, or None."""
    row = tx.db.execute("SELECT * FROM copies WHERE path = :path", {"path": path}).fetchone()
    return None if row is None else _copy(row)


def _copy(row: Any) -> Copy:
    return Copy(row["path"], row["script"], row["language"], row["base"], row["seen"], row["gone"])


def below(tx: Tx, folder: str) -> tuple[Copy, ...]:
    """What is known of the files below a folder, whether they are there or gone."""
    rows = tx.db.execute(
        "SELECT * FROM copies WHERE substr(path, 1, length(:folder) + 1) = :folder || '/' ORDER BY path",
        {"folder": folder},
    )
    return tuple(map(_copy, rows))


def of_script(tx: Tx, script: str, language: str) -> tuple[Copy, ...]:
    """The files of a script."""
    rows = tx.db.execute(
        "SELECT * FROM copies WHERE script = :script AND language = :language ORDER BY path",
        {"script": script, "language": language},
    )
    return tuple(map(_copy, rows))


def set_gone(tx: Tx, path: str, gone: str) -> None:
    """How it stands with a file that is not there, or "" where it is again."""
    tx.db.execute("UPDATE copies SET gone = :gone WHERE path = :path", {"path": path, "gone": gone})


def look_again(tx: Tx, script: str, language: str) -> None:
    """The files of a script are looked at as if somebody had saved them."""
    asked = {"script": script, "language": language}
    tx.db.execute("UPDATE copies SET seen = '' WHERE script = :script AND language = :language", asked)


def keep_gone(tx: Tx) -> int:
    """Every script whose file was told to be gone lives without it; how many."""
    return tx.db.execute("UPDATE copies SET gone = 'without' WHERE gone = 'told'").rowcount


def move(tx: Tx, path: str, to: str) -> None:
    """A file has another name, and what is known of it goes with it."""
    tx.db.execute("DELETE FROM copies WHERE path = :to", {"to": to})
    tx.db.execute("UPDATE copies SET path = :to WHERE path = :path", {"path": path, "to": to})


def put(tx: Tx, path: str, script: str, language: str, *, base: int, seen: str) -> None:
    """A file was looked at: which version it was made from, and its digest now."""
    tx.db.execute(
        "INSERT INTO copies (path, script, language, base, seen) "
        "VALUES (:path, :script, :language, :base, :seen) ON CONFLICT (path) DO UPDATE "
        "SET script = :script, language = :language, base = :base, seen = :seen, gone = ''",
        {"path": path, "script": script, "language": language, "base": base, "seen": seen},
    )


def made_from(copy: Copy | None, versions: Iterable[ScriptVersion]) -> int | None:
    """The version that the text now in a file was made from; None when nobody knows. Pure.

    A text that was in the file when it was last looked at, and has been published since, is the base.
    """
    if copy is None:
        return None
    held = [one.version for one in versions if digest(one.source.encode()) == copy.seen]
    return max(held) if held else (copy.base or None)
