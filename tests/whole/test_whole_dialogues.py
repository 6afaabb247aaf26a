"""Questions about settings: what is taken for their answer, what is not, and how they end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from small import kept, me
from whole import CLIENT, COACH, Whole, private, whole_bot

from bot.store import dialogues, people

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares nothing."""
    with whole_bot(tmp_path, start=MONDAY, practice=private) as made:
        yield made


def open_with(whole: Whole, chat: int = CLIENT) -> str:
    """The question that is open with somebody, or ""."""
    found = whole.tx(partial(dialogues.get, chat_id=chat))
    return found.step if found else ""


def asked_at(whole: Whole, chat: int = CLIENT) -> int:
    """The bot's latest message in a chat."""
    return max(one.id for one in whole.sim.messages(chat) if one.out)


def minutes(whole: Whole, number: float) -> None:
    whole.until(whole.clock.now() + timedelta(minutes=number))


# ---- a setting never swallows ------------------------------------------------------------------


@pytest.mark.parametrize("setting", ["/name", "/place", "/days", "/quiet", "/more"])
def test_the_next_evenings_answer_is_an_answer(whole: Whole, setting: str) -> None:
    """A setting left open takes nothing of what is written to a later question."""
    before = me(whole)
    whole.say(CLIENT, setting)
    whole.until(MONDAY + timedelta(hours=10, minutes=20))  # the question of the evening has come
    assert open_with(whole) == ""
    whole.sim.say(CLIENT, "Something quite ordinary")
    whole.pause(60)
    answers = [one for one in whole.responses() if one.texts]
    assert [(one.texts[0].words, one.script != "") for one in answers] == [("Something quite ordinary", True)]
    after = me(whole)
    assert (after.name, after.zone, after.rhythm) == (before.name, before.zone, before.rhythm)


def test_a_prompt_waits_until_a_setting_is_done(whole: Whole) -> None:
    """Who is choosing days is not cut short by the evening's question; it comes once that is over."""
    minutes(whole, 10 * 60 + 1)
    whole.say(CLIENT, "/days")
    minutes(whole, 8)
    assert open_with(whole) == "days"
    whole.say(CLIENT, "mon wed fri")
    whole.tap(CLIENT, "19:00")
    minutes(whole, 16)
    assert "Enough for now" in whole.sim.buttons(CLIENT)


def test_a_talk_goes_on_as_soon_as_a_setting_is_left(whole: Whole) -> None:
    """An answer that waited for an open setting is followed by the next question, seconds after that is over."""
    whole.begin("mid-week")
    whole.say(CLIENT, "/days")
    whole.say(CLIENT, "Mixed, I think, and long")
    whole.tap(CLIENT, "Leave it as it is")
    before = len(whole.sim.texts(CLIENT))
    minutes(whole, 0.5)
    assert len(whole.sim.texts(CLIENT)) == before + 1
    assert "Enough for now" in whole.sim.buttons(CLIENT)


@pytest.mark.parametrize("rest", ["", "One week"])
def test_a_setting_that_closes_at_night_or_in_a_pause_brings_no_question(whole: Whole, rest: str) -> None:
    """An answer that waited for it is kept, and nothing follows by itself; more words take the talk up again."""
    if rest:
        whole.say(CLIENT, "/pause")
        whole.tap(CLIENT, rest)
    else:
        minutes(whole, 14 * 60)  # 23:00 or later for the client
    whole.begin("mid-week")
    whole.say(CLIENT, "/quiet")
    whole.say(CLIENT, "Mixed, I think, and long")
    before = whole.sim.texts(CLIENT)
    minutes(whole, 60)
    after = whole.sim.texts(CLIENT)
    assert [one for one in after if one not in before and "Closed: nothing is changed" not in one] == []
    assert kept(whole) == ["Mixed, I think, and long"]
    whole.say(CLIENT, "and the lake")
    minutes(whole, 1)
    assert len(whole.sim.texts(CLIENT)) > len(after)


def test_a_setting_left_open_lets_the_prompt_in_and_says_so(whole: Whole) -> None:
    """When its quarter of an hour is over, the message says that nothing is changed, and the prompt comes."""
    minutes(whole, 9 * 60 + 58)
    whole.say(CLIENT, "/days")
    days = asked_at(whole)
    minutes(whole, 20)
    shown = next(one for one in whole.sim.messages(CLIENT) if one.id == days)
    assert any("Closed: nothing is changed. /days asks again." in one for one in whole.sim.texts(CLIENT))
    assert not shown.body.get("reply_markup", {}).get("inline_keyboard")
    assert "Enough for now" in whole.sim.buttons(CLIENT)


