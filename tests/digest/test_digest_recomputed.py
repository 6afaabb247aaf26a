"""Every quote is verbatim, and every figure of a digest can be worked out again from what its JSON holds."""

from collections import Counter
from datetime import date, timedelta

from anyweek import any_week
from hypothesis import HealthCheck, given, settings

from bot.cli.digest_files import as_json
from bot.core.digest.digest import compile
from bot.core.digest.week import Week

checked = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@checked
@given(any_week())
def test_every_quote_of_any_week_is_verbatim(week: Week) -> None:
    """What stands in quotes is what its response says that is new, letter by letter; cut, it is its beginning."""
    known = {one.id: one for one in week.responses}
    for section in as_json(compile(week))["sections"]:
        for quote in (quote for item in section["items"] for quote in item["quotes"]):
            answer = known[quote["response"]]
            whole = {answer.quoted, answer.words.strip(), answer.choice or ""}
            assert quote["words"] in whole
            short = "".join(quote["short"].removesuffix("…").split())
            assert "".join(quote["words"].split()).startswith(short)


@checked
@given(any_week())
def test_every_chart_can_be_worked_out_again(week: Week) -> None:
    """Days and points of the pictures follow from prompts, ratings, pauses and sessions, and nothing else."""
    made = as_json(compile(week))
    asked = {week.day(one.at) for one in week.begun}
    met = {week.day(at) for at in week.sessions}
    rated = Counter(
        (week.day(one.at).isoformat(), one.rating) for one in week.history if one.rating is not None
    )
    for chart in made["charts"]:
        for day in (day for row in chart.get("rows", ()) for day in row):
            when = date.fromisoformat(day["day"])
            assert (day["state"] in ("answered", "passed")) == (when in asked)
            assert day["session"] == (when in met)
            assert (day["state"] == "paused") == (when not in asked and week.paused(when))
            assert day["now"] == (week.day(week.start) <= when)
        assert not Counter((at, value) for at, value in chart.get("points", ())) - rated


@checked
@given(any_week())
def test_the_counts_of_each_script_add_up(week: Week) -> None:
    """Each script that is counted has four shared ones or more, and no more than its prompts of eight weeks."""
    since = week.end - timedelta(weeks=8)
    counted = [script["counts"] for script in as_json(compile(week))["scripts"]]
    assert all(one["answered"] + one["passed"] >= 4 for one in counted)
    assert sum(one["answered"] + one["passed"] for one in counted) <= sum(
        one.at >= since for one in week.begun
    )
