"""The house's own rules: imports point down, modules and functions stay small."""

import ast
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.unmeasured  # it reads the program and runs none of it

BOT = Path(__file__).parent.parent / "bot"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("core/base",),
    ("core/script", "core/understand"),
    ("core/talk", "core/plan", "core/digest", "core/lint", "core/safety"),
    ("faults",),
    (
        "clock",
        "places",
        "calendars",
        "telegram",
        "config",
        "vault",
        "lock",
        "i18n",
        "simulator",
        "safety_lists",
        "help_lines",
    ),
    ("config_file",),
    ("render",),
    ("store",),
    ("people",),
    ("people/client", "people/coach", "people/admin"),
    ("people/arriving", "people/greeting"),
    ("people/door",),
    ("people/router", "people/opening", "people/requests"),
    ("runtime",),
    ("world",),
    ("demo",),
    ("playground",),
    ("cli",),
    ("__main__",),
)
"""From the bottom up. Rooms on one floor do not know each other. ``people`` are the rooms' shared modules."""

PURE = {
    "asyncio",
    "socket",
    "os",
    "random",
    "sqlite3",
    "subprocess",
    "threading",
    "time",
    "telegram",
}
"""What core never imports. (``datetime.time`` is a value; the module ``time`` is a clock.)"""

WORDS_OF_CLOCK = {"now", "today", "utcnow"}


def modules() -> list[Path]:
    return sorted(path for path in BOT.rglob("*.py"))


ROOMS = {name for names in FLOORS for name in names}


def room(path: Path) -> str:
    """The floor plan's name of where a module stands: the longest that fits."""
    parts = path.relative_to(BOT).with_suffix("").parts
    return next(("/".join(parts[:n]) for n in (2, 1) if "/".join(parts[:n]) in ROOMS), parts[0])


@dataclass(frozen=True, slots=True)
class Outline:
    """What these rules look at in a module: lines with it, not the tree, which is large."""

    imports: frozenset[str]
    at_once: frozenset[str]  # what of that stands outside functions
    classes: tuple[str, ...]
    functions: tuple[tuple[str, int, int], ...]  # name, line, how many lines
    waits: bool  # it has an async function
    clocks: tuple[int, ...]  # lines that may ask a clock


@cache  # a module is read once for all the rules
def outline(path: Path) -> Outline:
    tree = ast.parse(path.read_text("utf-8"))
    nodes = tuple(ast.walk(tree))
    functions = [one for one in nodes if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
    return Outline(
        frozenset(name for node in nodes for name in names(node)),
        frozenset(name for node in tree.body for name in names(node)),
        tuple(one.name for one in tree.body if isinstance(one, ast.ClassDef)),
        tuple((one.name, one.lineno, (one.end_lineno or 0) - one.lineno + 1) for one in functions),
        any(isinstance(one, ast.AsyncFunctionDef) for one in functions),
        tuple(one.lineno for one in nodes if isinstance(one, ast.Call) and asks_a_clock(one)),
    )


def names(node: ast.AST) -> set[str]:
    """What a line imports; nothing where it is another kind of line."""
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return {name.name for name in node.names} if isinstance(node, ast.Import) else set()


def asks_a_clock(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in WORDS_OF_CLOCK and not call.args


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(BOT)))
def test_imports_point_down(path: Path) -> None:
    """A module knows only rooms below it, and its own."""
    mine = room(path)
    if path.name == "__init__.py" and mine not in ROOMS:
        return
    for name in outline(path).imports:
        if not (found := module(name)):
            continue
        other = room(found)
        if other == "__init__":
            continue  # the version
        allowed = other == mine or floor(other) < floor(mine)
        assert allowed, f"{path.relative_to(BOT)} imports {found.relative_to(BOT)}, which is not below it"


def module(name: str) -> Path | None:
    """The file of a module of ours by its dotted name; None for names within modules and what is not ours."""
    place = BOT.parent / name.replace(".", "/")
    if not name.startswith("bot"):
        return None
    return next((one for one in (place.with_suffix(".py"), place / "__init__.py") if one.is_file()), None)


@pytest.mark.parametrize("path", sorted((BOT / "core").rglob("*.py")), ids=lambda path: path.stem)
def test_core_is_pure(path: Path) -> None:
    """Core has no clock, chance, files, sockets or async."""
    found = outline(path).imports
    tops = {name.split(".")[0] for name in found}
    opens = {"pathlib.Path", "importlib.resources", "tomllib", "io"} & (found | tops)
    assert not opens, f"{path.name} can open files"
    assert not tops & PURE, f"{path.name} imports {sorted(tops & PURE)}"
    assert not outline(path).waits, f"{path.name} has an async function"
    assert not outline(path).clocks, f"{path.name} asks a clock in these lines: {outline(path).clocks}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(BOT)))
def test_small_modules_and_functions(path: Path) -> None:
    """No function is over 60 lines; a module over 400 is asked which two nouns it is, and none is over 600."""
    text = path.read_text()
    assert text.count("\n") <= 600, f"{path.relative_to(BOT)}: which two nouns is it?"
    for name, line, lines in outline(path).functions:
        assert lines <= 60, f"{path.relative_to(BOT)}:{line} {name}: which two verbs?"


# ---- one name, one thing -----------------------------------------------------------------------


def test_no_two_modules_have_one_name() -> None:
    """A module's name leads to one file: whoever hears it need not ask which."""
    found = Counter(path.name for path in modules() if path.name not in ("__init__.py", "__main__.py"))
    assert {name for name, many in found.items() if many > 1} == set()


def test_no_two_modules_define_one_class() -> None:
    """A class's name leads to one definition."""
    found = Counter(name for path in modules() for name in outline(path).classes)
    assert {name for name, many in found.items() if many > 1} == set()


# ---- no rounds ---------------------------------------------------------------------------------


def needs(path: Path) -> set[Path]:
    """The modules of ours that a module needs before it can be loaded: what it imports outside functions."""
    files = {module(name) for name in outline(path).at_once}
    return {one for one in files if one is not None and one != path and one.name != "__init__.py"}


def test_no_modules_need_each_other() -> None:
    """Imports go one way inside a room too: taking away what needs nothing that is left takes away everything."""
    left = {path: needs(path) for path in modules() if path.name != "__init__.py"}
    while free := [path for path, those in left.items() if not those & left.keys()]:
        for path in free:
            del left[path]
    assert {str(path.relative_to(BOT)) for path in left} == set()


UNPACKERS = {"zipfile", "tarfile", "gzip", "bz2", "lzma", "PIL", "pickle", "marshal", "shelve"}


@pytest.mark.parametrize("path", sorted(BOT.rglob("*.py")), ids=lambda path: str(path.relative_to(BOT)))
def test_nothing_is_unpacked_or_decoded(path: Path) -> None:
    """No archive is opened and no picture decoded: a bomb of either kind that is sent stays shut."""
    found = {name.partition(".")[0] for name in outline(path).imports}
    assert not found & UNPACKERS
