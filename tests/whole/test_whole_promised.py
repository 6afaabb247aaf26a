"""What was put off comes at the hour that was said, and the question after a silence is not replaced."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from clocked import WEEKLY, meet, outcomes, place_of, plans, said, timed_bot
from small import me, rows, seconds
from whole import CLIENT, Whole

from bot.store import people, reflections

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a client on Monday, Wednesday and Friday at 19:00, who can choose a silence."""
    with timed_bot(tmp_path, scripts=(*WEEKLY, "sitting-with-it"), start=MONDAY) as made:
        yield made


def put_off(whole: Whole, when: str) -> str:
    """The question that stands is put off; the line that says until when."""
    whole.tap(CLIENT, "Later")
    return whole.tap(CLIENT, when)[-1]


def silence(whole: Whole) -> datetime:
    """A silence is chosen; when it ends."""
    whole.begin("sitting-with-it")
    for _ in range(4):
        if any("minutes" in label for label in whole.sim.buttons(CLIENT)):
            break
        whole.sim.say(CLIENT, "all right")
        whole.pause(30)
    whole.tap(CLIENT, [label for label in whole.sim.buttons(CLIENT) if "minutes" in label][-1])
    row = whole.tx(partial(reflections.open_of, client_id=CLIENT))
    assert row.state == "holding"
    until = row.reflection.until
    assert isinstance(until, datetime)
    return until


# ---- put off -----------------------------------------------------------------------------------


def test_a_question_of_another_day_does_not_replace_what_was_put_off(whole: Whole) -> None:
    """Put off until Monday, at the hour chosen: Wednesday's and Friday's come, and on Monday this one comes too."""
    whole.until(MONDAY + 10 * HOUR + timedelta(minutes=10))
    question = whole.sim.texts(CLIENT)[-1]
    assert put_off(whole, "Next week") == "Put off until Monday 30 November, 19:00."
    whole.until(MONDAY + 5 * DAY)
    assert list(outcomes(whole).values()).count("sent") == 3
    whole.until(MONDAY + 7 * DAY + 10 * HOUR - timedelta(seconds=10))
    before = place_of(whole)
    whole.until(MONDAY + 7 * DAY + 10 * HOUR + timedelta(seconds=30))
    assert [one.text for one in said(whole, since=before)] == [question]
    whole.until(MONDAY + 7 * DAY + 16 * HOUR)  # the question of that evening gave way to it
    assert [one.text for one in said(whole, since=before)] == [question]
    assert "Pass" in whole.sim.buttons(CLIENT)


def test_what_the_client_begins_does_not_replace_what_was_put_off(whole: Whole) -> None:
    """A talk begun in between leaves what was put off alone, and no line says that it ends."""
    whole.begin("look-back")
    question = whole.sim.texts(CLIENT)[-1]
    put_off(whole, "Tomorrow")
    assert "ends here" not in " ".join(whole.say(CLIENT, "/spark"))
    whole.until(MONDAY + DAY + 10 * HOUR + timedelta(minutes=1))
    assert whole.sim.texts(CLIENT)[-1] == question


def test_who_is_writing_when_it_comes_back_writes_on(whole: Whole) -> None:
    """What was put off waits for a talk under way, an hour at most, and then takes its place."""
    whole.begin("look-back")
    question = whole.sim.texts(CLIENT)[-1]
    put_off(whole, "In an hour")
    whole.until(MONDAY + timedelta(minutes=50))
    whole.say(CLIENT, "/spark")
    whole.until(MONDAY + timedelta(minutes=59))
    whole.say(CLIENT, "Something")
    before = place_of(whole)
    whole.until(MONDAY + HOUR + timedelta(minutes=5))
    assert question not in [one.text for one in said(whole, since=before)]
    whole.until(MONDAY + 2 * HOUR)
    assert [one.text for one in said(whole, since=before)][-1] == question


def test_words_to_what_was_put_off_are_its_answer_at_once(whole: Whole) -> None:
    """A reply to the question that was put off goes on with it; the other one waits no longer."""
    whole.begin("look-back")
    shown = max(one.id for one in whole.sim.messages(CLIENT) if one.out)
    put_off(whole, "Tomorrow")
    whole.say(CLIENT, "/spark")
    whole.sim.say(CLIENT, "The lake", shown)
    seconds(whole, 40)
    (answer,) = whole.responses()
    assert (answer.step, answer.texts[0].words) == ("stands-out", "The lake")
    assert rows(whole, "SELECT script, state FROM reflections ORDER BY id") == [
        ("look-back", "open"),
        ("spark", "lapsed"),
    ]


@pytest.mark.parametrize("others", [("/spark",), ("/spark",) * 6])
def test_words_after_what_was_put_off_came_back_are_its_answer(whole: Whole, others: tuple[str, ...]) -> None:
    """Talks were begun in between, one of them waits: words that are no reply answer the question in sight."""
    whole.begin("look-back")
    put_off(whole, "Tomorrow")
    for one in others:
        whole.until(whole.clock.now() + HOUR)
        whole.say(CLIENT, one)
    whole.until(MONDAY + DAY + 10 * HOUR + timedelta(minutes=1))
    whole.say(CLIENT, "The lake")
    seconds(whole, 40)
    assert [(one.step, one.texts[0].words) for one in whole.responses()] == [("stands-out", "The lake")]
    for _ in range(2):
        whole.tap(CLIENT, "Pass")
    whole.until(whole.clock.now() + HOUR)
    assert "Kept, as a note" in whole.say(CLIENT, "By the way")[-1]  # the talk of before is not meant by it


