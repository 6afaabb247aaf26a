"""What the coach assigned: it comes at the client's next hour that is free, within every bound of the plan."""

from collections.abc import Iterator
from datetime import timedelta

from bot.core.plan.candidate import LOOSE, Wish
from bot.core.plan.facts import Facts
from bot.core.plan.slots import ClientClock, picked

WAITS = timedelta(days=91)
"""How long it looks for an hour: through a pause, not for ever."""

BEGINS = "assigned:"
"""How its occasions are named; its number follows."""


def assigned(facts: Facts, clock: ClientClock) -> Iterator[Wish]:
    """One for each thing that waits, in the order in which they were given."""
    for one in facts.given:
        hours = picked(clock, one.at, one.at + WAITS)
        yield Wish(
            f"{BEGINS}{one.id}",
            "assigned",
            LOOSE,
            one.script,
            None,
            one.at,
            hours,
            one.reason,
            one.reason,
        )
