"""The simulator's clock: somebody's clock, which can be moved or stopped through the admin API."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


def wall() -> datetime:
    """The time of this machine, aware, in UTC: used when nobody gives another clock."""
    return datetime.now(UTC)


@dataclass
class Timepiece:
    """Source plus a shift, or a time at which it stands still. Calling it gives an aware time in UTC."""

    source: Callable[[], datetime] = wall
    shift: timedelta = timedelta()
    stands_at: datetime | None = None

    def __call__(self) -> datetime:
        """The time now."""
        return self.source() + self.shift if self.stands_at is None else self.stands_at

    def set(self, at: datetime) -> None:
        """Stand still at a time, until set again, advanced or released."""
        self.stands_at = at.astimezone(UTC)

    def advance(self, seconds: float) -> None:
        """Move on by seconds: a standing clock stands later, a running one runs ahead."""
        step = timedelta(seconds=seconds)
        if self.stands_at is None:
            self.shift += step
        else:
            self.stands_at += step

    def release(self) -> None:
        """Run again with the source, without any shift."""
        self.shift, self.stands_at = timedelta(), None
