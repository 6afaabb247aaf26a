"""The word lists of each language, compiled; the lists themselves are in ``lists/``.

An entry is a regular expression in which a space stands for any white space and ``<name>`` for one of the
language's macros; it matches whole words only. docs/rules/README.md tells a native reviewer how to read a file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.core.lint.lists import ar, de, en, es, fr, ru

_LISTS = {"en": en.LISTS, "de": de.LISTS, "es": es.LISTS, "fr": fr.LISTS, "ru": ru.LISTS, "ar": ar.LISTS}

LANGUAGES = tuple(_LISTS)

_SPACE = re.compile(r" (\??)")
NOTHING = re.compile(r"(?!)")
"""What finds nothing: a list that a language does not have."""

_BEHIND = re.compile(r"(\(\?<[!=][^()]*\))")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """What one rule looks for: anywhere, in statements, in questions, or where a sentence begins.

    ``spare`` wins over all of them where the two overlap.
    """

    rule: str
    anywhere: re.Pattern[str]
    statements: re.Pattern[str]
    questions: re.Pattern[str]
    starts: re.Pattern[str]
    spare: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Asking:
    """How a language asks: what opens a question, what invites, what a single word answers.

    ``splices``: a question after a mere comma is a second one (no comma stands before a clause inside).
    """

    lead_in: re.Pattern[str]
    open_: re.Pattern[str]
    open_inside: re.Pattern[str]
    not_open: re.Pattern[str]
    bare: re.Pattern[str]
    yes_no: re.Pattern[str]
    yes_no_first: re.Pattern[str]
    yes_no_plain: re.Pattern[str]
    yes_no_inside: re.Pattern[str]
    invitation: re.Pattern[str]
    not_invitation: re.Pattern[str]
    request: re.Pattern[str]
    not_request: re.Pattern[str]
    order: re.Pattern[str]
    same: re.Pattern[str]
    fact: re.Pattern[str]
    soft_fact: re.Pattern[str]
    options: re.Pattern[str]
    not_fact: re.Pattern[str]
    scale: re.Pattern[str]
    tag: re.Pattern[str]
    not_tag: re.Pattern[str]
    backchannel: re.Pattern[str]
    parenthesis: re.Pattern[str]
    elliptic: re.Pattern[str]
    person: re.Pattern[str]
    splices: bool
    joiner: re.Pattern[str]
    joined: re.Pattern[str]
    not_joined: re.Pattern[str]
    pair: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TimeWord:
    """Words for a stretch of time: when what they speak of is, in hours from now at the earliest and latest.

    ``first`` after ``last``: no trigger keeps to it (a weekday, an hour of the clock).
    """

    words: re.Pattern[str]
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class TimeWords:
    """How a language says how far away something is.

    ``past`` and ``ahead``: frames about an amount (``number``, ``few`` or ``some`` and a ``unit``, whose hours
    ``units`` has); ``named``: words that always mean something that is meant; ``near``: words that speak of an
    ``event`` only beside it.
    """

    past: tuple[re.Pattern[str], ...]
    ahead: tuple[re.Pattern[str], ...]
    many: re.Pattern[str]
    numbers: Mapping[str, int]
    units: tuple[tuple[re.Pattern[str], float], ...]
    named: tuple[TimeWord, ...]
    near: tuple[TimeWord, ...]
    greeting: re.Pattern[str]
    event: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class WordLists:
    """All that the rules know of one language. ``index``: the reading index, see ease.py.

    ``openable``: the closed questions that make sense behind ``opener``; another is not reworded.
    """

    language: str
    reviewed: bool
    index: str
    asking: Asking
    wording: tuple[Wording, ...]
    permissive: re.Pattern[str]
    gendered: re.Pattern[str]
    times: TimeWords
    negation: re.Pattern[str]
    acronyms: frozenset[str]
    abbreviations: frozenset[str]
    opener: str
    openable: re.Pattern[str]
    drop: re.Pattern[str]
    later: re.Pattern[str]
    bare: Mapping[str, str]


def words(language: str) -> WordLists:
    """The lists for a language tag such as ``de`` or ``pt-BR``; empty ones for a language without a file."""
    base = re.split(r"[-_@]", language.lower())[0]
    return _words(base if base in _LISTS else "")


@cache
def _words(language: str) -> WordLists:
    """Compiled when a language is first asked for: that costs a fraction of a second each."""
    return _made(language, _LISTS.get(language, {}))


def _made(language: str, data: Mapping[str, Any]) -> WordLists:
    macros = data.get("macros", {})
    return WordLists(
        language=language,
        reviewed=data.get("reviewed", False),
        index=data.get("index", ""),
        asking=_asking(data.get("asking", {}), macros),
        wording=tuple(_wording(rule, lists, macros) for rule, lists in data.get("wording", {}).items()),
        permissive=_pattern(data.get("permissive", ()), macros),
        gendered=_pattern(data.get("gendered", ()), macros),
        times=_times(data.get("times", {}), macros),
        negation=_pattern(data.get("negation", ()), macros),
        acronyms=frozenset(data.get("acronyms", ())),
        abbreviations=frozenset(data.get("abbreviations", ())),
        opener=data.get("split", {}).get("opener", ""),
        openable=re.compile(data.get("split", {}).get("openable", ".*"), re.DOTALL),
        drop=re.compile(data.get("split", {}).get("drop", "(?!)")),
        later=re.compile(data.get("split", {}).get("later", "(?!)")),
        bare=data.get("split", {}).get("bare", {}),
    )


def _wide(space: re.Match[str]) -> str:
    return r"\s*" if space[1] else r"\s+"


def _asking(lists: Mapping[str, Any], macros: Mapping[str, str]) -> Asking:
    fields = [name for name in Asking.__dataclass_fields__ if name != "splices"]
    patterns = {name: _pattern(lists.get(name.rstrip("_"), ()), macros) for name in fields}
    patterns["joined"] = _pattern(lists.get("joined", ()), macros, end="")  # it looks ahead itself
    return Asking(**patterns, splices=lists.get("splices", False))


def _wording(rule: str, lists: Mapping[str, list[str]], macros: Mapping[str, str]) -> Wording:
    where = ("anywhere", "statements", "questions", "starts", "spare")
    return Wording(rule, **{name: _pattern(lists.get(name, ()), macros) for name in where})


def _times(lists: Mapping[str, Any], macros: Mapping[str, str]) -> TimeWords:
    units, numbers = lists.get("units", {}), sorted(lists.get("numbers", ()), key=len, reverse=True)
    said = {name: lists.get(name, "(?!)") for name in ("about", "few", "some")}
    amount = (
        rf"(?:(?:{said['about']}) )*"
        rf"(?:(?P<number>\d{{1,3}}|{'|'.join(numbers)}) |(?P<few>{said['few']}) ?|(?P<some>{said['some']}) ?|)"
        rf"(?P<unit>{'|'.join(units)})(?!\w)"
    )
    ways = {**macros, "amount": amount}
    past, ahead = (
        tuple(_pattern([said], ways) for said in lists.get(name, ())) for name in ("past", "ahead")
    )
    named, near = (
        tuple(TimeWord(_pattern([said], macros), *span) for said, *span in lists.get(name, ()))
        for name in ("named", "near")
    )
    return TimeWords(
        past=past,
        ahead=ahead,
        many=re.compile(lists.get("many", "(?!)")),
        numbers=lists.get("numbers", {}),
        units=tuple((re.compile(said), hours) for said, hours in units.items()),
        named=named,
        near=near,
        greeting=_pattern(lists.get("greeting", ()), macros),
        event=_pattern(lists.get("event", ()), macros),
    )


def _pattern(
    entries: list[str] | tuple[str, ...], macros: Mapping[str, str], end: str = r"(?!\w)"
) -> re.Pattern[str]:
    """One pattern for a list: whole words, the longest way first come as the author ordered them."""
    if not entries:
        return NOTHING
    return re.compile(rf"(?<!\w)(?:{'|'.join(_expanded(entry, macros) for entry in entries)}){end}")


def _expanded(entry: str, macros: Mapping[str, str]) -> str:
    """The entry with its macros filled in (macros may use earlier ones) and its spaces widened."""
    while macro := re.search(r"(?<!\?)(?<!\?P)<(\w+)>", entry):
        entry = entry[: macro.start()] + f"(?:{macros[macro[1]]})" + entry[macro.end() :]
    parts = _BEHIND.split(entry)  # what looks behind has a fixed width in Python
    return "".join(part if part.startswith("(?<") else _SPACE.sub(_wide, part) for part in parts)
