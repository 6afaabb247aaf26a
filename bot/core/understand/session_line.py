"""A coaching session as a coach writes it: "tomorrow at 3pm on zoom, weekly, 50 minutes, until 31 January"."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.core.understand import dates, times
from bot.core.understand.dates import DAY, add
from bot.core.understand.lexer import tokens
from bot.core.understand.meanings import Reading, reading

BACK = 31
"""A day without a year may lie so many days back: a session that was held is logged too."""

MODES = ("video", "phone", "room")


@dataclass(frozen=True, slots=True)
class Repeats:
    """Every so many weeks or months; neither is once. ``by``: the same day of the month, weekday, last such."""

    weeks: int
    months: int = 0
    by: str = ""  # day, weekday, last


@dataclass(frozen=True, slots=True)
class Meeting:
    """``starts`` is by the writer's clock, ``more`` on further days. What was not said is None or empty."""

    starts: datetime
    minutes: int | None = None
    repeats: Repeats | None = None
    until: date | None = None
    off: tuple[date, ...] = ()
    mode: str = ""
    more: tuple[datetime, ...] = ()


def moment(text: str, now: datetime, language: str, back: int = 0) -> Reading[datetime]:
    """A date and a time by the clock that shows ``now`` (naive); a time alone is its next one."""
    said = tokens(text, language)
    found = [at for at, _ in _starts(said, now, language, back)]
    return reading(_ahead(_by_day(found, said), now, back), lambda at: at < now)


def shifted(text: str, start: datetime, language: str) -> datetime | None:
    """So much later or earlier than a start: "an hour later", "30 Minuten früher"; None for other words."""
    found = _SHIFT.fullmatch(tokens(text, language))
    return start + _by_how_much(found) if found else None


_SHIFT = re.compile(r"(?:(\d{1,3}) )?(min|hour|h|day|week) (after|earlier)")


def _by_how_much(found: re.Match[str]) -> timedelta:
    units = {"min": timedelta(minutes=1), "day": DAY, "week": 7 * DAY}
    long = int(found[1] or 1) * units.get(found[2], timedelta(hours=1))
    return long if found[3] == "after" else -long


def repeat(text: str, language: str) -> Reading[Repeats]:
    """How often something comes again: "every other week", "monatlich", "مرة واحدة"."""
    said, repeats = _repeats(tokens(text, language))
    return reading([repeats if not said else None])


def mode(text: str, language: str) -> Reading[str]:
    """How people meet: video, phone or room."""
    said = tokens(text, language)
    return reading([said if said in MODES else None])


def meeting(text: str, now: datetime, language: str) -> Reading[Meeting]:
    """A coaching session: when, how long, how often, until when, on which dates not, and how people meet."""
    said, kind = _mode(tokens(text, language))
    said, days = _days_of_week(said)
    found: list[Meeting] = []
    for some, repeats in _rhythms(said, now.date()):
        some, minutes = _minutes(some)
        for rest, until, count, weeks, off in _ends(some, now.date()):
            for at, long in _starts(rest, now, language, BACK):
                for way in _ways(repeats if repeats or len(days) < 2 else Repeats(1)):
                    one = Meeting(at, minutes or long, way, until, off, kind)
                    found.append(_limited(_on_all(one, days, now), count, weeks))
    chosen = set(_ahead(_by_day([one.starts for one in found], said), now, BACK))
    return reading(
        (one for one in found if one.starts in chosen and _sound(one)), lambda one: one.starts < now
    )


def altered(text: str, was: Meeting, now: datetime, language: str) -> Reading[Meeting]:
    """A coaching session with the one thing changed that the words say; all else of it stays as it was."""
    each = tokens(text, language)
    said, kind = _mode(each)
    said, days = _days_of_week(said)
    found: list[Meeting] = []
    for some, repeats in _rhythms(said, now.date()) if each else ():
        some, minutes = _minutes(some)
        for rest, until, count, weeks, off in _ends(f" {some}", now.date()):
            for at, long in _restarts(rest.strip(), was, now, language):
                for way in _ways(repeats or was.repeats if len(days) < 2 else repeats or Repeats(1)):
                    one = replace(was, starts=at, more=_shifted(was, at), repeats=way)
                    one = replace(
                        one,
                        minutes=minutes or long or was.minutes,
                        until=until or was.until,
                        off=off or was.off,
                        mode=kind or was.mode,
                    )
                    found.append(_limited(_on_all(one, days, now), count, weeks))
    by_day = [one for one in found if 7 <= one.starts.hour < 22]
    chosen = set(_by_day([one.starts for one in by_day or found], said))
    return reading(
        (one for one in found if one.starts in chosen and _sound(one) and _left_out_of(one)),
        lambda one: one.starts < now,
    )


