"""The one place that asks the time and that waits: the real clock, and one that is moved by hand."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What the loops need of time."""

    def now(self) -> datetime:
        """The instant, aware, UTC."""

    async def rest(self, bell: asyncio.Event, until: datetime | None) -> None:
        """Wait for the bell or for the instant, whichever comes first; the bell stays as it is."""


class RealClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The instant, aware, UTC."""
        return datetime.now(UTC)

    async def rest(self, bell: asyncio.Event, until: datetime | None) -> None:
        """Wait for the bell or for the instant, whichever comes first; the bell stays as it is."""
        seconds = None if until is None else max(0.0, (until - self.now()).total_seconds())
        try:
            async with asyncio.timeout(seconds):
                await bell.wait()
        except TimeoutError:
            return


@dataclass
class MovedClock:
    """A clock that stands still until somebody moves it: for the demo, the talks and the tests.

    ``resting`` holds who waits, each with the bell and the instant that would end the wait.
    """

    instant: datetime
    resting: dict[asyncio.Future[None], tuple[asyncio.Event, datetime | None]] = field(default_factory=dict)

    def now(self) -> datetime:
        """The instant it was last moved to."""
        return self.instant

    async def rest(self, bell: asyncio.Event, until: datetime | None) -> None:
        """Wait for the bell, or until the clock has been moved to the instant."""
        if until is not None and until <= self.instant:
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
            if until is not None and until <= self.instant and not moved.done():
                moved.set_result(None)

    def next_end(self) -> datetime | None:
        """The earliest instant that somebody waits for."""
        return min((until for _, until in self.resting.values() if until is not None), default=None)

    def waiting(self) -> int:
        """How many wait and have not been called."""
        return sum(not moved.done() and not bell.is_set() for moved, (bell, _) in self.resting.items())
