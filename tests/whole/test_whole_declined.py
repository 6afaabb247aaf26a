"""What a client declines or leaves in words: a setting's question, any more questions; who then reads them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from clocked import timed_bot
from small import me, small_bot
from test_whole_signs import sign
from whole import CLIENT, Whole

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares, and no question open."""
    with small_bot(tmp_path, start=MONDAY) as made:
        yield made


@pytest.mark.parametrize("words", ["nobody", "No one.", "niemand", "only me", "keiner", "لا أحد", "just me"])
def test_nobody_sees_it_is_the_private_choice(whole: Whole, words: str) -> None:
    """Asked who sees it, whoever names nobody else is private from then on, and nothing is a note."""
    whole.say(CLIENT, "/sharing")
    assert "private until you share" in whole.say(CLIENT, words)[-1]
    assert (me(whole).visibility, whole.responses()) == ("private", ())


@pytest.mark.parametrize("command", ["/place", "/days", "/quiet", "/more", "/name", "/sharing"])
@pytest.mark.parametrize("words", ["cancel", "Abbrechen.", "never mind", "egal"])
def test_a_word_that_leaves_a_setting_leaves_it(whole: Whole, command: str, words: str) -> None:
    """Nothing is set, nothing is kept, and it is said."""
    before = me(whole)
    whole.say(CLIENT, command)
    assert whole.say(CLIENT, words) == ["Left as it was."]
    assert (whole.responses(), me(whole).name, me(whole).zone) == ((), before.name, before.zone)


@pytest.mark.parametrize("command", ["/place", "/quiet", "/days"])
@pytest.mark.parametrize("words", ["none", "nothing", "nichts", "no"])
def test_a_none_that_is_no_value_is_no_note(whole: Whole, command: str, words: str) -> None:
    """The setting stays as it is, and the coach reads nothing of it."""
    whole.say(CLIENT, command)
    assert whole.say(CLIENT, words) == ["Left as it was."]
    assert whole.responses() == ()


def test_words_behind_the_question_who_sees_it_are_private(whole: Whole) -> None:
    """What names no choice is kept with a sign and for its writer alone; the question stands."""
    whole.say(CLIENT, "/sharing")
    assert "Still open: Who sees it." in whole.say(CLIENT, "depends on the day")[-1]
    assert [one.visibility for one in whole.responses()] == ["private"]


def test_words_behind_who_sees_it_answer_no_open_question(whole: Whole) -> None:
    """With a question open above as well: they are a private note, and the question stays open."""
    whole.say(CLIENT, "/week")
    whole.say(CLIENT, "/sharing")
    whole.say(CLIENT, "depends on the day")
    assert [(one.question, one.visibility) for one in whole.responses()] == [(0, "private")]


def test_words_behind_a_setting_have_a_sign_or_a_line(whole: Whole) -> None:
    """That they are kept is seen though the setting is asked once more; the second within minutes too."""
    whole.say(CLIENT, "a note before")
    whole.say(CLIENT, "/place")
    whole.say(CLIENT, "somewhere over the rainbow I think")
    message = whole.responses()[-1].texts[-1].message_id
    assert sign(whole, message) == "✍"


@pytest.mark.parametrize(
    "words", ["I don't want any more questions", "not at all", "gar nicht mehr", "0", "none", "keine", "صفر"]
)
def test_no_question_at_all_is_a_pause_or_a_stop(whole: Whole, words: str) -> None:
    """Asked how often, who wants none is offered both; nothing is changed before, and nothing is kept."""
    whole.say(CLIENT, "/more")
    said = whole.say(CLIENT, words)
    assert said == [
        "No question at all is a pause, for as long as you choose, or a stop. Nothing is changed yet."
    ]
    assert (me(whole).state, whole.responses()) == ("active", ())
    assert "For how long?" in whole.tap(CLIENT, "Pause")[-1]


@pytest.mark.parametrize(
    "words", ["until I come back to you", "Until further notice", "bis ich mich melde", "bis auf Weiteres"]
)
def test_a_pause_until_further_notice_has_no_end(whole: Whole, words: str) -> None:
    """It is the button for it, in other words; behind the command as well."""
    whole.say(CLIENT, "/pause")
    assert whole.say(CLIENT, words)[-1].startswith("Paused. /start takes it up again")
    whole.say(CLIENT, "/start")
    assert whole.say(CLIENT, f"/pause {words}")[-1].startswith("Paused. /start takes it up again")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Tuesday & Thursday", "Tue and Thu"),
        ("weekend", "Sat and Sun"),
        ("every day", "Mon, Tue, Wed, Thu, Fri, Sat and Sun"),
    ],
)
def test_an_hour_behind_days_that_were_said_back_is_on_those_days(
    whole: Whole, words: str, days: str
) -> None:
    """In place of a yes: what was understood before stays."""
    whole.say(CLIENT, "/days")
    whole.say(CLIENT, words)
    assert f"{days} at 18:00".casefold() in whole.say(CLIENT, "at 6 pm")[-1].casefold()
    assert f"{days} at 18:00".casefold() in whole.say(CLIENT, "yes")[-1].casefold()


def test_quiet_hours_are_named_for_an_hour_behind_days(whole: Whole) -> None:
    """An hour that cannot be is refused by name, and the days stay understood."""
    whole.say(CLIENT, "/days")
    whole.say(CLIENT, "weekend")
    assert "quiet hours" in whole.say(CLIENT, "23:00")[-1]
    assert "Sat and Sun at 18:00" in whole.say(CLIENT, "18:00")[-1]


