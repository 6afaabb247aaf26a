"""Lengths and stretches of days: "3 weeks", "until Friday", "from Monday to Thursday", "nächste Woche"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.core.understand import dates
from bot.core.understand.dates import DAY, add
from bot.core.understand.folding import fold, listed
from bot.core.understand.lexer import tokens
from bot.core.understand.meanings import Reading, reading
from bot.core.understand.utterance import heard


@dataclass(frozen=True, slots=True)
class Length:
    """So many of one unit: min, hour, day, week, month, year."""

    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Days:
    """From one date to another, both included."""

    first: date
    last: date


_LENGTH = r"(?:(?:for|in) )?(?:(\d{1,3}) )?(min|hour|day|week|month|year)"

_FROM_FOR = re.compile(rf"(?:from )?(?P<from>.+?) (?P<long>{_LENGTH})")
_FOR_FROM = re.compile(rf"(?P<long>{_LENGTH}) from (?P<from>.+)")


def long(said: str) -> Length | None:
    """How long the tokens say that something is: "3 week", "90 min"."""
    found = re.fullmatch(_LENGTH, said)
    return Length(int(found[1] or 1), found[2]) if found and found[1] != "0" else None


def days(text: str, today: date, language: str) -> Reading[Days]:
    """A stretch of days, from today on where no first day is said; a single day is a stretch too."""
    found = _stretches(tokens(text, language), today)
    return reading((one for one in found if one.first <= one.last), lambda one: one.last < today)


def altered(text: str, was: Days, today: date, language: str, old: str = "") -> Reading[Days]:
    """A stretch with its first or its last day changed, as the words say; of one day alone, whichever it can be.

    ``old``: the day that was wrong, which says which of the two it is.
    """
    said, wrong = tokens(text, language), tokens(old, language)
    if found := re.fullmatch(r"(?:(\d{1,2}) )?(day|week) (after|earlier)", said):
        by = (
            int(found[1] or 1) * (7 * DAY if found[2] == "week" else DAY) * (1 if found[3] == "after" else -1)
        )
        return reading([Days(was.first + by, was.last + by)], lambda one: one.last < today)
    first, last = said.startswith("from "), said.startswith("to ")
    ends = re.sub(r"^(?:from|to) ", "", said)
    wrongs = {day for day in (was.first, was.last) if _means(wrong, day, today)} if wrong else set()
    whole = [] if first or last or wrongs else list(_stretches(said, today))
    wider = [one for one in whole if one.first != one.last]
    each = (
        Days(day, was.last) if edge == "first" else Days(was.first, day)
        for edge, one in (("first", was.first), ("last", was.last))
        for day in _near(ends, one, today)
        if (edge == "first" and not last) or (edge == "last" and not first)
        if not wrongs or one in wrongs
    )
    return reading((one for one in wider or each if one.first <= one.last), lambda one: one.last < today)


def _means(said: str, day: date, today: date) -> bool:
    """Whether tokens mean a day, which a number alone can as well."""
    return said.strip(".") == str(day.day) or day in dates.whole(said, today)


def _near(said: str, day: date, today: date) -> Iterator[date]:
    """The days that tokens mean beside another one: of a month alone, or of a number, the one in its month."""
    if re.fullmatch(r"\d{1,2}\.?(?:st|nd|rd|th)?", said):
        nth = int(re.sub(r"\D", "", said))
        return (yield from (day.replace(day=nth),) if 1 <= nth <= monthrange(day.year, day.month)[1] else ())
    yield from dates.whole(said, min(today, day))


PAUSE = re.compile(
    r"(?<!\w)(?:(?:i need |i want |i would like |i take |i'm taking |i am taking |take |i'm on |i am on "
    r"|ich brauche |brauche ich "
    r"|ich mache |mache ich |ich will |ich mochte |mach |bin ich im |ich bin im )?(?:a |the |my |eine |meine )?"
    r"(?:pause|paused|break|auszeit|urlaub|vacation|holiday)(?: me| machen| bitte| please)?"
    r"|(?:please |bitte )?(?:stop|stopp|stopping)(?: it| asking)?"
    r"|(?:no|keine) (?:more )?(?:questions|fragen)(?: mehr)?"
    r"|(?:necesito |quiero |quisiera |me gustaria |hago |haz |hacer |tomo |tomar |me tomo |estoy (?:de |en )?"
    r"|ponme en |pon )?"
    r"(?:una |un |la |el )?(?:pausa|descanso|vacaciones|pausar|pausame|pausalo)(?: por favor)?"
    r"|(?:por favor )?(?:para|parar|detente)(?: de preguntar(?:me)?)?(?= (?:hasta|durante|desde) )"
    r"|(?:sin|no mas|ninguna) (?:mas )?preguntas"
    r"|(?:voy a |vamos a )?(?:estar|estare|estoy) (?:fuera|de viaje|ausente)"
    r"|ich bin (?:im urlaub|weg)|(?:ich )?bin(?: ich)? weg|i(?: a|')m away|away|استراحه|اجازه|توقف)(?!\w)"
)


PAUSES = listed("""
pause paused break auszeit urlaub vacation holiday stop stopp stopping questions fragen pausa descanso
vacaciones pausar pausame pausalo para parar detente preguntas fuera viaje ausente weg away استراحه اجازه
توقف
""")  # fmt: skip
"""Words of which each pause has one."""


def pause(text: str, today: date, language: str) -> Reading[Days]:
    """A pause with its days, in words that say that it is one: "pause until 12 December", "zwei Wochen Pause"."""
    if not heard(text).has(PAUSES):
        return Reading()
    bare, found = PAUSE.subn(" ", fold(text))
    return days(bare, today, language) if found == 1 else Reading()


def _stretches(said: str, today: date) -> Iterator[Days]:
    found: list[Days] = []
    for some in (named_stretch, _counted, _until, _one_month, _two_dates, _from):
        try:
            found += some(said, today)
        except (ValueError, OverflowError):  # the 40th of May, a million years
            continue
    yield from found or (Days(day, day) for day in dates.whole(said, today))


def named_stretch(said: str, today: date) -> Iterator[Days]:
    """This and next week, month, weekend."""
    found = re.fullmatch(r"(?:(next|this|overnext|last) )?(week|month|weekend)", said)
    if found is None or (found[1] is None and found[2] != "weekend"):
        return
    turns = {"last": -1, "this": 0, "next": 1, "overnext": 2}[found[1] or "this"]
    monday = today - today.weekday() * DAY
    if found[2] == "month":
        first = add(today.replace(day=1), turns, "month")
        yield Days(max(first, today) if turns == 0 else first, add(first, 1, "month") - DAY)
        return
    start = monday + 7 * turns * DAY
    if found[2] == "weekend":
        yield Days(start + 5 * DAY, start + 6 * DAY)
        if turns == 1 and today.weekday() < 5:
            yield Days(monday + 5 * DAY, monday + 6 * DAY)
        return
    if turns == 0:
        return (yield from this_week(today))
    yield Days(start, start + 6 * DAY)


def this_week(today: date) -> Iterator[Days]:
    """What is left of this week; said on a Saturday or a Sunday it may be the one that comes as well."""
    sunday = today + (6 - today.weekday()) * DAY
    yield Days(today, sunday)
    if today.weekday() > 4:
        yield Days(sunday + DAY, sunday + 7 * DAY)


def _counted(said: str, today: date) -> Iterator[Days]:
    """For three weeks; from Monday for three weeks."""
    if lasting := long(re.sub(r"^(for )?next (?=\d)", r"\1", said)):
        yield from _lasting(today, lasting)
    elif found := _FROM_FOR.fullmatch(said) or _FOR_FROM.fullmatch(said):
        for first in _starts(found["from"], today):
            yield from _lasting(first, long(found["long"]))


def _starts(said: str, today: date) -> Iterator[date]:
    """The first days that words name: "Monday", "next week"."""
    yield from dates.whole(said, today)
    yield from (one.first for one in named_stretch(said, today))


def _from(said: str, today: date) -> Iterator[Days]:
    """From Monday, with no end said: one week, two, or a month, of which one can be chosen."""
    if said.startswith("from "):
        for first in _starts(said[5:], today):
            yield from (Days(first, add(first, n, unit) - DAY) for n, unit in _LENGTHS)


_LENGTHS = ((1, "week"), (2, "week"), (1, "month"))


def _lasting(first: date, lasting: Length | None) -> Iterator[Days]:
    if lasting is not None and lasting.unit not in ("min", "hour"):
        yield Days(first, add(first, lasting.number, lasting.unit) - DAY)


def _until(said: str, today: date) -> Iterator[Days]:
    if found := re.fullmatch(r"to (next|overnext) (week|month)", said):  # until it begins, or to its end
        (one,) = named_stretch(f"{found[1]} {found[2]}", today)
        yield Days(today, one.first - DAY)
        yield Days(today, one.last)
    elif found := re.fullmatch(
        r"to (?:the )?(?:beginning )?mo(\d+)", said
    ):  # until January: before it, or with it
        year, month = today.year + (int(found[1]) <= today.month), int(found[1])
        yield Days(today, date(year, month, 1) - DAY)
        yield Days(today, date(year, month, monthrange(year, month)[1]))
    elif said.startswith("to "):
        for last in dates.whole(said[3:], today):
            yield Days(min(today, last), last)  # until yesterday: it is over


def _one_month(said: str, today: date) -> Iterator[Days]:
    """December; 24 to 28 December."""
    if found := re.fullmatch(r"(?:(?:in|for) )?mo(\d+)(?: (\d{4}))?", said):
        year = int(found[2] or today.year + (int(found[1]) < today.month))
        first = date(year, int(found[1]), 1)
        yield Days(
            max(first, today) if not found[2] else first,
            date(year, int(found[1]), monthrange(year, int(found[1]))[1]),
        )
    nth = r"(\d{1,2})(?:\.|st|nd|rd|th)?"
    if found := re.fullmatch(rf"(?:from )?{nth} to {nth} (mo\d+(?: \d{{4}})?)", said):
        for last in dates.whole(f"{found[2]} {found[3]}", today):
            yield Days(last.replace(day=int(found[1])), last)
    elif found := re.fullmatch(rf"(?:from )?(mo\d+) {nth} to {nth}(?: (\d{{4}}))?", said):
        for last in dates.whole(f"{found[3]} {found[1]} {found[4] or ''}".strip(), today):
            yield Days(last.replace(day=int(found[2])), last)


def _two_dates(said: str, today: date) -> Iterator[Days]:
    """From one date to another; the second is looked for after the first."""
    words = said.removeprefix("from ").split()
    for place in range(1, len(words)):
        first, last = " ".join(words[:place]), " ".join(words[place:]).removeprefix("to ")
        for start in dates.whole(first, today):
            for end in dates.whole(last, today if re.search("today|morrow", last) else start):
                if end > start:
                    yield Days(start, end)
