"""Every talk file goes as it says, on the bare engine and with the state saved between turns."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bot.core.script.parser import parse, to_text
from bot.core.script.script import Script
from bot.core.talk.reflection import over
from bot.core.talk.rehearsal import Rehearsal, perform, stage
from bot.core.talk.talk_file import CLIENT, Talk, TalkLine, play, read, script_text, show
from bot.i18n import phrases

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "tests" / "talks").rglob("*.talk"))


def script_of(talk: Talk) -> Script:
    """The talk's own script, or the one of that name and language in the library.

    Parsing lets no script through that cannot be shown; a step that the talk calls spoiled is made one here.
    """
    name, language = talk.get("script"), talk.get("language", "en")
    path = ROOT / "prompts" / language / f"{name}.md"
    text = script_text(talk) if talk.source else path.read_text(encoding="utf-8")
    script = stored_again(text, name, language)
    spoilt = (
        replace(step, text="{{ nobody }}") if step.name == talk.get("spoiled") else step
        for step in script.steps
    )
    return replace(script, steps=tuple(spoilt))


@cache
def stored_again(text: str, name: str, language: str) -> Script:
    """The script in a text, as if read from the store."""
    script, issues = parse(text, f"{name}.md", language)
    assert script, issues
    return script


def talks() -> pytest.MarkDecorator:
    """Each talk file on its own."""
    names = [str(file.relative_to(ROOT / "tests" / "talks")) for file in FILES]
    return pytest.mark.parametrize("file", FILES, ids=names)


@talks()
@pytest.mark.parametrize("saving", [False, True], ids=["bare", "saved"])
def test_a_talk_goes_as_it_says(file: Path, saving: bool, rewrite: bool) -> None:
    """What the bot says and keeps is what the file says (pytest --rewrite writes what was really said)."""
    written = file.read_text(encoding="utf-8")
    talk = read(written, file.name)
    really = show(perform(talk, script_of(talk), saving, phrases(talk.get("language", "en"))))
    if rewrite and really != written:
        file.write_text(really, encoding="utf-8")
        return
    assert really.split("\n") == written.split("\n")


# ---- the script is edited while a client is in the middle of it --------------------------------


def points(file: Path) -> Iterator[Rehearsal]:
    """The world at each point of the talk where something is waited for."""
    talk = read(file.read_text(encoding="utf-8"), file.name)
    moves = [line for line in talk.lines if line.key in CLIENT]
    script = script_of(talk)
    for place in range(len(moves)):
        world = stage(talk, script, phrases=phrases(talk.get("language", "en")))
        play(replace(talk, lines=tuple(moves[:place])), world)
        if not over(world.reflection):
            yield world


def goes_on(world: Rehearsal, script: Script) -> list[TalkLine]:
    """What comes of words and of long silence, from here on, in a copy of this world with that script."""
    copy = deepcopy(world)
    copy.script = script
    return [*copy.write("Some words of mine."), *copy.wait(copy.manners.window * 2)]


@talks()
def test_a_version_read_again_from_its_text_goes_on_the_same(file: Path) -> None:
    """At any point a reflection goes on in its own version as stored, whatever was published meanwhile."""
    if "\nspoiled:" in file.read_text(encoding="utf-8"):
        pytest.skip("a script that cannot be shown was never stored")
    for world in points(file):
        stored = stored_again(to_text(world.script), world.script.name, world.reflection.language)
        assert goes_on(world, stored) == goes_on(world, world.script)


@talks()
def test_a_step_edited_away_under_a_client_ends_kindly(file: Path) -> None:
    """Handed a version without its step, a reflection keeps the words and tells the client and the admin."""
    for world in points(file):
        here = world.reflection.step
        gone = tuple(step for step in world.script.steps if step.name != here)
        told = goes_on(world, replace(world.script, steps=gone))
        assert [line.key for line in told] == [
            "saved",
            "bot",
            "trouble",
            "end",
        ] or world.reflection.state == "holding"
        assert told[0].text.endswith("Some words of mine.")
        assert told[2].text.startswith(f"{here}: ")
        assert told[3].text == "broken"


@talks()
def test_the_state_names_its_step_and_holds_nothing_else_of_the_script(file: Path) -> None:
    """Handed a version in other words, a reflection goes on at its step by name, in the words of that version."""
    for world in points(file):
        steps = tuple(replace(step, text="Reworded?") for step in world.script.steps)
        told = goes_on(world, replace(world.script, steps=steps))
        old = [step.text.splitlines()[-1] for step in world.script.steps]
        assert not [
            line.text for line in told if line.key == "bot" and any(text in line.text for text in old)
        ]
