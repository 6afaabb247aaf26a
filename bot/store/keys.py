"""The data key of each owner (Telegram id; 0: the house), wrapped; made at first use, gone with an erase."""

import sqlite3

from bot.vault import DataKey, Vault, VaultFault

HOUSE = 0


def read(db: sqlite3.Connection, vault: Vault, owner: int) -> DataKey | None:
    """The owner's data key, or None when there is none (never made, or erased)."""
    row = db.execute("SELECT wrapped FROM keys WHERE owner = :owner", {"owner": owner}).fetchone()
    return None if row is None else vault.unwrap(owner, row[0])


def mark(db: sqlite3.Connection, vault: Vault, owner: int, words: str) -> str | None:
    """What only the owner's key makes of these words (bot/store/ledger.py); None without a key."""
    row = db.execute("SELECT wrapped FROM keys WHERE owner = :owner", {"owner": owner}).fetchone()
    return None if row is None else vault.mark(owner, row[0], words)


def make(db: sqlite3.Connection, vault: Vault, owner: int, at: int) -> DataKey:
    """A new data key for an owner who has none. ``at`` is microseconds since 1970."""
    wrapped = vault.new_key(owner)
    db.execute(
        "INSERT INTO keys (owner, wrapped, made_at) VALUES (:owner, :wrapped, :at)",
        {"owner": owner, "wrapped": wrapped, "at": at},
    )
    return vault.unwrap(owner, wrapped)


def forget(db: sqlite3.Connection, owner: int) -> None:
    """Destroy the owner's key: what it sealed can never be read again."""
    db.execute("DELETE FROM keys WHERE owner = :owner", {"owner": owner})


def check(db: sqlite3.Connection, vault: Vault) -> None:
    """Raises VaultFault where these master keys do not open the house's key, or lack one that a data key needs."""
    read(db, vault, HOUSE)
    for (version,) in db.execute("SELECT DISTINCT substr(wrapped, 1, 1) FROM keys"):
        vault.must_hold(version[0])


def damaged(db: sqlite3.Connection, vault: Vault) -> int:
    """How many data keys no longer open: what they sealed can be read by nobody."""
    return sum(
        not _opens(vault, owner, wrapped) for owner, wrapped in db.execute("SELECT owner, wrapped FROM keys")
    )


def _opens(vault: Vault, owner: int, wrapped: bytes) -> bool:
    try:
        vault.unwrap(owner, wrapped)
    except (VaultFault, IndexError):
        return False
    return True


def rewrap_all(db: sqlite3.Connection, vault: Vault) -> int:
    """Wrap every data key anew by the newest master key; how many changed. Texts stay as they are.

    One that was damaged, and opens no more, stays as it is: it stops nobody else's.
    """
    old = [row for row in db.execute("SELECT owner, wrapped FROM keys") if row[1][0] != vault.version]
    return sum(_rewrapped(db, vault, owner, wrapped) for owner, wrapped in old)


def _rewrapped(db: sqlite3.Connection, vault: Vault, owner: int, wrapped: bytes) -> bool:
    try:
        anew = vault.rewrap(owner, wrapped)
    except VaultFault:
        return False
    db.execute("UPDATE keys SET wrapped = :anew WHERE owner = :owner", {"owner": owner, "anew": anew})
    return True


def missing(owner: int, place: str) -> VaultFault:
    """The fault of a sealed value whose key is gone."""
    return VaultFault(f"The key of owner {owner} is gone: what it sealed at {place} was erased.")
