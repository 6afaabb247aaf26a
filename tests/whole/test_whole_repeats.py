"""What is said again: it names what was read, and does not say a whole paragraph twice."""

from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, private, whole_bot

pytestmark = pytest.mark.usefixtures("intake")  # asked for, and brought


def joined(whole: Whole) -> None:
    """A client who has agreed and said a name, and is asked for the place."""
    whole.with_coach()
    whole.say(COACH, "/invite")
    whole.person("Ada", CLIENT)
    whole.start(CLIENT, whole.link(COACH))
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.say(CLIENT, "Ada")
    whole.tap(CLIENT, "Yes")


def test_a_joining_question_that_is_asked_again_names_what_was_read(tmp_path: Path) -> None:
    """Each repeat says what was read and what would be understood, and shows the question with its buttons."""
    with whole_bot(tmp_path) as whole:
        joined(whole)
        for words in ("somewhere over the rainbow", "qqqq"):
            said = whole.say(CLIENT, words)[-1]
            assert said.startswith(f"Read: “{words}”. A larger city nearby works")
            assert "Where are you?" in said
        whole.say(CLIENT, "Lisbon")
        said = whole.say(CLIENT, "when the wind turns, " * 5)[-1]
        assert said.startswith("Still open:") and "the wind" not in said  # so long it tells something
        assert "Days like these work: mon wed fri." in said
        assert "Mon, Wed, Fri" in whole.sim.buttons(CLIENT)


def test_a_stranger_reads_the_whole_of_it_once(tmp_path: Path) -> None:
    """What this is is said once; what comes soon after gets a line, and a day later the whole again."""
    with whole_bot(tmp_path) as whole:
        whole.person("Sam", 4000)
        assert "findahelpline.com" in whole.say(4000, "Hello")[-1]
        again = whole.say(4000, "Not now")
        assert again == ["Only a link from a coach opens this. Nothing you write here is kept."]
        whole.pause(25 * 3600)
        assert "findahelpline.com" in whole.say(4000, "Hello again")[-1]


def test_a_command_while_joining_says_what_becomes_of_it(tmp_path: Path) -> None:
    """It is named, and the question stands; what asks nothing itself is done at once after the agreement."""
    with whole_bot(tmp_path) as whole:
        joined(whole)
        said = whole.say(CLIENT, "/menu")
        assert said[-2] == "/menu is there once you have begun."
        assert "Where are you?" in said[-1]
        said = whole.say(CLIENT, "/answers")
        assert said[-2].startswith("There are no answers here yet.")
        assert "Where are you?" in said[-1]


def test_minutes_are_read_in_words(tmp_path: Path) -> None:
    """Figures, words and hours, in any of the languages."""
    with whole_bot(tmp_path, practice=private) as whole:
        for words, minutes in (("ten", 10), ("eine halbe Stunde", 30), ("about an hour and a half", 90)):
            whole.say(CLIENT, "/agreement")
            whole.tap(CLIENT, "Minutes a week")
            assert f"Minutes a week: {minutes}" in whole.say(CLIENT, words)[-1]


def test_the_first_words_that_are_shared_say_so(tmp_path: Path) -> None:
    """Also within minutes of a private note from joining: the line names who gets them, and how to change that."""
    with whole_bot(tmp_path) as whole:
        joined(whole)
        assert "It is private." in whole.say(CLIENT, "somewhere over the rainbow")[-2]
        whole.say(CLIENT, "Lisbon")
        whole.tap(CLIENT, "Mon, Wed, Fri at 19:00")
        said = whole.say(CLIENT, "the lake was grey")[-1]
        assert "while it is shared, Dana gets it by the next digest. /answers changes that." in said
