"""What can go wrong between the store and the world, in one clear sentence each, without words of people."""

import sqlite3
from pathlib import Path
from typing import Literal

Kind = Literal[
    "full", "busy", "readonly", "damaged", "disk", "closed", "locked", "newer", "older", "changed", "key"
]

PASSING: frozenset[Kind] = frozenset({"full", "busy", "disk"})
"""Faults that may pass by themselves: wait and try again. The others need a person."""

_SENTENCES: dict[int, tuple[Kind, str]] = {
    sqlite3.SQLITE_FULL: ("full", "The disk of {path} is full. Nothing was written; free some space."),
    sqlite3.SQLITE_BUSY: ("busy", "Another program holds {path} locked. Nothing was written; close it."),
    sqlite3.SQLITE_LOCKED: ("busy", "A table of {path} is locked. Nothing was written."),
    sqlite3.SQLITE_READONLY: ("readonly", "{path} cannot be written. Check the rights of it and its folder."),
    sqlite3.SQLITE_PERM: ("readonly", "{path} cannot be used. Check the rights of it and its folder."),
    sqlite3.SQLITE_CANTOPEN: ("readonly", "{path} cannot be opened. Check that its folder is writable."),
    sqlite3.SQLITE_IOERR: ("disk", "The disk of {path} gave an error. Nothing was written."),
    sqlite3.SQLITE_CORRUPT: ("damaged", "{path} is damaged. Stop, keep a copy of it, restore a backup."),
    sqlite3.SQLITE_NOTADB: ("damaged", "{path} is not a database, or is damaged. Restore a backup."),
}


class StoreFault(Exception):
    """The database cannot do what was asked; nothing of it was written. ``kind`` says what sort of fault."""

    def __init__(self, kind: Kind, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind


def of_sqlite(error: BaseException, path: Path) -> BaseException:
    """The StoreFault that an error of SQLite means; any other error (a bug) unchanged."""
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(error, sqlite3.Error) or code is None or code & 0xFF not in _SENTENCES:
        return error
    kind, sentence = _SENTENCES[code & 0xFF]
    return StoreFault(kind, sentence.format(path=path))