def test_a_name_is_asked_back_and_counts_after_a_yes(whole: Whole) -> None:
    """What is written for a name is shown back; only a yes makes it the name, and nothing of it is a note."""
    whole.say(CLIENT, "/name")
    assert "Shall your name here be “Adele”?" in whole.say(CLIENT, "Adele")[-1]
    assert me(whole).name == "Ada"
    assert "“Adele”" in whole.tap(CLIENT, "Yes")[-1]
    assert me(whole).name == "Adele"
    assert kept(whole) == []


def test_words_that_were_no_name_are_kept(whole: Whole) -> None:
    """Who says that it was not meant as a name has written a note."""
    whole.say(CLIENT, "/name")
    whole.say(CLIENT, "A hard day")
    whole.tap(CLIENT, "It was not meant as a name")
    assert (me(whole).name, kept(whole)) == ("Ada", ["A hard day"])


def test_words_that_wait_for_a_yes_are_never_lost(whole: Whole) -> None:
    """Words that might be a name, and about which nothing more is said, are kept as what they would have been."""
    whole.say(CLIENT, "/name")
    whole.say(CLIENT, "A hard day")
    minutes(whole, 16)
    whole.say(CLIENT, "/menu")
    assert (me(whole).name, kept(whole)) == ("Ada", ["A hard day"])


@pytest.mark.parametrize(
    "words", ["two\nlines", "x" * 41, "Why would you like to know that, and who sees it?"]
)
def test_what_is_no_name_is_a_note(whole: Whole, words: str) -> None:
    """More than one line, or than 40 characters, is no name: it is kept as a note, and the question stands."""
    whole.say(CLIENT, "/name")
    said = whole.say(CLIENT, words)
    assert "Still open: Your name." in said[-1]
    assert (me(whole).name, kept(whole)) == ("Ada", [words])
    whole.say(CLIENT, "Adele")
    whole.tap(CLIENT, "Yes")
    assert me(whole).name == "Adele"


def test_the_question_is_asked_once_more_and_no_more(whole: Whole) -> None:
    """A second time beside the question it lapses: it never asks in a ring."""
    whole.say(CLIENT, "/days")
    assert "Still open" in whole.say(CLIENT, "I went for a walk today")[-1]
    assert "nothing is changed" in whole.say(CLIENT, "and it was good to be outside")[-1]
    assert open_with(whole) == ""
    assert kept(whole) == ["I went for a walk today", "and it was good to be outside"]


def test_in_a_talk_words_are_the_answer_and_the_setting_stays_for_one_more(whole: Whole) -> None:
    """Words that are no value go to the question of the talk; the setting stays open once, then it lapses."""
    whole.begin("mid-week")
    whole.say(CLIENT, "/days")
    said = whole.say(CLIENT, "Mixed, I think, and long")
    assert any("Still open: Your days and hours." in one for one in said)
    said = whole.say(CLIENT, "and the lake")
    assert any("Your days and hours: nothing is changed." in one for one in said)
    assert [text.words for one in whole.responses() if one.script for text in one.texts] == [
        "Mixed, I think, and long",
        "and the lake",
    ]


def test_a_reply_to_the_question_answers_it_whatever_came_since(whole: Whole) -> None:
    """A value in reply to the question is its answer, also when something else was shown since."""
    whole.say(CLIENT, "/quiet")
    question = asked_at(whole)
    minutes(whole, 1)
    whole.sim.say(CLIENT, "22:00-07:00", question)
    whole.pause()
    assert me(whole).rhythm["quiet"] == "22:00-07:00"


def test_a_value_that_was_not_meant_for_the_question_is_not_taken(whole: Whole) -> None:
    """A value written in reply to something else is words like any other."""
    other = asked_at(whole)
    whole.say(CLIENT, "/quiet")
    whole.sim.say(CLIENT, "22:00-07:00", other)
    whole.pause()
    assert "quiet" not in me(whole).rhythm
    assert kept(whole) == ["22:00-07:00"]


