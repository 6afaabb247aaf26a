"""The parts of a digest: which words and figures of a week are shown, and in which order.

The order and the least numbers are those that docs/digest.md says to coaches; why, docs/evidence.md.
Each response is quoted once, in the first section that asks for it. A figure's line holds its n and period.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.base.line import Line, line, lines
from bot.core.base.words import shorten
from bot.core.digest import measures, phrasing
from bot.core.digest.flag import flags
from bot.core.digest.measures import PULSE, SHOW, Series, question
from bot.core.digest.week import News, RhythmChange, Shared, SharedMark, Week
from bot.core.script.kinds import KINDS

QUOTES = 3  # in their own words
DOING = 2  # of the client's own words on what they did

STRENGTHS = "strengths"  # a script's tag (docs/digest.md)


@dataclass(frozen=True, slots=True)
class QuotedAnswer:
    """A client's words and where they come from.

    ``asked`` is the question as it was shown; a note has none. ``words`` is all of the answer that is new,
    ``short`` its beginning as far as there is room, ``tapped`` what was tapped beside it. ``at`` is on the
    coach's clock. ``response`` is the id under which the page shows it whole.
    """

    response: int
    asked: str
    words: str
    short: str
    title: str
    step: str
    at: datetime
    edited: bool
    news: News = "new"
    tapped: str = ""


@dataclass(frozen=True, slots=True)
class SectionItem:
    """A line, quotes, or a line and its quotes. A folded one is on the page only; a ``spare`` one where it fits."""

    line: Line | None = None
    quotes: tuple[QuotedAnswer, ...] = ()
    folded: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True)
class DigestSection:
    """``name``: heard, next, asks, words, sent, passed-on, marks, rated, moved, pulse, so-far, less, flags, doing,
    steady, figures. In a brief also carried and to-ask; in an empty digest stands. ``note`` is its rule.
    """

    name: str
    title: Line
    items: tuple[SectionItem, ...]
    note: Line | None = None


def sections(week: Week) -> tuple[DigestSection, ...]:
    """All sections that have something to say."""
    told = [response for response in week.news if response.quoted]
    to_coach, told = _split(told, lambda response: _answers(week, response))
    brought, told = _split(told, lambda response: _ahead(week, response))
    calls, told = _split(told, lambda response: response.calls)
    marked, told = _split(told, lambda response: any(mark.of(response) for mark in _marked(week)))
    passed_on, told = _split(told, lambda response: response.passed_on)
    files, told = _split(told, lambda response: bool(response.sent))
    pulse, told = _split(told, lambda response: PULSE in response.tags)
    far, told = _split(told, lambda response: response.use in ("useful", "in the way"))
    own, told = _split(told, lambda response: response.use == "doing" or STRENGTHS in response.tags)
    steady, told = _split(told, lambda response: response.use == "steady")
    order = (
        _heard(week, to_coach),
        _next(week, brought),
        _asks(week, calls),
        _words(week, told),
        _hushed(week),
        _files(week, files),
        _passed_on(week, passed_on),
        _marks(week, marked),
        _ratings(week),
        _moved(week),
        _pulse(week, pulse),
        _so_far(week, far),
        _less(week),
        flagged(week),
        _doing(week, own),
        _steady(week, steady),
        figures(week),
    )
    return tuple(section for section in order if section.items)


def before(week: Week, again: bool = False) -> tuple[DigestSection, ...]:
    """The sections of a brief: what to understand and what is brought first, then all else that is new.

    What was carried on from the last time comes with the first one, and ``again`` only where it is new.
    """
    told = [response for response in week.news if response.quoted and response.id not in week.to_ask]
    to_coach, told = _split(told, lambda response: _answers(week, response))
    brought, told = _split(told, lambda response: _ahead(week, response))
    calls, told = _split(told, lambda response: response.calls)
    marked, told = _split(told, lambda response: any(mark.of(response) for mark in _marked(week)))
    _, told = _split(told, lambda response: _agreed(week, response))
    passed_on, told = _split(told, lambda response: response.passed_on)
    files, told = _split(told, lambda response: bool(response.sent))
    words = tuple(SectionItem(None, (_quote(week, response),)) for response in _by_question(told))
    order = (
        _heard(week, to_coach),
        _next(week, brought),
        _to_ask(week),
        _asks(week, calls),
        DigestSection("words", line("In their own words"), words),
        _hushed(week),
        _files(week, files),
        _passed_on(week, passed_on),
        _marks(week, marked),
        DigestSection(
            "rated",
            line("Own ratings"),
            tuple(SectionItem(phrasing.rating(one)) for one in measures.series(week)),
        ),
        _carried(week, again),
    )
    return tuple(section for section in order if section.items)


def _split(told: list[Shared], asks: Callable[[Shared], bool]) -> tuple[list[Shared], list[Shared]]:
    return [r for r in told if asks(r)], [r for r in told if not asks(r)]


def _quote(week: Week, response: Shared) -> QuotedAnswer:
    return QuotedAnswer(
        response.id,
        question(response.prompt),
        response.quoted,
        response.quoted,
        response.title,
        response.step,
        week.local(response.at),
        response.edited,
        response.news,
        response.tapped,
    )


# ---- 0 what the client said to what the coach gave back ----


def _answers(week: Week, response: Shared) -> bool:
    return any(response.id in one.notes for one in week.fits)


def _heard(week: Week, told: list[Shared]) -> DigestSection:
    """What the client tapped under it, "not quite" first, with the words that they share."""
    items = tuple(
        SectionItem(
            phrasing.fit(week, one),
            tuple(_quote(week, response) for response in told if response.id in one.notes),
        )
        for one in sorted(week.fits, key=lambda one: ("no", "partly", "yes").index(one.fit))
    )
    return DigestSection("heard", line("Answered to you"), items)


def _to_ask(week: Week) -> DigestSection:
    """What the coach put down to ask about, told before or not."""
    found = (response for response in week.history if response.id in week.to_ask)
    quotes = (_quote(week, one if one.news != "told" else replace(one, fresh=None)) for one in found)
    own = (SectionItem(line("Your own words: {words}", words=words)) for words in week.reminders)
    items = (*own, *(SectionItem(None, (quote,)) for quote in quotes if quote.words))
    return DigestSection("to-ask", line("You wanted to ask about"), items)


# ---- 1 the next session, and what the client wants to bring or have understood ----


def _ahead(week: Week, response: Shared) -> bool:
    """Whether it was given for a session that is still to come: none has been held since."""
    held_since = any(response.at <= session < week.end for session in week.sessions)
    return response.use in ("understand", "bring") and not held_since


def _next(week: Week, brought: list[Shared]) -> DigestSection:
    understand, bring = _split(brought, lambda response: response.use == "understand")
    leads = (
        (line("{client} would like you to understand:", client=phrasing.client_name(week)), understand),
        (line("{client} might bring:", client=phrasing.client_name(week)), bring),
    )
    told = (
        SectionItem(lead, tuple(_quote(week, r) for r in responses)) for lead, responses in leads if responses
    )
    stands = (SectionItem(week.stands),) if week.stands else ()
    return DigestSection("next", line("Next session"), (SectionItem(phrasing.coming(week)), *stands, *told))


def stands(week: Week) -> DigestSection:
    """How matters stand, where no question comes as chosen: a week without words is no quiet one then."""
    items = (SectionItem(week.stands),) if week.stands else ()
    return DigestSection("stands", line("As it stands"), items)


def _asks(week: Week, calls: list[Shared]) -> DigestSection:
    """What asks something of the coach, all of it: it waits for an answer."""
    quotes = tuple(SectionItem(None, (_quote(week, response),)) for response in _by_question(calls))
    return DigestSection("asks", line("A question to you"), quotes)


def _agreed(week: Week, response: Shared) -> bool:
    """Whether it says what was to be carried on from the last session that was held."""
    return bool(week.sessions) and response.use == "agreed" and response.at >= max(week.sessions)


def _carried(week: Week, again: bool) -> DigestSection:
    """What was carried on from the last time, also where the coach had it before: it is what is taken up."""
    found = [r for r in week.history if _agreed(week, r) and not (again and r.news == "told")]
    quotes = (_quote(week, r if r.news != "told" else replace(r, fresh=None)) for r in found)
    items = tuple(SectionItem(None, (quote,)) for quote in quotes if quote.words)
    return DigestSection("carried", line("From the last time"), items)


# ---- 2 in their own words ----


def _words(week: Week, told: list[Shared]) -> DigestSection:
    """The latest words of each of the latest three reflections, or the words before; the others where they fit."""
    latest = sorted({r.reflection or -r.id: r for r in told}.values(), key=told.index)[-QUOTES:]
    rest = [response for response in told if response not in latest]
    more = rest[max(0, len(rest) - (QUOTES - len(latest))) :]
    items = (
        SectionItem(None, (_quote(week, r),), spare=r not in (*more, *latest)) for r in _by_question(told)
    )
    return DigestSection("words", line("In their own words"), tuple(items))


def _hushed(week: Week) -> DigestSection:
    """That there is more which no headline and no quote holds."""
    more = (SectionItem(line("Something is not quoted here.")),) if any(r.hushed for r in week.news) else ()
    return DigestSection("hushed", line("On the page"), more)


def _by_question(told: list[Shared]) -> list[Shared]:
    """The answers to one question beside each other, so that it stands once above them; else as they came."""
    first: dict[str, int] = {}
    for response in told:
        first.setdefault(question(response.prompt) or f"note {response.id}", len(first))
    return sorted(told, key=lambda response: first[question(response.prompt) or f"note {response.id}"])


def _passed_on(week: Week, told: list[Shared]) -> DigestSection:
    """What are others' words alone, forwarded or by another bot: they are never called the client's own."""
    items = (SectionItem(None, (_quote(week, response),)) for response in told)
    return DigestSection("passed-on", line("Passed on, in others' words"), tuple(items))


def _files(week: Week, told: list[Shared]) -> DigestSection:
    """Voice notes and pictures without words, counted; the page says under which question each stands."""
    kinds = [kind for response in told for kind in response.sent]
    items = [SectionItem(one) for one in phrasing.files(kinds)]
    items += [SectionItem(None, (_quote(week, response),), folded=True) for response in told]
    return DigestSection("sent", line("Without words"), tuple(items))


# ---- 3 marked moments ----


def _marked(week: Week) -> tuple[SharedMark, ...]:
    """The marks that are new: something of what was marked is, or the mark itself was made since."""
    fresh, since = week.news, week.since or week.start
    return tuple(mark for mark in week.marked if mark.at >= since or any(map(mark.of, fresh)))


def _marks(week: Week, told: list[Shared]) -> DigestSection:
    items, quoted = [], set[int]()
    for mark in reversed(_marked(week)):
        found = [one for one in _words_of(week, mark, told) if one.id not in quoted]
        quoted |= {one.id for one in found}  # words that were marked twice stand once
        items.append(_mark(week, mark, found))
    return DigestSection("marks", line("Marked moments"), tuple(items))


def _mark(week: Week, mark: SharedMark, words: list[Shared]) -> SectionItem:
    quotes = tuple(_quote(week, response) for response in words)
    return SectionItem(
        line("{kind}, {day}", kind=phrasing.mark_name(mark.kind), day=week.day(mark.at)), quotes
    )


def _words_of(week: Week, mark: SharedMark, told: list[Shared]) -> Iterator[Shared]:
    """The words of what was marked: those that are new, and of a single answer also what was told before."""
    if mark.response is None:
        alone = {one.response for one in _marked(week)}
        yield from (one for one in told if mark.of(one) and one.id not in alone)
        return
    whole = (replace(one, fresh=None) for one in week.history if mark.of(one))
    yield from (one for one in whole if one.quoted)


# ---- 4 and 9 ratings: the first two, what moved, what stayed steady ----


def _ratings(week: Week) -> DigestSection:
    """The first ratings of a question: shown, and compared with nothing yet."""
    items = tuple(SectionItem(phrasing.rating(one)) for one in _rated(week) if len(one.points) < SHOW)
    return DigestSection("rated", line("Own ratings"), items)


def _moved(week: Week) -> DigestSection:
    items = tuple(SectionItem(phrasing.rating(one)) for one in _series(week) if one.moved)
    note = line("Own past only: outside the middle half, or other than before.") if items else None
    return DigestSection("moved", line("What moved"), items, note)


def _steady(week: Week, told: list[Shared]) -> DigestSection:
    items = [SectionItem(phrasing.rating(one)) for one in _series(week) if not one.moved]
    items += [SectionItem(None, (_quote(week, response),)) for response in told[-1:]]
    return DigestSection("steady", line("What stayed steady"), tuple(items))


def _rated(week: Week) -> list[Series]:
    return [one for one in measures.series(week) if PULSE not in one.tags]


def _series(week: Week) -> list[Series]:
    return [one for one in _rated(week) if len(one.points) >= SHOW]


# ---- 5 the pulse ----


def _pulse(week: Week, told: list[Shared]) -> DigestSection:
    rated = (one for one in measures.series(week) if PULSE in one.tags)
    items = [SectionItem(phrasing.beat(one)) for one in rated] + [
        SectionItem(None, (_quote(week, r),)) for r in told[-1:]
    ]
    note = line("Own wording, not a validated measure.") if any(one.line for one in items) else None
    return DigestSection("pulse", line("How the work together feels"), tuple(items), note)


def _so_far(week: Week, told: list[Shared]) -> DigestSection:
    """What the client found useful, then what was in the way: the question above each says which it is."""
    items = (
        SectionItem(None, tuple(found))
        for use in ("useful", "in the way")
        if (found := [_quote(week, one) for one in told if one.use == use])
    )
    return DigestSection("so-far", line("The work so far"), tuple(items))


# ---- 6 passed or less shared ----


def _less(week: Week) -> DigestSection:
    topics = [
        line(
            "“{tag}”: passed in {k} of the last 3 (since {since}).",
            tag=shorten(tag, phrasing.NAME),
            k=k,
            since=since,
        )
        for tag, k, since in measures.passed_topics(week)
    ]
    unfit = [
        phrasing.unfit(week, script)
        for script in dict.fromkeys(one.script for one in week.sent if one.fit == "no")
    ]
    return DigestSection("less", line("Passed or less shared"), tuple(map(SectionItem, topics + unfit)))


# ---- 7 what might be worth asking ----


def flagged(week: Week) -> DigestSection:
    """The flags of which something holds, each with its rule."""
    items = (SectionItem(line("{said} (Rule: {rule}.)", said=one.said, rule=one.rule)) for one in flags(week))
    note = line("Questions by a fixed rule from what is shared; none of them says how somebody is.")
    return DigestSection("flags", line("Might be worth asking"), tuple(items), note)


# ---- 8 the client's own doing ----


def _doing(week: Week, told: list[Shared]) -> DigestSection:
    quotes = [SectionItem(None, (_quote(week, response),)) for response in told[-DOING:]]
    facts = [SectionItem(fact) for fact in (*_held(week), *map(phrasing.changed, _days(week)))]
    return DigestSection("doing", line("Own doing"), (*quotes, *facts))


def _held(week: Week) -> list[Line]:
    held = [response for response in week.news if KINDS[response.kind].silent and not response.passed]
    if not held:
        return []
    return [
        lines(
            "Stayed with a chosen silence, {n} time.", "Stayed with a chosen silence, {n} times.", len(held)
        )
    ]


def _days(week: Week) -> list[tuple[RhythmChange, date]]:
    return [(change, week.day(change.at)) for change in week.changed]


# ---- 10 the figures ----


def figures(week: Week) -> DigestSection:
    """What is shared of the period, in one line, and what the card of goals waits for."""
    parts = phrasing.became(week, measures.counts(week.sent))
    told = [line("{parts}; private entries are not counted here.", parts=tuple(parts))] if parts else []
    told += [week.goals] if week.goals else []
    return DigestSection("figures", line("Figures"), tuple(map(SectionItem, told)))
