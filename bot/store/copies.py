"""Working copies: files that scripts are edited in, and which version each was made from."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from bot.store.db import Tx
from bot.store.scripts import ScriptVersion


@dataclass(frozen=True, slots=True)
class Copy:
    """A file by its whole path. ``base``: the version it last held (0: none); ``seen``: its digest since."""

    path: str
    script: str
    language: str
    base: int
    seen: str


def digest(content: bytes) -> str:
    """What a file is known by: the SHA-256 of its bytes."""
    return hashlib.sha256(content).hexdigest()


def get(tx: Tx, path: str) -> Copy | None:
    """What is known of a file, or None."""
    row = tx.db.execute("SELECT * FROM copies WHERE path = :path", {"path": path}).fetchone()
    if row is None:
        return None
    return Copy(row["path"], row["script"], row["language"], row["base"], row["seen"])


def put(tx: Tx, path: str, script: str, language: str, *, base: int, seen: str) -> None:
    """A file was looked at: which version it was made from, and its digest now."""
    tx.db.execute(
        "INSERT INTO copies (path, script, language, base, seen) "
        "VALUES (:path, :script, :language, :base, :seen) ON CONFLICT (path) DO UPDATE "
        "SET script = :script, language = :language, base = :base, seen = :seen",
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
