"""A client's plan: facts out of the store, the plan out of the core, rows that differ put right.

The plan is a pure function of the facts; running this twice changes nothing, and what was begun once is
never begun again, whatever is edited (docs/time.md).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import lru_cache

from bot.core.base import wall
from bot.core.base.line import Line, line, to_json
from bot.core.base.wall import NIGHT, Quiet
from bot.core.digest.measures import PULSE
from bot.core.plan import agenda, schedule, timeouts
from bot.core.plan.assigned import BEGINS
from bot.core.plan.backoff import BACK as BEING_BACK
from bot.core.plan.backoff import Ladder
from bot.core.plan.backoff import ladder as ladder_of
from bot.core.plan.facts import Begun, Facts, Given, Mark, Offer, Pause, Promised
from bot.core.plan.recurrence import Session, expand, number
from bot.core.plan.rhythm import Rhythm, parse_quiet, parse_rhythm
from bot.core.plan.schedule import Dropped, Plan
from bot.core.plan.timeouts import Wait
from bot.core.plan.why import AWAY, STOPPED
from bot.core.script.script import Script
from bot.core.talk.model import Manners
from bot.people import easing, library, respite, review_days
from bot.people.turn import Turn
from bot.people.turn import number as number_in
from bot.store import (
    assignments,
    begun,
    due,
    holidays,
    marks,
    pages,
    pauses,
    people,
    reflections,
    sessions,
    uses,
)
from bot.store.assignments import Assignment, Gift
from bot.store.holidays import Holiday
from bot.store.people import Client
from bot.store.reflections import ReflectionRow
from bot.store.sessions import CoachingSession

AHEAD = timedelta(days=14)
"""How far ahead prompts are planned; half way a row of its own plans on."""

BACK = timedelta(weeks=8)
HALF_YEAR = timedelta(days=182)
ENOUGH = 5
"""Reflections that a client begins in a day before the menu says that it can be enough (B7)."""

FOLLOWED = "breakthrough"
"""The kind of mark that is taken up again later (A2)."""

GIVEN: dict[Gift, Line] = {
    "script": line("{coach}, your coach, chose it for you; you chose {at}"),
    "question": line("{coach}, your coach, asks it; you chose {at}"),
    "consent": line("{coach}, your coach, asks for your leave; you chose {at}"),
    "mail": line("{coach}, your coach, asks for your leave; you chose {at}"),
    "goals": line("{coach}, your coach, wrote down goals; you chose {at}"),
    "answer": line("{coach}, your coach, answered what you asked for; you chose {at}"),
    "rhythm": line("{coach}, your coach, suggests a rhythm; you chose {at}"),
}
"""Why something of the coach's comes when it comes."""

DEFAULT_DAYS = "mon,wed,fri"
DEFAULT_RHYTHM = f"{DEFAULT_DAYS} 19:00"


# ---- facts -------------------------------------------------------------------------------------


def facts(turn: Turn, client: Client, until: datetime) -> Facts:
    """Everything the plan of this client depends on, as the store has it now."""
    left = left_alone(client)
    known_marks = marks.of_client(turn.tx, client.id)
    marked = tuple(Mark(one.id, one.at, one.kind) for one in known_marks if one.id not in left)
    known = waiting_facts(turn, client, until)
    waiting, off = assignments.now(turn.tx, client.id)
    return replace(
        known,
        pulse=_pulse(turn, client),
        marks=marked,
        offers=_offers(turn, client, off),
        given=_given(turn, client, waiting),
        settling=review_days.of(turn, client),
    )


def _given(turn: Turn, client: Client, waiting: tuple[Assignment, ...]) -> tuple[Given, ...]:
    """What the coach gave and did not come yet, each with whose it is."""
    coach = people.coach_name(turn.tx, client.coach_id) if waiting else ""
    return tuple(
        Given(one.id, one.made_at, one.script, replace(GIVEN[one.kind], values=(("coach", coach),)))
        for one in waiting
    )


