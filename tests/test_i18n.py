"""The interface in a person's language: messages, plurals, dates, zones, and catalogues that are whole."""

import ast
import gettext
import re
import string
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from babel import Locale, localedata
from babel.core import get_global
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.core.base.line import line, lines
from bot.core.talk.model import Phrases
from bot.i18n import LOCALE, N_, UNASKED, UNSAID, Texts, languages, phrases, texts

ROOT = LOCALE.parent
KEYWORDS = {"t": None, "N_": None, "n": (1, 2), "line": None, "lines": (1, 2)}
METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]
SHIPPED = [language for language in languages() if language != "en"]
SUNDAY = datetime(2026, 11, 15, 16, 0, tzinfo=UTC)
HEBREW = Texts("he", Locale.parse("he"), gettext.NullTranslations())


@cache
def extracted() -> set[str | tuple[str, ...]]:
    """Every message id in the code and the templates."""
    found = extract_from_dir(ROOT, METHODS, keywords=KEYWORDS)
    return {message for _, _, message, _, _ in found}


@cache
def catalogue(language: str) -> dict[str | tuple[str, ...], Message]:
    """The messages of a shipped catalogue by id, without its header."""
    with (LOCALE / language / "LC_MESSAGES" / "interlude.po").open("rb") as file:
        messages = [message for message in read_po(file, locale=language) if message.id]
    return {key if isinstance(key := message.id, str) else tuple(key): message for message in messages}


