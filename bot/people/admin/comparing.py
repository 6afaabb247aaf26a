"""Comparing two texts of a script: line by line, with the words marked that changed within a line."""

import difflib
import re
from collections.abc import Iterator, Sequence

FROM, TO = "\ue010", "\ue011"
"""Around words that changed within a line; signs that no text has, for whoever shows the line."""

ALIKE = 0.5
"""Two lines as alike as this are one line edited; others are one taken out and one put in."""

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MARKED = re.compile(f"{FROM}([^{TO}]*){TO}")


def difference(old: str, new: str, around: int = 0) -> list[str]:
    """What an edit changes, line by line, with so many unchanged lines around; empty when nothing."""
    before, after = _lines(old), _lines(new)
    rows = list(difflib.unified_diff(before, after, lineterm="", n=around))[2:]
    return list(_worded(rows)) or ([] if old == new else ["(only how lines end)"])


def _lines(text: str) -> list[str]:
    return [re.sub(f"[{FROM}{TO}]", "", line) for line in text.splitlines()]


def _worded(rows: Sequence[str]) -> Iterator[str]:
    """The rows, with the words marked that differ where a line was edited."""
    at = 0
    while at < len(rows):
        out = _stretch(rows, at, "-")
        put = _stretch(rows, at + len(out), "+")
        if not out:
            yield rows[at]
            at += 1
            continue
        yield from _edited(out, put)
        at += len(out) + len(put)


def _stretch(rows: Sequence[str], start: int, sign: str) -> list[str]:
    end = start
    while end < len(rows) and rows[end].startswith(sign):
        end += 1
    return [row[1:] for row in rows[start:end]]


def _edited(out: list[str], put: list[str]) -> Iterator[str]:
    """Lines taken out and put in at one place; each is held against the one it stands for."""
    pairs = [_words(*pair) for pair in zip(out, put, strict=False)]
    shown = [old for old, _ in pairs] + out[len(pairs) :]
    yield from (f"-{line}" for line in shown)
    yield from (f"+{line}" for line in [new for _, new in pairs] + put[len(pairs) :])


def _words(old: str, new: str) -> tuple[str, str]:
    one, two = _TOKEN.findall(old), _TOKEN.findall(new)
    found = difflib.SequenceMatcher(a=one, b=two, autojunk=False)
    if found.ratio() < ALIKE:
        return old, new
    before = after = ""
    for kind, a, b, c, d in found.get_opcodes():
        same = kind == "equal"
        before += "".join(one[a:b]) if same else _mark("".join(one[a:b]))
        after += "".join(two[c:d]) if same else _mark("".join(two[c:d]))
    return _joined(before), _joined(after)


def _mark(words: str) -> str:
    return f"{FROM}{words}{TO}" if words else ""


def _joined(line: str) -> str:
    """Changed words with only a blank between them are one change."""
    return re.sub(f"{TO}(\\s*){FROM}", r"\1", line)


def plain(rows: Sequence[str]) -> list[str]:
    """The rows without marks, as for a file."""
    return [_MARKED.sub(r"\1", row) for row in rows]


def in_html(text: str) -> str:
    """A text of such rows for Telegram: what went is struck through, what came is bold."""
    lines = text.split("\n")
    return "\n".join(
        _MARKED.sub(r"<s>\1</s>" if line.startswith("-") else r"<b>\1</b>", line) for line in lines
    )


def parts(row: str) -> list[tuple[str, bool]]:
    """A row in parts, each with whether its words changed."""
    found = re.split(f"({FROM}[^{TO}]*{TO})", row)
    return [(part.strip(FROM + TO), part.startswith(FROM)) for part in found if part]


def shortened(rows: list[str], most: int = 30) -> list[str]:
    """So many lines of a difference, and how many more there are."""
    more = len(rows) - most
    return [*rows[:most], f"… and {more} more lines"] if more > 0 else rows
