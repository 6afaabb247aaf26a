"""What changed of a coming coaching session: the client reads it at once, the coach whether it arrived."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.store import announcements, people

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WEDNESDAY = "2026-11-25 16:00"
"""By the coach's clock in Berlin; 15:00 in Lisbon."""


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of that November; Lisbon is on UTC."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach, a client who shares, and a session on Wednesday that was logged an hour ago."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        logged(made, WEDNESDAY)
        yield made


def logged(whole: Whole, when: str, often: str = "once") -> None:
    whole.say(COACH, f"/session Ada {when} {often}")
    whole.until(whole.clock.now() + timedelta(hours=1))


def cancel(whole: Whole, which: str = "Cancel 1") -> str:
    """What the coach reads when a session is cancelled."""
    whole.say(COACH, "/sessions")
    return whole.tap(COACH, which)[-1]


def move(whole: Whole, to: str) -> str:
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    return whole.say(COACH, to)[-1]


def told(whole: Whole) -> list[str]:
    """What the client read of sessions, with when."""
    events = whole.sim.chat(CLIENT).events
    words = ("is cancelled.", "are cancelled:", "is moved.", "takes place after all", "at other times")
    return [
        f"{one.at:%a %H:%M} {one.text}"
        for one in events
        if one.who == "bot" and one.kind == "said" and any(word in one.text for word in words)
    ]


def read(whole: Whole) -> list[str]:
    """What the coach read of whether it arrived."""
    return [one for one in whole.sim.texts(COACH) if "has it:" in one or "has not reached" in one]


def test_a_cancelled_session_is_told_within_minutes_and_the_coach_reads_that_it_was(whole: Whole) -> None:
    """Whatever hours were chosen for questions: a minute later, once; then the coach reads that it has arrived."""
    whole.until(at(24, 10))
    assert "Ada reads this in a minute. You read here when it has arrived." in cancel(whole)
    assert not read(whole)
    whole.pause(120)
    assert told(whole) == [
        "Tue 10:01 Your session with Dana on Wed 25 Nov, 15:00 (Lisbon) is cancelled. "
        "No other session is logged so far."
    ]
    assert read(whole) == ["Ada has it: cancelled: Wed 25 Nov, 16:00 (Berlin)."]
    whole.until(at(28, 10))
    assert len(told(whole)) == len(read(whole)) == 1


def test_a_cancelled_session_is_told_with_the_next_one(whole: Whole) -> None:
    """The next that is logged is named; where there is none, that is said."""
    whole.say(COACH, "/session Ada 2026-11-27 11:00 once")
    whole.until(at(24, 10))
    cancel(whole)
    whole.pause(120)
    assert told(whole)[-1].endswith("is cancelled. The next session is on Fri 27 Nov, 10:00 (Lisbon).")
    cancel(whole)
    whole.pause(120)
    assert told(whole)[-1].endswith("is cancelled. No other session is logged so far.")


def test_a_moved_session_is_told_with_both_times(whole: Whole) -> None:
    """The old and the new instant by the client's own clock; for the coach by theirs."""
    whole.until(at(24, 10))
    move(whole, "2026-11-26 10:00")
    whole.pause(120)
    assert told(whole)[-1].endswith(
        "Your session with Dana on Wed 25 Nov, 15:00 (Lisbon) is moved. It is on Thu 26 Nov, 09:00 (Lisbon) now."
    )
    assert "from Wed 25 Nov, 16:00 (Berlin) to Thu 26 Nov, 10:00 (Berlin)" in read(whole)[-1]


def test_what_is_taken_back_within_the_minute_is_never_read(whole: Whole) -> None:
    """The coach reads that nothing was said; the client reads nothing at all."""
    whole.until(at(24, 10))
    cancel(whole)
    assert "Ada had not read of it yet, and reads nothing." in whole.tap(COACH, "Undo")[-1]
    whole.until(at(24, 12))
    assert told(whole) == read(whole) == []


def test_what_was_told_and_is_taken_back_is_told_again(whole: Whole) -> None:
    """A cancelled session that takes place after all is told as at once as that it was cancelled."""
    whole.until(at(24, 10))
    cancel(whole)
    whole.pause(300)
    whole.tap(COACH, "Undo")
    whole.pause(120)
    assert told(whole)[-1].endswith(
        "What was cancelled takes place after all, with Dana: Wed 25 Nov, 15:00 (Lisbon)."
    )
    assert "takes place after all: Wed 25 Nov, 16:00" in read(whole)[-1]


def test_changes_in_a_row_are_one_message_of_how_it_stands(whole: Whole) -> None:
    """Moved, and moved again within the minute: the client reads where it ended up."""
    whole.until(at(24, 10))
    move(whole, "2026-11-26 10:00")
    move(whole, "2026-11-27 11:00")
    whole.pause(180)
    (said,) = told(whole)
    assert "Wed 25 Nov, 15:00 (Lisbon) is moved. It is on Fri 27 Nov, 10:00" in said


