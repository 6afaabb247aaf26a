"""The typesetter: an SVG becomes a PNG, a template a PDF, with Arabic joined and turned.

Its letters come along, so that a picture is the same on every machine. The library is loaded when it is first
needed; it reads nothing but what it is given, and asks for nothing from anywhere.
"""

import json
import struct
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, cast
from unicodedata import category

if TYPE_CHECKING:
    from typst import Compiler

FONT = "DejaVu Sans"
FONTS = Path(__file__).parent / "fonts"
TEMPLATES = Path(__file__).parent / "templates"
SHARP = 216  # dots an inch of a PNG: three times a screen's

_PICTURE = """
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), width: float(sys.inputs.width) * 1pt)
"""
_one_at_a_time = Lock()  # a compiler is changed by its work


def png(svg: str, width: float) -> bytes:
    """An SVG that stands for itself as a picture so many points wide, the same bytes each time."""
    with _one_at_a_time:
        made = _compiler(own=True).compile(
            _PICTURE.encode(), format="png", ppi=SHARP, sys_inputs={"svg": svg, "width": str(width)}
        )
    return cast(bytes, made)  # one page


def pdf(template: str, data: dict[str, Any], made_at: datetime) -> bytes:
    """A template filled in, with bookmarks and tags for screen readers.

    Letters that do not come along are those of the machine, if it has any.
    """
    words = {"data": json.dumps(data, ensure_ascii=False), "font": FONT}
    with _one_at_a_time:
        made = _compiler(own=False).compile(
            (TEMPLATES / template).read_bytes(),
            format="pdf",
            timestamp=int(made_at.timestamp()),
            sys_inputs=words,
        )
    return cast(bytes, made)


@lru_cache(maxsize=2)
def _compiler(own: bool) -> "Compiler":
    """``own``: with no letters but those that come along."""
    import typst

    fonts = typst.Fonts(not own, False, [str(FONTS)])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=own)


def drawable(words: str) -> bool:
    """Whether the letters that come along are enough for the words."""
    return all(ord(letter) in _letters() or category(letter) == "Cf" for letter in words)


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    """What the font has: the groups of its character map (OpenType, format 12)."""
    font = (FONTS / "DejaVuSans.ttf").read_bytes()
    tables = (struct.unpack_from(">4s4xI", font, 12 + 16 * n) for n in range(font[5]))
    table = next(at for name, at in tables if name == b"cmap")
    many = struct.unpack_from(">H", font, table + 2)[0]
    parts = [table + struct.unpack_from(">4xI", font, table + 4 + 8 * n)[0] for n in range(many)]
    part = next(at for at in parts if struct.unpack_from(">H", font, at)[0] == 12)
    groups = struct.unpack_from(">I", font, part + 12)[0]
    spans = (struct.unpack_from(">II", font, part + 16 + 12 * n) for n in range(groups))
    return frozenset(letter for first, last in spans for letter in range(first, last + 1))
