"""Pictures: a digest's charts, as PNG for Telegram and SVG for a page.

Things differ in shape, not only in colour; no shape weighs more than another. Words come in from outside.
On a phone 390 dots wide no word is smaller than 11 dots, in the chat and on the page.
In a PNG a word is left out when the font has no letters for it, so the sentence beside a picture says all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin
from textwrap import wrap
from unicodedata import category

from bot.core.digest.chart import CalendarDay, Chart, Ratings, Strip, Timeline
from bot.core.digest.measures import Baseline
from bot.render import sheet
from bot.render.sheet import NARROW, Point, Sheet, extent
from bot.render.typesetter import drawable

WIDTH = 380.0
MARGIN = 16.0
GAP = 24.0  # between two charts of one picture
DOT = 6.8  # radius of a day, and about that of every other shape
ROW = 25.0
LINE = 20.0  # of a legend
PLOT = 116.0  # height of the ratings' scale
SMALL = 12.0
QUESTION = 13.0
BEFORE = 72.0  # room before the strip's columns
SCALE = 28.0  # room before the ratings

DAYS = ("answered", "passed", "paused")
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


def png(charts: Sequence[Chart], words: ChartWords) -> bytes:
    """The charts of a digest on one sheet, one below the other; at least one."""
    return sheet.png(_together(charts, words))


def drawn(charts: Sequence[Chart], words: ChartWords) -> str:
    """The same sheet as an SVG that stands for itself."""
    return sheet.alone(_together(charts, words))


def _together(charts: Sequence[Chart], words: ChartWords) -> Sheet:
    heights = [_height(chart, words) + _room(chart) for chart in charts]
    made = Sheet(WIDTH + 2 * MARGIN, 2 * MARGIN + sum(heights) + GAP * (len(charts) - 1), words.rtl)
    top = MARGIN
    for chart, height in zip(charts, heights, strict=True):
        _draw(Pen(made, MARGIN, top + _room(chart), words), chart)
        top += height + GAP
    return made


def svg(chart: Chart, words: ChartWords) -> str:
    """One chart as an element for a page, which gives it colours, a title and words for who cannot see it."""
    return sheet.svg(_one(chart, words, any_letters=True))


def alone(chart: Chart, words: ChartWords) -> str:
    """The same chart as an SVG that stands for itself."""
    return sheet.alone(_one(chart, words, any_letters=False))


def _one(chart: Chart, words: ChartWords, any_letters: bool) -> Sheet:
    made = Sheet(WIDTH, _height(chart, words), words.rtl, any_letters)
    _draw(Pen(made, 0, 0, words, titled=False), chart)
    return made


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


def _title(chart: Chart) -> list[str]:
    """The question above its ratings, whole, in as many lines as it takes; signs without letters are left out."""
    if not isinstance(chart, Ratings):
        return []
    shown = "".join(letter for letter in chart.question if drawable(letter) or category(letter) != "So")
    return wrap(shown, int(WIDTH / (NARROW * QUESTION)))


def _room(chart: Chart) -> float:
    """How high the title is."""
    return LINE * len(_title(chart))


def _height(chart: Chart, words: ChartWords) -> float:
    legend = LINE * len(_legend_rows(_legend(chart), words))
    match chart:
        case Strip():
            return LINE + ROW * len(chart.rows) + legend
        case Ratings():
            return PLOT + LINE + 3 + legend
        case Timeline():
            return 72 + legend


def _draw(pen: Pen, chart: Chart) -> None:
    match chart:
        case Strip():
            below = _strip(pen, chart)
        case Ratings():
            below = _ratings(pen, chart)
        case Timeline():
            below = _timeline(pen, chart)
    _legend_at(pen, below, _legend(chart))


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
        middle = BEFORE + step * (column + 0.5)
        glyph(pen.sheet, pen.at(middle, y), day.state)
        if day.session:
            glyph(pen.sheet, pen.at(middle + 2 * DOT, y), "small session")


# ---- the ratings of one question ----


def _ratings(pen: Pen, chart: Ratings) -> float:
    for number, said in enumerate(reversed(_title(chart) if pen.titled else [])):
        pen.sheet.text(pen.at(0, -LINE * (number + 0.5) - 2), said, QUESTION, "ink")
    low, high = chart.scale
    for tick in _ticks(low, high):
        y = _level(tick, low, high)
        pen.sheet.line([pen.at(SCALE, y), pen.at(WIDTH, y)], "soft", 0.8)
        pen.sheet.text(pen.at(SCALE - 8, y), str(tick), SMALL, "muted", "end")
    if chart.baseline:
        _band(pen, chart.baseline, low, high)
    _points(pen, chart)
    _ends(pen, SCALE, PLOT + 12, chart.points[0][0], chart.points[-1][0])
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
    pen.sheet.text((x + 9, y), str(chart.points[-1][1]), 13, "ink", bold=True)


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
    _ends(pen, 0, 61, chart.start, chart.end)
    return 72


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
        case "paused":
            on.ring(at, DOT)
            on.line([(x - 1.8, y - 2.4), (x - 1.8, y + 2.4)], "accent", 1.6)
            on.line([(x + 1.8, y - 2.4), (x + 1.8, y + 2.4)], "accent", 1.6)
        case "quiet":
            on.disc(at, 1.5, "faint")
        case "pause":
            on.line([(x - 4, y), (x + 4, y)], "faint", 6)
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
            return _round(x, y + 0.7, 3, 5)
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
            held = ("session",) if any(day.session for row in chart.rows for day in row) else ()
            return (*(state for state in DAYS if state in states), *held)
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