# ---- the ways out ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "setting", ["/name", "/place", "/days", "/quiet", "/more", "/sharing", "/pause", "/erase"]
)
def test_each_question_has_a_way_out(whole: Whole, setting: str) -> None:
    """/cancel and a button leave any question as it was."""
    before = me(whole)
    whole.say(CLIENT, setting)
    assert "Left as it was." in whole.say(CLIENT, "/cancel")[-1]
    assert open_with(whole) == ""
    whole.say(CLIENT, setting)
    assert "Left as it was." in whole.tap(CLIENT, whole.sim.buttons(CLIENT)[-1])[-1]
    assert (open_with(whole), me(whole).rhythm, me(whole).state) == ("", before.rhythm, before.state)


def test_cancel_without_a_question(whole: Whole) -> None:
    """/cancel says that nothing is being asked for."""
    assert "No setting is being asked for." in whole.say(CLIENT, "/cancel")[-1]


def test_a_question_ends_after_fifteen_minutes(whole: Whole) -> None:
    """After a quarter of an hour it is over; an answer soon behind it is told so, and kept as a note."""
    whole.say(CLIENT, "/days")
    minutes(whole, 16)
    said = whole.say(CLIENT, "mon tue")
    assert any("Your days and hours: nothing is changed. /days asks again." in one for one in said)
    assert kept(whole) == ["mon tue"]
    assert "mon,wed,fri" in me(whole).rhythm["rhythm"]


def shown(whole: Whole, number: int, chat: int = CLIENT) -> tuple[str, bool]:
    """What a message of the bot's says now, and whether it has buttons."""
    found = next(one for one in whole.sim.messages(chat) if one.id == number)
    return str(found.body["text"]), bool(found.body.get("reply_markup", {}).get("inline_keyboard"))


@pytest.mark.parametrize(
    "command", ["/name", "/place", "/days", "/quiet", "/more", "/sharing", "/pause", "/erase"]
)
def test_a_question_that_ends_by_time_says_so_where_it_stands(whole: Whole, command: str) -> None:
    """A quarter of an hour later its own message says that it is closed and what asks again; nothing is sent."""
    whole.say(CLIENT, command)
    question, before = asked_at(whole), len(whole.sim.texts(CLIENT))
    minutes(whole, 14)
    assert shown(whole, question)[1]
    minutes(whole, 2)
    text, buttons = shown(whole, question)
    assert text.endswith(f"Closed: nothing is changed. {command} asks again.")
    assert (buttons, open_with(whole)) == (False, "")
    assert asked_at(whole) == question
    assert len(whole.sim.texts(CLIENT)) == before


def test_a_stop_without_an_answer_says_so_where_it_stands(whole: Whole) -> None:
    """A quarter of an hour after /stop its message says that no answer came and everything is stopped: so it is."""
    whole.say(CLIENT, "/stop")
    question = asked_at(whole)
    minutes(whole, 16)
    assert (
        "What you shared before stays shared; what you write from now on is private."
        in shown(whole, question)[0]
    )
    assert me(whole).state == "stopped"


def test_a_coachs_question_that_ends_by_time_says_so_too(whole: Whole) -> None:
    """So it is with what a coach is asked."""
    whole.say(COACH, "/holiday")
    question = asked_at(whole, COACH)
    minutes(whole, 16)
    text, buttons = shown(whole, question, COACH)
    assert text.endswith("Closed: nothing is changed. /holiday asks again.")
    assert (buttons, open_with(whole, COACH)) == (False, "")


def test_a_nudge_behind_a_closed_question_points_to_its_own(whole: Whole) -> None:
    """Where a setting was asked since, the nudge replies to the question it means."""
    whole.tx(partial(people.set_rhythm, client_id=CLIENT, rhythm="daily 10:00", weekly=1))
    whole.begin("look-back")
    prompt = asked_at(whole)
    whole.say(CLIENT, "/quiet")
    minutes(whole, 30 * 60)
    (nudge,) = [one.body for one in whole.sim.messages(CLIENT) if "still here" in one.body.get("text", "")]
    assert nudge["reply_to_message"]["message_id"] == prompt


def test_whether_it_repeats_that_ends_by_time_says_so(whole: Whole) -> None:
    """A session that was confirmed is kept; left open, whether it repeats says that it stays as it is logged."""
    whole.say(COACH, "/session tomorrow 15:00")
    whole.tap(COACH, "Yes")
    question = asked_at(whole, COACH)
    assert "Does it repeat?" in shown(whole, question, COACH)[0]
    minutes(whole, 16)
    assert shown(whole, question, COACH)[0].endswith("Closed: it stays as it is logged. /sessions shows it.")
    assert "15:00" in " ".join(whole.say(COACH, "/sessions"))


