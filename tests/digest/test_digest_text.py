"""The digest as a Telegram message: golden texts, limits, markup that parses, and no word that judges."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import golden
import pytest
import weeks
from anyweek import any_week
from hypothesis import HealthCheck, given, settings

from bot.core.digest.digest import compile
from bot.core.digest.week import SharedMark, Week
from bot.i18n import texts
from bot.render.text import LIMIT, clean, text, units

BANNED = (
    r"\b(resistan|non-compliant|miss|fail|overdue|late|must|should|need|streak|score|risk|predict|percent|alarm"
    r"|urgent|patient|therapy|treatment|diagnos|great|well done)"
)
WEEKS = {"full": weeks.full, "plain": weeks.plain, "quiet": weeks.quiet, "empty": weeks.empty}


def plain(made: str) -> str:
    """The same words without markup."""
    return unescape(re.sub(r"<[^<>]*>", "", made))


class Tags(HTMLParser):
    """Reads markup as Telegram does: known tags only, each closed in turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An opening tag is one of three and has no attributes."""
        assert tag in ("b", "i", "blockquote")
        assert not attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A closing tag closes the last one opened."""
        assert self.open.pop() == tag


def parsed(made: str) -> None:
    """Fails if Telegram would refuse the markup."""
    reader = Tags()
    reader.feed(made)
    reader.close()
    assert reader.open == []


@pytest.mark.parametrize("name", list(WEEKS))
@pytest.mark.parametrize("language", ["en", "de"])
def test_golden(name: str, language: str, pytestconfig: pytest.Config) -> None:
    """The texts of the four weeks are what they were, to the letter."""
    made = text(compile(WEEKS[name]()), texts(language))
    parsed(made)
    rewrite = bool(pytestconfig.getoption("--rewrite", default=False))
    assert golden.agrees(f"{name}.{language}.txt", made + "\n", rewrite)


@pytest.mark.parametrize("name", ["quiet", "empty"])
def test_an_empty_week_is_two_lines(name: str) -> None:
    """A week with nothing shared is told in two lines: when you meet, and what there was to count."""
    assert len(text(compile(WEEKS[name]()), texts()).splitlines()) == 2


def test_no_word_judges() -> None:
    """The digest's own words neither scold nor score nor forecast, and have no per cent."""
    own = plain(
        text(compile(replace(weeks.full(), responses=())), texts()) + text(compile(weeks.full()), texts())
    )
    assert not re.search(BANNED, own, re.IGNORECASE)
    assert "%" not in own
    assert "!" not in own


def test_names_and_words_are_escaped() -> None:
    """A name or an answer that looks like markup is shown, not obeyed."""
    told = weeks.said(1, 1, "<b>a</b> & b")
    made = text(compile(replace(weeks.empty(), client="<i>x</i>", responses=(told,))), texts())
    parsed(made)
    assert "&lt;b&gt;a&lt;/b&gt; &amp; b" in made
    assert "&lt;i&gt;x&lt;/i&gt;" in made


def test_long_words_end_in_an_ellipsis_and_the_page_is_named() -> None:
    """A quote that is cut says so, and the message says where the whole is."""
    made = text(compile(replace(weeks.empty(), responses=(weeks.said(1, 1, "word " * 200),))), texts())
    assert "word …</blockquote>" in made
    assert "The attached page has every answer whole." in made


def test_words_written_in_between() -> None:
    """Words that belong to no script are said to be written in between."""
    told = replace(weeks.said(1, 1, "hello"), script="", title="", step="", prompt="")
    assert "<blockquote>hello</blockquote>\nWritten in between · Mon 16 Nov" in text(
        compile(replace(weeks.empty(), responses=(told,))), texts()
    )


@pytest.mark.parametrize("words", ["👩‍👩‍👧‍👦" * 400, "\U0001d431" * 5000, "x" * 5000, "&" * 5000])
def test_message_keeps_to_telegrams_limit(words: str) -> None:
    """Quotes of characters that count double, or of one endless word, give way until the message fits."""
    told = tuple(weeks.said(n, n, words, step="bring" if n % 2 else "stayed") for n in range(1, 6))
    made = text(compile(replace(weeks.empty(), responses=told)), texts())
    assert 1000 < units(made) <= LIMIT
    parsed(made)


def test_clean_words() -> None:
    """What no message can hold is replaced; line breaks and tabs stay."""
    assert clean("a\x00b\ud800c\td\r\ne\rf\n") == "a\ufffdb\ufffdc\td\ne\nf\n"


def test_words_of_other_weeks_and_unshared_marks_stay_out() -> None:
    """What lies outside the period, and what hangs off a reflection that is not shared, is in no text."""
    outside = weeks.said(1, 9, "planted-later"), weeks.said(2, -2, "planted-before")
    week = replace(weeks.plain(), marks=(SharedMark("planted-mark", weeks.at(1), 777),))
    week = weeks.as_told(replace(week, responses=(*week.responses, *outside)))
    assert "planted" not in text(compile(week), texts())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_week())
def test_any_week_gives_a_message_telegram_takes(week: Week) -> None:
    """Any week whatever gives markup that parses, within 4096 units, the same each time."""
    digest = compile(week)
    for language in ("en", "de"):
        made = text(digest, texts(language))
        parsed(made)
        assert units(made) <= LIMIT
        assert made == text(compile(week), texts(language))
        assert "{" not in plain(made) or "{" in repr(week)
