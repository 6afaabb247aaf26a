"""Invites: links that let one person in, once. Only the token's hash is kept."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros

_LABEL = "invites|label|{}"


@dataclass(frozen=True, slots=True)
class Invite:
    """Who may come in as what, by whom, until when, and who did."""

    role: str
    made_by: int
    made_at: datetime
    expires_at: datetime
    used_by: int | None
    used_at: datetime | None
    label: str = field(default="", repr=False)
    revoked: bool = False
    mark: str = field(default="", compare=False)  # names it in a button


def add(
    tx: Tx, token_hash: bytes, role: str, made_by: int, now: datetime, expires_at: datetime, label: str = ""
) -> bool:
    """Keep an invite by the hash of its token; False when it is there already. ``label``: whom it is for."""
    added = tx.db.execute(
        "INSERT INTO invites (token_hash, role, made_by, made_at, expires_at, label) "
        "VALUES (:hash, :role, :made_by, :now, :expires, :label) ON CONFLICT DO NOTHING",
        {
            "hash": token_hash,
            "role": role,
            "made_by": made_by,
            "now": to_micros(now),
            "expires": to_micros(expires_at),
            "label": tx.seal(made_by, _LABEL.format(token_hash.hex()), label) if label else None,
        },
    )
    return added.rowcount > 0


def get(tx: Tx, token_hash: bytes) -> Invite | None:
    """The invite of a token's hash, used or not."""
    row = tx.db.execute("SELECT * FROM invites WHERE token_hash = :hash", {"hash": token_hash}).fetchone()
    return None if row is None else _invite(tx, row)


def made_for(tx: Tx, used_by: int) -> datetime | None:
    """When the link was made by which somebody came in as a client; None: it is not kept any more."""
    row = tx.db.execute(
        "SELECT max(made_at) AS at FROM invites WHERE used_by = :by AND role = 'client'", {"by": used_by}
    ).fetchone()
    return from_micros_or_none(row["at"])


def open_of(tx: Tx, made_by: int, role: str, now: datetime) -> tuple[Invite, ...]:
    """The links that somebody made and that still let someone in, the oldest first."""
    rows = tx.db.execute(
        "SELECT * FROM invites WHERE made_by = :by AND role = :role AND used_by IS NULL "
        "AND revoked_at IS NULL AND expires_at > :now ORDER BY made_at, token_hash",
        {"by": made_by, "role": role, "now": to_micros(now)},
    )
    return tuple(_invite(tx, row) for row in rows)


def revoke(tx: Tx, mark: str, made_by: int, now: datetime) -> Invite | None:
    """Take an open link back by its mark; what it was, None when it is not open or somebody else's."""
    found = next((one for one in open_of(tx, made_by, "client", now) if one.mark == mark), None)
    if found is not None:
        tx.db.execute(
            "UPDATE invites SET revoked_at = :now WHERE made_by = :by AND hex(token_hash) LIKE :mark || '%'",
            {"now": to_micros(now), "by": made_by, "mark": mark},
        )
    return found


def _invite(tx: Tx, row: Any) -> Invite:
    return Invite(
        row["role"],
        row["made_by"],
        from_micros(row["made_at"]),
        from_micros(row["expires_at"]),
        row["used_by"],
        from_micros_or_none(row["used_at"]),
        tx.open_text(row["made_by"], _LABEL.format(row["token_hash"].hex()), row["label"]) or "",
        row["revoked_at"] is not None,
        row["token_hash"].hex().upper()[:16],
    )


def use(tx: Tx, token_hash: bytes, used_by: int, now: datetime) -> bool:
    """Use an invite up; False when it is unknown, used or past its time. Only one use ever gets True."""
    used = tx.db.execute(
        "UPDATE invites SET used_by = :by, used_at = :now "
        "WHERE token_hash = :hash AND used_by IS NULL AND revoked_at IS NULL AND expires_at > :now",
        {"hash": token_hash, "by": used_by, "now": to_micros(now)},
    )
    return used.rowcount > 0


def reopen(tx: Tx, used_by: int, now: datetime) -> datetime | None:
    """Who came in by a link left again before anything began: it lets one in anew; until when, None: it is over."""
    row = tx.db.execute(
        "UPDATE invites SET used_by = NULL, used_at = NULL WHERE used_by = :by AND revoked_at IS NULL "
        "AND expires_at > :now AND role = 'client' RETURNING expires_at",
        {"by": used_by, "now": to_micros(now)},
    ).fetchone()
    return None if row is None else from_micros(row["expires_at"])


def clean(tx: Tx, before: datetime) -> int:
    """Delete invites that ended, used or not, before an instant; how many."""
    gone = tx.db.execute("DELETE FROM invites WHERE expires_at < :before", {"before": to_micros(before)})
    return gone.rowcount