def waiting_facts(turn: Turn, client: Client, until: datetime) -> Facts:
    """The facts without the scripts on offer and the marks: all that bears on how long a prompt waits."""
    return Facts(
        zone=client.zone or "UTC",
        rhythm=rhythm_of(client),
        since=client.joined_at,
        changed=turn.now,
        quiet=quiet_of(client),
        weekly=client.rhythm.get("weekly"),
        light=client.rhythm.get("weekly") is None,  # who chose a number has it from the start
        held=client.sessions_before,
        sessions=sessions_of(turn, client, until + HALF_YEAR),
        pauses=_pauses(turn, client),
        promised=promised(turn, client, reflections.under_way(turn.tx, client.id)),
        begun=begun_of(turn, client),
        heard=client.heard_at,
        ending=client.ending,
        follow_up=bool(client.rhythm.get("follow_up")),
        seed=client.id,
        avoid=left_out(client),
        challenge=bool(client.rhythm.get("challenge")),
    )


def left_alone(client: Client) -> frozenset[int]:
    """The marked moments that are not come back to any more."""
    return frozenset(client.rhythm.get("marks_off") or ())


def left_out(client: Client) -> frozenset[str]:
    """The topics that do not come by themselves, as tags of scripts, whoever left them out."""
    return own_left_out(client) | spared(client)


def own_left_out(client: Client) -> frozenset[str]:
    """The topics that this client leaves out."""
    return frozenset(client.rhythm.get("avoid") or ())


def spared(client: Client) -> frozenset[str]:
    """The topics that their coach leaves out for them."""
    return frozenset(client.rhythm.get("spared") or ())


def _pulse(turn: Turn, client: Client) -> int | None:
    """The last rating of the work together; read only for who wants more asked of them."""
    if not client.rhythm.get("challenge"):
        return None
    rated = [
        one.name for one in library.all_live(turn.tx, client.language) if PULSE in one.script.header.tags
    ]
    return pages.last_rating(turn.tx, client.id, rated)


def _pauses(turn: Turn, client: Client) -> tuple[Pause, ...]:
    """Pauses and days off, the days after a rough one, and the day after words that sound like danger."""
    taken = tuple(Pause(starts, ends) for starts, ends in pauses.of_client(turn.tx, client.id))
    found = (*taken, *easing.pause(turn, client))
    if (still := respite.still_until(turn, client)) is not None:
        found = (*found, Pause(still - respite.STILL, still, rough=True))
    ends = respite.until(turn, client)
    return found if ends is None else (*found, Pause(ends - respite.LASTS, ends, rough=True))


def back(turn: Turn, client: Client) -> None:
    """A client is back, or took an old talk up: it is what comes that day, and the plan is made with it."""
    occasion, why = f"{BEING_BACK}{turn.now:%Y-%m-%dT%H:%M}", to_json(line("you wrote again"))
    begun.add(turn.tx, client.id, occasion, script="-", at=turn.now, outcome=begun.SENT, why=why)
    people.touch(turn.tx, client.id, turn.now)


def back_at(turn: Turn, client: Client) -> datetime | None:
    """When a client was last back after a silence, or took an old talk up; None where that never was."""
    rows = begun.rows_of(turn.tx, client.id)
    return next((one.at for one in reversed(rows) if one.occasion.startswith(BEING_BACK)), None)


def weekly_of(turn: Turn, client: Client) -> int:
    """How many a week the client chose, else how many are usual."""
    return int(client.rhythm.get("weekly") or turn.config.time.weekly)


def a_week(turn: Turn, client: Client) -> tuple[int, int]:
    """How many of the rhythm a week holds now, and how many of all kinds at most; fewer in the first weeks."""
    return schedule.a_week(waiting_facts(turn, client, turn.now + AHEAD), turn.now, turn.config.time)


def promised(turn: Turn, client: Client, talks: Iterable[ReflectionRow]) -> tuple[Promised, ...]:
    """The questions that come, or came, at an instant of the client's choosing: put off, or after a silence."""
    found = []
    for row in talks:
        one = row.reflection
        if one.state == "snoozed" and one.until is not None:
            found.append(Promised(comes_at(turn, client, one.until, one.asked_at)))
        elif one.state == "holding" and one.until is not None:
            found.append(Promised(one.until, silence=True))
        elif one.state == "open" and one.heard_at is None and one.asked_at is not None:
            if one.snoozes:
                found.append(Promised(one.asked_at))
            elif _after_silence(turn, row):
                found.append(Promised(one.asked_at, silence=True))
    return tuple(found)