def test_a_no_behind_a_name_that_was_not_taken_takes_no_name_away(whole: Whole) -> None:
    """The name stays, and what is said of the word that was no name is true."""
    before = me(whole).name
    whole.say(CLIENT, "/name")
    assert "A name works, also as in: my name is Kim." in whole.say(CLIENT, "Tired")[-1]
    assert whole.say(CLIENT, "no") == ["Left as it was."]
    assert me(whole).name == before != ""


RESUMES = ("end the pause", "take me off pause", "unpause", "resume", "I want to continue", "Pause beenden")
MORE_RESUMES = ("weitermachen", "Pause aufheben", "start", "Take up again", "أكمل", "إنهاء الاستراحة")


@pytest.mark.parametrize("asks", [True, False])
@pytest.mark.parametrize("words", RESUMES + MORE_RESUMES)
def test_a_pause_is_ended_in_words_and_a_yes(whole: Whole, words: str, asks: bool) -> None:
    """Whether or not a question is open: it is offered, a yes takes it up, and nothing of it is kept."""
    if asks:
        whole.say(CLIENT, "/week")
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "One week")
    assert "Nothing was kept." in whole.say(CLIENT, words)[-1]
    assert "Take up again" in whole.sim.buttons(CLIENT)
    whole.say(CLIENT, "ja")
    assert (me(whole).state, whole.responses()) == ("active", ())


def test_a_no_leaves_the_pause(whole: Whole) -> None:
    """The offer was not taken: the pause lasts, and the no is no note."""
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "Until I come back")
    whole.say(CLIENT, "resume")
    assert whole.say(CLIENT, "no") == ["Left as it was."]
    assert (me(whole).state, whole.responses()) == ("paused", ())


def test_a_pause_is_ended_in_words_while_it_is_asked_for_how_long(whole: Whole) -> None:
    """The question of /pause in a pause gives way to its end."""
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "One week")
    whole.say(CLIENT, "/pause")
    assert "Nothing was kept." in whole.say(CLIENT, "end the pause")[-1]
    whole.say(CLIENT, "yes")
    assert me(whole).state == "active"


@pytest.mark.parametrize(
    "words", ["continue", "I'm back", "start", "Take up again", "yes", "Weitermachen", "نعم"]
)
def test_a_stop_is_taken_up_in_words_and_a_yes(whole: Whole, words: str) -> None:
    """Asked once; none of it is kept."""
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    assert "Stopped: nothing is sent." in whole.say(CLIENT, words)[-1]
    whole.say(CLIENT, "yes")
    assert (me(whole).state, whole.responses()) == ("active", ())


@pytest.mark.parametrize(
    "words",
    [
        "when does the next question come?",
        "Wann kommt die nächste Frage?",
        "when will you ask again",
        "متى السؤال القادم؟",
    ],
)
def test_when_the_next_question_comes_is_answered_in_words(tmp_path: Path, words: str) -> None:
    """By the plan as it stands, and it is no note."""
    with timed_bot(tmp_path, start=MONDAY, rhythm="mon,thu 19:00") as whole:
        said = whole.say(CLIENT, words)[-1]
        assert said.startswith("As things stand, the next question comes on Mon 23 Nov, 19:0")
        assert said.endswith("Nothing was kept or changed.")
        assert whole.responses() == ()


def test_where_no_question_is_planned_that_is_said(whole: Whole) -> None:
    """No script comes by itself here, and nothing is offered any more: whoever asks when one comes reads so."""
    whole.until(whole.clock.now() + timedelta(days=8))
    whole.tap(CLIENT, "Do not offer it again")
    whole.until(whole.clock.now() + timedelta(days=40))  # the rhythm is asked about after the lighter weeks
    whole.say(CLIENT, "hello")
    said = whole.say(CLIENT, "when does the next question come?")[-1]
    assert said.startswith("As things stand, no question is planned.")


@pytest.mark.parametrize(
    "words", ["what did Dana see?", "What has my coach read so far", "was hat Dana gesehen?"]
)
def test_what_the_coach_saw_opens_the_answers(whole: Whole, words: str) -> None:
    """Each stands there with who sees it; the question itself is no note."""
    whole.say(CLIENT, "a note of mine")
    said = whole.say(CLIENT, words)
    assert any("a note of mine" in one for one in said)
    assert len(whole.responses()) == 1


def test_what_somebody_else_saw_is_a_note(whole: Whole) -> None:
    """Who asks after anybody but the coach tells something."""
    whole.say(CLIENT, "what did she see?")
    assert len(whole.responses()) == 1


@pytest.mark.parametrize("words", ["make that private", "Mach das bitte privat", "please make it private"])
def test_make_that_private_is_for_the_latest_words(whole: Whole, words: str) -> None:
    """What was shared is private from then on, and the wish is no note."""
    whole.say(CLIENT, "a note of mine")
    whole.say(CLIENT, words)
    assert [one.visibility for one in whole.responses()] == ["private"]


@pytest.mark.parametrize("words", ["a question now", "Eine Frage jetzt", "سؤال الآن"])
def test_a_question_now_is_the_button(whole: Whole, words: str) -> None:
    """As /now; the words are no note."""
    said = whole.say(CLIENT, words)
    assert "Which one, if any?" in said
    assert whole.responses() == ()
