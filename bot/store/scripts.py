"""Published scripts: every version that was ever live, append-only; the highest is live, unless it rests."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from bot.core.script.header import FORMAT
from bot.core.script.upgrade import upgrade
from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros
from bot.store.memo import UNREAD


@dataclass(frozen=True, slots=True)
class ScriptVersion:
    """A script at a version: its text in today's format, who published it, when, and with what note."""

    script: str
    language: str
    version: int
    source: str = field(repr=False)
    author: str
    note: str
    at: datetime
    again: int = 0  # the version whose text it is once more, by an undo; 0: a text of its own


def publish(
    tx: Tx,
    script: str,
    language: str,
    source: str,
    *,
    author: str,
    now: datetime,
    note: str = "",
    again: int = 0,
) -> int:
    """Make a text the live version of a script; the number of the version, counted from 1."""
    before_it = latest(tx, script, language)
    version_number = before_it.version + 1 if before_it else 1
    tx.db.execute(
        "INSERT INTO scripts (script, language, version, source, author, note, at, again, format) "
        "VALUES (:script, :language, :version, :source, :author, :note, :now, :again, :format)",
        {
            "script": script,
            "language": language,
            "version": version_number,
            "source": source,
            "author": author,
            "note": note,
            "now": to_micros(now),
            "again": again,
            "format": FORMAT,
        },
    )
    return version_number


_CALLED = "coalesce((SELECT script FROM renamed WHERE was = :script), :script)"
"""What a script of that name is called now."""

_RESTS = "EXISTS (SELECT 1 FROM retired r WHERE r.script = s.script AND r.language = s.language)"


def live(tx: Tx, script: str, language: str) -> ScriptVersion | None:
    """The live version of a script in a language, or None; found by a name it had before, too."""
    return _highest(tx, script, language, f"AND NOT {_RESTS}")


def latest(tx: Tx, script: str, language: str) -> ScriptVersion | None:
    """The highest version of a script, whether it is live or rests."""
    return _highest(tx, script, language, "")


def _highest(tx: Tx, script: str, language: str, where: str) -> ScriptVersion | None:
    row = tx.db.execute(
        f"SELECT * FROM scripts s WHERE script = {_CALLED} AND language = :language {where} "  # noqa: S608 - ours
        "ORDER BY version DESC LIMIT 1",
        {"script": script, "language": language},
    ).fetchone()
    return None if row is None else _version(row)


def version(tx: Tx, script: str, language: str, number: int) -> ScriptVersion | None:
    """A script as it was at a version, or None."""
    return tx.once("scripts", (script, language, number), lambda: _read(tx, script, language, number))


def _read(tx: Tx, script: str, language: str, number: int) -> ScriptVersion | None:
    row = tx.db.execute(
        f"SELECT * FROM scripts WHERE script = {_CALLED} "  # noqa: S608 - ours
        "AND language = :language AND version = :version",
        {"script": script, "language": language, "version": number},
    ).fetchone()
    return None if row is None else _version(row)


def history(tx: Tx, script: str, language: str) -> tuple[ScriptVersion, ...]:
    """Every version of a script in a language, newest first."""
    rows = tx.db.execute(
        f"SELECT * FROM scripts WHERE script = {_CALLED} "  # noqa: S608 - ours
        "AND language = :language ORDER BY version DESC",
        {"script": script, "language": language},
    )
    return tuple(_version(row) for row in rows)


def before(tx: Tx, script: str, language: str) -> ScriptVersion | None:
    """What was live before the text that is live now; None where that text was the first.

    A version that brought an earlier text back stands where that text stood, so that going back never goes forth.
    """
    rows = {row.version: row for row in history(tx, script, language)}
    stands = rows.get(max(rows, default=0))
    while stands is not None and stands.again:
        stands = rows.get(stands.again)
    return rows.get(stands.version - 1) if stands is not None else None


def all_live(tx: Tx, language: str | None = None) -> tuple[ScriptVersion, ...]:
    """The live version of every script, of one language or of all, by name and language."""
    rows = tx.db.execute(
        "SELECT * FROM scripts s WHERE language = coalesce(:language, language) AND version = "  # noqa: S608
        f"(SELECT max(version) FROM scripts WHERE script = s.script AND language = s.language) AND NOT {_RESTS} "
        "ORDER BY script, language",
        {"language": language},
    )
    return tuple(_version(row) for row in rows)


def those(tx: Tx, wanted: Iterable[tuple[str, str, int]]) -> tuple[ScriptVersion, ...]:
    """These versions, as far as they are there; what was read before is not read again."""
    found = {key: tx.known("scripts", key) for key in wanted}
    if unread := [key for key, known in found.items() if known is UNREAD]:
        rows = tx.db.execute(
            "SELECT s.* FROM scripts s JOIN json_each(:keys) k ON s.script = json_extract(k.value, '$[0]') "
            "AND s.language = json_extract(k.value, '$[1]') "
            "AND s.version = CAST(json_extract(k.value, '$[2]') AS BIGINT)",
            {"keys": json.dumps(unread)},
        )
        read = {(one.script, one.language, one.version): one for one in map(_version, rows)}
        for key in unread:
            found[key] = read.get(key)
            tx.know("scripts", key, found[key])
    return tuple(one for one in found.values() if one is not None)


def newest(tx: Tx) -> str:
    """What changes with every publication, and when a script rests, is restored or gets another name."""
    row = tx.db.execute(
        "SELECT max(id) AS published, (SELECT group_concat(script || language || at) FROM retired) AS resting, "
        "(SELECT max(at) FROM renamed) AS called FROM scripts"
    ).fetchone()
    return f"{row['published']} {row['resting']} {row['called']}"


def languages(tx: Tx) -> tuple[str, ...]:
    """The languages that scripts are live in."""
    sql = f"SELECT DISTINCT language FROM scripts s WHERE NOT {_RESTS} ORDER BY language"  # noqa: S608 - ours
    rows = tx.db.execute(sql)
    return tuple(row["language"] for row in rows)


def spoken(tx: Tx, script: str) -> tuple[str, ...]:
    """The languages that a script was ever published in, resting or live."""
    rows = tx.db.execute(
        f"SELECT DISTINCT language FROM scripts WHERE script = {_CALLED} ORDER BY language",  # noqa: S608 - ours
        {"script": script},
    )
    return tuple(row["language"] for row in rows)


@lru_cache(maxsize=512)
def _today(source: str, written: int) -> str:
    return upgrade(source, unsaid=written)[0]


def _version(row: Any) -> ScriptVersion:
    return ScriptVersion(
        row["script"],
        row["language"],
        row["version"],
        row["source"] if row["format"] == FORMAT else _today(row["source"], row["format"]),
        row["author"],
        row["note"],
        from_micros(row["at"]),
        row["again"],
    )


def remove_unused(tx: Tx, script: str, language: str) -> bool:
    """Take away a script that has one version and that nobody ever began; False where it is no such."""
    values = {"script": script, "language": language}
    found = tx.db.execute(
        "SELECT count(*) AS versions, EXISTS (SELECT 1 FROM reflections "
        "WHERE script = :script AND language = :language) AS begun "
        "FROM scripts WHERE script = :script AND language = :language",
        values,
    ).fetchone()
    if found["versions"] != 1 or found["begun"]:
        return False
    tx.db.execute("DELETE FROM scripts WHERE script = :script AND language = :language", values)
    tx.db.execute("DELETE FROM copies WHERE script = :script AND language = :language", values)
    return True
