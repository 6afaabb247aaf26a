"""Words typed for a button, and "stop" in words, through the whole bot."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import kept, me, small_bot
from whole import CLIENT, COACH, Whole

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ASKED = (
    "Stop this one, stop everything, or was that your answer? "
    "No answer is needed: everything then stops on Wednesday 25 November, 09:00, and /start takes it up again."
)
NOES = ("no", "No.", "nein", "no thanks", "No, it goes on", "don't stop", "weitermachen", "لا")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who was just asked something."""
    with small_bot(tmp_path, start=MONDAY) as made:
        made.begin("week")
        yield made


@pytest.mark.parametrize("word", ["Stop", "STOP!", "unsubscribe", "Stopp.", "توقف", "stop 🛑"])
def test_stop_in_words_never_brings_the_next_question(whole: Whole, word: str) -> None:
    """Asked what was meant; nothing else follows, however long nobody says."""
    assert whole.say(CLIENT, word) == [ASKED]
    whole.pause(120)
    assert whole.sim.texts(CLIENT)[-1] == ASKED


def test_stop_everything_stops_everything(whole: Whole) -> None:
    """One tap is enough: it was asked already."""
    whole.say(CLIENT, "stop")
    assert "Stopped. Nothing more comes." in whole.tap(CLIENT, "Stop everything")[-1]
    assert me(whole).state == "stopped"
    before = len(whole.sim.texts(CLIENT))
    whole.until(MONDAY + timedelta(days=15))
    assert len(whole.sim.texts(CLIENT)) == before


def test_stop_everything_may_be_typed(whole: Whole) -> None:
    """What the buttons say may be written."""
    whole.say(CLIENT, "stop")
    whole.say(CLIENT, "Everything.")
    assert (me(whole).state, kept(whole)) == ("stopped", [])


def test_stop_this_one_ends_this_one(whole: Whole) -> None:
    """The talk is over, and the rhythm stays; the line does not speak of words that nobody wrote."""
    whole.say(CLIENT, "stop")
    assert whole.tap(CLIENT, "Stop this one") == ["Stopped here."]
    assert (me(whole).state, kept(whole)) == ("active", [])


def test_stop_as_an_answer_is_kept_and_goes_on(whole: Whole) -> None:
    """Then the next question comes as after any answer."""
    whole.say(CLIENT, "Stop")
    whole.tap(CLIENT, "It was my answer")
    whole.pause(60)
    assert kept(whole) == ["Stop"]
    assert "What else" in whole.sim.texts(CLIENT)[-1]


def test_words_after_stop_are_kept_and_bring_nothing_until_it_is_said_what_it_meant(whole: Whole) -> None:
    """No next question, no "still here", no question of the next evening; as an answer both are kept."""
    whole.say(CLIENT, "Stop")
    whole.say(CLIENT, "is what I said to him")
    whole.until(MONDAY + timedelta(days=1, hours=20))
    assert whole.sim.texts(CLIENT)[-1] == ASKED
    assert kept(whole) == ["is what I said to him"]
    whole.tap(CLIENT, "It was my answer")
    whole.pause(60)
    assert sorted(kept(whole)) == ["Stop", "is what I said to him"]
    assert "What else" in whole.sim.texts(CLIENT)[-1]


@pytest.mark.parametrize("word", NOES)
def test_a_plain_no_to_what_stop_meant_leaves_the_question_open(whole: Whole, word: str) -> None:
    """Nothing of it is an answer or an end: that is said, the buttons are back, and silence stops nothing."""
    whole.say(CLIENT, "stop")
    assert whole.say(CLIENT, word) == ["Nothing is stopped. The question is still open."]
    assert (kept(whole), me(whole).state) == ([], "active")
    whole.say(CLIENT, "a long week")
    whole.pause(60)
    assert kept(whole) == ["a long week"]
    assert "What else" in whole.sim.texts(CLIENT)[-1]
    whole.until(MONDAY + timedelta(days=6))
    assert me(whole).state == "active"


def test_a_no_to_stop_leads_on_from_words_before_it(whole: Whole) -> None:
    """What was written before the stop is the answer, and the next question comes as ever."""
    whole.say(CLIENT, "a long week")
    whole.say(CLIENT, "stop")
    whole.say(CLIENT, "no")
    whole.pause(60)
    assert kept(whole) == ["a long week"]
    assert "What else" in whole.sim.texts(CLIENT)[-1]


def test_a_no_to_stop_says_until_when_the_question_is_put_off(whole: Whole) -> None:
    """It had been put off before, and stays so."""
    whole.say(CLIENT, "tomorrow")
    whole.say(CLIENT, "stop")
    (said,) = whole.say(CLIENT, "no")
    assert said.startswith("Nothing is stopped. Put off until Tuesday 24 November")


