"""What hangs on a coaching session: before it, after it, check-ins after some, and when it is moved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.base.line import line, lines
from bot.core.plan import slots
from bot.core.plan.candidate import LAST, NEAR, STAGE, TIED, Range, Wish
from bot.core.plan.facts import Offer
from bot.core.plan.recurrence import Session
from bot.core.plan.selection import refusal
from bot.core.plan.slots import Moment, day_of
from bot.core.script.script import When

CHECK_DAYS = 14
"""How long a check-in waits: until the same was not asked for long enough."""


def around(span: Range) -> Iterator[Wish]:
    """Before and after every session in the range; the last ones before an ending have their own script after."""
    before, after = span.offers("before"), span.offers("after")
    with_own = _lasts(span, span.offers("last"))
    for session in span.sessions:
        if session.ends >= span.last:
            break
        if before and session.starts >= span.first:
            yield _before(span, session, before)
        if (
            after
            and session.key not in with_own
            and (wish := _after(span, session, after)).wanted >= span.first
        ):
            yield wish


def checks(span: Range) -> Iterator[Wish]:
    """The check-ins after some sessions."""
    offers = span.offers("sessions")
    for session in span.within() if offers else ():
        yield from (_check(span, session, offer) for offer in offers if due(offer.when, session.number))


def lasts(span: Range) -> Iterator[Wish]:
    """The scripts of the last sessions before an ending."""
    known = _lasts(span, span.offers("last"))
    for session in span.within() if known else ():
        if session.key in known:
            yield _last(span, session, known[session.key])


def moved(span: Range) -> Iterator[Wish]:
    """One for each session that was moved or cancelled, once, however often it moves."""
    offers = span.offers("moved")
    for session in span.facts.sessions if offers else ():
        told = _told(span, session.moved_at) if session.moved_at is not None else None
        if session.moved_at is None or told is None or not span.holds(told):
            continue
        if told > session.moved_at and session.starts <= told:
            continue  # over before it could be told
        held = span.held(session.moved_at)
        day = date.fromisoformat(session.key.rpartition(":")[2])
        said = (
            line("your session on {day} was cancelled; you chose {at}", day=day)
            if session.cancelled
            else line("your session on {day} was moved; you chose {at}", day=day)
        )
        yield Wish(
            f"session:{session.key}:moved",
            "moved",
            TIED,
            tuple(offers),
            held,
            told,
            slots.picked(span.clock, told, _moved_until(session, told)),
            said,
            said,
        )


def _told(span: Range, moved_at: datetime) -> datetime:
    """When a change can be told of: what is changed in a pause is told after it."""
    pauses = (one for one in span.facts.pauses if not one.rough and one.starts <= moved_at)
    return max((one.ends for one in pauses if one.ends and moved_at < one.ends), default=moved_at)


def _moved_until(session: Session, moved_at: datetime) -> datetime:
    """A week, and not beyond the session itself where it was moved."""
    week = moved_at + timedelta(weeks=1)
    return week if session.cancelled else min(week, session.starts)


def due(when: When, number: int) -> bool:
    """Whether a script is for the session of that number: one named, or every so many after those."""
    past = number - max(when.numbers, default=0)
    return number in when.numbers or (when.every > 0 and past > 0 and past % when.every == 0)


def _lasts(span: Range, offers: list[Offer]) -> dict[str, list[Offer]]:
    """The last sessions before an ending by key, each with its scripts: those for the fewest sessions."""
    ending = span.facts.ending
    known = [s for s in span.sessions if ending is not None and day_of(span.clock, s.starts) <= ending]
    found = {}
    for place, session in enumerate(reversed(known), start=1):
        counts = [offer.when.count for offer in offers if offer.when.count >= place]
        if counts:
            found[session.key] = [offer for offer in offers if offer.when.count == min(counts)]
    return found


def _after(span: Range, session: Session, offers: list[Offer]) -> Wish:
    hours, its = _hours(span, offers, session.number, session.number)
    day = day_of(span.clock, session.starts)
    wanted = session.ends + timedelta(hours=hours)
    return Wish(
        f"session:{session.key}:after",
        "after",
        NEAR,
        its,
        session.number,
        wanted,
        _following(span, session, wanted),
        lines("an hour after your session on {day}", "{n} hours after your session on {day}", hours, day=day),
        line("after your session on {day}; you chose {at}", day=day),
        line("after your session on {day}", day=day),
        kept=_moved(session),
    )


def _hours(span: Range, offers: list[Offer], held: int, number: int) -> tuple[int, tuple[Offer, ...]]:
    """How many hours away, and the scripts that are so far away: where they differ, those that suit take turns."""
    suits = [one for one in offers if refusal(span.facts, one, held, span.settings) is None] or offers
    known = sorted({one.when.hours for one in suits})
    hours = known[number % len(known)]
    return max(hours, span.settings.near_hours), tuple(one for one in suits if one.when.hours == hours)


def _moved(session: Session) -> bool:
    """Whether it was moved: then its own questions stay, also where its new week has its number already."""
    return session.moved_at is not None and not session.cancelled


def _last(span: Range, session: Session, offers: list[Offer]) -> Wish:
    day = day_of(span.clock, session.starts)
    wanted = session.ends + timedelta(hours=span.settings.near_hours)
    return Wish(
        f"session:{session.key}:last",
        "last",
        LAST,
        tuple(offers),
        session.number,
        wanted,
        _following(span, session, wanted),
        line("after one of your last sessions, on {day}", day=day),
        line("after one of your last sessions, on {day}; you chose {at}", day=day),
    )


def _following(span: Range, session: Session, wanted: datetime) -> Iterator[Moment]:
    """The wanted hour; else early that evening; else where it can wait."""
    yield slots.exact(span.clock, wanted)
    evening = slots.on(span.clock, day_of(span.clock, session.ends), span.settings.after_evening)
    if evening is not None:
        yield replace(evening, chosen="")
    yield from slots.later(span.clock, wanted, span.settings.wait_hours)


def _before(span: Range, session: Session, offers: list[Offer]) -> Wish:
    hours, its = _hours(span, offers, session.number - 1, session.number)
    day = day_of(span.clock, session.starts)
    wanted = session.starts - timedelta(hours=hours)
    return Wish(
        f"session:{session.key}:before",
        "before",
        NEAR,
        its,
        session.number - 1,
        wanted,
        _preceding(span, session, wanted),
        lines(
            "an hour before your session on {day}", "{n} hours before your session on {day}", hours, day=day
        ),
        line("before your session on {day}; you chose {at}", day=day),
        line("before your session on {day}", day=day),
        kept=_moved(session),
    )


def _preceding(span: Range, session: Session, wanted: datetime) -> Iterator[Moment]:
    """The wanted hour; else a later one that is not too close to the session; else an earlier one."""
    yield slots.exact(span.clock, wanted)
    hours = (session.starts - wanted) / timedelta(hours=1)
    yield from _by_time(slots.later(span.clock, wanted, hours - span.settings.near_hours))
    wait = span.settings.wait_hours
    yield from reversed(_by_time(slots.later(span.clock, wanted - timedelta(hours=wait), wait)))


def _check(span: Range, session: Session, offer: Offer) -> Wish:
    wanted = session.ends + timedelta(hours=span.settings.near_hours)
    said = line("after session {number}; you chose {at}", number=session.number)
    return Wish(
        f"session:{session.key}:check:{offer.script}",
        "sessions",
        STAGE,
        (offer,),
        session.number,
        wanted,
        slots.picked(span.clock, wanted, wanted + timedelta(days=CHECK_DAYS)),
        said,
        said,
    )


def _by_time(found: Iterator[Moment]) -> list[Moment]:
    return sorted(found, key=lambda moment: moment.at)
