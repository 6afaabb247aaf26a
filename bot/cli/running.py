"""What the commands share: settings, and asking the running bot or doing it oneself."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console

from bot import config, vault
from bot.cli.voice import UNUSABLE as UNUSABLE
from bot.cli.voice import complain as complain
from bot.config import Config
from bot.faults import StoreFault
from bot.runtime import control_socket
from bot.store.db import Store, Tx

T = TypeVar("T")

out = Console(highlight=False, soft_wrap=True)


def settings(path: Path | None) -> Config:
    """The settings, or one clear line about what is wrong with them."""
    try:
        return config.load(path)
    except config.ConfigFault as fault:
        complain(str(fault))


def fresh(settings: Config) -> bool:
    """Whether there is no database yet."""
    return not settings.database.path.exists()


def read(settings: Config, fn: Callable[[Tx], T]) -> T:
    """Read from the database, whether the bot runs or not."""

    async def reading() -> T:
        keys = vault.load(settings.security.key_file)
        async with Store.read_only(settings.database.path, keys) as store:
            return await store.run(fn)

    return _faults_said(reading())


def ask(settings: Config, request: dict[str, Any]) -> dict[str, Any]:
    """Have something written: by the running bot, or here when none runs. Key and database are made if need be."""

    async def asking_it() -> dict[str, Any]:
        reply = await control_socket.ask(settings.database.path, request)
        return await _do(settings, request) if reply is None else reply

    reply = _faults_said(asking_it())
    if "done" not in reply:
        complain(f"the bot could not do that ({reply.get('error', 'no reply')}); its log says more", 1)
    return reply


async def _do(settings: Config, request: dict[str, Any]) -> dict[str, Any]:
    from bot.people import requests  # everybody's rooms come with it, and a running bot has them already

    keys = vault.load_or_make(settings.security.key_file, fresh=fresh(settings))
    async with Store.open(settings.database.path, keys) as store:
        now = datetime.now(UTC)
        return await store.run(partial(requests.answer, request=request, config=settings, now=now))


def _faults_said(work: Coroutine[Any, Any, T]) -> T:
    try:
        return asyncio.run(work)
    except (StoreFault, vault.VaultFault) as fault:
        complain(str(fault))
