"""Pictures: they are drawn without a complaint, the same each time, and say nothing that is not in the charts."""

import gettext
import re
import struct
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.base.line import line
from bot.core.digest.chart import CalendarDay, Chart, DayState, Ratings, Strip, Timeline
from bot.core.digest.digest import compile
from bot.core.digest.measures import Baseline
from bot.i18n import Texts, texts
from bot.render import charts, sheet
from bot.render.charts import png, svg
from bot.render.picture import caption, picture, words
from bot.render.sheet import Sheet, extent
from bot.render.text import units
from bot.render.typesetter import drawable

sys.path.insert(0, str(Path(__file__).parent / "digest"))
import weeks

FIRST = date(2026, 11, 16)
STATES: tuple[DayState, ...] = ("answered", "passed", "paused", "paused", "quiet", "quiet", "answered")
WEEK = tuple(CalendarDay(FIRST + timedelta(days=n), state, True) for n, state in enumerate(STATES))
STRIP = Strip((tuple(replace(day, now=False) for day in WEEK), WEEK), line("A week."))
POINTS = tuple((FIRST + timedelta(days=7 * n), value) for n, value in enumerate((1, 3, 5)))
RATINGS = Ratings("How is it?", (1, 5), POINTS, Baseline(6, FIRST, 2, 3.0, 3), line("Ratings."))
MARKED = tuple((FIRST + timedelta(days=n), kind) for n, kind in enumerate((*charts.MARKS, "unheard of")))
TIMELINE = Timeline(FIRST, FIRST + timedelta(days=55), (FIRST,), MARKED, ((FIRST, FIRST),), line("Events."))
CHARTS: tuple[Chart, ...] = (STRIP, RATINGS, TIMELINE)
ENGLISH = words(texts())
GERMAN, ARABIC = words(texts("de")), words(texts("ar"))
HEBREW = words(Texts("he", Locale.parse("he"), gettext.NullTranslations()))
CHINESE = replace(
    words(Texts("zh", Locale.parse("zh"), gettext.NullTranslations())),
    labels=dict.fromkeys(ENGLISH.labels, "会谈"),
)