def _left_out_of(one: Meeting) -> bool:
    """Whether dates left out are of a series, and later than its first."""
    return not one.off or (one.repeats is not None and one.starts.date() not in one.off)


def _shifted(was: Meeting, at: datetime) -> tuple[datetime, ...]:
    """The further days of it at the new hour; on another day than before it is of that day alone."""
    if at.date() != was.starts.date():
        return ()
    return tuple(datetime.combine(one.date(), at.time()) for one in was.more)


_SAME_DAY_OF = {"this week": 0, "next week": 1, "overnext week": 2, "last week": -1}

_WEEKDAY_ALONE = re.compile(r"wds?\d")


def _restarts(said: str, was: Meeting, now: datetime, language: str) -> Iterator[tuple[datetime, int | None]]:
    """When it begins instead: a day alone keeps the hour, an hour alone the day; a weekday is the nearest one."""
    if not said:
        yield was.starts, None
    if found := _SHIFT.fullmatch(said):
        return (yield was.starts + _by_how_much(found), None)
    if said in _SAME_DAY_OF:
        monday = now.date() - now.weekday() * DAY
        day = monday + (7 * _SAME_DAY_OF[said] + was.starts.weekday()) * DAY
        yield datetime.combine(day, was.starts.time()), None
    for at, long in _hours(said, language):
        yield datetime.combine(was.starts.date(), at), long
    for day, rest in _days_near(said, was, now):
        for at, long in _hours(rest, language) if rest else ((was.starts.time(), None),):
            yield datetime.combine(day, at), long


def _days_near(said: str, was: Meeting, now: datetime) -> Iterator[tuple[date, str]]:
    """The days in the tokens, with what is left of them: a weekday alone is the one nearest to what was said."""
    for day, rest in dates.parts(said, now.date(), BACK):
        named = " ".join(word for word in said.split() if word not in rest.split())
        if _WEEKDAY_ALONE.fullmatch(named):
            first = was.starts.date() - 3 * DAY
            first = first if was.starts < now else max(first, now.date())
            yield first + ((day.weekday() - first.weekday()) % 7) * DAY, rest
        else:
            yield day, rest


def _hours(said: str, language: str) -> Iterator[tuple[time, int | None]]:
    for at in times.meanings(said, language):
        yield at, None
    for one, two in times.between(said, language):
        if times.minutes_between(one, two) <= 8 * 60:
            yield one, times.minutes_between(one, two)


def _by_day(found: list[datetime], said: str) -> list[datetime]:
    """Without the hours of a night, where the same figure may be one of the day: nobody meets at 22:00 for "10".

    Where it is said like a clock ("8 Uhr"), the evening is not meant by it either.
    """
    last = 20 if re.search(r"\d h(?!\S)", said) else 22
    usual = {at.date() for at in found if 7 <= at.hour < last}
    return [at for at in found if at.date() not in usual or 7 <= at.hour < last]


def _days_of_week(said: str) -> tuple[str, tuple[int, ...]]:
    """The tokens with the first of several days of a week for all of them; and which they are, each week."""
    found = re.search(r"(?<!\S)(?:every )?wds?\d(?: wds?\d){1,6}(?!\S)", said)
    if found is None:
        return said, ()
    first, *more = re.findall(r"(?:every )?wds?\d", found[0])
    days = tuple(dict.fromkeys(int(day[-1]) for day in (first, *more)))
    return said[: found.start()] + first + said[found.end() :], days


def _on_all(one: Meeting, days: tuple[int, ...], now: datetime) -> Meeting:
    """The same on each of several days of the week, from the next one of each on."""
    if len(days) < 2:
        return one
    each = [datetime.combine(now.date() + timedelta(days=ahead), one.starts.time()) for ahead in range(8)]
    first, *more = sorted(next(at for at in each if at > now and at.weekday() == day) for day in days)
    return replace(one, starts=first, more=tuple(more))


_PLACED = re.compile(
    r"(?<!\S)(?P<every>every )?(?P<place>[1-5]|last)(?:\.|st|nd|rd|th)? wds?(?P<day>\d)"
    r"(?P<month> (?:in |from )?(?:every )?month)?(?!\S)"
)
"""Every first Monday, the last Friday of the month."""

_BEHIND = re.compile(
    r"(?<!\S)every (?:1 )?month (?:in )?(?P<place>[1-5]|last)(?:\.|st|nd|rd|th)? (?P<day>wds?\d)(?!\S)"
)
"""Every month on the first Monday: the same said the other way round."""


