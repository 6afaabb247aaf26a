"""A script's file as clean lines: whatever bytes come in, lines of readable text and issues come out."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from typing import Literal, get_args

from bot.core.base.issue import Issue

Rule = Literal[
    "FILE", "FORMAT", "HEADER", "WHEN", "NAME", "STEP", "KIND", "CHOICE", "SCALE", "MINUTES",
    "ARROW", "TARGET", "REACH", "LOOP", "LENGTH", "TEMPLATE", "VAR",
]  # fmt: skip
RULES: tuple[str, ...] = get_args(Rule)
"""Every rule of the language itself; docs/script-language.md explains each. The linter has more."""

MOST_BYTES = 64 * 1024
MOST_LINES = 1000

MARKS = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Characters that only steer the writing direction, or show nothing: harmless, and dropped from names."""
_MARKS = re.compile(f"[{MARKS}]")
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_LEAD = re.compile(rf"(?m)^[ \t{MARKS}]+(?=[-+*#→←]|\d{{1,9}}[.)][ \t])")
_UNSHOWN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DOTS = re.compile(
    "^[ \t]*(?:[•‣▪◦●·∙○■□☐☑☒❖➢✓✔§\uf0b7\uf0a7\uf0d8\uf0fc\uf076][ \t\u00a0\u2007\u202f]+|"
    "o\t[ \t]*|[-*+][\u00a0\u2007\u202f][ \t]*)(?=[^\\W_]|[“„«])"
)
_LETTERED = re.compile(
    "^[ \t]*(?:[(]?(?:[a-zA-Z]|[ivx]{2,4})[)]|[(]\\d{1,2}[)]|(?:[ivx]{1,4}|[a-zA-Z])[.])[ \t\u00a0]+(?=\\S)"
)
_ROUND = re.compile("^[ \t]*[o¨§Øüv][ \t\u00a0]+(?=\\S)")
_DASHED = re.compile("^[ \t]*[–—−‐‑][ \t\u00a0]+(?=\\S)")
"""What word processors make of a list; only where two lines follow one another, as one alone may be speech."""
_PLAIN = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_BELOW = re.compile("[ \t]+(?:o|[(]?[A-Za-z]{1,4}[.)]|[–—−‐‑])[ \t\u00a0]+(?=\\S)")
"""What may begin an item of a list within a list; of the letter and the dash, where the next one has it too."""
_INDENTED_HEADING = re.compile(r"(?m)^[ \t]+(?=#{1,6}(?:[ \t]|$))")


def fault(
    rule: Rule, line: int, message: str, remedy: str, *, column: int = 1, step: str = "", warn: bool = False
) -> Issue:
    """An issue without its file, which ``parse`` fills in."""
    return Issue("", line, column, step, rule, "warning" if warn else "error", message, remedy)


