"""Every number of the bot's sense of time, with its hard bounds (docs/time.md explains each).

A practice may set them (``[time]`` in config.toml); nothing may leave the bounds.
"""

from dataclasses import dataclass, fields
from datetime import time
from types import MappingProxyType

from bot.core.base.wall import NIGHT, Quiet

BOUNDS = MappingProxyType(
    {
        "weekly": (1, 4),
        "weekly_light": (1, 3),
        "weekly_most": (1, 4),
        "weekly_asked": (1, 7),
        "gap_hours": (20, 168),
        "near_hours": (3, 24),
        "slots_most": (1, 3),
        "quiet_least_hours": (8, 16),
        "wait_hours": (0, 168),
        "midway_day": (1, 6),
        "window_hours": (2, 168),
        "nudges": (0, 1),
        "nudge_hours": (1, 48),
        "nudge_before_hours": (3, 24),
        "snoozes": (0, 3),
        "quiet_first": (2, 3),
        "quiet_second": (3, 5),
        "quiet_ask": (4, 8),
        "quiet_days": (7, 28),
        "weekly_first": (1, 2),
        "weekly_second": (1, 1),
        "pause_most_days": (1, 92),
        "late_hours": (0, 2),
        "late_before_hours": (3, 24),
        "check_days": (21, 84),
        "light_sessions": (0, 10),
        "fade_weeks": (1, 8),
        "review_weeks": (4, 52),
        "rough_days": (1, 7),
        "level_session": (6, 20),
        "level_pulse": (3, 5),
        "turns_most": (1, 8),
        "vary_minutes": (0, 60),
        "spread_minutes": (0, 15),
        "slack_minutes": (0, 15),
    }
)
"""Lowest and highest value of each number."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The pace of the bot (docs/evidence.md). Raises ValueError, naming the setting, out of its bounds."""

    # how much: of everything that the bot begins by itself; never more than one a day
    weekly: int = 3  # what a week aims at
    weekly_light: int = 2  # a week of the first sessions
    weekly_most: int = (
        4  # with what hangs on a session, a mark or an ending, unless the client asked for more
    )
    weekly_asked: int = 7  # the most that a client may ask for
    gap_hours: int = 20
    near_hours: int = 3  # around a coaching session
    # when
    slots_most: int = 3  # hours that a client picks
    offered: tuple[time, ...] = (time(12, 30), time(19))
    quiet: Quiet = NIGHT
    quiet_least_hours: int = 8
    weekend: tuple[int, ...] = (5, 6)  # Monday is 0
    after_evening: time = time(18, 30)
    wait_hours: int = 72  # how long something waits for another hour before it lapses
    midway_day: int = 3  # after a session, when the next one is not known
    vary_minutes: int = 60  # the most that a mid-week prompt may wander, if the client likes that
    spread_minutes: int = 5
    slack_minutes: int = 10  # sent so much after its minute still counts as on time
    # one prompt
    window_hours: int = 48
    nudges: int = 1
    nudge_hours: int = 22
    nudge_before_hours: int = 3  # the nudge of a before-session prompt: so long before the session
    snoozes: int = 3
    late_hours: int = 2
    late_before_hours: int = 3
    # the ladder: prompts without an answer, in a row
    quiet_first: int = 2
    weekly_first: int = 2
    quiet_second: int = 4
    weekly_second: int = 1
    quiet_ask: int = 6
    quiet_days: int = 21
    # stages
    light_sessions: int = 5
    check_days: int = 21
    fade_weeks: int = 2  # each of the two steps before the ending
    review_weeks: int = 8
    rough_days: int = 3
    pause_most_days: int = 92
    level_session: int = 6
    level_pulse: int = 3
    turns_most: int = 8  # a longer script is never begun by the bot in one sitting

    def __post_init__(self) -> None:
        for field in fields(self):
            if field.name in BOUNDS:
                _within(field.name, getattr(self, field.name))
        check_quiet(self.quiet, self.quiet_least_hours)
        _in_order(self)


def check_quiet(quiet: Quiet, least_hours: int) -> None:
    """Raises ValueError when quiet hours are shorter than allowed, or leave less than eight hours awake."""
    hours = quiet.length.total_seconds() / 3600
    if hours < least_hours:
        raise ValueError(f"Quiet hours last at least {least_hours} hours; these last {hours:g}.")
    if hours > 16:
        raise ValueError(f"Quiet hours last at most 16 hours; these last {hours:g}.")


def _within(name: str, value: int) -> None:
    low, high = BOUNDS[name]
    if not low <= value <= high:
        raise ValueError(f"time.{name} is {value}; it can be {low} to {high}.")


def _in_order(settings: Settings) -> None:
    """What only makes sense in order: the ladder's rungs, and a week's numbers."""
    for low, high in (
        ("quiet_first", "quiet_second"),
        ("quiet_second", "quiet_ask"),
        ("weekly_light", "weekly"),
        ("weekly", "weekly_most"),
        ("weekly_most", "weekly_asked"),
    ):
        if getattr(settings, low) > getattr(settings, high):
            raise ValueError(f"time.{low} is more than time.{high}; it can be at most as much.")


DEFAULTS = Settings()
"""What a practice gets that sets nothing."""
