"""Time in the running bot: what comes when, what gives way, and what is said about it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from clocked import (
    DAY,
    HOUR,
    MONDAY,
    WEEKLY,
    change,
    client,
    live,
    meet,
    outcomes,
    own_hours,
    place_of,
    planned,
    plans,
    record,
    replan,
    said,
    timed_bot,
)
from whole import ADMIN, CLIENT, COACH, PROMPTS, Whole

from bot.store import begun, due, reflections
from bot.store.db import Tx


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client in Lisbon with a coach in Berlin, well past the first sessions."""
    with timed_bot(tmp_path) as made:
        yield made


# ---- what hangs on a coaching session ----------------------------------------------------------


def test_a_fortnight_comes_as_it_was_planned(whole: Whole) -> None:
    """Before, after and between sessions at the client's own hours; what came is what was planned."""
    meet(whole, "2026-11-24 15:00")
    ahead = [(row.body["occasion"], row.at) for row in plans(whole)]
    live(whole, MONDAY + 14 * DAY)
    sent = [(row.occasion, row.at) for row in record(whole) if row.outcome == "sent"]
    assert sent == [one for one in ahead if one[1] < MONDAY + 14 * DAY]
    assert [row.script for row in record(whole)] == 2 * ["before-session", "after-session", "mid-week"]


def test_a_moved_session_takes_everything_with_it(whole: Whole) -> None:
    """What hangs on it moves, and at the next chosen hour the client may say what the move brought up."""
    meet(whole, "2026-11-24 15:00")
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    assert "to Thu 26 Nov, 16:00 (Berlin). What hangs" in whole.say(COACH, "2026-11-26 16:00")[-1]
    found = planned(whole)
    assert found[0] == "Mon 23 Nov 19:03 session-moved"
    assert "Wed 25 Nov 15:03 before-session" in found
    assert not [one for one in found if one.startswith("Tue 24 Nov")]
    live(whole, MONDAY + 4 * DAY)
    assert list(outcomes(whole))[:3] == [
        "session:1:2026-11-24:moved",
        "session:1:2026-11-24:before",
        "session:1:2026-11-24:after",
    ]


def test_a_cancelled_session_has_nothing_before_or_after_it(whole: Whole) -> None:
    """Only that it was cancelled is taken up; the next one keeps what is its own."""
    meet(whole, "2026-11-24 15:00")
    whole.say(COACH, "/sessions")
    assert "Cancelled" in whole.tap(COACH, "Cancel 1")[-1]
    occasions = [row.body["occasion"] for row in plans(whole)]
    assert [one for one in occasions if "2026-11-24" in one] == ["session:1:2026-11-24:moved"]
    assert "session:1:2026-12-01:before" in occasions


def test_what_was_begun_does_not_come_again_with_a_moved_session(whole: Whole) -> None:
    """The prompt before a session came once; moving the session on does not bring it again."""
    meet(whole, "2026-11-24 15:00", weeks=0)
    live(whole, MONDAY + 12 * HOUR)
    assert outcomes(whole)["session:1:2026-11-24:before"] == "sent"
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    whole.say(COACH, "2026-11-27 15:00")
    assert not planned(whole, "before")


def test_a_session_is_moved_by_the_clock_that_the_coach_has_now(whole: Whole) -> None:
    """A coach who lives elsewhere since the session was logged names its new time by their own clock."""
    meet(whole, "2026-11-24 15:00", weeks=0)
    whole.say(COACH, "/zone Tokyo")
    whole.tap(COACH, "Yes")
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    assert "to Fri 27 Nov, 22:00 (Tokyo). What hangs" in whole.say(COACH, "2026-11-27 22:00")[-1]
    whole.say(COACH, "/sessions")
    assert "Fri 27 Nov, 22:00 (Tokyo)" in whole.sim.texts(COACH)[-1]
    assert "Thu 26 Nov 13:03 before-session" in planned(whole)  # a day before 13:00 in Lisbon


