"""A coach asks what somebody said about something, and how somebody is: only what reached them is shown."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import COACH, Whole, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGULA, MIRO, SARA = 3000, 3001, 3002


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Regula shared two things and kept one; Miro keeps all; Sara shares with Eva."""
    with whole_bot(tmp_path, practice=_three, start=MONDAY) as made:
        made.until(MONDAY)
        made.say(REGULA, "The train to Graz was the best of it.")
        made.say(REGULA, "Friday was slow.")
        made.say(MIRO, "Graz is where I want to be.")
        made.say(SARA, "Graz in the fog.")
        made.pause(30)
        made.say(COACH, "/digest Regula")
        made.pause(10)
        yield made


def _three(whole: Whole) -> None:
    whole.with_coach(2001, "Eva", "Berlin")
    whole.with_client(SARA, "Sara", "Berlin", 2001, shares=True)
    whole.with_coach()
    whole.with_client(REGULA, "Regula", shares=True)
    whole.with_client(MIRO, "Miro", shares=False)


@pytest.mark.parametrize("words", ["what did Regula say about Graz?", "find Graz", "who wrote about Graz?"])
def test_what_was_said_about_something_is_quoted_as_it_reached_the_coach(whole: Whole, words: str) -> None:
    """The answers with that word in them, and nobody's that is private or another coach's."""
    said = " ".join(whole.say(COACH, words))
    assert "The train to Graz was the best of it." in said
    assert "Friday" not in said
    assert "want to be" not in said and "fog" not in said


def test_where_nothing_has_it_that_is_said(whole: Whole) -> None:
    """The same of what is private and of what was never written."""
    said = whole.say(COACH, "what did Miro say about Graz?")[-1]
    assert said == "Nothing that reached you from Miro has “graz” in it."
    assert whole.say(COACH, "what did Miro say about work?")[-1] == said.replace("graz", "work")
    assert whole.say(COACH, "find snow")[-1] == "Nothing that reached you has “snow” in it."


def test_what_is_taken_back_is_found_no_more(whole: Whole) -> None:
    """An answer that its client made private since is not shown again."""
    whole.say(REGULA, "/answers")
    whole.tap(REGULA, "2 👁")
    whole.pause(10)
    assert "train" not in " ".join(whole.say(COACH, "what did Regula say about Graz?"))


@pytest.mark.parametrize("words", ["is Regula ok?", "should I worry about Regula?", "geht es Regula gut?"])
def test_how_somebody_is_is_not_judged(whole: Whole, words: str) -> None:
    """It is said that nothing here can say so; their own latest words stand there with their day."""
    said = whole.say(COACH, words)[-1]
    assert said.startswith("How Regula is nothing here can say; their own words can.")
    assert "Friday was slow.\nMon, 23 Nov 2026" in said


def test_of_whom_nothing_reached_nothing_is_shown(whole: Whole) -> None:
    """Who keeps all and who wrote nothing read the same."""
    said = whole.say(COACH, "is Miro ok?")[-1]
    assert said == "How Miro is nothing here can say; their own words can.\n\nNo session is logged ahead."


def test_days_without_a_session_are_answered_shortly(whole: Whole) -> None:
    """What is on a day where nothing is brings three, and not a year."""
    whole.say(COACH, "/session Miro 2026-11-24 11:00 weekly")
    said = whole.say(COACH, "what's on thursday?")
    assert said[0].startswith("No coaching session is logged for that day.")
    assert said[1].count("Miro") == 3 and "more within a year" not in said[1]
