"""One turn at a time: what comes in, what comes out."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from actors import BLANK, NOON, choose, play, rate, script, step

from bot.core.script.script import Branch, Choice, Condition, Scale
from bot.core.talk.engine import advance
from bot.core.talk.model import (
    Answer,
    Begin,
    Button,
    Context,
    End,
    Instead,
    Keep,
    Manners,
    Phrases,
    Rebutton,
    Reflection,
    Said,
    Say,
    Start,
    Tapped,
    Trouble,
    Wake,
    Woke,
)
from bot.core.talk.reflection import from_json, over, revise, to_json
from bot.core.talk.walking import PROMPTS, STEPS

EXITS = (Button("Pass", "pass"), Button("Later", "later"), Button("Enough for now", "stop"))
ANSWERING = ((Button("That is all", "done"), Button("Enough for now", "stop")),)
ONE = script(step("stayed"), step("close", "ack", "Bye."))
HOURS = timedelta(hours=1)
SETTLE = Manners().settle


def test_begin_shows_the_statements_and_then_waits_at_the_first_prompt() -> None:
    """Begin sends the statements, then the first prompt with its exits, and asks for nudge and lapse."""
    made = script(step("hello", "ack", "Hello."), step("stayed"), step("close", "ack", "Bye."))
    after, effects = play(made)
    assert effects == (
        Say("Hello.", (), "statement", "hello", 0),
        Say("stayed?", (EXITS,), "prompt", "stayed", 1),
        Wake("nudge", NOON + timedelta(hours=22), 1),
        Wake("lapse", NOON + timedelta(hours=48), 1),
    )
    assert (after.question, after.step, after.prompt, after.state) == (1, "stayed", "stayed?", "open")


def test_a_second_begin_changes_nothing() -> None:
    """Begin that comes twice shows nothing twice."""
    begun, _ = play(ONE)
    assert play(ONE, Begin()) == (begun, ())


def test_a_first_text_is_kept_at_once_and_only_the_buttons_change() -> None:
    """The words are kept with their id, the buttons become That is all and Stop, and it may settle."""
    after, effects = play(ONE, Said("One thing.", 7, 1))
    answer = Answer("stayed", 1, "stayed?", ("One thing.",), (7,))
    assert effects == (
        Keep(answer, "One thing.", 7),
        Rebutton(1, ANSWERING),
        Wake("settle", NOON + SETTLE, 1),
    )
    assert after.answers == (answer,)


def test_more_texts_join_the_same_answer_and_put_settling_off() -> None:
    """Each further message is kept in the same answer and moves the settling on, with no word of the bot."""
    after, effects = play(ONE, Said("One.", 7, 1), 10 * SETTLE / 20, Said("Two.", 8, 1))
    answer = Answer("stayed", 1, "stayed?", ("One.", "Two."), (7, 8))
    assert effects == (Keep(answer, "Two.", 8), Wake("settle", NOON + SETTLE * 1.5, 1))
    assert after.answers == (answer,)


def test_a_settled_answer_leads_to_the_closing_and_the_end() -> None:
    """A settled answer loses its buttons, the last statement closes, and the reflection is finished."""
    after, effects = play(ONE, Said("One.", 7, 1), SETTLE, Woke("settle", 1))
    assert effects == (Rebutton(1), Say("Bye.", (), "closing", "close", 1), End("finished"))
    assert over(after)


def test_an_early_settle_asks_again() -> None:
    """A settle that was under way when more words came waits for the newer one."""
    _, effects = play(ONE, Said("One.", 7, 1), SETTLE / 2, Said("Two.", 8, 1), SETTLE / 2, Woke("settle", 1))
    assert effects == (Wake("settle", NOON + SETTLE * 1.5, 1),)


def test_the_same_message_twice_is_kept_once() -> None:
    """A repeated message changes nothing."""
    once, _ = play(ONE, Said("One.", 7, 1))
    assert play(ONE, Said("One.", 7, 1), Said("One.", 7, 1)) == (once, ())


def test_words_for_an_earlier_prompt_only_join_that_answer() -> None:
    """A late message to an earlier prompt is kept there; the prompt that waits is not touched."""
    made = script(step("a"), step("b"))
    before, _ = play(made, Tapped("pass", 1))
    after, effects = play(made, Tapped("pass", 1), Said("After all.", 9, 1))
    answer = Answer("a", 1, "a?", ("After all.",), (9,), passed=True)
    assert effects == (Keep(answer, "After all.", 9),)
    assert after == replace(before, answers=(answer,))


def test_words_after_the_end_are_still_kept() -> None:
    """After a stop, words are kept with the prompt that stood last, and nothing else happens."""
    _, effects = play(ONE, Tapped("stop", 1), Said("One more.", 9, 1))
    assert effects == (Keep(Answer("stayed", 1, "stayed?", ("One more.",), (9,)), "One more.", 9),)


@pytest.mark.parametrize("turn", [-1, 0, 2])
def test_words_of_a_turn_that_never_was_are_kept_under_it(turn: int) -> None:
    """Words that name no prompt are kept as they came, and the prompt that waits is not touched."""
    before, _ = play(ONE)
    after, effects = play(ONE, Said("?", 9, turn))
    assert effects == (Keep(Answer("", turn, "", ("?",), (9,)), "?", 9),)
    assert after == before


def test_pass_is_kept_and_acknowledged_by_the_script() -> None:
    """A pass is an answer: kept, its buttons gone, and on at once."""
    made = script(step("a"), step("close", "ack", "{{ thanks }}"))
    _, effects = play(made, Tapped("pass", 1))
    assert effects == (
        Keep(Answer("a", 1, "a?", passed=True)),
        Rebutton(1),
        Say("Passed. That is fine.", (), "closing", "close", 1),
        End("finished"),
    )


def test_pass_after_words_keeps_the_words() -> None:
    """A pass tapped while words settle marks the answer as passed and loses none of them."""
    after, _ = play(ONE, Said("No.", 7, 1), Tapped("pass", 1))
    assert after.answers == (Answer("stayed", 1, "stayed?", ("No.",), (7,), passed=True),)


@pytest.mark.parametrize("word", ("weiter", "Next question", "nächste Frage", "التالي"))
def test_a_word_for_the_next_question_behind_an_answer_passes_nothing(word: str) -> None:
    """Words are written: "next" ends the answer as *That is all* does; with nothing written it passes."""
    after, effects = play(ONE, Said("ok", 7, 1), Said(word, 8, 1))
    assert after.answers == (Answer("stayed", 1, "stayed?", ("ok",), (7,)),)
    assert effects[-1] == End("finished")
    before, _ = play(ONE, Said(word, 7, 1))
    assert before.answers[0].passed


def test_the_word_pass_is_a_pass_and_kept_as_written() -> None:
    """Who writes the button's word instead of tapping it has passed, and the word is kept."""
    after, effects = play(ONE, Said(" PASS ", 7, 1))
    assert after.answers == (Answer("stayed", 1, "stayed?", (" PASS ",), (7,), passed=True),)
    assert effects[-1] == End("finished")


