"""The shipped scripts in a plan: what comes when for a client who takes what the headers say."""

from datetime import UTC, date, datetime
from itertools import pairwise

from shelf import named

from bot.core.plan.facts import Facts, Offer
from bot.core.plan.recurrence import expand, number, parse_session
from bot.core.plan.rhythm import parse_rhythm
from bot.core.plan.schedule import Plan, plan

START = datetime(2026, 11, 2, tzinfo=UTC)
END = datetime(2026, 12, 14, tzinfo=UTC)
LAST_DAY = date(2026, 12, 11)

OFFERS = tuple(
    Offer(one.script.name, one.script.header.when, turns=one.script.header.length[1])
    for one in named("en").values()
    if one.script.header.for_ == "client"
)


def weeks(ending: date | None, offers: tuple[Offer, ...] = OFFERS) -> Plan:
    """Six weeks with a session each Tuesday, for a client who answers in the evening of any day."""
    sessions = number(expand(parse_session("2026-11-03 15:00 weekly", "UTC"), LAST_DAY), 9)
    facts = Facts("UTC", parse_rhythm("daily 19:00"), START, offers=offers, sessions=sessions, ending=ending)
    return plan(facts, START, END)


def test_the_last_three_sessions_have_their_scripts_in_order() -> None:
    """What one takes along comes first, then the unsaid, while there is a session left, then what is next."""
    endings = tuple(offer for offer in OFFERS if offer.when.kind == "last")
    assert [one.script for one in weeks(LAST_DAY, endings).prompts] == [
        "ending-harvest",
        "ending-thanks",
        "ending-next",
    ]


def test_an_ordinary_week_has_its_three_scripts() -> None:
    """Before a session, after it and halfway: each from the script that says so."""
    kinds = {one.kind: one.script for one in weeks(None).prompts}
    assert [kinds["before"], kinds["after"], kinds["midway"]] == [
        "before-session",
        "after-session",
        "mid-week",
    ]


def test_nothing_comes_by_itself_that_is_there_to_be_asked_for() -> None:
    """Scripts on demand are never planned."""
    asked_for = {one.script for one in OFFERS if one.when.kind == "demand"}
    assert asked_for and not asked_for & {one.script for one in weeks(LAST_DAY).prompts}


def test_the_pulse_comes_after_the_third_and_fifth_session_and_not_within_three_weeks() -> None:
    """With a session a week the one after the fifth waits until 21 days are over; after that every fourth."""
    sessions = number(expand(parse_session("2026-11-03 15:00 weekly", "UTC"), date(2027, 2, 10)), 0)
    pulse = tuple(offer for offer in OFFERS if offer.script == "pulse")
    facts = Facts("UTC", parse_rhythm("daily 19:00"), START, offers=pulse, sessions=sessions)
    every = plan(facts, START, datetime(2027, 2, 10, tzinfo=UTC)).prompts
    found = [one for one in every if one.script == "pulse"]
    assert [one.occasion.split(":")[2] for one in found] == [
        "2026-11-17",
        "2026-12-01",
        "2026-12-29",
        "2027-01-26",
    ]
    assert min((after.at - before.at).days for before, after in pairwise(found)) >= 21


def test_what_is_useful_and_in_the_way_is_asked_after_sessions_3_5_and_10() -> None:
    """Two open questions after these three, and after no other."""
    sessions = number(expand(parse_session("2026-11-03 15:00 fortnightly", "UTC"), date(2027, 6, 10)), 0)
    far = tuple(offer for offer in OFFERS if offer.script == "so-far")
    facts = Facts("UTC", parse_rhythm("daily 19:00"), START, offers=far, sessions=sessions)
    every = plan(facts, START, datetime(2027, 6, 10, tzinfo=UTC)).prompts
    assert len([one for one in every if one.script == "so-far"]) == 3
