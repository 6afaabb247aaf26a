"""Pictures: a digest's charts, as PNG for Telegram and SVG for a page, and the calendar of a plan.

Things differ in shape, not only in colour; no shape weighs more than another. Words come in from outside.
In a PNG a word is left out when the font has no letters for it, so the sentence beside a picture says all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from math import cos, pi, sin
from typing import Literal

from bot.core.base.words import shorten
from bot.core.digest.chart import CalendarDay, Chart, Ratings, Strip, Timeline
from bot.core.digest.measures import Baseline
from bot.render import sheet
from bot.render.sheet import Point, Sheet, drawable, extent

WIDTH = 380.0
MARGIN = 16.0
GAP = 24.0  # between two charts of one picture
DOT = 6.8  # radius of a day, and about that of every other shape
ROW = 25.0
LINE = 18.0  # of a legend
PLOT = 104.0  # height of the ratings' scale
TITLE = 60  # characters of a question above its ratings
SMALL = 8.0
BEFORE = 62.0  # room before the strip's columns
SCALE = 24.0  # room before the ratings
CELL = 108.0  # width of a day in the calendar
STEP = 14.0  # from one entry of a day to the next

DAYS = ("answered", "passed", "asked", "paused")
MARKS = ("breakthrough", "boundary", "repair", "thanks", "mark")


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The words of a picture in one language.

    ``labels``: answered, passed, asked, paused; breakthrough, boundary, repair, thanks, mark; session, pause,
    band, median.
    """

    day: Callable[[date], str]
    weekday: Callable[[date], str]
    labels: Mapping[str, str]
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing in a calendar: when by the person's own clock, its name, and the shape that stands for it."""

    at: datetime
    label: str
    kind: Literal["prompt", "session", "paused", "dropped"] = "prompt"


def png(charts: Sequence[Chart], words: ChartWords) -> bytes:
    """The charts of a digest on one sheet, one below the other; at least one."""
    heights = [_height(chart, words) + _title(chart) for chart in charts]
    drawn = Sheet(WIDTH + 2 * MARGIN, 2 * MARGIN + sum(heights) + GAP * (len(charts) - 1), words.rtl)
    top = MARGIN
    for chart, height in zip(charts, heights, strict=True):
        _draw(Pen(drawn, MARGIN, top + _title(chart), words), chart)
        top += height + GAP
    return sheet.png(drawn)


def svg(chart: Chart, words: ChartWords) -> str:
    """One chart as an element for a page, which gives it colours, a title and words for who cannot see it."""
    drawn = Sheet(WIDTH, _height(chart, words), words.rtl, any_letters=True)
    _draw(Pen(drawn, 0, 0, words, titled=False), chart)
    return sheet.svg(drawn)


@dataclass(frozen=True, slots=True)
class Pen:
    """A place on a sheet to draw one chart from, and the words for it; a page gives the title itself."""

    sheet: Sheet
    left: float
    top: float
    words: ChartWords
    titled: bool = True

    def at(self, x: float, y: float) -> Point:
        """A point of the chart on the sheet."""
        return (self.left + x, self.top + y)

    def label(self, name: str) -> str:
        """What a thing is called."""
        return self.words.labels[name]

    def day(self, day: date) -> str:
        """A day in words, or in numbers when the font has no letters for it."""
        said = self.words.day(day)
        return said if self.sheet.any_letters or drawable(said) else f"{day.day}.{day.month}."


def _title(chart: Chart) -> float:
    return LINE if isinstance(chart, Ratings) else 0


def _height(chart: Chart, words: ChartWords) -> float:
    legend = LINE * len(_legend_rows(_legend(chart), words))
    match chart:
        case Strip():
            return LINE + ROW * len(chart.rows) + legend
        case Ratings():
            return PLOT + LINE + 3 + legend
        case Timeline():
            return 66 + legend


def _draw(pen: Pen, chart: Chart) -> None:
    match chart:
        case Strip():
            below = _strip(pen, chart)
        case Ratings():
            below = _ratings(pen, chart)
        case Timeline():
            below = _timeline(pen, chart)
    _legend_at(pen, below, _legend(chart))