def test_a_name_without_a_yes_says_what_became_of_it(whole: Whole) -> None:
    """Words that waited for a yes are kept for the client alone, and the question says so once it is closed."""
    whole.say(CLIENT, "/name")
    whole.say(CLIENT, "A hard day")
    question = asked_at(whole)
    minutes(whole, 16)
    assert "The words it was about are kept, for you alone." in shown(whole, question)[0]
    assert [(one.texts[0].words, one.visibility) for one in whole.responses()] == [("A hard day", "private")]


def test_an_offer_to_keep_that_ends_by_time_says_what_helps(whole: Whole) -> None:
    """Words read as a command are not kept; once the button has gone, its message says how they can be."""
    whole.say(CLIENT, "menu")
    question = asked_at(whole)
    minutes(whole, 16)
    assert shown(whole, question)[0].endswith("The button is gone; written once more, the words can be kept.")
    assert kept(whole) == []
    whole.say(CLIENT, "menu")
    whole.tap(CLIENT, "Keep it as I wrote it")
    assert kept(whole) == ["menu"]


def test_a_reply_to_a_closed_question_is_told_so(whole: Whole) -> None:
    """A reply comes to nothing however late, is told so, and is kept for the client alone."""
    whole.say(CLIENT, "/days")
    question = asked_at(whole)
    whole.say(CLIENT, "/help")
    minutes(whole, 26 * 60)
    said = len(whole.sim.texts(CLIENT))
    whole.sim.say(CLIENT, "tue thu 8:00", question)
    whole.pause()
    assert "Your days and hours: nothing is changed. /days asks again." in whole.sim.texts(CLIENT)[said]
    assert [(one.texts[0].words, one.visibility) for one in whole.responses() if one.texts] == [
        ("tue thu 8:00", "private")
    ]


def test_a_tap_on_a_closed_question_says_what_asks_it_again(whole: Whole) -> None:
    """A phone that still shows the buttons of a closed question is answered with the truth."""
    whole.say(CLIENT, "/days")
    question = asked_at(whole)
    data = next(
        button["callback_data"]
        for one in whole.sim.messages(CLIENT)
        if one.id == question
        for button in one.body["reply_markup"]["inline_keyboard"][0]
    )
    minutes(whole, 16)
    whole.sim.tap_data(CLIENT, question, data)
    whole.pause()
    answer = [one for one in whole.sim.core.log if one.method == "answerCallbackQuery"][-1]
    assert "This question is closed; /days asks it again." in str(answer)


def test_a_button_that_is_over_says_so_and_goes(whole: Whole) -> None:
    """A tap under a question that is over changes nothing, is answered with the truth, and the buttons go."""
    whole.say(CLIENT, "/days")
    question = asked_at(whole)
    data = next(
        button["callback_data"]
        for one in whole.sim.messages(CLIENT)
        if one.id == question
        for button in one.body["reply_markup"]["inline_keyboard"][0]
    )
    whole.say(CLIENT, "/help")
    before = me(whole)
    whole.sim.tap_data(CLIENT, question, data)
    whole.pause()
    answer = [one for one in whole.sim.core.log if one.method == "answerCallbackQuery"][-1]
    assert "This question is closed; /days asks it again." in str(answer)
    assert replace(me(whole), heard_at=None) == replace(before, heard_at=None)


def test_something_else_that_is_chosen_ends_the_question(whole: Whole) -> None:
    """A command in between ends the question, and a line says that nothing is changed."""
    whole.say(CLIENT, "/quiet")
    assert "Your quiet hours: nothing is changed. /quiet asks again." in whole.say(CLIENT, "/menu")[0]
    assert open_with(whole) == ""


# ---- settings say what they are now ------------------------------------------------------------


def test_a_setting_pushes_no_question_on_who_stopped_one(whole: Whole) -> None:
    """After a talk was stopped, and while one is put off, a changed setting offers no question."""
    whole.begin("mid-week")
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[-1])  # stopped
    before = len(whole.sim.chat(CLIENT).events)
    whole.say(CLIENT, "/more")
    assert "Noted: 2 a week at most" in whole.tap(CLIENT, "2")[-1]
    labels = {label for one in whole.sim.chat(CLIENT).events[before:] for row in one.buttons for label in row}
    assert "A question now" not in labels


# ---- joining -----------------------------------------------------------------------------------


def invited(whole: Whole, chat: int = 3100) -> None:
    whole.say(COACH, "/invite")
    whole.person("Bo", chat)
    whole.start(chat, whole.link(COACH))


