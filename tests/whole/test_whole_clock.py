"""Clocks in the running bot: hours that are missing or come twice, zones that change, and who sees which time."""

from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from clocked import (
    DAY,
    HOUR,
    MONDAY,
    change,
    live,
    meet,
    outcomes,
    place_of,
    plans,
    record,
    replan,
    said,
    timed_bot,
)
from whole import CLIENT, COACH, Whole

from bot.core.base.wall import local
from bot.store import due, memory
from bot.store.db import Tx

pytestmark = pytest.mark.unmeasured  # what runs here, others cover

DAYTIME = "08:00-16:00"  # the quiet hours of somebody who works at night
SPREAD = timedelta(minutes=6)


@pytest.mark.parametrize(
    ("zone", "hour", "start", "comes"),
    [
        # summer time ends: 02:30 comes twice on the 25th, and its first is taken
        ("Europe/Berlin", "2:30", "2026-10-23T16:00", ["24 02:30 +2", "25 02:30 +2", "26 02:30 +1"]),
        ("America/New_York", "1:30", "2026-10-30T22:00", ["31 01:30 -4", "01 01:30 -4", "02 01:30 -5"]),
        (
            "Australia/Lord_Howe",
            "1:45",
            "2027-04-02T10:00",
            ["03 01:45 +11", "04 01:45 +11", "05 01:45 +10.5"],
        ),
        # it begins: the hour that is left out is moved on by as much
        ("Europe/Berlin", "2:30", "2027-03-26T16:00", ["27 02:30 +1", "28 03:30 +2", "29 02:30 +2"]),
        (
            "Australia/Lord_Howe",
            "2:15",
            "2026-10-02T10:00",
            ["03 02:15 +10.5", "04 02:45 +11", "05 02:15 +11"],
        ),
        # none of it
        (
            "Asia/Kathmandu",
            "2:30",
            "2026-10-23T16:00",
            ["24 02:30 +5.75", "25 02:30 +5.75", "26 02:30 +5.75"],
        ),
    ],
)
def test_every_day_has_its_one_prompt_over_a_clock_change(
    tmp_path: Path, zone: str, hour: str, start: str, comes: list[str]
) -> None:
    """At the hour chosen, once a day, also where the clock leaves the hour out or shows it twice."""
    at = datetime.fromisoformat(start).replace(tzinfo=UTC)
    with timed_bot(tmp_path, start=at, zone=zone, rhythm=f"daily {hour}", quiet=DAYTIME, weekly=7) as whole:
        came = live(whole, at + 3 * DAY)
        assert len(came) == len(comes)
        for one, wanted in zip(came, comes, strict=True):
            day, clock, offset = wanted.split()
            hours = datetime.strptime(clock, "%H:%M")  # noqa: DTZ007 - a wall clock
            early = one.local.replace(hour=hours.hour, minute=hours.minute, second=0, microsecond=0)
            assert f"{one.local:%d}" == day
            assert early <= one.local < early + SPREAD
            assert (one.local - one.at.replace(tzinfo=None)) / HOUR == float(offset)


@pytest.mark.parametrize(("old", "new"), [("Europe/Kiev", "Europe/Kyiv"), ("Asia/Calcutta", "Asia/Kolkata")])
def test_a_zone_that_was_renamed_is_the_same_zone(tmp_path: Path, old: str, new: str) -> None:
    """Whichever of its names is kept, the plan is the same, and it is shown."""
    with timed_bot(tmp_path, zone=old) as whole:
        before = [(row.key, row.at) for row in plans(whole)]
        assert "(" in whole.say(CLIENT, "/menu")[-1]
        change(whole, zone=new)
        replan(whole)
        assert [(row.key, row.at) for row in plans(whole)] == before


def test_a_move_changes_the_hours_and_repeats_nothing(tmp_path: Path) -> None:
    """Three moves around the world in a week: the same hours by each clock, a day apart, none of them twice."""
    with timed_bot(tmp_path, rhythm="daily 19:00", weekly=7) as whole:
        for number, city in enumerate(("Tokyo", "Honolulu", "Auckland", "Lisbon")):
            live(whole, MONDAY + (number + 1) * 36 * HOUR)
            whole.say(CLIENT, "/place")
            whole.say(CLIENT, city)
            assert all(local(row.at, zone_of(whole)).hour == 19 for row in plans(whole))
        live(whole, MONDAY + 10 * DAY)
        at = [row.at for row in record(whole) if row.outcome == "sent"]
        assert all(two - one >= 20 * HOUR - timedelta(minutes=10) for one, two in pairwise(at))
        assert len(at) >= 6


