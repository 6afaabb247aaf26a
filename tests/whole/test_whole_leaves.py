"""Long lists of scripts come a leaf at a time, and every script is reached by taps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from whole import ADMIN, CLIENT, PROMPTS, Whole, sharing, whole_bot

from bot.people.leaf import SIZE, leaf
from bot.store import scripts
from bot.store.db import Tx


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with the whole library and a client."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


@pytest.mark.parametrize("count", [0, 1, SIZE, SIZE + 1, 3 * SIZE])
def test_every_button_is_on_one_leaf(count: int) -> None:
    """Turning goes through all, each once, and then to the first again; a short list has no button for it."""
    rows = tuple(((str(place), f"x:{place}"),) for place in range(count))
    seen, start = [], 0
    for _ in range(-(-count // SIZE) or 1):
        shown = leaf(rows, start, "Others", "turn:")
        seen += [row for row in shown if row[0][0] != "Others"]
        start = int(shown[-1][0][1].removeprefix("turn:")) if shown and shown[-1][0][0] == "Others" else 0
    assert seen == list(rows) and start == 0


@pytest.mark.parametrize(("who", "said"), [(CLIENT, "/now"), (ADMIN, "/scripts")])
def test_beyond_twenty_there_are_others(whole: Whole, who: int, said: str) -> None:
    """A client's /now and an admin's list show twenty, and a tap on Others the rest."""
    spark = (PROMPTS / "en" / "spark.md").read_text()

    def more(tx: Tx) -> None:
        for number in range(6):
            text = spark.replace("Something became clear", f"Clear, the {number}")
            scripts.publish(tx, f"clear-{number}", "en", text, author="A", now=whole.clock.now())

    whole.tx(more)
    whole.say(who, said)
    first = set(whole.sim.buttons(who))
    whole.tap(who, "Others")
    rest = set(whole.sim.buttons(who)) - {"Others"}
    assert len(first) > SIZE and rest and len(rest - first) >= 1
    whole.tap(who, "Others")
    assert set(whole.sim.buttons(who)) == first
