"""What could have come before something was agreed or changed, and did not."""

from dataclasses import replace

from someone import client, meetings, utc

from bot.core.plan.schedule import plan
from bot.core.plan.why import EARLIER


def test_an_hour_that_had_passed_when_something_changed_says_so() -> None:
    """A question of Monday evening, agreed on Tuesday evening, is told as past, and only where it is."""
    facts = client(sessions=meetings("2026-10-20 10:00"))
    for changed, past in ((utc("2026-10-19T08:00"), False), (utc("2026-10-20T20:00"), True)):
        found = plan(replace(facts, changed=changed), utc("2026-10-17T00:00"), utc("2026-10-25T00:00"))
        dropped = [one for one in found.dropped if one.reason == EARLIER]
        assert bool(dropped) is past
        assert all(one.at < changed for one in dropped)
        assert all(one.at >= changed for one in found.prompts)
