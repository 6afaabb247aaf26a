"""The demo leaves what the README says it leaves."""

import os
from pathlib import Path

import pytest

from bot.demo import play
from bot.demo.cast import COACHES


@pytest.mark.slow
async def test_the_demo_leaves_chats_digests_and_the_database(tmp_path: Path) -> None:
    """Every person's chat, each digest as text, its page and picture under its own number, and figures."""
    told: list[str] = []
    found, _ = await play.play(1, 1, tmp_path / "demo", told.append)
    people = {"ruth", *(coach.name.casefold() for coach in COACHES)}
    people |= {client.name.casefold() for coach in COACHES for client in coach.clients}
    assert {path.stem for path in (tmp_path / "demo" / "chats").iterdir()} == people
    coached = (tmp_path / "demo" / "chats" / f"{COACHES[0].name.casefold()}.txt").read_text("utf-8")
    assert coached.count("Logged: ") == len(COACHES[0].clients)
    for coach in COACHES:
        folder = tmp_path / "demo" / "digests" / coach.name.casefold()
        texts = {path.stem: path.read_text("utf-8") for path in folder.glob("*.txt")}
        weekly = [text for text in texts.values() if "chose to share." in text]
        assert len(weekly) == len(coach.clients)
        with_words = {number for number, text in texts.items() if "In their own words" in text}
        assert {path.stem for path in folder.glob("*.html")} >= with_words
        assert {path.stem for path in folder.glob("*.png")} == {path.stem for path in folder.glob("*.html")}
    assert (tmp_path / "demo" / "interlude.db").exists()
    assert found.answered > 0
    assert told


async def test_the_demo_overwrites_nothing_of_others(tmp_path: Path) -> None:
    """A folder that no demo made is refused, and stays as it is."""
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(play.NotOurs, match="choose another --out"):
        await play.play(1, 1, tmp_path, print)
    assert os.listdir(tmp_path) == ["mine.txt"]
