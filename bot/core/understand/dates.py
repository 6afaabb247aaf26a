"""Dates as people write them: "8 Sept", "nächsten Dienstag", "بعد ثلاثة أسابيع"."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from bot.core.understand.lexer import tokens
from bot.core.understand.meanings import Reading, reading

DAY = timedelta(days=1)
_NTH = r"(?:\.|st|nd|rd|th)?"
_UNIT = "day|week|month|year"


def when(text: str, today: date, language: str, back: int = 0) -> Reading[date]:
    """One date. Without a year the next such day is meant, and one up to ``back`` days ago as well.

    "8/9" may be in August or in September; "next Tuesday" the nearest one or that of next week.
    """
    return reading(whole(tokens(text, language), today, back), lambda day: day < today)


def whole(said: str, today: date, back: int = 0) -> Iterator[date]:
    """What a date in tokens may mean; nothing when some word is no part of it."""
    for day, rest in parts(said, today, back):
        if not rest:
            yield day


def parts(said: str, today: date, back: int = 0) -> Iterator[tuple[date, str]]:
    """Every date in the tokens, with the tokens around it. A weekday beside it is looked at too."""
    for pattern, meant in _FORMS:
        for found in pattern.finditer(said):
            rest = " ".join((said[: found.start()] + " " + said[found.end() :]).split())
            for day in _safely(meant, found, today, back):
                yield day, rest
                if meant in (_iso, _numbers, _short, _named, _relative, _nth):
                    yield from _weekday_beside(day, rest, today)


def _weekday_beside(day: date, rest: str, today: date) -> Iterator[tuple[date, str]]:
    """ "Tue 8 Sept": where the two do not fit together, either may have been meant."""
    found = re.search(r"(?<!\S)wd(\d)(?!\S)", rest)
    if found:
        without = " ".join((rest[: found.start()] + rest[found.end() :]).split())
        yield day, without
        if day.weekday() != int(found[1]):
            yield _coming(int(found[1]), today), without


def add(day: date, number: int, unit: str) -> date:
    """So many days, weeks, months or years on; the last day of a month where the day is not in it."""
    if unit in ("day", "week"):
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    month = day.month - 1 + number * (12 if unit == "year" else 1)
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _safely(meant: "_Meant", found: re.Match[str], today: date, back: int) -> list[date]:
    try:
        return list(meant(found, today, back))
    except (ValueError, OverflowError):  # the 31st of June, the year 12345
        return []


def _iso(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    return [date(int(found[1]), int(found[2]), int(found[3]))]


def _numbers(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    """8.9.2026, and 8/9/2026, which in some countries is the ninth of August."""
    year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
    return [date(year, month, day) for day, month in _orders(found[1], found[2], found[3])]


def _short(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    for day, month in _orders(found[1], found[2], found[3]):
        yield from _near(month, day, today, back)


def _orders(one: str, sign: str, two: str) -> list[tuple[int, int]]:
    pairs = [(int(one), int(two)), (int(two), int(one))]
    usable = [(day, month) for day, month in pairs if 1 <= month <= 12 and 1 <= day <= 31]
    return usable if sign == "/" else [pair for pair in pairs[:1] if pair in usable]


def _named(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    """8 Sept, Sept 8, 8 Sept 2026."""
    day, month, year = int(found["day"]), int(found["month"]), found["year"]
    return [date(int(year), month, day)] if year else _near(month, day, today, back)


def _near(month: int, day: int, today: date, back: int) -> list[date]:
    """The latest such day at most ``back`` days ago, then the next one."""
    years = range(today.year - 1, today.year + 9)  # the 29th of February is up to eight years away
    days = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
    past = [one for one in days if today - back * DAY <= one < today]
    return [*past[-1:], *[one for one in days if one >= today][:1]]


def _relative(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    words = ("yesteryesterday", "yesterday", "today", "tomorrow", "overmorrow")
    return [today + (words.index(found[0]) - 2) * DAY]


def _ahead(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    return [add(today, int(found["n"] or 1), found["unit"])]


def _ago(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    return [add(today, -int(found["n"] or 1), found["unit"])]


def _coming(weekday: int, today: date) -> date:
    return today + ((weekday - today.weekday()) % 7) * DAY


def _weekday(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    """Tuesday, this, next and last Tuesday."""
    weekday, how = int(found["wd"]), found["how"] or found["behind"] or ""
    coming = _coming(weekday, today)
    later = _coming(weekday, today + DAY)
    if how == "last":
        return [later - 7 * DAY if later - 7 * DAY < today else later - 14 * DAY]
    if how == "this":
        return [coming]
    if how in ("next", "overnext"):
        there = _monday(today) + (7 + weekday) * DAY
        return dict.fromkeys((later, there)) if how == "next" else [there + 7 * DAY]
    return dict.fromkeys((coming, later))


def _of_week(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    """Tuesday of next week."""
    weeks = {"this": 0, "next": 1, "overnext": 2, "last": -1}[found["how"]]
    day = _monday(today) + (7 * weeks + int(found["wd"])) * DAY
    ahead = (
        weeks == 0 and today.weekday() > 4 and day < today
    )  # at a weekend, this week is the one that comes
    return [day + 7 * DAY if ahead else day]


def _in_weeks(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    """Tuesday in two weeks: counted from the coming Tuesday, or from this week."""
    weekday, weeks = int(found["wd"]), int(found["n"] or 1)
    return [_monday(today) + (7 * weeks + weekday) * DAY, _coming(weekday, today + DAY) + 7 * weeks * DAY]


def _monday(day: date) -> date:
    return day - day.weekday() * DAY


def _nth(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    """The 8th: of this month, or of the next that has one."""
    day = int(found[1])
    for months in range(13):
        first = add(today.replace(day=1), months, "month")
        if day <= monthrange(first.year, first.month)[1] and first.replace(day=day) >= today:
            return [first.replace(day=day)]
    return []


def _edge(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    """The start, the middle and the end of a month, of a week and of a year."""
    weeks = {"this": 0, "next": 1, "overnext": 2, "last": -1}[found["how"] or "this"]
    starts = found["where"] == "startof"
    if found["unit"] == "week":
        day = _monday(today) + (7 * weeks + {"startof": 0, "midof": 2, "endof": 6}[found["where"]]) * DAY
        return [day + 7 * DAY if day < today and found["how"] is None else day]
    if found["unit"] == "year" and starts:
        return [date(today.year + (weeks if found["how"] else 1), 1, 1)]
    if found["unit"] == "year":
        at = date(today.year + weeks, *((7, 1) if found["where"] == "midof" else (12, 31)))
        return [at if at >= today or found["how"] else at.replace(year=at.year + 1)]
    if found["month"]:
        year = int(found["year"] or today.year + (int(found["month"]) < today.month))
        first = date(year, int(found["month"]), 1)
    else:
        first = add(today.replace(day=1), weeks, "month")
    if starts:
        return [add(first, 1, "month") if first < today and not (found["how"] or found["month"]) else first]
    if found["where"] == "midof":
        return [first.replace(day=15)]
    return [add(first, 1, "month") - DAY]


def _from_there(found: re.Match[str], today: date, back: int) -> Iterable[date]:
    """A week from Monday, Monday in 14 days, today in a week."""
    day = _coming(int(found["wd"]), today + DAY) if found["wd"] else today + DAY * bool(found["morrow"])
    return [add(day, int(found["n"] or 1), found["unit"])]


_Meant = Callable[[re.Match[str], date, int], Iterable[date]]


def _form(pattern: str, meant: _Meant) -> tuple[re.Pattern[str], _Meant]:
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), meant


_HOW = "next|this|last|overnext"
_FORMS: tuple[tuple[re.Pattern[str], _Meant], ...] = (
    _form(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", _iso),
    _form(r"(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d{2})", _numbers),
    _form(rf"(?P<day>\d{{1,2}}){_NTH} (?:from )?mo(?P<month>\d+)(?: (?P<year>\d{{4}}))?", _named),
    _form(rf"(?<!\d )(?<!\d\. )mo(?P<month>\d+) (?P<day>\d{{1,2}}){_NTH}(?: (?P<year>\d{{4}}))?", _named),
    _form(r"yesteryesterday|yesterday|today|tomorrow|overmorrow", _relative),
    _form(rf"wd(?P<wd>\d) (?P<how>{_HOW}) week", _of_week),
    _form(rf"(?P<how>{_HOW}) week wd(?P<wd>\d)", _of_week),
    _form(
        rf"(?P<where>startof|endof|midof) (?:(?P<how>{_HOW}) )?"
        r"(?:mo(?P<month>\d+)(?: (?P<year>\d{4}))?|(?P<unit>week|month|year))",
        _edge,
    ),
    _form(r"wd(?P<wd>\d) (?:from )?(?P<how>next|overnext) week", _of_week),
    _form(
        r"(?:(?P<n>\d{1,2}) )?(?P<unit>week) (?:from )?(?:wd(?P<wd>\d)|today|(?P<morrow>tomorrow))",
        _from_there,
    ),
    _form(
        r"(?:wd(?P<wd>\d)|today|(?P<morrow>tomorrow)) (?:in|after) (?P<n>\d{1,2}) (?P<unit>day)", _from_there
    ),
    _form(
        r"(?P<wd>)(?:today|(?P<morrow>tomorrow)) (?:in|after) (?:(?P<n>\d{1,2}) )?(?P<unit>week)", _from_there
    ),
    _form(r"wd(?P<wd>\d)(?P<n>) week", _in_weeks),
    _form(r"wd(?P<wd>\d) (?:in|after) (?P<n>\d{1,2}) week", _in_weeks),
    _form(r"(?:in|after) (?P<n>\d{1,2}) week wd(?P<wd>\d)", _in_weeks),
    _form(rf"(?:(?P<how>{_HOW}) )?wd(?P<wd>\d)(?: (?P<behind>next|last))?", _weekday),
    _form(rf"(?:in|after) (?:(?P<n>\d{{1,3}}) )?(?P<unit>{_UNIT})", _ahead),
    _form(rf"(?:(?P<n>\d{{1,3}}) )?(?P<unit>{_UNIT}) after", _ahead),
    _form(rf"(?:(?P<n>\d{{1,3}}) )?(?P<unit>{_UNIT}) ago", _ago),
    _form(rf"(?:ago|before) (?:(?P<n>\d{{1,3}}) )?(?P<unit>{_UNIT})", _ago),
    _form(r"(\d{1,2})([./])(\d{1,2})\.?", _short),
    _form(r"(\d{1,2})(?:st|nd|rd|th|\.)", _nth),
)
"""The forms of a date and what each means, the surest first."""
