"""``interlude digest``: a coach's digests written into a folder, as text, page, PDF, picture and JSON.

It only reads, so nothing counts as told by it; a few clients at a time, so that a thousand take no more memory
than these.
"""

import dataclasses
import json
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from bot.cli.running import complain, read, reading, settings
from bot.cli.voice import say, shown
from bot.config import Config
from bot.core.base import wall
from bot.core.digest import digest as core_digest
from bot.core.digest.digest import Digest
from bot.core.digest.week import Shared
from bot.core.understand.folding import same
from bot.i18n import Texts, texts
from bot.people import gathering
from bot.people.turn import Turn
from bot.render import naming, page, pdf, picture, text
from bot.store import people, standing
from bot.store.db import Store, Tx

Written = tuple[Digest, Texts]

TOGETHER = 20
"""Clients whose digests are read in one transaction: short, so that it keeps no other from emptying the log."""


def write(
    path: Path | None, coach: int, client: str, first: date | None, last: date | None, out: Path
) -> None:
    """One set of files a client; what is there already is never written over."""
    config, now = settings(path), datetime.now(UTC)
    known = read(config, _coaches)
    if coach not in known:
        there = f"; there are {', '.join(map(str, known))}" if known else "; nobody is one yet"
        complain(f"there is no coach with the Telegram id {coach}{there}.", 1)
    mine = read(config, partial(_named, coach_id=coach))
    wanted = _wanted(mine, client)
    if not wanted:
        complain(f"the coach {coach} has no client {client or 'yet'}{_nearest(mine, client)}", 1)
    try:
        out.mkdir(parents=True, exist_ok=True, mode=0o700)
        asked = partial(_digest, config=config, coach_id=coach, first=first, last=last, now=now)
        reading(config, partial(_each, wanted=wanted, asked=asked, out=out))
    except OSError as fault:
        complain(f"{out} cannot be written ({type(fault).__name__}); choose another --out")
    many = "1 digest" if len(wanted) == 1 else f"{len(wanted)} digests"
    say(f"{many} written to {out}, each as text, page, PDF, picture and JSON.")
    say("They hold clients' words: keep them safe, and delete them when done.")


async def _each(store: Store, wanted: list[int], asked: Callable[..., Written], out: Path) -> None:
    """Files of one client after the other; as many as share a transaction share what it reads of the coach."""
    ready: list[Written] = []
    for number, one in enumerate(shown(wanted, "digests")):
        if not ready:
            some = wanted[number : number + TOGETHER]
            ready = await store.run(lambda tx, some=some: [asked(tx, client_id=each) for each in some])  # type: ignore[misc]
        _files(out, one, *ready.pop(0))


def _coaches(tx: Tx) -> tuple[int, ...]:
    return tuple(one.id for one in people.coaches(tx))


def _named(tx: Tx, coach_id: int) -> dict[int, tuple[str, ...]]:
    """The coach's clients, each with every name by which they may be meant."""
    here = {one.id: one for one in people.clients_of(tx, coach_id)}
    return {
        one: tuple(filter(None, (here[one].name, here[one].label)))
        for one in standing.readable(tx, coach_id)
        if one in here
    }


def _wanted(mine: dict[int, tuple[str, ...]], client: str) -> list[int]:
    """All, or those of that id or name."""
    return [
        one for one, called in mine.items() if not client or same(client) in map(same, (str(one), *called))
    ]


def _nearest(mine: dict[int, tuple[str, ...]], client: str) -> str:
    """The names that are nearest to one that nobody has."""
    names = {same(name): name for called in mine.values() for name in called}
    near = get_close_matches(same(client), names, n=3, cutoff=0.5)
    return f"; the nearest: {', '.join(names[one] for one in near)}" if near else ""


def _digest(
    tx: Tx,
    config: Config,
    coach_id: int,
    client_id: int,
    first: date | None,
    last: date | None,
    now: datetime,
) -> Written:
    coach, client = people.coach(tx, coach_id), people.client(tx, client_id)
    if coach is None or client is None:
        raise LookupError(f"there is no coach {coach_id} with a client {client_id}")
    zone = coach.zone or "UTC"
    end = now if last is None else min(now, _midnight(last + timedelta(days=1), zone))
    week = gathering.week(Turn(tx, now, 0, config, ""), coach, client, end).week
    if first is not None or last is not None:
        start = end - gathering.PERIOD if first is None else _midnight(first, zone)
        chosen = tuple(_of_days(one, start, end) for one in week.responses)
        week = dataclasses.replace(week, start=start, responses=chosen)
    return core_digest.compile(week), texts(coach.language)


def _midnight(day: date, zone: str) -> datetime:
    return wall.instant(datetime.combine(day, time()), zone)


def _of_days(one: Shared, start: datetime, end: datetime) -> Shared:
    """Days that were asked for hold all that is shared of them, told or not."""
    if start <= one.at < end:
        return dataclasses.replace(one, news="new", fresh=None)
    return dataclasses.replace(one, news="told", fresh=())


def _files(out: Path, client: int, digest: Digest, say_: Texts) -> None:
    stem = naming.file_name(digest, "").rstrip(".") + f"-{client}"
    _put(out / f"{stem}.txt", (text.plain_text(digest, say_) + "\n").encode("utf-8", "replace"))
    _put(out / f"{stem}.html", page.page(digest, say_).encode("utf-8", "replace"))
    _put(out / f"{stem}.pdf", pdf.pdf(digest, say_))
    _put(
        out / f"{stem}.json",
        json.dumps(as_json(digest), ensure_ascii=False, indent=2).encode("utf-8", "replace"),
    )
    if drawing := picture.picture(digest, say_):
        _put(out / f"{stem}.png", drawing)


def _put(file: Path, content: bytes) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(content)


def as_json(value: Any) -> Any:
    """A digest as plain values: each quote and each answer with its id, each figure with what it is made of."""
    if dataclasses.is_dataclass(value):
        return {one.name: as_json(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [as_json(one) for one in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value
