"""Help lines of a country, as a file gives them: who can be reached in danger or to talk, and how old that is."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from bot.core.base.issue import Issue

Audience = Literal["anyone", "young", "harmed"]
AUDIENCES: dict[str, Audience] = {"anyone": "anyone", "young": "young", "harmed": "harmed"}
ROUND = "24/7"
"""Hours of a line that is there day and night."""

OLD, STALE = 12, 24
"""Months since a line was verified: from the first on it is warned of, from the second on nobody is shown it."""

_TEXTS = ("name", "number", "text", "hours", "languages", "source", "by", "for")
_DAYS = ("verified", "until")


@dataclass(frozen=True, slots=True)
class Helpline:
    """One line: how it is dialled or written to, when, in which languages, and who looked last."""

    name: str
    number: str
    text: str
    hours: str
    languages: str
    audience: Audience
    source: str
    verified: date
    by: str
    until: date | None = None

    def shown(self, today: date) -> bool:
        """Whether somebody may be sent there: neither stale nor at its end."""
        return _months(self.verified, today) < STALE and (self.until is None or today <= self.until)

    def old(self, today: date) -> bool:
        """Whether it is time to look again."""
        return _months(self.verified, today) >= OLD or (self.until is not None and today > self.until)


@dataclass(frozen=True, slots=True)
class CountryHelp:
    """What is dialled in danger, and the lines to talk to."""

    code: str
    emergency: str
    police: str = ""
    lines: tuple[Helpline, ...] = ()

    def to_show(self, today: date, audience: Audience = "anyone") -> tuple[Helpline, ...]:
        """The lines that may be shown: those for the audience first, then those for anyone."""
        found = [one for one in self.lines if one.shown(today)]
        own = [one for one in found if one.audience == audience]
        return tuple(own if audience == "anyone" else (*own, *_open(found)))


def _open(lines: Iterable[Helpline]) -> Iterator[Helpline]:
    return (one for one in lines if one.audience == "anyone")


@dataclass(slots=True)
class _Reading:
    """A file on its way to being help lines."""

    file: str
    lines: list[str]
    issues: list[Issue] = field(default_factory=list)

    def wrong(self, country: str, what: str, remedy: str) -> None:
        """Note one thing to mend, at the country's heading."""
        at = next((n for n, line in enumerate(self.lines, 1) if line.strip() == f"[{country}]"), 1)
        self.issues.append(Issue(self.file, at, 1, country, "HELPLINE", "error", what, remedy))


def read(
    data: Mapping[str, Any], text: str = "", file: str = "help_lines.toml"
) -> tuple[dict[str, CountryHelp], list[Issue]]:
    """The countries of a file's ``data``, and what is wrong; a country with a fault in it is left out.

    ``text``: the file as it is written, to say where.
    """
    reading = _Reading(file, text.splitlines())
    usual = {key: value for key, value in data.items() if not isinstance(value, Mapping)}
    found: dict[str, CountryHelp] = {}
    for code, entry in data.items():
        if isinstance(entry, Mapping) and (made := _country(reading, code, entry, usual)) is not None:
            found[code] = made
    return found, reading.issues


def _country(
    reading: _Reading, code: str, entry: Mapping[str, Any], usual: Mapping[str, Any]
) -> CountryHelp | None:
    before = len(reading.issues)
    if not re.fullmatch(r"[A-Z]{2}", code):
        reading.wrong(code, f"{code} is no country's code", "Use two capitals, like DE.")
    unknown = sorted(entry.keys() - {"emergency", "police", "lines"})
    if unknown or not entry.get("emergency"):
        what = f"{unknown[0]} is no key here" if unknown else "the emergency number is missing"
        reading.wrong(code, what, 'A country has emergency = "112", perhaps police, and lines.')
    lines = [one for each in entry.get("lines", ()) for one in _line(reading, code, each, usual)]
    if len(reading.issues) > before:
        return None
    return CountryHelp(code, str(entry["emergency"]), str(entry.get("police", "")), tuple(lines))


def _line(
    reading: _Reading, code: str, each: Mapping[str, Any], usual: Mapping[str, Any]
) -> Iterator[Helpline]:
    said = {**usual, **each}
    if why := _unfit(said):
        reading.wrong(code, f"{said.get('name', 'a line')}: {why}", "See the head of the shipped file.")
        return
    yield Helpline(
        name=said["name"],
        number=said.get("number", ""),
        text=said.get("text", ""),
        hours=said.get("hours", ""),
        languages=said["languages"],
        audience=AUDIENCES[said.get("for", "anyone")],
        source=said["source"],
        verified=said["verified"],
        by=said["by"],
        until=said.get("until"),
    )


def _unfit(said: Mapping[str, Any]) -> str:
    """Why this is no line; "" where it is one."""
    for key, value in said.items():
        if key not in (*_TEXTS, *_DAYS):
            return f"{key} is no key here"
        if not isinstance(value, date if key in _DAYS else str):
            return f"{key} is to be {'a day like 2026-11-29' if key in _DAYS else 'a text'}"
    for key in ("name", "languages", "source", "by", "verified"):
        if not said.get(key):
            return f"{key} is missing"
    if not said.get("number") and not said.get("text"):
        return "it has neither a number nor a text"
    return "" if said.get("for", "anyone") in AUDIENCES else f"for is one of {', '.join(AUDIENCES)}"


def _months(since: date, today: date) -> int:
    """Whole months from one day to another."""
    whole = (today.year - since.year) * 12 + today.month - since.month
    return whole - (today.day < since.day)
