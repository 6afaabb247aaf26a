"""A coach's days away: what goes is said before the yes, what was held stays held, clients read of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import small_bot
from whole import CLIENT, COACH, Whole

from bot.people import planning
from bot.people.turn import Turn
from bot.store import people
from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach in Berlin and a client who shares, on a Monday at ten."""
    with small_bot(tmp_path, start=MONDAY) as made:
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def held(whole: Whole) -> list[str]:
    """The days of the sessions that took place, up to now."""

    def read(tx: Tx) -> list[str]:
        turn = Turn(tx, whole.clock.now(), -1, None, "bot")  # type: ignore[arg-type]
        client = people.client(tx, CLIENT)
        assert client is not None
        found = planning.sessions_of(turn, client, turn.now)
        return [f"{one.starts:%d %b}" for one in found if not one.cancelled and one.starts <= turn.now]

    found: list[str] = whole.tx(read)
    return found


def test_what_goes_is_said_before_the_yes_and_what_was_held_stays(whole: Whole) -> None:
    """Each session is named before anything is kept; what had begun never is among them."""
    whole.say(COACH, "/session Ada 2026-11-17 15:00 weekly")
    whole.tap(COACH, "Yes")
    whole.until(MONDAY + timedelta(days=2))
    assert held(whole) == ["17 Nov", "24 Nov"]
    asked = whole.say(COACH, "/holiday 22 November to 6 December")[-1]
    assert "Ada, does not take place: Tue 1 Dec, 15:00 (Berlin)." in asked and "24 Nov" not in asked
    assert "Clients read in /help that you are away" in asked
    whole.tap(COACH, "Yes")
    assert held(whole) == ["17 Nov", "24 Nov"]
    whole.until(MONDAY + timedelta(days=9))
    whole.say(COACH, "/holiday")
    whole.tap(COACH, "Take back 1")
    assert held(whole) == ["17 Nov", "24 Nov"]  # that of 1 December did not take place
    whole.until(MONDAY + timedelta(days=16))
    assert held(whole) == ["17 Nov", "24 Nov", "08 Dec"]


def test_whose_session_goes_reads_that_the_coach_is_away(whole: Whole) -> None:
    """The message names the days away and the next session; /help says that the coach is away."""
    whole.say(COACH, "/session Ada 2026-11-24 15:00 weekly")
    whole.pause(3600)
    whole.say(COACH, "/holiday 28 November to 8 December")
    whole.tap(COACH, "Yes")
    whole.until(MONDAY + timedelta(hours=2))
    assert any(
        "Dana is away from Sat 28 Nov to Tue 8 Dec. The next session is on Tue 24 Nov, 14:00 (Lisbon)."
        in text
        for text in whole.sim.texts(CLIENT)
    )
    assert "Dana is away soon, from Sat 28 Nov to Tue 8 Dec" in "\n".join(whole.say(CLIENT, "/help"))


def test_clients_read_that_their_coach_is_away(whole: Whole) -> None:
    """Wherever it says who reads and when: some days before, while it lasts, and not after."""
    assert "away" not in whole.say(CLIENT, "/help")[-1]
    whole.say(COACH, "/holiday 28 November to 8 December")
    whole.tap(COACH, "Yes")
    soon = "Dana is away soon, from Sat 28 Nov to Tue 8 Dec: no digest comes in those days."
    for command in ("/help", "/limits", "/about"):
        assert soon in "\n".join(whole.say(CLIENT, command))
    whole.until(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))
    now = "Dana is away now, from Sat 28 Nov to Tue 8 Dec."
    for command in ("/help", "/limits", "/about"):
        said = "\n".join(whole.say(CLIENT, command))
        assert f"{now} What you share now goes out on Wed 9 Dec" in said
    asked = whole.say(CLIENT, "please call me")[-1]
    assert "it goes out on Wed 9 Dec" in asked and now in asked
    assert whole.tap(CLIENT, "Tell Dana now")[-1].endswith(now)
    whole.until(datetime(2026, 12, 9, 12, 0, tzinfo=UTC))
    assert "away" not in "\n".join(whole.say(CLIENT, "/help"))


def overviews(whole: Whole, first: int, last: int) -> list[int]:
    """The days of December on which an overview came, from one up to another."""
    days = []
    for day in range(first, last + 1):
        before = len(whole.sim.texts(COACH))
        whole.until(datetime(2026, 12, day, 22, 0, tzinfo=UTC))
        days += [day for said in whole.sim.texts(COACH)[before:] if said.startswith("Your clients, ")]
    return days


@pytest.mark.parametrize(
    ("away", "came"), [("5 December to 7 December", [8, 13]), ("5 December to 11 December", [13])]
)
def test_a_digest_of_a_day_away_comes_on_the_first_day_back(whole: Whole, away: str, came: list[int]) -> None:
    """It comes at its hour on the first day after them; where the next one is near by then, with that."""
    whole.say(COACH, "/weekly")
    whole.tap(COACH, "One message")
    whole.say(COACH, f"/holiday {away}")
    whole.tap(COACH, "Yes")
    whole.until(datetime(2026, 12, 3, 12, 0, tzinfo=UTC))
    assert overviews(whole, 4, 14) == came


def test_a_session_in_days_away_is_said_to_lie_there(whole: Whole) -> None:
    """One that is logged there takes place and is said to; of a series those dates go; no client reads it."""
    whole.say(COACH, "/holiday 28 November to 8 December")
    whole.tap(COACH, "Yes")
    assert (
        "You are away then, as you noted: Tue 1 Dec"
        in whole.say(COACH, "/session Ada 2026-12-01 15:00 once")[-1]
    )
    said = whole.say(COACH, "/session Ada 2026-11-27 09:00 weekly")[-1]
    assert "On 1 of its dates you are away, as you noted: Fri 4 Dec" in said
    whole.pause(300)
    assert not [one for one in whole.sim.texts(CLIENT) if "cancelled" in one]


def test_who_never_knew_of_a_session_is_not_told_that_it_goes(whole: Whole) -> None:
    """A session logged a moment before the days away were noted goes without a word to its client."""
    whole.say(COACH, "/session Ada 2026-12-01 15:00 once")
    whole.say(COACH, "/holiday 28 November to 8 December")
    whole.tap(COACH, "Yes")
    whole.pause(300)
    assert not [one for one in whole.sim.texts(CLIENT) if "cancelled" in one]
