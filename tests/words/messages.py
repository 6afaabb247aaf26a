"""Every message of the interface with where it is written, and who reads it; shipped catalogues; fillings."""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.i18n import LOCALE

BOT = LOCALE.parent
KEYWORDS = {"t": None, "N_": None, "n": (1, 2), "line": None, "lines": (1, 2)}
METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]

FOR_COACHES = ("core/digest", "people/coach", "people/at_once.py", "people/roster.py", "render")
"""Where texts are written that only coaches read. All others are read by clients too, or by clients alone."""

FOR_ADMINS = ("people/admin", "people/requests.py", "people/opening.py", "people/reconcile.py")
"""Rooms of people/ that speak with whoever runs the bot: in English, as the linter and the commands do."""

SAMPLES = {"n": "3", "number": "3", "hours": "21:00-08:00", "zone": "Lisbon", "coach": "Dana", "name": "Ada"}
"""What stands in a blank when a text is judged; any other blank is one word."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text as it is written in code: its forms (one, or one and many), and the files it is in."""

    forms: tuple[str, ...]
    files: frozenset[str]

    @property
    def key(self) -> str:
        return self.forms[0]

    @property
    def for_clients(self) -> bool:
        return not all(file.startswith(FOR_COACHES) for file in self.files)


@cache
def messages() -> tuple[Message, ...]:
    """Every message that extraction finds in bot/."""
    found: dict[tuple[str, ...], set[str]] = {}
    for file, _, message, _, _ in extract_from_dir(BOT, METHODS, keywords=KEYWORDS):
        forms = (message,) if isinstance(message, str) else tuple(message or ())
        found.setdefault(forms, set()).add(file)
    return tuple(Message(forms, frozenset(files)) for forms, files in found.items())


@cache
def translated(language: str) -> dict[str, tuple[str, ...]]:
    """A shipped catalogue: the forms in that language by the first English form."""
    with (LOCALE / language / "LC_MESSAGES" / "interlude.po").open("rb") as file:
        known = [one for one in read_po(file, locale=language) if one.id]
    return {
        one.id if isinstance(one.id, str) else one.id[0]: (one.string,)
        if isinstance(one.string, str)
        else tuple(one.string or ())
        for one in known
    }


def filled(text: str) -> str:
    """The text with something in its blanks."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return text.format_map({name: SAMPLES.get(name, "word") for name in names})


# ---- what is written beside the messages -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Written:
    """A string in code that reads like a sentence."""

    file: str
    line: int
    text: str


def sentences(file: Path) -> Iterator[Written]:
    """Strings of two words or more that no function of translation is called with; no docstrings, no faults."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    skipped = {id(part) for node in ast.walk(tree) for part in _skipped(node)}
    for node in ast.walk(tree):
        if id(node) in skipped or not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if re.search(r"[A-Za-z]{2,},? [a-z]{2,}", node.value):
            yield Written(file.name, node.lineno, node.value)


def _skipped(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node in which a sentence may stand: calls that translate, faults, docstrings."""
    if isinstance(node, ast.Call) and called(node) in KEYWORDS:
        yield from (part for argument in node.args for part in ast.walk(argument))
    if isinstance(node, ast.Raise):
        yield from ast.walk(node)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value


def called(call: ast.Call) -> str:
    """The last name of what is called: t for t(…) and say.t(…)."""
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))
