"""What became of a script's reflections, counted by version and never across versions; no words, no names."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros

TWICE = 2
"""So many times "not for me", and a script is no longer planned for that client (B17)."""


@dataclass(frozen=True, slots=True)
class Use:
    """One version: how many began, how they ended, at which steps clients passed, whether it fitted."""

    version: int
    started: int = 0
    finished: int = 0
    stopped: int = 0
    unanswered: int = 0  # lapsed or put away
    open: int = 0
    broken: int = 0
    fitted: int = 0
    so_so: int = 0
    not_for_me: int = 0
    passed: tuple[tuple[str, int], ...] = ()  # step and how often, most often first


_ENDS = (
    "SELECT version, count(*) AS started, count(*) FILTER (WHERE state = 'finished') AS finished, "
    "count(*) FILTER (WHERE state = 'stopped') AS stopped, "
    "count(*) FILTER (WHERE state IN ('lapsed', 'parked')) AS unanswered, "
    "count(*) FILTER (WHERE ended_at IS NULL) AS open, count(*) FILTER (WHERE state = 'broken') AS broken, "
    "count(*) FILTER (WHERE fit = 'yes') AS fitted, count(*) FILTER (WHERE fit = 'partly') AS so_so, "
    "count(*) FILTER (WHERE fit = 'no') AS not_for_me "
    "FROM reflections WHERE script = :script AND language = :language GROUP BY version ORDER BY version"
)

_PASSED = (
    "SELECT f.version AS version, r.step AS step, count(*) AS n "
    "FROM reflections f JOIN responses r ON r.reflection_id = f.id "
    "WHERE f.script = :script AND f.language = :language AND r.state = 'passed' "
    "GROUP BY f.version, r.step ORDER BY n DESC, min(r.question)"
)


def of_script(tx: Tx, script: str, language: str) -> dict[int, Use]:
    """The counts of a script in a language, by version; a version nobody began is not there."""
    asked = {"script": script, "language": language}
    passed: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for row in tx.db.execute(_PASSED, asked):
        passed[row["version"]].append((row["step"], row["n"]))
    rows = tx.db.execute(_ENDS, asked).fetchall()
    return {row["version"]: Use(**dict(row), passed=tuple(passed[row["version"]])) for row in rows}


def mid_way(tx: Tx, script: str, language: str) -> tuple[tuple[int, int], ...]:
    """The versions that clients are in the middle of, oldest first, with how many clients each."""
    rows = tx.db.execute(
        "SELECT version, count(DISTINCT client_id) AS n FROM reflections "
        "WHERE script = :script AND language = :language AND ended_at IS NULL "
        "GROUP BY version ORDER BY version",
        {"script": script, "language": language},
    )
    return tuple((row["version"], row["n"]) for row in rows)


def lately(tx: Tx, client_id: int, since: datetime) -> dict[str, tuple[int, datetime]]:
    """How often each script was begun with a client since then, and when last, as far back as is known."""
    rows = tx.db.execute(
        "SELECT script, count(*) FILTER (WHERE begun_at >= :since) AS n, max(begun_at) AS last "
        "FROM reflections WHERE client_id = :client GROUP BY script",
        {"client": client_id, "since": to_micros(since)},
    )
    return {row["script"]: (row["n"], from_micros(row["last"])) for row in rows}


def not_for(tx: Tx, client_id: int, shared: bool = False) -> frozenset[str]:
    """The scripts that were twice not for this client, and that they have not begun themself since.

    ``shared``: as far as their coach may know it, by the reflections of which something is shared.
    """
    rows = tx.db.execute(
        "SELECT script, fit, substr(occasion, 1, 7) = 'demand:' AS wished FROM reflections f "
        "WHERE client_id = :client AND (:shared = 0 OR EXISTS (SELECT 1 FROM responses r "
        "WHERE r.reflection_id = f.id AND r.visibility IN ('session', 'now'))) ORDER BY id",
        {"client": client_id, "shared": int(shared)},
    )
    noes: dict[str, int] = defaultdict(int)
    for row in rows:
        if row["wished"] and noes[row["script"]] >= TWICE:
            noes[row["script"]] = 0
        noes[row["script"]] += row["fit"] == "no"
    return frozenset(script for script, count in noes.items() if count >= TWICE)
