"""After a rough day three days are lighter, unless the client wants questions as before."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from whole import CLIENT, Whole, coach_and_client, whole_bot

START = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday; questions on Mon, Wed and Fri at 19:00
DAY = 24 * 3600


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach and a client, on a Monday at noon."""
    with whole_bot(tmp_path, coach_and_client, start=START) as made:
        yield made


def asked(whole: Whole) -> int:
    """How many talks the bot began by itself."""
    begun = whole.tx(
        lambda tx: tx.db.execute(
            "SELECT count(*) FROM reflections WHERE occasion NOT LIKE 'demand:%' AND occasion NOT LIKE 'lead:%'"
        ).fetchone()
    )
    return int(begun[0])


def rough_day(whole: Whole) -> str:
    said = "\n".join(whole.say(CLIENT, "/rough_day"))
    whole.tap(CLIENT, "Nothing just now")
    return said


def test_three_days_are_quiet_after_a_rough_day(whole: Whole) -> None:
    """It is said until when, nothing comes before that, and questions come again after it."""
    said = rough_day(whole)
    assert "No new question comes by itself until Thu 26 Nov, 12:0" in said
    whole.pause(3 * DAY - 600)
    assert asked(whole) == 0
    whole.pause(2 * DAY)
    assert asked(whole) == 1


def test_a_tap_ends_the_lighter_days(whole: Whole) -> None:
    """The next question then comes at the client's own hour, as the menu says."""
    rough_day(whole)
    assert whole.tap(CLIENT, "Let them come as before") == ["Questions come as before."]
    whole.pause(DAY)
    assert asked(whole) == 1


def test_the_days_end_by_themselves_after_a_restart_too(whole: Whole) -> None:
    """They are part of how matters stand, and nothing is left of them afterwards."""
    rough_day(whole)
    whole.restart()
    whole.pause(int(timedelta(days=5).total_seconds()))
    assert asked(whole) == 1


def test_other_scripts_change_nothing(whole: Whole) -> None:
    """Only a script with that tag makes the days lighter."""
    assert "comes by itself" not in "\n".join(whole.say(CLIENT, "/gratitude"))
    assert asked(whole) == 0
    whole.pause(DAY)
    assert asked(whole) == 1
