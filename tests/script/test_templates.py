"""The templates of texts: what they show, what they refuse, and that nothing in them gets out of hand."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attacks import ATTACKS, TEMPLATES
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.base.quote import Quote, Rating
from bot.core.script.sample import sample
from bot.core.script.syntax import MOST_NESTING, MOST_TAGS
from bot.core.script.template import MOST_OUTPUT, TemplateFault, check, outputs, plain, render

NAMES = ("coach", "name", "session", "thanks", "stayed", "mood")
VALUES: dict[str, object] = {
    "coach": "Ada",
    "name": "",
    "session": 3,
    "thanks": "Thank you.",
    "stayed": Quote("that I said it"),
    "mood": Rating(0),
}


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Hello.", "Hello."),
        ("{{ coach }} reads it.", "Ada reads it."),
        ("{% if stayed %}You wrote {{ stayed }}.{% endif %}", "You wrote “that I said it”."),
        ("{% if name %}{{ name }}, w{% else %}W{% endif %}hat now?", "What now?"),
        ("{% if not stayed %}a{% elif session < 3 %}b{% elif session == 3 %}c{% endif %}", "c"),
        ("{% if session >= 2 and (stayed or name) %}yes{% endif %}", "yes"),
        ("{% if 2 < session <= 3 and session != 4 and mood > -1 %}x{% endif %}", None),
        ("{% if stayed == 'that I said it' %}yes{% endif %}", "yes"),
        ("{% if mood %}rated {{ mood }}{% endif %}", "rated 0"),
        ("{{ coach|upper }} {{ coach|lower }} {{ coach|trim|capitalize }}", "ADA ada Ada"),
        ("{{ name or 'you' }}, {{ name|default('you', true) }}", "you, you"),
        ("{# a note #}Hello.", "Hello."),
        ("{{ 'a*b' }} {{ 3 }}", "a*b 3"),
        ("One.\n\n{% if name %}Two.{% endif %}\n\nThree.", "One.\n\nThree."),
        ("  One   two. \n Three. ", "One two.\nThree."),
        ("*soft* and **strong**, 2 * 3 * 4, a*b*c", "<i>soft</i> and <b>strong</b>, 2 * 3 * 4, a*b*c"),
        ("**a *b** c*, ***d***, *e\nf*", "**a *b** c*, ***d***, *e\nf*"),
        (r"\*not soft\* \# \- 1\. \x", "&#42;not soft&#42; &#35; &#45; 1&#46; \\x"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("{{ '<b>' }}", "&lt;b&gt;"),
        ("{", "{"),
        ("100 % of { } and }} %}", "100 % of { } and }} %}"),
    ],
)
def test_a_text_is_shown_with_its_values(source: str, shown: str | None) -> None:
    """Names, conditions, a few filters, notes, emphasis and signs come out as Telegram's HTML."""
    if shown is None:
        with pytest.raises(TemplateFault):
            render(source, VALUES)
    else:
        assert render(source, VALUES) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<b>&", "“&lt;b&gt;&amp;”"),
        ("*not soft* **not strong**", "“&#42;not soft&#42; &#42;&#42;not strong&#42;&#42;”"),
        ("two\n\nlines", "“two lines”"),
        ("one two three four five six seven eight nine ten eleven twelve",) * 2,
        ("1 2 3 4 5 6 7 8 9 10 11 12 13", "“1 2 3 4 5 6 7 8 9 10 11 12 …”"),
        ("1 2 3 4 5 6 7 8 9 10 11 12… 13", "“1 2 3 4 5 6 7 8 9 10 11 12 …”"),
        ("長" * 500, "“" + "長" * 120 + " …”"),
        ("{{ coach }}", "“{{ coach }}”"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_a_clients_words_are_quoted_as_they_are(words: str, shown: str) -> None:
    """Verbatim on one line, the first twelve words, in quotation marks; never markup, never a template."""
    expected = shown if shown.startswith("“") or not shown else f"“{shown}”"
    assert render("{{ stayed }}", {"stayed": Quote(words)}) == expected
    assert plain(render("{{ stayed }}", {"stayed": Quote(words)})) == str(Quote(words))


def test_a_quote_uses_the_marks_of_its_language() -> None:
    """The marks come with the words."""
    assert render("{{ a }}", {"a": Quote("so", "«\u00a0", "\u00a0»")}) == "«\u00a0so\u00a0»"


def test_a_quote_is_equal_to_its_words_and_has_no_size() -> None:
    """Conditions may ask what was chosen; a rating that was passed is neither small nor large."""
    quote = Quote("so it is")
    assert quote == "so it is"
    assert quote == Quote("so it is", "«", "»")
    assert hash(quote) == hash(Quote("so it is"))
    assert quote != 3
    assert not any((quote < 3, quote > 3, quote <= 3, quote >= 3, quote > 3, quote < 3))


def test_a_rating_of_nought_is_still_an_answer() -> None:
    """Zero on a scale is a number that was given, not an empty place."""
    assert Rating(0) and Rating(0) == 0 and str(Rating(0)) == "0"


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_an_issue_and_is_never_shown(attack: str) -> None:
    """Whatever reads, calls, repeats, nests or computes is refused before anything of it runs."""
    issues = check(attack, NAMES)
    assert issues
    assert all(issue.line >= 1 and issue.column >= 1 and issue.message and issue.remedy for issue in issues)
    with pytest.raises(TemplateFault):
        render(attack, {"coach": "Ada"})


_GUARD = """
import resource, sys
sys.path[:0] = {paths!r}
from attacks import ATTACKS
from bot.core.script.parser import parse
from bot.core.script.template import TemplateFault, check, render
resource.setrlimit(resource.RLIMIT_AS, (768 << 20, 768 << 20))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
for attack in ATTACKS:
    check(attack, ["coach"])
    parse("---\\n---\\n# one\\n" + attack, "one.md")
    try:
        render(attack, {{"coach": "Ada"}})
    except TemplateFault:
        pass
"""


def test_no_attack_takes_more_than_a_small_machine_has() -> None:
    """All attacks together stay within a memory and a time that one of them would break if it ran."""
    here = Path(__file__).parent
    code = _GUARD.format(paths=[str(here), str(here.parents[1])])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


class _Tags(HTMLParser):
    """The tags of a rendered text, each closed where it was opened."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.good = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.good = self.good and tag in {"b", "i"} and not attrs and not self.open
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.good = self.good and self.open == [tag]
        self.open.clear()


@settings(max_examples=200, deadline=None)
@given(source=TEMPLATES, words=st.text(max_size=30))
def test_no_template_gets_more_than_it_is_given(source: str, words: str) -> None:
    """Over the whole grammar: an issue, or a text within the limits with only b and i in it, or a fault."""
    values = VALUES | {"stayed": Quote(words), "coach": words}
    try:
        text = render(source, values)
    except TemplateFault as trouble:
        theirs = (
            words.strip() and len(words) >= 4 and words not in source
        )  # the fault shows the template's own text
        assert not theirs or words not in str(trouble)
        return
    assert len(text) <= MOST_OUTPUT
    assert "object at" not in text and "built-in" not in text
    tags = _Tags()
    tags.feed(text)
    assert tags.good and not tags.open
    assert "<" not in re.sub("</?[bi]>", "", text)


@settings(max_examples=200, deadline=None)
@given(source=TEMPLATES)
def test_what_the_check_lets_pass_can_be_shown(source: str) -> None:
    """A text without an issue is shown whatever its names hold, empty or long, words or numbers."""
    if check(source, NAMES):
        return
    for empty in (True, False):
        values = {name: Quote("" if empty else "a word") for name in ("stayed", "mood")}
        render(source, VALUES | values)
    render(source, VALUES | {"stayed": 5, "mood": 0, "name": "Bo"})


def test_values_are_words_or_numbers() -> None:
    """An object that is neither cannot even be handed to a text, and the fault does not show it."""
    with pytest.raises(TemplateFault, match="the value of “coach” is neither words nor a number"):
        render("Hello.", {"coach": object()})


def test_a_name_without_a_value_is_a_fault_with_its_line() -> None:
    """A fault at the showing names the line, for the admin, and no words."""
    with pytest.raises(TemplateFault, match="line 2: a name has no value") as trouble:
        render("One.\n{{ coach }}", {})
    assert trouble.value.line == 2


def test_words_compared_with_a_number_are_a_fault() -> None:
    """What only shows when a text is read is a fault, too, and found by the check."""
    with pytest.raises(TemplateFault, match="words are compared with a number"):
        render("{% if mood < 3 %}x{% endif %}", {"mood": "low"})
    (issue,) = check("One.\n{% if coach < 3 %}x{% endif %}", NAMES)
    assert (issue.rule, issue.line) == ("TEMPLATE", 2)
    assert check("{% if session < 3 and mood >= 2 %}x{% endif %}", NAMES) == ()


def test_a_text_longer_than_a_message_is_a_fault() -> None:
    """Values cannot make a text longer than Telegram takes."""
    with pytest.raises(TemplateFault, match="more than 4096"):
        render("{{ a }}", {"a": "x" * 5000})


@pytest.mark.parametrize(
    ("source", "good"),
    [
        ("{{ mood }}", False),
        ("{% if mood %}{{ mood }}{% endif %}", True),
        ("{% if mood %}x{% else %}{{ mood }}{% endif %}", False),
        ("{% if not mood %}x{% else %}{{ mood }}{% endif %}", True),
        ("{% if not mood %}x{% elif session %}{{ mood }}{% endif %}", True),
        ("{% if mood and name %}{{ mood }}{{ name }}{% endif %}", True),
        ("{% if mood or name %}{{ mood }}{% endif %}", False),
        ("{% if not mood or not name %}x{% else %}{{ mood }}{{ name }}{% endif %}", True),
        ("{% if not (mood or name) %}x{% else %}{{ mood }}{% endif %}", False),
        ("{% if not (mood and name) %}x{% else %}{{ mood }}{% endif %}", True),
        ("{% if mood <= 2 %}{{ mood }}{% endif %}", True),
        ("{% if mood == 0 %}{{ mood }}{% endif %}", True),
        ("{% if mood == '' %}{{ mood }}{% endif %}", False),
        ("{% if mood == false %}{{ mood }}{% endif %}", False),
        ("{% if mood == name %}{{ mood }}{% endif %}", False),
        ("{% if mood != 'a' %}{{ mood }}{% endif %}", False),
        ("{% if mood != 'a' %}x{% else %}{{ mood }}{% endif %}", True),
        ("{% if mood < 3 %}x{% else %}{{ mood }}{% endif %}", False),
        ("{% if true %}{{ mood }}{% endif %}", False),
        ("{{ mood or 'nothing' }}", True),
        ("{{ 'nothing' or mood }}", False),
        ("{{ name|default('you', true) }}", True),
        ("{{ name|default('you') }}", False),
        ("{{ name|default('you', false) }}", False),
        ("{{ name|upper }}", False),
        ("{% if name %}{{ name|upper }}{% endif %}", True),
        ("{{ coach }}", True),
    ],
)
def test_what_may_be_empty_is_shown_behind_an_if(source: str, good: bool) -> None:
    """The check follows and, or, not, else and comparisons to know what cannot be empty."""
    issues = check(source, NAMES, unsure=("mood", "name"))
    assert [issue.rule for issue in issues] == ([] if good else ["VAR"])


def test_the_clients_words_take_no_filter_however_deep() -> None:
    """Verbatim is verbatim."""
    issues = check("{{ stayed|trim|upper }}", NAMES, words=("stayed",))
    assert [(issue.rule, issue.column) for issue in issues] == [("VAR", 11)]


def test_the_lines_on_which_a_name_is_shown() -> None:
    """Asking for a name is not showing it."""
    assert outputs("{% if name %}\n{{ name|upper }}{% endif %}\n{{ coach or name }}", "name") == (2, 3)
    assert outputs("{{ name.x }}", "name") == ()


def test_limits_are_where_they_are_said_to_be() -> None:
    """As much as is allowed passes, one more does not."""
    assert check("{{ coach }}" * MOST_TAGS, NAMES) == ()
    assert check("{{ coach }}" * (MOST_TAGS + 1), NAMES)
    nested = "{% if coach %}" * MOST_NESTING + "x" + "{% endif %}" * MOST_NESTING
    assert check(nested, NAMES) == ()
    assert check("{% if coach %}" + nested + "{% endif %}", NAMES)
    assert check("{# note #}" * MOST_TAGS, NAMES) == ()


def test_samples_are_as_long_as_a_text_can_get() -> None:
    """For checks of length: long names, twelve words, the longest way."""
    source = (
        "{% if stayed %}You wrote {{ stayed }}.{% else %}Hello, {{ name or 'you' }}.{% endif %} *Go* {{ 3 }}"
    )
    assert sample(source) == "You wrote “that I said it out loud and nothing bad happened after it”. Go 3"
    assert sample("{% if a %}1{% elif b %}22{% endif %}{% if c %}3{% endif %}") == "223"
    assert sample("{% for %}") == ""
