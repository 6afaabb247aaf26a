"""What an author can know of how often a script would come."""

from bot.core.plan.facts import Offer
from bot.core.plan.foresight import alone, foresee, hangs, in_words, issues, never
from bot.core.script.parser import parse
from bot.core.script.script import Script
from bot.core.script.when import parse_when
from bot.render.plan_text import SHIPPED

PAGE = """---
title: A page
author: A. Name, coach
reviewed: 2026-11-21 by B. Name
basis: a look back keeps what matters
when: {when}
length: 1
---

# opening
If you like, a line about it. What comes to mind?

# close
Thank you.
"""


def timed(name: str, phrase: str, turns: int = 1) -> Offer:
    """A script as its author timed it."""
    when = parse_when(phrase)
    assert when is not None
    return Offer(name, when, turns=turns)


def page(name: str, phrase: str) -> Script:
    """A page of one question."""
    script = parse(PAGE.format(when=phrase), f"{name}.md", "en")[0]
    assert script is not None
    return script


def times(*offers: Offer) -> dict[str, tuple[int, ...]]:
    """How often each comes: with weekly sessions, one every two weeks, none."""
    return {name: tuple(one.times for one in found) for name, found in foresee(offers).items()}


def test_what_hangs_on_sessions_comes_as_often_as_they_do() -> None:
    """Half a year of the usual scripts: one after and one before each session, a look back where there is none."""
    found = times(*SHIPPED)
    assert found["after-session"] == (26, 13, 0)
    assert found["before-session"][0] in (25, 26)
    assert found["look-back"][0] == 0 < found["look-back"][2] == 26


def test_a_page_that_nobody_would_get_says_why() -> None:
    """A page whose days others have all taken never comes, and its author reads the reason."""
    offers = (timed("a", "daily"), timed("b", "weekly"))
    found = foresee(offers)["b"]
    assert never(found)
    assert in_words(found) == (
        "It would never be sent by itself (other scripts have its days, and it is one a day)."
    )
    assert not never(foresee(offers)["a"])


def test_the_sentence_counts_for_three_kinds_of_clients() -> None:
    """Often, once, never: each with whom it is for, and never with its reason where one is known."""
    found = foresee((*SHIPPED, timed("c", "once, 3 days after joining")))
    assert in_words(found["c"]).endswith("once with a session every two weeks, once without sessions.")
    assert in_words(found["look-back"]).startswith(
        "In half a year it would come never with weekly sessions, "
    )
    long = foresee((timed("long", "weekly", turns=9), timed("short", "weekly")))["long"]
    assert in_words(long) == "It would never be sent by itself (the script is too long for one sitting)."


def test_two_without_a_reason_are_counted() -> None:
    """What hangs on sessions is not said to be kept away from somebody who has none."""
    found = foresee((timed("d", "3 hours after a coaching session"),))["d"]
    assert in_words(found).endswith("never without sessions.")


def test_what_hangs_on_more_than_sessions_is_not_foreseen() -> None:
    """A mark, a programme, a run that the coach gives, a request: nobody can say how often they happen."""
    for phrase in ("3 days after a mark", "2 days after first-steps", "daily for 10 days", "on demand"):
        when = parse_when(phrase)
        assert when is not None
        assert not alone(when)
        assert foresee((timed("x", phrase),)) == {}


def test_a_library_is_warned_of_what_never_comes() -> None:
    """Each script of a folder that nobody would get is a warning with its file; the others are none."""
    pages = [("a.md", page("a", "daily")), ("b.md", page("b", "weekly")), ("c.md", page("c", "on demand"))]
    found = list(issues(pages))
    assert [(one.file, one.rule, one.level) for one in found] == [("b.md", "WHEN", "warning")]
    assert "Never sent by itself: other scripts have its days" in found[0].message
    assert list(issues([("d.md", page("d", "weekly on sunday"))])) == []
    (late,) = issues([("e.md", page("e", "after coaching session 60"))])
    assert "nothing that it hangs on happens" in late.message


def test_what_hangs_on_more_says_on_what() -> None:
    """A programme, a run that the coach gives, a mark: said in the author's words; a request says nothing."""
    said = {phrase: hangs(timed("x", phrase).when) for phrase in
            ("2 days after one", "daily for 10 days", "3 days after a mark", "on demand", "weekly")}  # fmt: skip
    assert said == {
        "2 days after one": "It comes 2 days after one; how often depends on that.",
        "daily for 10 days": "It comes daily for 10 days, from the day on which a coach gives it (/assign).",
        "3 days after a mark": "It comes 3 days after a mark; how often depends on that.",
        "on demand": "",
        "weekly": "",
    }


def test_a_page_behind_one_that_never_comes_is_warned_of() -> None:
    """The second page of a programme whose first one nobody gets by itself is never sent either."""
    pages = [
        ("a.md", page("a", "daily")),
        ("b.md", page("b", "weekly")),
        ("c.md", page("c", "2 days after b")),
        ("d.md", page("d", "2 days after a")),
    ]
    assert [one.file for one in issues(pages)] == ["b.md", "c.md"]
