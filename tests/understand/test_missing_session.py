"""Words that say that a session is missed, and words that do not."""

import pytest

from bot.core.understand.missing_session import misses
from bot.core.understand.request import cannot_come

MISSED = (
    "had to cancel today's session, im sick",
    "need to cancel thursday",
    "im sick, no session today",
    "I can't come tomorrow after all",
    "sorry, won't make it on Tuesday",
    "kann dienstag nicht",
    "bin krank, termin morgen geht nicht",
    "ich schaffe es morgen leider nicht",
    "die Sitzung morgen muss ausfallen",
    "no puedo ir mañana",
)
COMES = (
    "had to cancel dinner with my sister",
    "i can't make it work with him",
    "ich kann morgen nicht aufstehen",
    "today was hard",
    "I can't",
    "no session helped so far",
    "kann nicht schlafen heute",
    "can we skip tomorrow?",
)


@pytest.mark.parametrize("words", MISSED)
def test_a_session_that_is_missed_is_known(words: str) -> None:
    """Whoever writes it reads at once when the coach gets it, and can send it now."""
    assert misses(words) and cannot_come(words)


@pytest.mark.parametrize("words", COMES)
def test_a_life_misses_no_session(words: str) -> None:
    """The same words about something else are kept as what they are."""
    assert not misses(words)
