"""The header of a script: who stands behind it, when it is offered, and what is refused."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import FRONT, issues_of, page, places, script

import bot.core.script.header
from bot.core.script.frontmatter import quoted
from bot.core.script.header import keys, schema
from bot.core.script.parser import parse
from bot.core.script.script import Header, When
from bot.core.script.when import EXAMPLES, parse_when, print_when

BODY = "\n# one\nWhat now?"


def test_a_whole_header_is_read() -> None:
    """Every key comes out as its own kind of value."""
    text = page(
        BODY,
        "about 1 to 2 questions",
        when="3 hours after a coaching session",
        title='"A: title"',
        date="2026-11-20",
        intensity="3",
        tags="[week, distanced why, week]",
        avoid="long text, body_focus",
        language="en",
        address="du",
        for_="coach",
        mark="thanks",
    )
    assert script(text).header == Header(
        title="A: title",
        author="A. Name, coach",
        reviewed="2026-11-21 by B. Name",
        basis="what is tested stays",
        when=When("after", hours=3),
        length=(1, 2),
        date=date(2026, 11, 20),
        intensity=3,
        tags=("week", "distanced_why"),
        avoid=("long_text", "body_focus"),
        address="du",
        for_="coach",
        mark="thanks",
    )


def test_values_that_yaml_would_take_for_something_else_stay_words() -> None:
    """A language called no, a title called 12 and a folded basis are words."""
    made = script(page(BODY, language="no", title="12", basis=">\n  one\n  two"), "no")
    assert (made.header.language, made.header.title, made.header.basis) == ("no", "12", "one two")


FAULTS = {
    "": [(1, "HEADER"), (1, "STEP")],
    "# one\nWhat now?": [(1, "HEADER")],
    "---\n---" + BODY: [(1, "HEADER")],
    "---\nfor: coach\n---" + BODY: [(1, "HEADER")] * 6,
    "---\ntitle: A\n" + BODY: [(3, "HEADER")],
    "---\ntitle: A": [(2, "HEADER"), (2, "STEP")],
    page(BODY, title=""): [(2, "HEADER")],
    page(BODY, title="x" * 81): [(2, "HEADER")],
    page(BODY, title="A: B"): [(2, "HEADER")],
    page(BODY, title="[a, b]"): [(2, "HEADER")],
    page(BODY, title="\n  a: b"): [(2, "HEADER")],
    page(BODY, title='"a\\0b"'): [(2, "HEADER")],
    page(BODY, author="A. Name"): [(3, "HEADER")],
    page(BODY, reviewed="2026-11-21"): [(4, "HEADER")],
    page(BODY, reviewed="2026-13-21 by B. Name"): [(4, "HEADER")],
    page(BODY, when="whenever"): [(6, "WHEN")],
    page(BODY, "many"): [(7, "HEADER")],
    page(BODY, "4 to 2"): [(7, "HEADER")],
    page(BODY, "99"): [(7, "HEADER")],
    page(BODY, date="yesterday"): [(8, "HEADER")],
    page(BODY, intensity="4"): [(8, "HEADER")],
    page(BODY, intensity="high"): [(8, "HEADER")],
    page(BODY, tags=", ".join("abcdefghijklm")): [(8, "HEADER")],
    page(BODY, tags="x" * 41): [(8, "HEADER")],
    page(BODY, language="english"): [(8, "HEADER")],
    page(BODY, language="de"): [(8, "HEADER")],
    page(BODY, for_="everybody"): [(8, "HEADER")],
    page(BODY, mark="insight"): [(8, "HEADER")],
    page(BODY, autor="A. Name, coach"): [(8, "HEADER")],
    page(BODY, zzzzzzzz="x"): [(8, "HEADER")],
    page(BODY, trigger="on demand"): [(8, "HEADER")],
    page(BODY, format_="0"): [(8, "FORMAT")],
    page(BODY, format_="3"): [(8, "FORMAT")],
    page(BODY, format_="new"): [(8, "FORMAT")],
    page(BODY, title="&a b"): [(2, "HEADER")],
    page(BODY, title="*a"): [(2, "HEADER")],
    page(BODY, title="!!python/object:os.system x"): [(2, "HEADER")],
    page(BODY, tags="[[a]]"): [(8, "HEADER")],
    page(BODY, tags="{a: b}"): [(8, "HEADER")],
    page(BODY, tags="[" * 500): [(1, "HEADER")],
    page(BODY, tags="[" * 20): [(8, "HEADER")],
    page(BODY, tags="x" * 9000): [(1, "HEADER")],
    page(BODY, title="'a"): [(2, "HEADER")],
    page(BODY, title="\tx: y"): [(2, "HEADER")],
    page(BODY, title="A\ntitle: B"): [(3, "HEADER")],
    page(BODY, title="A\n? [a, b]\n: c"): [(3, "HEADER")],
    "---\njust words\n---" + BODY: [(1, "HEADER")],
    "---\n- a\n---" + BODY: [(1, "HEADER")],
    "---\ntitle: A\n...\ntitle: B\n---" + BODY: [(4, "HEADER")],
}


@pytest.mark.parametrize("text", FAULTS, ids=range(len(FAULTS)))
def test_a_fault_of_the_header_is_reported_at_its_line(text: str) -> None:
    """Missing, unknown, doubled, empty, over-long and unreadable: one issue each, where it stands."""
    found = issues_of(text)
    assert places(found) == FAULTS[text], found
    assert all(issue.message and issue.remedy for issue in found)


BOMB = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n"


@pytest.mark.parametrize(
    "front", [BOMB, "x: " + "[" * 3000, "{" * 3000, "? " * 3000, "- " * 3000, "a: |\n" * 900]
)
def test_no_header_can_hold_the_program_up(front: str) -> None:
    """Aliases that multiply and nests without end are one issue, and quickly."""
    assert {issue.rule for issue in issues_of(f"---\n{front}\n---{BODY}")} == {"HEADER"}


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (page(BODY, autor="x"), "Did you mean “author”?"),
        (page(BODY, trigger="x"), "Did you mean “when”?"),
        (page(BODY, zzzzzzzz="x"), "Keys are: title, author"),
        (page(BODY, when="3 hours after a session with the coach"), "Did you mean “3 hours after a coach"),
        (page(BODY, when="§"), "One of: 3 hours after a coaching session · 24"),
        (page(BODY, mark="breaktrough"), "Write: mark: breakthrough"),
        (page(BODY, title=""), "Write: title: After our session"),
        (page(BODY, format_="0"), "interlude scripts upgrade"),
        (page(BODY, format_="3"), "This program reads format 2"),
    ],
)
def test_a_fault_of_the_header_says_what_to_write(text: str, remedy: str) -> None:
    """The remedy is a line to write, or what was probably meant."""
    assert remedy in issues_of(text)[0].remedy


WHENS = {
    "3 hours after a coaching session": When("after", hours=3),
    "1 hour after each session": When("after", hours=1),
    "Two days before a coaching session.": When("before", hours=48),
    "24 hours before a coaching session": When("before", hours=24),
    "midway between coaching sessions": When("midway"),
    "halfway between the sessions": When("midway"),
    "after coaching sessions 3 and 5, then every 4th": When("sessions", numbers=(3, 5), every=4),
    "after coaching session 2": When("sessions", numbers=(2,)),
    "after sessions 3, 5, and 10": When("sessions", numbers=(3, 5, 10)),
    "after every fourth coaching session": When("sessions", numbers=(4,), every=4),
    "after the last 3 coaching sessions": When("last", count=3),
    "after the last coaching session": When("last", count=1),
    "in a week without a coaching session": When("gap"),
    "weekly": When("weekly"),
    "3, 14 and 42 days after a mark": When("mark", days=(3, 14, 42)),
    "1 day after a mark": When("mark", days=(1,)),
    "4 and 12 weeks after the ending": When("ending", days=(28, 84)),
    "10 days after the ending": When("ending", days=(10,)),
    "when a coaching session is moved or cancelled": When("moved"),
    "on demand": When("demand"),
}


@pytest.mark.parametrize("phrase", WHENS)
def test_a_phrase_says_when(phrase: str) -> None:
    """The phrases of a header are read in the usual variations, and printed as one that reads the same."""
    assert parse_when(phrase) == WHENS[phrase]
    assert parse_when(print_when(WHENS[phrase])) == WHENS[phrase]


@pytest.mark.parametrize("phrase", EXAMPLES)
def test_every_example_of_a_phrase_is_one(phrase: str) -> None:
    """What a remedy offers is right, word for word."""
    when = parse_when(phrase)
    assert when is not None
    assert print_when(when) == phrase


@pytest.mark.parametrize(
    "phrase",
    ["", "0 hours after a session", "999 hours after a session", "after sessions 5 and 3", "after session 0",
     "after session 3, then every 0th", "after every 99th session", "after the last 0 sessions",
     "after the last 99 sessions", "900 days after a mark", "99 weeks after the ending", "3 days after a party",
     "monthly", "after sessions 3 and 100", "1" * 500 + " hours after a session"],
)  # fmt: skip
def test_a_phrase_that_says_nothing_is_none(phrase: str) -> None:
    """Unknown words and numbers out of range are refused rather than guessed."""
    assert parse_when(phrase) is None


_RISING = st.lists(st.integers(1, 52), min_size=1, max_size=4, unique=True).map(sorted).map(tuple)
WHEN_VALUES = st.one_of(
    st.builds(When, st.sampled_from(["after", "before"]), hours=st.integers(1, 336)),
    st.builds(When, st.sampled_from(["midway", "gap", "weekly", "moved", "demand"])),
    st.builds(When, st.just("sessions"), numbers=_RISING, every=st.integers(0, 20)),
    st.builds(When, st.just("last"), count=st.integers(1, 10)),
    st.builds(When, st.sampled_from(["mark", "ending"]), days=_RISING),
)


@settings(max_examples=100)
@given(when=WHEN_VALUES)
def test_every_when_reads_back_as_it_is_printed(when: When) -> None:
    """Printing and reading a phrase is the identity."""
    assert parse_when(print_when(when)) == when


def test_the_shipped_schema_is_that_of_the_header() -> None:
    """An editor completes what the program accepts: header.schema.json is schema(), printed."""
    file = Path(bot.core.script.header.__file__).with_name("header.schema.json")
    assert json.loads(file.read_text("utf-8")) == schema()
    jsonschema.Draft202012Validator.check_schema(schema())
    assert list(schema()["properties"]) == keys()


@pytest.mark.parametrize(
    ("change", "good"),
    [
        ({}, True),
        ({"length": 3, "tags": ["a"], "intensity": 2, "format": 2, "for": "coach", "mark": "thanks"}, True),
        ({"length": "3 to 4", "tags": "a, b", "date": "2026-11-21", "language": "pt-BR"}, True),
        ({"titel": "x"}, False),
        ({"intensity": 4}, False),
        ({"for": "all"}, False),
        ({"title": ""}, False),
    ],
)
def test_the_schema_says_good_and_bad_like_the_program(change: dict[str, object], good: bool) -> None:
    """What an editor underlines is what the program refuses."""
    header = FRONT | {"length": "1"} | change
    assert jsonschema.Draft202012Validator(schema()).is_valid(header) == good


@settings(max_examples=200)
@given(
    words=st.text(min_size=1, max_size=20).map(lambda words: " ".join(words.split())), inside=st.booleans()
)
def test_any_words_can_be_a_value(words: str, inside: bool) -> None:
    """Words are printed bare or in quotation marks, so that YAML reads them back."""
    if not words.isprintable() or not words:
        return
    line = f"k: [{quoted(words, inside)}]" if inside else f"k: {quoted(words, inside)}"
    back = yaml.load(line, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but words
    assert back == {"k": [words] if inside else words}


@pytest.mark.parametrize(
    ("more", "message"),
    [({"title": "x" * 90}, "“title” has 90 letters; 80 is the most."), ({"title": ""}, "“title” is empty."),
     ({"intensity": "7"}, "“7” is no level that there is."),
     ({"intensity": "high"}, "“high” is no level that there is."),
     ({"language": "English"}, "“English” is no short name of a language."),
     ({"address": "z" * 50}, "“address” has 50 letters; 40 is the most.")],
)  # fmt: skip
def test_a_refusal_is_said_in_an_authors_words(more: dict[str, str], message: str) -> None:
    """None of the library's own words: what is wrong, where, and what to write."""
    found = [one for one in issues_of(page(BODY, **more)) if one.rule == "HEADER"]
    assert any(one.message.startswith(message) and one.remedy for one in found), found
    assert not any(word in one.message for one in found for word in ("string", "input", "pattern", "valid"))


def test_a_tag_by_which_nothing_goes_is_a_warning() -> None:
    """An invented tag is named at its line with those there are; the page can be published all the same."""
    made, found = parse(page(BODY, tags="[bodyfocus, week]", avoid="whatever"), "prompts/en/sample.md", "en")
    assert made is not None
    assert [(one.level, one.message.split("”")[0]) for one in found] == [
        ("warning", "“bodyfocus"),
        ("warning", "“whatever"),
    ]
    assert "Did you mean “body_focus”?" in found[0].remedy
