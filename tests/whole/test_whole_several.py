"""A coach does something for several clients at once: shown back, each alone, and nobody reads of the others."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import COACH, Whole, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGULA, MIRO, TOM, SARA = 3000, 3001, 3002, 3003


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Regula and Miro shared something that reached the coach, Tom nothing; Sara shares with Eva."""
    with whole_bot(tmp_path, practice=_four, start=MONDAY) as made:
        made.until(MONDAY)
        for number, name, words in ((REGULA, "Regula", "Friday was slow."), (MIRO, "Miro", "Graz was loud.")):
            made.say(number, words)
            made.pause(20)
            made.say(COACH, f"/digest {name}")
        yield made


def _four(whole: Whole) -> None:
    whole.with_coach(2001, "Eva", "Berlin")
    whole.with_client(SARA, "Sara", "Berlin", 2001, shares=True)
    whole.with_coach()
    for number, name in ((REGULA, "Regula"), (MIRO, "Miro"), (TOM, "Tom")):
        whole.with_client(number, name, shares=True)


@pytest.mark.parametrize("words", ["thank Regula and Miro", "danke an Regula und Miro", "thank Miro, Regula"])
def test_several_are_thanked_after_a_yes(whole: Whole, words: str) -> None:
    """Each reads it as their own; before the yes nobody does."""
    shown = whole.say(COACH, words)[-1]
    assert shown.startswith("Each of these will read it, and nothing of the others: ")
    whole.pause(120)
    assert not any("From Dana" in one for one in whole.sim.texts(REGULA))
    whole.say(COACH, "yes")
    whole.pause(120)
    for chat in (REGULA, MIRO):
        assert whole.sim.texts(chat)[-1] == "From Dana: thank you for what you shared."
    assert not any("From Dana" in one for one in whole.sim.texts(TOM))


@pytest.mark.parametrize(
    "words", ["write to Regula and Miro: the room has changed", "tell all of them the room has changed"]
)
def test_words_for_several_name_nobody_to_the_others(whole: Whole, words: str) -> None:
    """The names are no part of what is read: each reads the words alone."""
    assert "the room has changed" in whole.say(COACH, words)[-1]
    whole.say(COACH, "yes")
    whole.pause(120)
    for chat in (REGULA, MIRO):
        assert whole.sim.texts(chat)[-1] == "From Dana:\nthe room has changed"
    for chat in (TOM, SARA):
        assert not any("the room has changed" in one for one in whole.sim.texts(chat))


def test_whom_nothing_can_reach_is_named(whole: Whole) -> None:
    """Of all clients those who shared nothing are said to be left out."""
    said = whole.say(COACH, "thank everybody")[-1]
    assert "Nothing of these has reached you yet, so there is nothing to answer: Tom." in said
    assert "Sara" not in said


@pytest.mark.parametrize("words", ["ask Regula and Miro: what helped?", "session Regula and Miro tue 3pm"])
def test_what_goes_one_at_a_time_says_so(whole: Whole, words: str) -> None:
    """The words stay in the chat, and each has a button."""
    said = whole.say(COACH, words)[-1]
    assert said.startswith("That is done with one client at a time. With whom first?")
    assert list(whole.sim.buttons(COACH))[:2] == ["Regula", "Miro"]


def test_several_are_cancelled_after_a_yes(whole: Whole) -> None:
    """The session of each on that day, and of nobody else."""
    for name, hour in (("Regula", 10), ("Miro", 12), ("Tom", 14)):
        whole.say(COACH, f"/session {name} 2026-11-24 {hour}:00 once")
    assert "Cancel these 2 sessions?" in whole.say(COACH, "cancel Regula and Miro tomorrow")[-1]
    whole.say(COACH, "yes")
    listed = whole.say(COACH, "/sessions")[-1]
    assert "Tom" in listed and "Miro" not in listed and "Regula" not in listed


def test_two_names_with_another_coachs_client_reach_that_one_never(whole: Whole) -> None:
    """A name that is no own client's is none: nothing goes to it."""
    whole.say(COACH, "thank Regula and Sara")
    whole.say(COACH, "yes")
    whole.pause(120)
    assert not any("From Dana" in one for one in whole.sim.texts(SARA))
