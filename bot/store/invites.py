"""Invites: links that let one person in, once. Only the token's hash is kept."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros


@dataclass(frozen=True, slots=True)
class Invite:
    """Who may come in as what, by whom, until when, and who did."""

    role: str
    made_by: int
    made_at: datetime
    expires_at: datetime
    used_by: int | None
    used_at: datetime | None


def add(tx: Tx, token_hash: bytes, role: str, made_by: int, now: datetime, expires_at: datetime) -> bool:
    """Keep an invite by the hash of its token; False when it is there already."""
    added = tx.db.execute(
        "INSERT INTO invites (token_hash, role, made_by, made_at, expires_at) "
        "VALUES (:hash, :role, :made_by, :now, :expires) ON CONFLICT DO NOTHING",
        {
            "hash": token_hash,
            "role": role,
            "made_by": made_by,
            "now": to_micros(now),
            "expires": to_micros(expires_at),
        },
    )
    return added.rowcount > 0


def get(tx: Tx, token_hash: bytes) -> Invite | None:
    """The invite of a token's hash, used or not."""
    row = tx.db.execute("SELECT * FROM invites WHERE token_hash = :hash", {"hash": token_hash}).fetchone()
    if row is None:
        return None
    return Invite(
        row["role"],
        row["made_by"],
        from_micros(row["made_at"]),
        from_micros(row["expires_at"]),
        row["used_by"],
        from_micros_or_none(row["used_at"]),
    )


def use(tx: Tx, token_hash: bytes, used_by: int, now: datetime) -> bool:
    """Use an invite up; False when it is unknown, used or past its time. Only one use ever gets True."""
    used = tx.db.execute(
        "UPDATE invites SET used_by = :by, used_at = :now "
        "WHERE token_hash = :hash AND used_by IS NULL AND expires_at > :now",
        {"hash": token_hash, "by": used_by, "now": to_micros(now)},
    )
    return used.rowcount > 0


def clean(tx: Tx, before: datetime) -> int:
    """Delete invites that ended, used or not, before an instant; how many."""
    gone = tx.db.execute("DELETE FROM invites WHERE expires_at < :before", {"before": to_micros(before)})
    return gone.rowcount
