"""Before the agreement: what somebody asks or says at the door, and what they read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, whole_bot

WATCHED = "nobody is watching"


def opened(made: Whole) -> None:
    """A coach, and somebody who has opened the link and said nothing yet."""
    made.with_coach()
    made.say(COACH, "/invite")
    made.person("Ada", CLIENT)
    made.start(CLIENT, made.link(COACH))


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with whole_bot(tmp_path, opened) as made:
        yield made


@pytest.mark.parametrize("words", ["hello", "hola q tal", "hallo", "مرحبا", "good evening"])
def test_a_hello_at_the_door_is_no_call_for_help(whole: Whole, words: str) -> None:
    """Who greets reads no numbers for emergencies: they stand in the notice above."""
    said = " ".join(whole.say(CLIENT, words))
    assert said and WATCHED not in said


@pytest.mark.parametrize("words", ["help", "hilfe", "ayuda por favor"])
def test_a_call_for_help_at_the_door_is_met(whole: Whole, words: str) -> None:
    """Who calls for help reads where it is, first."""
    assert WATCHED in whole.say(CLIENT, words)[0]


@pytest.mark.parametrize(
    "words",
    ["is it free", "whos gonna read it then", "kann ich das später noch umstellen", "q pasa con lo q escribo",
     "هل تستخدمون كلامي لتدريب الذكاء الاصطناعي"],
)  # fmt: skip
def test_a_question_at_the_door_gets_what_there_is_to_know(whole: Whole, words: str) -> None:
    """However it is asked: who sees what and what is kept; after it the choice, and nothing was kept."""
    said = whole.say(CLIENT, words)
    assert "Dana sees what you share" in said[0]
    assert said[-1] == "Nothing you write is kept yet. Would you like to begin?"
    again = whole.say(CLIENT, "and who has the key to that??")
    assert len(again) == 1 and again[0].startswith(
        "What is known here stands above; Dana can be asked the rest."
    )


def test_a_why_about_the_year_of_birth_is_answered(whole: Whole) -> None:
    """Why it is asked, and that the year is not kept; then it is asked again. A year in two figures is one."""
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[1])
    said = whole.say(CLIENT, "why do you need my age")
    assert said[0] == "It is asked because Interlude is for people of 18 and over. The year is not kept."
    assert "In which year" in said[1]
    assert "name" in whole.say(CLIENT, "born in 91")[-1]


@pytest.mark.parametrize("words", ["Berlin too", "no, Berlin", "Berlin, but I travel a lot"])
def test_a_place_is_read_within_its_sentence(whole: Whole, words: str) -> None:
    """A too, a no and a but cost nobody their town."""
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[1])
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.say(CLIENT, "Ada")
    whole.tap(CLIENT, "Yes")
    assert "Berlin" in whole.say(CLIENT, words)[-1]
    assert "Berlington" not in " ".join(whole.sim.texts(CLIENT))
