"""The digest as a page: golden, parsed, nothing lost, nothing asked for from anywhere, nothing private."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import golden
import pytest
import weeks
from anyweek import any_week
from hypothesis import HealthCheck, given, settings

from bot.core.digest.digest import compile
from bot.core.digest.week import SharedMark, Week
from bot.i18n import texts
from bot.render.page import page
from bot.render.text import clean

VOID = {"meta", "br", "img", "link", "input"}
WEEKS = {"full": weeks.full, "plain": weeks.plain, "quiet": weeks.quiet}


class Reader(HTMLParser):
    """Reads a page strictly: every element closed in turn; gathers ids, links, words and names of attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what was opened."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of a picture that closes itself."""
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        """It closes the last one opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Gather the words."""
        self.words += data


def read(made: str) -> Reader:
    """The page as a browser would take it; fails on an element that is not closed, or an id used twice."""
    reader = Reader()
    reader.feed(made)
    reader.close()
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    return reader


def normal(made: str) -> str:
    """The page without what its pictures look like and without its style."""
    bare = re.sub(r"<svg.*?</svg>", "<svg></svg>", made, flags=re.DOTALL)
    return re.sub(r"<style>.*?</style>", "<style></style>", bare, flags=re.DOTALL)


@pytest.mark.parametrize("name", list(WEEKS))
@pytest.mark.parametrize("language", ["en", "de"])
def test_golden(name: str, language: str, pytestconfig: pytest.Config) -> None:
    """The pages are what they were, but for style and strokes."""
    made = page(compile(WEEKS[name]()), texts(language))
    read(made)
    rewrite = bool(pytestconfig.getoption("--rewrite", default=False))
    assert golden.agrees(f"{name}.{language}.html", normal(made), rewrite)


def test_every_quote_leads_to_its_whole_answer() -> None:
    """Each link of the page leads to an answer on the page."""
    reader = read(page(compile(weeks.full()), texts()))
    assert len(reader.links) > 8
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)


def test_page_asks_for_nothing() -> None:
    """No address, script, form or handler is in the page, and its own policy forbids any."""
    made = page(compile(weeks.full()), texts())
    reader = read(made)
    assert not reader.tags & {"script", "img", "link", "iframe", "form", "object", "image", "use"}
    assert not [name for name in reader.attributes if name.startswith("on") or name in ("src", "srcset")]
    assert "http:" not in made
    assert "https:" not in made
    assert "url(" not in made
    assert "default-src 'none'" in made


def test_folded_lines_are_on_the_page() -> None:
    """What the message has no room for is on the page."""
    words = read(page(compile(weeks.full()), texts())).words
    for told in (
        "Chose a lighter rhythm",
        "Stayed with a chosen silence",
        "passed in 2 of the last 3",
        "did not fit",
    ):
        assert told in words


def test_each_picture_has_its_sentence_for_those_who_cannot_see_it() -> None:
    """Every picture is named by the sentence below it."""
    made = page(compile(weeks.full()), texts())
    labels = re.findall(r'role="img" aria-label="([^"]+)"', made)
    captions = re.findall(r"</div>\n<figcaption>([^<]+)</figcaption>", made)
    assert len(labels) == made.count("<svg") == 3
    assert labels == captions


def test_script_counts_are_a_table_from_four_prompts_on() -> None:
    """Counts by script stand in a table once there are enough."""
    assert "<table>" in page(compile(weeks.full()), texts())
    assert "<table>" not in page(compile(weeks.plain()), texts())


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"kind": "choose", "choice": "Mixed"}, "Mixed"),
        ({"kind": "rate", "rating": 3, "scale": (1, 5)}, "3 on a scale of 1 to 5"),
        ({"kind": "rate", "rating": 3}, '<p class="given" dir="auto">3</p>'),
        ({"passed": True}, "Passed"),
        ({"kind": "hold"}, "A chosen silence"),
        ({"edited": True}, "edited"),
        ({"title": ""}, "Written in between"),
    ],
)
def test_what_was_tapped_is_shown(change: dict[str, object], shown: str) -> None:
    """A choice, a rating, a pass and a silence stand where they were given."""
    told = replace(weeks.said(1, 1, "words"), **change)  # type: ignore[arg-type]
    assert shown in page(compile(replace(weeks.empty(), responses=(told,))), texts())


def test_answer_of_a_later_day_says_so() -> None:
    """An answer given on another day than the first of its reflection has its own day."""
    told = (weeks.said(1, 1, "a"), replace(weeks.said(2, 3, "b"), reflection=1))
    assert '<p class="quiet">Wed 18 Nov, 20:00</p>' in page(
        compile(replace(weeks.empty(), responses=told)), texts()
    )


def test_page_of_an_empty_week_has_no_talks_and_no_pictures() -> None:
    """With nothing shared the page is short, and still says how figures are made."""
    made = page(compile(weeks.quiet()), texts())
    assert 'id="whole"' not in made
    assert 'id="pictures"' not in made
    assert 'id="rules"' in made


def test_words_of_other_weeks_and_unshared_marks_stay_out() -> None:
    """What lies outside the period, and what hangs off a reflection that is not shared, is not on the page."""
    outside = weeks.said(1, 9, "planted-later"), weeks.said(2, -2, "planted-before")
    week = replace(weeks.plain(), marks=(SharedMark("planted-mark", weeks.at(1), 777),))
    week = weeks.as_told(replace(week, responses=(*week.responses, *outside)))
    assert "planted" not in page(compile(week), texts())


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_week())
def test_any_week_gives_a_whole_page(week: Week) -> None:
    """Any week whatever gives a page that parses, holds every new message whole, and is the same each time."""
    made = page(compile(week), texts())
    reader = read(made)
    for response in week.news:
        assert f"r{response.id}" in reader.ids
        fresh = response.texts if response.fresh is None else response.fresh
        for text in (*fresh, response.prompt):
            assert clean(text) in reader.words
    assert not reader.tags & {"script", "img", "b", "i"}
    assert made == page(compile(week), texts())
    made.encode("utf-8")
