"""When the bot begins what: a pure function of the facts (docs/time.md).

The plan is made anew whenever facts change and compared with what was planned before; nothing in it
depends on when it is made.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zlib import crc32

from bot.core.base.line import Line
from bot.core.plan.around import CHECK_DAYS, around, checks, lasts, moved
from bot.core.plan.assigned import assigned
from bot.core.plan.backoff import ladder
from bot.core.plan.between import look_backs, midways, picked_days
from bot.core.plan.cadence import every, follows, once, weekdays
from bot.core.plan.candidate import FIRST, ORDER, Wish, range_of
from bot.core.plan.constraints import Ground, obstacle, survey
from bot.core.plan.days import asks, endings, marks
from bot.core.plan.facts import Facts, Kind
from bot.core.plan.frequency_cap import Board, board_of, full, limit, place
from bot.core.plan.selection import pick
from bot.core.plan.settings import DEFAULTS, Settings
from bot.core.plan.slots import ClientClock, Moment, clock_of, day_of, exact, shown
from bot.core.plan.why import EARLIER, NO_HOUR, TOO_CLOSE, Why, at_hour, too_late

STEP, LONGEST = timedelta(minutes=5), timedelta(days=1)

BACK = timedelta(days=16)
"""How long before the plan's floor a check-in or a question about the rhythm may have begun to wait."""


@dataclass(frozen=True, slots=True)
class Planned:
    """Something to begin: ``at`` in UTC, ``local`` on the client's clock (naive), ``why`` for people.

    ``occasion`` names it for good: what was begun under it is never planned again.
    """

    occasion: str
    at: datetime
    local: datetime
    zone: str
    kind: Kind
    script: str
    reason: Why

    @property
    def why(self) -> str:
        """The reason in English."""
        return str(self.reason)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that is not begun: ``at`` is when it would have come, ``reason`` why it does not."""

    occasion: str
    at: datetime
    local: datetime
    zone: str
    kind: Kind
    script: str
    reason: Why

    @property
    def why(self) -> str:
        """The reason in English."""
        return str(self.reason)


@dataclass(frozen=True, slots=True)
class Plan:
    """Both in order of time."""

    prompts: tuple[Planned, ...]
    dropped: tuple[Dropped, ...]


def plan(facts: Facts, start: datetime, end: datetime, settings: Settings = DEFAULTS) -> Plan:
    """What is begun from ``start`` up to, not including, ``end``, and what was wanted then and is not.

    The same facts give the same plan for the same time, whichever ``start`` and ``end`` it is asked with.
    What was wanted before ``end`` and waits for an hour beyond it is in neither part. Raises UnknownZone.
    """
    prompts, dropped = [], []
    for found in _decided(facts, end, settings):
        if isinstance(found, Planned) and start <= found.at < end:
            prompts.append(found)
        if isinstance(found, Dropped) and start <= found.at < end:
            dropped.append(found)
    return Plan(tuple(sorted(prompts, key=_by_time)), tuple(sorted(dropped, key=_by_time)))


def look_ahead(
    facts: Facts, settings: Settings = DEFAULTS
) -> tuple[timedelta, timedelta, timedelta, timedelta, timedelta, timedelta]:
    """How far beyond its end a plan looks, tier by tier from LAST to FILL: nothing later can change it.

    A tier gives way to the ones before it within a week on either side, and moves within its own wait;
    what comes before a session also comes so much earlier. The first is the longest.
    """
    before = max((offer.when.hours for offer in facts.offers if offer.when.kind == "before"), default=0)
    wait, week = timedelta(hours=settings.wait_hours), timedelta(weeks=1)
    loose = week + max(wait, week)
    stage = loose + max(wait, week) + week + timedelta(days=CHECK_DAYS)
    returns = stage + timedelta(days=CHECK_DAYS) + week + wait
    near = returns + wait + week + timedelta(hours=before) + wait
    return near + wait + week, near, returns, stage, loose, timedelta(0)


def _by_time(found: Planned | Dropped) -> tuple[datetime, str]:
    return found.at, found.occasion


def _decided(facts: Facts, end: datetime, settings: Settings) -> Iterator[Planned | Dropped]:
    """Every wish in turn takes the first of its hours that is free."""
    ground = _ground(facts, settings)
    board = board_of(ground)
    done = {begun.occasion for begun in facts.begun}
    # By tier first: what hangs on a session has one hour that fits, what hangs on the week has many.
    for wish in sorted(_wishes(ground, end), key=lambda wish: _turn(wish, ground.clock)):
        if wish.occasion in done:
            continue
        found = _settle(board, wish)
        if isinstance(found, Planned):
            place(board, wish, found.script, Moment(found.at, found.local))
            if wish.tier == FIRST:
                # What follows the question depends on its answer: until then, silence.
                muted = replace(ground, mute=found.at)
                board = Board(muted, board.days, board.checks, board.uses)
        yield found


def a_week(facts: Facts, now: datetime, settings: Settings = DEFAULTS) -> tuple[int, int]:
    """How many questions of the rhythm a week holds as things stand, and how many of all kinds at most."""
    ground = _ground(facts, settings)
    today = day_of(ground.clock, now)
    return limit(ground, today).aim, limit(ground, today, light=False).most


def _ground(facts: Facts, settings: Settings) -> Ground:
    steps = ladder(facts.begun, facts.heard, facts.pauses, settings)
    return survey(facts, clock_of(facts), steps, settings)


def _wishes(ground: Ground, end: datetime) -> Iterator[Wish]:
    """Everything wanted, each tier as far ahead as it can matter."""
    facts, settings = ground.facts, ground.settings
    wait = timedelta(hours=settings.wait_hours, days=1)
    span = range_of(facts, ground.clock, settings)
    last, near, returns, stage, loose, fill = (
        span.between(facts.floor - back, end + ahead)
        for back, ahead in zip((BACK, wait, wait, BACK, wait, wait), look_ahead(facts, settings), strict=True)
    )
    yield from asks(stage, ground.ladder)
    yield from lasts(last)
    yield from checks(stage)
    yield from endings(stage)
    yield from around(near)
    yield from moved(stage)
    yield from marks(returns)
    yield from once(stage)
    yield from follows(stage)
    yield from assigned(ground.facts, ground.clock)
    yield from every(loose)
    yield from weekdays(loose)
    yield from midways(loose)
    yield from look_backs(loose)
    yield from picked_days(fill)


def _turn(wish: Wish, clock: ClientClock) -> tuple[int, date, int, datetime, str]:
    """Whose turn it is: by tier, then day by day, then in the stated order."""
    return wish.tier, day_of(clock, wish.wanted), ORDER.index(wish.kind), wish.wanted, wish.occasion


def _settle(board: Board, wish: Wish) -> Planned | Dropped:
    """The first free hour; else the first hour that was still to come, and what stood in its way."""
    facts, clock = board.ground.facts, board.ground.clock
    zone = facts.zone
    offer, refused = pick(facts, wish.offers, wish.held, board.uses, wish.wanted, board.ground.settings)
    at, why_not = wish.wanted, refused or NO_HOUR
    for moment in wish.moments:
        shifted, stands = (moment, refused) if refused else _shifted(board.ground, wish, moment)
        stands = stands or full(board, wish, shifted)
        if stands is None:
            reason = Why(wish.kind, _said(wish, moment))
            return Planned(wish.occasion, shifted.at, shifted.local, zone, wish.kind, offer.script, reason)
        # People ask about the hour that they expected: the first still ahead, not the last that was tried.
        if why_not in (NO_HOUR, refused, EARLIER):
            at, why_not = shifted.at, stands
    return Dropped(wish.occasion, at, shown(clock, at), zone, wish.kind, offer.script, why_not)


def _said(wish: Wish, moment: Moment) -> Line:
    """Why it comes at that hour: one of the client's, its own, or another that was free."""
    if moment.chosen:
        return at_hour(wish.chosen, moment.chosen)
    return wish.exact if wish.other is None or moment.at == wish.wanted else wish.other


