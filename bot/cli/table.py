"""Table: prompts out of rows and nested lists, the column that holds them found by its name or its words."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.cli import tongues

_PROMPTS = """
    prompt prompts question questions text ask q content body message frage fragen impuls impulse satz سؤال أسئلة
    pregunta preguntas domanda pergunta
"""
_GROUPS = """
    category categories group theme topic section chapter heading title block set day week kategorie gruppe thema
    abschnitt kapitel titel tag woche فئة موضوع قسم categoría tema
"""
NAMES = frozenset(("name", "label", "titre", "nombre", "bezeichnung"))
"""What an object is called that holds others."""

PROMPTS = frozenset(_PROMPTS.split())
GROUPS = frozenset(_GROUPS.split())
ASKS = ("?", "؟")


@dataclass(frozen=True, slots=True)
class ListedPrompt:
    """One prompt as it stood, with the group it stood in and the answers it offered."""

    text: str
    group: str = ""
    choices: tuple[str, ...] = ()


@dataclass(slots=True)
class ListTaken:
    """What was read: as what, the prompts in order, what was taken for what, and what was left."""

    form: str
    prompts: list[ListedPrompt] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def add(self, text: str, group: str = "", choices: Sequence[str] = ()) -> None:
        """One more, unless it is empty."""
        if words := " ".join(str(text).split()):
            self.prompts.append(ListedPrompt(words, " ".join(group.split()), tuple(choices)))

    def join(self, text: str, number: int) -> None:
        """A line that goes on belongs to the prompt above."""
        last = self.prompts.pop()
        self.prompts.append(ListedPrompt(f"{last.text} {text}", last.group, last.choices))
        self.said.append(f"line {number} goes on from the line above")


# ---- rows --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SeparatedRows:
    """A table that signs part, and the sign."""

    rows: list[list[str]]
    sign: str

    @property
    def shown(self) -> str:
        """The sign as one can see it."""
        return "tab" if self.sign == "\t" else self.sign


def markdown(text: str) -> list[list[str]] | None:
    """The rows of a Markdown table with its line of dashes; None where there is none."""
    lines = [line.strip() for line in text.splitlines()]
    dashes = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
    at = next((n for n, line in enumerate(lines) if n and "|" in line and dashes.fullmatch(line)), 0)
    if not at or "|" not in lines[at - 1]:
        return None
    rows = [lines[at - 1]]
    for line in lines[at + 1 :]:
        if "|" not in line:
            break
        rows.append(line)
    return [
        [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row.strip("|"))] for row in rows
    ]


def separated(text: str, ending: str) -> SeparatedRows | None:
    """The rows of a table with ; , or tabs between its columns; None where the lines do not go alike."""
    for sign in ("\t", ";", ","):
        rows = [row for row in csv.reader(text.splitlines(keepends=True), delimiter=sign) if any(row)]
        wide = Counter(len(row) for row in rows)
        if not wide:
            return None
        (width, often), *_ = wide.most_common(1)
        named = ending in ("csv", "tsv") or (_header(rows[0]) and width > 1)
        if width > 1 and named and often >= 0.8 * len(rows):
            return SeparatedRows(rows, sign)
    return (
        SeparatedRows([row for row in csv.reader(text.splitlines(keepends=True)) if any(row)], ",")
        if ending
        in (
            "csv",
            "tsv",
        )
        else None
    )


def _header(row: Sequence[str]) -> bool:
    """Whether a first row names columns."""
    names = {cell.strip().casefold() for cell in row}
    return bool(names & (PROMPTS | GROUPS)) and not any(cell.strip().endswith(ASKS) for cell in row)


def taken(rows: list[list[str]], form: str, language: str) -> ListTaken:
    """The prompts of a table: by the name of their column, or as the one whose cells ask."""
    width = max(map(len, rows))
    full = [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows]
    headed = _header(full[0]) or (len(full) > 1 and _names(full, language))
    names, body = (full[0], full[1:]) if headed else ([f"column {n}" for n in range(1, width + 1)], full)
    if headed:
        names, body, apart = _in_one_language(names, body, language)
    asked = _column(names, body, PROMPTS | {language}, _asking)
    group = next((n for n, name in enumerate(names) if name.casefold() in GROUPS and n != asked), None)
    found = ListTaken(f"{form}, {'with' if headed else 'without'} a header")
    found.left += apart if headed else []
    for number, row in enumerate(body, 1 + headed):
        if row[asked]:
            found.add(row[asked], row[group] if group is not None else "")
        elif any(row):
            found.left.append(f"row {number}: nothing stands under “{names[asked]}”")
    _say(found, names, asked, group)
    return found


def _in_one_language(
    names: list[str], body: list[list[str]], language: str
) -> tuple[list[str], list[list[str]], list[str]]:
    """The columns and rows of the wanted language, where a table says which are; and what is left."""
    kept = [row for row in body if not tongues.foreign(dict(zip(names, row, strict=True)), language)]
    left = [f"rows in other languages: {len(body) - len(kept)}"] if len(kept) < len(body) else []
    bare, others = tongues.parted({name: n for n, name in enumerate(names)}, language, PROMPTS)
    if not others or len(set(names)) < len(names):
        return names, kept, left
    places = list(bare.values())
    left.append(f"in other languages: {', '.join(f'“{name}”' for name in others)}")
    return list(bare), [[row[n] for n in places] for row in kept], left


def _names(rows: list[list[str]], language: str) -> bool:
    """Whether the first row asks nothing while those below do, or names languages."""
    if any(cell.endswith(ASKS) for cell in rows[0]):
        return False
    if language in {cell.casefold() for cell in rows[0]}:
        return True
    asking = sum(any(cell.endswith(ASKS) for cell in row) for row in rows[1:])
    return asking > 0.7 * (len(rows) - 1)


def _column(names: list[str], body: list[list[str]], wanted: frozenset[str] | set[str], asking: Any) -> int:
    named = [n for n, name in enumerate(names) if name.casefold() in wanted]
    places = named or range(len(names))
    return max(places, key=lambda n: (asking([row[n] for row in body]), -n))


def _asking(cells: list[str]) -> tuple[int, int]:
    """How many cells ask, then how many letters there are: what is read aloud is the longest."""
    return sum(cell.endswith(ASKS) for cell in cells), sum(map(len, cells))


def _say(found: ListTaken, names: list[str], asked: int, group: int | None) -> None:
    found.said.append(f"“{names[asked]}” holds the prompts")
    if group is not None:
        found.said.append(f"“{names[group]}” names the groups")
    rest = [f"“{name}”" for n, name in enumerate(names) if n not in (asked, group)]
    if rest:
        found.left.append(f"the column{'s' if len(rest) > 1 else ''} {', '.join(rest)}")


# ---- nested lists ------------------------------------------------------------------------------


def nested(value: Any, form: str, language: str) -> ListTaken:
    """The prompts of a JSON or YAML list, whatever its shape: words, objects, or lists by name."""
    found, used, left = ListTaken(f"a {form} list"), Counter[str](), Counter[str]()
    for text, group in _walk(value, "", language, used, left):
        found.add(text, group)
    found.said += [f"“{key}” holds prompts ({count})" for key, count in used.items()]
    names = sorted(key for key in left if key not in used)
    if names:
        found.left.append(f"the fields {', '.join(f'“{name}”' for name in names)}")
    return found


Pairs = Iterator[tuple[str, str]]


def _walk(value: Any, group: str, language: str, used: Counter[str], left: Counter[str]) -> Pairs:
    if isinstance(value, str):
        yield value, group
    elif isinstance(value, list):
        for one in value:
            yield from _walk(one, group, language, used, left)
    elif isinstance(value, dict):
        yield from _of_object({str(key): one for key, one in value.items()}, group, language, used, left)


def _of_object(
    value: dict[str, Any], group: str, language: str, used: Counter[str], left: Counter[str]
) -> Pairs:
    """One object: a prompt with its fields, the same in several languages, or lists by name."""
    if tongues.foreign(value, language):
        left.update(one for one in value if one.casefold() not in tongues.FIELDS)
        return
    value, others = tongues.parted(value, language, PROMPTS)
    left.update(others)
    words = {key: one for key, one in value.items() if isinstance(one, str)}
    lists = {key: one for key, one in value.items() if isinstance(one, list | dict)}
    if tongues.by_language(value, language):
        yield from _in_language(value, group, language, used, left)
        return
    titles = GROUPS | NAMES if lists else GROUPS
    heading = next((words[key] for key in words if key.casefold() in titles), group)
    if (key := _prompt_key(words, bool(lists))) is not None:
        used[key] += 1
        yield words[key], heading
    elif not lists and words and all(one.rstrip().endswith(ASKS) for one in words.values()):
        yield from ((one, group) for one in words.values())
        return
    spare = (one for one in value if one not in lists and one != key and words.get(one) != heading)
    left.update(spare)
    for name, one in lists.items():
        plain = name.casefold() not in PROMPTS and key is None and heading == group
        inner = name if plain else heading
        if key is not None and not isinstance(one, dict):
            left[name] += 1  # answers, tags: they belong to the prompt and are none
            continue
        yield from _walk(one, inner, language, used, left)


def _in_language(
    words: dict[str, Any], group: str, language: str, used: Counter[str], left: Counter[str]
) -> Pairs:
    its = [key for key in words if tongues.code(key) == tongues.base(language)]
    chosen = next((key for key in its if key.casefold() == language.casefold()), its[0] if its else None)
    if chosen is not None:
        if isinstance(words[chosen], str):
            used[chosen] += 1
        yield from _walk(words[chosen], group, language, used, left)
    left.update(key for key in words if key != chosen)


def _prompt_key(words: dict[str, str], lists: bool) -> str | None:
    """The field that is the prompt: by its name, else the only one that asks."""
    named = [key for key in words if key.casefold() in PROMPTS]
    if named:
        return named[0]
    asking = [key for key, one in words.items() if one.rstrip().endswith(ASKS)]
    return asking[0] if len(asking) == 1 and (lists or len(words) > 1) else None
