"""Words that say they are private are kept so, whatever is shared otherwise, until it is said differently."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import kept
from whole import CLIENT, COACH, Whole, sharing, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def seen(whole: Whole) -> str:
    """All that the coach reads once they ask for a digest."""
    whole.pause(60)
    whole.say(COACH, "/digest")
    whole.pause(10)
    return "\n".join(whole.sim.texts(COACH))


WORDS = (
    "don't tell Dana: I may leave",
    "Das ist privat: ich gehe",
    "keep this between us: I may leave",
    "هذا خاص: سأرحل",
)


@pytest.mark.parametrize("words", WORDS)
def test_a_note_that_says_it_is_private_is_kept_so(whole: Whole, words: str) -> None:
    """Nothing of it reaches the coach, and one short question asks back."""
    said = whole.say(CLIENT, words)
    assert said == ["That is kept, and it is private: Dana does not get it. Keep it private, or share it?"]
    assert whole.sim.buttons(CLIENT) == ["Keep it private", "Share it"]
    assert words not in seen(whole)
    assert kept(whole) == [words]
    assert [one.visibility for one in whole.responses()] == ["private"]


def test_an_answer_that_says_it_is_private_waits_for_the_choice_and_goes_on(whole: Whole) -> None:
    """The next question comes once it is said who sees the answer, and not before."""
    whole.begin("look-back")
    whole.say(CLIENT, "Private: the lake")
    before = len(whole.sim.texts(CLIENT))
    whole.pause(120)
    assert len(whole.sim.texts(CLIENT)) == before
    assert whole.tap(CLIENT, "Keep it private")[0] == "It stays private. /answers changes that."
    whole.pause(30)
    assert "What stayed steady" in whole.sim.texts(CLIENT)[-1]
    assert "the lake" not in seen(whole)


def test_the_talk_goes_on_where_nothing_is_chosen(whole: Whole) -> None:
    """Nobody has to choose: after a quarter of an hour it stays private, and the next question comes."""
    whole.begin("look-back")
    whole.say(CLIENT, "Private: the lake")
    whole.say(CLIENT, "and the rain")
    whole.pause(30)
    assert "What stayed steady" in whole.sim.texts(CLIENT)[-1]
    assert [one.visibility for one in whole.responses()] == ["private"]


@pytest.mark.parametrize(
    ("typed", "visibility"), [("Teilen", "session"), ("privat", "private"), ("no", "private")]
)
def test_a_typed_choice_counts_as_its_button(whole: Whole, typed: str, visibility: str) -> None:
    """What stands on a button may be typed, and is no note."""
    whole.say(CLIENT, "(private) the lake")
    whole.say(CLIENT, typed)
    assert [(one.visibility, one.texts[0].words) for one in whole.responses()] == [
        (visibility, "(private) the lake")
    ]
    assert ("the lake" in seen(whole)) == (visibility == "session")


def test_private_said_a_moment_later_is_about_what_was_just_written(whole: Whole) -> None:
    """ "That was private" hides what came before it too."""
    whole.say(CLIENT, "I may leave her")
    whole.pause(60)
    whole.say(CLIENT, "this is private")
    assert "I may leave her" not in seen(whole)
    assert {one.visibility for one in whole.responses()} == {"private"}


def test_an_edit_that_says_it_is_private_is_heard(whole: Whole) -> None:
    """Words that are made private by an edit do not reach the coach."""
    number = whole.sim.say(CLIENT, "I may leave")
    whole.pause(60)
    whole.sim.edit(CLIENT, number, "I may leave (private)")
    whole.pause()
    assert "Keep it private, or share it?" in whole.sim.texts(CLIENT)[-1]
    assert "I may leave" not in seen(whole)


def test_what_has_reached_the_coach_is_said(whole: Whole) -> None:
    """Where the coach has it already the truth is said instead of "private"."""
    number = whole.sim.say(CLIENT, "I may leave")
    assert "I may leave" in seen(whole)
    whole.sim.edit(CLIENT, number, "I may leave (private)")
    whole.pause()
    assert "That has reached Dana already" in whole.sim.texts(CLIENT)[-1]


@pytest.mark.parametrize(("typed", "visibility"), [("Private", "private"), ("teilen", "session")])
def test_the_setting_takes_a_typed_choice(whole: Whole, typed: str, visibility: str) -> None:
    """Under the question who sees what is written, private and share may be typed."""
    whole.say(CLIENT, "/sharing")
    whole.say(CLIENT, typed)
    assert whole.responses() == ()
    whole.say(CLIENT, "the lake")
    assert [one.visibility for one in whole.responses()] == [visibility]


def test_the_silence_after_the_question_ends_it(whole: Whole) -> None:
    """The question back lapses after a while, and nothing comes by itself; a word takes the talk up."""
    whole.begin("look-back")
    whole.say(CLIENT, "Private: the lake")
    before = len(whole.sim.texts(CLIENT))
    whole.until(whole.clock.now() + timedelta(hours=2))
    assert len(whole.sim.texts(CLIENT)) == before
    whole.say(CLIENT, "and the rain")
    whole.pause(60)
    assert "What stayed steady" in whole.sim.texts(CLIENT)[-1]
    assert "the lake" not in seen(whole)


# ---- taken back --------------------------------------------------------------------------------


def test_what_is_deleted_in_the_chat_stays_and_unsay_erases_it(whole: Whole) -> None:
    """No bot is told of a deleted message, which is said; /unsay erases it here, with what it was before."""
    assert whole.say(CLIENT, "/unsay") == ["There is nothing here to take back."]
    number = whole.sim.say(CLIENT, "a word too much")
    whole.pause(60)
    whole.sim.edit(CLIENT, number, "one word too much")
    whole.sim.delete(CLIENT, number)
    whole.pause(60)
    assert kept(whole) == ["one word too much"]
    for command in ("/help", "/limits"):
        assert "What you delete in this chat stays kept here" in whole.say(CLIENT, command)[-1]
    whole.say(CLIENT, "/unsay")
    assert whole.tap(CLIENT, "Erase it")[0].startswith("Erased here.")
    assert whole.responses() == ()
    assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM response_edits").fetchone()[0]) == 0
    assert "word too much" not in seen(whole)


def test_taking_back_shows_what_it_is_and_what_is_true(whole: Whole) -> None:
    """It names the message, and says where the coach has it already; one bubble goes, the other stays."""
    whole.begin("look-back")
    whole.say(CLIENT, "the lake")
    whole.say(CLIENT, "and the rain")
    assert "the rain" in seen(whole)
    said = whole.say(CLIENT, "/unsay")[-1]
    assert "Erase this here? “and the rain”" in said and "has reached Dana already" in said
    whole.say(CLIENT, "yes")
    assert kept(whole) == ["the lake"]


def choose_private(whole: Whole) -> None:
    """The client chooses that what follows is private, in the middle of an answer."""
    whole.say(CLIENT, "/sharing")
    assert "From now on your answers are private" in whole.tap(CLIENT, "Private until I share")[-1]


def test_what_joins_a_shared_answer_after_the_choice_is_private(whole: Whole) -> None:
    """Words that come after "from now on private" stand apart from the answer they would have joined."""
    whole.begin("look-back")
    whole.say(CLIENT, "the lake")
    choose_private(whole)
    assert "It is private. /answers changes that." in whole.say(CLIENT, "and the letter I hid")
    assert "It is private. /answers changes that." not in whole.say(CLIENT, "and the second one")
    told = seen(whole)
    assert "the lake" in told and not any(one in told for one in ("letter", "second"))


def test_an_edit_after_the_choice_is_private(whole: Whole) -> None:
    """What a shared message says only after "from now on private" does not go."""
    whole.begin("look-back")
    number = whole.sim.say(CLIENT, "the lake")
    whole.pause(5)
    choose_private(whole)
    whole.sim.edit(CLIENT, number, "the lake and the letter I hid")
    whole.pause()
    assert whole.sim.texts(CLIENT)[-1] == "It is private. /answers changes that."
    assert "letter" not in seen(whole)


@pytest.mark.parametrize(
    "words", ["don't tell Dana: fewer questions", "fewer questions, private", "nicht für Dana: x"]
)
def test_a_private_wish_for_a_change_does_not_go(whole: Whole, words: str) -> None:
    """What is asked of the coach stays here where it says that it is private, and it is asked back."""
    whole.say(CLIENT, "/change")
    said = whole.say(CLIENT, words)
    assert said[-1] == "That is kept, and it is private: Dana does not get it. Keep it private, or share it?"
    assert words not in seen(whole) and "would like something changed" not in "\n".join(
        whole.sim.texts(COACH)
    )


def test_a_private_goal_does_not_go(whole: Whole) -> None:
    """A card of goals of which one line is private is a private note, and no card."""
    whole.say(CLIENT, "/ourgoals")
    said = whole.say(CLIENT, "Calm - a walk\nprivate: leave him - a flat")
    assert said[-1].endswith("Keep it private, or share it?")
    assert "leave him" not in seen(whole) and "Goals" not in seen(whole)


def test_a_confidence_of_its_own_hides_nothing_before_it(whole: Whole) -> None:
    """What was promised to go still goes where the next message is private and says what it is about."""
    whole.say(CLIENT, "I may leave her")
    said = whole.say(CLIENT, "das ist privat: ich schlafe schlecht")
    assert "So is what you wrote" not in said[-1]
    assert "I may leave her" in seen(whole) and "schlafe" not in seen(whole)


@pytest.mark.parametrize(
    "words",
    [
        "das mit der patientin bitte nur für mich",
        "das bleibt unter uns ja?",
        "lo de mi padre es solo para mí",
        "q esto no lo lea Dana",
        "the bit about the patient stays with me ok",
        "the thing about her is private please",
        "what I said is between us, right?",
        "eso de ayer queda entre nosotras, vale?",
        "was ich eben geschrieben hab bleibt bitte privat",
    ],
)
def test_words_about_what_came_before_take_it_along(whole: Whole, words: str) -> None:
    """What was written in the minutes before is private too and is named, so that "it" is what its writer means."""
    whole.say(CLIENT, "the patient died")
    whole.say(CLIENT, "I held her hand")
    said = whole.say(CLIENT, words)[-1]
    assert "“the patient died”" in said and "“I held her hand”" in said
    assert {one.visibility for one in whole.responses()} == {"private"}
    assert "patient" not in seen(whole)


@pytest.mark.parametrize(
    "words",
    [
        "the bit about the garden stays with me",
        "what she said about trust stays with me",
        "lo de mi padre me costó mucho",
        "das mit der Arbeit war gut",
    ],
)
def test_an_answer_about_a_part_of_it_is_no_confidence(whole: Whole, words: str) -> None:
    """Ordinary answers begin so too, and stay shared."""
    whole.say(CLIENT, words)
    assert [one.visibility for one in whole.responses()] == ["session"]


def test_a_confidence_of_its_own_says_that_what_came_before_stays_shared(whole: Whole) -> None:
    """ "It is private" is of that one alone; a tap takes what came before along; left alone it stays."""
    whole.say(CLIENT, "I may leave her")
    said = whole.say(CLIENT, "das ist privat: ich schlafe schlecht")[-1]
    assert "What you wrote just before still goes to Dana: “" in said
    assert "I may leave her" in whole.tap(CLIENT, "And what I wrote before that")[-1]
    assert "leave her" not in seen(whole)
    whole.say(CLIENT, "private: a word")
    whole.until(whole.clock.now() + timedelta(days=2))
    assert "Closed: it stays private." in "\n".join(whole.sim.transcript(CLIENT))


def test_what_was_made_private_with_it_is_said(whole: Whole) -> None:
    """ "This is private" says that what came before it is private too."""
    whole.say(CLIENT, "I may leave her")
    said = whole.say(CLIENT, "this is private")[-1]
    assert "So is what you wrote just before: “I may leave her”." in said


HOLD_BACK = (
    "halt das zurück",
    "das soll Dana nicht sehen",
    "ich will nicht dass sie das liest",
    "can you not show dana the brother stuff",
    "don't show dana that",
    "not telling dana about my brother",
    "احجب هذا عن Dana",
)


@pytest.mark.parametrize("words", HOLD_BACK)
def test_a_request_to_hold_back_says_what_it_hides(whole: Whole, words: str) -> None:
    """It is no answer: the latest words become private and are named, a tap does the same with those before."""
    whole.say(CLIENT, "the lake was grey")
    whole.pause(3600)
    whole.say(CLIENT, "my brother owes me money")
    said = whole.say(CLIENT, words)[-1]
    assert "just before: “my brother owes me money”." in said and "lake" not in said
    assert "lake" in whole.tap(CLIENT, "And what I wrote before that")[-1]
    told = seen(whole)
    assert "brother" not in told and "lake" not in told and words not in told


def test_a_request_to_hold_back_alone_leaves_what_came_long_before(whole: Whole) -> None:
    """Where the tap is left alone, what was shared an hour before still goes."""
    whole.say(CLIENT, "the lake was grey")
    whole.pause(3600)
    whole.say(CLIENT, "my brother owes me money")
    whole.say(CLIENT, "halt das zurück")
    whole.tap(CLIENT, "Keep it private")
    told = seen(whole)
    assert "brother" not in told and "lake" in told


def test_a_request_to_hold_back_means_the_last_answer_whatever_its_age(whole: Whole) -> None:
    """It is named with its day, it goes to nobody, and an open question takes no answer from the request."""
    whole.say(CLIENT, "the lake was grey")
    whole.pause(26 * 3600)
    whole.begin("look-back")
    said = whole.say(CLIENT, "don't show Dana that")[-1]
    assert "So is what you wrote on " in said and "“the lake was grey”." in said
    whole.tap(CLIENT, "Keep it private")
    assert [one.reflection_id for one in whole.responses()] == [None, None]
    assert "lake" not in seen(whole)


def test_what_is_asked_to_be_deleted_is_shown_and_asked_once(whole: Whole) -> None:
    """The last answer, or what has a word in it: one, or several to choose from, or nothing of the kind."""
    whole.say(CLIENT, "my brother called")
    whole.pause(700)
    whole.say(CLIENT, "the lake was grey, my brother said")
    whole.pause(700)
    assert "“the lake was grey, my brother said”" in whole.say(CLIENT, "delete my last answer")[-1]
    whole.tap(CLIENT, "Leave it as it is")
    said = whole.say(CLIENT, "delete what I wrote about my brother")[-1]
    assert said.startswith("2 answers have it in them.")
    whole.tap(CLIENT, "“my brother called”")
    whole.tap(CLIENT, "Delete it")
    assert kept(whole) == ["the lake was grey, my brother said"]
    assert "Delete this answer for good?" in whole.say(CLIENT, "lösch alles über lake")[-1]
    whole.say(CLIENT, "another brother line")
    whole.say(CLIENT, "delete the brother stuff")
    whole.tap(CLIENT, "All 2 of them")
    assert kept(whole) == []
    assert whole.say(CLIENT, "delete the brother stuff")[-1].startswith(
        "Nothing that you wrote here has “brother”"
    )
    assert whole.say(CLIENT, "delete my last answer")[-1].startswith("There are no answers here yet.")


def test_an_edit_of_a_wish_says_where_it_is(whole: Whole) -> None:
    """A wish edited into other words stands at the coach's as it was; into private it is taken back."""
    whole.say(CLIENT, "/change")
    number = whole.sim.say(CLIENT, "fewer questions")
    whole.pause(5)
    whole.sim.edit(CLIENT, number, "fewer long questions")
    whole.pause()
    assert "Dana can read that as it was; the change does not go. /change takes it anew." in whole.sim.texts(
        CLIENT
    )
    whole.say(CLIENT, "/change")
    number = whole.sim.say(CLIENT, "my mother")
    whole.pause(5)
    whole.tap(CLIENT, "Yes, send it")
    whole.sim.edit(CLIENT, number, "private: my mother")
    whole.pause()
    assert whole.sim.texts(CLIENT)[-1] == "Taken back. Your coach may have read it, and sees that it was."


