"""Who is in the demo, and what they say to what: read from the files in ``lives/``. All of them are invented."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

LIVES = Path(__file__).parent / "lives"
"""``practice.toml`` says who is there, and each client has a page of their own beside it."""

Take = tuple[str, ...]
"""What somebody does in one go, line by line: words to write, ``[a label]`` to tap, ``~`` and words for an edit."""


@dataclass(frozen=True, slots=True)
class OwnMoment:
    """What somebody does by themselves: on a day (from 0) at an hour, by their own clock."""

    day: int
    at: time
    take: Take


@dataclass(frozen=True, slots=True)
class ClientPart:
    """A client's life: how they join, and what they answer to which question, each take once.

    ``silent`` are days (from 0) without a sign of life, from the first to before the last; ``blocks``: the
    day on which the bot is blocked.
    """

    name: str
    shows: str
    clock: str
    place: str
    days: str
    hours: str
    session: str  # weekday and hour of the coaching sessions, by the coach's clock
    silent: tuple[int, int] = (0, 0)
    blocks: int | None = None
    moments: tuple[OwnMoment, ...] = ()
    asked: Mapping[tuple[str, str], tuple[Take, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CoachPart:
    """A coach with their clients."""

    name: str
    place: str
    clients: tuple[ClientPart, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody."""

    admin: str
    coaches: tuple[CoachPart, ...]

    @property
    def clients(self) -> tuple[ClientPart, ...]:
        """All clients, in the order in which they come."""
        return tuple(client for coach in self.coaches for client in coach.clients)


@cache
def cast() -> Cast:
    """The people of the demo, as their files have them."""
    practice = _page("practice")
    return Cast(
        practice["admin"],
        tuple(
            CoachPart(one["name"], one["place"], tuple(_client(_page(name)) for name in one["clients"]))
            for one in practice["coaches"]
        ),
    )


def _page(name: str) -> dict[str, Any]:
    return tomllib.loads((LIVES / f"{name}.toml").read_text("utf-8"))


def _client(page: dict[str, Any]) -> ClientPart:
    told = {key: value for key, value in page.items() if key not in ("moments", "asked", "silent")}
    asked = {
        (script, step): tuple(_take(take) for take in takes)
        for script, steps in page.get("asked", {}).items()
        for step, takes in steps.items()
    }
    moments = tuple(
        OwnMoment(one["day"], time.fromisoformat(one["at"]), _take(one["does"]))
        for one in page.get("moments", ())
    )
    first, end = page.get("silent", (0, 0))
    return ClientPart(**told, silent=(first, end), moments=moments, asked=asked)


def _take(words: str) -> Take:
    return tuple(line.strip() for line in words.strip().splitlines() if line.strip())
