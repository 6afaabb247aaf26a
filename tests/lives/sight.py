"""What an oracle looks at: the chats as they stand, what happened since it looked last, and the database's rows."""

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

from bot.i18n import languages, texts
from bot.simulator.state import Event

from .deeds import Deeds
from .life import Act, Person
from .living import PROMPT_LABELS

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that must not be: which oracle says so, of what kind, when, to whom, and what was seen."""

    oracle: str
    kind: str
    at: datetime
    who: str
    seen: str = ""


@dataclass(slots=True)
class Sight:
    """``acts`` are each person's so far; ``trouble`` is until when faults may still delay things."""

    deeds: Deeds
    findings: list[Finding] = field(default_factory=list)
    acts: dict[str, list[Act]] = field(default_factory=dict)
    trouble: datetime = LONG_AGO
    rows: dict[str, sqlite3.Row | None] = field(default_factory=dict)  # as of the look before
    names: set[str] = field(default_factory=set)  # words that somebody was asked about as their name

    @property
    def now(self) -> datetime:
        """The instant."""
        return self.deeds.stage.clock.now()

    @property
    def troubled(self) -> bool:
        """Whether Telegram or the bot was at fault just now."""
        return self.now < self.trouble

    def find(self, oracle: str, kind: str, who: str, seen: str = "") -> None:
        """Note a finding."""
        self.findings.append(Finding(oracle, kind, self.now, who, seen))

    def last(self, who: str) -> datetime:
        """When somebody last did something."""
        return self.acts[who][-1].at if self.acts.get(who) else LONG_AGO

    def events(self, person: Person) -> list[Event]:
        """All that happened in somebody's chat."""
        return self.deeds.stage.sim.chat(person.id).events

    def ask(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """Rows of the database."""
        return self.deeds.stage.outside.execute(sql, values).fetchall()


def is_prompt(event: Event) -> bool:
    """Whether the bot asked a question there."""
    return event.kind == "said" and any(label in PROMPT_LABELS for row in event.buttons for label in row)


def sentences(english: str) -> tuple[re.Pattern[str], ...]:
    """A sentence of the interface in each language, with anything in its blanks."""
    spoken = (re.split(r"{\w+}", texts(one).t(english)) for one in languages())
    return tuple(re.compile(".+".join(map(re.escape, pieces))) for pieces in spoken)


def plain(text: str) -> str:
    """A text without markup and blanks, to be compared."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", text))).strip()


def zone_of(row: sqlite3.Row) -> ZoneInfo:
    """Where somebody is, as the bot has it."""
    return ZoneInfo(row["zone"] or "UTC")


def quiet(row: sqlite3.Row, at: datetime) -> bool:
    """Whether it is quiet at somebody's place."""
    said = json.loads(row["rhythm"] or "{}").get("quiet") or "21:00-08:00"
    starts, ends = (time.fromisoformat(one) for one in said.split("-"))
    local = at.astimezone(zone_of(row)).time()
    return starts <= local < ends if starts < ends else local >= starts or local < ends


def told(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The instant that a sentence names by a day of the month and an hour, after now; None without one."""
    clock = CLOCK.search(text)
    days = re.findall(r"\d{1,2}", text[: clock.start()]) if clock else []
    if clock is None or not days:
        return None
    today = now.astimezone(zone).date()
    for after in range(-1, 40):
        if (day := today + timedelta(days=after)).day == int(days[-1]):
            return datetime.combine(day, time(int(clock[1]), int(clock[2])), zone).astimezone(now.tzinfo)
    return None


def meetings(rows: list[sqlite3.Row], near: datetime) -> Iterator[tuple[datetime, timedelta]]:
    """The coaching sessions of some weeks around an instant: when each starts, and how long it takes."""
    for row in rows:
        starts, zone = datetime.fromisoformat(row["starts"]), ZoneInfo(row["zone"])
        moved = {one["on"]: one["to"] for one in json.loads(row["changes"])}
        day, every = starts.date(), row["repeat_weeks"]
        last = date.fromisoformat(row["until"]) if row["until"] else date.max
        while day <= last and day <= (near + 30 * DAY).date():
            to = moved.get(day.isoformat(), f"{datetime.combine(day, starts.time()):%Y-%m-%dT%H:%M}")
            if to:
                at = datetime.fromisoformat(to).replace(tzinfo=zone)
                yield at, timedelta(minutes=row["minutes"])
            if not every:
                break
            day += timedelta(weeks=every)