def test_stop_ends_with_a_kind_line() -> None:
    """Stop takes the buttons away, says one line and ends."""
    _, effects = play(ONE, Tapped("stop", 1))
    line = Say("Stopped here.", (), "reply", "stayed", 1)
    assert effects == (Rebutton(1), line, End("stopped"))


@pytest.mark.parametrize(
    "tap",
    [
        Tapped("stop", 0),
        Tapped("stop", 2),
        Tapped("done", 1),
        Tapped("back", 1),
        Tapped("nonsense", 1),
        Tapped("", 1),
        Tapped("choice:0", 1),
        Tapped("rate:3", 1),
        Tapped("hold:5", 1),
        Tapped("snooze:never", 1),
        Tapped("snooze", 1),
    ],
)
def test_a_tap_that_belongs_elsewhere_changes_nothing(tap: Tapped) -> None:
    """An old turn, an act this prompt never offered, or nonsense: no change and no effect."""
    before, _ = play(ONE)
    assert play(ONE, tap) == (before, ())


@pytest.mark.parametrize("act", ["choice:9", "choice:-1", "choice:x", "choice:", "choice:٠"])
def test_a_choice_that_is_not_there_changes_nothing(act: str) -> None:
    """A choice number out of range, or not a number, is no choice."""
    made = script(choose("a", "New", "Nothing"), step("b"))
    before, _ = play(made)
    assert play(made, Tapped(act, 1)) == (before, ())


def test_nothing_is_tapped_before_the_beginning_or_after_the_end() -> None:
    """A tap on a reflection that has not begun, or is over, changes nothing."""
    assert advance(ONE, BLANK, Tapped("stop", 0), NOON) == (BLANK, ())
    ended, _ = play(ONE, Tapped("stop", 1))
    assert play(ONE, Tapped("stop", 1), Tapped("pass", 1)) == (ended, ())


def test_later_offers_when_and_back_returns_the_own_buttons() -> None:
    """Later swaps the buttons for four moments, Back brings the prompt's own; a double tap does nothing."""
    made = script(choose("a", "New", "Nothing"))
    later, effects = play(made, Tapped("later", 1))
    assert isinstance(effects[0], Rebutton)
    acts = [button.act for row in effects[0].rows for button in row]
    assert acts == [
        "snooze:hour",
        "snooze:evening",
        "snooze:tomorrow",
        "snooze:week",
        "other",
        "back",
        "stop",
    ]
    assert play(made, Tapped("later", 1), Tapped("later", 1)) == (later, ())
    begun, begin = play(made)
    back, effects = play(made, Tapped("later", 1), Tapped("back", 1))
    assert isinstance(begin[0], Say)
    assert (back, effects) == (begun, (Rebutton(1, begin[0].rows),))


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("eightish", NOON.replace(hour=20)),
        ("in half an hour", NOON + timedelta(minutes=30)),
        ("tomorrow at ten", NOON.replace(hour=10) + timedelta(days=1)),
    ],
)
def test_after_later_an_hour_or_a_length_in_words_puts_it_off_until_then(words: str, until: datetime) -> None:
    """It is no answer; the line says until when, and before Later the same words are one."""
    made = script(step("a"))
    put_off, effects = play(made, Tapped("later", 1), Said(words, 7, 1))
    assert (put_off.state, put_off.until, put_off.snoozes) == ("snoozed", until, 1)
    assert not any(isinstance(one, Keep) for one in effects)
    answered, _ = play(made, Said(words, 7, 1))
    assert (answered.state, answered.answers[0].texts) == ("open", (words,))


