"""What is due is put right: the rows that follow from how matters stand, compared with those that are there.

It happens at the end of a turn, for everybody whom it was about, and for all at the start and every night.
Nothing else sets or takes off a due row (docs/architecture.md). Where nothing changed it costs a few short
questions.
"""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from bot.core.base import wall
from bot.core.plan import agenda
from bot.core.plan.agenda import AdvanceLook, Due, SessionBrief, Standing
from bot.core.talk.model import Reflection
from bot.core.talk.wakes import wakes
from bot.people import (
    advance_copy,
    alerting,
    announcing,
    briefing,
    giving,
    grace,
    planning,
    reflecting,
    wanted,
)
from bot.people.turn import Turn, tell_admins
from bot.store import basis, begun, due, holidays, reflections, standing
from bot.store import digests as digest_rows
from bot.store.basis import Basis, Marks
from bot.store.db import Tx
from bot.store.due import There
from bot.store.holidays import Holiday
from bot.store.people import Client, Coach
from bot.store.reflections import ReflectionRow

WAITS = timedelta(days=7)
"""How long something waits to be read before its coach is reminded, once."""

WEEK, NEAR = timedelta(days=7), timedelta(days=2)
"""A digest put off by days away that would come nearer than that to the next one comes with it."""

MINE = ("digest", "overview", "unread", "alert")
"""What is due for a coach beside the briefs, which belong to their clients' sessions."""


def after(turn: Turn, chat_id: int, moved: bool = False) -> None:
    """At the end of a turn, for everybody whom it was about; ``moved``: it came from a due row of this chat.

    A value that cannot be read keeps no turn from being kept: the rows stay as they are, the admins are told,
    and the night tries again.
    """
    for one in sorted({chat_id, *turn.about}):
        try:
            person(turn, one, moved=moved and one == chat_id)
        except sqlite3.Error:
            raise
        except Exception as fault:  # nothing was written of this person: all is worked out before
            text = (
                f"What is due for {one} could not be worked out ({type(fault).__name__}), and stays as it is. "
                "It is tried again every night."
            )
            tell_admins(turn, text, f"undue:{one}:{turn.now:%Y-%m-%d}")


def person(turn: Turn, chat_id: int, moved: bool = False, anew: bool = False) -> None:
    """Put right what is due for one person: a client, a coach, or both; ``anew``: plan, even if nothing changed."""
    mine = standing.coach(turn.tx, chat_id)
    if mine is not None:
        _coach(turn, mine)
    me = standing.client(turn.tx, chat_id)
    if me is not None:
        _client(turn, me, moved, anew)


def _coach(turn: Turn, coach: Coach) -> None:
    there = tuple(one for one in due.of_chat(turn.tx, coach.id) if one.kind in MINE)
    _put_right(
        turn,
        there,
        (*digests(turn, coach), *_unread(turn, coach), *alerting.due(turn, coach.id)),
        due.moved(turn.tx, coach.id, but=turn.row),
    )


def everybody(tx: Tx, now: datetime) -> None:
    """Everybody's rows are looked at, each in a turn of its own, so that one cannot stop the others."""
    due.all_again(tx, now)


# ---- how matters stand -------------------------------------------------------------------------


def state(turn: Turn, client: Client, until: datetime | None) -> Standing:
    """How matters stand with a client of whom prompts are planned up to ``until``; None: of whom none are."""
    there = due.there(turn.tx, client.id, client.coach_id, turn.row)
    talks, late = reflections.under_way(turn.tx, client.id), begun.waiting(turn.tx, client.id)
    return _state(turn, client, until, _planned(turn, client, until), talks, late, there)


def _planned(turn: Turn, client: Client, until: datetime | None) -> tuple[agenda.Prompt, ...]:
    found = planning.between(turn, client, turn.now, until).prompts if until else ()
    return tuple(map(agenda.prompt, found))


def _state(
    turn: Turn,
    client: Client,
    until: datetime | None,
    prompts: tuple[agenda.Prompt, ...],
    talks: tuple[ReflectionRow, ...],
    late: tuple[agenda.Prompt, ...],
    there: There,
) -> Standing:
    coming = _tellings(turn, client)
    known = Standing(
        client.id,
        coach=client.coach_id,
        promised=planning.promised(turn, client, talks),
        heard=client.heard_at,
        prompts=prompts,
        planned_until=until,
        waiting=late,
        undelivered=begun.undelivered(turn.tx, client.id),
        paused_until=client.paused_until if client.state == "paused" else None,
        digest_at=coming.digest,
        brief=coming.brief,
        preview=coming.preview,
        reply_at=giving.next_at(turn, client),
        announce_at=announcing.next_at(turn, client),
        erase_at=grace.at(client),
        faults=there.faults,
    )
    return _talking(turn, client, talks, known) if talks else known


