"""What the plan is made from: everything that bears on when one client is written to, as one value."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.core.base.line import Line
from bot.core.base.wall import NIGHT, Quiet
from bot.core.plan.recurrence import Session
from bot.core.plan.rhythm import Rhythm
from bot.core.script.script import When

Kind = Literal[
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
]
"""What a prompt hangs on. In this order they go before one another when two want the same day, those
from ``dated`` on only after all the others (docs/time.md)."""

BegunState = Literal["open", "answered", "unanswered", "dropped"]
"""answered: any content, a tap or a pass; unanswered: its window closed without; dropped: never sent, and
``at`` is when that was decided."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An occasion that was dealt with: it never comes again. ``at`` is when it was sent."""

    occasion: str
    at: datetime
    script: str = ""
    state: BegunState = "answered"


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment that the client marked and may like to come back to. ``id`` names it for good."""

    id: int
    at: datetime
    kind: str = "breakthrough"


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is begun from ``starts`` up to, not including, ``ends`` (None: until the client says)."""

    starts: datetime
    ends: datetime | None = None
    rough: bool = False  # a rough day rather than a pause


@dataclass(frozen=True, slots=True)
class Promised:
    """A question that comes, or came, at an instant of the client's choosing: put off, or after a silence."""

    at: datetime
    silence: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What the coach wants brought at the client's next hour: what was given ``at``, and by whom, in a word."""

    id: int
    at: datetime
    script: str
    reason: Line


@dataclass(frozen=True, slots=True)
class Offer:
    """A script that may be begun for this client: its name and what its header says."""

    script: str
    when: When
    intensity: int = 1
    tags: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    turns: int = 4  # the most prompts that wait for an answer
    mark: str = ""  # a script that follows marks up: only those of this kind; none: all


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the plan of one client depends on. Instants are UTC.

    ``changed``: when any of this last changed, the record in ``begun`` aside; nothing new is planned
    before it. It may also be set to now whenever every occasion planned until now is in ``begun``: the
    plan stays the same. ``begun``: what was dealt with in the last eight weeks, and since ``heard``; rows
    that are due and not yet worked off belong to it. ``sessions``: from three weeks before ``changed`` to
    ten weeks after the end of the plan, and to the ending if there is one, numbered. ``heard``: when the
    client last wrote or tapped anything. ``seed``: any number that stays the client's own; 0 for none.
    """

    zone: str
    rhythm: Rhythm
    since: datetime
    changed: datetime | None = None
    quiet: Quiet = NIGHT
    weekly: int | None = None  # the client's own number, if one was chosen
    light: bool = True  # the first sessions have the lighter plan
    held: int = 0  # coaching sessions held before anything was logged here
    sessions: tuple[Session, ...] = ()
    marks: tuple[Mark, ...] = ()
    given: tuple[Given, ...] = ()
    pauses: tuple[Pause, ...] = ()
    promised: tuple[Promised, ...] = ()
    settling: tuple[date, ...] = ()  # days from which the working agreement is offered to be looked at
    holidays: tuple[date, ...] = ()
    ending: date | None = None  # the last day of the work together, by the client's calendar
    follow_up: bool = False  # the client agreed to be written to after the ending
    begun: tuple[Begun, ...] = ()
    heard: datetime | None = None
    offers: tuple[Offer, ...] = ()
    avoid: frozenset[str] = frozenset()
    pulse: int | None = None  # the last rating of the client's, 1 to 5
    challenge: bool = False  # the client opted in to scripts of level 3
    vary: int = 0  # minutes by which a mid-week prompt may come earlier or later
    seed: int = 0

    @property
    def floor(self) -> datetime:
        """Nothing is planned before this instant: what was dropped then is not made up for by another."""
        dropped = [begun.at for begun in self.begun if begun.state == "dropped"]
        return max([self.since, *dropped, *([self.changed] if self.changed else [])])
