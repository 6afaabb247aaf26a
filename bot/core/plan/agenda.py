"""Agenda: the next things of one person, worked out from how matters stand (docs/architecture.md).

Nothing sets or clears one of them by hand. What stands is compared with this and put right, so that no way
through the program can leave a person waiting for something that never comes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any

from bot.core.base import wall
from bot.core.base.line import to_json
from bot.core.plan.facts import Promised
from bot.core.plan.schedule import Planned

LOOK_AGAIN = timedelta(days=7)
"""So long before the end of what is planned it is planned on."""

TALKING = timedelta(minutes=15)
"""Who wrote or tapped in an open reflection so lately is in the middle of it, and is not interrupted."""

INTERRUPT = timedelta(hours=1)
"""So long a prompt waits for a talk to end; then it takes its place."""

STANDS = timedelta(minutes=61)
"""So long a question that was put off, or follows a silence, stands before what belongs to a session comes."""

AGAIN = timedelta(days=1)
"""What could not be dealt with is tried once more a day later, and not sooner."""


@dataclass(frozen=True, slots=True)
class Due:
    """The next time of one thing. ``key`` names the thing, so that there is one row of it at most."""

    key: str
    chat_id: int
    kind: str
    at: datetime
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something to begin ``at`` an instant; ``why`` is its reason as it is kept (JSON)."""

    occasion: str
    at: datetime
    script: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class SessionBrief:
    """The brief that is next: of which coaching session (its key and beginning), and when it is due.

    ``added``: it holds what came after the first one, which its client sees ``HELD`` before it goes.
    """

    session: str
    starts: datetime
    at: datetime
    added: bool = False


@dataclass(frozen=True, slots=True)
class AdvanceLook:
    """When a client sees what their coach gets at ``telling``; ``again``: what was added since they saw it."""

    at: datetime
    telling: datetime
    again: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How matters stand with one person, as far as something follows from it.

    ``wakes``: of every reflection that is not over, as (reflection, kind, instant, question).
    ``promised``: the questions that have an instant of the client's own choosing. ``prompts``: what is planned;
    ``planned_until``: how far, None where nothing is. ``waiting``: whose time came while the client was in the
    middle of something. ``undelivered``: occasions, and by when they must have reached the client.
    ``digest_at``: of this client, for the coach. ``preview``: when the client sees before what goes.
    ``reply_at``: when something of the coach's goes to the client.
    ``announce_at``: when what changed of their sessions goes, or it is looked whether it arrived.
    ``erase_at``: when all of them is erased, as they asked for.
    ``faults``: by key, when a row last could not be dealt with.
    """

    person: int
    coach: int = 0
    wakes: tuple[tuple[int, str, datetime, int], ...] = ()
    promised: tuple[Promised, ...] = ()
    heard: datetime | None = None
    prompts: tuple[Prompt, ...] = ()
    planned_until: datetime | None = None
    waiting: tuple[Prompt, ...] = ()
    undelivered: tuple[tuple[str, datetime], ...] = ()
    paused_until: datetime | None = None
    digest_at: datetime | None = None
    brief: SessionBrief | None = None
    preview: AdvanceLook | None = None
    reply_at: datetime | None = None
    announce_at: datetime | None = None
    erase_at: datetime | None = None
    faults: Mapping[str, datetime] = field(default_factory=dict)


# ---- what follows from it ----------------------------------------------------------------------


def rows(state: Standing) -> tuple[Due, ...]:
    """All that is due: the same state gives the same rows."""
    return tuple(_after_fault(one, state.faults) for one in _rows(state))


def _rows(state: Standing) -> Iterator[Due]:
    me = state.person
    for talk, kind, at, question in state.wakes:
        body = {"reflection": talk, "kind": kind, "question": question}
        yield Due(f"wake:{talk}:{kind}", me, "wake", at, body)
    for one in state.prompts:
        yield _begin(me, one)
    for one in state.waiting:
        yield _begin(me, replace(one, at=free(one.at, state.promised, state.heard)))
    for occasion, at in state.undelivered:
        yield Due(f"unsent:{me}:{occasion}", me, "unsent", at, {"occasion": occasion})
    if state.planned_until:
        yield Due(f"replan:{me}", me, "replan", state.planned_until - LOOK_AGAIN)
    if state.paused_until:
        yield Due(f"resume:{me}", me, "resume", state.paused_until)
    if state.digest_at:
        yield digest(state.coach, me, state.digest_at)
    if state.preview:
        yield _preview(me, state.preview)
    if state.reply_at:
        yield Due(f"reply:{me}", me, "reply", state.reply_at)
    if state.announce_at:
        yield Due(f"announce:{me}", me, "announce", state.announce_at)
    if state.erase_at:
        yield Due(f"erase:{me}", me, "erase", state.erase_at)
    if state.brief:
        yield _brief(state.coach, me, state.brief)


def _begin(client: int, one: Prompt) -> Due:
    body = {"occasion": one.occasion, "script": one.script, "kind": one.kind, "why": one.why}
    return Due(key(client, one.occasion), client, "plan", one.at, body)


def key(client: int, occasion: str) -> str:
    """The name of the row of a planned prompt."""
    return f"plan:{client}:{occasion}"


def prompt(one: Planned) -> Prompt:
    """A prompt of the plan."""
    return Prompt(one.occasion, one.at, one.script, one.kind, to_json(one.reason.line))


def prompt_of(row: Due) -> Prompt:
    """The prompt that the row of a planned one stands for."""
    return Prompt(row.body["occasion"], row.at, row.body["script"], row.body["kind"], row.body["why"])


def unread(coach: int, at: datetime) -> Due:
    """The one reminder of what waits to be read."""
    return Due(f"unread:{coach}", coach, "unread", at)


def overview(coach: int, at: datetime) -> Due:
    """The one message for all clients of a coach."""
    return Due(f"overview:{coach}", coach, "overview", at)


def digest(coach: int, client: int, at: datetime) -> Due:
    """One client's digest for their coach."""
    return Due(f"digest:{client}", coach, "digest", at, {"client": client})


