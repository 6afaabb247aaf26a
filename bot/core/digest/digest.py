"""A week of one client for the coach: what the client chose to share, in two minutes.

``compile`` is pure and the same week always gives the same digest. It holds lines, not sentences of one
language; ``bot.render`` makes the chat text, the page and the picture of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.base.line import Brief, Line, Value, line
from bot.core.base.words import count, shorten_name, trim
from bot.core.digest import chart, measures
from bot.core.digest.chart import Chart
from bot.core.digest.flag import Flag, flags
from bot.core.digest.measures import PULSE, ScriptCounts
from bot.core.digest.phrasing import NAME, coming
from bot.core.digest.section import DigestSection, QuotedAnswer, before, figures, flagged, sections, stands
from bot.core.digest.week import Shared, Week

WORDS = 300  # of the short form, headings and sources of quotes included
LINES = 130  # of them for all but the quotes and their questions, more if the quotes are few
QUOTED = 5  # quotes in the short form, whole or not; others only where they fit in it whole
REST = 7  # words of the line that says how many more there are
COUNTED = ("asks", "words", "passed-on")  # sections that say so
ASKED = 30  # words of a question in it at most
QUOTE = 45  # words of one of them at most
DATES = 6  # words of the heading beside the name

# Which section gives way first when the lines are too many, and which quotes come first.
GIVES_WAY = ("less", "flags", "doing", "rated", "steady", "moved", "pulse", "marks")
QUOTES_FIRST = ("heard", "next", "asks", "marks", "words", "so-far", "passed-on", "doing", "pulse", "steady")
EACH = {"heard": 2, "next": 3, "asks": 2, "marks": 4, "words": 2}  # quotes in the first round; 1 elsewhere


@dataclass(frozen=True, slots=True)
class SharedTalk:
    """All that is new of one reflection, oldest first."""

    title: str
    script: str
    at: datetime
    answers: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """``start``, ``end`` and the times of talks are on the coach's clock; the answers keep theirs in UTC.

    An empty digest has no section but the figures, if there are any; its opening says when the next session is.
    A ``brief`` is for one session, and has neither figures nor charts.
    """

    client: str
    coach: str
    zone: str
    start: datetime
    end: datetime
    opening: Line
    sections: tuple[DigestSection, ...]
    charts: tuple[Chart, ...]
    talks: tuple[SharedTalk, ...]
    scripts: tuple[ScriptCounts, ...]
    empty: bool
    brief: bool = False
    flags: tuple[Flag, ...] = ()


def compile(week: Week, breath: bool = False) -> Digest:
    """The digest of a week: at most 300 words in its short form, every quote and figure with its source.

    With nothing new it is a few lines: when the next session is, how matters stand if no question comes as
    chosen, and the figures if there are any.
    """
    empty = not week.news and not week.changed and not week.fits
    opening = line("Next session: {when}", when=coming(week)) if empty else _opening(week, breath)
    counted = figures(week)
    heading = line_words(opening) + count(shorten_name(week.client, NAME)) + DATES
    return Digest(
        client=week.client,
        coach=week.coach,
        zone=week.zone,
        start=week.local(week.start),
        end=week.local(week.end),
        opening=opening,
        sections=tuple(one for one in (stands(week), counted, flagged(week)) if one.items)
        if empty
        else fitted(sections(week), heading),
        charts=() if empty else _charts(week),
        talks=talks(week),
        scripts=measures.by_script(week),
        empty=empty,
        flags=flags(week),
    )


def brief(week: Week, opening: Line, again: bool = False) -> Digest:
    """What a coach reads before one session: what to understand first and whole, then all else that is new.

    ``again``: what was added after it, without what they had before. It is empty where it would only say when.
    """
    parts = before(week, again)
    return Digest(
        client=week.client,
        coach=week.coach,
        zone=week.zone,
        start=week.local(week.since or week.start),
        end=week.local(week.end),
        opening=opening,
        sections=parts,
        charts=(),
        talks=talks(week),
        scripts=(),
        empty=all(part.name == "next" and not any(one.quotes for one in part.items) for part in parts),
        brief=True,
    )


def _opening(week: Week, breath: bool) -> Line:
    """``breath``: it comes by itself, and begins with one."""
    client = shorten_name(week.client, NAME)
    if breath:
        return line("What {client} chose to share. Three slow breaths first, if you like.", client=client)
    return line("What {client} chose to share.", client=client)


def _charts(week: Week) -> tuple[Chart, ...]:
    """The strip, the question rated most often, and the timeline, as far as there is data."""
    series = [one for one in measures.series(week) if PULSE not in one.tags]
    longest = max(series, key=lambda one: len(one.points), default=None)
    drawn = (chart.strip(week), longest and chart.ratings(longest), chart.timeline(week))
    return tuple(one for one in drawn if one)


def talks(week: Week) -> tuple[SharedTalk, ...]:
    """All that is new, reflection by reflection."""
    joined: dict[int, list[Shared]] = {}
    for response in week.news:
        joined.setdefault(response.reflection or -response.id, []).append(response)
    return tuple(_talk(week, answers) for answers in joined.values())


def _talk(week: Week, answers: list[Shared]) -> SharedTalk:
    return SharedTalk(answers[0].title, answers[0].script, week.local(answers[0].at), tuple(answers))


# ---- fitting it into two minutes ----


def fitted(found: Iterable[DigestSection], heading: int) -> tuple[DigestSection, ...]:
    """The sections, lines folded and quotes shortened: with the heading they have at most 300 words."""
    parts = tuple(found)
    whole = _chosen(parts)
    spare = WORDS - sum(_length(quote) + source_words(quote) for quote in whole)
    parts = _folded(parts, max(LINES, spare) - heading)
    chosen = _chosen(parts)
    spent = heading + _lines_words(parts) + sum(map(source_words, chosen)) + REST * len(COUNTED)
    while chosen and spent + len(chosen) > WORDS:
        spent -= source_words(chosen.pop())
    chosen += _fitting(parts, chosen, WORDS - spent - sum(map(_length, chosen)))
    spent = heading + _lines_words(parts) + sum(map(source_words, chosen)) + _rest_words(parts, chosen)
    room = _shares([_length(quote) for quote in chosen], WORDS - spent)
    short = {quote.response: trim(quote.words, share) for quote, share in zip(chosen, room, strict=True)}
    return tuple(_with_quotes(section, short) for section in parts)


def _fitting(parts: Iterable[DigestSection], chosen: list[QuotedAnswer], room: int) -> list[QuotedAnswer]:
    """What else of the client's words fits whole: what asks something of the coach first, then the latest."""
    named = {section.name: [q for item in section.items for q in item.quotes] for section in parts}
    found: list[QuotedAnswer] = []
    for quote in (
        *named.get("asks", ()),
        *(q for name in COUNTED[1:] for q in reversed(named.get(name, ()))),
    ):
        needs = source_words(quote) + count(quote.words)
        if quote not in chosen and count(quote.words) <= QUOTE and needs <= room:
            found.append(quote)
            room -= needs
    return found