def test_words_before_the_agreement_are_not_kept(whole: Whole) -> None:
    """Whatever is written before the agreement is kept nowhere, and that is said."""
    invited(whole)
    assert "Until then nothing that you write here is kept." in whole.say(3100, "a long story")[-1]
    assert whole.say(3100, "and its end")[-1].startswith("This is not kept either.")
    whole.tap(3100, "Yes, private until I share")
    assert kept(whole, 3100) == []


def test_words_beside_the_questions_of_joining_are_private_notes(whole: Whole) -> None:
    """After the agreement words that answer nothing are kept for their writer alone, and it is asked again."""
    invited(whole)
    whole.tap(3100, whole.sim.buttons(3100)[0])  # shares
    whole.say(3100, "1985")
    whole.tap(3100, "No name")
    said = whole.say(3100, "I feel quite lost in all of this today")
    assert "It is private." in said[0]
    assert "Where are you?" in said[-1]
    (note,) = whole.responses(3100)
    assert note.visibility == "private"


@pytest.mark.parametrize(
    ("command", "first", "second", "shown", "set_to"),
    [
        ("/name", "Addaa", "Ada B", "Shall your name here be “Ada B”?", "your name here is “Ada B”"),
        ("/days", "tue 8pm", "wed 8pm", "Understood: Wed at 20:00.", "That is set: Wed at 20:00"),
        ("/quiet", "22-7", "23-7", "Understood: 23:00-07:00.", "no question comes at 23:00-07:00"),
    ],
)
def test_an_edit_of_a_value_that_is_shown_back_changes_it(
    whole: Whole, command: str, first: str, second: str, shown: str, set_to: str
) -> None:
    """What is shown back is edited: it is shown back as it reads now, and a yes is to that."""
    whole.say(CLIENT, command)
    whole.say(CLIENT, first)
    mine = [one.id for one in whole.sim.messages(CLIENT) if not one.out][-1]
    whole.sim.edit(CLIENT, mine, second)
    whole.pause()
    assert shown in whole.sim.texts(CLIENT)[-1]
    assert set_to in whole.say(CLIENT, "yes")[0]
    assert not whole.responses()


def test_who_tells_something_while_joining_is_not_asked_again_and_again(whole: Whole) -> None:
    """What works is said once, then that it can wait; after that words are kept privately, with a sign alone."""
    invited(whole)
    whole.tap(3100, whole.sim.buttons(3100)[0])
    whole.say(3100, "1985")
    whole.say(3100, "my boss shouted at me and I could not say a word")
    assert "my boss" not in whole.sim.texts(3100)[-1]  # no name, and not held up as one
    assert "This can wait" in whole.say(3100, "and nobody there said anything at all")[-1]
    assert whole.say(3100, "I went home by myself then, all the long way") == []
    assert len(whole.responses(3100)) == 3
    assert {one.visibility for one in whole.responses(3100)} == {"private"}
    assert "Shall your name here be “Kim”?" in whole.say(3100, "Kim")[-1]
    whole.tap(3100, "Yes")
    assert whole.say(3100, "later")[-1].startswith("Left here.")
    assert "Where are you?" in whole.say(3100, "/start")[-1]  # the name is not asked twice


def test_joining_can_be_left_and_taken_up_again(whole: Whole) -> None:
    """/cancel while joining leaves it where it is; /start goes on there."""
    invited(whole)
    whole.tap(3100, "Yes, private until I share")
    whole.say(3100, "1985")
    assert "/start goes on" in whole.say(3100, "/cancel")[-1]
    assert "How would you like to be called?" in whole.say(3100, "/start")[-1]


def test_joining_is_still_there_next_day(whole: Whole) -> None:
    """What joining asks does not lapse: nothing else could be meant."""
    invited(whole)
    whole.tap(3100, "Yes, private until I share")
    whole.say(3100, "1985")
    whole.until(whole.clock.now() + timedelta(days=1))
    whole.say(3100, "Bo")
    whole.tap(3100, "Yes")
    assert me(whole, 3100).name == "Bo"


# ---- coaches -----------------------------------------------------------------------------------


def test_a_coachs_question_is_asked_again_in_other_words(whole: Whole) -> None:
    """What is no date is no date: the coach reads what works, and can leave it."""
    whole.say(COACH, "/session Ada")
    assert (
        "Still open: The coaching session (Ada). A date and time like"
        in whole.say(COACH, "some day soon")[-1]
    )
    assert "The coaching session (Ada): left as it was." in whole.say(COACH, "/cancel")[-1]
    assert open_with(whole, COACH) == ""


