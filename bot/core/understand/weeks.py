"""Weeks in a line, as they are said from today: "this week", "the week after next", "in two weeks"."""

import re
from collections.abc import Iterator
from datetime import date

from bot.core.understand import dates, spans
from bot.core.understand.dates import DAY
from bot.core.understand.spans import Days

_NAMED = re.compile(r"(?<!\S)(?:(?P<how>next|this|overnext) )?(?P<unit>weekend|week)(?!\S)")
_IN_WEEKS = re.compile(r"(?<!\S)(?:(?:in|after) (?:(\d) )?week|(\d) week after)(?!\S)(?! wd)")
_OF_A_DAY = re.compile(r"(?<!\S)week (?:from )?(?=(?:\d|mo\d))")
_WHOLE = re.compile(
    r"(?<!\S)\?(?:rest|whole|entire|all|full|ganze\w*|laufende\w*|resto|باقي|بقيه|الحالي|كل)(?!\S)"
)


def within(said: str, today: date) -> frozenset[date]:
    """Every day of the weeks that tokens name, from today on; none where they name none, or a day of one."""
    return frozenset(
        one.first + ahead * DAY
        for one in _meant(said, today)
        for ahead in range((one.last - one.first).days + 1)
        if one.first + ahead * DAY >= today
    )


def _meant(said: str, today: date) -> Iterator[Days]:
    if found := _IN_WEEKS.search(said):
        return (yield _around(today + 7 * int(found[1] or found[2] or 1) * DAY))
    if found := _OF_A_DAY.search(said):
        days = (day for day, _ in dates.parts(said[found.end() :], today))
        return (yield from (_around(day) for day in list(days)[:1]))
    if (named := _NAMED.search(said)) is None:
        return
    if named["how"] or named["unit"] == "weekend":
        yield from spans.named_stretch(named[0], today)
    elif _WHOLE.search(said):
        yield from spans.this_week(today)


def _around(day: date) -> Days:
    monday = day - day.weekday() * DAY
    return Days(monday, monday + 6 * DAY)
