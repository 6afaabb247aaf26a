"""Reflections as rows: the state of each talk, sealed whole, and what may be counted beside it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from bot.core.talk import reflection as states
from bot.core.talk.model import Reflection
from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros, to_micros_or_none
from bot.store.memo import UNREAD

RECENT = 5
"""Talks that may have begun before the prompt of the first of them was seen."""


@dataclass(frozen=True, slots=True)
class ReflectionRow:
    """A reflection as kept. ``occasion``: why it began, a key; ``why``: in words. ``fit``: yes, partly, no."""

    id: int
    client_id: int
    script: str
    language: str
    version: int
    state: str
    question: int
    step: str
    occasion: str
    why: str
    begun_at: datetime
    ended_at: datetime | None
    fit: str
    reflection: Reflection = field(repr=False)


@dataclass(frozen=True, slots=True)
class Counted:
    """What may be counted of a reflection: its shared answers and passes, and its occasion.

    ``private``: how many responses are; a later prompt of it may echo their words.
    """

    id: int
    script: str
    version: int
    language: str
    begun_at: datetime
    ended_at: datetime | None
    state: str
    fit: str
    answered: int
    passed: int
    private: int
    occasion: str


def add(
    tx: Tx, client_id: int, reflection: Reflection, *, occasion: str, now: datetime, why: str = ""
) -> ReflectionRow | None:
    """A new reflection; None when this occasion has begun one before."""
    added = tx.db.execute(
        "INSERT INTO reflections (client_id, script, language, version, state, question, step, occasion, why, "
        "data, begun_at) VALUES (:client, :script, :language, :version, :state, :question, :step, :occasion, "
        ":why, :data, :now) ON CONFLICT DO NOTHING",
        {
            "client": client_id,
            "script": reflection.script,
            "language": reflection.language,
            "version": reflection.version,
            "state": reflection.state,
            "question": reflection.question,
            "step": reflection.step,
            "occasion": occasion,
            "why": why,
            "data": tx.seal(client_id, _place(occasion), states.to_json(reflection)),
            "now": to_micros(now),
        },
    )
    return get(tx, added.lastrowid or 0) if added.rowcount > 0 else None


def count_of(tx: Tx, client_id: int, script: str) -> int:
    """How often a script was begun with a client."""
    row = tx.db.execute(
        "SELECT count(*) FROM reflections WHERE client_id = :client AND script = :script",
        {"client": client_id, "script": script},
    ).fetchone()
    return int(row[0])


def get(tx: Tx, reflection_id: int) -> ReflectionRow | None:
    """A reflection by its id."""
    known = tx.known("reflections", reflection_id)
    if known is not UNREAD:
        return known  # type: ignore[no-any-return]
    row = tx.db.execute("SELECT * FROM reflections WHERE id = :id", {"id": reflection_id}).fetchone()
    return None if row is None else _opened(tx, row)


def open_of(tx: Tx, client_id: int) -> ReflectionRow | None:
    """The reflection that is open with a client: the one that waits or goes on, else one that was put off."""
    return next(iter(under_way(tx, client_id)), None)


def under_way(tx: Tx, client_id: int) -> tuple[ReflectionRow, ...]:
    """Every reflection of a client that is not over: the one that waits, at most, then those put off."""
    return tx.once("reflections", ("under way", client_id), lambda: _under_way(tx, client_id))


def _under_way(tx: Tx, client_id: int) -> tuple[ReflectionRow, ...]:
    rows = [row for row in _latest(tx, client_id) if row["ended_at"] is None]
    return tuple(_opened(tx, row) for row in sorted(rows, key=lambda row: row["state"] == "snoozed"))


@dataclass(frozen=True, slots=True)
class TalkScript:
    """The script of a reflection."""

    id: int
    script: str
    language: str
    version: int


def scripts_of(tx: Tx, numbers: Iterable[int]) -> tuple[TalkScript, ...]:
    """The scripts of these reflections; nothing is opened."""
    rows = tx.db.execute(
        "SELECT id, script, language, version FROM reflections "
        "WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each(:ids)) ORDER BY id",
        {"ids": json.dumps(list(numbers))},
    )
    return tuple(TalkScript(*row) for row in rows.fetchall())


def of_occasion(tx: Tx, client_id: int, occasion: str) -> ReflectionRow | None:
    """The reflection that an occasion began."""
    row = tx.db.execute(
        "SELECT * FROM reflections WHERE client_id = :client AND occasion = :occasion",
        {"client": client_id, "occasion": occasion},
    ).fetchone()
    return None if row is None else _row(tx, row)


def take_back(tx: Tx, reflection_id: int) -> None:
    """Remove a reflection of which nothing ever reached the client."""
    tx.db.execute("DELETE FROM reflections WHERE id = :id", {"id": reflection_id})


def latest_of(tx: Tx, client_id: int) -> ReflectionRow | None:
    """The reflection that began last with a client, open or over."""
    return next(near(tx, client_id), None)


def crossed(tx: Tx, client_id: int) -> bool:
    """Whether one went on when a later one had begun: one that was put off and came back, say."""
    rows = pairwise(_latest(tx, client_id))
    return any(old["ended_at"] is None or old["ended_at"] > new["begun_at"] for new, old in rows)


def near(tx: Tx, client_id: int) -> Iterator[ReflectionRow]:
    """The ``RECENT`` and all that are not over, however long ago they began; each opened when it is asked for."""
    return (_opened(tx, row) for row in _latest(tx, client_id))


LATEST = """
SELECT * FROM reflections WHERE id IN (
    SELECT id FROM (SELECT id FROM reflections WHERE client_id = :chat ORDER BY id DESC LIMIT :recent) AS latest
    UNION ALL SELECT id FROM reflections WHERE client_id = :chat AND ended_at IS NULL
) ORDER BY id DESC
"""
"""The ``RECENT`` that began last and all that are not over, the newest first."""


def _latest(tx: Tx, client_id: int) -> Sequence[Any]:
    asked = {"chat": client_id, "recent": RECENT}
    return tx.once("reflections", ("latest", client_id), lambda: tx.db.execute(LATEST, asked).fetchall())


def of_client(tx: Tx, client_id: int) -> tuple[ReflectionRow, ...]:
    """All reflections of a client, oldest first."""
    rows = tx.db.execute(
        "SELECT * FROM reflections WHERE client_id = :client ORDER BY id", {"client": client_id}
    )
    return tuple(_row(tx, row) for row in rows)


def save(tx: Tx, reflection_id: int, reflection: Reflection, *, now: datetime, ended: bool) -> None:
    """Keep the state after a turn. A reflection ends once: the first instant of its end stays."""
    row = get(tx, reflection_id)
    # An erase may have come first, in a turn before this one: what is gone is not made again.
    if row is None:
        return
    end = (row.ended_at or now) if ended else None
    latest = tx.known("reflections", ("latest", row.client_id))
    fresh = replace(
        row,
        state=reflection.state,
        question=reflection.question,
        step=reflection.step,
        ended_at=end,
        reflection=reflection,
    )
    _know(tx, fresh, latest)
    tx.later("reflections", reflection_id, lambda: _write(tx, fresh))


def _know(tx: Tx, fresh: ReflectionRow, latest: Any) -> None:
    """What would be read of it now, and among the latest, where they were read."""
    if latest is not UNREAD:
        after = {"state": fresh.state, "question": fresh.question, "step": fresh.step}
        after |= {"ended_at": to_micros_or_none(fresh.ended_at), "data": None}  # it is known whole
        changed = [{**dict(one), **after} if one["id"] == fresh.id else one for one in latest]
        tx.know("reflections", ("latest", fresh.client_id), changed)
    tx.know("reflections", ("under way", fresh.client_id), UNREAD)
    tx.know("reflections", fresh.id, fresh)


def _write(tx: Tx, fresh: ReflectionRow) -> None:
    latest = tx.known("reflections", ("latest", fresh.client_id))
    tx.db.execute(
        "UPDATE reflections SET state = :state, question = :question, step = :step, data = :data, "
        "ended_at = :ended_at WHERE id = :id",
        {
            "id": fresh.id,
            "state": fresh.state,
            "question": fresh.question,
            "step": fresh.step,
            "data": tx.seal(fresh.client_id, _place(fresh.occasion), states.to_json(fresh.reflection)),
            "ended_at": to_micros_or_none(fresh.ended_at),
        },
    )
    _know(tx, fresh, latest)


def revise(tx: Tx, row: ReflectionRow, message_id: int, text: str) -> None:
    """The client edited a message: the state holds the new words, so that an echo shows them."""
    revised = states.revise(row.reflection, message_id, text)
    tx.db.execute(
        "UPDATE reflections SET data = :data WHERE id = :id",
        {"id": row.id, "data": tx.seal(row.client_id, _place(row.occasion), states.to_json(revised))},
    )


def set_fit(tx: Tx, reflection_id: int, fit: str) -> None:
    """Whether it fitted the client: yes, partly or no."""
    tx.db.execute("UPDATE reflections SET fit = :fit WHERE id = :id", {"id": reflection_id, "fit": fit})


def begun_since(tx: Tx, client_id: int, since: datetime, occasion: str = "") -> int:
    """How many reflections began with a client since an instant, of occasions that begin so."""
    row = tx.db.execute(
        "SELECT count(*) FROM reflections WHERE client_id = :client AND begun_at >= :since "
        # No LIKE: an occasion may hold signs that it would take for wildcards.
        "AND substr(occasion, 1, length(:occasion)) = :occasion",
        {"client": client_id, "since": to_micros(since), "occasion": occasion},
    ).fetchone()
    return int(row[0])


def counted(tx: Tx, client_id: int, start: datetime, end: datetime) -> tuple[Counted, ...]:
    """The reflections that began in start <= t < end, oldest first, with what a digest may count."""
    rows = tx.db.execute(
        "SELECT f.*, "
        "count(*) FILTER (WHERE r.state = 'answered' AND r.visibility IN ('session', 'now')) AS answered, "
        "count(*) FILTER (WHERE r.state = 'passed' AND r.visibility IN ('session', 'now')) AS passed, "
        "count(*) FILTER (WHERE r.visibility NOT IN ('session', 'now')) AS private "
        "FROM reflections f LEFT JOIN responses r ON r.reflection_id = f.id "
        "WHERE f.client_id = :client AND f.begun_at >= :start AND f.begun_at < :end "
        "GROUP BY f.id ORDER BY f.begun_at, f.id",
        {"client": client_id, "start": to_micros(start), "end": to_micros(end)},
    )
    return tuple(_counted(row) for row in rows)


def rename_occasions(tx: Tx, old: str, new: str) -> None:
    """What was begun on an occasion that names a script is known by the new name: its words are sealed for it."""
    rows = tx.db.execute(
        "SELECT id, client_id, occasion, data FROM reflections WHERE instr(occasion || ':', :named) > 0",
        {"named": f":{old}:"},
    ).fetchall()
    for row in rows:
        words = tx.open(row["client_id"], _place(row["occasion"]), row["data"])
        occasion = f"{row['occasion']}:".replace(f":{old}:", f":{new}:")[:-1]
        sealed = tx.seal(row["client_id"], _place(occasion), words)
        tx.db.execute(
            "UPDATE reflections SET occasion = :occasion, data = :data WHERE id = :id",
            {"occasion": occasion, "data": sealed, "id": row["id"]},
        )


def _place(occasion: str) -> str:
    # The number of a row is known only once it is written, and words are sealed before: the occasion is the place.
    return f"reflections|data|{occasion}"


def _counted(row: Any) -> Counted:
    return Counted(
        id=row["id"],
        script=row["script"],
        version=row["version"],
        language=row["language"],
        begun_at=from_micros(row["begun_at"]),
        ended_at=from_micros_or_none(row["ended_at"]),
        state=row["state"],
        fit=row["fit"] or "",
        answered=row["answered"],
        passed=row["passed"],
        private=row["private"],
        occasion=row["occasion"],
    )


def _opened(tx: Tx, row: Any) -> ReflectionRow:
    return tx.once("reflections", row["id"], lambda: _row(tx, row))


def _named(one: Reflection, script: str) -> Reflection:
    """With the name that its script has now."""
    return one if one.script == script else replace(one, script=script)


def _row(tx: Tx, row: Any) -> ReflectionRow:
    return ReflectionRow(
        id=row["id"],
        client_id=row["client_id"],
        script=row["script"],
        language=row["language"],
        version=row["version"],
        state=row["state"],
        question=row["question"],
        step=row["step"],
        occasion=row["occasion"],
        why=row["why"],
        begun_at=from_micros(row["begun_at"]),
        ended_at=from_micros_or_none(row["ended_at"]),
        fit=row["fit"] or "",
        reflection=_named(
            states.from_json(tx.open(row["client_id"], _place(row["occasion"]), row["data"])), row["script"]
        ),
    )