def test_words_after_later_that_name_no_hour_are_an_answer() -> None:
    """What tells something is kept under the question as ever."""
    answered, _ = play(script(step("a")), Tapped("later", 1), Said("the lake", 7, 1))
    assert answered.answers[0].texts == ("the lake",)


def test_another_question_leaves_this_one_as_it_is_until_one_is_chosen() -> None:
    """Tapped, under Later too, or written: others are asked for; the question stays open, its buttons its own."""
    made = script(step("a"))
    begun, begin = play(made)
    tapped, effects = play(made, Tapped("later", 1), Tapped("other", 1))
    assert isinstance(begin[0], Say)
    assert (tapped, effects) == (begun, (Rebutton(1, begin[0].rows), Instead()))
    assert play(made, Tapped("other", 1)) == (begun, (Instead(),))
    written, effects = play(made, Said("Another question.", 7, 1))
    assert (written, effects) == (replace(begun, taken=(7,)), (Instead(),))
    halted, effects = play(made, Said("stop", 7, 1), Said("another question", 8, 1))
    assert halted.halt == ("stop", 7)
    assert Instead() not in effects


def test_tomorrow_answers_a_question_that_asks_when() -> None:
    """Asked when, "tomorrow" is the answer; asked something else, or after Later, it puts the question off."""
    tomorrow = Said("tomorrow", 7, 1)
    when, what = script(step("a", text="When will you ask her?")), script(step("a", text="What stayed?"))
    answered, _ = play(when, tomorrow)
    assert (answered.state, answered.answers[0].texts) == ("open", ("tomorrow",))
    for made, before in ((what, ()), (when, (Tapped("later", 1),))):
        snoozed, _ = play(made, *before, tomorrow)
        assert (snoozed.state, snoozed.answers) == ("snoozed", ())


def test_a_snoozed_prompt_comes_back_under_its_own_turn() -> None:
    """Put off by an hour, the very same prompt is shown again with its turn, and may wait its full time."""
    snoozed, effects = play(ONE, Tapped("later", 1), Tapped("snooze:hour", 1))
    words = "Put off until Saturday 21 November, 13:00."
    assert effects == (
        Rebutton(1),
        Say(words, (), "reply", "stayed", 1),
        Wake("snooze", NOON + HOURS, 1),
    )
    assert snoozed.state == "snoozed"
    after, effects = play(ONE, Tapped("later", 1), Tapped("snooze:hour", 1), HOURS, Woke("snooze", 1))
    assert effects == (
        Say("stayed?", (EXITS,), "prompt", "stayed", 1),
        Wake("nudge", NOON + 23 * HOURS, 1),
        Wake("lapse", NOON + 49 * HOURS, 1),
    )
    assert (after.state, after.question, after.snoozes) == ("open", 1, 1)


def test_words_during_a_snooze_are_the_answer() -> None:
    """Who writes before the prompt comes back has answered it; the snooze then wakes for nothing."""
    put_off = (Tapped("snooze:hour", 1), Said("Now.", 7, 1))
    answered, effects = play(ONE, *put_off)
    assert effects[1:] == (Rebutton(1, ANSWERING), Wake("settle", NOON + SETTLE, 1))
    assert play(ONE, *put_off, HOURS, Woke("snooze", 1)) == (answered, ())


def test_an_early_snooze_asks_again_and_a_late_nudge_or_lapse_sleeps() -> None:
    """While put off, an old snooze asks again, and neither nudge nor lapse comes."""
    _, effects = play(ONE, Tapped("snooze:tomorrow", 1), Woke("snooze", 1))
    assert effects == (Wake("snooze", NOON + 21 * HOURS, 1),)
    for kind in ("nudge", "lapse"):
        assert play(ONE, Tapped("snooze:week", 1), 99 * HOURS, Woke(kind, 1))[1] == ()


def test_the_fourth_time_later_parks() -> None:
    """Put off three times, the fourth later puts the prompt away kindly."""
    cycle = (Tapped("snooze:hour", 1), HOURS, Woke("snooze", 1))
    parked = (Rebutton(1), Say(Phrases().parked, (), "reply", "stayed", 1), End("parked"))
    for tap in ("later", "snooze:hour"):
        after, effects = play(ONE, *cycle, *cycle, *cycle, Tapped(tap, 1))
        assert (after.state, effects) == ("parked", parked)


