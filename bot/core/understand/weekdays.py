"""Days and hours of every week: "weekdays 7pm", "Mo und Do", "mon 12:30, thu 19:00", "كل يوم"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from itertools import product

from bot.core.understand.leeway import spelled
from bot.core.understand.meanings import Reading, reading
from bot.core.understand.times import UNNAMED, as_hours, times

Weekdays = tuple[int, ...]

_DAY = r"(?:every )?wds?\d"
_GROUP = r"weekdays|weekend|daily|every 2 day|(?:startof|midof|endof) week"
_RUN = rf"(?:from )?{_DAY} to {_DAY}|{_DAY}|{_GROUP}"
_RUNS = rf"(?:{_RUN})(?: (?:{_RUN}))*(?: not (?:{_RUN})(?: (?:{_RUN}))*)?"
_ITEM = re.compile(rf"(?P<days>{_RUNS})(?= |$)|(?P<times>(?:{UNNAMED})(?: (?:{UNNAMED}))*)(?= |$)")


@dataclass(frozen=True, slots=True)
class Part:
    """Days of a week (0 is Monday) and the times on them; either may be empty, when only one was said."""

    days: Weekdays = ()
    times: tuple[time, ...] = ()


def week(text: str, language: str) -> Reading[tuple[Part, ...]]:
    """What of a week the words say: days, times, or days with their times."""
    ways = [_runs(_plain(as_hours(way, language)), language) for way in spelled(text, language)]
    return reading(_parts(chosen) for runs in ways if runs for chosen in product(*runs))


_FILLERS = re.compile(
    r"(?<!\S)\?(?:or|oder|i|i'd|prefer|like|want|would|could|be|works?|suits?|me|best|better|good|great|fine|ideal|perfect"
    r"|maybe|perhaps|let's|do|always|usually|rather|ideally|am|ich|hatte|gerne?|mag|mochte|will|liebsten|lieber|immer"
    r"|besten|passt|passen|mir|geht|gehen|gut|ware|waren|super|ideal|vielleicht|eher|wurde|o|prefiero|preferiria|preferiblemente|mejor|me|viene|vienen|vendria|vendrian|bien|va|van|iria|gustaria|quiero|puedo|siempre|quiza|quizas|seria|serian|estaria|queda|quedan|conviene|convienen|perfecto|podria|gustan?|pueden?|por|fa|porfa|افضل|يناسبني|تناسبني|ممكن)(?!\S)"
)
_OFTEN = re.compile(r"^(?:\d x|once|1)(?: in| for)?(?: every)? week |^weekly (?=wd)")


def _plain(said: str) -> str:
    """Without the courtesy around days ("I would prefer Mondays"); "not Friday" is all other days."""
    said = _OFTEN.sub("", " ".join(_FILLERS.sub("", said).split()))
    said = re.sub(rf"^({_RUNS}) not$", r"not \1", said)
    return re.sub(r"^not (?=wd|weekdays|weekend)", "daily not ", said)


def _runs(said: str, language: str) -> list[list[Part]]:
    """Stretches of days and of times in turn, each with all its meanings; empty if a word is neither."""
    runs: list[list[Part]] = []
    while said:
        found = _ITEM.match(said)
        if found is None:
            return []
        if found["days"]:
            meant = [Part(days=one) for one in _days(found["days"], language)]
        else:
            meant = [Part(times=one) for one in times(found["times"], language)]
        if not meant or len(runs) > 7:
            return []
        runs.append(meant)
        said = said[found.end() :].removeprefix(" ")
    return runs


def _parts(runs: tuple[Part, ...]) -> tuple[Part, ...] | None:
    """Days and the times behind them (or before them) as one part."""
    if len(runs) == 1:
        return runs
    if len(runs) % 2:
        return None
    pairs = list(zip(runs[::2], runs[1::2], strict=True))
    return tuple(Part(one.days or two.days, one.times or two.times) for one, two in pairs)


def _days(said: str, language: str) -> Iterator[Weekdays]:
    """Every meaning of days in tokens: what the working week and its end are differs between countries."""
    kept, _, left_out = said.partition(" not ")
    seconds = _loosely(kept, language)
    for friday, second in product((False, True) if language[:2] == "ar" else (False,), seconds):
        days = {day for run in re.findall(_RUN, kept) for day in _run(run, friday, second)}
        days -= {day for run in re.findall(_RUN, left_out) for day in _run(run, friday, second)}
        if days:
            yield tuple(sorted(days))


SECONDS: tuple[Weekdays, ...] = ((0, 2, 4), (1, 3, 5), (0, 2, 4, 6))
"""What "every second day" can be on the days of a week."""


def _loosely(said: str, language: str) -> tuple[Weekdays, ...]:
    """What loose words for days can be: every second day, the start of the week, its middle, its end."""
    found = _LOOSE.search(said)
    if found is None:
        return ((),)
    if found[0] == "every 2 day":
        return SECONDS
    return _PORTIONS["ar" if language[:2] == "ar" else "en"][found[0]]


_LOOSE = re.compile(r"every 2 day|(?:startof|midof|endof) week")
_PORTIONS: dict[str, dict[str, tuple[Weekdays, ...]]] = {
    "en": {
        "startof week": ((0,), (0, 1), (0, 1, 2)),
        "midof week": ((2,), (1, 2, 3)),
        "endof week": ((4,), (3, 4), (5, 6)),
    },
    "ar": {
        "startof week": ((6,), (0, 6), (0,), (0, 1)),
        "midof week": ((1,), (2,), (1, 2)),
        "endof week": ((3,), (2, 3), (4,), (3, 4)),
    },
}


def _run(said: str, friday: bool, second: Weekdays) -> list[int]:
    if _LOOSE.fullmatch(said):
        return list(second)
    if said in ("weekdays", "weekend", "daily"):
        end = [4, 5] if friday else [5, 6]
        return {
            "daily": [*range(7)],
            "weekend": end,
            "weekdays": [day for day in range(7) if day not in end],
        }[said]
    first, *more = map(int, re.findall(r"wds?(\d)", said))
    last = more[0] if more else first
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]
