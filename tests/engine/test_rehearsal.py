"""Playing the client by hand: what is typed, and what comes of it."""

from pathlib import Path

import pytest

from bot.core.script.parser import parse
from bot.core.talk.rehearsal import line_of, stage
from bot.core.talk.talk_file import Talk, TalkLine

SPARK = Path(__file__).parents[2] / "prompts" / "en" / "after-session.md"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("later 2h", TalkLine("later", "2h")),
        ("later, perhaps", TalkLine("client", "later, perhaps")),
        ("[Pass]", TalkLine("client", "[Pass]")),
    ],
)
def test_only_later_with_a_time_lets_time_pass(words: str, line: TalkLine) -> None:
    """Everything else is the client's, a label in brackets too."""
    assert line_of(words) == line


def test_what_is_typed_is_an_answer_a_tap_or_time() -> None:
    """Words go on at once, a label in brackets is tapped, and time only passes."""
    script, _ = parse(SPARK.read_bytes(), SPARK.name, "en")
    assert script is not None
    world = stage(Talk((("script", script.name),), ()), script)
    world.begin()
    began = world.now
    assert any(one.key == "bot" for one in world.typed(line_of("the snow")))
    assert any(one.key == "bot" for one in world.typed(line_of("[Pass]")))
    now = world.now
    world.typed(line_of("later 2h"))
    assert (world.now - now).total_seconds() == 7200 and now > began
