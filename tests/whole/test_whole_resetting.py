"""Settings changed in words, whatever is open: shown back, set after a yes, kept as words if not meant."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import kept, me, small_bot
from whole import CLIENT, Whole


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


@pytest.mark.parametrize("talking", [True, False])
def test_a_name_and_a_place_are_changed_in_words(whole: Whole, talking: bool) -> None:
    """In a talk or without one, neither is an answer or a note."""
    if talking:
        whole.say(CLIENT, "/week")
    assert "“Tom”" in whole.say(CLIENT, "change my name to Tom")[-1]
    whole.say(CLIENT, "ja genau")
    assert me(whole).name == "Tom"
    assert "Cairo, Egypt" in whole.say(CLIENT, "im in cairo now")[-1]
    whole.say(CLIENT, "yesss")
    assert me(whole).zone == "Africa/Cairo"
    assert kept(whole) == []


def test_a_place_that_was_not_meant_is_kept_as_words(whole: Whole) -> None:
    """Left as it is, the words are the answer that they would have been; what is no place is one at once."""
    whole.say(CLIENT, "/week")
    whole.say(CLIENT, "im in lisbon now")
    whole.tap(CLIENT, "Leave it as it is")
    whole.say(CLIENT, "im in love")
    assert kept(whole) == ["im in lisbon now", "im in love"]
    assert me(whole).zone != "Europe/Lisbon" or me(whole).town == ""


def test_how_many_are_enough_is_shown_back(whole: Whole) -> None:
    """Where no question is open: with one it would be its answer."""
    assert "1 a week at most" in whole.say(CLIENT, "once a week is enough")[-1]
    whole.tap(CLIENT, "Yes")
    assert me(whole).rhythm["weekly"] == 1
    whole.say(CLIENT, "/week")
    whole.say(CLIENT, "once a week is enough")
    assert kept(whole) == ["once a week is enough"]
