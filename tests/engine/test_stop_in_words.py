"""A lone "stop": asked what it meant, and the answer taken by tap or in words."""

import pytest
from actors import play, script, step

from bot.core.script.printer import to_text
from bot.core.talk.model import End, Keep, Manners, Said, Say, Tapped, Woke

TWO = script(step("a"), step("b"), step("close", "ack", "Bye."))
STOP = Said("Stop.", 7, 1)


def keeps(effects: tuple[object, ...]) -> list[str | None]:
    return [one.text for one in effects if isinstance(one, Keep)]


def test_stop_twice_is_meant() -> None:
    """Who says it again is not asked again: this one ends."""
    after, effects = play(TWO, STOP, Said("STOP", 8, 1))
    assert (after.state, keeps(effects)) == ("stopped", [])


@pytest.mark.parametrize("words", ["stop everything", "Alles.", "كل شيء"])
def test_everything_in_words_ends_without_a_line_of_its_own(words: str) -> None:
    """What else ends, and what is said of it, is done where it ends: the talk adds nothing."""
    after, effects = play(TWO, STOP, Said(words, 8, 1))
    assert after.state == "stopped" and effects[-1] == End("stopped")
    assert not [one for one in effects if isinstance(one, Say)]


def test_everything_by_a_tap_is_the_same() -> None:
    """A tap and the words on it do one thing."""
    assert play(TWO, STOP, Tapped("halt:all", 1))[1][-1] == End("stopped")


def test_this_one_in_words() -> None:
    """The talk ends with its line, and keeps nothing that was no answer."""
    after, effects = play(TWO, STOP, Said("only this one", 8, 1))
    assert after.state == "stopped" and after.answers == ()
    assert [one.text for one in effects if isinstance(one, Say)] == ["Stopped here."]


def test_it_was_the_answer_once() -> None:
    """Kept as an answer at the first tap; a second tap, or one out of nothing, changes nothing."""
    after, effects = play(TWO, STOP, Tapped("halt:mine", 1))
    assert keeps(effects) == ["Stop."]
    assert play(TWO, STOP, Tapped("halt:mine", 1), Tapped("halt:mine", 1)) == (after, ())
    assert play(TWO, Tapped("halt:mine", 1))[1] == ()


def test_a_stop_that_was_never_explained_is_kept_when_the_time_is_over() -> None:
    """It may have been an answer: nothing that was written is lost."""
    after, effects = play(TWO, STOP, Manners().window, Woke("lapse", 1))
    assert (after.state, keeps(effects)) == ("lapsed", ["Stop."])


def test_enough_in_words_is_the_button() -> None:
    """What stands under the question may be written, in another language too."""
    after, effects = play(TWO, Said("Genug für jetzt!", 7, 1))
    assert (after.state, keeps(effects)) == ("stopped", [])


def test_a_scale_that_was_never_read_is_printed_without_one() -> None:
    """A step whose list was refused still has a page."""
    assert "# a (rate)\na?" in to_text(script(step("a", "rate")))
