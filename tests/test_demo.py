"""The demo leaves what the README says it leaves, and its people answer what they were asked."""

import os
import re
from pathlib import Path

import pytest

from bot.config_file import SHIPPED
from bot.core.script.parser import parse
from bot.core.script.script import Step
from bot.demo import play
from bot.demo.asked import step_of, steps
from bot.demo.cast import ClientPart, cast
from bot.demo.play import Played


def _step(script: str, name: str) -> Step:
    found, _ = parse((SHIPPED / "en" / f"{script}.md").read_text("utf-8"), f"{script}.md")
    step = found.step(name) if found else None
    assert step is not None, (script, name)
    return step


def _labels(step: Step) -> set[str]:
    numbers = range(step.scale.low, step.scale.high + 1) if step.scale else ()
    minutes = {f"{one} minutes" for one in step.minutes}
    return {
        "Pass",
        "Keep these answers private",
        *(one.label for one in step.choices),
        *map(str, numbers),
        *minutes,
    }


def test_seven_lives_answer_steps_that_are_asked() -> None:
    """Each life says what it shows, and every take in it answers a step, with a button that stands there."""
    lives = cast().clients
    assert len({life.shows for life in lives}) == 7
    for life in lives:
        assert set(life.asked) <= steps(), life.name
        for (script, name), takes in life.asked.items():
            tapped = {line.strip("[]") for take in takes for line in take[:1] if line.startswith("[")}
            assert tapped <= _labels(_step(script, name)), (life.name, script, name)


def test_nobody_says_a_sentence_of_somebody_else() -> None:
    """No words stand in two lives."""
    said = [words for life in cast().clients for words in _words(life)]
    assert len(said) == len(set(said))


def _words(life: ClientPart) -> set[str]:
    takes = [take for several in life.asked.values() for take in several]
    takes += [moment.take for moment in life.moments]
    return {line.strip("~ ") for take in takes for line in take if line[0] not in "[/"}


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("About that.\n\nWhat might you want to bring?", ("before-session", "bring")),
        (
            "Thank you.\n\nWhat would you like Dana to understand about this?",
            ("before-session", "understand"),
        ),
        ("What would suit you right now?", ("rough-day", "suits")),
        ("Shall your name here be “Ada”?", None),
    ],
)
def test_a_message_is_known_by_its_question(words: str, step: tuple[str, str] | None) -> None:
    """Whatever stands before the question, and whoever is named in it."""
    assert step_of(words) == step


@pytest.mark.slow
async def test_the_demo_leaves_chats_digests_and_the_database(tmp_path: Path) -> None:
    """Every person's chat, each digest as text, its page and picture under its own number, and figures."""
    told: list[str] = []
    async with play.played(1, 1, tmp_path / "demo", told.append) as played:
        _answered_what_was_asked(played)
        _shown(played)
        found = played.figures
    coaches = cast().coaches
    people = {"ruth", *(coach.name.casefold() for coach in coaches)}
    people |= {client.name.casefold() for client in cast().clients}
    assert {path.stem for path in (tmp_path / "demo" / "chats").iterdir()} == people
    coached = (tmp_path / "demo" / "chats" / f"{coaches[0].name.casefold()}.txt").read_text("utf-8")
    assert coached.count("Logged: ") == len(coaches[0].clients)
    for coach in coaches:
        folder = tmp_path / "demo" / "digests" / coach.name.casefold()
        texts = {path.stem: path.read_text("utf-8") for path in folder.glob("*.txt")}
        weekly = [text for text in texts.values() if "private entries are not counted" in text]
        assert len(weekly) == len(coach.clients)
        with_words = {number for number, text in texts.items() if "In their own words" in text}
        assert {path.stem for path in folder.glob("*.html")} >= with_words
        assert {path.stem for path in folder.glob("*.png")} == {path.stem for path in folder.glob("*.html")}
    assert (tmp_path / "demo" / "interlude.db").exists()
    assert found.answered > 0
    assert told


def _answered_what_was_asked(played: Played) -> None:
    """Whoever wrote used the words of their own life, each once; nothing was asked that no life has."""
    for actor in played.stage.clients:
        assert actor.unwritten == []
        sim, joined = played.stage.world.sim, {actor.part.name, actor.part.place, actor.part.days}
        said = [str(one.body["text"]) for one in sim.messages(actor.chat) if not one.out]
        own = [words for words in said if words not in joined and not re.match(r"/|\d\d:\d\d$", words)]
        assert len(own) == len(set(own)) > 0
        assert set(own) <= _words(actor.part)


def _shown(played: Played) -> None:
    """In the first week already: a brief, a mark, a repair, a return, a rough day, a card, a private answer."""
    sim = played.stage.world.sim
    chats = {name: "\n".join(sim.transcript(chat)) for chat, name in played.stage.names.items()}
    assert re.search(r"Before your session with Ada.*arranged it that way", chats["Dana"], re.DOTALL)
    assert re.search(r"Breakthrough.*answer before I ask", chats["Dana"], re.DOTALL)
    assert "Like an exam. I heard myself being sensible." in chats["Dana"]
    assert re.search(r"I am here again.*Relief, mostly", chats["Cleo"], re.DOTALL)
    assert re.search(r"One word.*Fog\..*That's it for today", chats["Fay"], re.DOTALL)
    assert re.search(r"I want to die.*may need a person.*Iris has seen", chats["Gil"], re.DOTALL)
    assert "height out of it" in chats["Dev"]
    assert "height out of it" not in chats["Iris"]


async def test_the_demo_overwrites_nothing_of_others(tmp_path: Path) -> None:
    """A folder that no demo made is refused, and stays as it is."""
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(play.NotOurs, match="choose another --out"):
        await play.play(1, 1, tmp_path, print)
    assert os.listdir(tmp_path) == ["mine.txt"]
