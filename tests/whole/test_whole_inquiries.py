"""Plain questions to the bot while a question of a script is open."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import small_bot
from whole import CLIENT, COACH, Whole

from bot.store import people, reflections, replies
from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client whose first question is open."""
    with small_bot(tmp_path, start=MONDAY) as made:
        made.say(CLIENT, "/week")
        yield made


def open_step(whole: Whole) -> str:
    """Which step waits."""
    row = whole.tx(lambda tx: reflections.open_of(tx, CLIENT))
    return row.reflection.step if row else ""


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("is Dana away this week?", "No days away of Dana are noted here."),
        ("when do I see Dana again?", "No coming coaching session is noted here; Dana knows."),
        ("can I write any time?", "You can write here at any hour, and it is kept; nobody is reading then."),
        ("is it stopped??", "It is not stopped."),
        ("wann meldest du dich", "As things stand, "),
        ("when do I hear from you", "As things stand, "),
        ("who is Eva?", "No person and no AI answers here"),
    ],
)
def test_a_plain_question_is_answered_while_a_question_is_open(whole: Whole, words: str, answer: str) -> None:
    """It is no answer to the open question, which waits on and takes the next words."""
    assert whole.say(CLIENT, words)[-1].startswith(answer)
    assert (whole.responses(), open_step(whole)) == ((), "word")
    whole.say(CLIENT, "full of small things")
    assert [one.texts[0].own for one in whole.responses()] == ["full of small things"]


@pytest.mark.parametrize("words", ["what did my coach see", "was liest meine Coach"])
def test_what_the_coach_sees_is_shown_while_a_question_is_open(whole: Whole, words: str) -> None:
    """As /answers shows it; the question waits on, and nothing is filed under it."""
    assert any("/answers" in one for one in whole.say(CLIENT, words))
    assert (whole.responses(), open_step(whole)) == ((), "word")


def test_whether_a_coach_who_left_is_away_is_answered_with_who_reads(whole: Whole) -> None:
    """Nobody is named as away who reads nothing any more."""
    whole.tx(lambda tx: people.change_coach(tx, COACH, state="left"))
    assert whole.say(CLIENT, "is Dana away?")[-1].startswith("Nobody reads what you write now")


def test_after_a_stop_it_is_said_that_it_is_stopped(whole: Whole) -> None:
    """Whoever asks then reads so, and the question is no note."""
    whole.tx(lambda tx: people.change_client(tx, CLIENT, state="stopped"))
    assert whole.say(CLIENT, "is it stopped?")[-1].startswith("Stopped: nothing is sent.")
    assert whole.responses() == ()


def test_whether_the_coach_has_something_gets_a_yes_or_a_no(whole: Whole) -> None:
    """From what is kept: not yet and when, private, gone and when, read and when; of what the question names."""
    assert whole.say(CLIENT, "did you tell Dana?")[-1].startswith("Nothing of yours is kept here yet")
    whole.tap(CLIENT, "Enough for now")
    whole.say(CLIENT, "my brother owes me money")
    assert whole.say(CLIENT, "has Dana seen this?")[-1].startswith(
        "No: “my brother owes me money” has not gone to Dana yet. It goes by itself on "
    )
    whole.say(CLIENT, "/shared")
    whole.tap(CLIENT, "Send it now")
    whole.pause(60)
    whole.say(CLIENT, "private: the lake was grey")
    assert "the lake was grey” is private" in whole.say(CLIENT, "does she know?")[-1]
    said = whole.say(CLIENT, "did you tell Dana about my brother?")[-1]
    assert said.startswith("Yes: “my brother owes me money” went to Dana on Mon 23 Nov")
    assert "Whether Dana has read it is not known here" in said
    whole.tap(COACH, next(one for one in whole.sim.buttons(COACH) if one.startswith("Read")))
    said = whole.say(CLIENT, "has Dana read about my brother?")[-1]
    assert "Dana marked it as read on Mon 23 Nov" in said
    assert (
        "Nothing that you wrote here has “tax” in it."
        in whole.say(CLIENT, "did you tell Dana about my tax?")[-1]
    )


def thanked(tx: Tx, response: int, now: datetime) -> None:
    """The coach thanked for an answer, and that has gone."""
    replies.add(tx, "thank", CLIENT, COACH, digest=None, response=response, now=now, after=now)
    tx.db.execute("UPDATE replies SET gone_at = made_at")


def test_what_is_on_its_way_is_said_to_be(whole: Whole) -> None:
    """What waits for Telegram is not said to have gone; what was changed, answered or made private since is."""
    whole.tap(CLIENT, "Enough for now")
    whole.say(CLIENT, "the lake was grey")
    whole.say(CLIENT, "/shared")
    whole.sim.fail("sendMessage", code=429, retry_after=60, chat_id=COACH)
    whole.tap(CLIENT, "Send it now")
    assert whole.say(CLIENT, "has Dana seen this?")[-1].startswith(
        "“the lake was grey” is on its way to Dana."
    )
    whole.pause(90)
    number = next(one.texts[0].message_id for one in whole.responses())
    whole.sim.edit(CLIENT, number, "the lake was green")
    whole.pause(5)
    assert "What you changed in it since has not gone yet." in whole.say(CLIENT, "has Dana seen this?")[-1]
    one = whole.responses()[0].id
    whole.tx(lambda tx: thanked(tx, one, whole.clock.now()))
    assert "Dana answered it." in whole.say(CLIENT, "has Dana seen this?")[-1]
    whole.say(CLIENT, "don't show her that")
    whole.tap(CLIENT, "Keep it private")
    assert "It is private since then." in whole.say(CLIENT, "has Dana seen this?")[-1]
    said = whole.say(CLIENT, "don't show her that")[-1]
    assert "So it was already: “the lake was green”." in said
