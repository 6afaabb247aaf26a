"""What people write for a setting or a coaching session, said back before it counts."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from posting import Post
from small import me
from whole import CLIENT, COACH, Whole, private, whole_bot

from bot.people.client import records
from bot.people.turn import Turn, send
from bot.simulator import human
from bot.store import people
from bot.store.people import Coach

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach in Berlin and two clients."""
    with whole_bot(tmp_path, start=MONDAY, practice=private) as made:
        yield made


def last(whole: Whole, chat: int) -> str:
    return whole.sim.texts(chat)[-1]


def dana(whole: Whole) -> Coach:
    found = whole.tx(partial(people.coach, coach_id=COACH))
    assert isinstance(found, Coach)
    return found


def sessions(whole: Whole) -> list[tuple[object, ...]]:
    return [tuple(row) for row in whole.tx(lambda tx: tx.db.execute(
        "SELECT starts, minutes, repeat_weeks, until FROM coaching_sessions ORDER BY id"
    ).fetchall())]  # fmt: skip


# ---- a client's settings -----------------------------------------------------------------------


def test_days_with_their_hours_are_said_back(whole: Whole) -> None:
    """Days and hours in one line count after a yes, and not before."""
    before = me(whole).rhythm["rhythm"]
    whole.say(CLIENT, "/days")
    assert whole.say(CLIENT, "weekdays 7pm") == [
        "Understood: Mon, Tue, Wed, Thu and Fri at 19:00. Is that right?"
    ]
    assert me(whole).rhythm["rhythm"] == before
    whole.tap(CLIENT, "Yes")
    assert me(whole).rhythm["rhythm"] == "mon,tue,wed,thu,fri 19:00"


def test_a_typed_yes_and_a_change(whole: Whole) -> None:
    """A typed yes is a yes; *Change it* asks again, and so does a typed no."""
    whole.say(CLIENT, "/quiet")
    whole.say(CLIENT, "from 10 at night until 7 in the morning")
    assert "22:00-07:00" in last(whole, CLIENT)
    assert "At which hours shall nothing come" in whole.tap(CLIENT, "Change it")[-1]
    whole.say(CLIENT, "9pm to 8am")
    assert "At which hours shall nothing come" in whole.say(CLIENT, "no")[-1]
    whole.say(CLIENT, "10pm to 8am")
    whole.say(CLIENT, "Yes.")
    assert me(whole).rhythm["quiet"] == "22:00-08:00"


def test_seven_is_asked(whole: Whole) -> None:
    """An hour that may be in the morning or in the evening is a choice; one in the quiet hours is not offered."""
    whole.say(CLIENT, "/days")
    whole.say(CLIENT, "mon and thu")
    assert last(whole, CLIENT) == "Understood: Mon and Thu. Is that right?"
    assert "Mon and Thu. At what time?" in whole.tap(CLIENT, "Yes")[-1]
    assert whole.say(CLIENT, "at 9") == [
        "21:00 lies in your quiet hours, which /quiet changes.\n"
        "Understood: Mon and Thu at 09:00. Is that right?"
    ]
    whole.tap(CLIENT, "Change it")
    whole.say(CLIENT, "at 8")
    assert whole.sim.buttons(CLIENT)[:2] == ["Mon and Thu at 08:00", "Mon and Thu at 20:00"]
    whole.tap(CLIENT, "Mon and Thu at 20:00")
    assert me(whole).rhythm["rhythm"] == "mon,thu 20:00"


def test_a_pause_in_words(whole: Whole) -> None:
    """A pause is a length, a last day, or two days; behind the command or after it."""
    assert whole.say(CLIENT, "/pause until Friday") == [
        "Understood: from Mon 23 Nov to Fri 27 Nov. Is that right? No answer is needed: it then counts by 09:15."
    ]
    assert "Paused up to and including Fri 27 Nov." in whole.tap(CLIENT, "Yes")[-1]
    whole.say(CLIENT, "/pause")
    assert "to Sun 13 Dec" in whole.say(CLIENT, "3 weeks")[-1]
    whole.tap(CLIENT, "Change it")
    assert "For how long?" in last(whole, CLIENT)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("/pause until Friday", "Paused up to and including Fri 27 Nov. /start takes it up earlier."),
        ("a break for two weeks", "Paused up to and including Sun 6 Dec. /start takes it up earlier."),
        ("/pause 25 Nov to 1 Dec", "No question comes from Wed 25 Nov to Tue 1 Dec. /pause takes it back."),
    ],
)
def test_days_asked_for_count_without_an_answer(whole: Whole, words: str, until: str) -> None:
    """One stretch, not answered, is a pause by the minute that was said; a message says until when."""
    assert whole.say(CLIENT, words)[-1].endswith("No answer is needed: it then counts by 09:15.")
    offered, said = len(whole.sim.messages(CLIENT)), len(whole.sim.texts(CLIENT))
    whole.until(whole.clock.now() + timedelta(minutes=16))
    assert whole.sim.messages(CLIENT)[offered - 1].body["text"].endswith("No answer came, so it counts.")
    assert whole.sim.texts(CLIENT)[said:] == [until]
    whole.say(CLIENT, "/start")
    assert me(whole).state == "active"


