"""Who has come in once need not come in anew for every test: the state afterwards is kept, and put in place.

The first test of a process lives through it, by link, taps and words; the others begin with a copy of the
database, of the key and of what Telegram knows, on which the bot is started as on any day.
"""

import pickle
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import chosen

from bot.config import Config
from bot.simulator import Simulator

ON_POSTGRES = "postgres" in chosen.WORDS
if ON_POSTGRES:
    import on_postgres

TELEGRAM = ("chats", "files", "queries", "profile", "next_query", "next_album")
"""What Telegram knows of a bot, but for updates that wait: there are none once all has come to rest."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A practice as it was at an instant: the two files of the bot, and Telegram's side."""

    at: datetime
    database: bytes
    key: bytes
    telegram: bytes
    next_update: int

    def put(self, config: Config, sim: Simulator) -> None:
        """Put it in place, before the bot is started."""
        config.database.path.parent.mkdir(parents=True, exist_ok=True)
        if ON_POSTGRES:
            on_postgres.copied(config.database.path, self.database.decode())
        else:
            config.database.path.write_bytes(self.database)
        config.security.key_file.write_bytes(self.key)
        config.security.key_file.chmod(0o600)
        knows, log = pickle.loads(self.telegram)  # noqa: S301 - our own; a tenth of what a deep copy takes
        for name, known in knows.items():
            setattr(sim.core.state, name, known)
        sim.core.state.updates.next_id = self.next_update
        sim.core.log[:] = log


def settled(config: Config, sim: Simulator, at: datetime, scratch: Path) -> Settled:
    """What is there now; the bot may run on, but not on PostgreSQL, which copies nothing that is in use."""
    if ON_POSTGRES:
        return _kept(on_postgres.another(config.database.path).encode(), config, sim, at)
    copy = scratch / "settled.db"
    with closing(sqlite3.connect(config.database.path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    found = _kept(copy.read_bytes(), config, sim, at)
    copy.unlink()
    return found


def _kept(database: bytes, config: Config, sim: Simulator, at: datetime) -> Settled:
    state = sim.core.state
    return Settled(
        at,
        database,
        config.security.key_file.read_bytes(),
        pickle.dumps(({name: getattr(state, name) for name in TELEGRAM}, sim.core.log)),
        state.updates.next_id,
    )


_known: dict[object, Settled] = {}


def known(key: object, make: Callable[[], Settled]) -> Settled:
    """What was made for this key before in this process, or is made now."""
    if key not in _known:
        _known[key] = make()
    return _known[key]
