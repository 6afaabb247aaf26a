"""A sheet to draw on by hand: points from the top left, and out of it an SVG or a PNG.

A sheet remembers what was drawn. The SVG is written from that in a moment; only a PNG needs matplotlib, which
is imported then and known nowhere else. A sheet for a language written from right to left is mirrored as a
whole; the letters are not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import bidirectional, east_asian_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SHARP = 216  # dots an inch of a PNG: three times a screen's
FONT = "DejaVu Sans"  # comes with matplotlib, so a picture is the same on every machine
DASH = (3.0, 2.5)
WIDE, NARROW = 1.05, 0.61  # how wide a letter is at most, on average, as part of its size

Colour = Literal["ink", "muted", "faint", "soft", "accent", "paper", "none"]
COLOURS: dict[Colour, str] = {
    "ink": "#26292e",
    "muted": "#6a6f78",
    "faint": "#b9bcc2",
    "soft": "#e9ebf0",
    "accent": "#2f6690",
    "paper": "#fffdfa",
    "none": "none",
}
"""As a PNG has them. An SVG leaves them to its page: ``var(--ink)`` and so on."""

Align = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class SheetText:
    at: Point
    words: str
    size: float
    colour: Colour
    align: Align
    bold: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    points: tuple[Point, ...]
    colour: Colour
    width: float
    dashed: bool


@dataclass(frozen=True, slots=True)
class Box:
    at: Point
    width: float
    height: float
    colour: Colour
    rounded: float


@dataclass(frozen=True, slots=True)
class Disc:
    """``rim`` 0: filled; else the width of the rim, which lies inside the radius."""

    at: Point
    radius: float
    colour: Colour
    rim: float


@dataclass(frozen=True, slots=True)
class Polygon:
    points: tuple[Point, ...]
    colour: Colour


Drawn = SheetText | Stroke | Box | Disc | Polygon


@dataclass(frozen=True, slots=True)
class Sheet:
    """``width`` by ``height`` points. ``any_letters``: who shows it has letters for every language (an SVG)."""

    width: float
    height: float
    rtl: bool = False
    any_letters: bool = False
    drawn: list[Drawn] = field(default_factory=list)

    def text(
        self,
        at: Point,
        words: str,
        size: float = 9,
        colour: Colour = "ink",
        align: Align = "start",
        bold: bool = False,
    ) -> None:
        """Words that begin, end or have their middle at a point; left out when they cannot be shown."""
        if self.any_letters or drawable(words):
            turned: dict[Align, Align] = {"start": "end", "end": "start", "middle": "middle"}
            align = turned[align] if self.rtl else align
            self.drawn.append(SheetText(self._turned(at), words, size, colour, align, bold))

    def line(
        self, points: Sequence[Point], colour: Colour = "ink", width: float = 1, dashed: bool = False
    ) -> None:
        """A line through the points."""
        self.drawn.append(Stroke(tuple(map(self._turned, points)), colour, width, dashed))

    def box(
        self, at: Point, width: float, height: float, colour: Colour = "soft", rounded: float = 0
    ) -> None:
        """A filled box from its corner at the beginning of the line, above."""
        x, y = self._turned(at)
        self.drawn.append(Box((x - width if self.rtl else x, y), width, height, colour, rounded))

    def disc(self, at: Point, radius: float, colour: Colour = "accent") -> None:
        """A filled circle."""
        self.drawn.append(Disc(self._turned(at), radius, colour, 0))

    def ring(self, at: Point, radius: float, colour: Colour = "accent", rim: float = 1.6) -> None:
        """A circle that is not filled."""
        self.drawn.append(Disc(self._turned(at), radius, colour, rim))

    def shape(self, points: Sequence[Point], colour: Colour = "accent") -> None:
        """A filled shape."""
        self.drawn.append(Polygon(tuple(map(self._turned, points)), colour))

    def _turned(self, at: Point) -> Point:
        return (self.width - at[0], at[1]) if self.rtl else at


def extent(words: str, size: float = 9) -> float:
    """About how wide the words are, in points; rather too much than too little."""
    return sum(WIDE if east_asian_width(letter) in "WF" else NARROW for letter in words) * size


def drawable(words: str) -> bool:
    """Whether the font has every letter, and nothing in the words needs joining or turning around."""
    letters = _letters()
    return all(
        ord(letter) in letters and bidirectional(letter) not in ("R", "AL", "AN", "NSM") for letter in words
    )


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont(FONT)).get_charmap())


# ---- as an SVG ----


def svg(sheet: Sheet) -> str:
    """The sheet as an element for a page, its colours left to the page, hidden from screen readers."""
    shapes = "".join(map(_element, sheet.drawn))
    box = f"0 0 {_n(sheet.width)} {_n(sheet.height)}"
    return f'<svg viewBox="{box}" direction="ltr" aria-hidden="true">{shapes}</svg>'


def _element(drawn: Drawn) -> str:
    match drawn:
        case SheetText():
            return _text(drawn)
        case Stroke():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in drawn.points)
            dash = f' stroke-dasharray="{_n(DASH[0])} {_n(DASH[1])}"' if drawn.dashed else ""
            style = f'fill="none" stroke-width="{_n(drawn.width)}" stroke-linecap="round"{dash}'
            return f'<polyline points="{points}" {style} style="stroke: {_var(drawn.colour)}"/>'
        case Box():
            place = f'x="{_n(drawn.at[0])}" y="{_n(drawn.at[1])}" rx="{_n(drawn.rounded)}"'
            size = f'width="{_n(drawn.width)}" height="{_n(drawn.height)}"'
            return f'<rect {place} {size} style="fill: {_var(drawn.colour)}"/>'
        case Disc():
            return _circle(drawn)
        case Polygon():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in drawn.points)
            return f'<polygon points="{points}" style="fill: {_var(drawn.colour)}"/>'


def _text(text: SheetText) -> str:
    x, y = text.at
    weight = ' font-weight="600"' if text.bold else ""
    place = f'x="{_n(x)}" y="{_n(y + text.size * 0.35)}" text-anchor="{text.align}"'
    style = f'font-size="{_n(text.size)}"{weight} style="fill: {_var(text.colour)}"'
    return f"<text {place} {style}>{escape(text.words)}</text>"


def _circle(disc: Disc) -> str:
    place = f'cx="{_n(disc.at[0])}" cy="{_n(disc.at[1])}" r="{_n(disc.radius - disc.rim / 2)}"'
    if not disc.rim:
        return f'<circle {place} style="fill: {_var(disc.colour)}"/>'
    return f'<circle {place} fill="none" stroke-width="{_n(disc.rim)}" style="stroke: {_var(disc.colour)}"/>'


def _var(colour: Colour) -> str:
    return f"var(--{colour})"


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


# ---- as a PNG ----


def png(sheet: Sheet) -> bytes:
    """The sheet as a picture, three times as sharp as a screen, the same bytes each time. Takes a moment."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(sheet.width / 72, sheet.height / 72))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, sheet.width)
    axes.set_ylim(sheet.height, 0)
    axes.set_axis_off()
    for drawn in sheet.drawn:
        _paint(axes, drawn)
    made = BytesIO()
    figure.savefig(made, format="png", dpi=SHARP, facecolor=COLOURS["paper"], metadata={"Software": None})
    return made.getvalue()


