"""``interlude plan`` without a database: text and JSON, and one clear sentence for what cannot be read."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core.script.parser import parse
from bot.render.plan_text import SHIPPED, as_text, plan_command

MONDAY = date(2026, 10, 19)
TUESDAYS = ["2026-10-20 15:00 weekly"]


def shown(**changes: Any) -> str:
    asked: dict[str, Any] = {"zone": "Europe/Berlin", "rhythm": "mon,thu 19:00", "from_": MONDAY, "held": 9}
    return plan_command(**{**asked, **changes})


def entries(**changes: Any) -> list[dict[str, str]]:
    found = json.loads(shown(format="json", **changes))
    assert isinstance(found, list)
    return found


def test_the_text_is_a_line_a_prompt() -> None:
    """Weekday, date, hour, zone, script and why, in order of time."""
    assert shown(sessions=TUESDAYS, days=5).splitlines() == [
        "Mon 2026-10-19 15:00 Europe/Berlin  before-session: 24 hours before your session on 20 October",
        "Tue 2026-10-20 19:00 Europe/Berlin  after-session: 3 hours after your session on 20 October",
        "Thu 2026-10-22 19:00 Europe/Berlin  mid-week: "
        "midway between your sessions on 20 and 27 October; you chose 19:00",
    ]


def test_the_json_is_a_list_of_prompts() -> None:
    """Each has its instant, its local time with offset, zone, kind, script and why."""
    one = entries(sessions=TUESDAYS)[0]
    assert one == {
        "at_utc": "2026-10-19T13:00:00+00:00",
        "at_local": "2026-10-19T15:00:00+02:00",
        "zone": "Europe/Berlin",
        "kind": "before",
        "script": "before-session",
        "why": "24 hours before your session on 20 October",
    }


def test_local_time_stays_over_a_clock_change() -> None:
    """Both times of each prompt are the same instant, and the chosen hour is kept when the clock changes."""
    found = entries(days=21)
    assert len(found) == 6
    for one in found:
        local = datetime.fromisoformat(one["at_local"])
        assert local == datetime.fromisoformat(one["at_utc"])
        assert local.replace(tzinfo=ZoneInfo(one["zone"])).astimezone(UTC) == local
        assert (local.hour, local.minute) == (19, 0)
    assert {datetime.fromisoformat(one["at_utc"]).hour for one in found} == {17, 18}


def test_dropped_is_an_object_of_two_lists() -> None:
    """What is not planned is told with its reason, in the same form, and only when asked for."""
    found = json.loads(shown(sessions=TUESDAYS, days=3, format="json", dropped=True))
    assert set(found) == {"planned", "dropped"}
    assert found["dropped"][0]["kind"] == "weekly"
    assert found["dropped"][0]["why"] == "something else comes on 19 October, and it is one a day"
    lines = shown(sessions=TUESDAYS, days=3, dropped=True).splitlines()
    assert lines[2:] == [
        "",
        "Not planned:",
        "Mon 2026-10-19 19:00 Europe/Berlin  mid-week (a day of the week that was picked): "
        "something else comes on 19 October, and it is one a day",
    ]


def test_nothing_planned_is_said() -> None:
    """An empty plan is a sentence, and so is an empty list of what is not planned."""
    assert shown(days=1, rhythm="wed 19:00", dropped=True).splitlines() == [
        "Nothing is planned in these days.",
        "",
        "Not planned:",
        "  nothing",
    ]
    assert as_text.__doc__


def test_the_first_sessions_given_are_the_first() -> None:
    """Sessions count from 1 unless some were held before: the first five have the lighter plan."""
    assert len(entries(sessions=TUESDAYS, held=0, days=7)) == 2
    assert len(entries(sessions=TUESDAYS, held=5, days=7)) == 3


def test_the_assumed_scripts_are_those_shipped() -> None:
    """What is assumed without a database is in the library, and comes when its header says."""
    for offer in SHIPPED:
        page = Path(__file__).parents[2] / "prompts" / "en" / f"{offer.script}.md"
        script, issues = parse(page.read_text(), page.name)
        assert script is not None, issues
        assert script.header.when == offer.when


def test_a_client_may_ask_for_more() -> None:
    """Four of five picked days, or all five for who asked for five."""
    assert len(entries(rhythm="weekdays 19:00", days=7)) == 4
    assert len(entries(rhythm="weekdays 19:00", days=7, weekly=5)) == 5


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"zone": "Berlin"}, "There is no time zone called 'Berlin'. Perhaps Europe/Berlin."),
        ({"rhythm": "mon"}, "lacks a day or an hour"),
        ({"rhythm": "mon 22:00"}, "22:00 lies in the quiet hours 21:00-08:00"),
        ({"quiet": "23:00-05:00"}, "at least 8 hours"),
        ({"sessions": ["soon"]}, "The session 'soon' is not readable"),
        ({"from_": None}, "Say from which day on"),
        ({"days": 0}, "--days can be 1 to 366"),
        ({"days": 367}, "--days can be 1 to 366"),
        ({"weekly": 8}, "--weekly can be 1 to 7"),
        ({"weekly": 0}, "--weekly can be 1 to 7"),
        ({"held": -1}, "--held is a number of sessions"),
        ({"format": "xml"}, "--format can be text or json"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(changes: dict[str, Any], sentence: str) -> None:
    """Bad input is a ValueError of one line that names the thing and what to write."""
    with pytest.raises(ValueError, match=r"^[^\n]+$") as caught:
        shown(**changes)
    assert sentence in str(caught.value)
