"""Whoever comes back after a long silence is welcomed once, in the same words, and little comes that day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from clocked import client, plans, said, timed_bot
from small import kept, me, seconds
from whole import CLIENT, Whole

from bot.core.base.wall import local
from bot.store import pauses, response_writes

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
UNDER = "Thank you. It is kept under “What comes to mind first when you think of it?”."
WELCOME = "Welcome back. It can go on as it was, be lighter, or stop. Any of it is fine, and so is none."


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a client of a month's standing, on Monday, Wednesday and Friday at 19:00."""
    with timed_bot(tmp_path, start=MONDAY) as made:
        yield made


def away(whole: Whole, days: float) -> None:
    """So many days pass in which the client says nothing; they end at noon."""
    whole.until(whole.clock.now() + timedelta(days=days, hours=3))


@pytest.mark.parametrize("days", [15, 92, 400])
def test_any_word_after_a_long_silence_is_kept_and_then_welcomed(whole: Whole, days: int) -> None:
    """After two weeks, three months or a year: the words are kept, and the welcome is the same."""
    whole.say(CLIENT, "See you")
    away(whole, days)
    answer = whole.say(CLIENT, "Hello, a year older")
    assert kept(whole)[-1] == "Hello, a year older"
    assert answer[-1] == WELCOME
    assert whole.sim.buttons(CLIENT) == ["As it was", "Lighter", "Stop"]
    assert WELCOME not in whole.say(CLIENT, "And the rain has come")


@pytest.mark.parametrize(
    "words", ["I'm back", "hi, I was away", "hello", "bin wieder da", "hallo, war lange weg", "عدت"]
)
def test_who_says_that_they_are_back_is_welcomed_and_nothing_is_filed(whole: Whole, words: str) -> None:
    """After three weeks of silence such words answer no question of before: the welcome answers them."""
    whole.begin("look-back")
    away(whole, 22)
    assert whole.say(CLIENT, words) == [WELCOME]
    seconds(whole, 90)
    assert words not in kept(whole)


def test_after_thirteen_days_nobody_is_welcomed_back(whole: Whole) -> None:
    """Who was away for less than two weeks reads what they always read."""
    whole.say(CLIENT, "See you")
    away(whole, 13)
    assert WELCOME not in whole.say(CLIENT, "Hello")


def test_words_of_weeks_later_are_a_note_of_today_and_then_welcomed(whole: Whole) -> None:
    """They answer no question of before: it is said which they do not stand under, and no further one comes."""
    whole.tx(lambda tx: pauses.days_off(tx, CLIENT, *_from_tomorrow(whole), now=whole.clock.now()))
    whole.begin("look-back")
    away(whole, 70)
    answer = whole.say(CLIENT, "The lake, mostly")
    (one,) = whole.responses()
    assert (one.reflection_id, one.texts[0].words) == (None, "The lake, mostly")
    assert answer[0].startswith("Kept, as a note of yours.")
    assert answer[0].endswith(
        "It is of today, and not under “What comes to mind first when you think of it?”."
    )
    assert answer[1:] == [WELCOME]
    seconds(whole, 90)
    assert whole.sim.texts(CLIENT)[-1] == WELCOME


@pytest.mark.parametrize("private", [False, True])
def test_a_note_of_weeks_later_goes_under_the_question_with_a_tap_and_back(
    whole: Whole, private: bool
) -> None:
    """A tap puts it under the question it answers, seen no more widely than it was, and one more takes it back."""
    whole.tx(lambda tx: pauses.days_off(tx, CLIENT, *_from_tomorrow(whole), now=whole.clock.now()))
    whole.begin("look-back")
    away(whole, 15)
    whole.say(CLIENT, "We moved on Friday")
    (note,) = whole.responses()
    if private:
        whole.tx(lambda tx: response_writes.set_visibility(tx, note.id, "private"))
    assert whole.tap(CLIENT, "It answers that question") == [UNDER]
    (one,) = whole.responses()
    assert (one.step, one.texts[0].words) == ("stands-out", "We moved on Friday")
    assert one.visibility == ("private" if private else "session")
    assert whole.tap(CLIENT, "It is a note of its own") == ["It is a note of its own now."]
    (one,) = whole.responses()
    assert (one.reflection_id, one.texts[0].words) == (None, "We moved on Friday")


