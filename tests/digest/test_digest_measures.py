"""Honest figures: the own past only, never below the least number."""

from dataclasses import replace
from pathlib import Path

import pytest
import weeks

from bot.core.digest import measures
from bot.core.digest.measures import ROUGH_DAY, Baseline, PromptCounts
from bot.core.digest.week import Prompted, Shared, Week
from bot.core.script.parser import parse


def week_of(*responses: Shared) -> Week:
    """A week with these responses."""
    return weeks.as_told(replace(weeks.empty(), responses=responses))


def test_counts() -> None:
    """Each prompt is counted once, by what became of it."""
    assert measures.counts(weeks.full().sent) == PromptCounts(answered=3, passed=2)
    assert measures.counts(()) == PromptCounts(0, 0)


def test_script_is_counted_from_four_prompts_on() -> None:
    """A script's counts are shown once four of eight weeks are shared; older prompts do not count."""
    prompts = tuple(weeks.sent(n, -7 * n) for n in range(4))
    old = weeks.sent(9, -60)
    (counted,) = measures.by_script(replace(weeks.empty(), prompts=(*prompts, old)))
    assert (counted.script, counted.counts.all) == ("mid-week", 4)
    assert measures.by_script(replace(weeks.empty(), prompts=(*prompts[:3], old))) == ()


def test_series_needs_a_rating_that_is_new() -> None:
    """A question of which no rating is new is not shown, however long its past."""
    assert measures.series(week_of(weeks.rated(1, -5, 3), weeks.rated(2, -9, 3))) == ()


def test_series_has_no_baseline_below_six_earlier_ratings() -> None:
    """Five earlier ratings are no baseline, six are; the last rating is never part of its own baseline."""
    past = [weeks.rated(n, -7 * n, value) for n, value in enumerate((0, 2, 4, 4, 5, 9, 3), 1)]
    (few,) = measures.series(week_of(*past[:5], weeks.rated(99, 1, 10)))
    (enough,) = measures.series(week_of(*past[:6], weeks.rated(99, 1, 10)))
    assert few.baseline is None
    assert enough.baseline is not None
    assert (enough.baseline.n, enough.baseline.low, enough.baseline.median) == (6, 2, 4.0)
    assert enough.now == 1


@pytest.mark.parametrize(("last", "moved"), [(3, False), (4, False), (5, False), (6, True), (2, True)])
def test_moved_is_outside_the_own_middle_half(last: int, moved: bool) -> None:
    """With a baseline, a rating has moved when it lies outside the own middle half."""
    past = [weeks.rated(n, -7 * n, value) for n, value in enumerate((3, 3, 4, 4, 5, 5), 1)]
    (series,) = measures.series(week_of(*past, weeks.rated(99, 1, last)))
    assert series.moved is moved


@pytest.mark.parametrize(("last", "moved"), [(4, False), (5, True)])
def test_moved_without_baseline_is_other_than_last_time(last: int, moved: bool) -> None:
    """Without a baseline, a rating is only set beside the one before."""
    (series,) = measures.series(week_of(weeks.rated(1, -2, 4), weeks.rated(2, 1, last)))
    assert series.moved is moved


def test_passed_rating_is_none() -> None:
    """A rating that was passed after all is not a rating."""
    assert measures.series(week_of(replace(weeks.rated(1, 1, 3), passed=True))) == ()


@pytest.mark.parametrize(
    ("prompt", "question"),
    [
        ("Thank you. I have kept that.\n\nHow near are you to it?", "How near are you to it?"),
        (
            "Think of a day. How near were you? Take your time.",
            "Think of a day. How near were you? Take your time.",
        ),
        ("How near are you?\n\n0: not now · 10: very much", "How near are you?"),
        ("هل هذا قريب؟\n\n0: لا · 10: نعم", "هل هذا قريب؟"),
        ("Lately … ", "Lately …"),
        ("", ""),
    ],
)
def test_question_is_the_paragraph_that_asks(prompt: str, question: str) -> None:
    """The acknowledgement before a question and the ends of its scale are not part of it; its words are whole."""
    assert measures.question(prompt) == question


def test_series_without_a_prompt_is_named_by_its_step() -> None:
    """Without a prompt text the step's name stands for the question."""
    (series,) = measures.series(week_of(replace(weeks.rated(1, 1, 3), prompt="", step="how-near")))
    assert series.question == "how near"


def prompts(*states: str, tag: str = "week") -> tuple[Prompted, ...]:
    """Prompts of one tag, the last one in the period."""
    first = 1 - len(states)
    return tuple(
        replace(weeks.sent(n, 1 + 2 * (first + n)), state=state, tags=(tag,))  # type: ignore[arg-type]
        for n, state in enumerate(states)
    )


@pytest.mark.parametrize(
    ("states", "passed"),
    [
        (("passed", "answered", "passed"), 2),
        (("passed", "passed", "passed"), 3),
        (("passed", "passed", "answered", "answered"), None),
        (("passed", "passed"), None),
        (("answered", "passed", "passed"), 2),
    ],
)
def test_passed_topics(states: tuple[str, ...], passed: int | None) -> None:
    """A tag is told when two of its last three prompts were passed."""
    found = measures.passed_topics(replace(weeks.empty(), prompts=prompts(*states)))
    assert [(tag, k) for tag, k, _ in found] == ([("week", passed)] if passed else [])


def test_rough_day_is_no_topic() -> None:
    """No pattern is read from rough days."""
    rough = prompts("passed", "passed", "passed", tag="rough_day")
    assert measures.passed_topics(replace(weeks.empty(), prompts=rough)) == ()


def test_baseline_is_the_middle_of_the_own_past() -> None:
    """The full week's goal rating stands beside its seven earlier ones."""
    goals = next(one for one in measures.series(weeks.full()) if one.script == "goals")
    assert goals.baseline == Baseline(7, goals.points[0].at.date(), 4, 5.0, 5)
    assert goals.moved


def test_the_shipped_page_of_a_rough_day_is_known_by_its_tag() -> None:
    """The tag by which comparisons leave a rough day out is the one that the shipped pages have when read."""
    for file in Path("prompts").glob("*/rough-day.md"):
        made = parse(file.read_text(encoding="utf-8"), file.name, file.parent.name)[0]
        assert made is not None and ROUGH_DAY in made.header.tags
