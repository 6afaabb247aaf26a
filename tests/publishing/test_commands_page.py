"""docs/commands.md has every command and option of ``interlude --help``, and no other; help has an example."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from bot.cli.main import app

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
EXAMPLE = re.compile(r"Example: (interlude [^\n]+)")


def commands(group: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every command that does something, by the words that call it."""
    below = getattr(group, "commands", None)
    if below is None:
        yield path, group
        return
    for name, command in below.items():
        yield from commands(command, f"{path} {name}")


COMMANDS = dict(commands(typer.main.get_command(app), "interlude"))


def sections() -> dict[str, str]:
    """The page's sections by their heading."""
    parts = re.split(r"^## (.+)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def named(section: str) -> set[str]:
    """Options and arguments in the first column of a section's table."""
    cells = re.findall(r"^\| (`[^|]+`) \|", section, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def spoken(command: Any) -> set[str]:
    """What a command takes: every spelling of its options, arguments in capitals."""
    names: set[str] = set()
    for param in command.params:
        names |= set(param.opts) if param.param_type_name == "option" else {(param.name or "").upper()}
    return names - {"--help"}


def test_every_command_has_a_section() -> None:
    """The page has a section for each command, and none for one that is not there."""
    assert set(sections()) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_on_the_page(name: str) -> None:
    """Each section's table names exactly what its command takes."""
    assert named(sections()[name]) == spoken(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_everything_and_has_an_example(name: str) -> None:
    """Each command says what it does, each option has help, and the example calls this command."""
    command = COMMANDS[name]
    assert (command.help or "").strip()
    for param in command.params:
        assert getattr(param, "help", None), f"{name} {param.name} has no help"
    found = EXAMPLE.search(command.epilog or "")
    assert found and found[1].startswith(f"{name}"), f"{name} has no example"


@pytest.mark.parametrize("name", [name for name in COMMANDS if " scripts " in name])
def test_options_of_scripts_show_what_to_write(name: str) -> None:
    """Where an option takes a value, its help shows one, or the values there are."""
    for param in COMMANDS[name].params:
        if param.name != "help" and not getattr(param, "is_flag", False):
            text = str(getattr(param, "help", ""))
            assert re.search(r"\blike\b|text, json or github", text), f"{name} {param.name}: {text}"
