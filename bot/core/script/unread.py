"""Braces that cannot be read: which, why, and what to write, in an author's words and not the parser's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.script.source import meant, shown

_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = re.compile(r"\{[{%#]")
_TAGS = ("if", "elif", "else", "endif")
_STRANGE = re.compile(r"[^\w\s.|()'\"=!<>,+*/%~\[\]{}:-]")
_CURVED = re.compile("[“”„‟«»‹›‘’‚‛`´]")
_ALONE = re.compile(r"(?<![=!<>])=(?![=])|=[<>]")


@dataclass(frozen=True, slots=True)
class Unread:
    """Why braces cannot be read: ``place`` is where in the source, ``message`` and ``remedy`` for their author."""

    place: int
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class _Braces:
    kind: str
    inner: str
    place: int

    @property
    def whole(self) -> str:
        return shown(f"{self.kind} {' '.join(self.inner.split())} {_CLOSES[self.kind]}", 60)


def why(source: str, line: int) -> Unread:
    """The first thing that is wrong with the braces of a text that cannot be read; ``line``: where that showed."""
    found = [*_braces(source)]
    near = next((one.place for one in found if source.count("\n", 0, one.place) + 1 >= line), 0)
    unknown = Unread(near, "What stands between these braces cannot be read.", "Write: {{ name }}")
    return next(_faults(source, found), unknown)


def _faults(source: str, found: list[_Braces]) -> Iterator[Unread]:
    for one in found:
        if one.kind != "{#":
            yield from _inner(one)
    yield from _unclosed(source, found)
    yield from _unbalanced([one for one in found if one.kind == "{%"])


def _braces(source: str) -> Iterator[_Braces]:
    """Every pair of braces that is closed, in order."""
    at = 0
    while opening := _OPENING.search(source, at):
        kind = opening[0]
        end = source.find(_CLOSES[kind], opening.end())
        following = _OPENING.search(source, opening.end())
        if end < 0 or (following and following.start() < end):
            at = opening.end()
            continue
        yield _Braces(kind, source[opening.end() : end].strip("-+ \n"), opening.start())
        at = end + 2


def _unclosed(source: str, found: list[_Braces]) -> Iterator[Unread]:
    """An opening that has no closing before the next one."""
    closed = {one.place for one in found}
    for opening in _OPENING.finditer(source):
        within = any(one.place < opening.start() < one.place + len(one.inner) for one in found)
        if opening.start() not in closed and not within:
            words = shown(source[opening.start() :].split("\n")[0], 30)
            remedy = f"Write {_CLOSES[opening[0]]} where it ends."
            yield Unread(opening.start(), f"“{words}” is opened and not closed.", remedy)


def _unbalanced(tags: list[_Braces]) -> Iterator[Unread]:
    """An if without its endif, or an else or endif without its if."""
    open_ones: list[tuple[_Braces, bool]] = []
    for one in tags:
        word = one.inner.split()[0]
        if word == "if":
            open_ones.append((one, False))
        elif not open_ones:
            remedy = "Take it away, or write {% if … %} before it."
            yield Unread(one.place, f"“{one.whole}” belongs to no {{% if … %}}.", remedy)
        elif word == "endif":
            open_ones.pop()
        elif open_ones[-1][1]:
            remedy = "One {% else %} is the last before {% endif %}; write {% elif … %} for those before it."
            yield Unread(one.place, f"“{one.whole}” stands behind an {{% else %}}.", remedy)
        else:
            open_ones[-1] = (open_ones[-1][0], word == "else")
    for one, _ in open_ones[-1:]:
        yield Unread(
            one.place, f"“{one.whole}” is not ended.", "Write {% endif %} behind the words that it is about."
        )


def _inner(one: _Braces) -> Iterator[Unread]:
    """What is wrong within one pair of braces."""
    words = one.inner.split()
    if one.kind == "{%" and (not words or words[0] not in _TAGS):
        message = f"“{shown(words[0] if words else '', 30)}” is no word of this language."
        near = meant(words[0], _TAGS) if words else ""
        yield Unread(one.place, message, f"There are: {', '.join(_TAGS)}.{near}")
        return
    said = one.inner.removeprefix(words[0]).strip() if one.kind == "{%" else one.inner
    if not said and (one.kind == "{{" or words[0] in ("if", "elif")):
        what = "These braces are empty." if one.kind == "{{" else f"Behind “{words[0]}” stands nothing."
        yield Unread(one.place, what, "Write a name: {{ name }}, {% if name %}")
    elif _ALONE.search(re.sub(r"'[^']*'|\"[^\"]*\"", "", said)):
        remedy = "Write == for “is the same”, >= for “or more”, <= for “or less”: {% if session >= 3 %}"
        yield Unread(one.place, f"“{one.whole}”: such a sign compares nothing.", remedy)
    elif _CURVED.search(said):
        message = f"“{one.whole}”: curved quotation marks are not read there."
        straight = _CURVED.sub('"', " ".join(one.inner.split()))
        yield Unread(one.place, message, f"Write straight ones: {one.kind} {straight} {_CLOSES[one.kind]}")
    elif strange := _STRANGE.search(said):
        message = f"“{one.whole}” holds “{strange[0]}”, which is not used there."
        yield Unread(one.place, message, "Between braces stand names; move other words outside.")
    elif said.count('"') % 2 or said.count("'") % 2:
        yield Unread(one.place, f"“{one.whole}”: a quotation mark is not closed.", "Put it at both ends.")
    elif re.search(r"\b(?:and|or|not)$|^(?:and|or)\b|[=<>!|]$", said):
        yield Unread(
            one.place, f"“{one.whole}”: something is missing at an end.", "Write a name or a number there."
        )
    elif (
        one.kind == "{{"
        and re.fullmatch(r"\w+(?: \w+)+", said)
        and not re.search(r"\b(?:or|and|not|if)\b", said)
    ):
        joined = "_".join(said.lower().split())
        message = f"“{one.whole}” holds several words, and a name is one."
        yield Unread(one.place, message, f"With _ between its parts: {{{{ {joined} }}}}")
