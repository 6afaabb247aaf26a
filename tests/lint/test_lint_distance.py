"""Times in words: what a script's own trigger keeps, and what it does not, in each language with lists for it."""

import csv
from pathlib import Path

import pytest

from bot.core.base.issue import Issue
from bot.core.lint import lint
from bot.core.script.parser import parse

TABLE = Path(__file__).parent / "times.csv"
HEAD = """---
title: {title}
author: A. Name, coach
reviewed: 2026-11-21 by B. Name
basis: an example
when: {when}
length: {length}
language: {language}
---

"""


def issues(text: str, when: str, language: str, title: str = "A title") -> list[Issue]:
    """The TIME issues of a script of that trigger which says ``text``."""
    asks = text.endswith(("?", "؟"))
    body = f"# one\n{text}\n" if asks else f"# one (information)\n{text}\n\n# two\nWhat?\n"
    source = HEAD.format(title=title, when=when, length=1, language=language) + body
    script, found = parse(source, "example.md", language=language)
    assert script is not None, found
    return [one for one in lint(script, source, "example.md", language) if one.rule == "TIME"]


def rows() -> list[tuple[str, str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row["language"], row["when"], row["holds"], row["text"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("language", "when", "holds", "text"), rows())
def test_a_time_in_words_has_to_hold_whenever_its_trigger_lets_it_come(
    language: str, when: str, holds: str, text: str
) -> None:
    """What can be untrue when it is read is an error; what holds, or is the client's own day, is not."""
    found = issues(text, when, language)
    assert bool(found) is (holds == "no"), found
    assert {one.level for one in found} <= {"error"}


def test_a_title_names_no_time_that_can_be_another() -> None:
    """A title stands in the client's menu at any time, so it is judged as well."""
    when = "24 hours before a coaching session"
    one, two = issues("What, if anything, stayed?", when, "en", "The day before your session, at 10:30")
    assert "day before" in one.message
    assert "10:30" in two.message
    assert issues("What, if anything, stayed?", when, "en", "Before our session") == []


def test_the_remedy_names_the_session_where_there_is_one() -> None:
    """Where the trigger is a session, the way out is that session's own day and hour; elsewhere not."""
    (before,) = issues("Your session is tomorrow.", "24 hours before a coaching session", "en")
    assert "{{ session_when }}" in before.remedy
    (mark,) = issues("Three days ago you marked a moment.", "3 and 14 days after a mark", "en")
    assert "session_when" not in mark.remedy
    assert "Three days ago" in mark.message
