"""Pages that their author timed come at those times, through the loops."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from clocked import MONDAY, planned, said, timed_bot
from whole import CLIENT, COACH, Whole

PAGE = """---
title: {title}
author: A. Name, coach
reviewed: 2026-11-21 by B. Name
basis: a look back keeps what matters
when: {when}
length: 1
---

# opening
If you like, a line about {title}.

What comes to mind?

# close
Thank you.
"""

PAGES = {
    "second": ("the second page", "2 days after stuck"),
    "sunday": ("the week", "weekly on Sunday evening"),
    "run": ("these days", "daily for 7 days"),
    "ways": ("two ways", "on demand"),
}


WAYS = """

(or)

If you like, a line.

What is there?

# close"""


@contextmanager
def practice(folder: Path, name: str) -> Iterator[Whole]:
    """Ada's hours are Monday, Wednesday and Friday at 19:00; one page of the practice's own is live."""
    (folder / "prompts" / "en").mkdir(parents=True)
    title, when = PAGES[name]
    text = PAGE.format(title=title, when=when)
    text = text.replace("\n\n# close", WAYS) if name == "ways" else text
    (folder / "prompts" / "en" / f"{name}.md").write_text(text, "utf-8")
    with timed_bot(folder, scripts=("stuck",)) as made:
        yield made


def ahead(whole: Whole) -> list[str]:
    """What is planned, by day and script."""
    return [f"{one[:10]} {one.split()[-1]}" for one in planned(whole)]


def given(whole: Whole, script: str) -> None:
    """The coach gives a script, and Ada answers it on Monday evening."""
    whole.say(COACH, f"/assign Ada {script}")
    whole.until(MONDAY.replace(hour=19, minute=15))
    for _ in range(6):
        if "Enough for now" in whole.sim.buttons(CLIENT):
            whole.say(CLIENT, "a stone")
            whole.pause(40)


def test_a_page_for_sundays_comes_at_the_next_hour_chosen_once_a_week(tmp_path: Path) -> None:
    """Ada chose no Sunday, so the page for Sundays comes on Mondays, and /why says so."""
    with practice(tmp_path, "sunday") as whole:
        assert ahead(whole)[-1] == "Mon 30 Nov sunday"
        whole.until(MONDAY.replace(hour=19, minute=15))
        assert "once a week; you chose 19:00" in whole.say(CLIENT, "/why")[-1]


def test_the_next_page_of_a_programme_comes_after_the_one_before(tmp_path: Path) -> None:
    """The coach gives the first page; two days after it was answered the second one is there."""
    with practice(tmp_path, "second") as whole:
        assert ahead(whole) == []
        given(whole, "stuck")
        assert ahead(whole) == ["Wed 25 Nov second"]
        whole.until(MONDAY.replace(hour=19, minute=15) + timedelta(days=2))
        assert "a line about the second page" in said(whole)[-1].text
        assert "it goes on from what you answered on Mon 23 Nov" in whole.say(CLIENT, "/why")[-1]


def test_a_run_of_days_comes_while_it_lasts(tmp_path: Path) -> None:
    """What is written for seven days comes from the day the coach gives it, on the days chosen, and ends."""
    with practice(tmp_path, "run") as whole:
        assert ahead(whole) == []
        given(whole, "run")
        assert ahead(whole) == ["Wed 25 Nov run", "Fri 27 Nov run"]


def test_each_time_another_wording_is_shown_and_kept(tmp_path: Path) -> None:
    """The second time the second wording, then the first again; the answer is kept under what was shown."""
    with practice(tmp_path, "ways") as whole:
        for n in range(3):
            whole.say(CLIENT, "/now")
            whole.tap(CLIENT, "two ways")
            whole.say(CLIENT, f"a stone {n}")
            whole.pause(40)
        assert [one.prompt.splitlines()[-1] for one in whole.responses() if one.prompt] == [
            "What comes to mind?",
            "What is there?",
            "What comes to mind?",
        ]