def _paint(axes: "Axes", drawn: Drawn) -> None:
    match drawn:
        case SheetText():
            _paint_text(axes, drawn)
        case Stroke():
            xs, ys = zip(*drawn.points, strict=True)
            style: Any = (0, DASH) if drawn.dashed else "solid"
            look = {"color": COLOURS[drawn.colour], "linewidth": drawn.width, "linestyle": style}
            axes.plot(xs, ys, solid_capstyle="round", clip_on=False, **look)
        case _:
            axes.add_patch(_patch(drawn)).set_clip_on(False)


def _paint_text(axes: "Axes", text: SheetText) -> None:
    aligned = {"start": "left", "middle": "center", "end": "right"}
    axes.text(
        *text.at,
        text.words.replace("$", r"\$"),
        fontsize=text.size,
        color=COLOURS[text.colour],
        ha=aligned[text.align],
        va="center_baseline",
        family=FONT,
        weight="bold" if text.bold else "normal",
    )


def _patch(drawn: Box | Disc | Polygon) -> Any:
    from matplotlib import patches

    colour = COLOURS[drawn.colour]
    match drawn:
        case Box():
            style = f"round,pad=0,rounding_size={drawn.rounded}" if drawn.rounded else "square,pad=0"
            size = (drawn.at, drawn.width, drawn.height)
            return patches.FancyBboxPatch(*size, boxstyle=style, facecolor=colour, linewidth=0)
        case Disc(rim=0):
            return patches.Circle(drawn.at, drawn.radius, facecolor=colour, linewidth=0)
        case Disc():
            radius = drawn.radius - drawn.rim / 2
            return patches.Circle(drawn.at, radius, facecolor="none", edgecolor=colour, linewidth=drawn.rim)
        case Polygon():
            return patches.Polygon(drawn.points, closed=True, facecolor=colour, linewidth=0)
