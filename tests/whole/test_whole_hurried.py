"""A coach between two doors: what was held, what moves, all of a month cancelled, being late."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import COACH, Whole, whole_bot

from bot.store import people

TUESDAY = datetime(2026, 11, 24, 11, 30, tzinfo=UTC)
REGULA, MIRO, SARA = 3000, 3001, 3002


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Half past twelve in Berlin: Miro was there at 11, Regula comes at 15, each Tuesday; Sara is Eva's."""
    with whole_bot(tmp_path, practice=_two, start=TUESDAY - timedelta(days=1)) as made:
        made.until(TUESDAY)
        yield made


def _two(whole: Whole) -> None:
    whole.with_coach(2001, "Eva", "Berlin")
    whole.with_client(SARA, "Sara", "Berlin", 2001)
    whole.with_coach()
    whole.with_client(REGULA, "Regula")
    whole.with_client(MIRO, "Miro")
    whole.say(COACH, "/session Miro 2026-11-24 11:00 weekly")
    whole.say(COACH, "/session Regula 2026-11-24 15:00 weekly")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("sess Miro tmrw 3pm", "With Miro:\nUnderstood: Wed 25 Nov, 15:00"),
        ("saw Miro yesterday at 5pm", "With Miro:\nUnderstood: Mon 23 Nov, 17:00 (Berlin), which is over"),
        ("had Regula on Friday 4pm", "With Regula:\nUnderstood: Fri 20 Nov, 16:00 (Berlin), which is over"),
        ("saw Miro today at 11", "That is logged already: Miro, Tue 24 Nov, 11:00"),
        ("just finished with Miro", "That is logged already: Miro, Tue 24 Nov, 11:00"),
        ("saw Miro yesterday", "With Miro, “Mon 23 Nov”: at what time"),
        ("Regula same time thursday", "With Regula:\nUnderstood: Thu 26 Nov, 15:00"),
        ("Miro moved to 11 on wed", "Miro, Tue 1 Dec, 11:00 (Berlin), moved:\nUnderstood: Wed 2 Dec, 11:00"),
        (
            "Miro can only do thursday",
            "Miro, Tue 1 Dec, 11:00 (Berlin), moved:\nUnderstood: Thu 3 Dec, 11:00",
        ),
        ("push Regula back an hour", "moved:\nUnderstood: Tue 24 Nov, 16:00"),
        ("Regula to 4pm", "moved:\nUnderstood: Tue 24 Nov, 16:00"),
        ("Regula cancelled", "Cancel Regula, Tue 24 Nov, 15:00"),
        ("no session with Miro next week", "Cancel Miro, Tue 1 Dec, 11:00"),
        ("Miro didn't show up", "Miro, Tue 24 Nov, 11:00 (Berlin), has begun; it stays as it is."),
        ("running 15 min late with Regula", "moved:\nUnderstood: Tue 24 Nov, 15:15"),
        (
            "new session with Miro thursday 17:30, 50min",
            "With Miro:\nUnderstood: Thu 26 Nov, 17:30 (Berlin), 50",
        ),
        (
            "Regula cant today. wed 3 instead?",
            "24 Nov, 15:00 (Berlin), moved:\nUnderstood: Wed 25 Nov, 15:00",
        ),
        ("Regula wed 4pm instead of today", "24 Nov, 15:00 (Berlin), moved:\nUnderstood: Wed 25 Nov, 16:00"),
        (
            "Regula today 15:00 → Fri 12:30 🙏",
            "24 Nov, 15:00 (Berlin), moved:\nUnderstood: Fri 27 Nov, 12:30",
        ),
        ("can we move today to 6pm? Best, Regula", "moved:\nUnderstood: Tue 24 Nov, 18:00"),
        ("move Regula to wednesday, same time", "moved:\nUnderstood: Wed 25 Nov, 15:00"),
        ("can you put Miro in for friday at 9:30?", "With Miro:\nUnderstood: Fri 27 Nov, 09:30"),
        ("cancel the session with Regula on Tuesday 1 dec", "Cancel Regula, Tue 1 Dec, 15:00"),
    ],
)
def test_what_is_written_in_a_hurry_is_shown_back(whole: Whole, words: str, shown: str) -> None:
    """Each is taken as it is meant, and nothing is done before a yes."""
    assert shown in whole.say(COACH, words)[-1]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("habe Miro heute um 11 getroffen", "Miro, Di., 24. Nov., 11:00"),
        ("hatte gestern Regula um 16 Uhr", "Mo., 23. Nov., 16:00 (Berlin) – das ist vorbei"),
        ("Regula auf 16 Uhr verschoben", "Di., 24. Nov., 16:00"),
        ("verschieb Regula um eine Stunde nach hinten", "Di., 24. Nov., 16:00"),
        ("bin 10 min zu spät bei Regula", "Di., 24. Nov., 15:10"),
        ("Miro kann nur Donnerstag", "Do., 3. Dez., 11:00"),
    ],
)
def test_the_same_in_german(whole: Whole, words: str, shown: str) -> None:
    """A coach who writes German is as well understood."""
    whole.tx(partial(people.change_coach, coach_id=COACH, language="de"))
    assert shown in whole.say(COACH, words)[-1]