def test_stop_while_put_off_has_no_buttons_to_take_away() -> None:
    """A snoozed prompt shows no buttons, so ending it edits none."""
    _, effects = play(ONE, Tapped("snooze:hour", 1), Tapped("stop", 1))
    assert not any(isinstance(effect, Rebutton) for effect in effects)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Samstag, 21. November, 13:00"),
        ("de-AT", "Samstag, 21. November, 13:00"),
        ("es", "sábado 21 de noviembre, 13:00"),
        ("ar", "السبت، 21 نوفمبر، 13:00"),
        ("xx", "Saturday 21 November, 13:00"),
        ("!", "Saturday 21 November, 13:00"),
    ],
)
def test_the_moment_is_said_in_the_clients_language(language: str, words: str) -> None:
    """The moment of a snooze is in the reflection's language, or English when nobody knows that one."""
    start = Reflection("test", language, 1, Context("Ana"))
    _, effects = play(ONE, Tapped("snooze:hour", 1), start=start)
    assert Say(f"Put off until {words}.", (), "reply", "stayed", 1) in effects


def test_a_nudge_comes_once_silently_and_only_while_nothing_was_said() -> None:
    """One silent nudge; a second wake, or a wake after words, brings none."""
    nudged, effects = play(ONE, 22 * HOURS, Woke("nudge", 1))
    assert effects == (Say(Phrases().nudge, (), "nudge", "stayed", 1, silent=True),)
    assert play(ONE, 22 * HOURS, Woke("nudge", 1), Woke("nudge", 1)) == (nudged, ())
    assert play(ONE, Said("Hm.", 7, 1), 22 * HOURS, Woke("nudge", 1))[1] == ()


def test_manners_without_a_nudge_bring_none() -> None:
    """With nudge None no nudge is asked for, and one that was asked for earlier is dropped."""
    manners = Manners(nudge=None)
    _, effects = play(ONE, manners=manners)
    assert [effect.kind for effect in effects if isinstance(effect, Wake)] == ["lapse"]
    assert play(ONE, 30 * HOURS, Woke("nudge", 1), manners=manners)[1] == ()


def test_what_would_be_out_of_date_is_put_away_instead_of_off() -> None:
    """Put off to before its session it comes; behind it, it is put away."""
    manners = Manners(useful=NOON + 3 * HOURS)
    assert play(ONE, Tapped("snooze:hour", 1), manners=manners)[0].state == "snoozed"
    after, effects = play(ONE, Tapped("snooze:tomorrow", 1), manners=manners)
    away = (Rebutton(1), Say(Phrases().outdated, (), "reply", "stayed", 1), End("parked"))
    assert (after.state, effects) == ("parked", away)


def test_lapse_ends_without_a_word() -> None:
    """After the window the buttons go and the reflection ends; nothing is said."""
    after, effects = play(ONE, 48 * HOURS, Woke("lapse", 1))
    assert (after.state, effects) == ("lapsed", (Rebutton(1), End("lapsed")))


def test_a_wake_of_a_passed_turn_or_an_ended_reflection_is_dropped() -> None:
    """Wakes that come when the talk has moved on do nothing."""
    made = script(step("a"), step("b"))
    assert play(made, Tapped("pass", 1), 99 * HOURS, Woke("lapse", 1))[1] == ()
    assert play(made, Tapped("stop", 1), 99 * HOURS, Woke("lapse", 1))[1] == ()
    assert play(made, 99 * HOURS, Woke("settle", 1))[1] == ()
    assert play(made, 99 * HOURS, Woke("hold", 1))[1] == ()


# ---- kinds of step -----------------------------------------------------------------------------


def test_a_choice_leads_its_own_way() -> None:
    """A choice is kept by its label, its own target wins over arrows."""
    made = script(choose("a", "New", "Nothing", to="c"), step("b"), step("c"))
    after, effects = play(made, Tapped("choice:0", 1))
    assert effects[0] == Keep(Answer("a", 1, "a?", choice="New"))
    assert after.step == "c"
    assert play(made, Tapped("choice:1", 1))[0].step == "b"


def test_a_choice_written_out_is_that_choice_and_kept_in_their_words() -> None:
    """The label typed in any case counts as the tap; the words as typed are kept too."""
    made = script(choose("a", "Something new", "Nothing", to="c"), step("b"), step("c"))
    after, effects = play(made, Said("something NEW", 7, 1))
    assert after.answers == (Answer("a", 1, "a?", ("something NEW",), (7,), choice="Something new"),)
    assert after.step == "c"
    assert [type(effect).__name__ for effect in effects[:3]] == ["Keep", "Keep", "Rebutton"]


def test_free_words_at_a_choice_lead_where_the_step_leads() -> None:
    """Own words at a choice are an answer like any other."""
    made = script(choose("a", "New", "Nothing", to="c"), step("b"), step("c"))
    after, _ = play(made, Said("Bits of both", 7, 1), SETTLE, Woke("settle", 1))
    assert after.step == "b"


def test_a_choice_may_lead_into_another_script() -> None:
    """A target that is no step is another script: this one finishes and that one starts."""
    made = script(choose("a", "New", "Nothing", to="spark"))
    after, effects = play(made, Tapped("choice:0", 1))
    assert effects[1:] == (Rebutton(1), End("finished"), Start("spark"))
    assert after.state == "finished"