def near(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word that was probably meant, or an empty text: a slip or two away, never another word."""
    said = word.casefold()
    found = get_close_matches(said, sorted(known), n=3, cutoff=cutoff)
    return next((one for one in found if _slip(said, one.casefold())), "")


def _slip(said: str, known: str) -> bool:
    """Whether so little differs that a hand slipped, a part was left out, or the parts are joined otherwise."""
    one, other = (re.sub(r"[\W_]", "", text) for text in (said, known))
    if one == other or (min(len(one), len(other)) >= 4 and (one.startswith(other) or other.startswith(one))):
        return True
    same = sum(block.size for block in SequenceMatcher(None, one, other).get_matching_blocks())
    return max(len(one), len(other)) - same <= max(1, min(len(one), len(other)) // 4)


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The three known names nearest to a word, however it is spaced or hyphened."""
    names = sorted(known)
    bare = {re.sub(r"\W|_", "", one): one for one in names}
    found = get_close_matches(re.sub(r"\W|_", "", word.casefold()), bare, n=3, cutoff=0.0)
    return [bare[one] for one in found]


def meant(word: str, known: Iterable[str]) -> str:
    """`` Did you mean “x”?`` to append to a remedy, or an empty text."""
    found = near(word, known)
    return f" Did you mean “{found}”?" if found else ""


def unmarked(text: str) -> str:
    """The text without marks of direction and without spaces around it."""
    return _MARKS.sub("", text).strip()


def readable(text: str) -> bool:
    """Whether every character is one that an editor shows and a message can hold."""
    return _UNSHOWN.search(text) is None


def shown(text: str, most: int = 40) -> str:
    """An author's own text as an issue may quote it: short and on one line."""
    line = _UNSHOWN.sub("\ufffd", " ".join(text.split()))
    return line if len(line) <= most else line[: most - 1] + "…"


def read(source: str | bytes) -> tuple[list[str] | None, list[Issue]]:
    """Lines without their ends, and what is wrong with the file; None when it cannot be read at all."""
    if len(source) > MOST_BYTES:
        return None, [_too_large(f"{MOST_BYTES // 1024} KB", 1)]
    text, issues = _decode(source)
    if text is None:
        return None, issues
    text = _BREAKS.sub("\n", text.removeprefix("\ufeff"))
    if text.count("\n") >= MOST_LINES:
        return None, [_too_large(f"{MOST_LINES} lines", MOST_LINES)]
    issues += _unreadable(text)
    text = _LEAD.sub(_visible, _UNSHOWN.sub("\ufffd", text))
    return _listed(_INDENTED_HEADING.sub("", text).split("\n")), issues


def _listed(lines: list[str]) -> list[str]:
    """Lines that a word processor made a list of, as a list; an item below another one stays set in below it."""
    marks = _marks_of(lines)
    below = _below(lines)
    set_in = _set_in(lines)
    made, base = list(lines), -1
    for n, line in enumerate(lines):
        deep = base >= 0 and _indent(line) > base + 1
        mark = marks.get(n) or (below.get(n) if deep else None)
        if mark is not None:
            made[n] = ("    - " if deep else "- ") + line[mark.end() :]
        elif not deep and n in set_in:
            made[n] = line.lstrip(" \t")
        if mark is not None or _PLAIN.match(line):
            base = _indent(line) if base < 0 else min(base, _indent(line))
        elif line.strip() and not deep:
            base = -1
    return made


def _marks_of(lines: list[str]) -> dict[int, re.Match[str]]:
    """The lines that begin with what word processors write before an item."""
    found = {n: mark for n, line in enumerate(lines) if (mark := _DOTS.match(line))}
    for form in (_LETTERED, _ROUND, _DASHED):
        those = {n: mark for n, line in enumerate(lines) if (mark := form.match(line))}
        found |= {n: mark for n, mark in those.items() if {n - 1, n + 1} & those.keys()}
    return found


def _set_in(lines: list[str]) -> set[int]:
    """The items of a list that is set in as a whole, as editors do by themselves; one alone is a slip."""
    found = {n for n, line in enumerate(lines) if line[:1] in (" ", "\t") and _PLAIN.match(line)}
    return {n for n in found if {n - 1, n + 1} & found}


def _below(lines: list[str]) -> dict[int, re.Match[str]]:
    """The lines that may be items below another one: the line before or after, blank ones aside, begins so too."""
    full = [n for n, line in enumerate(lines) if line.strip()]
    found = [_BELOW.match(lines[n]) for n in full]
    return {
        n: mark
        for at, (n, mark) in enumerate(zip(full, found, strict=True))
        if mark and any(found[max(at - 1, 0) : at] + found[at + 1 : at + 2])
    }


def _indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def _too_large(size: str, line: int) -> Issue:
    return fault("FILE", line, f"The file has more than {size}.", "Split it: a script is a page, not a book.")


def _visible(lead: re.Match[str]) -> str:
    """The beginning of a line of list, heading or arrow: nothing, if there was more than spaces in it."""
    return "" if _MARKS.search(lead[0]) else lead[0]


def _decode(source: str | bytes) -> tuple[str | None, list[Issue]]:
    if isinstance(source, str):
        return source, []
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [fault("FILE", 1, "The file is saved as UTF-16.", "Save it as UTF-8 (“Save as …”).")]
    try:
        return source.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8")
        message = f"A letter that is not UTF-8 (byte {source[error.start]:#04x})."
        place = {"line": before.count("\n") + 1, "column": len(before) - before.rfind("\n")}
        issue = fault("FILE", place["line"], message, "Save the file as UTF-8.", column=place["column"])
        return source.decode("utf-8", errors="replace"), [issue]


def _unreadable(text: str) -> list[Issue]:
    """The first control or half character: no editor shows them, YAML and Telegram refuse them."""
    found = _UNSHOWN.search(text)
    if found is None:
        return []
    line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
    message = f"A character that cannot be shown (U+{ord(found[0]):04X})."
    return [fault("FILE", line, message, "Delete it and save again.", column=column)]