def test_an_edit_of_goals_into_private_takes_them_back(whole: Whole) -> None:
    """Goals that nobody confirmed are gone once an edit says that they are private."""
    whole.say(CLIENT, "/ourgoals")
    number = whole.sim.say(CLIENT, "Calm - leave him")
    whole.pause(5)
    whole.sim.edit(CLIENT, number, "private: Calm - leave him")
    whole.pause()
    assert whole.sim.texts(CLIENT)[-1] == "Taken back here; Dana may have read it."
    assert "leave him" not in "\n".join([seen(whole), *whole.say(COACH, "/goals Ada")])


@pytest.mark.parametrize(
    "words",
    [
        "Keep these answers private",
        "Diese Antworten privat halten",
        "make my last answer private",
        "unshare that",
    ],
)
def test_what_the_button_says_may_be_typed(whole: Whole, words: str) -> None:
    """The last answer is private then, the list shows it, and the words are no note."""
    whole.begin("look-back")
    whole.say(CLIENT, "the lake")
    whole.pause(30)
    assert whole.say(CLIENT, words)[-1].startswith("Your ")
    told = seen(whole)
    assert "the lake" not in told and words not in told


def test_delete_that_asks_as_its_command_does(whole: Whole) -> None:
    """It is no note: the latest message is shown, to be erased by a tap."""
    whole.say(CLIENT, "the lake")
    assert whole.say(CLIENT, "delete that")[-1].startswith("Erase this here?")
    assert kept(whole) == ["the lake"]