def test_a_statement_may_lead_into_another_script_and_closes() -> None:
    """The statement before another script is the closing of this one."""
    made = script(step("a"), step("close", "ack", "Bye.", to="spark"))
    _, effects = play(made, Tapped("pass", 1))
    assert effects[2:] == (Say("Bye.", (), "closing", "close", 1), End("finished"), Start("spark"))


@pytest.mark.parametrize(
    ("said", "rating"), [("3", 3), (" 3 ", 3), ("03", 3), ("٣", 3), ("-1", -1), ("−1", -1)]
)
def test_a_number_on_the_scale_is_the_rating(said: str, rating: int) -> None:
    """A number written instead of tapped is the rating, in any script's digits."""
    after, _ = play(script(rate("a", -1, 5), step("b")), Said(said, 7, 1))
    assert (after.answers[0].rating, after.step) == (rating, "b")


@pytest.mark.parametrize("said", ["6", "0", "3.5", "about 3", "99999999999", "--1"])
def test_other_words_at_a_scale_are_words(said: str) -> None:
    """What is no point of the scale is an answer in the client's own words."""
    after, _ = play(script(rate("a"), step("b")), Said(said, 7, 1))
    assert (after.answers[0].rating, after.step) == (None, "a")


def test_a_rating_branches_by_range() -> None:
    """Ratings lead by their range; a pass, or free words, as the step leads."""
    low, high = Branch(Condition("rated", 1, 2), "repair", 1), Branch(Condition("rated", 3), "good", 1)
    made = script(rate("a", 1, 5, low, high), step("else"), step("repair"), step("good"))
    assert play(made, Tapped("rate:2", 1))[0].step == "repair"
    assert play(made, Tapped("rate:5", 1))[0].step == "good"
    assert play(made, Tapped("pass", 1))[0].step == "else"


@pytest.mark.parametrize(
    ("low", "high", "sizes"),
    [(1, 5, [5]), (1, 8, [8]), (0, 10, [6, 5]), (1, 9, [5, 4]), (3, 2, [])],
)
def test_a_scale_lies_in_even_rows_of_at_most_eight(low: int, high: int, sizes: list[int]) -> None:
    """The points of a scale stand side by side, eight at most, then the exits."""
    _, effects = play(script(rate("a", low, high)))
    assert isinstance(effects[0], Say)
    assert [len(row) for row in effects[0].rows] == [*sizes, 3]


def test_the_ends_of_a_scale_are_shown() -> None:
    """The labels of a scale stand below the question, escaped."""
    both = step("a", "rate", scale=Scale(1, 5, "hardly", "fully & well"))
    one = step("a", "rate", scale=Scale(1, 5, "", "fully"))
    assert play(script(both))[0].prompt == "a?\n\n1: hardly · 5: fully &amp; well"
    assert play(script(one))[0].prompt == "a?\n\n5: fully"
    each = step("a", "rate", scale=Scale(1, 3, labels=("no", "", "yes")))
    assert play(script(each))[0].prompt == "a?\n\n1: no\n3: yes"
    assert play(script(both), Tapped("rate:1", 1))[0].answers[0].prompt.endswith("fully & well")


def test_choices_stand_one_below_the_other() -> None:
    """Each choice has a row of its own, for its words."""
    _, effects = play(script(choose("a", "New", "Nothing")))
    assert isinstance(effects[0], Say)
    assert [[button.label for button in row] for row in effects[0].rows[:2]] == [["New"], ["Nothing"]]


PARTS = script(
    step("mixed", "two_parts", parts=("Part of me …", "Another part …")), step("close", "ack", "Bye.")
)


def test_two_parts_are_one_response_in_order() -> None:
    """Both beginnings are shown, the second is asked for shortly, and both texts are one answer."""
    begun, effects = play(PARTS)
    assert begun.prompt == "mixed?\n\nPart of me …\nAnother part …"
    first = (Said("stays", 7, 1), SETTLE, Woke("settle", 1))
    after, effects = play(PARTS, *first)
    assert effects[:2] == (
        Rebutton(1),
        Say("Kept. And the other part?\nAnother part …", (EXITS,), "prompt", "mixed", 1),
    )
    after, effects = play(PARTS, *first, Said("goes", 8, 1), Tapped("done", 1))
    assert after.answers == (
        Answer("mixed", 1, "mixed?\n\nPart of me …\nAnother part …", ("stays", "goes"), (7, 8)),
    )
    assert effects[-1] == End("finished")


def test_passing_the_other_part_leaves_the_first_an_answer() -> None:
    """A pass at the second part is no pass of the first."""
    after, _ = play(PARTS, Said("stays", 7, 1), Tapped("done", 1), Tapped("pass", 1))
    assert (after.answers[0].texts, after.answers[0].passed) == (("stays",), False)
    assert play(PARTS, Tapped("pass", 1))[0].answers[0].passed


