"""``interlude rekey``: a further master key."""

from pathlib import Path

from bot import vault
from bot.cli.running import complain, settings
from bot.cli.voice import say


def rekey(path: Path | None) -> None:
    """Add a master key to the key file; the next start of the bot wraps everybody's key by it."""
    file = Path(settings(path).security.key_file)
    try:
        version = vault.add_version(file)
    except vault.VaultFault as fault:
        complain(str(fault), 1)
    say(f"{file} has version {version} now. Start the bot again: from then on that version is used.")
    say("Copy the file anew. Its older lines open older backups; without them those stay shut.")
