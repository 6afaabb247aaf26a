"""What comes so many days after something: marks, the ending, the question about the rhythm."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain

from bot.core.base.line import Line, line
from bot.core.base.wall import instant
from bot.core.plan.backoff import ASK, Ladder
from bot.core.plan.candidate import FIRST, RETURN, STAGE, TIED, Range, Wish
from bot.core.plan.constraints import light_weeks_end
from bot.core.plan.facts import Kind, Offer
from bot.core.plan.slots import Moment, day_of, later, midnight, on_day, picked, shown
from bot.core.script.script import When

SCRIPT = "ask-rhythm"
"""Stands where a script's name stands: the question about the rhythm is the interface's own."""

ASK_DAYS = 14
"""How long the question about the rhythm looks for an hour."""


def marks(span: Range) -> Iterator[Wish]:
    """So many days after each mark, on that very day if it is free."""
    for mark in span.facts.marks:
        offers = [offer for offer in span.offers("mark") if offer.mark in ("", mark.kind)]
        day = day_of(span.clock, mark.at)
        for days in _all_days(offers):
            wanted, found = _on_day(span, day + timedelta(days=days))
            if not span.holds(wanted):
                continue
            suits = [offer for offer in offers if days in offer.when.days]
            yield Wish(
                f"mark:{mark.id}:+{days}",
                "mark",
                RETURN,
                tuple(suits),
                span.held(wanted),
                wanted,
                found,
                line("some days after the moment you marked on {day}", day=day),
                line("some days after the moment you marked on {day}; you chose {at}", day=day),
            )


def endings(span: Range) -> Iterator[Wish]:
    """So many days after the ending, for those who agreed to it."""
    facts = span.facts
    offers = span.offers("ending") if facts.ending is not None and facts.follow_up else []
    for days in _all_days(offers):
        ending = facts.ending or date.max
        day = ending + timedelta(days=days)
        wanted = _on_day(span, day)[0]
        if not span.holds(wanted):
            continue
        suits = [offer for offer in offers if days in offer.when.days]
        said = line("you agreed to it after the ending on {day}; you chose {at}", day=ending)
        yield Wish(
            f"ending:{day_of(span.clock, facts.since)}:+{days}",
            "ending",
            STAGE,
            tuple(suits),
            span.held(wanted),
            wanted,
            picked(span.clock, wanted - timedelta(seconds=1), wanted + timedelta(days=7)),
            said,
            said,
        )


def asks(span: Range, ladder: Ladder) -> Iterator[Wish]:
    """The question about the rhythm: after a long silence, after the first sessions, after some weeks."""
    facts = span.facts
    if ladder.ask_at is not None:
        last_word = facts.heard or facts.since
        said = line("it has been quiet since {day}; you chose {at}", day=day_of(span.clock, last_word))
        yield _ask(span, f"{ASK}{last_word:%Y-%m-%dT%H:%M}", FIRST, ladder.ask_at, said)
    for session in span.sessions if facts.light else ():
        at = session.ends + timedelta(days=1)
        if session.number == span.settings.light_sessions and span.holds(at):
            said = line("the first sessions are behind you; you chose {at}")
            yield _ask(span, "rhythm:first-sessions", TIED, at, said)
    yield from _first_weeks(span)
    yield from _reviews(span)
    yield from _settling(span)


def _first_weeks(span: Range) -> Iterator[Wish]:
    """Without a logged session the first weeks are the first sessions."""
    at = light_weeks_end(span.facts, span.settings)
    if span.facts.light and not span.sessions and at > span.facts.since and span.holds(at):
        said = line("the first weeks are behind you; you chose {at}")
        yield _ask(span, "rhythm:first-weeks", TIED, at, said)


def _settling(span: Range) -> Iterator[Wish]:
    """The working agreement is offered: some days after joining, and on the day agreed for looking at it again."""
    for day in span.facts.settling:
        at = midnight(span.clock, day)
        if span.holds(at):
            said = line("the working agreement can be looked at; you chose {at}")
            yield _ask(span, f"agreement:{day}", TIED, at, said, "ask-agreement")


def _reviews(span: Range) -> Iterator[Wish]:
    since = shown(span.clock, span.facts.since)
    weeks = span.settings.review_weeks
    for n in range(1, (span.last - span.facts.since).days // (7 * weeks) + 2):
        at = instant(since + timedelta(weeks=n * weeks), span.facts.zone)
        if span.holds(at):
            said = line("{weeks} weeks have passed with this rhythm; you chose {at}", weeks=n * weeks)
            yield _ask(span, f"rhythm:{since.date()}:{n}", TIED, at, said)


def _ask(span: Range, occasion: str, tier: int, at: datetime, said: Line, kind: Kind = "ask-rhythm") -> Wish:
    found = picked(span.clock, at - timedelta(seconds=1), at + timedelta(days=ASK_DAYS))
    return Wish(occasion, kind, tier, (Offer(kind, When("demand")),), 0, at, found, said, said)


def _all_days(offers: list[Offer]) -> list[int]:
    return sorted({days for offer in offers for days in offer.when.days})


def _on_day(span: Range, day: date) -> tuple[datetime, Iterator[Moment]]:
    """The client's hours on that day, then where it can wait."""
    found = on_day(span.clock, day)
    wanted = found[0].at if found else midnight(span.clock, day)
    return wanted, chain(found, later(span.clock, wanted, span.settings.wait_hours))