def test_the_first_five_sessions_are_lighter_unless_a_number_was_chosen(tmp_path: Path) -> None:
    """Two a week until the fifth session; a client who chooses a number has that at once."""
    with timed_bot(tmp_path, held=0, rhythm="daily 19:00") as whole:
        meet(whole, "2026-11-24 15:00")
        assert len([one for one in plans(whole) if one.at < MONDAY + 7 * DAY]) == 2
        whole.say(CLIENT, "/menu")
        whole.tap(CLIENT, "How often")
        whole.tap(CLIENT, "5")
        assert len([one for one in plans(whole) if one.at < MONDAY + 7 * DAY]) == 5


def test_check_ins_come_when_their_script_is_there_and_nothing_breaks_before(whole: Whole) -> None:
    """Without a check-in's script nothing is missing; from its publication on it comes after its sessions."""
    meet(whole, "2026-11-24 15:00")  # number 10; the third one on is number 12
    live(whole, MONDAY + 2 * DAY)
    source = (PROMPTS / "en/mid-week.md").read_text("utf-8")
    pulse = source.replace(
        "midway between coaching sessions", "after coaching sessions 3 and 5, then every 4th"
    )
    whole.sim.attach(ADMIN, pulse.encode(), "alliance-pulse.md")
    whole.pause()
    whole.tap(ADMIN, "Publish")
    whole.until(whole.clock.now() + timedelta(minutes=1))
    live(whole, MONDAY + 30 * DAY)
    assert outcomes(whole)["session:1:2026-12-15:check:alliance-pulse"] == "sent"  # session 13 = 5 + 2 x 4


def test_a_mark_is_taken_up_after_3_14_and_42_days(tmp_path: Path) -> None:
    """Who marked a moment reads of it again on those days, at their hour, and at most those three times."""
    with timed_bot(tmp_path, scripts=(*WEEKLY, "after-a-mark"), rhythm="daily 19:00", weekly=7) as whole:
        whole.begin("spark")
        for _ in range(5):
            whole.sim.say(CLIENT, "something opened")
            whole.pause(60)
        assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM marks").fetchone()[0]) == 1
        came = live(whole, MONDAY + 50 * DAY)
        marks = {row.occasion: row.at for row in record(whole) if row.occasion.startswith("mark:")}
        assert [one.partition("+")[2] for one in marks] == ["3", "14", "42"]
        assert [(at - MONDAY).days for at in marks.values()] == [3, 14, 42]
        assert len(came) > 30


def test_an_ending_has_its_three_scripts_before_anything_else(tmp_path: Path) -> None:
    """Six weeks to the ending with every shipped script: the last three sessions have theirs, then it is over."""
    shipped = tuple(path.stem for path in sorted((PROMPTS / "en").glob("*.md")))
    with timed_bot(tmp_path, scripts=shipped) as whole:
        meet(whole, "2026-11-24 15:00")
        whole.say(COACH, "/ending Ada 2027-01-05")
        assert "last day" in whole.tap(COACH, "Yes")[-1]
        live(whole, datetime(2027, 2, 1, tzinfo=UTC))
        sent = [row for row in record(whole) if row.outcome == "sent"]
        assert [row.script for row in sent if row.script.startswith("ending")] == [
            "ending-harvest",
            "ending-thanks",
            "ending-next",
        ]
        assert max(row.at for row in sent).date().isoformat() == "2027-01-05"
        weeks = [row.at.isocalendar().week for row in sent]
        assert [weeks.count(week) for week in (51, 52, 53, 1)] == [2, 1, 1, 1]


# ---- pauses, silences, talks -------------------------------------------------------------------


def test_days_off_are_free_wherever_the_client_is_by_then(whole: Whole) -> None:
    """The days off are days of the client's calendar, also after a move to the other side of the world."""
    change(whole, zone="Europe/Lisbon")
    whole.tx(partial(_rhythm, text="daily 8:30,19:00", weekly=7))
    replan(whole)
    whole.say(CLIENT, "/pause 2026-11-26 2026-11-29")
    whole.say(CLIENT, "/place")
    whole.say(CLIENT, "Auckland")
    days = {one[4:10] for one in planned(whole)}
    assert not days & {"26 Nov", "27 Nov", "28 Nov", "29 Nov"}
    assert {"25 Nov", "30 Nov"} <= days
    assert "No question comes from" in whole.say(CLIENT, "/pause 2026-12-24 2027-01-02")[-1]
    assert "Understood: Thu 24 Dec." in whole.say(CLIENT, "/pause 2026-12-24")[-1]
    whole.tap(CLIENT, "Change it")
    for odd in ("2027-01-02 2026-12-24", "9999-12-30 9999-12-31", "2020-01-01 2020-01-02"):
        assert "Two days like these work" in whole.say(CLIENT, f"/pause {odd}")[-1]
    assert "Up to 92 days work" in whole.say(CLIENT, "/pause 2026-12-01 2027-06-01")[-1]