# ---- the calendar of a plan ----


def calendar(entries: Iterable[CalendarEntry], words: ChartWords) -> bytes:
    """A plan as a PNG, a row a week: what comes when, by the person's own clock. Weeks begin on Monday."""
    known = sorted(entries, key=lambda entry: (entry.at.date(), entry.at.time()))
    days = {day: tuple(found) for day, found in groupby(known, key=lambda entry: entry.at.date())}
    weeks = _weeks(days)
    heights = [LINE + 6 + STEP * max(len(days.get(day, ())) for day in week) for week in weeks]
    drawn = Sheet(7 * CELL + 2 * MARGIN, 2 * MARGIN + LINE + sum(heights), words.rtl)
    pen = Pen(drawn, MARGIN, MARGIN, words)
    for column, day in enumerate(weeks[0] if weeks else ()):
        drawn.text(pen.at(CELL * column + 6, LINE / 2), words.weekday(day), SMALL, "muted")
    for number, week in enumerate(weeks):
        _calendar_week(
            pen, LINE + sum(heights[:number]), heights[number], [(day, days.get(day, ())) for day in week]
        )
    return sheet.png(drawn)


def _weeks(days: Iterable[date]) -> list[list[date]]:
    known = sorted(days)
    if not known:
        return []
    monday = known[0] - timedelta(days=known[0].weekday())
    count = (known[-1] - monday).days // 7 + 1
    return [[monday + timedelta(days=7 * week + day) for day in range(7)] for week in range(count)]


def _calendar_week(
    pen: Pen, top: float, height: float, week: list[tuple[date, tuple[CalendarEntry, ...]]]
) -> None:
    pen.sheet.line([pen.at(0, top), pen.at(7 * CELL, top)], "soft", 0.8)
    for column, (day, found) in enumerate(week):
        left = CELL * column + 6
        name = pen.day(day) if day.day == 1 or column == 0 else str(day.day)
        pen.sheet.text(pen.at(left, top + LINE / 2 + 1), name, SMALL, "ink" if found else "muted")
        for number, entry in enumerate(found):
            _entry(pen, left, top + LINE + STEP * (number + 0.5), entry)


def _entry(pen: Pen, left: float, y: float, entry: CalendarEntry) -> None:
    glyph(pen.sheet, pen.at(left + 3.5, y), f"small {entry.kind}")
    time = "" if entry.kind == "paused" else f"{entry.at:%H:%M} "
    name = entry.label if drawable(entry.label) else ""
    pen.sheet.text(pen.at(left + 11, y), _narrow(time + " ".join(name.split())), 7, "ink")


def _narrow(said: str) -> str:
    """As much of the words as fits a cell."""
    if extent(said, 7) <= CELL - 20:
        return said
    return next(
        f"{said[:end]}…" for end in range(len(said), 0, -1) if extent(f"{said[:end]}…", 7) <= CELL - 20
    )


# ---- the strip of days ----


def _strip(pen: Pen, chart: Strip) -> float:
    step = (WIDTH - BEFORE) / 7
    for column, day in enumerate(chart.rows[-1]):
        head = pen.at(BEFORE + step * (column + 0.5), LINE / 2)
        pen.sheet.text(head, pen.words.weekday(day.day), SMALL, "muted", "middle")
    for number, row in enumerate(chart.rows):
        _week(pen, LINE + ROW * (number + 0.5), step, row)
    return LINE + ROW * len(chart.rows)


def _week(pen: Pen, y: float, step: float, row: tuple[CalendarDay, ...]) -> None:
    now = [column for column, day in enumerate(row) if day.now]
    if now:
        corner = pen.at(BEFORE + step * now[0] + 2, y - ROW / 2 + 1)
        pen.sheet.box(corner, step * len(now) - 4, ROW - 2, "soft", rounded=8)
    pen.sheet.text(pen.at(0, y), pen.day(row[0].day), SMALL, "ink" if row[0].now else "muted")
    for column, day in enumerate(row):
        glyph(pen.sheet, pen.at(BEFORE + step * (column + 0.5), y), day.state)


