"""What hangs on the client's own days: midway between sessions, weeks without one, the picked days."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import zip_longest

from bot.core.base.line import line
from bot.core.plan.candidate import FILL, LOOSE, Range, Wish
from bot.core.plan.facts import Offer
from bot.core.plan.recurrence import Session
from bot.core.plan.settings import Settings
from bot.core.plan.slots import day_of, midnight, on_day, picked


def midways(span: Range) -> Iterator[Wish]:
    """One between each session in the range and the next, or some days on when no next one is known."""
    offers = span.offers("midway")
    if not offers:
        return
    for session, following in zip_longest(span.sessions, span.sessions[1:]):
        middle = _middle(session, following, span.settings)
        if span.holds(middle):
            yield _midway(span, session, following, middle, offers)


def look_backs(span: Range) -> Iterator[Wish]:
    """One in each week without a session, on its last picked hour, else an earlier one."""
    offers = span.offers("gap")
    days = {day_of(span.clock, session.starts) for session in span.sessions}
    busy = {day - timedelta(days=day.weekday()) for day in days}
    for monday in mondays(span) if offers else ():
        if monday not in busy:
            yield _look_back(span, monday, offers)


def picked_days(span: Range) -> Iterator[Wish]:
    """One on every picked day."""
    weekly = [one for one in span.offers("weekly") if not one.when.narrow]
    offers = weekly or span.offers("midway")
    for monday in mondays(span) if offers else ():
        yield from _picked_days(span, monday, offers)


def week_text(monday: date) -> str:
    """The name of a week: 2026-W47."""
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02}"


def mondays(span: Range, back: int = 0) -> Iterator[date]:
    """The weeks from the plan's floor (and so many before it) to the end of the range, by their first day."""
    first = day_of(span.clock, span.facts.floor)
    monday = first - timedelta(days=first.weekday(), weeks=back)
    while midnight(span.clock, monday) < span.last:
        yield monday
        monday += timedelta(weeks=1)


def _middle(session: Session, following: Session | None, settings: Settings) -> datetime:
    if following is None:
        return session.ends + timedelta(days=settings.midway_day)
    return session.ends + (following.starts - session.ends) / 2


def _midway(
    span: Range, session: Session, following: Session | None, middle: datetime, offers: list[Offer]
) -> Wish:
    day = day_of(span.clock, session.starts)
    wait = timedelta(hours=span.settings.wait_hours)
    if following is None:
        found = picked(span.clock, middle - timedelta(hours=12), middle + wait)
        said = line("some days after your session on {day}; you chose {at}", day=day)
    else:
        found = picked(span.clock, max(session.ends, middle - wait), min(following.starts, middle + wait))
        days = (day, day_of(span.clock, following.starts))
        said = line("midway between your sessions on {days}; you chose {at}", days=days)
    return Wish(
        f"session:{session.key}:midway",
        "midway",
        LOOSE,
        tuple(offers),
        session.number,
        middle,
        iter(sorted(found, key=lambda moment: (abs(moment.at - middle), moment.at))),
        said,
        said,
    )


def _look_back(span: Range, monday: date, offers: list[Offer]) -> Wish:
    days = [monday + timedelta(days=day) for day in reversed(span.facts.rhythm.days)]
    found = [moment for day in days for moment in on_day(span.clock, day)]
    wanted = found[0].at if found else midnight(span.clock, monday)
    said = line("a week without a session; you chose {at}")
    return Wish(
        f"week:{week_text(monday)}:look-back",
        "gap",
        LOOSE,
        tuple(offers),
        span.held(wanted),
        wanted,
        iter(found),
        said,
        said,
    )


def _picked_days(span: Range, monday: date, offers: list[Offer]) -> Iterator[Wish]:
    """Each picked day of the week, numbered, so that another choice of days does not repeat one."""
    for n, day in enumerate(span.facts.rhythm.days, start=1):
        that_day = monday + timedelta(days=day)
        found = on_day(span.clock, that_day)
        wanted = found[0].at if found else midnight(span.clock, that_day)
        said = line("you chose this day of the week, {at}")
        yield Wish(
            f"week:{week_text(monday)}:{n}",
            "weekly",
            FILL,
            tuple(offers),
            span.held(wanted),
            wanted,
            iter(found),
            said,
            said,
        )
