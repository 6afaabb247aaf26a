"""A lone "stop": asked what it meant, and the answer taken by tap or in words."""

from datetime import timedelta

import pytest
from actors import NOON, play, script, step

from bot.core.script.printer import to_text
from bot.core.talk.model import End, Keep, Manners, Rebutton, Said, Say, Tapped, Wake, Woke
from bot.core.talk.reflection import revise
from bot.core.talk.wakes import KINDS, wakes, wanted

TWO = script(step("a"), step("b"), step("close", "ack", "Bye."))
STOP = Said("Stop.", 7, 1)


def test_the_end_of_the_wait_for_what_stop_meant_is_said() -> None:
    """Whoever wakes the talk by what it says knows when that question ends."""
    after, effects = play(TWO, Tapped("snooze:hour", 1), timedelta(minutes=5), STOP)
    assert [one for one in effects if isinstance(one, Wake)] == list(wakes(after, Manners(), NOON))


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


def test_it_was_the_answer_after_a_plain_no() -> None:
    """A no stops nothing, and the word is still there for its button: kept once, under the same question."""
    no = play(TWO, STOP, Said("no", 8, 1))[0]
    assert (no.halt, no.unsaid, no.answers) == (None, ("Stop.", 7), ())
    after, effects = play(TWO, STOP, Said("no", 8, 1), Tapped("halt:mine", 1))
    assert keeps(effects) == ["Stop."] and after.unsaid is None
    assert play(TWO, STOP, Said("no", 8, 1), Tapped("halt:mine", 1), Tapped("halt:mine", 1)) == (after, ())


def test_a_stop_that_was_never_explained_is_one() -> None:
    """With nothing after it, it ends when its time is over, and is no answer; with words after it, it is a part."""
    after, effects = play(TWO, STOP, Manners().window, Woke("lapse", 1))
    assert (after.state, after.halt, keeps(effects)) == ("stopped", None, [])
    after, effects = play(TWO, STOP, Said("is what he said", 8, 1), Manners().window, Woke("lapse", 1))
    assert (after.state, after.answers[0].texts) == ("lapsed", ("Stop.", "is what he said"))


def test_words_after_it_are_kept_and_lead_nowhere() -> None:
    """They stand under the open question; the talk waits for nothing but what "stop" meant."""
    after, effects = play(TWO, Said("first", 6, 1), STOP, Said("more", 8, 1))
    assert keeps(effects) == ["more"] and len(effects) == 1
    for kind in KINDS:
        assert (wanted(after, Manners(), kind) is None) == (kind != "lapse")
    again, effects = play(TWO, Said("first", 6, 1), STOP, Said("more", 8, 1), Tapped("halt:mine", 1))
    assert again.answers[0].texts == ("first", "Stop.", "more")
    assert keeps(effects) == ["Stop."] and [one for one in effects if isinstance(one, Rebutton) and one.rows]


@pytest.mark.parametrize("event", [Tapped("pass", 1), Tapped("later", 1)])
def test_a_tap_made_before_its_buttons_went_says_nothing_twice(event: Tapped) -> None:
    """A tap that was on its way when "stop" came neither moves anything nor asks the same once more."""
    before, _ = play(TWO, STOP)
    assert play(TWO, STOP, event) == (before, ())


@pytest.mark.parametrize("event", [Said("pass", 8, 1), Said("Later", 8, 1)])
def test_the_buttons_before_it_typed_ask_once_more(event: Said) -> None:
    """What stood under the question is over: typed, the choice is shown again, and nothing moves."""
    before, _ = play(TWO, STOP)
    after, effects = play(TWO, STOP, event)
    asked = next(one.text for one in play(TWO, STOP)[1] if isinstance(one, Say))
    assert [one.text for one in effects if isinstance(one, Say)] == [asked]
    assert (after.question, after.state, after.halt) == (before.question, before.state, before.halt)


def test_a_silence_stopped_in_words_does_not_go_on() -> None:
    """Its end brings nothing as long as it is open what "stop" meant; that it was an answer brings it back."""
    hold = script(step("a", "hold", minutes=(2, 5)), step("b"))
    after, effects = play(hold, Tapped("hold:5", 1), STOP)
    assert isinstance(effects[0], Rebutton) and not effects[0].rows
    assert wanted(after, Manners(), "hold") is None and wanted(after, Manners(), "lapse")
    back, _ = play(hold, Tapped("hold:5", 1), STOP, Tapped("halt:mine", 1))
    assert (back.state, wanted(back, Manners(), "hold")) == ("holding", after.until)


def test_enough_in_words_is_the_button() -> None:
    """What stands under the question may be written, in another language too."""
    after, effects = play(TWO, Said("Genug für jetzt!", 7, 1))
    assert (after.state, keeps(effects)) == ("stopped", [])


def test_a_scale_that_was_never_read_is_printed_without_one() -> None:
    """A step whose list was refused still has a page."""
    assert "# a (rate)\na?" in to_text(script(step("a", "rate")))


def test_a_stop_that_was_put_aside_goes_with_its_message() -> None:
    """Edited or taken back, the word that could still be kept as an answer is forgotten; other edits leave it."""
    put_aside = play(TWO, STOP, Said("no", 8, 1))[0]
    assert revise(put_aside, 7, "Go on.").unsaid is None
    assert revise(put_aside, 8, "Go on.").unsaid == ("Stop.", 7)
