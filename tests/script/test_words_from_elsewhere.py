"""Names with a point in a template: what they may be, and whether anybody can have answered them."""

import pytest
from pages import page, script

from bot.core.script import template
from bot.core.script.links import known_of, links
from bot.core.script.printer import to_text
from bot.core.script.sample import invented, sample
from bot.core.script.script import Condition
from bot.core.talk.model import Context
from bot.core.talk.path import leads

GUARDED = "{% if earlier.week.word %}{{ earlier.week.word }}{% endif %} What now?"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "{{ practice.phone }}",
            "“practice.phone” may be empty here: it may not be set, or not be there yet.",
        ),
        (
            "{{ client.dog|upper }}{% if client.dog %}{% endif %}",
            "A client's own words are shown as they were written.",
        ),
        ("{{ practice.a.b }}", "Nothing is called “practice.a.b”."),
        ("{{ name.upper }}", "Nothing is called “name.upper”."),
        ("{{ earlier.week }}", "Nothing is called “earlier.week”."),
        ("{{ practice.__class__ }}", "Nothing is called “practice.__class__”."),
    ],
)
def test_a_name_with_a_point_is_one_of_three_and_may_be_missing(source: str, message: str) -> None:
    """No attribute of anything is ever read; what may be missing stands behind an if."""
    assert message in [one.message for one in template.check(source, {"name"})]


def test_what_is_not_there_shows_nothing() -> None:
    """A blank that nobody filled is empty, and a filled one is shown as it is."""
    text = "{% if practice.phone %}Call {{ practice.phone }}.{% endif %}{{ client.dog or 'Hello' }}"
    assert template.check(text, set()) == ()
    assert template.render(text, {}) == "Hello"
    assert template.plain(template.render(text, {"practice__phone": "*1*"})) == "Call *1*.Hello"
    assert dict(invented(["client__dog", "coach"])) == {"client__dog": "[dog]"}
    assert "(“The title”)" in sample(GUARDED)


def test_an_answer_that_nobody_can_give_is_said() -> None:
    """A script or a name that is not there, with what is; a good one brings nothing."""
    week = script(page("\n# word\nWhat stayed?"))
    other = script(page(f"\n# now\n{GUARDED}"))
    assert list(links(other, known_of({"week": week, "sample": other}))) == []
    (gone,) = links(other, known_of({"sample": other}))
    assert (gone.rule, gone.message) == (
        "VAR",
        "It quotes “week”, and no script of this language is called so.",
    )
    (wrong,) = links(script(page("\n# now\n" + GUARDED.replace("word", "ward"))), known_of({"week": week}))
    assert wrong.message == "“week” asks nothing that is saved as “ward”."
    assert wrong.remedy == "It has: word. Did you mean “word”?"
    itself = script(page("\n# now\n" + GUARDED.replace("week.word", "sample.now")))
    assert list(links(itself, {})) == []


@pytest.mark.parametrize(
    ("written", "low", "high", "again"),
    [
        ("first time", 1, 1, "time 1"),
        ("3rd time", 3, 3, "time 3"),
        ("second time or later", 2, None, "time 2 or later"),
        ("time 2 to 4", 2, 4, "time 2 to 4"),
        ("time 2 or earlier", 0, 2, "time 0 to 2"),
    ],
)
def test_an_arrow_counts_the_times(written: str, low: int, high: int | None, again: str) -> None:
    """How many times the script has come to the client, this one counted."""
    made = script(page(f"\n# one\nWhat now?\n\n→ more if {written}\n→ end\n\n# more\nAnd?", "2"))
    assert made.steps[0].branches[0].condition == Condition("time", low, high)
    assert f"→ more if {again}" in to_text(made)
    ways = [leads(made, made.steps[0], Context("Ana", before=before), None) for before in range(4)]
    assert [way == "more" for way in ways] == [low <= time <= (high or 9) for time in range(1, 5)]


def test_how_much_lower_a_rating_is_can_be_read_of_an_own_one_alone() -> None:
    """``lower.mood`` is a number that is always there; of a name that the script has not, it is an issue."""
    text = "{% if lower.mood >= 2 %}Lower.{% endif %}"
    assert template.check(text, {"mood", "coach"}, {"mood"}, {"mood"}) == ()
    (gone,) = template.check("{% if lower.mode >= 2 %}x{% endif %}", {"mood", "coach"}, (), {"mood"})
    assert gone.message == "Nothing is called “lower.mode”."
    (built_in,) = template.check("{% if lower.coach >= 2 %}x{% endif %}", {"mood", "coach"}, (), {"mood"})
    assert built_in.rule == "VAR"
    (early,) = template.check(text, {"coach"}, (), {"mood"}, {"mood"})
    assert early.message == "“lower.mood” has not been answered when this step comes."