def _rhythms(said: str, today: date) -> Iterator[tuple[str, Repeats | None]]:
    """The tokens without what says a repeat, and the repeat; "every third Monday" may be of weeks or of a month."""
    said = _BEHIND.sub(r"\g<place> \g<day> every month", said)
    found = _PLACED.search(said)
    placed = found is not None and (found["month"] or (found["every"] and found["place"] != "2"))
    if found is not None and placed:
        last = found["place"] == "last"
        for day in _placed(int(found["day"]), 5 if last else int(found["place"]), today):
            rest = f"{said[: found.start()]}{day}{said[found.end() :]}"
            yield rest, Repeats(0, 1, "last" if last else "weekday")
        if found["month"] or last or found["place"] == "1":
            return
    yield _repeats(re.sub(r"(?<!\S)every (\d)(?:\.|st|nd|rd|th) ", r"every \1 ", said))


def _placed(weekday: int, place: int, today: date) -> Iterator[date]:
    """The next such weekday of a month, and one more where the next is today; a fifth is the last there is."""
    found = []
    for months in range(3):
        first = add(today.replace(day=1), months, "month")
        day = first + ((weekday - first.weekday()) % 7 + 7 * (place - 1)) * DAY
        found.append(day if day.month == first.month else day - 7 * DAY)
    ahead = [day for day in found if day >= today]
    yield from ahead[: 2 if ahead[0] == today else 1]


def _ways(repeats: Repeats | None) -> Iterable[Repeats | None]:
    """Every month may be the same day of it, or the same weekday."""
    if repeats is None or not repeats.months or repeats.by:
        return (repeats,)
    return (replace(repeats, by="day"), replace(repeats, by="weekday"))


def _sound(one: Meeting) -> bool:
    return one.until is None or one.until >= one.starts.date()


def _limited(one: Meeting, count: int, weeks: int) -> Meeting:
    """ "10 times" and "for 6 weeks" as the last day that this comes to; a repeat is weekly if it is not said."""
    if not count and not weeks:
        return one
    if one.more and count:  # ten of each, or ten in all
        return replace(one, until=date.min)
    repeats = one.repeats if one.repeats and (one.repeats.weeks or one.repeats.months) else Repeats(1)
    if repeats.months:
        months = (count - 1) * repeats.months if count else round(weeks * 12 / 52)
        last = add(one.starts.date(), months, "month") - (0 * DAY if count else DAY)
        # a fifth weekday may lie a few days later in its month than the day itself
        return replace(
            one, repeats=repeats, until=last + (6 * DAY if count and repeats.by == "weekday" else 0 * DAY)
        )
    lasting = (count - 1) * repeats.weeks if count else weeks
    last = one.starts.date() + timedelta(weeks=lasting) - (DAY if weeks else 0 * DAY)
    return replace(one, repeats=repeats, until=last)


def _mode(said: str) -> tuple[str, str]:
    kinds = [word for word in said.split() if word in MODES]
    rest = " ".join(word for word in said.split() if word not in MODES)
    return (rest, kinds[0]) if len(set(kinds)) == 1 else (said, "")


def _repeats(said: str) -> tuple[str, Repeats | None]:
    """The tokens without what says a repeat, and the repeat."""
    for pattern, meant in _REPEATS:
        if found := re.search(rf"(?<!\S)(?:{pattern})(?!\S)", said):
            rest = said[: found.start()] + " " + re.sub(r"wds", "wd", found.groupdict().get("day") or "")
            weeks = meant(found)
            if 0 <= weeks.weeks <= 9 and weeks.months <= 9:
                rest += " " + (_OFTEN.sub("wd", said[found.end() :]) if weeks.weeks else said[found.end() :])
                return " ".join(rest.split()), weeks
    return said, None


_OFTEN = re.compile(r"(?<!\S)wds(?=\d)")
"""Tuesdays: behind "every two weeks" it says the day alone."""

