"""Honest figures: the own past only, never below the least number."""

from dataclasses import replace

import pytest
import weeks

from bot.core.digest import measures
from bot.core.digest.measures import Baseline, Compared, PromptCounts
from bot.core.digest.week import Prompted, Shared, Week


def week_of(*responses: Shared) -> Week:
    """A week with these responses."""
    return replace(weeks.empty(), responses=responses)


def test_counts() -> None:
    """Each prompt is counted once, by what became of it."""
    assert measures.counts(weeks.full().sent) == PromptCounts(sent=6, answered=3, passed=2, left=0, waiting=1)
    assert measures.counts(()) == PromptCounts(0, 0, 0, 0, 0)


def test_script_is_counted_from_four_prompts_on() -> None:
    """A script's counts are shown once it was sent four times in eight weeks; older prompts do not count."""
    prompts = tuple(weeks.sent(n, -7 * n) for n in range(4))
    old = weeks.sent(9, -60)
    (counted,) = measures.by_script(replace(weeks.empty(), prompts=(*prompts, old)))
    assert (counted.script, counted.counts.sent) == ("mid-week", 4)
    assert measures.by_script(replace(weeks.empty(), prompts=(*prompts[:3], old))) == ()


def test_series_needs_a_rating_in_the_period() -> None:
    """A question that was not rated in the period is not shown, however long its past."""
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
        ("A few words first. How near are you?", "How near are you?"),
        ("Lately … ", "Lately …"),
        ("", ""),
    ],
)
def test_question_is_the_last_sentence(prompt: str, question: str) -> None:
    """The acknowledgement before a question is not part of it."""
    assert measures.question(prompt) == question


def test_series_without_a_prompt_is_named_by_its_step() -> None:
    """Without a prompt text the step's name stands for the question."""
    (series,) = measures.series(week_of(replace(weeks.rated(1, 1, 3), prompt="", step="how-near")))
    assert series.question == "how near"


def answers(number: int, day: int, words: int, hours: int = 2) -> Shared:
    """An answer of so many words, so many hours after its prompt."""
    return replace(weeks.said(number, day, "word " * words), asked=weeks.at(day, 19 - hours))


def test_length_of_answers_beside_the_own_eight_weeks() -> None:
    """The median length of three or more answers stands beside that of eight or more earlier ones."""
    past = [answers(n, -n, 10 + n) for n in range(1, 9)]
    now = [answers(50 + n, n, words) for n, words in enumerate((30, 40, 80), 1)]
    found = measures.length(week_of(*past, *now))
    assert found is not None
    assert (found.now, found.n, found.before, found.m, found.moved) == (40, 3, 14.5, 8, True)
    assert measures.length(week_of(*past[:7], *now)) is None
    assert measures.length(week_of(*past, *now[:2])) is None


def test_length_leaves_out_rough_days_old_answers_and_taps() -> None:
    """A rough day's answers, a choice, a pass and what is older than eight weeks are not compared."""
    past = [answers(n, -n, 10) for n in range(1, 9)]
    now = [answers(50 + n, n, 30) for n in range(1, 4)]
    rough = replace(now[0], tags=("rough day",))
    assert measures.length(week_of(*past, rough, *now[1:])) is None
    assert measures.length(week_of(*past, replace(now[0], kind="choose"), *now[1:])) is None
    assert measures.length(week_of(*past, replace(now[0], passed=True), *now[1:])) is None
    assert measures.length(week_of(replace(past[0], at=weeks.at(-70)), *past[1:], *now)) is None


def test_latency_beside_the_own_last_six() -> None:
    """The median delay of three answers stands beside that of the six before; unknown ones are left out."""
    past = [answers(n, -n, 5, hours=10) for n in range(1, 7)]
    now = [answers(50 + n, n, 5, hours=2) for n in range(1, 4)]
    found = measures.latency(week_of(*past, *now))
    assert found is not None
    assert (found.now, found.before, found.m, found.moved) == (2, 10, 6, True)
    assert measures.latency(week_of(*past[1:], *now)) is None
    assert measures.latency(week_of(*past, replace(now[0], asked=None), *now[1:])) is None


def test_answer_before_its_prompt_counts_as_at_once() -> None:
    """A clock that disagrees never gives a negative delay."""
    past = [answers(n, -n, 5) for n in range(1, 7)]
    now = [answers(50 + n, n, 5, hours=-1) for n in range(1, 4)]
    found = measures.latency(week_of(*past, *now))
    assert found is not None
    assert found.now == 0


@pytest.mark.parametrize(
    ("now", "before", "moved"),
    [
        (30, 20, True),
        (29, 20, False),
        (20, 30, True),
        (8, 4, False),
        (9, 4, True),
        (0, 9, True),
        (0, 0, False),
    ],
)
def test_compared_moves_by_half_and_by_more_than_a_trifle(now: float, before: float, moved: bool) -> None:
    """A figure has moved when it is half as much again or two thirds, and five or more apart."""
    assert Compared(now, 3, before, 8, weeks.START.date(), 5).moved is moved


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
        (("passed", "left", "passed"), None),
        (("answered", "passed", "left", "passed"), 2),
    ],
)
def test_passed_topics(states: tuple[str, ...], passed: int | None) -> None:
    """A tag is told when two of its last three prompts were passed; one left alone is neither."""
    found = measures.passed_topics(replace(weeks.empty(), prompts=prompts(*states)))
    assert [(tag, k) for tag, k, _ in found] == ([("week", passed)] if passed else [])


def test_rough_day_is_no_topic() -> None:
    """No pattern is read from rough days."""
    rough = prompts("passed", "passed", "passed", tag="rough day")
    assert measures.passed_topics(replace(weeks.empty(), prompts=rough)) == ()


def test_baseline_is_the_middle_of_the_own_past() -> None:
    """The full week's goal rating stands beside its seven earlier ones."""
    goals = next(one for one in measures.series(weeks.full()) if one.script == "goals")
    assert goals.baseline == Baseline(7, goals.points[0].at.date(), 4, 5.0, 5)
    assert goals.moved
