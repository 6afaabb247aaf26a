"""Clients and coaches as rows: who they are, where they stand, how they like to be met."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal, TypeVar

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros, to_micros_or_none
from bot.store.memo import UNREAD
from bot.vault import VaultFault

T = TypeVar("T")

_LABEL = "people|label"
_TOWN = "people|town"

PRACTICE = 1
"""The practice that every database begins with."""


@dataclass(frozen=True, slots=True)
class Client:
    """Who answers. ``state``: joining, active, paused, stopped; ``away``: blocked the bot.

    ``rhythm``: days, times, quiet hours, weekly number; until when nothing is asked (``rests_until``),
    when all of where help is was said last (``helped_at``).
    ``heard_at``: the last word or tap. ``changed_at``: when anything that the plan depends on last changed.
    ``label``: what the coach calls them. ``town``: where they are, as they named it. ``archived_at``:
    since when the coach has put the work aside.
    """

    id: int
    practice_id: int
    coach_id: int
    name: str = field(repr=False)
    language: str
    address: str
    zone: str
    state: str
    away: bool
    visibility: str
    rhythm: Mapping[str, Any]
    paused_until: datetime | None
    heard_at: datetime | None
    changed_at: datetime
    sessions_before: int
    ending: date | None
    joined_at: datetime
    ended_at: datetime | None
    reactions: bool = True
    pace: int = 0
    label: str = field(default="", repr=False)
    archived_at: datetime | None = None
    town: str = field(default="", repr=False)

    @property
    def where(self) -> str:
        """The zone, with the town behind it that its writer named: as ``Texts.when`` and ``Texts.zone`` show it."""
        return "|".join(filter(None, (self.zone or "UTC", self.town)))


@dataclass(frozen=True, slots=True)
class Coach:
    """Who reads. ``state``: joining, active, left. ``prefs``: when the digest comes; ``town`` as a client's."""

    id: int
    practice_id: int
    name: str = field(repr=False)
    language: str
    zone: str
    state: str
    away: bool
    prefs: Mapping[str, Any]
    joined_at: datetime
    town: str = field(default="", repr=False)

    @property
    def where(self) -> str:
        """The zone, with the town behind it, as a client's."""
        return "|".join(filter(None, (self.zone or "UTC", self.town)))


# ---- clients -------------------------------------------------------------------------------------


def add_client(
    tx: Tx,
    client_id: int,
    coach_id: int,
    *,
    now: datetime,
    language: str = "en",
    state: str = "joining",
) -> Client:
    """A new client of a coach, in the coach's practice. Raises LookupError when there is no such coach."""
    its = coach(tx, coach_id)
    if its is None:
        raise LookupError(f"there is no coach {coach_id}")
    tx.db.execute(
        "INSERT INTO clients (id, practice_id, coach_id, language, state, changed_at, joined_at) "
        "VALUES (:id, :practice, :coach, :language, :state, :now, :now)",
        {
            "id": client_id,
            "practice": its.practice_id,
            "coach": coach_id,
            "language": language,
            "state": state,
            "now": to_micros(now),
        },
    )
    return must(client(tx, client_id))


def client(tx: Tx, client_id: int) -> Client | None:
    """The client of this Telegram id, or None."""
    row = client_row(tx, client_id)
    return None if row is None else tx.once("clients", client_id, lambda: as_client(tx, row))


def client_row(tx: Tx, client_id: int) -> Any:
    """The same as it stands in its table, nothing opened."""
    return tx.once("clients", ("row", client_id), lambda: _with_key(tx, "clients", client_id))


def _with_key(tx: Tx, table: Literal["clients", "coaches"], number: int) -> Any:
    """A person's row, and their key beside it in one statement."""
    row = tx.db.execute(
        f"SELECT p.*, k.wrapped AS wrapped FROM {table} p LEFT JOIN keys k ON k.owner = p.id "  # noqa: S608
        "WHERE p.id = :id",
        {"id": number},
    ).fetchone()
    if row is not None:
        tx.came_with(number, row["wrapped"])
    return row


def active_in(tx: Tx, language: str) -> tuple[Client, ...]:
    """The clients of a language to whom questions come, in the order of joining."""
    rows = tx.db.execute(
        "SELECT * FROM clients WHERE language = :language AND state = 'active' AND away = 0 "
        "ORDER BY joined_at, id",
        {"language": language},
    )
    return tuple(as_client(tx, row) for row in rows)


def clients_of(tx: Tx, coach_id: int) -> tuple[Client, ...]:
    """The clients of one coach, in the order of joining."""
    rows = tx.db.execute(
        "SELECT * FROM clients WHERE coach_id = :coach ORDER BY joined_at, id", {"coach": coach_id}
    )
    return tuple(as_client(tx, row) for row in rows)


@dataclass(frozen=True, slots=True)
class Called:
    """All by which a coach tells a client from others."""

    id: int
    name: str = field(repr=False)
    label: str = field(repr=False)
    joined_at: datetime


def called(tx: Tx, coach_id: int) -> tuple[Called, ...]:
    """How each client of a coach is called, in the order of joining; a name that does not open is none here."""
    return tx.once("clients", ("called", coach_id), lambda: _all_called(tx, coach_id))