def test_at_night_days_that_count_are_not_said_once_more(whole: Whole) -> None:
    """Asked for in quiet hours, a pause counts without an answer, and only its question says so: nothing comes."""
    whole.until(whole.clock.now().replace(hour=22, minute=30))
    whole.say(CLIENT, "/pause until Friday")
    offered, said = len(whole.sim.messages(CLIENT)), len(whole.sim.texts(CLIENT))
    whole.until(whole.clock.now() + timedelta(minutes=16))
    assert whole.sim.messages(CLIENT)[offered - 1].body["text"].endswith("No answer came, so it counts.")
    assert len(whole.sim.texts(CLIENT)) == said
    assert me(whole).state == "paused"


def test_something_else_behind_days_begins_no_pause(whole: Whole) -> None:
    """Who chooses something else has not paused, and reads so; what may mean two stretches never counts alone."""
    whole.say(CLIENT, "/pause until Friday")
    said = whole.say(CLIENT, "/sharing")
    assert "No pause: nothing is changed. /pause asks again." in said
    whole.until(whole.clock.now() + timedelta(minutes=16))
    assert me(whole).state == "active"
    assert "No answer is needed" not in whole.say(CLIENT, "/pause 5000 days")[-1]


def test_days_off_asked_for_are_taken_back(whole: Whole) -> None:
    """Days off that counted without an answer lie ahead, and /pause takes them back."""
    whole.say(CLIENT, "/pause 25 Nov to 1 Dec")
    whole.until(whole.clock.now() + timedelta(minutes=16))
    assert me(whole).state == "active"
    assert "No question comes from Wed 25 Nov to Tue 1 Dec." in whole.say(CLIENT, "/pause")[-1]
    whole.tap(CLIENT, "No days off after all")
    assert "Wed 25 Nov" not in whole.say(CLIENT, "/pause")[-1]


def test_towns_of_one_name_are_a_choice(whole: Whole) -> None:
    """Two towns of one name are told apart by country and clock, and the one that is tapped is kept."""
    whole.say(CLIENT, "/place")
    whole.say(CLIENT, "London")
    assert [one.partition(" (")[0] for one in whole.sim.buttons(CLIENT)[:2]] == [
        "London, United Kingdom",
        "London, Canada",
    ]
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[1])
    assert me(whole).zone == "America/Toronto"


def test_a_mistyped_town_and_a_clock_are_questions(whole: Whole) -> None:
    """A name that is nearly a town's, and what a clock shows, are never taken without a tap."""
    before = me(whole).zone
    whole.say(CLIENT, "/place")
    assert "not known here. Perhaps" in whole.say(CLIENT, "Hambrug")[-1]
    whole.tap(CLIENT, "Change it")
    whole.say(CLIENT, "2:05")
    assert any("Phoenix" in one for one in whole.sim.buttons(CLIENT))
    assert any("Denver" in one for one in whole.sim.buttons(CLIENT))
    assert me(whole).zone == before
    whole.tap(CLIENT, "Leave it as it is")
    assert me(whole).zone == before


def test_a_shared_location_is_a_zone(whole: Whole) -> None:
    """A location that is shared for the place is said back as one, and its point is kept nowhere."""
    whole.say(CLIENT, "/place")
    human.inject(
        whole.sim.core.state, Post(whole, CLIENT).message(location={"latitude": 47.5596, "longitude": 7.5886})
    )
    whole.pause()
    assert "Understood: Zurich" in last(whole, CLIENT)
    whole.tap(CLIENT, "Yes")
    assert me(whole).zone == "Europe/Zurich"
    assert not any("47.55" in str(row) for row in whole.tx(lambda tx: list(tx.db.iterdump())))


# ---- a coach -----------------------------------------------------------------------------------


def test_a_coaching_session_in_a_line(whole: Whole) -> None:
    """Everything of a coaching session in one line is said back, and logged after a yes."""
    said = whole.say(COACH, "/session ADA tomorrow at 3pm, every other week for 50 minutes until 31 January")
    assert said == [
        "With Ada:\nUnderstood: Tue 24 Nov, 15:00 (Berlin), every two weeks, 50 minutes, "
        "until Sun, 31 Jan 2027. Is that right?"
    ]
    assert sessions(whole) == []
    assert "Logged: Ada" in whole.tap(COACH, "Yes")[-1]
    assert [row[1:] for row in sessions(whole)] == [(50, 2, "2027-01-31")]


