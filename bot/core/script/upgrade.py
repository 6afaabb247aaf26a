"""Older formats of the script language brought to today's, one dated and explained change at a time.

A change works on the file's lines and leaves all it does not know as it is, so that an author finds the own
page again. Add one at the end of CHANGES, raise ``bot.core.script.header.FORMAT``, and put a pair of files before
and after it into ``tests/script/upgrades``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.script.frontmatter import split
from bot.core.script.header import FORMAT

_FORMAT = re.compile(r"[ \t]*format[ \t]*:[ \t]*[\"']?(\d{1,3})[\"']?[ \t]*$")


@dataclass(frozen=True, slots=True)
class FormatChange:
    """What one change of the format was: from ``before`` to the next number, when and why."""

    before: int
    date: str
    why: str
    lines: Callable[[list[str], list[str]], tuple[list[str], list[str]]]  # header and page in, both out


def _arrows(header: list[str], page: list[str]) -> tuple[list[str], list[str]]:
    """``trigger:`` to ``when:``, ``goto: x when passed`` to ``→ x if passed``, ``(goto: x)`` to ``→ x``."""
    keys = [re.sub(r"^([ \t]*)trigger([ \t]*:)", r"\1when\2", line) for line in header]
    lines = [re.sub(r"^[ \t]*goto:[ \t]*", "→ ", line) for line in page]
    lines = [re.sub(r"^(→ \S+)[ \t]+when[ \t]+", r"\1 if ", line) for line in lines]
    return keys, [re.sub(r"[ \t]*\(goto:[ \t]*([^()]*?)[ \t]*\)[ \t]*$", r" → \1", line) for line in lines]


WHO = {"share-now": "now", "share-at-session": "at the session", "keep-private": "private"}
FOR = {
    "understand": "to understand",
    "bring": "to bring",
    "coming-back": "to bring",
    "use": "to bring",
    "own-part": "own doing",
    "steady": "stayed steady",
    "carry": "agreed",
    "as-agreed": "agreed",
    "next-step": "agreed",
}
"""What names of steps meant before format 2."""

FIRST = ("understand", "bring", "own-part")
"""Those that nobody gives a step by chance: a page without brackets behind them was written before."""

_CHOICE = re.compile(
    rf"^([ \t]*(?:[-*+•]|\d+[.)])[ \t]+.*?\S)([ \t]*(?:→|->|=>)[ \t]*({'|'.join(WHO)})[ \t]*)$"
)
_HEADING = re.compile(rf"^([ \t]*#[ \t]+)({'|'.join(FOR)})([ \t]*)(?:\(([^()]*)\)[ \t]*)?$")


def _brackets(header: list[str], page: list[str]) -> tuple[list[str], list[str]]:
    """``- Mine → keep-private`` to ``- Mine (private) → keep-private``, ``# bring`` to ``# bring (to bring)``."""
    return header, [_HEADING.sub(_used, _CHOICE.sub(_decided, line)) for line in page]


def _decided(choice: re.Match[str]) -> str:
    word = f"({WHO[choice[3]]})"
    return choice[0] if choice[1].endswith(word) else f"{choice[1]} {word}{choice[2]}"


def _used(heading: re.Match[str]) -> str:
    notes = [note.strip() for note in (heading[4] or "").split(",") if note.strip()]
    if FOR[heading[2]] not in notes:
        notes.append(FOR[heading[2]])
    return f"{heading[1]}{heading[2]} ({', '.join(notes)})"


CHANGES: tuple[FormatChange, ...] = (
    FormatChange(
        before=0,
        date="2026-11-21",
        why="Arrows instead of goto, and when instead of trigger: a page reads without programmers' words.",
        lines=_arrows,
    ),
    FormatChange(
        before=1,
        date="2026-11-29",
        why="Who sees an answer and what it is for stand in brackets: until now they hung on the names of steps, "
        "and whoever renamed one told a coach what a client had kept to themself.",
        lines=_brackets,
    ),
)


def version_of(text: str, unsaid: int = FORMAT) -> int:
    """The format that the header names; ``unsaid`` when it names none."""
    front = split(_lines(text))
    found = [match[1] for line in (front.lines if front else ()) if (match := _FORMAT.match(line))]
    return int(found[0]) if found else unsaid


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


def upgrade(text: str, unsaid: int = FORMAT) -> tuple[str, tuple[FormatChange, ...]]:
    """The text in today's format, and the changes it took; unchanged when its format is today's or later.

    ``unsaid``: the format of a text that names none; whoever keeps a text knows when it was written.
    """
    due = CHANGES[version_of(text, unsaid) :]
    if not due:
        return text, ()
    end = "\r\n" if "\r\n" in text else "\n"
    lines = _lines(text)
    front = split(lines)
    taken = front.taken if front else 0
    header, page = lines[:taken], lines[taken:]
    for change in due:
        header, page = change.lines(header, page)
        header = _numbered(header, change.before + 1)
    return end.join([*header, *page]), due


def _numbered(header: Sequence[str], number: int) -> list[str]:
    return [f"format: {number}" if _FORMAT.match(line) else line for line in header]
