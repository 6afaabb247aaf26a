"""The interface's words, dates, times and lists in a person's language.

The message id is the English text. A catalogue is a .po file under ``bot/locale``, read as it is, so
that nothing has to be compiled. A language without a catalogue falls back to English as a whole:
never two languages in one message. Scripts are not translated here; they are authored per language.
"""

import gettext
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Literal, cast
from zoneinfo import ZoneInfo

from babel import Locale, dates, lists, localedata, negotiate_locale, numbers
from babel.core import get_global
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.core.base.direction import isolated, turns
from bot.core.base.line import Brief, Line, Value
from bot.core.plan.rhythm import DAYS
from bot.core.talk.beside import label
from bot.core.talk.model import Phrases

LOCALE = Path(__file__).parent / "locale"
ENGLISH = "en"
DOMAIN = "interlude"

# The interface's English is British in its dates: day first, hours from 0 to 23.
_REGIONS = {"en": "en_GB"}
_BETWEEN = {"en_GB": ("en_001",)}  # what a region inherits from besides its language

UNSAID = {
    *("unit_patterns", "unit_display_names", "compound_unit_patterns", "languages", "scripts", "variants"),
    *("currency_names", "currency_names_plural", "currency_symbols", "currency_unit_patterns"),
    *("compact_currency_formats", "compact_decimal_formats", "date_fields"),
}
"""Parts of a locale: three quarters of what Babel keeps in memory of it."""

UNASKED: tuple[Literal["territory_languages", "territory_currencies", "all_currencies"], ...] = (
    "territory_languages",
    "territory_currencies",
    "all_currencies",
)
"""Parts of what Babel knows beside the languages: who speaks what, and pays in what, where."""

_EUPHONY = (
    ("y", "e", re.compile(r"h?[ií](?![ae])", re.IGNORECASE)),
    ("o", "u", re.compile(r"h?[oó]", re.IGNORECASE)),
)
"""How Spanish says "and" and "or" before a word that begins with their own sound: Ana e Inés."""

_LABEL = 60  # characters of the longest message that can be a label

# In a sentence from right to left: a blank, or a run of commands, dates and names in Latin letters or digits.
_WORD = r"[0-9A-Za-z](?:[0-9A-Za-z:.\-]*[0-9A-Za-z])?"
_HAMZA = str.maketrans("أإآ", "ااا")  # often left away in writing
_MARKUP = r"</?[A-Za-z][^<>]*>|&#?\w+;"
_LATIN = re.compile(rf"\{{[^{{}}]*\}}|{_MARKUP}|/?{_WORD}(?: {_WORD})*")