def _rest_words(parts: Iterable[DigestSection], chosen: list[QuotedAnswer]) -> int:
    """The words of the lines that say how many quotes of a section are on the page only."""
    counted = (section for section in parts if section.name in COUNTED)
    return REST * sum(any(q not in chosen for item in one.items for q in item.quotes) for one in counted)


def _length(quote: QuotedAnswer) -> int:
    return min(count(quote.words), QUOTE)


def _folded(parts: tuple[DigestSection, ...], room: int) -> tuple[DigestSection, ...]:
    """Lines go until few enough are left: of each section the later ones, and only then its first."""
    places = [(name, place) for name in GIVES_WAY for place in _places(parts, name)]
    for name, place in sorted(places, key=lambda each: each[1] == 0):
        if _lines_words(parts) <= room:
            break
        parts = tuple(_fold(section, place) if section.name == name else section for section in parts)
    return parts


def _places(parts: tuple[DigestSection, ...], name: str) -> list[int]:
    return [
        place for section in parts if section.name == name for place in reversed(range(len(section.items)))
    ]


def _fold(section: DigestSection, place: int) -> DigestSection:
    items = [replace(item, folded=item.folded or at == place) for at, item in enumerate(section.items)]
    return replace(section, items=tuple(items))


def _chosen(parts: tuple[DigestSection, ...]) -> list[QuotedAnswer]:
    """Which quotes are in the short form: first a few of each section, then the others, six in all."""
    shown = {
        section.name: [q for item in section.items if not item.folded and not item.spare for q in item.quotes]
        for section in parts
    }
    ordered = [(name, shown.get(name, [])) for name in QUOTES_FIRST]
    first = [quote for name, quotes in ordered for quote in quotes[: EACH.get(name, 1)]]
    more = [quote for name, quotes in ordered for quote in quotes[EACH.get(name, 1) :]]
    return (first + more)[:QUOTED]


def _with_quotes(section: DigestSection, short: dict[int, str]) -> DigestSection:
    items = [
        replace(
            item, quotes=tuple(replace(quote, short=short.get(quote.response, "")) for quote in item.quotes)
        )
        for item in section.items
    ]
    return replace(section, items=tuple(items))


def _shares(lengths: list[int], room: int) -> list[int]:
    """Room dealt out: short quotes stay whole, the long ones share the rest evenly; a word each at least."""
    shares = [0] * len(lengths)
    for left, place in zip(
        range(len(lengths), 0, -1), sorted(range(len(lengths)), key=lengths.__getitem__), strict=True
    ):
        shares[place] = max(1, min(lengths[place], room // left))
        room -= shares[place]
    return shares


def _lines_words(parts: Iterable[DigestSection]) -> int:
    return sum(sum(map(line_words, _lines(section))) for section in parts)


def _lines(section: DigestSection) -> Iterator[Line]:
    """The lines of a section that are in the short form; none when all of it is folded."""
    shown = [item for item in section.items if not item.folded]
    if shown:
        yield section.title
        yield from (item.line for item in shown if item.line)
        yield from (note for note in (section.note,) if note)


def source_words(quote: QuotedAnswer) -> int:
    """The words around a quote: its question, and the line that says when it was given."""
    return (
        count(trim(quote.asked, ASKED))
        + (0 if quote.asked else count(quote.title) + 3)
        + count(quote.tapped)
        + 5
    )


def line_words(sentence: Line) -> int:
    """The words of a line once it is said, a date counting as three and an instant as six."""
    blanks = dict(sentence.values)
    own = sentence.many or sentence.message
    for name in blanks:
        own = own.replace("{" + name + "}", " ")
    return count(own) + sum(map(_value_words, blanks.values()))


def _value_words(value: Value) -> int:
    match value:
        case Line():
            return line_words(value)
        case tuple():
            return sum(_value_words(each) + 1 for each in value)
        case datetime():
            return 6
        case Brief():
            return 2
        case date():
            return 3
        case str():
            return count(value)
        case _:
            return 1
