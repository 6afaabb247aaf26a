"""The shipped scripts and the linter: no finding, and the same shape in every language."""

import pytest
from shelf import Volume, named, volumes

from bot.core.lint import lint, parity

TRANSLATED = [volume for volume in volumes() if volume.language != "en"]


@pytest.mark.parametrize("volume", volumes(), ids=lambda volume: volume.id)
def test_lints_clean(volume: Volume) -> None:
    """A shipped script breaks no rule of a good prompt, neither as an error nor as a warning."""
    issues = lint(volume.script, volume.source, f"{volume.id}.md", volume.language)
    assert [f"{one.line}:{one.column} {one.rule} {one.message}" for one in issues] == []


@pytest.mark.parametrize("volume", TRANSLATED, ids=lambda volume: volume.id)
def test_parity(volume: Volume) -> None:
    """A translated script has the same steps, branches and ways out as the English one."""
    assert parity(named("en")[volume.script.name].script, volume.script, f"{volume.id}.md") == ()
