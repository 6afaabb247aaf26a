"""The one place that asks the time and that waits: the real clock, and one that is moved by hand.

There are two times. ``now`` is what the clock on the wall shows; somebody can set it, also back. ``steady`` only
goes forward, and as fast as time does: by it the loops wait, keep their pace and let a failed row rest.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Protocol


class Clock(Protocol):
    """What the loops need of time."""

    def now(self) -> datetime:
        """The instant, aware, UTC."""

    def steady(self) -> datetime:
        """An instant to count from: the same as now, until somebody sets the clock."""

    async def rest(self, bell: asyncio.Event, until: datetime | None) -> None:
        """Wait for the bell or for the steady instant, whichever comes first; the bell stays as it is."""


class RealClock:
    """The machine's clock."""

    def __init__(self) -> None:
        self._began, self._counted = datetime.now(UTC), monotonic()

    def now(self) -> datetime:
        """The instant, aware, UTC."""
        return datetime.now(UTC)

    def steady(self) -> datetime:
        """When this clock was made, and what has passed since, however the machine's clock was set."""
        return self._began + timedelta(seconds=monotonic() - self._counted)

    async def rest(self, bell: asyncio.Event, until: datetime | None) -> None:
        """Wait for the bell or for the steady instant, whichever comes first; the bell stays as it is."""
        seconds = None if until is None else max(0.0, (until - self.steady()).total_seconds())
        try:
            async with asyncio.timeout(seconds):
                await bell.wait()
        except TimeoutError:
            return


@dataclass
class MovedClock:
    """A clock that stands still until somebody moves it: for the demo, the talks and the tests.

    ``resting`` holds who waits, each with the bell and the steady instant that would end the wait. ``ahead``: how
    much further the steady time is than the clock, since the clock was set back.
    """

    instant: datetime
    resting: dict[asyncio.Future[None], tuple[asyncio.Event, datetime | None]] = field(default_factory=dict)
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        """The instant it was last moved to."""
        return self.instant

    def steady(self) -> datetime:
        """The same, as if it had never been set."""
        return self.instant + self.ahead

    async def rest(self, bell: asyncio.Event, until: datetime | None) -> None:
        """Wait for the bell, or until the clock has been moved as far as the steady instant."""
        if until is not None and until <= self.steady():
            return
        moved: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        ringing = asyncio.create_task(bell.wait())
        self.resting[moved] = (bell, until)
        try:
            await asyncio.wait((moved, ringing), return_when=asyncio.FIRST_COMPLETED)
        finally:
            del self.resting[moved]
            ringing.cancel()

    def move(self, to: datetime) -> None:
        """Let it be ``to`` (never back), and end the waits that were for an instant up to then."""
        self.instant = max(self.instant, to)
        for moved, (_, until) in self.resting.items():
            if until is not None and until <= self.steady() and not moved.done():
                moved.set_result(None)

    def set(self, to: datetime) -> None:
        """Somebody sets the clock, also back: it shows something else, and no time has passed."""
        self.ahead += self.instant - to
        self.instant = to

    def next_end(self) -> datetime | None:
        """The earliest instant that somebody waits for, by what the clock will show then."""
        ends = (until for _, until in self.resting.values() if until is not None)
        return min((until - self.ahead for until in ends), default=None)

    def waiting(self) -> int:
        """How many wait and have not been called."""
        return sum(not moved.done() and not bell.is_set() for moved, (bell, _) in self.resting.items())
