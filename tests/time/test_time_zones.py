"""Plans over clock changes: a table of oddities, and every zone of the database at its own changes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from someone import ZONES, client, utc

from bot.core.base.wall import Quiet, instant, local
from bot.core.plan.facts import Facts, Offer
from bot.core.plan.rhythm import parse_rhythm
from bot.core.plan.schedule import plan
from bot.core.script.script import When
from bot.render.plan_text import SHIPPED

DAILY = (Offer("daily", When("weekly")),)
MORNING = Quiet(time(9), time(17))
"""Quiet hours of somebody who works at night: the small hours are free."""


def daily(zone: str, hour: str, first: str, days: int) -> list[str]:
    """What one gets who chose that hour every day and asked for seven a week."""
    starts = instant(datetime.fromisoformat(f"{first}T00:00"), zone)
    facts = Facts(
        zone, parse_rhythm(f"daily {hour}"), starts, quiet=MORNING, weekly=7, light=False, offers=DAILY
    )
    ends = instant(datetime.fromisoformat(f"{first}T00:00") + timedelta(days=days), zone)
    return [f"{p.local:%m-%d %H:%M} {p.at:%d %H:%M}" for p in plan(facts, starts, ends).prompts]


@pytest.mark.parametrize(
    ("zone", "hour", "first", "days", "comes"),
    [
        # spring gap and autumn double, north
        (
            "Europe/Berlin",
            "02:30",
            "2026-03-28",
            3,
            ["03-28 02:30 28 01:30", "03-29 03:30 29 01:30", "03-30 02:30 30 00:30"],
        ),
        (
            "Europe/Berlin",
            "02:30",
            "2026-10-24",
            3,
            ["10-24 02:30 24 00:30", "10-25 02:30 25 00:30", "10-26 02:30 26 01:30"],
        ),
        # and south
        (
            "Australia/Sydney",
            "02:30",
            "2026-10-03",
            3,
            ["10-03 02:30 02 16:30", "10-04 03:30 03 16:30", "10-05 02:30 04 15:30"],
        ),
        (
            "Australia/Sydney",
            "02:30",
            "2026-04-04",
            3,
            ["04-04 02:30 03 15:30", "04-05 02:30 04 15:30", "04-06 02:30 05 16:30"],
        ),
        # midnight is missing
        (
            "America/Santiago",
            "00:30",
            "2026-09-05",
            3,
            ["09-05 00:30 05 04:30", "09-06 01:30 06 04:30", "09-07 00:30 07 03:30"],
        ),
        # half an hour
        ("Australia/Lord_Howe", "02:15", "2026-10-03", 2, ["10-03 02:15 02 15:45", "10-04 02:45 03 15:45"]),
        # a quarter of an hour beside the others
        ("Asia/Kathmandu", "19:00", "2026-06-01", 1, ["06-01 19:00 01 13:15"]),
        # Ramadan: the clock goes back, and on again later
        (
            "Africa/Casablanca",
            "19:00",
            "2026-02-14",
            3,
            ["02-14 19:00 14 18:00", "02-15 19:00 15 19:00", "02-16 19:00 16 19:00"],
        ),
        (
            "Asia/Gaza",
            "19:00",
            "2024-10-25",
            3,
            ["10-25 19:00 25 16:00", "10-26 19:00 26 17:00", "10-27 19:00 27 17:00"],
        ),
        # a day that was left out: nothing on it, and nothing twice beside it
        (
            "Pacific/Apia",
            "19:00",
            "2011-12-28",
            5,
            ["12-28 19:00 29 05:00", "12-29 19:00 30 05:00", "12-31 19:00 31 05:00", "01-01 19:00 01 05:00"],
        ),
        # a zone renamed, by either name
        ("Asia/Calcutta", "19:00", "2026-06-01", 1, ["06-01 19:00 01 13:30"]),
        ("Europe/Kyiv", "19:00", "2026-06-01", 1, ["06-01 19:00 01 16:00"]),
        # leap day; the turn of a year
        (
            "Europe/Berlin",
            "19:00",
            "2028-02-28",
            3,
            ["02-28 19:00 28 18:00", "02-29 19:00 29 18:00", "03-01 19:00 01 18:00"],
        ),
        ("Pacific/Kiritimati", "19:00", "2026-12-31", 2, ["12-31 19:00 31 05:00", "01-01 19:00 01 05:00"]),
    ],
)
def test_oddities(zone: str, hour: str, first: str, days: int, comes: list[str]) -> None:
    """A missing hour moves forward, a doubled one comes once, and every day has its one prompt."""
    assert daily(zone, hour, first, days) == comes


def test_the_weeks_of_a_year_are_named_once() -> None:
    """Over the turn of a year with 53 weeks every week has its own name."""
    facts = client("mon 19:00", offers=SHIPPED)
    found = plan(facts, utc("2026-12-13T00:00"), utc("2027-01-20T00:00")).prompts
    names = [p.occasion for p in found if p.kind == "gap"]
    assert names == [
        f"week:{w}:look-back"
        for w in ("2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02", "2027-W03")
    ]


def change_of(zone: str) -> date:
    """The day of the zone's first clock change after the start of 2026; any day for a zone without one."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    while at.year == 2026:
        shift = local(at + timedelta(days=1), zone) - local(at, zone)
        if shift != timedelta(days=1):
            return local(at, zone).date()
        at += timedelta(days=1)
    return date(2026, 6, 1)


@pytest.mark.parametrize("share", range(4))
def test_every_zone_at_its_own_clock_change(share: int) -> None:
    """In every zone, over its clock change, each picked hour comes once, at that hour or moved out of a gap."""
    for zone in ZONES[share::4]:
        first = change_of(zone) - timedelta(days=2)
        starts = instant(datetime.combine(first, time()), zone)
        slots = parse_rhythm("daily 2:30")
        facts = Facts(zone, slots, starts, quiet=MORNING, weekly=7, light=False, offers=DAILY)
        found = plan(facts, starts, starts + timedelta(days=5)).prompts
        assert [p.local.date() for p in found][:4] == [first + timedelta(days=n) for n in range(4)], zone
        for p in found:
            assert time(2, 30) <= p.local.time() <= time(4, 30), (zone, p.local)
            assert p.at == instant(p.local, zone), (zone, p.local)


def test_another_zone_moves_the_plan_with_the_client() -> None:
    """Who travels is written to at the same hour by the new clock, and nothing comes twice."""
    at_home = client("mon,thu 19:00", offers=SHIPPED)
    span = utc("2026-10-19T00:00"), utc("2026-10-26T00:00")
    home = plan(at_home, *span).prompts
    away = plan(client("mon,thu 19:00", zone="America/Toronto", offers=SHIPPED), *span).prompts
    assert [p.local for p in away] == [p.local for p in home]
    assert [p.occasion for p in away] == [p.occasion for p in home]
    assert [b.at - a.at for a, b in zip(home, away, strict=True)] == [timedelta(hours=6)] * 2
