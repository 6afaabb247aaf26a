"""Every talk file goes as it says, on the bare engine and with the state saved between turns."""

from pathlib import Path

import pytest

from bot.core.parse import parse
from bot.core.script import Script
from bot.core.stage import perform
from bot.core.talk import Talk, read, script_text, show

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "tests" / "talks").rglob("*.talk"))


def script_of(talk: Talk) -> Script:
    """The talk's own script, or the one of that name and language in the library."""
    name, language = talk.get("script"), talk.get("language", "en")
    path = ROOT / "prompts" / language / f"{name}.md"
    text = script_text(talk) if talk.source else path.read_text(encoding="utf-8")
    script, issues = parse(text, f"{name}.md", language)
    assert script, issues
    return script


@pytest.mark.parametrize(
    "file", FILES, ids=[str(file.relative_to(ROOT / "tests" / "talks")) for file in FILES]
)
@pytest.mark.parametrize("saving", [False, True], ids=["bare", "saved"])
def test_a_talk_goes_as_it_says(file: Path, saving: bool, rewrite: bool) -> None:
    """What the bot says and keeps is what the file says (pytest --rewrite writes what was really said)."""
    written = file.read_text(encoding="utf-8")
    talk = read(written, file.name)
    really = show(perform(talk, script_of(talk), saving))
    if rewrite and really != written:
        file.write_text(really, encoding="utf-8")
        return
    assert really.split("\n") == written.split("\n")
