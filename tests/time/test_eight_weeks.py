"""Eight weeks for a hundred clients, with outages: the plan made anew hundreds of times, and what came of it."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from zlib import crc32

import pytest
from someone import EVERY, ZONES, utc

from bot.core.base.wall import local
from bot.core.plan.facts import Begun, BegunState, Facts, Mark, Pause
from bot.core.plan.recurrence import expand, number, parse_session
from bot.core.plan.rhythm import parse_rhythm
from bot.core.plan.schedule import Planned, late, plan

pytestmark = pytest.mark.unmeasured

START = utc("2026-09-28T00:00")  # over the end of summer time in Europe and America
END = START + timedelta(weeks=8)
RHYTHMS = ("mon,thu 19:00", "weekdays 12:30", "tue 7:30; sat 10:00", "daily 20:55", "wed 12:30,19:00")


def chance(n: int, what: object, of: int) -> int:
    """A number from 0 up to ``of``, always the same for the same client and thing."""
    return crc32(f"{n}:{what}".encode()) % of


def someone(n: int) -> Facts:
    """One of a hundred: zone, rhythm, sessions, marks and pauses differ."""
    zone = ZONES[chance(n, "zone", len(ZONES))]
    hour, weeks = 9 + chance(n, "hour", 9), ("weekly", "fortnightly", "every 3 weeks")[chance(n, "weeks", 3)]
    repeat = parse_session(f"2026-09-{15 + chance(n, 'day', 14):02} {hour}:00 {weeks}", zone)
    pause = START + timedelta(days=chance(n, "pause", 200))
    return Facts(
        zone,
        parse_rhythm(RHYTHMS[chance(n, "rhythm", len(RHYTHMS))]),
        START,
        changed=START,
        sessions=number(expand(repeat, START.date() + timedelta(weeks=26)), chance(n, "held", 9)),
        marks=(Mark(n, START + timedelta(days=chance(n, "mark", 60))),),
        pauses=(Pause(pause, pause + timedelta(days=9)),),
        offers=EVERY,
        seed=n + 1,
    )


def answer(n: int, occasion: str) -> BegunState:
    """Some clients answer nearly always, some hardly ever."""
    return "answered" if chance(n, occasion, 10) < chance(n, "habit", 11) else "unanswered"


@dataclass
class Life:
    """Eight weeks of one client as they came out: facts in the end, what was sent, and what was not and why."""

    facts: Facts
    sent: list[tuple[datetime, Planned]] = field(default_factory=list)
    unsent: list[str] = field(default_factory=list)
    unplanned: set[str] = field(default_factory=set)


def live(n: int) -> Life:
    """Work off what is due, plan anew after each, and at least weekly; now and then the bot is down for a while."""
    life, rows = Life(someone(n)), dict[str, Planned]()
    now = START
    while now < END:
        planned = plan(life.facts, now, now + timedelta(days=8))
        life.unplanned |= {d.occasion for d in planned.dropped}
        rows = {p.occasion: p for p in planned.prompts}  # what had fallen due was worked off
        following = min([p.at for p in rows.values()], default=END)
        now = min(following, now + timedelta(days=7))
        if chance(n, f"down {now:%m-%d}", 12) == 0:
            now += timedelta(hours=chance(n, "hours", 40))
        for occasion in [o for o, p in sorted(rows.items(), key=lambda row: row[1].at) if p.at <= now]:
            begin(n, life, rows.pop(occasion), now)
        life.facts = replace(life.facts, changed=now)
    return life


def begin(n: int, life: Life, row: Planned, now: datetime) -> None:
    """What the sender does when a row is due."""
    why = late(row.kind, row.at, now, life.facts)
    state: BegunState = "dropped" if why else answer(n, row.occasion)
    life.facts = replace(life.facts, begun=(*life.facts.begun, Begun(row.occasion, now, row.script, state)))
    if state == "answered":
        life.facts = replace(life.facts, heard=now + timedelta(minutes=9))
    if why is None:
        life.sent.append((now, row))
    else:
        life.unsent.append(why.reason)


@pytest.fixture(scope="module")
def lives() -> list[Life]:
    return [live(n) for n in range(100)]


def test_every_bound_holds_over_eight_weeks(lives: list[Life]) -> None:
    """One a day, twenty hours apart, four in seven days, no quiet hour, no unpicked weekend, no session's hours."""
    for life in lives:
        facts = life.facts
        times = [at for at, _ in life.sent]
        days = [local(at, facts.zone).date() for at in times]
        assert len(days) == len(set(days))
        assert all(two - one >= timedelta(hours=20) - timedelta(minutes=1) for one, two in pairwise(times))
        for day in days:
            assert sum(timedelta(0) <= day - other < timedelta(days=7) for other in days) <= 4
        for at in times:
            here = local(at, facts.zone)
            assert not facts.quiet.holds(here.time())
            assert here.weekday() < 5 or here.weekday() in facts.rhythm.days
            for session in facts.sessions:
                near = timedelta(hours=3)
                assert at <= session.starts - near or at >= session.ends + near


def test_nothing_comes_twice_and_nothing_is_lost(lives: list[Life]) -> None:
    """Each occasion is begun once at most, and each session's reflection was begun or not, with a reason."""
    for life in lives:
        names = [begun.occasion for begun in life.facts.begun]
        assert len(names) == len(set(names))
        for session in life.facts.sessions:
            if START < session.starts < END - timedelta(days=4):
                assert f"session:{session.key}:after" in {*names, *life.unplanned}


def test_after_an_outage_nothing_comes_in_a_burst(lives: list[Life]) -> None:
    """What could not be sent in time is not sent, and says why."""
    reasons = Counter(reason for life in lives for reason in life.unsent)
    assert reasons["late"] > 20
    assert set(reasons) <= {"late", "too-close", "quiet-hours", "near-session", "paused", "weekend", "silent"}
    assert all(
        now - row.at <= timedelta(hours=2) or row.kind == "before" for life in lives for now, row in life.sent
    )


def test_who_does_not_answer_is_soon_left_in_peace(lives: list[Life]) -> None:
    """Who never answers gets fewer and fewer, one question, and then at most one after each session."""
    quiet = [life for n, life in enumerate(lives) if chance(n, "habit", 11) == 0]
    lively = [life for n, life in enumerate(lives) if chance(n, "habit", 11) == 10]
    assert len(quiet) > 3
    for life in quiet:
        asked = [at for at, row in life.sent if row.occasion.startswith("ask:")]
        assert len(asked) <= 1
        later = [at for at, _ in life.sent if asked and at > asked[0]]
        sessions = [s for s in life.facts.sessions if asked and asked[0] < s.starts < END]
        assert len(later) <= len(sessions)
    assert sum(len(life.sent) for life in quiet) / len(quiet) < 0.6 * sum(len(x.sent) for x in lively) / len(
        lively
    )