def _after_silence(turn: Turn, row: ReflectionRow) -> bool:
    """Whether the question that waits follows a silence."""
    before = next(
        (one for one in row.reflection.answers if one.question == row.question - 1 and one.choice), None
    )
    live = library.version(turn.tx, row.script, row.language, row.version) if before else None
    step = live.step(before.step) if live and before else None
    return step is not None and step.kind == "hold"


def comes_at(turn: Turn, client: Client, wanted: datetime, asked: datetime | None) -> datetime:
    """When a question shown at ``asked`` and put off comes: in waking hours, and after days taken off since."""
    off = wall.ahead(pauses.of_client(turn.tx, client.id), asked)
    return wall.beyond(wanted, off, client.zone or "UTC", quiet_of(client))


def put_off_until(turn: Turn, client: Client) -> datetime | None:
    """When the next question that was put off comes; None where none was."""
    talks = reflections.under_way(turn.tx, client.id)
    found = ((one.reflection.until, one.reflection.asked_at) for one in talks if one.state == "snoozed")
    return min((comes_at(turn, client, at, asked) for at, asked in found if at is not None), default=None)


def rhythm_of(client: Client) -> Rhythm:
    """The days and hours the client chose."""
    return parse_rhythm(client.rhythm.get("rhythm") or DEFAULT_RHYTHM)


def quiet_of(client: Client) -> Quiet:
    """The hours in which nothing is begun."""
    said = client.rhythm.get("quiet")
    return parse_quiet(said) if said else NIGHT


def manners_of(turn: Turn, client: Client) -> Manners:
    """How long the bot waits: the settings, the client's hours, and how long an answer of theirs may grow."""
    return _mannered(turn.config.manners, rhythm_of(client), quiet_of(client), client.pace)


@lru_cache(maxsize=1024)
def _mannered(usual: Manners, rhythm: Rhythm, quiet: Quiet, pace: int) -> Manners:
    settle = max(usual.settle, timedelta(seconds=pace))
    return replace(usual, quiet=quiet, settle=settle, hours=tuple(rhythm.hours(day)[0] for day in range(7)))


def sessions_of(turn: Turn, client: Client, until: datetime) -> tuple[Session, ...]:
    """All coaching sessions of a client up to an instant, numbered in order; none after the work's last day."""
    last = min(until.date(), client.ending) if client.ending else until.date()
    away = holidays.of(turn.tx, client.coach_id)
    logged = sessions.of_client(turn.tx, client.id)
    found = [unless_away(one, row, away) for row in logged for one in expand(row.repeat, last)]
    return number(found, client.sessions_before)


def unless_away(one: Session, row: CoachingSession, away: Iterable[Holiday]) -> Session:
    """A session on a day away does not take place, unless it was put there after that was said, or had begun."""
    day = wall.local(one.starts, row.repeat.zone).date()
    said = [each.made_at for each in away if each.holds(day) and one.starts > each.made_at]
    put = one.moved_at or (row.logged_at if not row.repeat.repeats else None)
    if one.cancelled or not said or (put is not None and put > max(said)):
        return one
    return replace(one, cancelled=True, moved_at=max(said))


def session_at(turn: Turn, client: Client, ahead: bool) -> datetime | None:
    """When the next coaching session begins, or when the last one began; None where none is known."""
    found = sessions_of(turn, client, turn.now + HALF_YEAR)
    starts = sorted(one.starts for one in found if not one.cancelled)
    coming = [at for at in starts if at > turn.now]
    past = [at for at in starts if at <= turn.now]
    return (coming[0] if coming else None) if ahead else (past[-1] if past else None)


def changed_session(turn: Turn, client: Client, occasion: str) -> Session | None:
    """The session on whose change an occasion hangs, as it stands now; None where there is none."""
    found = sessions_of(turn, client, turn.now + HALF_YEAR)
    return next((one for one in found if occasion == f"session:{one.key}:moved"), None)


