"""Collection: a list of prompts as people have it, read by its structure, with what was taken for what."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.cli import flows, table
from bot.cli.table import ListTaken

_BULLET = re.compile(r"^\s*(?:[-*•‣▪◦●·∙–+]\s+(?:\[[ xX]\]\s+)?|\(?(?:\d{1,4}|[a-zA-Z])[.):]\s+)")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$")
_RULE = re.compile(r"^\s*(?:=+|-{3,}|\*{3,}|_{3,}|```\w*)\s*$")
_ASKS = ("?", "؟", "…")
_ENDS = (*_ASKS, ".", "!", ":", "»", "”", '"')


@dataclass(slots=True)
class _Lines:
    """A list on its way through its lines."""

    taken: ListTaken = field(default_factory=lambda: ListTaken("a list, one prompt a line"))
    group: str = ""
    bullets: bool = False
    indent: int = -1  # of the item that the next indented line would belong to
    loose: bool = False  # the line before was no item, and may go on here


def read(text: str, name: str, language: str) -> ListTaken:
    """What stands in a file of that name. Raises ValueError, in words, where it is broken."""
    try:
        return _read(text, name, language)
    except RecursionError:
        raise ValueError("is nested too deep to be read") from None


def _read(text: str, name: str, language: str) -> ListTaken:
    ending = name.rpartition(".")[2].casefold()
    if ending == "json" or (text.lstrip()[:1] in "{[" and _json(text) is not None):
        return _nested(_whole_json(text), "JSON", language)
    if ending in ("yaml", "yml"):
        return _nested(_whole_yaml(text), "YAML", language)
    if (rows := table.markdown(text)) is not None:
        return table.taken(rows, "a Markdown table", language)
    if (found := table.separated(text, ending)) is not None:
        return table.taken(found.rows, f"a CSV table with “{found.shown}” between columns", language)
    return of_lines(text)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _whole_json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as fault:
        where = (
            f"line {fault.lineno}, column {fault.colno}" if isinstance(fault, json.JSONDecodeError) else "it"
        )
        raise ValueError(f"is no whole JSON: {where} cannot be read") from None


def _whole_yaml(text: str) -> Any:
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):  # a few lines of them can stand for millions
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise ValueError(f"holds an alias (*{event.anchor}) in line {line}; write it out")
        return yaml.safe_load(text)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else "it"
        raise ValueError(f"is no YAML that can be read: {where}") from None


def _nested(value: Any, form: str, language: str) -> ListTaken:
    """A flow of another tool, or a list by its structure."""
    found = flows.typebot(value) or flows.rapidpro(value)
    return found if found is not None else table.nested(value, form, language)


# ---- lines -------------------------------------------------------------------------------------


def of_lines(text: str) -> ListTaken:
    """A plain or bulleted list: headings are groups, and a line that goes on is not torn from its item."""
    lines = text.splitlines()
    state = _Lines(bullets=sum(_BULLET.match(line) is not None for line in lines) > 1)
    if state.bullets:
        state.taken.form = "a list with bullets or numbers"
    for number, line in enumerate(lines, 1):
        _line(state, line, number, lines[number] if number < len(lines) else "")
    return state.taken


def _line(state: _Lines, line: str, number: int, after: str) -> None:
    words = cleaned(line)
    if not words or _RULE.match(line):
        state.indent, state.loose = (-1 if not words else state.indent), False
    elif heading := _heading(state, line, after):
        state.group, state.indent, state.loose = heading, -1, False
    elif _BULLET.match(line):
        _item(state, line, words, number)
    elif state.taken.prompts and _goes_on(state, line):
        state.taken.join(words, number)
    elif state.bullets and not words.endswith(_ASKS):
        state.taken.left.append(f"line {number}: “{words[:60]}” stands beside the list")
        state.indent = -1
    else:
        state.taken.add(words, state.group)
        state.indent, state.loose = -1, True


def _item(state: _Lines, line: str, words: str, number: int) -> None:
    """An item; one that is set in below another is part of it, and is named instead of asked by itself."""
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    if state.indent >= 0 and indent > state.indent + 1 and not words.endswith(_ASKS):
        state.taken.left.append(f"line {number}: “{words[:60]}” stands below another item")
        return
    state.taken.add(words, state.group)
    if not (state.indent >= 0 and indent > state.indent + 1):
        state.indent = indent
    state.loose = False


def _heading(state: _Lines, line: str, after: str) -> str:
    """A heading's words: with # before it, underlined, in bold, or a short line with a colon above a list."""
    if found := _HEADING.match(line):
        return found[1].strip("*_ ")
    plain = line.strip()
    if _BULLET.match(line):
        return ""
    if _RULE.match(after) and set(after.strip()) <= set("=-") and not plain.endswith(_ASKS):
        return plain
    bold = re.fullmatch(r"(?:\*\*|__)(.+?)(?:\*\*|__):?", plain)
    if bold and not bold[1].endswith(_ASKS):
        return bold[1].rstrip(":")
    return plain[:-1].strip() if state.bullets and plain.endswith(":") and len(plain) <= 60 else ""


def _goes_on(state: _Lines, line: str) -> bool:
    """Whether a line belongs to the prompt above: set in below its bullet, or a sentence that has not ended."""
    if state.indent >= 0:
        return line[:1] in " \t" or not state.taken.prompts[-1].text.endswith(_ENDS)
    open_end = not state.taken.prompts[-1].text.endswith(_ENDS)
    return state.loose and open_end and cleaned(line)[:1].islower()


def cleaned(line: str) -> str:
    """A line without bullet, number, box and spare blanks."""
    return " ".join(_BULLET.sub("", line).split())


def groups(taken: ListTaken, each: int) -> Iterator[tuple[str, Sequence[table.ListedPrompt]]]:
    """So many prompts at a time; where there are groups, none holds prompts of two."""
    start = 0
    while start < len(taken.prompts):
        name = taken.prompts[start].group
        end = start
        while end < len(taken.prompts) and end - start < each and taken.prompts[end].group == name:
            end += 1
        yield name, taken.prompts[start:end]
        start = end
