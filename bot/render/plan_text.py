"""``interlude plan``: what a client so set would get, as text or JSON, without a database."""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.core.base.wall import instant, zone_of
from bot.core.plan.facts import Facts, Kind, Offer
from bot.core.plan.foresight import offer_of
from bot.core.plan.recurrence import Session, expand, number, parse_session
from bot.core.plan.rhythm import check, parse_quiet, parse_rhythm
from bot.core.plan.schedule import Dropped, Plan, Planned, plan
from bot.core.plan.settings import DEFAULTS, Settings
from bot.core.script.parser import parse
from bot.core.script.script import When

MOST_DAYS = 366
HALF_YEAR = 183

SHIPPED = (
    Offer("after-session", When("after", hours=3), turns=5),
    Offer("before-session", When("before", hours=24), turns=4),
    Offer("mid-week", When("midway"), turns=3),
    Offer("look-back", When("gap"), turns=3),
)
"""The weekly rhythm that is assumed when no scripts are given."""

MEANT: dict[Kind, str] = {
    "last": "after one of the last sessions",
    "sessions": "a check-in after a session",
    "before": "before a session",
    "after": "after a session",
    "mark": "after a moment that was marked",
    "moved": "when a session is moved",
    "ending": "after the ending",
    "once": "once, some days after joining",
    "follows": "after another script was answered",
    "dated": "on a day of the week of its own",
    "every": "every so many days",
    "ask-rhythm": "about the rhythm",
    "ask-agreement": "about the working agreement",
    "assigned": "what the coach assigned",
    "midway": "between two sessions",
    "gap": "a week without a session",
    "weekly": "a day of the week that was picked",
}
"""What each kind is meant for: the same script may be wanted twice on one evening."""


def offers_of(folder: Path, language: str) -> tuple[Offer, ...]:
    """The clients' scripts of a prompts folder that can be read, published or not, by name."""
    files = sorted((folder / language).glob("*.md"))
    read = (parse(file.read_bytes(), file.name, language)[0] for file in files)
    return tuple(offer_of(script) for script in read if script is not None and script.header.for_ == "client")


def check_shown(format: str, days: int) -> None:
    """Raises ValueError, one sentence, when it cannot be printed so."""
    if format not in ("text", "json"):
        raise ValueError("--format can be text or json.")
    if not 1 <= days <= MOST_DAYS:
        raise ValueError(f"--days can be 1 to {MOST_DAYS}.")


def plan_command(
    zone: str,
    rhythm: str,
    quiet: str = "21:00-08:00",
    sessions: Sequence[str] = (),
    from_: date | None = None,
    days: int = 14,
    format: str = "text",
    dropped: bool = False,
    offers: Sequence[Offer] = SHIPPED,
    weekly: int | None = None,
    held: int = 0,
    settings: Settings = DEFAULTS,
) -> str:
    """The plan from the start of ``from_`` for so many days, in the format that docs/time.md describes.

    ``sessions`` as in "2026-10-20 15:00 weekly", on the client's clock; their first is number ``held`` + 1.
    Raises ValueError with one sentence that says what to write.
    """
    if from_ is None:
        raise ValueError("Say from which day on, as in --from 2026-10-19.")
    check_shown(format, days)
    _check_numbers(weekly, held, settings)
    zone_of(zone)
    start = instant(datetime.combine(from_, datetime.min.time()), zone)
    end = instant(datetime.combine(from_ + timedelta(days=days), datetime.min.time()), zone)
    facts = Facts(
        zone,
        parse_rhythm(rhythm),
        since=start,
        quiet=parse_quiet(quiet),
        weekly=weekly,
        light=weekly is None,
        held=held,
        sessions=_sessions(sessions, zone, from_ + timedelta(days=days + HALF_YEAR), held),
        offers=tuple(offers),
    )
    check(facts.rhythm, facts.quiet, settings)
    found = plan(facts, start, end, settings)
    return as_json(found, dropped) if format == "json" else as_text(found, dropped)


def as_json(found: Plan, dropped: bool = False) -> str:
    """A list of prompts; with ``dropped`` an object of two lists, ``planned`` and ``dropped``."""
    prompts = [_entry(p) for p in found.prompts]
    if not dropped:
        return json.dumps(prompts, ensure_ascii=False, indent=2)
    both = {"planned": prompts, "dropped": [_entry(d) for d in found.dropped]}
    return json.dumps(both, ensure_ascii=False, indent=2)


def as_text(found: Plan, dropped: bool = False) -> str:
    """A line a prompt in order of time, on the client's clock; what is not planned below."""
    lines = [_line(p) for p in found.prompts] or ["Nothing is planned in these days."]
    if dropped:
        lines += ["", "Not planned:", *([_line(d, MEANT[d.kind]) for d in found.dropped] or ["  nothing"])]
    return "\n".join(lines)


def _check_numbers(weekly: int | None, held: int, settings: Settings) -> None:
    if weekly is not None and not 1 <= weekly <= settings.weekly_asked:
        raise ValueError(f"--weekly can be 1 to {settings.weekly_asked}.")
    if held < 0:
        raise ValueError("--held is a number of sessions, 0 or more.")


def _sessions(texts: Sequence[str], zone: str, last: date, held: int) -> tuple[Session, ...]:
    repeats = [parse_session(text, zone, n) for n, text in enumerate(texts, start=1)]
    return number((session for repeat in repeats for session in expand(repeat, last)), held)


def _entry(found: Planned | Dropped) -> dict[str, str]:
    return {
        "at_utc": found.at.isoformat(),
        "at_local": found.at.astimezone(zone_of(found.zone)).isoformat(),
        "zone": found.zone,
        "kind": found.kind,
        "script": found.script,
        "why": found.why,
    }


def _line(found: Planned | Dropped, meant: str = "") -> str:
    at, what = found.local, f"{found.script} ({meant})" if meant else found.script
    weekday = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[at.weekday()]
    return f"{weekday} {at:%Y-%m-%d %H:%M} {found.zone}  {what}: {found.why}"
