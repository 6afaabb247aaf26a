"""A place that somebody wrote or shared, as places to choose from."""

import re
from collections.abc import Sequence
from datetime import datetime

from bot import places
from bot.core.understand import times
from bot.core.understand.everyday import everyday
from bot.core.understand.folding import fold
from bot.core.understand.whereabouts import named
from bot.i18n import Texts
from bot.people import understood
from bot.people.understood import Options
from bot.places import Place
from bot.telegram import Message

SHARED = re.compile(r"\[place (-?\d{1,3}\.\d+) (-?\d{1,3}\.\d+)\]")
"""A shared location as it is handed to whoever asked for a place; nobody else is told where it was."""


def said(message: Message) -> str:
    """The words of a message that may name a place; of a shared location, its point on the map."""
    return f"[place {message.point[0]:.5f} {message.point[1]:.5f}]" if message.point else message.text


def found(t: Texts, words: str, now: datetime) -> tuple[Place, ...]:
    """The places that may be meant: by name, by the clock there, or on the map."""
    if point := SHARED.fullmatch(words.strip()):
        zone = places.at(float(point[1]), float(point[2]))
        return (Place(t.zone(zone), "", zone),) if zone else ()
    if (town := _town(words)) and (known := places.towns(town, t.language)):
        return known
    return places.showing(words, now, t.language) if _figures(words) else ()


def _town(words: str) -> str:
    """The name of a place in them; figures alone name none, though some place has a number for an abbreviation."""
    return named(words) if any(map(str.isalpha, words)) else ""


def _figures(words: str) -> bool:
    """Whether a clock was read off: in figures, with its minutes. "Around half past six" is no clock there."""
    return re.search(r"\d{1,2} ?[:.h٫] ?\d{2}|\d ?[ap]\.?m", fold(words)) is not None


def like(t: Texts, words: str) -> tuple[Place, ...]:
    """Places whose names are nearly what was written."""
    town = "" if SHARED.fullmatch(words.strip()) else _town(words)
    return places.near(town, t.language) if town and not everyday(town) else ()


def options(t: Texts, offered: Sequence[Place], now: datetime) -> Options:
    """Each place in words, with the zone that is kept of it."""
    return [(understood.place(t, one, now), one.zone) for one in offered]


def with_countries(t: Texts, offered: Sequence[Place], now: datetime) -> Options:
    """The same with the country of a place that has one, for help lines, and the town: zone|DE|Graz."""
    return [(understood.place(t, one, now), _marked(one)) for one in offered]


def _marked(one: Place) -> str:
    if not one.country:
        return one.zone
    town = "" if one.usual == one.name == places.city(one.zone) else f"|{one.name}"
    return f"{one.zone}|{one.country}{town}"


def marked(t: Texts, words: str, zone: str) -> str:
    """The zone that words name for sure, with the country of the one place by that name, and its town."""
    found = places.towns(named(words), t.language)
    return _marked(found[0]) if len(found) == 1 and found[0].zone == zone else zone


def sure(t: Texts, words: str, now: datetime) -> str:
    """The zone where the words name one place of some size and no clock; "" where they do not: then it is asked."""
    if times.clock(words, t.language).options or not any(map(str.isalpha, words)):
        return ""  # what a clock shows is asked back
    town = "" if SHARED.fullmatch(words.strip()) else named(words)
    by_name = places.towns(town, t.language) if town and not everyday(town) else ()
    return by_name[0].zone if len(by_name) == 1 and places.plain(by_name[0], town) else ""
