"""An answer of which nothing is left."""

from dataclasses import replace

import pytest

from bot.core.talk.model import Answer, Context, Reflection
from bot.core.talk.reflection import unanswered

MINE = Answer("a", 1, "What?", texts=("",), messages=(5,))
OPEN = Reflection("s", "en", 1, Context("Dana"), step="a", question=1, answers=(MINE,))


def test_a_question_waits_as_if_nothing_had_come() -> None:
    """Where no word is left of it the answer is gone."""
    assert unanswered(OPEN).answers == ()


@pytest.mark.parametrize(
    "other",
    [
        replace(OPEN, state="stopped"),
        replace(OPEN, question=2),
        replace(OPEN, answers=(replace(MINE, texts=("", "more")),)),
        replace(OPEN, answers=(replace(MINE, rating=3),)),
        replace(OPEN, answers=(replace(MINE, passed=True),)),
    ],
)
def test_whatever_else_is_left_stays(other: Reflection) -> None:
    """More words, a tap, a pass, an answer that settled and a talk that is over are as they were."""
    assert unanswered(other) == other