# ---- the ratings of one question ----


def _ratings(pen: Pen, chart: Ratings) -> float:
    if pen.titled:
        pen.sheet.text(pen.at(0, -LINE / 2 - 2), shorten(chart.question, TITLE), 9, "ink")
    low, high = chart.scale
    for tick in _ticks(low, high):
        y = _level(tick, low, high)
        pen.sheet.line([pen.at(SCALE, y), pen.at(WIDTH, y)], "soft", 0.8)
        pen.sheet.text(pen.at(SCALE - 8, y), str(tick), SMALL, "muted", "end")
    if chart.baseline:
        _band(pen, chart.baseline, low, high)
    _points(pen, chart)
    _ends(pen, SCALE, PLOT + 11, chart.points[0][0], chart.points[-1][0])
    return PLOT + LINE + 3


def _ticks(low: int, high: int) -> tuple[int, ...]:
    """Every number of a small scale; the ends and the middle of a large one."""
    return tuple(range(low, high + 1)) if high - low <= 6 else (low, (low + high) // 2, high)


def _level(value: float, low: int, high: int) -> float:
    return 6 + (PLOT - 12) * (high - value) / max(high - low, 1)


def _band(pen: Pen, base: Baseline, low: int, high: int) -> None:
    upper, lower = _level(base.high, low, high) - 3, _level(base.low, low, high) + 3
    pen.sheet.box(pen.at(SCALE, upper), WIDTH - SCALE, lower - upper, "soft")
    middle = _level(base.median, low, high)
    pen.sheet.line([pen.at(SCALE, middle), pen.at(WIDTH, middle)], "muted", 1, dashed=True)


def _points(pen: Pen, chart: Ratings) -> None:
    low, high = chart.scale
    first, last = chart.points[0][0], chart.points[-1][0]
    places = [
        pen.at(_along(day, first, last, SCALE + 10, WIDTH - 24), _level(value, low, high))
        for day, value in chart.points
    ]
    pen.sheet.line(places, "accent", 1.3)
    for place in places:
        pen.sheet.disc(place, 4, "paper")
        pen.sheet.disc(place, 3, "accent")
    x, y = places[-1]
    pen.sheet.disc((x, y), 4.4, "accent")
    pen.sheet.text((x + 9, y), str(chart.points[-1][1]), 10, "ink", bold=True)


def _along(day: date, first: date, last: date, left: float, right: float) -> float:
    return left + (right - left) * (day - first).days / max((last - first).days, 1)


def _ends(pen: Pen, left: float, y: float, first: date, last: date) -> None:
    pen.sheet.text(pen.at(left, y), pen.day(first), SMALL, "muted")
    pen.sheet.text(pen.at(WIDTH, y), pen.day(last), SMALL, "muted", "end")


# ---- the timeline ----


def _timeline(pen: Pen, chart: Timeline) -> float:
    axis, left, right = 30.0, DOT, WIDTH - DOT

    def place(day: date, y: float) -> Point:
        return pen.at(_along(day, chart.start, chart.end, left, right), y)

    pen.sheet.line([pen.at(0, axis), pen.at(WIDTH, axis)], "faint", 1.2)
    for first, last in chart.pauses:
        pen.sheet.line([place(first, axis), place(last, axis)], "faint", 6)
    for day in chart.sessions:
        glyph(pen.sheet, place(day, axis + DOT + 3), "session")
    for day, kind in chart.marks:
        glyph(pen.sheet, place(day, axis - DOT - 6), _kind(kind))
    _ends(pen, 0, 57, chart.start, chart.end)
    return 66


def _kind(mark: str) -> str:
    return mark if mark in MARKS else "mark"


# ---- shapes and what they mean ----


def glyph(on: Sheet, at: Point, name: str) -> None:
    """The shape that stands for a thing; those of one picture have about the same weight."""
    x, y = at
    match name:
        case "answered":
            on.disc(at, DOT)
        case "passed":
            on.ring(at, DOT)
            on.line([(x - 2.6, y), (x + 2.6, y)], "accent", 1.8)
        case "asked":
            on.ring(at, DOT)
        case "paused":
            on.ring(at, DOT)
            on.line([(x - 1.8, y - 2.4), (x - 1.8, y + 2.4)], "accent", 1.6)
            on.line([(x + 1.8, y - 2.4), (x + 1.8, y + 2.4)], "accent", 1.6)
        case "quiet":
            on.disc(at, 1.5, "faint")
        case "small prompt":
            on.disc(at, 3.4)
        case "small dropped":
            on.ring(at, 3.4, "muted", 1)
        case "small paused":
            on.line([(x - 1.4, y - 2.6), (x - 1.4, y + 2.6)], "muted", 1.4)
            on.line([(x + 1.4, y - 2.6), (x + 1.4, y + 2.6)], "muted", 1.4)
        case "pause":
            on.line([(x - 6, y), (x + 6, y)], "faint", 6)
        case "band":
            on.box((x - 7, y - 4), 14, 8)
        case "median":
            on.line([(x - 7, y), (x + 7, y)], "muted", 1, dashed=True)
        case _:
            on.shape(_corners(name, x, y), "muted" if "session" in name else "accent")


def _corners(name: str, x: float, y: float) -> list[Point]:
    match name:
        case "session":
            return _round(x, y + 1, 3, DOT - 0.6)
        case "small session":
            return _round(x, y + 0.5, 3, 4.2)
        case "boundary":
            return _round(x, y, 4, DOT, turn=pi / 4)
        case "repair":
            return _round(x, y, 4, DOT)
        case "thanks":
            return _round(x, y, 24, DOT - 1)
        case "breakthrough":
            return _round(x, y, 10, DOT + 1, inner=3.2)
        case _:
            return _round(x, y, 6, DOT)


def _round(x: float, y: float, corners: int, radius: float, turn: float = 0, inner: float = 0) -> list[Point]:
    """Corners around a middle, the first on top; every second one at the inner radius of a star."""
    radii = [inner if inner and corner % 2 else radius for corner in range(corners)]
    angles = [turn + 2 * pi * corner / corners for corner in range(corners)]
    return [(x + r * sin(angle), y - r * cos(angle)) for r, angle in zip(radii, angles, strict=True)]


def _legend(chart: Chart) -> tuple[str, ...]:
    """What there is to name, in a fixed order."""
    match chart:
        case Strip():
            states = {day.state for row in chart.rows for day in row}
            return tuple(state for state in DAYS if state in states)
        case Ratings():
            return ("band", "median") if chart.baseline else ()
        case Timeline():
            kinds = {_kind(kind) for _, kind in chart.marks}
            sessions = ("session",) if chart.sessions else ()
            pauses = ("pause",) if chart.pauses else ()
            return (*(kind for kind in MARKS if kind in kinds), *sessions, *pauses)


def _legend_rows(names: tuple[str, ...], words: ChartWords) -> list[list[tuple[str, float]]]:
    """Names with their places along the line, as many lines as they take."""
    rows: list[list[tuple[str, float]]] = []
    x = WIDTH
    for name in names:
        width = 18 + extent(words.labels[name], SMALL) + 14
        if x + width > WIDTH + 14:
            rows.append([])
            x = 0.0
        rows[-1].append((name, x))
        x += width
    return rows


def _legend_at(pen: Pen, top: float, names: tuple[str, ...]) -> None:
    """Shapes with their names; none at all when one of the names cannot be drawn."""
    if not pen.sheet.any_letters and not all(drawable(pen.label(name)) for name in names):
        return
    for number, row in enumerate(_legend_rows(names, pen.words)):
        y = top + LINE * (number + 0.5) + 3
        for name, x in row:
            glyph(pen.sheet, pen.at(x + DOT, y), name)
            pen.sheet.text(pen.at(x + 18, y), pen.label(name), SMALL, "muted")