def test_a_coach_who_is_a_client_too_loses_no_answer(whole: Whole) -> None:
    """In a chat that is coach and client, words that are no date go to the talk; the question lapses."""
    whole.with_coach(2100, "Kim", "Oslo")
    whole.say(2100, "/invite")
    whole.start(COACH, whole.link(2100))
    whole.tap(COACH, whole.sim.buttons(COACH)[0])
    whole.say(COACH, "1985")
    whole.say(COACH, "Dana")
    whole.tap(COACH, "Yes")
    whole.say(COACH, "Berlin")
    whole.say(COACH, "mon wed fri")
    whole.tap(COACH, "19:00")
    whole.begin("mid-week", client=COACH)
    whole.say(COACH, "/session Ada")
    said = whole.say(COACH, "Better than I thought it would be")
    assert any("The coaching session (Ada): nothing is changed." in one for one in said)
    assert kept(whole, COACH) == ["Better than I thought it would be"]


def test_a_name_that_nobody_confirmed_leads_nowhere(whole: Whole) -> None:
    """When its time is over it is kept for its writer alone: no answer, no line of its own, no next question."""
    whole.begin("mid-week")
    whole.say(CLIENT, "/name")
    whole.say(CLIENT, "Kim")
    before = len(whole.sim.texts(CLIENT))
    whole.until(MONDAY + timedelta(hours=23))
    (evening,) = whole.sim.texts(CLIENT)[before:]  # Monday's own question, and nothing of Kim
    assert "What word would fit these days?" in evening  # its second wording: the first came today
    assert [(one.step, one.visibility) for one in whole.responses()] == [("", "private")]
    assert (me(whole).name, kept(whole)) == ("Ada", ["Kim"])


# ---- a value is never filed --------------------------------------------------------------------


@pytest.mark.parametrize("talk", [True, False])
@pytest.mark.parametrize(
    ("setting", "tapped", "value"),
    [
        ("/days", "Tue, Thu", "22:30"),
        ("/days", "Tue, Thu", "mon 21:05"),
        ("/days", "Tue, Thu", "25:00"),
        ("/days", "", "22:30"),
        ("/days", "", "thu 22:30"),
        ("/quiet", "", "10:00-12:00"),
        ("/more", "", "9"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_the_reason_and_never_filed(
    whole: Whole, talk: bool, setting: str, tapped: str, value: str
) -> None:
    """Hours in the quiet hours and the like: the reason is said, the question and its buttons stay, twice over."""
    if talk:
        whole.say(CLIENT, "/now")
    whole.say(CLIENT, setting)
    if tapped:
        whole.tap(CLIENT, tapped)
    step = open_with(whole)
    for _ in range(2):
        said = whole.say(CLIENT, value)
        assert len(said) == 1
        assert "work" in said[0]
        assert ("which end at 08:00" in said[0]) == (value[-5:] in ("22:30", "21:05"))
        assert open_with(whole) == step
        assert "Leave it as it is" in whole.sim.buttons(CLIENT)
    whole.pause(300)
    assert kept(whole) == []


@pytest.mark.parametrize("talk", [True, False])
@pytest.mark.parametrize(
    ("tapped", "value", "rhythm"),
    [
        ("", "7pm", "19:00"),
        ("Tue, Thu", "mon sat 18:00", "mon,sat 18:00"),
        ("Tue, Thu", "20:15", "tue,thu 20:15"),
    ],
)
def test_days_and_hours_are_taken_at_either_step(
    whole: Whole, talk: bool, tapped: str, value: str, rhythm: str
) -> None:
    """A time where days are asked for is on the days there are, other days are other days; none of it is filed."""
    if talk:
        whole.say(CLIENT, "/now")
    whole.say(CLIENT, "/days")
    if tapped:
        whole.tap(CLIENT, tapped)
    whole.say(CLIENT, value)
    if open_with(whole):
        whole.tap(CLIENT, "Yes")
    assert me(whole).rhythm["rhythm"].endswith(rhythm)
    whole.pause(300)
    assert kept(whole) == []


def test_other_days_at_the_hours_step_are_asked_their_hours(whole: Whole) -> None:
    """Who writes days where hours are asked for has chosen those days."""
    whole.say(CLIENT, "/days")
    whole.tap(CLIENT, "Tue, Thu")
    assert "At what time?" in whole.say(CLIENT, "mon sat")[-1]
    assert kept(whole) == []
