"""What a client shares reaches the coach once: through Telegram, the loops and the database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, whole_bot


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach and a client who shares."""
    with whole_bot(tmp_path) as made:
        made.with_coach()
        made.with_client()
        yield made


def test_shared_shows_what_has_not_reached_the_coach(whole: Whole) -> None:
    """/shared shows what is new to the coach, until it went; a change of mind is then told that it is late."""
    whole.say(CLIENT, "a thought in between")
    whole.pause(60)
    assert "a thought in between" in whole.say(CLIENT, "/shared")[-1]
    whole.say(COACH, "/digest")
    whole.pause(10)
    assert whole.say(CLIENT, "/shared")[-1] == "There is nothing new that goes to Dana."
    whole.say(CLIENT, "/answers")
    assert "has reached Dana already" in whole.tap(CLIENT, "1 👁")[0]


def test_a_tap_is_an_answer_and_stands_by_its_question(whole: Whole) -> None:
    """Who only taps has answered: the digest counts it, and shows it under the question as it was asked."""
    whole.begin("mid-week", "midway:1")
    label = whole.sim.buttons(CLIENT)[0]
    asked = whole.sim.texts(CLIENT)[-1].split("\n\n")[-1]
    whole.tap(CLIENT, label)
    whole.pause(60)
    whole.say(COACH, "/digest")
    whole.pause(10)
    said = whole.sim.texts(COACH)[-1]
    assert "1 of 1 answered" in said
    assert f"{asked}\n{label}" in said


def test_a_bot_that_was_down_over_sunday_loses_no_words(whole: Whole) -> None:
    """What was written more than a week before the digest that at last comes is in it, and not in the next."""
    whole.say(CLIENT, "before the outage")
    whole.pause(60)
    whole.run(whole.bot.aclose())
    whole.clock.move(datetime(2026, 12, 9, 12, 0, tzinfo=UTC))
    whole.run(whole._start())
    whole.until(datetime(2026, 12, 13, 17, 0, tzinfo=UTC))
    assert sum("before the outage" in text for text in whole.sim.texts(COACH)) == 1
