"""The week that a digest is made from: what belongs to it and what does not."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import weeks

from bot.core.digest.week import PausedTime, RhythmChange, Shared, SharedMark


def test_words_are_all_messages_in_order() -> None:
    """An answer's words are its messages, one below the other."""
    assert replace(weeks.said(1, 1, ""), texts=("one", "two")).words == "one\ntwo"


@pytest.mark.parametrize(
    ("change", "quoted"),
    [
        ({"texts": ("x",)}, "x"),
        ({"texts": ("x",), "passed": True}, ""),
        ({"texts": (" ",)}, ""),
        ({"texts": (), "choice": "Hard"}, "Hard"),
        ({"texts": (), "choice": "Hard", "passed": True}, ""),
        ({"texts": ("x", "y"), "fresh": ("y",)}, "y"),
    ],
)
def test_what_is_quoted(change: dict[str, Any], quoted: str) -> None:
    """The new words, else what was tapped; nothing of what was passed after all."""
    assert replace(weeks.said(1, 1, ""), **change).quoted == quoted


@pytest.mark.parametrize(("words", "tapped"), [("Hard.", ""), ("Since Monday.", "Hard"), ("", "")])
def test_a_tap_beside_words_is_shown_once(words: str, tapped: str) -> None:
    """What was tapped stands beside words of one's own, and not twice where it was typed."""
    assert replace(weeks.said(1, 1, words), choice="Hard").tapped == tapped


def test_told_is_no_news() -> None:
    """What the coach had before is in the past that figures are compared with, and is not new."""
    known = (replace(weeks.said(1, 1, "a"), news="told", fresh=()), weeks.said(2, -30, "b"))
    week = replace(weeks.empty(), responses=known)
    assert [one.id for one in week.news] == [2]
    assert [one.id for one in week.history] == [2, 1]


def test_what_comes_later_is_left_to_the_next() -> None:
    """What comes after the end belongs to the next digest; what came in its very instant does not."""
    inside, outside = weeks.said(1, 1, "a"), weeks.said(2, 1, "b")
    known: tuple[Shared, ...] = (
        replace(outside, at=weeks.END + timedelta(seconds=1)),
        replace(inside, at=weeks.END),
    )
    week = replace(weeks.empty(), responses=known)
    assert [response.id for response in week.history] == [1]


def test_order_of_arrival_does_not_matter() -> None:
    """Responses, prompts, marks and changes are taken by time, however they are handed over."""
    week = weeks.full()
    turned = replace(
        week,
        responses=week.responses[::-1],
        prompts=week.prompts[::-1],
        marks=week.marks[::-1],
        changes=week.changes[::-1],
    )
    assert (turned.history, turned.begun) == (week.history, week.begun)
    assert (turned.marked, turned.changed) == (week.marked, week.changed)


def test_mark_without_a_shared_response_is_not_known() -> None:
    """A mark of a reflection of which nothing is shared leaves no trace, not even a count."""
    shared = weeks.said(1, 1, "a")
    known = (SharedMark("thanks", weeks.at(1), 1), SharedMark("repair", weeks.at(1), 77))
    week = replace(weeks.empty(), responses=(shared,), marks=known)
    assert [mark.kind for mark in week.marked] == ["thanks"]


def test_changes_of_the_period_only() -> None:
    """A change of rhythm before the period is not told again."""
    week = replace(
        weeks.empty(), changes=(RhythmChange(weeks.at(-3), "fuller"), RhythmChange(weeks.at(3), "times"))
    )
    assert [change.kind for change in week.changed] == ["times"]


def test_day_is_the_coachs() -> None:
    """An evening in UTC is the next day in Kathmandu."""
    week = replace(weeks.empty(), zone="Asia/Kathmandu")
    assert week.day(weeks.at(1, 19)) == date(2026, 11, 17)


def test_paused_days_are_counted_at_noon() -> None:
    """A day is paused if its noon is; noons outside the period do not count; an open end covers all."""
    part = replace(weeks.empty(), pauses=(PausedTime(weeks.at(2, 12), weeks.at(4, 10)),))
    open_end = replace(weeks.empty(), pauses=(PausedTime(weeks.at(-3, 0)),))
    assert part.paused_days == 1
    assert open_end.paused_days == 7
    assert weeks.empty().paused_days == 0
