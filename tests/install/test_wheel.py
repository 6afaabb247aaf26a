"""The wheel: everything is in it, and it works from a folder in which there is nothing."""

import asyncio
import os
import shutil
import site
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot import config
from bot.simulator import Simulator

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
FOLDERS = ("bot", "prompts")
FILES = ("pyproject.toml", "README.md", "LICENSE", "config.example.toml")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info")
BACKEND = "import sys, setuptools.build_meta as backend; backend.build_sdist(sys.argv[1])"
ADMIN = 42


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with sdist and wheel of this tree, built from a copy, by what the lock has, without an index."""
    tree, packages = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("packages")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, tree / name, symlinks=True, ignore=LEFT_OUT)
    for name in FILES:
        shutil.copy(ROOT / name, tree / name)
    run(sys.executable, "-c", BACKEND, packages, inside=tree)
    (sdist,) = packages.glob("*.tar.gz")
    words = [
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
    ]
    run(sys.executable, *words, packages, sdist, inside=tree)  # from the sdist, so that both are shown
    return packages


@pytest.fixture(scope="module")
def installed(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment's `interlude`: the wheel of its own, what it needs borrowed from this environment."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=False)
    (wheel,) = packages.glob("*.whl")
    python = place / "bin" / "python"
    words = ["-m", "pip", "--quiet", "--python"]
    run(sys.executable, *words, python, "install", "--no-index", "--no-deps", wheel, inside=place)
    (own,) = place.glob("lib/python*/site-packages")
    borrowed = [path for path in sys.path if path.endswith("site-packages")] or site.getsitepackages()
    (own / "borrowed.pth").write_text("\n".join(borrowed) + "\n")
    return place / "bin" / "interlude"


def run(*words: object, inside: Path) -> str:
    done = subprocess.run([str(word) for word in words], cwd=inside, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Path]:
    """A folder with nothing in it."""
    yield tmp_path
    assert not list(tmp_path.glob("bot")), "the program is found by its installation, not by luck"


def command(program: Path, empty: Path, *words: str) -> tuple[int, str, str]:
    """What an installed `interlude` says in an empty folder, without this process's settings."""
    said = {
        name: value for name, value in os.environ.items() if not name.startswith(("INTERLUDE_", "PYTHON"))
    }
    done = subprocess.run([str(program), *words], cwd=empty, capture_output=True, text=True, env=said)
    return done.returncode, done.stdout, done.stderr


# ---- what is in it --------------------------------------------------------------------------------


def data_files() -> set[str]:
    """Every file of the program that is not Python, as a package names it; what only translators use stays out."""
    found = (path.relative_to(ROOT) for path in walked(ROOT / "bot"))
    return {str(path) for path in found if path.suffix not in (".py", ".pyc", ".cfg")}


def walked(folder: Path) -> Iterator[Path]:
    """The files below a folder, links to folders followed."""
    for path in folder.iterdir():
        if path.name.startswith(".") or path.name == "__pycache__":
            continue
        yield from walked(path) if path.is_dir() else [path]


def test_the_wheel_has_every_file_of_the_program(packages: Path) -> None:
    """Scripts, catalogues, SQL, templates and the example of the settings are in it, as files and not as links."""
    (wheel,) = packages.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
        assert data_files() <= names
        for name in (
            "bot/prompts/en/after-session.md",
            "bot/prompts/en/safety.txt",
            "bot/prompts/help_lines.toml",
            "bot/config.example.toml",
        ):
            assert opened.read(name) == (ROOT / name).read_bytes()
        assert not [name for name in names if name.startswith("tests/")]


def test_the_source_package_has_no_link_that_leads_out(packages: Path) -> None:
    """Scripts and example are files in it too, for whoever builds from it."""
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as opened:
        members = {name.partition("/")[2]: opened.getmember(name) for name in opened.getnames()}
    assert data_files() <= members.keys()
    assert [name for name, one in members.items() if one.issym() or one.islnk()] == []


# ---- from an empty folder -------------------------------------------------------------------------


def test_the_demo_plays_from_an_empty_folder(installed: Path, empty: Path) -> None:
    """Prompts are sent and answered, and what it leaves is here."""
    code, said, wrong = command(installed, empty, "demo", "--weeks", "1", "--quiet")
    assert (code, wrong) == (0, "")
    assert "prompts sent" in said
    assert " 0 prompts sent" not in said
    assert list((empty / "demo" / "chats").iterdir())


def test_the_scripts_that_come_along_are_sound(installed: Path, empty: Path) -> None:
    """`scripts lint` without a word more looks at the program's own scripts, and finds no error."""
    code, said, wrong = command(installed, empty, "scripts", "lint")
    assert (code, "0 errors" in wrong) == (0, True), said + wrong


def test_the_doctor_says_what_is_missing(installed: Path, empty: Path) -> None:
    """In an empty folder: each thing that is not there, what makes it, and no trace of a crash."""
    code, said, wrong = command(installed, empty, "doctor")
    assert (code, wrong) == (1, "")
    for sentence in ("there is no token", "there is no admin", "there is no database", "`interlude init`"):
        assert sentence in said
    assert list(empty.iterdir()) == []


@pytest.fixture
async def begun(installed: Path, empty: Path) -> AsyncIterator[Path]:
    """A folder in which an installed `interlude init` began against a simulated Telegram."""
    async with Simulator() as sim:
        sim.person("Ruth", ADMIN, started=True)
        (empty / "token.txt").write_text(sim.token)
        words = f"init --token-file token.txt --admin {ADMIN} --api-url {sim.api_url}".split()
        code, said, wrong = await elsewhere(installed, empty, *words)
        assert (code, wrong) == (0, ""), said
        yield empty


async def elsewhere(program: Path, empty: Path, *words: str) -> tuple[int, str, str]:
    """The same beside a loop that has to answer meanwhile."""
    return await asyncio.to_thread(command, program, empty, *words)


async def test_a_first_installation_is_well(installed: Path, begun: Path) -> None:
    """After `init` the doctor finds nothing to mend, with the scripts that came along."""
    code, said, wrong = await elsewhere(installed, begun, "doctor")
    assert (code, wrong) == (0, ""), said
    assert "scripts without errors" in said
    assert not (begun / config.Prompts().path).exists()


async def test_nothing_is_written_into_the_installed_program(installed: Path, begun: Path) -> None:
    """`scripts pull` refuses to write where the next release would; with a folder of one's own it writes there."""
    code, _, wrong = await elsewhere(installed, begun, "scripts", "pull")
    assert (code, wrong.count("\n"), "[prompts]" in wrong) == (2, 1, True), wrong
    file = begun / "config.toml"
    file.write_text(file.read_text().replace('# path = "prompts"', 'path = "prompts"'))
    code, _, wrong = await elsewhere(installed, begun, "scripts", "pull")
    assert (code, wrong) == (0, "")
