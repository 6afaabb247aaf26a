"""How long a prompt waits: its one silent nudge, and the window after which it lapses without a word."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.base.wall import awake
from bot.core.plan.backoff import ladder
from bot.core.plan.facts import Facts, Kind
from bot.core.plan.settings import DEFAULTS, Settings
from bot.core.plan.slots import clock_of, picked

SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Wait:
    """Counted from when the prompt was shown. ``nudge`` None: no nudge."""

    nudge: timedelta | None
    window: timedelta


def wait(
    kind: Kind | None,
    asked: datetime,
    facts: Facts,
    next_prompt: datetime | None = None,
    settings: Settings = DEFAULTS,
) -> Wait:
    """How a prompt shown at ``asked`` waits: until the window ends, the next prompt or the next session.

    ``kind`` None: the client began it. The nudge comes at an hour that the client chose, some hours before all
    that, or not at all. Before a session it comes some hours before the session, in waking hours.
    """
    starts = min((s.starts for s in facts.sessions if not s.cancelled and s.starts > asked), default=None)
    ends = [asked + timedelta(hours=settings.window_hours), starts, next_prompt]
    window = min(end for end in ends if end is not None and end > asked) - asked
    return Wait(_nudge(kind, asked, starts, window, facts, settings), window)


def _nudge(
    kind: Kind | None,
    asked: datetime,
    starts: datetime | None,
    window: timedelta,
    facts: Facts,
    settings: Settings,
) -> timedelta | None:
    steps = ladder(facts.begun, facts.heard, facts.pauses, settings)
    if not settings.nudges or not steps.nudges:
        return None
    near = timedelta(hours=settings.near_hours)
    if kind == "before" and starts is not None:
        wanted = starts - timedelta(hours=settings.nudge_before_hours)
        at = awake(wanted, facts.zone, facts.quiet)
        return at - asked if asked < at < asked + window and at <= starts - near else None
    first = asked + timedelta(hours=settings.nudge_hours)
    found = next(picked(clock_of(facts), first - SECOND, asked + window - near), None)
    return found.at - asked if found is not None else None
