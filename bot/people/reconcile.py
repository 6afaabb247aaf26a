"""What is due is put right: the rows that follow from how matters stand, compared with those that are there.

It happens at the end of a turn, for everybody whom it was about, and for all at the start and every night.
Nothing else sets or takes off a due row (docs/architecture.md). Where nothing changed it costs a few short
questions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.core.plan import agenda
from bot.core.plan.agenda import Due, Standing
from bot.core.talk.wakes import wakes
from bot.people import planning, reflecting
from bot.people.turn import Turn, tell_admins
from bot.store import basis, begun, due, reflections, standing
from bot.store.basis import Basis, Marks
from bot.store.db import Tx
from bot.store.people import Client, Coach
from bot.store.reflections import ReflectionRow

CLIENT, COACH = ("wake", "plan", "unsent", "replan", "resume"), ("digest",)
"""Which kinds of rows in a chat are a client's, and which a coach's."""


def after(turn: Turn, chat_id: int, moved: bool = False) -> None:
    """At the end of a turn, for everybody whom it was about; ``moved``: it came from a due row of this chat.

    A value that cannot be read keeps no turn from being kept: the rows stay as they are, the admins are told,
    and the night tries again.
    """
    for one in sorted({chat_id, *turn.about}):
        fault = turn.tx.guarded(partial(person, turn, one, moved=moved and one == chat_id))
        if fault is not None:
            text = (
                f"What is due for {one} could not be worked out ({type(fault).__name__}), and stays as it is. "
                "It is tried again every night."
            )
            tell_admins(turn, text, f"undue:{one}:{turn.now:%Y-%m-%d}")


def person(turn: Turn, chat_id: int, moved: bool = False, anew: bool = False) -> None:
    """Put right what is due for one person: a client, a coach, or both; ``anew``: plan, even if nothing changed."""
    mine = standing.coach(turn.tx, chat_id)
    if mine is not None:
        _put_right(turn, _standing(turn, chat_id, COACH), digests(turn, mine))
    me = standing.client(turn.tx, chat_id)
    if me is not None:
        _client(turn, me, moved, anew)


def everybody(tx: Tx, now: datetime) -> None:
    """Everybody's rows are looked at, each in a turn of its own, so that one cannot stop the others."""
    due.all_again(tx, now)


# ---- how matters stand -------------------------------------------------------------------------


def state(turn: Turn, client: Client, until: datetime | None) -> Standing:
    """How matters stand with a client of whom prompts are planned up to ``until``; None: of whom none are."""
    found = planning.between(turn, client, turn.now, until).prompts if until else ()
    prompts, late = tuple(map(agenda.prompt, found)), begun.waiting(turn.tx, client.id)
    return _state(turn, client, until, prompts, reflections.open_of(turn.tx, client.id), late)


def _state(
    turn: Turn,
    client: Client,
    until: datetime | None,
    prompts: tuple[agenda.Prompt, ...],
    row: ReflectionRow | None,
    late: tuple[agenda.Prompt, ...],
) -> Standing:
    hand = planning.in_hand(turn, client).values()
    known = Standing(
        client.id,
        coach=client.coach_id,
        held=row.reflection.until if row and row.state == "holding" else None,
        heard=client.heard_at,
        prompts=prompts,
        planned_until=until,
        waiting=late,
        undelivered=begun.undelivered(turn.tx, client.id),
        paused_until=client.paused_until if client.state == "paused" else None,
        digest_at=_digest_at(turn, client),
        faults=due.faults(turn.tx, client.id),
    )
    return known if row is None else _talking(turn, client, row, known, hand)


def _talking(
    turn: Turn, client: Client, row: ReflectionRow, known: Standing, hand: Iterable[datetime]
) -> Standing:
    """The same with what its open reflection waits for: among others for the next prompt."""
    wanted = (*(one.at for one in (*known.prompts, *known.waiting)), *hand)
    coming = [agenda.free(at, None, client.heard_at) for at in wanted]
    manners = reflecting.manners(turn, client, row, coming)
    found = wakes(row.reflection, manners, turn.now, client.zone or "UTC")
    return replace(known, talk=row.id, wakes=tuple((one.kind, one.at, one.turn) for one in found))


