"""A stop at the end of a short message is heard; a story that ends so is not."""

import pytest

from bot.core.talk.spoken import stops


@pytest.mark.parametrize(
    "words",
    [
        "I don't want this any more, please stop",
        "Mir reicht's. Bitte stopp!",
        "Ich mag das nicht mehr, bitte aufhören",
        "لا أريد هذا بعد الآن، توقف",
        "enough. stop everything",
        "please stop",
    ],
)
def test_a_short_message_that_ends_with_a_stop_asks_for_one(words: str) -> None:
    """What is said before it gives the reason, in each language."""
    assert stops(words)


@pytest.mark.parametrize(
    "words",
    [
        "Stop it, he said",
        "he said: please stop",
        "I told him, please stop",
        "the bus, the last stop of the line",
        "I asked my mother and she answered, and we talked for a long long time about it, stop",
        "yes, no",
        ",",
    ],
)
def test_a_story_with_a_stop_in_it_asks_for_none(words: str) -> None:
    """Others' words, a long story, a stop that is a place, and no clause at all."""
    assert not stops(words)