def test_a_reply_to_a_question_of_weeks_ago_still_answers_it(whole: Whole) -> None:
    """Who replies to the very message means that question, however long ago it was."""
    whole.tx(lambda tx: pauses.days_off(tx, CLIENT, *_from_tomorrow(whole), now=whole.clock.now()))
    whole.begin("look-back")
    at = whole.sim.chat(CLIENT).events[-1].message_id
    away(whole, 15)
    whole.sim.say(CLIENT, "We moved on Friday", at)
    whole.pause()
    (one,) = whole.responses()
    assert (one.step, one.texts[0].words) == ("stands-out", "We moved on Friday")


def test_a_note_that_went_or_was_edited_stays_one(whole: Whole) -> None:
    """What the coach has already is not told once more under another name, and no earlier words are lost."""
    whole.tx(lambda tx: pauses.days_off(tx, CLIENT, *_from_tomorrow(whole), now=whole.clock.now()))
    whole.begin("look-back")
    away(whole, 15)
    whole.say(CLIENT, "We moved on Friday")
    whole.sim.edit(CLIENT, whole.responses()[0].texts[0].message_id, "We moved on Saturday")
    whole.pause()
    assert whole.tap(CLIENT, "It answers that question") == ["It stays a note of your own."]
    assert whole.responses()[0].reflection_id is None


def _from_tomorrow(whole: Whole) -> tuple[date, date]:
    day = whole.clock.now().date()
    return day + timedelta(days=1), day + timedelta(days=69)


@pytest.mark.parametrize("days", [15, 60])
def test_nothing_else_comes_on_the_day_of_a_return(whole: Whole, days: int) -> None:
    """The welcome is what comes that day; the next question comes by the rhythm, a day later at the earliest."""
    away(whole, days)
    whole.say(CLIENT, "Hello")
    back, since = whole.clock.now(), len(whole.sim.chat(CLIENT).events)
    whole.until(back + timedelta(hours=20))
    assert said(whole, since=since) == []
    coming = plans(whole)
    assert coming and coming[0].at >= back + timedelta(hours=20)
    assert local(coming[0].at, client(whole).zone).weekday() in (0, 2, 4)


def test_a_talk_taken_up_late_is_what_comes_that_day(tmp_path: Path) -> None:
    """An answer after three days goes on with its talk, and the question of that evening gives way to it."""
    with timed_bot(tmp_path, start=MONDAY, rhythm="mon,thu 19:00") as whole:
        noon = MONDAY + timedelta(days=3, hours=3)
        whole.until(noon)  # Monday's question has lapsed, Thursday's comes in the evening
        assert any(one.at < noon + timedelta(hours=12) for one in plans(whole))
        whole.say(CLIENT, "The lake, mostly")
        seconds(whole, 60)
        assert all(one.at > noon + timedelta(hours=20) for one in plans(whole))


def test_what_can_be_tapped_under_the_welcome_does_what_it_says(whole: Whole) -> None:
    """Lighter is one less a week; as it was changes nothing; stop asks once."""
    away(whole, 20)
    whole.say(CLIENT, "Hello")
    whole.tap(CLIENT, "Lighter")
    assert me(whole).rhythm["weekly"] == 2


@pytest.mark.parametrize("word", ["/start", "/menu", "/answers"])
def test_a_command_after_a_long_silence_is_welcomed_too(whole: Whole, word: str) -> None:
    """Who comes back with a command is welcomed before it is done; /start asks for no more than that."""
    away(whole, 20)
    answer = whole.say(CLIENT, word)
    assert answer[0] == WELCOME
    assert (len(answer) == 1) == (word == "/start")


def test_who_had_paused_is_welcomed_and_still_paused(whole: Whole) -> None:
    """A pause is not ended by a word; the welcome says how it is."""
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "Until I come back")
    away(whole, 40)
    answer = whole.say(CLIENT, "Hello")
    assert answer[-1] == "Welcome back. Paused. /start takes it up again, whenever you like."
    assert me(whole).state == "paused"