def test_words_that_were_passed_after_all_are_private(whole: Whole) -> None:
    """Nothing says that they go to the coach, and they do not go; nor does what joins them later."""
    whole.begin("look-back")
    whole.say(CLIENT, "I am so angry today")
    whole.say(CLIENT, "pass")
    assert "angry" not in whole.say(CLIENT, "/shared")[-1]
    assert next(one.visibility for one in whole.responses()) == "private"
    assert "angry" not in seen(whole)
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, next(one for one in whole.sim.buttons(CLIENT) if "🔒" in one))
    assert "angry" in seen(whole)


def test_a_request_with_words_of_its_own_answers_the_question(whole: Whole) -> None:
    """What tells something stands under the question in sight, and is private."""
    whole.begin("look-back")
    whole.say(CLIENT, "don't tell anyone: I may leave him")
    (one,) = whole.responses()
    assert (one.step, one.visibility) == ("stands-out", "private")


def test_the_message_that_goes_is_named_by_itself(whole: Whole) -> None:
    """Beside words that may need a person a message is named by its own words and hour; those by their own hour."""
    whole.begin("look-back")
    whole.say(CLIENT, "the lake")
    whole.pause(120)
    whole.say(CLIENT, "I want to die")
    whole.pause(120)
    whole.say(CLIENT, "the rain")
    (last,) = whole.responses()[-1].texts[-1:]
    said = whole.say(CLIENT, "/unsay")[-1]
    assert "“the rain”" in said and f"{last.at:%H:%M}" in said and last.words == "the rain"
    whole.tap(CLIENT, "Erase it")
    (danger,) = [text for one in whole.responses() for text in one.texts if text.words == "I want to die"]
    said = whole.say(CLIENT, "/unsay")[-1]
    assert f"{danger.at:%H:%M}" in said and "die" not in said


