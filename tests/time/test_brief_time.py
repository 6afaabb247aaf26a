"""When a coach's brief before a session comes."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.plan.agenda import brief_again, brief_time, held_until

MINUTES = timedelta(minutes=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of March 2026, while Berlin is an hour before UTC."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("choice", "starts", "comes"),
    [
        ("evening", at(12, 9), at(11, 17)),
        ("morning", at(12, 9), at(12, 7)),
        ("morning", at(12, 8), at(12, 7)),
        ("morning", at(12, 7, 59), at(11, 17)),
        ("soon", at(12, 9), at(12, 7)),
        ("soon", at(12, 1), at(11, 23)),
    ],
)
def test_a_brief_comes_when_its_coach_chose(choice: str, starts: datetime, comes: datetime) -> None:
    """The evening before at six, on the day at eight, or two hours before."""
    assert brief_time(starts, "Europe/Berlin", choice) == comes


@pytest.mark.parametrize(
    ("made", "added", "comes"),
    [
        (at(11, 17), None, at(11, 17, 10)),
        (at(11, 17), at(11, 18), at(11, 18, 10)),
        (at(11, 17), at(11, 16), at(11, 17, 10)),
        (at(11, 17), at(11, 19, 49), at(11, 19, 59)),
        (at(11, 17), at(11, 19, 50), at(12, 6)),
        (at(11, 17), at(12, 3), at(12, 6)),
        (at(11, 17), at(12, 5, 49), at(12, 6)),
    ],
)
def test_what_was_added_comes_ten_minutes_after_the_last_of_it(
    made: datetime, added: datetime | None, comes: datetime
) -> None:
    """Ten minutes after the later of brief and addition; from nine in the evening on it waits for seven."""
    assert brief_again(made, added, at(12, 12), "Europe/Berlin") == comes


def test_what_is_added_at_night_still_comes_before_an_early_session() -> None:
    """Ten minutes before a session that begins at seven, and never before it is written."""
    starts = at(12, 6)
    assert brief_again(at(11, 17), at(11, 23), starts, "Europe/Berlin") == starts - 10 * MINUTES
    assert brief_again(at(11, 17), at(12, 5, 45), starts, "Europe/Berlin") == at(12, 5, 55)


def test_an_addition_is_in_its_clients_hands_for_half_an_hour_or_what_the_session_leaves() -> None:
    """Half an hour; near the session what is left up to ten minutes before it, never less than five."""
    starts = at(12, 12)
    assert held_until(at(12, 9), starts) == at(12, 9, 30)
    assert held_until(at(12, 11, 30), starts) == at(12, 11, 50)
    assert held_until(at(12, 11, 45), starts) == at(12, 11, 50)
    assert held_until(at(12, 11, 46), starts) is None
