"""The messages a template can become: one for each way through its conditions, every place kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Literal

MOST = 16
"""Ways through a template's conditions that are judged."""

_MANY = 100  # pieces beyond which a template is read as it stands: no person wrote it
_TAG = re.compile(r"\{\{(?P<value>[^{}]{0,200})\}\}|\{%-?\s*(?P<tag>\w+)[^{}]{0,200}%\}|\{#[^{}]{0,400}#\}")
_NAME = re.compile(r"\s*(\w+)")
_ECHO = "“" + " ".join(["words"] * 12) + "”"
_SAMPLES = {
    "coach": "Alexandra",
    "name": "Alexandra",
    "session": "12",
    "session_when": "Wed 24 Nov, 15:00 (Lisbon)",
    "session_change": "cancelled",
    "thanks": f"You wrote: {_ECHO}.",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source: words, a value (with its name), or a tag that never shows."""

    start: int
    end: int
    kind: Literal["words", "value", "tag"]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way through: ``text`` is as long as the source, with what does not show blanked out.

    ``sample`` is the message with the longest value in each place; ``kept`` the source of what shows.
    """

    text: str
    sample: str
    kept: str


Ways = list[list[Piece]]


def variants(source: str) -> tuple[Variant, ...]:
    """Every message the template can become, at most ``MOST``. Pure; a broken template counts as words."""
    pieces = list(_pieces(source))
    if len(pieces) > _MANY:
        pieces = [Piece(0, len(source), "words")]
    ways, end = _walk(pieces, 0)
    if end < len(pieces):  # a closing tag without its opening: the parser says so, here it all counts
        ways = [[piece for piece in pieces if piece.kind != "tag"]]
    return tuple(dict.fromkeys(_variant(source, way) for way in ways))


def _pieces(source: str) -> Iterator[Piece]:
    last = 0
    for tag in _TAG.finditer(source):
        yield Piece(last, tag.start(), "words")
        yield _piece(tag)
        last = tag.end()
    yield Piece(last, len(source), "words")


def _piece(tag: re.Match[str]) -> Piece:
    if tag["value"] is not None:
        name = _NAME.match(tag["value"])
        return Piece(tag.start(), tag.end(), "value", name[1] if name else "")
    return Piece(tag.start(), tag.end(), "tag", tag["tag"] or "")


def _walk(pieces: list[Piece], at: int) -> tuple[Ways, int]:
    """All ways through the pieces from ``at`` to the tag that closes this branch; and that tag's place."""
    ways: Ways = [[]]
    while at < len(pieces):
        piece = pieces[at]
        if piece.kind == "tag" and piece.name in ("elif", "else", "endif"):
            return ways, at
        if piece.kind == "tag" and piece.name == "if":
            branches, at = _branches(pieces, at)
            ways = _joined(ways, branches)
        elif piece.kind != "tag":
            for way in ways:
                way.append(piece)
        at += 1
    return ways, at


def _branches(pieces: list[Piece], at: int) -> tuple[Ways, int]:
    """The ways through each branch of an ``if``, one without it when no ``else`` catches; and its end."""
    found: Ways = []
    names = []
    while at < len(pieces) and pieces[at].name != "endif":
        names.append(pieces[at].name)
        ways, at = _walk(pieces, at + 1)
        found += ways
    return found if "else" in names else [*found, []], at


def _joined(ways: Ways, branches: Ways) -> Ways:
    pairs: Iterable[tuple[list[Piece], list[Piece]]] = product(ways, branches)
    return [[*way, *branch] for way, branch in islice(pairs, MOST)]


def _variant(source: str, way: list[Piece]) -> Variant:
    text = list(re.sub(r"[^\n]", " ", source))
    sample = []
    kept = "".join(source[piece.start : piece.end] for piece in way).strip()
    for piece in way:
        if piece.kind == "words":
            text[piece.start : piece.end] = source[piece.start : piece.end]
            sample.append(source[piece.start : piece.end])
        else:
            text[piece.end - 2 : piece.end] = "n." if piece.name == "thanks" else " n"
            sample.append(_SAMPLES.get(piece.name, _ECHO))
    return Variant("".join(text), "".join(sample), kept)
