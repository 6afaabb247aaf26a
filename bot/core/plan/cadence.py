"""Cadence: times that an author wrote and that hang on no session.

A day of the week, a part of the day, every so many days, once after joining, so long after another script. All
of them keep to the hours that the client chose: the day and the part of the day decide which of these.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta

from bot.core.base.line import Line, line, lines
from bot.core.plan.between import mondays, week_text
from bot.core.plan.candidate import LOOSE, TIED, Range, Wish, kind_of
from bot.core.plan.facts import Kind, Offer
from bot.core.plan.slots import Moment, day_of, midnight, picked

PARTS = {
    "morning": (time(5), time(12)),
    "afternoon": (time(12), time(17)),
    "evening": (time(17), time.max),
}
"""From when, and up to when, a part of the day lasts."""

WAITS = timedelta(days=7)
"""How long something with a day of its own looks for an hour."""


def weekdays(span: Range) -> Iterator[Wish]:
    """What has a day of the week or a part of the day of its own: one a week, at the first hour that fits."""
    offers = [one for one in span.offers("weekly") if one.when.narrow]
    said = line("once a week; you chose {at}")
    since = day_of(span.clock, span.facts.since)
    # One week more: what found no hour on its own day may still wait for one.
    for monday in mondays(span, back=1) if offers else ():
        for offer in offers:
            day = monday + timedelta(days=offer.when.weekday or 0)
            occasion = f"on:{offer.script}:{week_text(monday)}"
            found = _wish(span, offer, occasion, "weekly", LOOSE, day, WAITS, said)
            if found and (offer.when.weekday is None or day >= since):
                yield found


def every(span: Range) -> Iterator[Wish]:
    """What comes every so many days; for so many days only, from when the coach gave it."""
    for offer in span.offers("every"):
        often = timedelta(days=offer.when.every)
        said = lines("every day; you chose {at}", "every {n} days; you chose {at}", offer.when.every)
        for day in _run(span, offer):
            found = _wish(
                span, offer, f"every:{offer.script}:{day}", "every", LOOSE, day, min(often, WAITS), said
            )
            if found:
                yield found


def _run(span: Range, offer: Offer) -> Iterator[date]:
    """Its days, from the one in which the plan's floor lies to the end of the range, or of its own run."""
    often, limit = timedelta(days=offer.when.every), day_of(span.clock, span.last)
    day = day_of(span.clock, span.facts.since)
    if offer.when.count:
        given = _given(span, offer.script)
        if given is None:
            return
        day, limit = given + often, min(limit, given + timedelta(days=offer.when.count))
    day += max(0, (day_of(span.clock, span.facts.floor) - day) // often) * often
    while day < limit:
        yield day
        day += often


def _given(span: Range, script: str) -> date | None:
    """The day on which the coach's giving of a script came, the last time."""
    came = [
        one.at
        for one in span.facts.begun
        if one.script == script and one.state != "dropped" and kind_of(one.occasion) == "assigned"
    ]
    return day_of(span.clock, max(came)) if came else None


def once(span: Range) -> Iterator[Wish]:
    """What comes once, so many days after the client began here."""
    began = day_of(span.clock, span.facts.since)
    said = line("some days after you began here; you chose {at}")
    for offer in span.offers("once"):
        day = began + timedelta(days=offer.when.days[0])
        yield from _within(span, offer, f"once:{offer.script}:{began}", "once", day, said)


def follows(span: Range) -> Iterator[Wish]:
    """What comes so many days after another script was answered: so several pages come in their order."""
    for offer in span.offers("follows"):
        for one in span.facts.begun:
            if one.script == offer.when.script and one.state == "answered":
                began = day_of(span.clock, one.at)
                said = line("it goes on from what you answered on {day}; you chose {at}", day=began)
                occasion = f"follows:{offer.script}:{one.at:%Y-%m-%dT%H%M%S}"
                day = began + timedelta(days=offer.when.days[0])
                yield from _within(span, offer, occasion, "follows", day, said)


def _within(span: Range, offer: Offer, occasion: str, kind: Kind, day: date, said: Line) -> Iterator[Wish]:
    found = _wish(span, offer, occasion, kind, TIED, day, WAITS, said)
    if found and span.holds(found.wanted):
        yield found


def _wish(
    span: Range, offer: Offer, occasion: str, kind: Kind, tier: int, day: date, waits: timedelta, said: Line
) -> Wish | None:
    """A wish for the chosen hours from that day on, the best fitting first; None where there is none."""
    before = timedelta(microseconds=1)
    first, last = midnight(span.clock, day), midnight(span.clock, day + waits)
    hours = list(picked(span.clock, first - before, last - before))
    if not hours:
        return None
    held = span.held(hours[0].at)
    found = iter(_fitting(hours, offer))
    return Wish(occasion, kind, tier, (offer,), held, hours[0].at, found, said, said)


def _fitting(hours: list[Moment], offer: Offer) -> list[Moment]:
    """The hours in its part of the day first: of each day where it has a day, else of all."""
    part, own = offer.when.part, offer.when.kind != "weekly" or offer.when.weekday is not None
    if not part:
        return hours
    starts, ends = PARTS[part]
    return sorted(
        hours,
        key=lambda one: (
            one.local.date() if own else date.min,
            not starts <= one.local.time() < ends,
            one.at,
        ),
    )
