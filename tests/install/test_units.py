"""What is in deploy/: units that are hardened and name commands of ours, and secrets as files."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from bot import config, config_file
from bot.cli.main import app

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = ["interlude.service", "interlude-backup.service"]
THRESHOLD = 30
"""Tenths of what `systemd-analyze security` counts: 100 is open to everything."""

systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")


def lines(unit: str, key: str) -> list[str]:
    """What a unit says under a key."""
    return re.findall(rf"^{key}=(.*)$", (DEPLOY / unit).read_text("utf-8"), re.MULTILINE)


@systemd
@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_hardened(unit: str) -> None:
    """systemd itself counts an exposure of 3 at most."""
    asked = [
        "systemd-analyze",
        "security",
        "--offline=yes",
        "--no-pager",
        f"--threshold={THRESHOLD}",
        f"./{unit}",
    ]
    done = subprocess.run(asked, cwd=DEPLOY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


@systemd
def test_the_timer_has_times_that_systemd_knows() -> None:
    """Each time of the timer can be read, and it starts the unit of its name."""
    for when in lines("interlude-backup.timer", "OnCalendar"):
        subprocess.run(["systemd-analyze", "calendar", when], capture_output=True, check=True)
    assert (DEPLOY / "interlude-backup.service").exists()


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_starts_a_command_of_ours_as_somebody_without_rights(unit: str) -> None:
    """The command exists, nobody is root, only the data can be written, and an end by SIGTERM has its time."""
    (start,) = lines(unit, "ExecStart")
    assert start.split()[1] in get_command(app).list_commands(None)  # type: ignore[attr-defined]
    assert lines(unit, "User") == ["interlude"]
    assert lines(unit, "ReadWritePaths") == ["/opt/interlude/data"]
    read = configparser.ConfigParser(strict=False, allow_no_value=True)
    read.read(DEPLOY / unit)
    assert "Service" in read
    defaults = config.Config()
    for written in (defaults.database.path, defaults.security.key_file, defaults.backup.folder):
        assert written.parts[0] == "data"


def test_the_token_can_be_a_file(tmp_path: Path) -> None:
    """token_file is read from beside the settings; one that is not there is named; both at once are refused."""
    (tmp_path / "prompts").mkdir()
    file, token = tmp_path / "config.toml", tmp_path / "token.txt"
    file.write_text('[telegram]\ntoken_file = "token.txt"\n')
    with pytest.raises(config.ConfigFault, match="token_file"):
        config_file.load(file)
    token.write_text("1:abc\n")
    assert config_file.load(file).telegram.token.get_secret_value() == "1:abc"
    file.write_text('[telegram]\ntoken = "1:other"\ntoken_file = "token.txt"\n')
    with pytest.raises(config.ConfigFault, match="token_file"):
        config_file.load(file)


def test_compose_hands_secrets_over_as_files() -> None:
    """Read-only, without rights and new ones; the token comes as a file, by a setting that exists."""
    base: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]["bot"]
    assert base["read_only"] is True
    assert base["cap_drop"] == ["ALL"]
    assert base["security_opt"] == ["no-new-privileges:true"]
    more: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.secrets.yaml").read_text("utf-8"))
    (name,) = more["secrets"]
    ((variable, place),) = more["services"]["bot"]["environment"].items()
    assert more["services"]["bot"]["secrets"] == [name]
    assert place == f"/run/secrets/{name}"
    section, key = variable.removeprefix("INTERLUDE_").lower().split("__")
    assert key in config.keys_of(section)
