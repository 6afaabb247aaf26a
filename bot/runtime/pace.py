"""Pace: how fast the bot sends. It finds the rate that Telegram permits: slower at once after a 429, faster slowly.

Instants are steady ones (bot/clock.py), so that no setting of the clock stops it. What is counted is the calls
that began, not those under way: one that hangs holds back nobody else.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

SECOND = 1.015
"""No more than ``rate`` in so many seconds, so that what is delayed on the way makes no second too full."""

SLOWER, FASTER = 0.8, 1.05
STEP = timedelta(seconds=10)
"""So long a rate must be kept, and used, without a 429 before a faster one is tried."""

FORGOTTEN = timedelta(minutes=10)
"""So long a rate that met a 429 is not tried again."""

CLOSE = 1.02
"""Nearer than this to a rate that met a 429 nothing faster is tried."""


@dataclass(slots=True)
class Pace:
    """``most`` a second at best, ``rate`` at present; a few at once where little was sent before."""

    most: float
    rate: float = 0.0
    good: float = 0.0  # the fastest that went well
    bad: float = 0.0  # the slowest that met a 429; 0: none
    slowed: datetime | None = None
    since: datetime | None = None  # when this rate was begun to be judged
    used: int = 0
    free: datetime | None = None  # when all that began would have begun, evenly
    made: deque[datetime] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.rate = self.rate or self.most

    def free_at(self, now: datetime) -> datetime:
        """The earliest instant at which one more may go."""
        count, window = self._window()
        while self.made and self.made[0] <= now - window:
            self.made.popleft()
        full = self.made[len(self.made) - count] + window if len(self.made) >= count else now
        even = (self.free or now) - timedelta(seconds=(max(1.0, self.rate / 10) - 1) / self.rate)
        return max(now, full, even)

    def room(self, now: datetime) -> int:
        """How many may go now."""
        if self.free_at(now) > now:
            return 0
        count, _ = self._window()
        behind = ((self.free or now) - now).total_seconds() * self.rate
        return max(1, min(count - len(self.made), int(max(1.0, self.rate / 10) - max(0.0, behind))))

    def took(self, now: datetime, number: int) -> None:
        """Count so many that begin now."""
        self._judge(now)
        self.made.extend([now] * number)
        self.used += number
        self.free = max(self.free or now, now) + timedelta(seconds=number / self.rate)

    def refused(self, began: datetime, now: datetime) -> None:
        """A call that began then met a 429 for everybody; calls that were under way by then count once."""
        if self.slowed is not None and began <= self.slowed:
            return
        self.bad, self.slowed, self.since, self.used = self.rate, now, None, 0
        self.rate = self.good if 0 < self.good < self.rate else max(0.1, self.rate * SLOWER)
        self.good = min(self.good, self.rate)

    def _window(self) -> tuple[int, timedelta]:
        count = max(1, int(self.rate))
        return count, timedelta(seconds=SECOND * count / self.rate)

    def _judge(self, now: datetime) -> None:
        """After a while at this rate: it was good, and a faster one may be tried."""
        if self.since is None or now - self.since >= 2 * STEP:
            self.since, self.used = now, 0
        passed = now - self.since
        if passed < STEP:
            return
        if self.used >= 0.8 * self.rate * passed.total_seconds():
            self.good = max(self.good, self.rate)
            if self.bad and self.slowed is not None and now - self.slowed > FORGOTTEN:
                self.bad = 0.0
            if not self.bad:
                self.rate = min(self.most, self.rate * FASTER)
            elif self.rate * CLOSE < self.bad:
                self.rate = (self.rate + self.bad) / 2
        self.since, self.used = now, 0
