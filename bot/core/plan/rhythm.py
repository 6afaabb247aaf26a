"""The days and hours that a client chose, and the quiet hours: parsed, checked, printed."""

import re
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from bot.core.base.wall import Quiet
from bot.core.plan.settings import Settings, check_quiet

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GROUPS = {"daily": range(7), "weekdays": range(5), "weekends": range(5, 7)}


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One hour of the week: ``day`` 0 is Monday, ``at`` is wall-clock time."""

    day: int
    at: time


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The slots of a week, in order, at least one."""

    slots: tuple[Slot, ...]

    @property
    def days(self) -> tuple[int, ...]:
        """The picked days in order, each once."""
        return tuple(dict.fromkeys(slot.day for slot in self.slots))

    @property
    def times(self) -> tuple[time, ...]:
        """The picked hours, each once, earliest first."""
        return tuple(sorted({slot.at for slot in self.slots}))

    def hours(self, day: int) -> tuple[time, ...]:
        """The hours picked for that day; on a day not picked, the hours of the first picked day."""
        wanted = day if day in self.days else self.slots[0].day
        return tuple(slot.at for slot in self.slots if slot.day == wanted)

    def __str__(self) -> str:
        """As ``parse_rhythm`` reads it: "mon,thu 19:00"; other hours on other days after a semicolon."""
        hours: dict[tuple[time, ...], list[str]] = {}
        for day in self.days:
            hours.setdefault(self.hours(day), []).append(DAYS[day])
        return "; ".join(f"{','.join(days)} {','.join(map(clock_text, at))}" for at, days in hours.items())


@lru_cache(maxsize=1024)  # asked at each answer, and hardly ever other
def parse_rhythm(text: str) -> Rhythm:
    """Read "mon,thu 19:00", "mon-fri 12:30", "mon 12:30, thu 19:00", "daily 9:00", "weekends 10:00".

    Raises ValueError with one sentence that says what to write.
    """
    slots: set[Slot] = set()
    days: list[int] = []
    open_days = True
    for word in re.split(r"[\s,;]+", text.strip().lower()):
        if word[:1].isdigit():
            at = parse_clock(word)
            slots |= {Slot(day, at) for day in days}
            open_days = False
        else:
            days = [*days, *_days(word)] if open_days else _days(word)
            open_days = True
    if not slots or open_days:
        raise ValueError(f"The rhythm {text!r} lacks a day or an hour; write it as in “mon,thu 19:00”.")
    return Rhythm(tuple(sorted(slots)))


@lru_cache(maxsize=1024)
def parse_quiet(text: str) -> Quiet:
    """Read "21:00-08:00". Raises ValueError with one sentence."""
    starts, dash, ends = text.strip().replace("–", "-").partition("-")  # people type both
    if not dash:
        raise ValueError(f"The quiet hours {text!r} are not readable; write them as in “21:00-08:00”.")
    return Quiet(parse_clock(starts.strip()), parse_clock(ends.strip()))


def parse_clock(text: str) -> time:
    """Read "9:00" or "19:05". Raises ValueError with one sentence."""
    found = re.fullmatch(r"(\d{1,2}):(\d\d)", text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueError(f"{text!r} is not a time of day; write it as in “19:00”.")
    return time(int(found[1]), int(found[2]))


def clock_text(at: time) -> str:
    """A time of day as people read it: 09:00."""
    return f"{at.hour:02}:{at.minute:02}"


def check(rhythm: Rhythm, quiet: Quiet, settings: Settings) -> None:
    """Raises ValueError, one sentence for the person who chose, when the choice cannot be kept."""
    check_quiet(quiet, settings.quiet_least_hours)
    if len(rhythm.times) > settings.slots_most:
        raise ValueError(f"Choose up to {settings.slots_most} hours; these are {len(rhythm.times)}.")
    for at in rhythm.times:
        if quiet.holds(at):
            hours = f"{clock_text(quiet.starts)}-{clock_text(quiet.ends)}"
            raise ValueError(f"{clock_text(at)} lies in the quiet hours {hours}; choose another hour.")


def _days(word: str) -> list[int]:
    if word in GROUPS:
        return list(GROUPS[word])
    first, dash, last = word.partition("-")
    days = [_day(first)]
    while dash and days[-1] != _day(last):
        days.append((days[-1] + 1) % 7)
    return days


def _day(word: str) -> int:
    if len(word) < 3 or word[:3] not in DAYS:
        raise ValueError(f"{word!r} is not a day; write mon, tue, wed, thu, fri, sat or sun, or daily.")
    return DAYS.index(word[:3])
