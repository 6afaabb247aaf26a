"""``interlude backup`` and ``interlude restore``: the database out, sealed, and back."""

from datetime import UTC, datetime
from pathlib import Path

from bot import vault
from bot.cli.running import complain, settings, there
from bot.cli.voice import say
from bot.config import Config
from bot.faults import StoreFault
from bot.runtime import keyring
from bot.store import backup as backups
from bot.store import ledger
from bot.store import restore as restoring


def backup(path: Path | None, out: Path | None) -> None:
    """Write a backup and read it back."""
    config = settings(path)
    there(config)
    fresh = out is not None and not out.exists()
    try:
        keys = keyring.ring(config.security)
        to, address = out or config.backup.folder, config.database.address
        made = backups.make(config.database.path, keys, to, datetime.now(UTC), address)
    except (StoreFault, vault.VaultFault) as fault:
        complain(str(fault), 1)
    size = f"{made.size / 1024 / 1024:.1f} MB"
    say(f"Written and read back: {made.path} ({size}, clients: {made.clients}, answers: {made.responses}).")
    if fresh:
        say(
            f"The folder {out} was not there and was made: if it is to be another disk, that disk is not mounted."
        )
    say(f"It opens only with {keyring.name(config.security)}: keep a copy of that apart from the backups.")


def restore(path: Path | None, file: Path, sure: bool, erased: Path | None) -> None:
    """Put a backup in the place of the database."""
    config = settings(path)
    _ready(config, file, sure, erased)
    ledgers = (erased,) if erased else ()
    try:
        keys = keyring.ring(config.security)
        made = restoring.restore(file, config.database.path, keys, datetime.now(UTC), ledgers)
    except (StoreFault, vault.VaultFault) as fault:
        complain(str(fault), 1)
    say(f"Restored from {file.name}: clients: {made.clients}.")
    if made.erased:
        say(f"Erased again, as they were since the backup: {made.erased}.")
    if made.aside:
        say(f"The database of before is {made.aside}; delete it once all is well.")
    say(
        "What was written or changed since the backup is not in it. A coach who was taken out since is one again,"
    )
    say(
        "one who came since is none; retired scripts and old names are back. Look at /coaches in the admin's chat."
    )
    say("Next: interlude doctor, then interlude run.")


def _ready(config: Config, file: Path, sure: bool, erased: Path | None) -> None:
    """Whether it was meant, and what was named is there."""
    if config.database.address:
        complain(
            "a backup is restored into a file: take settings without [database] url for it, then `interlude move "
            "--to postgresql://…` into an empty database"
        )
    if not file.is_file():
        near = backups.files(config.backup.folder)
        more = f"; the newest is {near[-1]}" if near else ""
        complain(f"there is no backup {file}{more}")
    if erased and not erased.is_file():
        complain(f"there is no erase ledger {erased}")
    if erased and not ledger.read(erased):
        complain(
            f"{erased} holds no mark of an erase ledger: it is another file, or was emptied; nothing was restored"
        )
    if not sure:
        complain(
            f"this moves {config.database.path} aside and puts {file.name} in its place; say --yes if so"
        )
