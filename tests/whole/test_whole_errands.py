"""What clients want of the bot, in words, through the whole bot."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from whole import CLIENT, Whole, sharing, whole_bot


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach called Dana and a client who shares."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("can i answer by voice?", "A voice note, a photo or a file can be an answer too."),
        ("is this free?", "Nothing is charged in this chat."),
        ("i want a different coach", "Who coaches you is not changed here"),
        ("what's my coach's number?", "stands in /about"),
        ("what happens with my data if my coach quits", "you are asked what becomes of your words"),
        ("what did i write last week?", "Read as /answers"),
        ("who has read my answers", "Read as /opened"),
        ("turn off the little pen reactions", "Read as /signs"),
    ],
)
def test_what_is_asked_of_the_bot_is_answered_and_not_kept(whole: Whole, words: str, said: str) -> None:
    """In the middle of a talk and beside one it is no answer and no note, and a tap keeps it after all."""
    whole.begin("mid-week")
    whole.pause()
    assert said in whole.say(CLIENT, words)[-1]
    assert not whole.responses()
    whole.tap(CLIENT, "Keep it as I wrote it")
    assert len(whole.responses()) == 1


def test_a_reminder_is_not_promised(whole: Whole) -> None:
    """Nothing here reminds of single things: it is said, and the words are no note."""
    said = whole.say(CLIENT, "can you remind me of this on friday")[-1]
    assert said.startswith("Nothing is set by that")
    assert not whole.responses()


def test_days_that_are_named_in_passing_are_shown_back(whole: Whole) -> None:
    """ "I only have time on Sundays from now on" asks for the hour, and is no note."""
    assert whole.say(CLIENT, "I only have time on Sundays from now on")[-1].startswith("Sun. At what time?")
    assert not whole.responses()


def test_a_greeting_is_no_news_to_a_coach(whole: Whole) -> None:
    """A greeting, a thank you, a bare yes between talks is kept with a sign, for its writer alone."""
    for words in ("hi", "thanks!", "ok", "yes"):
        assert whole.say(CLIENT, words) == []
    assert {one.visibility for one in whole.responses()} == {"private"}


def test_a_wish_to_be_forgotten_is_asked_about_at_once(whole: Whole) -> None:
    """Whoever wants all of it gone, in whatever words, reads what would go; nothing of the wish is kept."""
    whole.say(CLIENT, "a word of mine")
    whole.say(CLIENT, "I want you to forget everything")
    assert "Read as /erase" in whole.sim.texts(CLIENT)[-2]
    assert len(whole.responses()) == 1
