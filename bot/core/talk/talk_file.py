"""Talks: a written conversation in a file, played against a world, and printed as it really went.

A talk has a header (``script: mid-week``), then what the client does (client, client+, edit, later) and what
comes of it (bot, buttons, saved, trouble, end). Only the client's lines are played; the others are what the
last rewrite found. A script of the talk's own may stand below a line of three dashes (tests/talks/README.md).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Protocol

from bot.core.base.wall import instant
from bot.core.talk.model import Answer, Context, Manners, Reflection

CLIENT = ("client", "client+", "edit", "later")
OUTCOME = ("bot", "buttons", "saved", "trouble", "end")
HEADER = (
    "script",
    "language",
    "session",
    "marked",
    "coach",
    "name",
    "zone",
    "at",
    "times",
    "when",
    "spoiled",
)
INDENT = 8
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
SETTLE = Manners().settle

_TO = re.compile(r"\(to ([\w-]+)\) ")
_TAP = re.compile(r"\[([^\[\]\n]+)\]")
_TIME = re.compile(r"(\d{1,4})([smhdw])")
_HEADER = """---
title: {title}
author: A talk, of the tests
reviewed: 2026-11-21 by the tests
basis: it shows one thing
when: on demand
length: 1 to 2
---

"""
_LINE = re.compile(rf"({'|'.join(map(re.escape, (*CLIENT, *OUTCOME, *HEADER)))})(?::\s*(.*))?$")


class TalkFault(ValueError):
    """A talk file that cannot be read or played; names the line or the button, and what to write."""


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One entry: its key (``#`` for a note) and all that stands after it, further lines included."""

    key: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """A whole file. ``source`` is the script below the dashes, or empty for one from the library."""

    header: tuple[tuple[str, str], ...]
    lines: tuple[TalkLine, ...]
    source: str = ""

    def get(self, key: str, default: str = "") -> str:
        """A value of the header."""
        return dict(self.header).get(key, default)


class TalkWorld(Protocol):
    """Where a talk is played: each function does one thing of the client's and returns what came of it."""

    def begin(self) -> tuple[TalkLine, ...]:
        """The reflection starts."""

    def write(self, text: str, to: str) -> tuple[TalkLine, ...]:
        """The client sends a message, to the prompt of step ``to``, or to the one that waits."""

    def offered(self) -> tuple[str, ...]:
        """The labels of the buttons under the prompt that waits, as things stand."""

    def tap(self, label: str) -> tuple[TalkLine, ...]:
        """The client taps the button of that label, the latest one shown."""

    def edit(self, number: int, text: str) -> tuple[TalkLine, ...]:
        """The client edits their message of that number, counted from 1."""

    def wait(self, time: timedelta) -> tuple[TalkLine, ...]:
        """Time goes by, and what falls due in it happens in order."""


# ---- reading and printing ----------------------------------------------------------------------


def read(text: str, file: str = "talk") -> Talk:
    """The talk in a file's text. Raises TalkFault with the line that is none of its keys."""
    body, dashes, source = f"\n{text}".partition("\n---\n")
    lines = tuple(_lines(body[1:], file))
    header = tuple((line.key, line.text) for line in lines if line.key in HEADER)
    if "script" not in dict(header):
        raise TalkFault(f"{file}: no script is named; begin with a line like script: mid-week")
    spoken = tuple(line for line in lines if line.key not in HEADER)
    return Talk(header, spoken, source if dashes else "")


def show(talk: Talk) -> str:
    """The talk as a file's text; reading it gives the same talk."""
    header = "".join(f"{key}: {value}\n" for key, value in talk.header)
    before = (None, *(line.key for line in talk.lines))
    body = "".join(_printed(line, key) for line, key in zip(talk.lines, before, strict=False))
    return f"{header}\n{body}" + (f"---\n{talk.source}" if talk.source else "")


def _lines(body: str, file: str) -> Iterator[TalkLine]:
    """Each entry with the indented lines that follow it; empty lines between entries are nobody's."""
    found: TalkLine | None = None
    gap = 0
    for number, raw in enumerate(body.split("\n"), 1):
        entry = _LINE.match(raw)
        if not raw.strip():
            gap += 1
            continue
        if raw[0] == " " and found and found.key != "#":
            found = replace(found, text=found.text + "\n" * (gap + 1) + _outdented(raw))
        elif raw[0] == "#" or entry:
            if found:
                yield found
            found = TalkLine(entry[1], entry[2] or "") if entry else TalkLine("#", raw[1:].strip())
        else:
            raise TalkFault(f"{file}, line {number}: begin with one of {', '.join((*CLIENT, *OUTCOME))}")
        gap = 0
    if found:
        yield found


def _outdented(raw: str) -> str:
    return raw[INDENT:] if raw[:INDENT].isspace() else raw.lstrip()


def _printed(line: TalkLine, before: str | None) -> str:
    """An entry; a note stands apart from what came before it."""
    if line.key == "#":
        return ("" if before in (None, "#") else "\n") + f"# {line.text}\n"
    if not line.text:
        return f"{line.key}\n"
    first, *rest = line.text.split("\n")
    further = (" " * INDENT + text if text else "" for text in rest)
    return "\n".join((f"{line.key}:".ljust(INDENT - 1) + f" {first}", *further)) + "\n"