def session_number(turn: Turn, client: Client) -> int:
    """The number of the last coaching session that has begun; 0 before the first."""
    past = [one.number for one in sessions_of(turn, client, turn.now) if one.starts <= turn.now]
    return max(past, default=client.sessions_before)


def begun_of(turn: Turn, client: Client) -> tuple[Begun, ...]:
    """What was begun or dropped, and whether it was answered; and what is about to be."""
    told = begun.of_client(turn.tx, client.id, _since(turn, client))
    known = {one.occasion for one in told}
    about_to = (Begun(one, at, state="open") for one, at in in_hand(turn, client).items() if one not in known)
    return (*told, *about_to)


def in_hand(turn: Turn, client: Client) -> dict[str, datetime]:
    """The planned occasions whose time has come and that are on their way: when each was due."""
    begins = agenda.key(client.id, "")
    there = due.there(turn.tx, client.id, client.coach_id, turn.row)
    moved = {name.removeprefix(begins): at for name, at in there.moved if name.startswith(begins)}
    rows = (row for row in there.rows if row.kind == "plan")
    return moved | {row.body["occasion"]: row.at for row in rows if row.at <= turn.now}


def _since(turn: Turn, client: Client) -> datetime:
    """How far back the record counts: some weeks, and as far as the client's last word."""
    return min(turn.now - BACK, client.heard_at or client.joined_at)


def offers(turn: Turn, client: Client) -> tuple[Offer, ...]:
    """The scripts of the client's language that the bot may begin by itself.

    Not those that were twice "not for me", until the client begins one of them themself (B17), nor those that
    the coach took off for this client.
    """
    return _offers(turn, client, assignments.off(turn.tx, client.id))


def _offers(turn: Turn, client: Client, by_coach: frozenset[str]) -> tuple[Offer, ...]:
    return on_for(turn, client, uses.not_for(turn.tx, client.id) | by_coach)


def on_for(turn: Turn, client: Client, off: frozenset[str]) -> tuple[Offer, ...]:
    """The scripts of the client's language but for some."""
    return tuple(
        offer_of(one.script)
        for one in library.all_live(turn.tx, client.language)
        if one.script.header.for_ == "client" and one.name not in off
    )


def taken_off(turn: Turn, client: Client) -> frozenset[str]:
    """The scripts that are not begun by the bot for this client, by their own wish or their coach's."""
    return uses.not_for(turn.tx, client.id) | assignments.off(turn.tx, client.id)


def offer_of(script: Script) -> Offer:
    """A script as the plan of a client sees it."""
    head = script.header
    mark = FOLLOWED if head.when.kind == "mark" else ""
    return Offer(script.name, head.when, head.intensity, head.tags, head.avoid, head.length[1], mark)


def ladder(turn: Turn, client: Client) -> Ladder:
    """Where the client stands on the back-off ladder."""
    pauses = waiting_facts(turn, client, turn.now).pauses
    return ladder_of(begun_of(turn, client), client.heard_at, pauses, turn.config.time)


def wait(turn: Turn, client: Client, asked: datetime, kind: str, coming: Iterable[datetime]) -> Wait:
    """How long a prompt shown at ``asked`` waits; ``kind`` is its script's, "demand" where the client began it.

    ``coming``: when others are to come.
    """
    ahead = min((at for at in coming if at > asked), default=None)
    known = waiting_facts(turn, client, turn.now)
    return timeouts.wait("before" if kind == "before" else None, asked, known, ahead, turn.config.time)


def coming(turn: Turn, client: Client) -> tuple[datetime, ...]:
    """When the prompts that stand planned can come, those on their way among them."""
    there = due.there(turn.tx, client.id, client.coach_id, turn.row)
    rows = (row for row in there.rows if row.kind == "plan")
    late = (one.at for one in begun.waiting(turn.tx, client.id))
    wanted = (*(row.at for row in rows), *in_hand(turn, client).values(), *late)
    mine = promised(turn, client, reflections.under_way(turn.tx, client.id))
    return tuple(agenda.free(at, mine, client.heard_at) for at in wanted)


