"""The client's life as the planner looks at it: what an hour may never run into. Every bound is hard."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.plan.backoff import Ladder
from bot.core.plan.facts import Facts, Kind, Pause
from bot.core.plan.recurrence import Session
from bot.core.plan.rhythm import clock_text
from bot.core.plan.settings import Settings
from bot.core.plan.slots import ClientClock, Moment, day_of
from bot.core.plan.why import (
    EARLIER,
    ENDED,
    HOLIDAY,
    PAUSED,
    ROUGH,
    SILENT,
    WEEKEND,
    Why,
    after_silence,
    near_session,
    put_off,
    quiet_hours,
    session_day,
)

ON_SESSION_DAY: frozenset[Kind] = frozenset({"before", "after", "last"})
"""All that may come on the day of a coaching session."""

AFTER_ENDING: frozenset[Kind] = frozenset({"ending", "last"})
"""All that may come after the ending: what was agreed to, and what still follows the last sessions."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Worked out once for a plan. ``sessions``: those that take place, in order, with ``days`` beside them.

    ``free``: the hours around each session, both ends excluded. ``light_until``: the last day of the lighter
    plan. ``mute``: from when on it is silent, until the client is heard.
    """

    facts: Facts
    clock: ClientClock
    settings: Settings
    ladder: Ladder
    sessions: tuple[Session, ...]
    days: tuple[date, ...]
    free: tuple[tuple[datetime, datetime], ...]
    pauses: tuple[Pause, ...]
    floor: datetime
    light_until: date
    mute: datetime | None


def survey(facts: Facts, clock: ClientClock, ladder: Ladder, settings: Settings) -> Ground:
    """The ground of these facts."""
    held = tuple(sorted((s for s in facts.sessions if not s.cancelled), key=lambda s: s.starts))
    near = timedelta(hours=settings.near_hours)
    return Ground(
        facts,
        clock,
        settings,
        ladder,
        held,
        tuple(day_of(clock, session.starts) for session in held),
        tuple((session.starts - near, session.ends + near) for session in held),
        tuple(_with_end(pause, settings) for pause in facts.pauses),
        facts.floor,
        _light_until(facts, clock, held, settings),
        ladder.silent_since,
    )


def obstacle(ground: Ground, kind: Kind, moment: Moment) -> Why | None:
    """Why nothing of that kind may be begun then, or None."""
    return (
        time_off(ground, kind, moment)
        or _clock(ground, moment)
        or _session(ground, kind, moment)
        or _promised(ground, kind, moment)
    )


def time_off(ground: Ground, kind: Kind, moment: Moment) -> Why | None:
    """Whether it is no time for prompts at all: the agreement, its ending, pauses, free days, silence."""
    facts = ground.facts
    if moment.at < ground.floor:
        return EARLIER
    if kind not in AFTER_ENDING and facts.ending is not None and moment.local.date() > facts.ending:
        return ENDED
    for pause in ground.pauses:
        if pause.starts <= moment.at and (pause.ends is None or moment.at < pause.ends):
            return ROUGH if pause.rough else PAUSED
    if moment.local.date() in facts.holidays:
        return HOLIDAY
    if ground.mute is not None and ground.mute < moment.at:
        return SILENT
    return None


def _clock(ground: Ground, moment: Moment) -> Why | None:
    """Quiet hours, and weekends that were not picked."""
    facts = ground.facts
    if facts.quiet.holds(moment.local.time()):
        return quiet_hours(f"{clock_text(facts.quiet.starts)}-{clock_text(facts.quiet.ends)}")
    day = moment.local.weekday()
    return WEEKEND if day in ground.settings.weekend and not ground.clock.picked[day] else None


def _session(ground: Ground, kind: Kind, moment: Moment) -> Why | None:
    """The hours around a coaching session, and its day."""
    today = moment.local.date()
    # Sessions last hours, not days: only those of the day and its neighbours can matter.
    first = bisect_left(ground.days, today - timedelta(days=2))
    last = bisect_right(ground.days, today + timedelta(days=2))
    for (start, end), day in zip(ground.free[first:last], ground.days[first:last], strict=True):
        if start < moment.at < end:
            return near_session(day)
        if day == today and kind not in ON_SESSION_DAY:
            return session_day(day)
    return None


def _promised(ground: Ground, kind: Kind, moment: Moment) -> Why | None:
    """A question that was put off, or follows a silence, has its day; what belongs to a session comes beside it."""
    gap = timedelta(hours=ground.settings.gap_hours)
    for one in ground.facts.promised if kind not in ON_SESSION_DAY else ():
        its_day = day_of(ground.clock, one.at)
        if its_day == moment.local.date() or abs(moment.at - one.at) < gap:
            return after_silence(its_day) if one.silence else put_off(its_day)
    return None


def _with_end(pause: Pause, settings: Settings) -> Pause:
    """A rough day has an end even if none was said."""
    if pause.rough and pause.ends is None:
        return Pause(pause.starts, pause.starts + timedelta(days=settings.rough_days), rough=True)
    return pause


def light_weeks_end(facts: Facts, settings: Settings) -> datetime:
    """When the lighter plan ends without a logged session: a week for each of the first sessions."""
    return facts.since + timedelta(weeks=max(0, settings.light_sessions - facts.held))


def _light_until(facts: Facts, clock: ClientClock, held: tuple[Session, ...], settings: Settings) -> date:
    """The day of the last of the first sessions; where none is logged, a week stands for each."""
    if not facts.light:
        return date.min
    if not held:
        return day_of(clock, light_weeks_end(facts, settings)) - timedelta(days=1)
    past = next((s for s in held if s.number >= settings.light_sessions), None)
    if past is None:
        return date.max
    return day_of(clock, past.starts) if past.number == settings.light_sessions else date.min