# ---- playing -----------------------------------------------------------------------------------


def play(talk: Talk, world: TalkWorld) -> Talk:
    """The talk as it really goes in that world: the client's lines, each with what came of it.

    ``client`` lets an earlier answer settle first, unless it taps a button that is there only until then;
    ``client+`` does not. Raises TalkFault for a line that cannot be played.
    """
    opening = tuple(takewhile(lambda line: line.key == "#", talk.lines))
    lines = [*opening, *world.begin()]
    notes: list[TalkLine] = []
    unsettled = False
    for line in talk.lines[len(opening) :]:
        if line.key == "#":
            notes.append(line)
        if line.key not in CLIENT:
            continue
        if unsettled and line.key == "client" and _label(line) not in world.offered():
            lines += world.wait(SETTLE)
        lines += (*notes, line, *_played(line, world))
        notes, unsettled = [], _leaves_unsettled(line, unsettled)
    lines += world.wait(SETTLE) if unsettled else ()
    return replace(talk, lines=(*lines, *notes))


def _leaves_unsettled(line: TalkLine, before: bool) -> bool:
    """Whether the client's words may still be waiting for more of them after this line."""
    match line.key:
        case "later":
            return before and duration(line.text) < SETTLE
        case "edit":
            return before
        case _:
            return not _label(line)


def _played(line: TalkLine, world: TalkWorld) -> tuple[TalkLine, ...]:
    match line.key:
        case "later":
            return world.wait(duration(line.text))
        case "edit":
            number, _, text = line.text.partition(" ")
            if not number.isdecimal():
                raise TalkFault(f"“edit: {line.text}” names no message; write edit: 1 the new words")
            return world.edit(int(number), text)
        case _:
            if label := _label(line):
                return world.tap(label)
            to = _TO.match(line.text)
            return world.write(line.text[to.end() :], to[1]) if to else world.write(line.text, "")


def _label(line: TalkLine) -> str:
    """The button that the client taps, or empty for words."""
    found = _TAP.fullmatch(line.text)
    return found[1] if found else ""


def duration(text: str) -> timedelta:
    """A stretch of time such as 20s, 22h or 1d 2h. Raises TalkFault."""
    parts = [_TIME.fullmatch(part) for part in text.split()]
    if not parts or None in parts:
        raise TalkFault(f"“{text}” is no stretch of time; write 20s, 5m, 22h, 2d or 1h 30m")
    return timedelta(seconds=sum(int(part[1]) * UNITS[part[2]] for part in parts if part))


# ---- what a world begins with, and what it tells -----------------------------------------------


def starts(talk: Talk) -> tuple[Reflection, datetime, str]:
    """The reflection before its beginning, the instant of that, and the client's zone, from the header."""
    zone = talk.get("zone", "UTC")
    context = Context(
        talk.get("coach", "Ana"),
        talk.get("name"),
        int(talk.get("session", "0")),
        talk.get("marked") == "yes",
        session_when=talk.get("when"),
        before=int(talk.get("times", "0")),
    )
    reflection = Reflection(talk.get("script"), talk.get("language", "en"), 1, context)
    return reflection, instant(datetime.fromisoformat(talk.get("at", "2026-11-21 12:00")), zone), zone


def script_text(talk: Talk) -> str:
    """The script below the dashes as a whole file; one without a header of its own gets a plain one."""
    if not talk.source.lstrip().startswith("#"):
        return f"---\n{talk.source}"
    return _HEADER.format(title=talk.get("script")) + talk.source


def bot(text: str, rows: Iterable[Iterable[str]] = (), silent: bool = False) -> TalkLine:
    """A message of the bot: plain words, and below them the labels of its buttons, row by row."""
    return TalkLine("bot", "\n".join((("(silent) " if silent else "") + text, *_rows(rows))))


def buttons(rows: Iterable[Iterable[str]]) -> TalkLine:
    """Other buttons under the prompt that waits."""
    return TalkLine("buttons", "\n".join(_rows(rows)))


def saved(answer: Answer) -> TalkLine:
    """A response as kept: what was tapped, then every message on lines of its own."""
    tapped = [f"[{answer.choice}]"] if answer.choice else []
    tapped += [str(answer.rating)] if answer.rating is not None else []
    tapped += ["passed"] if answer.passed else []
    return TalkLine("saved", f"{answer.step} = " + "\n".join((*tapped, *answer.texts)))


def trouble(step: str, message: str) -> TalkLine:
    """What the admin is told about the script."""
    return TalkLine("trouble", f"{step}: {message}")


def end(how: str, then: str = "") -> TalkLine:
    """The reflection is over; ``then`` names the script that it leads into."""
    return TalkLine(
        "end", "" if (how, then) == ("finished", "") else how + (f", then {then}" if then else "")
    )


def _rows(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(" ".join(f"[{label}]" for label in row) for row in rows)