def test_at_night_it_waits_for_the_end_of_the_quiet_hours(whole: Whole) -> None:
    """What has time until the morning comes in the morning, and the coach reads when."""
    whole.until(at(24, 22))
    assert "Ada reads this on Wed 25 Nov, 09:00 (Berlin)." in cancel(whole)
    whole.until(at(25, 12))
    assert [one[:9] for one in told(whole)] == ["Wed 08:00"]


@pytest.mark.parametrize(("was", "to"), [("2026-11-25 09:15", ""), (WEDNESDAY, "2026-11-25 08:00")])
def test_at_night_it_comes_at_once_where_the_session_would_come_first(
    tmp_path: Path, was: str, to: str
) -> None:
    """Neither the old nor the new instant is reached before the client was told."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as whole:
        logged(whole, was)
        whole.until(at(24, 22))
        said = move(whole, to) if to else cancel(whole)
        assert "Ada reads this in a minute." in said
        whole.until(at(25, 12))
        assert [one[:9] for one in told(whole)] == ["Tue 22:01"]


def test_in_a_pause_it_waits_for_its_end_unless_the_session_comes_first(whole: Whole) -> None:
    """A pause until Saturday: the session of Wednesday is told at once, that of December after it."""
    logged(whole, "2026-12-09 16:00")
    whole.say(CLIENT, "/pause 2026-11-24 2026-11-28")
    whole.until(at(24, 10))
    said = cancel(whole, "Cancel 2")
    assert "Ada is paused and reads this after that. You read here when it has arrived." in said
    assert "Nov" not in said
    whole.until(at(24, 14))
    assert told(whole) == []
    assert "Ada reads this in a minute." in cancel(whole)
    whole.until(at(24, 16))
    assert (
        "These sessions with Dana are cancelled: Wed 25 Nov, 15:00 (Lisbon) and Wed 9 Dec" in told(whole)[-1]
    )


@pytest.mark.parametrize("why", ["blocked", "stopped"])
def test_the_coach_reads_at_once_that_it_does_not_reach_the_client(whole: Whole, why: str) -> None:
    """Who has blocked the bot or stopped everything is told nothing, and the coach is not left to believe so."""
    if why == "blocked":
        whole.sim.block(CLIENT)
        whole.pause()
    else:
        whole.say(CLIENT, "/stop")
        whole.tap(CLIENT, "Yes, stop everything")
    whole.until(at(24, 10))
    words = {
        "blocked": "Ada has blocked the bot, and reads nothing",
        "stopped": "Ada has stopped the questions",
    }
    assert words[why] in cancel(whole)
    whole.until(at(24, 14))
    assert told(whole) == read(whole) == []


def test_who_comes_back_before_the_session_reads_it_then(whole: Whole) -> None:
    """What did not reach a client who had blocked the bot reaches them when they are back, and that is said."""
    whole.sim.block(CLIENT)
    whole.pause()
    whole.until(at(24, 10))
    cancel(whole)
    whole.until(at(24, 12))
    whole.sim.unblock(CLIENT)
    whole.start(CLIENT, "")
    whole.pause(120)
    assert [one[:9] for one in told(whole)] == ["Tue 12:00"]
    assert read(whole) == ["Ada has it: cancelled: Wed 25 Nov, 16:00 (Berlin)."]


def test_a_block_that_shows_in_the_sending_is_said(whole: Whole) -> None:
    """The coach had read that it goes in a minute, and reads that it did not arrive, and why."""
    whole.until(at(24, 10))
    cancel(whole)
    whole.sim.core.state.chats[CLIENT].blocked = True
    whole.pause(180)
    assert told(whole) == []
    assert read(whole)[-1].startswith("This has not reached Ada: cancelled: Wed 25 Nov, 16:00 (Berlin).")


def test_days_away_tell_whose_sessions_they_take(whole: Whole) -> None:
    """A holiday over the session is told as its cancelling is; taken back, that it takes place after all."""
    whole.until(at(24, 10))
    whole.say(COACH, "/holiday 25 to 26 November")
    assert "Ada reads this in a minute." in whole.tap(COACH, "Yes")[-1]
    whole.pause(120)
    assert "Wed 25 Nov, 15:00 (Lisbon) is cancelled" in told(whole)[-1]
    whole.tap(COACH, "Undo")
    whole.pause(120)
    assert "takes place after all" in told(whole)[-1]


def test_a_series_is_told_in_one_message(tmp_path: Path) -> None:
    """Where a whole series is moved or ended, the first of them are named and the rest counted."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as whole:
        logged(whole, WEDNESDAY, "weekly until 2027-01-06")
        whole.say(COACH, "/sessions")
        whole.tap(
            COACH, next(one for one in whole.sim.buttons(COACH) if "all" in one.lower() or "Ada" in one)
        )
        whole.tap(COACH, "Move them all")
        whole.say(COACH, "2026-11-26 16:00")
        if "Yes" in whole.sim.buttons(COACH):
            whole.tap(COACH, "Yes")
        whole.pause(120)
        (said,) = told(whole)
        assert "No longer: Wed 25 Nov, 15:00 (Lisbon), Wed 2 Dec" in said and "3 more" in said
        assert "Instead: Thu 26 Nov, 15:00 (Lisbon)" in said


