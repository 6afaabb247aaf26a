"""The pace: the permitted rate is found and kept, and time alone decides."""

from collections import deque
from datetime import UTC, datetime, timedelta

from bot.runtime.pace import Pace
from bot.simulator.limits import Limits, Rates
from bot.simulator.refused import RefusedCall

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def sent(pace: Pace, limits: Limits, many: int) -> tuple[float, int]:
    """Send so many, each to another chat; how many a second arrived, and how many met a 429."""
    now, arrived, refused = NOW, 0, 0
    while arrived < many:
        now = max(now, pace.free_at(now))
        room = pace.room(now)
        assert room > 0
        pace.took(now, room)
        for _ in range(room):
            try:
                limits.spend(arrived + 1, now)
                arrived += 1
            except RefusedCall as fault:
                refused += 1
                pace.refused(now, now)
                now += timedelta(seconds=fault.parameters["retry_after"])
                break
    return arrived / (now - NOW).total_seconds(), refused


def test_three_hundred_at_one_instant_go_at_the_permitted_rate() -> None:
    """At the limit that the settings name: 98 % of it at least, and no 429."""
    rate, refused = sent(Pace(30), Limits(Rates()), 300)
    assert rate >= 0.98 * 30
    assert refused == 0


def test_no_second_is_too_full() -> None:
    """In any second whatever there are no more than the limit, from the first on."""
    pace, now, made = Pace(30), NOW, deque[datetime]()
    while now < NOW + timedelta(seconds=5):
        pace.took(now, room := pace.room(now))
        made.extend([now] * room)
        now = max(pace.free_at(now), now)
        assert sum(one > now - timedelta(seconds=1) for one in made) <= 30
    assert len(made) > 5 * 29


def test_a_lower_limit_is_found_and_kept() -> None:
    """Where less is permitted than the settings say: nearly all of it after a few 429s."""
    rate, refused = sent(Pace(30), Limits(Rates(all_per_second=20, all_burst=20)), 12_000)
    assert rate >= 0.95 * 20
    assert refused <= 12


def test_calls_under_way_slow_once() -> None:
    """Several calls that began before the pace was slowed are one sign, not several."""
    pace = Pace(30)
    for _ in range(5):
        pace.refused(NOW, NOW + timedelta(seconds=1))
    assert pace.rate == 24
    pace.refused(NOW + timedelta(seconds=2), NOW + timedelta(seconds=3))
    assert pace.rate < 24


def test_faster_again_slowly() -> None:
    """After a quarter of an hour without a 429 the bot sends as fast as the settings permit."""
    pace, now = Pace(30), NOW
    pace.refused(now, now)
    while now < NOW + timedelta(minutes=15):
        pace.took(now, pace.room(now))
        now = pace.free_at(now)
    assert pace.rate == 30
