"""What README and docs say is there: links, pages, commands, modules, tables; and nothing of this machine."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from test_floors import floor

from bot.cli import main
from bot.store import migrate

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
ARCHITECTURE = (DOCS / "architecture.md").read_text("utf-8")

BLOCK = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
MODULE = re.compile(r"^\| `([\w/]+\.py)` \|", re.MULTILINE)
COMMAND = re.compile(r"(?:^ {4}|`|&& )(?:\.venv/bin/)?interlude((?: [a-z]+)+)", re.MULTILINE)


def pages() -> pytest.MarkDecorator:
    """Each page on its own."""
    return pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def links(page: Path) -> list[str]:
    """Where a page points to, pictures included; examples in fenced blocks point nowhere."""
    return LINK.findall(BLOCK.sub("", page.read_text("utf-8")))


def anchors(page: Path) -> set[str]:
    """The anchors that a page's headings get where Markdown is shown."""
    text = BLOCK.sub("", page.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", head.casefold()).replace(" ", "-") for head in HEADING.findall(text)}


def outside(link: str) -> bool:
    return link.startswith(("https://", "http://", "mailto:"))


@pages()
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link to a file has that file, and one to a heading has that heading."""
    for link in filter(lambda link: not outside(link), links(page)):
        path, _, anchor = link.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{page.relative_to(ROOT)} points to {link}, which is not there"
        if anchor:
            assert anchor in anchors(there), f"{page.relative_to(ROOT)} points to {link}: no such heading"


def test_every_page_is_in_an_index() -> None:
    """docs/README.md names each page beside it, and the index of each folder."""
    for page in DOCS.rglob("*.md"):
        index = page.parent / "README.md"
        if page == DOCS / "README.md":
            continue
        if page == index:
            index = DOCS / "README.md"
        named = {(index.parent / link.partition("#")[0]).resolve() for link in links(index)}
        assert page in named, f"{index.relative_to(ROOT)} does not name {page.relative_to(DOCS)}"


def test_every_picture_is_shown_and_small() -> None:
    """No picture is over 200 kB, and each is shown on some page."""
    shown = {(page.parent / link).resolve() for page in PAGES for link in links(page) if not outside(link)}
    for picture in (DOCS / "pictures").iterdir():
        assert picture in shown, f"{picture.name} is on no page"
        assert picture.stat().st_size <= 200_000, f"{picture.name} is too large"


# ---- commands ----------------------------------------------------------------------------------


def recipe(target: str) -> str:
    """The lines that a target of the Makefile runs; raises when there is none of that name."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    found = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert found, f"the Makefile has no target {target}"
    return found[1]


def test_the_two_commands_of_the_readme_exist() -> None:
    """README's two commands are targets of the Makefile: one plays the demo, one runs the tests."""
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"^    (make \w+)$", readme, re.MULTILINE) == ["make demo", "make test"]
    assert "interlude demo" in recipe("demo")
    assert "pytest" in recipe("test")
    for target in re.findall(r"`make (\w+)", readme):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    """What CI does is what a reader does."""
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    spoken = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert spoken == ["make test"]


@pages()
def test_commands_that_pages_name_exist(page: Path) -> None:
    """Whatever follows `interlude` on a page is a command of it."""
    known = typer.main.get_command(main.app)
    for words in COMMAND.findall(page.read_text("utf-8")):
        first, *rest = words.split()
        command = getattr(known, "commands", {}).get(first)
        assert command is not None, f"{page.relative_to(ROOT)}: there is no interlude {first}"
        below = getattr(command, "commands", None)
        assert not (below and rest) or rest[0] in below, f"{page.name}: no interlude {first} {rest[0]}"


# ---- the picture of the house ------------------------------------------------------------------


def modules() -> set[str]:
    """Every module, but packages that only say what they hold."""
    files = {path: path.read_text("utf-8") for path in BOT.rglob("*.py")}
    bare = re.compile(r'\s*("""(?:(?!""").)*""")?\s*(__version__ = .*)?\s*', re.DOTALL)
    return {str(path.relative_to(BOT)) for path, text in files.items() if not bare.fullmatch(text)}


def test_the_architecture_names_every_module() -> None:
    """docs/architecture.md has a line for each module, and none for one that is not there."""
    named = MODULE.findall(ARCHITECTURE)
    assert len(named) == len(set(named)), "a module is named twice"
    assert modules() - set(named) == set(), "give these a line in docs/architecture.md"
    assert set(named) - modules() == set(), "these are gone; take their line away"


def test_the_picture_has_the_floors_in_order() -> None:
    """The rooms of the floors' picture are those of tests/test_floors.py, from the top down."""
    section = ARCHITECTURE.split("\n## The floors\n")[1].split("\n## ")[0]
    lines = re.findall(r"^    (\w+(?: {1,2}\w+)*) {3,}\S", section, re.MULTILINE)
    heights = [[floor(room) for room in line.split()] for line in lines]
    flat = [height for line in heights for height in line]
    assert flat == sorted(flat, reverse=True)
    rooms = {room for line in lines for room in line.split()}
    there = {path.stem for path in BOT.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms == there - {"__init__", "__main__"}


def test_the_architecture_names_every_table() -> None:
    """docs/architecture.md says what each table is for, and names none that is not there."""
    db = sqlite3.connect(":memory:")
    db.row_factory = sqlite3.Row
    migrate.apply(db, migrate.files(), 0)
    tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    db.close()
    section = ARCHITECTURE.split("\n## The database\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE)
    named = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    assert named == {table for table in tables if not table.startswith("sqlite_")}


# ---- nothing of this machine -------------------------------------------------------------------

FOLDERS = ("bot", "docs", "prompts", "tests", ".ci")
TEXT = {".py", ".md", ".toml", ".sql", ".jinja", ".po", ".cfg", ".csv", ".txt", ".talk", ".json", ".html"}


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the repository, with its path."""
    files = [path for path in ROOT.iterdir() if path.is_file() and path.name != "config.toml"]
    files += [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in files:
        if path.suffix in TEXT or path.name in (
            "Makefile",
            "LICENSE",
            ".gitignore",
            "requirements.lock",
            "run",
        ):
            yield str(path.relative_to(ROOT)), path.read_text("utf-8", "replace")


def test_nothing_names_a_path_of_a_machine() -> None:
    """No file knows where somebody's home or work is; no page sends a reader to a temporary folder."""
    homes = re.compile(r"(?<![\w.}/-])/(?:work|root|home/\w+|Users/\w+)/\w")
    for name, text in texts():
        assert not homes.search(text), f"{name} names a path of a machine"
        if name.endswith(".md"):
            assert "/tmp/" not in text, f"{name} names a temporary folder"  # noqa: S108


def test_nothing_names_a_host_of_packages() -> None:
    """The same versions are installed from any mirror: no file names one."""
    hosts = ("pypi." + "org", "python" + "hosted.org", "--index" + "-url http", "registry." + "npmjs")
    for name, text in texts():
        assert not [host for host in hosts if host in text], f"{name} names a host of packages"


def test_nothing_looks_like_a_token() -> None:
    """A token of a real bot is ten digits or so, a colon and 35 letters; there is none here."""
    token = re.compile(r"(?<!\d)\d{8,10}:[\w-]{35}(?![\w-])")
    for name, text in texts():
        assert not token.search(text), f"{name} holds what looks like a token"
