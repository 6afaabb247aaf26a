"""Foresight: how often clients of three kinds would get a script in half a year, and why not. Pure.

An author reads it before anybody waits for a page that never comes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.core.base.issue import Issue
from bot.core.plan.facts import Facts, Offer
from bot.core.plan.recurrence import Session
from bot.core.plan.rhythm import parse_rhythm
from bot.core.plan.schedule import Plan, plan
from bot.core.plan.selection import refusal
from bot.core.plan.settings import DEFAULTS, Settings
from bot.core.plan.why import Why
from bot.core.script.script import Script, When
from bot.core.script.when import print_when

WEEKS = 26
RHYTHM = parse_rhythm("mon,wed,fri 19:00")
START = datetime(2026, 1, 5, tzinfo=UTC)
"""Any Monday: without summer time each half-year is like another."""

SETTLED = 12
"""Weeks after which the first, lighter ones are over."""

LIVES = (("with weekly sessions", 1), ("with a session every two weeks", 2), ("without sessions", 0))
"""The three kinds of clients, each with the weeks between two sessions."""

ALONE = ("after", "before", "midway", "sessions", "gap", "weekly", "every", "once")
"""What comes by itself to a client to whom nothing happens but sessions."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """How often a script comes in half a year to who lives so; ``reason``: why it never does, "" if it is clear."""

    who: str
    times: int
    reason: str


REMEDY = (
    "Give it another time, or let fewer scripts come by themselves; `interlude plan --dropped` shows why."
)

OFTEN = {
    "one-a-day": "other scripts have its days, and it is one a day",
    "gap": "other scripts come less than a day from it",
    "near-session": "the hours around a session are kept free",
    "session-day": "the day of a session is kept for the session",
}
"""Reasons that name a date, said of many days."""


def alone(when: When) -> bool:
    """Whether it comes by itself, whatever a client marks, ends, moves, asks for or is given."""
    return when.kind in ALONE and not (when.kind == "every" and when.count)


def foresee(offers: Iterable[Offer], settings: Settings = DEFAULTS) -> dict[str, tuple[Foreseen, ...]]:
    """For each script that comes by itself: how often, for the three kinds of clients in their order."""
    given = tuple(offers)
    lives = [(who, _facts(given, weeks)) for who, weeks in LIVES]
    plans = [(who, facts, plan(facts, START, _end(), settings)) for who, facts in lives]
    return {
        one.script: tuple(
            Foreseen(who, *_of(one, found, refusal(facts, one, len(facts.sessions), settings)))
            for who, facts, found in plans
        )
        for one in given
        if alone(one.when)
    }


def fortnight(offers: Iterable[Offer], settings: Settings = DEFAULTS) -> Plan:
    """Two weeks, Monday to Sunday, of a client with weekly sessions on Tuesdays, after their first three months."""
    begun = START + timedelta(weeks=SETTLED)
    return plan(_facts(tuple(offers), 1), begun, begun + timedelta(weeks=2), settings)


def never(found: Sequence[Foreseen]) -> bool:
    """Whether none of the three ever gets it."""
    return not any(one.times for one in found)


def of_scripts(scripts: Iterable[Script]) -> dict[str, tuple[Foreseen, ...]]:
    """The same for those of these scripts that are for clients."""
    return foresee(offer_of(one) for one in scripts if one.header.for_ == "client")


def issues(scripts: Sequence[tuple[str, Script]], beside: Iterable[Script] = ()) -> Iterator[Issue]:
    """A warning for each of a language's scripts, which stand with their files, that nobody would ever get.

    ``beside``: other scripts of the language, which have their turns too and get no warning here.
    """
    files = {script.name: file for file, script in scripts}
    others = [script for script in beside if script.name not in files]
    known = of_scripts([*others, *(script for _, script in scripts)])
    for file, script in scripts:
        first, found = script.header.when.script, known.get(script.name, ())
        if first in known and never(known[first]):
            yield _never(file, f"it comes after “{first}”, which is not")
        if found and never(found):
            why = next((one.reason for one in found if one.reason), "nothing that it hangs on happens")
            yield _never(file, why)


def _never(file: str, why: str) -> Issue:
    return Issue(file, 1, 1, "", "WHEN", "warning", f"Never sent by itself: {why}.", REMEDY)


def displaced(before: Iterable[Script], after: Iterable[Script]) -> tuple[str, ...]:
    """The scripts that came to somebody by themselves before, and are there after and come to nobody."""
    came, comes = of_scripts(before), of_scripts(after)
    return tuple(
        name for name, found in comes.items() if never(found) and name in came and not never(came[name])
    )


def hangs(when: When) -> str:
    """What an author reads of a script that hangs on more than sessions; "" of one that is only asked for."""
    if when.kind == "every":
        return f"It comes {print_when(when)}, from the day on which a coach gives it (/assign)."
    if when.kind == "demand" or alone(when):
        return ""
    return f"It comes {print_when(when)}; how often depends on that."


def offer_of(script: Script) -> Offer:
    """A script as the plan sees it."""
    head = script.header
    return Offer(script.name, head.when, head.intensity, head.tags, head.avoid, head.length[1])


def in_words(found: Sequence[Foreseen]) -> str:
    """What an author reads of one script, with its most common obstacle where somebody never gets it."""
    reasons = {one.reason for one in found}
    if never(found) and len(reasons) == 1:
        return f"It would never be sent by itself{_because(*reasons)}."
    return f"In half a year it would come {', '.join(map(_counted, found))}."


def _counted(one: Foreseen) -> str:
    often = {0: "never", 1: "once", 2: "twice"}.get(one.times, f"{one.times} times")
    return f"{often} {one.who}{_because(one.reason)}"


def _because(reason: str) -> str:
    return f" ({reason})" if reason else ""


def _of(offer: Offer, found: Plan, refused: Why | None) -> tuple[int, str]:
    times = sum(one.script == offer.script for one in found.prompts)
    if times:
        return times, ""
    # Those for one occasion take turns: what kept the one whose turn it was kept them all.
    own = [one for one in found.dropped if one.kind == offer.when.kind]
    reasons = Counter(OFTEN.get(one.reason.code, one.why) for one in own)
    return 0, str(refused) if refused else reasons.most_common(1)[0][0] if reasons else ""


def _facts(offers: tuple[Offer, ...], weeks: int) -> Facts:
    return Facts("UTC", RHYTHM, START, sessions=tuple(_sessions(weeks)), offers=offers)


def _sessions(weeks: int) -> Iterator[Session]:
    at = START + timedelta(days=1, hours=15)
    for number in range(1, (WEEKS + 10) // weeks + 1 if weeks else 1):
        yield Session(f"1:{at.date()}", at, number=number)
        at += timedelta(weeks=weeks)


def _end() -> datetime:
    return START + timedelta(weeks=WEEKS)
