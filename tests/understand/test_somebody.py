"""Words that want somebody to talk to."""

import pytest

from bot.core.understand.query import queries
from bot.core.understand.request import asks, urgent, wants_somebody


@pytest.mark.parametrize(
    "words",
    [
        "i need to talk to someone",
        "I really need somebody to talk to.",
        "need to talk",
        "today was bad, I want to speak to someone now",
        "ich muss mit jemandem reden",
        "brauche jemanden zum Reden",
        "necesito hablar con alguien",
        "أحتاج أن أتكلم مع أحد",
    ],
)
def test_whoever_wants_somebody_is_answered_as_who_calls(words: str) -> None:
    """It counts as a call to the coach that cannot wait: when it goes, *tell now*, and where help is."""
    assert wants_somebody(words) and asks(words) and urgent(words)


@pytest.mark.parametrize(
    "words",
    [
        "I need to talk to someone at work about the raise",
        "we need to talk, she said",
        "ich will mit jemandem reden können, der zuhört, ohne dass ich mich schäme",
        "quiero hablar con alguien de la empresa",
    ],
)
def test_a_wish_that_goes_on_tells_something(words: str) -> None:
    """What goes on behind it is somebody's own matter, and kept as that."""
    assert not wants_somebody(words)


def test_who_is_asked_about_now_is_asked_about() -> None:
    """ "Is Dana reading this right now" is the question without its last words."""
    assert queries("is Dana reading this right now") and queries("Is dana reading this right now?")
