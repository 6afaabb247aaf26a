"""What the commands share: settings, complaints, and asking the running bot or doing it oneself."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import typer
from rich.console import Console

from bot import config, vault
from bot.config import Config
from bot.people import asking
from bot.store import control
from bot.store.db import Store, Tx
from bot.store.faults import StoreFault

T = TypeVar("T")

out = Console(highlight=False, soft_wrap=True)
UNUSABLE = 2


def complain(text: str, code: int = UNUSABLE) -> NoReturn:
    """One clear line on standard error, and the exit code."""
    typer.echo(f"interlude: {text}", err=True)
    raise typer.Exit(code)


def settings(path: Path | None) -> Config:
    """The settings, or one clear line about what is wrong with them."""
    try:
        return config.load(path)
    except config.ConfigFault as fault:
        complain(str(fault))


def read(settings: Config, fn: Callable[[Tx], T]) -> T:
    """Read from the database, whether the bot runs or not."""

    async def reading() -> T:
        keys = vault.load(settings.security.key_file)
        async with Store.read_only(settings.database.path, keys) as store:
            return await store.run(fn)

    return _faults_said(reading())


def ask(settings: Config, request: dict[str, Any]) -> dict[str, Any]:
    """Have something written: by the running bot, or here when none runs."""

    async def asking_it() -> dict[str, Any]:
        reply = await control.ask(settings.database.path, request)
        if reply is not None:
            return reply
        keys = vault.load(settings.security.key_file)
        async with Store.open(settings.database.path, keys) as store:
            now = datetime.now(UTC)
            return await store.run(partial(asking.answer, request=request, config=settings, now=now))

    return _faults_said(asking_it())


def _faults_said(work: Coroutine[Any, Any, T]) -> T:
    try:
        return asyncio.run(work)
    except (StoreFault, vault.VaultFault) as fault:
        complain(str(fault))
