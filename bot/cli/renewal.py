"""``interlude keys``: a further master key, taken into use at once."""

from pathlib import Path

import typer

from bot import vault
from bot.cli.running import ask, complain, settings, there
from bot.cli.voice import say
from bot.runtime import keyring


def rotate(path: Path | None) -> None:
    """Add a master key to the key file, and have every data key wrapped by the newest there is."""
    config = settings(path)
    there(config)
    added = 0
    try:
        if keyring.of_file(config.security):
            added = vault.add_version(config.security.key_file)
    except vault.VaultFault as fault:
        complain(str(fault), 1)
    reply = ask(config, {"do": "rotate"})
    if not reply["done"]:
        complain(str(reply["text"]), 1)
    name, version, wrapped = keyring.name(config.security), reply["version"], reply["wrapped"]
    if added:
        say(f"{name} has version {added} now.", markup=False)
    if wrapped:
        say(f"Wrapped anew by version {version}: {wrapped} keys. Texts stay as they are.")
        say("Copy the keys anew. The older ones open older backups; without them those stay shut.")
    else:
        say(f"Version {version} is the newest that {name} gives, and wraps every key already.", markup=False)
        say(
            "To go on: put the line that `interlude keys new` prints there; with the environment, start anew."
        )


def new(path: Path | None) -> None:
    """Print a fresh master key as the next line of a ring; nothing is changed."""
    config = settings(path)
    try:
        version = keyring.ring(config.security).version + 1
    except vault.VaultFault:
        version = 1
    if version > vault.LAST:
        complain(f"{keyring.name(config.security)} holds version {vault.LAST}, which is the last.", 1)
    typer.echo(vault.new_line(version), nl=False)