AGAIN = ("I don't want questions today", "yes", "keine Fragen heute", "stop for a week", "لا أسئلة اليوم")


@pytest.mark.parametrize("words", AGAIN)
def test_a_stop_for_today_is_asked_again_and_is_no_answer(whole: Whole, words: str) -> None:
    """Once more what can be chosen; not a word of it is kept for the coach."""
    whole.say(CLIENT, "stop")
    assert whole.say(CLIENT, words) == [ASKED]
    assert kept(whole) == []


ONCE_MORE = (
    "stop asking me",
    "leave me alone",
    "please stop",
    "Keine Fragen mehr",
    "I don't want any questions",
)


@pytest.mark.parametrize("words", ONCE_MORE)
def test_a_stop_said_once_more_stops_everything(whole: Whole, words: str) -> None:
    """Two stops in a row are clear; none of them is kept as an answer."""
    whole.say(CLIENT, "stop")
    assert "Stopped. Nothing more comes." in whole.say(CLIENT, words)[-1]
    assert (me(whole).state, kept(whole)) == ("stopped", [])


def test_an_older_stop_everything_button_still_does_so(whole: Whole) -> None:
    """After a no the button that stands above means what it says."""
    whole.say(CLIENT, "stop")
    whole.say(CLIENT, "no")
    whole.tap(CLIENT, "Stop everything")
    assert me(whole).state == "stopped"


def test_an_older_it_was_my_answer_button_still_does_so(whole: Whole) -> None:
    """After a no the word is still there for the button that stands above: it is the answer, once."""
    whole.say(CLIENT, "stop")
    whole.say(CLIENT, "no")
    assert kept(whole) == []
    whole.tap(CLIENT, "It was my answer")
    assert kept(whole) == ["stop"]


def test_no_word_on_stop_stops_everything(whole: Whole) -> None:
    """As it says: who writes "stop" and no more reads once that it counts; the coach reads one line."""
    whole.say(CLIENT, "Stop")
    before = len(whole.sim.texts(CLIENT))
    whole.until(MONDAY + timedelta(days=15))
    assert (me(whole).state, kept(whole)) == ("stopped", [])
    (line,) = whole.sim.texts(CLIENT)[before:]
    assert line.startswith("No answer came, so everything is stopped.")
    assert (
        len([one for one in whole.sim.texts(COACH) if one.startswith("Ada has stopped the questions")]) == 1
    )
    assert "Stopped: nothing is sent." in whole.say(CLIENT, "here I am again")[-1]


def test_a_reason_with_a_stop_behind_it_is_asked_about(whole: Whole) -> None:
    """Who says why and then stop is asked what it meant; it is no answer to the question, unless they say so."""
    assert whole.say(CLIENT, "I don't want this any more, please stop") == [ASKED]
    assert kept(whole) == []


def test_words_before_stop_do_not_lead_on_either(whole: Whole) -> None:
    """A bubble, and "stop" before it had settled: the next question does not come."""
    whole.sim.say(CLIENT, "a first bubble")
    whole.pause(5)
    whole.say(CLIENT, "stop")
    whole.until(whole.clock.now() + timedelta(hours=5))
    assert whole.sim.texts(CLIENT)[-1] == ASKED


def test_an_old_button_after_stop_shows_the_choice_again(whole: Whole) -> None:
    """The question's buttons are gone; who still has them on the screen reads what can be chosen."""
    whole.say(CLIENT, "stop")
    assert "Pass" not in whole.sim.buttons(CLIENT)
    assert whole.say(CLIENT, "pass") == [ASKED]


def test_stop_outside_a_talk_asks_once_and_is_a_note_where_it_goes_on(whole: Whole) -> None:
    """No open question: stopping is offered; who meant it otherwise finds it kept."""
    whole.tap(CLIENT, "Enough for now")
    assert "Stop everything?" in whole.say(CLIENT, "stop")[-1]
    whole.tap(CLIENT, "No, it goes on")
    assert (me(whole).state, kept(whole)) == ("active", ["stop"])


@pytest.mark.parametrize("words", [("Später.", "Morgen!"), ("later", "tomorrow"), ("لاحقًا", "غدًا")])
def test_later_may_be_typed_in_any_language(whole: Whole, words: tuple[str, str]) -> None:
    """Put off as by the buttons, and not a word of it is kept as an answer."""
    whole.say(CLIENT, words[0])
    assert "Put off until Tuesday 24 November" in whole.say(CLIENT, words[1])[-1]
    assert kept(whole) == []


