"""The key ring: where the master keys come from, a file, the environment, or what a command prints.

A command is run without a shell, and nothing that it prints is shown or logged.
"""

import asyncio
import shlex
import subprocess
from pathlib import Path
from typing import Any

from bot import vault
from bot.config import Security
from bot.store.db import Store
from bot.vault import Vault, VaultFault

VARIABLE = "INTERLUDE_SECURITY__KEY"

PATIENCE = 30
"""Seconds that a command has."""


def of_file(security: Security) -> bool:
    """Whether they stand in the key file, which alone can be written here."""
    return not security.key.get_secret_value() and not security.key_command


def name(security: Security) -> str:
    """What a person calls the place."""
    if security.key.get_secret_value():
        return VARIABLE
    return "the command in [security] key_command" if security.key_command else str(security.key_file)


def ring(security: Security) -> Vault:
    """The vault of the master keys, read anew. Raises VaultFault: missing, or not a ring of keys."""
    if key := security.key.get_secret_value():
        return vault.parsed(VARIABLE, key)
    if security.key_command:
        return vault.parsed(name(security), _printed(security.key_command))
    return vault.load(Path(security.key_file))


async def rotated(store: Store, security: Security) -> dict[str, Any]:
    """Read the keys anew and wrap every data key by the newest; where one is missing, nothing changes."""
    try:
        newest = await asyncio.to_thread(ring, security)
        wrapped = await store.renew(newest)
    except VaultFault as fault:
        return {"done": False, "text": f"{fault} Nothing was changed."}
    return {"done": True, "version": newest.version, "wrapped": wrapped}


def _printed(command: str) -> str:
    place = "The command in [security] key_command"
    try:
        words = shlex.split(command)
        done = subprocess.run(  # noqa: S603 - whoever runs the bot wrote it
            words, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=True
        )
        return done.stdout.decode("ascii")
    except subprocess.CalledProcessError as fault:
        raise VaultFault(
            f"{place} ended with code {fault.returncode} and gave no key; try it by hand."
        ) from None
    except subprocess.TimeoutExpired:
        raise VaultFault(f"{place} gave no key within {PATIENCE} seconds; try it by hand.") from None
    except (OSError, ValueError, IndexError) as fault:
        raise VaultFault(f"{place} cannot be run ({type(fault).__name__}); try it by hand.") from None
