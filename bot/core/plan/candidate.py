"""A wish: something the plan would like to begin, and the hours at which it could.

An occasion's name depends on the thing it hangs on, never on hours, settings or a script's text, so that
what was begun under it is known whatever is edited.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.base.line import Line
from bot.core.plan.facts import Facts, Kind, Offer
from bot.core.plan.recurrence import Session
from bot.core.plan.settings import Settings
from bot.core.plan.slots import ClientClock, Moment

ORDER: tuple[Kind, ...] = (
    "last",
    "before",
    "after",
    "assigned",
    "mark",
    "sessions",
    "ending",
    "once",
    "follows",
    "ask-rhythm",
    "ask-agreement",
    "moved",
    "dated",
    "every",
    "midway",
    "gap",
    "weekly",
)
"""Who goes first when two want the same day."""

_ENDS: dict[str, Kind] = {"before": "before", "after": "after", "last": "last", "midway": "midway",
                          "moved": "moved", "look-back": "gap"}  # fmt: skip
_BEGINS: dict[str, Kind] = {"mark": "mark", "ending": "ending", "ask": "ask-rhythm",
                            "rhythm": "ask-rhythm", "back": "ask-rhythm", "agreement": "ask-agreement",
                            "assigned": "assigned", "once": "once", "follows": "follows",
                            "every": "every", "on": "dated"}  # fmt: skip


def kind_of(occasion: str) -> Kind:
    """What an occasion hangs on, as its name tells."""
    if begins := _BEGINS.get(occasion.partition(":")[0]):
        return begins
    return "sessions" if ":check:" in occasion else _ENDS.get(occasion.rpartition(":")[2], "weekly")


FIRST, LAST, NEAR, RETURN, STAGE, TIED, LOOSE, FILL = range(8)
"""Tiers: the question after a long silence; what follows the last sessions, which cannot come later; what lies
around the others, and what the coach gave; returns to what the client marked; what marks a stage of the work
together (check-ins, after the ending); what else hangs on something; the rhythm between; the picked days left.
None takes an hour from one before it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something to begin. ``moments`` in order of preference; the first that is free is taken.

    They are worked out as they are read, once: mostly the first will do. Of ``offers`` the script is chosen whose
    turn it is; ``held`` coaching sessions have taken place by then.
    ``wanted`` is when it would come if nothing stood in the way. ``exact`` says why when it comes at an
    hour of its own, ``chosen`` at an hour of the client's ({at}), ``other`` at neither.
    ``kept``: no full week takes it off.
    """

    occasion: str
    kind: Kind
    tier: int
    offers: tuple[Offer, ...]
    held: int
    wanted: datetime
    moments: Iterator[Moment]
    exact: Line
    chosen: Line
    other: Line | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """The time that is looked at, and what is looked at it with. ``sessions`` take place, in order."""

    facts: Facts
    settings: Settings
    clock: ClientClock
    first: datetime
    last: datetime
    sessions: tuple[Session, ...]
    ends: tuple[datetime, ...]

    def between(self, first: datetime, last: datetime) -> "Range":
        """The same from ``first`` up to, not including, ``last``."""
        return replace(self, first=first, last=last)

    def holds(self, at: datetime) -> bool:
        """Whether the instant lies in the range."""
        return self.first <= at < self.last

    def offers(self, kind: str) -> list[Offer]:
        """The scripts meant for such occasions, by name."""
        return sorted((o for o in self.facts.offers if o.when.kind == kind), key=lambda o: o.script)

    def within(self) -> tuple[Session, ...]:
        """The sessions that end in the range."""
        return self.sessions[bisect_left(self.ends, self.first) : bisect_left(self.ends, self.last)]

    def held(self, at: datetime) -> int:
        """How many coaching sessions have taken place by then."""
        past = bisect_right(self.ends, at)
        if past:
            return self.sessions[past - 1].number
        return self.sessions[0].number - 1 if self.sessions else 0


def range_of(facts: Facts, clock: ClientClock, settings: Settings) -> Range:
    """The range without its ends, which ``Range.between`` sets."""
    held = sorted((s for s in facts.sessions if not s.cancelled), key=lambda s: (s.ends, s.starts, s.key))
    ends = tuple(session.ends for session in held)
    return Range(facts, settings, clock, facts.floor, facts.floor, tuple(held), ends)