# ---- the plan ----------------------------------------------------------------------------------


def plan(turn: Turn, client: Client, ahead: timedelta = AHEAD) -> Plan:
    """What the bot will begin with this client, and what it will not and why."""
    return between(turn, client, turn.now, turn.now + ahead)


def begins(client: Client) -> bool:
    """Whether the bot begins anything with this client: not in a pause, not after a stop, not while blocked."""
    return client.state == "active" and not client.away


def between(turn: Turn, client: Client, start: datetime, end: datetime) -> Plan:
    """The same from ``start`` up to ``end``; nothing for who stopped or cannot be reached."""
    found = schedule.plan(facts(turn, client, end), start, end, turn.config.time)
    if client.state in ("active", "paused") and not client.away:
        return found
    reason = AWAY if client.away else STOPPED
    dropped = (Dropped(p.occasion, p.at, p.local, p.zone, p.kind, p.script, reason) for p in found.prompts)
    return Plan((), tuple(dropped))


def earliest(turn: Turn, client: Client, gift: int) -> datetime | None:
    """From when on something given can come, by what the coach may know alone: days, hours, sessions, pauses.

    What the client does, also in private, can only move it back; None where no hour of two weeks is free.
    """
    one = assignments.get(turn.tx, gift)
    if one is None:
        return None
    known = waiting_facts(turn, client, turn.now + AHEAD)
    off = tuple(Pause(starts, ends) for starts, ends in pauses.of_client(turn.tx, client.id))
    known = replace(known, begun=(), heard=None, promised=(), pauses=off, given=_given(turn, client, (one,)))
    found = schedule.plan(known, turn.now, turn.now + AHEAD, turn.config.time).prompts
    return next((each.at for each in found if each.occasion == f"{BEGINS}{gift}"), None)


# ---- in words ----------------------------------------------------------------------------------


def next_prompt(turn: Turn, client: Client, ahead: timedelta) -> datetime | None:
    """When the next question comes, if one is planned; what only offers or tells something is none."""
    return next((one.at for one in plan(turn, client, ahead).prompts if _asks(turn, one)), None)


def _asks(turn: Turn, one: schedule.Planned) -> bool:
    if one.kind != "assigned":
        return one.kind != "ask-agreement"
    gift = assignments.get(turn.tx, number_in(one.occasion.removeprefix(BEGINS)))
    return gift is not None and gift.kind in ("script", "question")


# ---- small questions of others -----------------------------------------------------------------


def quiet_now(turn: Turn, client: Client) -> bool:
    """Whether it is a quiet hour for the client."""
    return wall.is_quiet(turn.now, client.zone or "UTC", quiet_of(client))


def paused_now(turn: Turn, client: Client) -> bool:
    """Whether the client wanted a pause or days off that last now."""
    off = pauses.of_client(turn.tx, client.id)
    return any(starts <= turn.now and (ends is None or turn.now < ends) for starts, ends in off)


def rests_before(turn: Turn, client: Client, at: datetime) -> bool:
    """Whether a pause lies before an instant: the instant would then tell when that pause ends."""
    return any(one.starts < at for one in pauses_left(turn, client))


def pauses_left(turn: Turn, client: Client) -> tuple[Pause, ...]:
    """The pauses and days off that are not over, in order, however they were said; those that touch are one."""
    found: list[Pause] = []
    for starts, ends in sorted(pauses.of_client(turn.tx, client.id)):
        if ends is not None and ends <= turn.now:
            continue
        last = found[-1] if found else None
        if last is not None and (last.ends is None or starts <= last.ends):
            later = None if None in (last.ends, ends) else max(filter(None, (last.ends, ends)))
            found[-1] = replace(last, ends=later)
        else:
            found.append(Pause(starts, ends))
    return tuple(found)


def asked_today(turn: Turn, client: Client) -> int:
    """How many reflections the client began themself since their midnight."""
    today = wall.local(turn.now, client.zone or "UTC").date()
    midnight = wall.instant(datetime.combine(today, time()), client.zone or "UTC")
    return reflections.begun_since(turn.tx, client.id, midnight, "demand:")
