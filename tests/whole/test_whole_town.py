"""The town that was given is shown wherever the zone is, and no other town of that zone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from clocked import meet, timed_bot
from small import me
from whole import CLIENT, COACH, Whole

from bot.core.base.wall import local
from bot.store import pauses


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a client on Monday and Thursday at 19:00, in Lisbon."""
    with timed_bot(tmp_path, rhythm="mon,thu 19:00") as made:
        meet(made, "2026-11-25T15:00")
        yield made


def test_the_town_is_shown_where_the_zone_is(whole: Whole) -> None:
    """Munich stays Munich: in settings, in the hour of what comes, in the coaching session, on the coach's card."""
    whole.say(CLIENT, "/place")
    assert "München" in whole.say(CLIENT, "München")[-1]
    said = whole.tap(CLIENT, "Yes")[-1]
    assert "(München)" in said and "Berlin" not in said
    for words in ("/menu", "when is my next session?", "when does the next question come?"):
        said = " ".join(whole.say(CLIENT, words))
        assert "(München)" in said and "Berlin" not in said, words
    card = " ".join(whole.say(COACH, "/client Ada"))
    assert "at 19:00 (München)" in card


def test_another_place_takes_the_towns_name_away(whole: Whole) -> None:
    """Of a town that gives its zone the name, and of a place without a town, the zone's is shown again."""
    for words, shown in (("München", "(München)"), ("Lisbon", "(Lisbon)"), ("Graz", "(Graz)")):
        whole.say(CLIENT, "/place")
        whole.say(CLIENT, words)
        assert shown in whole.tap(CLIENT, "Yes")[-1]


def test_a_coachs_town_is_shown_where_their_zone_is(whole: Whole) -> None:
    """Graz stays Graz for its coach: in the setting and in sessions."""
    whole.say(COACH, "/zone")
    whole.say(COACH, "Graz")
    said = whole.tap(COACH, whole.sim.buttons(COACH)[0])[-1]
    assert "Graz" in said and "Vienna" not in said
    for words in ("/sessions Ada", "when is my next session?", "/next"):
        said = " ".join(whole.say(COACH, words))
        assert "Vienna" not in said, words
    assert "(Graz)" in " ".join(whole.sim.texts(COACH)[-6:])


@pytest.mark.parametrize("length", ["One week", "until Friday"])
def test_a_pause_ends_by_the_clock_of_where_the_client_is_then(whole: Whole, length: str) -> None:
    """Who travels in a pause has it end at that hour of their new clock, and reads so."""
    whole.say(CLIENT, "/pause")
    (whole.tap if length.startswith("One") else whole.say)(CLIENT, length)
    if "Yes" in whole.sim.buttons(CLIENT):
        whole.tap(CLIENT, "Yes")
    before, zone = me(whole).paused_until, me(whole).zone
    assert before is not None
    whole.say(CLIENT, "/place")
    whole.say(CLIENT, "Tokyo")
    said = "\n".join(whole.tap(CLIENT, "Yes"))
    until = me(whole).paused_until
    assert until is not None
    assert local(until, "Asia/Tokyo") == local(before, zone)
    assert until == before - timedelta(hours=9)
    assert whole.tx(lambda tx: pauses.of_client(tx, CLIENT))[-1][1] == until
    assert (
        "Paused until Mon 30 Nov, 09:00 (Tokyo)." if length == "One week" else "and including Fri 27 Nov."
    ) in said
    whole.until(until + timedelta(minutes=2))
    assert me(whole).state == "active"
