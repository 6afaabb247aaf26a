"""Where a step's words stand in the file: an offset in a text becomes a line and a column."""

import re
from dataclasses import dataclass

_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Places:
    """``lines``: for each line of the text its line in the file and its first letter's column, from 1."""

    text: str
    lines: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column in the file of the letter at ``offset`` of the text."""
        before = self.text[:offset]
        number = before.count("\n")
        line, column = self.lines[min(number, len(self.lines) - 1)]
        return line, column + offset - (before.rfind("\n") + 1)


def places(text: str, source: str, first: int) -> Places:
    """The places of a text that begins at or after line ``first`` (from 1) of ``source``.

    A line of the text that is not found (a parser may have mended it) is put on the line after the last.
    """
    rows = _BREAK.split(source)
    found: list[tuple[int, int]] = []
    row = max(first, 1) - 1
    for line in text.split("\n"):
        row, column = _find(line, rows, row)
        found.append((row + 1, column + 1))
        row += 1
    return Places(text, tuple(found))


def _find(line: str, rows: list[str], start: int) -> tuple[int, int]:
    bare = line.strip()
    if bare:
        for row in range(start, len(rows)):
            column = rows[row].find(line)
            if column >= 0:
                return row, column
    return start, 0