def _brief(coach: int, client: int, one: SessionBrief) -> Due:
    body = {"client": client, "session": one.session}
    return Due(f"brief:{client}", coach, "brief", one.at, body)


def _preview(client: int, one: AdvanceLook) -> Due:
    body = {"telling": one.telling.isoformat(), "again": one.again}
    return Due(f"preview:{client}", client, "preview", one.at, body)


BEFORE, LAST_LOOK = timedelta(hours=12), timedelta(hours=2)
"""So long before a telling its client sees it, and once more where something was added since."""


def look(
    tellings: Iterable[datetime],
    now: datetime,
    off: Sequence[tuple[datetime, datetime | None]],
    zone: str,
    quiet: wall.Quiet,
) -> AdvanceLook | None:
    """The next look at what goes: never in quiet hours or a pause, nor before an earlier telling took it along."""
    found: list[AdvanceLook] = []
    earlier = now
    for telling in sorted(tellings):
        first = wall.before(telling - BEFORE, off, zone, quiet)
        last = wall.before(telling - LAST_LOOK, off, zone, quiet)
        found += [AdvanceLook(first, telling)] if first > earlier else []
        found += [AdvanceLook(last, telling, True)] if last > max(first, earlier) else []
        earlier = max(earlier, telling)
    return min(found, key=lambda one: one.at, default=None)


BRIEF_HOUR, MORNING, EARLY = time(18), time(8), time(9)
SOON, ADDED = timedelta(hours=2), timedelta(minutes=10)
NIGHT_FROM, NIGHT_TO = 21, 7

HELD, LEAST = timedelta(minutes=30), timedelta(minutes=5)
"""So long what was added is in its client's hands before it goes; near the session shorter, at least so long."""


def brief_time(starts: datetime, zone: str, choice: str) -> datetime:
    """When the brief before a session comes: ``choice`` is evening, morning or soon (two hours before).

    What begins before nine has no morning: its brief comes the evening before.
    """
    here = wall.local(starts, zone)
    if choice == "soon":
        return starts - SOON
    if choice == "morning" and here.time() >= EARLY:
        return wall.instant(datetime.combine(here.date(), MORNING), zone)
    return wall.instant(datetime.combine(here.date() - timedelta(days=1), BRIEF_HOUR), zone)


def brief_again(made: datetime, added: datetime | None, starts: datetime, zone: str) -> datetime:
    """When what was added after a brief comes: a little after the last of it, and not at the coach's night."""
    at = max(made, added or made) + ADDED
    return max(at, min(by_day(at, zone), starts - ADDED))


def held_until(shown: datetime, starts: datetime) -> datetime | None:
    """When an addition goes that is shown then, before a session; None: too near to it to be shown before."""
    goes = min(shown + HELD, starts - ADDED)
    return goes if goes - shown >= LEAST else None


def by_day(at: datetime, zone: str) -> datetime:
    """The instant, or the coach's next morning where it is their night."""
    here = wall.local(at, zone)
    if NIGHT_TO <= here.hour < NIGHT_FROM:
        return at
    day = here.date() + timedelta(days=here.hour >= NIGHT_FROM)
    return wall.instant(datetime.combine(day, time(NIGHT_TO)), zone)


def digest_time(now: datetime, zone: str, weekday: int, hour: int) -> datetime:
    """The next such day and hour on a clock after now, as an instant."""
    here = wall.local(now, zone)
    day = here.date() + timedelta(days=(weekday - here.weekday()) % 7)
    coming = (datetime.combine(day + timedelta(days=more), time(hour)) for more in (0, 7))
    return next(at for one in coming if (at := wall.instant(one, zone)) > now)


def free(wanted: datetime, promised: Iterable[Promised], heard: datetime | None) -> datetime:
    """When a prompt that is wanted then comes: after a silence, beside what was put off, when the talk rests."""
    at = wanted
    for one in sorted(promised, key=lambda one: one.at):
        if (one.silence or one.at - STANDS < at) and at < one.at + STANDS:
            at = one.at + STANDS
    return at if heard is None else max(at, min(heard + TALKING, wanted + INTERRUPT))


def _after_fault(one: Due, faults: Mapping[str, datetime]) -> Due:
    failed = faults.get(one.key)
    return one if failed is None or one.at > failed else replace(one, at=failed + AGAIN)


# ---- compared with what stands -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Corrections:
    """Rows to set, and keys of rows to take off."""

    put: tuple[Due, ...]
    remove: tuple[str, ...]


def changes(
    standing: Sequence[Due],
    wanted: Sequence[Due],
    now: datetime,
    moved: Collection[tuple[str, datetime]] = (),
) -> Corrections:
    """What makes ``standing`` rows the wanted ones; doing it twice changes nothing.

    A row whose instant has come is left alone: it is on its way. So is what was ``moved`` to the inbox (key
    and instant) and is not dealt with yet.
    """
    there = {one.key: one for one in standing}
    wants = {one.key: one for one in wanted if (one.key, one.at) not in moved}
    put = (one for one in wants.values() if one.key not in there or _differs(there[one.key], one, now))
    gone = (one.key for one in there.values() if one.at > now and one.key not in wants)
    return Corrections(tuple(put), tuple(gone))


def _differs(there: Due, wanted: Due, now: datetime) -> bool:
    return there.at > now and there != wanted
