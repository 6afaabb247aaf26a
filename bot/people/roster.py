"""A coach's own clients: found by name, called by name, and what the coach reads about one."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.core.base import wall
from bot.core.understand import names
from bot.core.understand.folding import same
from bot.i18n import N_, Texts, texts
from bot.people.turn import Turn, send
from bot.store import people
from bot.store.people import Called, Client, Coach
from bot.telegram import escape

Meant = tuple[tuple[Client, str], ...]
"""Whom words may name, each with what stands behind the name."""


def own(turn: Turn, coach: Coach) -> list[Client]:
    """The coach's clients, but those who are only just joining, or put aside."""
    return [one for one in everybody(turn, coach) if one.archived_at is None]


def everybody(turn: Turn, coach: Coach) -> list[Client]:
    """The same with those whom the coach has put aside."""
    return [one for one in people.clients_of(turn.tx, coach.id) if one.state not in ("joining", "refused")]


def ended(turn: Turn, coach: Coach, client: Client) -> bool:
    """Whether the last day of the work together is over, on the coach's calendar."""
    today = wall.local(turn.now, coach.zone or "UTC").date()
    return client.ending is not None and client.ending < today


def named(turn: Turn, coach: Coach, words: str, fits: Callable[[str], bool]) -> Meant:
    """The own clients whom the words may name: one of them where it is sure, else those to choose from.

    ``fits``: whether what stands behind a name can be meant, which tells "Anna" and "Anna Lena" apart. Where
    nobody is named, the only client there is stands for it, or all of them are there to choose from.
    """
    mine = {one.id: one for one in own(turn, coach)}
    its = known(mine.values())
    ways = names.named(words, its)
    if not any(way.whole for way in ways):
        inside = names.within(words, its)
        nearer = (
            ways and inside and len(ways[0].rest) < len(inside[0].rest)
        )  # "anna wels" is one of two Annas
        ways = ways if nearer else inside or ways
    likely = [way for way in ways if not way.rest or fits(way.rest)] or list(ways)
    found = {number: way.rest for way in reversed(likely) for number in way.ids}
    order = dict.fromkeys(number for way in likely for number in way.ids)
    return tuple((mine[number], found[number]) for number in order) or tuple(
        (one, words.strip()) for one in mine.values()
    )


def names_anyone(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether words name an own client, or nearly do."""
    its = known(own(turn, coach))
    return bool(names.named(words, its) or names.within(words, its))


def sure(words: str, meant: Meant) -> bool:
    """Whether no choice is to be offered: one is named whole, or there is only one and nobody is named."""
    if len(meant) != 1:
        return False
    its = known([meant[0][0]])
    ways = (*names.named(words, its), *names.within(words, its))
    return not ways or any(way.whole for way in ways)


def one(turn: Turn, coach: Coach, client_id: int) -> Client | None:
    """The coach's own client of that id; None for anybody else's."""
    found = people.client(turn.tx, client_id)
    return found if found is not None and found.coach_id == coach.id else None


def known(clients: Iterable[Client]) -> list[tuple[int, str]]:
    """Every name by which the coach may mean somebody: their own, and the coach's for them."""
    return [(one.id, name) for one in clients for name in dict.fromkeys((one.name, one.label)) if name]


def beside(turn: Turn, coach: Coach, client: Client, words: str) -> tuple[Client, str]:
    """Whom a line is about, and the line without the name: also where a question has one in mind already."""
    mine = {one.id: one for one in own(turn, coach)}
    its = known(mine.values())
    for way in (*names.named(words, its), *names.within(words, its)):
        if way.whole and (client.id in way.ids or len(way.ids) == 1):
            return (client if client.id in way.ids else mine[way.ids[0]]), way.rest
    return client, words


def called(turn: Turn, t: Texts, client: Client, coach: Coach | None = None) -> str:
    """How a client is called towards the coach: in one line, and so that no two of theirs are called the same."""
    mine = turn.tx.once("clients", ("plainly", client.coach_id), lambda: _by_name(turn, client.coach_id))
    me = Called(client.id, client.name, client.label, client.joined_at)
    its = coach or people.coach(turn.tx, client.coach_id)
    zone = (its.zone if its else "") or "UTC"
    plain = names.in_a_line(me.name) or names.in_a_line(me.label)
    alike = [one for one in mine.get(_plainly(me), ()) if one.id != me.id]
    if alike and plain and _marks_off(me, alike):
        return t.t("{name} ({label})", name=plain, label=names.in_a_line(me.label))
    since = _since(t, me, alike, turn.now, zone) if alike or not plain else ""
    if not plain:
        return t.t("no name given yet (joined {day})", day=since)
    return t.t("{name} (since {day})", name=plain, day=since) if alike else plain


def _by_name(turn: Turn, coach_id: int) -> dict[str, list[Called]]:
    """All clients of a coach, those together who are called the same."""
    found: dict[str, list[Called]] = {}
    for one in people.called(turn.tx, coach_id):
        found.setdefault(_plainly(one), []).append(one)
    return found


def _plainly(one: Called) -> str:
    return same(names.in_a_line(one.name) or names.in_a_line(one.label))


def _marks_off(me: Called, alike: list[Called]) -> bool:
    """Whether the coach's own name for one tells them from all others of the name."""
    mine = same(me.label)
    return mine not in ("", _plainly(me), *(same(one.label) for one in alike))


def _since(t: Texts, me: Called, alike: list[Called], now: datetime, zone: str) -> str:
    """The day of joining; with the time where others joined on that day, and a number where at that time."""
    here = wall.local(me.joined_at, zone)
    theirs = [(wall.local(one.joined_at, zone), one.id) for one in alike]
    day = t.day(here.date(), weekday=False)
    if here.year != wall.local(now, zone).year or any(at.year != here.year for at, _ in theirs):
        day = t.dated(here.date(), weekday=False)
    if not any(at.date() == here.date() for at, _ in theirs):
        return day
    minute = here.replace(second=0, microsecond=0)
    before = sum(at.replace(second=0, microsecond=0) == minute and one < me.id for at, one in theirs)
    day = t.t("{day}, {time}", day=day, time=t.clock(here))
    return day if not before else t.t("{day}, number {n}", day=day, n=before + 1)


def told(turn: Turn, client: Client, message: str) -> None:
    """One neutral line about a client to their coach; the message is one of the interface's."""
    coach = people.coach(turn.tx, client.coach_id)
    if coach is not None and coach.state == "active":
        t = texts(coach.language)
        send(
            turn,
            coach.id,
            t.t(message, name=escape(called(turn, t, client)), label=escape(names.in_a_line(client.label))),
            silent=True,
        )


def agreed(turn: Turn, client: Client) -> None:
    """An invited client agreed: their coach reads it, by the name that stands with the link."""
    named = N_("{name} has agreed, and chooses days and hours now.")
    nameless = N_(
        "A client has agreed by your link, and chooses days and hours now; the name is not known yet."
    )
    told(turn, client, named if client.label else nameless)


def joined(turn: Turn, client: Client) -> None:
    """Who was invited has chosen all that is asked: from now on questions come."""
    told(turn, client, N_("{name} has joined."))


def introduced(turn: Turn, client: Client) -> None:
    """Who is joining said a name: the coach reads it where it is another than that of the link."""
    if client.name and client.label and same(client.name) != same(client.label):
        told(turn, client, N_("The link for {label} was opened by {name}."))