def test_what_was_logged_and_taken_back_is_not_told(whole: Whole) -> None:
    """A session that the client never heard of is not cancelled for them."""
    whole.say(COACH, "/session Ada 2026-11-27 10:00 once")
    whole.tap(COACH, "Undo")
    whole.until(at(23, 14))
    assert told(whole) == []
    assert whole.tx(partial(announcements.open_of, client_id=CLIENT)) == ()


def test_who_has_not_agreed_is_told_nothing(whole: Whole) -> None:
    """Who said no to the agreement reads nothing of a session, and the coach reads that."""
    whole.tx(partial(people.change_client, client_id=CLIENT, state="refused"))
    whole.until(at(24, 10))
    assert "Ada has not agreed, and reads nothing of this here." in cancel(whole)
    whole.until(at(24, 14))
    assert told(whole) == []


def test_what_telegram_has_not_taken_yet_is_said_once(whole: Whole) -> None:
    """While Telegram takes nothing the coach is not told that it arrived; afterwards both read it, once."""
    whole.until(at(24, 10))
    cancel(whole)
    whole.sim.fail("sendMessage", times=-1, code=500, chat_id=CLIENT)
    whole.pause(900)
    assert told(whole) == []
    whole.sim.core.faults.orders.clear()
    whole.pause(1800)
    assert len(told(whole)) == 1
    assert [one.split(":")[0] for one in read(whole)] == [
        "This has not reached Ada yet, and is tried on",
        "Ada has it",
    ]


@pytest.mark.parametrize("to", ["", "20261126T100000"])
def test_what_a_calendar_file_moves_or_cancels_is_told_too(whole: Whole, to: str) -> None:
    """The same event sent as cancelled, or with another time: the client reads it as any other change."""
    whole.until(at(24, 10))
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        f"METHOD:{'REQUEST' if to else 'CANCEL'}",
    )
    event = (
        *("BEGIN:VEVENT", "UID:session-1@interlude", "SUMMARY:Ada", "DTSTAMP:20261124T000000Z"),
        f"DTSTART;TZID=Europe/Berlin:{to or '20261125T160000'}",
        *("DURATION:PT60M", "SEQUENCE:1", *(() if to else ("STATUS:CANCELLED",)), "END:VEVENT"),
    )
    whole.sim.attach(COACH, "\r\n".join((*lines, *event, "END:VCALENDAR", "")).encode(), "invite.ics")
    whole.pause(10)
    assert "Ada reads this in a minute." in whole.tap(COACH, "Yes")[-1]
    whole.pause(120)
    (said,) = told(whole)
    assert ("is moved. It is on Thu 26 Nov, 09:00 (Lisbon)" if to else "is cancelled.") in said
    assert len(read(whole)) == 1


def test_the_questions_before_a_session_end_with_it(whole: Whole) -> None:
    """Cancelled, or moved far away: their talk ends, which is said with it, and nothing of it comes any more."""
    whole.until(at(24, 20))
    assert any("Wed 25 Nov" in one for one in whole.sim.texts(CLIENT)[-2:])
    whole.say(CLIENT, "the garden")
    whole.until(at(24, 20, 30))
    cancel(whole)
    whole.pause(120)
    assert told(whole)[-1].endswith("so far. The talk that is open ends too; what you wrote is kept.")
    count = len(whole.sim.texts(CLIENT))
    whole.until(at(25, 20))
    assert not [one for one in whole.sim.texts(CLIENT)[count:] if "worth your time" in one or "above" in one]


def test_the_questions_before_a_session_stay_where_it_is_near(whole: Whole) -> None:
    """Moved by some hours, they are still about it, and their talk goes on."""
    whole.until(at(24, 20))
    whole.say(CLIENT, "the garden")
    move(whole, "2026-11-25 18:00")
    whole.pause(120)
    assert "ends too" not in told(whole)[-1]


def test_a_yes_to_an_announcement_is_for_the_coach(whole: Whole) -> None:
    """A bare word that would be no news by itself is one where it answers what the coach changed."""
    move(whole, "2026-11-26 10:00")
    whole.pause(180)
    assert "Dana does not read here in between; it goes out on" in whole.say(CLIENT, "ok")[-1]
    assert whole.responses()[-1].visibility != "private"


def test_words_behind_an_announcement_are_about_it(whole: Whole) -> None:
    """They are kept by themselves, with when the coach has them and a way to tell them now; the question stays."""
    whole.begin("values")
    prompt = whole.sim.messages(CLIENT)[-1].id
    whole.until(whole.clock.now() + timedelta(minutes=2))
    move(whole, "2026-11-26 10:00")
    whole.pause(180)
    for words in ("oh. why?", "ok see you at 2"):
        assert "Dana does not read here in between; it goes out on" in whole.say(CLIENT, words)[-1]
        assert "Tell Dana now" in whole.sim.buttons(CLIENT)
        assert whole.responses()[-1].reflection_id is None
        whole.pause(60)
    whole.sim.say(CLIENT, "kindness", prompt)
    whole.pause(30)
    assert whole.responses()[-1].reflection_id is not None
