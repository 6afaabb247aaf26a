"""The card of goals: written by the coach or the client, confirmed by both, in versions, told where it differs."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from clocked import MONDAY, change, said, timed_bot
from whole import CLIENT, COACH, Whole

from bot.store import export, goals

EVENING = MONDAY.replace(hour=19, minute=15)
CARD = "Calmer evenings – a walk before supper\nOne no a week – written down on Fridays"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Ada's hours are Monday, Wednesday and Friday at 19:00 in Lisbon; Dana coaches from Berlin."""
    with timed_bot(tmp_path) as made:
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def written(whole: Whole, card: str = CARD) -> str:
    whole.say(COACH, "/goals Ada")
    if "behind a dash" not in last(whole):
        whole.tap(COACH, "Write them anew")
    return whole.say(COACH, card)[-1]


def test_goals_are_confirmed_by_both(whole: Whole) -> None:
    """What the coach writes counts once the client confirms it, at an hour of theirs; then for both."""
    text = written(whole)
    assert text.startswith(
        "Ada: these are the goals once Ada confirms them.\n1. Calmer evenings\nHow: a walk before"
    )
    assert "Version 1, by Dana; Ada has not confirmed it." in whole.say(COACH, "/goals Ada")[-1]
    assert whole.sim.texts(CLIENT) == []
    whole.until(EVENING)
    came = said(whole)[-1]
    assert (
        came.text.startswith("Dana wrote down goals for your work together.")
        and "2. One no a week" in came.text
    )
    assert came.silent
    whole.tap(CLIENT, "Yes, these are mine")
    assert last(whole) == "Ada confirmed the goals. /goals shows them."
    assert "Version 1, agreed by both." in whole.say(COACH, "/goals")[-1]
    assert "Version 1, agreed by both." in whole.say(CLIENT, "/ourgoals")[-1]
    assert "your goals were shown" in whole.say(CLIENT, "/opened")[-1]


def test_a_clients_own_version_waits_for_the_coach(whole: Whole) -> None:
    """Written differently by the client, it is a new version, beside the one before; the coach confirms it."""
    written(whole)
    whole.until(EVENING)
    whole.tap(CLIENT, "Write them differently")
    assert whole.say(CLIENT, "Sleep - lights out at ten")[-1].endswith(
        "They are agreed once Dana confirms them."
    )
    assert last(whole) == "Ada wrote the goals in their own words. /goals shows them, to confirm."
    whole.say(COACH, "/goals Ada")
    assert "1. Sleep\nHow: lights out at ten" in last(whole) and "The version before:" in last(whole)
    assert whole.tap(COACH, "Yes, these are ours")[-1] == "Ada: version 2 is agreed by both now."
    assert "agreed by both" in whole.say(CLIENT, "/ourgoals")[-1]
    kept = whole.tx(partial(export.client, client_id=CLIENT))["goals"]
    assert [one["version"] for one in kept] == [1, 2] and kept[1]["client_confirmed_at"]


def test_it_is_taken_back_before_the_client_reads_it(whole: Whole) -> None:
    """Undo takes the goals back before their hour; nothing of them comes."""
    written(whole)
    assert (
        whole.tap(COACH, "Undo")[-1]
        == "Taken back: Ada: the goals that you wrote down.\nAda was not told of it."
    )
    whole.until(EVENING)
    assert not any("goals" in one for one in whole.sim.texts(CLIENT))
    assert whole.tx(partial(goals.of_client, client_id=CLIENT)) == ()


@pytest.mark.parametrize("card", ["Calmer evenings", "a – b\nc – d\ne – f\ng – h", "Sleep – " + "z" * 400])
def test_what_is_no_card_is_asked_for_again(whole: Whole, card: str) -> None:
    """Four goals, one without how, or one too long are no card; what would be is said, and nothing is kept."""
    assert "A line for each goal, three at most, with how you work on it behind a dash." in written(
        whole, card
    )
    assert whole.tx(partial(goals.of_client, client_id=CLIENT)) == ()


def test_the_digest_says_what_is_not_agreed(whole: Whole) -> None:
    """An unconfirmed version, one that differs, and one four sessions old are each a line in the digest."""
    assert "Goals:" not in whole.say(COACH, "/digest Ada")[-1]
    written(whole)
    assert "Goals: version 1 is not confirmed by the client yet." in whole.say(COACH, "/digest Ada")[-1]
    whole.say(CLIENT, "/ourgoals")
    whole.tap(CLIENT, "Yes, these are mine")
    assert "Goals:" not in whole.say(COACH, "/digest Ada")[-1]
    change(whole, sessions_before=13)
    assert "Goals: last confirmed by both 4 sessions ago or more." in whole.say(COACH, "/digest Ada")[-1]
    assert "it can be looked at again" in whole.say(CLIENT, "/ourgoals")[-1]
    whole.tap(CLIENT, "Write them differently")
    whole.say(CLIENT, "Sleep - lights out at ten")
    assert (
        "Goals: the client wrote version 2, which differs from yours." in whole.say(COACH, "/digest Ada")[-1]
    )


def test_the_card_by_a_button_and_a_newer_version_replaces_the_waiting_one(whole: Whole) -> None:
    """From the client's card; written anew before it was read, only the newer version comes."""
    whole.say(COACH, "/client Ada")
    whole.tap(COACH, "Goals")
    whole.say(COACH, CARD)
    written(whole, "Sleep – lights out at ten")
    whole.until(EVENING + timedelta(days=5))
    came = [one for one in whole.sim.texts(CLIENT) if one.startswith("Dana wrote down goals")]
    assert len(came) == 1 and "Sleep" in came[0]


def test_what_the_client_wrote_first_differs_from_nothing(whole: Whole) -> None:
    """Where the coach wrote no card, the client's waits to be confirmed, and is not said to differ."""
    whole.say(CLIENT, "/ourgoals")
    whole.say(CLIENT, "Sleep - lights out at ten")
    said = whole.say(COACH, "/digest Ada")[-1]
    assert "Goals: the client wrote version 1. /goals shows it, to confirm." in said
    assert "differs" not in said
