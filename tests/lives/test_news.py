"""The oracle of sessions that went finds what it is there to find, and nothing else."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.simulator.state import Event

from .life import Person
from .news import News
from .sight import Sight

NOW = datetime(2027, 3, 8, 9, 0, tzinfo=UTC)
ADA = Person("Ada", 3000, "client")
SESSION = {"starts": "2027-03-09T15:00", "zone": "UTC", "changes": "[]", "minutes": 60, "until": None}
CANCELLED = "Your session with Dana on Tuesday 9 March, 15:00 is cancelled."


def sight_of(rows: list[dict[str, Any]], found: list[str]) -> Any:
    """A chat, a coach and the sessions of one client."""
    chat = SimpleNamespace(blocked=False)
    deeds = SimpleNamespace(
        people={"Ada": ADA},
        row=lambda _: {"state": "active", "away": 0, "coach_id": 2000},
        coach_row=lambda _: {"state": "active"},
        stage=SimpleNamespace(sim=SimpleNamespace(chat=lambda _: chat)),
    )
    return SimpleNamespace(
        now=NOW,
        troubled=False,
        deeds=deeds,
        ask=lambda *_: rows,
        find=lambda oracle, kind, who, seen="": found.append(kind),
    )


@pytest.mark.parametrize(("gone", "text", "finds"), [(1, "", 1), (1, CANCELLED, 0), (0, "", 0), (1, "Hm", 1)])
def test_a_session_that_went_without_a_word_is_found(gone: int, text: str, finds: int) -> None:
    """Known for an hour, and taken off: only who reads of it before its hour has heard of it."""
    found: list[str] = []
    rows = [{**SESSION, "repeat_weeks": 0}]
    sight = sight_of(rows, found)
    news = News(cast(Sight, sight))
    news.look()
    sight.now = NOW + timedelta(hours=1)
    if gone:
        rows.clear()
    news.look()
    sight.now += timedelta(minutes=1)
    if text:
        news.said(ADA, Event(sight.now, "said", "bot", 7, text))
    news.look()
    sight.now = NOW + timedelta(hours=31)
    news.look()
    assert len(found) == finds