def zone_of(whole: Whole) -> str:
    found = whole.tx(lambda tx: tx.db.execute("SELECT zone FROM clients").fetchone()[0])
    assert isinstance(found, str)
    return found


def test_a_coach_asks_for_the_place_and_the_client_answers_with_a_tap(tmp_path: Path) -> None:
    """ "Same place" changes nothing; another place moves the hours, and the coach's own clock stays."""
    with timed_bot(tmp_path) as whole:
        before = [row.at for row in plans(whole)]
        whole.say(COACH, "/where Ada")
        assert "Lisbon" in whole.sim.texts(CLIENT)[-1]
        whole.tap(CLIENT, "Same place")
        assert [row.at for row in plans(whole)] == before
        whole.say(COACH, "/where Ada")
        whole.tap(CLIENT, "I am elsewhere")
        whole.say(CLIENT, "Kathmandu")
        whole.tap(CLIENT, "Yes")
        assert {local(row.at, "Asia/Kathmandu").hour for row in plans(whole)} == {19}
        told = "\n".join(whole.say(COACH, "/plan"))
        assert "at 19:00 (Kathmandu)" in told


def test_sessions_keep_the_coachs_clock_over_a_change_that_the_client_has_not(tmp_path: Path) -> None:
    """Weekly at three in Berlin: after the change of clocks it is another hour for a client in Kathmandu."""
    start = datetime(2026, 10, 19, 3, 0, tzinfo=UTC)
    with timed_bot(tmp_path, start=start, zone="Asia/Kathmandu") as whole:
        meet(whole, "2026-10-20 15:00")
        live(whole, start + 14 * DAY)
        before = [one for one in record(whole) if one.script == "before-session"]
        hours = [f"{local(one.at, 'Asia/Kathmandu'):%a %d %H:%M}" for one in before]
        assert hours == ["Mon 19 18:48", "Mon 26 19:48"]


def test_new_zone_data_moves_what_is_due_and_repeats_nothing(tmp_path: Path) -> None:
    """Rows as older rules would have them are put right at the start, the digest's too; what came stays come."""
    with timed_bot(tmp_path, rhythm="daily 19:00", weekly=7) as whole:
        whole.say(COACH, "/zone Berlin")
        live(whole, MONDAY + 2 * DAY)
        replan(whole)
        right = everything_due(whole)
        sent = outcomes(whole)
        whole.tx(_as_with_older_rules)
        assert everything_due(whole) != right
        before = place_of(whole)
        whole.restart()
        whole.pause()
        assert everything_due(whole) == right
        assert outcomes(whole) == sent
        assert not said(whole, since=before)
        whole.tx(_shift)  # the same rules as at the last start: nothing is looked at
        whole.restart()
        whole.pause()
        assert everything_due(whole) != right


def everything_due(whole: Whole) -> set[tuple[str, datetime]]:
    def read(tx: Tx) -> set[tuple[str, datetime]]:
        rows = (*due.of_chat(tx, CLIENT, "plan"), *due.of_chat(tx, COACH, "digest"))
        return {(row.key, row.at) for row in rows}

    found: set[tuple[str, datetime]] = whole.tx(read)
    return found


def _as_with_older_rules(tx: Tx) -> None:
    memory.put(tx, "planned-with", "older")
    _shift(tx)


def _shift(tx: Tx) -> None:
    tx.db.execute("UPDATE due SET at = at + 3600000000 WHERE kind IN ('plan', 'digest')")


def test_the_coachs_digest_keeps_its_hour_when_the_coach_moves(tmp_path: Path) -> None:
    """Sunday at five by the coach's clock, wherever that is by then."""
    with timed_bot(tmp_path) as whole:
        for city, zone in (("Berlin", "Europe/Berlin"), ("Auckland", "Pacific/Auckland")):
            whole.say(COACH, f"/zone {city}")
            whole.tap(COACH, "Yes")
            (row,) = whole.tx(partial(due.of_chat, chat_id=COACH, kind="digest"))
            assert f"{local(row.at, zone):%a %H:%M}" == "Sun 17:00"
