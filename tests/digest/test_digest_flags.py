"""What might be worth asking: each rule holds at its bounds, never too early, and never for a rough day."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import weeks

from bot.core.base.line import line
from bot.core.digest.digest import compile
from bot.core.digest.flag import FLAGS, flags
from bot.core.digest.week import PausedTime, Prompted, PromptState, Shared, SharedMark, Week
from bot.core.script.script import Use


def prompts(
    *states: PromptState, script: str = "mid-week", days: int = 5, tags: tuple[str, ...] = ()
) -> tuple[Prompted, ...]:
    """Prompts of one script, some days apart, the last a day before the end of the week."""
    back = len(states) - 1
    return tuple(
        Prompted(100 + n, script, script, weeks.END - timedelta(days=1 + days * (back - n)), state, tags)
        for n, state in enumerate(states)
    )


ENOUGH = prompts(*("answered",) * 8)


def week(**changes: object) -> Week:
    """A week with enough data and nothing in it, and these changes."""
    bare = replace(
        weeks.plain(), responses=(), prompts=ENOUGH, marks=(), pauses=(), changes=(), session=9, sessions=()
    )
    return replace(bare, **changes)  # type: ignore[arg-type]


def ratings(*values: int, days: int = 7, tag: str = "goals") -> tuple[Shared, ...]:
    """Ratings some days apart, the last a day before the end."""
    made = weeks.rated(1, 0, 5, tag=tag)
    back = len(values) - 1
    return tuple(
        replace(
            made,
            id=n + 1,
            rating=value,
            at=weeks.END - timedelta(days=1 + days * (back - n)),
            reflection=n + 1,
        )
        for n, value in enumerate(values)
    )


def answers(*words: str, days: int = 4, use: Use = "", script: str = "mid-week") -> tuple[Shared, ...]:
    """Written answers, some days apart, the last a day before the end."""
    ats = _instants(len(words), days)
    return tuple(
        Shared(n, at, script, script, "step", texts=(said,), use=use, reflection=n)
        for n, (said, at) in enumerate(zip(words, ats, strict=True), 50)
    )


def _instants(many: int, days: int) -> list[datetime]:
    return [weeks.END - timedelta(days=1 + days * back) for back in reversed(range(many))]


def names(found: Week) -> list[str]:
    """Which flags hold."""
    return [one.name for one in flags(found)]


RISING = ratings(2, 2, 2, 4, 4, 4)
LEVEL = (*ratings(5, 5, 5, 5, 5), *answers("call Tom", "call Tom", days=22, use="agreed"))
LOW = ratings(4, 2, tag="pulse")
REPAIR = (SharedMark("repair", weeks.END - timedelta(days=3), 51),)
SHORTER = answers(*("one two three four five six seven eight nine ten",) * 9, *("no",) * 3)
RARER = tuple(one for one in prompts(*("answered",) * 12, days=4) if one.at < weeks.END - timedelta(days=10))
QUIET = tuple(one for one in prompts(*("answered",) * 14) if one.at < weeks.END - timedelta(days=21))
PASSED = prompts("passed", "passed", script="after-session", days=7)


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (week(responses=RISING), "rise"),
        (week(responses=LEVEL), "level"),
        (week(responses=SHORTER, prompts=RARER), "less"),
        (week(responses=LOW, prompts=(*ENOUGH, *PASSED)), "less"),
        (week(responses=LOW), "unsettled"),
        (week(responses=answers("a", "b"), marks=REPAIR), "unsettled"),
        (week(responses=LOW, session=3, moved=1), "start"),
        (week(prompts=QUIET), "quiet"),
    ],
)
def test_each_rule_holds(found: Week, name: str) -> None:
    """Each flag is said where its rule holds, not where it was switched off or dismissed."""
    assert name in names(found)
    assert name not in names(replace(found, unflagged=frozenset((name,))))


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (week(responses=ratings(2, 2, 2, 3, 3, 3)), "rise"),
        (week(responses=ratings(2, 2, 3, 4, 4, 5)), "rise"),
        (week(responses=ratings(8, 8, 8, 10, 9, 10)), "rise"),
        (week(responses=RISING[:5]), "rise"),
        (week(responses=LEVEL[:5]), "level"),
        (week(responses=LEVEL, marks=(SharedMark("spark", weeks.END - timedelta(days=3), 50),)), "level"),
        (week(responses=(*ratings(4, 5, 6, 5, 5), *LEVEL[5:])), "level"),
        (week(responses=(*ratings(5, 5, 5, 6, 6), *LEVEL[5:])), "level"),
        (week(responses=(*ratings(5, 5, 5, days=5), *LEVEL[5:])), "level"),
        (week(responses=SHORTER), "less"),
        (week(prompts=RARER), "less"),
        (week(responses=ratings(4, 4, tag="pulse")), "unsettled"),
        (week(responses=LOW, session=3), "start"),
        (week(responses=LOW, session=6, moved=1), "start"),
        (week(responses=LOW, session=0, moved=1), "start"),
        (week(prompts=QUIET[:5]), "quiet"),
        (week(prompts=QUIET, pauses=(PausedTime(weeks.END - timedelta(days=30), weeks.END),)), "quiet"),
        (week(prompts=QUIET, pauses=(PausedTime(weeks.END - timedelta(days=30)),)), "quiet"),
        (week(prompts=QUIET, stands=line("stopped")), "quiet"),
        (week(responses=SHORTER, prompts=RARER, pauses=(PausedTime(weeks.END - timedelta(days=5)),)), "less"),
        (week(prompts=QUIET, responses=answers("a note")), "quiet"),
        (week(prompts=(*QUIET, prompts("answered")[0])), "quiet"),
    ],
)
def test_a_rule_that_nearly_holds_says_nothing(found: Week, name: str) -> None:
    """One step short of a bound there is no flag."""
    assert name not in names(found)


def test_nothing_is_flagged_before_six_answers_and_two_weeks() -> None:
    """Five answered prompts are too few, and thirteen days too short."""
    assert names(week(responses=LOW)) == ["unsettled"]
    assert names(week(responses=LOW, prompts=ENOUGH[:5])) == []
    assert names(week(responses=LOW, prompts=prompts(*("answered",) * 8, days=1))) == []
    assert names(week(responses=LOW, prompts=())) == []


def test_a_rough_day_is_in_no_flag() -> None:
    """Answers and prompts of a rough day count for nothing here."""
    rough = tuple(replace(one, tags=(*one.tags, "rough_day")) for one in (*RISING, *LOW))
    assert names(week(responses=rough)) == []
    assert names(week(responses=LOW, prompts=prompts(*("answered",) * 8, tags=("rough_day",)))) == []


def test_early_bumps_need_two_signs() -> None:
    """Any two of four signs up to the fifth session; the passed questions and two "not for me" are two."""
    unfit = tuple(replace(one, fit="no") for one in ENOUGH)
    assert "start" in names(week(session=5, prompts=(*unfit, *PASSED[1:])))
    assert "start" not in names(week(session=5, prompts=unfit))


def test_a_flag_names_its_rule_and_what_it_rests_on() -> None:
    """In the digest it stands with its rule; the responses behind it are in the value, and they are shared ones."""
    found = week(responses=(*RISING, *LOW))
    digest = compile(found)
    section = next(one for one in digest.sections if one.name == "flags")
    assert len(section.items) == len(digest.flags) > 0
    shared = {one.id for one in found.responses}
    assert all(set(one.responses) <= shared for one in digest.flags)
    assert {one.name for one in digest.flags} <= set(FLAGS)


def test_an_empty_week_can_still_say_that_it_is_quiet() -> None:
    """With nothing new the digest is its few lines and the flag about the quiet."""
    digest = compile(week(prompts=QUIET))
    assert digest.empty
    assert [one.name for one in digest.sections] == ["figures", "flags"]
