"""Flags: what might be worth asking, by a fixed rule over what one client shares. No score and no forecast.

Each names its rule and the responses that it rests on. All of them wait for six answered prompts and two weeks;
a rough day counts in none. A client can switch each off, a coach can dismiss it for 21 days.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import mean, median
from typing import Literal, get_args

from bot.core.base.line import Line, line
from bot.core.base.words import count
from bot.core.digest.measures import PULSE, ROUGH_DAY
from bot.core.digest.week import Prompted, Shared, Week

FlagName = Literal["rise", "level", "less", "unsettled", "start", "quiet"]
FLAGS: tuple[FlagName, ...] = get_args(FlagName)

ANSWERED = 6  # prompts answered before any flag
DATA = timedelta(days=14)
DISMISSED = timedelta(days=21)
LATELY = timedelta(days=14)
BEFORE = timedelta(weeks=6)
SPAN = timedelta(weeks=4)  # of ratings that stay level
CARRIED = timedelta(weeks=3)
RISE, PART, STEP = 1.5, 0.25, 2
RANGE, SLOPE = 1, 0.1
HALF, SHORT = 0.5, 0.4
LOW, EARLY = 2, 5
SILENT = timedelta(days=21)
GOALS, AFTER = "goals", "after-session"


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing that might be worth asking: its name, what is said, its rule, and the responses it rests on."""

    name: FlagName
    said: Line
    rule: Line
    responses: tuple[int, ...]


def flags(week: Week) -> tuple[Flag, ...]:
    """Those whose rule holds, without what the client switched off or the coach dismissed."""
    answered = [one for one in _prompts(week) if one.state == "answered"]
    first = min((one.at for one in _prompts(week)), default=week.end)
    if len(answered) < ANSWERED or week.end - first < DATA:
        return ()
    rules: dict[FlagName, Callable[[Week], Flag | None]] = {
        "rise": _rise,
        "level": _level,
        "less": _less,
        "unsettled": _unsettled,
        "start": _start,
        "quiet": _quiet,
    }
    found = (rule(week) for name, rule in rules.items() if name not in week.unflagged)
    return tuple(one for one in found if one)


def _prompts(week: Week) -> list[Prompted]:
    return [one for one in week.begun if ROUGH_DAY not in one.tags]


def _said(week: Week) -> list[Shared]:
    return [one for one in week.history if ROUGH_DAY not in one.tags and not one.hushed]


def _goals(week: Week) -> list[Shared]:
    """The ratings of the goal question that was rated last."""
    rated = [r for r in _said(week) if r.rating is not None and GOALS in r.tags and r.scale == (0, 10)]
    return [r for r in rated if (r.script, r.step) == (rated[-1].script, rated[-1].step)]


def _values(rated: Iterable[Shared]) -> list[int]:
    return [r.rating for r in rated if r.rating is not None]


def _ids(found: Iterable[Shared]) -> tuple[int, ...]:
    return tuple(one.id for one in found)


def _rise(week: Week) -> Flag | None:
    last = _goals(week)[-6:]
    values = _values(last)
    if len(values) < 6 or last[-1].at < week.end - LATELY:
        return None
    before, after = mean(values[:3]), mean(values[3:])
    stepped = any(later - earlier >= STEP for earlier, later in pairwise(values[2:5]))
    if after - before < RISE or after - before < PART * before or not stepped:
        return None
    return Flag(
        "rise",
        line("The own number for the goal rose: what went into that?"),
        line(
            "the last three ratings are 1.5 and a quarter above the three before, with one step of 2 or more"
        ),
        _ids(last),
    )


def _level(week: Week) -> Flag | None:
    rated = [r for r in _goals(week) if r.at >= week.end - BEFORE]
    values = _values(rated)
    agreed = [r for r in _said(week) if r.use == "agreed" and r.words.strip()]
    same = [r for r in agreed if r.words.strip().casefold() == agreed[-1].words.strip().casefold()]
    marked = any(rated and mark.at >= rated[0].at for mark in week.marked)
    if len(values) < 3 or rated[-1].at - rated[0].at < SPAN or marked or not same:
        return None
    if max(values) - min(values) > RANGE or abs(_slope(rated)) >= SLOPE or week.end - same[0].at < CARRIED:
        return None
    return Flag(
        "level",
        line("The own number for the goal stays where it is: is that all right, or is something stuck?"),
        line("four weeks within one point, no marked moment, and the same step carried for three weeks"),
        _ids((*rated, *same)),
    )


