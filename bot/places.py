"""Where a person is, as a time zone: from a city or country they name, or from what their clock shows.

Zones, countries and their names in many languages come from CLDR (through Babel); the table here only
adds large cities that have no zone of their own.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from unicodedata import combining, normalize
from zoneinfo import TZPATH, ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers

CITIES = {
    "Europe/Berlin": "munich münchen hamburg frankfurt cologne köln stuttgart leipzig dresden düsseldorf",
    "Europe/London": "manchester birmingham edinburgh glasgow liverpool leeds bristol cardiff england uk",
    "Europe/Paris": "lyon marseille toulouse nice bordeaux lille nantes strasbourg",
    "Europe/Madrid": "barcelona valencia sevilla seville bilbao malaga",
    "Europe/Rome": "milan milano naples napoli turin torino florence firenze bologna",
    "Europe/Lisbon": "porto coimbra braga",
    "Europe/Zurich": "zürich geneva genève genf basel bern berne lausanne",
    "Europe/Vienna": "graz linz salzburg innsbruck",
    "Europe/Amsterdam": "rotterdam utrecht eindhoven",
    "Europe/Brussels": "antwerp ghent bruges",
    "Europe/Warsaw": "krakow cracow wroclaw gdansk poznan lodz",
    "Europe/Moscow": "saint-petersburg st-petersburg petersburg kazan sochi",
    "Europe/Kyiv": "kiev lviv odesa kharkiv dnipro",
    "Europe/Istanbul": "ankara izmir antalya",
    "Europe/Stockholm": "gothenburg malmö uppsala",
    "Asia/Jerusalem": "tel-aviv haifa",
    "Asia/Shanghai": "beijing shenzhen guangzhou chengdu hangzhou",
    "Asia/Kolkata": "mumbai delhi new-delhi bangalore bengaluru chennai hyderabad pune",
    "Asia/Tokyo": "osaka kyoto nagoya sapporo",
    "Asia/Dubai": "abu-dhabi sharjah",
    "Asia/Riyadh": "jeddah mecca medina",
    "Asia/Karachi": "lahore islamabad",
    "Asia/Ho_Chi_Minh": "hanoi saigon",
    "Africa/Johannesburg": "cape-town durban pretoria",
    "Africa/Lagos": "abuja",
    "Africa/Cairo": "alexandria giza",
    "America/New_York": "boston washington philadelphia miami atlanta charlotte nyc new-york-city baltimore",
    "America/Chicago": "houston dallas austin san-antonio minneapolis nashville new-orleans",
    "America/Denver": "salt-lake-city albuquerque",
    "America/Los_Angeles": "san-francisco seattle san-diego portland las-vegas sacramento",
    "America/Toronto": "montreal ottawa quebec",
    "America/Edmonton": "calgary",
    "America/Sao_Paulo": "rio-de-janeiro rio brasilia curitiba",
    "America/Argentina/Buenos_Aires": "rosario",
    "America/Mexico_City": "guadalajara puebla",
    "Australia/Sydney": "canberra newcastle",
    "Pacific/Auckland": "wellington christchurch",
}

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
)
"""Zones offered first where only an offset is known."""


def find(words: str, language: str = "en") -> tuple[str, ...]:
    """The zones that a city, country or zone name may mean, likeliest first; empty when it is unknown."""
    asked = _folded(words)
    return _names(language.split("-")[0].split("_")[0]).get(asked, ()) if asked else ()


def by_clock(words: str, now: datetime) -> tuple[str, ...]:
    """Zones where it is about the time that was said ("14:35", "2:35 pm"); empty if it is no time."""
    said = _minutes(words)
    if said is None:
        return ()
    near = [zone for zone in COMMON if _apart(said, now, zone) <= 7]
    return tuple(sorted(near, key=lambda zone: _apart(said, now, zone)))


def _apart(said: int, now: datetime, zone: str) -> int:
    local = now.astimezone(ZoneInfo(zone))
    apart = abs(said - local.hour * 60 - local.minute) % 1440
    return min(apart, 1440 - apart)


CLOCK = re.compile(r"^\s*(\d{1,2})\s*[:.h]?\s*(\d{2})?\s*([ap])?\.?m?\.?\s*$", re.IGNORECASE)


def _minutes(words: str) -> int | None:
    found = CLOCK.match(words)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _folded(words: str) -> str:
    """Small letters without accents, one hyphen for whatever stands between words."""
    plain = "".join(letter for letter in normalize("NFKD", words.casefold()) if not combining(letter))
    return re.sub(r"[\W_]+", "-", plain).strip("-")


@lru_cache(maxsize=16)
def _names(language: str) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for name, zones in _known(language):
        names.setdefault(_folded(name), tuple(zones))
    return names


def _known(language: str) -> Iterable[tuple[str, Iterable[str]]]:
    """Every name with its zones, the surest kind of name first."""
    zones = [zone for zone in get_global("zone_territories") if known(zone)]
    for zone in zones:
        yield zone, (zone,)
        yield zone.rsplit("/", 1)[-1], (zone,)
    for zone, cities in CITIES.items():
        for city in cities.split():
            yield city, (zone,)
    for tongue in {language, "en"} & set(locale_identifiers()):
        yield from _spoken(Locale.parse(tongue), zones)


def _spoken(locale: Locale, zones: list[str]) -> Iterable[tuple[str, Iterable[str]]]:
    for zone in zones:
        if city := locale.time_zones.get(zone, {}).get("city"):
            yield city, (zone,)
    for code, inside in get_global("territory_zones").items():
        usable = [zone for zone in inside if zone in zones]
        if usable and (name := locale.territories.get(code)):
            # a country's zones, those offered elsewhere too before its islands
            yield name, sorted(usable, key=lambda zone: zone not in COMMON)[:8]


def edition(zones: Iterable[str]) -> str:
    """Which zone data is at hand for these zones: another text as soon as the rules of one of them change."""
    data = sha256()
    for zone in sorted(set(zones)):
        data.update(f"\n{zone} ".encode() + _data(zone))
    return data.hexdigest()[:16]


def _data(zone: str) -> bytes:
    """The zone's rules as they are on this machine, where ZoneInfo looks for them; b"" where there are none."""
    for folder in (*map(Path, TZPATH), resources.files("tzdata") / "zoneinfo"):
        with suppress(OSError):
            return folder.joinpath(zone).read_bytes()
    return b""


def known(zone: str) -> bool:
    """Whether the zone data has it."""
    return zone in available_timezones()
