"""A new master key while people write: nothing is lost, and everything opens by the new line alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from small import rows, small_bot
from whole import CLIENT, COACH, Whole

from bot import vault
from bot.runtime import control

WORDS = "what I would like to keep of this week is number"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


async def rotated(whole: Whole) -> dict[str, Any]:
    """As `interlude keys rotate` does it: a line in the file, then the running bot is asked."""
    vault.add_version(whole.house.config.security.key_file)
    return await control.answer(whole.house, {"do": "rotate"})


def test_a_new_master_key_under_load(whole: Whole) -> None:
    """Three times while people write, and new people come: each is answered, each word kept once, and opens."""
    for turn in range(3):
        for number in range(30):
            whole.sim.say(CLIENT, f"{WORDS} {turn}:{number}")
            whole.sim.say(COACH, "/clients")
            whole.sim.say(whole.person("Eve", 70_000 + 100 * turn + number), "hello")
        reply = whole.run(rotated(whole))
        assert (reply["done"], reply["version"]) == (True, turn + 2)
        whole.pause(120)
    assert rows(whole, "SELECT count(*) FROM inbox WHERE state <> 1") == [(0,)]
    assert {wrapped[0] for (wrapped,) in rows(whole, "SELECT wrapped FROM keys")} == {4}
    file = whole.house.config.security.key_file
    file.write_text(next(line for line in file.read_text().splitlines() if line.startswith("4 ")) + "\n")
    whole.restart()
    said = [text.words for one in whole.responses() for text in one.texts]
    assert sorted(said) == sorted(f"{WORDS} {turn}:{number}" for turn in range(3) for number in range(30))
    assert all(whole.sim.texts(70_000 + 100 * turn + number) for turn in range(3) for number in range(30))


def test_a_bot_whose_key_file_lacks_a_line_keeps_its_keys(whole: Whole) -> None:
    """A key file that opens nothing is not taken: the reply says so, and words are kept as before."""
    file = whole.house.config.security.key_file
    before = file.read_text()
    file.write_text(vault.new_line(2))
    reply = whole.run(control.answer(whole.house, {"do": "rotate"}))
    assert (reply["done"], "which" in reply["text"], "Nothing was changed." in reply["text"]) == (
        False,
        True,
        True,
    )
    whole.say(CLIENT, WORDS)
    file.write_text(before)
    whole.restart()
    assert WORDS in [text.words for one in whole.responses() for text in one.texts]