def test_the_other_part_can_be_put_off() -> None:
    """Put off at the second part, it is the short line that comes back."""
    _, effects = play(
        PARTS, Said("stays", 7, 1), Tapped("done", 1), Tapped("snooze:hour", 1), HOURS, Woke("snooze", 1)
    )
    assert isinstance(effects[0], Say)
    assert effects[0].text == "Kept. And the other part?\nAnother part …"


HOLD = script(step("sit", "hold", "Sit with it.", minutes=(2, 5)), step("after"))


def test_a_hold_is_silent_until_its_time() -> None:
    """The chosen silence changes only buttons; its wake goes on silently; no nudge or lapse between."""
    _, effects = play(HOLD)
    assert isinstance(effects[0], Say)
    assert [button.label for button in effects[0].rows[0]] == ["2 minutes", "5 minutes"]
    held, effects = play(HOLD, Tapped("hold:5", 1))
    back = ((Button("I am back", "done"), Button("Enough for now", "stop")),)
    assert effects == (
        Keep(Answer("sit", 1, "Sit with it.", choice="5 minutes")),
        Rebutton(1, back),
        Wake("hold", NOON + timedelta(minutes=5), 1),
    )
    for kind in ("nudge", "lapse"):
        assert play(HOLD, Tapped("hold:5", 1), 99 * HOURS, Woke(kind, 1)) == (held, ())
    assert play(HOLD, Tapped("hold:5", 1), Tapped("pass", 1)) == (held, ())
    _, effects = play(HOLD, Tapped("hold:5", 1), timedelta(minutes=5), Woke("hold", 1))
    assert effects[:2] == (Rebutton(1), Say("after?", (EXITS,), "prompt", "after", 2, silent=True))


def test_words_in_a_hold_are_kept_without_a_sound() -> None:
    """Words during the silence are kept and nothing is sent; the silence goes on."""
    after, effects = play(HOLD, Tapped("hold:5", 1), Said("Quiet here.", 7, 1))
    answer = Answer("sit", 1, "Sit with it.", ("Quiet here.",), (7,), choice="5 minutes")
    assert (after.state, effects) == ("holding", (Keep(answer, "Quiet here.", 7),))


@pytest.mark.parametrize("event", [Tapped("done", 1), Said("i am back", 7, 1)])
def test_a_hold_ends_by_the_clients_tap_or_word(event: Tapped | Said) -> None:
    """I am back, tapped or written, ends the silence at once."""
    after, effects = play(HOLD, Tapped("hold:5", 1), event)
    assert (after.question, after.step) == (2, "after")
    assert Say("after?", (EXITS,), "prompt", "after", 2) in effects


@pytest.mark.parametrize("said", ["5", "5 minutes"])
def test_the_minutes_can_be_written(said: str) -> None:
    """The length of the silence may be written instead of tapped."""
    assert play(HOLD, Said(said, 7, 1))[0].state == "holding"


def test_other_words_instead_of_a_hold_are_an_answer() -> None:
    """Who writes instead of choosing a silence has answered, and goes on without one."""
    after, _ = play(HOLD, Said("Rather a walk.", 7, 1), SETTLE, Woke("settle", 1))
    assert after.step == "after"


@pytest.mark.parametrize(
    ("condition", "session", "marked", "to"),
    [
        (Condition("session", 1, 5), 3, False, "x"),
        (Condition("session", 1, 5), 6, False, "b"),
        (Condition("session", 6), 5, False, "b"),
        (Condition("session", 6), 60, False, "x"),
        (Condition("marked"), 0, True, "x"),
        (Condition("marked"), 0, False, "b"),
        (Condition("always"), 0, False, "x"),
        (Condition("passed"), 0, False, "b"),
        (Condition("answered"), 0, False, "x"),
        (Condition("rated", 0), 0, False, "b"),
    ],
)
def test_branches_read_the_phase_and_the_answer(
    condition: Condition, session: int, marked: bool, to: str
) -> None:
    """The first branch that holds wins: session number, mark, passed, answered, rated."""
    made = script(step("a", branches=(Branch(condition, "x", 1),)), step("b"), step("x"))
    start = Reflection("test", "en", 1, Context("Ana", "", session, marked))
    assert play(made, Said("Yes.", 7, 1), Tapped("done", 1), start=start)[0].step == to


@pytest.mark.parametrize("kind", ["passed", "answered", "rated"])
def test_a_statement_has_no_answer_to_branch_on(kind: str) -> None:
    """Branches on an answer never hold at a statement."""
    branch = Branch(Condition(kind, 0), "x", 1)  # type: ignore[arg-type]
    made = script(step("a", "ack", "Hello.", branches=(branch,)), step("b"), step("x"))
    assert play(made)[0].step == "b"


