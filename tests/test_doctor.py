"""The doctor names what is wrong, and what to do about it."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import vault
from bot.cli import main


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory with nothing in it, and no settings in the environment."""
    for name in [name for name in os.environ if name.startswith("INTERLUDE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def asked() -> tuple[int, str]:
    result = CliRunner().invoke(main.app, ["doctor"])
    return result.exit_code, result.output


def test_what_is_missing_is_named_with_its_setting() -> None:
    """Without any settings, each finding says which setting to fill in, by section and key."""
    code, said = asked()
    assert code == 1
    assert "[people] admins" in said
    assert "[telegram] token" in said
    assert "scripts without errors" in said


def test_a_folder_without_scripts_is_to_mend() -> None:
    """A folder that is named and holds no script is said, with its path."""
    Path("config.toml").write_text('[prompts]\npath = "mine"\n')
    assert "there are no scripts in mine" in asked()[1]


def test_a_key_file_that_others_can_read_is_to_mend() -> None:
    """Rights that are too wide are found, with the command that mends them."""
    key = Path("data/interlude.key")
    vault.make(key)
    assert "data/interlude.key is there and private" in asked()[1]
    key.chmod(0o644)
    assert "chmod 600 data/interlude.key" in asked()[1]