def _rhythm(tx: Tx, text: str, **wishes: object) -> None:
    from bot.store import people

    people.set_rhythm(tx, CLIENT, rhythm=text, **wishes)


def test_nothing_comes_into_a_silence_that_the_client_chose(tmp_path: Path) -> None:
    """A prompt that would fall into a hold gives way: the question after the silence has the day to itself."""
    with timed_bot(tmp_path, scripts=(*WEEKLY, "sitting-with-it"), rhythm="daily 19:00", weekly=7) as whole:
        coming = plans(whole)[0]
        whole.until(coming.at - timedelta(minutes=3))
        whole.begin("sitting-with-it")
        for _ in range(4):
            if any("minutes" in label for label in whole.sim.buttons(CLIENT)):
                break
            whole.sim.say(CLIENT, "all right")
            whole.pause(30)
        whole.tap(CLIENT, [label for label in whole.sim.buttons(CLIENT) if "minutes" in label][-1])
        before = place_of(whole)
        whole.until(coming.at + timedelta(seconds=30))
        assert not said(whole, since=before)
        replan(whole)
        assert coming.body["occasion"] not in [row.body["occasion"] for row in plans(whole)]
        whole.until(coming.at + 20 * HOUR)
        assert len(said(whole, since=before)) == 1 and outcomes(whole) == {}
        whole.until(coming.at + 25 * HOUR)
        assert list(outcomes(whole).values()) == ["sent"]


def test_a_talk_under_way_is_not_interrupted(whole: Whole) -> None:
    """Who is writing when a prompt falls due writes on; it comes when they have been quiet for a while."""
    coming = plans(whole)[0]
    whole.until(coming.at - timedelta(minutes=2))
    whole.begin("spark")
    whole.sim.say(CLIENT, "first words")
    before = len(record(whole))
    whole.until(coming.at + timedelta(minutes=10))
    assert len(record(whole)) == before
    assert whole.tx(partial(reflections.open_of, client_id=CLIENT)).script == "spark"
    whole.sim.say(CLIENT, "more words")
    whole.until(coming.at + timedelta(minutes=20))
    assert len(record(whole)) == before
    whole.until(coming.at + HOUR)
    assert outcomes(whole)[coming.body["occasion"]] == "sent"


def test_what_is_put_off_does_not_come_at_night(whole: Whole) -> None:
    """ "In an hour" said late in the evening is the end of the quiet hours, and says so."""
    whole.until(MONDAY.replace(hour=20, minute=30))
    whole.begin("mid-week")
    whole.tap(CLIENT, "Later")
    assert "Put off until Tuesday 24 November, 08:00" in whole.tap(CLIENT, "In an hour")[-1]
    before = place_of(whole)
    whole.until(MONDAY.replace(day=24, hour=8, minute=1))
    assert [one.local.hour for one in said(whole, since=before)] == [8]


@pytest.mark.parametrize(("days", "at"), [("mon,thu", None), ("mon,sun", (30, 19)), ("tue,sun", None)])
def test_a_nudge_keeps_to_the_days_that_were_chosen(
    tmp_path: Path, days: str, at: tuple[int, int] | None
) -> None:
    """The silent "still here" comes on the next day only if that is one of the client's, and at their hour."""
    with timed_bot(tmp_path, rhythm=f"{days} 19:00", weekly=1) as whole:
        whole.until(plans(whole)[0].at + 2 * DAY)
        told = [(one.local.day, one.local.hour) for one in said(whole) if "still here" in one.text]
        assert told == ([at] if at else [])


