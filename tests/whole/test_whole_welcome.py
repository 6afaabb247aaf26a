"""A coach's welcome: their own words, which each client reads once, right after joining."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import small_bot
from whole import CLIENT, COACH, Whole

WORDS = "So glad <you> are here.\nSee you Tuesday & bring nothing."
TOM = CLIENT + 1


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who joined before there was a welcome."""
    with small_bot(tmp_path) as made:
        yield made


def written(whole: Whole) -> list[str]:
    whole.say(COACH, "/welcome")
    whole.say(COACH, WORDS)
    return whole.tap(COACH, "Yes")


def test_a_coachs_welcome_is_read_once_right_after_joining(whole: Whole) -> None:
    """Shown back before it stands; then each who joins reads it once as the coach's words, and nobody else."""
    assert "in 600 letters at most" in whole.say(COACH, "/welcome")[-1]
    back = whole.say(COACH, WORDS)[-1]
    assert WORDS in back and "Is that right?" in back
    whole.with_client(TOM, "Tom")
    assert WORDS not in "\n".join(whole.sim.texts(TOM))
    whole.say(COACH, "/welcome")
    whole.say(COACH, WORDS)
    assert "right after joining" in whole.tap(COACH, "Yes")[-1]
    whole.with_client(TOM + 1, "Eva")
    read = [text for text in whole.sim.texts(TOM + 1) if WORDS in text]
    assert len(read) == 1
    assert "wrote this to welcome you:" in read[0]
    whole.say(TOM + 1, "/stop")
    whole.say(TOM + 1, "/start")
    for chat, times in ((TOM + 1, 1), (TOM, 0), (CLIENT, 0)):
        assert sum(WORDS in text for text in whole.sim.texts(chat)) == times


def test_a_welcome_is_changed_and_taken_away(whole: Whole) -> None:
    """It stands there to be read, another takes its place, taken away nobody reads it; the card has none of it."""
    written(whole)
    assert WORDS in whole.say(COACH, "/welcome")[-1]
    whole.say(COACH, "Hello from me")
    whole.tap(COACH, "Yes")
    assert "Hello from me" in whole.say(COACH, "/welcome")[-1]
    assert "Hello from me" not in whole.say(COACH, "/profile")[-1]
    whole.say(COACH, "/welcome")
    said = whole.tap(COACH, "Take the welcome away")[-1]
    assert said == "Taken away: who joins reads no welcome of yours."
    whole.with_client(TOM, "Tom")
    assert "to welcome you" not in "\n".join(whole.sim.texts(TOM))
    whole.say(COACH, "/welcome " + "x" * 601)
    assert "x" * 601 not in whole.sim.texts(COACH)[-1]


def test_a_welcome_is_a_voice_note(whole: Whole) -> None:
    """Sent after /welcome it is played back; who joins hears it once; words take its place, a typed id does not."""
    whole.say(COACH, "/welcome")
    whole.sim.voice(COACH)
    whole.pause(5)
    assert whole.sim.texts(COACH)[-1].startswith("Is that right?")
    assert "Clients will hear this" in whole.sim.texts(COACH)[-2]
    whole.tap(COACH, "Yes")
    whole.with_client(TOM, "Tom")
    heard = [one for one in whole.sim.messages(TOM) if one.out and "voice" in one.body]
    assert len(heard) == 1 and heard[0].body["caption"] == "Dana says this to welcome you."
    whole.say(COACH, "/welcome")
    assert "voice" in [one for one in whole.sim.messages(COACH) if one.out][-2].body
    whole.say(COACH, "voice:AwACAgIAAxkBAAM")
    whole.say(COACH, WORDS)
    whole.tap(COACH, "Yes")
    whole.with_client(TOM + 1, "Eva")
    assert any(WORDS in one for one in whole.sim.texts(TOM + 1))
    assert not [one for one in whole.sim.messages(TOM + 1) if one.out and "voice" in one.body]