# ---- what is said ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ((Said("A <b> & calm", 7, 1), Tapped("done", 1)), "You wrote: “A &lt;b&gt; &amp; calm”"),
        *(
            ((Said(said, 7, 1), Tapped("done", 1)), "Thank you. I have kept that as you wrote it.")
            for said in ("hm", "Hmmmm", "17", "ok.", "haha", "نعم", "ähm", "👍👍👍👍")
        ),
        (
            (Said("one two three four five six seven eight nine ten eleven twelve", 7, 1), Tapped("done", 1)),
            "",
        ),
        (
            (Said("1 2 3 4 5 6 7 8 9 10 11 12 13", 7, 1), Tapped("done", 1)),
            "Thank you. I have kept that as you wrote it.",
        ),
        ((Said("x" * 121, 7, 1), Tapped("done", 1)), "Thank you. I have kept that as you wrote it."),
        (
            (Said("One.", 7, 1), Said("Two.", 8, 1), Tapped("done", 1)),
            "Thank you. I have kept that as you wrote it.",
        ),
        ((Tapped("pass", 1),), "Passed. That is fine."),
        ((Tapped("rate:2", 1),), "Thank you. That is kept."),
    ],
)
def test_thanks_echoes_a_short_answer_and_is_neutral_otherwise(
    events: tuple[Said | Tapped, ...], words: str
) -> None:
    """The ready acknowledgement: an echo up to twelve words, else a neutral thanks, a pass its own line."""
    made = script(rate("a"), step("close", "ack", "{{ thanks }}"))
    _, effects = play(made, *events)
    said = next(effect for effect in effects if isinstance(effect, Say))
    assert said.text == words or (not words and said.text.endswith("twelve”"))


def test_an_answer_is_never_met_with_silence() -> None:
    """A script that ends at a question still acknowledges the answer, as its closing."""
    _, effects = play(script(step("a")), Said("Sunday morning.", 7, 1), Tapped("done", 1))
    assert effects[1:] == (Say("You wrote: “Sunday morning.”", (), "closing", "a", 1), End("finished"))


def test_an_empty_statement_is_not_sent() -> None:
    """A statement whose condition leaves nothing to say sends nothing."""
    made = script(step("a", "ack", "{% if session > 9 %}Long.{% endif %}"), step("b"))
    _, effects = play(made)
    assert [effect.step for effect in effects if isinstance(effect, Say)] == ["b"]


def test_a_script_of_statements_alone_says_them_and_ends() -> None:
    """Statements without a question are said, the last one closes, and no turn is counted."""
    after, effects = play(script(step("a", "ack", "Hello."), step("b", "info", "Bye.")))
    assert effects == (
        Say("Hello.", (), "statement", "a", 0),
        Say("Bye.", (), "closing", "b", 0),
        End("finished"),
    )
    assert after.question == 0


def test_a_script_that_says_nothing_ends_in_silence() -> None:
    """Where nothing was asked and nothing is to say, the end is silent."""
    assert play(script(step("a", "ack", "{% if marked_thing %}{% endif %}", save="marked_thing")))[1] == (
        End("finished"),
    )


def test_earlier_answers_are_quoted_ratings_are_numbers_and_passes_are_false() -> None:
    """A later text reads what was saved: words quoted, a rating as a number, a pass as nothing."""
    text = "{{ w }}{{ c }}{% if r > 2 %}{{ r }}{% endif %}{% if p %}passed{% endif %}?"
    asked = (step("w"), choose("c", "New"), rate("r"), step("p"), step("end-here", text=text))
    taps = (Tapped("choice:0", 2), Tapped("rate:3", 3), Tapped("pass", 4))
    after, _ = play(script(*asked), Said("<One>", 7, 1), Tapped("done", 1), *taps)
    assert after.prompt == "“&lt;One&gt;”“New”3?"


def test_two_steps_may_save_under_one_name() -> None:
    """Of two steps with one name, on two ways through the script, the one that was answered is read."""
    made = script(
        choose("a", "New", to="c"), step("b", save="x"), step("c", save="x"), step("d", text="{{ x }}?")
    )
    after, _ = play(made, Tapped("choice:0", 1), Said("Sun.", 7, 2), Tapped("done", 2))
    assert after.prompt == "“Sun.”?"


def test_an_edited_message_is_echoed_in_its_new_words() -> None:
    """After an edit the state holds the new words in the old place, other messages untouched."""
    after, _ = play(ONE, Said("One.", 7, 1), Said("Two.", 8, 1))
    assert revise(after, 8, "Three.").answers[0].texts == ("One.", "Three.")
    assert revise(after, 9, "Three.") == after


# ---- faults and limits -------------------------------------------------------------------------


def broken(step_name: str, message: str, at: str = "", turn: int = 0) -> tuple[Say, Trouble, End]:
    """What a fault of a script brings."""
    line = Say(Phrases().broken, (), "reply", at, turn)
    return line, Trouble("test", step_name, message), End("broken")


def test_a_template_fault_ends_kindly_and_tells_the_admin_without_words() -> None:
    """A template that cannot be rendered ends the reflection kindly; the trouble holds no client's words."""
    made = script(step("a"), step("b", text="{{ nobody_knows }}?"))
    after, effects = play(made, Said("Secret.", 7, 1), Tapped("done", 1))
    trouble = next(effect for effect in effects if isinstance(effect, Trouble))
    assert (after.state, trouble.script, trouble.step) == ("broken", "test", "b")
    assert "Secret" not in trouble.message
    assert [type(effect) for effect in effects] == [Rebutton, Say, Trouble, End]


