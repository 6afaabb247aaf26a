"""``interlude move``: the database into PostgreSQL, or back into a file, with the bot stopped."""

import asyncio
import os
from importlib import import_module
from pathlib import Path

from bot import vault
from bot.cli.running import complain, settings, there
from bot.cli.voice import say
from bot.config import Config
from bot.faults import StoreFault
from bot.runtime import keyring
from bot.store import figures
from bot.store.address import is_postgres, shown
from bot.store.db import Store


def move(path: Path | None, to: str) -> None:
    """Copy it, compare every row, open every key; the database of before stays as it is."""
    config = settings(path)
    there(config)
    if bool(config.database.address) == is_postgres(to):
        complain("a file moves into postgresql://…, and a PostgreSQL database into a file; see --to")
    if not is_postgres(to) and Path(to).exists():
        complain(f"{to} is there already; name a file that is not")
    try:
        rows, kept = asyncio.run(_moved(config, to))
    except (StoreFault, vault.VaultFault, OSError) as fault:
        complain(str(fault), 1)
    say(f"Copied and compared: {rows} rows. Every key opens there that opened here. {kept}.")
    setting = f'url = "{shown(to)}"' if is_postgres(to) else f'path = "{to}", without url'
    say(
        f"Now put into \\[database]: {setting}. The database of before stays as it was: delete it once all is well."
    )


async def _moved(config: Config, to: str) -> tuple[int, str]:
    keys, place, address = keyring.ring(config.security), config.database.path, config.database.address
    moving = import_module("bot.store.move")  # only here: it needs what only PostgreSQL needs
    async with Store.open(place, keys, backups=config.backup.folder, url=address) as store:
        damaged = await store.run(lambda tx: tx.damaged_keys())
        if is_postgres(to):
            rows = await asyncio.to_thread(moving.to_postgres, place, to)
        else:
            rows = await asyncio.to_thread(_into_file, moving.to_file, address, Path(to))
    there, url = (place, to) if is_postgres(to) else (Path(to), "")
    async with Store.read_only(there, keys, url=url) as store:
        if await store.run(lambda tx: tx.damaged_keys()) != damaged:
            raise StoreFault(
                "damaged", "A key that opens here does not open there. Use the database of before."
            )
        return rows, str(await store.run(figures.figures))


def _into_file(copy: object, address: str, file: Path) -> int:
    """A file has its name only when everything is in it."""
    draft = file.with_name(f".{file.name}.part")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        rows = int(copy(address, draft))  # type: ignore[operator]
        os.replace(draft, file)
    finally:
        draft.unlink(missing_ok=True)
    return rows