def _waiting(turn: Turn, client: Client, talks: tuple[ReflectionRow, ...], there: There) -> Standing:
    """How matters stand as far as the open reflection goes."""
    known = Standing(client.id, heard=client.heard_at, faults=there.faults)
    if talks[0].reflection.heard_at is not None:
        return _talking(turn, client, talks, known)
    # a prompt that nobody answered yet makes way for the next one
    late, promised = begun.waiting(turn.tx, client.id), planning.promised(turn, client, talks)
    prompts = _as_they_stand(turn, there, late)
    known = replace(known, prompts=prompts, waiting=late, promised=promised)
    return replace(_talking(turn, client, talks, known), prompts=(), waiting=())


def _talking(turn: Turn, client: Client, talks: tuple[ReflectionRow, ...], known: Standing) -> Standing:
    """The same with what its talks wait for: among others for the next prompt."""
    found = []
    beside = [one for one in talks if one.state != "snoozed"]
    for row in talks:
        manners = reflecting.manners(turn, client, row, _coming(turn, client, known))
        for one in wakes(row.reflection, manners, turn.now, client.zone or "UTC"):
            at = one.at
            if one.kind == "snooze":
                at = reflecting.free(
                    turn, client, tuple(beside), planning.comes_at(turn, client, at, row.reflection.asked_at)
                )
            if one.kind == "settle":
                at = max(at, reflecting.setting_until(turn, client) or at)
            found.append((row.id, one.kind, at, one.question))
    return replace(known, wakes=tuple(found))


def _coming(turn: Turn, client: Client, known: Standing) -> Iterator[datetime]:
    """When other prompts can come. Read only if it is asked: most talks wait for no first word."""
    hand = planning.in_hand(turn, client).values()
    for at in (*(one.at for one in (*known.prompts, *known.waiting)), *hand):
        yield agenda.free(at, known.promised, client.heard_at)


@dataclass(frozen=True, slots=True)
class _Tellings:
    """What goes to the coach next, and when the client sees it before."""

    digest: datetime | None = None
    brief: SessionBrief | None = None
    preview: AdvanceLook | None = None


def _tellings(turn: Turn, client: Client) -> _Tellings:
    coach = standing.coach(turn.tx, client.coach_id)
    if client.state in ("joining", "refused") or coach is None or coach.state != "active":
        return _Tellings()
    coming, ahead = tuple(islice(_digests_of(turn, coach), 2)), briefing.ahead(turn, client)
    found = advance_copy.next_look(turn, client, (*briefing.firsts(turn, coach, ahead), *coming))
    brief = briefing.next_of(turn, client, coach, ahead)
    return _Tellings(None if wanted.as_one(turn, coach) else coming[0], brief, found)


def tellings(turn: Turn, client: Client, coach: Coach) -> frozenset[datetime]:
    """When something of a client's is to be told next, as this coach has chosen it."""
    ahead = briefing.ahead(turn, client)
    return frozenset((*briefing.firsts(turn, coach, ahead), *islice(_digests_of(turn, coach), 2)))


def next_digest(turn: Turn, coach: Coach) -> datetime:
    """The next digest on the clock of a coach: their own day and hour; in days away, the first day after them."""
    return next(_digests_of(turn, coach))


def _digests_of(turn: Turn, coach: Coach) -> Iterator[datetime]:
    """One that fell into days away comes on the first day after them, unless the next one is near by then."""
    (day, hour), zone = wanted.day_and_hour(turn, coach), coach.zone or "UTC"
    away, before = holidays.of(turn.tx, coach.id), turn.now
    usual = agenda.digest_time(turn.now - WEEK, zone, day, hour)
    while True:
        at, following = _back(usual, away, zone), agenda.digest_time(usual, zone, day, hour)
        if at > before and (at == usual or following - at >= NEAR):
            before = at
            yield at
        usual = following


def _back(at: datetime, away: Collection[Holiday], zone: str) -> datetime:
    """The instant, or the same hour on the first day on which the coach is not away."""
    here = wall.local(at, zone)
    day = here.date()
    while (one := next((one for one in away if one.holds(day)), None)) is not None:
        day = one.last + timedelta(days=1)
    return at if day == here.date() else wall.instant(datetime.combine(day, here.time()), zone)


def next_telling(turn: Turn, client: Client, coach: Coach) -> datetime:
    """When what is new of a client goes to the coach: with the next brief or digest, whichever comes first."""
    brief = briefing.next_of(turn, client, coach, briefing.ahead(turn, client))
    digest = next_digest(turn, coach)
    return digest if brief is None else min(digest, advance_copy.goes(turn, client, coach, brief))


