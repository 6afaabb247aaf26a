"""Towards an ending, with the scripts as they are shipped: the last sessions' own scripts are never crowded out."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.core.plan.facts import Facts, Offer
from bot.core.plan.recurrence import expand, number, parse_session
from bot.core.plan.rhythm import parse_rhythm
from bot.core.plan.schedule import Planned, plan
from bot.core.script.parser import parse

PROMPTS = Path(__file__).parents[2] / "prompts" / "en"
START = datetime(2026, 11, 2, tzinfo=UTC)
ENDING = date(2026, 12, 15)


@cache
def offers() -> tuple[Offer, ...]:
    """What the shipped headers say, as a client's plan is made from it."""
    found = [parse(path.read_text("utf-8"), path.name)[0] for path in sorted(PROMPTS.glob("*.md"))]
    return tuple(
        Offer(one.name, one.header.when, one.header.intensity, turns=one.header.length[1])
        for one in found
        if one is not None and one.header.for_ == "client"
    )


def weeks(rhythm: str, hour: str, held: int, weekly: int | None = None) -> tuple[Planned, ...]:
    """Six weeks to the ending, with a session every Tuesday, the last one on the last day itself."""
    sessions = number(expand(parse_session(f"2026-11-03 {hour} weekly", "UTC"), ENDING), held)
    facts = Facts(
        "UTC",
        parse_rhythm(rhythm),
        START,
        weekly=weekly,
        sessions=sessions,
        ending=ENDING,
        offers=offers(),
    )
    return plan(facts, START, START + timedelta(weeks=8)).prompts


@pytest.mark.parametrize("held", [0, 3, 9])
@pytest.mark.parametrize("hour", ["9:00", "15:00", "18:00", "20:00"])
@pytest.mark.parametrize("rhythm", ["mon,wed,fri 19:00", "mon,thu 12:30", "tue 19:00", "daily 19:00"])
def test_the_last_sessions_have_their_scripts(rhythm: str, hour: str, held: int) -> None:
    """What one takes along, the unsaid, what is next: in this order, whatever else would like the fading week."""
    found = weeks(rhythm, hour, held)
    assert [one.script for one in found if one.kind == "last"] == [
        "ending-harvest",
        "ending-thanks",
        "ending-next",
    ]


def test_they_come_first_even_for_who_chose_one_a_week() -> None:
    """With one a week it is the last sessions' script that comes, and not what comes before a session."""
    lasts = [one for one in weeks("mon,wed,fri 19:00", "15:00", 9, weekly=1) if one.kind == "last"]
    assert len(lasts) == 3


def test_the_weeks_before_fade() -> None:
    """Two in a week, then one, then nothing but what was agreed."""
    days = [one.local.date() for one in weeks("mon,wed,fri 19:00", "15:00", 9)]
    monday = ENDING - timedelta(days=1)
    assert all(day <= ENDING + timedelta(days=3) for day in days)
    counts = [
        sum(timedelta(0) <= day - monday + timedelta(weeks=n) < timedelta(weeks=1) for day in days)
        for n in (4, 3, 2, 1, 0)
    ]
    assert counts[0] <= 3
    assert counts[1] <= 2
    assert counts[2:] == [1, 1, 1]
