"""Links that let somebody in: made by an admin or a coach, good for one person and 72 hours."""

import hashlib
from datetime import timedelta

from bot.people.turn import Turn
from bot.store import invites

GOOD_FOR = timedelta(hours=72)


def link(turn: Turn, role: str, made_by: int, label: str = "", place: int = 0) -> str:
    """A fresh link for a coach or a client, with the maker's name for who it is for.

    Its token is derived, so that doing the turn twice gives the same. ``place``: which of several of a turn.
    """
    which = f"invite:{role}:{turn.row}" + (f":{place}" if place else "")
    token = turn.tx.fingerprint(which.encode())[:32]
    invites.add(turn.tx, hashed(token), role, made_by, turn.now, turn.now + GOOD_FOR, label)
    return f"https://t.me/{turn.username}?start={token}"


def hashed(token: str) -> bytes:
    """What is kept of a link's token."""
    return hashlib.sha256(token.encode()).digest()
