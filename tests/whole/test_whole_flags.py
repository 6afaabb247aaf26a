"""Flags through Telegram, loops and database: said with their rule, judged, dismissed, switched off, exported."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.store import export, flags

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client who has answered for three weeks, and gave a 2 in the pulse."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        for day in range(7):
            made.until(MONDAY + timedelta(days=3 * day + 1))
            made.say(CLIENT, "/gratitude")
            made.say(CLIENT, f"thing {day}")
            made.pause(75)
        while "Enough for now" in made.sim.buttons(CLIENT):  # what came by itself meanwhile
            made.tap(CLIENT, "Enough for now")
            made.pause(3600)
        made.begin("pulse", "session:1:check:pulse")
        made.tap(CLIENT, "2")
        made.pause(75)
        yield made


def test_a_flag_is_said_with_its_rule_and_can_be_judged_and_dismissed(whole: Whole) -> None:
    """It stands in the digest; what the coach makes of it is kept; dismissed, it stays out for 21 days."""
    said = "\n".join(whole.say(COACH, "/digest Ada"))
    assert "Might be worth asking" in said
    assert "Something may not sit right between you" in said and "(Rule: " in said
    assert whole.tap(COACH, "Of use") == ["Kept, for looking at these rules once a year."]
    assert "until then" in whole.tap(COACH, "Not for three weeks")[-1]
    whole.tap(COACH, "Read")
    (kept,) = whole.tx(partial(flags.of_client, client_id=CLIENT))
    assert (kept.name, kept.useful, kept.dismissed_at is not None) == ("unsettled", True, True)
    whole.say(CLIENT, "one more thought")
    assert "Might be worth asking" not in whole.say(COACH, "/digest Ada")[-1]
    assert "unsettled" in json.dumps(whole.tx(partial(export.client, client_id=CLIENT))["flags"])


def test_a_client_switches_a_flag_off_and_on(whole: Whole) -> None:
    """/hints names each in plain words; what is off is in no digest, and the export says so."""
    assert "by fixed rules, and from what you share alone" in whole.say(CLIENT, "/hints")[-1]
    whole.tap(CLIENT, "✓ Something that did not sit right")
    assert "✕ Something that did not sit right" in whole.sim.buttons(CLIENT)
    assert "Might be worth asking" not in "\n".join(whole.say(COACH, "/digest Ada"))
    assert whole.tx(partial(export.client, client_id=CLIENT))["flags_off"] == ["unsettled"]
    whole.tap(CLIENT, "✕ Something that did not sit right")
    whole.say(CLIENT, "one more thought")
    assert "Might be worth asking" in "\n".join(whole.say(COACH, "/digest Ada"))


def test_nobody_judges_the_flag_of_another_coach(whole: Whole) -> None:
    """A button with a foreign or unknown number does nothing."""
    whole.say(COACH, "/digest Ada")
    (kept,) = whole.tx(partial(flags.of_client, client_id=CLIENT))
    message = whole.sim.messages(COACH)[-1].id
    for act in (f"k:flag:{kept.id + 5}:off", f"k:flag:{kept.id}:else"):
        whole.sim.tap_data(COACH, message, act)
        whole.pause(5)
    assert whole.tx(partial(flags.of_client, client_id=CLIENT)) == (kept,)


def test_a_flag_can_be_shown_again(whole: Whole) -> None:
    """Under the line that it is out for three weeks a button takes that back, and the next digest says it."""
    whole.say(COACH, "/digest Ada")
    whole.tap(COACH, "Not for three weeks")
    assert whole.tap(COACH, "Show it again")[-1].startswith("Shown again")
    whole.tap(COACH, "Read")
    whole.say(CLIENT, "one more thought")
    assert "Might be worth asking" in "\n".join(whole.say(COACH, "/digest Ada"))


def test_a_flag_is_said_to_be_possible_and_not_shown(whole: Whole) -> None:
    """No client reads a flag before a digest goes: that figures may be pointed to is a line of its own."""
    whole.until(whole.clock.now() + timedelta(days=7))
    (seen, *_) = [one for one in whole.sim.texts(CLIENT) if "This goes to Dana on " in one][-1:]
    assert "/hints says what that can be" in seen
    assert "Might be worth asking" not in "\n".join(whole.sim.texts(CLIENT))
    assert "sit right between" not in seen