_REPEATS: tuple[tuple[str, Callable[[re.Match[str]], Repeats]], ...] = (
    (r"every (14|21|28)(?: day)?(?: (?P<day>wds?\d))?", lambda found: Repeats(int(found[1]) // 7)),
    (r"every (?:(\d{1,2}) )?(?P<day>wds?\d)", lambda found: Repeats(int(found[1] or 1))),
    (
        r"every (?:(\d{1,2}) )?month(?: (?P<day>wds?\d))?",
        lambda found: Repeats(0, int(found[1] or 1), "weekday" if found["day"] else ""),
    ),
    (r"every (?:(\d{1,2}) )?week", lambda found: Repeats(int(found[1] or 1))),
    (r"weekly", lambda found: Repeats(1)),
    (r"once", lambda found: Repeats(0)),
    (r"(?P<day>wds\d)", lambda found: Repeats(1)),
)


def _minutes(said: str) -> tuple[str, int | None]:
    """The tokens without a length ("in 2 hours" is none), and how many minutes it is."""
    found = re.search(
        r"(?<!\S)(?<!in )(?<!after )(?:for )?(\d{1,3}) (min|hour)(?: (\d{1,2}) min)?(?! after)(?!\S)", said
    )
    if found is None:
        return said, None
    long = int(found[1]) * (60 if found[2] == "hour" else 1) + int(found[3] or 0)
    rest = " ".join((said[: found.start()] + " " + said[found.end() :]).split())
    return (rest, long) if 0 < long <= 24 * 60 else (said, None)


_End = tuple[str, date | None, int, int, tuple[date, ...]]


def _ends(said: str, today: date) -> Iterator[_End]:
    """The tokens before what ends a repeat, with the last day, how many times, how many weeks, dates left out."""
    kept, cut, left = said.partition(" not ")
    words = left.split()
    sizes = range(len(words), 0, -1)
    lists = ((tuple(_list_of_dates(" ".join(words[:size]), today)), words[size:]) for size in sizes)
    off, behind = next(((days, rest) for days, rest in lists if days), ((), []))
    if cut and not off:
        return
    kept = " ".join((kept, *behind))
    if found := re.search(r"(?<!\S)(?:for )?(\d{1,2}) x(?!\S)", kept):
        yield _without(kept, found), None, int(found[1]), 0, off
    if found := re.search(r"(?<!\S)for (\d{1,2}) (week|month)(?!\S)", kept):
        weeks = int(found[1]) if found[2] == "week" else round(int(found[1]) * 52 / 12)
        yield _without(kept, found), None, 0, weeks, off
    for rest, last in _last_days(kept.split(), today):
        yield rest, last, 0, 0, off
    yield kept, None, 0, 0, off


def _last_days(words: list[str], today: date) -> Iterator[tuple[str, date]]:
    """Every "until" with a date behind it, and the tokens without them; a month alone may count or not."""
    for place in (place for place, word in enumerate(words) if word == "to"):
        month = " ".join(words[place + 1 : place + 2])
        if re.fullmatch(r"mo\d{1,2}", month):
            for last in dates.whole(f"endof {month}", today):
                rest = " ".join(words[:place] + words[place + 2 :])
                yield rest, last
                yield rest, last.replace(day=1) - DAY
        for end in range(place + 2, min(place + 5, len(words)) + 1):
            for last in dates.whole(" ".join(words[place + 1 : end]), today):
                yield " ".join(words[:place] + words[end:]), last


def _without(said: str, found: re.Match[str]) -> str:
    return " ".join((said[: found.start()] + " " + said[found.end() :]).split())


def _list_of_dates(said: str, today: date) -> list[date]:
    words = said.split()
    for size in range(1, len(words) + 1):
        for day in dates.whole(" ".join(words[:size]), today):
            more = _list_of_dates(" ".join(words[size:]), today) if words[size:] else []
            if more or not words[size:]:
                return [day, *more]
    return []


def _starts(said: str, now: datetime, language: str, back: int) -> Iterator[tuple[datetime, int | None]]:
    """When it begins and, where both ends are said, how many minutes it is."""
    if found := re.fullmatch(r"(?:(?:in|after) (\d{1,2}) (hour|min)|(\d{1,2}) (hour|min) after)", said):
        long = int(found[1] or found[3]) * (60 if "hour" in found.groups() else 1)
        yield now + timedelta(minutes=long), None
    for day, rest in dates.parts(said, now.date(), back):
        for at, long_ in _hours(rest, language):
            yield datetime.combine(day, at), long_
    for at in times.meanings(said, language):
        yield _next(at, now), None


def _next(at: time, now: datetime) -> datetime:
    today = datetime.combine(now.date(), at)
    return today if today > now else datetime.combine(add(now.date(), 1, "day"), at)


def _ahead(found: Iterable[datetime], now: datetime, back: int) -> list[datetime]:
    """Without those of today that are over, if another meaning lies ahead and nothing past is asked for."""
    each = list(dict.fromkeys(found))
    ahead = [at for at in each if at >= now or at.date() != now.date()]
    return ahead if ahead and not back else each
