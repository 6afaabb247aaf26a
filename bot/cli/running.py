"""What the commands share: settings, and asking the running bot or doing it oneself."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot import config_file, vault
from bot.cli.bot_option import MEANT
from bot.cli.voice import UNUSABLE as UNUSABLE
from bot.cli.voice import complain as complain
from bot.config import Config, ConfigFault
from bot.faults import StoreFault
from bot.runtime import control_socket, keyring
from bot.store import connection
from bot.store.db import Store, Tx

T = TypeVar("T")


def settings(path: Path | None) -> Config:
    """The settings of the bot that is meant, or one clear line about what is wrong with them."""
    try:
        return config_file.load(path, meant())
    except ConfigFault as fault:
        complain(str(fault))


def every(path: Path | None) -> dict[str, Config]:
    """The settings of each bot by its name; of one alone, where one is meant."""
    try:
        return {meant(): config_file.load(path, meant())} if meant() else config_file.bots(path)
    except ConfigFault as fault:
        complain(str(fault))


def meant() -> str:
    """The bot that ``interlude --bot NAME`` names; "" where none is."""
    return MEANT.get()


def there(settings: Config) -> None:
    """Go on only where database and key are: nothing but ``interlude init`` begins anew.

    A path that is wrong by a letter would else begin an empty house, in which clients are strangers.
    """
    database, key = settings.database.path.absolute(), settings.security.key_file.absolute()
    kept = keyring.of_file(settings.security)
    if not settings.database.address and not database.exists():
        more = "If there was one, put it back or mend [database] path; `interlude init` makes a first one."
        complain(f"There is no database {database}. {more}")
    if kept and not key.exists():
        more = (
            "Put back its copy or mend [security] key_file; `interlude init` makes one for a first database."
        )
        complain(f"The key file {key} is missing. {more}")


def fresh(settings: Config) -> bool:
    """Whether there is no database yet."""
    try:
        return not connection.exists(settings.database.path, settings.database.address)
    except StoreFault as fault:
        complain(str(fault))


def read(settings: Config, fn: Callable[[Tx], T]) -> T:
    """Read from the database, whether the bot runs or not."""
    return reading(settings, lambda store: store.run(fn))


def reading(settings: Config, use: Callable[[Store], Coroutine[Any, Any, T]]) -> T:
    """Read several times from the database, whether the bot runs or not."""
    there(settings)

    async def used() -> T:
        keys = keyring.ring(settings.security)
        async with Store.read_only(settings.database.path, keys, url=settings.database.address) as store:
            return await use(store)

    return _faults_said(used())


def ask(settings: Config, request: dict[str, Any]) -> dict[str, Any]:
    """Have something written: by the running bot, or here when none runs; a database has to be there."""

    async def asking_it() -> dict[str, Any]:
        reply = await control_socket.ask(settings.database.path, request)
        return await _do(settings, request) if reply is None else reply

    there(settings)
    reply = _faults_said(asking_it())
    if "done" not in reply:
        complain(f"the bot could not do that ({reply.get('error', 'no reply')}); its log says more", 1)
    return reply


async def _do(settings: Config, request: dict[str, Any]) -> dict[str, Any]:
    from bot.people import requests  # everybody's rooms come with it, and a running bot has them already

    keys = keyring.ring(settings.security)
    place, address = settings.database.path, settings.database.address
    async with Store.open(place, keys, backups=settings.backup.folder, url=address) as store:
        if request["do"] == "rotate":
            return await keyring.rotated(store, settings.security)
        now = datetime.now(UTC)
        return await store.run(partial(requests.answer, request=request, now=now))


def _faults_said(work: Coroutine[Any, Any, T]) -> T:
    try:
        return asyncio.run(work)
    except (StoreFault, vault.VaultFault) as fault:
        complain(str(fault))
