"""Stop is stop: asked once, next to nothing else, and then nothing comes until the client begins again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import kept, me
from whole import CLIENT, COACH, Whole, sharing, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def told(whole: Whole) -> list[str]:
    """The notices of a stop that the coach has read; a digest says how it stands in the same words, beside that."""
    return [one for one in whole.sim.texts(COACH) if "has stopped the questions. What was shared" in one]


def test_stop_is_asked_once_and_the_coach_hears_of_it_after_that(whole: Whole) -> None:
    """/stop asks, with nothing else beside it; only a yes tells the coach."""
    said = whole.say(CLIENT, "/stop")
    assert len(said) == 1
    assert whole.sim.buttons(CLIENT) == ["Yes, stop everything", "Rather a pause", "No, it goes on"]
    assert told(whole) == []
    assert "Stopped. Nothing more comes." in whole.tap(CLIENT, "Yes, stop everything")[-1]
    assert len(told(whole)) == 1


def test_whatever_is_kept_after_a_lapsed_stop_says_that_everything_is_stopped(whole: Whole) -> None:
    """A note, a request, and the words after the question to stop that nobody answered: one line each."""
    whole.say(CLIENT, "stop")
    whole.until(whole.clock.now() + timedelta(days=3))
    for words in ("It was a nice day", "please call me"):
        (said,) = whole.say(CLIENT, words)
        assert "everything is stopped until /start" in said


def test_no_means_no(whole: Whole) -> None:
    """Who would rather go on goes on, and the coach reads nothing."""
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "No, it goes on")
    whole.until(MONDAY + timedelta(hours=11))
    assert (me(whole).state, told(whole)) == ("active", [])
    assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM begun").fetchone()[0]) == 1


def test_after_stop_nothing_comes_whatever_is_written(whole: Whole) -> None:
    """The open talk ends too: words afterwards are a note, and bring no question, no nudge and no reminder."""
    whole.begin("mid-week")
    whole.sim.say(CLIENT, "a first answer")
    whole.pause()
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    said = whole.say(CLIENT, "one more word")
    assert "No question follows: everything is stopped until /start." in said[-1]
    before = len(whole.sim.texts(CLIENT))
    whole.until(MONDAY + timedelta(days=21))
    assert len(whole.sim.texts(CLIENT)) == before
    assert sorted(kept(whole)) == ["a first answer", "one more word"]


def test_no_answer_to_stop_is_a_yes(whole: Whole) -> None:
    """Who asks to stop and says no more has stopped: nothing comes by itself, not even that evening."""
    whole.begin("mid-week")
    whole.sim.say(CLIENT, "a first answer")
    whole.pause(5)
    whole.say(CLIENT, "/stop")
    before = len(whole.sim.texts(CLIENT))
    whole.until(MONDAY + timedelta(days=21))
    assert len(whole.sim.texts(CLIENT)) == before
    assert (me(whole).state, len(told(whole))) == ("stopped", 1)


BESIDE = "Nothing is stopped: it goes on."


def test_words_after_asking_to_stop_are_kept_and_stop_nothing(whole: Whole) -> None:
    """Words instead of a yes or a no are kept privately, answer nothing, and nothing is stopped by them."""
    whole.begin("mid-week")
    whole.say(CLIENT, "/stop")
    said = whole.say(CLIENT, "I cannot do this any more just now")
    assert len(said) == 1 and BESIDE in said[0]
    whole.pause(600)
    assert whole.sim.texts(CLIENT)[-1] == said[0]
    assert kept(whole) == ["I cannot do this any more just now"]
    assert [one.visibility for one in whole.responses() if one.texts] == ["private"]
    whole.until(MONDAY + timedelta(minutes=30))
    assert (me(whole).state, told(whole)) == ("active", [])


@pytest.mark.parametrize("words", ["everything", "Alles.", "todo", "كل شيء"])
def test_everything_is_a_yes_where_it_is_asked_whether_all_shall_stop(whole: Whole, words: str) -> None:
    """The word of the question itself, in any language, is what it asks for."""
    whole.say(CLIENT, "/stop")
    whole.say(CLIENT, words)
    assert me(whole).state == "stopped"


NOES = (
    "Nein, es geht weiter",
    "nein danke",
    "doch nicht",
    "weiter",
    "No thanks",
    "later",
    "لا شكرا",
    "keep going",
    "No, que siga",
    "mejor no",
    "más tarde",
)


@pytest.mark.parametrize("asks", ["/stop", "lösche alles"])
@pytest.mark.parametrize("words", [*NOES, "Behalten", "später"])
def test_only_a_plain_yes_stops_or_erases(whole: Whole, words: str, asks: str) -> None:
    """Any other word leaves all as it was, then and later; a no is filed as nothing."""
    whole.say(CLIENT, "a note")
    whole.say(CLIENT, asks)
    whole.say(CLIENT, words)
    whole.until(MONDAY + timedelta(minutes=30))
    assert (me(whole).state, kept(whole), told(whole)) == ("active", ["a note"], [])


@pytest.mark.parametrize(
    "words",
    ["Lieber eine Pause", "ich meinte Pause", "Rather a pause", "pause", "Mejor una pausa", "أفضل استراحة"],
)
@pytest.mark.parametrize("asks", ["/stop", "stop"])
def test_a_pause_instead_of_a_stop_is_asked_for(whole: Whole, words: str, asks: str) -> None:
    """Outside a talk and in one; without a further word nothing is stopped."""
    if asks == "stop":
        whole.begin("mid-week")
    whole.say(CLIENT, asks)
    assert "For how long?" in whole.say(CLIENT, words)[-1]
    whole.until(MONDAY + timedelta(days=4))
    assert (me(whole).state, kept(whole), told(whole)) == ("active", [], [])


@pytest.mark.parametrize(
    "words", ["Pause", "Pause bitte", "pausieren", "pause please", "can we pause", "استراحة"]
)
@pytest.mark.parametrize("talk", [True, False])
def test_words_of_pause_offer_a_pause(whole: Whole, words: str, talk: bool) -> None:
    """While a talk is open and without one: they are no stop and no answer."""
    if talk:
        whole.begin("mid-week")
    assert "For how long?" in whole.say(CLIENT, words)[-1]
    whole.until(MONDAY + timedelta(days=4))
    assert (me(whole).state, kept(whole), told(whole)) == ("active", [], [])


@pytest.mark.parametrize(
    ("words", "state"), [("yes please", "paused"), ("ja bitte", "paused"), ("/menu", "active")]
)
def test_a_pause_for_some_days_in_words_is_said_back_in_a_talk(whole: Whole, words: str, state: str) -> None:
    """A polite yes is a yes; another command leaves it, says so, and neither is shared."""
    whole.begin("mid-week")
    assert "Understood: from Mon 23 Nov" in whole.say(CLIENT, "pause for two weeks")[-1]
    said = whole.say(CLIENT, words)
    assert state == "paused" or "nothing is changed" in said[0]
    assert me(whole).state == state
    assert all(one.visibility == "private" for one in whole.responses() if one.texts)


@pytest.mark.parametrize("talk", [True, False])
@pytest.mark.parametrize("again", ["STOP.", "stop"])
def test_stop_said_twice_stops_everything(whole: Whole, talk: bool, again: str) -> None:
    """And it is said."""
    if talk:
        whole.begin("mid-week")
    whole.say(CLIENT, "stop")
    assert "Stopped. Nothing more comes." in whole.say(CLIENT, again)[-1]
    assert me(whole).state == "stopped"


def test_another_command_instead_of_a_yes_says_that_nothing_is_stopped(whole: Whole) -> None:
    """/menu after /stop; /stop once more is a yes."""
    whole.say(CLIENT, "/stop")
    assert BESIDE in whole.say(CLIENT, "/menu")[0]
    whole.say(CLIENT, "/stop")
    assert "Stopped. Nothing more comes." in whole.say(CLIENT, "/stop")[-1]


@pytest.mark.parametrize(("words", "state"), [("yes", "stopped"), ("No.", "active")])
def test_a_typed_yes_or_no_to_stop(whole: Whole, words: str, state: str) -> None:
    """The answer can be written."""
    whole.say(CLIENT, "/stop")
    whole.say(CLIENT, words)
    assert (me(whole).state, kept(whole)) == (state, [])


def test_nothing_begins_after_a_stop_but_by_start(whole: Whole) -> None:
    """An old button, /now, /spark and /pause begin nothing and end no stop; /start does."""
    whole.say(CLIENT, "/menu")
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    for words in ("/now", "/spark", "/pause", "/stop"):
        assert "/start takes it up again" in whole.say(CLIENT, words)[-1]
    assert "/start takes it up again" in whole.tap(CLIENT, "m:pause")[-1]
    assert me(whole).state == "stopped"
    assert "That is set" in whole.say(CLIENT, "/start")[-1]
    assert me(whole).state == "active"


def test_a_pause_is_asked_once(whole: Whole) -> None:
    """/pause asks for how long, with nothing else beside it, and says what becomes of the open question."""
    whole.begin("mid-week")
    said = whole.say(CLIENT, "/pause")
    assert len(said) == 1
    assert "The question that is open can still be answered." in said[0]
    assert whole.sim.buttons(CLIENT) == ["One day", "One week", "One month", "Until I come back", "No pause"]
    whole.tap(CLIENT, "No pause")
    assert me(whole).state == "active"


def test_an_old_button_to_erase_erases_nothing(whole: Whole) -> None:
    """A button of weeks ago asks once more."""
    whole.say(CLIENT, "words to keep")
    whole.say(CLIENT, "/erase")
    asked = next(one for one in reversed(whole.sim.messages(CLIENT)) if one.out)
    data = asked.body["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    whole.until(whole.clock.now() + timedelta(minutes=20))
    whole.sim.tap_data(CLIENT, asked.id, data)
    whole.pause()
    assert kept(whole) == ["words to keep"]
    whole.sim.tap_data(CLIENT, 1, "m:erase:yes")
    whole.pause()
    assert kept(whole) == ["words to keep"]


# ---- a pause, however it was begun -------------------------------------------------------------

PAUSED = {
    "a button": ("/pause", "One week", "Paused until Mon 30 Nov, 09:00"),
    "a last day": ("/pause until 12 December", "Yes", "Paused up to and including Sat 12 Dec."),
    "a length": ("/pause for two weeks", "Yes", "Paused up to and including Sun 6 Dec."),
    "two days, as figures": ("/pause 2026-11-23 2026-11-29", "", "Paused up to and including Sun 29 Nov."),
    "no end": ("/pause", "Until I come back", "Paused. /start takes it up again, whenever you like."),
}


@pytest.mark.parametrize("way", PAUSED)
def test_a_pause_tells_and_acts_alike_however_it_was_begun(whole: Whole, way: str) -> None:
    """/menu, /why, /now and /pause name the pause and its end, and /start ends it, whatever it was begun by."""
    words, label, told = PAUSED[way]
    said = whole.say(CLIENT, words)
    said = whole.tap(CLIENT, label) if label else said
    assert told in said[-1]
    for command in ("/menu", "/why", "/now", "/pause"):
        assert told in whole.say(CLIENT, command)[-1], command
    whole.say(CLIENT, "/cancel")
    whole.say(CLIENT, "/menu")
    assert ("Take up again" in whole.sim.buttons(CLIENT), "Pause" in whole.sim.buttons(CLIENT)) == (
        True,
        False,
    )
    whole.until(MONDAY + timedelta(days=3))
    assert whole.responses() == ()
    assert "That is set" in whole.say(CLIENT, "/start")[-1]
    assert "Paused" not in " ".join(whole.say(CLIENT, "/menu") + whole.say(CLIENT, "/why"))
    whole.until(MONDAY + timedelta(days=5))
    assert any("Pass" in one for one in whole.sim.buttons(CLIENT))


@pytest.mark.parametrize("begins", ["2026-11-27", "2026-11-28"])
def test_days_off_that_have_begun_are_a_pause_too(whole: Whole, begins: str) -> None:
    """Days off that lie ahead are named as such; once they have begun they are the pause, and /start ends it."""
    whole.say(CLIENT, f"/pause {begins} 2026-12-12")
    ahead = f"No question comes from {'Fri 27' if begins.endswith('7') else 'Sat 28'} Nov to Sat 12 Dec."
    for command in ("/menu", "/why"):
        assert ahead in whole.say(CLIENT, command)[-1]
    whole.until(datetime(2026, 11, 29, 10, tzinfo=UTC))
    for command in ("/menu", "/why", "/now", "/pause"):
        assert "Paused up to and including Sat 12 Dec." in whole.say(CLIENT, command)[-1], command
    assert "That is set" in whole.say(CLIENT, "/start")[-1]
    assert "Paused" not in " ".join(whole.say(CLIENT, "/menu"))


def test_days_off_ahead_can_be_taken_back(whole: Whole) -> None:
    """/pause offers to take days off back that have not begun, and then the questions come on them."""
    whole.say(CLIENT, "/pause 2026-11-24 2026-11-30")
    whole.say(CLIENT, "/pause")
    said = whole.tap(CLIENT, "No days off after all")
    assert "the next question comes on Mon 23 Nov" in said[-1]
    assert "No question comes" not in " ".join(whole.say(CLIENT, "/menu"))
    whole.until(datetime(2026, 11, 25, 19, 30, tzinfo=UTC))
    came = [one.at for one in whole.sim.chat(CLIENT).events if one.who == "bot" and one.at.day == 25]
    assert came


def test_a_typed_pause_says_what_ends_with_it(whole: Whole) -> None:
    """What was put off does not come in a pause from today on, and that is said before the yes."""
    whole.begin("look-back")
    whole.tap(CLIENT, "Later")
    whole.tap(CLIENT, "Tomorrow")
    said = whole.say(CLIENT, "/pause until 12 December")[-1]
    assert "The question that you put off would not come any more." in said
    whole.tap(CLIENT, "Yes")
    assert "put off" not in whole.say(CLIENT, "/why")[-1]


# ---- what a stop says is what happens ----------------------------------------------------------


def read_by_coach(whole: Whole) -> str:
    """All that the coach has read once they ask for a digest."""
    whole.say(COACH, "/digest")
    whole.pause(10)
    return "\n".join(whole.sim.texts(COACH))


def test_words_after_a_stop_stay_with_their_writer(whole: Whole) -> None:
    """A note, a reply to a question of before, more to a shared answer, and an edit of one: none is shared."""
    whole.begin("mid-week")
    question = max(one.id for one in whole.sim.messages(CLIENT) if one.out)
    first = whole.sim.say(CLIENT, "shared before")
    whole.pause(5)
    whole.say(CLIENT, "/stop")
    said = whole.tap(CLIENT, "Yes, stop everything")[-1]
    assert "What you shared before stays shared; what you write from now on is private." in said
    assert "It is private" in whole.say(CLIENT, "a note afterwards")[-1]
    whole.sim.say(CLIENT, "more of it afterwards", question)
    whole.pause()
    read = read_by_coach(whole)
    assert "shared before" in read and "afterwards" not in read
    whole.sim.edit(CLIENT, first, "changed afterwards")
    whole.pause()
    assert "It is private" in whole.sim.texts(CLIENT)[-1]
    assert "afterwards" not in read_by_coach(whole)
    assert sorted(kept(whole)) == ["a note afterwards", "changed afterwards", "more of it afterwards"]


def test_a_late_answer_after_a_stop_is_private_too(whole: Whole) -> None:
    """A reply to a question that nobody answered is kept under it, for its writer alone, and says so."""
    whole.begin("mid-week")
    question = max(one.id for one in whole.sim.messages(CLIENT) if one.out)
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    whole.sim.say(CLIENT, "an answer afterwards", question)
    whole.pause()
    assert "It is private" in whole.sim.texts(CLIENT)[-1]
    assert "afterwards" not in read_by_coach(whole)
    assert "it is private: Dana does not read it" in whole.say(CLIENT, "please call me")[-1]


@pytest.mark.parametrize("then", ["No, it goes on", "/menu", ""])
def test_the_word_stop_is_no_note_for_the_coach(whole: Whole, then: str) -> None:
    """Whatever follows the question, the word that brought it is shared with nobody."""
    whole.say(CLIENT, "Stop!")
    if then.startswith("/"):
        whole.say(CLIENT, then)
    elif then:
        whole.tap(CLIENT, then)
    whole.until(whole.clock.now() + timedelta(minutes=20))
    assert "Stop!" not in read_by_coach(whole)
    whole.say(CLIENT, "stop")
    assert all(one.visibility == "private" for one in whole.responses())


def test_the_question_to_stop_says_by_when_it_counts(whole: Whole) -> None:
    """Without an answer it is stopped by the minute that was said, and its message says that it is."""
    said = whole.say(CLIENT, "/stop")[-1]
    assert "No answer is needed: everything is then stopped by 09:15, and /start takes it up again." in said
    whole.until(MONDAY + timedelta(minutes=16))
    assert me(whole).state == "stopped"
    assert "No answer came, so everything is stopped." in whole.sim.messages(CLIENT)[-1].body["text"]


def test_a_stop_in_a_talk_that_lapses_is_said(whole: Whole) -> None:
    """Who wrote "stop" and no word more reads, when it counts, that everything is stopped."""
    whole.begin("mid-week")
    whole.say(CLIENT, "stop")
    whole.until(MONDAY + timedelta(days=4))
    assert me(whole).state == "stopped"
    assert whole.sim.texts(CLIENT)[-1].startswith("No answer came, so everything is stopped.")


def test_the_coach_reads_of_a_return_and_the_client_that_they_do(whole: Whole) -> None:
    """/start after a stop is told in a line, to both; after a pause it is told to nobody."""
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    said = whole.say(CLIENT, "/start")
    assert said[0].startswith("Dana reads that you began again.") and "That is set" in said[1]
    assert whole.sim.texts(COACH)[-1] == "Ada has begun again."
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "One week")
    before = len(whole.sim.texts(COACH))
    assert "began again" not in " ".join(whole.say(CLIENT, "/start"))
    assert len(whole.sim.texts(COACH)) == before


def test_who_sees_what_is_written_is_said_as_it_is_now(whole: Whole) -> None:
    """/agreement, /start after a stop and a plain question say what holds now, not what held before."""
    asks = "does Dana see what I write now?"
    assert "What you write now is shared: Dana gets it" in whole.say(CLIENT, asks)[-1]
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    agreed = "\n".join(whole.say(CLIENT, "/agreement"))
    assert "✕ Dana sees what is written while everything is stopped" in agreed
    whole.say(CLIENT, "a note of mine")
    assert "what you write now is private, and Dana does not get it" in whole.say(CLIENT, asks)[-1]
    whole.until(MONDAY + timedelta(days=21))
    assert "What you write now is shared: Dana gets it" in whole.say(CLIENT, "/start")[0]
    assert whole.say(CLIENT, "did you tell Dana?")[-1].startswith("What you write now is shared")
    assert "✓ Dana sees the answers" in "\n".join(whole.say(CLIENT, "/agreement"))
    whole.say(CLIENT, "/sharing")
    whole.tap(CLIENT, "Private until I share")
    assert "What you write now is private until you share it" in whole.say(CLIENT, asks)[-1]