@pytest.mark.parametrize(
    ("label", "goes"), [("Keep it to myself", False), ("At our session", True), ("", False)]
)
def test_what_led_into_a_private_talk_is_private_too(whole: Whole, label: str, goes: bool) -> None:
    """The choice that began a talk is seen by whom the talk is; nobody, before that is chosen."""
    whole.begin("after-session")
    whole.tap(CLIENT, "It did not all sit right")
    for words in ("the clock", "cold", "more time"):
        whole.say(CLIENT, words)
        whole.pause(65)
    if label:
        whole.tap(CLIENT, label)
        whole.pause(65)
    assert ("sit right" in seen(whole)) is goes
    assert {one.visibility != "private" for one in whole.responses()} == {goes}


@pytest.mark.parametrize("asks", ["delete my last answer", "/unsay"])
def test_what_is_asked_to_be_gone_waits_for_the_decision(whole: Whole, asks: str) -> None:
    """Untouched it is kept from the coach, which a message of its own says; left as it was it goes as before."""
    whole.say(CLIENT, "the lake was grey")
    whole.say(CLIENT, asks)
    assert "the lake" not in seen(whole)
    whole.tap(CLIENT, "Leave it as it is")
    assert next(one.visibility for one in whole.responses()) == "session"
    whole.say(CLIENT, asks)
    whole.until(whole.clock.now() + timedelta(hours=1))
    assert whole.sim.texts(CLIENT)[-1].startswith("That was not decided, so nothing is erased.")
    assert "the lake" not in seen(whole)