@pytest.mark.parametrize("words", ["saw Sara today at 11", "Sara to 4pm", "cancel all with Sara in December"])
def test_nobody_elses_client_is_reached_in_a_hurry(whole: Whole, words: str) -> None:
    """A name of another coach's client is none here."""
    said = whole.say(COACH, words)[-1]
    assert said.startswith("No client of yours is called Sara here") or "Sara" not in said


@pytest.mark.parametrize(
    "words",
    ["Miro had a good idea", "Miro saw a doctor yesterday", "I had lunch with Miro at 1", "saw Miro?"],
)
def test_a_tale_about_somebody_logs_nothing(whole: Whole, words: str) -> None:
    """Words that say more than a day and an hour are no session that was held."""
    said = whole.say(COACH, words)[-1]
    assert "Understood" not in said
    assert "logged already" not in said


def test_the_session_on_the_day_that_is_named_is_moved(whole: Whole) -> None:
    """Where one is on that day it goes to the other hour, and the next one stays; far away both are offered."""
    whole.say(COACH, "/session Regula 2026-11-26 10:00 once")
    assert (
        "Regula, Thu 26 Nov, 10:00 (Berlin), moved:" in whole.say(COACH, "move Regula to 9 on thursday")[-1]
    )
    whole.say(COACH, "leave it as it is")
    assert "Which one is moved?" in whole.say(COACH, "move Regula to 17 December 10:00")[-1]


def test_all_of_a_month_are_named_and_cancelled_with_a_yes(whole: Whole) -> None:
    """Each date stands there before; then the client reads them, and one tap takes them back."""
    asked = whole.say(COACH, "cancel all with Miro in December")[-1]
    assert asked.startswith("Cancel these 5 sessions?\nMiro, Tue 1 Dec, 11:00")
    assert "Regula" not in asked
    whole.pause(300)
    assert not any("cancelled" in said for said in whole.sim.texts(MIRO))
    assert "Cancelled: Miro, Tue 1 Dec" in whole.say(COACH, "yes")[-1]
    whole.pause(90)
    assert any("These sessions with Dana are cancelled: Tue 1 Dec" in said for said in whole.sim.texts(MIRO))
    assert "Taken back: Miro, Tue 1 Dec" in " ".join(whole.say(COACH, "/takeback"))


def test_all_with_somebody_shows_the_series(whole: Whole) -> None:
    """Without a stretch a series is not ended by words: its buttons are shown."""
    assert "Miro: Tue 24 Nov, 11:00" in whole.say(COACH, "cancel everything with Miro")[-1]
    assert "End them" in str(whole.sim.buttons(COACH))


def test_being_late_is_not_passed_on_unsaid(whole: Whole) -> None:
    """It is said that nobody reads of it by itself; and where the session has begun, that a call does."""
    said = whole.say(COACH, "running 15 min late with Regula")
    assert "This itself does not go to Regula" in said[-2]
    whole.say(COACH, "leave it as it is")
    assert "a call of yours does" in " ".join(whole.say(COACH, "20 min late for Miro"))


def test_a_week_cancelled_on_a_saturday_is_the_one_that_comes(whole: Whole) -> None:
    """ "Cancel this week" names each of its sessions; nothing is cancelled before a yes."""
    whole.until(TUESDAY + timedelta(days=4))
    shown = whole.say(COACH, "cancel this week")[-1]
    assert "Cancel these 2 sessions?\nMiro, Tue 1 Dec, 11:00 (Berlin)\nRegula, Tue 1 Dec, 15:00" in shown
    whole.tap(COACH, "Leave it as it is")
    assert "Cancel Miro, Tue 1 Dec" in whole.say(COACH, "cancel the session with Miro this week")[-1]


def test_two_things_in_one_message(whole: Whole) -> None:
    """The first session is shown back, and what else was written is said not to be taken."""
    said = whole.say(COACH, "Miro wed 3pm, Regula thu 10 weekly")
    assert said[-2] == "One thing at a time. Not taken yet: “Regula thu 10 weekly”"
    assert "With Miro:\nUnderstood: Wed 25 Nov, 15:00" in said[-1]
    whole.tap(COACH, "Leave it as it is")
    assert (
        "Not taken yet: “and tell her to rest”"
        in whole.say(COACH, "Log Regula friday 17:00, and tell her to rest")[-2]
    )


def test_another_client_beside_an_open_session_is_another_session(whole: Whole) -> None:
    """It counts from today and not from what stands open, which is said to be left."""
    whole.say(COACH, "book Miro fri 9:00")
    said = whole.say(COACH, "and Regula monday 11, every 2 weeks, online")
    assert "The coaching session (Miro): nothing is changed." in said[-2]
    assert "With Regula:\nUnderstood: Mon 30 Nov, 11:00 (Berlin), every two weeks, by video" in said[-1]


def test_one_that_was_logged_once_is_made_weekly_in_words(whole: Whole) -> None:
    """The same session, said back with how often; no second one."""
    whole.with_client(3003, "Tom")
    whole.say(COACH, "/session Tom 2026-11-26 10:00 once")
    assert "Understood: Thu 26 Nov, 10:00 (Berlin), every week" in whole.say(COACH, "Tom every week too")[-1]
    whole.tap(COACH, "Yes")
    assert "1. Tom · Thu 26 Nov, 10:00 (Berlin)\n2. Tom · Thu 3 Dec" in whole.say(COACH, "/sessions Tom")[-1]
