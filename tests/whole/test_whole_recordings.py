"""Voice notes and pictures: said what becomes of them, counted as what they are, heard where both want it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.store import audit

FIRST = "Of a voice note, a photo or another file only where Telegram has it is kept here."
YES = "Dana can hear and see them"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach, and a client who shares what they write."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


def speak(whole: Whole, times: int = 1) -> None:
    for _ in range(times):
        whole.sim.voice(CLIENT)
        whole.pause(60)


def digest(whole: Whole) -> str:
    whole.say(COACH, "/digest")
    whole.pause(10)
    return next(one for one in reversed(whole.sim.texts(COACH)) if " chose to share." in one)


def brought(whole: Whole) -> list[str]:
    return [one for one in whole.sim.texts(COACH) if one.startswith("Ada, ")]


def test_the_first_says_what_becomes_of_it_once(whole: Whole) -> None:
    """Right behind the first, once for all kinds; words bring nothing of it."""
    whole.say(CLIENT, "a word")
    assert FIRST not in "\n".join(whole.sim.texts(CLIENT))
    speak(whole, 2)
    whole.sim.photo(CLIENT, caption="")
    whole.pause(60)
    assert "\n".join(whole.sim.texts(CLIENT)).count(FIRST) == 1
    assert "Dana reads of those you share only that they came." in whole.say(CLIENT, "/recordings")[-1]


def test_words_with_a_picture_are_kept(whole: Whole) -> None:
    """The words under a picture are quoted as words."""
    whole.sim.photo(CLIENT, caption="my desk")
    whole.pause(60)
    assert "[photo] my desk" in digest(whole)


def test_a_coach_hears_what_is_shared_where_both_want_it(whole: Whole) -> None:
    """After the client's yes the coach's tap brings each by Telegram's own copy, and that is in the export."""
    speak(whole, 2)
    assert "by a tap, Dana can hear and see what you share" in whole.tap(CLIENT, YES)[-1]
    digest(whole)
    whole.tap(COACH, "Hear and see them: 2")
    whole.pause(10)
    assert len(brought(whole)) == 2
    assert "can hear and see those you share" in whole.say(CLIENT, "/recordings")[-1]
    acts = [one.action for one in whole.tx(partial(audit.of_subject, subject=CLIENT))]
    assert "recordings shown" in acts


def test_without_the_clients_yes_nothing_is_brought(whole: Whole) -> None:
    """No button then; one that stood there before the client took it back brings nothing, and says so."""
    speak(whole)
    digest(whole)
    assert not any("Hear and see them" in one for one in whole.sim.buttons(COACH))
    whole.tap(CLIENT, YES)
    speak(whole)
    digest(whole)
    whole.say(CLIENT, "/recordings")
    assert "reads only that it came" in whole.tap(CLIENT, "Only that they came")[-1]
    assert whole.tap(COACH, "Hear and see them: 1")[-1] == "Ada does not share them as things stand."
    assert brought(whole) == []


def test_what_became_private_is_not_brought(whole: Whole) -> None:
    """A voice note that its client made private since stays away."""
    speak(whole)
    whole.tap(CLIENT, YES)
    digest(whole)
    whole.say(CLIENT, "make that private")
    whole.tap(COACH, "Hear and see them: 1")
    assert brought(whole) == []


def test_what_is_told_at_once_can_be_seen(whole: Whole) -> None:
    """The button stands under what a client tells at once, too."""
    speak(whole)
    whole.tap(CLIENT, YES)
    whole.sim.photo(CLIENT, caption="Please call me")
    whole.pause(10)
    whole.tap(CLIENT, "Tell Dana now")
    whole.tap(COACH, "Hear and see them: 1")
    assert len(brought(whole)) == 1


def test_six_voice_notes_are_six_voice_notes(whole: Whole) -> None:
    """They are counted, and take no words' room."""
    speak(whole, 6)
    whole.say(CLIENT, "and a word")
    said = digest(whole)
    assert "6 voice notes" in said and "[voice note]" not in said and "and a word" in said