def _digest_at(turn: Turn, client: Client) -> datetime | None:
    coach = standing.coach(turn.tx, client.coach_id)
    agreed = client.state not in ("joining", "refused")
    return next_digest(turn, coach.zone) if agreed and coach and coach.state == "active" else None


def next_digest(turn: Turn, zone: str) -> datetime:
    """The next digest on the clock of a coach: the day and hour of the settings."""
    wanted = turn.config.digest
    return agenda.digest_time(turn.now, zone or "UTC", wanted.weekday, wanted.hour)


def digests(turn: Turn, coach: Coach) -> tuple[Due, ...]:
    """A row a client, whose next one does not depend on whether this one can be made."""
    if coach.state != "active":
        return ()
    at = next_digest(turn, coach.zone)
    return tuple(agenda.digest(coach.id, client, at) for client in standing.readable(turn.tx, coach.id))


# ---- compared with the rows --------------------------------------------------------------------


def _client(turn: Turn, client: Client, moved: bool, anew: bool) -> None:
    row = reflections.open_of(turn.tx, client.id)
    marks = _marks(turn, client, row)
    known = basis.get(turn.tx, client.id)
    if known is not None and known.marks == marks and not (moved or anew):
        return
    there = (*_standing(turn, client.id, CLIENT), *_digest(turn, client))
    fresh = known is None or known.marks.facts != marks.facts or not _reaches(known, turn.now)
    if known is None or fresh or anew:
        until = turn.now + planning.AHEAD if planning.begins(client) else None
        found = state(turn, client, until)
    else:
        until = known.until if planning.begins(client) else None
        late = begun.waiting(turn.tx, client.id)
        found = _state(turn, client, until, _as_they_stand(turn, there, late), row, late)
    _put_right(turn, there, agenda.rows(found))
    basis.put(turn.tx, client.id, Basis(marks, until or turn.now + planning.AHEAD))


def _reaches(known: Basis, now: datetime) -> bool:
    """Whether what was planned reaches from now far enough; not so, either, once the clock was set back behind it."""
    return known.until - planning.AHEAD <= now < known.until - agenda.LOOK_AGAIN


def _marks(turn: Turn, client: Client, row: ReflectionRow | None) -> Marks:
    """The marks of all that something due follows from, the open reflection among it."""
    marks = basis.marks(turn.tx, client.id)
    if row is None:
        return marks
    one = row.reflection
    talk = (row.id, one.turn, one.state, one.asked_at, one.heard_at, one.until, one.nudged)
    return replace(marks, rest=" ".join((marks.rest, *map(str, talk))))


def _as_they_stand(
    turn: Turn, there: Sequence[Due], late: Sequence[agenda.Prompt]
) -> tuple[agenda.Prompt, ...]:
    """The prompts as they were planned last: of the same facts they would be the same again."""
    waiting = {one.occasion for one in late}
    rows = (one for one in there if one.kind == "plan" and one.at > turn.now)
    return tuple(agenda.prompt_of(one) for one in rows if one.body["occasion"] not in waiting)


def _standing(turn: Turn, chat_id: int, kinds: Sequence[str]) -> tuple[Due, ...]:
    return tuple(one for one in due.of_chat(turn.tx, chat_id) if one.kind in kinds)


def _digest(turn: Turn, client: Client) -> tuple[Due, ...]:
    """The row of this client's digest, which is in the coach's chat."""
    row = due.get(turn.tx, f"digest:{client.id}")
    return () if row is None else (row,)


def _put_right(turn: Turn, there: Sequence[Due], wanted: Sequence[Due]) -> None:
    chats = {one.chat_id for one in wanted}
    moved = {pair for chat in chats for pair in due.moved(turn.tx, chat, but=turn.row)}
    todo = agenda.changes(there, wanted, turn.now, moved)
    for name in todo.remove:
        due.cancel(turn.tx, name)
    for one in todo.put:
        due.put(turn.tx, one.key, one.chat_id, one.kind, one.at, one.body)
