"""The lock that lets one process write a database, and says which one does."""

import fcntl
import json
import os
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.faults import StoreFault

TRIES = 3


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes the database: process id and since when."""

    pid: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Lock:
    """A held lock; goes with the process, however it ends."""

    handle: int

    def release(self) -> None:
        """Let another process write."""
        os.close(self.handle)


def file(database: Path) -> Path:
    """The lock file beside a database."""
    return database.with_name(database.name + ".lock")


def take(database: Path, now: datetime) -> Lock:
    """Take the lock. Raises StoreFault (locked) naming the process that has it."""
    handle = os.open(file(database), os.O_RDWR | os.O_CREAT, 0o600)
    if not any(_tried(handle) for _ in range(TRIES)):
        os.close(handle)
        raise StoreFault("locked", _sentence(database))
    os.ftruncate(handle, 0)
    os.pwrite(handle, json.dumps({"pid": os.getpid(), "since": now.isoformat()}).encode(), 0)
    return Lock(handle)


def holder(database: Path) -> Holder | None:
    """Who holds the lock now; None when nobody does."""
    try:
        handle = os.open(file(database), os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return None
    except OSError:
        return _read(handle)
    finally:
        os.close(handle)


def _tried(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        time.sleep(0.02)  # a command that only looks who holds it has it for an instant
        return False
    return True


def _read(handle: int) -> Holder | None:
    try:
        said = json.loads(os.pread(handle, 1000, 0))
        return Holder(int(said["pid"]), datetime.fromisoformat(said["since"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _sentence(database: Path) -> str:
    who = holder(database)
    by = f"process {who.pid} since {who.since:%Y-%m-%d %H:%M} UTC" if who else "another process"
    return f"{database} is being written by {by}. One process writes a database: stop that one first."
