"""What is said again: it names what was read, and does not say a whole paragraph twice."""

from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, whole_bot

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
        assert (
            said.startswith("Read: “when the wind turns, when the wind turns, when the wind turns…”")
            or "…”" in said
        )
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
