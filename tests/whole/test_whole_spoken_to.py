"""A language that is wished for in words."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import kept, me, small_bot
from whole import CLIENT, Whole

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ASKED = "Soll es ab jetzt Deutsch sein?"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares and is spoken to in English."""
    with small_bot(tmp_path, start=MONDAY) as made:
        yield made


@pytest.mark.parametrize("opens", [False, True])
@pytest.mark.parametrize("words", ["deutsch", "auf deutsch bitte", "/language de", "/sprache deutsch"])
def test_a_language_is_wished_for_and_a_yes_changes_it(whole: Whole, words: str, opens: bool) -> None:
    """Whether or not a question is open: it is asked in that language, and nothing is an answer or a note."""
    if opens:
        whole.say(CLIENT, "/week")
    assert whole.say(CLIENT, words)[-1] == ASKED
    assert me(whole).language == "en"
    whole.say(CLIENT, "ja")
    assert (me(whole).language, kept(whole)) == ("de", [])


def test_without_a_yes_the_language_stays(whole: Whole) -> None:
    """A no leaves it, and the word is no note; one tap keeps the word where it was meant as it stands."""
    whole.say(CLIENT, "deutsch")
    whole.say(CLIENT, "no")
    assert (me(whole).language, kept(whole)) == ("en", [])
    whole.say(CLIENT, "deutsch")
    whole.tap(CLIENT, keeps(whole))
    assert (me(whole).language, kept(whole)) == ("en", ["deutsch"])


def keeps(whole: Whole) -> str:
    """The button that keeps the words."""
    return next(one for one in whole.sim.buttons(CLIENT) if one not in ("Ja",))


def test_the_language_that_is_spoken_already_is_said(whole: Whole) -> None:
    """Nothing is asked and nothing kept."""
    assert whole.say(CLIENT, "English please")[-1].startswith("You are spoken to in English.")
    assert kept(whole) == []
