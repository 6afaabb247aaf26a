"""A sheet to draw on by hand: points from the top left, and out of it a PNG or an SVG.

This is the only place that knows matplotlib, and it imports it when the first sheet is made. A sheet for a
language written from right to left is mirrored as a whole; the letters are not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Literal
from unicodedata import bidirectional

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHARP = 216  # dots an inch of a PNG: three times a screen's
FONT = "DejaVu Sans"  # comes with matplotlib, so a picture is the same on every machine
INK, MUTED, FAINT, SOFT, ACCENT, PAPER = "#26292e", "#6a6f78", "#b9bcc2", "#e9ebf0", "#2f6690", "#fffdfa"
COLOURS = {INK: "ink", MUTED: "muted", FAINT: "faint", SOFT: "soft", ACCENT: "accent", PAPER: "paper"}

Align = Literal["left", "center", "right"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """``width`` by ``height`` points. ``any_letters``: who shows it has letters for every language (an SVG).

    Such words never meet the drawing library, which would measure them and complain: a mark stands for each,
    and ``said`` holds them until the SVG is made.
    """

    width: float
    height: float
    rtl: bool
    any_letters: bool
    figure: "Figure"
    axes: "Axes"
    said: list[str] = field(default_factory=list)

    def text(
        self,
        at: Point,
        words: str,
        size: float = 9,
        colour: str = INK,
        align: Align = "left",
        bold: bool = False,
    ) -> None:
        """Words beside, around or before a point, half their height above it."""
        if not (self.any_letters or drawable(words)):
            return
        if self.any_letters:
            self.said.append(words)
            words = f"w{len(self.said) - 1}"
        turned: dict[Align, Align] = {"left": "right", "right": "left", "center": "center"}
        self.axes.text(
            self._x(at[0]),
            at[1],
            words.replace("$", r"\$"),
            fontsize=size,
            color=colour,
            ha=turned[align] if self.rtl else align,
            va="center_baseline",
            family=FONT,
            weight="bold" if bold else "normal",
        )

    def line(
        self, points: Sequence[Point], colour: str = INK, width: float = 1, dashed: bool = False
    ) -> None:
        """A line through the points."""
        style = (0, (3, 2.5)) if dashed else "solid"
        xs, ys = [self._x(x) for x, _ in points], [y for _, y in points]
        self.axes.plot(
            xs, ys, color=colour, linewidth=width, linestyle=style, solid_capstyle="round", clip_on=False
        )

    def box(self, at: Point, width: float, height: float, colour: str = SOFT, rounded: float = 0) -> None:
        """A filled box from its corner at the beginning of the line, above."""
        from matplotlib.patches import FancyBboxPatch, Rectangle

        corner = (self._x(at[0]) - (width if self.rtl else 0), at[1])
        if not rounded:
            self._add(Rectangle(corner, width, height, facecolor=colour, linewidth=0))
            return
        style = f"round,pad=0,rounding_size={rounded}"
        self._add(FancyBboxPatch(corner, width, height, boxstyle=style, facecolor=colour, linewidth=0))

    def disc(self, at: Point, radius: float, colour: str = ACCENT, edge: str = "", width: float = 0) -> None:
        """A filled circle, with a rim if ``edge`` names its colour."""
        from matplotlib.patches import Circle

        self._add(
            Circle(
                (self._x(at[0]), at[1]), radius, facecolor=colour, edgecolor=edge or "none", linewidth=width
            )
        )

    def ring(self, at: Point, radius: float, colour: str = ACCENT, width: float = 1.6) -> None:
        """A circle that is not filled; its rim lies inside the radius."""
        from matplotlib.patches import Circle

        at = (self._x(at[0]), at[1])
        self._add(Circle(at, radius - width / 2, facecolor="none", edgecolor=colour, linewidth=width))

    def shape(self, points: Sequence[Point], colour: str = ACCENT) -> None:
        """A filled shape."""
        from matplotlib.patches import Polygon

        corners = [(self._x(x), y) for x, y in points]
        self._add(Polygon(corners, closed=True, facecolor=colour, linewidth=0))

    def png(self) -> bytes:
        """The picture, three times as sharp as a screen, the same bytes each time."""
        made = BytesIO()
        self.figure.savefig(made, format="png", dpi=SHARP, facecolor=PAPER, metadata={"Software": None})
        return made.getvalue()

    def svg(self) -> str:
        """The picture as an element for a page, its colours (``--ink`` and so on) left to the page."""
        made = BytesIO()
        self.figure.savefig(
            made,
            format="svg",
            transparent=True,
            metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")),
        )
        element = _embedded(made.getvalue().decode())
        return re.sub(r">w(\d+)</text>", lambda mark: f">{escape(self.said[int(mark[1])])}</text>", element)

    def _x(self, x: float) -> float:
        return self.width - x if self.rtl else x

    def _add(self, artist: "Artist") -> None:
        self.axes.add_artist(artist).set_clip_on(False)


def sheet(width: float, height: float, rtl: bool = False, any_letters: bool = False) -> Sheet:
    """An empty sheet."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    matplotlib.rcParams["svg.fonttype"] = "none"  # letters stay letters: searchable, in the page's own font
    matplotlib.rcParams["svg.hashsalt"] = "interlude"  # the same ids each time
    figure = Figure(figsize=(width / 72, height / 72))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    return Sheet(width, height, rtl, any_letters, figure, axes)


def drawable(words: str) -> bool:
    """Whether the font has every letter, and nothing in the words needs joining or turning around."""
    letters = _letters()
    return all(
        ord(letter) in letters and bidirectional(letter) not in ("R", "AL", "AN", "NSM") for letter in words
    )


def extent(words: str, size: float = 9) -> float:
    """How wide the words are, in points."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    known = "".join(letter if ord(letter) in _letters() else "m" for letter in words).replace("$", "S")
    width, _, _ = text_to_path.get_text_width_height_descent(
        known, FontProperties(family=FONT, size=size), False
    )
    return float(width)


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont(FONT)).get_charmap())


def _embedded(made: str) -> str:
    """Only the element itself: no prolog, metadata or ids, and the page's colours and letters."""
    element = re.sub(r"\s*<(metadata|defs)>.*?</\1>", "", made[made.index("<svg") :], flags=re.DOTALL)
    element = re.sub(r' id="[^"]*"', "", element)
    element = re.sub(
        r'<svg[^>]*(viewBox="[^"]*")[^>]*>', r'<svg \1 direction="ltr" aria-hidden="true">', element, count=1
    )
    return re.sub(r'style="[^"]*"', _style, element).strip()


def _style(style: re.Match[str]) -> str:
    plain = re.sub(r"font-family: [^;\"]*", "font-family: system-ui, sans-serif", style[0])
    return re.sub("|".join(COLOURS), lambda colour: f"var(--{COLOURS[colour[0]]})", plain)
