"""The ladder down: what follows from prompts without an answer."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from someone import histories, utc

from bot.core.plan.backoff import Ladder, ladder
from bot.core.plan.facts import Begun, Pause
from bot.core.plan.settings import DEFAULTS

START = utc("2026-10-01T17:00")


def row(count: int) -> tuple[Begun, ...]:
    """So many prompts without an answer, two days apart."""
    return tuple(Begun(f"week:{n}", START + timedelta(days=2 * n), "", "unanswered") for n in range(count))


@pytest.mark.parametrize(
    ("count", "step", "nudges", "weekly"),
    [
        (0, 0, True, None),
        (1, 0, True, None),
        (2, 1, False, 2),
        (3, 1, False, 2),
        (4, 2, False, 1),
        (5, 2, False, 1),
        (6, 3, False, 1),
        (9, 3, False, 1),
    ],
)
def test_the_steps(count: int, step: int, nudges: bool, weekly: int | None) -> None:
    """Two: no nudges and two a week; four: one a week; six: the question."""
    found = ladder(row(count))
    assert (found.step, found.nudges, found.weekly) == (step, nudges, weekly)
    assert found.unanswered == count


@given(histories(utc("2026-10-20T12:00")), st.integers(0, 30 * 24))
@settings(max_examples=60, deadline=None)
def test_any_word_resets_it(begun: tuple[Begun, ...], hours: int) -> None:
    """Only what was sent after the client was last heard counts; the order of the record does not matter."""
    heard = utc("2026-09-20T12:00") + timedelta(hours=hours)
    found = ladder(begun, heard)
    assert found.unanswered == sum(b.state == "unanswered" and b.at > heard for b in begun)
    assert ladder(begun[::-1], heard) == found
    assert ladder(begun, utc("2026-10-21T00:00")) == Ladder(0, 0, True, None)


def test_the_question_comes_after_six_or_after_three_weeks() -> None:
    """Whichever is first: when the sixth window closes, or three weeks after the first without an answer."""
    assert ladder(row(1)).ask_at == START + timedelta(days=21)
    assert ladder(row(6)).ask_at == START + timedelta(days=10, hours=48)
    slow = tuple(replace(b, at=START + timedelta(days=7 * n)) for n, b in enumerate(row(6)))
    assert ladder(slow).ask_at == START + timedelta(days=21)


def test_a_pause_starts_the_three_weeks_anew() -> None:
    """Days in a pause are no silence; a pause without an end, or before the first, changes nothing here."""
    ends = START + timedelta(days=9)
    pauses = (
        Pause(START, ends),
        Pause(START, None),
        Pause(START - timedelta(days=9), START - timedelta(days=2)),
    )
    assert ladder(row(1), pauses=pauses).ask_at == ends + timedelta(days=21)


def test_after_the_question_there_is_silence() -> None:
    """Once asked, nothing is asked again; silence counts from the question."""
    ask = Begun("ask:2026-09-01T00:00", START + timedelta(days=12), "", "open")
    assert ladder((*row(6), ask)) == Ladder(4, 6, False, 1, silent_since=ask.at)
    later = Begun("session:1:2026-10-20:after", START + timedelta(days=20), "", "unanswered")
    assert ladder((*row(6), ask, later)).silent_since == ask.at
    assert (
        ladder((*row(6), replace(ask, state="answered")), heard=ask.at + timedelta(hours=1)).silent_since
        is None
    )


def test_nudges_can_be_switched_off_for_all() -> None:
    """Without nudges in the settings there are none at any step."""
    assert not ladder((), settings=replace(DEFAULTS, nudges=0)).nudges


def test_the_rhythm_is_asked_about_once_in_eight_weeks_and_then_silence_comes_by_itself() -> None:
    """Who was asked lately, whatever the cause, and is quiet again is not asked again, and silent from then on."""
    long_quiet = ladder(row(6))
    assert long_quiet.ask_at is not None and long_quiet.silent_since is None
    for occasion in ("ask:2026-08-20T00:00", "rhythm:first-sessions", "back:2026-09-20T10:00"):
        asked = Begun(occasion, START - timedelta(weeks=3), "", "open")
        found = ladder((asked, *row(6)), heard=START - timedelta(days=1))
        assert (found.ask_at, found.silent_since) == (None, long_quiet.ask_at), occasion
        long_ago = Begun(occasion, START - timedelta(weeks=9), "", "open")
        assert ladder((long_ago, *row(6)), heard=START - timedelta(days=1)).ask_at is not None
