"""The two locks: whole, of one mind, and installed by any pip whatever the index holds meanwhile."""

import re
import subprocess
import tomllib
import venv
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

pytestmark = pytest.mark.unmeasured  # it runs nothing of the program here

ROOT = Path(__file__).parents[2]
RUN, DEVELOP = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
ENTRY = re.compile(r"^([\w.-]+)==(\S+) \\\n((?:    --hash=\S+(?: \\)?\n)+)", re.MULTILINE)
EXTRAS = {RUN: ("build",), DEVELOP: ("build", "dev")}
OLDEST = "22.3"
"""The pip that Python 3.11.0 brings along."""


def entries(lock: Path) -> dict[str, str]:
    """What a lock names, with its exact version."""
    return {name: version for name, version, _ in ENTRY.findall(lock.read_text("utf-8"))}


def asked(requirements: list[str], extras: tuple[str, ...] = ()) -> list[Requirement]:
    """The requirements that hold on this Python and machine with these extras."""
    read = map(Requirement, requirements)
    return [
        one
        for one in read
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras))
    ]


def wanted_here(extras: tuple[str, ...]) -> list[Requirement]:
    """What pyproject.toml asks for, with these extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    more = [one for extra in extras for one in project["optional-dependencies"][extra]]
    return asked([*project["dependencies"], *more])


def needed(name: str, extras: tuple[str, ...] = ()) -> list[Requirement]:
    """What an installed package asks for."""
    return asked(distribution(name).requires or [], extras)


# ---- what stands in them --------------------------------------------------------------------------


@pytest.mark.parametrize("lock", [RUN, DEVELOP], ids=lambda lock: lock.name)
def test_a_lock_names_everything_that_is_asked_for(lock: Path) -> None:
    """From what pyproject.toml asks, every package's own wishes, extras too, are met by a line of the lock."""
    locked = entries(lock)
    open_, seen = wanted_here(EXTRAS[lock]), set[str]()
    while open_:
        wish = open_.pop()
        name = canonicalize_name(wish.name)
        assert name in locked, f"{lock.name} lacks {wish}; run make lock"
        assert wish.specifier.contains(locked[name], prereleases=True), f"{lock.name} has not {wish}"
        if str(wish) not in seen:
            seen.add(str(wish))
            open_ += needed(name, tuple(wish.extras))


@pytest.mark.parametrize("lock", [RUN, DEVELOP], ids=lambda lock: lock.name)
def test_a_lock_has_a_hash_for_each_line_and_no_address(lock: Path) -> None:
    """Each package has exact version and hashes; nothing says where from."""
    text = lock.read_text("utf-8")
    bare = ENTRY.sub("", text)
    left = [line for line in bare.splitlines() if line and not line.lstrip().startswith("#")]
    assert left == []
    assert "://" not in text
    assert "setuptools" in entries(lock), "it installs this directory without asking an index"


def test_what_runs_is_what_is_developed_with() -> None:
    """The lock to run is a part of the lock to develop, at the same versions."""
    assert entries(RUN).items() < entries(DEVELOP).items()


def test_this_environment_is_the_lock() -> None:
    """The tests run with the versions that the lock names."""
    for name, version in entries(DEVELOP).items():
        try:
            found = distribution(name).version
        except PackageNotFoundError:
            found = "missing"
        assert found == version, f"{name} is {found}; make develop"


# ---- how they are installed -----------------------------------------------------------------------


def pip(python: Path, *words: object, inside: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [python, "-m", "pip", *map(str, words)], capture_output=True, text=True, cwd=inside, check=False
    )


def newer(folder: Path, name: str) -> None:
    """A release of a package that is newer than any, as an index will hold one in five years."""
    folder.mkdir(exist_ok=True)
    info = f"{name.replace('-', '_')}-9999.dist-info"
    with zipfile.ZipFile(folder / f"{name.replace('-', '_')}-9999-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 9999\n")
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")


@pytest.mark.slow
@pytest.mark.parametrize("wanted", [f"pip=={OLDEST}", "pip"], ids=["oldest", "newest"])
def test_a_lock_is_installed_by_any_pip(tmp_path: Path, wanted: str) -> None:
    """The oldest and the newest pip take a lock as the Makefile does, while newer releases are on offer.

    The lock to run: the one to develop is written alike, and was installed before any test runs.
    """
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    if pip(python, "install", "--quiet", "--upgrade", wanted).returncode:
        pytest.skip("no package index can be reached")
    for name in entries(RUN):
        newer(tmp_path / "newer", name)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "pip install --quiet --no-deps --require-hashes -r $(1)" in makefile
    offered = ("--find-links", tmp_path / "newer")
    taken = pip(python, "install", "--dry-run", "--no-deps", "--require-hashes", *offered, "-r", RUN)
    assert taken.returncode == 0, taken.stderr
    assert "9999" not in taken.stdout


def test_make_installs_nothing_that_a_lock_does_not_name() -> None:
    """Each pip install of the Makefile either takes a lock whole, or this directory alone."""
    makefile = (ROOT / "Makefile").read_text("utf-8").split("\nlock:")[0]
    lines = [line for line in makefile.splitlines() if "pip install" in line]
    here = [line for line in lines if "--no-build-isolation --editable ." in line]
    assert len(here) == 1
    assert all("--no-deps" in line for line in lines)
    assert all("--require-hashes -r" in line for line in lines if line not in here)
    assert "pip check" in makefile
