"""What holds for every plan of anyone, in every zone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from someone import anyone, base_of

from bot.core.base.wall import local
from bot.core.plan import agenda
from bot.core.plan.agenda import Corrections, Due, Standing
from bot.core.plan.candidate import kind_of
from bot.core.plan.facts import Begun, Facts
from bot.core.plan.schedule import Dropped, Plan, Planned, plan
from bot.core.plan.settings import DEFAULTS

WEEKS = timedelta(weeks=3)
often = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

seldom = settings(often, max_examples=8)

PRESSURE = ("must", "should", "need", "miss", "fail", "overdue", "late", "!", "behind on", "forgot")


def three_weeks(facts: Facts) -> Plan:
    return plan(facts, base_of(facts), base_of(facts) + WEEKS)


def sent(facts: Facts) -> list[Begun]:
    return [begun for begun in facts.begun if begun.state != "dropped"]


def days_of(facts: Facts, prompts: Sequence[Planned]) -> list[date]:
    return [p.local.date() for p in prompts] + [local(b.at, facts.zone).date() for b in sent(facts)]


@given(anyone())
@often
def test_never_in_quiet_hours_nor_time_off(facts: Facts) -> None:
    """No prompt in quiet hours, on an unpicked weekend, a free day, in a pause, too early or after the ending."""
    for prompt in three_weeks(facts).prompts:
        assert not facts.quiet.holds(prompt.local.time())
        assert prompt.local == local(prompt.at, facts.zone)
        assert prompt.local.weekday() < 5 or prompt.local.weekday() in facts.rhythm.days
        assert prompt.local.date() not in facts.holidays
        assert prompt.at >= facts.since
        if facts.ending is not None and prompt.kind != "ending":  # what follows the last session may wait
            wait = timedelta(days=4 if prompt.kind == "last" else 0)
            assert prompt.local.date() <= facts.ending + wait
        for pause in facts.pauses:
            end = pause.starts + timedelta(days=3) if pause.rough and not pause.ends else pause.ends
            assert prompt.at < pause.starts or (end is not None and prompt.at >= end)


@given(anyone())
@often
def test_never_around_a_coaching_session(facts: Facts) -> None:
    """Three hours around a session are free, and its day is for what belongs to it."""
    held = [session for session in facts.sessions if not session.cancelled]
    days = {local(session.starts, facts.zone).date() for session in held}
    for prompt in three_weeks(facts).prompts:
        for session in held:
            near = timedelta(hours=3)
            assert prompt.at <= session.starts - near or prompt.at >= session.ends + near
        assert prompt.local.date() not in days or prompt.kind in ("before", "after", "last")


@given(anyone())
@often
def test_never_over_budget(facts: Facts) -> None:
    """One a day, twenty hours apart; any seven days hold no more than the week's number, moved sessions' apart."""
    prompts = three_weeks(facts).prompts
    moved = {one.key for one in facts.sessions if one.moved_at is not None}
    own = [
        p
        for p in prompts
        if p.kind in ("before", "after") and p.occasion.split(":", 1)[1].rpartition(":")[0] in moved
    ]
    assert len({one.local.date() for one in prompts}) == len(prompts)
    prompts = tuple(one for one in prompts if one not in own)
    days = days_of(facts, prompts)
    most = min(facts.weekly or 4, 7)
    for prompt in prompts:
        assert days.count(prompt.local.date()) == 1
        for n in range(7):
            first = prompt.local.date() - timedelta(days=n)
            assert sum(first <= day < first + timedelta(days=7) for day in days) <= most
        for begun in sent(facts):
            assert abs(prompt.at - begun.at) >= timedelta(hours=20) - timedelta(minutes=10)
    for one, two in combinations(prompts, 2):
        assert abs(one.at - two.at) >= timedelta(hours=20)


@given(anyone())
@often
def test_never_twice_and_never_lost(facts: Facts) -> None:
    """Each occasion is planned once or dropped once with a reason, for people and without pressure."""
    found = plan(facts, facts.since - WEEKS, base_of(facts) + 4 * WEEKS)
    everyone: list[Planned | Dropped] = [*found.prompts, *found.dropped]
    names = [one.occasion for one in everyone]
    assert len(names) == len(set(names))
    assert not set(names) & {begun.occasion for begun in facts.begun}
    for session in facts.sessions:
        kinds = {o.when.kind for o in facts.offers}
        wanted = "after" in kinds and "last" not in kinds and not session.cancelled
        if wanted and base_of(facts) < session.starts < base_of(facts) + WEEKS:
            assert f"session:{session.key}:after" in names
    for one in everyone:
        assert one.reason.code
        assert one.why
        assert "{" not in one.why
        assert kind_of(one.occasion) == one.kind
        assert not any(word in one.why.lower().replace("later", "") for word in PRESSURE)


@given(anyone(), st.integers(0, 400), st.integers(1, 600))
@often
def test_the_same_whenever_it_is_asked(facts: Facts, skip: int, length: int) -> None:
    """What is planned for an instant depends neither on when the plan is made nor on how far it looks."""
    base = base_of(facts)
    start, end = base + timedelta(hours=skip), base + timedelta(hours=skip + length)
    whole = plan(facts, base, base + timedelta(hours=1100))
    part = plan(facts, start, end)
    assert part.prompts == tuple(p for p in whole.prompts if start <= p.at < end)
    assert part.dropped == tuple(d for d in whole.dropped if start <= d.at < end)


@given(anyone(), st.lists(st.integers(1, 21 * 24 * 60), min_size=1, max_size=6), st.integers(0, 300))
@seldom
def test_the_same_after_any_number_of_restarts(facts: Facts, minutes: list[int], lag: int) -> None:
    """Whatever is sent meanwhile, some seconds late, and however often the plan is made anew: it comes true."""
    base = base_of(facts)
    expected = [(p.occasion, p.script, p.at) for p in plan(facts, base, base + WEEKS).prompts]
    done: list[tuple[str, str, datetime]] = []
    rows: dict[str, Due] = {}
    for now in [base, *(base + timedelta(minutes=m) for m in sorted(minutes)), base + WEEKS]:
        for row in sorted(rows.values(), key=lambda row: row.at):
            if row.at < now:
                occasion = row.body["occasion"]
                done.append((occasion, row.body["script"], row.at))
                del rows[row.key]
                state = "open" if occasion.startswith("ask:") else "answered"
                begun = Begun(occasion, row.at + timedelta(seconds=lag), row.body["script"], state)  # type: ignore[arg-type]
                facts = replace(facts, begun=(*facts.begun, begun))
        facts = replace(facts, changed=now)
        wanted = agenda.rows(
            Standing(1, prompts=tuple(map(agenda.prompt, plan(facts, now, base + WEEKS).prompts)))
        )
        todo = agenda.changes(tuple(rows.values()), wanted, now)
        rows = {name: one for name, one in rows.items() if name not in todo.remove}
        rows |= {one.key: one for one in todo.put}
        assert agenda.changes(tuple(rows.values()), wanted, now) == Corrections((), ())
        ahead = ((one.body["occasion"], one.body["script"], one.at) for one in rows.values())
        assert sorted([*done, *ahead]) == sorted(expected)


@given(anyone())
@often
def test_the_order_of_facts_does_not_matter(facts: Facts) -> None:
    """The same facts in another order give the same plan."""
    other = replace(
        facts,
        sessions=facts.sessions[::-1],
        marks=facts.marks[::-1],
        given=facts.given[::-1],
        begun=facts.begun[::-1],
        offers=facts.offers[::-1],
        holidays=facts.holidays[::-1],
    )
    assert three_weeks(other) == three_weeks(facts)


@given(anyone())
@often
def test_settings_never_loosen_a_bound(facts: Facts) -> None:
    """With the liveliest settings the hard bounds hold all the same."""
    lively = replace(DEFAULTS, weekly=4, weekly_light=3, wait_hours=168, spread_minutes=15, near_hours=3)
    prompts = plan(facts, base_of(facts), base_of(facts) + WEEKS, lively).prompts
    days = days_of(facts, prompts)
    assert all(days.count(p.local.date()) == 1 for p in prompts)
    assert all(not facts.quiet.holds(p.local.time()) for p in prompts)
    assert all(abs(one.at - two.at) >= timedelta(hours=20) for one, two in combinations(prompts, 2))


LESSER = {"sessions", "midway", "gap", "weekly", "moved", "ending", "every", "once", "dated"}


def of_kinds(found: Plan, *kinds: str) -> list[tuple[str, datetime]]:
    """What of these kinds is planned, and when."""
    return [(one.occasion, one.at) for one in found.prompts if one.kind in kinds]


def without(facts: Facts, *kinds: str) -> Facts:
    """The same without the scripts for such occasions."""
    return replace(facts, offers=tuple(one for one in facts.offers if one.when.kind not in kinds))


@given(anyone())
@often
def test_nothing_lesser_takes_an_hour_from_a_session_or_from_the_coach(facts: Facts) -> None:
    """Session questions, then the coach's own, then returns come at the same hours whatever else there is."""
    whole, bare = three_weeks(facts), three_weeks(without(facts, *LESSER))
    for kinds in (("last", "before", "after", "assigned"), ("mark",)):
        assert of_kinds(whole, *kinds) == of_kinds(bare, *kinds)
    alone = three_weeks(replace(without(facts, *LESSER, "mark"), marks=()))
    assert of_kinds(whole, "last", "before", "after", "assigned") == of_kinds(
        alone, "last", "before", "after", "assigned"
    )


@given(anyone())
@often
def test_what_the_coach_gave_lately_takes_no_hour_from_a_session(facts: Facts) -> None:
    """Within a week of being given it gives way to what lies around the sessions of that week."""
    base = base_of(facts)
    lately = replace(facts, given=tuple(replace(one, at=base) for one in facts.given))
    kinds = ("last", "before", "after")
    week = [one for one in of_kinds(three_weeks(lately), *kinds) if one[1] < base + timedelta(days=5)]
    assert week == [
        one
        for one in of_kinds(three_weeks(replace(facts, given=())), *kinds)
        if one[1] < base + timedelta(days=5)
    ]
