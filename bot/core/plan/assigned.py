"""What the coach assigned: it comes at the client's next hour that is free, within every bound of the plan."""

from collections.abc import Iterator
from datetime import timedelta

from bot.core.plan.candidate import NEAR, Wish
from bot.core.plan.facts import Facts, Offer
from bot.core.plan.slots import ClientClock, picked
from bot.core.script.script import When

WAITS = timedelta(days=91)
"""How long it looks for an hour: through a pause, not for ever."""

YIELDS = timedelta(days=7)
"""So long it gives way to what belongs to a session; where weeks have room for that alone, it goes first then."""

BEGINS = "assigned:"
"""How its occasions are named; its number follows."""


def assigned(facts: Facts, clock: ClientClock) -> Iterator[Wish]:
    """One for each thing that waits, in the order in which they were given."""
    for one in facts.given:
        hours = picked(clock, one.at, one.at + WAITS)
        yield Wish(
            f"{BEGINS}{one.id}",
            "assigned",
            NEAR,
            (Offer(one.script, When("demand")),),
            0,
            one.at + YIELDS,
            hours,
            one.reason,
            one.reason,
        )
