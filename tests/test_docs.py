"""What README and docs say is there: links, pages, commands, modules, tables; and nothing of this machine."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from babel.messages.pofile import read_po
from test_floors import ROOMS, floor

from bot.cli import main
from bot.people.admin import admin
from bot.people.client import client_commands
from bot.people.coach import coach_commands
from bot.people.commands import Command
from bot.store import migrate

pytestmark = pytest.mark.unmeasured  # it reads pages

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
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
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "\ntest: check tests\n" in makefile
    assert [step in recipe("check") for step in ("ruff format --check", "ruff check", "mypy")] == [True] * 3
    assert "pytest" in recipe("tests")
    for target in re.findall(r"`make (\w+)", readme):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


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


def test_every_module_has_a_noun_of_its_own() -> None:
    """Beside each module stands what it is, and no two are the same thing."""
    nouns = re.findall(r"^\| `[\w/]+\.py` \| (.*?) \|$", ARCHITECTURE, re.MULTILINE)
    assert len(nouns) == len(MODULE.findall(ARCHITECTURE)), "a module without a noun"
    assert {noun for noun, many in Counter(nouns).items() if many > 1 or not noun.strip()} == set()


def test_a_word_of_the_glossary_is_there_once() -> None:
    """One word each: no word is explained twice."""
    found = re.findall(r"^\| ([^|]+?) \|", (DOCS / "glossary.md").read_text("utf-8"), re.MULTILINE)
    words = [word for cell in found if cell not in ("word", "---") for word in re.split(r"[,;] ", cell)]
    assert {word for word, many in Counter(words).items() if many > 1} == set()


def test_the_picture_has_the_floors_in_order() -> None:
    """The rooms of the floors' picture are those of tests/test_floors.py, from the top down."""
    section = ARCHITECTURE.split("\n## The floors\n")[1].split("\n## ")[0]
    names = re.findall(r"^    ((?:[\w/]+ )+) {2,}\S", section, re.MULTILINE)
    lines = [line.split() for line in names]
    heights = [[floor(room) for room in line] for line in lines]
    flat = [height for line in heights for height in line]
    assert flat == sorted(flat, reverse=True)
    assert {room for line in lines for room in line} == ROOMS - {"__main__"}


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


# ---- promises ----------------------------------------------------------------------------------

PROMISES = (DOCS / "promises.md").read_text("utf-8")
PROMISING = re.compile(
    r"\b(will|comes?|came|kept|keeps?|until|nothing|nobody|no (?:more|longer|person)|at hand|shared?s?|sen[dt]s?"
    r"|sees?|reads?|erase[sd]?|encrypted|stop(?:s|ped)?|paused?|planned|begins?|goes|gets?|gives?|brings?|watch\w*"
    r"|any ?time|whenever|once|next|only|for good|removes?|moved|cancelled|change[sd]|end(?:s|ed)?|stays?|takes?"
    r"|back|anew|noted|set|asked|private)\b|\{(?:when|at|day|time|hours|days|until)\}",
    re.IGNORECASE,
)
"""What a sentence of the interface looks like that may promise something."""
PROMISING_SCRIPT = re.compile(
    r"\b(will|comes?|came|kept|keep|until|nothing is|no more|at hand|shared?|sen[dt]s?|sees?|reads?|gets?"
    r"|erases?|removes?|stops|watched|any time|whenever|about a|away|ago|since|passed|moved|changed|meet|stays?"
    r"|goes|opens?|shows?|ends?|ending|set out|list|marked|a week|belongs|choice|yours|theirs|only|lies|asks?"
    r"|again|decide)\b",
    re.IGNORECASE,
)
"""The same of a script, which speaks of itself, of sessions and of what becomes of words."""


def flat(text: str) -> str:
    return " ".join(text.split()).replace("\\|", "|")


def rows(page: str, heading: str) -> list[list[str]]:
    """The cells of every table below a heading of the second level, without the heads of the tables."""
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[flat(cell) for cell in re.split(r"(?<!\\) \| ", line[2:].removesuffix(" |"))] for line in lines]


def said_by_the_interface() -> set[str]:
    """Every message that the bot can say, in English; of a plural its first form."""
    with (BOT / "locale" / "de" / "LC_MESSAGES" / "interlude.po").open("rb") as file:
        ids = [one.id for one in read_po(file) if one.id]
    return {flat(one if isinstance(one, str) else one[0]) for one in ids}


def said_by_scripts() -> set[tuple[str, str]]:
    """Every sentence of an English script that is no question, with the script's name."""
    said = set()
    for path in (ROOT / "prompts" / "en").glob("*.md"):
        body = path.read_text("utf-8").split("\n---\n", 1)[1]
        lines = [re.sub(r"\{%.*?%\}", "", line).strip() for line in body.splitlines()]
        texts = [line for line in lines if line and line[0] not in "#-→"]
        said |= {(path.stem, one.strip()) for text in texts for one in re.findall(r"[^.?!…]+[.?!…]+", text)}
    return {(script, sentence) for script, sentence in said if not sentence.endswith("?")}


def promises_nothing(heading: str) -> set[str]:
    """The list below a heading of the third level under "What promises nothing"."""
    section = PROMISES.split("\n## What promises nothing\n")[1].split(f"\n### {heading}\n")[1].split("\n#")[0]
    return {line[2:] for line in section.splitlines() if line.startswith("- ")}