def size(made: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    assert made.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", made[16:24])
    return width, height


def letters(made: str) -> list[str]:
    """The texts of an SVG."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", made)


def test_png_is_at_least_twice_as_sharp_as_a_screen() -> None:
    """A picture for Telegram has two dots or more for each point, and a shape Telegram takes."""
    width, height = size(png(CHARTS, ENGLISH))
    assert width >= 2 * charts.WIDTH
    assert width + height < 10_000
    assert max(width, height) < 20 * min(width, height)


def test_pictures_are_the_same_each_time() -> None:
    """The same charts give the same bytes."""
    assert png(CHARTS, ENGLISH) == png(CHARTS, ENGLISH)
    assert svg(RATINGS, ENGLISH) == svg(RATINGS, ENGLISH)


@pytest.mark.parametrize("chart", CHARTS)
def test_svg_leaves_its_colours_to_the_page(chart: Chart) -> None:
    """An SVG has no colour, id, style sheet or address of its own, so that it fits light, dark and print."""
    made = svg(chart, ENGLISH)
    assert "var(--" in made
    assert not re.search(r"#[0-9a-f]{3,6}\b| id=|<style|http|url\(|<metadata", made)


def test_ratings_stand_on_their_whole_scale() -> None:
    """The axis has the ends of the scale, whatever the ratings were."""
    assert {"1", "2", "3", "4", "5"} <= set(letters(svg(RATINGS, ENGLISH)))
    wide = replace(RATINGS, scale=(0, 10), points=((FIRST, 4), (FIRST, 5), (FIRST, 4)))
    assert {"0", "5", "10"} <= set(letters(svg(wide, ENGLISH)))


def test_legend_names_what_there_is() -> None:
    """Only what a picture shows is in its legend."""
    assert {"answered", "passed", "paused"} <= set(letters(svg(STRIP, ENGLISH)))
    quiet = replace(STRIP, rows=(tuple(replace(day, state="answered") for day in WEEK),))
    assert "passed" not in letters(svg(quiet, ENGLISH))
    bare = replace(TIMELINE, sessions=(), pauses=(), marks=MARKED[:1])
    assert "Coaching session" not in letters(svg(bare, ENGLISH))
    assert "Breakthrough" in letters(svg(bare, ENGLISH))
    assert "own median" not in letters(svg(replace(RATINGS, baseline=None), ENGLISH))


def test_languages_without_letters_in_the_font() -> None:
    """A PNG in a script that the font lacks is drawn with numbers only; an SVG has the words."""
    assert size(png(CHARTS, CHINESE))[0] > 0
    assert CHINESE.weekday(FIRST) in letters(svg(STRIP, CHINESE))


@pytest.mark.parametrize("language", [HEBREW, ARABIC])
def test_right_to_left_has_its_words_in_a_png(language: charts.ChartWords) -> None:
    """Arabic and Hebrew are in the PNG too: without them it would be another."""
    mute = replace(
        language, weekday=lambda day: "", day=lambda day: "", labels=dict.fromkeys(language.labels, " ")
    )
    assert png(CHARTS, language) != png(CHARTS, mute)


def test_arabic_is_joined_and_turned() -> None:
    """A word is drawn as one, from right to left: apart or the other way round it is another picture."""
    word = "سلام"

    def drawn(words: str) -> bytes:
        made = Sheet(100, 24)
        made.text((50, 12), words, 14, align="middle")
        return sheet.png(made)

    apart = "\u200c".join(word)
    assert len({drawn(word), drawn(apart), drawn(word[::-1])}) == 3
    assert drawn(word) == drawn(f"\u2067{word}\u2069")


def test_right_to_left_is_mirrored() -> None:
    """In a language written from right to left the first day of a row is on the right."""
    here = re.findall(r'x="([\d.]+)"', svg(STRIP, ENGLISH))[0]
    there = re.findall(r'x="([\d.]+)"', svg(STRIP, HEBREW))[0]
    assert float(here) + float(there) == pytest.approx(charts.WIDTH, abs=0.1)


@pytest.mark.parametrize(
    ("said", "can"),
    [
        ("Noa", True),
        ("Größe", True),
        ("Привет", True),
        ("שלום", True),
        ("سلام", True),
        ("今天", False),
        ("👍", False),
        ("", True),
    ],
)
def test_drawable(said: str, can: bool) -> None:
    """Words are drawn only if the font has the letters."""
    assert drawable(said) is can


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_question_can_be_drawn(question: str) -> None:
    """Any words above a chart are drawn or left out, without a warning."""
    drawn = Sheet(100, 20)
    drawn.text((0, 10), question)
    assert size(sheet.png(drawn))[0] > 0
    assert extent(question) >= 0


def test_dollars_are_no_formula() -> None:
    """A dollar sign is a letter here."""
    drawn = Sheet(100, 20, any_letters=True)
    drawn.text((0, 10), "$x^2$ <b>&amp;")
    assert letters(sheet.svg(drawn)) == ["$x^2$ &lt;b&gt;&amp;amp;"]


WORDS = re.compile(
    r'<text [^>]*x="([\d.]+)"[^>]*text-anchor="(\w+)" font-size="([\d.]+)"[^>]*>([^<]*)</text>'
)
LONG = "On the days when it went well between you, what did you do first, and who was there to see it? " * 3


@pytest.mark.parametrize("language", [ENGLISH, GERMAN, ARABIC])
@pytest.mark.parametrize("chart", [*CHARTS, replace(RATINGS, question=LONG)])
def test_words_can_be_read_on_a_phone(chart: Chart, language: charts.ChartWords) -> None:
    """On a phone 390 dots wide each word is 11 dots or larger, in a picture of the chat and on the page."""
    page_column = 390 - 2 * 20
    for made, shown in ((svg(chart, language), page_column), (charts.drawn([chart], language), 390)):
        width = float(re.findall(r'viewBox="0 0 ([\d.]+)', made)[0])
        sizes = [float(size) for _, _, size, words in WORDS.findall(made) if words]
        assert sizes
        assert min(sizes) * shown / width >= 11


def test_a_question_is_whole_in_the_picture() -> None:
    """A long question stands above its ratings in as many lines as it takes, no word of it left out."""
    made = charts.drawn([replace(RATINGS, question=LONG)], ENGLISH)
    titled = re.findall(rf'font-size="{charts.QUESTION:g}" style[^>]*>([^<]*)<', made)  # the number is bold
    assert " ".join(titled[::-1]).split() == LONG.split()
    height = float(re.findall(r'viewBox="0 0 [\d.]+ ([\d.]+)', made)[0])
    rows = sorted(float(y) for y in re.findall(r'<text [^>]*y="([\d.]+)"', made))
    assert 0 < rows[0] < rows[-1] < height


def test_sessions_stand_in_the_calendar() -> None:
    """A day with a coaching session has its sign beside what was asked, and the legend says what it is."""
    met = replace(STRIP, rows=(STRIP.rows[0], tuple(replace(day, session=day.day == FIRST) for day in WEEK)))
    made, without = svg(met, ENGLISH), svg(STRIP, ENGLISH)
    assert made.count("<polygon") == 2  # the day's and the legend's
    assert "<polygon" not in without
    assert ("Coaching session" in letters(made), "Coaching session" in letters(without)) == (True, False)


def test_digest_has_a_picture_and_its_caption() -> None:
    """A full week has one picture; its caption says whose it is and each chart in a sentence."""
    digest = compile(weeks.full())
    made = picture(digest, texts())
    assert made is not None
    assert size(made)[0] > 0
    assert caption(digest, texts()).splitlines()[0] == "Noa · 15–22 Nov"
    assert len(caption(digest, texts()).splitlines()) == 4
    assert picture(compile(weeks.quiet()), texts()) is None


def test_long_caption_gives_way() -> None:
    """A caption that Telegram would refuse is the heading alone."""
    digest = compile(weeks.full())
    many = replace(digest, charts=digest.charts * 9)
    assert units(caption(many, texts())) <= 1024
    assert caption(many, texts()) == "Noa · 15–22 Nov"


def test_the_typesetter_is_loaded_only_for_a_png() -> None:
    """Neither the modules nor a page with its pictures need the library that draws; it comes with the first PNG."""
    code = (
        "import sys; sys.path.insert(0, 'tests/digest'); import weeks; from bot.core.digest.digest import compile; "
        "from bot.i18n import texts; from bot.render import page, picture; "
        "assert '<svg' in page.page(compile(weeks.full()), texts()); sys.exit('typst' in sys.modules)"
    )
    root = Path(__file__).parent.parent
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=root).returncode == 0