@dataclass(frozen=True, slots=True)
class Texts:
    """One language: ``language`` as its catalogue is named, ``locale`` for dates, numbers and lists."""

    language: str
    locale: Locale
    catalogue: gettext.NullTranslations

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.locale.text_direction == "rtl"

    def t(self, message: str, **values: Value) -> str:
        """The message in this language, ``{name}`` replaced by the value of that name."""
        return self._filled(self.catalogue.gettext(message), values) if message else ""

    def n(self, one: str, many: str, n: int, **values: Value) -> str:
        """The form for ``n`` things; ``{n}`` is the number itself."""
        return self._filled(self.catalogue.ngettext(one, many, n), {"n": n, **values})

    def line(self, line: Line) -> str:
        """A line of the core, said in this language."""
        values = dict(line.values)
        if line.many:
            return self._filled(self.catalogue.ngettext(line.message, line.many, line.n), values)
        return self.t(line.message, **values)

    def day(self, day: date, weekday: bool = True) -> str:
        """A date: Tue 17 Nov."""
        return self._dated("MMMd", day, weekday)

    def dated(self, day: date, weekday: bool = True) -> str:
        """A date with its year: Tue 17 Nov 2026."""
        return self._dated("yMMMd", day, weekday)

    def _dated(self, skeleton: str, day: date, weekday: bool) -> str:
        """A date by a skeleton of CLDR; in Spanish a weekday stands whole before it, as "mar" is the sea."""
        if weekday and self.language == "es":
            return f"{self.weekday(day, long=True)} {self._dated(skeleton, day, weekday=False)}"
        said = skeleton.replace("d", "Ed") if weekday else skeleton
        return dates.format_skeleton(said, day, locale=self.locale)

    def weekday(self, day: date, long: bool = False) -> str:
        """The name of the weekday: Tue, Tuesday."""
        return dates.format_date(day, "cccc" if long else "ccc", locale=self.locale)

    def day_codes(self, words: str) -> str:
        """Weekdays as people write them here ("Mo, Do", "mo-fr") in the words that the bot reads: mon,thu."""
        known = _weekdays(self.locale)
        parts = re.split(r"([\s,;،–-]+)", words.strip().casefold())
        coded = (known.get(part.rstrip(".").translate(_HAMZA), part) for part in parts)
        return re.sub(r"[\s,;،]+", ",", "".join(coded).replace("–", "-"))

    def span(self, start: date, end: date) -> str:
        """From one date to another, both included: 15–21 Nov."""
        return dates.format_interval(start, end, "MMMd", locale=self.locale)

    def clock(self, at: datetime) -> str:
        """The wall-clock time of an instant in its own zone, without the zone's name: 19:00."""
        return dates.format_skeleton("Hm", at, tzinfo=at.tzinfo, locale=self.locale)

    def when(self, at: datetime, zone: str = "") -> str:
        """An instant in a zone (else its own), and which: Tue 17 Nov, 19:00 (Berlin)."""
        local = at.astimezone(ZoneInfo(zone.partition("|")[0])) if zone else at
        named = zone or _key(local.tzinfo)
        return self.t(
            "{day}, {time} ({zone})", day=local.date(), time=self.clock(local), zone=self.zone(named)
        )

    def zone(self, zone: str) -> str:
        """A zone's place as people there call it: Berlin; behind a bar a town in it that is shown instead."""
        zone, _, town = zone.partition("|")
        return town or dates.get_timezone_location(zone, locale=self.locale, return_city=True).split("/")[-1]

    def list(self, items: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
        """Several things in one phrase: a, b and c."""
        each = {str(number): one for number, one in enumerate(items)}
        joined = lists.format_list([f"{{{number}}}" for number in each], style=style, locale=self.locale)
        return self._euphonic(joined, each).format(*each.values())

    def _euphonic(self, message: str, shown: dict[str, str]) -> str:
        """The message, its joining words fitted to what follows them, where a language does so."""
        for joiner, instead, before in _EUPHONY if self.language == "es" else ():
            for name in (name for name, words in shown.items() if before.match(words)):
                message = re.sub(rf"(?<= ){joiner} \{{{name}\}}", f"{instead} {{{name}}}", message)
        return message

    def number(self, number: int | float) -> str:
        """A number with at most two decimals and no grouping: an id stays readable.

        In the digits 0 to 9 everywhere, as in dates and hours, and as they are written back to the bot.
        """
        return numbers.format_decimal(
            number, "#.##", locale=self.locale, group_separator=False, numbering_system="latn"
        )

    def shown(self, value: Value) -> str:
        """A value as it stands inside a sentence."""
        match value:
            case Line():
                return self.line(value)
            case Brief():
                return self.day(value.day, weekday=False)
            case tuple():
                return self.list(self.shown(item) for item in value)
            case datetime():
                return self.when(value)
            case date():
                return self.day(value)
            case int() | float():
                return self.number(value)
            case _:
                return self.isolated(value)

    def isolated(self, text: str) -> str:
        """Text kept from turning the direction of the sentence around it, or being turned by it."""
        return isolated(text, self.rtl)

    def _filled(self, message: str, values: dict[str, Value]) -> str:
        if self.rtl and turns(
            message
        ):  # else the slash of a command stands behind its word, and a date runs backwards
            message = _LATIN.sub(lambda run: run[0] if run[0][0] in "{<&" else self.isolated(run[0]), message)
        shown = {name: self.shown(value) for name, value in values.items()}
        for name, words in shown.items():
            if words.endswith("."):  # "28. Dez." at the end of a sentence takes its full stop with it
                message = re.sub(rf"\{{{name}\}}\.(?!\.)", f"{{{name}}}", message)
        return self._euphonic(message, shown).format_map(shown) if values else message


@lru_cache(maxsize=64)
def _weekdays(locale: Locale) -> dict[str, str]:
    """What a weekday can be called, long or short, in small letters: montag and mo are mon."""
    widths: tuple[Literal["wide", "abbreviated", "short"], ...] = ("wide", "abbreviated", "short")
    tables = (dates.get_day_names(width, "format", locale) for width in widths)
    pairs = ((name, day) for table in tables for day, name in table.items())
    return {name.casefold().rstrip(".").translate(_HAMZA): DAYS[day] for name, day in pairs}


def labelled(language: str, words: str) -> tuple[str, ...]:
    """What a label may be in that language whose words were typed in any: the words themselves first."""
    said = label(words)
    return (said, *(label(texts(language).t(message)) for message in _said().get(said, ())))


@lru_cache(maxsize=1)
def _said() -> dict[str, tuple[str, ...]]:
    """The short messages of the interface by what they say in each language, as labels are compared."""
    found: dict[str, tuple[str, ...]] = {}
    for catalogue in (_texts(language).catalogue for language in languages()):
        known = getattr(catalogue, "_catalog", {})
        short = [one for one in known if isinstance(one, str) and 0 < len(one) <= _LABEL and "{" not in one]
        for message in short:
            for said in {label(known[message]), label(message)}:
                found[said] = tuple(dict.fromkeys((*found.get(said, ()), message)))
    return found


def N_(message: str) -> str:
    """A message that is written here and said elsewhere: extraction finds it by this name."""
    return message


def _key(zone: tzinfo | None) -> str:
    return zone.key if isinstance(zone, ZoneInfo) else "UTC"


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages of the interface, English first."""
    return (ENGLISH, *sorted(folder.name for folder in LOCALE.iterdir() if _file(folder.name).exists()))


@lru_cache(maxsize=256)  # asked several times a turn; there are few languages that apps call their own
def texts(language: str = ENGLISH) -> Texts:
    """The interface in that language ("de", "de-AT", "pt_BR"), or in English when it is not there."""
    parts = language.replace("-", "_").split("_")
    asked = "_".join([parts[0].lower(), *(part.upper() for part in parts[1:])])
    return _texts(negotiate_locale([asked], languages()) or ENGLISH)


@lru_cache(maxsize=64)
def _texts(language: str) -> Texts:
    return Texts(language, _locale(_REGIONS.get(language, language)), _catalogue(language))


def _locale(name: str) -> Locale:
    """A locale without the greater part of its data, which is about things that are never said here."""
    locale = Locale.parse(name)
    for one in ("root", *_ancestors(name), name):  # what it inherits is kept too
        known = localedata.load(one)
        for part in UNSAID & known.keys():
            known[part] = {}
    for part in UNASKED:
        cast(dict[str, object], get_global(part)).clear()
    return locale


def _ancestors(name: str) -> list[str]:
    return [one for one in (name.partition("_")[0], *_BETWEEN.get(name, ())) if one != name]


def _catalogue(language: str) -> gettext.NullTranslations:
    if language == ENGLISH:
        return gettext.NullTranslations()
    compiled = BytesIO()
    with _file(language).open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@lru_cache(maxsize=256)
def phrases(language: str = ENGLISH) -> Phrases:
    """The words that the engine needs, in that language. In English they are the defaults of Phrases."""
    t = texts(language).t
    return Phrases(
        pass_=t("Pass"),
        later=t("Later"),
        other=t("Another question"),
        stop=t("Enough for now"),
        done=t("That is all"),
        hold_done=t("I am back"),
        kept=t("Thank you. I have kept that as you wrote it."),
        kept_also=(t("Thank you. It stands as you wrote it."), t("It is kept, in your own words.")),
        echo=t("You wrote: {words}"),
        echo_also=(t("Kept as you wrote it: {words}"),),
        passed=t("Passed. That is fine."),
        stopped_bare=t("Stopped here."),
        stopped=t("Stopped here. What you wrote is kept."),
        snoozed=t("Put off until {when}."),
        in_quiet=t("{time} lies in your quiet hours, which /quiet changes."),
        parked=t("Put away for now. /now has questions, whenever you like."),
        outdated=t("That is after your session, so the question is put away."),
        nudge=t("The question above is still here, whenever you like. Or leave it."),
        broken=t("This reflection ends here, through a fault in the script. What you wrote is kept."),
        snooze_hour=t("In an hour"),
        snooze_evening=t("This evening"),
        snooze_tomorrow=t("Tomorrow"),
        snooze_week=t("Next week"),
        quote_open=t("“"),
        quote_close=t("”"),
        greeting=t("Hello {name}."),
        part_next=t("Kept. And the other part?"),
        noted=t("Thank you. That is kept."),
        noted_also=(t("It is kept. Thank you."),),
        minutes=t("{n} minutes"),
        minute=texts(language).n("{n} minute", "{n} minutes", 1),
        back=t("Back"),
        halt=t(
            "Stop this one, stop everything, or was that your answer? No answer is needed: everything "
            "then stops on {when}, and /start takes it up again."
        ),
        halt_one=t("Stop this one"),
        halt_all=t("Stop everything"),
        halt_mine=t("It was my answer"),
        halt_none=t("Nothing is stopped."),
        halt_open=t("The question is still open."),
    )
