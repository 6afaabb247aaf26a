"""When a client sees what goes to their coach before it goes."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.base import wall
from bot.core.base.wall import Quiet
from bot.core.plan.agenda import AdvanceLook, Standing, look, rows

NIGHT = Quiet(time(21), time(8))
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
ZONE = "Europe/Lisbon"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of March 2026, when Lisbon's clock is UTC."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


Off = tuple[tuple[datetime, datetime | None], ...]


@pytest.mark.parametrize(
    ("telling", "off", "first"),
    [
        (at(12, 21), (), at(12, 9)),
        (at(12, 17), (), at(11, 20, 59)),
        (at(12, 21), ((at(12, 8), at(12, 10)),), at(11, 20, 59)),
        (at(13, 22), ((at(12, 8), at(14, 10)),), at(11, 20, 59)),
        (at(13, 22), ((at(12, 15), None),), at(12, 14, 59)),
    ],
)
def test_a_look_comes_twelve_hours_before_or_at_the_last_moment_before_that(
    telling: datetime, off: Off, first: datetime
) -> None:
    """Quiet hours and pauses move it to the minute before they begin."""
    assert look((telling,), NOW, off, ZONE, NIGHT) == AdvanceLook(first, telling)


def test_what_was_added_since_is_seen_two_hours_before() -> None:
    """Once the first look is past, the next is again, two hours before; after both there is the next telling's."""
    telling, later = at(12, 17), at(19, 17)
    assert look((telling, later), at(12, 9), (), ZONE, NIGHT) == AdvanceLook(at(12, 15), telling, True)
    assert look((telling, later), at(12, 15), (), ZONE, NIGHT) == AdvanceLook(at(18, 20, 59), later)
    assert look((telling,), at(12, 15), (), ZONE, NIGHT) is None


def test_two_looks_that_fall_together_are_one() -> None:
    """Where both would be the evening before there is one only, and none where a pause has begun."""
    assert look((at(12, 9),), NOW, (), ZONE, NIGHT) == AdvanceLook(at(11, 20, 59), at(12, 9))
    assert look((at(12, 9),), at(11, 20, 59), (), ZONE, NIGHT) is None
    assert look((at(12, 9),), NOW, ((at(9, 0), None),), ZONE, NIGHT) is None


def test_an_earlier_telling_takes_what_there_is_along() -> None:
    """Nothing is shown for a later telling before an earlier one went."""
    soon, later = at(12, 17), at(12, 20)
    found = look((soon, later), at(12, 16), (), ZONE, NIGHT)
    assert found == AdvanceLook(at(12, 18), later, True)


def test_its_row_names_the_telling() -> None:
    """There is one row of it, in the client's own chat."""
    (row,) = rows(Standing(7, coach=1, preview=AdvanceLook(at(11, 9), at(11, 21), True)))
    assert (row.key, row.chat_id, row.kind, row.at) == ("preview:7", 7, "preview", at(11, 9))
    assert row.body == {"telling": at(11, 21).isoformat(), "again": True}


@given(
    minutes=st.integers(0, 60 * 24 * 400),
    zone=st.sampled_from(("Europe/Lisbon", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Santiago")),
    starts=st.integers(0, 23),
    lasts=st.integers(0, 20),
)
@settings(deadline=None, max_examples=150)
def test_before_is_never_quiet_and_never_later(minutes: int, zone: str, starts: int, lasts: int) -> None:
    """The last waking minute before an instant is awake, not after it, and within a day of it."""
    asked = NOW + timedelta(minutes=minutes)
    quiet = Quiet(time(starts), time((starts + lasts) % 24))
    found = wall.before(asked, (), zone, quiet)
    assert asked - timedelta(days=1, hours=2) <= found <= asked
    assert not wall.is_quiet(found, zone, quiet)
