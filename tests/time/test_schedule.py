"""The plan: what comes when, and why."""

from someone import client, meetings, utc

from bot.core.facts import Facts
from bot.core.schedule import Plan, plan


def fortnight(facts: Facts) -> Plan:
    """From Monday 19 October 2026, over the end of summer time."""
    return plan(facts, utc("2026-10-18T22:00"), utc("2026-11-01T23:00"))


def told(found: Plan) -> list[str]:
    """The plan in short: local time, kind."""
    return [f"{p.local:%a %d %H:%M} {p.kind}" for p in found.prompts]


def test_a_usual_fortnight() -> None:
    """Before, after and between sessions, at the same wall-clock time before and after a clock change."""
    facts = client(sessions=meetings("2026-08-18 15:00 weekly"))
    assert told(fortnight(facts)) == [
        "Mon 19 15:00 before",
        "Tue 20 19:00 after",
        "Thu 22 19:00 midway",
        "Mon 26 15:00 before",
        "Tue 27 19:00 after",
        "Thu 29 19:00 midway",
    ]
