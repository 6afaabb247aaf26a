"""Several wordings of one step: read, checked each for itself, shown in turn."""

from bot.core.base.issue import Issue
from bot.core.lint import lint
from bot.core.script.parser import parse
from bot.core.script.printer import to_text
from bot.core.script.script import Script

PAGE = """---
title: A look
author: A. Name, coach
reviewed: 2026-11-21 by B. Name
basis: what stays fades
when: weekly
length: 1
---

# stayed
{stayed}

# close
{close}
"""

TWO = """If you like, look back.

What has stayed with you?

(or)

If you like, think back.

What is still there?"""


def page(stayed: str = TWO, close: str = "That is all for now.") -> tuple[Script | None, tuple[Issue, ...]]:
    """A page of one question, as it is read."""
    return parse(PAGE.format(stayed=stayed, close=close), "page.md", "en")


def said(found: tuple[Issue, ...]) -> list[tuple[str, int]]:
    """Rules and lines."""
    return [(one.rule, one.line) for one in found]


def test_each_time_the_next_wording_and_then_the_first_again() -> None:
    """The first time the first one, and none twice before all were shown."""
    script, issues = page()
    assert script is not None
    assert issues == ()
    step = script.steps[0]
    assert [step.wording(before).splitlines()[-1] for before in range(4)] == [
        "What has stayed with you?",
        "What is still there?",
        "What has stayed with you?",
        "What is still there?",
    ]
    assert [one.line for one in step.wordings] == [11, 17]
    assert script.steps[1].wording(7) == "That is all for now."


def test_a_page_with_wordings_is_printed_as_it_was_read() -> None:
    """Printed and read again it is the same script."""
    script, _ = page(close="Thank you.\n(or)\nGood that you wrote.")
    assert script is not None
    again, _ = parse(to_text(script), "page.md", "en")
    assert again == script


def test_every_wording_is_checked_at_its_own_line() -> None:
    """A name that is not there and a closed question are found in the second wording, with its line."""
    _, issues = page("What has stayed?\n\n(or)\n\nWhat stays of {{ nothing }}?")
    assert said(issues) == [("VAR", 15)]
    script, _ = page("If you like: what has stayed?\n\n(or)\n\nIf you like: did it help?")
    assert script is not None
    source = PAGE.format(
        stayed="If you like: what has stayed?\n\n(or)\n\nIf you like: did it help?", close="So."
    )
    assert ("CLOSED", 15) in said(lint(script, source, "page.md", "en"))


def test_all_wordings_ask_or_none() -> None:
    """Whatever wording comes, the same is asked; a kind in brackets settles it."""
    _, issues = page("What has stayed?\n(or)\nThat was it.")
    assert said(issues) == [("KIND", 13)]
    assert "asks nothing, and the first one does" in issues[0].message
    _, issues = page(close="That was it.\n(or)\nWhat else?")
    assert "asks, and the first one does not" in issues[0].message
    text = PAGE.format(stayed="What has stayed?\n(or)\nTell me.", close="So.").replace(
        "# stayed", "# stayed (ask)"
    )
    assert parse(text, "page.md", "en")[1] == ()


def test_an_empty_wording_is_told() -> None:
    """Nothing beside a line (or) is a mistake at that place."""
    _, issues = page(close="That was it.\n\n(or)")
    assert [(one.rule, one.step) for one in issues] == [("STEP", "close")]
    assert "(or)" in issues[0].message


def test_the_name_may_stand_once_in_each_wording() -> None:
    """Two wordings that both say the name say it once; two steps that do say it twice."""
    named = "{% if name %}{{ name }}, {% endif %}what has stayed?"
    assert page(f"{named}\n(or)\n{named}")[1] == ()
    _, issues = page(f"{named}\n(or)\n{named}", "{% if name %}{{ name }}. {% endif %}So.")
    assert [one.rule for one in issues] == ["VAR"]