def _all_called(tx: Tx, coach_id: int) -> tuple[Called, ...]:
    rows = tx.db.execute(
        "SELECT id, name, label, joined_at FROM clients WHERE coach_id = :coach ORDER BY joined_at, id",
        {"coach": coach_id},
    )
    return tuple(
        Called(
            row["id"],
            _opened(tx, row["id"], "people|name", row["name"]),
            _opened(tx, row["id"], _LABEL, row["label"]),
            from_micros(row["joined_at"]),
        )
        for row in rows
    )


def _opened(tx: Tx, client_id: int, place: str, sealed: bytes | None) -> str:
    # All names are read to tell one client from another: what is spoiled of one must not stop another's digest.
    try:
        return tx.open_text(client_id, place, sealed) or ""
    except VaultFault:
        return ""


def save_client(tx: Tx, changed: Client) -> None:
    """Write a client's row as this value says; the id stays."""
    tx.db.execute(
        "UPDATE clients SET practice_id = :practice_id, coach_id = :coach_id, name = :name, "
        "language = :language, address = :address, zone = :zone, state = :state, away = :away, "
        "visibility = :visibility, rhythm = :rhythm, paused_until = :paused_until, "
        "heard_at = :heard_at, changed_at = :changed_at, sessions_before = :sessions_before, "
        "ending = :ending, ended_at = :ended_at, reactions = :reactions, pace = :pace, label = :label, "
        "archived_at = :archived_at, town = :town WHERE id = :id",
        {
            "id": changed.id,
            "practice_id": changed.practice_id,
            "coach_id": changed.coach_id,
            "name": _seal_name(tx, changed.id, changed.name),
            "language": changed.language,
            "address": changed.address,
            "zone": changed.zone,
            "state": changed.state,
            "away": changed.away,
            "visibility": changed.visibility,
            "rhythm": json.dumps(dict(changed.rhythm)),
            "paused_until": to_micros_or_none(changed.paused_until),
            "heard_at": to_micros_or_none(changed.heard_at),
            "changed_at": to_micros(changed.changed_at),
            "sessions_before": changed.sessions_before,
            "ending": changed.ending and changed.ending.isoformat(),
            "ended_at": to_micros_or_none(changed.ended_at),
            "reactions": changed.reactions,
            "pace": changed.pace,
            "label": tx.seal(changed.id, _LABEL, changed.label) if changed.label else None,
            "archived_at": to_micros_or_none(changed.archived_at),
            "town": tx.seal(changed.id, _TOWN, changed.town) if changed.town else None,
        },
    )


def change_client(tx: Tx, client_id: int, **fields: Any) -> Client:
    """Change some fields of a client's row, by the names of Client. Raises LookupError, TypeError."""
    changed = replace(must(client(tx, client_id)), **fields)
    save_client(tx, changed)
    return changed


def rename_client(tx: Tx, client_id: int, name: str) -> None:
    """How the client would like to be called; "" for no name."""
    change_client(tx, client_id, name=name)


def set_rhythm(tx: Tx, client_id: int, **wishes: Any) -> None:
    """Change some of the client's wishes for the rhythm, keeping the others; None takes one away."""
    before = must(client(tx, client_id))
    after = {key: value for key, value in {**before.rhythm, **wishes}.items() if value is not None}
    save_client(tx, replace(before, rhythm=after))


def touch(tx: Tx, client_id: int, now: datetime) -> None:
    """Note that something the client's plan depends on has changed."""
    tx.db.execute(
        "UPDATE clients SET changed_at = :now WHERE id = :id", {"id": client_id, "now": to_micros(now)}
    )


def heard(tx: Tx, client_id: int, now: datetime) -> None:
    """The client wrote or tapped something, whatever it was; an earlier instant changes nothing."""
    row, opened = client_row(tx, client_id), tx.known("clients", client_id)
    if row is None:
        return
    at = max(row["heard_at"] or 0, to_micros(now))
    if at == row["heard_at"]:
        return
    tx.db.execute("UPDATE clients SET heard_at = :at WHERE id = :id", {"id": client_id, "at": at})
    tx.know("clients", ("row", client_id), {**dict(row), "heard_at": at})
    if opened is not UNREAD:
        tx.know("clients", client_id, replace(opened, heard_at=from_micros(at)))


# ---- coaches -------------------------------------------------------------------------------------


def add_coach(
    tx: Tx,
    coach_id: int,
    *,
    now: datetime,
    language: str = "en",
    state: str = "joining",
    practice_id: int = PRACTICE,
) -> Coach:
    """A new coach of a practice; one who left comes back as they were."""
    tx.db.execute(
        "INSERT INTO coaches (id, practice_id, language, state, joined_at) "
        "VALUES (:id, :practice, :language, :state, :now) "
        "ON CONFLICT (id) DO UPDATE SET state = excluded.state, away = 0",
        {
            "id": coach_id,
            "practice": practice_id,
            "language": language,
            "state": state,
            "now": to_micros(now),
        },
    )
    return must(coach(tx, coach_id))