def test_the_agreement_may_be_typed_and_the_link_opened_again(whole: Whole) -> None:
    """The words of a button are its tap; who opens the link once more, not yet in, is asked once more."""
    whole.say(COACH, "/invite")
    link = whole.link(COACH)
    other = whole.person("Tom", 3100)
    whole.start(other, link)
    asked = whole.sim.buttons(other)
    assert whole.start(other, link)[-1] != "You are in already. /menu or /help shows what there is."
    assert whole.sim.buttons(other) == asked
    assert "born" in whole.say(other, asked[1])[-1]
    assert "called" in whole.say(other, "1985")[-1]
    assert me(whole, other).visibility == "private"


STOPS = (
    *(
        "I don't want questions today",
        "I don't want any more questions today",
        "Ich möchte keine Fragen mehr",
    ),
    *("pls stop", "I want to stop", "no questions anymore please", "No more questions!", "stop for a week"),
    *("stop it for now thanks", "🛑", "🛑🛑", "enough", "stop everything please"),
    *("Ich will aufhören", "Bitte keine Fragen mehr", "genug für heute", "Stopp für eine Woche"),
    *("أريد أن أتوقف من فضلك", "توقف لمدة أسبوع", "لا أسئلة أخرى"),
)


@pytest.mark.parametrize("words", STOPS)
def test_a_short_message_whose_point_is_to_stop_is_asked_what_it_meant(whole: Whole, words: str) -> None:
    """Politely, as a wish, for a time or by a sign: no answer, and no next question."""
    assert whole.say(CLIENT, words) == [ASKED]
    whole.pause(120)
    assert whole.sim.texts(CLIENT)[-1] == ASKED
    assert kept(whole) == []


@pytest.mark.parametrize(
    "words",
    (
        *(
            "I want to stop smoking",
            "Stop it, he said",
            "A pause",
            "enough time",
            "I have had enough of him",
            "no",
        ),
        *("everything", "Ich will mit dem Rauchen aufhören", "أريد أن أتوقف عن التدخين"),
    ),
)
def test_a_stop_inside_a_sentence_is_an_answer(whole: Whole, words: str) -> None:
    """What is told about stopping is told, and kept."""
    assert ASKED not in whole.say(CLIENT, words)
    assert kept(whole) == [words]


@pytest.mark.parametrize("words", ["tomorrow please", "not today", "Heute nicht", "ربما غدا"])
def test_tomorrow_puts_off_without_later_before_it(whole: Whole, words: str) -> None:
    """As Later and Tomorrow would, and it is said until when."""
    assert "Put off until Tuesday 24 November" in whole.say(CLIENT, words)[-1]
    assert kept(whole) == []


@pytest.mark.parametrize("words", ["no thanks", "next", "skip please", "Nein danke", "التالي"])
def test_next_and_no_thanks_pass(whole: Whole, words: str) -> None:
    """The next question comes at once, and what was asked counts as passed."""
    assert "What else is there to say" in whole.say(CLIENT, words)[-1]
    assert [one.state for one in whole.responses()] == ["passed"]


def test_later_takes_a_please(whole: Whole) -> None:
    """The choice of when stands under the question."""
    whole.say(CLIENT, "later please")
    assert "Tomorrow" in whole.sim.buttons(CLIENT)


@pytest.mark.parametrize("words", ["pls stop", "🛑", "no questions anymore please", "enough"])
def test_a_polite_stop_outside_a_talk_asks_whether_everything_stops(whole: Whole, words: str) -> None:
    """It is no note."""
    whole.tap(CLIENT, "Enough for now")
    assert "Stop everything?" in whole.say(CLIENT, words)[-1]


def _joins(whole: Whole) -> int:
    whole.say(COACH, "/invite")
    other = whole.person("Tom", 3100)
    whole.start(other, whole.link(COACH))
    whole.tap(other, "Yes, private until I share")
    whole.say(other, "1985")
    return other


@pytest.mark.parametrize("words", ["I am Paul", "my name is Paul", "ich heiße Paul", "اسمي Paul", "Paul"])
def test_a_name_may_be_said_in_a_sentence(whole: Whole, words: str) -> None:
    """What is asked back is the name alone."""
    assert "“Paul”" in whole.say(_joins(whole), words)[-1].replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("word", ["no", "Nein", "لا"])
def test_a_no_is_no_name(whole: Whole, word: str) -> None:
    """It says that there shall be none, as the button does."""
    other = _joins(whole)
    assert "Where are you?" in whole.say(other, word)[-1]
    assert me(whole, other).name == ""


def test_stop_while_joining_leaves(whole: Whole) -> None:
    """Nothing is kept and nothing is asked again."""
    assert "Nothing is kept." in whole.say(_joins(whole), "stop")[-1]


@pytest.mark.parametrize("words", ["7", "09:05", "around half past six"])
def test_a_clock_is_never_taken_for_a_place_unasked(whole: Whole, words: str) -> None:
    """What a clock shows is asked back; the zone is not set before."""
    other = _joins(whole)
    whole.tap(other, "No name")
    whole.say(other, words)
    assert me(whole, other).zone == ""