@pytest.mark.parametrize("asks", ["delete my last answer", "/unsay"])
def test_a_prompt_that_ends_such_a_question_says_what_stands_first(whole: Whole, asks: str) -> None:
    """The words stay with their writer, and that is said before what comes; nothing of it is said twice."""
    whole.say(CLIENT, "the lake was grey")
    whole.say(CLIENT, asks)
    before = len(whole.sim.texts(CLIENT))
    whole.begin("look-back")
    said = whole.sim.texts(CLIENT)[before:]
    assert said[0].startswith("That was not decided, so nothing is erased.") and len(said) == 2
    whole.until(whole.clock.now() + timedelta(hours=1))
    assert sum("not decided" in one for one in whole.sim.texts(CLIENT)[before:]) == 1
    assert "the lake" not in seen(whole)


@pytest.mark.parametrize("label", ["Erase it", "Delete it"])
def test_an_erased_answer_draws_no_thanks(whole: Whole, label: str) -> None:
    """Its question stays open as if nothing had come: no thanks, no next question."""
    whole.begin("look-back")
    whole.sim.say(CLIENT, "the lake")
    whole.pause(3)
    whole.sim.say(CLIENT, "delete it" if label == "Erase it" else "delete my last answer")
    whole.pause(3)
    before = len(whole.sim.texts(CLIENT))
    whole.tap(CLIENT, label)
    whole.pause(120)
    assert len(whole.sim.texts(CLIENT)) == before + 1 and whole.responses() == ()
    whole.say(CLIENT, "the rain")
    whole.pause(65)
    assert [(one.step, one.texts[0].words) for one in whole.responses()] == [("stands-out", "the rain")]


def test_a_request_is_never_what_shall_be_gone(whole: Whole) -> None:
    """What was asked of the bot meanwhile is passed over: the answer before it is meant."""
    whole.say(CLIENT, "the lake was grey")
    whole.pause(700)
    whole.say(CLIENT, "please don't show Dana that")
    whole.tap(CLIENT, "Keep it private")
    assert "“the lake was grey”" in whole.say(CLIENT, "delete it")[-1]


@pytest.mark.parametrize("words", ["not ready", "idk", "I don't want to answer.", "lieber nicht", "لا تعليق"])
def test_a_refusal_is_a_pass(whole: Whole, words: str) -> None:
    """It is not quoted back, not asked about, and no answer that the coach reads."""
    whole.begin("look-back")
    whole.say(CLIENT, words)
    whole.pause(65)
    assert next(one.state for one in whole.responses()) == "passed"
    assert words not in whole.sim.texts(CLIENT)[-1] and words not in seen(whole)
