"""The container's files, as far as they can be judged without an engine that builds and runs them."""

import json
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from bot.cli.main import app

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
SECRETS = ("config.toml", "data/interlude.key", "data/interlude.db", ".git", ".venv", "demo")


def instructions(stage: str) -> list[tuple[str, str]]:
    """Word and rest of each line of a stage, continued lines joined."""
    joined = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", stage, flags=re.MULTILINE))
    parts = (line.partition(" ") for line in joined.splitlines() if line.strip())
    return [(word, rest.strip()) for word, _, rest in parts]


BUILD, LAST = (instructions(f"FROM {stage}") for stage in re.split(r"^FROM ", DOCKERFILE, flags=re.M)[1:])


def said(stage: list[tuple[str, str]], word: str) -> list[str]:
    return [rest for one, rest in stage if one == word]


def test_nothing_but_the_lock_is_installed() -> None:
    """The image has what requirements.lock names, by hash, and looks for nothing more."""
    installs = [part for run in said(BUILD, "RUN") for part in run.split("&&") if "pip install" in part]
    assert installs
    for line in installs:
        assert "--no-deps" in line
        assert "--require-hashes -r requirements.lock" in line or "--no-index ." in line
    assert any("pip check" in run for run in said(BUILD, "RUN"))


def test_it_does_not_run_as_root() -> None:
    """Before anything is started there is a user, who owns the volume that the data are in."""
    assert said(LAST, "USER") == ["interlude"]
    assert any("useradd" in run and "--home-dir /house" in run for run in said(LAST, "RUN"))
    assert said(LAST, "VOLUME") == said(LAST, "WORKDIR") == ["/house"]


def test_what_it_starts_are_commands_of_ours() -> None:
    """Entry point, command and health check are words that `interlude` knows."""
    commands = get_command(app).list_commands(None)  # type: ignore[attr-defined]
    assert [json.loads(line) for line in said(LAST, "ENTRYPOINT")] == [["interlude"]]
    assert json.loads(said(LAST, "CMD")[0])[0] in commands
    check = json.loads(said(LAST, "HEALTHCHECK")[0].partition("CMD ")[2])
    assert (check[0], check[1] in commands) == ("interlude", True)


def test_the_base_is_a_python_that_the_project_supports() -> None:
    """Both stages stand on one Python, which a classifier names."""
    (base,) = {rest.split()[0] for stage in (BUILD, LAST) for rest in said(stage, "FROM")}
    version = base.removeprefix("python:").removesuffix("-slim")
    assert f'"Programming Language :: Python :: {version}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def kept_out(path: str) -> bool:
    """Whether .dockerignore keeps a path out: the last line that fits decides."""
    out = False
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        pattern = line.removeprefix("!").removeprefix("**/")
        if line and not line.startswith("#") and any(fnmatch(part, pattern) for part in whole(path)):
            out = not line.startswith("!")
    return out


def whole(path: str) -> list[str]:
    """A path with the folders above it, each in full and by its name."""
    parts = path.split("/")
    return ["/".join(parts[: n + 1]) for n in range(len(parts))] + parts[1:]


def test_what_is_copied_is_let_in() -> None:
    """Every file that the Dockerfile copies is there, and .dockerignore lets it in."""
    copied = [name for line in said(BUILD, "COPY") for name in line.split()[:-1]]
    for name in copied:
        assert (ROOT / name).exists(), name
        assert not kept_out(name), name


@pytest.mark.parametrize("name", SECRETS)
def test_nothing_private_gets_into_an_image(name: str) -> None:
    """Settings, key, database and history stay out, whoever builds where."""
    assert kept_out(name)


def test_compose_keeps_the_data() -> None:
    """The one service builds this folder, and its volume is where the image keeps everything."""
    read: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    (service,) = read["services"].values()
    assert service["build"] == "."
    assert [volume.partition(":")[2] for volume in service["volumes"]] == said(LAST, "VOLUME")
    assert {volume.partition(":")[0] for volume in service["volumes"]} == read["volumes"].keys()
