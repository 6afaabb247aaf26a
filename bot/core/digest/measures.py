"""Honest measures of one client's time: always against the own past, never below a least number.

Each measure hands over its n and the period it covers (docs/digest.md). No score, no forecast, no
comparison with anybody else. A rough day's reflection is left out of every comparison.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil, floor
from statistics import quantiles

from bot.core.digest.week import Prompted, Shared, Week

COUNTED = 4  # prompts of one script before they are counted by script
SHOW = 3  # ratings of one question before they are shown as a series
COMPARE = 6  # earlier ratings of one question before they are a baseline
BASELINE = timedelta(weeks=8)
ROUGH_DAY = "rough_day"
PULSE = "pulse"


@dataclass(frozen=True, slots=True)
class PromptCounts:
    """What is shared of the prompts of a period: reflections, not messages."""

    answered: int
    passed: int

    @property
    def all(self) -> int:
        """How many that is."""
        return self.answered + self.passed


@dataclass(frozen=True, slots=True)
class ScriptCounts:
    """The same for one script."""

    script: str
    title: str
    counts: PromptCounts


@dataclass(frozen=True, slots=True)
class Point:
    """One rating: of which response, when (the coach's clock), what."""

    id: int
    at: datetime
    value: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """The own middle of earlier ratings: the median, and the middle half widened to whole numbers."""

    n: int
    since: date
    low: int
    median: float
    high: int


@dataclass(frozen=True, slots=True)
class Series:
    """All ratings of one question, oldest first; ``now`` of them are new to the coach.

    ``baseline`` is None while fewer than six lie before the last one.
    """

    script: str
    title: str
    step: str
    question: str
    scale: tuple[int, int] | None
    tags: tuple[str, ...]
    points: tuple[Point, ...]
    now: int
    baseline: Baseline | None

    @property
    def last(self) -> Point:
        """The latest rating."""
        return self.points[-1]

    @property
    def moved(self) -> bool:
        """Outside the own middle half, or while that is not known, other than the time before."""
        if self.baseline:
            return not self.baseline.low <= self.last.value <= self.baseline.high
        return self.last.value != self.points[-2].value


def counts(prompts: Iterable[Prompted]) -> PromptCounts:
    """How many were answered and how many passed, as far as it is shared."""
    states = [prompt.state for prompt in prompts]
    return PromptCounts(states.count("answered"), states.count("passed"))


def by_script(week: Week) -> tuple[ScriptCounts, ...]:
    """The counts of each script over the last eight weeks, once four of it are shared."""
    recent = [prompt for prompt in week.begun if prompt.at >= week.end - BASELINE]
    titles = {prompt.script: prompt.title for prompt in recent}
    each = (
        ScriptCounts(script, title, counts(prompt for prompt in recent if prompt.script == script))
        for script, title in titles.items()
    )
    return tuple(one for one in each if one.counts.all >= COUNTED)


def series(week: Week) -> tuple[Series, ...]:
    """The questions of which a rating is new to the coach, in the order of its first one."""
    asked = dict.fromkeys((response.script, response.step) for response in week.news if _rated(response))
    return tuple(_series(week, script, step) for script, step in asked)


def _series(week: Week, script: str, step: str) -> Series:
    rated = [r for r in week.history if _rated(r) and (r.script, r.step) == (script, step)]
    points = tuple(Point(r.id, week.local(r.at), r.rating) for r in rated if r.rating is not None)
    last = rated[-1]
    return Series(
        script,
        last.title,
        step,
        question(last.prompt) or step.replace("-", " "),
        last.scale,
        last.tags,
        points,
        sum(r.news != "told" for r in rated),
        _baseline(points[:-1]),
    )


def _baseline(points: tuple[Point, ...]) -> Baseline | None:
    if len(points) < COMPARE:
        return None
    low, middle, high = quantiles([point.value for point in points], n=4, method="inclusive")
    return Baseline(len(points), points[0].at.date(), floor(low), middle, ceil(high))


def _rated(response: Shared) -> bool:
    return response.rating is not None and not response.passed


def question(prompt: str) -> str:
    """The question of a prompt, to the letter: its last paragraph that asks, else its last.

    What stands around it is the acknowledgement before and the ends of a scale after it.
    """
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", prompt) if part.strip()]
    asks = [part for part in parts if any(sign in part for sign in "?؟？")]
    return (asks or parts or [""])[-1]


def passed_topics(week: Week) -> tuple[tuple[str, int, date], ...]:
    """Script tags of the period passed in two or three of their last three prompts: how often, since when."""
    tags = dict.fromkeys(tag for prompt in week.sent for tag in prompt.tags if tag != ROUGH_DAY)
    lasts = ((tag, _settled(week, tag)[-3:]) for tag in tags)
    passed = ((tag, last, sum(prompt.state == "passed" for prompt in last)) for tag, last in lasts)
    return tuple((tag, k, week.day(last[0].at)) for tag, last, k in passed if len(last) == 3 and k >= 2)


def _settled(week: Week, tag: str) -> list[Prompted]:
    return [prompt for prompt in week.begun if tag in prompt.tags]
