"""``interlude plan``: what a client so set would get, or what one client gets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import typer

from bot import config_file
from bot.cli.running import complain, meant, read, settings
from bot.config import Config, ConfigFault
from bot.core.base import wall
from bot.core.plan.facts import Offer
from bot.core.plan.recurrence import parse_date
from bot.core.plan.schedule import Plan
from bot.people.timeline import timeline
from bot.render.plan_text import SHIPPED, as_json, as_text, check_shown, offers_of, plan_command
from bot.store import people
from bot.store.db import Tx

LANGUAGE = "en"
"""Whose scripts are assumed for a client who is only imagined."""

BACK = timedelta(days=7)
"""So much of what was not begun is told with what will not be, where no first day is named."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an imagined client chose, as it stands on the command line."""

    zone: str
    rhythm: str
    quiet: str
    sessions: Sequence[str]
    weekly: int | None
    held: int


@dataclass(frozen=True, slots=True)
class PlanView:
    """What is to be printed: from which day ("" for now), how many days, in which form, and with what is not."""

    start: str
    days: int
    form: str
    dropped: bool


def imagined(path: Path | None, wishes: Wishes, shown: PlanView) -> None:
    """Print the plan of somebody who chose this, without a database, with the scripts of the folder."""
    if not wishes.zone or not wishes.rhythm:
        complain(
            'name --zone and --rhythm, as in --zone Europe/Lisbon --rhythm "mon,thu 19:00", or a --client.'
        )
    try:
        text = plan_command(
            wishes.zone,
            wishes.rhythm,
            wishes.quiet,
            wishes.sessions,
            parse_date(shown.start) if shown.start else datetime.now(UTC).date(),
            shown.days,
            shown.form,
            shown.dropped,
            offers=_offers(path),
            weekly=wishes.weekly,
            held=wishes.held,
        )
    except ValueError as fault:
        complain(str(fault))
    typer.echo(text)


def _offers(path: Path | None) -> Sequence[Offer]:
    """The scripts of the prompts folder as they are, published or not; the usual ones where there is none."""
    if path is not None:
        return offers_of(Path(settings(path).prompts.path), LANGUAGE) or SHIPPED
    try:
        return offers_of(Path(config_file.load(None, meant()).prompts.path), LANGUAGE) or SHIPPED
    except ConfigFault:
        return SHIPPED


# ---- a real client -----------------------------------------------------------------------------


def of_client(path: Path | None, client: int, shown: PlanView) -> None:
    """Print the plan of one client, as it stands in the database, whether the bot runs or not."""
    try:
        first = parse_date(shown.start) if shown.start else None
        check_shown(shown.form, shown.days)
    except ValueError as fault:
        complain(str(fault))
    config = settings(path)
    now = datetime.now(UTC)
    found = read(
        config, partial(_of_client, config=config, client=client, first=first, days=shown.days, now=now)
    )
    if found is None:
        complain(f"there is no client with the Telegram id {client}.", 1)
    typer.echo(as_json(found, shown.dropped) if shown.form == "json" else as_text(found, shown.dropped))


def _of_client(
    tx: Tx, config: Config, client: int, first: date | None, days: int, now: datetime
) -> Plan | None:
    """What was begun since the first day, and what will be; with what was not and will not, and why."""
    me = people.client(tx, client)
    zone = me.zone if me is not None and me.zone else "UTC"
    start = now if first is None else wall.days(first, first, zone)[0]
    return timeline(tx, config, client, now, start, days, now - BACK if first is None else start)
