"""Plain questions to the bot while a question of a script is open."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import me, small_bot
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


@pytest.mark.parametrize(
    ("words", "answer", "label"),
    [
        (
            "shorter questions please",
            "Questions are said as they are written.",
            "Briefly: a title and the question",
        ),
        (
            "can you be kinder",
            "People wrote the questions beforehand. They can be said warmly",
            "Said warmly",
        ),
        (
            "weniger Fragen",
            "As it is, 2 a week come; with those around a session or a marked moment 4 at most.",
            "1 a week at most",
        ),
        ("stop using my name", "Questions do not begin with your name as it is set", "Change this"),
    ],
)
def test_a_wish_about_how_it_asks_is_answered_with_a_tap_that_does_it(
    whole: Whole, words: str, answer: str, label: str
) -> None:
    """It says what holds now, offers what can be had, and is no answer to the open question."""
    assert whole.say(CLIENT, words)[-1].startswith(answer)
    assert label in whole.sim.buttons(CLIENT)
    assert (whole.responses(), open_step(whole)) == ((), "word")


def test_a_tap_behind_such_a_wish_changes_the_setting(whole: Whole) -> None:
    """Fewer, warmer and shorter are set by it; then what holds is said, and one answer later without a tap too."""
    whole.say(CLIENT, "fewer questions please")
    assert whole.tap(CLIENT, "1 a week at most")[-1].startswith("Noted: 1 a week at most.")
    whole.say(CLIENT, "be warmer please")
    whole.tap(CLIENT, "Said warmly")
    assert me(whole).rhythm["tone"] == "warm"
    assert whole.say(CLIENT, "you are so cold")[-1].startswith("Questions are said warmly")
    whole.say(CLIENT, "don't use my name")
    whole.tap(CLIENT, "Without the name at the beginning")
    assert me(whole).rhythm.get("tone") is None
    whole.say(CLIENT, "your questions are too long")
    whole.tap(CLIENT, "One answer is enough")
    assert me(whole).rhythm["length"] == "one"
    whole.say(CLIENT, "ask me easier questions")
    whole.tap(CLIENT, "Keep it as I wrote it")
    assert [one.texts[0].own for one in whole.responses()] == ["ask me easier questions"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (
            "can she hear my voice notes?",
            "Of a voice note, a photo or another file only where Telegram has it",
        ),
        ("who sees my photos?", "Of a voice note, a photo or another file only where Telegram has it"),
        ("can my boss see this?", "Nothing here gives your words to an AI"),
    ],
)
def test_who_gets_what_is_kept_is_answered_as_it_is_now(whole: Whole, words: str, answer: str) -> None:
    """Of recordings as they were chosen to be read, of words where they are; nothing is filed."""
    said = whole.say(CLIENT, words)[-1]
    assert said.startswith(answer)
    assert ("reads of those you share only that they came. /recordings" in said) == (answer[:2] == "Of")
    assert (whole.responses(), open_step(whole)) == ((), "word")
    whole.tx(lambda tx: people.change_coach(tx, COACH, state="left"))
    assert "Nobody reads what you write now" in whole.say(CLIENT, words)[-1]
