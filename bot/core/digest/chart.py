"""The three small charts of a digest as values: what to draw and the sentence that says what is seen.

Nothing here draws. Days are days on the coach's calendar.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.core.base.line import Brief, Line, line, lines
from bot.core.base.words import shorten
from bot.core.digest.measures import SHOW, Baseline, Series
from bot.core.digest.week import Week

WEEKS = 4
HISTORY = timedelta(weeks=8)
POINTS = 26
QUESTION = 120  # characters of a question in a sentence; those that a script may have are whole

DayState = Literal["answered", "passed", "paused", "quiet"]
"""quiet: nothing of a prompt of that day is shared, whether one came or not."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    day: date
    state: DayState
    now: bool  # lies in the digest's period
    session: bool = False  # a coaching session was on that day


@dataclass(frozen=True, slots=True)
class Strip:
    """The last weeks, seven days a row, the last row ending with the digest's last day."""

    rows: tuple[tuple[CalendarDay, ...], ...]
    sentence: Line


@dataclass(frozen=True, slots=True)
class Ratings:
    """One question's own ratings on its whole scale, with the own middle half, if known."""

    question: str
    scale: tuple[int, int]
    points: tuple[tuple[date, int], ...]
    baseline: Baseline | None
    sentence: Line


@dataclass(frozen=True, slots=True)
class Timeline:
    """Eight weeks of coaching sessions, marked moments and pauses (first and last day)."""

    start: date
    end: date
    sessions: tuple[date, ...]
    marks: tuple[tuple[date, str], ...]
    pauses: tuple[tuple[date, date], ...]
    sentence: Line


Chart = Strip | Ratings | Timeline


def strip(week: Week) -> Strip | None:
    """The calendar of what is shared of the prompts; None when nothing is in these weeks."""
    last = _last(week)
    begun = [week.day(prompt.at) for prompt in week.begun]
    shown = [day for day in begun if day > last - timedelta(weeks=WEEKS)]
    if not shown:
        return None
    rows = (last - min(shown)).days // 7 + 1
    days = [_day(week, last - timedelta(days=back)) for back in range(rows * 7 - 1, -1, -1)]
    return Strip(
        tuple(tuple(days[n : n + 7]) for n in range(0, len(days), 7)),
        _strip_sentence(days, _met(week, days)),
    )


def _last(week: Week) -> date:
    return week.day(week.end - timedelta(microseconds=1))


def _day(week: Week, day: date) -> CalendarDay:
    held = any(week.day(at) == day for at in week.sessions)
    return CalendarDay(day, _state(week, day), week.day(week.start) <= day, held)


def _state(week: Week, day: date) -> DayState:
    states = {prompt.state for prompt in week.begun if week.day(prompt.at) == day}
    if "answered" in states:
        return "answered"
    if "passed" in states:
        return "passed"
    return "paused" if week.paused(day) else "quiet"


def _met(week: Week, days: list[CalendarDay]) -> int:
    """The coaching sessions on these days."""
    return sum(days[0].day <= week.day(at) <= days[-1].day for at in week.sessions)


def _strip_sentence(days: list[CalendarDay], met: int) -> Line:
    states = [day.state for day in days]
    parts = [line("{n} answered", n=states.count("answered"))] if "answered" in states else []
    if "passed" in states:
        parts.append(line("{n} passed", n=states.count("passed")))
    if "paused" in states:
        parts.append(lines("{n} paused day", "{n} paused days", states.count("paused")))
    if met:
        parts.append(lines("{n} coaching session", "{n} coaching sessions", met))
    since, until = Brief(days[0].day), Brief(days[-1].day)
    return line("{since} to {until}: {parts}.", since=since, until=until, parts=tuple(parts))


def ratings(series: Series) -> Ratings | None:
    """The ratings of one question; None below three, or when its scale is not known."""
    if len(series.points) < SHOW or series.scale is None:
        return None
    points = tuple((point.at.date(), point.value) for point in series.points[-POINTS:])
    return Ratings(series.question, series.scale, points, series.baseline, _ratings_sentence(series, points))


def _ratings_sentence(series: Series, points: tuple[tuple[date, int], ...]) -> Line:
    common = line(
        "{question} {n} own ratings since {since}, the latest {value} on a scale of {low} to {high}",
        question=shorten(series.question, QUESTION),
        n=len(points),
        since=Brief(points[0][0]),
        value=points[-1][1],
        low=series.scale[0] if series.scale else 0,
        high=series.scale[1] if series.scale else 0,
    )
    if series.baseline is None:
        return line("{sentence}.", sentence=common)
    return line("{sentence}; own median {median}.", sentence=common, median=series.baseline.median)


def timeline(week: Week) -> Timeline | None:
    """Eight weeks of events; None without a marked moment in them."""
    end = _last(week)
    start = end - HISTORY + timedelta(days=1)
    marks = tuple((week.day(mark.at), mark.kind) for mark in week.marked if week.day(mark.at) >= start)
    if not marks:
        return None
    sessions = tuple(sorted(day for at in week.sessions if start <= (day := week.day(at)) <= end))
    return Timeline(
        start,
        end,
        sessions,
        marks,
        _pauses(week, start, end),
        _timeline_sentence(start, end, sessions, marks),
    )


def _pauses(week: Week, start: date, end: date) -> tuple[tuple[date, date], ...]:
    spans = sorted((week.day(p.start), week.day(p.until) if p.until else end) for p in week.pauses)
    return tuple(
        (max(first, start), min(last, end)) for first, last in spans if first <= end and last >= start
    )


def _timeline_sentence(
    start: date, end: date, sessions: tuple[date, ...], marks: tuple[tuple[date, str], ...]
) -> Line:
    return line(
        "{since} to {until}: {sessions} and {marks}.",
        since=Brief(start),
        until=Brief(end),
        sessions=lines("{n} coaching session", "{n} coaching sessions", len(sessions)),
        marks=lines("{n} marked moment", "{n} marked moments", len(marks)),
    )
