"""What an author meant by a time that is not read: proposed where it says the same, and else not."""

import pytest

from bot.core.script.parser import parse
from bot.core.script.when import EXAMPLES, parse_when, print_when, proposal

SAME = {
    "daily at 8am": "daily",
    "every day at 19:00": "daily",
    "on Sundays": "weekly on Sunday",
    "every sunday at 6": "weekly on Sunday",
    "each monday": "weekly on Monday",
    "monthly": "every 28 days",
    "every month": "every 28 days",
    "two weeks after the first session": "after coaching session 1",
    "2 weeks after coaching session 1": "after coaching session 1",
    "2 days after prog-1.md": "2 days after prog-1",
    "after every session": "3 hours after a coaching session",
    "daily for 10 days in the morning": "daily in the morning for 10 days",
    "3 hours after a session with the coach": "3 hours after a coaching session",
}


@pytest.mark.parametrize("phrase", SAME)
def test_what_was_meant_is_proposed(phrase: str) -> None:
    """A way of saying it that is not read brings the phrase that says the same."""
    assert proposal(phrase) == SAME[phrase]


@pytest.mark.parametrize(
    "phrase", ["weekends", "on 24 December", "twice a week", "weekly on monday and friday", ""]
)
def test_nothing_else_is_proposed(phrase: str) -> None:
    """What cannot be said here brings no phrase that says something else."""
    assert proposal(phrase) == ""


def test_an_hour_is_said_to_be_the_clients() -> None:
    """Who writes an hour reads whose it is, with the phrase without it."""
    page = """---
title: A page
author: A. Name, coach
reviewed: 2026-11-21 by B. Name
basis: a look back keeps what matters
when: every sunday at 6
length: 1
---

# opening
What comes to mind?
"""
    (issue,) = parse(page, "page.md", "en")[1]
    assert issue.remedy == "The hour is the client's to choose. Did you mean “weekly on Sunday”?"


@pytest.mark.parametrize(
    "phrase", [*EXAMPLES, "weekly in the evening", "weekly on friday", "every 2 days for 3 weeks"]
)
def test_a_time_is_printed_as_it_is_read(phrase: str) -> None:
    """Every form of a time comes back as the same value."""
    when = parse_when(phrase)
    assert when is not None
    assert parse_when(print_when(when)) == when
