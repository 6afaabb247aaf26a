"""When a prompt's time has come: sent, or dropped and why; and how long it waits then."""

from dataclasses import replace
from datetime import timedelta

import pytest
from someone import client, meetings, utc

from bot.core.plan.facts import Begun, Facts, Kind, Pause
from bot.core.plan.schedule import late, latest
from bot.core.plan.settings import DEFAULTS
from bot.core.plan.timeouts import Wait, wait

HOUR = timedelta(hours=1)
SESSIONS = meetings("2026-10-20 15:00 weekly")  # 13:00 UTC on Tuesdays, 14:00 from the 27th on


def verdict(kind: Kind, due: str, now: str, facts: Facts) -> str:
    found = late(kind, utc(due), utc(now), facts)
    return "send" if found is None else found.reason


@pytest.mark.parametrize(
    ("kind", "due", "now", "reason"),
    [
        ("midway", "2026-10-22T15:00", "2026-10-22T15:00", "send"),
        ("midway", "2026-10-22T15:00", "2026-10-22T17:00", "send"),
        ("midway", "2026-10-22T15:00", "2026-10-22T17:01", "late"),
        ("midway", "2026-10-22T17:30", "2026-10-22T19:10", "quiet-hours"),  # 21:10 in Berlin
        ("after", "2026-10-20T17:00", "2026-10-21T17:00", "late"),
        ("before", "2026-10-19T13:00", "2026-10-20T10:00", "send"),  # three hours before: just in time
        ("before", "2026-10-19T13:00", "2026-10-20T10:01", "too-close"),
        (
            "before",
            "2026-10-20T09:00",
            "2026-10-20T10:30",
            "near-session",
        ),  # not late, but too close all the same
        ("before", "2026-10-19T13:00", "2026-10-19T20:00", "quiet-hours"),
        ("weekly", "2026-10-19T17:00", "2026-10-20T05:00", "late"),
    ],
)
def test_nothing_late_is_sent_in_a_burst(kind: Kind, due: str, now: str, reason: str) -> None:
    """Two hours late it is sent, later not; before a session while three hours remain; never at night."""
    assert verdict(kind, due, now, client(sessions=SESSIONS)) == reason


def test_life_may_have_changed_since_it_was_planned() -> None:
    """A pause, an ending or a session that moved near since the plan was made keeps a prompt from being sent."""
    facts = client(pauses=(Pause(utc("2026-10-22T12:00")),))
    assert verdict("weekly", "2026-10-22T17:00", "2026-10-22T17:00", facts) == "paused"
    assert verdict("before", "2026-10-19T13:00", "2026-10-19T18:00", client()) == "late"
    found = late("weekly", utc("2026-10-19T17:00"), utc("2026-10-19T20:00"), client())
    assert found is not None
    assert str(found.why) == "it could not be sent within 2 hours of its time"


@pytest.mark.parametrize(
    ("kind", "due", "until"),
    [
        ("midway", "2026-10-22T15:00", "2026-10-22T17:00"),  # two hours
        ("midway", "2026-10-22T17:31", "2026-10-22T18:56"),  # until the quiet hours, 21:00 in Berlin
        ("before", "2026-10-20T07:00", "2026-10-20T10:00"),  # three hours before the session
        ("before", "2026-10-19T13:00", "2026-10-19T18:55"),  # not into the night between
        ("weekly", "2026-10-21T18:59", "2026-10-21T18:59"),
    ],
)
def test_a_prompt_that_waits_to_be_sent_does_not_wait_for_ever(kind: Kind, due: str, until: str) -> None:
    """What begins in time and cannot be delivered is taken back before it would come late or at night."""
    facts = client(sessions=SESSIONS)
    assert latest(kind, utc(due), facts) == utc(until)
    assert verdict(kind, due, until, facts) == "send"


# ---- how long it waits -------------------------------------------------------------------------


def waits(kind: Kind | None, asked: str, facts: Facts, following: str = "") -> Wait:
    return wait(kind, utc(asked), facts, utc(following) if following else None)


def test_a_prompt_waits_two_days_with_one_nudge() -> None:
    """One silent nudge at the next chosen hour after 22, and after 48 the prompt lapses."""
    daily = client("daily 19:00")
    assert waits("midway", "2026-10-22T17:00", daily) == Wait(24 * HOUR, 48 * HOUR)
    assert waits("midway", "2026-10-22T19:00", daily).nudge == 22 * HOUR  # to the minute


@pytest.mark.parametrize(
    ("rhythm", "following"),
    [
        ("mon,thu 19:00", ""),  # no chosen hour while it waits
        ("thu,sat 19:03", ""),  # one, as it ends
        ("thu,fri 19:00", "2026-10-23T17:03"),  # one, but the next prompt comes then
        ("thu,fri 10:00", "2026-10-23T08:00"),
    ],
)
def test_no_nudge_comes_at_an_hour_that_was_not_chosen(rhythm: str, following: str) -> None:
    """Where no chosen hour lies well before the next prompt and the end of the window, there is no nudge."""
    assert waits("weekly", "2026-10-22T17:03", client(rhythm), following).nudge is None


def test_the_next_prompt_or_session_ends_the_window() -> None:
    """A prompt gives way to the next one, and to the session."""
    assert waits("midway", "2026-10-22T17:00", client(), "2026-10-23T17:00") == Wait(None, 24 * HOUR)
    assert waits("weekly", "2026-10-22T17:00", client(), "2026-10-22T09:00").window == 48 * HOUR
    facts = client(sessions=SESSIONS)
    assert waits("weekly", "2026-10-19T17:00", facts).window == 20 * HOUR
    assert waits(None, "2026-10-19T17:00", facts) == Wait(None, 20 * HOUR)


def test_the_nudge_before_a_session_comes_three_hours_before() -> None:
    """The nudge of a before-session prompt is three hours before the session, unless that is night."""
    assert waits("before", "2026-10-19T13:00", client(sessions=SESSIONS)) == Wait(21 * HOUR, 24 * HOUR)
    early = meetings("2026-10-20 10:00 weekly")  # 07:00 in Berlin is quiet, 08:00 is too close
    assert waits("before", "2026-10-19T08:00", client(sessions=early)) == Wait(None, 24 * HOUR)
    assert waits("before", "2026-10-19T08:00", client("daily 10:00")).nudge == 24 * HOUR


def test_a_nudge_at_night_waits_for_the_morning() -> None:
    """A chosen hour that has come to lie in the quiet hours stands for the end of these."""
    early = client("daily 06:30")
    assert waits("weekly", "2026-10-19T06:00", early).nudge == 24 * HOUR
    assert waits("weekly", "2026-10-19T06:00", early, "2026-10-20T08:00").nudge is None


def test_no_nudge_on_the_ladder() -> None:
    """After two without an answer, or without nudges in the settings, there is none."""
    quiet = tuple(Begun(f"week:{n}", utc(f"2026-10-1{n}T17:00"), "", "unanswered") for n in (2, 4))
    assert waits("weekly", "2026-10-19T17:00", client(begun=quiet)).nudge is None
    none = replace(DEFAULTS, nudges=0)
    assert wait("weekly", utc("2026-10-19T17:00"), client(), None, none).nudge is None
