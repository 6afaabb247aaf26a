"""Trouble that lasts: the admins hear of it in their chat, once, and no more until it is over and comes again.

What is looked at needs no words: Telegram away, a disk that fills, backups that are not made, another version.
Rows that are set aside are told when that happens (``work`` and ``send``).
"""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from bot import __version__
from bot.faults import StoreFault
from bot.people.turn import Turn, tell_admins
from bot.runtime.house import House, log
from bot.runtime.work import where
from bot.store import backup, memory
from bot.store.db import Tx

AWAY = timedelta(minutes=10)
"""Telegram is away for so long before it is worth a word."""

BACKUP_AGE = timedelta(days=3)
"""Older than that, and something keeps the nights from making one."""

SCARCE, SHARE = 500 * 2**20, 0.05
"""Less than so many bytes, and less than this share of the disk, is nearly full."""

ENOUGH = 1.5
"""So much more than that must be free before the disk counts as roomy again, so that it is not told to and fro."""

Room = Callable[[Path], Any]


async def look(house: House, room: Room = shutil.disk_usage) -> None:
    """Look at what may last, and tell the admins what is new; called each minute."""
    try:
        found = {"disk": _disk(house, room), "backup": _backup(house)}
        away = _away(house)
        told = await house.store.run(partial(_tell, house=house, found=found, away=away))
        if told:
            house.send.set()
    except StoreFault as fault:
        log.warning("trouble could not be looked for", fault=fault.kind)
    except Exception as fault:  # its caller would swallow it without a word
        log.error("trouble could not be looked for", fault=where(fault))


def scarce(free: int, total: int, before: bool = False) -> bool:
    """Whether a disk is nearly full; once it was, it takes more to count as roomy."""
    more = ENOUGH if before else 1.0
    return free < SCARCE * more and free < total * SHARE * more


def _disk(house: House, room: Room) -> Callable[[bool], str]:
    usage = room(house.config.database.path.absolute().parent)

    def text(before: bool) -> str:
        if not scarce(usage.free, usage.total, before):
            return ""
        return (
            f"The disk of the database has {usage.free // 2**20} MB left. When it is full, nothing is kept "
            "until there is room again; Telegram keeps what is written for 24 hours."
        )

    return text


def _backup(house: House) -> Callable[[bool], str]:
    settings, now = house.config.backup, house.clock.now()
    made = backup.files(settings.folder) if settings.keep_days else ()
    newest = backup.made_at(made[-1]) if made else None
    old = newest is not None and newest < now - BACKUP_AGE
    text = (
        f"The newest backup is of {newest:%Y-%m-%d}. `interlude backup` on the machine says why none is made."
        if old
        else ""
    )
    return lambda before: text


def _away(house: House) -> datetime | None:
    """Since when Telegram cannot be reached, where that lasts."""
    away = house.tally.away
    return away if away is not None and house.clock.now() - away >= AWAY else None


def _tell(tx: Tx, house: House, found: dict[str, Callable[[bool], str]], away: datetime | None) -> bool:
    turn = Turn(tx, house.clock.now(), 0, house.config, house.username, count())
    told = [_once(turn, name, text) for name, text in found.items()]
    return any([*told, _telegram(turn, away, house.tally.away is None)])


def _once(turn: Turn, name: str, text: Callable[[bool], str]) -> bool:
    """Tell what began, and forget what is over."""
    key, since = f"trouble:{name}", memory.get(turn.tx, f"trouble:{name}")
    said = text(bool(since))
    if bool(said) == bool(since):
        return False
    memory.put(turn.tx, key, f"{turn.now:%Y-%m-%dT%H:%M:%S}" if said else "")
    if said:
        tell_admins(turn, said, f"{key}:{turn.now:%Y-%m-%dT%H:%M:%S}")
    return bool(said)


def _telegram(turn: Turn, away: datetime | None, there: bool) -> bool:
    """It can only be told once Telegram is there again, with the times from and to."""
    since = memory.get(turn.tx, "trouble:telegram")
    if away is not None and not since:
        memory.put(turn.tx, "trouble:telegram", f"{away:%Y-%m-%d %H:%M}")
        log.warning("Telegram cannot be reached", since=f"{away:%Y-%m-%dT%H:%MZ}")
    if not (since and there):
        return False
    memory.put(turn.tx, "trouble:telegram", "")
    text = (
        f"Telegram could not be reached from {since} to {turn.now:%Y-%m-%d %H:%M} UTC. What was written meanwhile "
        "is answered now; a tap on a button may be gone, and can be made again."
    )
    tell_admins(turn, text, f"trouble:telegram:{since}")
    return True


def version(turn: Turn) -> None:
    """At a start with another version than the last one: say so."""
    before = memory.get(turn.tx, "version")
    if before == __version__:
        return
    memory.put(turn.tx, "version", __version__)
    if before:
        text = f"Version {__version__} runs now; before it was {before}. CHANGELOG.md says what is new."
        tell_admins(turn, text, f"version:{before}:{__version__}:{turn.now:%Y-%m-%dT%H:%M}")