def digests(turn: Turn, coach: Coach) -> tuple[Due, ...]:
    """A row a client, whose next one does not depend on whether this one can be made; or one for all."""
    if coach.state != "active":
        return ()
    at = next_digest(turn, coach)
    if wanted.as_one(turn, coach):
        return (agenda.overview(coach.id, at),)
    return tuple(agenda.digest(coach.id, client, at) for client in standing.readable(turn.tx, coach.id))


def _unread(turn: Turn, coach: Coach) -> tuple[Due, ...]:
    """The reminder of what has waited for a week to be read: by day, and not on a day away."""
    waiting = digest_rows.overdue(turn.tx, coach.id) if coach.state == "active" else ()
    if not waiting:
        return ()
    zone = coach.zone or "UTC"
    at = agenda.by_day(min(one.made_at for one in waiting) + WAITS, zone)
    return (agenda.unread(coach.id, _back(at, holidays.of(turn.tx, coach.id), zone)),)


# ---- compared with the rows --------------------------------------------------------------------


def _client(turn: Turn, client: Client, moved: bool, anew: bool) -> None:
    talks = reflections.under_way(turn.tx, client.id)
    marks, known = _marks(turn, client, talks)
    if known is not None and known.marks == marks and not (moved or anew):
        return
    there = due.there(turn.tx, client.id, client.coach_id, turn.row)
    fresh = known is None or known.marks.facts != marks.facts or not _reaches(known, turn.now)
    if known is None or fresh or anew:
        until = turn.now + planning.AHEAD if planning.begins(client) else None
        late = begun.waiting(turn.tx, client.id)
        found = _state(turn, client, until, _planned(turn, client, until), talks, late, there)
    elif not moved and _goes_on(talks, known.marks, marks):
        until = known.until
        found = _waiting(turn, client, talks, there)
        there = replace(there, rows=tuple(one for one in there.rows if one.kind == "wake"))
    else:
        until = known.until if planning.begins(client) else None
        late = begun.waiting(turn.tx, client.id)
        found = _state(turn, client, until, _as_they_stand(turn, there, late), talks, late, there)
    _put_right(turn, there.rows, agenda.rows(found), there.moved)
    basis.put(turn.tx, client.id, Basis(marks, until or turn.now + planning.AHEAD))
    coach = standing.coach(turn.tx, client.coach_id) if fresh else None
    if coach is not None:  # one more or less of their clients can make one message of many
        _coach(turn, coach)


def _reaches(known: Basis, now: datetime) -> bool:
    """Whether the plan reaches far enough from now; not so, either, once the clock was set back behind it."""
    return known.until - planning.AHEAD <= now < known.until - agenda.LOOK_AGAIN


def _goes_on(talks: tuple[ReflectionRow, ...], before: Marks, now: Marks) -> bool:
    """Whether all that changed is the one open talk: then only what it waits for can be otherwise."""
    unchanged = (before.facts, before.rest) == (now.facts, now.rest)
    return unchanged and [one.state for one in talks] == ["open"]


def _marks(turn: Turn, client: Client, talks: tuple[ReflectionRow, ...]) -> tuple[Marks, Basis | None]:
    """The marks of all that something due follows from, the talks that are not over among it; and as they were."""
    states = [(row.id, row.question, row.state, _instants(row.reflection)) for row in talks]
    growing = any(one.state == "open" and one.reflection.heard_at for one in talks)
    setting = reflecting.setting_until(turn, client) if growing else None
    said = f"{states} {setting}" if setting else str(states) if states else ""
    marks, known = basis.compared(turn.tx, client.id, turn.now, said)
    promised = planning.promised(turn, client, talks)
    return (replace(marks, facts=f"{marks.facts} {promised}") if promised else marks), known


def _instants(one: Reflection) -> str:
    return " ".join(map(str, (one.asked_at, one.heard_at, one.until, one.nudged, one.rests)))


def _as_they_stand(turn: Turn, there: There, late: Sequence[agenda.Prompt]) -> tuple[agenda.Prompt, ...]:
    """The prompts as they were planned last: of the same facts they would be the same again."""
    waiting = {one.occasion for one in late}
    rows = (one for one in there.rows if one.kind == "plan" and one.at > turn.now)
    return tuple(agenda.prompt_of(one) for one in rows if one.body["occasion"] not in waiting)


def _put_right(
    turn: Turn, there: Sequence[Due], wanted: Sequence[Due], moved: Collection[tuple[str, datetime]]
) -> None:
    todo = agenda.changes(there, wanted, turn.now, moved)
    due.change(turn.tx, todo.remove, todo.put)
