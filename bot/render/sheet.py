"""A sheet to draw on by hand: points from the top left, and out of it an SVG or a PNG.

A sheet remembers what was drawn, and the SVG is written from that in a moment. A PNG is the same SVG, drawn by
the typesetter. A sheet for a language written from right to left is mirrored as a whole; the letters are not.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Literal
from unicodedata import east_asian_width

from bot.core.base.direction import isolated
from bot.render import typesetter
from bot.render.typesetter import drawable

DASH = (3.0, 2.5)
SVG = "http://www.w3.org/2000/svg"
WIDE, NARROW = 1.05, 0.61  # how wide a letter is at most, on average, as part of its size

Colour = Literal["ink", "muted", "faint", "soft", "accent", "paper", "none"]
COLOURS: Mapping[str, str] = {
    "ink": "#26292e",
    "muted": "#6a6f78",
    "faint": "#b9bcc2",
    "soft": "#e9ebf0",
    "accent": "#2f6690",
    "paper": "#fffdfa",
    "none": "none",
}
"""As a sheet by itself has them. On a page it leaves them to its page: ``var(--ink)`` and so on."""

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
    return f"<text {place} {style}>{escape(isolated(text.words))}</text>"


def _circle(disc: Disc) -> str:
    place = f'cx="{_n(disc.at[0])}" cy="{_n(disc.at[1])}" r="{_n(disc.radius - disc.rim / 2)}"'
    if not disc.rim:
        return f'<circle {place} style="fill: {_var(disc.colour)}"/>'
    return f'<circle {place} fill="none" stroke-width="{_n(disc.rim)}" style="stroke: {_var(disc.colour)}"/>'


def _var(colour: Colour) -> str:
    return f"var(--{colour})"


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


# ---- by itself ----


def alone(sheet: Sheet) -> str:
    """The same SVG for a place without a page: its colours, size and letters are named in it."""
    shown = _COLOUR.sub(_named, svg(sheet))
    size = f'width="{_n(sheet.width)}" height="{_n(sheet.height)}"'
    return shown.replace("<svg", f'<svg xmlns="{SVG}" {size} font-family="{typesetter.FONT}"', 1)


_COLOUR = re.compile(r'"(fill|stroke): var\(--(\w+)\)"')  # words have no such quotes: theirs are escaped


def _named(style: re.Match[str]) -> str:
    return f'"{style[1]}: {COLOURS[style[2]]}"'


def png(sheet: Sheet) -> bytes:
    """The sheet as a picture, three times as sharp as a screen, the same bytes each time."""
    paper = Box((0, 0), sheet.width, sheet.height, "paper", 0)
    return typesetter.png(alone(replace(sheet, drawn=[paper, *sheet.drawn])), sheet.width)
