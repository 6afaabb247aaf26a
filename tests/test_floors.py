"""The house's own rules: imports point down, modules and functions stay small."""

import ast
from collections import Counter
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


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(BOT)))
def test_imports_point_down(path: Path) -> None:
    """A module knows only rooms below it, and its own."""
    mine = room(path)
    if path.name == "__init__.py" and mine not in ROOMS:
        return
    for name in imported(path):
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
    names = imported(path)
    tops = {name.split(".")[0] for name in names}
    opens = {"pathlib.Path", "importlib.resources", "tomllib", "io"} & (names | tops)
    assert not opens, f"{path.name} can open files"
    assert not tops & PURE, f"{path.name} imports {sorted(tops & PURE)}"
    for node in ast.walk(ast.parse(path.read_text())):
        assert not isinstance(node, ast.AsyncFunctionDef), f"{path.name} has an async function"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asks = node.func.attr in WORDS_OF_CLOCK and not node.args
            assert not asks, f"{path.name}:{node.lineno} asks a clock"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(BOT)))
def test_small_modules_and_functions(path: Path) -> None:
    """No function is over 60 lines; a module over 400 is asked which two nouns it is, and none is over 600."""
    text = path.read_text()
    assert text.count("\n") <= 600, f"{path.relative_to(BOT)}: which two nouns is it?"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= 60, f"{path.relative_to(BOT)}:{node.lineno} {node.name}: which two verbs?"


# ---- one name, one thing -----------------------------------------------------------------------


def test_no_two_modules_have_one_name() -> None:
    """A module's name leads to one file: whoever hears it need not ask which."""
    names = Counter(path.name for path in modules() if path.name not in ("__init__.py", "__main__.py"))
    assert {name for name, many in names.items() if many > 1} == set()


def test_no_two_modules_define_one_class() -> None:
    """A class's name leads to one definition."""
    trees = [ast.parse(path.read_text()) for path in modules()]
    names = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert {name for name, many in names.items() if many > 1} == set()


# ---- no rounds ---------------------------------------------------------------------------------


def needs(path: Path) -> set[Path]:
    """The modules of ours that a module needs before it can be loaded: what it imports outside functions."""
    found: set[str] = set()
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    files = {module(name) for name in found}
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
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    found = {
        name.partition(".")[0]
        for node in tree
        for name in (
            [one.name for one in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom) and not node.level
            else []
        )
    }
    assert not found & UNPACKERS
