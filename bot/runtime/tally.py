"""Tally: what the loops count since the start, for health and metrics. Numbers and kinds; no ids, no words."""

from bisect import bisect_left
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from bot.telegram import ALLOWED

T = TypeVar("T")

EDGES = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Upper ends in seconds of what is counted together."""

REMEMBERED = 1000
"""So many updates are remembered until their first reply went, to know how long that took."""


@dataclass(slots=True)
class Spans:
    """How long something took, each time."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(EDGES) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        """Count one."""
        self.counts[bisect_left(EDGES, seconds)] += 1
        self.total += seconds


@dataclass(slots=True)
class Tally:
    """What happened since the start."""

    ready: bool = False  # it takes updates
    away: datetime | None = None  # since when Telegram cannot be reached
    last_update: datetime | None = None
    updates: Counter[str] = field(default_factory=Counter)
    refused: Counter[int] = field(default_factory=Counter)
    turns: Counter[tuple[str, str]] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    turn: Spans = field(default_factory=Spans)
    call: Spans = field(default_factory=Spans)
    reply: Spans = field(default_factory=Spans)
    open: OrderedDict[int, datetime] = field(default_factory=OrderedDict)
    origins: OrderedDict[int, str] = field(default_factory=OrderedDict)

    def took(self, raws: Sequence[Mapping[str, Any]], now: datetime) -> None:
        """Updates were kept."""
        self.last_update = now
        self.updates.update(kind_of(raw) for raw in raws)

    def dealt(self, kind: str, outcome: str, seconds: float) -> None:
        """A row of the inbox was dealt with, or failed."""
        self.turns[kind, outcome] += 1
        self.turn.add(seconds)

    def waits(self, row: int, received: datetime) -> None:
        """An update was thought about: its reply is on its way, if there is one."""
        _remember(self.open, row, received)

    def comes(self, row: int, key: str) -> None:
        """Which update a row of the inbox is, for lines in the log about what follows from it."""
        if key.startswith("u:"):
            _remember(self.origins, row, key)

    def origin(self, key: str) -> str:
        """The update that a row of the outbox follows from; "" where none is known."""
        return self.origins.get(cause(key) or 0, "")

    def called(self, outcome: str, seconds: float, now: datetime) -> None:
        """Telegram was called: what became of it, and whether it can be reached."""
        self.calls[outcome] += 1
        self.call.add(seconds)
        self.met(outcome not in ("again", "unsure"), now)

    def met(self, there: bool, now: datetime) -> None:
        """Telegram answered, or could not be reached."""
        self.away = None if there else self.away or now

    def replied(self, row: int | None, now: datetime) -> None:
        """The first reply to an update went."""
        if row is not None and (received := self.open.pop(row, None)):
            self.reply.add(max(0.0, (now - received).total_seconds()))


def _remember(known: OrderedDict[int, T], row: int, value: T) -> None:
    known[row] = value
    while len(known) > REMEMBERED:
        known.popitem(last=False)


def kind_of(raw: Mapping[str, Any]) -> str:
    """Which of the wanted kinds an update is."""
    return next((kind for kind in ALLOWED if kind in raw), "other")


def cause(key: str) -> int | None:
    """The inbox row in whose turn a row of the outbox was made, by its key."""
    row, _, number = key.partition(":")
    return int(row) if row.isdigit() and number.isdigit() else None
