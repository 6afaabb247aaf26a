"""One message a week for all clients of a coach: who has something new, with a button each; and its settings."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, whole_bot

SUNDAY = datetime(2026, 11, 22, 16, 1, tzinfo=UTC)  # 17:01 in Berlin
NAMES = ("Ada", "Bo", "Cem", "Dora")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach with four clients."""
    with whole_bot(tmp_path) as made:
        made.with_coach()
        for at, name in enumerate(NAMES):
            made.with_client(CLIENT + at, name)
        yield made


def test_all_clients_come_in_one_message_and_open_by_a_button(whole: Whole) -> None:
    """On Sunday at 17:00 one message names everybody; a tap brings what is new, and it waits to be read."""
    whole.say(CLIENT, "a thought of mine")
    before = len(whole.sim.texts(COACH))
    whole.until(SUNDAY)
    (said,) = whole.sim.texts(COACH)[before:]
    assert "Ada · 1 new answer" in said
    assert [f"{name} · nothing new" in said for name in NAMES[1:]] == [True] * 3
    assert whole.sim.buttons(COACH) == list(NAMES)
    assert "a thought of mine" in whole.tap(COACH, "Ada")[-1]
    again = whole.say(COACH, "/digest")[-1]
    assert "Ada · waits to be read since Sun 22 Nov" in again
    assert "a thought of mine" in whole.tap(COACH, "Ada")[-1]
    whole.tap(COACH, "Read")
    assert "Ada · nothing new" in whole.say(COACH, "/digest")[-1]


def test_a_private_answer_is_no_word_in_the_overview(whole: Whole) -> None:
    """Who answers in private and who does not write read the same."""
    whole.say(CLIENT, "/menu")
    whole.tap(CLIENT, "Who sees it")
    whole.tap(CLIENT, "Private until I share")
    whole.say(CLIENT, "for me alone")
    assert "Ada · nothing new" in whole.say(COACH, "/digest")[-1]


def test_day_hour_and_form_are_the_coachs_own(whole: Whole) -> None:
    """/weekly says how it comes and changes it: another day and hour, and each client by themself."""
    assert "It is one message for all clients." in whole.say(COACH, "/weekly")[-1]
    whole.tap(COACH, "Day")
    whole.tap(COACH, "Monday")
    whole.tap(COACH, "Hour")
    whole.tap(COACH, "09:00")
    whole.tap(COACH, "One for each")
    whole.tap(COACH, "Morning")
    said = whole.sim.messages(COACH)[-1].body["text"]
    assert "The next digest: Mon 23 Nov, 09:00 (Berlin)." in said
    assert "Each client has a message of their own." in said
    assert "A brief comes on the morning of a session, at 08:00." in said
    before = len(whole.sim.texts(COACH))
    whole.until(SUNDAY)
    assert whole.sim.texts(COACH)[before:] == []
    whole.until(datetime(2026, 11, 23, 8, 1, tzinfo=UTC))
    assert len(whole.sim.texts(COACH)[before:]) == len(NAMES)
    whole.say(COACH, "/weekly")
    whole.tap(COACH, "Two hours before")
    assert "A brief comes two hours before a session." in whole.sim.messages(COACH)[-1].body["text"]


def test_one_value_that_does_not_open_keeps_nobody_else_away(whole: Whole) -> None:
    """An answer that does not open is one line that says so; the others are there."""
    whole.say(CLIENT, "a thought of mine")
    whole.say(CLIENT + 1, "a thought of Bo's")
    spoilt = "UPDATE response_texts SET words = x'00' WHERE client_id = :id"
    whole.tx(lambda tx: tx.db.execute(spoilt, {"id": CLIENT}).rowcount)
    said = whole.say(COACH, "/digest")[-1]
    assert "Ada · could not be read" in said
    assert "Bo · 1 new answer" in said
