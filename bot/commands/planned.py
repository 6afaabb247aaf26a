"""``interlude plan``: what a client so set would get, or what one client gets."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Literal

import typer

from bot.commands.house import complain, read, settings
from bot.config import Config
from bot.core.schedule import Plan
from bot.people import planning
from bot.people.turn import Turn
from bot.plan import as_json, as_text, plan_command
from bot.store import people
from bot.store.db import Tx

Form = Literal["text", "json"]


def imagined(
    zone: str,
    rhythm: str,
    quiet: str,
    sessions: Sequence[str],
    start: str,
    days: int,
    form: Form,
    dropped: bool,
    weekly: int | None,
    held: int,
) -> None:
    """Print the plan of somebody who chose this, without a database."""
    try:
        first = date.fromisoformat(start) if start else datetime.now(UTC).date()
        text = plan_command(
            zone, rhythm, quiet, sessions, first, days, form, dropped, weekly=weekly, held=held
        )
    except ValueError as fault:
        complain(str(fault))
    typer.echo(text)


def of_client(path: Path | None, client: int, days: int, form: Form, dropped: bool) -> None:
    """Print the plan of one client, as it stands in the database."""
    config = settings(path)
    found = read(config, partial(_planned, config=config, client=client, days=days))
    if found is None:
        complain(f"there is no client with the Telegram id {client}", 1)
    typer.echo(as_json(found, dropped) if form == "json" else as_text(found, dropped))


def _planned(tx: Tx, config: Config, client: int, days: int) -> Plan | None:
    me = people.client(tx, client)
    turn = Turn(tx, datetime.now(UTC), 0, config, "", count())
    return planning.plan(turn, me, timedelta(days=days)) if me else None
