"""Pages of a client's own answers, newest first; for the client only."""

import json
from collections.abc import Iterable

from bot.store import responses
from bot.store.db import Tx
from bot.store.responses import Response

_SCOPES = {
    "": "1",
    "private": "visibility = 'private'",
    "marked": "(reflection_id IN (SELECT reflection_id FROM marks WHERE client_id = :client "
    "AND response_id IS NULL) OR id IN (SELECT response_id FROM marks WHERE client_id = :client))",
    "script": "script = :script",
}


def page(
    tx: Tx, client_id: int, offset: int, limit: int, *, scope: str = "", script: str = ""
) -> tuple[tuple[Response, ...], int]:
    """The answers from ``offset`` on, at most ``limit``, and how many there are in all.

    ``scope``: "" all, private, marked (of a talk with a mark), script (of the one of that name).
    """
    where = f"client_id = :client AND {_SCOPES[scope]}"
    values = {"client": client_id, "script": script, "limit": limit, "offset": offset}
    rows = tx.db.execute(
        f"SELECT id, count(*) OVER () AS n FROM responses WHERE {where} "  # noqa: S608 - one of four
        "ORDER BY at DESC, id DESC LIMIT :limit OFFSET :offset",
        values,
    ).fetchall()
    found = responses.by_ids(tx, [row["id"] for row in rows])
    return found, int(rows[0]["n"]) if rows else 0


def last_rating(tx: Tx, client_id: int, scripts: Iterable[str]) -> int | None:
    """What was rated last in any of these scripts; for the client's own plan only."""
    row = tx.db.execute(
        "SELECT id FROM responses WHERE client_id = :client AND rating IS NOT NULL "
        "AND script IN (SELECT value FROM json_each(:scripts)) ORDER BY at DESC, id DESC LIMIT 1",
        {"client": client_id, "scripts": json.dumps(list(scripts))},
    ).fetchone()
    found = responses.get(tx, row["id"]) if row is not None else None
    return None if found is None else found.rating


def scripts(tx: Tx, client_id: int) -> tuple[tuple[str, int], ...]:
    """The scripts that a client answered, with how many answers, the most first."""
    rows = tx.db.execute(
        "SELECT script, count(*) AS n FROM responses WHERE client_id = :client AND script IS NOT NULL "
        "AND script <> '' GROUP BY script ORDER BY n DESC, script",
        {"client": client_id},
    )
    return tuple((row["script"], int(row["n"])) for row in rows.fetchall())