def _shifted(ground: Ground, wish: Wish, moment: Moment) -> tuple[Moment, Why | None]:
    """Some minutes later, always the same for a client, so that 09:00 is no wall; never into an obstacle.

    A mid-week prompt may wander further, either way, for a client who likes that. With it what stands in the
    way of the hour, if anything does.
    """
    facts, settings = ground.facts, ground.settings
    minutes = min(facts.vary, settings.vary_minutes) if wish.kind == "midway" else 0
    wander = _hash(f"{facts.seed}:{wish.occasion}") % (2 * minutes + 1) - minutes if minutes else 0
    spread = _hash(str(facts.seed)) % (settings.spread_minutes * 60 + 1) if facts.seed else 0
    by = timedelta(minutes=wander, seconds=spread)
    if by:
        shifted = Moment(moment.at + by, shown(ground.clock, moment.at + by), moment.chosen)
        same_day = shifted.local.date() == moment.local.date()
        if same_day and obstacle(ground, wish.kind, shifted) is None:
            return shifted, None
    return moment, obstacle(ground, wish.kind, moment)


def _hash(text: str) -> int:
    """A number that depends on the text alone, on every machine."""
    # hash() differs from one start to the next, and a plan made anew has to be the same plan.
    return crc32(text.encode())


# ---- when its time has come --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Late:
    """Why a prompt whose time has come is not begun: ``reason`` is the code, ``why`` the sentence."""

    reason: str
    why: Why


def late(
    kind: Kind, due: datetime, now: datetime, facts: Facts, settings: Settings = DEFAULTS
) -> Late | None:
    """None: begin it now. Else it is dropped, for good, and nothing is sent in its place.

    ``due`` was its time. Some hours late are in order; a prompt before a session may be later, as long as
    it is not too close to the session. It never begins at an hour at which it could not have been planned.
    """
    why = _too_late(kind, due, now, facts, settings)
    if why is None:
        ground = _ground(facts, settings)
        why = obstacle(ground, kind, exact(ground.clock, now))
    return None if why is None else Late(why.code, why)


def latest(kind: Kind, due: datetime, facts: Facts, settings: Settings = DEFAULTS) -> datetime:
    """The last instant, to some minutes, at which a prompt begun at ``due`` may still reach the client.

    From then on it counts as ``late`` (or comes at an hour at which nothing may come); at least ``due``.
    """
    ground, at = _ground(facts, settings), due
    while (ahead := at + STEP) <= due + LONGEST and not _too_late(kind, due, ahead, facts, settings):
        if obstacle(ground, kind, exact(ground.clock, ahead)):
            break
        at = ahead
    return at


def _too_late(kind: Kind, due: datetime, now: datetime, facts: Facts, settings: Settings) -> Why | None:
    if now - due <= timedelta(hours=settings.late_hours):
        return None
    starts = [s.starts for s in facts.sessions if not s.cancelled and s.starts > due]
    if kind == "before" and starts:
        close = min(starts) - timedelta(hours=settings.late_before_hours)
        return TOO_CLOSE if now > close else None
    return too_late(settings.late_hours)