def _slope(rated: list[Shared]) -> float:
    """Points a week, by the straight line that fits best."""
    weeks = [(r.at - rated[0].at) / timedelta(weeks=1) for r in rated]
    values, middle = _values(rated), mean(weeks)
    spread = sum((at - middle) ** 2 for at in weeks)
    return sum((at - middle) * value for at, value in zip(weeks, values, strict=True)) / spread


def _less(week: Week) -> Flag | None:
    signs = [
        found for found in (_rarer(week), _shorter(week), _lower(week), _passed(week)) if found is not None
    ]
    if len(signs) < 2:
        return None
    return Flag(
        "less",
        line("Less is shared than before: would another rhythm, or another way, fit better?"),
        line(
            "two of: half as many answers a week as in the own six weeks before, answers at most 0.4 times "
            "as long, a number of the pulse lower than the last time, the questions after a session passed twice "
            "running"
        ),
        tuple(dict.fromkeys(number for sign in signs for number in sign)),
    )


def _rarer(week: Week) -> tuple[int, ...] | None:
    answered = [one.at for one in _prompts(week) if one.state == "answered"]
    early = sum(week.end - LATELY - BEFORE <= at < week.end - LATELY for at in answered)
    if early < ANSWERED or _rested(week, week.end - LATELY):
        return None
    late = sum(at >= week.end - LATELY for at in answered)
    return () if late * (BEFORE // LATELY) <= HALF * early else None


def _rested(week: Week, since: datetime) -> bool:
    """Whether no questions came for a while by the client's own wish."""
    return week.stands is not None or any(one.until is None or one.until > since for one in week.pauses)


def _shorter(week: Week) -> tuple[int, ...] | None:
    written = [r for r in _said(week) if r.texts and not r.passed]
    late = [r for r in written if r.at >= week.end - LATELY]
    early = [r for r in written if r.at < week.end - LATELY]
    if len(late) < 3 or len(early) < 8:
        return None
    lengths = [median(count(r.words) for r in some) for some in (late, early)]
    return _ids(late) if lengths[0] <= SHORT * lengths[1] else None


def _beats(week: Week) -> list[list[Shared]]:
    """The ratings of each question of the pulse, oldest first."""
    asked: dict[tuple[str, str], list[Shared]] = {}
    for one in _said(week):
        if PULSE in one.tags and one.rating is not None:
            asked.setdefault((one.script, one.step), []).append(one)
    return list(asked.values())


def _lower(week: Week) -> tuple[int, ...] | None:
    pairs = [beats[-2:] for beats in _beats(week) if len(beats) > 1]
    fell = [pair for pair in pairs if _values(pair)[1] < _values(pair)[0]]
    return _ids(one for pair in fell for one in pair) if fell else None


def _passed(week: Week, times: int = 2) -> tuple[int, ...] | None:
    asked = [one for one in _prompts(week) if one.script == AFTER][-times:]
    return () if len(asked) == times and all(one.state == "passed" for one in asked) else None


def _low(week: Week) -> list[Shared]:
    return [beats[-1] for beats in _beats(week) if _values(beats)[-1] <= LOW]


def _unsettled(week: Week) -> Flag | None:
    low = _low(week)
    marks = [mark for mark in week.marked if mark.kind == "repair" and mark.at >= week.end - LATELY]
    told = [r for r in _said(week) if r.reflection in {mark.reflection for mark in marks}]
    if not low and not marks:
        return None
    return Flag(
        "unsettled",
        line("Something may not sit right between you: is there room to hear it?"),
        line("a moment marked as not sitting right in the last two weeks, or a 1 or 2 in the pulse"),
        _ids((*told, *low)),
    )


def _start(week: Week) -> Flag | None:
    low = _low(week)
    unfit = [one for one in _prompts(week) if one.fit == "no"]
    signs = (bool(low), _passed(week, 1) is not None, week.moved > 0, len(unfit) > 1)
    if not 0 < week.session <= EARLY or sum(signs) < 2:
        return None
    return Flag(
        "start",
        line("The beginning may be uphill: what would make it easier for both of you?"),
        line(
            "up to session 5, and two of: a 1 or 2 in the pulse, the questions after a session passed, a session "
            "moved or cancelled, not for me tapped twice"
        ),
        _ids(low),
    )


def _quiet(week: Week) -> Flag | None:
    since = week.end - SILENT
    shared = (*(one.at for one in _prompts(week)), *(one.at for one in _said(week)))
    if _rested(week, since) or any(at >= since for at in shared):
        return None
    return Flag(
        "quiet",
        line("Nothing has been shared for long: are the questions still of use?"),
        line("nothing is shared for three weeks or more, without a pause in them"),
        (),
    )
