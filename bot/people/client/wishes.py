"""The days and hours that a client's words may mean, and whether they may be: quiet hours, how many.

"wish" is a rhythm as it is kept, such as "mon,thu 19:00".
"""

import re
from datetime import time

from bot.core.base import wall
from bot.core.plan import rhythm
from bot.core.plan.rhythm import Slot
from bot.core.talk.exchange import Dialogue
from bot.core.understand import times
from bot.core.understand.leeway import leeway
from bot.core.understand.lexer import tokens
from bot.core.understand.weekdays import week
from bot.people import planning
from bot.people.turn import Turn
from bot.store.people import Client

NOON = time(12)

FIGURES = re.compile(r"(?=.*\d)[\d\s:.,،h–-]+")
"""Words that are figures only: whatever was asked for, they were meant as a value."""


def wished(wish: str) -> rhythm.Rhythm | None:
    """The rhythm of a wish; None where it is none."""
    try:
        return rhythm.parse_rhythm(wish)
    except ValueError:
        return None


def weeks(client: Client, words: str) -> list[rhythm.Rhythm]:
    """What of a week the words may mean: days alone get noon for the moment, hours alone are no days."""
    meant = week(words, client.language).options
    return [
        rhythm.Rhythm(
            tuple(
                sorted({Slot(day, at) for part in one for day in part.days for at in part.times or (NOON,)})
            )
        )
        for one in meant
        if all(part.days for part in one)
    ]


def open_days(client: Client, words: str, alone: bool = True) -> list[rhythm.Rhythm] | None:
    """The days of words that leave the hour open ("weekdays, whenever"): of "any time" alone every day.

    Empty where they name an hour that no clock shows ("when I wake up"), or, where days are chosen already (not
    ``alone``), any; None where they leave nothing open.
    """
    left = leeway(words)
    if left is None or (left.days and not (meant := weeks(client, left.days))):
        return None
    if left.days:
        return meant
    return weeks(client, _EVERY) if left.every and alone else []


_EVERY = "mon-sun"


def with_days(asked: Dialogue, hours: str) -> rhythm.Rhythm | None:
    """Hours on the days that were chosen before."""
    return wished(f"{asked.draft.get('days', planning.DEFAULT_DAYS)} {hours}")


def usable(turn: Turn, client: Client, asked: Dialogue, words: str) -> list[str]:
    """The hours that the words may mean, without those that lie in the quiet hours or are too many."""
    meant = (",".join(map(rhythm.clock_text, one)) for one in times.clocks(words, client.language).options)
    return [hours for hours in meant if (one := with_days(asked, hours)) and may_be(turn, client, one)]


def may_be(turn: Turn, client: Client, chosen: rhythm.Rhythm) -> bool:
    """Whether none of its hours is quiet, and they are not too many."""
    try:
        rhythm.check(chosen, planning.quiet_of(client), turn.config.time)
    except ValueError:
        return False
    return True


def usable_alone(turn: Turn, client: Client, words: str) -> list[rhythm.Rhythm]:
    """The same for hours without a day, on the days that the client has."""
    days, meant = planning.rhythm_of(client).days, times.clocks(words, client.language).options
    wanted = [rhythm.Rhythm(tuple(sorted(Slot(day, at) for day in days for at in one))) for one in meant]
    return [one for one in wanted if may_be(turn, client, one)]


def figures(words: str) -> bool:
    """Whether words are nothing but figures, so that they can be no note."""
    return FIGURES.fullmatch(words.strip()) is not None


def tries(client: Client, words: str) -> bool:
    """Whether a few words are all of days and hours, though none can be read from them: they are meant as some."""
    said = tokens(words, client.language).split()
    return (
        0 < len(said) <= 6
        and not any(one.startswith("?") for one in said)
        and _HOURLY.search(" ".join(said)) is not None
    )


_HOURLY = re.compile(r"\b(?:wds?\d|morning|evening|afternoon|night|noon|midnight|daily|weekend|h|\d{1,2})\b")


def of_week(client: Client, words: str) -> bool:
    """Whether words are days or hours and nothing else, whether or not they may be."""
    return figures(words) or bool(week(words, client.language).options)


def often(client: Client, words: str) -> str:
    """How many times a week the words say, "1" to "7"; "" where they say no such thing."""
    said = tokens(words, client.language)
    if said == "daily":
        return "7"
    found = re.fullmatch(r"(?:(?P<n>[1-7])(?: x)?|once|weekly|every 1)(?: (?:every |in )?week)?", said)
    return "" if found is None else found["n"] or "1"


def quiet_among(client: Client, words: str) -> time | None:
    """The first hour that the words can mean and that lies in the quiet hours."""
    meant = week(words, client.language).options
    hours = (at for one in meant for part in one for at in part.times)
    return next((at for at in hours if planning.quiet_of(client).holds(at)), None)


def usable_quiet(turn: Turn, client: Client, words: str) -> list[str]:
    """The quiet hours that the words may mean, without those in which a question comes."""
    usual = planning.quiet_of(client)
    edges = (
        wall.Quiet(usual.starts, at) if ends else wall.Quiet(at, usual.ends)
        for ends, at in times.edges(words, client.language).options
    )
    meant = (*(wall.Quiet(*one) for one in times.hours(words, client.language).options), *edges)
    return [f"{one.starts:%H:%M}-{one.ends:%H:%M}" for one in meant if _quiet_may_be(turn, client, one)]


def _quiet_may_be(turn: Turn, client: Client, hours: wall.Quiet) -> bool:
    try:
        rhythm.check(planning.rhythm_of(client), hours, turn.config.time)
    except ValueError:
        return False
    return True