def test_what_was_put_off_comes_even_after_days_without_the_bot(whole: Whole) -> None:
    """After an outage of three days a planned question is dropped; one that was put off still comes."""
    whole.begin("look-back")
    question = whole.sim.texts(CLIENT)[-1]
    put_off(whole, "Tomorrow")
    before = place_of(whole)
    whole.run(whole.bot.aclose())
    whole.clock.move(MONDAY + 4 * DAY + 3 * HOUR)
    whole.run(whole._start())
    whole.pause()
    assert [one.text for one in said(whole, since=before)] == [question]


def test_days_off_move_what_was_put_off_and_say_so(whole: Whole) -> None:
    """A question put off into days that are taken off comes after them; that is said with the days."""
    whole.begin("look-back")
    question = whole.sim.texts(CLIENT)[-1]
    put_off(whole, "Tomorrow")
    answer = whole.say(CLIENT, "/pause 2026-11-24 2026-11-26")
    assert answer[-1].endswith("The question that you put off comes on Fri 27 Nov, 08:00 (Lisbon).")
    whole.until(MONDAY + 12 * HOUR)
    before = place_of(whole)
    whole.until(datetime(2026, 11, 27, 7, 59, tzinfo=UTC))
    assert said(whole, since=before) == []
    whole.until(datetime(2026, 11, 27, 8, 1, tzinfo=UTC))
    assert [one.text for one in said(whole, since=before)] == [question]


@pytest.mark.parametrize("word", ["/pause", "/stop"])
def test_a_pause_or_a_stop_says_that_it_gives_up_what_was_put_off(whole: Whole, word: str) -> None:
    """Before it counts it is said that the question which was put off does not come any more."""
    whole.begin("look-back")
    put_off(whole, "Tomorrow")
    assert "put off" in whole.say(CLIENT, word)[-1]
    whole.tap(CLIENT, "One day" if word == "/pause" else "Yes, stop everything")
    assert rows(whole, "SELECT state FROM reflections") == [("stopped",)]


def test_a_setting_names_what_was_put_off_as_the_next(whole: Whole) -> None:
    """What comes next is the question that was put off, wherever what comes next is said."""
    whole.begin("look-back")
    put_off(whole, "Tomorrow")
    line = "The question that you put off comes on Tue 24 Nov, 19:00 (Lisbon)."
    assert line in whole.say(CLIENT, "/menu")[-1]
    assert "Tue 24 Nov, 19:00 (Lisbon): you put it off until then" in whole.say(CLIENT, "/why")[-1]


# ---- after a silence ---------------------------------------------------------------------------


def test_the_question_after_a_silence_is_not_replaced(whole: Whole) -> None:
    """Monday's planned question would come right after the silence: it gives way, and the silence's stands."""
    whole.until(MONDAY + 10 * HOUR - timedelta(minutes=3))
    ends = silence(whole)
    before = place_of(whole)
    whole.until(ends + 12 * HOUR)
    came = [one.text for one in said(whole, since=before)]
    assert len(came) == 1 and whole.tx(partial(reflections.open_of, client_id=CLIENT)).state == "open"
    assert outcomes(whole) == {}


def test_what_belongs_to_a_session_comes_an_hour_after_a_silence(whole: Whole) -> None:
    """The question before a session waits for the silence, and leaves its question an hour."""
    meet(whole, "2026-11-24T20:00", until="2026-11-25")
    (coming,) = [one for one in plans(whole) if one.body["kind"] == "before"]
    whole.until(coming.at - timedelta(minutes=3))
    ends = silence(whole)
    whole.until(ends + timedelta(minutes=59))
    assert "sent" not in outcomes(whole).values()
    whole.until(ends + timedelta(hours=4))
    assert [name for name, how in outcomes(whole).items() if how == "sent"] == [coming.body["occasion"]]


def test_who_ends_a_silence_early_has_its_question_for_themselves(whole: Whole) -> None:
    """By a tap the silence ends; nothing planned takes the place of its question that evening."""
    whole.until(MONDAY + 10 * HOUR - timedelta(minutes=3))
    silence(whole)
    whole.tap(CLIENT, "I am back")
    question = whole.sim.texts(CLIENT)[-1]
    whole.until(MONDAY + 22 * HOUR)
    assert whole.sim.texts(CLIENT)[-1] == question
    assert me(whole).state == "active" and people is not None


def test_a_question_put_off_into_days_off_is_said_to_come_after_them(whole: Whole) -> None:
    """Where the hour that is chosen lies in days off, the line names the first hour after them."""
    whole.say(CLIENT, "/pause 2026-11-24 2026-11-26")
    whole.begin("look-back")
    assert put_off(whole, "Tomorrow") == "Put off until Friday 27 November, 08:00."


def test_who_puts_off_in_days_off_has_the_hour_they_chose(whole: Whole) -> None:
    """In days off a question that the client began and put off comes at the hour they chose for it."""
    whole.say(CLIENT, "/pause 2026-11-23 2026-11-26")
    whole.begin("look-back")
    question = whole.sim.texts(CLIENT)[-1]
    assert put_off(whole, "In an hour") == "Put off until Monday 23 November, 10:00."
    whole.until(MONDAY + HOUR + timedelta(minutes=2))
    assert whole.sim.texts(CLIENT)[-1] == question
