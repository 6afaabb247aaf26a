"""Clients as facts, for the tests of time: one ordinary client, and any client (hypothesis)."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.core.facts import Facts, Offer
from bot.core.rhythm import parse_rhythm
from bot.core.script import When
from bot.core.sessions import Session, expand, number, parse_session
from bot.plan import SHIPPED

CHECK = Offer("alliance-pulse", When("sessions", numbers=(3, 5), every=4))
MARKED = Offer("integration", When("mark", days=(3, 14, 42)))
LATER = Offer("follow-up", When("ending", days=(28, 84)))
LAST = Offer("ending-well", When("last", count=3))
MOVED = Offer("session-moved", When("moved"))
ALL = (*SHIPPED, CHECK, MARKED, LATER, LAST, MOVED)


def utc(text: str) -> datetime:
    """An instant as "2026-10-20T15:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def meetings(*texts: str, zone: str = "Europe/Berlin", held: int = 9) -> tuple[Session, ...]:
    """Coaching sessions as on the command line, to the end of 2027."""
    last = datetime(2027, 12, 31, tzinfo=UTC).date()
    repeats = [parse_session(text, zone, n) for n, text in enumerate(texts, start=1)]
    return number((s for repeat in repeats for s in expand(repeat, last)), held)


def client(rhythm: str = "mon,thu 19:00", **changes: object) -> Facts:
    """A client in Berlin since 1 September 2026, with every script, well past the first sessions."""
    facts = Facts("Europe/Berlin", parse_rhythm(rhythm), utc("2026-09-01T08:00"), offers=ALL)
    return replace(facts, **changes)  # type: ignore[arg-type]