def blanks(message: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


def forms(message: Message) -> tuple[str, ...]:
    """All the translated forms of a message."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def test_english_phrases_are_the_engines_defaults() -> None:
    """The English words handed to the engine are the ones written in the model, letter for letter."""
    assert phrases("en") == Phrases()


def test_unknown_language_falls_back_to_english() -> None:
    """A language without a catalogue gives English as a whole, dates too."""
    assert phrases("tlh") == Phrases()
    assert texts("tlh").day(date(2026, 11, 17)) == texts("en").day(date(2026, 11, 17)) == "Tue 17 Nov"


@pytest.mark.parametrize("asked", ["de", "DE", "de-AT", "de_CH"])
def test_region_finds_its_language(asked: str) -> None:
    """A language with a region finds the catalogue of the language."""
    assert texts(asked).language == "de"


def test_no_language_is_english() -> None:
    """An empty language is English."""
    assert texts("").language == "en"


@pytest.mark.parametrize("language", SHIPPED)
def test_phrases_keep_their_blanks(language: str) -> None:
    """Each phrase of a shipped language has words, and the same names in braces as the English one."""
    translated = phrases(language)
    for field in (one for one in fields(Phrases) if one.name != "hushes"):
        english, words = getattr(Phrases(), field.name), getattr(translated, field.name)
        if isinstance(english, str):  # else several ways to say it
            english, words = (english,), (words,)
        for said, own in zip(english, words, strict=True):
            assert own
            assert blanks(own) == blanks(said)


@pytest.mark.parametrize("language", SHIPPED)
def test_catalogue_is_whole(language: str) -> None:
    """A shipped catalogue translates every message of code and templates, and no message that is gone."""
    known = catalogue(language)
    translated = {key for key, message in known.items() if all(forms(message)) and not message.fuzzy}
    assert extracted() - translated == set(), "docs/translating.md says how to add them"
    assert translated - extracted() == set()


@pytest.mark.parametrize("language", SHIPPED)
def test_translations_keep_their_blanks(language: str) -> None:
    """A translation uses exactly the names in braces that its English message has."""
    for key, message in catalogue(language).items():
        english = key if isinstance(key, str) else key[1]
        for form in forms(message):
            assert blanks(form) | {"n"} == blanks(english) | {"n"}, key


def test_no_message_hides_in_an_f_string() -> None:
    """Extraction does not look into f-strings, so no message stands in one."""
    for file in ROOT.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        inside = (
            node
            for joined in ast.walk(tree)
            if isinstance(joined, ast.JoinedStr)
            for node in ast.walk(joined)
        )
        calls = (node for node in inside if isinstance(node, ast.Call) and node.args)
        told = [
            call for call in calls if isinstance(call.args[0], ast.Constant) and called(call.func) in KEYWORDS
        ]
        assert told == [], f"{file.name}:{told[0].lineno}"


def called(function: ast.expr) -> str:
    """The last name of what is called."""
    return str(getattr(function, "attr", getattr(function, "id", "")))


def test_message_is_translated_and_filled() -> None:
    """A message comes in the language, with its values in it."""
    assert texts("de").t("Put off until {when}.", when="morgen") == "Verschoben auf morgen."
    assert texts("en").t("Put off until {when}.", when="tomorrow") == "Put off until tomorrow."


def test_marked_message_stays_as_it_is() -> None:
    """A message that is only marked for extraction is the same message."""
    assert N_("Pass") == "Pass"


def test_empty_message_is_empty() -> None:
    """The empty message does not bring out the header of the catalogue."""
    assert texts("de").t("") == ""


def test_braces_in_a_value_stay() -> None:
    """A value that looks like a blank is shown as it is."""
    assert texts().t("You wrote: {words}", words="{0} {words} {") == "You wrote: {0} {words} {"


@pytest.mark.parametrize(("n", "words"), [(0, "0 notes"), (1, "1 note"), (12345, "12345 notes")])
def test_plural(n: int, words: str) -> None:
    """The number chooses the form and stands in it without grouping."""
    one, many = "{n} note", "{n} notes"
    assert texts().n(one, many, n) == words
    assert texts().line(lines(one, many, n)) == words


def test_line_values_are_shown_in_the_manner_of_the_language() -> None:
    """Numbers, dates, instants, lists and lines inside a line are shown as the language shows them."""
    at = datetime(2026, 11, 17, 19, 5, tzinfo=ZoneInfo("Europe/Berlin"))
    sentence = line("{a}|{b}|{c}|{d}|{e}", a=2.5, b=date(2026, 11, 17), c=at, d=("x", 1), e=line("Pass"))
    assert texts("en").line(sentence) == "2.5|Tue 17 Nov|Tue 17 Nov, 19:05 (Berlin)|x and 1|Pass"
    assert texts("de").line(sentence) == "2,5|Di., 17. Nov.|Di., 17. Nov., 19:05 (Berlin)|x und 1|Auslassen"


def test_when_names_the_zone() -> None:
    """An instant is told on the clock of the zone asked for, and the zone is named."""
    assert texts().when(SUNDAY, "Asia/Kathmandu") == "Sun 15 Nov, 21:45 (Kathmandu)"
    assert texts().when(SUNDAY) == "Sun 15 Nov, 16:00 (UTC)"


def test_every_zone_has_a_name() -> None:
    """Each zone of the database has a place name without a slash."""
    for zone in sorted(available_timezones() - {"localtime", "Factory"}):
        assert texts().zone(zone)
        assert "/" not in texts().zone(zone)


def test_dates_and_lists() -> None:
    """Weekdays, spans and lists follow the language."""
    assert texts().weekday(date(2026, 11, 17)) == "Tue"
    assert texts().day(date(2026, 11, 17), weekday=False) == "17 Nov"
    assert texts().span(date(2026, 11, 15), date(2026, 11, 21)) == "15–21 Nov"
    assert texts("de").span(date(2026, 11, 15), date(2026, 11, 21)) == "15.–21. Nov."
    assert texts().list(["a", "b", "c"], style="or") == "a, b or c"
    assert texts().list([]) == ""


def test_spanish_is_written_as_it_is_spoken() -> None:
    """A weekday stands whole before its date, without a comma, and y and o turn before their own sound."""
    spoken = texts("es-MX")
    assert spoken.when(SUNDAY, "America/Mexico_City") == "domingo 15 nov, 10:00 (Ciudad de México)"
    assert spoken.dated(date(2026, 11, 17)) == "martes 17 nov 2026"
    assert spoken.list(["Ana", "Inés"]) == "Ana e Inés"
    assert spoken.list(["Ana", "Hiedra", "Hilda"]) == "Ana, Hiedra e Hilda"
    assert spoken.list(["agua", "hielo"]) == "agua y hielo"
    assert spoken.list(["siete", "ocho"], style="or") == "siete u ocho"
    assert spoken.list(["Inés"]) == "Inés"
    assert spoken.list(["{a}", "{} y {b}"]) == "{a} y {} y {b}"
    assert spoken.t("{name} y {coach}", name="Iván", coach="Íñigo") == "Iván e Íñigo"
    assert spoken.list([]) == ""
    assert spoken.n("{n} photo", "{n} photos", 1_000_000) == "1000000 fotos"


def test_names_are_isolated_where_directions_meet() -> None:
    """A name of the other direction is wrapped so that it cannot turn the sentence; a plain one is not."""
    assert texts().t("Put off until {when}.", when="נועה") == "Put off until \u2068נועה\u2069."
    assert HEBREW.rtl
    assert not texts().rtl
    assert HEBREW.isolated("Noa") == "\u2068Noa\u2069"


def test_catalogues_are_package_data() -> None:
    """The catalogue files lie inside the package, where an installed bot finds them."""
    assert Path(LOCALE).parent.name == "bot"
    assert "de" in languages()


MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&#?\w+;")
WRITTEN = (
    "<b>{name}, 3 of 4</b> كلمة",
    'كلمة <a href="tg://user?id=7">Ada B</a> &amp; 12 &lt;5',
    "<code>/zone</code> كلمة",
)
"""Markup of every kind that Telegram reads, around words of the other direction."""


@pytest.mark.parametrize("language", SHIPPED)
def test_isolates_leave_markup_as_it_is(language: str) -> None:
    """Tags and entities in a message come out letter for letter, whatever way its language runs."""
    said = [form for message in catalogue(language).values() for form in forms(message)]
    for form in (*WRITTEN, *(one for one in said if MARKUP.search(one))):
        filled = HEBREW.t(form, **dict.fromkeys(blanks(form), "x"))
        assert MARKUP.findall(filled) == MARKUP.findall(form)
        assert "\u2068" in filled or not blanks(form)


@pytest.mark.parametrize("language", languages())
def test_what_is_never_said_of_a_language_is_not_kept(language: str) -> None:
    """Units, currencies and who speaks what take no memory, neither of a language nor of what it inherits from."""
    name = str(texts(language).locale)
    for one in (name, name.partition("_")[0], "root"):
        assert not any(localedata.load(one).get(part) for part in UNSAID), one
    assert not any(get_global(part) for part in UNASKED)
