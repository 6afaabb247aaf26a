"""The scripts that ship, as the language reads them."""

from pathlib import Path

import pytest

from bot.core.script.parser import foreign_targets, parse, to_text
from bot.core.script.script import END

PROMPTS = Path(__file__).parents[2] / "prompts"
FILES = sorted(PROMPTS.glob("*/*.md"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_shipped_script_is_whole_and_prints_back(file: Path) -> None:
    """A shipped script has no issue, and its printed form is the same script."""
    language = file.parent.name
    script, issues = parse(file.read_bytes(), str(file), language)
    assert (issues, script is not None) == ((), True)
    assert script is not None
    assert parse(to_text(script), f"{script.name}.md", language) == (script, ())


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_arrow_out_of_a_shipped_script_finds_its_script(file: Path) -> None:
    """A script that another one leads to is there in the same language."""
    script, _ = parse(file.read_bytes(), str(file), file.parent.name)
    assert script is not None
    found = {other.stem for other in file.parent.glob("*.md")}
    assert {foreign.to for foreign in foreign_targets(script)} <= found - {END}
