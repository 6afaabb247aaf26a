"""A life is lived: from a number, or again from its acts; and what the oracles say of it."""

import asyncio
import hashlib
import random
import re
import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Protocol

from bot.simulator import transcript

from . import cast, errands, logbook
from .deeds import Deeds
from .judge import Judge
from .life import Act, Life
from .living import Living
from .sight import Finding
from .stage import Broken, Stage

AFTER = timedelta(hours=2)
"""How long a life goes on after the last act, before its end is looked at."""


@dataclass(frozen=True, slots=True)
class Lived:
    """A life as it went: its acts, what was found, and a hash over everything that was said."""

    life: Life
    findings: tuple[Finding, ...]
    digest: str
    messages: int
    transcripts: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Source(Protocol):
    """Where acts come from."""

    def next(self) -> datetime | None:
        """When the next one is."""

    def pop(self) -> Act:
        """The next one."""

    def look(self) -> None:
        """Something may have happened."""


class Again:
    """The acts of a life that is known."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self.acts = list(reversed(acts))

    def next(self) -> datetime | None:
        """When the next one is."""
        return self.acts[-1].at if self.acts else None

    def pop(self) -> Act:
        """The next one."""
        return self.acts.pop()

    def look(self) -> None:
        """What happens changes nothing."""


def live(seed: int, days: int, most: int) -> Lived:
    """The life of a number: so many days, at most so many people."""
    chance = random.Random(seed)
    people, start = cast.cast(chance, most), cast.start(chance)
    return _run(Life(seed, start, people, (), start + timedelta(days=days)), chance)


def again(life: Life) -> Lived:
    """The same acts once more."""
    return _run(life, None)


def _run(life: Life, chance: random.Random | None) -> Lived:
    kept = random.getstate()
    random.seed(life.seed)  # pauses between tries of the loops are a little random
    try:
        base = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - memory, where there is some
        with tempfile.TemporaryDirectory(dir=base) as folder:
            return asyncio.run(_lived(life, chance, Path(folder)))
    finally:
        random.setstate(kept)


async def _lived(life: Life, chance: random.Random | None, folder: Path) -> Lived:
    stage = Stage(folder, life.start)
    deeds = Deeds(stage, {one.name: one for one in life.people})
    for one in life.people:
        stage.sim.person(one.called, one.id, language=one.language)
    await stage.wake()
    judge = Judge(deeds)
    source: Source = Again(life.acts)
    if chance is not None:
        source = living = Living(deeds, chance, life.end)
        living.gather()
        errands.gather(living)
    done: list[Act] = []
    try:
        with logbook.read(judge.sight):
            await _days(stage, deeds, judge, source, done, life.end)
            await _end(stage, deeds, judge, life)
    except Broken as broken:
        judge.broken(str(broken))
    except Exception as error:  # a long run goes on, and this life is none without a finding
        at = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__} in {Path(at.filename).name}:{at.lineno}"
        judge.sight.find("harness", kind, "lives", traceback.format_exc())
    finally:
        await stage.close()
    said = tuple((one.name, tuple(transcript.lines(stage.sim.chat(one.id)))) for one in life.people)
    return Lived(replace(life, acts=tuple(done)), tuple(judge.findings), _hash(deeds), _count(deeds), said)


async def _days(
    stage: Stage, deeds: Deeds, judge: Judge, source: Source, done: list[Act], end: datetime
) -> None:
    """Time passes from one thing to the next."""
    while True:
        await stage.settle()
        deeds.remember()
        judge.look()
        source.look()
        now, wanted, coming = stage.clock.now(), source.next(), await stage.coming()
        at = min(coming, end) if wanted is None else min(wanted, coming, end)
        if wanted is not None and wanted <= now:
            await _act(stage, deeds, judge, source.pop(), done)
        elif at >= end:
            return
        else:
            await stage.move(at)


async def _act(stage: Stage, deeds: Deeds, judge: Judge, act: Act, done: list[Act]) -> None:
    made = deeds.do(act)
    if made is None:
        return
    done.append(act)
    judge.did(act, made)
    if stage.down_until is not None:
        await stage.sleep()


async def _end(stage: Stage, deeds: Deeds, judge: Judge, life: Life) -> None:
    """Everybody is there again, looks once more at everything, and asks for a question and for their words."""
    stage.sim.core.faults.orders.clear()
    if stage.down_until is not None:  # it was still asleep
        stage.down_until = stage.clock.now() + timedelta(seconds=1)
    acts = [Act(stage.clock.now() + timedelta(seconds=1), one.name, "unblocks") for one in life.people]
    acts = [one for one in acts if stage.sim.chat(deeds.people[one.who].id).blocked]
    await _rest(stage, deeds, judge, acts, AFTER)
    for one in life.people:
        if one.role == "client" and (row := deeds.row(one.id)) and row["state"] != "joining":
            await judge.ask(one, lambda acts, pause: _rest(stage, deeds, judge, acts, pause))
    judge.end()


async def _rest(stage: Stage, deeds: Deeds, judge: Judge, acts: list[Act], pause: timedelta) -> None:
    await _days(stage, deeds, judge, Again(acts), [], stage.clock.now() + pause)


def _count(deeds: Deeds) -> int:
    chats = deeds.stage.sim.core.state.chats.values()
    return sum(one.kind == "said" for chat in chats for one in chat.events)


def _hash(deeds: Deeds) -> str:
    """Over every line of every chat, with its instant; links are random and left out."""
    made = hashlib.sha256()
    for chat in sorted(deeds.stage.sim.core.state.chats.values(), key=lambda one: one.id):
        for one in islice(chat.events, None):
            text = re.sub(r"(start[= ])[0-9a-f]{32}", r"\1", one.text)
            made.update(
                f"{chat.id} {one.at} {one.kind} {one.who} {one.message_id} {text} {one.buttons}\n".encode()
            )
    return made.hexdigest()[:16]