def coach(tx: Tx, coach_id: int) -> Coach | None:
    """The coach of this Telegram id, or None."""
    known = tx.known("coaches", coach_id)
    if known is not UNREAD:  # asked a dozen times a message
        return known  # type: ignore[no-any-return]
    row = coach_row(tx, coach_id)
    return None if row is None else tx.once("coaches", coach_id, lambda: as_coach(tx, row))


def coach_row(tx: Tx, coach_id: int) -> Any:
    """The same as it stands in its table, nothing opened."""
    return tx.once("coaches", ("row", coach_id), lambda: _with_key(tx, "coaches", coach_id))


def coaches(tx: Tx) -> tuple[Coach, ...]:
    """Every coach, in the order of joining."""
    return tuple(as_coach(tx, row) for row in tx.db.execute("SELECT * FROM coaches ORDER BY joined_at, id"))


def coach_name(tx: Tx, coach_id: int) -> str:
    """How the coach is called; "" when there is none."""
    found = coach(tx, coach_id)
    return found.name if found else ""


def save_coach(tx: Tx, changed: Coach) -> None:
    """Write a coach's row as this value says; the id stays."""
    tx.db.execute(
        "UPDATE coaches SET practice_id = :practice_id, name = :name, language = :language, zone = :zone, "
        "state = :state, away = :away, prefs = :prefs, town = :town WHERE id = :id",
        {
            "id": changed.id,
            "practice_id": changed.practice_id,
            "name": _seal_name(tx, changed.id, changed.name),
            "language": changed.language,
            "zone": changed.zone,
            "state": changed.state,
            "away": changed.away,
            "prefs": json.dumps(dict(changed.prefs)),
            "town": tx.seal(changed.id, _TOWN, changed.town) if changed.town else None,
        },
    )


def change_coach(tx: Tx, coach_id: int, **fields: Any) -> Coach:
    """Change some fields of a coach's row, by the names of Coach. Raises LookupError, TypeError."""
    changed = replace(must(coach(tx, coach_id)), **fields)
    save_coach(tx, changed)
    return changed


def rename_coach(tx: Tx, coach_id: int, name: str) -> None:
    """How clients read the coach's name."""
    change_coach(tx, coach_id, name=name)


# ---- both ----------------------------------------------------------------------------------------


def went_away(tx: Tx, chat_id: int) -> bool:
    """Somebody blocked the bot; True when that is news of a client or coach."""
    return _set_away(tx, chat_id, True)


def came_back(tx: Tx, chat_id: int) -> bool:
    """Somebody can be reached again; True when that is news of a client or coach."""
    return _set_away(tx, chat_id, False)


def _set_away(tx: Tx, chat_id: int, away: bool) -> bool:
    values, me, mine = {"id": chat_id, "away": away}, client_row(tx, chat_id), coach_row(tx, chat_id)
    news = [row is not None and bool(row["away"]) != away for row in (me, mine)]
    if news[0]:
        tx.db.execute("UPDATE clients SET away = :away WHERE id = :id", values)
    if news[1]:
        tx.db.execute("UPDATE coaches SET away = :away WHERE id = :id", values)
    return any(news)


def must(found: T | None) -> T:
    """Somebody who is there; raises LookupError where they are not."""
    if found is None:
        raise LookupError("there is no such person")
    return found


def _seal_name(tx: Tx, owner: int, name: str) -> bytes | None:
    return tx.seal(owner, "people|name", name) if name else None


def as_client(tx: Tx, row: Any) -> Client:
    return Client(
        id=row["id"],
        practice_id=row["practice_id"],
        coach_id=row["coach_id"],
        name=tx.open_text(row["id"], "people|name", row["name"]) or "",
        language=row["language"],
        address=row["address"],
        zone=row["zone"],
        state=row["state"],
        away=bool(row["away"]),
        visibility=row["visibility"],
        rhythm=json.loads(row["rhythm"]),
        paused_until=from_micros_or_none(row["paused_until"]),
        heard_at=from_micros_or_none(row["heard_at"]),
        changed_at=from_micros(row["changed_at"]),
        sessions_before=row["sessions_before"],
        ending=date.fromisoformat(row["ending"]) if row["ending"] else None,
        joined_at=from_micros(row["joined_at"]),
        ended_at=from_micros_or_none(row["ended_at"]),
        reactions=bool(row["reactions"]),
        pace=row["pace"],
        label=tx.open_text(row["id"], _LABEL, row["label"]) or "",
        archived_at=from_micros_or_none(row["archived_at"]),
        town=tx.open_text(row["id"], _TOWN, row["town"]) or "",
    )


def as_coach(tx: Tx, row: Any) -> Coach:
    return Coach(
        id=row["id"],
        practice_id=row["practice_id"],
        name=tx.open_text(row["id"], "people|name", row["name"]) or "",
        language=row["language"],
        zone=row["zone"],
        state=row["state"],
        away=bool(row["away"]),
        prefs=json.loads(row["prefs"]),
        joined_at=from_micros(row["joined_at"]),
        town=tx.open_text(row["id"], _TOWN, row["town"]) or "",
    )