def test_a_pause_of_days_keeps_a_nudge_away(tmp_path: Path) -> None:
    """Days off begun while a prompt waits are as quiet as any."""
    with timed_bot(tmp_path, rhythm="mon,sun 19:00", weekly=1) as whole:
        coming = plans(whole)[0]
        whole.until(coming.at + HOUR)
        whole.say(CLIENT, "/pause 2026-11-30 2026-12-03")
        before = place_of(whole)
        whole.until(coming.at + 3 * DAY)
        assert not said(whole, since=before)


# ---- asked why ---------------------------------------------------------------------------------


def test_why_is_told_in_the_clients_own_language(tmp_path: Path) -> None:
    """A German client reads in German why a prompt came, what comes, and what did not."""
    scripts = ("after-session", "before-session", "mid-week", "look-back", "spark", "repair", "rough-day")
    with timed_bot(tmp_path, language="de", scripts=scripts) as whole:
        meet(whole, "2026-11-24 15:00")
        live(whole, MONDAY + HOUR * 12)
        told = "\n".join(whole.say(CLIENT, "/why"))
        assert "24 Stunden vor" in told
        assert "session" not in told
        assert "(Lissabon)" in told


def test_the_question_about_the_rhythm_is_asked_in_the_words_of_its_reason(whole: Whole) -> None:
    """After eight weeks, after the first sessions and after a long quiet it is not the same question."""
    texts = [
        _asked(whole, occasion)
        for occasion in (
            "rhythm:2026-10-24:1",
            "rhythm:first-sessions",
            "rhythm:first-weeks",
            "ask:2026-11-01T10:00",
        )
    ]
    assert "had this rhythm for a while" in texts[0]
    assert "first sessions are behind you" in texts[1]
    assert "first weeks are behind you" in texts[2] and "still of use" in texts[3]
    assert {tuple(one) for one in whole.sim.buttons(CLIENT)}
    assert whole.tap(CLIENT, "As it is")[0].startswith(
        "It stays as it is: Mon, Wed and Fri at 19:00 (Lisbon)."
    )


def _asked(whole: Whole, occasion: str) -> str:
    body = {"occasion": occasion, "script": "ask-rhythm", "kind": "ask-rhythm", "why": ""}
    whole.until(whole.clock.now().replace(hour=19) + DAY)
    whole.tx(
        partial(
            due.put,
            key=f"plan:{CLIENT}:{occasion}",
            chat_id=CLIENT,
            kind="plan",
            at=whole.clock.now(),
            body=body,
        )
    )
    before = place_of(whole)
    whole.pause()
    return said(whole, since=before)[-1].text


def test_the_clients_number_after_lighter_is_lower_than_before(whole: Whole) -> None:
    """ "Lighter" at the question after some weeks is one less than the client had."""
    _asked(whole, "rhythm:2026-10-24:1")
    whole.tap(CLIENT, "Lighter")
    assert client(whole).rhythm["weekly"] == 2


def test_each_reads_their_own_time_with_the_zone_named(whole: Whole) -> None:
    """The coach in Berlin reads both clocks, the client in Lisbon their own."""
    meet(whole, "2026-11-24 15:00")
    assert any("15:00 (Berlin) = Tue 24 Nov, 14:00 (Lisbon)" in text for text in whole.say(COACH, "/plan"))
    assert "15:00 (Berlin)" in whole.say(COACH, "/sessions")[-1]
    assert "14:03 (Lisbon)" in whole.say(CLIENT, "/menu")[-1]
    assert "(Lisbon)" in whole.say(CLIENT, "/why")[-1]


def test_who_does_not_answer_is_left_in_peace_step_by_step(whole: Whole) -> None:
    """Without any answer it comes less, then one question, then nothing until the client writes a word."""
    whole.until(MONDAY + 60 * DAY)
    sent = [row for row in record(whole) if row.outcome == begun.SENT]
    asks = [row for row in sent if row.occasion.startswith("ask:")]
    assert len(asks) == 1
    assert sent[-1] == asks[0]
    assert not plans(whole)
    whole.say(CLIENT, "hello again")
    whole.until(whole.clock.now() + timedelta(seconds=5))
    replan(whole)
    assert plans(whole)
    assert own_hours(live(whole, whole.clock.now() + 7 * DAY))