def test_how_people_meet_is_kept(whole: Whole) -> None:
    """How people meet is said back, kept, and shown with the coming coaching sessions; also after a choice."""
    said = whole.say(COACH, "/session ADA tomorrow at 3pm on zoom")
    assert said == ["With Ada:\nUnderstood: Tue 24 Nov, 15:00 (Berlin), by video. Is that right?"]
    whole.tap(COACH, "Yes")
    whole.tap(COACH, "Every two weeks")
    assert "15:00 (Berlin) · by video" in whole.say(COACH, "/sessions")[-1]


def test_what_was_typed_stays_when_a_name_is_chosen(whole: Whole) -> None:
    """Of two people of one name one is chosen, and the day that was written is not asked for again."""
    whole.with_client(2001, "ada")
    whole.say(COACH, "/session Ada tue 15:00")
    assert last(whole, COACH) == "With whom?"
    whole.tap(COACH, next(one for one in whole.sim.buttons(COACH) if one.startswith("ada (")))
    assert last(whole, COACH).partition(":\n")[2] == "Understood: Tue 24 Nov, 15:00 (Berlin). Is that right?"


def test_words_that_are_no_day_are_said_not_to_be(whole: Whole) -> None:
    """What is not understood is said, the question stands, and nothing is logged."""
    assert "“someday soon” is no day and time" in whole.say(COACH, "/session Ada someday soon")[-1]
    whole.say(COACH, "8/12 10:00")
    assert len(whole.sim.buttons(COACH)) >= 3
    assert sessions(whole) == []


def test_a_coaching_session_is_moved_in_words(whole: Whole) -> None:
    """A new time in words is said back before the coaching session is moved."""
    whole.say(COACH, "/session Ada 2026-11-25 15:00 weekly")
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    assert "Fri 27 Nov, 16:30" in whole.say(COACH, "friday at half past four pm")[-1]
    assert "to Fri 27 Nov, 16:30" in whole.tap(COACH, "Yes")[-1]


def test_the_last_day_in_words(whole: Whole) -> None:
    """A last day in words is said back; without a name it is asked with whom."""
    whole.say(COACH, "/ending ada in 3 weeks")
    assert last(whole, COACH) == (
        "The last day with Ada:\n"
        "Ada is told at once; sessions after that day go.\n"
        "Understood: Mon, 14 Dec 2026. Is that right?"
    )
    whole.tap(COACH, "Yes")
    assert "last day with Ada" in last(whole, COACH)
    whole.with_client(2001, "Ben")
    whole.say(COACH, "/ending")
    whole.tap(COACH, "Ben")
    assert "Which is the last day with Ben?" in last(whole, COACH)
    whole.tap(COACH, "There is none")
    assert last(whole, COACH) == "There is no last day with Ben any more."


def test_a_coach_says_where_they_are(whole: Whole) -> None:
    """/zone with a town says it back; an unknown one is asked for, with a way out."""
    whole.say(COACH, "/zone Rabat")
    assert "Understood: Rabat, Morocco" in last(whole, COACH)
    whole.tap(COACH, "Yes")
    assert dana(whole).zone == "Africa/Casablanca"
    assert "is no place that is known here" in whole.say(COACH, "/zone qqqqqq")[-1]
    whole.tap(COACH, "Leave it as it is")
    assert dana(whole).zone == "Africa/Casablanca"


def test_a_long_list_comes_in_several_messages(whole: Whole) -> None:
    """What is longer than a message is sent in as many as it takes, in order, none of them lost."""

    def long(tx: object) -> None:
        turn = Turn(tx, whole.clock.now(), -7, whole.house.config, "bot")  # type: ignore[arg-type]
        send(turn, CLIENT, "\n".join(f"<b>{number}</b> &amp; more words of a line" for number in range(400)))

    before = len(whole.sim.texts(CLIENT))
    whole.tx(long)
    whole.say(CLIENT, "/help")
    whole.pause(20)
    said = whole.sim.texts(CLIENT)[before:]
    assert len(said) > 1
    lines = [line for text in said for line in text.split("\n") if "words of a line" in line]
    assert [line.split()[0] for line in lines] == [str(number) for number in range(400)]


def test_an_export_beyond_telegram(whole: Whole, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that is larger than Telegram takes is said to be, with the way that works."""
    monkeypatch.setattr(records, "LARGEST_FILE", 100)
    said = whole.say(CLIENT, "/export")[-1]
    assert f"interlude export --client {CLIENT}" in said