def test_every_promise_of_the_interface_is_on_the_page() -> None:
    """What looks like a promise is in docs/promises.md, and what stands there is said."""
    said = said_by_the_interface()
    listed = {row[0] for row in rows(PROMISES, "Sentences of the interface")} - {"it says"}
    plain = promises_nothing("Of the interface")
    assert listed | plain <= said, "these are no longer said: reword or take away their rows"
    promising = {one for one in said if PROMISING.search(one)}
    assert promising - listed - plain == set(), "say in docs/promises.md what holds these"
    assert not listed & plain


def test_every_promise_of_a_script_is_on_the_page() -> None:
    """The same for the scripts that come with the bot."""
    said = said_by_scripts()
    listed = {(row[0].strip("`"), row[1]) for row in rows(PROMISES, "Sentences of the scripts")} - {
        ("script", "it says")
    }
    plain = {
        (script.strip("`"), sentence)
        for script, _, sentence in (one.partition(": ") for one in promises_nothing("Of the scripts"))
    }
    assert listed | plain <= said, "these are no longer said: reword or take away their rows"
    promising = {one for one in said if PROMISING_SCRIPT.search(one[1])}
    assert promising - listed - plain == set(), "say in docs/promises.md what holds these"
    assert not listed & plain


def test_every_promise_is_held_or_marked() -> None:
    """Each row of docs/promises.md names a test, or says that nothing holds the sentence yet."""
    heads = ("held by", "---")
    for heading in ("Sentences of the interface", "Sentences of the scripts"):
        for row in rows(PROMISES, heading):
            assert row[-1] in heads or "`test_" in row[-1] or "**not held yet**: " in row[-1], row


# ---- tests that pages name -----------------------------------------------------------------------

NAMED_TEST = re.compile(r"`(test_\w+|[\w-]+\.talk)`")


def names_of_tests() -> set[str]:
    """The name of every test."""
    return {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^\s*(?:async )?def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }


@pages()
def test_tests_that_pages_name_exist(page: Path) -> None:
    """A page that leans on a test or a talk leans on one that is there."""
    there = names_of_tests() | {path.name for path in (ROOT / "tests").rglob("*.talk")}
    gone = set(NAMED_TEST.findall(page.read_text("utf-8"))) - there
    assert gone == set(), f"{page.relative_to(ROOT)} names tests that are not there"


# ---- behaviours ----------------------------------------------------------------------------------

BEHAVIOUR = re.compile(r"^\| ([ABX]\d+) \|.*\| \*\*(works|partly|not yet)\*\*(.*)\| (.*)\|$", re.MULTILINE)
USED_ID = re.compile(r"(?<![\w-])([AB][1-9]\d?|X[12])(?![\w-])")
IDS_USED_IN = ("bot", "tests", "docs")


def test_every_behaviour_says_what_shows_it() -> None:
    """What works, or works partly, names a test; what works partly says what is missing; no id is there twice."""
    lines = BEHAVIOUR.findall((DOCS / "behaviours.md").read_text("utf-8"))
    ids = [one[0] for one in lines]
    assert len(ids) == len(set(ids))
    for name, state, rest, shown in lines:
        assert state == "not yet" or NAMED_TEST.search(shown), f"{name}: which test shows it?"
        assert state != "partly" or rest.strip(" :"), f"{name}: what is missing?"
        assert state != "works" or not rest.strip(), f"{name} works, and yet something is said of it"


def test_every_id_in_use_is_a_behaviour() -> None:
    """An id in brackets in code, tests, pages or the changelog stands in docs/behaviours.md."""
    known = {one[0] for one in BEHAVIOUR.findall((DOCS / "behaviours.md").read_text("utf-8"))}
    bracket = re.compile(r"\(((?:[ABX]\d{1,2}(?:, | and )?)+)\)")
    for name, text in texts():
        if name.startswith(IDS_USED_IN) or name == "CHANGELOG.md":
            used = {one for found in bracket.findall(text) for one in USED_ID.findall(found)}
            assert used <= known, (
                f"{name} names {sorted(used - known)}, which docs/behaviours.md does not have"
            )


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
            "requirements-dev.lock",
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


def test_nothing_points_to_a_page_that_readers_do_not_have() -> None:
    """The pages that the work was planned on are not part of this repository: nothing leans on them."""
    plans = re.compile(
        r"\b(?:" + "|".join(("PRO" + "DUCT", "DES" + "IGN", "DOM" + "AIN", "PLAT" + "FORM")) + r")\.md"
    )
    for name, text in texts():
        assert not plans.search(text), f"{name} points to {plans.findall(text)}"


def test_nothing_looks_like_a_token() -> None:
    """A token of a real bot is ten digits or so, a colon and 35 letters; there is none here."""
    token = re.compile(r"(?<!\d)\d{8,10}:[\w-]{35}(?![\w-])")
    for name, text in texts():
        assert not token.search(text), f"{name} holds what looks like a token"


# ---- commands in the chat ------------------------------------------------------------------------

DIALOGUES = (DOCS / "dialogues.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("heading", "table"),
    [("client", client_commands.COMMANDS), ("coach", coach_commands.COMMANDS), ("admin", admin.COMMANDS)],
    ids=["client", "coach", "admin"],
)
def test_every_command_in_the_chat_is_on_the_page(heading: str, table: tuple[Command[Any], ...]) -> None:
    """docs/dialogues.md lists the commands of each kind of person as their table has them, in its order."""
    section = re.split(rf"\n### Of an? {heading} ", DIALOGUES)[1].split("\n#")[0]
    assert re.findall(r"^\| `/(\w+)` \|", section, re.MULTILINE) == [one.name for one in table]