def test_a_ring_of_statements_ends() -> None:
    """Statements that lead round in a circle end kindly, and none of them is sent."""
    _, effects = play(script(step("a", "ack", "Round.", to="a")))
    assert effects == broken("a", f"more than {STEPS} steps without a question; mend the ring")


def test_a_ring_of_prompts_ends() -> None:
    """A script that never stops asking is ended after so many prompts."""
    made = script(step("a", to="a"))
    passes = [Tapped("pass", turn) for turn in range(1, PROMPTS + 1)]
    after, effects = play(made, *passes)
    assert (after.state, after.question) == ("broken", PROMPTS)
    message = f"more than {PROMPTS} prompts in one reflection; mend the ring"
    assert effects[2:] == broken("a", message, "a", PROMPTS)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x" * 4001, "line 1: The text has 4001 characters; 4000 is the most."),
        ("😀" * 2049, "a message of 4098 characters, Telegram takes 4096; shorten the text"),
        ("{% if session > 9 %}Long?{% endif %}", "the prompt came out empty; give it words for every case"),
    ],
)
def test_a_prompt_that_telegram_would_refuse_is_never_sent(text: str, message: str) -> None:
    """Too long by Telegram's count, or empty: the fault is the script's, and it ends kindly."""
    assert play(script(step("a", text=text)))[1] == broken("a", message)


@pytest.mark.parametrize("made", [rate("a", 0, 10**12), choose("a", *(str(n) for n in range(81)))])
def test_more_buttons_than_telegram_takes_is_a_fault(made: object) -> None:
    """A scale or list beyond what one message can show ends kindly, and takes no time at all."""
    effects = play(script(made))[1]  # type: ignore[arg-type]
    assert effects == broken("a", "more than 80 buttons; shorten the list")


def test_a_script_without_steps_is_a_fault() -> None:
    """Nothing to show: end kindly, tell the admin."""
    assert play(script())[1] == broken("", "the script has no steps; publish one that has")


LOST = "this version has no such step; a reflection goes on in the version it began with"


@pytest.mark.parametrize(
    ("before", "event", "extra"),
    [
        ((), Tapped("pass", 1), 1),
        ((), Said("Hm.", 7, 1), 2),
        ((Said("Hm.", 7, 1),), Woke("settle", 1), 1),
        ((Tapped("snooze:hour", 1),), Woke("snooze", 1), 0),
    ],
)
def test_a_step_that_is_gone_ends_kindly(
    before: tuple[Said | Tapped, ...], event: Tapped | Said | Woke, extra: int
) -> None:
    """Handed a script without the step where it stands, a reflection keeps the words and ends kindly."""
    waiting, _ = play(ONE, *before)
    after, effects = advance(script(step("other")), waiting, event, NOON + HOURS)
    assert effects[extra:] == broken("stayed", LOST, "stayed", 1)
    assert after.state == "broken"
    assert isinstance(event, Said) == any(isinstance(effect, Keep) for effect in effects)


@pytest.mark.parametrize(
    ("event", "state"),
    [(Tapped("stop", 1), "stopped"), (Woke("lapse", 1), "lapsed"), (Woke("nudge", 1), "open")],
)
def test_ending_needs_no_step(event: Tapped | Woke, state: str) -> None:
    """Stop, lapse and nudge work even when the step is gone."""
    waiting, _ = play(ONE)
    assert advance(script(step("other")), waiting, event, NOON + 48 * HOURS)[0].state == state


# ---- saved and read again ----------------------------------------------------------------------


def test_the_state_survives_being_saved() -> None:
    """Any state read again is the same state."""
    for events in ((), (Said("“é”\n", 7, 1),), (Tapped("snooze:week", 1),), (Tapped("stop", 1),)):
        after, _ = play(ONE, *events)
        assert from_json(to_json(after)) == after


def test_an_older_state_still_loads() -> None:
    """Fields that are missing take their defaults, fields that nobody knows any more are ignored."""
    old = (
        '{"script": "test", "language": "en", "version": 1, "context": {"coach": "Ana", "shoe": 7},'
        ' "question": 1, "step": "stayed", "gone": true,'
        ' "answers": [{"step": "stayed", "question": 1, "prompt": "stayed?", "texts": ["One."]}]}'
    )
    answers = (Answer("stayed", 1, "stayed?", ("One.",)),)
    loaded = Reflection("test", "en", 1, Context("Ana"), step="stayed", question=1, answers=answers)
    assert from_json(old) == loaded
    assert revise(loaded, 7, "Two.") == loaded


def test_the_choice_objects_of_a_script_can_share_a_label() -> None:
    """Two choices of one label still lead their own ways: the tap says which."""
    same = (Choice("Yes", "b", 1), Choice("Yes", "c", 1))
    made = script(step("a", "choose", choices=same), step("b"), step("c"))
    assert play(made, Tapped("choice:1", 1))[0].step == "c"
